/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-outcomes-page.h"

#include "model/sf-outcome-standing.h"
#include "model/sf-outcome-text.h"
#include "model/sf-period.h"
#include "model/sf-shipped-measure.h"
#include "ui/sf-add-button.h"
#include "ui/sf-groups-card.h"
#include "ui/sf-measure-form.h"
#include "ui/sf-outcome-view.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-readings-card.h"
#include "ui/sf-return-card.h"
#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-readings.h"

#include <glib/gi18n-lib.h>

struct _SfOutcomesPage
{
  SfListPage parent_instance;

  GtkWidget *add;
  GtkWidget *add_first;
  GtkWidget *view;
  GtkWidget *readings;
  GtkWidget *form;
  GtkWidget *groups;
  SfOutcome *outcome;   /* of the measure that is shown; NULL without one */
  GPtrArray *window;    /* the periods of its tables */
  GHashTable *standing; /* SfMeasure → Standing, as long as nothing changes it */
};

G_DEFINE_FINAL_TYPE (SfOutcomesPage, sf_outcomes_page, SF_TYPE_LIST_PAGE)

/* --- the list -----------------------------------------------------------------------------------
 */

/* What a row says of a measure; costs all its readings, so it is kept. */
typedef struct
{
  SfStanding standing;
  char *latest;
} Standing;

static void
standing_free (gpointer data)
{
  Standing *standing = data;

  g_free (standing->latest);
  g_free (standing);
}

static const Standing *
get_standing (SfOutcomesPage *self, SfMeasure *measure)
{
  SfModel *model = sf_context_get_model (sf_page_get_context (SF_PAGE (self)));
  Standing *standing = g_hash_table_lookup (self->standing, measure);
  g_autoptr (SfOutcome) outcome = NULL;
  SfReading *now;

  if (standing != NULL)
    return standing;
  outcome = sf_outcome_new (model, measure);
  now = sf_outcome_get_latest (outcome, NULL, NULL);
  standing = g_new0 (Standing, 1);
  standing->standing = sf_outcome_get_standing (outcome);
  if (now != NULL)
    {
      g_autofree char *figure
          = sf_outcome_format_figure (measure, sf_reading_get_figure (measure, now));
      g_autofree char *period
          = sf_period_format (sf_measure_get_period (measure), sf_reading_get_starts_on (now));

      standing->latest = g_strdup_printf (_ ("%1$s in %2$s"), figure, period);
    }
  g_hash_table_insert (self->standing, g_object_ref (measure), standing);
  return standing;
}

/* A change of the list of groups touches all measures, one of a reading its own. */
static void
on_touched_cb (SfModel *model, SfRecord *record, SfOutcomesPage *self)
{
  if (SF_IS_READING (record))
    g_hash_table_remove (self->standing,
                         sf_model_find (model, sf_reading_get_measure (SF_READING (record))));
  else if (SF_IS_MEASURE (record))
    g_hash_table_remove (self->standing, record);
  else if (SF_IS_FAMILY_GROUP (record))
    g_hash_table_remove_all (self->standing);
}

static GPtrArray *
sf_outcomes_page_list (SfListPage *page, gpointer keep, gboolean *any)
{
  SfContext *context = sf_page_get_context (SF_PAGE (page));
  SfCentre *centre = sf_context_get_centre (context);
  GPtrArray *measures;

  if (centre == NULL)
    return g_ptr_array_new ();
  measures = sf_model_list_measures (sf_context_get_model (context), centre);
  *any = measures->len > 0;
  return measures;
}

static void
show_chip (SfStanding standing, SfRecordText *text)
{
  static const struct
  {
    SfShape shape;
    SfTone tone;
  } looks[SF_N_STANDINGS] = {
    [SF_STANDING_NO_FIGURES] = { SF_SHAPE_DOTTED_RING, SF_TONE_NONE },
    [SF_STANDING_STALE] = { SF_SHAPE_HALF_DISC, SF_TONE_WARN },
    [SF_STANDING_GAP_WIDENING] = { SF_SHAPE_CROSSED_RING, SF_TONE_POOR },
    [SF_STANDING_GAP_CLOSING] = { SF_SHAPE_TICK, SF_TONE_GOOD },
    [SF_STANDING_AIM_REACHED] = { SF_SHAPE_STAR, SF_TONE_BEST },
    [SF_STANDING_BETTER] = { SF_SHAPE_UP, SF_TONE_GOOD },
    [SF_STANDING_WORSE] = { SF_SHAPE_DOWN, SF_TONE_POOR },
    [SF_STANDING_TOO_SMALL] = { SF_SHAPE_DASH, SF_TONE_NONE },
    [SF_STANDING_SAME] = { SF_SHAPE_LEVEL, SF_TONE_NONE },
    [SF_STANDING_ONE_READING] = { SF_SHAPE_DISC, SF_TONE_NONE },
  };

  text->chip = g_strdup (sf_standing_get_label (standing));
  text->shape = looks[standing].shape;
  text->tone = looks[standing].tone;
}

static void
sf_outcomes_page_describe (SfListPage *page, gpointer record, SfRecordText *text)
{
  const Standing *standing = get_standing (SF_OUTCOMES_PAGE (page), record);

  text->title = g_strdup (sf_measure_get_title (record));
  text->subtitle = g_strdup (standing->latest);
  show_chip (standing->standing, text);
}

/* --- the measure that is shown ------------------------------------------------------------------
 */

static void
show_figures (SfOutcomesPage *self)
{
  const char *today = sf_context_get_today (sf_page_get_context (SF_PAGE (self)));
  guint back, n;

  sf_readings_card_find_window (SF_READINGS_CARD (self->readings), self->outcome, today, &back, &n);
  g_clear_pointer (&self->window, g_ptr_array_unref);
  self->window = sf_outcome_list_window (self->outcome, today, back, n);
  sf_outcome_view_show (SF_OUTCOME_VIEW (self->view), self->outcome, self->window);
  sf_readings_card_show (SF_READINGS_CARD (self->readings), self->outcome, self->window);
}

static void
sf_outcomes_page_show (SfListPage *page, gpointer record)
{
  SfOutcomesPage *self = SF_OUTCOMES_PAGE (page);
  SfModel *model = sf_context_get_model (sf_page_get_context (SF_PAGE (page)));
  SfOutcome *before = self->outcome;

  self->outcome = record != NULL ? sf_outcome_new (model, record) : NULL;
  if (record != NULL)
    {
      show_figures (self);
    }
  else
    {
      sf_outcome_view_clear (SF_OUTCOME_VIEW (self->view));
      sf_readings_card_clear (SF_READINGS_CARD (self->readings));
    }
  sf_measure_form_show (SF_MEASURE_FORM (self->form), record,
                        record != NULL && sf_outcome_get_periods (self->outcome)->len > 0);
  g_clear_pointer (&before, sf_outcome_free);
}

static void
on_window_cb (SfOutcomesPage *self)
{
  if (self->outcome != NULL)
    show_figures (self);
}

/* --- adding -------------------------------------------------------------------------------------
 */

static gboolean
finish_adding (SfOutcomesPage *self, gboolean ok, const SfUuid *uuid, GError *error)
{
  if (!sf_context_check (sf_page_get_context (SF_PAGE (self)), ok, error))
    return FALSE;
  sf_list_page_wait_for (SF_LIST_PAGE (self), uuid);
  return TRUE;
}

static gboolean
add_own (const char *title, gpointer data)
{
  SfContext *context = sf_page_get_context (SF_PAGE (data));
  GError *error = NULL;
  SfUuid uuid;
  gboolean ok
      = sf_workbook_add_measure (sf_context_get_workbook (context), sf_context_get_centre (context),
                                 title, "proportion", "year", &uuid, &error);

  return finish_adding (data, ok, &uuid, error);
}

static gboolean
take_shipped (const char *id, gpointer data)
{
  SfContext *context = sf_page_get_context (SF_PAGE (data));
  GError *error = NULL;
  SfUuid uuid;
  gboolean ok = sf_workbook_take_measure (sf_context_get_workbook (context),
                                          sf_context_get_centre (context), id, &uuid, &error);

  return finish_adding (data, ok, &uuid, error);
}

static gboolean
is_taken (SfContext *context, const char *id)
{
  SfCentre *centre = sf_context_get_centre (context);
  g_autoptr (GPtrArray) measures = NULL;

  if (centre == NULL)
    return FALSE;
  measures = sf_model_list_measures (sf_context_get_model (context), centre);
  for (guint i = 0; i < measures->len; i++)
    if (g_strcmp0 (sf_measure_get_shipped (measures->pdata[i]), id) == 0)
      return TRUE;
  return FALSE;
}

/* Those of the list that comes with the program and are not there yet. */
static void
offer_shipped (SfOutcomesPage *self)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  GPtrArray *list = sf_shipped_measures_list ();
  g_autofree SfAddChoice *choices = g_new0 (SfAddChoice, list->len);
  GtkWidget *buttons[] = { self->add, self->add_first };
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const SfShippedMeasure *shipped = list->pdata[i];

      if (!is_taken (context, shipped->id))
        choices[n++] = (SfAddChoice){ shipped->id, shipped->title, NULL };
    }
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      sf_add_button_set_choices (buttons[i], _ ("Measures that centres are asked for"), choices, n,
                                 take_shipped);
      gtk_widget_set_sensitive (buttons[i], sf_context_can_edit (context)
                                                && sf_context_get_centre (context) != NULL);
    }
}

static void
sf_outcomes_page_refresh (SfPage *page)
{
  SfOutcomesPage *self = SF_OUTCOMES_PAGE (page);

  SF_PAGE_CLASS (sf_outcomes_page_parent_class)->refresh (page);
  sf_groups_card_refresh (SF_GROUPS_CARD (self->groups));
  offer_shipped (self);
}

/* --- building -----------------------------------------------------------------------------------
 */

static GtkWidget *
create_empty (SfOutcomesPage *self)
{
  self->add_first = sf_add_button_new (_ ("Choose the _first measure"), NULL,
                                       _ ("Or one of your own"), add_own, self);
  return sf_part_empty (
      "power-profile-performance-symbolic", _ ("No measures yet"),
      _ ("A measure is counted year by year or term by term, for all families and for groups of "
         "them: how many the centre reaches, how many children are doing well. Sixfold shows the "
         "trend and the gap, and says what is too small to tell from chance."),
      self->add_first);
}

/* They come soon after the window; a page that was restored with it may be sooner. */
static void
wait_for_readings (SfContext *context)
{
  g_autoptr (GError) error = NULL;

  if (!sf_workbook_wait_for_readings (sf_context_get_workbook (context), &error))
    sf_context_report (context, error);
}

static void
sf_outcomes_page_constructed (GObject *object)
{
  SfOutcomesPage *self = SF_OUTCOMES_PAGE (object);
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  GtkWidget *main = sf_pile_new (12);

  G_OBJECT_CLASS (sf_outcomes_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Outcomes"));
  wait_for_readings (context);
  self->add = sf_add_button_new (_ ("_New measure"), "list-add-symbolic", _ ("Or one of your own"),
                                 add_own, self);
  self->view = sf_outcome_view_new ();
  self->readings = sf_readings_card_new (context);
  self->form = sf_measure_form_new (context);
  self->groups = sf_groups_card_new (context);
  g_signal_connect_object (self->readings, "window-changed", G_CALLBACK (on_window_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (main), self->view);
  gtk_box_append (GTK_BOX (main), self->readings);
  gtk_box_append (GTK_BOX (main), self->form);
  gtk_box_append (GTK_BOX (main), self->groups);
  gtk_box_append (GTK_BOX (main), sf_return_card_new (context));
  sf_list_page_build (SF_LIST_PAGE (self), _ ("Measures"), self->add, main, NULL,
                      create_empty (self));
  g_signal_connect_object (sf_context_get_model (context), "touched", G_CALLBACK (on_touched_cb),
                           self, 0);
}

static void
sf_outcomes_page_finalize (GObject *object)
{
  SfOutcomesPage *self = SF_OUTCOMES_PAGE (object);

  g_clear_pointer (&self->standing, g_hash_table_unref);
  g_clear_pointer (&self->window, g_ptr_array_unref);
  g_clear_pointer (&self->outcome, sf_outcome_free);
  G_OBJECT_CLASS (sf_outcomes_page_parent_class)->finalize (object);
}

static void
sf_outcomes_page_class_init (SfOutcomesPageClass *klass)
{
  SfListPageClass *list_class = SF_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_outcomes_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = sf_outcomes_page_finalize;
  SF_PAGE_CLASS (klass)->refresh = sf_outcomes_page_refresh;
  list_class->list = sf_outcomes_page_list;
  list_class->describe = sf_outcomes_page_describe;
  list_class->show = sf_outcomes_page_show;
}

static void
sf_outcomes_page_init (SfOutcomesPage *self)
{
  self->standing = g_hash_table_new_full (NULL, NULL, g_object_unref, standing_free);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-filters.h"

#include "base/sf-date.h"
#include "model/sf-vocabulary.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

/* The entries of the drop-down of dates. */
enum
{
  ANY_TIME,
  IN_PERIOD,
  BEFORE_PERIOD,
  UNDATED,
};

enum
{
  UNUSED,
  MISSING,
  DUE,
  RETIRED,
  N_CHECKS
};

struct _SfEvidenceFilters
{
  GtkBox parent_instance;

  SfContext *context;
  GtkWidget *search;
  GtkWidget *button;
  GtkWidget *sort;
  GtkWidget *kind;
  GtkWidget *area;
  GtkWidget *time;
  GtkWidget *sensitivity;
  GtkWidget *checks[N_CHECKS];
  GtkWidget *line; /* what is filtered, and the button that ends it */
  GtkWidget *said;
  gboolean clearing;
};

G_DEFINE_FINAL_TYPE (SfEvidenceFilters, sf_evidence_filters, GTK_TYPE_BOX)

static guint changed_signal;

/* --- what is asked for --------------------------------------------------------------------------
 */

static guint
get_chosen (GtkWidget *drop_down)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  return n == GTK_INVALID_LIST_POSITION ? 0 : n;
}

static gboolean
is_checked (SfEvidenceFilters *self, guint check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[check]));
}

static void
get_time (SfEvidenceFilters *self, SfEvidenceFilter *filter)
{
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  guint time = get_chosen (self->time);

  filter->undated = time == UNDATED;
  if (evaluation == NULL)
    return;
  if (time == IN_PERIOD)
    {
      filter->from = g_strdup (sf_evaluation_get_starts_on (evaluation));
      filter->to = g_strdup (sf_evaluation_get_ends_on (evaluation));
    }
  else if (time == BEFORE_PERIOD)
    filter->to = sf_date_add_days (sf_evaluation_get_starts_on (evaluation), -1);
}

void
sf_evidence_filters_get (SfEvidenceFilters *self, SfEvidenceFilter *filter)
{
  SfFramework *framework;
  guint kind, sensitivity, area;

  g_return_if_fail (SF_IS_EVIDENCE_FILTERS (self));

  sf_evidence_filter_clear (filter);
  framework = sf_context_get_framework (self->context);
  kind = get_chosen (self->kind);
  sensitivity = get_chosen (self->sensitivity);
  area = get_chosen (self->area);
  filter->kinds = kind > 0 ? 1u << (kind - 1) : 0;
  filter->sensitivities = sensitivity > 0 ? 1u << (sensitivity - 1) : 0;
  if (area > 0 && framework != NULL)
    filter->area_code
        = g_strdup (sf_key_area_get_code (sf_framework_get_areas (framework)->pdata[area - 1]));
  get_time (self, filter);
  filter->unused = is_checked (self, UNUSED);
  filter->missing = is_checked (self, MISSING);
  filter->due = is_checked (self, DUE);
  filter->retired = is_checked (self, RETIRED);
}

SfEvidenceSort
sf_evidence_filters_get_sort (SfEvidenceFilters *self)
{
  return (SfEvidenceSort)get_chosen (self->sort);
}

const char *
sf_evidence_filters_get_words (SfEvidenceFilters *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/* --- saying it ----------------------------------------------------------------------------------
 */

static void
add_chosen (GPtrArray *said, GtkWidget *drop_down)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down));

  if (get_chosen (drop_down) > 0 && chosen != NULL)
    g_ptr_array_add (said, (gpointer)gtk_string_object_get_string (chosen));
}

static guint
say_filters (SfEvidenceFilters *self, char **text)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  guint n;

  add_chosen (said, self->kind);
  add_chosen (said, self->area);
  add_chosen (said, self->time);
  add_chosen (said, self->sensitivity);
  for (guint i = 0; i < N_CHECKS; i++)
    if (is_checked (self, i))
      g_ptr_array_add (said,
                       (gpointer)gtk_check_button_get_label (GTK_CHECK_BUTTON (self->checks[i])));
  n = said->len;
  g_ptr_array_add (said, NULL);
  *text = g_strjoinv (" · ", (char **)said->pdata);
  return n;
}

void
sf_evidence_filters_set_count (SfEvidenceFilters *self, guint n)
{
  g_autofree char *filters = NULL, *count = NULL, *all = NULL, *name = NULL;
  guint n_filters;
  gboolean searched;

  g_return_if_fail (SF_IS_EVIDENCE_FILTERS (self));

  n_filters = say_filters (self, &filters);
  searched = *sf_evidence_filters_get_words (self) != '\0';
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u found", "%u found", n), n);
  all = n_filters > 0 ? g_strdup_printf ("%s: %s", filters, count) : g_strdup (count);
  sf_part_set_text (self->said, all);
  gtk_widget_set_visible (self->line, n_filters > 0 || searched);
  if (n_filters > 0)
    name = g_strdup_printf (_ ("Filter (%u)"), n_filters);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), name != NULL ? name : _ ("Filter"));
  sf_menu_button_set_name (self->button, name != NULL ? name : _ ("Filter"));
}

static void
on_changed_cb (SfEvidenceFilters *self)
{
  if (!self->clearing)
    g_signal_emit (self, changed_signal, 0);
}

void
sf_evidence_filters_clear (SfEvidenceFilters *self)
{
  g_auto (SfEvidenceFilter) filter = { 0 };
  gboolean any;

  g_return_if_fail (SF_IS_EVIDENCE_FILTERS (self));

  sf_evidence_filters_get (self, &filter);
  any = sf_evidence_filter_count (&filter) > 0 || *sf_evidence_filters_get_words (self) != '\0';
  self->clearing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  for (GtkWidget **one
       = (GtkWidget *[]){ self->kind, self->area, self->time, self->sensitivity, NULL };
       *one != NULL; one++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (*one), 0);
  for (guint i = 0; i < N_CHECKS; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[i]), FALSE);
  self->clearing = FALSE;
  if (any)
    on_changed_cb (self);
}

void
sf_evidence_filters_show_retired (SfEvidenceFilters *self)
{
  g_return_if_fail (SF_IS_EVIDENCE_FILTERS (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[RETIRED]), TRUE);
}

/* Escape ends the search. */
static void
on_stop_search_cb (GtkSearchEntry *search)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
}

/* The button goes with what it took away. */
static void
on_clear_clicked_cb (SfEvidenceFilters *self)
{
  gtk_widget_grab_focus (self->search);
  sf_evidence_filters_clear (self);
}

void
sf_evidence_filters_search (SfEvidenceFilters *self)
{
  gtk_widget_grab_focus (self->search);
}

/* --- building -----------------------------------------------------------------------------------
 */

static GtkWidget *
create_words (const char *all, SfVocabulary vocabulary)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, all);
  for (guint i = 0; i < sf_vocabulary_get_n_terms (vocabulary); i++)
    gtk_string_list_append (words, sf_vocabulary_get_nth_label (vocabulary, i));
  return sf_drop_down_new (words);
}

static GtkWidget *
create_areas (SfEvidenceFilters *self)
{
  SfFramework *framework = sf_context_get_framework (self->context);
  GtkStringList *words = gtk_string_list_new (NULL);
  GPtrArray *areas = framework != NULL ? sf_framework_get_areas (framework) : NULL;

  gtk_string_list_append (words, _ ("All key areas"));
  for (guint i = 0; areas != NULL && i < areas->len; i++)
    gtk_string_list_append (words, sf_key_area_get_short_title (areas->pdata[i]));
  return sf_drop_down_new (words);
}

static GtkWidget *
create_times (void)
{
  const char *const times[] = { [ANY_TIME] = _ ("Any date"),
                                [IN_PERIOD] = _ ("From this evaluation’s time"),
                                [BEFORE_PERIOD] = _ ("From before it"),
                                [UNDATED] = _ ("Without a date"),
                                NULL };

  return sf_drop_down_new_from_strings (times);
}

static void
append_choice (
    SfEvidenceFilters *self, GtkWidget *grid, int row, const char *label, GtkWidget *choice)
{
  GtkWidget *name = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), choice, 1, row, 1, 1);
  sf_part_set_labelled_by (choice, name);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (on_changed_cb), self);
}

static void
build_popover (SfEvidenceFilters *self)
{
  const char *const labels[N_CHECKS] = { [UNUSED] = _ ("Not used yet"),
                                         [MISSING] = _ ("Missing, or to be looked for"),
                                         [DUE] = _ ("Due for deletion"),
                                         [RETIRED] = _ ("Taken off the list") };
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "sf-popover");
  self->kind = create_words (_ ("All kinds"), SF_VOCABULARY_EVIDENCE_KIND);
  self->area = create_areas (self);
  self->time = create_times ();
  self->sensitivity = create_words (_ ("Any"), SF_VOCABULARY_SENSITIVITY);
  append_choice (self, grid, 0, _ ("Kind"), self->kind);
  append_choice (self, grid, 1, _ ("Key area"), self->area);
  append_choice (self, grid, 2, _ ("Date"), self->time);
  append_choice (self, grid, 3, _ ("Who may see it"), self->sensitivity);
  for (guint i = 0; i < N_CHECKS; i++)
    {
      self->checks[i] = gtk_check_button_new_with_label (labels[i]);
      sf_part_set_name (self->checks[i], labels[i]);
      g_signal_connect_swapped (self->checks[i], "toggled", G_CALLBACK (on_changed_cb), self);
      gtk_grid_attach (GTK_GRID (grid), self->checks[i], 0, 4 + (int)i, 2, 1);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
}

static void
build_line (SfEvidenceFilters *self)
{
  GtkWidget *clear = sf_button_new (_ ("Clear all"));

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->said = sf_part_row_label (NULL, "sf-row-subtitle");
  gtk_widget_set_hexpand (self->said, TRUE);
  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_add_css_class (clear, "sf-small-button");
  gtk_widget_set_valign (clear, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (on_clear_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->line), self->said);
  gtk_box_append (GTK_BOX (self->line), clear);
  gtk_widget_set_visible (self->line, FALSE);
}

static void
build (SfEvidenceFilters *self)
{
  const char *const sorts[] = { [SF_EVIDENCE_SORT_NEWEST] = _ ("Newest first"),
                                [SF_EVIDENCE_SORT_ADDED] = _ ("Added last first"),
                                [SF_EVIDENCE_SORT_TITLE] = _ ("By title"),
                                [SF_EVIDENCE_SORT_KIND] = _ ("By kind"),
                                [SF_EVIDENCE_SORT_USED] = _ ("Most used first"),
                                NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Find in titles, notes and files"), NULL);
  sf_part_set_name (self->search, _ ("Find evidence"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect (self->search, "stop-search", G_CALLBACK (on_stop_search_cb), NULL);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _ ("Filter"));
  sf_menu_button_set_name (self->button, _ ("Filter"));
  build_popover (self);
  self->sort = sf_drop_down_new_from_strings (sorts);
  sf_part_set_name (self->sort, _ ("In which order"));
  g_signal_connect_swapped (self->sort, "notify::selected", G_CALLBACK (on_changed_cb), self);
  gtk_widget_set_hexpand (self->button, TRUE);
  gtk_widget_set_hexpand (self->sort, TRUE);
  gtk_box_append (GTK_BOX (row), self->button);
  gtk_box_append (GTK_BOX (row), self->sort);
  build_line (self);
  gtk_box_append (GTK_BOX (self), self->search);
  gtk_box_append (GTK_BOX (self), row);
  gtk_box_append (GTK_BOX (self), self->line);
}

/* --- the object ---------------------------------------------------------------------------------
 */

static void
sf_evidence_filters_dispose (GObject *object)
{
  g_clear_object (&SF_EVIDENCE_FILTERS (object)->context);
  G_OBJECT_CLASS (sf_evidence_filters_parent_class)->dispose (object);
}

static void
sf_evidence_filters_class_init (SfEvidenceFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_evidence_filters_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sf_evidence_filters_init (SfEvidenceFilters *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

GtkWidget *
sf_evidence_filters_new (SfContext *context)
{
  SfEvidenceFilters *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_EVIDENCE_FILTERS, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}

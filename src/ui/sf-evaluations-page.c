/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evaluations-page.h"

#include "base/sf-date.h"
#include "model/sf-progress.h"
#include "ui/sf-button.h"
#include "ui/sf-field-set.h"
#include "ui/sf-new-evaluation.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem items[] = {
  { SF_FIELD_LINE, SF_EVALUATION_TITLE, N_ ("_Title") },
  { SF_FIELD_DATE, SF_EVALUATION_STARTS_ON, N_ ("_First day") },
  { SF_FIELD_DATE, SF_EVALUATION_ENDS_ON, N_ ("_Last day"), TRUE },
  { SF_FIELD_DATE, SF_EVALUATION_MEETING_ON, N_ ("_Meeting that receives the report") },
};

struct _SfEvaluationsPage
{
  SfListPage parent_instance;

  GtkWidget *add;
  GtkWidget *fields;
  GtkWidget *framework;
  GtkWidget *before;
  GtkWidget *progress;
  GtkWidget *open;
  GtkWidget *close;
  GtkWidget *close_note;
};

G_DEFINE_FINAL_TYPE (SfEvaluationsPage, sf_evaluations_page, SF_TYPE_LIST_PAGE)

static SfContext *
get_context (gpointer self)
{
  return sf_page_get_context (SF_PAGE (self));
}

/* The centre that is looked at; before there is an evaluation, the first one. */
static SfCentre *
get_centre (gpointer self)
{
  SfContext *context = get_context (self);
  GListModel *centres = sf_model_get_list (sf_context_get_model (context), SF_TYPE_CENTRE);
  SfCentre *centre = sf_context_get_centre (context);

  if (centre == NULL && g_list_model_get_n_items (centres) > 0)
    {
      g_autoptr (SfCentre) first = g_list_model_get_item (centres, 0);

      centre = first;
    }
  return centre;
}

static gboolean
is_closed (gpointer evaluation)
{
  return !sf_record_is_null (evaluation, SF_EVALUATION_CLOSED_AT);
}

static GPtrArray *
sf_evaluations_page_list (SfListPage *page, gpointer keep, gboolean *any)
{
  SfCentre *centre = get_centre (page);
  GPtrArray *list
      = centre != NULL
            ? sf_model_list_evaluations (sf_context_get_model (get_context (page)), centre)
            : g_ptr_array_new ();

  *any = list->len > 0;
  return list;
}

static void
sf_evaluations_page_describe (SfListPage *page, gpointer record, SfRecordText *text)
{
  SfContext *context = get_context (page);
  SfFramework *framework = sf_model_get_framework (sf_context_get_model (context), record);
  g_autofree char *period = sf_date_format_period (sf_evaluation_get_starts_on (record),
                                                   sf_evaluation_get_ends_on (record));

  text->title = g_strdup (sf_evaluation_get_title (record));
  if (!g_str_equal (period, text->title))
    text->subtitle = g_steal_pointer (&period);
  else if (framework != NULL)
    text->subtitle = g_strdup (sf_framework_get_short_title (framework));
  if (record == sf_context_get_evaluation (context))
    text->chip = g_strdup (is_closed (record) ? _ ("Shown now, closed") : _ ("Shown now"));
  else if (is_closed (record))
    text->chip = g_strdup (_ ("Closed"));
  text->shape = SF_SHAPE_NONE;
  text->tone = SF_TONE_NONE;
}

static void
update_facts (SfEvaluationsPage *self, SfModel *model, SfEvaluation *evaluation)
{
  SfFramework *framework = sf_model_get_framework (model, evaluation);
  SfEvaluation *before = sf_model_get_predecessor (model, evaluation);
  g_autofree char *against = NULL, *follows = NULL, *progress_text = NULL;
  SfProgress progress;

  sf_progress_of (model, evaluation, NULL, &progress);
  progress_text = sf_progress_to_text (&progress);
  if (framework != NULL)
    against = g_strdup_printf (_ ("Against: %s, edition %s"), sf_framework_get_title (framework),
                               sf_framework_get_edition (framework));
  follows = before != NULL
                ? g_strdup_printf (_ ("Comes after: %s"), sf_evaluation_get_title (before))
                : g_strdup (_ ("The first of its kind: there is none to compare with."));
  sf_part_set_text (self->framework, against);
  sf_part_set_text (self->before, follows);
  sf_part_set_text (self->progress, progress_text);
}

static void
sf_evaluations_page_show (SfListPage *page, gpointer record)
{
  SfEvaluationsPage *self = SF_EVALUATIONS_PAGE (page);
  SfContext *context = get_context (page);
  gboolean read_only = sf_workbook_get_read_only (sf_context_get_workbook (context));

  sf_field_set_show (SF_FIELD_SET (self->fields), record);
  gtk_widget_set_sensitive (self->add, !read_only);
  gtk_widget_set_sensitive (self->close, !read_only);
  if (record == NULL)
    return;
  update_facts (self, sf_context_get_model (context), record);
  gtk_widget_set_visible (self->open, record != sf_context_get_evaluation (context));
  gtk_button_set_label (GTK_BUTTON (self->close), is_closed (record)
                                                      ? _ ("Open it again for changes")
                                                      : _ ("Close this evaluation"));
  sf_part_set_text (self->close_note,
                    is_closed (record)
                        ? _ ("It is closed: it can be read and printed, and nothing in it changes.")
                        : _ ("Close it when the committee has received the report. It can then be "
                             "read and printed, and nothing in it changes until it is opened "
                             "again."));
}

/* Starts with the evaluation that is looked at. */
static void
sf_evaluations_page_refresh (SfPage *page)
{
  SfListPage *list = SF_LIST_PAGE (page);
  gboolean first = sf_list_page_get_shown (list) == NULL;
  SfEvaluation *current = sf_context_get_evaluation (get_context (page));

  SF_PAGE_CLASS (sf_evaluations_page_parent_class)->refresh (page);
  if (first && current != NULL)
    sf_list_page_select (list, current);
}

static void
on_new_cb (SfEvaluationsPage *self)
{
  SfCentre *centre = get_centre (self);

  /* without a centre there is nothing to evaluate: that comes first */
  if (centre != NULL)
    sf_new_evaluation_present (GTK_WIDGET (self), get_context (self), centre);
  else
    sf_context_go (get_context (self), "centre", NULL);
}

static void
on_open_cb (SfEvaluationsPage *self)
{
  SfContext *context = get_context (self);

  sf_context_set_evaluation (context, sf_list_page_get_shown (SF_LIST_PAGE (self)));
  sf_context_go (context, "overview", NULL);
}

static void
on_close_cb (SfEvaluationsPage *self)
{
  SfContext *context = get_context (self);
  SfWorkbook *workbook = sf_context_get_workbook (context);
  SfEvaluation *shown = sf_list_page_get_shown (SF_LIST_PAGE (self));
  gboolean closed = is_closed (shown), ok;
  GError *error = NULL;

  ok = closed ? sf_workbook_reopen_evaluation (workbook, shown, &error)
              : sf_workbook_close_evaluation (workbook, shown, &error);
  if (sf_context_check (context, ok, error))
    sf_context_say (context,
                    closed ? _ ("The evaluation can be changed again.")
                           : _ ("The evaluation was closed."),
                    TRUE);
}

static GtkWidget *
create_form (SfEvaluationsPage *self)
{
  GtkWidget *card = sf_part_card (NULL, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (body, "sf-card-form");
  self->fields = sf_field_set_new (get_context (self), items, G_N_ELEMENTS (items));
  self->framework = sf_part_label (NULL, "sf-row-subtitle");
  self->before = sf_part_label (NULL, "sf-row-subtitle");
  self->progress = sf_part_label (NULL, "sf-row-subtitle");
  gtk_box_append (GTK_BOX (facts), self->framework);
  gtk_box_append (GTK_BOX (facts), self->before);
  gtk_box_append (GTK_BOX (facts), self->progress);
  self->open = sf_button_new (_ ("L_ook at this evaluation"));
  gtk_widget_add_css_class (self->open, "suggested-action");
  gtk_widget_set_halign (self->open, GTK_ALIGN_START);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (on_open_cb), self);
  self->close = gtk_button_new ();
  gtk_widget_set_halign (self->close, GTK_ALIGN_START);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (on_close_cb), self);
  self->close_note = sf_part_label (NULL, "sf-row-subtitle");
  gtk_box_append (GTK_BOX (body), self->fields);
  gtk_box_append (GTK_BOX (body), facts);
  gtk_box_append (GTK_BOX (body), self->open);
  gtk_box_append (GTK_BOX (body), self->close_note);
  gtk_box_append (GTK_BOX (body), self->close);
  gtk_box_append (GTK_BOX (card), body);
  return card;
}

static GtkWidget *
create_empty (SfEvaluationsPage *self)
{
  GtkWidget *begin = sf_button_new (_ ("_Begin the first evaluation…"));

  gtk_widget_add_css_class (begin, "suggested-action");
  g_signal_connect_swapped (begin, "clicked", G_CALLBACK (on_new_cb), self);
  return sf_part_empty ("x-office-calendar-symbolic", _ ("No evaluation yet"),
                        _ ("An evaluation is one cycle of looking at the centre against the "
                           "standards, usually a year. Each can be compared with the one before."),
                        begin);
}

static void
sf_evaluations_page_constructed (GObject *object)
{
  SfEvaluationsPage *self = SF_EVALUATIONS_PAGE (object);
  GtkWidget *form;

  G_OBJECT_CLASS (sf_evaluations_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Evaluations"));
  self->add = sf_part_button ("list-add-symbolic", _ ("_New evaluation…"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_new_cb), self);
  form = create_form (self);
  sf_list_page_build (SF_LIST_PAGE (self), _ ("Evaluations"), self->add, form, NULL,
                      create_empty (self));
}

static void
sf_evaluations_page_class_init (SfEvaluationsPageClass *klass)
{
  SfListPageClass *list_class = SF_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_evaluations_page_constructed;
  SF_PAGE_CLASS (klass)->refresh = sf_evaluations_page_refresh;
  list_class->list = sf_evaluations_page_list;
  list_class->describe = sf_evaluations_page_describe;
  list_class->show = sf_evaluations_page_show;
}

static void
sf_evaluations_page_init (SfEvaluationsPage *self)
{
}

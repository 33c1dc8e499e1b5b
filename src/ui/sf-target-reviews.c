/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-target-reviews.h"

#include "base/sf-date.h"
#include "model/sf-target-status.h"
#include "model/sf-vocabulary.h"
#include "ui/sf-chip.h"
#include "ui/sf-parts.h"
#include "ui/sf-review-form.h"
#include "ui/sf-string.h"
#include "ui/sf-target-changes.h"
#include "ui/sf-target-chart.h"
#include "ui/sf-target-milestones.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _SfTargetReviews
{
  GtkBox parent_instance;

  SfContext *context;
  SfTarget *target;
  GtkWidget *chip;
  GtkWidget *line;
  GtkWidget *chart;
  GtkWidget *changes;
  GtkWidget *milestones;
  GtkWidget *rows;
  GtkWidget *none;
  GtkWidget *open_form;
  GtkWidget *form;
  char *shown;
};

G_DEFINE_FINAL_TYPE (SfTargetReviews, sf_target_reviews, GTK_TYPE_BOX)

static void
on_remove_clicked_cb (GtkWidget *button, SfTargetReviews *self)
{
  SfReview *review = g_object_get_data (G_OBJECT (button), "sf-review");
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  GError *error = NULL;
  gboolean ok = sf_workbook_remove_review (workbook, review, &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The review was removed."), TRUE);
}

static char *
describe_review (SfTarget *target, SfReview *review)
{
  g_autofree char *date = sf_date_format (sf_review_get_reviewed_on (review));
  g_autofree char *value = isnan (sf_review_get_value (review))
                               ? NULL
                               : sf_target_format_value (target, sf_review_get_value (review));
  const char *status = sf_review_get_status (review);
  GString *text = g_string_new (date);

  if (value != NULL)
    g_string_append_printf (text, " · %s", value);
  if (status != NULL)
    /* Translators: what the reviewer said, beside what the program computes: "given: At risk" */
    g_string_append_printf (text, _ (" · given: %s"),
                            sf_vocabulary_get_label (SF_VOCABULARY_REVIEW_STATUS, status));
  return g_string_free (text, FALSE);
}

static char *
describe_comment (SfReview *review)
{
  const char *comment = sf_review_get_comment (review);
  const char *by = sf_review_get_reviewed_by (review);

  if (comment != NULL && by != NULL)
    return g_strdup_printf ("%s (%s)", comment, by);
  return g_strdup (comment != NULL ? comment : by);
}

static GtkWidget *
create_row (SfTargetReviews *self, SfReview *review)
{
  g_autofree char *title = describe_review (self->target, review);
  g_autofree char *subtitle = describe_comment (review);
  g_autofree char *name = g_strdup_printf (_ ("Remove the review: %s"), title);
  GtkWidget *remove = sf_part_icon_button ("user-trash-symbolic", name);
  GtkWidget *row;

  g_object_set_data_full (G_OBJECT (remove), "sf-review", g_object_ref (review), g_object_unref);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_clicked_cb), self);
  gtk_widget_set_sensitive (remove, sf_context_can_edit (self->context));
  row = sf_part_row (title, subtitle, remove);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* All that the rows say, so that they are made anew only if they say something else. */
static char *
dup_state (SfTargetReviews *self, GPtrArray *reviews)
{
  GString *state = g_string_new (sf_context_can_edit (self->context) ? "1" : "0");

  for (guint i = 0; i < reviews->len; i++)
    {
      g_autofree char *title = describe_review (self->target, reviews->pdata[i]);
      g_autofree char *comment = describe_comment (reviews->pdata[i]);

      g_string_append_printf (state, "\n%p %s\t%s", reviews->pdata[i], title,
                              comment != NULL ? comment : "");
    }
  return g_string_free (state, FALSE);
}

static void
update_rows (SfTargetReviews *self, SfModel *model)
{
  g_autoptr (GPtrArray) reviews = sf_model_list_reviews (model, self->target);
  g_autofree char *state = dup_state (self, reviews);
  gboolean had_focus = gtk_widget_get_focus_child (self->rows) != NULL;

  if (!sf_string_set (&self->shown, state))
    return;
  sf_part_clear (self->rows);
  for (guint i = 0; i < reviews->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), create_row (self, reviews->pdata[i]));
  gtk_widget_set_visible (self->rows, reviews->len > 0);
  gtk_widget_set_visible (self->none, reviews->len == 0);
  if (had_focus)
    gtk_widget_grab_focus (self->open_form);
}

static void
show_form (SfTargetReviews *self, gboolean visible)
{
  gtk_widget_set_visible (self->form, visible);
  gtk_widget_set_visible (self->open_form, !visible);
}

static void
on_open_form_clicked_cb (SfTargetReviews *self)
{
  show_form (self, TRUE);
  sf_review_form_start (SF_REVIEW_FORM (self->form), self->target);
}

static void
on_form_done_cb (SfTargetReviews *self)
{
  show_form (self, FALSE);
  gtk_widget_grab_focus (self->open_form);
}

/* "Rose from 16% to 19%; 27% was expected by now. The reviewer said: At risk." */
static char *
dup_line (SfTargetReviews *self, SfModel *model, const char *today)
{
  g_autofree char *story = sf_target_story_to_text (model, self->target, today);
  SfTargetStatus given = sf_target_get_given_status (model, self->target, today);
  SfTargetStatus status = sf_target_get_status (model, self->target, today);

  if (given == SF_TARGET_NO_READING || given == status)
    return g_steal_pointer (&story);
  /* Translators: a sentence or nothing, then what the latest review said of how it goes */
  return g_strdup_printf (_ ("%s The latest review says: %s."), story != NULL ? story : "",
                          sf_target_status_get_label (given));
}

void
sf_target_reviews_show (SfTargetReviews *self, SfTarget *target)
{
  SfModel *model;
  g_autofree char *line = NULL;
  const char *today;

  g_return_if_fail (SF_IS_TARGET_REVIEWS (self));

  if (target != self->target)
    show_form (self, FALSE);
  g_set_object (&self->target, target);
  model = sf_context_get_model (self->context);
  today = sf_context_get_today (self->context);
  sf_target_milestones_show (SF_TARGET_MILESTONES (self->milestones), target);
  sf_target_changes_show (SF_TARGET_CHANGES (self->changes), target);
  sf_target_chart_set_target (SF_TARGET_CHART (self->chart), model, target, today);
  if (target == NULL)
    return;
  sf_chip_set_status (SF_CHIP (self->chip), sf_target_get_status (model, target, today));
  line = dup_line (self, model, today);
  sf_part_set_text (self->line, line);
  gtk_widget_set_visible (self->line, line != NULL && *line != '\0');
  gtk_widget_set_sensitive (self->open_form, sf_context_can_edit (self->context));
  update_rows (self, model);
}

static void
sf_target_reviews_dispose (GObject *object)
{
  SfTargetReviews *self = SF_TARGET_REVIEWS (object);

  g_clear_object (&self->target);
  g_clear_object (&self->context);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sf_target_reviews_parent_class)->dispose (object);
}

static void
sf_target_reviews_class_init (SfTargetReviewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_target_reviews_dispose;
}

static void
sf_target_reviews_init (SfTargetReviews *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

static void
build (SfTargetReviews *self)
{
  GtkWidget *header, *card = sf_part_card (_ ("Progress"), &header);

  self->chip = sf_chip_new ();
  gtk_box_append (GTK_BOX (header), self->chip);
  self->line = sf_part_label (NULL, "sf-card-text");
  self->chart = sf_target_chart_new ();
  self->rows = sf_part_rows (_ ("Reviews"));
  self->none = sf_part_label (_ ("Nobody has looked at this target yet."), "sf-nothing");
  gtk_widget_add_css_class (self->none, "dim-label");
  self->open_form = sf_part_button ("list-add-symbolic", _ ("Add a re_view"));
  gtk_widget_add_css_class (self->open_form, "flat");
  gtk_widget_add_css_class (self->open_form, "sf-card-action");
  g_signal_connect_swapped (self->open_form, "clicked", G_CALLBACK (on_open_form_clicked_cb), self);
  self->form = sf_review_form_new (self->context);
  gtk_widget_set_visible (self->form, FALSE);
  g_signal_connect_swapped (self->form, "done", G_CALLBACK (on_form_done_cb), self);
  gtk_box_append (GTK_BOX (card), self->line);
  gtk_box_append (GTK_BOX (card), self->chart);
  gtk_box_append (GTK_BOX (card), self->rows);
  gtk_box_append (GTK_BOX (card), self->none);
  gtk_box_append (GTK_BOX (card), self->open_form);
  gtk_box_append (GTK_BOX (card), self->form);
  self->milestones = sf_target_milestones_new (self->context);
  self->changes = sf_target_changes_new (self->context);
  gtk_box_append (GTK_BOX (self), card);
  gtk_box_append (GTK_BOX (self), self->changes);
  gtk_box_append (GTK_BOX (self), self->milestones);
}

GtkWidget *
sf_target_reviews_new (SfContext *context)
{
  SfTargetReviews *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_TARGET_REVIEWS, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}

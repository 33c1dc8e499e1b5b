/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-target-reviews.h"

#include "base/sf-date.h"
#include "model/sf-target-status.h"
#include "model/sf-vocabulary.h"
#include "ui/sf-chip.h"
#include "ui/sf-parts.h"
#include "ui/sf-review-list.h"
#include "ui/sf-serves.h"
#include "ui/sf-target-changes.h"
#include "ui/sf-target-milestones.h"
#include "ui/sf-target-view.h"
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
  GtkWidget *view;
  GtkWidget *changes;
  GtkWidget *serves;
  GtkWidget *milestones;
  GtkWidget *reviews;
};

G_DEFINE_FINAL_TYPE (SfTargetReviews, sf_target_reviews, GTK_TYPE_BOX)

static char *
describe_review (gpointer target, gpointer review)
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

static const char *
get_comment (gpointer review)
{
  return sf_review_get_comment (review);
}

static const char *
get_by (gpointer review)
{
  return sf_review_get_reviewed_by (review);
}

static gboolean
remove_review (SfWorkbook *workbook, gpointer review, GError **error)
{
  return sf_workbook_remove_review (workbook, review, error);
}

static const SfReviewKind kind = { N_ ("Nobody has looked at this target yet."),
                                   SF_VOCABULARY_REVIEW_STATUS,
                                   describe_review,
                                   get_comment,
                                   get_by,
                                   remove_review };

/* "Rose from 16% to 19%; 27% was expected by now. The reviewer said: At risk." */
static char *
dup_line (SfTargetReviews *self, SfModel *model, const char *today)
{
  g_autofree char *story = sf_target_story_to_text (model, self->target, today);
  g_autofree char *doubt = sf_target_doubt_to_text (model, self->target, today);
  SfTargetStatus given = sf_target_get_given_status (model, self->target, today);
  SfTargetStatus status = sf_target_get_status (model, self->target, today);

  if (doubt != NULL)
    return g_strjoin (" ", story != NULL ? story : doubt, story != NULL ? doubt : NULL, NULL);
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
  g_autoptr (GPtrArray) reviews = NULL;
  g_autofree char *line = NULL;
  const char *today;

  g_return_if_fail (SF_IS_TARGET_REVIEWS (self));

  g_set_object (&self->target, target);
  model = sf_context_get_model (self->context);
  today = sf_context_get_today (self->context);
  sf_target_milestones_show (SF_TARGET_MILESTONES (self->milestones), target);
  sf_target_changes_show (SF_TARGET_CHANGES (self->changes), target);
  sf_target_view_show (SF_TARGET_VIEW (self->view), model, target, today);
  sf_serves_show (SF_SERVES (self->serves), target);
  reviews = target != NULL ? sf_model_list_reviews (model, target) : NULL;
  sf_review_list_show (SF_REVIEW_LIST (self->reviews), target, reviews,
                       sf_context_can_edit (self->context));
  if (target == NULL)
    return;
  sf_chip_set_status (SF_CHIP (self->chip), sf_target_get_status (model, target, today));
  line = dup_line (self, model, today);
  sf_part_set_text (self->line, line);
  gtk_widget_set_visible (self->line, line != NULL && *line != '\0');
}

static void
sf_target_reviews_dispose (GObject *object)
{
  SfTargetReviews *self = SF_TARGET_REVIEWS (object);

  g_clear_object (&self->target);
  g_clear_object (&self->context);
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
  self->view = sf_target_view_new ();
  self->reviews = sf_review_list_new (self->context, &kind);
  gtk_box_append (GTK_BOX (card), self->line);
  gtk_box_append (GTK_BOX (card), self->view);
  gtk_box_append (GTK_BOX (card), self->reviews);
  self->milestones = sf_target_milestones_new (self->context);
  self->changes = sf_target_changes_new (self->context);
  self->serves = sf_serves_new (self->context, FALSE);
  gtk_box_append (GTK_BOX (self), card);
  gtk_box_append (GTK_BOX (self), self->changes);
  gtk_box_append (GTK_BOX (self), self->milestones);
  gtk_box_append (GTK_BOX (self), self->serves);
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

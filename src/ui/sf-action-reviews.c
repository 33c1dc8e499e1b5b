/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-action-reviews.h"

#include "base/sf-date.h"
#include "model/sf-plan.h"
#include "ui/sf-chip.h"
#include "ui/sf-parts.h"
#include "ui/sf-review-list.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

struct _SfActionReviews
{
  GtkBox parent_instance;

  SfContext *context;
  GtkWidget *chip;
  GtkWidget *stands;
  GtkWidget *money;
  GtkWidget *next;
  GtkWidget *reviews;
};

G_DEFINE_FINAL_TYPE (SfActionReviews, sf_action_reviews, GTK_TYPE_BOX)

static char *
describe_review (gpointer action, gpointer review)
{
  g_autofree char *date = sf_date_format (sf_action_review_get_reviewed_on (review));
  const char *status = sf_action_review_get_status (review);

  if (status == NULL)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s · %s", date,
                          sf_vocabulary_get_label (SF_VOCABULARY_ACTION_STATUS, status));
}

static const char *
get_comment (gpointer review)
{
  return sf_action_review_get_comment (review);
}

static const char *
get_by (gpointer review)
{
  return sf_action_review_get_reviewed_by (review);
}

static gboolean
remove_review (SfWorkbook *workbook, gpointer review, GError **error)
{
  return sf_workbook_remove_action_review (workbook, review, error);
}

static const SfReviewKind kind = { N_ ("Nobody has looked at this action yet."),
                                   SF_VOCABULARY_ACTION_STATUS,
                                   describe_review,
                                   get_comment,
                                   get_by,
                                   remove_review };

static void
set_line (GtkWidget *label, const char *text)
{
  sf_part_set_text (label, text);
  gtk_widget_set_visible (label, text != NULL);
}

/* "Next review due on 4 March 2027", "A review was due on 2 November 2026" */
static char *
dup_next (SfModel *model, SfAction *action, const char *today)
{
  g_autofree char *due = sf_action_get_review_due (model, action, today);
  g_autofree char *day = due != NULL ? sf_date_format (due) : NULL;

  if (day == NULL)
    return NULL;
  return g_strdup_printf (strcmp (due, today) < 0 ? _ ("A review was due on %s.")
                                                  : _ ("The next review is due on %s."),
                          day);
}

void
sf_action_reviews_show (SfActionReviews *self, SfAction *action)
{
  SfModel *model = sf_context_get_model (self->context);
  const char *today = sf_context_get_today (self->context);
  g_autoptr (GPtrArray) reviews = NULL;
  g_autofree char *stands = NULL, *money = NULL, *next = NULL;
  SfActionState state;

  g_return_if_fail (SF_IS_ACTION_REVIEWS (self));

  reviews = action != NULL ? sf_plan_list_reviews (model, action) : NULL;
  sf_review_list_show (SF_REVIEW_LIST (self->reviews), action, reviews,
                       !sf_workbook_get_read_only (sf_context_get_workbook (self->context)));
  if (action == NULL)
    return;
  state = sf_action_get_state (model, action, today);
  sf_chip_set (SF_CHIP (self->chip), sf_mark_shape_of_action (state),
               sf_mark_tone_of_action (state), sf_action_state_get_label (state));
  stands = sf_action_state_to_text (model, action, today);
  money = sf_action_money_to_text (action);
  next = dup_next (model, action, today);
  set_line (self->stands,
            g_strcmp0 (stands, sf_action_state_get_label (state)) != 0 ? stands : NULL);
  set_line (self->money, money);
  set_line (self->next, next);
}

static void
sf_action_reviews_dispose (GObject *object)
{
  g_clear_object (&SF_ACTION_REVIEWS (object)->context);
  G_OBJECT_CLASS (sf_action_reviews_parent_class)->dispose (object);
}

static void
sf_action_reviews_class_init (SfActionReviewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_action_reviews_dispose;
}

static void
sf_action_reviews_init (SfActionReviews *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static void
build (SfActionReviews *self)
{
  GtkWidget *header, *card = sf_part_card (_ ("Where it stands"), &header);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->chip = sf_chip_new ();
  gtk_box_append (GTK_BOX (header), self->chip);
  self->stands = sf_part_label (NULL, NULL);
  self->money = sf_part_label (NULL, NULL);
  self->next = sf_part_label (NULL, "dim-label");
  gtk_widget_add_css_class (lines, "sf-card-text");
  gtk_box_append (GTK_BOX (lines), self->stands);
  gtk_box_append (GTK_BOX (lines), self->money);
  gtk_box_append (GTK_BOX (lines), self->next);
  self->reviews = sf_review_list_new (self->context, &kind);
  gtk_box_append (GTK_BOX (card), lines);
  gtk_box_append (GTK_BOX (card), self->reviews);
  gtk_box_append (GTK_BOX (self), card);
}

GtkWidget *
sf_action_reviews_new (SfContext *context)
{
  SfActionReviews *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_ACTION_REVIEWS, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}

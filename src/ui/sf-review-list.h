/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record.h"
#include "model/sf-vocabulary.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfReviewKind:
 * @nobody: what is said while there is none, marked for translation, not translated
 * @vocabulary: the words for how it goes
 * @describe: (transfer full): date and what else the first line says
 * @get_comment: (nullable): the words of a review
 * @get_by: (nullable): by whom it is
 * @remove: takes a review away
 *
 * What differs between the reviews of a target and those of an action of the plan.
 */
typedef struct
{
  const char *nobody;
  SfVocabulary vocabulary;
  char *(*describe) (gpointer subject, gpointer review);
  const char *(*get_comment) (gpointer review);
  const char *(*get_by) (gpointer review);
  gboolean (*remove) (SfWorkbook *workbook, gpointer review, GError **error);
} SfReviewKind;

/**
 * SfReviewList:
 *
 * The reviews of one record, and the form that adds one; for the inside of a card.
 */
#define SF_TYPE_REVIEW_LIST (sf_review_list_get_type ())
G_DECLARE_FINAL_TYPE (SfReviewList, sf_review_list, SF, REVIEW_LIST, GtkBox)

/* @kind: static */
GtkWidget *sf_review_list_new (SfContext *context, const SfReviewKind *kind);

/**
 * sf_review_list_show:
 * @subject: (nullable): a target or an action
 * @reviews: (nullable): its reviews, in the order to show
 * @can_edit: whether one may be added or taken away
 *
 * Called with the same @subject after each change of the model.
 */
void
sf_review_list_show (SfReviewList *self, gpointer subject, GPtrArray *reviews, gboolean can_edit);

G_END_DECLS

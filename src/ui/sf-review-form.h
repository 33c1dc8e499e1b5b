/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-vocabulary.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfReviewForm:
 *
 * What is asked when a target or an action of the plan is reviewed: the day, the value (of a
 * target), the status, a comment, by whom. "done" is emitted when the review was added or given up.
 */
#define SF_TYPE_REVIEW_FORM (sf_review_form_get_type ())
G_DECLARE_FINAL_TYPE (SfReviewForm, sf_review_form, SF, REVIEW_FORM, GtkBox)

/* @vocabulary: the words for how it goes */
GtkWidget *sf_review_form_new (SfContext *context, SfVocabulary vocabulary);

/* Empties the form for @subject, a target or an action, and puts the focus into it. */
void sf_review_form_start (SfReviewForm *self, SfRecord *subject);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-question.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfQuestionRow:
 *
 * A question for the committee: why it is asked, the way to what it is about, the answer
 * beforehand, and withdrawing it.
 */
#define SF_TYPE_QUESTION_ROW (sf_question_row_get_type ())
G_DECLARE_FINAL_TYPE (SfQuestionRow, sf_question_row, SF, QUESTION_ROW, GtkBox)

GtkWidget *sf_question_row_new (SfContext *context);

/* Shows @question, which is copied, as the @number th; what is being typed stays. */
void sf_question_row_show (SfQuestionRow *self, SfQuestion *question, guint number);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_QUESTION_DECISION_COLUMNS(X, T, p, P) \
  X (T, p, P, EVALUATION, evaluation, REF, N_ ("evaluation"), "evaluation", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, RULE, rule, TEXT, N_ ("why it is asked"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, ABOUT, about, TEXT, N_ ("what it is about"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, GROUND, ground, TEXT, N_ ("ground when it was answered"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, ANSWER, answer, TEXT, N_ ("answer beforehand"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, ANSWERED_ON, answered_on, DATE, N_ ("answered on"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, WITHDRAWN, withdrawn, TEXT, N_ ("why it was withdrawn"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfQuestionDecision:
 *
 * What the head did with a question for the committee that was drawn from the workbook
 * (sf-question.h): answered it beforehand, or withdrew it, with a reason that stays in the centre.
 * It is found by the rule and by what the question is about, so that it stays with the question
 * while the workbook changes.
 */
#define SF_TYPE_QUESTION_DECISION (sf_question_decision_get_type ())
G_DECLARE_FINAL_TYPE (SfQuestionDecision, sf_question_decision, SF, QUESTION_DECISION, SfRecord)

SF_RECORD_COLUMNS (SfQuestionDecision,
                   sf_question_decision,
                   SF_QUESTION_DECISION,
                   SF_QUESTION_DECISION_COLUMNS)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-question-decision.h"

SF_RECORD_DEFINE (SfQuestionDecision,
                  sf_question_decision,
                  SF_QUESTION_DECISION,
                  SF_QUESTION_DECISION_COLUMNS,
                  "question_decision",
                  N_ ("what was done with a question"))

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-question.h"

G_BEGIN_DECLS

/* What may not stand in a question (sf-question-guard.c). */
typedef struct _SfQuestionGuard SfQuestionGuard;

/* @outcomes: (element-type SfPublished): borrowed */
SfQuestionGuard *
sf_question_guard_new (SfModel *model, SfFramework *framework, GPtrArray *outcomes);
void sf_question_guard_free (SfQuestionGuard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfQuestionGuard, sf_question_guard_free)
/* Whether nothing in @text is forbidden. */
gboolean sf_question_guard_allows (SfQuestionGuard *self, const char *text);
/* Whether a question may be about it. */
gboolean sf_question_guard_allows_statement (SfStatement *statement);
gboolean sf_question_guard_allows_target (SfModel *model, SfTarget *target);

/* Drawing (sf-question-draw.c): all that the rules find, before any is chosen. Returns (transfer
 * full): SF_N_QUESTION_RULES arrays of SfQuestion; their texts are not worded yet, ->text is what
 * each is about. */
typedef struct
{
  SfModel *model;
  SfEvaluation *evaluation;
  SfFramework *framework;
  GPtrArray *outcomes;
  const char *today;
  GPtrArray *found[SF_N_QUESTION_RULES];
} SfQuestionDraw;

void sf_question_draw_all (SfQuestionDraw *self);

G_END_DECLS

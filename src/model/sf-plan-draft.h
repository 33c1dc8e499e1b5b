/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-plan.h"

G_BEGIN_DECLS

/**
 * sf_improvements_split:
 * @text: (nullable): what to improve, as somebody wrote it
 *
 * The separate things in it. Each line is one, and within a line each sentence. What a list puts
 * before a line goes: a dash, bullet or star, or a number or letter with a point or bracket. A
 * sentence ends at a full stop, question or exclamation mark before a space and a capital; a full
 * stop after a word of one to three letters ("Mrs.", "e.g.", "St.") ends none. The full stop at the
 * end of a thing goes, for it becomes a title. What comes twice is there once.
 *
 * Returns: (transfer full): the things in their order; never %NULL
 */
GStrv sf_improvements_split (const char *text);

/**
 * SfDraftLine:
 * @judgement: the agreed judgement that it comes from
 * @statement: its statement
 * @text: the thing to improve
 * @taken: (nullable): the action that was made of it before
 */
typedef struct
{
  SfJudgement *judgement;
  SfStatement *statement;
  char *text;
  SfAction *taken;
} SfDraftLine;

void sf_draft_line_free (SfDraftLine *self);

/* (transfer none) (nullable): the action, not retired, that was made of those words of @judgement
 */
SfAction *sf_plan_find_drafted (SfModel *model, SfJudgement *judgement, const char *text);

/**
 * sf_plan_list_draft_lines:
 *
 * What the agreed judgements of an evaluation say is to be improved, the weakest judgements first,
 * then in the framework's order. What is judged of the head is not in it: it belongs to the head.
 * A line is taken once an action keeps its judgement and its words, unless that action was retired.
 *
 * Returns: (transfer full) (element-type SfDraftLine): the array frees its elements
 */
GPtrArray *sf_plan_list_draft_lines (SfModel *model, SfEvaluation *evaluation);

G_END_DECLS

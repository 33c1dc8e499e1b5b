/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* Questions worth asking, drawn from the workbook by rules, for the committee that gets the report.
 */

/* So many questions at most, and so many on one key area (or on what belongs to no area). */
#define SF_QUESTIONS_MOST 6
#define SF_QUESTIONS_PER_AREA 2

/* Where everybody was counted there is no chance to tell a gap from, but one family is one family:
 * there a gap has grown if it did by so much. */
#define SF_QUESTION_LEAST_GAP 0.05

/**
 * SfQuestionRule:
 * @SF_QUESTION_TARGET_BEHIND: a target is off track, or was not met
 * @SF_QUESTION_GAP_GROWING: the gap between a group of families and its peers has grown by more
 * than chance, on the side that is worse for the group
 * @SF_QUESTION_LOWER_GRADE: an agreed judgement, or the agreed grade of an area, is weak, and the
 *   centre itself gives a reason
 * @SF_QUESTION_THIN_EVIDENCE: an agreed judgement is strong, and sf_support_judge() has a concern
 * @SF_QUESTION_TARGET_CHANGED: what a target promises was changed in the evaluation's year
 * @SF_QUESTION_WHAT_WORKED: a target was met, or a judgement is better than in the evaluation
 * before and strong now, and says what difference it made
 *
 * Why a question is asked, in the order in which rules have their turn.
 */
typedef enum
{
  SF_QUESTION_TARGET_BEHIND,
  SF_QUESTION_GAP_GROWING,
  SF_QUESTION_LOWER_GRADE,
  SF_QUESTION_THIN_EVIDENCE,
  SF_QUESTION_TARGET_CHANGED,
  SF_QUESTION_WHAT_WORKED,
} SfQuestionRule;

#define SF_N_QUESTION_RULES 6

/**
 * SfQuestionPlace:
 * @SF_QUESTION_AT_AREA: where the report tells of the key area
 * @SF_QUESTION_AT_PROGRESS: where it tells of progress on what was agreed
 * @SF_QUESTION_AT_OUTCOMES: where it tells of outcome data
 *
 * Where the ground of a question stands in a report.
 */
typedef enum
{
  SF_QUESTION_AT_AREA,
  SF_QUESTION_AT_PROGRESS,
  SF_QUESTION_AT_OUTCOMES,
} SfQuestionPlace;

/**
 * SfQuestion:
 * @rule: why it is asked
 * @about: what it is about: the code of a statement or an area, the UUID of a target, the UUIDs of
 * a measure and a group with a space between them; with @rule it names the question
 * @text: the question
 * @ground: why it is asked, in plain words without codes
 * @fact: the same as short as can be: without what the centre wrote, but for the reason of a lower
 *   grade, without which it is not asked
 * @place: where that stands in a report
 * @area: (nullable) (transfer none): the key area; it lives as long as its framework
 * @record: (transfer none): what it is about: a judgement, an area's grade, a target or a measure
 * @decision: (nullable) (transfer none): what was done with it; it belongs to the model
 *
 * A question as it is drawn now. It is made anew after each change.
 */
typedef struct
{
  SfQuestionRule rule;
  char *about;
  char *text;
  char *ground;
  char *fact;
  SfQuestionPlace place;
  SfKeyArea *area;
  SfRecord *record;
  SfQuestionDecision *decision;
  /*< private >*/
  int weight;
  guint order;
} SfQuestion;

/* (transfer full): without @record and @decision, which may go: what operations need of it */
SfQuestion *sf_question_copy (const SfQuestion *self);
void sf_question_free (SfQuestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfQuestion, sf_question_free)

/**
 * sf_question_list:
 * @outcomes: (nullable) (element-type SfPublished): sf_published_list() of the evaluation, where it
 *   is there already; %NULL makes it
 * @today: ISO 8601
 *
 * Draws the questions. What is looked at:
 *
 * - agreed judgements (of no contributor) with a level, of statements of the centre, in areas whose
 *   grade is agreed: it is recorded by whom and when; and those areas' grades;
 * - targets of the evaluation whose statements are all of the centre;
 * - outcome data only as #SfPublished lets it out.
 *
 * Never a statement about the head, nor a safeguarding statement, nor a target that serves one. And
 * whatever was drawn is thrown away if a text in it repeats a figure that is not shown, holds a
 * person's name that the workbook knows, speaks of safeguarding or child protection, or holds the
 * code of a statement.
 *
 * Within a rule what weighs most comes first:
 *
 * 1. behind: off track before not met; one for a priority first;
 * 2. a gap: the one that grew most;
 * 3. a lower grade: an area before a statement, the lowest before others, one that fell first;
 * 4. thin evidence: none before one kind before old; the best grade first;
 * 5. changed: a goal before a date before the rest;
 * 6. what worked: a judgement that rose by more than one level, a target met with its reason, a
 *    judgement that rose by one, another target met.
 *
 * What weighs the same stands in the framework's order, then in that of the lists. Then the rules
 * take turns in the order of #SfQuestionRule, each with its next one on an area that has the fewest
 * questions yet, until there are %SF_QUESTIONS_MOST or nothing is left. No area has more than
 * %SF_QUESTIONS_PER_AREA, no statement or target more than one; of a
 * statement and a target that serves it, only the target is asked about. As there are as many turns
 * as questions, what worked is asked wherever something did.
 *
 * A question that was withdrawn keeps its place, so that withdrawing one never brings another.
 *
 * Returns: (transfer full) (element-type SfQuestion): in the order in which they are printed; the
 *   array frees its elements
 */
GPtrArray *
sf_question_list (SfModel *model, SfEvaluation *evaluation, GPtrArray *outcomes, const char *today);

/**
 * sf_question_find:
 * @questions: (element-type SfQuestion): of sf_question_list()
 * @id: sf_question_get_id() of one, or its number from 1 on
 *
 * Returns: (transfer none) (nullable): that one
 */
SfQuestion *sf_question_find (GPtrArray *questions, const char *id);

/* (transfer full): names it in scripts: "thin-evidence:LLD-S1" */
char *sf_question_get_id (SfQuestion *self);

gboolean sf_question_is_withdrawn (SfQuestion *self);

/* (transfer none) (nullable): the answer beforehand, whether or not it is still one to this ground
 */
const char *sf_question_get_answer (SfQuestion *self);

/**
 * sf_question_is_stale:
 *
 * Returns: whether it was answered when the ground was another one: then the answer is not printed
 *   until somebody has looked at it again
 */
gboolean sf_question_is_stale (SfQuestion *self);

/* (transfer none) (nullable): the answer that is printed: one that is not stale */
const char *sf_question_get_printed_answer (SfQuestion *self);

/* How many of them were withdrawn. */
guint sf_question_count_withdrawn (GPtrArray *questions);

/**
 * sf_question_list_unasked:
 * @questions: (element-type SfQuestion): of sf_question_list() of @evaluation
 *
 * Returns: (transfer container) (element-type SfQuestionDecision): answers to questions that are
 * not drawn any more; they are kept, and printed nowhere
 */
GPtrArray *
sf_question_list_unasked (SfModel *model, SfEvaluation *evaluation, GPtrArray *questions);

/* (transfer container) (element-type SfKeyArea): areas on whose judgements nothing is asked, for
 * their grade is not agreed */
GPtrArray *sf_question_list_not_agreed (SfModel *model, SfEvaluation *evaluation);

/* "target-behind", "gap-growing", "lower-grade", "thin-evidence", "target-changed", "what-worked"
 */
const char *sf_question_rule_get_id (SfQuestionRule rule);
/* "A target is behind", …: in the user's language */
const char *sf_question_rule_get_label (SfQuestionRule rule);

G_END_DECLS

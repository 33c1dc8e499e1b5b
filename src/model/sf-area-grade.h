/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-spread.h"

G_BEGIN_DECLS

/**
 * SfGradeState:
 * @SF_GRADE_NONE: there is no grade
 * @SF_GRADE_PROPOSED: the head proposes it
 * @SF_GRADE_AGREED: it is recorded who agreed it and when
 */
typedef enum
{
  SF_GRADE_NONE,
  SF_GRADE_PROPOSED,
  SF_GRADE_AGREED,
} SfGradeState;

/**
 * SfGradeChange:
 * @SF_GRADE_CHANGE_UNKNOWN: one of the two is missing, or they are not on the same scale
 * @SF_GRADE_CHANGE_BETTER: better than in the evaluation before
 * @SF_GRADE_CHANGE_SAME: the same
 * @SF_GRADE_CHANGE_WORSE: worse
 */
typedef enum
{
  SF_GRADE_CHANGE_UNKNOWN,
  SF_GRADE_CHANGE_BETTER,
  SF_GRADE_CHANGE_SAME,
  SF_GRADE_CHANGE_WORSE,
} SfGradeChange;

/**
 * sf_area_judgement_get_grade_state:
 * @self: (nullable): the judgement of an area
 *
 * A grade is agreed if both are recorded: by whom, and on which day.
 *
 * Returns: its state
 */
SfGradeState sf_area_judgement_get_grade_state (SfAreaJudgement *self);

/**
 * sf_area_judgement_state_to_text:
 * @self: (nullable): the judgement of an area
 *
 * Returns: (transfer full): "agreed by the leadership team on 2 May 2026", "proposed by the head,
 * not yet agreed", "not graded yet"
 */
char *sf_area_judgement_state_to_text (SfAreaJudgement *self);

/* In all of these @area is %NULL for the grade of the whole centre. */

/**
 * sf_area_grade_get_scale:
 *
 * Returns: (transfer none) (nullable): the scale of the grade; %NULL if the framework cannot be
 * read
 */
SfScale *sf_area_grade_get_scale (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);

/**
 * sf_area_grade_find:
 *
 * Returns: (transfer none) (nullable): the record of the grade
 */
SfAreaJudgement *sf_area_grade_find (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);

/**
 * sf_area_grade_get_level:
 *
 * Returns: (transfer none) (nullable): the grade, proposed or agreed
 */
SfLevel *sf_area_grade_get_level (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);

/**
 * sf_area_grade_to_text:
 *
 * Returns: (transfer full): "2 Good" or "Not graded yet"
 */
char *sf_area_grade_to_text (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);

/**
 * sf_area_grade_is_odd:
 * @why: (out) (optional) (transfer full): why, as from sf_spread_grade_is_odd()
 *
 * Holds an area's grade against its statements, and the centre's against the grades of the areas.
 *
 * Returns: whether the grade sits oddly
 */
gboolean
sf_area_grade_is_odd (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area, char **why);

/**
 * sf_area_grade_get_last_level:
 *
 * Returns: (transfer none) (nullable): the grade in the evaluation before, if it has the same area
 */
SfLevel *sf_area_grade_get_last_level (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);

/**
 * sf_area_grade_compare_with_last:
 * @text: (out) (optional) (transfer full) (nullable): "better than last year", "the same as last
 * year", "lower than last year"; "last time" if the evaluation before did not begin about a year
 * earlier; %NULL if unknown
 *
 * Compares only grades on scales of the same id and the same number of levels.
 *
 * Returns: how the grade moved
 */
SfGradeChange sf_area_grade_compare_with_last (SfModel *model,
                                               SfEvaluation *evaluation,
                                               SfKeyArea *area,
                                               char **text);

/**
 * sf_area_grade_get_summary:
 * @area: a key area
 *
 * The one line under an area's name on the Overview: that nothing was done yet; that the grade sits
 * oddly; what is left to judge; that most of its strong judgements rest on little; how it moved;
 * how its statements are spread. The first of these that there is to say.
 *
 * Returns: (transfer full): the line
 */
char *sf_area_grade_get_summary (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);

G_END_DECLS

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

SfGradeState sf_area_judgement_get_grade_state (SfAreaJudgement *self);
char *sf_area_judgement_state_to_text (SfAreaJudgement *self);

/* In all of these @area is %NULL for the grade of the whole centre. */

SfScale *sf_area_grade_get_scale (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);
SfAreaJudgement *sf_area_grade_find (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);
SfLevel *sf_area_grade_get_level (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);
char *sf_area_grade_to_text (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);
gboolean
sf_area_grade_is_odd (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area, char **why);
SfLevel *sf_area_grade_get_last_level (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);
SfGradeChange sf_area_grade_compare_with_last (SfModel *model,
                                               SfEvaluation *evaluation,
                                               SfKeyArea *area,
                                               char **text);
char *sf_area_grade_get_summary (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);

G_END_DECLS

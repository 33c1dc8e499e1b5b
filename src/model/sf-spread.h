/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-judgement-state.h"

G_BEGIN_DECLS

/* The schema allows levels from 1 to this. */
#define SF_MAX_LEVELS 9

/**
 * SfSpread:
 * @counts: how many are at each level; the index is the level's value, 0 is unused
 * @not_judged: how many are not judged yet
 * @not_applicable: how many do not apply
 * @total: all of them
 *
 * How levels are spread: over the centre statements of an area, over the contributors to one
 * statement, or over the grades of the areas. @total is the sum of all the rest.
 */
typedef struct
{
  guint counts[SF_MAX_LEVELS + 1];
  guint not_judged;
  guint not_applicable;
  guint total;
} SfSpread;

/**
 * sf_spread_of_area:
 * @area: (nullable): a key area, or %NULL for all
 * @spread: (out caller-allocates): the agreed levels of its centre statements
 */
void
sf_spread_of_area (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area, SfSpread *spread);

/**
 * sf_spread_of_statement:
 * @spread: (out caller-allocates): what the contributors said, one for each who has a row; the
 *   agreed judgement is not among them
 */
void sf_spread_of_statement (SfModel *model,
                             SfEvaluation *evaluation,
                             const char *statement_code,
                             SfSpread *spread);

/**
 * sf_spread_of_grades:
 * @spread: (out caller-allocates): the grades of the key areas, proposed or agreed
 */
void sf_spread_of_grades (SfModel *model, SfEvaluation *evaluation, SfSpread *spread);

/**
 * sf_spread_get_n_judged:
 *
 * Returns: how many have a level
 */
guint sf_spread_get_n_judged (const SfSpread *spread);

/**
 * sf_spread_to_text:
 *
 * Returns: (transfer full): "1 outstanding, 6 good, 1 requires improvement", always best first so
 * that two areas, or two years, can be compared; "" if none has a level
 */
char *sf_spread_to_text (const SfSpread *spread, SfScale *scale);

/**
 * sf_spread_to_full_text:
 *
 * Returns: (transfer full): as sf_spread_to_text(), followed by what has no level: "6 good, 2 not
 *   judged yet, 1 not applicable"; "" if @spread is empty
 */
char *sf_spread_to_full_text (const SfSpread *spread, SfScale *scale);

/**
 * sf_spread_grade_is_odd:
 * @scale: the scale of both
 * @level: the grade, or %SF_NULL_INT
 * @why: (out) (optional) (transfer full): a clause that says why, if it is odd: "3 of 6 are lower"
 *
 * Whether a grade sits oddly with what lies beneath it. It never says what the grade should be.
 * The first of these that holds is told; all but the second are looked at only if at least half of
 * what applies is judged:
 *
 * 1. half or more of the levels are worse than the grade;
 * 2. the grade is strong (sf_level_value_is_strong()) and something is at the worst level of a
 * scale of three or more;
 * 3. the grade is the best of a scale of three or more, and something is weak;
 * 4. every level is better than the grade.
 *
 * Returns: whether the grade sits oddly
 */
gboolean sf_spread_grade_is_odd (const SfSpread *spread, SfScale *scale, gint64 level, char **why);

G_END_DECLS

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

void
sf_spread_of_area (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area, SfSpread *spread);
void sf_spread_of_statement (SfModel *model,
                             SfEvaluation *evaluation,
                             const char *statement_code,
                             SfSpread *spread);
void sf_spread_of_grades (SfModel *model, SfEvaluation *evaluation, SfSpread *spread);

guint sf_spread_get_n_judged (const SfSpread *spread);
char *sf_spread_to_text (const SfSpread *spread, SfScale *scale);
char *sf_spread_to_full_text (const SfSpread *spread, SfScale *scale);
gboolean sf_spread_grade_is_odd (const SfSpread *spread, SfScale *scale, gint64 level, char **why);

G_END_DECLS

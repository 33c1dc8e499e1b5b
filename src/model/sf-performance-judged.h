/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-performance.h"

G_BEGIN_DECLS

/* What is judged of the head in one evaluation, where it lies behind a lock: instead of in the
 * table of judgements it is in the document of a confidential record. */

/**
 * SfJudgedField:
 *
 * The columns of a judgement, as texts: CONTRIBUTOR is a UUID, and nothing is said there in the
 * head's own judgement; NAME is what the contributor was called then; LEVEL is a number. Of a level
 * and NOT_APPLICABLE one at most says something.
 */
typedef enum
{
  SF_JUDGED_STATEMENT_CODE,
  SF_JUDGED_CONTRIBUTOR,
  SF_JUDGED_NAME,
  SF_JUDGED_LEVEL,
  SF_JUDGED_NOT_APPLICABLE,
  SF_JUDGED_STRENGTHS,
  SF_JUDGED_IMPROVEMENTS,
  SF_JUDGED_DIFFERENCE,
} SfJudgedField;

#define SF_N_JUDGED_FIELDS 8

guint sf_performance_get_n_judged (const SfPerformance *self);
/* Returns: (nullable): what the @nth says there */
const char *sf_performance_get_judged (const SfPerformance *self, guint nth, SfJudgedField field);

/**
 * sf_performance_find_judged:
 * @code: a statement
 * @contributor: (nullable): who judged, as text; %NULL: the head's own
 *
 * Returns: its number; -1 where nothing is said
 */
int
sf_performance_find_judged (const SfPerformance *self, const char *code, const char *contributor);

/* What the head's own judgement of a statement says there. (nullable) */
const char *
sf_performance_get_own (const SfPerformance *self, const char *code, SfJudgedField field);

/**
 * sf_performance_add_judged:
 * @texts: (array fixed-size=8): by #SfJudgedField, each may be %NULL but the code
 * @error: %SF_ERROR_INVALID and a sentence; nothing was added then
 *
 * Adds a judgement. One that says nothing but whose it is is left out.
 */
gboolean sf_performance_add_judged (SfPerformance *self, const char *const *texts, GError **error);

/**
 * sf_performance_set_own:
 * @field: %SF_JUDGED_LEVEL or one after it
 * @text: (nullable): what the head's own judgement shall say
 * @error: %SF_ERROR_INVALID and a sentence
 *
 * A level takes the reason why it does not apply away, and the other way round.
 */
gboolean sf_performance_set_own (
    SfPerformance *self, const char *code, SfJudgedField field, const char *text, GError **error);

/* What a person reads; and what a script calls it ("not-applicable"). */
const char *sf_judged_field_get_label (SfJudgedField field);
const char *sf_judged_field_get_id (SfJudgedField field);
/* -1 where there is none of that name, or it says whose the judgement is */
int sf_judged_find_field (const char *id);

G_END_DECLS

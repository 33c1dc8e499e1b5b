/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-judgement-state.h"

G_BEGIN_DECLS

/**
 * SfSupport:
 * @n_items: how many pieces of evidence are linked to the statement in this evaluation
 * @kinds: which kinds they are of: bit 1 << #SfEvidenceKind for each
 * @n_kinds: how many kinds that is
 * @n_undated: how many of them say no date of their own
 * @newest: the latest date of the evidence (not of adding it) as ISO 8601 text; "" if none has one
 *
 * What a judgement rests on. Retired evidence does not count.
 */
typedef struct
{
  guint n_items;
  guint kinds;
  guint n_kinds;
  guint n_undated;
  char newest[16];
} SfSupport;

/**
 * SfSupportConcern:
 * @SF_SUPPORT_FINE: nothing to say, or nothing that is looked at
 * @SF_SUPPORT_NO_EVIDENCE: a strong judgement rests on nothing
 * @SF_SUPPORT_ONE_KIND: it rests on evidence of one kind
 * @SF_SUPPORT_OLD: it rests only on evidence dated before the evaluation began
 */
typedef enum
{
  SF_SUPPORT_FINE,
  SF_SUPPORT_NO_EVIDENCE,
  SF_SUPPORT_ONE_KIND,
  SF_SUPPORT_OLD,
} SfSupportConcern;

#define SF_N_SUPPORT_CONCERNS 4

/**
 * sf_support_of_statement:
 * @support: (out caller-allocates): what is linked to the statement in @evaluation
 */
void sf_support_of_statement (SfModel *model,
                              SfEvaluation *evaluation,
                              const char *statement_code,
                              SfSupport *support);

/**
 * sf_support_get_concern:
 *
 * Only strong agreed judgements (sf_level_value_is_strong()) of centre statements are looked at. No
 * evidence is told before one kind, and one kind before old. Evidence without a date of its own is
 * never old.
 *
 * Returns: what there is to say of it
 */
SfSupportConcern
sf_support_get_concern (SfModel *model, SfEvaluation *evaluation, SfStatement *statement);

/**
 * sf_support_count_concerns:
 * @area: (nullable): a key area, or %NULL for all
 * @counts: (out caller-allocates): by #SfSupportConcern, how many centre statements have it; what
 * is not looked at counts as fine
 */
void sf_support_count_concerns (SfModel *model,
                                SfEvaluation *evaluation,
                                SfKeyArea *area,
                                guint counts[SF_N_SUPPORT_CONCERNS]);

/**
 * sf_support_to_text:
 *
 * Returns: (transfer full): "3 items of 2 kinds", "1 item", "no evidence yet"
 */
char *sf_support_to_text (const SfSupport *support);

/**
 * sf_support_concern_to_text:
 * @support: (nullable): to say which kind it is
 *
 * Returns: (transfer full): "rests on no evidence", "rests on documents only", "rests on evidence
 * from before this evaluation"; "" for fine
 */
char *sf_support_concern_to_text (SfSupportConcern concern, const SfSupport *support);

G_END_DECLS

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

void sf_support_of_statement (SfModel *model,
                              SfEvaluation *evaluation,
                              const char *statement_code,
                              SfSupport *support);
SfSupportConcern
sf_support_get_concern (SfModel *model, SfEvaluation *evaluation, SfStatement *statement);
void sf_support_count_concerns (SfModel *model,
                                SfEvaluation *evaluation,
                                SfKeyArea *area,
                                guint counts[SF_N_SUPPORT_CONCERNS]);
char *sf_support_to_text (const SfSupport *support);
char *sf_support_concern_to_text (SfSupportConcern concern, const SfSupport *support);

G_END_DECLS

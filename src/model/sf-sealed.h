/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* What the seals of an evaluation come to. */

/**
 * SfSealState:
 * @SF_SEAL_CURRENT: it is what the centre stands by
 * @SF_SEAL_IN_CORRECTION: a correction has begun; the next version is not sealed yet
 * @SF_SEAL_SUPERSEDED: a later version took its place
 */
typedef enum
{
  SF_SEAL_CURRENT,
  SF_SEAL_IN_CORRECTION,
  SF_SEAL_SUPERSEDED,
} SfSealState;

/* Returns: (transfer none) (nullable): the newest version of an evaluation's sealed report */
SfSeal *sf_model_get_seal (SfModel *self, SfEvaluation *evaluation);

/* Returns: (transfer container) (element-type SfSeal): of one evaluation, or with %NULL of all; the
 * newest first */
GPtrArray *sf_model_list_seals (SfModel *self, SfEvaluation *evaluation);

/* Whether it has all that a seal has, in its size: somebody may have written over it. */
gboolean sf_seal_is_whole (SfSeal *seal);

SfSealState sf_seal_get_state (SfModel *model, SfSeal *seal);

/**
 * sf_model_get_shut_seal:
 *
 * Returns: (transfer none) (nullable): the seal for which nothing of the evaluation can be changed
 */
SfSeal *sf_model_get_shut_seal (SfModel *self, SfEvaluation *evaluation);

/* Returns: the number that the next version of the report will have; 1 before the first */
guint sf_model_get_next_version (SfModel *self, SfEvaluation *evaluation);

/**
 * sf_model_tell_version:
 *
 * Returns: (transfer full) (nullable): "Version 2, corrected on 3 May 2026: …", for the report that
 *   is made of the evaluation now; %NULL where it was never corrected
 */
char *sf_model_tell_version (SfModel *self, SfEvaluation *evaluation);

/**
 * sf_seal_tell_erasing:
 * @evidence: (element-type SfEvidence): what is going to be erased
 *
 * What erasing it does to reports that are sealed, for who is about to.
 *
 * Returns: (transfer full) (nullable): one or more sentences; %NULL where no sealed report rests on
 *   any of it
 */
char *sf_seal_tell_erasing (SfModel *model, GPtrArray *evidence);

/* Returns: (transfer full): "Accepted at the meeting of 3 May 2026, sealed …", with what came of it
 * later: one or more sentences */
char *sf_seal_tell (SfModel *model, SfSeal *seal);

G_END_DECLS

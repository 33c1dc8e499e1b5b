/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-performance.h"

G_BEGIN_DECLS

/* Whose words are whose in a confidential record: who reads it reads all, but nobody writes what
 * the other says. */

/**
 * SfPerformanceSide:
 * @SF_PERFORMANCE_BOTHS: what is agreed or only noted: objectives, meetings, development, the panel
 * @SF_PERFORMANCE_PERSONS: self-reviews
 * @SF_PERFORMANCE_REVIEWERS: the reviewer's words, each judgement, and the panel's draft statement
 *
 * Who writes a field. Signatures are nobody's to write: see sf_performance_sign().
 */
typedef enum
{
  SF_PERFORMANCE_BOTHS,
  SF_PERFORMANCE_PERSONS,
  SF_PERFORMANCE_REVIEWERS,
} SfPerformanceSide;

/**
 * SfPerformanceOpener:
 * @SF_PERFORMANCE_BY_BOTH: it was begun just now, and both sit there
 * @SF_PERFORMANCE_BY_PERSON: by the person's passphrase
 * @SF_PERFORMANCE_BY_REVIEWER: by the reviewer's
 * @SF_PERFORMANCE_BY_FURTHER: by that of somebody who was let in later, another governor of the
 *   panel or a new line manager: writes what the reviewer writes, and does not sign
 * @SF_PERFORMANCE_BY_RECOVERY: by the employer's recovery key: reads only
 *
 * What opened a record.
 */
typedef enum
{
  SF_PERFORMANCE_BY_BOTH,
  SF_PERFORMANCE_BY_PERSON,
  SF_PERFORMANCE_BY_REVIEWER,
  SF_PERFORMANCE_BY_FURTHER,
  SF_PERFORMANCE_BY_RECOVERY,
} SfPerformanceOpener;

SfPerformanceSide sf_performance_field_get_side (SfPerformanceField field);
SfPerformanceSide sf_objective_field_get_side (SfObjectiveField field);

/* Of both at once each writes only what is agreed: who types own words unlocks it with their own
 * passphrase. */
gboolean sf_performance_may_write (SfPerformanceOpener opener, SfPerformanceSide side);

/* Whether a signature, the reviewer's or else the person's, is theirs to give or take back. */
gboolean sf_performance_may_sign (SfPerformanceOpener opener, gboolean reviewer);

/**
 * sf_performance_check_written:
 * @before: what it said
 * @after: what it shall say
 * @opener: who wrote it
 * @error: %SF_ERROR_INVALID and a sentence that says whose it is
 *
 * Returns: whether all that differs is @opener's to write
 */
gboolean sf_performance_check_written (const SfPerformance *before,
                                       const SfPerformance *after,
                                       SfPerformanceOpener opener,
                                       GError **error);

G_END_DECLS

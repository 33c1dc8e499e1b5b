/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_TARGET_COLUMNS(X, T, p, P) \
  X (T, p, P, CENTRE, centre, REF, N_ ("centre"), "centre", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, EVALUATION, evaluation, REF, N_ ("evaluation in which it was set"), "evaluation", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, STATEMENT_CODE, statement_code, TEXT, N_ ("statement"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, TITLE, title, TEXT, N_ ("target"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, CRITERIA, criteria, TEXT, N_ ("how we shall know"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, MEASURE, measure, TEXT, N_ ("what is measured"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES) \
  X (T, p, P, UNIT, unit, TEXT, N_ ("unit"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, BASELINE, baseline, REAL, N_ ("where we began"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, GOAL, goal, REAL, N_ ("goal"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, OWNER, owner, TEXT, N_ ("who leads"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, SUPPORT, support, TEXT, N_ ("support and training needed"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, STARTS_ON, starts_on, DATE, N_ ("start"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, DUE_ON, due_on, DATE, N_ ("due"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, OUTCOME, outcome, TEXT, N_ ("how it ended"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, OUTCOME_REASON, outcome_reason, TEXT, N_ ("why it ended so"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, RETIRED_AT, retired_at, INSTANT, N_ ("retired"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS) \
  X (T, p, P, FURTHER_STATEMENTS, further_statements, TEXT, N_ ("further statements"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, PRIORITY, priority, REF, N_ ("priority"), "priority", \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, EVIDENCE_EXPECTED, evidence_expected, TEXT, N_ ("evidence expected"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, PACE, pace, TEXT, N_ ("how it is approached"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, DIRECTION, direction, TEXT, N_ ("which way is better"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, OUTCOME_MEASURE, outcome_measure, REF, N_ ("measure of the outcome data"), \
     "measure", \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, FAMILY_GROUP, family_group, REF, N_ ("group of families"), "family_group", \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfTarget:
 *
 * What the centre will do, by when, and how it is known.
 */
#define SF_TYPE_TARGET (sf_target_get_type ())
G_DECLARE_FINAL_TYPE (SfTarget, sf_target, SF, TARGET, SfRecord)

SF_RECORD_COLUMNS (SfTarget, sf_target, SF_TARGET, SF_TARGET_COLUMNS)

G_END_DECLS

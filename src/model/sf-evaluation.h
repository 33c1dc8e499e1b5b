/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_EVALUATION_COLUMNS(X, T, p, P) \
  X (T, p, P, CENTRE, centre, REF, N_ ("centre"), "centre", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, FRAMEWORK, framework, REF, N_ ("framework"), "framework", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, PREDECESSOR, predecessor, REF, N_ ("evaluation before it"), "evaluation", \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, TITLE, title, TEXT, N_ ("title"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES) \
  X (T, p, P, STARTS_ON, starts_on, DATE, N_ ("first day"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, ENDS_ON, ends_on, DATE, N_ ("last day"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, MEETING_ON, meeting_on, DATE, N_ ("meeting that receives the report"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, IMPROVED, improved, TEXT, N_ ("what improved"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, NOT_IMPROVED, not_improved, TEXT, N_ ("what did not improve"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, DECISIONS, decisions, TEXT, N_ ("decisions asked for"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, CLOSED_AT, closed_at, INSTANT, N_ ("closed"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, FINANCE, finance, TEXT, N_ ("finance"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, STAFFING, staffing, TEXT, N_ ("staffing"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, WENT_WELL, went_well, TEXT, N_ ("what went well, for parents"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, WORKING_ON, working_on, TEXT, N_ ("what we are working on, for parents"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, HEARD, heard, TEXT, N_ ("what families told us, and what we did"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES_ALL)
/* clang-format on */

/**
 * SfEvaluation:
 *
 * One cycle in which a centre is evaluated against a framework.
 */
#define SF_TYPE_EVALUATION (sf_evaluation_get_type ())
G_DECLARE_FINAL_TYPE (SfEvaluation, sf_evaluation, SF, EVALUATION, SfRecord)

SF_RECORD_COLUMNS (SfEvaluation, sf_evaluation, SF_EVALUATION, SF_EVALUATION_COLUMNS)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_PERFORMANCE_RECORD_COLUMNS(X, T, p, P) \
  X (T, p, P, CENTRE, centre, REF, N_ ("centre"), "centre", \
     SF_COLUMN_STAYS) \
  X (T, p, P, PREDECESSOR, predecessor, REF, N_ ("cycle before it"), "performance", \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS) \
  X (T, p, P, PERSON, person, TEXT, N_ ("person"), NULL, \
     SF_COLUMN_PERSONAL | SF_COLUMN_STAYS) \
  X (T, p, P, ROLE, role, TEXT, N_ ("role"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_STAYS) \
  X (T, p, P, KIND, kind, TEXT, N_ ("staff or head"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, REVIEWER, reviewer, TEXT, N_ ("reviewer"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_STAYS) \
  X (T, p, P, FURTHER_READERS, further_readers, TEXT, N_ ("others who may read it"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_STAYS) \
  X (T, p, P, STARTS_ON, starts_on, DATE, N_ ("first day"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, ENDS_ON, ends_on, DATE, N_ ("last day"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, REVIEW_HELD, review_held, BOOLEAN, N_ ("whether the review was held"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, SEALED, sealed, BLOB, N_ ("what is said in it"), NULL, \
     SF_COLUMN_CONFIDENTIAL | SF_COLUMN_PERSONAL | SF_COLUMN_STAYS) \
  X (T, p, P, POSITION, position, INT, N_ ("place in the list"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, RETIRED_AT, retired_at, INSTANT, N_ ("retired"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS) \
  X (T, p, P, EVALUATION, evaluation, REF, N_ ("evaluation"), "evaluation", \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfPerformanceRecord:
 *
 * The performance management of one person in one cycle, as it lies in the file: who, by whom, from
 * when to when, and what is said, sealed. Opened, that is an #SfPerformance (`sf-performance.h`),
 * which only the workbook makes of it. With an evaluation it is no performance management: it holds
 * what is judged of the head there, and "person" is the head.
 */
#define SF_TYPE_PERFORMANCE_RECORD (sf_performance_record_get_type ())
G_DECLARE_FINAL_TYPE (SfPerformanceRecord, sf_performance_record, SF, PERFORMANCE_RECORD, SfRecord)

SF_RECORD_COLUMNS (SfPerformanceRecord,
                   sf_performance_record,
                   SF_PERFORMANCE_RECORD,
                   SF_PERFORMANCE_RECORD_COLUMNS)

G_END_DECLS

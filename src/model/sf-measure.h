/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_MEASURE_COLUMNS(X, T, p, P) \
  X (T, p, P, CENTRE, centre, REF, N_ ("centre"), "centre", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, SHIPPED, shipped, TEXT, N_ ("measure of the list it came from"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, TITLE, title, TEXT, N_ ("measure"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, EXPLANATION, explanation, TEXT, N_ ("what it says"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_PROSE | SF_COLUMN_LEAVES) \
  X (T, p, P, KIND, kind, TEXT, N_ ("how it is counted"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, UNIT, unit, TEXT, N_ ("unit"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, DIRECTION, direction, TEXT, N_ ("which way is better"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, PERIOD, period, TEXT, N_ ("how often"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, FULL_COUNT, full_count, BOOLEAN, N_ ("who is counted"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, SOURCE, source, TEXT, N_ ("source"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES) \
  X (T, p, P, AIM, aim, REAL, N_ ("aim"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, POSITION, position, INT, N_ ("place in the list"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, RETIRED_AT, retired_at, INSTANT, N_ ("retired"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfMeasure:
 *
 * What the centre counts, period by period: outcome data. Its kind says how a #SfReading is made.
 * aim is in the reading's own unit; for a proportion a fraction of 1.
 */
#define SF_TYPE_MEASURE (sf_measure_get_type ())
G_DECLARE_FINAL_TYPE (SfMeasure, sf_measure, SF, MEASURE, SfRecord)

SF_RECORD_COLUMNS (SfMeasure, sf_measure, SF_MEASURE, SF_MEASURE_COLUMNS)

G_END_DECLS

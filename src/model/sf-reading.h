/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_READING_COLUMNS(X, T, p, P) \
  X (T, p, P, MEASURE, measure, REF, N_ ("measure"), "measure", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, FAMILY_GROUP, family_group, REF, N_ ("group of families"), "family_group", \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, STARTS_ON, starts_on, DATE, N_ ("period"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, COUNT, count, INT, N_ ("count"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES_AUTHORITY) \
  X (T, p, P, DENOMINATOR, denominator, INT, N_ ("out of"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES_AUTHORITY) \
  X (T, p, P, VALUE, value, REAL, N_ ("value"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, SOURCE, source, TEXT, N_ ("source of this figure"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, DATED_ON, dated_on, DATE, N_ ("date of the figure"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, DENOMINATOR_ON, denominator_on, DATE, N_ ("date of what it is out of"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfReading:
 *
 * One figure of a #SfMeasure: of all families or of a group, for the period that begins on
 * starts_on. A proportion has count and denominator, a count has count, a mean has value. It may
 * be small enough to tell of a single family: what is published asks sf-disclosure.h first.
 */
#define SF_TYPE_READING (sf_reading_get_type ())
G_DECLARE_FINAL_TYPE (SfReading, sf_reading, SF, READING, SfRecord)

SF_RECORD_COLUMNS (SfReading, sf_reading, SF_READING, SF_READING_COLUMNS)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_PRIORITY_COLUMNS(X, T, p, P) \
  X (T, p, P, EVALUATION, evaluation, REF, N_ ("evaluation"), "evaluation", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, TITLE, title, TEXT, N_ ("priority"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, OBJECTIVE, objective, TEXT, N_ ("what it is for"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, POSITION, position, INT, N_ ("place in the list"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, RETIRED_AT, retired_at, INSTANT, N_ ("retired"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfPriority:
 *
 * What the centre puts first in the year of one evaluation: the development plan has some of them,
 * with #SfAction s under each.
 */
#define SF_TYPE_PRIORITY (sf_priority_get_type ())
G_DECLARE_FINAL_TYPE (SfPriority, sf_priority, SF, PRIORITY, SfRecord)

SF_RECORD_COLUMNS (SfPriority, sf_priority, SF_PRIORITY, SF_PRIORITY_COLUMNS)

G_END_DECLS

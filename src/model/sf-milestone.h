/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_MILESTONE_COLUMNS(X, T, p, P) \
  X (T, p, P, TARGET, target, REF, N_ ("target"), "target", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, TITLE, title, TEXT, N_ ("milestone"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, DUE_ON, due_on, DATE, N_ ("by when"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, REACHED_ON, reached_on, DATE, N_ ("reached on"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, POSITION, position, INT, N_ ("place in the list"), NULL, \
     SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfMilestone:
 *
 * A part of the way to a target that is reached or not, where there is nothing to measure.
 */
#define SF_TYPE_MILESTONE (sf_milestone_get_type ())
G_DECLARE_FINAL_TYPE (SfMilestone, sf_milestone, SF, MILESTONE, SfRecord)

SF_RECORD_COLUMNS (SfMilestone, sf_milestone, SF_MILESTONE, SF_MILESTONE_COLUMNS)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_TARGET_CHANGE_COLUMNS(X, T, p, P) \
  X (T, p, P, TARGET, target, REF, N_ ("target"), "target", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, CHANGED_ON, changed_on, DATE, N_ ("date"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, FIELD, field, TEXT, N_ ("what was changed"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, OLD_VALUE, old_value, TEXT, N_ ("before"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, NEW_VALUE, new_value, TEXT, N_ ("after"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, REASON, reason, TEXT, N_ ("why it was changed"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_PROSE | SF_COLUMN_LEAVES) \
  X (T, p, P, OFFICE, office, TEXT, N_ ("changed by"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfTargetChange:
 *
 * What was changed of a target after it had been set, and why: for its readers, who do not have the
 * history. Values are as they are printed; by an office (“the head”), never by a person’s name.
 */
#define SF_TYPE_TARGET_CHANGE (sf_target_change_get_type ())
G_DECLARE_FINAL_TYPE (SfTargetChange, sf_target_change, SF, TARGET_CHANGE, SfRecord)

SF_RECORD_COLUMNS (SfTargetChange, sf_target_change, SF_TARGET_CHANGE, SF_TARGET_CHANGE_COLUMNS)

G_END_DECLS

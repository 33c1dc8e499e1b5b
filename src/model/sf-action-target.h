/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_ACTION_TARGET_COLUMNS(X, T, p, P) \
  X (T, p, P, ACTION, action, REF, N_ ("action"), "action", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, TARGET, target, REF, N_ ("target"), "target", \
     SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfActionTarget:
 *
 * That an action of the development plan serves a target.
 */
#define SF_TYPE_ACTION_TARGET (sf_action_target_get_type ())
G_DECLARE_FINAL_TYPE (SfActionTarget, sf_action_target, SF, ACTION_TARGET, SfRecord)

SF_RECORD_COLUMNS (SfActionTarget, sf_action_target, SF_ACTION_TARGET, SF_ACTION_TARGET_COLUMNS)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* What was promised does not change unseen: a target that is settled is changed with a reason, and
 * the change is shown with it. */

/**
 * sf_target_is_settled:
 * @today: ISO 8601
 *
 * A target is settled once somebody has looked at it (it has a review, or a milestone of it was
 * reached), once it was changed with a reason, and in any case from the day after it was written
 * down. Until then what was mistyped is put right freely. (The day it was written down is that of
 * its identity, so that a start in the past, or put off, makes no difference.)
 *
 * Returns: whether it is
 */
gboolean sf_target_is_settled (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_is_promise:
 * @column: a column of #SfTarget
 *
 * Returns: whether it is part of what was promised: title, how it is known, what is measured, unit,
 * baseline, goal, pace, direction, start and due date
 */
gboolean sf_target_is_promise (guint column);

/**
 * sf_target_promise_get_label:
 * @column: a column that is part of what was promised
 *
 * Returns: what it is, as it begins a line: "Goal"; in the user's language
 */
const char *sf_target_promise_get_label (guint column);

/**
 * sf_target_asks_reason:
 * @column: a column of #SfTarget
 * @value: what it shall hold
 * @today: ISO 8601
 *
 * Whether setting it asks for a reason: it is part of the promise, it says something else than
 * before, and the target is settled. What was left empty may still be filled in freely (a target
 * set in a hurry gets its measure and its date later), unless it was emptied with a reason before;
 * pace and direction have a meaning when they are empty, so they always ask.
 *
 * Returns: whether it does
 */
gboolean sf_target_asks_reason (
    SfModel *model, SfTarget *target, guint column, const SfValue *value, const char *today);

/**
 * sf_target_change_get_label:
 *
 * Returns: what was changed, as it begins a line: "Goal"; in the user's language
 */
const char *sf_target_change_get_label (SfTargetChange *change);

/**
 * sf_target_change_to_text:
 *
 * Returns: (transfer full): "Goal: 30% before, 25% since 12 May 2026 (Head of centre)",
 * without the reason
 */
char *sf_target_change_to_text (SfTargetChange *change);
/* The same with its values told otherwise; both may be %NULL. */
char *sf_target_change_tell (SfTargetChange *change, const char *before, const char *after);

G_END_DECLS

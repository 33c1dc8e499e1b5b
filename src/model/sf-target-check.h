/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-action.h"
#include "model/sf-target.h"

G_BEGIN_DECLS

/* What a target, an action or a review cannot say, whoever enters it. Dates are ISO 8601 and may be
 * NULL, figures NaN: what is not said is not wrong. Each returns whether it can be, or FALSE with
 * %SF_ERROR_INVALID and a sentence. */

/* not due before it starts */
gboolean sf_target_check_days (const char *starts_on, const char *due_on, GError **error);
gboolean sf_action_check_days (const char *starts_on, const char *due_on, GError **error);

/**
 * sf_target_check_percent:
 * @unit: (nullable): what it is measured in
 * @figure: a baseline or a goal
 *
 * A figure in per cent lies between 0 and 100.
 */
gboolean sf_target_check_percent (const char *unit, double figure, GError **error);

/**
 * sf_target_check_goal:
 * @direction: (nullable): which way is better
 *
 * A goal that is where it began says nothing, unless it is to be kept, at least or at most.
 */
gboolean sf_target_check_goal (double baseline, double goal, const char *direction, GError **error);

/* a review is of a day that has come */
gboolean sf_review_check_day (const char *reviewed_on, const char *today, GError **error);
/* and of a target of a day since its start */
gboolean sf_target_check_review (const char *starts_on, const char *reviewed_on, GError **error);

G_END_DECLS

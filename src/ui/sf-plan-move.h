/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-plan.h"
#include "ui/sf-context.h"

G_BEGIN_DECLS

/* How what is chosen in the plan changes its place. What cannot be is told through @context. */

/* One place up (@by -1) or down (1); an action goes on under the priority before or after. */
void sf_plan_move_step (SfContext *context, SfRecord *record, int by);
/* Last under another priority. */
void sf_plan_move_to (SfContext *context, SfAction *action, SfPriority *priority);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-change-set.h"
#include "workbook/sf-step.h"

G_BEGIN_DECLS

/* Takes what the step was built into; frees the step. */
SfChangeSet *sf_step_steal_changes (SfStep *step);
/* The same as a barrier: undo stops there. */
SfChangeSet *sf_step_steal_barrier (SfStep *step);

/* Deletes a record that may still wait to be inserted. */
void sf_step_delete_by_uuid (SfStep *step, GType type, const SfUuid *uuid);

/* Says that nobody asked for it: it goes with the records that it is about. */
void sf_step_set_by_program (SfStep *step);

G_END_DECLS

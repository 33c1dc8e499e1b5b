/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfTargetMilestones:
 *
 * The parts of the way to a target: each is ticked when it is reached, and opens its fields when it
 * is chosen.
 */
#define SF_TYPE_TARGET_MILESTONES (sf_target_milestones_get_type ())
G_DECLARE_FINAL_TYPE (SfTargetMilestones, sf_target_milestones, SF, TARGET_MILESTONES, GtkBox)

GtkWidget *sf_target_milestones_new (SfContext *context);

/* Shows those of @target (nullable); cheap if they are shown already. */
void sf_target_milestones_show (SfTargetMilestones *self, SfTarget *target);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfTargetChanges:
 *
 * What was changed of a target after it had been settled: the value before, when, by which office,
 * and why; latest first. Not to be seen where nothing was.
 */
#define SF_TYPE_TARGET_CHANGES (sf_target_changes_get_type ())
G_DECLARE_FINAL_TYPE (SfTargetChanges, sf_target_changes, SF, TARGET_CHANGES, GtkBox)

GtkWidget *sf_target_changes_new (SfContext *context);

/* @target: (nullable) */
void sf_target_changes_show (SfTargetChanges *self, SfTarget *target);

G_END_DECLS

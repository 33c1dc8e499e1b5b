/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfTargetTie:
 *
 * What of the centre's outcome data a target is about: a measure, and a group of families. Not seen
 * where the centre has no outcome data.
 */
#define SF_TYPE_TARGET_TIE (sf_target_tie_get_type ())
G_DECLARE_FINAL_TYPE (SfTargetTie, sf_target_tie, SF, TARGET_TIE, GtkBox)

GtkWidget *sf_target_tie_new (SfContext *context);

/* Shows @target (nullable), or shows it again after a change. */
void sf_target_tie_show (SfTargetTie *self, SfTarget *target);

G_END_DECLS

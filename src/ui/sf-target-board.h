/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfTargetBoard:
 *
 * Targets in a column for each status, side by side where there is room and otherwise one under the
 * other. Up and Down go through a column, Left and Right to the next. A status is computed, so
 * nothing is dragged. A column shows its first targets, and its last row shows more.
 *
 * Signal: "open" (SfTarget): its form is asked for.
 */
#define SF_TYPE_TARGET_BOARD (sf_target_board_get_type ())
G_DECLARE_FINAL_TYPE (SfTargetBoard, sf_target_board, SF, TARGET_BOARD, GtkBox)

GtkWidget *sf_target_board_new (SfContext *context);

/**
 * sf_target_board_show:
 * @targets: (element-type SfTarget): in the order in which they are shown
 *
 * Columns that say the same as before are left alone, with the focus in them.
 */
void sf_target_board_show (SfTargetBoard *self, GPtrArray *targets);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfFoldBox:
 *
 * Two parts of a page side by side where the text has room, one under the other where it has not.
 * Widths are asked for in characters, so that larger text folds sooner.
 */
#define SF_TYPE_FOLD_BOX (sf_fold_box_get_type ())
G_DECLARE_FINAL_TYPE (SfFoldBox, sf_fold_box, SF, FOLD_BOX, GtkWidget)

/**
 * sf_fold_box_new:
 * @start: the part that comes first
 * @end: the other
 * @start_chars: the least width of @start beside @end, and its share of the room
 * @end_chars: the same of @end
 * @spacing: between the two, in pixels
 *
 * Returns: (transfer floating): a new box
 */
GtkWidget *
sf_fold_box_new (GtkWidget *start, GtkWidget *end, guint start_chars, guint end_chars, int spacing);

G_END_DECLS

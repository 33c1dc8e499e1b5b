/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfPileLayout:
 *
 * Lays children out one under the other, as a vertical GtkBox does, for texts that wrap. A GtkBox
 * that is asked how wide it is at a height, which GTK asks of whatever does not fill its room,
 * tries widths until one fits, and lays every text in it out anew at each. This one says how wide
 * its children want to be, whatever the height.
 */
#define SF_TYPE_PILE_LAYOUT (sf_pile_layout_get_type ())
G_DECLARE_FINAL_TYPE (SfPileLayout, sf_pile_layout, SF, PILE_LAYOUT, GtkLayoutManager)

/**
 * sf_pile_new:
 * @spacing: between the children, in pixels
 *
 * The box fills and empties as any other; its spacing and orientation stay as they are.
 *
 * Returns: (transfer floating) (type GtkBox): an empty box with that layout
 */
GtkWidget *sf_pile_new (int spacing);

G_END_DECLS

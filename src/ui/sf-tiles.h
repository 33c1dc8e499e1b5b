/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfTiles:
 *
 * Children of the same width side by side, as many as there is room for, and the others beneath;
 * each as high as it wants to be.
 * (GtkFlowBox takes the focus for itself, and Tab does not lead into what is in it.)
 */
#define SF_TYPE_TILES (sf_tiles_get_type ())
G_DECLARE_FINAL_TYPE (SfTiles, sf_tiles, SF, TILES, GtkWidget)

/* @gap: pixels between two */
GtkWidget *sf_tiles_new (int gap);
void sf_tiles_append (SfTiles *self, GtkWidget *child);

G_END_DECLS

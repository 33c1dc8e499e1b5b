/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text in a row that draws itself, instead of a label. */

/* Returns: how high a line of the widget's own size is, in pixels */
int sf_drawn_text_get_line_height (GtkWidget *widget);

/**
 * sf_drawn_text_new:
 * @scale: of the widget's own size
 *
 * Returns: (transfer full): the text, laid out on one line
 */
PangoLayout *sf_drawn_text_new (GtkWidget *widget, const char *text, double scale, gboolean bold);

/* Gives @layout a width in pixels, at which it breaks into at most so many lines. */
void sf_drawn_text_wrap (PangoLayout *layout, int width, int lines);

/**
 * sf_drawn_text_draw:
 * @layout: (transfer full): a text
 * @x: its left edge, in pixels
 * @y: its upper edge
 * @width: it is cut off there, with dots
 * @to_right: a text that runs the other way stands at the right edge, as reading goes in the row
 * @colour: its colour
 * @strength: of the colour, 1 for all of it
 */
void sf_drawn_text_draw (GtkSnapshot *snapshot,
                         PangoLayout *layout,
                         float x,
                         float y,
                         float width,
                         gboolean to_right,
                         const GdkRGBA *colour,
                         float strength);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What charts over time have in common: where a day and a value lie, and how words and marks are
 * put there. */

/**
 * SfPlot:
 * @left: where the first day lies, in pixels; @top, @width and @height likewise
 * @low: the value at the bottom
 * @high: the value at the top
 * @days: how many days after the first the last one is, at least 1
 */
typedef struct
{
  double left;
  double top;
  double width;
  double height;
  double low;
  double high;
  int days;
} SfPlot;

/**
 * SfPlotMark:
 *
 * How the points of a line look, so that no line is told by its colour alone.
 */
typedef enum
{
  SF_PLOT_DISC,
  SF_PLOT_RING,
  SF_PLOT_DIAMOND,
  SF_PLOT_OPEN_DIAMOND,
} SfPlotMark;

double sf_plot_x (const SfPlot *plot, int day);
double sf_plot_y (const SfPlot *plot, double value);

/* The values: none yet; one more; some room above and below all of them. */
void sf_plot_begin_range (SfPlot *plot);
void sf_plot_include (SfPlot *plot, double value);
void sf_plot_end_range (SfPlot *plot);

/**
 * sf_plot_draw_text:
 * @align: which part of the text lies at @x: 0 its beginning, 1 its end
 *
 * In one line in the widget's own type, @y its middle; kept within the widget.
 */
void sf_plot_draw_text (
    GtkWidget *widget, cairo_t *cr, const char *text, double x, double y, double align);
/* The size of @text in pixels; both (out) (optional). */
void sf_plot_measure_text (GtkWidget *widget, const char *text, int *width, int *height);
void sf_plot_draw_mark (cairo_t *cr, SfPlotMark mark, double x, double y);

/* The colours of the text and of what matters most, of the style that @widget has now. */
void sf_plot_get_colours (GtkWidget *widget, GdkRGBA *text, GdkRGBA *accent);
/* Draws with @colour, less opaque by @alpha. */
void sf_plot_set_colour (cairo_t *cr, const GdkRGBA *colour, double alpha);

G_END_DECLS

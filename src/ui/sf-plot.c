/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-plot.h"

#include <math.h>

#define MARK 3.5 /* half the size of a mark */

double
sf_plot_x (const SfPlot *plot, int day)
{
  return plot->left + plot->width * CLAMP ((double)day / plot->days, 0, 1);
}

double
sf_plot_y (const SfPlot *plot, double value)
{
  return plot->top + plot->height * (plot->high - value) / (plot->high - plot->low);
}

void
sf_plot_begin_range (SfPlot *plot)
{
  plot->low = INFINITY;
  plot->high = -INFINITY;
}

void
sf_plot_include (SfPlot *plot, double value)
{
  plot->low = MIN (plot->low, value);
  plot->high = MAX (plot->high, value);
}

void
sf_plot_end_range (SfPlot *plot)
{
  double margin = (plot->high - plot->low) * 0.1;

  /* one value alone, or next to nothing between two */
  if (!(margin > 1e-9 * MAX (1, fabs (plot->high))))
    margin = plot->high != 0 ? fabs (plot->high) * 0.1 : 1;
  plot->low -= margin;
  plot->high += margin;
}

void
sf_plot_measure_text (GtkWidget *widget, const char *text, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);

  pango_layout_get_pixel_size (layout, width, height);
}

void
sf_plot_draw_text (
    GtkWidget *widget, cairo_t *cr, const char *text, double x, double y, double align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = CLAMP (x - align * width, 0, MAX (0, gtk_widget_get_width (widget) - width));
  cairo_move_to (cr, x, y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

void
sf_plot_draw_mark (cairo_t *cr, SfPlotMark mark, double x, double y)
{
  double size = mark == SF_PLOT_DIAMOND || mark == SF_PLOT_OPEN_DIAMOND ? MARK * 1.4 : MARK;

  cairo_new_path (cr);
  if (mark == SF_PLOT_DISC || mark == SF_PLOT_RING)
    cairo_arc (cr, x, y, size, 0, 2 * G_PI);
  else
    {
      cairo_move_to (cr, x, y - size);
      cairo_line_to (cr, x + size, y);
      cairo_line_to (cr, x, y + size);
      cairo_line_to (cr, x - size, y);
      cairo_close_path (cr);
    }
  if (mark == SF_PLOT_DISC || mark == SF_PLOT_DIAMOND)
    {
      cairo_fill (cr);
      return;
    }
  /* what lies behind an open mark is not seen through it */
  cairo_save (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_fill_preserve (cr);
  cairo_restore (cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

void
sf_plot_get_colours (GtkWidget *widget, GdkRGBA *text, GdkRGBA *accent)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (style, text);
  *accent = (GdkRGBA){ 0.21f, 0.52f, 0.89f, 1 };
  gtk_style_context_lookup_color (style, "accent_color", accent);
}

void
sf_plot_set_colour (cairo_t *cr, const GdkRGBA *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

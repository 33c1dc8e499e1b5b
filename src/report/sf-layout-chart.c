/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Charts become items: the same primitives as text and rules, so that they are sharp everywhere. */
#include <math.h>

#include "report/sf-layout-private.h"
#include "report/sf-petals.h"

#define LABEL_DISTANCE 1.09
#define ABOVE 0.12 /* a label nearer to the middle than this stands above or below its petal */
#define WHITE ((SfColor){ 1, 1, 1 })

typedef struct
{
  SfLayout *layout;
  const SfChart *chart;
  GPtrArray *items;
  SfOrigin origin;
  double x;
  double width;
  guint label_lines;
} Drawing;

static SfTextStyle
get_label_style (const Drawing *self, SfAlign align)
{
  return (SfTextStyle){ self->layout->sheet->small_size, FALSE, self->layout->sheet->ink, align };
}

/* --- petals --------------------------------------------------------------------------------- */

static SfPath *
make_petal (guint n, guint index, double value, double radius)
{
  SfPath *path = sf_path_new ();
  SfPetal petal;
  double size = 2 * radius;

  sf_petals_get_petal (n, index, value, &petal);
  sf_path_move_to (path, petal.x[0] * size, petal.y[0] * size);
  for (guint i = 1; i < 7; i += 3)
    sf_path_curve_to (path, petal.x[i] * size, petal.y[i] * size, petal.x[i + 1] * size,
                      petal.y[i + 1] * size, petal.x[i + 2] * size, petal.y[i + 2] * size);
  sf_path_close (path);
  return path;
}

static SfPath *
make_circle (double x, double y, double radius)
{
  SfPath *path = sf_path_new ();

  sf_path_add_circle (path, x, y, radius);
  return path;
}

static void
draw_flower (Drawing *self, double x, double y, double radius)
{
  const SfStyleSheet *sheet = self->layout->sheet;
  guint n = self->chart->items->len;

  for (guint ring = 1; ring <= self->chart->rings; ring++)
    sf_layout_add_path (self->items, &self->origin,
                        make_circle (radius, radius, radius * ring / self->chart->rings), x, y, 0.6,
                        sheet->rule);
  for (guint i = 0; i < n; i++)
    {
      const SfChartItem *item = &g_array_index (self->chart->items, SfChartItem, i);
      gboolean empty = isnan (item->value);
      SfItem *petal = sf_layout_add_path (self->items, &self->origin,
                                          make_petal (n, i, empty ? 1 : item->value, radius), x, y,
                                          empty ? 1.2 : 0, item->color);

      petal->dash = empty ? SF_DASH_DOTTED : SF_DASH_SOLID;
    }
  for (guint i = 0; i < n; i++)
    {
      const SfChartItem *item = &g_array_index (self->chart->items, SfChartItem, i);

      if (!isnan (item->previous))
        sf_layout_add_path (self->items, &self->origin, make_petal (n, i, item->previous, radius),
                            x, y, 0.8, sf_color_mix (sheet->ink, WHITE, 0.1))
            ->dash
            = SF_DASH_DASHED;
    }
  sf_layout_add_path (self->items, &self->origin, make_circle (radius, radius, radius * 0.055), x,
                      y, 0, sheet->ink);
}

/* The item's name in its colour and its value beneath, at the end of the petal's axis. */
static void
draw_petal_label (Drawing *self, guint index, double center_x, double center_y, double radius)
{
  const SfChartItem *item = &g_array_index (self->chart->items, SfChartItem, index);
  g_autoptr (GPtrArray) label = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_item_free);
  SfTextStyle style = get_label_style (self, SF_ALIGN_CENTER);
  double unit_x, unit_y, x, y, from, width, height;

  sf_petals_get_label (self->chart->items->len, index, LABEL_DISTANCE, &unit_x, &unit_y);
  x = center_x + (unit_x - 0.5) * 2 * radius;
  y = center_y + (unit_y - 0.5) * 2 * radius;
  if (fabs (unit_x - 0.5) < ABOVE)
    {
      width = self->width * 0.5;
      from = x - width / 2;
    }
  else if (unit_x > 0.5)
    {
      style.align = SF_ALIGN_START;
      from = x;
      width = self->x + self->width - x;
    }
  else
    {
      style.align = SF_ALIGN_END;
      from = self->x;
      width = x - self->x;
    }
  style.bold = TRUE;
  style.color = item->color;
  height = sf_layout_put_text (self->layout, label, item->label, &style, from, 0, width,
                               &self->origin);
  style.bold = FALSE;
  style.color = self->layout->sheet->ink;
  if (item->value_text != NULL)
    height += sf_layout_put_text (self->layout, label, item->value_text, &style, from, height,
                                  width, &self->origin);
  sf_layout_take_items (self->items, label, y + ((unit_y - 0.5) / LABEL_DISTANCE - 0.5) * height);
}

/* The width that the labels left and right of the flower take: the widest, within reason. */
static double
measure_side_labels (Drawing *self)
{
  SfTextStyle style = get_label_style (self, SF_ALIGN_START);
  double widest = 0;

  for (guint i = 0; i < self->chart->items->len; i++)
    {
      const SfChartItem *item = &g_array_index (self->chart->items, SfChartItem, i);
      const char *texts[] = { item->label, item->value_text };
      double x, y;

      sf_petals_get_label (self->chart->items->len, i, LABEL_DISTANCE, &x, &y);
      for (guint j = 0; j < G_N_ELEMENTS (texts) && fabs (x - 0.5) >= ABOVE; j++)
        {
          g_autoptr (SfProse) prose = sf_prose_new (texts[j]);

          style.bold = j == 0;
          widest = MAX (widest, sf_layout_measure (self->layout, prose, &style) + 2);
        }
    }
  return MIN (widest, self->width * 0.26);
}

static double
draw_petals (Drawing *self)
{
  double radius
      = CLAMP ((self->width / 2 - measure_side_labels (self)) / 0.95, 0, self->width * 0.36);
  double label = self->layout->sheet->small_size * self->layout->sheet->leading * self->label_lines
                 + radius * (LABEL_DISTANCE - 1);
  double center_x = self->x + self->width / 2, center_y = label + radius;

  if (self->chart->items->len == 0)
    return 0;
  draw_flower (self, center_x - radius, center_y - radius, radius);
  for (guint i = 0; i < self->chart->items->len; i++)
    draw_petal_label (self, i, center_x, center_y, radius);
  return 2 * (label + radius);
}

/* --- bars ----------------------------------------------------------------------------------- */

static double
draw_bars (Drawing *self)
{
  const SfStyleSheet *sheet = self->layout->sheet;
  gboolean track = self->chart->kind == SF_CHART_PROGRESS;
  double label = self->width * 0.36, value = self->width * 0.22, y = 0;
  double bar_x = self->x + label, bar = self->width - label - value;
  double thick = sheet->small_size * (track ? 0.45 : 0.8);

  for (guint i = 0; i < self->chart->items->len; i++)
    {
      const SfChartItem *item = &g_array_index (self->chart->items, SfChartItem, i);
      SfTextStyle style = get_label_style (self, SF_ALIGN_START);
      double height = sf_layout_put_text (self->layout, self->items, item->label, &style, self->x,
                                          y, label - style.size, &self->origin);
      double middle = y + style.size * sheet->leading / 2;

      if (track)
        sf_layout_add_rect (self->items, &self->origin, bar_x, middle - thick / 2, bar, thick,
                            sf_color_mix (sheet->rule, WHITE, 0.5));
      if (!isnan (item->value))
        sf_layout_add_rect (self->items, &self->origin, bar_x, middle - thick / 2,
                            bar * CLAMP (item->value, 0, 1), thick, item->color);
      if (!isnan (item->previous))
        sf_layout_add_line (self->items, &self->origin, bar_x + bar * CLAMP (item->previous, 0, 1),
                            middle - thick, 0, 2 * thick, 1, sheet->ink);
      if (item->value_text != NULL)
        {
          double value_height
              = sf_layout_put_text (self->layout, self->items, item->value_text, &style,
                                    bar_x + bar + style.size, y, value - style.size, &self->origin);

          height = MAX (height, value_height);
        }
      y += height + style.size * 0.35;
    }
  return y;
}

/* --- line ----------------------------------------------------------------------------------- */

typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double x_min, x_max, y_min, y_max;
} Plot;

static void
extend_plot (Plot *plot, const GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      const SfChartPoint *point = &g_array_index (points, SfChartPoint, i);

      plot->x_min = MIN (plot->x_min, point->x);
      plot->x_max = MAX (plot->x_max, point->x);
      plot->y_min = MIN (plot->y_min, point->y);
      plot->y_max = MAX (plot->y_max, point->y);
    }
}

static double
plot_x (const Plot *plot, double x)
{
  double range = plot->x_max - plot->x_min;

  return plot->x + (range > 0 ? (x - plot->x_min) / range : 0.5) * plot->width;
}

static double
plot_y (const Plot *plot, double y)
{
  double range = plot->y_max - plot->y_min;

  return plot->y + (range > 0 ? (plot->y_max - y) / range : 0.5) * plot->height;
}

static void
draw_points (Drawing *self,
             const Plot *plot,
             const GArray *points,
             double line_width,
             SfColor color,
             SfDash dash)
{
  SfTextStyle style = get_label_style (self, SF_ALIGN_CENTER);
  SfPath *line = sf_path_new ();

  for (guint i = 0; i < points->len; i++)
    {
      const SfChartPoint *point = &g_array_index (points, SfChartPoint, i);
      double x = plot_x (plot, point->x), y = plot_y (plot, point->y), room = style.size * 8;

      if (i == 0)
        sf_path_move_to (line, x, y);
      else
        sf_path_line_to (line, x, y);
      sf_layout_add_path (self->items, &self->origin, make_circle (0, 0, 2.2), x, y, 0, color);
      if (point->label == NULL)
        continue;
      sf_layout_put_text (self->layout, self->items, point->label, &style,
                          CLAMP (x - room / 2, self->x, self->x + self->width - room),
                          y - style.size * self->layout->sheet->leading - 3, room, &self->origin);
    }
  sf_layout_add_path (self->items, &self->origin, line, 0, 0, line_width, color)->dash = dash;
}

static double
draw_line_chart (Drawing *self)
{
  const SfStyleSheet *sheet = self->layout->sheet;
  double label = sheet->small_size * sheet->leading + 5;
  Plot plot = { self->x + sheet->small_size * 2,
                label,
                self->width - sheet->small_size * 4,
                self->width * 0.3,
                G_MAXDOUBLE,
                -G_MAXDOUBLE,
                G_MAXDOUBLE,
                -G_MAXDOUBLE };

  extend_plot (&plot, self->chart->points);
  extend_plot (&plot, self->chart->plan);
  if (plot.x_min > plot.x_max)
    return 0;
  sf_layout_add_line (self->items, &self->origin, self->x, plot.y + plot.height + 6, self->width, 0,
                      0.6, sheet->rule);
  if (self->chart->plan->len > 0)
    draw_points (self, &plot, self->chart->plan, 0.9, sheet->quiet, SF_DASH_DASHED);
  if (self->chart->points->len > 0)
    draw_points (self, &plot, self->chart->points, 1.6, self->chart->color, SF_DASH_SOLID);
  return plot.y + plot.height + 8;
}

/* --- codes ------------------------------------------------------------------------------------ */

#define MODULE 2.4      /* points: a telephone reads it from paper held at arm's length */
#define QUIET_MODULES 4 /* ISO/IEC 18004 wants so many blank ones around */

static double
draw_code (Drawing *self)
{
  double quiet = QUIET_MODULES * MODULE, size = self->chart->side * MODULE;

  sf_layout_add_path (self->items, &self->origin, sf_layout_scale_path (self->chart->path, MODULE),
                      self->layout->left + (self->layout->width - size) / 2, quiet, 0,
                      (SfColor){ 0, 0, 0 });
  return size + 2 * quiet;
}

/* Draws the figure's chart from the strip's top; returns the height. */
double
sf_layout_chart (SfLayout *self, const SfBlock *block, GPtrArray *items)
{
  Drawing drawing = { .layout = self,
                      .chart = block->chart,
                      .items = items,
                      .origin = { .block = block, .role = SF_ROLE_FIGURE },
                      .label_lines = 1,
                      .width = MIN (self->width, self->sheet->chart_width) };

  drawing.x = self->left + (self->width - drawing.width) / 2;
  switch (block->chart->kind)
    {
    case SF_CHART_PETALS:
      for (guint i = 0; i < block->chart->items->len; i++)
        if (g_array_index (block->chart->items, SfChartItem, i).value_text != NULL)
          drawing.label_lines = 2;
      return draw_petals (&drawing);
    case SF_CHART_BARS:
    case SF_CHART_PROGRESS:
      drawing.x = self->left;
      drawing.width = self->width;
      return draw_bars (&drawing);
    case SF_CHART_CODE:
      return draw_code (&drawing);
    case SF_CHART_LINE:
    default:
      return draw_line_chart (&drawing);
    }
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-chart.h"

#include "report/sf-petals.h"

#include <math.h>

static void
item_clear (gpointer data)
{
  SfChartItem *item = data;

  g_free (item->label);
  g_free (item->value_text);
}

static void
point_clear (gpointer data)
{
  g_free (((SfChartPoint *)data)->label);
}

static SfChart *
chart_new (SfChartKind kind)
{
  SfChart *self = g_new0 (SfChart, 1);

  self->kind = kind;
  self->items = g_array_new (FALSE, TRUE, sizeof (SfChartItem));
  g_array_set_clear_func (self->items, item_clear);
  self->points = g_array_new (FALSE, TRUE, sizeof (SfChartPoint));
  g_array_set_clear_func (self->points, point_clear);
  self->plan = g_array_new (FALSE, TRUE, sizeof (SfChartPoint));
  g_array_set_clear_func (self->plan, point_clear);
  return self;
}

SfChart *
sf_chart_new_petals (guint rings)
{
  SfChart *self = chart_new (SF_CHART_PETALS);

  self->rings = rings;
  return self;
}

SfChart *
sf_chart_new_bars (void)
{
  return chart_new (SF_CHART_BARS);
}

SfChart *
sf_chart_new_progress (void)
{
  return chart_new (SF_CHART_PROGRESS);
}

SfChart *
sf_chart_new_code (SfPath *path, guint side, const char *label, const char *text)
{
  SfChart *self = chart_new (SF_CHART_CODE);

  self->path = path;
  self->side = side;
  sf_chart_add_item (self, label, text, (double)NAN, (double)NAN, (SfColor){ 0, 0, 0 });
  return self;
}

SfChart *
sf_chart_new_line (SfColor color)
{
  SfChart *self = chart_new (SF_CHART_LINE);

  self->color = color;
  return self;
}

void
sf_chart_free (SfChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_array_unref (self->points);
  g_array_unref (self->plan);
  g_clear_pointer (&self->path, sf_path_free);
  g_free (self);
}

void
sf_chart_add_item (SfChart *self,
                   const char *label,
                   const char *value_text,
                   double value,
                   double previous,
                   SfColor color)
{
  SfChartItem item = { NULL, NULL, value, previous, color };

  g_return_if_fail (self != NULL && label != NULL);
  g_return_if_fail (self->kind != SF_CHART_LINE);
  g_return_if_fail (self->kind != SF_CHART_PETALS || self->items->len < SF_PETALS_MAX);

  item.label = g_strdup (label);
  item.value_text = g_strdup (value_text);
  g_array_append_val (self->items, item);
}

void
sf_chart_add_point (SfChart *self, double x, double y, const char *label)
{
  SfChartPoint point = { x, y, NULL };

  g_return_if_fail (self != NULL && self->kind == SF_CHART_LINE);

  point.label = g_strdup (label);
  g_array_append_val (self->points, point);
}

void
sf_chart_set_plan (SfChart *self, SfChartPoint baseline, SfChartPoint target)
{
  g_return_if_fail (self != NULL && self->kind == SF_CHART_LINE);

  baseline.label = g_strdup (baseline.label);
  target.label = g_strdup (target.label);
  g_array_set_size (self->plan, 0);
  g_array_append_val (self->plan, baseline);
  g_array_append_val (self->plan, target);
}

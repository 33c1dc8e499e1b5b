/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-path.h"

G_BEGIN_DECLS

/**
 * SfChartKind:
 * @SF_CHART_PETALS: one petal for each item, longer for a better grade
 * @SF_CHART_BARS: a horizontal bar for each item
 * @SF_CHART_PROGRESS: like bars, thinner, each against a full track
 * @SF_CHART_LINE: readings over time against the line from baseline to target
 * @SF_CHART_CODE: a code to be scanned
 */
typedef enum
{
  SF_CHART_PETALS,
  SF_CHART_BARS,
  SF_CHART_PROGRESS,
  SF_CHART_LINE,
  SF_CHART_CODE,
} SfChartKind;

/**
 * SfChartItem:
 * @label: what it is
 * @value_text: (nullable): its value in words
 * @value: from 0 to 1, or NAN where there is none
 * @previous: that of the last cycle, or NAN
 * @color: the item's own
 */
typedef struct
{
  char *label;
  char *value_text;
  double value;
  double previous;
  SfColor color;
} SfChartItem;

/**
 * SfChartPoint:
 * @x: days on any count, the same for all points of the chart
 * @y: the value
 * @label: (nullable): written beside the point
 */
typedef struct
{
  double x;
  double y;
  char *label;
} SfChartPoint;

/**
 * SfChart:
 * @kind: what is drawn
 * @items: of petals, bars and progress
 * @rings: of petals: how many rings lie behind, one for each level
 * @points: of a line chart: the readings in order of time
 * @plan: of a line chart: the baseline and the target, or nothing
 * @color: of a line chart
 * @path: (nullable): of a code: its dark modules, one unit each
 * @side: of a code: how many modules on each side; its only item is what it says
 *
 * A chart as data. Painters read it; the functions below fill it.
 */
typedef struct
{
  SfChartKind kind;
  GArray *items;
  guint rings;
  GArray *points;
  GArray *plan;
  SfColor color;
  SfPath *path;
  guint side;
} SfChart;

/**
 * sf_chart_new_petals:
 * @rings: the number of levels of the scale
 */
SfChart *sf_chart_new_petals (guint rings);
SfChart *sf_chart_new_bars (void);
SfChart *sf_chart_new_progress (void);
SfChart *sf_chart_new_line (SfColor color);

/**
 * sf_chart_new_code:
 * @path: (transfer full): its dark modules
 * @label: what it says, in a word
 * @text: what it says
 */
SfChart *sf_chart_new_code (SfPath *path, guint side, const char *label, const char *text);
void sf_chart_free (SfChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfChart, sf_chart_free)

/**
 * sf_chart_add_item:
 * @value: from 0 to 1, or NAN where there is none: an outline of dots
 * @previous: that of the last cycle, a dashed outline, or NAN
 *
 * A petal chart takes at most %SF_PETALS_MAX items.
 */
void sf_chart_add_item (SfChart *self,
                        const char *label,
                        const char *value_text,
                        double value,
                        double previous,
                        SfColor color);
void sf_chart_add_point (SfChart *self, double x, double y, const char *label);

/**
 * sf_chart_set_plan:
 *
 * The line that the readings are held against: from the baseline to the target.
 */
void sf_chart_set_plan (SfChart *self, SfChartPoint baseline, SfChartPoint target);

G_END_DECLS

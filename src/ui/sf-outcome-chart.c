/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-outcome-chart.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-outcome-text.h"
#include "model/sf-period.h"
#include "ui/sf-parts.h"
#include "ui/sf-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define LINES 10 /* how high the chart is, in lines of its text */
#define PAD 8
#define CAP 3 /* half the width of the ends of an interval */
#define ASIDE                                                                                      \
  3 /* how far the group's marks stand aside, so that intervals do not hide each other */

typedef struct
{
  int day; /* days after the first period shown */
  double value;
  gboolean has_interval;
  SfInterval interval;
  gboolean stale;
} Point;

typedef struct
{
  char *name;
  char *end; /* what stands at the line's end; NULL: there is no such line */
  GArray *points;
} Series;

typedef struct
{
  int day;
  char *text;
} Label;

struct _SfOutcomeChart
{
  GtkWidget parent_instance;

  Series all;
  Series group;
  gboolean proportion;
  int days;
  double aim; /* NaN: none */
  char *aim_text;
  GArray *periods; /* of Label: what stands under the marks */
  char *gap_text;  /* what lies between the ends of both lines; NULL where it is nothing to tell */
};

G_DEFINE_FINAL_TYPE (SfOutcomeChart, sf_outcome_chart, GTK_TYPE_WIDGET)

/* --- the scale ----------------------------------------------------------------------------------
 */

static void
include_points (SfPlot *plot, const Series *series)
{
  for (guint i = 0; i < series->points->len; i++)
    {
      const Point *point = &g_array_index (series->points, Point, i);

      sf_plot_include (plot, point->has_interval ? point->interval.low : point->value);
      sf_plot_include (plot, point->has_interval ? point->interval.high : point->value);
    }
}

static void
find_range (SfOutcomeChart *self, SfPlot *plot)
{
  sf_plot_begin_range (plot);
  include_points (plot, &self->all);
  include_points (plot, &self->group);
  if (isfinite (self->aim))
    sf_plot_include (plot, self->aim);
  sf_plot_end_range (plot);
  plot->days = self->days;
}

/* The distance of the lines across: 1, 2 or 5 of some power of ten, at most five of them. */
static double
find_step (const SfPlot *plot)
{
  double rough = (plot->high - plot->low) / 4, power = pow (10, floor (log10 (rough)));
  static const double steps[] = { 1, 2, 5, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= rough)
      return steps[i] * power;
  return rough;
}

static char *
format_scale (SfOutcomeChart *self, double value)
{
  g_autofree char *number = NULL;

  /* rounded, so that a sum of steps does not show what a double cannot hold */
  value = round (value * (self->proportion ? 100 : 1) * 1e6) / 1e6;
  number = sf_text_format_number (value);
  return self->proportion ? g_strconcat (number, "%", NULL) : g_steal_pointer (&number);
}

/* --- drawing ------------------------------------------------------------------------------------
 */

static void
draw_scale (SfOutcomeChart *self, cairo_t *cr, const SfPlot *plot, const GdkRGBA *text)
{
  double step = find_step (plot);

  for (double value = ceil (plot->low / step) * step; value <= plot->high; value += step)
    {
      g_autofree char *label = format_scale (self, value);
      double y = sf_plot_y (plot, value);

      sf_plot_set_colour (cr, text, 0.15);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, plot->left - PAD, y);
      cairo_line_to (cr, plot->left + plot->width + PAD, y);
      cairo_stroke (cr);
      sf_plot_set_colour (cr, text, 0.75);
      sf_plot_draw_text (GTK_WIDGET (self), cr, label, plot->left - 2 * PAD, y, 1);
    }
}

static void
draw_aim (SfOutcomeChart *self, cairo_t *cr, const SfPlot *plot, const GdkRGBA *text, int line)
{
  double dots[] = { 1.5, 4 };
  double y = sf_plot_y (plot, self->aim);

  if (!isfinite (self->aim))
    return;
  sf_plot_set_colour (cr, text, 0.9);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dots, 2, 0);
  cairo_move_to (cr, plot->left - PAD, y);
  cairo_line_to (cr, plot->left + plot->width + PAD, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  sf_plot_draw_text (GTK_WIDGET (self), cr, self->aim_text, plot->left - PAD, y - line * 0.6, 0);
}

static void
draw_interval (cairo_t *cr, const SfPlot *plot, const Point *point, double x)
{
  double low = sf_plot_y (plot, point->interval.low), high = sf_plot_y (plot, point->interval.high);

  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, low);
  cairo_line_to (cr, x, high);
  cairo_move_to (cr, x - CAP, low);
  cairo_rel_line_to (cr, 2 * CAP, 0);
  cairo_move_to (cr, x - CAP, high);
  cairo_rel_line_to (cr, 2 * CAP, 0);
  cairo_stroke (cr);
}

static void
draw_series (cairo_t *cr, const SfPlot *plot, const Series *series, gboolean group)
{
  double dashes[] = { 6, 4 };
  double aside = group ? ASIDE : 0;

  cairo_new_path (cr);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, group ? 2 : 0, 0);
  for (guint i = 0; i < series->points->len; i++)
    {
      const Point *point = &g_array_index (series->points, Point, i);

      cairo_line_to (cr, sf_plot_x (plot, point->day) + aside, sf_plot_y (plot, point->value));
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; i < series->points->len; i++)
    {
      const Point *point = &g_array_index (series->points, Point, i);
      double x = sf_plot_x (plot, point->day) + aside;

      if (point->has_interval)
        draw_interval (cr, plot, point, x);
      if (group)
        sf_plot_draw_mark (cr, point->stale ? SF_PLOT_OPEN_DIAMOND : SF_PLOT_DIAMOND, x,
                           sf_plot_y (plot, point->value));
      else
        sf_plot_draw_mark (cr, point->stale ? SF_PLOT_RING : SF_PLOT_DISC, x,
                           sf_plot_y (plot, point->value));
    }
}

static double
get_end (const SfPlot *plot, const Series *series)
{
  return sf_plot_y (plot, g_array_index (series->points, Point, series->points->len - 1).value);
}

/* A bracket from one end to the other, and what it measures where there is room for it. */
static void
draw_gap (SfOutcomeChart *self, cairo_t *cr, const SfPlot *plot, const GdkRGBA *text, int line)
{
  double x = plot->left + plot->width + PAD, all, group;

  if (self->gap_text == NULL)
    return;
  all = get_end (plot, &self->all);
  group = get_end (plot, &self->group);
  sf_plot_set_colour (cr, text, 0.75);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, all);
  cairo_rel_line_to (cr, PAD / 2.0, 0);
  cairo_line_to (cr, x + PAD / 2.0, group);
  cairo_rel_line_to (cr, -PAD / 2.0, 0);
  cairo_stroke (cr);
  if (fabs (all - group) > line * 3.4)
    sf_plot_draw_text (GTK_WIDGET (self), cr, self->gap_text, x + PAD, (all + group) / 2, 0);
}

/* The words at the ends of the lines, moved apart where they would lie over each other. */
static void
draw_ends (SfOutcomeChart *self,
           cairo_t *cr,
           const SfPlot *plot,
           const GdkRGBA *text,
           const GdkRGBA *accent,
           int line)
{
  double x = plot->left + plot->width + 2 * PAD;
  double all = self->all.end != NULL ? get_end (plot, &self->all) : -1000;
  double group = self->group.end != NULL ? get_end (plot, &self->group) : -1000;
  double apart = line * 2.2 - fabs (all - group); /* each is two lines high */

  if (self->all.end != NULL && self->group.end != NULL && apart > 0)
    {
      double half = apart / 2 * (all < group ? 1 : -1);

      all -= half;
      group += half;
    }
  if (self->all.end != NULL)
    {
      sf_plot_set_colour (cr, accent, 1);
      sf_plot_draw_text (GTK_WIDGET (self), cr, self->all.end, x, all, 0);
    }
  if (self->group.end != NULL)
    {
      sf_plot_set_colour (cr, text, 1);
      sf_plot_draw_text (GTK_WIDGET (self), cr, self->group.end, x, group, 0);
    }
}

/* Where the name of a period lies: under its mark, the first and the last within the chart. */
static void
place_period (SfOutcomeChart *self, const SfPlot *plot, guint nth, double *left, double *right)
{
  const Label *label = &g_array_index (self->periods, Label, nth);
  int width;

  sf_plot_measure_text (GTK_WIDGET (self), label->text, &width, NULL);
  if (nth == 0)
    *left = plot->left - PAD;
  else if (nth + 1 == self->periods->len)
    *left = plot->left + plot->width + PAD - width;
  else
    *left = sf_plot_x (plot, label->day) - width / 2.0;
  *right = *left + width;
}

/* Draws each, or the second, the third… of them, and always the first and the last. @draw FALSE:
 * only tells whether they fit. */
static gboolean
draw_every (
    SfOutcomeChart *self, cairo_t *cr, const SfPlot *plot, double y, guint every, gboolean draw)
{
  guint last = self->periods->len - 1;
  double left, right, end, last_left;

  place_period (self, plot, last, &last_left, &end);
  end = 0;
  for (guint i = 0; i <= last; i = i < last && i + every > last ? last : i + every)
    {
      place_period (self, plot, i, &left, &right);
      /* where the steps do not end on the last, it takes the place of the one before it */
      if (i > 0 && i < last && right + PAD > last_left && last % every != 0)
        continue;
      if (!draw && i > 0 && left < end + PAD)
        return FALSE;
      if (draw)
        sf_plot_draw_text (GTK_WIDGET (self), cr, g_array_index (self->periods, Label, i).text,
                           left, y, 0);
      end = right;
    }
  return TRUE;
}

static void
draw_periods (SfOutcomeChart *self, cairo_t *cr, const SfPlot *plot, double y)
{
  guint every = 1;

  while (every + 1 < self->periods->len && !draw_every (self, cr, plot, y, every, FALSE))
    every++;
  draw_every (self, cr, plot, y, every, TRUE);
}

/* What is left for the lines between the scale and the words at the ends. */
static gboolean
place (SfOutcomeChart *self, SfPlot *plot, int line)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int scale = 0, all = 0, group = 0;
  g_autofree char *widest
      = format_scale (self, round (plot->high / find_step (plot) + 0.5) * find_step (plot));

  sf_plot_measure_text (GTK_WIDGET (self), widest, &scale, NULL);
  if (self->all.end != NULL)
    sf_plot_measure_text (GTK_WIDGET (self), self->all.end, &all, NULL);
  if (self->group.end != NULL)
    sf_plot_measure_text (GTK_WIDGET (self), self->group.end, &group, NULL);
  plot->left = scale + 3 * PAD;
  plot->top = line;
  plot->width = width - plot->left - MAX (all, group) - 3 * PAD;
  plot->height = height - plot->top - line * 2;
  return plot->width >= 40 && plot->height >= 20;
}

static void
sf_outcome_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfOutcomeChart *self = SF_OUTCOME_CHART (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), line;
  GdkRGBA text, accent;
  SfPlot plot;
  cairo_t *cr;

  if (self->all.end == NULL && self->group.end == NULL)
    return;
  sf_plot_measure_text (widget, "0", NULL, &line);
  find_range (self, &plot);
  if (!place (self, &plot, line))
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  sf_plot_get_colours (widget, &text, &accent);
  draw_scale (self, cr, &plot, &text);
  draw_aim (self, cr, &plot, &text, line);
  sf_plot_set_colour (cr, &text, 1);
  draw_series (cr, &plot, &self->group, TRUE);
  sf_plot_set_colour (cr, &accent, 1);
  draw_series (cr, &plot, &self->all, FALSE);
  draw_gap (self, cr, &plot, &text, line);
  draw_ends (self, cr, &plot, &text, &accent, line);
  sf_plot_set_colour (cr, &text, 0.75);
  draw_periods (self, cr, &plot, height - line * 0.6);
  cairo_destroy (cr);
}

static void
sf_outcome_chart_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  int line;

  sf_plot_measure_text (widget, "0", NULL, &line);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? LINES * line : 160;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? LINES * line : 320;
  *minimum_baseline = *natural_baseline = -1;
}

/* --- what is shown ------------------------------------------------------------------------------
 */

static void
label_clear (gpointer data)
{
  g_clear_pointer (&((Label *)data)->text, g_free);
}

static void
clear (SfOutcomeChart *self)
{
  g_array_set_size (self->all.points, 0);
  g_array_set_size (self->group.points, 0);
  g_clear_pointer (&self->all.end, g_free);
  g_clear_pointer (&self->all.name, g_free);
  g_clear_pointer (&self->group.end, g_free);
  g_clear_pointer (&self->group.name, g_free);
  g_clear_pointer (&self->aim_text, g_free);
  g_array_set_size (self->periods, 0);
  g_clear_pointer (&self->gap_text, g_free);
  self->aim = NAN;
}

/* The periods from the first to the last of those that say something. */
static gboolean
find_ends (SfOutcome *outcome, SfFamilyGroup *group, const char **first, const char **last)
{
  GPtrArray *periods = sf_outcome_get_periods (outcome);
  SfMeasure *measure = sf_outcome_get_measure (outcome);

  *first = *last = NULL;
  for (guint i = 0; i < periods->len; i++)
    {
      SfReading *all = sf_outcome_get_reading (outcome, NULL, periods->pdata[i]);
      SfReading *one
          = group != NULL ? sf_outcome_get_reading (outcome, group, periods->pdata[i]) : NULL;

      if ((all == NULL || !isfinite (sf_reading_get_figure (measure, all)))
          && (one == NULL || !isfinite (sf_reading_get_figure (measure, one))))
        continue;
      *first = *first != NULL ? *first : periods->pdata[i];
      *last = periods->pdata[i];
    }
  return *first != NULL;
}

static void
take_points (SfOutcome *outcome, SfFamilyGroup *group, const char *first, Series *series)
{
  GPtrArray *periods = sf_outcome_get_periods (outcome);
  SfMeasure *measure = sf_outcome_get_measure (outcome);
  const char *title = group != NULL ? sf_family_group_get_title (group) : _ ("All families");
  g_autofree char *figure = NULL;

  for (guint i = 0; i < periods->len; i++)
    {
      SfReading *reading = sf_outcome_get_reading (outcome, group, periods->pdata[i]);
      Point point = { 0 };

      if (reading == NULL || !isfinite (sf_reading_get_figure (measure, reading)))
        continue;
      point.day = sf_date_days_between (first, periods->pdata[i]);
      point.value = sf_reading_get_figure (measure, reading);
      point.has_interval = sf_reading_get_interval (measure, reading, &point.interval);
      point.stale = sf_reading_is_stale (measure, reading);
      g_array_append_val (series->points, point);
      g_free (figure);
      figure = sf_outcome_format_figure (measure, point.value);
    }
  if (figure != NULL)
    {
      g_autofree char *name = sf_text_first_line (title, 24);

      series->end = g_strdup_printf ("%s\n%s", figure, name);
      series->name = g_strdup (title);
    }
}

/* Every period from the first to the last, also one without figures. */
static void
take_periods (SfOutcomeChart *self, const char *period, const char *first, const char *last)
{
  g_autofree char *start = g_strdup (first);

  while (start != NULL && strcmp (start, last) <= 0)
    {
      Label label = { sf_date_days_between (first, start), sf_period_format (period, start) };
      char *next = sf_period_move (period, start, 1);

      g_array_append_val (self->periods, label);
      g_free (start);
      start = next;
    }
}

/* Only between readings of the same period, the last of both. */
static void
take_gap (SfOutcomeChart *self, SfOutcome *outcome, SfFamilyGroup *group)
{
  SfReading *all = sf_outcome_get_latest (outcome, NULL, NULL);
  SfReading *one = group != NULL ? sf_outcome_get_latest (outcome, group, NULL) : NULL;
  SfMeasure *measure = sf_outcome_get_measure (outcome);
  g_autofree char *distance = NULL;

  if (all == NULL || one == NULL
      || strcmp (sf_reading_get_starts_on (all), sf_reading_get_starts_on (one)) != 0)
    return;
  distance = sf_outcome_format_distance (measure, sf_reading_get_figure (measure, one)
                                                      - sf_reading_get_figure (measure, all));
  self->gap_text = g_strdup (distance);
}

gboolean
sf_outcome_chart_show (SfOutcomeChart *self, SfOutcome *outcome, SfFamilyGroup *group)
{
  g_autofree char *story = NULL, *aim = NULL, *name = NULL;
  const char *first, *last, *period;
  SfMeasure *measure;

  g_return_val_if_fail (SF_IS_OUTCOME_CHART (self), FALSE);

  clear (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (outcome == NULL || !find_ends (outcome, group, &first, &last))
    return FALSE;
  measure = sf_outcome_get_measure (outcome);
  period = sf_measure_get_period (measure);
  self->proportion = strcmp (sf_measure_get_kind (measure), "proportion") == 0;
  self->days = MAX (1, sf_date_days_between (first, last));
  self->aim = sf_measure_get_aim (measure);
  aim = sf_outcome_format_figure (measure, self->aim);
  self->aim_text = g_strdup_printf (_ ("Aim %s"), aim);
  take_periods (self, period, first, last);
  take_points (outcome, NULL, first, &self->all);
  if (group != NULL)
    take_points (outcome, group, first, &self->group);
  take_gap (self, outcome, group);
  story = sf_outcome_describe (outcome, group);
  name = g_strdup_printf (_ ("Chart of %1$s. %2$s"), sf_measure_get_title (measure), story);
  sf_part_set_name (GTK_WIDGET (self), name);
  return TRUE;
}

static gboolean
has_stale (const Series *series)
{
  for (guint i = 0; i < series->points->len; i++)
    if (g_array_index (series->points, Point, i).stale)
      return TRUE;
  return FALSE;
}

static gboolean
has_intervals (const Series *series)
{
  return series->points->len > 0 && g_array_index (series->points, Point, 0).has_interval;
}

char *
sf_outcome_chart_dup_key (SfOutcomeChart *self)
{
  g_autofree char *broken = NULL;
  const char *words[5] = { NULL };
  guint n = 0;

  g_return_val_if_fail (SF_IS_OUTCOME_CHART (self), NULL);

  if (has_intervals (&self->all) || has_intervals (&self->group))
    words[n++] = _ ("Bars: 95% intervals");
  if (isfinite (self->aim))
    words[n++] = _ ("Dotted line: the aim");
  if (self->group.end != NULL)
    /* the name at its end may be cut off */
    words[n++] = broken = g_strdup_printf (_ ("Broken line: %s"), self->group.name);
  if (has_stale (&self->all) || has_stale (&self->group))
    words[n++] = _ ("Open mark: out of a figure that is out of date");
  return n > 0 ? g_strjoinv (" · ", (char **)words) : NULL;
}

static void
sf_outcome_chart_finalize (GObject *object)
{
  SfOutcomeChart *self = SF_OUTCOME_CHART (object);

  clear (self);
  g_array_unref (self->all.points);
  g_array_unref (self->group.points);
  g_array_unref (self->periods);
  G_OBJECT_CLASS (sf_outcome_chart_parent_class)->finalize (object);
}

static void
sf_outcome_chart_class_init (SfOutcomeChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sf_outcome_chart_finalize;
  widget_class->snapshot = sf_outcome_chart_snapshot;
  widget_class->measure = sf_outcome_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "sf-outcome-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sf_outcome_chart_init (SfOutcomeChart *self)
{
  self->all.points = g_array_new (FALSE, FALSE, sizeof (Point));
  self->group.points = g_array_new (FALSE, FALSE, sizeof (Point));
  self->periods = g_array_new (FALSE, FALSE, sizeof (Label));
  g_array_set_clear_func (self->periods, label_clear);
  self->aim = NAN;
}

GtkWidget *
sf_outcome_chart_new (void)
{
  return g_object_new (SF_TYPE_OUTCOME_CHART, NULL);
}

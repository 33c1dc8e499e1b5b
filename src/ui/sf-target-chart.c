/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-target-chart.h"

#include "base/sf-date.h"
#include "model/sf-target-status.h"
#include "ui/sf-parts.h"
#include "ui/sf-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEIGHT 160
#define PAD 8

typedef struct
{
  int day; /* days after the start */
  double value;
} Reading;

struct _SfTargetChart
{
  GtkWidget parent_instance;

  double baseline;
  double goal;
  int days; /* from the start to the due date, at least 1 */
  int today;
  GArray *readings;
  GArray *steps; /* corners of what is expected, between the start and the due date */
  char *baseline_text;
  char *goal_text;
  char *start_text;
  char *due_text;
};

G_DEFINE_FINAL_TYPE (SfTargetChart, sf_target_chart, GTK_TYPE_WIDGET)

/* --- drawing ----------------------------------------------------------------------------- */

static void
find_range (SfTargetChart *self, SfPlot *plot)
{
  sf_plot_begin_range (plot);
  sf_plot_include (plot, self->baseline);
  sf_plot_include (plot, self->goal);
  plot->days = self->days;
  for (guint i = 0; i < self->readings->len; i++)
    {
      const Reading *reading = &g_array_index (self->readings, Reading, i);

      sf_plot_include (plot, reading->value);
      plot->days = MAX (plot->days, reading->day);
    }
  sf_plot_end_range (plot);
}

static void
draw_path_and_today (
    SfTargetChart *self, cairo_t *cr, const SfPlot *plot, const GdkRGBA *text, double axis)
{
  double dashes[] = { 5, 4 };

  sf_plot_set_colour (cr, text, 0.25);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, plot->left, axis);
  cairo_rel_line_to (cr, plot->width, 0);
  if (self->today >= 0 && self->today <= plot->days)
    {
      cairo_move_to (cr, sf_plot_x (plot, self->today), plot->top);
      cairo_line_to (cr, sf_plot_x (plot, self->today), axis);
    }
  cairo_stroke (cr);
  sf_plot_set_colour (cr, text, 0.6);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, sf_plot_x (plot, 0), sf_plot_y (plot, self->baseline));
  for (guint i = 0; i < self->steps->len; i++)
    {
      const Reading *step = &g_array_index (self->steps, Reading, i);

      cairo_line_to (cr, sf_plot_x (plot, step->day), sf_plot_y (plot, step->value));
    }
  cairo_line_to (cr, sf_plot_x (plot, self->days), sf_plot_y (plot, self->goal));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_readings (SfTargetChart *self, cairo_t *cr, const SfPlot *plot, const GdkRGBA *accent)
{
  sf_plot_set_colour (cr, accent, 1);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, sf_plot_x (plot, 0), sf_plot_y (plot, self->baseline));
  for (guint i = 0; i < self->readings->len; i++)
    {
      const Reading *reading = &g_array_index (self->readings, Reading, i);

      cairo_line_to (cr, sf_plot_x (plot, reading->day), sf_plot_y (plot, reading->value));
    }
  cairo_stroke (cr);
  for (guint i = 0; i < self->readings->len; i++)
    {
      const Reading *reading = &g_array_index (self->readings, Reading, i);

      sf_plot_draw_mark (cr, SF_PLOT_DISC, sf_plot_x (plot, reading->day),
                         sf_plot_y (plot, reading->value));
    }
}

static void
sf_target_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfTargetChart *self = SF_TARGET_CHART (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);
  int label_height;
  GdkRGBA text, accent;
  SfPlot plot;
  cairo_t *cr;

  if (self->goal_text == NULL)
    return;
  sf_plot_measure_text (widget, self->goal_text, NULL, &label_height);
  plot.left = 4;
  plot.top = label_height + PAD;
  plot.width = width - 12;
  /* above the line of the days there is room for the value where it begins */
  plot.height = height - plot.top - label_height * 1.7 - PAD;
  if (plot.width < 40 || plot.height < 20)
    return;
  find_range (self, &plot);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  sf_plot_get_colours (widget, &text, &accent);
  draw_path_and_today (self, cr, &plot, &text, plot.top + plot.height + label_height * 0.7);
  draw_readings (self, cr, &plot, &accent);
  gdk_cairo_set_source_rgba (cr, &text);
  sf_plot_draw_text (widget, cr, self->goal_text, sf_plot_x (&plot, self->days),
                     sf_plot_y (&plot, self->goal) - label_height * 0.75, 1);
  sf_plot_draw_text (widget, cr, self->baseline_text, sf_plot_x (&plot, 0),
                     sf_plot_y (&plot, self->baseline)
                         + label_height * (self->goal > self->baseline ? 0.7 : -0.75),
                     0);
  sf_plot_draw_text (widget, cr, self->start_text, 0, height - label_height / 2.0, 0);
  sf_plot_draw_text (widget, cr, self->due_text, width, height - label_height / 2.0, 1);
  cairo_destroy (cr);
}

static void
sf_target_chart_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 160;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 260;
  *minimum_baseline = *natural_baseline = -1;
}

/* --- what is shown ----------------------------------------------------------------------- */

static void
clear (SfTargetChart *self)
{
  g_array_set_size (self->readings, 0);
  g_array_set_size (self->steps, 0);
  g_clear_pointer (&self->baseline_text, g_free);
  g_clear_pointer (&self->goal_text, g_free);
  g_clear_pointer (&self->start_text, g_free);
  g_clear_pointer (&self->due_text, g_free);
}

static void
take_readings (SfTargetChart *self, SfModel *model, SfTarget *target, const char *start)
{
  g_autoptr (GPtrArray) reviews = sf_model_list_reviews (model, target);

  for (guint i = 0; i < reviews->len; i++)
    {
      SfReview *review = g_ptr_array_index (reviews, i);
      Reading reading = { 0, sf_review_get_value (review) };

      if (isnan (reading.value))
        continue;
      reading.day = MAX (0, sf_date_days_between (start, sf_review_get_reviewed_on (review)));
      g_array_append_val (self->readings, reading);
    }
}

/* Where what is expected goes by steps, the two corners of each. */
static void
take_steps (SfTargetChart *self, SfModel *model, SfTarget *target, const char *start)
{
  double before = self->baseline;

  if (g_strcmp0 (sf_target_get_pace (target), "yearly") != 0)
    return;
  for (int months = 12;; months += 12)
    {
      g_autofree char *on = sf_date_add_months (start, months);
      Reading corner = { MIN (sf_date_days_between (start, on), self->days), before };

      g_array_append_val (self->steps, corner);
      if (corner.day >= self->days)
        return;
      before = corner.value = sf_target_get_expected (model, target, on);
      g_array_append_val (self->steps, corner);
    }
}

/* A target without its own dates runs as long as the evaluation in which it was set. */
static gboolean
find_period (SfModel *model, SfTarget *target, const char **start, const char **due)
{
  SfEvaluation *evaluation = sf_model_find (model, sf_target_get_evaluation (target));

  *start = sf_target_get_starts_on (target);
  *due = sf_target_get_due_on (target);
  if (*start == NULL && evaluation != NULL)
    *start = sf_evaluation_get_starts_on (evaluation);
  if (*due == NULL && evaluation != NULL)
    *due = sf_evaluation_get_ends_on (evaluation);
  return *start != NULL && *due != NULL;
}

void
sf_target_chart_set_target (SfTargetChart *self,
                            SfModel *model,
                            SfTarget *target,
                            const char *today)
{
  const char *start = NULL, *due = NULL;
  g_autofree char *way = NULL, *story = NULL, *name = NULL;

  g_return_if_fail (SF_IS_TARGET_CHART (self));

  clear (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (target == NULL || !sf_target_is_measured (target)
      || !find_period (model, target, &start, &due))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  self->baseline
      = sf_target_has_way (target) ? sf_target_get_baseline (target) : sf_target_get_goal (target);
  self->goal = sf_target_get_goal (target);
  self->days = MAX (1, sf_date_days_between (start, due));
  self->today = sf_date_days_between (start, today);
  self->baseline_text = sf_target_format_value (target, self->baseline);
  self->goal_text = sf_target_format_value (target, self->goal);
  self->start_text = sf_date_format_short (start);
  self->due_text = sf_date_format_short (due);
  take_readings (self, model, target, start);
  take_steps (self, model, target, start);
  way = sf_target_to_text (target);
  story = sf_target_story_to_text (model, target, today);
  name = g_strdup_printf (_ ("Chart of the way to the target: %s. %s"), way,
                          story != NULL ? story : "");
  sf_part_set_name (GTK_WIDGET (self), name);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
sf_target_chart_finalize (GObject *object)
{
  SfTargetChart *self = SF_TARGET_CHART (object);

  clear (self);
  g_clear_pointer (&self->readings, g_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  G_OBJECT_CLASS (sf_target_chart_parent_class)->finalize (object);
}

static void
sf_target_chart_class_init (SfTargetChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sf_target_chart_finalize;
  widget_class->snapshot = sf_target_chart_snapshot;
  widget_class->measure = sf_target_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "sf-target-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sf_target_chart_init (SfTargetChart *self)
{
  self->readings = g_array_new (FALSE, FALSE, sizeof (Reading));
  self->steps = g_array_new (FALSE, FALSE, sizeof (Reading));
}

GtkWidget *
sf_target_chart_new (void)
{
  return g_object_new (SF_TYPE_TARGET_CHART, NULL);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-petal-chart.h"

#include "report/sf-petals.h"
#include "ui/sf-columns.h"
#include "ui/sf-parts.h"
#include "ui/sf-petal-button.h"

#include <adwaita.h>

#define MINIMUM_SIZE 220
/* It grows with the text around it, at half the rate. */
#define NATURAL_SIZE 170
#define NATURAL_CHARS 27

struct _SfPetalChart
{
  GtkWidget parent_instance;

  SfFramework *framework;
  GPtrArray *petals; /* of SfPetalButton, borrowed from the widget tree */
  AdwStyleManager *style;
  gulong dark_handler;
  double x;
  double y;
  double size;
};

G_DEFINE_FINAL_TYPE (SfPetalChart, sf_petal_chart, GTK_TYPE_WIDGET)

enum
{
  AREA_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_petal_clicked_cb (SfPetalButton *petal, SfPetalChart *self)
{
  g_signal_emit (self, signals[AREA_ACTIVATED], 0, sf_petal_button_get_area (petal));
}

static void
measure_labels (SfPetalChart *self, int *width, int *height)
{
  *width = *height = 0;
  for (guint i = 0; i < self->petals->len; i++)
    {
      int w, h;

      sf_petal_button_measure_label (g_ptr_array_index (self->petals, i), &w, &h);
      *width = MAX (*width, w);
      *height = MAX (*height, h);
    }
}

static void
sf_petal_chart_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int size = MAX (MINIMUM_SIZE, NATURAL_SIZE + sf_chars_to_pixels (widget, NATURAL_CHARS));

  *minimum = MINIMUM_SIZE;
  *natural = size;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    *natural = CLAMP (for_size, MINIMUM_SIZE, size);
  *minimum_baseline = *natural_baseline = -1;
}

static void
sf_petal_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SfPetalChart *self = SF_PETAL_CHART (widget);
  int label_width, label_height;

  measure_labels (self, &label_width, &label_height);
  self->size = MIN (width - 2.0 * label_width - 8, height - 2.0 * label_height - 16);
  self->size = MAX (self->size, 40);
  self->x = (width - self->size) / 2;
  self->y = (height - self->size) / 2;
  for (guint i = 0; i < self->petals->len; i++)
    {
      GtkWidget *petal = g_ptr_array_index (self->petals, i);
      GtkAllocation box;

      sf_petal_button_place (SF_PETAL_BUTTON (petal), self->x, self->y, self->size, &box);
      gtk_widget_size_allocate (petal, &box, -1);
    }
}

static void
draw_rings (SfPetalChart *self, cairo_t *cr, const GdkRGBA *text)
{
  SfScale *scale = sf_framework_get_overall_scale (self->framework);
  guint n_levels = sf_scale_get_n_levels (scale);
  GdkRGBA faint = *text;
  double middle_x = self->x + self->size / 2, middle_y = self->y + self->size / 2;

  faint.alpha *= 0.22f;
  gdk_cairo_set_source_rgba (cr, &faint);
  cairo_set_line_width (cr, 1);
  for (guint rank = 0; rank < n_levels; rank++)
    {
      double radius = sf_petals_value_of_rank (rank, n_levels) * self->size / 2;

      cairo_new_sub_path (cr);
      cairo_arc (cr, middle_x, middle_y, radius, 0, 2 * G_PI);
    }
  cairo_stroke (cr);
  faint.alpha = text->alpha;
  gdk_cairo_set_source_rgba (cr, &faint);
  cairo_arc (cr, middle_x, middle_y, MAX (3, self->size * SF_PETALS_HUB * 0.22), 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
sf_petal_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfPetalChart *self = SF_PETAL_CHART (widget);

  if (self->framework != NULL)
    {
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                   gtk_widget_get_height (widget));
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
      GdkRGBA text;

      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
      draw_rings (self, cr, &text);
      cairo_destroy (cr);
    }
  for (guint i = 0; i < self->petals->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->petals, i), snapshot);
}

static void
drop_petals (SfPetalChart *self)
{
  for (guint i = 0; i < self->petals->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->petals, i));
  g_ptr_array_set_size (self->petals, 0);
}

void
sf_petal_chart_set_framework (SfPetalChart *self, SfFramework *framework)
{
  GPtrArray *areas;

  g_return_if_fail (SF_IS_PETAL_CHART (self));

  if (!g_set_object (&self->framework, framework))
    return;
  drop_petals (self);
  if (framework == NULL)
    return;
  areas = sf_framework_get_areas (framework);
  for (guint i = 0; i < areas->len; i++)
    {
      GtkWidget *petal = sf_petal_button_new (framework, g_ptr_array_index (areas, i));

      sf_petal_button_set_sector (SF_PETAL_BUTTON (petal), areas->len, i);
      g_signal_connect (petal, "clicked", G_CALLBACK (on_petal_clicked_cb), self);
      gtk_widget_set_parent (petal, GTK_WIDGET (self));
      g_ptr_array_add (self->petals, petal);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sf_petal_chart_set_area (
    SfPetalChart *self, SfKeyArea *area, SfLevel *level, SfLevel *last, const char *name)
{
  GtkWidget *petal;

  g_return_if_fail (SF_IS_PETAL_CHART (self));
  g_return_if_fail (sf_key_area_get_index (area) < self->petals->len);

  petal = g_ptr_array_index (self->petals, sf_key_area_get_index (area));
  sf_petal_button_set_levels (SF_PETAL_BUTTON (petal), level, last);
  gtk_accessible_update_property (GTK_ACCESSIBLE (petal), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (petal, name);
}

static void
on_dark_changed_cb (SfPetalChart *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  for (guint i = 0; i < self->petals->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->petals, i));
}

static void
sf_petal_chart_dispose (GObject *object)
{
  SfPetalChart *self = SF_PETAL_CHART (object);

  g_clear_signal_handler (&self->dark_handler, self->style);
  if (self->petals != NULL)
    drop_petals (self);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (sf_petal_chart_parent_class)->dispose (object);
}

static void
sf_petal_chart_finalize (GObject *object)
{
  SfPetalChart *self = SF_PETAL_CHART (object);

  g_clear_pointer (&self->petals, g_ptr_array_unref);
  G_OBJECT_CLASS (sf_petal_chart_parent_class)->finalize (object);
}

static gboolean
sf_petal_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return sf_part_focus_in_order (widget, direction);
  return GTK_WIDGET_CLASS (sf_petal_chart_parent_class)->focus (widget, direction);
}

static void
sf_petal_chart_class_init (SfPetalChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sf_petal_chart_dispose;
  object_class->finalize = sf_petal_chart_finalize;
  widget_class->focus = sf_petal_chart_focus;
  widget_class->measure = sf_petal_chart_measure;
  widget_class->size_allocate = sf_petal_chart_size_allocate;
  widget_class->snapshot = sf_petal_chart_snapshot;

  signals[AREA_ACTIVATED]
      = g_signal_new ("area-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, SF_TYPE_KEY_AREA);
  gtk_widget_class_set_css_name (widget_class, "sf-petal-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sf_petal_chart_init (SfPetalChart *self)
{
  self->petals = g_ptr_array_new ();
  self->style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  self->dark_handler = g_signal_connect_swapped (self->style, "notify::dark",
                                                 G_CALLBACK (on_dark_changed_cb), self);
}

GtkWidget *
sf_petal_chart_new (void)
{
  return g_object_new (SF_TYPE_PETAL_CHART, NULL);
}

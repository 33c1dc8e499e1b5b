/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-area-bar.h"

#include <adwaita.h>

#define THICKNESS 5

struct _SfAreaBar
{
  GtkWidget parent_instance;

  SfFramework *framework;
  SfKeyArea *area;
  AdwStyleManager *style;
  gulong dark_handler;
  double fraction;
};

G_DEFINE_FINAL_TYPE (SfAreaBar, sf_area_bar, GTK_TYPE_WIDGET)

static void
append_bar (GtkSnapshot *snapshot, float width, float height, const GdkRGBA *colour)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  float radius = MIN (MIN (width, height) / 2, 4);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
sf_area_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfAreaBar *self = SF_AREA_BAR (widget);
  gboolean dark = adw_style_manager_get_dark (self->style);
  float width = (float)gtk_widget_get_width (widget);
  float height = (float)gtk_widget_get_height (widget);
  GdkRGBA colour, track;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &track);
  if (!gdk_rgba_parse (&colour, dark ? sf_key_area_get_dark_colour (self->area)
                                     : sf_key_area_get_colour (self->area)))
    colour = track;
  if (self->fraction < 1)
    {
      track.alpha *= 0.16f;
      append_bar (snapshot, width, height, &track);
    }
  if (self->fraction <= 0)
    return;
  if (self->fraction < 1 && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    gtk_snapshot_translate (snapshot,
                            &GRAPHENE_POINT_INIT (width * (1 - (float)self->fraction), 0));
  append_bar (snapshot, width * (float)self->fraction, height, &colour);
}

static void
sf_area_bar_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = *natural = THICKNESS;
  *minimum_baseline = *natural_baseline = -1;
}

void
sf_area_bar_set_fraction (SfAreaBar *self, double fraction)
{
  g_return_if_fail (SF_IS_AREA_BAR (self));

  fraction = CLAMP (fraction, 0, 1);
  if (self->fraction < fraction || self->fraction > fraction)
    {
      self->fraction = fraction;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

static void
sf_area_bar_dispose (GObject *object)
{
  SfAreaBar *self = SF_AREA_BAR (object);

  g_clear_signal_handler (&self->dark_handler, self->style);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (sf_area_bar_parent_class)->dispose (object);
}

static void
sf_area_bar_class_init (SfAreaBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_area_bar_dispose;
  widget_class->measure = sf_area_bar_measure;
  widget_class->snapshot = sf_area_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "sf-area-bar");
}

static void
sf_area_bar_init (SfAreaBar *self)
{
  self->fraction = 1;
  self->style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  self->dark_handler = g_signal_connect_swapped (self->style, "notify::dark",
                                                 G_CALLBACK (gtk_widget_queue_draw), self);
}

GtkWidget *
sf_area_bar_new (SfFramework *framework, SfKeyArea *area)
{
  SfAreaBar *self;

  g_return_val_if_fail (SF_IS_FRAMEWORK (framework), NULL);
  g_return_val_if_fail (SF_IS_KEY_AREA (area), NULL);

  self = g_object_new (SF_TYPE_AREA_BAR, NULL);
  self->framework = g_object_ref (framework);
  self->area = area;
  return GTK_WIDGET (self);
}

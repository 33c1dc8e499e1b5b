/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-swatch.h"

#include <adwaita.h>

struct _SfSwatch
{
  GtkWidget parent_instance;

  GdkRGBA colour;
  GdkRGBA dark_colour;
};

G_DEFINE_FINAL_TYPE (SfSwatch, sf_swatch, GTK_TYPE_WIDGET)

GtkWidget *
sf_swatch_new (const char *colour, const char *dark_colour)
{
  SfSwatch *self = g_object_new (SF_TYPE_SWATCH, NULL);

  if (!colour || !gdk_rgba_parse (&self->colour, colour))
    self->colour = (GdkRGBA){ 0.5f, 0.5f, 0.5f, 1 };
  if (!dark_colour || !gdk_rgba_parse (&self->dark_colour, dark_colour))
    self->dark_colour = self->colour;
  return GTK_WIDGET (self);
}

static void
sf_swatch_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  *minimum = *natural = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics));
  pango_font_metrics_unref (metrics);
}

static void
sf_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfSwatch *self = SF_SWATCH (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  float width = (float)gtk_widget_get_width (widget);
  float height = (float)gtk_widget_get_height (widget);
  float side = MIN (width, height);
  graphene_rect_t square = GRAPHENE_RECT_INIT ((width - side) / 2, (height - side) / 2, side, side);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &square, side / 4);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, dark ? &self->dark_colour : &self->colour, &square);
  gtk_snapshot_pop (snapshot);
}

static void
sf_swatch_class_init (SfSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = sf_swatch_measure;
  widget_class->snapshot = sf_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sf_swatch_init (SfSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

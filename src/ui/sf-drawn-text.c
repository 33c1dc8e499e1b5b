/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-drawn-text.h"

#include "base/sf-text.h"

int
sf_drawn_text_get_line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return line;
}

PangoLayout *
sf_drawn_text_new (GtkWidget *widget, const char *text, double scale, gboolean bold)
{
  g_autofree char *shown = sf_text_to_shown (text);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, shown);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

void
sf_drawn_text_wrap (PangoLayout *layout, int width, int lines)
{
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -lines);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
}

void
sf_drawn_text_draw (GtkSnapshot *snapshot,
                    PangoLayout *layout,
                    float x,
                    float y,
                    float width,
                    gboolean to_right,
                    const GdkRGBA *colour,
                    float strength)
{
  GdkRGBA paint = *colour;

  paint.alpha *= strength;
  pango_layout_set_width (layout, (int)(MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  if ((pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL) != to_right)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &paint);
  gtk_snapshot_restore (snapshot);
  g_object_unref (layout);
}

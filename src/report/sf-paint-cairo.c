/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-paint-cairo.h"

#include <pango/pangocairo.h>

static void
set_dash (cairo_t *cr, const SfItem *item)
{
  double dashed[] = { 3.5, 2.5 }, dotted[] = { 0, item->line_width * 2.4 };

  cairo_set_line_width (cr, item->line_width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  if (item->dash == SF_DASH_DASHED)
    cairo_set_dash (cr, dashed, G_N_ELEMENTS (dashed), 0);
  else if (item->dash == SF_DASH_DOTTED)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dotted, G_N_ELEMENTS (dotted), 0);
    }
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
add_path (cairo_t *cr, const SfItem *item)
{
  const SfPathElement *elements;
  gsize n;

  elements = sf_path_get_elements (item->path, &n);
  for (gsize i = 0; i < n; i++)
    {
      const SfPathElement *e = &elements[i];

      switch (e->verb)
        {
        case SF_PATH_MOVE:
          cairo_move_to (cr, item->x + e->x[0], item->y + e->y[0]);
          break;
        case SF_PATH_LINE:
          cairo_line_to (cr, item->x + e->x[0], item->y + e->y[0]);
          break;
        case SF_PATH_CURVE:
          cairo_curve_to (cr, item->x + e->x[0], item->y + e->y[0], item->x + e->x[1],
                          item->y + e->y[1], item->x + e->x[2], item->y + e->y[2]);
          break;
        case SF_PATH_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

/* A box as tall as a capital with a bar across, narrower than the place it stands in. */
static void
paint_missing (cairo_t *cr, const SfItem *item)
{
  double inset = item->line_width, width = MAX (item->width - 2 * inset, 2 * inset);

  set_dash (cr, item);
  cairo_rectangle (cr, item->x + inset, item->y - item->height, width, item->height);
  cairo_move_to (cr, item->x + inset, item->y - item->height);
  cairo_line_to (cr, item->x + inset + width, item->y);
  cairo_stroke (cr);
}

cairo_surface_t *
sf_paint_cairo_make_surface (const SfPicture *picture)
{
  guint width = sf_picture_get_width (picture), height = sf_picture_get_height (picture);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  const guint8 *from = sf_picture_get_pixels (picture);
  guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  for (guint y = 0; data != NULL && y < height; y++)
    {
      guint32 *row = (guint32 *)(data + (gsize)y * stride);

      for (guint x = 0; x < width; x++, from += 3)
        row[x] = (guint32)from[0] << 16 | (guint32)from[1] << 8 | from[2];
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
paint_image (cairo_t *cr, const SfItem *item)
{
  cairo_surface_t *surface = sf_paint_cairo_make_surface (item->picture);

  cairo_save (cr);
  cairo_translate (cr, item->x, item->y);
  cairo_rectangle (cr, 0, 0, item->width, item->height);
  cairo_scale (cr, item->width / sf_picture_get_width (item->picture),
               item->height / sf_picture_get_height (item->picture));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

static void
paint_item (cairo_t *cr, const SfItem *item)
{
  cairo_set_source_rgb (cr, item->color.red, item->color.green, item->color.blue);
  switch (item->kind)
    {
    case SF_ITEM_GLYPHS:
      cairo_move_to (cr, item->x, item->y);
      pango_cairo_show_glyph_item (cr, item->text, item->glyphs);
      cairo_new_path (cr);
      break;
    case SF_ITEM_MISSING:
      paint_missing (cr, item);
      break;
    case SF_ITEM_RECT:
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      break;
    case SF_ITEM_LINE:
      set_dash (cr, item);
      cairo_move_to (cr, item->x, item->y);
      cairo_line_to (cr, item->x + item->width, item->y + item->height);
      cairo_stroke (cr);
      break;
    case SF_ITEM_PATH:
      add_path (cr, item);
      if (item->line_width > 0)
        {
          set_dash (cr, item);
          cairo_stroke (cr);
        }
      else
        cairo_fill (cr);
      break;
    case SF_ITEM_IMAGE:
      paint_image (cr, item);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
sf_paint_cairo_page (SfDisplayList *list, guint page, cairo_t *cr)
{
  GPtrArray *items;

  g_return_if_fail (SF_IS_DISPLAY_LIST (list) && cr != NULL);
  g_return_if_fail (page < sf_display_list_get_n_pages (list));

  items = sf_display_list_get_page (list, page);
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < items->len; i++)
    paint_item (cr, g_ptr_array_index (items, i));
  cairo_restore (cr);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-load.h"

#include <cairo.h>
#include <string.h>

static cairo_status_t
hand_out (void *data, unsigned char *where, unsigned int length)
{
  SfBytes *rest = data;

  if (length > rest->length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (where, rest->data, length);
  rest->data += length;
  rest->length -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* On white. */
static cairo_surface_t *
draw (cairo_surface_t *picture, int width, int height)
{
  cairo_surface_t *drawn = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo = cairo_create (drawn);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, width / (double)cairo_image_surface_get_width (picture),
               height / (double)cairo_image_surface_get_height (picture));
  cairo_set_source_surface (cairo, picture, 0, 0);
  /* no edge shines through where a part of a pixel lies beyond it */
  cairo_pattern_set_extend (cairo_get_source (cairo), CAIRO_EXTEND_PAD);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (drawn);
  return drawn;
}

static GdkPixbuf *
copy_pixels (cairo_surface_t *drawn)
{
  int width = cairo_image_surface_get_width (drawn);
  int height = cairo_image_surface_get_height (drawn);
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  for (int y = 0; picture != NULL && y < height; y++)
    {
      const guint32 *from
          = (const guint32 *)(gconstpointer)(cairo_image_surface_get_data (drawn)
                                             + (gsize)y
                                                   * (gsize)cairo_image_surface_get_stride (drawn));
      guint8 *to
          = gdk_pixbuf_get_pixels (picture) + (gsize)y * (gsize)gdk_pixbuf_get_rowstride (picture);

      for (int x = 0; x < width; x++, to += 3)
        {
          to[0] = (guint8)(from[x] >> 16);
          to[1] = (guint8)(from[x] >> 8);
          to[2] = (guint8)from[x];
        }
    }
  return picture;
}

GdkPixbuf *
sf_load_png (SfBytes bytes, guint side)
{
  cairo_surface_t *whole = cairo_image_surface_create_from_png_stream (hand_out, &bytes);
  cairo_surface_t *drawn;
  GdkPixbuf *picture = NULL;
  int width, height;

  if (cairo_surface_status (whole) == CAIRO_STATUS_SUCCESS)
    {
      sf_load_fit ((guint)cairo_image_surface_get_width (whole),
                   (guint)cairo_image_surface_get_height (whole), side, &width, &height);
      drawn = draw (whole, width, height);
      if (cairo_surface_status (drawn) == CAIRO_STATUS_SUCCESS)
        picture = copy_pixels (drawn);
      cairo_surface_destroy (drawn);
    }
  cairo_surface_destroy (whole);
  return picture;
}

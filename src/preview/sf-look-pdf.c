/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-look.h"

#include <poppler.h>
#include <string.h>
#include <time.h>

/* PDF: only the pages that are asked for are drawn, and words are read until there are enough. */

#define MAX_PAGES_READ 500
#define MAX_SECONDS 3.0

static char *
find_date (PopplerDocument *document)
{
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (document);

  if (created == NULL)
    return NULL;
  return sf_look_make_date (g_date_time_get_year (created), g_date_time_get_month (created),
                            g_date_time_get_day_of_month (created));
}

static void
add_words (PopplerDocument *document, int number, GString *words)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  g_autofree char *text = page != NULL ? poppler_page_get_text (page) : NULL;

  if (text != NULL && *text != '\0')
    {
      g_string_append (words, text);
      g_string_append_c (words, '\n');
    }
  g_clear_object (&page);
}

static char *
read_words (PopplerDocument *document, int first, int n)
{
  g_autoptr (GString) words = g_string_new (NULL);
  clock_t begun = clock ();

  for (int i = 0; i < n && words->len < SF_PREVIEW_MAX_TEXT; i++)
    {
      add_words (document, first + i, words);
      if ((double)(clock () - begun) / CLOCKS_PER_SEC > MAX_SECONDS)
        break;
    }
  return words->len > 0 ? sf_text_tidy (words->str, words->len, SF_PREVIEW_MAX_TEXT) : NULL;
}

static GdkPixbuf *
take_pixels (cairo_surface_t *surface, int width, int height)
{
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  const guint8 *from = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  if (picture == NULL)
    return NULL;
  for (int y = 0; y < height; y++)
    {
      guint8 *to = gdk_pixbuf_get_pixels (picture) + (gsize)y * gdk_pixbuf_get_rowstride (picture);

      for (int x = 0; x < width; x++, to += 3)
        {
          guint32 pixel;

          memcpy (&pixel, from + (gsize)y * stride + 4 * (gsize)x, sizeof pixel);
          to[0] = (guint8)(pixel >> 16);
          to[1] = (guint8)(pixel >> 8);
          to[2] = (guint8)pixel;
        }
    }
  return picture;
}

static GdkPixbuf *
draw_page (PopplerPage *page, guint side)
{
  double width, height, scale;
  int across, down;
  cairo_surface_t *surface;
  cairo_t *cairo;
  GdkPixbuf *picture;

  poppler_page_get_size (page, &width, &height);
  if (!(width > 0) || !(height > 0) || width > 1e6 || height > 1e6)
    return NULL;
  scale = side / MAX (width, height);
  across = CLAMP ((int)(width * scale + 0.5), 1, (int)side);
  down = CLAMP ((int)(height * scale + 0.5), 1, (int)side);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, across, down);
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, scale, scale);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  picture = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS
                ? take_pixels (surface, across, down)
                : NULL;
  cairo_surface_destroy (surface);
  return picture;
}

static void
look_at_page (SfLook *look, PopplerDocument *document, int number)
{
  PopplerPage *page = poppler_document_get_page (document, number);

  if (page != NULL)
    look->picture = draw_page (page, look->side);
  look->drawn = TRUE;
  g_clear_object (&page);
}

void
sf_look_at_pdf (SfLook *look, SfBytes bytes)
{
  g_autoptr (GBytes) whole = g_bytes_new_static (bytes.data, bytes.length);
  PopplerDocument *document = poppler_document_new_from_bytes (whole, NULL, NULL);
  int n_pages = document != NULL ? poppler_document_get_n_pages (document) : 0;
  int number = MAX (look->page, 0);

  if (number < n_pages)
    {
      look->n_pages = (guint)MIN (n_pages, SF_PREVIEW_MAX_PAGES);
      look->title = poppler_document_get_title (document);
      look->date = find_date (document);
      look->text = look->page < 0 ? read_words (document, 0, MIN (n_pages, MAX_PAGES_READ))
                                  : read_words (document, number, 1);
      look_at_page (look, document, number);
    }
  g_clear_object (&document);
}

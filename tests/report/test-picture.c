/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Pictures: their pixels, on paper and in files. */
#include "pdf-sample.h"

#include <cairo.h>
#include <string.h>

#include "report/sf-paint-cairo.h"
#include "report/sf-report-pdf.h"
#include "report/sf-write-html.h"
#include "report/sf-write-odt.h"

static void
test_pixels (void)
{
  static const guint8 clear[] = { 255, 0, 0, 0, 10, 20, 30, 255 };
  static const guint8 rows[] = { 1, 2, 3, 99, 4, 5, 6, 99 };
  g_autoptr (SfPicture) blended = sf_picture_new (clear, 2, 1, 8, TRUE);
  g_autoptr (SfPicture) plain = sf_picture_new (rows, 1, 2, 4, FALSE);

  g_assert_cmpmem (sf_picture_get_pixels (blended), 6, "\xff\xff\xff\x0a\x14\x1e", 6);
  g_assert_cmpmem (sf_picture_get_pixels (plain), 6, "\x01\x02\x03\x04\x05\x06", 6);
  g_assert_null (sf_picture_new (rows, 0, 1, 4, FALSE));
  g_assert_null (sf_picture_new (rows, 2, 1, 4, FALSE));
  g_assert_null (sf_picture_new (rows, SF_PICTURE_MAX + 1, 1, G_MAXSIZE, FALSE));
}

static SfDocument *
make_document (guint width, guint height)
{
  SfDocument *document = test_document_new ();

  sf_document_add (document,
                   sf_block_new_picture (test_make_picture (width, height),
                                         "The “garden” & the pond", sf_prose_new ("Our garden")));
  return document;
}

static const SfItem *
find_image (SfDisplayList *list)
{
  GPtrArray *items = sf_display_list_get_page (list, 0);

  for (guint i = 0; i < items->len; i++)
    if (((SfItem *)items->pdata[i])->kind == SF_ITEM_IMAGE)
      return items->pdata[i];
  g_assert_not_reached ();
}

/* It keeps its shape and stays within the margins, however large it is. */
static void
test_laid_out (void)
{
  static const guint sizes[][2] = { { 30, 20 }, { 4000, 100 }, { 100, 4000 }, { 1, 1 } };
  const SfStyleSheet *sheet = sf_style_sheet_get_standard ();
  g_autoptr (SfFonts) fonts = test_fonts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (SfDocument) document = make_document (sizes[i][0], sizes[i][1]);
      g_autoptr (SfDisplayList) list = sf_layout_run (document, sheet, fonts);
      const SfItem *image = find_image (list);

      g_assert_cmpfloat_with_epsilon (image->width / image->height,
                                      (double)sizes[i][0] / sizes[i][1], 0.01 * sizes[i][0]);
      g_assert_cmpfloat (image->x, >=, sheet->margin_side - 0.01);
      g_assert_cmpfloat (image->x + image->width, <=,
                         sheet->page_width - sheet->margin_side + 0.01);
      g_assert_cmpfloat (image->y + image->height, <, sheet->page_height - sheet->margin_bottom);
      g_assert_cmpint (image->origin.role, ==, SF_ROLE_FIGURE);
    }
}

static void
test_painted (void)
{
  g_autoptr (SfDocument) document = make_document (300, 200);
  g_autoptr (SfFonts) fonts = test_fonts_new ();
  g_autoptr (SfDisplayList) list = sf_layout_run (document, sf_style_sheet_get_standard (), fonts);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 850);
  cairo_t *cr = cairo_create (surface);
  const SfItem *image = find_image (list);
  const guint8 *pixel;

  sf_paint_cairo_page (list, 0, cr);
  cairo_surface_flush (surface);
  pixel = cairo_image_surface_get_data (surface)
          + (int)(image->y + image->height - 3) * cairo_image_surface_get_stride (surface)
          + (int)(image->x + image->width - 3) * 4;
  /* Blue, green, red of the corner at the bottom right. */
  g_assert_cmpint (pixel[0], <, 190);
  g_assert_cmpint (pixel[1], >, 220);
  g_assert_cmpint (pixel[2], >, 220);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_in_files (void)
{
  g_autoptr (SfDocument) document = make_document (30, 20);
  g_autoptr (GBytes) html = sf_write_html (document), again = sf_write_html (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) odt = sf_write_odt (document, &error);
  const char *page = g_bytes_get_data (html, NULL), *data = strstr (page, "data:image/png;base64,");
  g_autofree guchar *png = NULL;
  gsize length;

  g_assert_no_error (error);
  g_assert_nonnull (odt);
  g_assert_true (g_bytes_equal (html, again));
  g_assert_nonnull (strstr (page, "alt=\"The “garden” &amp; the pond\""));
  g_assert_nonnull (strstr (page, "Our garden"));
  g_assert_nonnull (data);
  {
    const char *begin = data + strlen ("data:image/png;base64,");
    g_autofree char *text = g_strndup (begin, strcspn (begin, "\""));

    png = g_base64_decode (text, &length);
  }
  g_assert_cmpuint (length, >, 60);
  g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/picture/pixels", test_pixels);
  g_test_add_func ("/report/picture/laid-out", test_laid_out);
  g_test_add_func ("/report/picture/painted", test_painted);
  g_test_add_func ("/report/picture/in-files", test_in_files);
  return g_test_run ();
}

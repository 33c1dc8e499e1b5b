/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-test-util.h"

#include "report/sf-fingerprint.h"

#include <qrencode.h>
#include <string.h>

/* The fingerprint on the pages: small at the foot of each, which is furniture, and once as a code
 * with its words. */

#define FINGERPRINT "K7QM-4R2T-0C9F-XW3E-18HB-6NPD"
#define FOOT "Fingerprint " FINGERPRINT

static SfDisplayList *
lay_out (const SfStyleSheet *sheet, gboolean sealed)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfFonts) fonts = test_fonts_new ();

  if (sealed)
    sf_fingerprint_add_to (document, FINGERPRINT);
  return sf_layout_run (document, sheet, fonts);
}

static void
test_foot (gconstpointer data)
{
  const SfStyleSheet *sheet = data;
  g_autoptr (SfDisplayList) sealed = lay_out (sheet, TRUE);
  g_autoptr (SfDisplayList) open = lay_out (sheet, FALSE);

  test_assert_nothing_lost (sealed);
  for (guint i = 0; i < sf_display_list_get_n_pages (sealed); i++)
    {
      g_autofree char *furniture = test_page_text (sealed, i, TRUE);
      g_autofree char *text = test_page_text (sealed, i, FALSE);
      GPtrArray *items = sf_display_list_get_page (sealed, i);
      double lowest = 0;

      test_assert_has (furniture, FOOT);
      test_assert_lacks (text, "Sealed report");
      for (guint k = 0; k < items->len; k++)
        {
          const SfItem *item = items->pdata[k];

          g_assert_cmpfloat (item->y, <, sheet->page_height);
          if (item->kind == SF_ITEM_GLYPHS && item->origin.furniture)
            lowest = MAX (lowest, item->y);
        }
      if (sheet == sf_style_sheet_get_standard ())
        test_assert_has (furniture, "Sealed report · " FOOT);
      g_assert_cmpfloat (lowest, >, sheet->page_height - sheet->margin_bottom);
    }
  for (guint i = 0; i < sf_display_list_get_n_pages (open); i++)
    {
      g_autofree char *furniture = test_page_text (open, i, TRUE);

      test_assert_lacks (furniture, "Fingerprint");
    }
}

static const SfBlock *
find_figure (SfDocument *document)
{
  GPtrArray *blocks = sf_document_get_blocks (document);
  const SfBlock *last = blocks->pdata[blocks->len - 1];

  g_assert_cmpint (last->kind, ==, SF_BLOCK_FIGURE);
  return last;
}

/* What cannot be seen is said, and an editable file has it as a table. */
static void
test_figure (void)
{
  g_autoptr (SfDisplayList) pages = lay_out (sf_style_sheet_get_standard (), TRUE);
  SfDocument *document = sf_display_list_get_document (pages);
  const SfBlock *figure = find_figure (document);
  const SfChartItem *item = &g_array_index (figure->chart->items, SfChartItem, 0);
  g_autofree char *words = sf_fingerprint_dup_words (pages);

  g_assert_cmpstr (sf_document_get_fingerprint (document), ==, FINGERPRINT);
  test_assert_has (figure->alternative, FINGERPRINT);
  test_assert_has (sf_prose_get_text (figure->prose), FINGERPRINT);
  g_assert_cmpstr (item->value_text, ==, FINGERPRINT);
  test_assert_has (words, "Whether this paper is");
  test_assert_lacks (words, "Sealed report");
}

/* The rectangles are the code's dark modules, each once. */
static void
test_modules (void)
{
  const char *text = SF_FINGERPRINT_SCANNED FINGERPRINT;
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 0);
  guint side = 0;
  g_autoptr (SfPath) path = sf_fingerprint_make_code (text, &side);
  g_autofree guint8 *grid = NULL;
  const SfPathElement *elements;
  gsize n;

  g_assert_cmpuint (side, ==, (guint)code->width);
  grid = g_malloc0 (side * side);
  elements = sf_path_get_elements (path, &n);
  for (gsize i = 0; i < n; i++)
    if (elements[i].verb == SF_PATH_MOVE)
      {
        guint x = (guint)elements[i].x[0], y = (guint)elements[i].y[0];
        guint end = (guint)elements[i + 1].x[0];

        g_assert_cmpfloat (elements[i + 2].y[0], ==, y + 1);
        for (; x < end; x++)
          grid[y * side + x]++;
      }
  for (guint i = 0; i < side * side; i++)
    g_assert_cmpuint (grid[i], ==, code->data[i] & 1);
  QRcode_free (code);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/report/fingerprint/foot", sf_style_sheet_get_standard (), test_foot);
  g_test_add_data_func ("/report/fingerprint/foot-large", sf_style_sheet_get_large_print (),
                        test_foot);
  g_test_add_func ("/report/fingerprint/figure", test_figure);
  g_test_add_func ("/report/fingerprint/modules", test_modules);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Pages: nothing is lost, nothing is parted that belongs together. */
#include "report-test-util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static SfDisplayList *
lay_out (SfDocument *document, const SfStyleSheet *sheet)
{
  g_autoptr (SfFonts) fonts = test_fonts_new ();

  return sf_layout_run (document, sheet, fonts);
}

static const SfItem *
find_last (SfDisplayList *list, guint page)
{
  GPtrArray *items = sf_display_list_get_page (list, page);
  const SfItem *last = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const SfItem *item = g_ptr_array_index (items, i);

      if (item->text != NULL && !item->origin.furniture && (last == NULL || item->y > last->y))
        last = item;
    }
  return last;
}

static void
test_sample (void)
{
  const SfStyleSheet *sheets[]
      = { sf_style_sheet_get_standard (), sf_style_sheet_get_large_print () };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (SfDocument) document = test_make_sample ();
      g_autoptr (SfDisplayList) list = lay_out (document, sheets[i]);

      g_assert_cmpuint (sf_display_list_get_n_pages (list), >, 3);
      test_assert_nothing_lost (list);
      test_assert_inside (list);
    }
}

static void
test_other_paper (void)
{
  SfStyleSheet sheet = *sf_style_sheet_get_standard ();
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) list = NULL;

  sf_style_sheet_set_paper (&sheet, SF_MM (148), SF_MM (210));
  list = lay_out (document, &sheet);
  test_assert_nothing_lost (list);
  test_assert_inside (list);
}

static void
test_empty (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_standard ());
  g_autofree char *furniture = NULL;

  g_assert_cmpuint (sf_display_list_get_n_pages (list), ==, 1);
  furniture = test_page_text (list, 0, TRUE);
  g_assert_nonnull (strstr (furniture, "Page 1 of 1"));
}

/* Headings and paragraphs of all lengths, so that every kind of page end comes up. */
static SfDocument *
make_long (guint n)
{
  SfDocument *document = test_document_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = test_words (5 + (i * 37) % 160, i);
      g_autofree char *title = g_strdup_printf ("Heading number %u", i);

      sf_document_add_heading (document, 1 + i % 3, title, NULL);
      sf_document_add_text (document, words);
    }
  return document;
}

static void
test_heading_stays (void)
{
  g_autoptr (SfDocument) document = make_long (300);
  g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_standard ());

  g_assert_cmpuint (sf_display_list_get_n_pages (list), >, 30);
  test_assert_nothing_lost (list);
  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    g_assert_cmpint (find_last (list, page)->origin.block->kind, !=, SF_BLOCK_HEADING);
}

static guint
count_lines (SfDisplayList *list, guint page, const SfBlock *block)
{
  GPtrArray *items = sf_display_list_get_page (list, page);
  double y = -1;
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const SfItem *item = g_ptr_array_index (items, i);

      if (item->origin.block != block || item->text == NULL || fabs (item->y - y) < 1)
        continue;
      y = item->y;
      n++;
    }
  return n;
}

static void
test_no_single_lines (void)
{
  g_autoptr (SfDocument) document = make_long (300);
  g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_standard ());
  guint broken = 0;

  for (guint page = 0; page + 1 < sf_display_list_get_n_pages (list); page++)
    {
      const SfBlock *block = find_last (list, page)->origin.block;
      guint above = count_lines (list, page, block), below = count_lines (list, page + 1, block);

      if (below == 0)
        continue;
      broken++;
      g_assert_cmpuint (above, >=, 2);
      g_assert_cmpuint (below, >=, 2);
    }
  g_assert_cmpuint (broken, >, 5);
}

/* Two hundred headings: the contents list alone is longer than a page. */
static void
test_contents (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (SfDisplayList) list = NULL;
  guint found = 0, last_page = 0;

  sf_document_add (document, sf_block_new_contents (2));
  sf_document_add (document, sf_block_new_page_break ());
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("Heading number %u", i);
      g_autofree char *words = test_words (40 + i % 50, i);

      sf_document_add_heading (document, 1 + i % 3, title, NULL);
      sf_document_add_text (document, words);
    }
  list = lay_out (document, sf_style_sheet_get_standard ());
  test_assert_inside (list);
  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      GPtrArray *items = sf_display_list_get_page (list, page);

      for (guint i = 0; i < items->len; i++)
        {
          const SfItem *item = g_ptr_array_index (items, i);
          g_autofree char *text = NULL;

          if (item->origin.role != SF_ROLE_ENTRY_PAGE)
            continue;
          found++;
          last_page = page;
          /* The heading does stand on the page that its entry names. */
          text = test_page_text (list, (guint)atoi (item->text) - 1, FALSE);
          g_assert_nonnull (strstr (text, sf_prose_get_text (item->origin.heading->prose)));
          g_assert_cmpuint (item->origin.heading->level, <=, 2);
        }
    }
  g_assert_cmpuint (found, ==, 134);
  g_assert_cmpuint (last_page, >, 0);
}

static void
test_furniture (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_standard ());
  guint n = sf_display_list_get_n_pages (list);

  for (guint page = 0; page < n; page++)
    {
      g_autofree char *text = test_page_text (list, page, TRUE);
      g_autofree char *number = g_strdup_printf ("Page %u of %u", page + 1, n);

      g_assert_true ((strstr (text, number) != NULL) == (page > 0));
      g_assert_true ((strstr (text, "Report to the management committee") != NULL) == (page > 0));
    }
}

static guint
count_missing (SfDisplayList *list)
{
  guint n = 0;

  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      GPtrArray *items = sf_display_list_get_page (list, page);

      for (guint i = 0; i < items->len; i++)
        if (((SfItem *)g_ptr_array_index (items, i))->kind == SF_ITEM_MISSING)
          n++;
    }
  return n;
}

static void
test_languages (void)
{
  static const char *const texts[]
      = { "Mae’r tŷ yn wyrdd; ŵyn, ŷd, tâl, môr, tŵr, sïo, ffôn.",
          "مركز الأطفال والأسر يعمل مع كل عائلة في الحي.", "המרכז לילדים עובד עם כל משפחה בשכונה.",
          "Żłobek przyjmuje dzieci; naïve café, façade, Straße, 20 %, £4,200, “quoted”, 3½.",
          "20 % → 60 %, ≥ 4, ≤ 9, ≈ 3, 2 − 1; ✓ ✔ ✗ ★ ☆ ● ○ ■ □ ▲ ▼ ☎" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SfDocument) document = test_document_new ();
      g_autoptr (SfDisplayList) list = NULL;

      sf_document_add_heading (document, 1, texts[i], NULL);
      sf_document_add_text (document, texts[i]);
      list = lay_out (document, sf_style_sheet_get_standard ());
      g_assert_cmpuint (count_missing (list), ==, 0);
      test_assert_nothing_lost (list);
    }
}

static void
test_missing (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (SfDisplayList) list = NULL;
  GPtrArray *items;
  guint boxes = 0;

  sf_document_add_text (document, "Before 好好 between 語 after مركز好مركز.");
  list = lay_out (document, sf_style_sheet_get_standard ());
  test_assert_nothing_lost (list);
  g_assert_cmpuint (count_missing (list), ==, 4);
  items = sf_display_list_get_page (list, 0);
  for (guint i = 0; i < items->len; i++)
    {
      const SfItem *item = g_ptr_array_index (items, i);

      if (item->kind == SF_ITEM_MISSING)
        {
          boxes++;
          g_assert_cmpint (g_utf8_strlen (item->text, -1), ==, 1);
          g_assert_cmpfloat (item->width, >, 3);
          g_assert_cmpfloat (item->height, >, 3);
        }
      else if (item->kind == SF_ITEM_GLYPHS)
        for (int j = 0; j < item->glyphs->glyphs->num_glyphs; j++)
          g_assert_false (item->glyphs->glyphs->glyphs[j].glyph != PANGO_GLYPH_EMPTY
                          && (item->glyphs->glyphs->glyphs[j].glyph & PANGO_GLYPH_UNKNOWN_FLAG));
    }
  g_assert_cmpuint (boxes, ==, 4);
}

/* Markup, control characters and what is not UTF-8 are user text like any other. */
static void
test_hostile_text (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL, *long_word = g_strnfill (3000, 'w');

  sf_document_add (document, sf_block_new_paragraph (sf_prose_new ("<b>5 &lt; 6</b>\x01\x1b[0m")));
  sf_document_add (document, sf_block_new_paragraph (sf_prose_new ("bad \xff\xfe bytes")));
  sf_document_add (document, sf_block_new_paragraph (sf_prose_new ("one\ntwo\r\nthree")));
  sf_document_add (document, sf_block_new_paragraph (sf_prose_new ("soft\xc2\xadhyphen")));
  sf_document_add (document, sf_block_new_paragraph (sf_prose_new (long_word)));
  list = lay_out (document, sf_style_sheet_get_standard ());
  test_assert_nothing_lost (list);
  test_assert_inside (list);
  text = test_page_text (list, 0, FALSE);
  g_assert_nonnull (strstr (text, "<b>5 &lt; 6</b>[0m"));
  g_assert_nonnull (strstr (text, "one\ntwo\nthree"));
}

/* The mark of a chip stands before its word, on the same line, however narrow the place is. */
static void
test_chips (void)
{
  for (guint columns = 1; columns <= 9; columns++)
    {
      g_autoptr (SfDocument) document = test_document_new ();
      g_autoptr (SfDisplayList) list = NULL;
      SfBlock *table = sf_document_add (document, sf_block_new_table ());
      SfTableRow *row = sf_block_add_row (table);
      GPtrArray *items;
      guint marks = 0;

      for (guint i = 0; i < columns; i++)
        {
          sf_block_add_column (table, 1, SF_ALIGN_START);
          sf_table_row_add_cell (row,
                                 sf_prose_add_chip (sf_prose_new ("Grade: "), SF_SHAPE_STAR,
                                                    SF_CHIP_TONE_BEST, "Outstanding"),
                                 SF_SCOPE_NONE);
        }
      list = lay_out (document, sf_style_sheet_get_standard ());
      test_assert_nothing_lost (list);
      items = sf_display_list_get_page (list, 0);
      for (guint i = 0; i + 1 < items->len; i++)
        {
          const SfItem *mark = g_ptr_array_index (items, i);
          const SfItem *word = g_ptr_array_index (items, i + 1);

          if (mark->kind != SF_ITEM_PATH)
            continue;
          marks++;
          g_assert_true (g_str_has_prefix (word->text, "O"));
          g_assert_cmpfloat (mark->y, <, word->y);
          g_assert_cmpfloat (mark->y, >, word->y - 11);
          g_assert_cmpfloat (mark->x, <, word->x);
        }
      g_assert_cmpuint (marks, ==, columns);
    }
}

static void
test_large_print (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_large_print ());
  guint runs = 0;

  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      GPtrArray *items = sf_display_list_get_page (list, page);

      for (guint i = 0; i < items->len; i++)
        {
          const SfItem *item = g_ptr_array_index (items, i);
          PangoFontDescription *font;

          if (item->kind != SF_ITEM_GLYPHS)
            continue;
          runs++;
          font = pango_font_describe_with_absolute_size (item->glyphs->item->analysis.font);
          g_assert_cmpfloat (pango_font_description_get_size (font), >=, 18 * PANGO_SCALE);
          g_assert_cmpstr (pango_font_description_get_family (font), ==, "Noto Sans");
          pango_font_description_free (font);
        }
    }
  g_assert_cmpuint (runs, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/layout/sample", test_sample);
  g_test_add_func ("/report/layout/other-paper", test_other_paper);
  g_test_add_func ("/report/layout/empty", test_empty);
  g_test_add_func ("/report/layout/heading-stays", test_heading_stays);
  g_test_add_func ("/report/layout/no-single-lines", test_no_single_lines);
  g_test_add_func ("/report/layout/contents", test_contents);
  g_test_add_func ("/report/layout/furniture", test_furniture);
  g_test_add_func ("/report/layout/languages", test_languages);
  g_test_add_func ("/report/layout/missing", test_missing);
  g_test_add_func ("/report/layout/hostile-text", test_hostile_text);
  g_test_add_func ("/report/layout/chips", test_chips);
  g_test_add_func ("/report/layout/large-print", test_large_print);
  return g_test_run ();
}

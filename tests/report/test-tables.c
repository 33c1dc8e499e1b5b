/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Tables over pages. */
#include "report-test-util.h"

#include <string.h>

static SfBlock *
add_table (SfDocument *document)
{
  SfBlock *table = sf_document_add (document, sf_block_new_table ());
  SfTableRow *row;

  sf_block_add_column (table, 1, SF_ALIGN_START);
  sf_block_add_column (table, 3, SF_ALIGN_START);
  sf_block_add_column (table, 1, SF_ALIGN_END);
  row = sf_block_add_header_row (table);
  sf_table_row_add_cell (row, sf_prose_new ("Headcode"), SF_SCOPE_COLUMN);
  sf_table_row_add_cell (row, sf_prose_new ("Headwords"), SF_SCOPE_COLUMN);
  sf_table_row_add_cell (row, sf_prose_new ("Headgrade"), SF_SCOPE_COLUMN);
  return table;
}

static void
add_row (SfBlock *table, guint index, guint n_words)
{
  SfTableRow *row = sf_block_add_row (table);
  g_autofree char *code = g_strdup_printf ("Row %u", index), *words = test_words (n_words, index);

  sf_table_row_add_cell (row, sf_prose_new (code), SF_SCOPE_ROW);
  sf_table_row_add_cell (row, sf_prose_new (words), SF_SCOPE_NONE);
  sf_table_row_add_cell (row, sf_prose_new ("Good"), SF_SCOPE_NONE);
}

static SfDisplayList *
lay_out (SfDocument *document)
{
  g_autoptr (SfFonts) fonts = test_fonts_new ();

  return sf_layout_run (document, sf_style_sheet_get_standard (), fonts);
}

/* Which pages hold that row of the table: the first and the last, from 0. */
static void
find_row (SfDisplayList *list, guint row, guint *first, guint *last)
{
  gboolean found = FALSE;

  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      GPtrArray *items = sf_display_list_get_page (list, page);

      for (guint i = 0; i < items->len; i++)
        {
          const SfOrigin *origin = &((SfItem *)g_ptr_array_index (items, i))->origin;

          if (origin->role != SF_ROLE_CELL || origin->in_header || origin->row != row)
            continue;
          if (!found)
            *first = page;
          *last = page;
          found = TRUE;
        }
    }
  g_assert_true (found);
}

static void
test_header_repeats (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  SfBlock *table = add_table (document);
  g_autoptr (SfDisplayList) list = NULL;

  for (guint i = 0; i < 300; i++)
    add_row (table, i, 3 + i % 30);
  list = lay_out (document);
  test_assert_nothing_lost (list);
  test_assert_inside (list);
  g_assert_cmpuint (sf_display_list_get_n_pages (list), >, 5);
  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      g_autofree char *text = test_page_text (list, page, FALSE);
      g_autofree char *furniture = test_page_text (list, page, TRUE);

      /* The first is text, the others repeat it. */
      g_assert_true ((strstr (text, "Headcode Headwords Headgrade") != NULL) == (page == 0));
      g_assert_true ((strstr (furniture, "Headcode Headwords Headgrade") != NULL) == (page > 0));
    }
  for (guint row = 0; row < 300; row++)
    {
      guint first, last;

      find_row (list, row, &first, &last);
      g_assert_cmpuint (first, ==, last);
    }
}

static void
test_long_cell (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  SfBlock *table = add_table (document);
  g_autoptr (SfDisplayList) list = NULL;
  guint first, last;

  for (guint i = 0; i < 15; i++)
    add_row (table, i, 8);
  add_row (table, 15, 400);
  add_row (table, 16, 2000);
  add_row (table, 17, 8);
  list = lay_out (document);
  test_assert_nothing_lost (list);
  test_assert_inside (list);
  find_row (list, 15, &first, &last);
  g_assert_cmpuint (last, ==, first + 1);
  find_row (list, 16, &first, &last);
  g_assert_cmpuint (last, >=, first + 2);
  find_row (list, 17, &first, &last);
  g_assert_cmpuint (first, ==, last);
}

static void
test_kept_together (void)
{
  for (guint above = 0; above < 60; above++)
    {
      g_autoptr (SfDocument) document = test_document_new ();
      g_autoptr (SfDisplayList) list = NULL;
      SfBlock *table;
      guint first = 0, last = 0, page, unused;

      for (guint i = 0; i < above; i++)
        sf_document_add_text (document, "One line.");
      sf_document_add_heading (document, 2, "The table", NULL);
      table = add_table (document);
      table->keep_together = TRUE;
      for (guint i = 0; i < 8; i++)
        add_row (table, i, 6);
      list = lay_out (document);
      find_row (list, 0, &first, &unused);
      find_row (list, 7, &unused, &last);
      g_assert_cmpuint (first, ==, last);
      /* Its heading is there as well. */
      page
          = sf_display_list_find_anchor (list, g_ptr_array_index (sf_document_get_blocks (document),
                                                                  above))
                ->page;
      g_assert_cmpuint (page, ==, first);
    }
}

static void
test_spanning (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  SfBlock *table = add_table (document);
  g_autoptr (SfDisplayList) list = NULL;

  for (guint i = 0; i < 80; i++)
    {
      if (i % 7 == 0)
        sf_table_row_add_spanning_cell (sf_block_add_row (table),
                                        sf_prose_new ("Part of the table"), SF_SCOPE_ROWS, 3);
      add_row (table, i, 6);
    }
  list = lay_out (document);
  test_assert_nothing_lost (list);
  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      g_autofree char *text = test_page_text (list, page, FALSE);

      g_assert_false (g_str_has_suffix (text, "Part of the table"));
    }
}

static void
test_odd_tables (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (SfDisplayList) list = NULL;
  SfBlock *table;

  sf_document_add (document, sf_block_new_table ());
  table = add_table (document);
  sf_block_add_row (table);
  sf_table_row_add_cell (sf_block_add_row (table), NULL, SF_SCOPE_NONE);
  add_table (document);
  list = lay_out (document);
  test_assert_nothing_lost (list);
  g_assert_cmpuint (sf_display_list_get_n_pages (list), ==, 1);
}

/* A column that is too narrow for a word takes the room from the others. */
static void
test_words_stay_whole (void)
{
  static const char *const titles[] = { "Priority", "Baseline", "Target", "Latest", "Status" };
  g_autoptr (SfFonts) fonts = test_fonts_new ();
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL, *words = test_words (12, 3);
  SfBlock *table = sf_document_add (document, sf_block_new_table ());
  SfTableRow *header = sf_block_add_header_row (table), *row = sf_block_add_row (table);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      sf_block_add_column (table, i == 0 ? 6 : 0.5, SF_ALIGN_START);
      sf_table_row_add_cell (header, sf_prose_new (titles[i]), SF_SCOPE_COLUMN);
      sf_table_row_add_cell (row, sf_prose_new (i == 0 ? words : "Outstanding"), SF_SCOPE_NONE);
    }
  list = sf_layout_run (document, sf_style_sheet_get_standard (), fonts);
  test_assert_nothing_lost (list);
  test_assert_inside (list);
  text = test_page_text (list, 0, FALSE);
  g_assert_nonnull (strstr (text, "Priority Baseline Target Latest Status"));
  g_assert_nonnull (strstr (text, "Outstanding Outstanding Outstanding Outstanding"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/tables/header-repeats", test_header_repeats);
  g_test_add_func ("/report/tables/long-cell", test_long_cell);
  g_test_add_func ("/report/tables/kept-together", test_kept_together);
  g_test_add_func ("/report/tables/spanning", test_spanning);
  g_test_add_func ("/report/tables/odd", test_odd_tables);
  g_test_add_func ("/report/tables/words-stay-whole", test_words_stay_whole);
  return g_test_run ();
}

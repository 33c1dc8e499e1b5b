/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-test-util.h"

#include <math.h>
#include <string.h>

SfDocument *
test_document_new (void)
{
  SfDocument *document = sf_document_new ("Report to the committee", "en-GB", "2027-05-14");

  sf_document_set_author (document, "Millbrook Children’s Centre");
  sf_document_set_running_head (document, "Report to the management committee · 14 May 2027");
  return document;
}

SfFonts *
test_fonts_new (void)
{
  g_autoptr (GError) error = NULL;
  SfFonts *fonts = sf_fonts_new (NULL, &error);

  g_assert_no_error (error);
  return fonts;
}

/* Words of changing length, the same for the same seed. */
char *
test_words (guint n, guint32 seed)
{
  static const char *const words[]
      = { "families", "a",      "outreach", "first", "of",       "difficult", "children", "the",
          "visited",  "centre", "playing",  "and",   "Saturday", "staff",     "fathers",  "early",
          "learning", "review", "office",   "to",    "we",       "confident", "each",     "shift" };
  GString *text = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

/* --- what is shown ---------------------------------------------------------------------------- */

typedef struct
{
  gsize start;
  gsize end;
} Range;

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const Range *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static GHashTable *
collect_ranges (SfDisplayList *list)
{
  GHashTable *shown = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);

  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      GPtrArray *items = sf_display_list_get_page (list, page);

      for (guint i = 0; i < items->len; i++)
        {
          const SfItem *item = g_ptr_array_index (items, i);
          GArray *ranges;
          Range range;

          if (item->text == NULL || item->origin.prose == NULL || item->origin.furniture
              || item->origin.role == SF_ROLE_ENTRY)
            continue;
          ranges = g_hash_table_lookup (shown, item->origin.prose);
          if (ranges == NULL)
            {
              ranges = g_array_new (FALSE, FALSE, sizeof (Range));
              g_hash_table_insert (shown, (gpointer)item->origin.prose, ranges);
            }
          range = (Range){ item->start, item->start + strlen (item->text) };
          g_assert_true (strncmp (sf_prose_get_text (item->origin.prose) + item->start, item->text,
                                  strlen (item->text))
                         == 0);
          g_array_append_val (ranges, range);
        }
    }
  return shown;
}

static void
assert_prose (GHashTable *shown, const SfProse *prose)
{
  const char *text;
  GArray *ranges;
  gsize at = 0;

  if (prose == NULL || *sf_prose_get_text (prose) == '\0')
    return;
  text = sf_prose_get_text (prose);
  ranges = g_hash_table_lookup (shown, prose);
  if (ranges == NULL)
    g_error ("not shown at all: “%s”", text);
  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i <= ranges->len; i++)
    {
      gsize start = i < ranges->len ? g_array_index (ranges, Range, i).start : strlen (text);

      for (; at < start; at++)
        if (text[at] != '\n')
          g_error ("lost at %zu: “%s”", at, text + at);
      g_assert_cmpuint (at, ==, start);
      if (i < ranges->len)
        at = g_array_index (ranges, Range, i).end;
    }
}

static void
assert_proses (GHashTable *shown, GPtrArray *proses)
{
  for (guint i = 0; proses != NULL && i < proses->len; i++)
    assert_prose (shown, g_ptr_array_index (proses, i));
}

static void
assert_rows (GHashTable *shown, GPtrArray *rows)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SfTableRow *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        assert_proses (shown, ((SfTableCell *)g_ptr_array_index (row->cells, j))->paragraphs);
    }
}

static void
assert_blocks (GHashTable *shown, GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const SfBlock *block = g_ptr_array_index (blocks, i);

      assert_prose (shown, block->prose);
      assert_prose (shown, block->trailing);
      assert_prose (shown, block->foot);
      assert_proses (shown, block->items);
      assert_rows (shown, block->header);
      assert_rows (shown, block->rows);
      for (guint j = 0; block->facts != NULL && j < block->facts->len; j++)
        {
          assert_prose (shown, g_array_index (block->facts, SfTitleFact, j).label);
          assert_prose (shown, g_array_index (block->facts, SfTitleFact, j).value);
        }
      assert_blocks (shown, block->first);
      assert_blocks (shown, block->second);
    }
}

void
test_assert_nothing_lost (SfDisplayList *list)
{
  g_autoptr (GHashTable) shown = collect_ranges (list);

  assert_blocks (shown, sf_document_get_blocks (sf_display_list_get_document (list)));
}

void
test_assert_inside (SfDisplayList *list)
{
  const SfStyleSheet *sheet = sf_display_list_get_sheet (list);

  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      GPtrArray *items = sf_display_list_get_page (list, page);

      for (guint i = 0; i < items->len; i++)
        {
          const SfItem *item = g_ptr_array_index (items, i);

          if (item->text == NULL)
            continue;
          g_assert_cmpfloat (item->x, >=, sheet->margin_side - 0.01);
          /* A space at the end of a line may hang out. */
          if (!g_str_has_suffix (item->text, " "))
            g_assert_cmpfloat (item->x + item->width, <=,
                               sheet->page_width - sheet->margin_side + 0.01);
          g_assert_cmpfloat (item->y, >=, sheet->margin_top);
          g_assert_cmpfloat (item->y, <=, sheet->page_height - sheet->margin_bottom + 0.01);
        }
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const SfItem *first = *(SfItem *const *)a, *second = *(SfItem *const *)b;

  if (fabs (first->y - second->y) > 0.5)
    return first->y < second->y ? -1 : 1;
  return first->x < second->x ? -1 : first->x > second->x;
}

char *
test_page_text (SfDisplayList *list, guint page, gboolean furniture)
{
  GPtrArray *items = sf_display_list_get_page (list, page);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GString *text = g_string_new (NULL);
  double y = 0;

  for (guint i = 0; i < items->len; i++)
    {
      SfItem *item = g_ptr_array_index (items, i);

      if (item->text != NULL && item->origin.furniture == furniture)
        g_ptr_array_add (found, item);
    }
  g_ptr_array_sort (found, compare_places);
  for (guint i = 0; i < found->len; i++)
    {
      const SfItem *item = g_ptr_array_index (found, i);

      if (i > 0)
        g_string_append_c (text, fabs (item->y - y) > 0.5 ? '\n' : ' ');
      g_string_append (text, item->text);
      y = item->y;
    }
  return g_string_free (text, FALSE);
}

void
test_assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing from:\n%s", part, text);
}

void
test_assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in:\n%s", part, text);
}

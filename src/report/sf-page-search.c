/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-page-search.h"

#include <string.h>

#include "base/sf-text.h"

/* A letter of a page: where it comes from. */
typedef struct
{
  const SfItem *item;
  gsize at; /* in its text */
} Letter;

/* The words of one prose on one page, folded, and the letter that each byte of them is of. */
typedef struct
{
  const SfProse *prose;
  GString *text;
  GArray *letters;
  gsize end; /* of what was added last, in the prose */
} Piece;

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_string_free (piece->text, TRUE);
  g_array_unref (piece->letters);
}

/* One space for whatever stands between words. */
static void
append_letter (Piece *piece, const char *letter, gssize length, const Letter *from)
{
  g_autofree char *folded = g_utf8_casefold (letter, length);
  gboolean space = g_unichar_isspace (g_utf8_get_char (letter));

  if (space && (piece->text->len == 0 || g_str_has_suffix (piece->text->str, " ")))
    return;
  for (const char *p = space ? " " : folded; *p != '\0'; p++)
    {
      g_string_append_c (piece->text, *p);
      g_array_append_val (piece->letters, *from);
    }
}

static void
append_item (Piece *piece, const SfItem *item)
{
  for (const char *p = item->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const Letter from = { item, (gsize)(p - item->text) };

      append_letter (piece, p, g_utf8_next_char (p) - p, &from);
    }
  piece->end = item->start + strlen (item->text);
}

static void
add_item (GArray *pieces, const SfItem *item)
{
  Piece *last = pieces->len > 0 ? &g_array_index (pieces, Piece, pieces->len - 1) : NULL;

  if (last == NULL || item->origin.prose == NULL || last->prose != item->origin.prose)
    {
      Piece piece = { item->origin.prose, g_string_new (NULL),
                      g_array_new (FALSE, FALSE, sizeof (Letter)), 0 };

      g_array_append_val (pieces, piece);
      last = &g_array_index (pieces, Piece, pieces->len - 1);
    }
  else if (item->start > last->end)
    append_letter (last, " ", 1, &(const Letter){ item, 0 }); /* a line ends without its space */
  append_item (last, item);
}

/* How far into its item a letter begins, in points. */
static double
get_x (const SfItem *item, gsize at, gboolean end)
{
  PangoGlyphItem *glyphs = item->glyphs;
  int x = 0;

  pango_glyph_string_index_to_x (glyphs->glyphs, item->text, (int)strlen (item->text),
                                 &glyphs->item->analysis, (int)at, end, &x);
  return (double)x / PANGO_SCALE;
}

static double
get_size (const SfItem *item)
{
  PangoFontDescription *description = pango_font_describe (item->glyphs->item->analysis.font);
  double size = (double)pango_font_description_get_size (description) / PANGO_SCALE;

  pango_font_description_free (description);
  return size;
}

/* What is found is shown as far as it stands in the run of glyphs that it begins in. */
static void
add_hit (GArray *hits, guint page, const Piece *piece, gsize at, gsize length)
{
  const Letter *first = &g_array_index (piece->letters, Letter, at), *last = first;
  double from, to, size = get_size (first->item);
  SfPageHit hit;

  for (gsize i = 1; i < length; i++)
    {
      const Letter *letter = &g_array_index (piece->letters, Letter, at + i);

      if (letter->item != first->item)
        break;
      last = letter;
    }
  from = get_x (first->item, first->at, FALSE);
  to = get_x (last->item, last->at, TRUE);
  hit = (SfPageHit){ page, first->item->x + MIN (from, to), first->item->y - size * 0.85,
                     ABS (to - from), size * 1.15 };
  g_array_append_val (hits, hit);
}

static void
find_in_piece (const Piece *piece, guint page, const char *words, GArray *hits)
{
  gsize length = strlen (words);

  for (const char *at = strstr (piece->text->str, words); at != NULL;
       at = strstr (at + length, words))
    add_hit (hits, page, piece, (gsize)(at - piece->text->str), length);
}

/* (transfer full) */
static char *
fold (const char *words)
{
  g_autofree char *line = sf_text_to_line (words);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_strstrip (line);
  parts = g_strsplit_set (line, " \t", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", parts[i]);
  return g_utf8_casefold (text->str, -1);
}

GArray *
sf_display_list_search (SfDisplayList *list, const char *words)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (SfPageHit));
  g_autofree char *folded = NULL;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (list), hits);

  if (sf_text_is_blank (words))
    return hits;
  folded = fold (words);
  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      GPtrArray *items = sf_display_list_get_page (list, page);
      g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

      g_array_set_clear_func (pieces, piece_clear);
      for (guint i = 0; i < items->len; i++)
        {
          const SfItem *item = items->pdata[i];

          if (!item->origin.furniture && item->text != NULL && item->glyphs != NULL)
            add_item (pieces, item);
        }
      for (guint i = 0; i < pieces->len; i++)
        find_in_piece (&g_array_index (pieces, Piece, i), page, folded, hits);
    }
  return hits;
}

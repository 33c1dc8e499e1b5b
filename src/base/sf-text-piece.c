/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-text-piece.h"

#include <string.h>

/* So many characters of a sentence stand before the place, and from it on. */
#define MOST_BEFORE 40
#define MOST_AFTER 60

static gboolean
ends_sentence (const char *p)
{
  return *p == '\n' || (strchr (".!?", *p) != NULL && g_ascii_isspace (p[1]));
}

/* Where the piece begins: its sentence, or a word not too far before the place. */
static const char *
find_begin (const char *text, const char *at)
{
  const char *word = at, *p = at;

  for (int n = 0; p > text && n <= MOST_BEFORE; n++)
    {
      const char *before = g_utf8_prev_char (p);

      if (ends_sentence (before))
        return p;
      if (g_unichar_isspace (g_utf8_get_char (before)))
        word = p;
      p = before;
    }
  return p == text ? text : word;
}

static const char *
find_end (const char *at, gsize length)
{
  const char *word = at + length, *p = word;

  for (int n = 0; *p != '\0' && n <= MOST_AFTER; n++, p = g_utf8_next_char (p))
    {
      if (ends_sentence (p))
        return *p == '\n' ? p : p + 1;
      if (g_unichar_isspace (g_utf8_get_char (p)))
        word = p;
    }
  return *p == '\0' ? p : word;
}

char *
sf_text_cut_piece (const char *text, gsize start, gsize length)
{
  const char *begin = find_begin (text, text + start), *end = find_end (text + start, length);
  g_autofree char *piece = g_strndup (begin, (gsize)(end - begin));
  gboolean is_begin = begin == text || begin[-1] == '\n' || g_ascii_isspace (*begin);
  gboolean is_end = *end == '\0' || *end == '\n' || strchr (".!?", end[-1]) != NULL;

  g_strstrip (piece);
  return g_strconcat (is_begin ? "" : "…", piece, is_end ? "" : "…", NULL);
}

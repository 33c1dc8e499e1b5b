/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-search-private.h"

#include <string.h>

#define MAX_DECOMPOSITION 18 /* of one character, in Unicode */
#define SNIPPET_CHARS 120
#define SNIPPET_BEFORE 40
#define WINDOW 2048 /* bytes of a long text that are looked through together */

/* What stands within a word, and is dropped: apostrophes of all shapes, the soft hyphen. */
static gboolean
is_dropped (gunichar c)
{
  return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02bc || c == 0xad;
}

static inline void
append_letter (GString *folded, gunichar c, gboolean *in_word)
{
  if (!*in_word)
    g_string_append_c (folded, ' ');
  *in_word = TRUE;
  if (c < 0x80)
    g_string_append_c (folded, (char)c);
  else
    g_string_append_unichar (folded, c);
}

/* Appends one character as it is compared. @in_word is whether the last one was of a word. */
static void
fold_char (GString *folded, gunichar c, gboolean *in_word)
{
  gunichar parts[MAX_DECOMPOSITION];
  gsize n;

  if (is_dropped (c))
    return;
  if (c == 0xdf) /* ß, which has no decomposition */
    {
      append_letter (folded, 's', in_word);
      append_letter (folded, 's', in_word);
      return;
    }
  n = g_unichar_fully_decompose (c, TRUE, parts, MAX_DECOMPOSITION);
  for (gsize i = 0; i < n; i++)
    if (g_unichar_isalnum (parts[i]))
      append_letter (folded, g_unichar_tolower (parts[i]), in_word);
    else if (!g_unichar_ismark (parts[i]))
      *in_word = FALSE;
}

/* How long a run of ASCII letters and digits is; almost all text is made of them. */
static inline gsize
measure_run (const char *p)
{
  gsize n = 0;

  while (g_ascii_isalnum (p[n]))
    n++;
  return n;
}

static void
append_run (GString *folded, const char *p, gsize n, gboolean *in_word)
{
  char *to;

  if (!*in_word)
    g_string_append_c (folded, ' ');
  *in_word = TRUE;
  g_string_append_len (folded, p, (gssize)n);
  to = folded->str + folded->len - n;
  for (gsize i = 0; i < n; i++)
    to[i] = g_ascii_tolower (to[i]);
}

/* Folds what is next in a text: a run of ASCII or one character. Returns what comes after. */
static inline const char *
fold_next (GString *folded, const char *p, gboolean *in_word)
{
  gsize run = measure_run (p);

  if (run > 0)
    {
      append_run (folded, p, run, in_word);
      return p + run;
    }
  if ((guchar)*p >= 0x80)
    fold_char (folded, g_utf8_get_char (p), in_word);
  else if (*p != '\'')
    *in_word = FALSE;
  return g_utf8_next_char (p);
}

/*
 * sf_search_fold:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full): the text as it is compared
 */
char *
sf_search_fold (const char *text)
{
  g_autoptr (GString) folded = g_string_sized_new (text != NULL ? strlen (text) + 2 : 1);
  gboolean in_word = FALSE;

  for (const char *p = text; p != NULL && *p != '\0';)
    p = fold_next (folded, p, &in_word);
  /* The string has room to grow, which would be kept with each record. */
  return g_strndup (folded->str, folded->len);
}

/*
 * sf_search_split:
 * @query: (nullable): what was typed
 *
 * Returns: (transfer full) (element-type utf8): its words, folded, each with the space before it
 */
GPtrArray *
sf_search_split (const char *query)
{
  g_autofree char *folded = sf_search_fold (query);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = folded; *p != '\0';)
    {
      const char *end = strchr (p + 1, ' ');
      gsize length = end != NULL ? (gsize)(end - p) : strlen (p);

      g_ptr_array_add (words, g_strndup (p, length));
      p += length;
    }
  return words;
}

/*
 * sf_search_has_word:
 * @folded: a folded text
 * @word: one of sf_search_split()
 *
 * Returns: whether a word of the text begins so
 */
gboolean
sf_search_has_word (const char *folded, const char *word)
{
  return strstr (folded, word) != NULL;
}

guint
sf_search_count_words_in (const char *folded, GPtrArray *words)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    n += sf_search_has_word (folded, words->pdata[i]) ? 1 : 0;
  return n;
}

gboolean
sf_search_text_matches (const char *text, const char *words)
{
  g_autoptr (GPtrArray) list = sf_search_split (words);
  g_autofree char *folded = sf_search_fold (text);

  return sf_search_count_words_in (folded, list) == list->len;
}

/* Folds a text and says for each byte of the result after which byte of the text it came:
 * offsets[i] is where the character that made byte i begins. One more entry ends the list. */
static char *
fold_with_offsets (const char *text, GArray *offsets)
{
  GString *folded = g_string_new (NULL);
  gboolean in_word = FALSE;
  guint end = (guint)strlen (text);

  for (const char *p = text; *p != '\0';)
    {
      guint offset = (guint)(p - text);
      gboolean run = measure_run (p) > 0;
      gsize space = run && !in_word ? 1 : 0;
      gsize before = folded->len;

      p = fold_next (folded, p, &in_word);
      for (gsize i = 0; i < folded->len - before; i++)
        {
          /* In a run each byte came from one of its own, after the space that begins a word. */
          guint from = offset + (run && i > space ? (guint)(i - space) : 0);
          g_array_append_val (offsets, from);
        }
    }
  g_array_append_val (offsets, end);
  return g_string_free (folded, FALSE);
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const SfSearchRange *one = a, *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return one->end == two->end ? 0 : one->end > two->end ? -1 : 1;
}

/* Where in @text the words begin and end, in order, not overlapping. */
static GArray *
find_ranges (const char *text, GPtrArray *words)
{
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = fold_with_offsets (text, offsets);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (SfSearchRange));

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];

      for (const char *p = strstr (folded, word); p != NULL; p = strstr (p + 1, word))
        {
          gsize from = (gsize)(p - folded);
          guint last = g_array_index (offsets, guint, from + strlen (word) - 1);
          SfSearchRange range = { g_array_index (offsets, guint, from + 1),
                                  last + (guint)g_utf8_skip[(guchar)text[last]] };

          g_array_append_val (ranges, range);
        }
    }
  g_array_sort (ranges, compare_ranges);
  for (guint i = 1; i < ranges->len;)
    if (g_array_index (ranges, SfSearchRange, i).start
        < g_array_index (ranges, SfSearchRange, i - 1).end)
      g_array_remove_index (ranges, i);
    else
      i++;
  return ranges;
}

/* @text in one line, every run of white space one space. */
static char *
flatten (const char *text)
{
  GString *line = g_string_sized_new (strlen (text));
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = line->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

/* About SNIPPET_CHARS of @line around @match, cut at spaces, with "…" where it was cut. */
static char *
cut_line (const char *line, guint match)
{
  const char *start = line + match;
  const char *end;
  const char *space;
  guint chars = 0;

  for (guint i = 0; i < SNIPPET_BEFORE && start > line; i++)
    start = g_utf8_prev_char (start);
  space = start > line ? strchr (start, ' ') : NULL;
  if (space != NULL && space < line + match)
    start = space + 1;
  for (end = start; *end != '\0' && chars < SNIPPET_CHARS; chars++)
    end = g_utf8_next_char (end);
  if (*end != '\0')
    for (space = end; space > line + match; space--)
      if (*space == ' ')
        {
          end = space;
          break;
        }
  return g_strdup_printf ("%s%.*s%s", start > line ? "…" : "", (int)(end - start), start,
                          *end != '\0' ? "…" : "");
}

/*
 * sf_search_make_snippet:
 * @text: the text of the column, in which at least one of @words occurs
 * @ranges: (out) (transfer full) (array length=n_ranges): the matches in the snippet
 *
 * Returns: (transfer full): a line of the text around the first match
 */
char *
sf_search_make_snippet (const char *text, GPtrArray *words, SfSearchRange **ranges, guint *n_ranges)
{
  g_autofree char *line = flatten (text);
  g_autoptr (GArray) all = find_ranges (line, words);
  char *snippet = cut_line (line, all->len > 0 ? g_array_index (all, SfSearchRange, 0).start : 0);
  GArray *found = find_ranges (snippet, words);

  *n_ranges = found->len;
  *ranges = (SfSearchRange *)(gpointer)g_array_free (found, FALSE);
  return snippet;
}

/* Where a piece of about WINDOW bytes ends: after a space, or at least between two characters. */
static const char *
end_window (const char *start)
{
  gsize length = strnlen (start, WINDOW);
  const char *end = start + length, *space = end;

  if (*end == '\0')
    return end;
  while (space > start && !g_ascii_isspace (space[-1]))
    space--;
  if (space > start)
    return space;
  while (((guchar)*end & 0xc0) == 0x80)
    end++;
  return end;
}

char *
sf_search_make_excerpt (const char *text,
                        const char *query,
                        SfSearchRange **ranges,
                        guint *n_ranges)
{
  g_autoptr (GPtrArray) words = sf_search_split (query);
  g_autofree char *best = NULL;
  guint most = 0;

  for (const char *p = text; *p != '\0' && (best == NULL || most < words->len);)
    {
      const char *end = end_window (p);
      g_autofree char *window = g_strndup (p, (gsize)(end - p));
      g_autofree char *folded = sf_search_fold (window);
      guint here = sf_search_count_words_in (folded, words);

      if (best == NULL || here > most)
        {
          g_free (best);
          best = g_steal_pointer (&window);
          most = here;
        }
      p = end;
    }
  return sf_search_make_snippet (best != NULL ? best : "", words, ranges, n_ranges);
}

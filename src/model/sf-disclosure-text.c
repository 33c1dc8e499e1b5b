/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-disclosure-private.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>
#include <string.h>

/* Numbers that a person typed, held against what is not shown. */

#define N_WORDS 13

/* A number in a text. */
typedef struct
{
  gsize start;
  gsize length;
  double value;
  guint decimals;
} Number;

static gboolean
is_hidden (const SfDisclosureCell *cell, SfFigure figure)
{
  return cell->values[figure] != SF_DISCLOSURE_NONE && cell->answers[figure] != SF_DISCLOSURE_SHOWN;
}

static gboolean
is_same (double value, gint64 figure)
{
  return fabs (value - (double)figure) < 1e-9;
}

/* A figure of the cell, or a small number that it leaves of the denominator. */
static gboolean
repeats_count (const SfDisclosureCell *cell, double value)
{
  gint64 count = cell->values[SF_FIGURE_COUNT];
  gint64 denominator = cell->values[SF_FIGURE_DENOMINATOR];

  for (guint i = 0; i < SF_N_FIGURES; i++)
    if (is_hidden (cell, i) && is_same (value, cell->values[i]))
      return TRUE;
  return is_hidden (cell, SF_FIGURE_COUNT) && denominator != SF_DISCLOSURE_NONE
         && sf_reader_is_small (denominator - count) && is_same (value, denominator - count);
}

static gboolean
repeats_rate (const SfDisclosureCell *cell, double value, guint decimals)
{
  double unit = pow (10.0, MIN (decimals, 6));
  double rate;

  if (cell->values[SF_FIGURE_COUNT] == SF_DISCLOSURE_NONE
      || cell->values[SF_FIGURE_DENOMINATOR] <= 0
      || !(is_hidden (cell, SF_FIGURE_COUNT) || is_hidden (cell, SF_FIGURE_DENOMINATOR)))
    return FALSE;
  rate
      = 100.0 * (double)cell->values[SF_FIGURE_COUNT] / (double)cell->values[SF_FIGURE_DENOMINATOR];
  /* Both ways of rounding a half. */
  return fabs (value - rate) * unit <= 0.5 + 1e-9;
}

/* (nullable): the first cell that a number repeats */
static const SfDisclosureCell *
find_repeated (SfDisclosure *self, double value, guint decimals, gboolean percent)
{
  for (guint i = 0; i < sf_disclosure_get_n_cells (self); i++)
    {
      const SfDisclosureCell *cell = sf_disclosure_get_cell (self, i);

      if (percent ? repeats_rate (cell, value, decimals) : repeats_count (cell, value))
        return cell;
    }
  return NULL;
}

gboolean
sf_disclosure_repeats (SfDisclosure *self, double value, guint decimals, gboolean percent)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return isfinite (value) && find_repeated (self, value, decimals, percent) != NULL;
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* What holds the parts of one word together: twenty-three, three-year-olds, 2026-05-14, 3.5, 1/2.
 */
static gboolean
is_joint (gunichar c)
{
  return c == '-' || c == '.' || c == ',' || c == '/' || c == ':' || c == '\'' || c == 0x2010
         || c == 0x2011 || c == 0x2019;
}

/* A word from @p on: letters and digits, with single joints inside. */
static const char *
find_word_end (const char *p)
{
  for (;;)
    {
      const char *next;

      while (is_word_char (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (*p == '\0' || !is_joint (g_utf8_get_char (p)))
        return p;
      next = g_utf8_next_char (p);
      if (!is_word_char (g_utf8_get_char (next)))
        return p;
      p = next;
    }
}

/* "3", "1,204", "65.3"; not "3rd", "3.5.2026", "3-5". */
static gboolean
parse_digits (const char *word, Number *number)
{
  g_autofree char *plain = g_malloc0 (strlen (word) + 1);
  gsize n = 0;
  gboolean point = FALSE;

  number->decimals = 0;
  for (gsize i = 0; word[i] != '\0'; i++)
    {
      if (word[i] == ',' && !point && strspn (word + i + 1, "0123456789") == 3)
        continue;
      if (word[i] == '.' && !point)
        point = TRUE;
      else if (!g_ascii_isdigit (word[i]))
        return FALSE;
      else if (point)
        number->decimals++;
      plain[n++] = word[i];
    }
  number->value = g_ascii_strtod (plain, NULL);
  return g_ascii_isdigit (plain[0]);
}

/* "one" to "twelve" and "zero", in the user's language. */
static gboolean
parse_word (const char *word, Number *number)
{
  /* Translators: the numbers from nought to twelve as words, in this order. */
  g_auto (GStrv) words
      = g_strsplit (_ ("zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"), "|",
                    N_WORDS);
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *candidate = g_utf8_casefold (words[i], -1);

      if (strcmp (candidate, folded) != 0)
        continue;
      number->value = i;
      number->decimals = 0;
      return TRUE;
    }
  return FALSE;
}

/* The next word after @p, past blanks. */
static char *
get_next_word (const char *p)
{
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return g_strndup (p, find_word_end (p) - p);
}

static gboolean
is_percent (const char *after)
{
  g_autofree char *word = NULL;

  while (g_unichar_isspace (g_utf8_get_char (after)))
    after = g_utf8_next_char (after);
  if (*after == '%')
    return TRUE;
  word = get_next_word (after);
  if (g_ascii_strcasecmp (word, "percent") == 0)
    return TRUE;
  if (g_ascii_strcasecmp (word, "per") == 0)
    {
      g_autofree char *next = get_next_word (after + strlen (word));

      return g_ascii_strcasecmp (next, "cent") == 0;
    }
  return FALSE;
}

/* "3 May". */
static gboolean
is_day (const Number *number, const char *after)
{
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;

  if (number->value < 1.0 || number->value > 31.0 || number->decimals > 0)
    return FALSE;
  word = get_next_word (after);
  folded = g_utf8_casefold (word, -1);
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_utf8_casefold (nl_langinfo (MON_1 + i), -1);
      g_autofree char *brief = g_utf8_casefold (nl_langinfo (ABMON_1 + i), -1);

      if (strcmp (folded, name) == 0 || strcmp (folded, brief) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
look_at_number (SfDisclosure *self, const Number *number, const char *after, GArray *hits)
{
  const SfDisclosureCell *cell;

  if (is_day (number, after))
    return;
  cell = find_repeated (self, number->value, number->decimals, is_percent (after));
  if (cell != NULL)
    {
      SfDisclosureHit hit = { number->start, number->length, cell->key };

      g_array_append_val (hits, hit);
    }
}

/* "3-5" is two numbers, "2026-05-14" is a date. */
static gboolean
look_at_span (SfDisclosure *self, const char *word, gsize start, const char *after, GArray *hits)
{
  const char *dash = strchr (word, '-');
  g_autofree char *first = dash != NULL ? g_strndup (word, dash - word) : NULL;
  Number low = { start, 0, 0.0, 0 };
  Number high = { start, 0, 0.0, 0 };

  if (dash == NULL || !parse_digits (first, &low) || !parse_digits (dash + 1, &high))
    return FALSE;
  low.length = strlen (first);
  high.start += low.length + 1;
  high.length = strlen (dash + 1);
  look_at_number (self, &low, is_percent (after) ? after : "", hits);
  look_at_number (self, &high, after, hits);
  return TRUE;
}

GArray *
sf_disclosure_find_in_text (SfDisclosure *self, const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (SfDisclosureHit));
  const char *p = text;

  g_return_val_if_fail (self != NULL, hits);
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), hits);

  while (*p != '\0')
    {
      const char *end = find_word_end (p);
      g_autofree char *word = g_strndup (p, end - p);
      Number number = { p - text, end - p, 0.0, 0 };

      if (end == p)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (!look_at_span (self, word, number.start, end, hits)
          && (parse_digits (word, &number) || parse_word (word, &number)))
        look_at_number (self, &number, end, hits);
      p = end;
    }
  return hits;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-disclosure-private.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>
#include <string.h>

/* Numbers that a person typed, held against what is not shown. */

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

static gboolean
repeats (const SfDisclosureCell *cell, double value, guint decimals, gboolean percent)
{
  return percent ? repeats_rate (cell, value, decimals) : repeats_count (cell, value);
}

gboolean
sf_disclosure_repeats (SfDisclosure *self, double value, guint decimals, gboolean percent)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; isfinite (value) && i < sf_disclosure_get_n_cells (self); i++)
    if (repeats (sf_disclosure_get_cell (self, i), value, decimals, percent))
      return TRUE;
  return FALSE;
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

/* The place of a word in a list of words in small letters, joined by |; -1 if it is not there. */
static int
find_word (const char *list, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  gsize length = strlen (folded);

  for (int place = 0;; place++)
    {
      gsize next = strcspn (list, "|");

      if (next == length && strncmp (list, folded, length) == 0)
        return place;
      if (list[next] == '\0')
        return -1;
      list += next + 1;
    }
}

/* "one" to "twelve" and "zero", in the user's language. */
static gboolean
parse_word (const char *word, Number *number)
{
  /* Translators: the numbers from nought to twelve as words, in this order, in small letters. */
  int place
      = find_word (_ ("zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"), word);

  number->value = place;
  number->decimals = 0;
  return place >= 0;
}

static const char *
skip_blanks (const char *p)
{
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* The next word after @p, past blanks. */
static char *
get_next_word (const char *p)
{
  p = skip_blanks (p);
  return g_strndup (p, find_word_end (p) - p);
}

/* The word before @p, past blanks, as far as it has letters; "" if something else is there. */
static char *
get_last_word (const char *text, const char *p)
{
  const char *end, *begin;

  while (p > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  for (begin = end = p; begin > text; begin = g_utf8_prev_char (begin))
    if (!is_word_char (g_utf8_get_char (g_utf8_prev_char (begin))))
      break;
  return g_strndup (begin, end - begin);
}

static gboolean
is_percent (const char *after)
{
  g_autofree char *word = NULL;

  after = skip_blanks (after);
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

static gboolean
is_month (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_utf8_casefold (nl_langinfo (MON_1 + i), -1);
      g_autofree char *brief = g_utf8_casefold (nl_langinfo (ABMON_1 + i), -1);

      if (strcmp (folded, name) == 0 || strcmp (folded, brief) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "3 May", and the 3 of "3 to 7 May". */
static gboolean
is_day (const Number *number, const char *after)
{
  g_autofree char *word = get_next_word (after), *day = NULL, *month = NULL;
  Number other;

  if (number->value < 1.0 || number->value > 31.0 || number->decimals > 0)
    return FALSE;
  if (is_month (word))
    return TRUE;
  after = skip_blanks (after);
  /* Translators: what joins two days: "3 to 7 May", "3 and 7 May"; in small letters */
  if (find_word (_ ("to|and|or"), word) < 0 && !g_str_has_prefix (after, "–"))
    return FALSE;
  after += *word != '\0' ? strlen (word) : strlen ("–");
  day = get_next_word (after);
  month = get_next_word (skip_blanks (after) + strlen (day));
  return parse_digits (day, &other) && is_month (month);
}

/* "3." or "3)" at the beginning of a line numbers it. */
static gboolean
is_list_number (const char *text, const Number *number, const char *after)
{
  gsize start = number->start;

  return (start == 0 || text[start - 1] == '\n') && (*after == '.' || *after == ')')
         && after[1] == ' ';
}

/* "£3"; "page 3", "Year 3", "NI 3", where the number is a name; "3 weeks", "3 pm". */
static gboolean
counts_nobody (const char *text, const Number *number, const char *after)
{
  const char *at = text + number->start;
  g_autofree char *last = get_last_word (text, at), *next = get_next_word (after);

  if (at > text
      && g_unichar_type (g_utf8_get_char (g_utf8_prev_char (at))) == G_UNICODE_CURRENCY_SYMBOL)
    return TRUE;
  /* Translators: words after which a number is a name: "page 3"; in small letters */
  if (find_word (
          _ ("page|section|standard|statement|room|year|grade|level|stage|phase|step|question|"
             "annex|appendix|table|ni|no|number"),
          last)
      >= 0)
    return TRUE;
  /* Translators: words before which a number is a time: "3 weeks"; in small letters */
  return find_word (_ ("second|seconds|minute|minutes|hour|hours|day|days|week|weeks|month|months|"
                       "term|terms|year|years|am|pm|o’clock|o'clock|times"),
                    next)
         >= 0;
}

/* "one" is seldom a number: it is taken for one before somebody who could be counted. */
static gboolean
is_pronoun (const char *text, const Number *number, const char *after)
{
  g_autofree char *next = NULL;

  if (number->value > 1.0 || number->value < 1.0 || g_ascii_isdigit (text[number->start]))
    return FALSE;
  next = get_next_word (after);
  /* Translators: words after which "one" is a number of people, in small letters */
  return find_word (_ ("family|child|baby|toddler|mother|mum|father|dad|parent|carer|grandparent|"
                       "person|boy|girl|woman|man|lone|single|teenage|young|disabled|of"),
                    next)
         < 0;
}

static void
look_at_number (
    SfDisclosure *self, const char *text, const Number *number, const char *after, GArray *hits)
{
  if (is_day (number, after) || is_list_number (text, number, after)
      || counts_nobody (text, number, after) || is_pronoun (text, number, after))
    return;
  for (guint i = 0; i < sf_disclosure_get_n_cells (self); i++)
    {
      const SfDisclosureCell *cell = sf_disclosure_get_cell (self, i);
      SfDisclosureHit hit = { number->start, number->length, cell->key };

      if (repeats (cell, number->value, number->decimals, is_percent (after)))
        g_array_append_val (hits, hit);
    }
}

/* "3-5" is two numbers, "2026-05-14" is a date. */
static gboolean
look_at_span (SfDisclosure *self,
              const char *text,
              const char *word,
              gsize start,
              const char *after,
              GArray *hits)
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
  /* what follows is said of both */
  look_at_number (self, text, &low, after, hits);
  look_at_number (self, text, &high, after, hits);
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
      if (!look_at_span (self, text, word, number.start, end, hits)
          && (parse_digits (word, &number) || parse_word (word, &number)))
        look_at_number (self, text, &number, end, hits);
      p = end;
    }
  return hits;
}

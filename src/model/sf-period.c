/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-period.h"

#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum
{
  MONTH,
  QUARTER,
  TERM,
  YEAR,
  SCHOOL_YEAR,
  NO_PERIOD,
} Kind;

/* Terms in the order of their first months: 1, 4 and 9. */
static const char *const term_names[] = { N_ ("Spring"), N_ ("Summer"), N_ ("Autumn") };

static Kind
find_kind (const char *period)
{
  static const char *const words[] = { "month", "quarter", "term", "year", "school-year" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (period, words[i]) == 0)
      return (Kind)i;
  return NO_PERIOD;
}

static char *
make_start (int year, int month)
{
  return g_strdup_printf ("%04d-%02d-01", year, month);
}

gboolean
sf_period_has_begun (const char *start, const char *today, GError **error)
{
  g_autofree char *date = NULL;

  if (strcmp (start, today) <= 0)
    return TRUE;
  date = sf_date_format (start);
  g_set_error (
      error, SF_ERROR, SF_ERROR_INVALID,
      _ ("The period that begins on %s is still to come, so there can be no reading of it."), date);
  return FALSE;
}

char *
sf_period_get_start (const char *period, const char *iso)
{
  int year, month;

  if (!sf_date_is_valid (iso))
    return NULL;
  year = atoi (iso);
  month = atoi (iso + 5);
  switch (find_kind (period))
    {
    case MONTH:
      return make_start (year, month);
    case QUARTER:
      return make_start (year, (month - 1) / 3 * 3 + 1);
    case TERM:
      return make_start (year, month < 4 ? 1 : month < 9 ? 4 : 9);
    case YEAR:
      return make_start (month < 4 ? year - 1 : year, 4);
    case SCHOOL_YEAR:
      return make_start (month < 9 ? year - 1 : year, 9);
    case NO_PERIOD:
    default:
      return NULL;
    }
}

/* Terms are of unlike length, so they are counted: three in a year. */
static char *
move_term (const char *start, int n)
{
  static const int months[] = { 1, 4, 9 };
  int month = atoi (start + 5);
  int index = atoi (start) * 3 + (month < 4 ? 0 : month < 9 ? 1 : 2) + n;

  return make_start (index / 3, months[index % 3]);
}

char *
sf_period_move (const char *period, const char *start, int n)
{
  static const int months[] = { [MONTH] = 1, [QUARTER] = 3, [YEAR] = 12, [SCHOOL_YEAR] = 12 };
  Kind kind = find_kind (period);

  if (kind == NO_PERIOD || !sf_date_is_valid (start))
    return NULL;
  return kind == TERM ? move_term (start, n) : sf_date_add_months (start, n * months[kind]);
}

char *
sf_period_get_end (const char *period, const char *start)
{
  g_autofree char *next = sf_period_move (period, start, 1);

  return next != NULL ? sf_date_add_days (next, -1) : NULL;
}

/* "April 2026" */
static char *
format_month (const char *start)
{
  g_autofree char *day = sf_date_format (start);
  const char *space = strchr (day, ' ');

  return g_strdup (space != NULL ? space + 1 : day);
}

char *
sf_period_format (const char *period, const char *start)
{
  Kind kind = find_kind (period);
  g_autofree char *month = NULL;
  int year;

  if (kind == NO_PERIOD || !sf_date_is_valid (start))
    return g_strdup (start != NULL ? start : "");
  month = format_month (start);
  year = atoi (start);
  switch (kind)
    {
    case QUARTER:
      return g_strdup_printf (_ ("Quarter from %s"), month);
    case TERM:
      {
        int n = atoi (start + 5);

        /* Translators: Autumn, Spring or Summer; a year */
        return g_strdup_printf (_ ("%1$s term %2$d"),
                                _ (term_names[n < 4   ? 0
                                              : n < 9 ? 1
                                                      : 2]),
                                year);
      }
    case YEAR:
      return g_strdup_printf ("%d–%02d", year, (year + 1) % 100);
    case SCHOOL_YEAR:
      return g_strdup_printf (_ ("School year %1$d–%2$02d"), year, (year + 1) % 100);
    case MONTH:
    case NO_PERIOD:
    default:
      return g_steal_pointer (&month);
    }
}

/* --- reading --------------------------------------------------------------------------------- */

/* "2026–27", "2026/27", "2026-27", "2026-2027"; 0 for anything else */
static int
find_year_pair (const char *text)
{
  int year = atoi (text), next;
  const char *rest = text + 4;

  for (int i = 0; i < 4; i++)
    if (!g_ascii_isdigit (text[i]))
      return 0;
  if (g_str_has_prefix (rest, "–"))
    rest += strlen ("–");
  else if (*rest == '/' || *rest == '-')
    rest++;
  else
    return 0;
  if ((strlen (rest) != 2 && strlen (rest) != 4) || strspn (rest, "0123456789") != strlen (rest))
    return 0;
  next = atoi (rest);
  return next == (strlen (rest) == 2 ? (year + 1) % 100 : year + 1) ? year : 0;
}

/* The text after some words at its beginning, whatever their case. */
static const char *
skip_words (const char *text, const char *words)
{
  gsize length = strlen (words);

  if (g_ascii_strncasecmp (text, words, length) != 0)
    return text;
  text += length;
  while (*text == ' ')
    text++;
  return text;
}

/* "Autumn term 2026", "autumn 2026" */
static char *
parse_term (const char *text)
{
  static const int months[] = { 1, 4, 9 };

  for (guint i = 0; i < G_N_ELEMENTS (term_names); i++)
    {
      const char *rest = skip_words (text, _ (term_names[i]));

      if (rest == text)
        rest = skip_words (text, term_names[i]);
      if (rest == text)
        continue;
      rest = skip_words (rest, "term");
      if (strlen (rest) == 4 && strspn (rest, "0123456789") == 4)
        return make_start (atoi (rest), months[i]);
    }
  return NULL;
}

static char *
parse_day (const char *text)
{
  g_autofree char *first = g_strconcat ("1 ", text, NULL);
  char *iso = sf_date_parse (text, NULL);

  return iso != NULL ? iso : sf_date_parse (first, NULL);
}

/* "2026": the year that begins in it; 0 for anything else */
static int
find_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4 ? atoi (text) : 0;
}

/* The year that was meant, if one stands at the beginning. */
static int
guess_year (const char *text)
{
  return strspn (text, "0123456789") == 4 && *text != '0' ? atoi (text) : 2026;
}

static void
refuse (Kind kind, const char *text, GError **error)
{
  int year = guess_year (text);
  g_autofree char *pair = g_strdup_printf ("%d-%02d", year, (year + 1) % 100);
  g_autofree char *sentence = NULL;

  switch (kind)
    {
    case MONTH:
      /* Translators: what was typed; a year */
      sentence = g_strdup_printf (
          _ ("“%1$s” is not a month. This measure is by month: write “April %2$d”."), text, year);
      break;
    case QUARTER:
      sentence = g_strdup_printf (_ ("“%1$s” is not a quarter. This measure is by quarter: write "
                                     "its first month, “April %2$d”."),
                                  text, year);
      break;
    case TERM:
      sentence = g_strdup_printf (
          _ ("“%1$s” is not a term. This measure is by term: write “Autumn %2$d”."), text, year);
      break;
    case YEAR:
      /* Translators: what was typed; "2026-27"; 2026 */
      sentence = g_strdup_printf (_ ("“%1$s” is not a year. This measure is by year, from April to "
                                     "March: write “%2$s” or “%3$d”."),
                                  text, pair, year);
      break;
    case SCHOOL_YEAR:
      sentence
          = g_strdup_printf (_ ("“%1$s” is not a school year. This measure is by school year, from "
                                "September to August: write “%2$s” or “%3$d”."),
                             text, pair, year);
      break;
    case NO_PERIOD:
    default:
      sentence = g_strdup_printf (_ ("“%s” is not a period of this measure."), text);
    }
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID, sentence);
}

char *
sf_period_parse (const char *period, const char *text, GError **error)
{
  Kind kind = find_kind (period);
  g_autofree char *clean = sf_text_clean (text);
  g_autofree char *day = NULL;
  const char *rest = clean != NULL ? clean : "";
  gboolean yearly = kind == YEAR || kind == SCHOOL_YEAR;
  int year;

  rest = skip_words (rest, "quarter from");
  rest = skip_words (rest, "school year");
  year = find_year_pair (rest);
  if (year == 0 && yearly)
    year = find_year (rest);
  if (year != 0 && yearly)
    day = make_start (year, kind == YEAR ? 4 : 9);
  else if (year == 0 && kind == TERM)
    day = parse_term (rest);
  if (day == NULL && year == 0 && *rest != '\0')
    day = parse_day (rest);
  if (day != NULL && sf_date_is_valid (day) && kind != NO_PERIOD)
    return sf_period_get_start (period, day);
  refuse (kind, text != NULL ? text : "", error);
  return NULL;
}

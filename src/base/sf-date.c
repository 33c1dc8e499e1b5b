/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const month_names[12]
    = { N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
        N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
        N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December") };

static int
read_digits (const char *digits, int n)
{
  int number = 0;

  for (int i = 0; i < n; i++)
    number = number * 10 + (digits[i] - '0');
  return number;
}

/* Lists compare thousands of them: nothing is allocated, and no format is read. */
static gboolean
to_date (const char *iso, GDate *date)
{
  int year, month, day;

  g_date_clear (date, 1);
  if (iso == NULL || strlen (iso) != 10)
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? iso[i] != '-' : !g_ascii_isdigit (iso[i]))
      return FALSE;
  year = read_digits (iso, 4);
  month = read_digits (iso + 5, 2);
  day = read_digits (iso + 8, 2);
  if (year < 1900 || year > 2200
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

static char *
to_iso (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/**
 * sf_date_is_valid:
 * @iso: (nullable): text
 *
 * Returns: whether @iso is a date between 1900 and 2200 in the form 2026-04-01
 */
gboolean
sf_date_is_valid (const char *iso)
{
  GDate date;

  return to_date (iso, &date);
}

static int
month_from_name (const char *name, gsize length)
{
  if (length < 3)
    return 0;
  for (int i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (month_names[i], name, length) == 0
        || g_ascii_strncasecmp (_ (month_names[i]), name, length) == 0)
      return i + 1;
  return 0;
}

/* "1 April 2026", "1 apr 26", "01/04/2026", "1.4.26": day first, as in Britain */
static gboolean
parse_day_first (const char *text, GDate *date)
{
  g_auto (GStrv) raw = g_strsplit_set (text, " /.-,", -1);
  const char *part[3];
  int n = 0, day, month, year;

  for (char **p = raw; *p != NULL; p++)
    {
      if (**p == '\0')
        continue;
      if (n == 3)
        return FALSE;
      part[n++] = *p;
    }
  if (n != 3)
    return FALSE;
  day = atoi (part[0]);
  month = g_ascii_isdigit (*part[1]) ? atoi (part[1]) : month_from_name (part[1], strlen (part[1]));
  year = atoi (part[2]);
  /* "0001" is no short way of writing 2001 */
  if (strlen (part[2]) <= 2)
    year += 2000;
  if (day < 1 || day > 31 || month < 1 || month > 12 || year < 1900 || year > 2200
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

/**
 * sf_date_parse:
 * @text: what somebody typed: 2026-04-01, 1/4/2026, 1 April 2026
 * @error: return location for an #SfError
 *
 * Returns: (transfer full): the date as ISO 8601 text, or %NULL with %SF_ERROR_INVALID
 */
char *
sf_date_parse (const char *text, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  GDate date;

  if (to_date (clean, &date) || parse_day_first (clean, &date))
    return to_iso (&date);
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("“%s” is not a date. Write it like 1 April 2026 or 1/4/2026."), clean);
  return NULL;
}

/**
 * sf_date_format:
 * @iso: (nullable): a date
 *
 * Returns: (transfer full): "1 April 2026"; what was given, if it is no date
 */
char *
sf_date_format (const char *iso)
{
  GDate date;

  if (!to_date (iso, &date))
    return g_strdup (iso != NULL ? iso : "");
  /* Translators: day, month, year */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), g_date_get_day (&date),
                          _ (month_names[g_date_get_month (&date) - 1]), g_date_get_year (&date));
}

/**
 * sf_date_format_short:
 * @iso: (nullable): a date
 *
 * Returns: (transfer full): "1 April", without the year
 */
char *
sf_date_format_short (const char *iso)
{
  GDate date;

  if (!to_date (iso, &date))
    return g_strdup (iso != NULL ? iso : "");
  /* Translators: day, month */
  return g_strdup_printf (_ ("%1$d %2$s"), g_date_get_day (&date),
                          _ (month_names[g_date_get_month (&date) - 1]));
}

/**
 * sf_date_format_brief:
 * @iso: (nullable): a date
 *
 * Returns: (transfer full): "1 Apr 2026", for the narrow cells of tables; its parts stay together
 */
char *
sf_date_format_brief (const char *iso)
{
  g_autofree char *month = NULL;
  GDate date;

  if (!to_date (iso, &date))
    return g_strdup (iso != NULL ? iso : "");
  month = g_utf8_substring (_ (month_names[g_date_get_month (&date) - 1]), 0, 3);
  /* Translators: day, first letters of the month, year; with spaces that do not break */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), g_date_get_day (&date), month,
                          g_date_get_year (&date));
}

/**
 * sf_date_format_period:
 * @first: (nullable): its first day
 * @last: (nullable): its last day
 *
 * Returns: (transfer full): "April 2026 to March 2027" where it runs over whole months,
 *   otherwise with the days
 */
char *
sf_date_format_period (const char *first, const char *last)
{
  GDate a, b;

  if (!to_date (first, &a) || !to_date (last, &b))
    {
      g_autofree char *one = sf_date_format (first);
      g_autofree char *two = sf_date_format (last);
      return g_strjoin (*one != '\0' && *two != '\0' ? " – " : "", one, two, NULL);
    }
  if (g_date_get_day (&a) == 1 && g_date_is_last_of_month (&b))
    /* Translators: month year to month year */
    return g_strdup_printf (_ ("%1$s %2$d to %3$s %4$d"),
                            _ (month_names[g_date_get_month (&a) - 1]), g_date_get_year (&a),
                            _ (month_names[g_date_get_month (&b) - 1]), g_date_get_year (&b));
  {
    g_autofree char *one = sf_date_format (first);
    g_autofree char *two = sf_date_format (last);
    return g_strdup_printf (_ ("%1$s to %2$s"), one, two);
  }
}

/**
 * sf_date_add_days:
 * @iso: a date
 * @days: how many, may be negative
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if @iso is none
 */
char *
sf_date_add_days (const char *iso, int days)
{
  GDate date;

  if (!to_date (iso, &date))
    return NULL;
  if (days >= 0)
    g_date_add_days (&date, (guint)days);
  else
    g_date_subtract_days (&date, (guint)-days);
  return to_iso (&date);
}

/**
 * sf_date_add_months:
 * @iso: a date
 * @months: how many, may be negative; the day is kept or becomes the month's last
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if @iso is none
 */
char *
sf_date_add_months (const char *iso, int months)
{
  GDate date;

  if (!to_date (iso, &date))
    return NULL;
  if (months >= 0)
    g_date_add_months (&date, (guint)months);
  else
    g_date_subtract_months (&date, (guint)-months);
  return to_iso (&date);
}

/**
 * sf_date_days_between:
 * @from: a date
 * @to: a date
 *
 * Returns: how many days @to lies after @from; 0 if either is no date
 */
int
sf_date_days_between (const char *from, const char *to)
{
  GDate a, b;

  return to_date (from, &a) && to_date (to, &b) ? g_date_days_between (&a, &b) : 0;
}

/**
 * sf_date_of_instant:
 * @unix_ms: an instant
 *
 * Returns: (transfer full): its date where the user is
 */
char *
sf_date_of_instant (gint64 unix_ms)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_ms / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup ("");
}

/**
 * sf_date_format_instant:
 * @unix_ms: an instant
 *
 * Returns: (transfer full): "1 April 2026, 14:05"
 */
char *
sf_date_format_instant (gint64 unix_ms)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_ms / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *iso = sf_date_of_instant (unix_ms);
  g_autofree char *day = sf_date_format (iso);

  if (local == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s, %02d:%02d", day, g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}

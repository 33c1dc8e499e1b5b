/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-clock.h"

#include <string.h>

static gint64 fixed_ms;      /* 0: the real clock */
static const char *ahead_in; /* a file that says by how many seconds the clock is ahead */

static gint64
from_environment (void)
{
  const char *text = g_getenv ("SIXFOLD_NOW");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *full = NULL;

  if (text == NULL)
    return 0;
  if (*text == '@')
    {
      ahead_in = text + 1;
      return 0;
    }
  full = strchr (text, 'T') != NULL ? g_strdup (text) : g_strconcat (text, "T12:00:00", NULL);
  when = g_date_time_new_from_iso8601 (full, utc);
  return when != NULL ? g_date_time_to_unix (when) * 1000 : 0;
}

/* A window's test lets time pass while the program runs. */
static gint64
read_ahead (void)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (ahead_in, &text, NULL, NULL) ? g_ascii_strtoll (text, NULL, 10) * 1000
                                                           : 0;
}

/**
 * sf_clock_now:
 *
 * Returns: now, in milliseconds since 1970, UTC
 */
gint64
sf_clock_now (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      if (fixed_ms == 0)
        fixed_ms = from_environment ();
      g_once_init_leave (&once, 1);
    }
  if (fixed_ms != 0)
    return fixed_ms;
  return g_get_real_time () / 1000 + (ahead_in != NULL ? read_ahead () : 0);
}

/**
 * sf_clock_today:
 *
 * Returns: (transfer full): today's date where the user is, as ISO 8601 text
 */
char *
sf_clock_today (void)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (sf_clock_now () / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, "%Y-%m-%d");
}

/**
 * sf_clock_set_for_test:
 * @unix_ms: what now shall be, or 0 for the real clock
 *
 * Stops the clock. For tests and for the batch command that writes the example centre.
 */
void
sf_clock_set_for_test (gint64 unix_ms)
{
  fixed_ms = unix_ms;
}

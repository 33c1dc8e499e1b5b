/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "disclosure-attack.h"

#include <math.h>
#include <string.h>

/* Random years under attack (disclosure-eliminate.c). With the protecting figures shown it must
 * win, or the test could not fail. */

static guint
get_count (void)
{
  return g_strcmp0 (g_getenv ("SIXFOLD_FULL"), "1") == 0 ? 5000 : 200;
}

static void
test_attack (void)
{
  guint small = 0;
  guint excused = 0;

  for (guint seed = 0; seed < get_count (); seed++)
    {
      g_autofree Year *year = year_new (seed, FALSE);
      guint found = year_attack (year, TRUE);

      if (found > 0)
        g_test_message ("seed %u", seed);
      g_assert_cmpuint (found, ==, 0);
      for (guint i = 0; i < year->n_unknowns; i++)
        {
          gboolean is_small = year->unknowns[i].value >= 1 && year->unknowns[i].value <= 4;

          small += is_small;
          excused += is_small && year->unknowns[i].excused && !year->is_public;
        }
    }
  /* Public denominators give some away; reports that were all decided so hardly ever do, where a
   * figure was revised to what another report's figures tell of it. */
  g_test_message ("%u small quantities", small);
  g_assert_cmpuint (small, >, get_count ());
  g_assert_cmpuint (excused * 500, <, small);
}

/* The same years with the protecting figures shown. */
static void
test_without_protection (void)
{
  guint years = 0;
  guint lost = 0;

  for (guint seed = 0; seed < get_count (); seed++)
    {
      g_autofree Year *year = year_new (seed, TRUE);

      if (year->n_protecting == 0)
        continue;
      years++;
      lost += year_attack (year, FALSE) > 0;
    }
  g_test_message ("%u of %u years with protecting figures are lost without them", lost, years);
  g_assert_cmpuint (years * 4, >, get_count ());
  g_assert_cmpuint (lost * 10, >, years * 8);
}

/* For disclosure-check.py: one year in a line, as it is known. */
static void
write_years (guint count, gboolean reveal)
{
  for (guint seed = 0; seed < count; seed++)
    {
      g_autofree Year *year = year_new (seed, reveal);

      g_print ("%u", seed);
      for (guint i = 0; i < year->n_unknowns; i++)
        {
          const Unknown *it = &year->unknowns[i];

          g_print (" %d%s%s", it->value, it->is_hidden ? "h" : "", it->excused ? "x" : "");
        }
      for (guint i = 0; i < year->n_equations; i++)
        {
          g_print (" =");
          for (guint j = 0; j < year->n_unknowns; j++)
            if (fabs (year->equations[i].factors[j]) > 0.0)
              g_print (" %u:%.17g", j, year->equations[i].factors[j]);
          g_print (" :%.17g", year->equations[i].factors[MAX_UNKNOWNS]);
        }
      g_print ("\n");
    }
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_has_prefix (argv[1], "--write"))
    {
      write_years ((guint)g_ascii_strtoull (argv[2], NULL, 10),
                   strcmp (argv[1], "--write-revealed") == 0);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disclosure/attack", test_attack);
  g_test_add_func ("/disclosure/without-protection", test_without_protection);

  return g_test_run ();
}

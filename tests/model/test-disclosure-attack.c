/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "disclosure-attack.h"

#include <math.h>
#include <string.h>

/* Somebody collects every report of a year and works: Gaussian elimination over all that was shown,
 * then bounds handed on from sum to sum until they stand still. It knows nothing of how the program
 * decides. With the protecting figures shown it must win, or the test could not fail. */

#define TINY 1e-7

typedef struct
{
  const Year *year;
  double *table; /* rows of n unknowns and a right-hand side */
  guint rows;
  guint n;
  double low[MAX_UNKNOWNS];
  double high[MAX_UNKNOWNS];
} Attack;

static double *
get_row (Attack *attack, guint row)
{
  return attack->table + (gsize)row * (attack->n + 1);
}

static void
eliminate (Attack *attack)
{
  guint done = 0;

  for (guint column = 0; column < attack->n && done < attack->rows; column++)
    {
      guint best = done;

      for (guint i = done; i < attack->rows; i++)
        if (fabs (get_row (attack, i)[column]) > fabs (get_row (attack, best)[column]))
          best = i;
      if (fabs (get_row (attack, best)[column]) < TINY)
        continue;
      for (guint j = 0; j <= attack->n; j++)
        {
          double kept = get_row (attack, best)[j];

          get_row (attack, best)[j] = get_row (attack, done)[j];
          get_row (attack, done)[j] = kept;
        }
      for (guint i = 0; i < attack->rows; i++)
        {
          double times = get_row (attack, i)[column] / get_row (attack, done)[column];

          if (i == done || fabs (times) < TINY)
            continue;
          for (guint j = 0; j <= attack->n; j++)
            get_row (attack, i)[j] -= times * get_row (attack, done)[j];
        }
      done++;
    }
}

/* What a row says of one of its unknowns when the others are between their bounds. */
static gboolean
narrow (Attack *attack, const double *row, guint at)
{
  double low = row[attack->n];
  double high = row[attack->n];
  double factor = row[at];
  double new_low, new_high;
  gboolean changed = FALSE;

  for (guint j = 0; j < attack->n; j++)
    {
      if (j == at || fabs (row[j]) < TINY)
        continue;
      low -= row[j] > 0 ? row[j] * attack->high[j] : row[j] * attack->low[j];
      high -= row[j] > 0 ? row[j] * attack->low[j] : row[j] * attack->high[j];
    }
  new_low = ceil ((factor > 0 ? low / factor : high / factor) - 1e-5);
  new_high = floor ((factor > 0 ? high / factor : low / factor) + 1e-5);
  if (isfinite (new_low) && new_low > attack->low[at])
    {
      attack->low[at] = new_low;
      changed = TRUE;
    }
  if (isfinite (new_high) && new_high < attack->high[at])
    {
      attack->high[at] = new_high;
      changed = TRUE;
    }
  return changed;
}

static void
propagate (Attack *attack)
{
  gboolean changed = TRUE;

  for (guint round = 0; changed && round < 100; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < attack->rows; i++)
        for (guint j = 0; j < attack->n; j++)
          if (fabs (get_row (attack, i)[j]) > TINY)
            changed = narrow (attack, get_row (attack, i), j) || changed;
    }
}

static void
fill (Attack *attack)
{
  for (guint i = 0; i < attack->rows; i++)
    for (guint j = 0; j <= attack->n; j++)
      get_row (attack, i)[j]
          = attack->year->equations[i].factors[j == attack->n ? MAX_UNKNOWNS : j];
}

/* Returns: how many of what should be hidden was found out */
static guint
attack_year (const Year *year, gboolean tell)
{
  Attack attack = { year, g_new0 (double, (year->n_equations + 1) * (year->n_unknowns + 1)),
                    year->n_equations, year->n_unknowns };
  guint found = 0;

  for (guint i = 0; i < attack.n; i++)
    {
      attack.low[i] = 0.0;
      attack.high[i] = INFINITY;
    }
  fill (&attack);
  propagate (&attack);
  eliminate (&attack);
  propagate (&attack);
  fill (&attack);
  propagate (&attack);

  for (guint i = 0; i < attack.n; i++)
    {
      const Unknown *it = &year->unknowns[i];
      gboolean small = it->value >= 1 && it->value <= 4;
      gboolean lost = small && !it->excused && (attack.high[i] < 5.0 || attack.low[i] > 1.0);

      g_assert_cmpfloat (attack.low[i], <=, (double)it->value);
      g_assert_cmpfloat (attack.high[i], >=, (double)it->value);
      lost = lost || (it->is_hidden && !it->excused && attack.low[i] >= attack.high[i]);
      if (lost && tell)
        g_test_message ("%s is %d, and is known to be from %g to %g", it->name, it->value,
                        attack.low[i], attack.high[i]);
      found += lost;
    }
  g_free (attack.table);
  return found;
}

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
      guint found = attack_year (year, TRUE);

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
      lost += attack_year (year, FALSE) > 0;
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

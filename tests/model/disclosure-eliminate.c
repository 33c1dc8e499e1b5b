/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "disclosure-attack.h"

#include <math.h>

/* Somebody collects every report of a year and works: Gaussian elimination over all that was shown,
 * then bounds handed on from sum to sum until they stand still. It knows nothing of how the program
 * decides. */

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

guint
year_attack (const Year *year, gboolean tell)
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

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-disclosure-private.h"

#include <math.h>

/* The first phase of the simplex method (Dantzig), with Bland's rule, which cannot go round in
 * circles. Entries are 0 and ±1 and values small, so doubles are exact in nearly every pivot;
 * whoever asks adds the result up again in whole numbers. */

#define NOTHING 1e-7
#define MAX_PIVOTS 4000
#define ARTIFICIAL G_MAXUINT

typedef struct
{
  double *table; /* rows + 1 rows: the last is what is still wrong, to be brought to nought */
  guint *basis;  /* which column a row stands for */
  guint rows;
  guint columns;
} Simplex;

static double *
get_row (Simplex *simplex, guint row)
{
  return simplex->table + (gsize)row * (simplex->columns + 1);
}

static void
start (Simplex *simplex, const double *table)
{
  guint width = simplex->columns + 1;
  double *wrong = get_row (simplex, simplex->rows);

  for (guint i = 0; i < simplex->rows; i++)
    {
      const double *from = table + (gsize)i * width;
      double sign = from[simplex->columns] < 0.0 ? -1.0 : 1.0;
      double *to = get_row (simplex, i);

      simplex->basis[i] = ARTIFICIAL;
      for (guint j = 0; j < width; j++)
        {
          to[j] = sign * from[j];
          wrong[j] += to[j];
        }
    }
}

static guint
find_entering (Simplex *simplex)
{
  const double *wrong = get_row (simplex, simplex->rows);

  for (guint j = 0; j < simplex->columns; j++)
    if (wrong[j] > NOTHING)
      return j;
  return ARTIFICIAL;
}

/* The row that bounds a column first. Rows without a column of their own leave before others. */
static guint
find_leaving (Simplex *simplex, guint column)
{
  guint best = ARTIFICIAL;
  double best_ratio = 0.0;

  for (guint i = 0; i < simplex->rows; i++)
    {
      const double *row = get_row (simplex, i);
      double ratio;
      gboolean better;

      if (row[column] <= NOTHING)
        continue;
      ratio = row[simplex->columns] / row[column];
      better = best == ARTIFICIAL || ratio < best_ratio - NOTHING;
      if (!better && ratio <= best_ratio + NOTHING)
        better = simplex->basis[best] != ARTIFICIAL
                 && (simplex->basis[i] == ARTIFICIAL || simplex->basis[i] < simplex->basis[best]);
      if (better)
        {
          best = i;
          best_ratio = ratio;
        }
    }
  return best;
}

static void
pivot (Simplex *simplex, guint at, guint column)
{
  guint width = simplex->columns + 1;
  double *row = get_row (simplex, at);
  double by = row[column];

  for (guint j = 0; j < width; j++)
    row[j] /= by;
  for (guint i = 0; i <= simplex->rows; i++)
    {
      double *other = get_row (simplex, i);
      double times = other[column];

      if (i == at || fabs (times) <= 0.0)
        continue;
      for (guint j = 0; j < width; j++)
        other[j] -= times * row[j];
    }
  simplex->basis[at] = column;
}

gboolean
sf_simplex_find (const double *table,
                 guint rows,
                 guint columns,
                 double *solution,
                 guint64 *work,
                 gboolean *gave_up)
{
  g_autofree double *copy = g_new0 (double, (gsize)(rows + 1) * (columns + 1));
  g_autofree guint *basis = g_new0 (guint, rows + 1);
  Simplex simplex = { copy, basis, rows, columns };
  gboolean found = FALSE;
  gboolean ended = FALSE;

  start (&simplex, table);
  for (guint n = 0; n < MAX_PIVOTS && !ended; n++)
    {
      guint column = find_entering (&simplex);
      guint row = column != ARTIFICIAL ? find_leaving (&simplex, column) : ARTIFICIAL;

      if (row == ARTIFICIAL)
        {
          found = column == ARTIFICIAL && fabs (get_row (&simplex, rows)[columns]) < 1e-5;
          ended = TRUE;
          continue;
        }
      pivot (&simplex, row, column);
      *work += (guint64)rows * columns;
    }
  for (guint j = 0; j < columns; j++)
    solution[j] = 0.0;
  for (guint i = 0; i < rows; i++)
    if (basis[i] != ARTIFICIAL)
      solution[basis[i]] = get_row (&simplex, i)[columns];
  *gave_up = *gave_up || !ended;
  return found;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-disclosure-private.h"

#include <math.h>

/* Numbers that a person typed, held against what is not shown. */

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

/* A figure of the cell, or what its count leaves of the denominator: 37 of 40 say 3. */
static gboolean
repeats_count (const SfDisclosureCell *cell, double value)
{
  gint64 count = cell->values[SF_FIGURE_COUNT];
  gint64 denominator = cell->values[SF_FIGURE_DENOMINATOR];

  for (guint i = 0; i < SF_N_FIGURES; i++)
    if (is_hidden (cell, i) && is_same (value, cell->values[i]))
      return TRUE;
  return is_hidden (cell, SF_FIGURE_COUNT) && denominator != SF_DISCLOSURE_NONE
         && is_same (value, denominator - count);
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
  /* Both ways of rounding a half; and what it leaves of all. */
  return fabs (value - rate) * unit <= 0.5 + 1e-9
         || fabs (value - (100.0 - rate)) * unit <= 0.5 + 1e-9;
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

/* A ratio is a figure only if both of its numbers are, or make the same rate: 3 of 39 are one in
 * thirteen. */
static gboolean
is_ratio_of (const SfDisclosureCell *cell, const SfNumber *number)
{
  return (is_hidden (cell, SF_FIGURE_COUNT) || is_hidden (cell, SF_FIGURE_DENOMINATOR))
         && cell->values[SF_FIGURE_COUNT] > 0 && cell->values[SF_FIGURE_DENOMINATOR] > 0
         && is_same (number->value * (double)cell->values[SF_FIGURE_DENOMINATOR]
                         - number->of * (double)cell->values[SF_FIGURE_COUNT],
                     0);
}

GArray *
sf_disclosure_find_in_text (SfDisclosure *self, const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (SfDisclosureHit));
  g_autoptr (GArray) numbers = NULL;

  g_return_val_if_fail (self != NULL, hits);
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), hits);

  numbers = sf_number_find_in_text (text);
  for (guint i = 0; i < numbers->len; i++)
    for (guint k = 0; k < sf_disclosure_get_n_cells (self); k++)
      {
        const SfNumber *number = &g_array_index (numbers, SfNumber, i);
        const SfDisclosureCell *cell = sf_disclosure_get_cell (self, k);
        SfDisclosureHit hit = { number->start, number->length, cell->key, *number };

        if (number->of > 0.0 ? is_ratio_of (cell, number)
                             : repeats (cell, number->value, number->decimals, number->percent))
          g_array_append_val (hits, hit);
      }
  return hits;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-interval.h"

#include <math.h>

/* The point that a standard normal variable exceeds one time in forty. */
#define Z 1.959963984540054

static gboolean
is_proportion (gint64 count, gint64 denominator)
{
  return count >= 0 && denominator > 0 && count <= denominator && denominator <= SF_INTERVAL_MOST;
}

gboolean
sf_interval_of_proportion (gint64 count, gint64 denominator, SfInterval *interval)
{
  double n = (double)denominator, p = (double)count / n;
  double square = Z * Z, middle, half;

  if (!is_proportion (count, denominator))
    return FALSE;
  middle = (p + square / (2 * n)) / (1 + square / n);
  half = Z * sqrt (p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n);
  /* At the ends of the scale the formula gives them exactly; rounding must not pass them. */
  interval->low = count == 0 ? 0.0 : MAX (0.0, middle - half);
  interval->high = count == denominator ? 1.0 : MIN (1.0, middle + half);
  return TRUE;
}

void
sf_interval_subtract (double value,
                      const SfInterval *interval,
                      double other,
                      const SfInterval *other_interval,
                      SfInterval *difference)
{
  double d = value - other;
  double below = hypot (value - interval->low, other_interval->high - other);
  double above = hypot (interval->high - value, other - other_interval->low);

  difference->low = d - below;
  difference->high = d + above;
}

gboolean
sf_interval_of_difference (gint64 count,
                           gint64 denominator,
                           gint64 other_count,
                           gint64 other_denominator,
                           SfInterval *interval)
{
  SfInterval one, other;

  if (!sf_interval_of_proportion (count, denominator, &one)
      || !sf_interval_of_proportion (other_count, other_denominator, &other))
    return FALSE;
  sf_interval_subtract ((double)count / (double)denominator, &one,
                        (double)other_count / (double)other_denominator, &other, interval);
  return TRUE;
}

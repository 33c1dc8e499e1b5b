/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-outcome.h"

#include <math.h>
#include <string.h>

/* What lies between two readings of a measure, and whether it may be chance. */

/* Below this two figures are the same: what is left by rounding, not by people. */
#define NOTHING 1e-12

static void
judge (SfDifference *difference)
{
  if (fabs (difference->value) < NOTHING)
    difference->verdict = SF_VERDICT_SAME;
  else if (difference->has_interval && difference->interval.low <= 0
           && difference->interval.high >= 0)
    difference->verdict = SF_VERDICT_TOO_SMALL;
  else
    difference->verdict = difference->value > 0 ? SF_VERDICT_HIGHER : SF_VERDICT_LOWER;
}

/* Of two separate groups of people. */
static void
compare_counts (SfMeasure *measure,
                gint64 count,
                gint64 denominator,
                gint64 other_count,
                gint64 other_denominator,
                SfDifference *difference)
{
  difference->value
      = (double)count / (double)denominator - (double)other_count / (double)other_denominator;
  difference->has_interval
      = sf_measure_get_full_count (measure) == 0
        && sf_interval_of_difference (count, denominator, other_count, other_denominator,
                                      &difference->interval);
}

static gboolean
has_counts (SfMeasure *measure, SfReading *reading)
{
  return strcmp (sf_measure_get_kind (measure), "proportion") == 0
         && isfinite (sf_reading_get_figure (measure, reading));
}

gboolean
sf_outcome_get_gap (SfOutcome *self, SfFamilyGroup *group, const char *starts_on, SfDifference *gap)
{
  SfMeasure *measure = sf_outcome_get_measure (self);
  SfReading *one = sf_outcome_get_reading (self, group, starts_on);
  SfReading *all = sf_outcome_get_reading (self, NULL, starts_on);
  gint64 count, denominator;

  memset (gap, 0, sizeof *gap);
  if (one == NULL || all == NULL || strcmp (sf_measure_get_kind (measure), "count") == 0
      || !isfinite (sf_reading_get_figure (measure, one))
      || !isfinite (sf_reading_get_figure (measure, all)))
    return FALSE;
  gap->peers_are_all = TRUE;
  gap->value = sf_reading_get_figure (measure, one) - sf_reading_get_figure (measure, all);
  if (has_counts (measure, one))
    {
      count = sf_reading_get_count (all) - sf_reading_get_count (one);
      denominator = sf_reading_get_denominator (all) - sf_reading_get_denominator (one);
      gap->peers_are_all = denominator <= 0 || count < 0 || count > denominator;
      if (!gap->peers_are_all)
        compare_counts (measure, sf_reading_get_count (one), sf_reading_get_denominator (one),
                        count, denominator, gap);
    }
  judge (gap);
  return TRUE;
}

/* As how far apart they are, whichever is the higher: turns a gap below 0 round. */
static void
make_size (SfDifference *gap)
{
  double low = gap->interval.low;

  if (gap->value >= 0)
    return;
  gap->value = -gap->value;
  gap->interval.low = -gap->interval.high;
  gap->interval.high = -low;
}

gboolean
sf_outcome_get_gap_change (SfOutcome *self,
                           SfFamilyGroup *group,
                           const char *before,
                           const char *starts_on,
                           SfDifference *change)
{
  SfDifference then, now;

  memset (change, 0, sizeof *change);
  if (!sf_outcome_get_gap (self, group, before, &then)
      || !sf_outcome_get_gap (self, group, starts_on, &now)
      || then.peers_are_all != now.peers_are_all)
    return FALSE;
  make_size (&then);
  make_size (&now);
  change->value = now.value - then.value;
  change->peers_are_all = now.peers_are_all;
  change->has_interval = then.has_interval && now.has_interval;
  if (change->has_interval)
    sf_interval_subtract (now.value, &now.interval, then.value, &then.interval, &change->interval);
  judge (change);
  return TRUE;
}

gboolean
sf_outcome_get_change (SfOutcome *self,
                       SfFamilyGroup *group,
                       const char *before,
                       const char *starts_on,
                       SfDifference *change)
{
  SfMeasure *measure = sf_outcome_get_measure (self);
  SfReading *then = sf_outcome_get_reading (self, group, before);
  SfReading *now = sf_outcome_get_reading (self, group, starts_on);

  memset (change, 0, sizeof *change);
  if (then == NULL || now == NULL || !isfinite (sf_reading_get_figure (measure, then))
      || !isfinite (sf_reading_get_figure (measure, now)))
    return FALSE;
  change->value = sf_reading_get_figure (measure, now) - sf_reading_get_figure (measure, then);
  if (has_counts (measure, now))
    compare_counts (measure, sf_reading_get_count (now), sf_reading_get_denominator (now),
                    sf_reading_get_count (then), sf_reading_get_denominator (then), change);
  judge (change);
  return TRUE;
}

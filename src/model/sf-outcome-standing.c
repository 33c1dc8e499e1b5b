/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-outcome-standing.h"

#include "model/sf-period.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const labels[SF_N_STANDINGS] = {
  [SF_STANDING_NO_FIGURES] = N_ ("No figures yet"),
  [SF_STANDING_STALE] = N_ ("Out of date"),
  [SF_STANDING_GAP_WIDENING] = N_ ("Gap widening"),
  [SF_STANDING_GAP_CLOSING] = N_ ("Gap closing"),
  [SF_STANDING_AIM_REACHED] = N_ ("Aim reached"),
  [SF_STANDING_BETTER] = N_ ("Better"),
  [SF_STANDING_WORSE] = N_ ("Worse"),
  [SF_STANDING_TOO_SMALL] = N_ ("Too small to tell"),
  [SF_STANDING_SAME] = N_ ("The same"),
  [SF_STANDING_ONE_READING] = N_ ("One reading"),
};

const char *
sf_standing_get_label (SfStanding standing)
{
  g_return_val_if_fail ((guint)standing < SF_N_STANDINGS, "");

  return _ (labels[standing]);
}

gboolean
sf_outcome_find_gaps (SfOutcome *self, SfFamilyGroup *group, const char **first, const char **last)
{
  GPtrArray *periods = sf_outcome_get_periods (self);
  const char *begin = NULL, *end = NULL;
  SfDifference gap;

  for (guint i = 0; i < periods->len && begin == NULL; i++)
    if (sf_outcome_get_gap (self, group, periods->pdata[i], &gap))
      begin = periods->pdata[i];
  for (guint i = periods->len; i > 0 && begin != NULL && end == NULL; i--)
    if (sf_outcome_get_gap (self, group, periods->pdata[i - 1], &gap))
      end = periods->pdata[i - 1];
  if (first != NULL)
    *first = begin;
  if (last != NULL)
    *last = end;
  return begin != NULL;
}

/* Which way the gaps moved: widening counts before closing. */
static SfVerdict
judge_gaps (SfOutcome *self)
{
  GPtrArray *groups = sf_outcome_get_groups (self);
  SfVerdict verdict = SF_VERDICT_NONE;

  for (guint i = 0; i < groups->len; i++)
    {
      const char *first, *last;
      SfDifference change;

      if (!sf_outcome_find_gaps (self, groups->pdata[i], &first, &last) || strcmp (first, last) == 0
          || !sf_outcome_get_gap_change (self, groups->pdata[i], first, last, &change))
        continue;
      if (change.verdict == SF_VERDICT_HIGHER)
        return SF_VERDICT_HIGHER;
      if (change.verdict == SF_VERDICT_LOWER)
        verdict = SF_VERDICT_LOWER;
    }
  return verdict;
}

static SfStanding
judge_trend (SfOutcome *self, SfReading *now)
{
  SfMeasure *measure = sf_outcome_get_measure (self);
  SfReading *then = sf_outcome_get_latest (self, NULL, sf_reading_get_starts_on (now));
  gboolean down = g_strcmp0 (sf_measure_get_direction (measure), "down") == 0;
  SfDifference change;

  if (then == NULL
      || !sf_outcome_get_change (self, NULL, sf_reading_get_starts_on (then),
                                 sf_reading_get_starts_on (now), &change))
    return SF_STANDING_ONE_READING;
  switch (change.verdict)
    {
    case SF_VERDICT_HIGHER:
      return down ? SF_STANDING_WORSE : SF_STANDING_BETTER;
    case SF_VERDICT_LOWER:
      return down ? SF_STANDING_BETTER : SF_STANDING_WORSE;
    case SF_VERDICT_SAME:
      return SF_STANDING_SAME;
    case SF_VERDICT_TOO_SMALL:
    case SF_VERDICT_NONE:
    default:
      return SF_STANDING_TOO_SMALL;
    }
}

SfStanding
sf_outcome_get_standing (SfOutcome *self)
{
  SfMeasure *measure = sf_outcome_get_measure (self);
  SfReading *now = sf_outcome_get_latest (self, NULL, NULL);
  SfVerdict gaps;

  if (now == NULL)
    return SF_STANDING_NO_FIGURES;
  if (sf_reading_is_stale (measure, now))
    return SF_STANDING_STALE;
  gaps = judge_gaps (self);
  if (gaps == SF_VERDICT_HIGHER)
    return SF_STANDING_GAP_WIDENING;
  if (gaps == SF_VERDICT_LOWER)
    return SF_STANDING_GAP_CLOSING;
  if (sf_reading_get_missing (measure, now) == 0)
    return SF_STANDING_AIM_REACHED;
  return judge_trend (self, now);
}

/* (transfer full) (nullable): the period of today, or of the last reading where that is later */
static char *
dup_latest_period (SfOutcome *self, const char *today)
{
  GPtrArray *periods = sf_outcome_get_periods (self);
  const char *last = periods->len > 0 ? periods->pdata[periods->len - 1] : NULL;
  char *latest = sf_period_get_start (sf_measure_get_period (sf_outcome_get_measure (self)), today);

  if (last == NULL || (latest != NULL && strcmp (last, latest) <= 0))
    return latest;
  g_free (latest);
  return g_strdup (last);
}

guint
sf_outcome_count_window (SfOutcome *self, const char *today, guint most)
{
  GPtrArray *periods = sf_outcome_get_periods (self);
  const char *period = sf_measure_get_period (sf_outcome_get_measure (self));
  g_autofree char *latest = dup_latest_period (self, today);
  guint n = 1;

  if (periods->len == 0 || latest == NULL)
    return 0;
  for (; n < most; n++)
    {
      g_autofree char *start = sf_period_move (period, latest, 1 - (int)n);

      if (start == NULL || strcmp (start, periods->pdata[0]) <= 0)
        break;
    }
  return n;
}

GPtrArray *
sf_outcome_list_window (SfOutcome *self, const char *today, guint back, guint n)
{
  GPtrArray *window = g_ptr_array_new_with_free_func (g_free);
  const char *period = sf_measure_get_period (sf_outcome_get_measure (self));
  g_autofree char *latest = dup_latest_period (self, today);

  for (guint i = 0; latest != NULL && i < n; i++)
    {
      char *start = sf_period_move (period, latest, (int)(i + 1) - (int)(n + back));

      if (start != NULL)
        g_ptr_array_add (window, start);
    }
  return window;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-target-status.h"

#include "base/sf-date.h"

#include <math.h>
#include <string.h>

/* The way from the baseline to the goal, and how much of it is expected by a day. */

gboolean
sf_target_has_way (SfTarget *target)
{
  double baseline = sf_target_get_baseline (target);
  double goal = sf_target_get_goal (target);

  return isfinite (baseline) && isfinite (goal) && fabs (goal - baseline) > 0.0;
}

gboolean
sf_target_is_measured (SfTarget *target)
{
  return sf_target_has_way (target)
         || (isfinite (sf_target_get_goal (target)) && sf_target_get_direction (target) != NULL);
}

const char *
sf_target_get_first_day (SfModel *model, SfTarget *target)
{
  SfEvaluation *evaluation;

  g_return_val_if_fail (SF_IS_TARGET (target), NULL);

  if (sf_target_get_starts_on (target) != NULL)
    return sf_target_get_starts_on (target);
  evaluation = sf_model_find (model, sf_target_get_evaluation (target));
  return evaluation != NULL ? sf_evaluation_get_starts_on (evaluation) : NULL;
}

double
sf_target_get_way (SfTarget *target, double value)
{
  double baseline = sf_target_get_baseline (target);

  return (value - baseline) / (sf_target_get_goal (target) - baseline);
}

/* The last day up to @on that is a whole number of years after @first; (transfer full). */
static char *
find_last_step (const char *first, const char *on)
{
  char *last = g_strdup (first);

  for (int years = 1;; years++)
    {
      char *next = sf_date_add_months (first, 12 * years);

      if (next == NULL || strcmp (next, on) > 0)
        {
          g_free (next);
          return last;
        }
      g_free (last);
      last = next;
    }
}

double
sf_target_get_expected_way (SfModel *model, SfTarget *target, const char *on)
{
  const char *first = sf_target_get_first_day (model, target);
  const char *due = sf_target_get_due_on (target);
  g_autofree char *step = NULL;
  int whole;

  if (!sf_target_has_way (target) || first == NULL || due == NULL)
    return -1.0;
  if (strcmp (on, due) >= 0)
    return 1.0;
  if (strcmp (on, first) <= 0)
    return 0.0;
  whole = sf_date_days_between (first, due);
  if (g_strcmp0 (sf_target_get_pace (target), "yearly") == 0)
    {
      step = find_last_step (first, on);
      on = step;
    }
  return CLAMP ((double)sf_date_days_between (first, on) / whole, 0.0, 1.0);
}

double
sf_target_get_expected (SfModel *model, SfTarget *target, const char *on)
{
  double way = sf_target_get_expected_way (model, target, on);
  double baseline = sf_target_get_baseline (target);

  if (way < 0.0)
    return sf_target_is_measured (target) && !sf_target_has_way (target)
               ? sf_target_get_goal (target)
               : (double)NAN;
  return baseline + way * (sf_target_get_goal (target) - baseline);
}

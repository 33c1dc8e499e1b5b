/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-target-status.h"

#include "base/sf-date.h"

#include <math.h>
#include <string.h>

/* How far behind the line a target may be, as a part of the whole distance. */
#define ON_TRACK_TOLERANCE 0.10
#define AT_RISK_TOLERANCE 0.25

/* In the order of SfTargetStatus. */
static const struct
{
  const char *id;
  const char *label;
  SfStatusMark mark;
} statuses[SF_N_TARGET_STATUSES] = {
  { "no-reading", N_ ("No reading yet"), SF_STATUS_MARK_RING },
  { "on-track", N_ ("On track"), SF_STATUS_MARK_DISC },
  { "at-risk", N_ ("At risk"), SF_STATUS_MARK_HALF },
  { "off-track", N_ ("Off track"), SF_STATUS_MARK_CROSS },
  { "met", N_ ("Met"), SF_STATUS_MARK_CHECK },
  { "not-met", N_ ("Not met"), SF_STATUS_MARK_CROSS },
  { "dropped", N_ ("Dropped"), SF_STATUS_MARK_DASH },
};

const char *
sf_target_status_get_id (SfTargetStatus status)
{
  g_return_val_if_fail ((guint)status < SF_N_TARGET_STATUSES, "");

  return statuses[status].id;
}

const char *
sf_target_status_get_label (SfTargetStatus status)
{
  g_return_val_if_fail ((guint)status < SF_N_TARGET_STATUSES, "");

  return _ (statuses[status].label);
}

SfStatusMark
sf_target_status_get_mark (SfTargetStatus status)
{
  g_return_val_if_fail ((guint)status < SF_N_TARGET_STATUSES, SF_STATUS_MARK_RING);

  return statuses[status].mark;
}

/* What a person wrote into an outcome or a review; no reading for %NULL. */
static SfTargetStatus
find_status (const char *id)
{
  for (guint i = 0; id != NULL && i < SF_N_TARGET_STATUSES; i++)
    if (strcmp (statuses[i].id, id) == 0)
      return (SfTargetStatus)i;
  return SF_TARGET_NO_READING;
}

gboolean
sf_target_is_measured (SfTarget *target)
{
  double baseline = sf_target_get_baseline (target);
  double goal = sf_target_get_goal (target);

  return isfinite (baseline) && isfinite (goal) && fabs (goal - baseline) > 0.0;
}

static const char *
get_first_day (SfModel *model, SfTarget *target)
{
  SfEvaluation *evaluation;

  if (sf_target_get_starts_on (target) != NULL)
    return sf_target_get_starts_on (target);
  evaluation = sf_model_find (model, sf_target_get_evaluation (target));
  return evaluation != NULL ? sf_evaluation_get_starts_on (evaluation) : NULL;
}

static gboolean
has_value (SfReview *review)
{
  return isfinite (sf_review_get_value (review));
}

static gboolean
has_status (SfReview *review)
{
  return sf_review_get_status (review) != NULL;
}

static gboolean
is_any (SfReview *review)
{
  return TRUE;
}

/* The latest review from @first to @last (either may be %NULL) of which @is_wanted holds. */
static SfReview *
find_latest (SfModel *model,
             SfTarget *target,
             const char *first,
             const char *last,
             gboolean (*is_wanted) (SfReview *))
{
  g_autoptr (GPtrArray) reviews = sf_model_list_reviews (model, target);

  for (guint i = reviews->len; i > 0; i--)
    {
      SfReview *review = reviews->pdata[i - 1];
      const char *on = sf_review_get_reviewed_on (review);

      if ((first == NULL || strcmp (on, first) >= 0) && (last == NULL || strcmp (on, last) <= 0)
          && is_wanted (review))
        return review;
    }
  return NULL;
}

SfReview *
sf_target_get_latest_reading (SfModel *model, SfTarget *target, const char *today)
{
  g_return_val_if_fail (SF_IS_MODEL (model), NULL);
  g_return_val_if_fail (SF_IS_TARGET (target), NULL);

  return find_latest (model, target, get_first_day (model, target), today, has_value);
}

SfReview *
sf_target_get_latest_review (SfModel *model, SfTarget *target, const char *today)
{
  g_return_val_if_fail (SF_IS_MODEL (model), NULL);
  g_return_val_if_fail (SF_IS_TARGET (target), NULL);

  return find_latest (model, target, NULL, today, is_any);
}

/* How much of the way a value has come: 0 at the baseline, 1 at the goal, not clamped. */
static double
get_way (SfTarget *target, double value)
{
  double baseline = sf_target_get_baseline (target);

  return (value - baseline) / (sf_target_get_goal (target) - baseline);
}

/* Where the line stands on a day: 0 on the first day and before, 1 on the due date and after. */
static double
get_line (const char *first, const char *due, const char *on)
{
  int whole = sf_date_days_between (first, due);
  int gone = sf_date_days_between (first, on);

  if (whole <= 0)
    return strcmp (on, due) >= 0 ? 1.0 : 0.0;
  return CLAMP ((double)gone / whole, 0.0, 1.0);
}

static SfTargetStatus
judge_reading (SfModel *model, SfTarget *target, SfReview *reading, const char *today)
{
  const char *due = sf_target_get_due_on (target);
  const char *first = get_first_day (model, target);
  double way = get_way (target, sf_review_get_value (reading));
  double behind;

  /* A hair's breadth: what was typed as 30 and computed as 29.999999 is the goal. */
  if (way >= 1.0 - 1e-9)
    return SF_TARGET_MET;
  if (due == NULL || first == NULL)
    {
      if (has_status (reading))
        return find_status (sf_review_get_status (reading));
      return way > 0.0 ? SF_TARGET_ON_TRACK : SF_TARGET_AT_RISK;
    }
  if (strcmp (due, today) < 0)
    return SF_TARGET_NOT_MET;
  behind = get_line (first, due, sf_review_get_reviewed_on (reading)) - way;
  if (behind <= ON_TRACK_TOLERANCE + 1e-9)
    return SF_TARGET_ON_TRACK;
  return behind <= AT_RISK_TOLERANCE + 1e-9 ? SF_TARGET_AT_RISK : SF_TARGET_OFF_TRACK;
}

SfTargetStatus
sf_target_get_status (SfModel *model, SfTarget *target, const char *today)
{
  const char *due;
  SfReview *review = NULL;
  SfTargetStatus status;

  g_return_val_if_fail (SF_IS_MODEL (model), SF_TARGET_NO_READING);
  g_return_val_if_fail (SF_IS_TARGET (target), SF_TARGET_NO_READING);
  g_return_val_if_fail (today != NULL, SF_TARGET_NO_READING);

  if (sf_target_get_outcome (target) != NULL)
    return find_status (sf_target_get_outcome (target));
  if (sf_target_is_measured (target))
    review = sf_target_get_latest_reading (model, target, today);
  if (review != NULL)
    return judge_reading (model, target, review, today);
  review = find_latest (model, target, get_first_day (model, target), today, has_status);
  if (review == NULL)
    return SF_TARGET_NO_READING;
  status = find_status (sf_review_get_status (review));
  due = sf_target_get_due_on (target);
  if (status != SF_TARGET_MET && due != NULL && strcmp (due, today) < 0)
    return SF_TARGET_NOT_MET;
  return status;
}

double
sf_target_get_fraction (SfModel *model, SfTarget *target, const char *today)
{
  SfReview *reading;

  if (!sf_target_is_measured (target))
    return -1.0;
  reading = sf_target_get_latest_reading (model, target, today);
  if (reading == NULL)
    return -1.0;
  return CLAMP (get_way (target, sf_review_get_value (reading)), 0.0, 1.0);
}

gboolean
sf_target_is_open (SfModel *model, SfTarget *target, const char *today)
{
  g_return_val_if_fail (SF_IS_TARGET (target), FALSE);

  return sf_target_get_retired_at (target) == SF_NULL_INT && sf_target_get_outcome (target) == NULL
         && sf_target_get_status (model, target, today) != SF_TARGET_MET;
}

gboolean
sf_target_is_late (SfModel *model, SfTarget *target, const char *today)
{
  const char *due = sf_target_get_due_on (target);

  return due != NULL && strcmp (due, today) < 0 && sf_target_is_open (model, target, today);
}

int
sf_target_get_days_late (SfModel *model, SfTarget *target, const char *today)
{
  return sf_target_is_late (model, target, today)
             ? sf_date_days_between (sf_target_get_due_on (target), today)
             : 0;
}

char *
sf_target_get_review_due (SfModel *model, SfTarget *target, const char *today)
{
  SfReview *review;
  const char *last;

  if (!sf_target_is_open (model, target, today))
    return NULL;
  review = sf_target_get_latest_review (model, target, today);
  last = review != NULL ? sf_review_get_reviewed_on (review) : get_first_day (model, target);
  return last != NULL ? sf_date_add_days (last, SF_TARGET_REVIEW_DAYS) : NULL;
}

char *
sf_target_get_next_due (SfModel *model, SfTarget *target, const char *today)
{
  g_autofree char *review = sf_target_get_review_due (model, target, today);
  const char *due = sf_target_get_due_on (target);

  if (due == NULL || !sf_target_is_open (model, target, today))
    return g_steal_pointer (&review);
  if (review == NULL || strcmp (due, review) <= 0)
    return g_strdup (due);
  return g_steal_pointer (&review);
}

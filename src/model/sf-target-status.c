/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-target-status.h"

#include "base/sf-date.h"
#include "model/sf-rules-private.h"

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
  { "not-read", N_ ("No reading at the end"), SF_STATUS_MARK_RING },
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

  return find_latest (model, target, sf_target_get_first_day (model, target), today, has_value);
}

SfReview *
sf_target_get_latest_review (SfModel *model, SfTarget *target, const char *today)
{
  g_return_val_if_fail (SF_IS_MODEL (model), NULL);
  g_return_val_if_fail (SF_IS_TARGET (target), NULL);

  return find_latest (model, target, NULL, today, is_any);
}

/* What is said once the due date is past of a target that had not reached its goal on @on. */
static SfTargetStatus
judge_end (SfTarget *target, const char *on)
{
  gboolean yearly = g_strcmp0 (sf_target_get_pace (target), "yearly") == 0;
  int before = sf_date_days_between (on, sf_target_get_due_on (target));

  return before <= (yearly ? SF_TARGET_YEAR_DAYS : SF_TARGET_REVIEW_DAYS) ? SF_TARGET_NOT_MET
                                                                          : SF_TARGET_NOT_READ;
}

/* By how much a value misses the goal of what is held; not positive where it does not. */
static double
get_short_by (SfTarget *target, double value)
{
  double short_by = sf_target_get_goal (target) - value;

  return g_strcmp0 (sf_target_get_direction (target), "down") == 0 ? -short_by : short_by;
}

/* What is held at a value, or has no known beginning: see sf_target_get_status(). */
static SfTargetStatus
judge_held (SfTarget *target, SfReview *reading, const char *today)
{
  const char *due = sf_target_get_due_on (target);
  double goal = sf_target_get_goal (target);
  double short_by = get_short_by (target, sf_review_get_value (reading));
  gboolean over = due != NULL && strcmp (due, today) < 0;

  if (short_by <= 1e-9)
    return over || !isfinite (sf_target_get_baseline (target)) ? SF_TARGET_MET : SF_TARGET_ON_TRACK;
  if (over)
    return judge_end (target, sf_review_get_reviewed_on (reading));
  return short_by <= ON_TRACK_TOLERANCE * fabs (goal) + 1e-9 ? SF_TARGET_AT_RISK
                                                             : SF_TARGET_OFF_TRACK;
}

static SfTargetStatus
judge_reading (SfModel *model, SfTarget *target, SfReview *reading, const char *today)
{
  const char *due = sf_target_get_due_on (target);
  double way = sf_target_get_way (target, sf_review_get_value (reading));
  double expected, behind;

  if (!sf_target_has_way (target))
    return judge_held (target, reading, today);
  /* A hair's breadth: what was typed as 30 and computed as 29.999999 is the goal. */
  if (way >= 1.0 - 1e-9)
    return SF_TARGET_MET;
  expected = sf_target_get_expected_way (model, target, sf_review_get_reviewed_on (reading));
  if (expected < 0.0)
    {
      if (has_status (reading))
        return find_status (sf_review_get_status (reading));
      return way > 0.0 ? SF_TARGET_ON_TRACK : SF_TARGET_AT_RISK;
    }
  if (strcmp (due, today) < 0)
    return judge_end (target, sf_review_get_reviewed_on (reading));
  behind = expected - way;
  if (behind <= ON_TRACK_TOLERANCE + 1e-9)
    return SF_TARGET_ON_TRACK;
  return behind <= AT_RISK_TOLERANCE + 1e-9 ? SF_TARGET_AT_RISK : SF_TARGET_OFF_TRACK;
}

static gboolean
is_reached (SfMilestone *milestone, const char *today)
{
  const char *on = sf_milestone_get_reached_on (milestone);

  return on != NULL && strcmp (on, today) <= 0;
}

static SfTargetStatus
judge_milestones (SfModel *model, SfTarget *target, GPtrArray *milestones, const char *today)
{
  const char *first = sf_target_get_first_day (model, target);
  const char *due = sf_target_get_due_on (target);
  guint n_reached = 0, n_late = 0;
  int longest = 0;

  for (guint i = 0; i < milestones->len; i++)
    {
      const char *by = sf_milestone_get_due_on (milestones->pdata[i]);

      if (is_reached (milestones->pdata[i], today))
        n_reached++;
      else if (by != NULL && strcmp (by, today) < 0)
        {
          n_late++;
          longest = MAX (longest, sf_date_days_between (by, today));
        }
    }
  if (n_reached == milestones->len)
    return SF_TARGET_MET;
  if (n_reached == 0 && find_latest (model, target, first, today, is_any) == NULL)
    return SF_TARGET_NO_READING;
  if (due != NULL && strcmp (due, today) < 0)
    return SF_TARGET_NOT_MET;
  if (n_late == 0)
    return SF_TARGET_ON_TRACK;
  return n_late == 1 && longest <= SF_MILESTONE_LATE_DAYS ? SF_TARGET_AT_RISK : SF_TARGET_OFF_TRACK;
}

/* The latest review since the start that gives a status. */
static SfReview *
find_given (SfModel *model, SfTarget *target, const char *today)
{
  return find_latest (model, target, sf_target_get_first_day (model, target), today, has_status);
}

SfTargetStatus
sf_target_get_given_status (SfModel *model, SfTarget *target, const char *today)
{
  SfReview *review;

  g_return_val_if_fail (SF_IS_TARGET (target), SF_TARGET_NO_READING);

  review = find_given (model, target, today);
  return review != NULL ? find_status (sf_review_get_status (review)) : SF_TARGET_NO_READING;
}

SfTargetStatus
sf_target_get_status (SfModel *model, SfTarget *target, const char *today)
{
  g_autoptr (GPtrArray) milestones = NULL;
  const char *due;
  SfReview *reading = NULL;
  SfTargetStatus status;

  g_return_val_if_fail (SF_IS_MODEL (model), SF_TARGET_NO_READING);
  g_return_val_if_fail (SF_IS_TARGET (target), SF_TARGET_NO_READING);
  g_return_val_if_fail (today != NULL, SF_TARGET_NO_READING);

  if (sf_target_get_outcome (target) != NULL)
    return find_status (sf_target_get_outcome (target));
  if (sf_target_is_measured (target))
    reading = sf_target_get_latest_reading (model, target, today);
  else
    milestones = sf_model_list_milestones (model, target);
  if (reading != NULL)
    return judge_reading (model, target, reading, today);
  if (milestones != NULL && milestones->len > 0)
    return judge_milestones (model, target, milestones, today);
  status = sf_target_get_given_status (model, target, today);
  due = sf_target_get_due_on (target);
  if (status != SF_TARGET_NO_READING && status != SF_TARGET_MET && due != NULL
      && strcmp (due, today) < 0)
    return judge_end (target, sf_review_get_reviewed_on (find_given (model, target, today)));
  return status;
}

gboolean
sf_target_ended_otherwise (SfModel *model, SfTarget *target, const char *today)
{
  SfReview *reading = NULL;
  SfTargetStatus said;
  gboolean reached;

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_TARGET (target), FALSE);

  if (sf_target_get_outcome (target) == NULL)
    return FALSE;
  said = find_status (sf_target_get_outcome (target));
  if (sf_target_is_measured (target))
    reading = sf_target_get_latest_reading (model, target, today);
  if (reading == NULL || (said != SF_TARGET_MET && said != SF_TARGET_NOT_MET))
    return FALSE;
  reached = sf_target_has_way (target)
                ? sf_target_get_way (target, sf_review_get_value (reading)) >= 1.0 - 1e-9
                : get_short_by (target, sf_review_get_value (reading)) <= 1e-9;
  return reached != (said == SF_TARGET_MET);
}

double
sf_target_get_fraction (SfModel *model, SfTarget *target, const char *today)
{
  SfReview *reading;

  if (!sf_target_has_way (target))
    return -1.0;
  reading = sf_target_get_latest_reading (model, target, today);
  if (reading == NULL)
    return -1.0;
  return CLAMP (sf_target_get_way (target, sf_review_get_value (reading)), 0.0, 1.0);
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
  last = review != NULL ? sf_review_get_reviewed_on (review)
                        : sf_target_get_first_day (model, target);
  return sf_rules_review_due (target, last, today);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "random-walk.h"

#include <math.h>

/* --- targets --------------------------------------------------------------------------------- */

gboolean
random_add_target (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = walk_make_title (walk);
  g_autofree char *today = sf_clock_today ();
  SfEvaluation *evaluation = walk_pick (walk, SF_TYPE_EVALUATION);
  const char *code = walk_chance (walk, 3)   ? NULL
                     : walk_chance (walk, 8) ? "none"
                                             : walk_pick_code (walk);
  gboolean done;
  SfUuid uuid;

  if (evaluation == NULL || count_of (walk->centre.workbook, SF_TYPE_TARGET) >= 12)
    return FALSE;
  done = sf_workbook_add_target (walk->centre.workbook, evaluation, code, title, &uuid, &error);
  walk_assert_answer (done, walk_is_open (walk, evaluation) && g_strcmp0 (code, "none") != 0,
                      &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_TARGET, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_CENTRE,
                  sf_evaluation_get_centre (evaluation));
  simple_put_ref (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_EVALUATION, UUID (evaluation));
  simple_put_text (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_STATEMENT_CODE, code);
  simple_put_text (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_TITLE, title);
  simple_put_text (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_STARTS_ON, today);
  if (g_strcmp0 (sf_evaluation_get_ends_on (evaluation), today) > 0)
    simple_put_text (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_DUE_ON,
                     sf_evaluation_get_ends_on (evaluation));
  return TRUE;
}

gboolean
random_set_target_measure (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfTarget *target = walk_pick (walk, SF_TYPE_TARGET);
  const char *measure = walk_pick_text (walk), *unit = walk_pick_text (walk);
  double baseline = walk_chance (walk, 3) ? (double)NAN : g_rand_double (walk->rand);
  double goal = walk_chance (walk, 6) ? (double)INFINITY : 12.5;

  if (target == NULL)
    return FALSE;
  walk_assert_answer (sf_workbook_set_target_measure (walk->centre.workbook, target, measure, unit,
                                                      baseline, goal, &error),
                      !isinf (goal), &error);
  if (isinf (goal))
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_MEASURE, measure);
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_UNIT, unit);
  simple_put_real (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_BASELINE, baseline);
  simple_put_real (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_GOAL, goal);
  return TRUE;
}

gboolean
random_end_target (Walk *walk)
{
  static const char *const outcomes[] = { "met", "not-met", "dropped", "forgotten", NULL };
  g_autoptr (GError) error = NULL;
  SfTarget *target = walk_pick (walk, SF_TYPE_TARGET);
  const char *outcome = outcomes[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (outcomes))];
  const char *reason = walk_pick_text (walk);
  gboolean done, expected;

  if (target == NULL)
    return FALSE;
  expected = outcome != NULL && !g_str_equal (outcome, "forgotten")
             && !(g_str_equal (outcome, "dropped") && walk_is_blank (reason));
  done = sf_workbook_end_target (walk->centre.workbook, target, outcome, reason, &error);
  walk_assert_answer (done, expected, &error);
  if (!done)
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_OUTCOME, outcome);
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_OUTCOME_REASON, reason);
  return TRUE;
}

gboolean
random_reopen_target (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfTarget *target = walk_pick (walk, SF_TYPE_TARGET);

  if (target == NULL)
    return FALSE;
  walk_assert_answer (sf_workbook_reopen_target (walk->centre.workbook, target, &error), TRUE,
                      &error);
  simple_put_null (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_OUTCOME);
  simple_put_null (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_OUTCOME_REASON);
  return TRUE;
}

gboolean
random_add_review (Walk *walk)
{
  static const char *const statuses[] = { "on-track", "not-met", "fine", NULL };
  g_autoptr (GError) error = NULL;
  SfTarget *target = walk_pick (walk, SF_TYPE_TARGET);
  const char *on = walk_chance (walk, 6) ? "2026-13-01" : walk_pick_date (walk);
  double value = walk_chance (walk, 2) ? (double)NAN : 3.5;
  const char *status = statuses[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (statuses))];
  const char *comment = walk_pick_text (walk), *by = walk_pick_text (walk);
  gboolean done, expected;
  SfUuid uuid;

  if (target == NULL || count_of (walk->centre.workbook, SF_TYPE_REVIEW) >= 12)
    return FALSE;
  expected = !g_str_equal (on, "2026-13-01") && g_strcmp0 (status, "fine") != 0
             && !(isnan (value) && status == NULL && walk_is_blank (comment));
  done = sf_workbook_add_review (walk->centre.workbook, target, on, value, status, comment, by,
                                 &uuid, &error);
  walk_assert_answer (done, expected, &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_REVIEW, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_TARGET, UUID (target));
  simple_put_text (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_REVIEWED_ON, on);
  simple_put_real (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_VALUE, value);
  simple_put_text (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_STATUS, status);
  simple_put_text (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_COMMENT, comment);
  simple_put_text (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_REVIEWED_BY, by);
  return TRUE;
}

gboolean
random_remove_review (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfReview *review = walk_pick (walk, SF_TYPE_REVIEW);

  if (review == NULL)
    return FALSE;
  walk_assert_answer (sf_workbook_remove_review (walk->centre.workbook, review, &error), TRUE,
                      &error);
  simple_remove (walk->simple, SF_RECORD (review));
  return TRUE;
}

/* --- typing ---------------------------------------------------------------------------------- */

gboolean
random_type_text (Walk *walk)
{
  guint column;
  SfRecord *record = walk_pick_field (walk, SF_COLUMN_TEXT, &column);
  const char *text = walk_pick_text (walk);

  if (record == NULL || !walk_is_open (walk, record))
    return FALSE;
  text = text != NULL ? text : "";
  sf_workbook_draft_text (walk->centre.workbook, record, column, "Half a wo");
  sf_workbook_draft_text (walk->centre.workbook, record, column, text);
  if (walk_chance (walk, 2))
    sf_workbook_commit_draft (walk->centre.workbook, record, column);
  /* a name left empty stays what it was */
  if (!walk_is_blank (text) || !walk_is_required (record, column))
    walk_put_text (walk, record, column, text);
  return TRUE;
}

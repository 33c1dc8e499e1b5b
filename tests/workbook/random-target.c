/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "random-walk.h"

#include "model/sf-target-status.h"

#include <math.h>
#include <string.h>

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
  char from[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean expected;

  if (target == NULL)
    return FALSE;
  sync_workbook (walk->centre.workbook);
  g_ascii_dtostr (from, sizeof from, baseline);
  expected = !isinf (goal) && walk_figures_fit (target, baseline, goal)
             && walk_is_free (walk, target, SF_TARGET_MEASURE, measure)
             && walk_is_free (walk, target, SF_TARGET_UNIT, unit)
             && walk_is_free (walk, target, SF_TARGET_BASELINE, isnan (baseline) ? NULL : from)
             && walk_is_free (walk, target, SF_TARGET_GOAL, "12.5");
  walk_assert_answer (sf_workbook_set_target_measure (walk->centre.workbook, target, measure, unit,
                                                      baseline, goal, &error),
                      expected, &error);
  if (!expected)
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_MEASURE, measure);
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_UNIT, unit);
  simple_put_real (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_BASELINE, baseline);
  simple_put_real (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_GOAL, goal);
  return TRUE;
}

gboolean
random_tie_target (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfTarget *target;
  SfMeasure *measure;
  SfFamilyGroup *group;
  gboolean expected;

  sync_workbook (walk->centre.workbook);
  target = walk_pick (walk, SF_TYPE_TARGET);
  measure = walk_chance (walk, 3) ? NULL : walk_pick (walk, SF_TYPE_MEASURE);
  group = walk_chance (walk, 2) ? NULL : walk_pick (walk, SF_TYPE_FAMILY_GROUP);
  if (target == NULL)
    return FALSE;
  expected
      = !(measure == NULL && group != NULL)
        && (measure == NULL
            || sf_uuid_equal (sf_measure_get_centre (measure), sf_target_get_centre (target)))
        && (group == NULL
            || sf_uuid_equal (sf_family_group_get_centre (group), sf_target_get_centre (target)));
  walk_assert_answer (sf_workbook_tie_target (walk->centre.workbook, target, measure, group,
                                              &error),
                      expected, &error);
  if (!expected)
    return TRUE;
  simple_put_ref (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_OUTCOME_MEASURE,
                  measure != NULL ? UUID (measure) : NULL);
  simple_put_ref (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_FAMILY_GROUP,
                  group != NULL ? UUID (group) : NULL);
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
  g_autofree char *today = sf_clock_today ();
  const char *on = walk_chance (walk, 6)   ? "2026-13-01"
                   : walk_chance (walk, 2) ? today
                                           : walk_pick_date (walk);
  double value = walk_chance (walk, 2) ? (double)NAN : 3.5;
  const char *status = statuses[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (statuses))];
  const char *comment = walk_pick_text (walk), *by = walk_pick_text (walk);
  gboolean done, expected;
  SfUuid uuid;

  if (target == NULL || count_of (walk->centre.workbook, SF_TYPE_REVIEW) >= 12)
    return FALSE;
  sync_workbook (walk->centre.workbook);
  expected = !g_str_equal (on, "2026-13-01") && strcmp (on, today) <= 0
             && g_strcmp0 (sf_target_get_starts_on (target), on) <= 0
             && g_strcmp0 (status, "fine") != 0
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

/* The record of a change, as the workbook makes it: its identity is the workbook's own. */
static void
simple_add_change (Walk *walk, SfTarget *target, const char *before, const char *after)
{
  GListModel *all = sf_model_get_list (MODEL (walk), SF_TYPE_TARGET_CHANGE);
  g_autofree char *today = sf_clock_today ();
  GType type = SF_TYPE_TARGET_CHANGE;
  g_autoptr (SfRecord) made = NULL;

  sync_workbook (walk->centre.workbook);
  made = g_list_model_get_item (all, g_list_model_get_n_items (all) - 1);
  g_assert_nonnull (made);
  simple_add (walk->simple, type, UUID (made));
  simple_put_ref (walk->simple, type, UUID (made), SF_TARGET_CHANGE_TARGET, UUID (target));
  simple_put_text (walk->simple, type, UUID (made), SF_TARGET_CHANGE_CHANGED_ON, today);
  simple_put_text (walk->simple, type, UUID (made), SF_TARGET_CHANGE_FIELD, "goal");
  simple_put_text (walk->simple, type, UUID (made), SF_TARGET_CHANGE_OLD_VALUE, before);
  simple_put_text (walk->simple, type, UUID (made), SF_TARGET_CHANGE_NEW_VALUE, after);
  simple_put_text (walk->simple, type, UUID (made), SF_TARGET_CHANGE_REASON, "Fewer came");
  simple_put_text (walk->simple, type, UUID (made), SF_TARGET_CHANGE_OFFICE, "Head of centre");
}

gboolean
random_change_target (Walk *walk)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_field_edit_free);
  g_autofree char *number = g_strdup_printf ("%d", g_rand_int_range (walk->rand, 1, 50));
  const char *reason = walk_chance (walk, 3) ? " " : "Fewer came";
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  SfTarget *target = walk_pick (walk, SF_TYPE_TARGET);
  gboolean done, asks, fits;

  if (target == NULL || count_of (walk->centre.workbook, SF_TYPE_TARGET_CHANGE) >= 12)
    return FALSE;
  sync_workbook (walk->centre.workbook);
  fits = walk_figures_fit (target, sf_target_get_baseline (target), g_ascii_strtod (number, NULL));
  asks = !walk_is_free (walk, target, SF_TARGET_GOAL, number);
  if (isfinite (sf_target_get_goal (target)))
    before = sf_target_format_value (target, sf_target_get_goal (target));
  after = sf_target_format_value (target, g_ascii_strtod (number, NULL));
  g_ptr_array_add (edits, sf_field_edit_new (target, SF_TARGET_GOAL, number));
  done = sf_workbook_change_target (walk->centre.workbook, target, edits, reason, &error);
  walk_assert_answer (done,
                      walk_is_open (walk, target) && fits && !(asks && walk_is_blank (reason)),
                      &error);
  if (!done)
    return TRUE;
  simple_put_real (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_GOAL,
                   g_ascii_strtod (number, NULL));
  if (asks)
    simple_add_change (walk, target, before, after);
  return TRUE;
}

gboolean
random_add_milestone (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfTarget *target = walk_pick (walk, SF_TYPE_TARGET);
  const char *title = walk_pick_text (walk);
  const char *due = walk_chance (walk, 5) ? NULL : walk_pick_date (walk);
  g_autoptr (GPtrArray) others = NULL;
  gint64 position = 0;
  gboolean done;
  SfUuid uuid;

  if (target == NULL || count_of (walk->centre.workbook, SF_TYPE_MILESTONE) >= 12)
    return FALSE;
  others = sf_model_list_milestones (MODEL (walk), target);
  for (guint i = 0; i < others->len; i++)
    position = MAX (position, sf_milestone_get_position (others->pdata[i]) + 1);
  done = sf_workbook_add_milestone (walk->centre.workbook, target, title, due, &uuid, &error);
  walk_assert_answer (done, walk_is_open (walk, target) && !walk_is_blank (title), &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_MILESTONE, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_MILESTONE, &uuid, SF_MILESTONE_TARGET, UUID (target));
  simple_put_text (walk->simple, SF_TYPE_MILESTONE, &uuid, SF_MILESTONE_TITLE, title);
  simple_put_text (walk->simple, SF_TYPE_MILESTONE, &uuid, SF_MILESTONE_DUE_ON, due);
  simple_put_int (walk->simple, SF_TYPE_MILESTONE, &uuid, SF_MILESTONE_POSITION, position);
  return TRUE;
}

gboolean
random_reach_milestone (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfMilestone *milestone;
  const char *on = walk_chance (walk, 6)   ? "2026-13-01"
                   : walk_chance (walk, 3) ? NULL
                                           : walk_pick_date (walk);
  gboolean done;

  sync_workbook (walk->centre.workbook);
  milestone = walk_pick (walk, SF_TYPE_MILESTONE);
  if (milestone == NULL)
    return FALSE;
  done = sf_workbook_reach_milestone (walk->centre.workbook, milestone, on, &error);
  walk_assert_answer (done, walk_is_open (walk, milestone) && g_strcmp0 (on, "2026-13-01") != 0,
                      &error);
  if (done)
    simple_put_text (walk->simple, SF_TYPE_MILESTONE, UUID (milestone), SF_MILESTONE_REACHED_ON,
                     on);
  return TRUE;
}

gboolean
random_remove_milestone (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfMilestone *milestone;
  gboolean done;

  sync_workbook (walk->centre.workbook);
  milestone = walk_pick (walk, SF_TYPE_MILESTONE);
  if (milestone == NULL)
    return FALSE;
  done = sf_workbook_remove_milestone (walk->centre.workbook, milestone, &error);
  walk_assert_answer (done, walk_is_open (walk, milestone), &error);
  if (done)
    simple_remove (walk->simple, SF_RECORD (milestone));
  return TRUE;
}

gboolean
random_set_further_statements (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfTarget *target = walk_pick (walk, SF_TYPE_TARGET);
  const char *code = walk_chance (walk, 4) ? "none" : walk_pick_code (walk);
  g_autofree char *twice = g_strdup_printf (" %s %s", code, code);
  gboolean done, same;

  if (target == NULL)
    return FALSE;
  same = g_strcmp0 (code, sf_target_get_statement_code (target)) == 0;
  done = sf_workbook_set_further_statements (walk->centre.workbook, target, twice, &error);
  walk_assert_answer (done, walk_is_open (walk, target) && strcmp (code, "none") != 0, &error);
  if (done)
    simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_FURTHER_STATEMENTS,
                     same ? NULL : code);
  return TRUE;
}

gboolean
random_set_target_statements (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfTarget *target = walk_pick (walk, SF_TYPE_TARGET);
  const char *own = walk_chance (walk, 4) ? "none" : walk_pick_code (walk);
  const char *further = walk_pick_code (walk);
  const char *const codes[] = { own, further, own, NULL };
  gboolean done;

  if (target == NULL)
    return FALSE;
  done = sf_workbook_set_target_statements (walk->centre.workbook, target, codes, &error);
  walk_assert_answer (done, walk_is_open (walk, target) && strcmp (own, "none") != 0, &error);
  if (!done)
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_STATEMENT_CODE, own);
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_FURTHER_STATEMENTS,
                   strcmp (own, further) == 0 ? NULL : further);
  return TRUE;
}

/* --- typing ---------------------------------------------------------------------------------- */

gboolean
random_type_text (Walk *walk)
{
  guint column;
  SfRecord *record = walk_pick_field (walk, SF_COLUMN_TEXT, &column);
  const char *text = walk_pick_text (walk);

  if (record == NULL || !walk_is_open (walk, record)
      || !walk_is_free (walk, record, column, "Half a wo"))
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

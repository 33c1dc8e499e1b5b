/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "random-walk.h"

#include "model/sf-plan-draft.h"

/* --- the development plan ----------------------------------------------------------------------
 */

/* The greatest of a column among what refers to @parent, and one more. */
static gint64
next_position (Walk *walk, GType type, guint ref, gpointer parent, guint column)
{
  g_autoptr (GPtrArray) list = sf_model_list_referring (MODEL (walk), type, ref, parent);
  gint64 last = -1;

  for (guint i = 0; i < list->len; i++)
    last = MAX (last, sf_record_get_int (list->pdata[i], column));
  return last + 1;
}

gboolean
random_add_priority (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvaluation *evaluation = walk_pick (walk, SF_TYPE_EVALUATION);
  g_autofree char *title = walk_chance (walk, 4) ? g_strdup (" ") : walk_make_title (walk);
  gboolean done;
  gint64 place;
  SfUuid uuid;

  if (evaluation == NULL || count_of (walk->centre.workbook, SF_TYPE_PRIORITY) >= 6)
    return FALSE;
  place = next_position (walk, SF_TYPE_PRIORITY, SF_PRIORITY_EVALUATION, evaluation,
                         SF_PRIORITY_POSITION);
  done = sf_workbook_add_priority (walk->centre.workbook, evaluation, title, &uuid, &error);
  walk_assert_answer (done, walk_is_open (walk, evaluation) && !walk_is_blank (title), &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_PRIORITY, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_PRIORITY, &uuid, SF_PRIORITY_EVALUATION, UUID (evaluation));
  simple_put_text (walk->simple, SF_TYPE_PRIORITY, &uuid, SF_PRIORITY_TITLE, title);
  simple_put_int (walk->simple, SF_TYPE_PRIORITY, &uuid, SF_PRIORITY_POSITION, place);
  return TRUE;
}

static void
expect_action (
    Walk *walk, const SfUuid *uuid, SfPriority *priority, const char *title, gint64 place)
{
  simple_add (walk->simple, SF_TYPE_ACTION, uuid);
  simple_put_ref (walk->simple, SF_TYPE_ACTION, uuid, SF_ACTION_PRIORITY, UUID (priority));
  simple_put_text (walk->simple, SF_TYPE_ACTION, uuid, SF_ACTION_TITLE, title);
  simple_put_int (walk->simple, SF_TYPE_ACTION, uuid, SF_ACTION_POSITION, place);
}

gboolean
random_add_action (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfPriority *priority = walk_pick (walk, SF_TYPE_PRIORITY);
  g_autofree char *title = walk_chance (walk, 4) ? g_strdup ("\n") : walk_make_title (walk);
  gboolean done;
  gint64 place;
  SfUuid uuid;

  if (priority == NULL || count_of (walk->centre.workbook, SF_TYPE_ACTION) >= 14)
    return FALSE;
  place = next_position (walk, SF_TYPE_ACTION, SF_ACTION_PRIORITY, priority, SF_ACTION_POSITION);
  done = sf_workbook_add_action (walk->centre.workbook, priority, title, &uuid, &error);
  walk_assert_answer (done, !walk_is_blank (title), &error);
  if (done)
    expect_action (walk, &uuid, priority, title, place);
  return TRUE;
}

/* --- order --- */

static void
expect_order (Walk *walk, GPtrArray *list, gpointer record, guint place, guint column)
{
  g_ptr_array_remove (list, record);
  g_ptr_array_insert (list, (int)MIN (place, list->len), record);
  for (guint i = 0; i < list->len; i++)
    simple_put_int (walk->simple, G_OBJECT_TYPE (record), UUID (list->pdata[i]), column, i);
}

gboolean
random_move_priority (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  SfPriority *priority = walk_pick (walk, SF_TYPE_PRIORITY);
  guint place = (guint)g_rand_int_range (walk->rand, 0, 5);
  gboolean done;

  if (priority == NULL)
    return FALSE;
  list = sf_plan_list_priorities (MODEL (walk),
                                  sf_model_find (MODEL (walk),
                                                 sf_priority_get_evaluation (priority)));
  done = sf_workbook_move_priority (walk->centre.workbook, priority, place, &error);
  walk_assert_answer (done, sf_priority_get_retired_at (priority) == SF_NULL_INT, &error);
  if (done)
    expect_order (walk, list, priority, place, SF_PRIORITY_POSITION);
  return TRUE;
}

gboolean
random_move_action (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  SfAction *action = walk_pick (walk, SF_TYPE_ACTION);
  SfPriority *priority = walk_pick (walk, SF_TYPE_PRIORITY), *from;
  guint place = (guint)g_rand_int_range (walk->rand, 0, 9);
  gboolean done, expected;

  if (action == NULL)
    return FALSE;
  from = sf_plan_get_priority (MODEL (walk), action);
  list = sf_plan_list_actions (MODEL (walk), priority);
  expected
      = sf_action_get_retired_at (action) == SF_NULL_INT
        && sf_priority_get_retired_at (priority) == SF_NULL_INT
        && sf_uuid_equal (sf_priority_get_evaluation (from), sf_priority_get_evaluation (priority));
  done = sf_workbook_move_action (walk->centre.workbook, action, priority, place, &error);
  walk_assert_answer (done, expected, &error);
  if (!done)
    return TRUE;
  simple_put_ref (walk->simple, SF_TYPE_ACTION, UUID (action), SF_ACTION_PRIORITY, UUID (priority));
  expect_order (walk, list, action, place, SF_ACTION_POSITION);
  return TRUE;
}

/* --- drafting --- */

/* One or two lines of a judgement; the text of the second is that of the first in some cases taken
 * before. */
gboolean
random_draft_actions (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  SfPriority *priority = walk_pick (walk, SF_TYPE_PRIORITY);
  SfEvaluation *evaluation = walk_pick (walk, SF_TYPE_EVALUATION);
  SfPlanDraft draft = { .evaluation = evaluation, .priority = priority };
  gboolean done, expected = TRUE;
  gint64 place;
  SfUuid uuid;

  if (priority == NULL || count_of (walk->centre.workbook, SF_TYPE_ACTION) >= 14)
    return FALSE;
  lines = sf_plan_list_draft_lines (MODEL (walk), evaluation);
  if (lines->len > 1)
    g_ptr_array_set_size (lines, 1);
  place = next_position (walk, SF_TYPE_ACTION, SF_ACTION_PRIORITY, priority, SF_ACTION_POSITION);
  if (lines->len > 0)
    expected = ((SfDraftLine *)lines->pdata[0])->taken == NULL
               && sf_uuid_equal (sf_priority_get_evaluation (priority), UUID (evaluation));
  draft.lines = lines;
  draft.lead = walk_chance (walk, 2) ? "Priya" : " ";
  done = sf_workbook_draft_actions (walk->centre.workbook, &draft, &uuid, &error);
  walk_assert_answer (done, expected && lines->len > 0, &error);
  if (done)
    {
      SfDraftLine *line = lines->pdata[0];

      expect_action (walk, &uuid, priority, line->text, place);
      simple_put_ref (walk->simple, SF_TYPE_ACTION, &uuid, SF_ACTION_JUDGEMENT,
                      UUID (line->judgement));
      simple_put_text (walk->simple, SF_TYPE_ACTION, &uuid, SF_ACTION_IMPROVEMENT, line->text);
      simple_put_text (walk->simple, SF_TYPE_ACTION, &uuid, SF_ACTION_STATEMENT_CODES,
                       sf_judgement_get_statement_code (line->judgement));
      if (*draft.lead != ' ')
        simple_put_text (walk->simple, SF_TYPE_ACTION, &uuid, SF_ACTION_LEAD, draft.lead);
    }
  return TRUE;
}

/* --- one action --- */

gboolean
random_set_money (Walk *walk)
{
  static const struct
  {
    const char *typed;
    gint64 pence; /* -1: refused */
  } amounts[] = { { "£1,250.50", 125050 }, { " ", SF_NULL_INT }, { NULL, SF_NULL_INT }, { "0", 0 },
                  { "12,50", -1 },         { "-3", -1 } };
  guint n = (guint)g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (amounts));
  guint column = walk_chance (walk, 2) ? SF_ACTION_COST : SF_ACTION_SPENT;
  SfAction *action = walk_pick (walk, SF_TYPE_ACTION);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (action == NULL)
    return FALSE;
  done = sf_workbook_set_money (walk->centre.workbook, action, column, amounts[n].typed, &error);
  walk_assert_answer (done, amounts[n].pence != -1, &error);
  if (done)
    simple_put_int (walk->simple, SF_TYPE_ACTION, UUID (action), column, amounts[n].pence);
  return TRUE;
}

gboolean
random_set_action_statements (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfAction *action = walk_pick (walk, SF_TYPE_ACTION);
  const char *first = walk_pick_code (walk);
  gboolean twice = walk_chance (walk, 4);
  const char *second = walk_chance (walk, 4) ? "none" : twice ? first : walk_pick_code (walk);
  const char *const codes[] = { first, second, NULL };
  g_autofree char *joined = NULL;
  gboolean done;

  if (action == NULL)
    return FALSE;
  if (g_str_equal (first, second))
    twice = TRUE;
  joined = twice && g_str_equal (first, second) ? g_strdup (first)
                                                : g_strdup_printf ("%s %s", first, second);
  done = sf_workbook_set_action_statements (walk->centre.workbook, action, codes, &error);
  walk_assert_answer (done, !g_str_equal (second, "none"), &error);
  if (done)
    simple_put_text (walk->simple, SF_TYPE_ACTION, UUID (action), SF_ACTION_STATEMENT_CODES,
                     joined);
  return TRUE;
}

gboolean
random_link_action_target (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfAction *action = walk_pick (walk, SF_TYPE_ACTION);
  SfTarget *target = walk_pick (walk, SF_TYPE_TARGET);
  GListModel *all = sf_model_get_list (MODEL (walk), SF_TYPE_ACTION_TARGET);
  gboolean done, there = FALSE;
  SfUuid uuid;

  if (action == NULL || target == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SfRecord) link = g_list_model_get_item (all, i);
      there = there
              || (sf_record_refers_to (link, SF_ACTION_TARGET_ACTION, action)
                  && sf_record_refers_to (link, SF_ACTION_TARGET_TARGET, target));
    }
  done = sf_workbook_link_action_target (walk->centre.workbook, action, target, &uuid, &error);
  walk_assert_answer (done, !there, &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_ACTION_TARGET, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_ACTION_TARGET, &uuid, SF_ACTION_TARGET_ACTION,
                  UUID (action));
  simple_put_ref (walk->simple, SF_TYPE_ACTION_TARGET, &uuid, SF_ACTION_TARGET_TARGET,
                  UUID (target));
  return TRUE;
}

gboolean
random_unlink_action_target (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfActionTarget *link = walk_pick (walk, SF_TYPE_ACTION_TARGET);

  if (link == NULL)
    return FALSE;
  walk_assert_answer (sf_workbook_unlink_action_target (walk->centre.workbook, link, &error), TRUE,
                      &error);
  simple_remove (walk->simple, SF_RECORD (link));
  return TRUE;
}

gboolean
random_review_action (Walk *walk)
{
  static const char *const statuses[] = { "on-track", "not-met", "fine", NULL };
  g_autoptr (GError) error = NULL;
  SfAction *action = walk_pick (walk, SF_TYPE_ACTION);
  const char *on = walk_chance (walk, 6) ? "2026-13-01" : walk_pick_date (walk);
  const char *status = statuses[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (statuses))];
  const char *comment = walk_pick_text (walk), *by = walk_pick_text (walk);
  g_autofree char *today = NULL;
  gboolean done, expected;
  SfUuid uuid;

  if (action == NULL || count_of (walk->centre.workbook, SF_TYPE_ACTION_REVIEW) >= 12)
    return FALSE;
  today = sf_clock_today ();
  expected = !g_str_equal (on, "2026-13-01") && strcmp (on, today) <= 0
             && g_strcmp0 (status, "fine") != 0 && !(status == NULL && walk_is_blank (comment));
  done = sf_workbook_review_action (walk->centre.workbook, action, on, status, comment, by, &uuid,
                                    &error);
  walk_assert_answer (done, expected, &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_ACTION_REVIEW, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_ACTION_REVIEW, &uuid, SF_ACTION_REVIEW_ACTION,
                  UUID (action));
  simple_put_text (walk->simple, SF_TYPE_ACTION_REVIEW, &uuid, SF_ACTION_REVIEW_REVIEWED_ON, on);
  simple_put_text (walk->simple, SF_TYPE_ACTION_REVIEW, &uuid, SF_ACTION_REVIEW_STATUS, status);
  simple_put_text (walk->simple, SF_TYPE_ACTION_REVIEW, &uuid, SF_ACTION_REVIEW_COMMENT, comment);
  simple_put_text (walk->simple, SF_TYPE_ACTION_REVIEW, &uuid, SF_ACTION_REVIEW_REVIEWED_BY, by);
  return TRUE;
}

gboolean
random_remove_action_review (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfActionReview *review = walk_pick (walk, SF_TYPE_ACTION_REVIEW);

  if (review == NULL)
    return FALSE;
  walk_assert_answer (sf_workbook_remove_action_review (walk->centre.workbook, review, &error),
                      TRUE, &error);
  simple_remove (walk->simple, SF_RECORD (review));
  return TRUE;
}

/* --- its end --- */

gboolean
random_finish_action (Walk *walk)
{
  static const char *const days[] = { "2026-01-05", "2026-02-30", "2099-01-01" };
  g_autoptr (GError) error = NULL;
  SfAction *action = walk_pick (walk, SF_TYPE_ACTION);
  const char *on = days[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (days))];
  gboolean done;

  if (action == NULL)
    return FALSE;
  done = sf_workbook_finish_action (walk->centre.workbook, action, on, &error);
  walk_assert_answer (done, on == days[0], &error);
  if (!done)
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_ACTION, UUID (action), SF_ACTION_DONE_ON, on);
  simple_put_null (walk->simple, SF_TYPE_ACTION, UUID (action), SF_ACTION_DROPPED_REASON);
  return TRUE;
}

gboolean
random_drop_action (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfAction *action = walk_pick (walk, SF_TYPE_ACTION);
  const char *reason = walk_pick_text (walk);
  gboolean done;

  if (action == NULL)
    return FALSE;
  done = sf_workbook_drop_action (walk->centre.workbook, action, reason, &error);
  walk_assert_answer (done, !walk_is_blank (reason), &error);
  if (!done)
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_ACTION, UUID (action), SF_ACTION_DROPPED_REASON, reason);
  simple_put_null (walk->simple, SF_TYPE_ACTION, UUID (action), SF_ACTION_DONE_ON);
  return TRUE;
}

gboolean
random_reopen_action (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfAction *action = walk_pick (walk, SF_TYPE_ACTION);

  if (action == NULL)
    return FALSE;
  walk_assert_answer (sf_workbook_reopen_action (walk->centre.workbook, action, &error), TRUE,
                      &error);
  simple_put_null (walk->simple, SF_TYPE_ACTION, UUID (action), SF_ACTION_DONE_ON);
  simple_put_null (walk->simple, SF_TYPE_ACTION, UUID (action), SF_ACTION_DROPPED_REASON);
  return TRUE;
}

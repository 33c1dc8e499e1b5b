/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "model/sf-plan-timeline.h"

/* The months that a timeline of the plan shows, where its bars lie, and what it says. Today is in
 * the middle of May 2026; the evaluation is that of the fixture. */

typedef struct
{
  Fixture f;
  SfPriority *priority;
  GPtrArray *actions; /* borrowed from the model */
} Plan;

static void
set_up_plan (Plan *plan, gconstpointer data)
{
  set_up (&plan->f, data);
  change (plan->f.model, plan->f.evaluation, "starts_on", "2026-04-01");
  change (plan->f.model, plan->f.evaluation, "ends_on", "2027-03-31");
  plan->priority = make (plan->f.model, SF_TYPE_PRIORITY, "evaluation", plan->f.evaluation, "title",
                         "First", "position", 0, NULL);
  plan->actions = g_ptr_array_new ();
}

static void
tear_down_plan (Plan *plan, gconstpointer data)
{
  g_ptr_array_unref (plan->actions);
  tear_down (&plan->f, data);
}

static SfAction *
act (Plan *plan, const char *title, const char *starts, const char *due)
{
  SfAction *action
      = make (plan->f.model, SF_TYPE_ACTION, "priority", plan->priority, "title", title, "position",
              (int)plan->actions->len, "starts_on", starts, "due_on", due, NULL);

  g_ptr_array_add (plan->actions, action);
  return action;
}

static void
assert_months (Plan *plan, const char *first, const char *last, int days)
{
  g_autoptr (SfTimeline) timeline = sf_timeline_new (plan->f.evaluation, plan->actions);

  g_assert_cmpstr (timeline->first, ==, first);
  g_assert_cmpstr (timeline->last, ==, last);
  g_assert_cmpint (timeline->days, ==, days);
}

static void
test_months (Plan *plan, gconstpointer data)
{
  assert_months (plan, "2026-04-01", "2027-03-31", 365);
  /* without a due date there is no bar, and its start makes no room */
  act (plan, "No date", "2025-12-01", NULL);
  assert_months (plan, "2026-04-01", "2027-03-31", 365);
  act (plan, "Begun before", "2026-02-14", "2026-06-30");
  assert_months (plan, "2026-02-01", "2027-03-31", 424);
  act (plan, "Goes on", NULL, "2028-02-10");
  assert_months (plan, "2026-02-01", "2028-02-29", 759);
  /* years that were mistyped make no bar too short to be seen */
  act (plan, "Mistyped", "1926-05-01", "2126-05-01");
  assert_months (plan, "2025-04-01", "2028-03-31", 1096);
}

static void
assert_near (double found, double wanted)
{
  g_assert_cmpfloat_with_epsilon (found, wanted, 1e-9);
}

static void
test_bars (Plan *plan, gconstpointer data)
{
  SfAction *whole = act (plan, "The year", "2026-04-01", "2027-03-31");
  SfAction *point = act (plan, "A day", NULL, "2026-04-10");
  SfAction *turned = act (plan, "Turned round", "2026-05-01", "2026-04-10");
  SfAction *far = act (plan, "Far out", "2020-01-01", "2040-01-01");
  SfAction *none = act (plan, "No date", "2026-05-01", NULL);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (SfTimeline) timeline = sf_timeline_new (plan->f.evaluation, shown);
  double start = -1, end = -1;

  g_assert_true (sf_timeline_place (timeline, whole, &start, &end));
  assert_near (start, 0);
  assert_near (end, 1);
  /* to the end of the tenth day; without a start it is as short as can be */
  g_assert_true (sf_timeline_place (timeline, point, &start, &end));
  assert_near (end, 10 / 365.0);
  assert_near (start, end);
  g_assert_true (sf_timeline_place (timeline, turned, &start, &end));
  assert_near (start, end);
  g_assert_true (sf_timeline_place (timeline, far, &start, &end));
  assert_near (start, 0);
  assert_near (end, 1);
  g_assert_false (sf_timeline_place (timeline, none, &start, &end));
  assert_near (sf_timeline_get_share (timeline, "2026-04-11"), 10 / 365.0);
}

static void
assert_said (char *found, const char *wanted)
{
  g_assert_cmpstr (found, ==, wanted);
  g_free (found);
}

static void
test_words (Plan *plan, gconstpointer data)
{
  SfModel *model = plan->f.model;
  SfAction *late = act (plan, "Re-open the garden group", "2026-02-03", "2026-05-02");
  SfAction *waits = act (plan, "Buy a canopy", NULL, NULL);
  g_autoptr (SfTimeline) timeline = NULL;

  change (model, waits, "no_date_reason", "The grant is not here yet");
  assert_said (sf_timeline_action_to_text (model, late, TODAY),
               "Re-open the garden group, 3 February 2026 to 2 May 2026, late by 12 days");
  assert_said (sf_timeline_action_to_text (model, waits, TODAY),
               "Buy a canopy, no date: The grant is not here yet");
  timeline = sf_timeline_new (plan->f.evaluation, plan->actions);
  assert_said (sf_timeline_to_text (timeline, model, plan->actions, TODAY),
               "February 2026 to March 2027: 1 action with a date, 1 without. 1 is late: “Re-open "
               "the garden group”, by 12 days.");
  act (plan, "Late, but less", NULL, "2026-05-13");
  act (plan, "Later", NULL, "2026-07-01");
  act (plan, "Next", NULL, TODAY);
  change (model, act (plan, "Done", NULL, "2026-05-20"), "done_on", TODAY);
  assert_said (
      sf_timeline_to_text (timeline, model, plan->actions, TODAY),
      "February 2026 to March 2027: 5 actions with a date, 1 without. 2 are late; “Re-open "
      "the garden group” for longest, by 12 days. Next is “Next”, on 14 May 2026.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/timeline/" name, Plan, NULL, set_up_plan, function, tear_down_plan)
  ADD ("months", test_months);
  ADD ("bars", test_bars);
  ADD ("words", test_words);
#undef ADD
  return g_test_run ();
}

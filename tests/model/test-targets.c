/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "model/sf-counts.h"
#include "model/sf-target-settled.h"
#include "model/sf-target-status.h"

/* Where targets stand. */

static SfReview *
review (Fixture *f, SfTarget *target, const char *on, double value, const char *status)
{
  return make (f->model, SF_TYPE_REVIEW, "target", target, "reviewed_on", on, "value", value,
               "status", status, NULL);
}

/* From 0 to 100 between 1 January and 11 April: one a day. */
static void
test_measured (Fixture *f, gconstpointer data)
{
  static const struct
  {
    double baseline, goal;
    const char *on;
    double value;
    const char *today;
    SfTargetStatus status;
  } cases[] = {
    /* At half the time the line stands at 50. */
    { 0, 100, "2026-02-20", 50, "2026-02-20", SF_TARGET_ON_TRACK },
    { 0, 100, "2026-02-20", 40, "2026-02-20", SF_TARGET_ON_TRACK },
    { 0, 100, "2026-02-20", 39, "2026-02-20", SF_TARGET_AT_RISK },
    { 0, 100, "2026-02-20", 25, "2026-02-20", SF_TARGET_AT_RISK },
    { 0, 100, "2026-02-20", 24, "2026-02-20", SF_TARGET_OFF_TRACK },
    { 0, 100, "2026-02-20", -10, "2026-02-20", SF_TARGET_OFF_TRACK },
    { 0, 100, "2026-02-20", 99, "2026-02-20", SF_TARGET_ON_TRACK },
    { 0, 100, "2026-02-20", 100, "2026-02-20", SF_TARGET_MET },
    { 0, 100, "2026-02-20", 140, "2026-02-20", SF_TARGET_MET },
    /* What counts is the line on the day of the reading, not today. */
    { 0, 100, "2026-02-20", 50, "2026-04-01", SF_TARGET_ON_TRACK },
    { 0, 100, "2026-01-01", 0, "2026-01-01", SF_TARGET_ON_TRACK },
    /* On the due date there is still time; on the next day there is none. */
    { 0, 100, "2026-04-11", 95, "2026-04-11", SF_TARGET_ON_TRACK },
    { 0, 100, "2026-04-11", 95, "2026-04-12", SF_TARGET_NOT_MET },
    { 0, 100, "2026-04-11", 100, "2026-05-12", SF_TARGET_MET },
    /* Down is as good a direction as up. */
    { 100, 0, "2026-02-20", 50, "2026-02-20", SF_TARGET_ON_TRACK },
    { 100, 0, "2026-02-20", 65, "2026-02-20", SF_TARGET_AT_RISK },
    { 100, 0, "2026-02-20", 80, "2026-02-20", SF_TARGET_OFF_TRACK },
    { 100, 0, "2026-02-20", -1, "2026-02-20", SF_TARGET_MET },
    { 0.1, 0.3, "2026-02-20", 0.3, "2026-02-20", SF_TARGET_MET },
    { 16, 30, "2026-02-20", 23, "2026-02-20", SF_TARGET_ON_TRACK },
    /* Before the start, and in the future. */
    { 0, 100, "2025-12-31", 100, "2026-02-20", SF_TARGET_NO_READING },
    { 0, 100, "2026-02-21", 100, "2026-02-20", SF_TARGET_NO_READING },
    { 0, 100, "2025-12-31", 100, "2026-05-20", SF_TARGET_NO_READING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfTarget *target = aim (f, "LLD-S5", "Fathers write");

      change (f->model, target, "baseline", cases[i].baseline);
      change (f->model, target, "goal", cases[i].goal);
      change (f->model, target, "starts_on", "2026-01-01");
      change (f->model, target, "due_on", "2026-04-11");
      review (f, target, cases[i].on, cases[i].value, NULL);
      g_test_message ("case %u", i);
      g_assert_cmpint (sf_target_get_status (f->model, target, cases[i].today), ==,
                       cases[i].status);
    }
}

/* Past the due date, 11 April: not met where somebody looked at the end, at most one period before
 * it; where nobody did, nobody knows. */
static void
test_ended (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *starts, *pace;
    double baseline; /* NaN: 90 is to be kept, at least */
    const char *on;
    double value; /* NaN: a status by hand, at risk */
    const char *today;
    SfTargetStatus status;
  } cases[] = {
    { "2025-01-01", NULL, 0, "2026-04-11", 50, "2026-04-12", SF_TARGET_NOT_MET },
    { "2025-01-01", NULL, 0, "2026-05-02", 50, "2026-05-03", SF_TARGET_NOT_MET },
    /* 120 days before the due date, and one more */
    { "2025-01-01", NULL, 0, "2025-12-12", 50, "2026-04-12", SF_TARGET_NOT_MET },
    { "2025-01-01", NULL, 0, "2025-12-11", 50, "2026-04-12", SF_TARGET_NOT_READ },
    { "2025-01-01", NULL, 0, "2025-12-11", 50, "2027-04-12", SF_TARGET_NOT_READ },
    /* on the day itself there is still time */
    { "2025-01-01", NULL, 0, "2025-12-11", 50, "2026-04-11", SF_TARGET_AT_RISK },
    /* what had reached the goal is met, however long ago */
    { "2025-01-01", NULL, 0, "2025-02-01", 90, "2026-04-12", SF_TARGET_MET },
    /* where there is one figure a year, a year is the period */
    { "2024-01-01", "yearly", 0, "2025-04-10", 50, "2026-04-12", SF_TARGET_NOT_MET },
    { "2024-01-01", "yearly", 0, "2025-04-09", 50, "2026-04-12", SF_TARGET_NOT_READ },
    /* what is to be kept */
    { "2025-01-01", NULL, NAN, "2025-12-12", 80, "2026-04-12", SF_TARGET_NOT_MET },
    { "2025-01-01", NULL, NAN, "2025-12-11", 80, "2026-04-12", SF_TARGET_NOT_READ },
    { "2025-01-01", NULL, NAN, "2025-12-11", 90, "2026-04-12", SF_TARGET_MET },
    /* by hand */
    { "2025-01-01", NULL, 0, "2025-12-12", NAN, "2026-04-12", SF_TARGET_NOT_MET },
    { "2025-01-01", NULL, 0, "2025-12-11", NAN, "2026-04-12", SF_TARGET_NOT_READ },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfTarget *target = aim (f, "LLD-S5", "Fathers write");

      change (f->model, target, "baseline", cases[i].baseline);
      change (f->model, target, "goal", 90.0);
      change (f->model, target, "direction", "up");
      change (f->model, target, "pace", cases[i].pace);
      change (f->model, target, "starts_on", cases[i].starts);
      change (f->model, target, "due_on", "2026-04-11");
      review (f, target, cases[i].on, cases[i].value, isnan (cases[i].value) ? "at-risk" : NULL);
      g_test_message ("case %u", i);
      g_assert_cmpint (sf_target_get_status (f->model, target, cases[i].today), ==,
                       cases[i].status);
      /* it is still to be reached, and late */
      g_assert_cmpint (sf_target_is_late (f->model, target, cases[i].today), ==,
                       cases[i].status != SF_TARGET_MET
                           && strcmp (cases[i].today, "2026-04-11") > 0);
    }
}

static void
test_rules (Fixture *f, gconstpointer data)
{
  SfTarget *target = aim (f, "LLD-S5", "Fathers write");

  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_NO_READING);
  /* Without numbers the reviewer's word counts, the latest one. */
  review (f, target, "2026-05-01", NAN, "at-risk");
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_AT_RISK);
  review (f, target, "2026-04-20", NAN, "off-track");
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_AT_RISK);
  /* A review without a status changes nothing; one on the same day wins. */
  review (f, target, "2026-05-10", NAN, NULL);
  review (f, target, "2026-05-01", NAN, "on-track");
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_ON_TRACK);
  /* Past its date it was not met, unless somebody said so. */
  change (f->model, target, "due_on", "2026-05-13");
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_NOT_MET);
  review (f, target, "2026-05-13", NAN, "met");
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_MET);
  /* What the user says of its end wins over all. */
  change (f->model, target, "outcome", "dropped");
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_DROPPED);
  change (f->model, target, "outcome", "not-met");
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_NOT_MET);
}

static void
test_without_line (Fixture *f, gconstpointer data)
{
  SfTarget *target = aim (f, "LLD-S5", "Fathers write");

  change (f->model, target, "baseline", 10.0);
  change (f->model, target, "goal", 20.0);
  /* No start: that of its evaluation. */
  review (f, target, "2026-03-31", 20.0, NULL);
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_NO_READING);
  review (f, target, "2026-04-02", 10.0, NULL);
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_AT_RISK);
  review (f, target, "2026-04-03", 11.0, NULL);
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_ON_TRACK);
  review (f, target, "2026-04-04", 11.0, "off-track");
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_OFF_TRACK);
  g_assert_true (sf_target_matches (f->model, target, SF_TARGETS_BEHIND, NULL, TODAY));
  g_assert_cmpfloat_with_epsilon (sf_target_get_fraction (f->model, target, TODAY), 0.1, 1e-9);
  /* To hold a figure has no direction. */
  change (f->model, target, "goal", 10.0);
  g_assert_false (sf_target_is_measured (target));
  g_assert_cmpfloat (sf_target_get_fraction (f->model, target, TODAY), ==, -1.0);
  /* Due before it starts: the goal stands from the due date on. */
  change (f->model, target, "goal", 20.0);
  change (f->model, target, "starts_on", "2026-04-02");
  change (f->model, target, "due_on", "2026-04-01");
  g_assert_cmpint (sf_target_get_status (f->model, target, TODAY), ==, SF_TARGET_NOT_MET);
}

/* From 40 to 70 between 1 April 2026 and 31 March 2029: 50 is expected from 1 April 2027 on, 60
 * from 1 April 2028, 70 on the due date; in between nothing more. */
static void
test_yearly (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *on;
    double value;
    SfTargetStatus status;
    double expected;
  } cases[] = {
    { "2026-04-01", 40, SF_TARGET_ON_TRACK, 40 },    { "2027-03-31", 40, SF_TARGET_ON_TRACK, 40 },
    { "2027-03-31", 37, SF_TARGET_ON_TRACK, 40 },    { "2027-03-31", 36, SF_TARGET_AT_RISK, 40 },
    { "2027-04-01", 50, SF_TARGET_ON_TRACK, 50 },    { "2027-04-01", 45, SF_TARGET_AT_RISK, 50 },
    { "2027-04-01", 40, SF_TARGET_OFF_TRACK, 50 },   { "2028-03-31", 47.1, SF_TARGET_ON_TRACK, 50 },
    { "2028-04-01", 47.1, SF_TARGET_OFF_TRACK, 60 }, { "2028-04-01", 57.1, SF_TARGET_ON_TRACK, 60 },
    { "2029-03-31", 66, SF_TARGET_AT_RISK, 70 },     { "2029-03-31", 70, SF_TARGET_MET, 70 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfTarget *target = aim (f, "LLD-S5", "Lone parents reached");

      change (f->model, target, "baseline", 40.0);
      change (f->model, target, "goal", 70.0);
      change (f->model, target, "pace", "yearly");
      change (f->model, target, "starts_on", "2026-04-01");
      change (f->model, target, "due_on", "2029-03-31");
      g_assert_cmpint (sf_target_get_status (f->model, target, cases[i].on), ==,
                       SF_TARGET_NO_READING);
      review (f, target, cases[i].on, cases[i].value, NULL);
      g_test_message ("case %u", i);
      g_assert_cmpint (sf_target_get_status (f->model, target, cases[i].on), ==, cases[i].status);
      g_assert_cmpfloat_with_epsilon (sf_target_get_expected (f->model, target, cases[i].on),
                                      cases[i].expected, 0.05);
    }
}

/* Without a way: at least or at most a value. */
static void
test_held (Fixture *f, gconstpointer data)
{
  static const struct
  {
    double baseline, goal;
    const char *direction;
    double value;
    const char *today;
    SfTargetStatus status;
  } cases[] = {
    /* to be kept until the due date */
    { 90, 90, "up", 90, "2026-03-01", SF_TARGET_ON_TRACK },
    { 90, 90, "up", 97, "2026-03-01", SF_TARGET_ON_TRACK },
    { 90, 90, "up", 81, "2026-03-01", SF_TARGET_AT_RISK },
    { 90, 90, "up", 80, "2026-03-01", SF_TARGET_OFF_TRACK },
    { 90, 90, "up", 90, "2026-04-12", SF_TARGET_MET },
    { 90, 90, "up", 89, "2026-04-12", SF_TARGET_NOT_MET },
    { 10, 10, "down", 8, "2026-03-01", SF_TARGET_ON_TRACK },
    { 10, 10, "down", 11, "2026-03-01", SF_TARGET_AT_RISK },
    { 10, 10, "down", 11.1, "2026-03-01", SF_TARGET_OFF_TRACK },
    /* nobody knows where it began */
    { NAN, 90, "up", 90, "2026-03-01", SF_TARGET_MET },
    { NAN, 90, "up", 85, "2026-03-01", SF_TARGET_AT_RISK },
    { NAN, 90, "up", 50, "2026-03-01", SF_TARGET_OFF_TRACK },
    { NAN, 0, "down", 0, "2026-03-01", SF_TARGET_MET },
    { NAN, 0, "down", 1, "2026-03-01", SF_TARGET_OFF_TRACK },
    { NAN, 90, "up", 85, "2026-04-12", SF_TARGET_NOT_MET },
    /* neither: the figure means nothing */
    { NAN, 90, NULL, 95, "2026-03-01", SF_TARGET_NO_READING },
    { 90, 90, NULL, 95, "2026-03-01", SF_TARGET_NO_READING },
    /* baseline and goal say which way, whatever the direction says */
    { 0, 100, "down", 100, "2026-03-01", SF_TARGET_MET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfTarget *target = aim (f, "LLD-S5", "Supervision on time");

      change (f->model, target, "baseline", cases[i].baseline);
      change (f->model, target, "goal", cases[i].goal);
      change (f->model, target, "direction", cases[i].direction);
      change (f->model, target, "starts_on", "2026-01-01");
      change (f->model, target, "due_on", "2026-04-11");
      g_assert_cmpint (sf_target_get_status (f->model, target, "2026-05-01"), ==,
                       SF_TARGET_NO_READING);
      review (f, target, "2026-02-20", cases[i].value, NULL);
      g_test_message ("case %u", i);
      g_assert_cmpint (sf_target_get_status (f->model, target, cases[i].today), ==,
                       cases[i].status);
    }
}

static SfMilestone *
milestone (Fixture *f, SfTarget *target, const char *due, const char *reached)
{
  return make (f->model, SF_TYPE_MILESTONE, "target", target, "title", "A step", "due_on", due,
               "reached_on", reached, "position", 1, NULL);
}

static void
test_milestones (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *due[3];
    const char *reached[3];
    gboolean reviewed;
    const char *today;
    SfTargetStatus status;
  } cases[] = {
    /* nobody has looked, however late it is */
    { { "2026-02-01", "2026-03-01" }, { NULL }, FALSE, "2026-01-15", SF_TARGET_NO_READING },
    { { "2026-02-01", "2026-03-01" }, { NULL }, FALSE, "2026-06-30", SF_TARGET_NO_READING },
    { { "2026-02-01", "2026-03-01" }, { "2026-02-01" }, FALSE, "2026-03-01", SF_TARGET_ON_TRACK },
    { { "2026-02-01", "2026-03-01" }, { "2026-02-20" }, FALSE, "2026-02-10", SF_TARGET_NO_READING },
    { { "2026-02-01", "2026-03-01" }, { "2026-02-01" }, FALSE, "2026-03-02", SF_TARGET_AT_RISK },
    { { "2026-02-01", "2026-03-01" }, { "2026-02-01" }, FALSE, "2026-03-31", SF_TARGET_AT_RISK },
    { { "2026-02-01", "2026-03-01" }, { "2026-02-01" }, FALSE, "2026-04-01", SF_TARGET_OFF_TRACK },
    { { "2026-02-01", "2026-03-01" }, { NULL }, TRUE, "2026-02-02", SF_TARGET_AT_RISK },
    { { "2026-02-01", "2026-02-03" }, { NULL }, TRUE, "2026-02-04", SF_TARGET_OFF_TRACK },
    { { "2026-02-01", "2026-03-01" }, { NULL }, TRUE, "2026-01-20", SF_TARGET_ON_TRACK },
    { { "2026-02-01", "2026-03-01" },
      { "2026-02-01", "2026-04-30" },
      FALSE,
      "2026-05-01",
      SF_TARGET_MET },
    { { "2026-02-01", "2026-03-01" }, { "2026-02-01" }, FALSE, "2026-05-12", SF_TARGET_NOT_MET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfTarget *target = aim (f, "LLD-S5", "A garden");

      change (f->model, target, "starts_on", "2026-01-01");
      change (f->model, target, "due_on", "2026-05-11");
      for (guint k = 0; cases[i].due[k] != NULL; k++)
        milestone (f, target, cases[i].due[k], cases[i].reached[k]);
      if (cases[i].reviewed)
        review (f, target, "2026-01-10", NAN, "off-track");
      g_test_message ("case %u", i);
      g_assert_cmpint (sf_target_get_status (f->model, target, cases[i].today), ==,
                       cases[i].status);
      g_assert_cmpint (sf_target_get_given_status (f->model, target, cases[i].today), ==,
                       cases[i].reviewed ? SF_TARGET_OFF_TRACK : SF_TARGET_NO_READING);
      /* where something is measured, the figures count */
      change (f->model, target, "baseline", 0.0);
      change (f->model, target, "goal", 10.0);
      g_assert_cmpint (sf_target_get_status (f->model, target, cases[i].today), ==,
                       cases[i].reviewed
                           ? cases[i].today[6] > '4' ? SF_TARGET_NOT_MET : SF_TARGET_OFF_TRACK
                           : SF_TARGET_NO_READING);
    }
}

/* The year is told where another could be meant. */
static void
test_when_told (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *due;
    const char *told;
  } cases[] = {
    { NULL, "No date yet" },
    { "2026-05-12", "Due 12 May" },
    { "2026-12-31", "Due 31 December" },
    { "2027-03-31", "Due 31 March 2027" },
    { "2026-03-01", "Due 1 March" },
    { "2025-12-31", "Due 31 December 2025" },
    { "2020-05-12", "Due 12 May 2020" },
  };
  SfTarget *target = aim (f, "LLD-S5", "A garden");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      change (f->model, target, "due_on", cases[i].due);
      assert_text (sf_target_when_to_text (f->model, target, "2026-05-12"), cases[i].told);
    }
}

static void
test_milestones_told (Fixture *f, gconstpointer data)
{
  SfTarget *target = aim (f, "LLD-S5", "A garden");

  g_assert_null (sf_target_story_to_text (f->model, target, TODAY));
  milestone (f, target, "2026-03-01", "2026-02-20");
  assert_text (sf_target_story_to_text (f->model, target, TODAY), "All milestones are reached.");
  milestone (f, target, NULL, NULL);
  assert_text (sf_target_story_to_text (f->model, target, TODAY), "1 of 2 milestones is reached.");
  milestone (f, target, "2026-09-01", NULL);
  milestone (f, target, "2026-07-01", NULL);
  assert_text (sf_target_story_to_text (f->model, target, TODAY),
               "1 of 4 milestones is reached; the next is due by 1 July 2026.");
  assert_text (sf_target_story_to_text (f->model, target, "2026-02-10"),
               "0 of 4 milestones are reached; the next is due by 1 March 2026.");
  /* where something is measured, the figures tell */
  change (f->model, target, "baseline", 0.0);
  change (f->model, target, "goal", 10.0);
  g_assert_null (sf_target_story_to_text (f->model, target, TODAY));
}

/* Which changes ask for a reason. */
static void
test_settled (Fixture *f, gconstpointer data)
{
  g_autofree char *today = sf_clock_today ();
  g_autofree char *tomorrow = sf_date_add_days (today, 1);
  SfTarget *target = aim (f, "LLD-S5", "Fathers write");
  g_auto (SfValue) lower = SF_VALUE_INIT, same = SF_VALUE_INIT, word = SF_VALUE_INIT;
  SfReview *looked;

  change (f->model, target, "goal", 30.0);
  sf_value_set_real (&lower, 25);
  sf_value_set_real (&same, 30);
  sf_value_set_text (&word, "yearly");
  g_assert_false (sf_target_is_settled (f->model, target, today));
  g_assert_false (sf_target_asks_reason (f->model, target, SF_TARGET_GOAL, &lower, today));
  g_assert_true (sf_target_is_settled (f->model, target, tomorrow));
  g_assert_true (sf_target_asks_reason (f->model, target, SF_TARGET_GOAL, &lower, tomorrow));
  g_assert_false (sf_target_asks_reason (f->model, target, SF_TARGET_GOAL, &same, tomorrow));
  /* what is empty may be filled in; not what means something when it is empty */
  g_assert_false (sf_target_asks_reason (f->model, target, SF_TARGET_BASELINE, &lower, tomorrow));
  g_assert_true (sf_target_asks_reason (f->model, target, SF_TARGET_PACE, &word, tomorrow));
  /* what is no promise */
  g_assert_false (sf_target_asks_reason (f->model, target, SF_TARGET_OWNER, &word, tomorrow));
  /* a milestone reached, or a review, settles it on the day itself */
  looked = review (f, target, today, NAN, "on-track");
  g_assert_true (sf_target_asks_reason (f->model, target, SF_TARGET_GOAL, &lower, today));
  sf_model_remove (f->model, SF_RECORD (looked));
  g_assert_false (sf_target_is_settled (f->model, target, today));
  milestone (f, target, NULL, NULL);
  g_assert_false (sf_target_is_settled (f->model, target, today));
  milestone (f, target, NULL, today);
  g_assert_true (sf_target_is_settled (f->model, target, today));
}

/* What was emptied with a reason cannot be filled in with less without one. */
static void
test_changes (Fixture *f, gconstpointer data)
{
  g_autofree char *today = sf_clock_today ();
  SfTarget *target = aim (f, "LLD-S5", "Fathers write");
  g_auto (SfValue) lower = SF_VALUE_INIT;
  SfTargetChange *record;

  sf_value_set_real (&lower, 5);
  record = make (f->model, SF_TYPE_TARGET_CHANGE, "target", target, "changed_on", "2026-05-12",
                 "field", "goal", "old_value", "30%", "reason", "A typing error", "office",
                 "Head of centre", NULL);
  g_assert_true (sf_target_is_settled (f->model, target, today));
  g_assert_true (sf_target_asks_reason (f->model, target, SF_TARGET_GOAL, &lower, today));
  g_assert_false (sf_target_asks_reason (f->model, target, SF_TARGET_BASELINE, &lower, today));
  g_assert_cmpstr (sf_target_change_get_label (record), ==, "Goal");
  assert_text (sf_target_change_to_text (record),
               "Goal: 30% before, nothing since 12 May 2026 (Head of centre)");
}

static void
test_serves (Fixture *f, gconstpointer data)
{
  SfTarget *target = aim (f, "LLD-S5", "Fathers write");
  g_autoptr (GPtrArray) of_one = NULL, of_other = NULL, of_none = NULL;

  change (f->model, target, "further_statements", "SFC-S1 BST-S5");
  of_one = sf_model_list_targets (f->model, f->evaluation, "LLD-S5");
  of_other = sf_model_list_targets (f->model, f->evaluation, "BST-S5");
  of_none = sf_model_list_targets (f->model, f->evaluation, "BST-S");
  g_assert_cmpuint (of_one->len, ==, 1);
  g_assert_cmpuint (of_other->len, ==, 1);
  g_assert_cmpuint (of_none->len, ==, 0);
}

static void
test_dates (Fixture *f, gconstpointer data)
{
  SfTarget *target = aim (f, "LLD-S5", "Fathers write");

  g_assert_true (sf_target_is_open (f->model, target, TODAY));
  g_assert_false (sf_target_is_late (f->model, target, TODAY));
  assert_text (sf_target_get_next_due (f->model, target, TODAY), "2026-07-30");
  change (f->model, target, "due_on", "2026-05-14");
  g_assert_false (sf_target_is_late (f->model, target, TODAY));
  assert_text (sf_target_get_next_due (f->model, target, TODAY), "2026-05-14");
  change (f->model, target, "due_on", "2026-05-11");
  g_assert_true (sf_target_is_late (f->model, target, TODAY));
  g_assert_cmpint (sf_target_get_days_late (f->model, target, TODAY), ==, 3);
  /* What is met is not late, though its end is not recorded. */
  review (f, target, "2026-05-09", NAN, "met");
  g_assert_false (sf_target_is_late (f->model, target, TODAY));
  g_assert_null (sf_target_get_next_due (f->model, target, TODAY));
  review (f, target, "2026-05-10", NAN, "off-track");
  assert_text (sf_target_get_review_due (f->model, target, TODAY), "2026-09-07");
  change (f->model, target, "retired_at", 1);
  g_assert_false (sf_target_is_open (f->model, target, TODAY));
}

static void
test_texts (Fixture *f, gconstpointer data)
{
  SfTarget *target = aim (f, "LLD-S5", "Fathers write");

  assert_text (sf_target_to_text (target), "");
  change (f->model, target, "due_on", "2026-07-31");
  assert_text (sf_target_to_text (target), "by 31 July 2026");
  change (f->model, target, "goal", 30.0);
  assert_text (sf_target_to_text (target), "30 by 31 July 2026");
  change (f->model, target, "unit", "%");
  change (f->model, target, "baseline", 16.5);
  assert_text (sf_target_to_text (target), "16.5% → 30% by 31 July 2026");
  g_assert_null (sf_target_reading_to_text (f->model, target, TODAY));
  review (f, target, "2026-05-12", 19.0, NULL);
  assert_text (sf_target_reading_to_text (f->model, target, TODAY), "19% on 12 May 2026");
  change (f->model, target, "unit", "£");
  assert_text (sf_target_format_value (target, 250.0), "£250");
  for (guint i = 0; i < SF_N_TARGET_STATUSES; i++)
    g_assert_cmpuint (strlen (sf_target_status_get_label ((SfTargetStatus)i)), >, 0);
  g_assert_cmpint (sf_target_status_get_mark (SF_TARGET_MET), ==, SF_STATUS_MARK_CHECK);
  g_assert_cmpstr (sf_target_status_get_id (SF_TARGET_AT_RISK), ==, "at-risk");
}

static void
test_lists (Fixture *f, gconstpointer data)
{
  SfTarget *late = aim (f, "LLD-S5", "Fathers write");
  SfTarget *open = aim (f, "LLD-S5", "Garden for under-twos");
  SfTarget *undated = aim (f, NULL, "A new roof");
  SfTarget *ended = aim (f, "SFC-S1", "Crèche on Saturdays");
  SfTarget *order[] = { late, open, undated, ended };
  SfCounts counts;

  change (f->model, late, "due_on", "2026-05-01");
  change (f->model, open, "due_on", "2026-06-01");
  change (f->model, ended, "outcome", "met");
  /* in whatever order they were */
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 4; j++)
      {
        g_autoptr (GPtrArray) targets = g_ptr_array_new ();

        for (guint k = 0; k < 4; k++)
          g_ptr_array_insert (targets, (int)(k * j) % (int)(targets->len + 1), order[(i + k) % 4]);
        sf_target_sort (f->model, targets, TODAY);
        g_assert_cmpuint (targets->len, ==, 4);
        for (guint k = 0; k < 4; k++)
          g_assert_true (targets->pdata[k] == order[k]);
      }
  g_assert_true (sf_target_matches (f->model, late, SF_TARGETS_LATE, NULL, TODAY));
  g_assert_true (sf_target_matches (f->model, late, SF_TARGETS_OPEN, "", TODAY));
  g_assert_false (sf_target_matches (f->model, open, SF_TARGETS_LATE, NULL, TODAY));
  g_assert_true (sf_target_matches (f->model, open, SF_TARGETS_SOON, NULL, TODAY));
  g_assert_false (sf_target_matches (f->model, late, SF_TARGETS_SOON, NULL, TODAY));
  g_assert_false (sf_target_matches (f->model, undated, SF_TARGETS_SOON, NULL, TODAY));
  g_assert_false (sf_target_matches (f->model, ended, SF_TARGETS_SOON, NULL, TODAY));
  g_assert_true (sf_target_matches (f->model, ended, SF_TARGETS_ENDED, "creche sat", TODAY));
  g_assert_false (sf_target_matches (f->model, ended, SF_TARGETS_ENDED, "garden", TODAY));
  g_assert_false (sf_target_matches (f->model, ended, SF_TARGETS_OPEN, NULL, TODAY));

  sf_counts_of (f->model, f->evaluation, TODAY, &counts);
  g_assert_cmpuint (counts.targets, ==, 4);
  g_assert_cmpuint (counts.targets_open, ==, 3);
  g_assert_cmpuint (counts.targets_late, ==, 1);
  g_assert_cmpuint (counts.targets_met, ==, 1);
  assert_text (sf_counts_targets_to_text (&counts), "4 · 1 late");
  change (f->model, late, "retired_at", 1);
  g_assert_false (sf_target_matches (f->model, late, SF_TARGETS_ALL, NULL, TODAY));
  sf_counts_of (f->model, f->evaluation, TODAY, &counts);
  assert_text (sf_counts_targets_to_text (&counts), "3");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/target/measured", Fixture, NULL, set_up, test_measured, tear_down);
  g_test_add ("/model/target/ended", Fixture, NULL, set_up, test_ended, tear_down);
  g_test_add ("/model/target/rules", Fixture, NULL, set_up, test_rules, tear_down);
  g_test_add ("/model/target/no-line", Fixture, NULL, set_up, test_without_line, tear_down);
  g_test_add ("/model/target/yearly", Fixture, NULL, set_up, test_yearly, tear_down);
  g_test_add ("/model/target/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/model/target/milestones", Fixture, NULL, set_up, test_milestones, tear_down);
  g_test_add ("/model/target/when-told", Fixture, NULL, set_up, test_when_told, tear_down);
  g_test_add ("/model/target/milestones-told", Fixture, NULL, set_up, test_milestones_told,
              tear_down);
  g_test_add ("/model/target/settled", Fixture, NULL, set_up, test_settled, tear_down);
  g_test_add ("/model/target/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/model/target/serves", Fixture, NULL, set_up, test_serves, tear_down);
  g_test_add ("/model/target/dates", Fixture, NULL, set_up, test_dates, tear_down);
  g_test_add ("/model/target/texts", Fixture, NULL, set_up, test_texts, tear_down);
  g_test_add ("/model/target/lists", Fixture, NULL, set_up, test_lists, tear_down);
  return g_test_run ();
}

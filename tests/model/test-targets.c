/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "model/sf-counts.h"
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
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 4; j++)
      {
        int way = sf_target_compare (f->model, order[i], order[j], TODAY);
        g_assert_true (i == j ? way == 0 : i < j ? way < 0 : way > 0);
      }
  g_assert_true (sf_target_matches (f->model, late, SF_TARGETS_LATE, NULL, TODAY));
  g_assert_true (sf_target_matches (f->model, late, SF_TARGETS_OPEN, "", TODAY));
  g_assert_false (sf_target_matches (f->model, open, SF_TARGETS_LATE, NULL, TODAY));
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
  g_test_add ("/model/target/rules", Fixture, NULL, set_up, test_rules, tear_down);
  g_test_add ("/model/target/no-line", Fixture, NULL, set_up, test_without_line, tear_down);
  g_test_add ("/model/target/dates", Fixture, NULL, set_up, test_dates, tear_down);
  g_test_add ("/model/target/texts", Fixture, NULL, set_up, test_texts, tear_down);
  g_test_add ("/model/target/lists", Fixture, NULL, set_up, test_lists, tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "model/sf-meeting-year.h"
#include "workbook-helpers.h"
#include "workbook/sf-workbook-meetings.h"

/* Meetings and questions as operations: what is refused, what undo takes back, and what comes back
 * with the file. */

static void
set_up_standards (Centre *centre, gconstpointer data)
{
  sf_clock_set_for_test (G_GINT64_CONSTANT (1793000000000)); /* 26 October 2026 */
  set_up_centre_with (centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
}

static SfModel *
model_of (Centre *centre)
{
  return sf_workbook_get_model (centre->workbook);
}

static SfMeeting *
add_meeting (Centre *centre, const char *on)
{
  g_autoptr (GError) error = NULL;
  SfUuid uuid;

  sf_workbook_add_meeting (centre->workbook, centre->centre, "Committee, autumn", on, &uuid,
                           &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  return sf_model_find (model_of (centre), &uuid);
}

#define assert_refused(done, words)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
    gboolean done_ = (done);                                                                       \
    g_assert_false (done_);                                                                        \
    g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);                                            \
    if (strstr (error->message, words) == NULL)                                                    \
      g_error ("“%s” does not say “%s”", error->message, words);                                   \
  }                                                                                                \
  G_STMT_END

#define assert_done(done)                                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
    gboolean done_ = (done);                                                                       \
    g_assert_no_error (error);                                                                     \
    g_assert_true (done_);                                                                         \
  }                                                                                                \
  G_STMT_END

static void
undo (Centre *centre)
{
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
}

static void
test_meeting (Centre *centre, gconstpointer data)
{
  SfWorkbook *workbook = centre->workbook;
  static const char *const two[] = { "LLD", "SFC", "LLD", NULL };
  static const char *const one[] = { "SFC", "BAR", NULL };
  static const char *const wrong[] = { "XYZ", NULL };
  SfMeeting *meeting;
  g_autoptr (GPtrArray) areas = NULL, again = NULL;

  assert_refused (sf_workbook_add_meeting (workbook, centre->centre, " ", "2026-10-26", NULL,
                                           &error),
                  "the meeting a title");
  assert_refused (sf_workbook_add_meeting (workbook, centre->centre, "A", "2026-02-30", NULL,
                                           &error),
                  "a date");
  meeting = add_meeting (centre, "2026-10-20");
  assert_refused (sf_workbook_set_meeting_areas (workbook, meeting, wrong, &error),
                  "no such key area");
  /* Quickly one after the other, before the first is on disk: the last is what holds. */
  assert_done (sf_workbook_set_meeting_areas (workbook, meeting, two, &error));
  assert_done (sf_workbook_set_meeting_areas (workbook, meeting, one, &error));
  sync_workbook (workbook);
  areas = sf_meeting_list_areas (model_of (centre), meeting);
  g_assert_cmpuint (areas->len, ==, 2);
  g_assert_cmpstr (sf_meeting_area_get_area_code (areas->pdata[0]), ==, "SFC");
  g_assert_cmpstr (sf_meeting_area_get_area_code (areas->pdata[1]), ==, "BAR");
  undo (centre);
  again = sf_meeting_list_areas (model_of (centre), meeting);
  g_assert_cmpuint (again->len, ==, 2);
  g_assert_cmpstr (sf_meeting_area_get_area_code (again->pdata[0]), ==, "LLD");
  /* What was held is past. */
  assert_done (sf_workbook_set_text (workbook, meeting, SF_MEETING_STATE, "held", &error));
  assert_refused (sf_workbook_set_date (workbook, meeting, SF_MEETING_MEETS_ON, "2026-11-30",
                                        &error),
                  "on a day that has come");
  assert_refused (sf_workbook_set_text (workbook, meeting, SF_MEETING_STATE, "cancelled", &error),
                  "not one of the words");
  assert_refused (sf_workbook_set_text (workbook, add_meeting (centre, "2026-12-14"),
                                        SF_MEETING_STATE, "held", &error),
                  "on a day that has come");
  assert_done (sf_workbook_set_presented (workbook, meeting, centre->evaluation, &error));
  assert_done (sf_workbook_retire (workbook, meeting, &error));
  assert_done (sf_workbook_restore (workbook, meeting, &error));
  sync_workbook (workbook);
  g_assert_true (sf_meeting_is_held (meeting));
}

static void
test_plan (Centre *centre, gconstpointer data)
{
  g_autoptr (GPtrArray) proposals
      = sf_meeting_year_propose (model_of (centre), centre->evaluation, "2026-10-26");
  g_autoptr (GPtrArray) none = g_ptr_array_new (), missing = NULL;

  g_assert_cmpuint (proposals->len, ==, 3);
  assert_done (sf_workbook_plan_meetings (centre->workbook, centre->centre, proposals, &error));
  sync_workbook (centre->workbook);
  missing = sf_meeting_year_list_missing (model_of (centre), centre->evaluation);
  g_assert_cmpuint (missing->len, ==, 0);
  undo (centre);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_MEETING), ==, 0);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_MEETING_AREA), ==, 0);
  assert_refused (sf_workbook_plan_meetings (centre->workbook, centre->centre, none, &error),
                  "nothing to plan");
}

static void
test_challenge (Centre *centre, gconstpointer data)
{
  SfWorkbook *workbook = centre->workbook;
  SfMeeting *meeting = add_meeting (centre, "2026-10-20");
  SfUuid uuid, own, heads;
  SfChallenge *challenge;
  SfTarget *target;

  assert_refused (sf_workbook_add_challenge (workbook, meeting, " ", NULL, NULL, &error),
                  "the question that was asked");
  assert_done (sf_workbook_add_challenge (workbook, meeting, "Why so few fathers?",
                                          "a parent governor", &uuid, &error));
  assert_done (sf_workbook_add_challenge (workbook, meeting, "And then?", NULL, NULL, &error));
  assert_done (
      sf_workbook_add_target (workbook, centre->evaluation, "LLD-S5", "Fathers", &own, &error));
  assert_done (
      sf_workbook_add_target (workbook, centre->evaluation, "LLD-K1", "Mine", &heads, &error));
  sync_workbook (workbook);
  challenge = sf_model_find (model_of (centre), &uuid);
  target = sf_model_find (model_of (centre), &own);
  g_assert_cmpint (sf_challenge_get_position (challenge), ==, 0);
  g_assert_true (sf_challenge_is_open (challenge));
  assert_done (sf_workbook_tie_challenge (workbook, challenge, "LLD-S5", target, &error));
  assert_refused (sf_workbook_tie_challenge (workbook, challenge, "LLD-K1", NULL, &error),
                  "about the head");
  assert_refused (sf_workbook_tie_challenge (workbook, challenge, NULL,
                                             sf_model_find (model_of (centre), &heads), &error),
                  "about the head");
  assert_refused (sf_workbook_tie_challenge (workbook, challenge, "LLD-S99", NULL, &error),
                  "no such statement");
  assert_done (
      sf_workbook_set_text (workbook, challenge, SF_CHALLENGE_REPLY, "They work.", &error));
  sync_workbook (workbook);
  g_assert_false (sf_challenge_is_open (challenge));
  assert_done (sf_workbook_remove_challenge (workbook, challenge, &error));
  sync_workbook (workbook);
  g_assert_cmpuint (count_of (workbook, SF_TYPE_CHALLENGE), ==, 1);
  undo (centre);
  challenge = sf_model_find (model_of (centre), &uuid);
  g_assert_cmpstr (sf_challenge_get_reply (challenge), ==, "They work.");
  g_assert_true (sf_record_refers_to (SF_RECORD (challenge), SF_CHALLENGE_TARGET, target));
}

static void
test_attendance (Centre *centre, gconstpointer data)
{
  SfWorkbook *workbook = centre->workbook;
  SfMeeting *meeting = add_meeting (centre, "2026-10-20");
  g_autoptr (GPtrArray) list = NULL;

  assert_refused (sf_workbook_add_attendance (workbook, meeting, "", "Ann", "present", NULL,
                                              &error),
                  "what they are there as");
  assert_refused (sf_workbook_add_attendance (workbook, meeting, "Chair", NULL, "late", NULL,
                                              &error),
                  "present, or sent apologies");
  assert_done (
      sf_workbook_add_attendance (workbook, meeting, "Chair", " ", "present", NULL, &error));
  assert_done (
      sf_workbook_add_attendance (workbook, meeting, "Clerk", "Ann", "apologies", NULL, &error));
  sync_workbook (workbook);
  list = sf_meeting_list_attendance (model_of (centre), meeting);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_null (sf_attendance_get_name (list->pdata[0]));
  g_assert_cmpint (sf_attendance_get_position (list->pdata[1]), ==, 1);
  assert_done (sf_workbook_remove_attendance (workbook, list->pdata[1], &error));
  sync_workbook (workbook);
  g_assert_cmpuint (count_of (workbook, SF_TYPE_ATTENDANCE), ==, 1);
}

/* --- questions -------------------------------------------------------------------------------- */

static GPtrArray *
draw (Centre *centre)
{
  g_autofree char *today = sf_clock_today ();

  return sf_question_list (model_of (centre), centre->evaluation, NULL, today);
}

static void
test_question (Centre *centre, gconstpointer data)
{
  SfWorkbook *workbook = centre->workbook;
  SfModel *model = model_of (centre);
  SfJudgement *judgement = sf_model_find_judgement (model, centre->evaluation, "LLD-S1", NULL);
  SfAreaJudgement *area = sf_model_find_area_judgement (model, centre->evaluation, "LLD");
  g_autoptr (GPtrArray) first = NULL, second = NULL, third = NULL, fourth = NULL, left = NULL;
  SfQuestion *question;

  assert_done (sf_workbook_set_level (workbook, judgement, 2, &error));
  assert_done (sf_workbook_propose_grade (workbook, area, 2, &error));
  assert_done (sf_workbook_agree_grade (workbook, area, "the committee", "2026-10-20", &error));
  sync_workbook (workbook);
  first = draw (centre);
  g_assert_cmpuint (first->len, ==, 1);
  question = first->pdata[0];
  assert_refused (sf_workbook_withdraw_question (workbook, centre->evaluation, question, "  ",
                                                 &error),
                  "the reason why the question is withdrawn");
  /* Two in a row, before the first is on disk: one record keeps both. */
  assert_done (sf_workbook_answer_question (workbook, centre->evaluation, question, "One", &error));
  assert_done (sf_workbook_answer_question (workbook, centre->evaluation, question, "Two", &error));
  assert_done (sf_workbook_withdraw_question (workbook, centre->evaluation, question,
                                              "It was asked in May", &error));
  sync_workbook (workbook);
  g_assert_cmpuint (count_of (workbook, SF_TYPE_QUESTION_DECISION), ==, 1);
  second = draw (centre);
  question = second->pdata[0];
  g_assert_cmpstr (sf_question_get_printed_answer (question), ==, "Two");
  g_assert_true (sf_question_is_withdrawn (question));
  g_assert_cmpuint (sf_question_count_withdrawn (second), ==, 1);
  undo (centre);
  g_assert_false (sf_question_is_withdrawn (question));
  /* The judgement says more now: the answer waits. */
  assert_done (sf_workbook_set_level (workbook, judgement, 1, &error));
  sync_workbook (workbook);
  third = draw (centre);
  question = third->pdata[0];
  g_assert_true (sf_question_is_stale (question));
  g_assert_cmpstr (sf_question_get_answer (question), ==, "Two");
  g_assert_null (sf_question_get_printed_answer (question));
  /* It is not asked at all any more: the answer is kept. */
  assert_done (sf_workbook_clear_judgement (workbook, judgement, &error));
  sync_workbook (workbook);
  fourth = draw (centre);
  g_assert_cmpuint (fourth->len, ==, 0);
  left = sf_question_list_unasked (model, centre->evaluation, fourth);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (sf_question_decision_get_answer (left->pdata[0]), ==, "Two");
  assert_done (sf_workbook_close_evaluation (workbook, centre->evaluation, &error));
  sync_workbook (workbook);
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (sf_workbook_restore_question (workbook, centre->evaluation, question, &error));
    g_assert_error (error, SF_ERROR, SF_ERROR_READ_ONLY);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/meetings/meeting", Centre, NULL, set_up_standards, test_meeting, tear_down_centre);
  g_test_add ("/meetings/plan", Centre, NULL, set_up_standards, test_plan, tear_down_centre);
  g_test_add ("/meetings/challenge", Centre, NULL, set_up_standards, test_challenge,
              tear_down_centre);
  g_test_add ("/meetings/attendance", Centre, NULL, set_up_standards, test_attendance,
              tear_down_centre);
  g_test_add ("/meetings/question", Centre, NULL, set_up_standards, test_question,
              tear_down_centre);
  return run_tests_in_own_home ();
}

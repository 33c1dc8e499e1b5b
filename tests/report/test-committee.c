/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the report has of meetings and of questions for the committee. */
#include <string.h>

#include "model/sf-question.h"
#include "report-test-model.h"
#include "report-test-util.h"
#include "report/sf-compose-governors.h"
#include "report/sf-report-check.h"

#define TODAY "2027-05-01"

static char *
dup_text (TestCentre *centre)
{
  g_autoptr (SfDisplayList) list
      = test_compose_governors (centre, FALSE, TODAY, sf_style_sheet_get_standard ());

  return test_document_text (sf_display_list_get_document (list), NULL);
}

static SfMeeting *
meet (TestCentre *centre, const char *on, const char *state)
{
  return test_add (centre->model, SF_TYPE_MEETING, SF_MEETING_CENTRE, 'u', centre->centre,
                   SF_MEETING_TITLE, 't', "Committee", SF_MEETING_MEETS_ON, 't', on,
                   SF_MEETING_STATE, 't', state, -1);
}

static SfChallenge *
ask (TestCentre *centre, SfMeeting *meeting, const char *question, const char *office)
{
  return test_add (centre->model, SF_TYPE_CHALLENGE, SF_CHALLENGE_MEETING, 'u', meeting,
                   SF_CHALLENGE_QUESTION, 't', question, SF_CHALLENGE_OFFICE, 't', office,
                   SF_CHALLENGE_POSITION, 'i', (gint64)0, -1);
}

static void
test_asked (void)
{
  TestCentre centre;
  SfMeeting *held, *planned, *old;
  SfChallenge *one, *heads;
  g_autofree char *before = NULL, *after = NULL;
  const char *first;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  before = dup_text (&centre);
  test_assert_lacks (before, "What the committee asked");
  first = sf_evaluation_get_starts_on (centre.now);
  held = meet (&centre, first, "held");
  planned = meet (&centre, first, "planned");
  old = meet (&centre, "2001-01-01", "held");
  test_add (centre.model, SF_TYPE_CONTRIBUTOR, SF_CONTRIBUTOR_NAME, 't', "Yusuf Karim",
            SF_CONTRIBUTOR_ROLE, 't', "Parent governor", SF_CONTRIBUTOR_KIND, 't', "governors", -1);
  one = ask (&centre, held, "Why so few fathers?", "Yusuf Karim");
  test_change_text (one, SF_CHALLENGE_REPLY, "They work on weekdays");
  test_change_text (one, SF_CHALLENGE_CHANGED, "Saturdays");
  test_change_text (one, SF_CHALLENGE_MINUTE, "7.2");
  heads = ask (&centre, held, TEST_SECRET " of the head", NULL);
  test_change_text (heads, SF_CHALLENGE_STATEMENT_CODE, "LLD-K1");
  ask (&centre, planned, TEST_SECRET " not asked yet", NULL);
  ask (&centre, old, TEST_SECRET " of long ago", NULL);
  test_add (centre.model, SF_TYPE_ATTENDANCE, SF_ATTENDANCE_MEETING, 'u', held,
            SF_ATTENDANCE_OFFICE, 't', "Chair", SF_ATTENDANCE_NAME, 't', TEST_SECRET " Jones",
            SF_ATTENDANCE_PRESENCE, 't', "present", SF_ATTENDANCE_POSITION, 'i', (gint64)0, -1);
  after = dup_text (&centre);
  test_assert_has (after, "What the committee asked, and what changed");
  test_assert_has (after, "Why so few fathers?");
  test_assert_has (after, "Parent governor, ");
  test_assert_has (after, "minute 7.2");
  test_assert_has (after, "Replied: They work on weekdays. Changed: Saturdays.");
  test_assert_lacks (after, "Karim");
  test_assert_lacks (after, TEST_SECRET);
  test_centre_clear (&centre);
}

static SfQuestionDecision *
decide (TestCentre *centre, SfQuestion *question)
{
  return test_add (centre->model, SF_TYPE_QUESTION_DECISION, SF_QUESTION_DECISION_EVALUATION, 'u',
                   centre->now, SF_QUESTION_DECISION_RULE, 't',
                   sf_question_rule_get_id (question->rule), SF_QUESTION_DECISION_ABOUT, 't',
                   question->about, SF_QUESTION_DECISION_GROUND, 't', question->ground,
                   SF_QUESTION_DECISION_ANSWER, 't', "Because it is so.", -1);
}

static void
test_questions (void)
{
  TestCentre centre;
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *asked = NULL, *answered = NULL, *stale = NULL, *withdrawn = NULL;
  SfQuestionDecision *decision;
  SfQuestion *first;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_add_judgement (&centre, "LLD-S1", 1, "Words");
  test_add_judgement (&centre, "LLD-S2", 1, "Words");
  test_add_grade (&centre, centre.now, "LLD", 1, "Words", TRUE);
  questions = sf_question_list (centre.model, centre.now, NULL, TODAY);
  g_assert_cmpuint (questions->len, ==, 2);
  first = questions->pdata[0];
  asked = dup_text (&centre);
  test_assert_has (asked, "Questions for the committee");
  test_assert_has (asked, first->text);
  test_assert_has (asked, first->ground);
  test_assert_lacks (asked, "The head’s answer");
  test_assert_lacks (asked, "withdrawn");
  decision = decide (&centre, first);
  answered = dup_text (&centre);
  test_assert_has (answered, "The head’s answer: Because it is so.");
  /* An answer to something else is not printed. */
  test_change_text (decision, SF_QUESTION_DECISION_GROUND, "Another ground");
  stale = dup_text (&centre);
  test_assert_has (stale, first->text);
  test_assert_lacks (stale, "Because it is so.");
  /* What is withdrawn is counted, and that is all. */
  test_change_text (decision, SF_QUESTION_DECISION_WITHDRAWN, TEST_SECRET " reason");
  withdrawn = dup_text (&centre);
  test_assert_lacks (withdrawn, first->text);
  test_assert_lacks (withdrawn, TEST_SECRET);
  test_assert_has (withdrawn, "1 question was withdrawn by the head.");
  test_centre_clear (&centre);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/asked", test_asked);
  g_test_add_func ("/committee/questions", test_questions);
  return g_test_run ();
}

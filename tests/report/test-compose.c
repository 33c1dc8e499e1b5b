/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The words of the report for the governing body, as a parent on the committee reads them. */
#include <string.h>

#include "model/sf-outcome-published.h"
#include "report-test-model.h"
#include "report-test-util.h"
#include "report/sf-compose-governors.h"
#include "report/sf-report-check.h"

#define TODAY "2026-11-22"

static SfDisplayList *
compose (TestCentre *centre, gboolean annex)
{
  return test_compose_governors (centre, annex, TODAY, sf_style_sheet_get_standard ());
}

static char *
compose_text (TestCentre *centre, gboolean annex)
{
  g_autoptr (SfDisplayList) list = compose (centre, annex);

  return test_document_text (sf_display_list_get_document (list), NULL);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

static void
assert_count (const char *text, const char *part, guint n)
{
  if (count (text, part) != n)
    g_error ("“%s” is %u times, not %u, in:\n%s", part, count (text, part), n, text);
}

static SfTarget *
add_target (TestCentre *centre, const char *code, const char *title, const char *owner)
{
  return test_add (centre->model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre->centre,
                   SF_TARGET_EVALUATION, 'u', centre->now, SF_TARGET_STATEMENT_CODE, 't', code,
                   SF_TARGET_TITLE, 't', title, SF_TARGET_OWNER, 't', owner, SF_TARGET_UNIT, 't',
                   "%", SF_TARGET_BASELINE, 'r', 38.0, SF_TARGET_GOAL, 'r', 45.0,
                   SF_TARGET_CRITERIA, 't', "The county’s figure", SF_TARGET_STARTS_ON, 't',
                   "2026-04-01", SF_TARGET_DUE_ON, 't', "2027-03-31", -1);
}

static void
add_contributor (TestCentre *centre, const char *name, const char *kind, const char *role)
{
  test_add (centre->model, SF_TYPE_CONTRIBUTOR, SF_CONTRIBUTOR_NAME, 't', name, SF_CONTRIBUTOR_KIND,
            't', kind, SF_CONTRIBUTOR_ROLE, 't', role, -1);
}

static void
grade_all (TestCentre *centre)
{
  GPtrArray *areas = sf_framework_get_areas (centre->framework);

  for (guint i = 0; i < areas->len; i++)
    test_add_grade (centre, centre->now, sf_key_area_get_code (areas->pdata[i]), 2,
                    "Two sentences. No more.", FALSE);
}

/* --- targets ---------------------------------------------------------------------------------- */

static void
test_targets (void)
{
  TestCentre centre;
  g_autofree char *text = NULL;
  const char *area;
  SfTarget *target;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  grade_all (&centre);
  target = add_target (&centre, "SFC-S1", "Breastfeeding at six weeks", "Baby group");
  test_add (centre.model, SF_TYPE_REVIEW, SF_REVIEW_TARGET, 'u', target, SF_REVIEW_REVIEWED_ON, 't',
            "2026-09-21", SF_REVIEW_VALUE, 'r', 42.0, SF_REVIEW_COMMENT, 't', "April to June only",
            -1);
  add_target (&centre, "LLD-S5", "Fathers in journals", NULL);
  add_target (&centre, NULL, "A new roof", "Caretaker");
  text = compose_text (&centre, FALSE);

  /* all in one table, with the words of the window */
  test_assert_has (text, "Target\nWhere we began\nGoal\nNow\nStatus\n");
  test_assert_has (text, "Breastfeeding at six weeks\nby 31 March 2027\n38%\n45%\n42%\nOn track\n");
  /* and each again at its area, how it stands told apart from what it is to be */
  area = strstr (text, "2  Stronger Families, Stronger Communities\nGood\n");
  g_assert_nonnull (area);
  test_assert_has (area, "Targets\nBreastfeeding at six weeks – On track\n"
                         "Goal: 45% by 31 March 2027. We shall know by: The county’s figure. "
                         "Now: 42% on 21 September 2026; we began at 38%. April to June only. "
                         "Who leads: Baby group.\n");
  area = strstr (text, "1  Leading Learning and Development\nGood\n");
  g_assert_nonnull (area);
  test_assert_has (area, "Targets\nFathers in journals – No reading yet\n"
                         "Goal: 45% by 31 March 2027. We shall know by: The county’s figure.\n");
  /* one that serves no area is explained where it stands */
  test_assert_has (
      text,
      "A new roof\nby 31 March 2027\nGoal: 45% by 31 March 2027. We shall know by: The county’s "
      "figure. Who leads: Caretaker.\n38%\n");
  assert_count (text, "A new roof", 1);
  assert_count (text, "Baseline", 0);
  assert_count (text, "\302\240%", 0);
  assert_count (text, " %", 0);
  test_centre_clear (&centre);
}

/* A changed target says so in print, with the office and never a name, however full the report is.
 */
static void
test_changed_target (gconstpointer full)
{
  TestCentre centre;
  g_autofree char *text = NULL;
  const char *at;
  SfTarget *target;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  if (full != NULL)
    test_centre_fill (&centre, 320);
  else
    grade_all (&centre);
  target = add_target (&centre, "SFC-S1", "Breastfeeding at six weeks", "Baby group");
  test_add (centre.model, SF_TYPE_TARGET_CHANGE, SF_TARGET_CHANGE_TARGET, 'u', target,
            SF_TARGET_CHANGE_CHANGED_ON, 't', "2026-05-12", SF_TARGET_CHANGE_FIELD, 't', "goal",
            SF_TARGET_CHANGE_OLD_VALUE, 't', "55%", SF_TARGET_CHANGE_NEW_VALUE, 't', "45%",
            SF_TARGET_CHANGE_REASON, 't', "The midwife has left.", SF_TARGET_CHANGE_OFFICE, 't',
            "Head of centre", -1);
  test_add (centre.model, SF_TYPE_MILESTONE, SF_MILESTONE_TARGET, 'u', target, SF_MILESTONE_TITLE,
            't', "A midwife is found", SF_MILESTONE_DUE_ON, 't', "2026-06-30",
            SF_MILESTONE_REACHED_ON, 't', "2026-06-03", SF_MILESTONE_POSITION, 'i', (gint64)0, -1);
  test_add (centre.model, SF_TYPE_MILESTONE, SF_MILESTONE_TARGET, 'u', target, SF_MILESTONE_TITLE,
            't', "Ten mothers come", SF_MILESTONE_DUE_ON, 't', "2026-10-01", SF_MILESTONE_POSITION,
            'i', (gint64)1, -1);
  text = compose_text (&centre, FALSE);
  test_assert_has (text, "Changed: Goal: 55% before, 45% since 12 May 2026 (Head of centre). "
                         "The midwife has left.");
  /* in the table of progress, which comes first, too */
  at = strstr (text, "Changed: Goal: 55% before");
  g_assert_nonnull (strstr (at + 1, "Changed: Goal: 55% before"));
  if (full == NULL)
    test_assert_has (text,
                     "Milestones: A midwife is found (reached 3 June 2026); Ten mothers come (by "
                     "1 October 2026).");
  test_centre_clear (&centre);
}

/* Nobody has to do anything about it and it serves no area: that less was promised is told all the
 * same, with the reason. */
static void
test_changed_and_met (gconstpointer full)
{
  TestCentre centre;
  g_autofree char *text = NULL;
  SfTarget *target;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_centre_fill (&centre, GPOINTER_TO_UINT (full));
  target = test_add (centre.model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre.centre,
                     SF_TARGET_EVALUATION, 'u', centre.now, SF_TARGET_TITLE, 't', "A new roof",
                     SF_TARGET_OUTCOME, 't', "met", SF_TARGET_DUE_ON, 't', "2026-09-30", -1);
  test_add (centre.model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre.centre,
            SF_TARGET_EVALUATION, 'u', centre.now, SF_TARGET_TITLE, 't', "A new door",
            SF_TARGET_OUTCOME, 't', "met", SF_TARGET_DUE_ON, 't', "2026-09-30", -1);
  test_add (centre.model, SF_TYPE_TARGET_CHANGE, SF_TARGET_CHANGE_TARGET, 'u', target,
            SF_TARGET_CHANGE_CHANGED_ON, 't', "2026-05-12", SF_TARGET_CHANGE_FIELD, 't', "goal",
            SF_TARGET_CHANGE_OLD_VALUE, 't', "9 slates", SF_TARGET_CHANGE_NEW_VALUE, 't',
            "4 slates", SF_TARGET_CHANGE_REASON, 't', "The money went into the door.",
            SF_TARGET_CHANGE_OFFICE, 't', "Head of centre", -1);
  text = compose_text (&centre, FALSE);
  test_assert_has (text, "Changed: Goal: 9 slates before, 4 slates since 12 May 2026 (Head of "
                         "centre). The money went into the door.");
  test_centre_clear (&centre);
}

/* Ended as met at 12 of 20: the table says so, as of one that was ended as not met at 20. */
static void
test_ended_otherwise (void)
{
  static const struct
  {
    const char *outcome, *said;
    double value;
  } cases[] = {
    { "met", "It was ended as met; the last reading does not reach the goal.", 12 },
    { "met", NULL, 20 },
    { "not-met", "It was ended as not met; the last reading reaches the goal.", 20 },
    { "not-met", NULL, 12 },
    { "dropped", NULL, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestCentre centre;
      g_autofree char *text = NULL;
      SfTarget *target;

      test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
      grade_all (&centre);
      target = test_add (centre.model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre.centre,
                         SF_TARGET_EVALUATION, 'u', centre.now, SF_TARGET_TITLE, 't', "A target",
                         SF_TARGET_UNIT, 't', "%", SF_TARGET_BASELINE, 'r', 10.0, SF_TARGET_GOAL,
                         'r', 20.0, SF_TARGET_STARTS_ON, 't', "2026-04-01", SF_TARGET_DUE_ON, 't',
                         "2026-09-30", SF_TARGET_OUTCOME, 't', cases[i].outcome, -1);
      test_add (centre.model, SF_TYPE_REVIEW, SF_REVIEW_TARGET, 'u', target, SF_REVIEW_REVIEWED_ON,
                't', "2026-09-21", SF_REVIEW_VALUE, 'r', cases[i].value, -1);
      text = compose_text (&centre, FALSE);
      test_assert_has (text, "A target\n");
      if (cases[i].said != NULL)
        test_assert_has (text, cases[i].said);
      else
        test_assert_lacks (text, "It was ended as");
      test_centre_clear (&centre);
    }
}

/* Every target at its area, however much else there is to say. */
static void
test_targets_of_all (void)
{
  for (guint words = 8; words <= 320; words *= 6)
    {
      TestCentre centre;
      g_autofree char *text = NULL;
      const char *areas;
      GPtrArray *statements;

      test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
      test_centre_fill (&centre, words);
      text = compose_text (&centre, FALSE);
      areas = strstr (text, "1  Leading Learning and Development\nOutstanding\n");
      areas = areas != NULL ? strstr (areas + 1, "1  Leading Learning and Development\n") : NULL;
      g_assert_nonnull (areas);
      statements = sf_framework_get_statements (centre.framework);
      for (guint i = 0; i < statements->len; i++)
        {
          const char *code = sf_statement_get_code (statements->pdata[i]);
          g_autoptr (GPtrArray) targets = sf_model_list_targets (centre.model, centre.now, code);

          if (sf_statement_get_subject (statements->pdata[i]) == SF_SUBJECT_HEAD)
            continue;
          for (guint j = 0; j < targets->len; j++)
            test_assert_has (areas, sf_target_get_title (targets->pdata[j]));
        }
      test_centre_clear (&centre);
    }
}

/* Who leads is an office where that is known. */
static void
test_leaders (void)
{
  TestCentre centre;
  g_autofree char *text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  add_contributor (&centre, "Priya Nair", "leadership", "Deputy head");
  add_contributor (&centre, "Jo Whit", "partner", "Midwife");
  add_contributor (&centre, "Jo Whitcombe", "partner", "Health visitor");
  add_contributor (&centre, "Parents’ forum", "parents", "Meets every half term");
  add_target (&centre, "LLD-S1", "First", "Priya Nair");
  add_target (&centre, "LLD-S2", "Second", "Jo Whitcombe with the baby group");
  add_target (&centre, "LLD-S3", "Third", "Parents’ forum");
  add_target (&centre, "LLD-S4", "Fourth", "Somebody else");
  text = compose_text (&centre, FALSE);
  test_assert_has (text, "Who leads: Deputy head.\n");
  test_assert_has (text, "Who leads: Health visitor with the baby group.\n");
  test_assert_has (text, "Who leads: Parents’ forum.\n");
  test_assert_has (text, "Who leads: Somebody else.\n");
  assert_count (text, "Priya", 0);
  test_centre_clear (&centre);
}

/* --- what was judged, and what not ------------------------------------------------------------ */

static void
test_area_by_area (void)
{
  TestCentre centre;
  g_autofree char *text = NULL, *some = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  grade_all (&centre);
  text = compose_text (&centre, FALSE);
  assert_count (text, "graded as a whole, not standard by standard", 1);
  assert_count (text, "not judged one by one", 0);
  assert_count (text, "o action is set", 1);
  test_assert_has (text, "Not judged yet, and no action is set: Safe places to grow and learn; ");
  /* some areas one way, some the other: those are named */
  test_add_judgement (&centre, "LLD-S1", 2, "words");
  test_add_judgement (&centre, "SFC-S1", 2, "words");
  some = compose_text (&centre, FALSE);
  test_assert_has (some, "Graded as a whole, not standard by standard: Being Accountable and "
                         "Responsible, Shaping the Present and Creating the Future, Managing the "
                         "Organisation and Building and Strengthening Teams.\n");
  test_assert_has (some,
                   "Leading Learning and Development: 7 of its 8 standards were not judged.\n");
  test_centre_clear (&centre);
}

/* Few are named, by their titles; many are counted. */
static void
test_not_judged (void)
{
  static const char *const judged[] = { "BAR-S1", "BAR-S2", "BAR-S3", "BAR-S5", "LLD-S1",
                                        "LLD-S2", "LLD-S3", "MTO-S1", "MTO-S2" };
  TestCentre centre;
  g_autofree char *text = NULL;
  const char *section;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  for (guint i = 0; i < G_N_ELEMENTS (judged); i++)
    test_add_judgement (&centre, judged[i], 2, "words");
  test_add_grade (&centre, centre.now, "BAR", 2, "words", TRUE);
  text = compose_text (&centre, FALSE);
  section = g_strrstr (text, "What was not judged\n");
  g_assert_nonnull (section);
  test_assert_has (section,
                   "Being Accountable and Responsible: 1 of its 5 standards was not judged: "
                   "Policies written, used and audited.\n");
  test_assert_has (section,
                   "Leading Learning and Development: not graded yet. 5 of its 8 standards "
                   "were not judged: A culture of learning for all; ");
  test_assert_has (section,
                   "Managing the Organisation: not graded yet. 6 of its 8 standards were not "
                   "judged.\n");
  test_assert_has (section,
                   "Not begun yet, neither graded nor judged one by one: Stronger Families, "
                   "Stronger Communities, Shaping the Present and Creating the Future and "
                   "Building and Strengthening Teams.\n");
  assert_count (text, "to judge", 0);
  test_centre_clear (&centre);
}

static void
test_safeguarding (void)
{
  TestCentre centre;
  g_autofree char *text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_add_judgement (&centre, "LLD-S3", 1, "words");
  test_add_judgement (&centre, "SFC-S7", 2, "words");
  test_add_judgement (&centre, "BAR-S3", 3, "words");
  add_target (&centre, "BAR-S3", "Refreshers in date", NULL);
  add_target (&centre, "MTO-S7", "Audit the records", NULL);
  text = compose_text (&centre, FALSE);
  test_assert_has (text,
                   "Safeguarding\n"
                   "Keeping the law, safeguarding first: requires improvement. Action: Refreshers "
                   "in date, by 31 March 2027.\n"
                   "Safeguarding policies at work: not judged yet. Action: Audit the records, by "
                   "31 March 2027.\n"
                   "Outstanding: Safe places to grow and learn. Good: Knowing what to do about "
                   "concerns.\n");
  test_centre_clear (&centre);
}

/* Codes are spoken of only where they stand. */
static void
test_codes (void)
{
  TestCentre centre;
  g_autofree char *text = NULL, *annexed = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  grade_all (&centre);
  text = compose_text (&centre, FALSE);
  assert_count (text, "code", 0);
  annexed = compose_text (&centre, TRUE);
  test_assert_has (annexed, "has a code");
  test_centre_clear (&centre);
}

/* --- what cannot be printed ------------------------------------------------------------------- */

static const SfAgendaItem *
find_item (GPtrArray *items, const char *area_code)
{
  for (guint i = 0; i < items->len; i++)
    {
      const SfAgendaItem *item = g_ptr_array_index (items, i);

      if (item->kind == SF_AGENDA_CHARACTERS && g_strcmp0 (item->area_code, area_code) == 0)
        return item;
    }
  g_error ("nothing is said of %s", area_code != NULL ? area_code : "what has no area");
}

static void
test_characters (void)
{
  TestCentre centre;
  g_autoptr (SfDisplayList) list = NULL, plain = NULL;
  g_autoptr (GPtrArray) items = NULL, nothing = NULL, missing = NULL, outcomes = NULL;
  const SfAgendaItem *item;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  outcomes = sf_published_list (centre.model, centre.now);
  plain = compose (&centre, FALSE);
  nothing = sf_report_list_checks (centre.model, centre.now, TODAY, outcomes, plain);
  missing = sf_agenda_list_missing (centre.model, centre.now, TODAY);
  /* and that the summary is empty */
  g_assert_cmpuint (nothing->len, ==, missing->len + 1);
  item = nothing->pdata[0];
  g_assert_cmpint (item->kind, ==, SF_AGENDA_SUMMARY);
  g_assert_cmpstr (item->detail, ==,
                   "Empty so far: what improved, what did not improve, the decisions asked for and "
                   "a grade of the whole centre");

  test_add_grade (&centre, centre.now, "SFC", 2, "Sunflower 語, sunflower 語 and 龍.", FALSE);
  test_add_judgement (&centre, "SFC-S1", 2, "words");
  add_target (&centre, NULL, "The 語 garden", NULL);
  list = compose (&centre, FALSE);
  items = sf_report_list_checks (centre.model, centre.now, TODAY, outcomes, list);
  item = find_item (items, "SFC");
  g_assert_cmpstr (item->title, ==, "“語” and “龍” cannot be printed");
  g_assert_cmpstr (item->page, ==, SF_PAGE_AREA);
  test_assert_has (item->detail, "2  Stronger Families, Stronger Communities");
  test_assert_has (item->detail, "What is strong");
  item = find_item (items, NULL);
  g_assert_cmpstr (item->title, ==, "“語” cannot be printed");
  g_assert_cmpstr (item->page, ==, SF_PAGE_TARGETS);
  test_centre_clear (&centre);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/compose/targets", test_targets);
  g_test_add_data_func ("/report/compose/changed-target", NULL, test_changed_target);
  g_test_add_data_func ("/report/compose/changed-and-met", GUINT_TO_POINTER (1),
                        test_changed_and_met);
  g_test_add_data_func ("/report/compose/changed-and-met-full", GUINT_TO_POINTER (320),
                        test_changed_and_met);
  g_test_add_data_func ("/report/compose/changed-target-full", "full", test_changed_target);
  g_test_add_func ("/report/compose/ended-otherwise", test_ended_otherwise);
  g_test_add_func ("/report/compose/targets-of-all", test_targets_of_all);
  g_test_add_func ("/report/compose/leaders", test_leaders);
  g_test_add_func ("/report/compose/area-by-area", test_area_by_area);
  g_test_add_func ("/report/compose/not-judged", test_not_judged);
  g_test_add_func ("/report/compose/safeguarding", test_safeguarding);
  g_test_add_func ("/report/compose/codes", test_codes);
  g_test_add_func ("/report/compose/characters", test_characters);
  return g_test_run ();
}

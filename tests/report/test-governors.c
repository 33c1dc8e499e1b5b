/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The report for the governing body. */
#include <string.h>

#include "base/sf-error.h"
#include "model/sf-area-grade.h"
#include "model/sf-safeguarding.h"
#include "report-test-model.h"
#include "report-test-util.h"
#include "report/sf-compose-governors.h"

#define TODAY "2027-05-01"
#define ECM_2013 "every-child-matters-2013"

static SfDisplayList *
compose (TestCentre *centre, gboolean annex)
{
  return test_compose_governors (centre, annex, TODAY, sf_style_sheet_get_standard ());
}

static char *
get_text (SfDisplayList *list, const char *until_id)
{
  return test_document_text (sf_display_list_get_document (list), until_id);
}

static guint
find_page (SfDisplayList *list, const char *id)
{
  const SfAnchor *anchors;
  guint n;

  anchors = sf_display_list_get_anchors (list, &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (anchors[i].heading->id, id) == 0)
      return anchors[i].page;
  g_error ("there is no heading “%s”", id);
}

static void
assert_shape (SfDisplayList *list)
{
  g_assert_cmpuint (sf_governors_count_body_pages (list), <=, SF_GOVERNORS_MAX_PAGES);
  g_assert_cmpuint (find_page (list, "progress"), ==, find_page (list, "summary") + 1);
  test_assert_nothing_lost (list);
  test_assert_inside (list);
}

/* Every area with its grade, every centre statement that was judged, by its title. */
static void
assert_judgements (TestCentre *centre, const char *text)
{
  GPtrArray *areas = sf_framework_get_areas (centre->framework);
  GPtrArray *statements = sf_framework_get_statements (centre->framework);

  for (guint i = 0; i < areas->len; i++)
    {
      SfKeyArea *area = g_ptr_array_index (areas, i);
      SfLevel *level = sf_area_grade_get_level (centre->model, centre->now, area);
      g_autofree char *heading
          = g_strdup_printf ("%u  %s\n%s\n", i + 1, sf_key_area_get_title (area),
                             level != NULL ? sf_level_get_name (level) : "Not graded yet");

      test_assert_has (text, heading);
    }
  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (statements, i);
      SfJudgement *judgement = sf_model_find_judgement (centre->model, centre->now,
                                                        sf_statement_get_code (statement), NULL);

      if (sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE && judgement != NULL)
        test_assert_has (text, sf_statement_get_title (statement));
    }
}

static void
assert_no_codes (TestCentre *centre, const char *text)
{
  GPtrArray *areas = sf_framework_get_areas (centre->framework);
  GPtrArray *statements = sf_framework_get_statements (centre->framework);

  for (guint i = 0; i < areas->len; i++)
    {
      g_autofree char *dashed
          = g_strconcat (sf_key_area_get_code (g_ptr_array_index (areas, i)), "-", NULL);

      test_assert_lacks (text, dashed);
    }
  for (guint i = 0; i < statements->len; i++)
    test_assert_lacks (text, sf_statement_get_code (g_ptr_array_index (statements, i)));
}

static void
assert_nothing_of_head (TestCentre *centre, const char *text)
{
  GPtrArray *statements = sf_framework_get_statements (centre->framework);

  test_assert_lacks (text, TEST_SECRET);
  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (statements, i);
      g_autofree char *line = NULL;

      if (sf_statement_get_subject (statement) != SF_SUBJECT_HEAD)
        continue;
      line = g_strdup_printf ("\n%s\n", sf_statement_get_title (statement));
      test_assert_lacks (text, line);
      line[strlen (line) - 1] = ';';
      test_assert_lacks (text, line);
    }
}

static void
test_filled (void)
{
  for (guint words = 8; words <= 320; words *= 6)
    {
      TestCentre centre;
      g_autoptr (SfDisplayList) list = NULL;
      g_autofree char *text = NULL;

      test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
      test_centre_fill (&centre, words);
      list = compose (&centre, FALSE);
      assert_shape (list);
      g_assert_cmpuint (sf_governors_count_body_pages (list), ==,
                        sf_display_list_get_n_pages (list));
      text = get_text (list, NULL);
      assert_judgements (&centre, text);
      assert_no_codes (&centre, text);
      assert_nothing_of_head (&centre, text);
      test_assert_has (text, "Department for Education and Skills");
      test_assert_has (text, "Families reached in quarter number 0");
      test_assert_has (text, "Some grades agreed, others proposed by the head");
      if (words == 8)
        test_assert_lacks (text, "(the head has the rest)");
      else if (words > 200)
        {
          test_assert_has (text, "(the head has the rest)");
          test_assert_has (text, "words on single standards were left out");
        }
      test_centre_clear (&centre);
    }
}

static void
test_annex (void)
{
  TestCentre centre;
  GPtrArray *statements;
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL, *body = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_centre_fill (&centre, 200);
  list = compose (&centre, TRUE);
  assert_shape (list);
  g_assert_cmpuint (sf_governors_count_body_pages (list), <, sf_display_list_get_n_pages (list));
  text = get_text (list, NULL);
  body = get_text (list, "annex");
  assert_no_codes (&centre, body);
  assert_judgements (&centre, body);
  assert_nothing_of_head (&centre, text);
  test_assert_has (text, "Proof open 0");
  test_assert_has (text, "Proof board 1");
  statements = sf_framework_get_statements (centre.framework);
  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (statements, i);
      SfJudgement *judgement = sf_model_find_judgement (centre.model, centre.now,
                                                        sf_statement_get_code (statement), NULL);

      if (sf_statement_get_subject (statement) == SF_SUBJECT_HEAD)
        test_assert_lacks (text, sf_statement_get_code (statement));
      else
        test_assert_has (text, sf_statement_get_code (statement));
      if (sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE && judgement != NULL
          && sf_judgement_get_strengths (judgement) != NULL)
        test_assert_has (text, sf_judgement_get_strengths (judgement));
    }
  /* What was cut before stands here in full. */
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *words = test_words (400, i);

      test_assert_has (text, words);
      test_assert_lacks (body, words);
    }
  test_centre_clear (&centre);
}

static void
test_nothing_judged (void)
{
  static const char *const ids[] = { SF_FRAMEWORK_NATIONAL_STANDARDS_2007, ECM_2013 };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TestCentre centre;
      g_autoptr (SfDisplayList) list = NULL;
      g_autofree char *text = NULL;

      test_centre_init (&centre, ids[i]);
      list = compose (&centre, TRUE);
      assert_shape (list);
      text = get_text (list, NULL);
      assert_judgements (&centre, text);
      test_assert_has (text, "State\nNot graded yet\n");
      test_assert_has (text, "No targets have been set");
      test_assert_has (text, "No decision is asked for.");
      test_centre_clear (&centre);
    }
}

/* A first evaluation: six grades with two sentences each. */
static void
test_six_grades (void)
{
  TestCentre centre;
  GPtrArray *areas;
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  areas = sf_framework_get_areas (centre.framework);
  for (guint i = 0; i < areas->len; i++)
    test_add_grade (&centre, centre.now, sf_key_area_get_code (g_ptr_array_index (areas, i)), 2,
                    "Two sentences. No more.", FALSE);
  list = compose (&centre, FALSE);
  assert_shape (list);
  text = get_text (list, NULL);
  assert_judgements (&centre, text);
  test_assert_has (text, "State\nGrades proposed by the head, not yet agreed\n");
  test_assert_has (text, "Proposed by the head, not yet agreed: all key areas.");
  test_assert_has (text, "Strong: Two sentences. No more.");
  test_assert_has (text, "graded as a whole, not standard by standard");
  test_centre_clear (&centre);
}

static void
test_other_framework (void)
{
  TestCentre centre;
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL;

  test_centre_init (&centre, ECM_2013);
  test_centre_fill (&centre, 30);
  list = compose (&centre, TRUE);
  assert_shape (list);
  text = get_text (list, "annex");
  assert_judgements (&centre, text);
  assert_nothing_of_head (&centre, text);
  test_centre_clear (&centre);
}

/* The lines of a page as one; a line may end with a space of its own. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  return g_strjoinv (" ", lines);
}

static void
test_summary_page (void)
{
  TestCentre centre;
  g_autoptr (SfDisplayList) list = NULL;
  g_autoptr (GPtrArray) safeguarding = NULL;
  g_autofree char *text = NULL, *improved = test_words (600, 1), *worse = test_words (600, 2);
  g_autofree char *one_line = NULL, *all = NULL;
  SfEvaluation *evaluation;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_centre_fill (&centre, 20);
  /* The same evaluation again, with words of its own. */
  evaluation
      = test_add (centre.model, SF_TYPE_EVALUATION, SF_EVALUATION_CENTRE, 'u', centre.centre,
                  SF_EVALUATION_FRAMEWORK, 'u',
                  sf_model_find (centre.model, sf_evaluation_get_framework (centre.now)),
                  SF_EVALUATION_TITLE, 't', "Another", SF_EVALUATION_STARTS_ON, 't', "2026-04-01",
                  SF_EVALUATION_ENDS_ON, 't', "2027-03-31", SF_EVALUATION_IMPROVED, 't', improved,
                  SF_EVALUATION_NOT_IMPROVED, 't', worse, SF_EVALUATION_DECISIONS, 't',
                  "1. Agree the Saturday programme.\n2) Choose a governor.", -1);
  centre.now = evaluation;
  test_add_judgement (&centre, "LLD-S3", 3, "words");
  list = compose (&centre, TRUE);
  assert_shape (list);
  text = test_page_text (list, find_page (list, "summary"), FALSE);
  one_line = join_lines (text);
  safeguarding = sf_safeguarding_list (centre.model, evaluation, TODAY);
  g_assert_cmpuint (safeguarding->len, >, 2);
  for (guint i = 0; i < safeguarding->len; i++)
    test_assert_has (one_line,
                     sf_statement_get_title (
                         ((SfSafeguardingItem *)g_ptr_array_index (safeguarding, i))->statement));
  test_assert_has (text, "1. Agree the Saturday programme.");
  test_assert_has (text, "2. Choose a governor.");
  test_assert_has (one_line, "(in full in the annex)");
  all = get_text (list, NULL);
  test_assert_has (all, improved);
  test_assert_has (all, worse);
  test_centre_clear (&centre);
}

static void
test_many_targets (void)
{
  TestCentre centre;
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL;
  SfTarget *target;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_centre_fill (&centre, 60);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *title
          = g_strdup_printf ("%s number %u", i % 12 == 0 ? "Lost" : "Reached", i);

      target = test_add (centre.model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre.centre,
                         SF_TARGET_EVALUATION, 'u', centre.now, SF_TARGET_TITLE, 't', title,
                         SF_TARGET_OUTCOME, 't', i % 12 == 0 ? "not-met" : "met", -1);
      if (i == 7)
        test_add (centre.model, SF_TYPE_TARGET_CHANGE, SF_TARGET_CHANGE_TARGET, 'u', target,
                  SF_TARGET_CHANGE_CHANGED_ON, 't', "2026-05-12", SF_TARGET_CHANGE_FIELD, 't',
                  "goal", SF_TARGET_CHANGE_OLD_VALUE, 't', "9", SF_TARGET_CHANGE_NEW_VALUE, 't',
                  "4", SF_TARGET_CHANGE_REASON, 't', "The money went into the door.",
                  SF_TARGET_CHANGE_OFFICE, 't', "Head of centre", -1);
    }
  list = compose (&centre, FALSE);
  assert_shape (list);
  text = get_text (list, NULL);
  for (guint i = 0; i < 150; i += 12)
    {
      g_autofree char *title = g_strdup_printf ("Lost number %u\n", i);

      test_assert_has (text, title);
    }
  /* what was lowered is told, with the reason, though it was met then; it serves no area */
  test_assert_has (text, "Reached number 7\nChanged: Goal: 9 before, 4 since 12 May 2026 (Head of "
                         "centre). The money went into the door.");
  test_assert_lacks (text, "Reached number 8");
  test_assert_has (text, "They stand in the annex, which was not printed.");
  test_centre_clear (&centre);
}

/* Large print says the same, in the same order. */
static void
test_large_print (void)
{
  TestCentre centre;
  g_autoptr (SfDisplayList) list = NULL, large = NULL;
  g_autofree char *text = NULL, *large_text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_centre_fill (&centre, 60);
  list = compose (&centre, TRUE);
  large = test_compose_governors (&centre, TRUE, TODAY, sf_style_sheet_get_large_print ());
  g_assert_cmpuint (sf_display_list_get_n_pages (large), >, sf_display_list_get_n_pages (list));
  test_assert_nothing_lost (large);
  test_assert_inside (large);
  text = get_text (list, NULL);
  large_text = get_text (large, NULL);
  g_assert_cmpstr (text, ==, large_text);
  test_centre_clear (&centre);
}

/* The chart cannot be seen by everyone: its words name every area and its grade. */
static void
test_alternative (void)
{
  TestCentre centre;
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_centre_fill (&centre, 10);
  list = compose (&centre, FALSE);
  text = get_text (list, "progress");
  test_assert_has (text,
                   "A chart with one petal for each key area. Leading Learning and Development: "
                   "Outstanding (before: Good). Stronger Families, Stronger Communities: Good "
                   "(before: Requires improvement).");
  test_assert_has (text, "Building and Strengthening Teams: Not graded yet");
  test_centre_clear (&centre);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/governors/filled", test_filled);
  g_test_add_func ("/report/governors/annex", test_annex);
  g_test_add_func ("/report/governors/nothing-judged", test_nothing_judged);
  g_test_add_func ("/report/governors/six-grades", test_six_grades);
  g_test_add_func ("/report/governors/other-framework", test_other_framework);
  g_test_add_func ("/report/governors/summary-page", test_summary_page);
  g_test_add_func ("/report/governors/many-targets", test_many_targets);
  g_test_add_func ("/report/governors/large-print", test_large_print);
  g_test_add_func ("/report/governors/alternative", test_alternative);
  return g_test_run ();
}

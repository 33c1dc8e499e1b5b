/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "model/sf-progress.h"
#include "model/sf-spread.h"
#include "model/sf-vocabulary.h"

/* Vocabularies, the state of a judgement, progress and spread. */

static char *
read_schema (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SIXFOLD_DATADIR"), "schema", name, NULL);
  g_autoptr (GError) error = NULL;
  char *schema = NULL;

  g_file_get_contents (path, &schema, NULL, &error);
  g_assert_no_error (error);
  return schema;
}

/* The words in "column TEXT … CHECK (column IN ('a', 'b'))" of a table of the schema, or of a
 * column that came later. */
static GStrv
read_check (const char *file, const char *table, const char *column)
{
  g_autofree char *schema = read_schema (file);
  g_autofree char *head = g_strdup_printf ("CREATE TABLE %s (", table);
  g_autofree char *later = g_strdup_printf ("ALTER TABLE %s ADD COLUMN %s ", table, column);
  g_autofree char *check = g_strdup_printf ("CHECK (%s IN (", column);
  const char *from = strstr (schema, head);
  g_autofree char *list = NULL;
  GStrv words;

  if (from == NULL)
    from = strstr (schema, later);
  g_assert_nonnull (from);
  from = strstr (from, check);
  g_assert_nonnull (from);
  from += strlen (check);
  list = g_strndup (from, (gsize)(strchr (from, ')') - from));
  words = g_strsplit (list, ", ", -1);
  for (char **word = words; *word != NULL; word++)
    {
      g_assert_cmpint ((*word)[0], ==, '\'');
      memmove (*word, *word + 1, strlen (*word));
      (*word)[strlen (*word) - 1] = '\0';
    }
  return words;
}

static void
test_vocabulary (void)
{
  static const struct
  {
    const char *table, *column;
    SfVocabulary vocabulary;
    const char *schema;
  } cases[] = { { "contributor", "kind", SF_VOCABULARY_CONTRIBUTOR_KIND, "001.sql" },
                { "evidence", "kind", SF_VOCABULARY_EVIDENCE_KIND, "001.sql" },
                { "evidence", "sensitivity", SF_VOCABULARY_SENSITIVITY, "001.sql" },
                { "target", "outcome", SF_VOCABULARY_TARGET_OUTCOME, "001.sql" },
                { "review", "status", SF_VOCABULARY_REVIEW_STATUS, "001.sql" },
                { "action_review", "status", SF_VOCABULARY_ACTION_STATUS, "003.sql" },
                { "target", "pace", SF_VOCABULARY_TARGET_PACE, "003.sql" },
                { "target", "direction", SF_VOCABULARY_TARGET_DIRECTION, "003.sql" },
                { "measure", "kind", SF_VOCABULARY_MEASURE_KIND, "003.sql" },
                { "measure", "direction", SF_VOCABULARY_MEASURE_DIRECTION, "003.sql" },
                { "measure", "period", SF_VOCABULARY_MEASURE_PERIOD, "003.sql" },
                { "performance", "kind", SF_VOCABULARY_PERFORMANCE_KIND, "004.sql" },
                { "report_choice", "audience", SF_VOCABULARY_AUDIENCE, "010.sql" },
                { "report_statement", "requirement", SF_VOCABULARY_REQUIREMENT, "010.sql" } };
  SfVocabulary found;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfVocabulary vocabulary = cases[i].vocabulary;
      g_auto (GStrv) words = read_check (cases[i].schema, cases[i].table, cases[i].column);

      g_assert_true (sf_vocabulary_of_column (cases[i].table, cases[i].column, &found));
      g_assert_cmpint (found, ==, vocabulary);
      g_assert_cmpuint (g_strv_length (words), ==, sf_vocabulary_get_n_terms (vocabulary));
      for (char **word = words; *word != NULL; word++)
        {
          int n = sf_vocabulary_find (vocabulary, *word);

          g_assert_cmpint (n, >=, 0);
          g_assert_cmpstr (sf_vocabulary_get_nth_id (vocabulary, (guint)n), ==, *word);
          g_assert_cmpstr (sf_vocabulary_get_label (vocabulary, *word), !=, *word);
          g_assert_cmpuint (strlen (sf_vocabulary_get_nth_explanation (vocabulary, (guint)n)), >,
                            10);
        }
    }
  g_assert_false (sf_vocabulary_of_column ("evidence", "title", &found));
  g_assert_cmpstr (sf_vocabulary_get_label (SF_VOCABULARY_REVIEW_STATUS, "paused"), ==, "paused");
  g_assert_cmpstr (sf_vocabulary_get_label (SF_VOCABULARY_REVIEW_STATUS, NULL), ==, "");
  g_assert_cmpstr (sf_vocabulary_get_label (SF_VOCABULARY_REVIEW_STATUS, "at-risk"), ==, "At risk");
  for (guint kind = 0; kind < SF_N_EVIDENCE_KINDS; kind++)
    g_assert_cmpstr (sf_vocabulary_get_nth_id (SF_VOCABULARY_EVIDENCE_KIND, kind), ==,
                     sf_evidence_kind_to_string ((SfEvidenceKind)kind));
}

static void
test_state (Fixture *f, gconstpointer data)
{
  SfScale *grade_scale = sf_framework_find_scale (f->framework, "grade");
  SfScale *practice = sf_framework_find_scale (f->framework, "practice");
  SfJudgement *judgement = judge (f, "LLD-S1", 0);

  g_assert_cmpint (sf_judgement_get_state (NULL), ==, SF_STATE_NOT_JUDGED);
  g_assert_cmpint (sf_judgement_get_state (judgement), ==, SF_STATE_NOT_JUDGED);
  assert_text (sf_judgement_to_text (NULL, grade_scale), "Not judged yet");
  /* The reason is required. */
  change (f->model, judgement, "not_applicable", " \n");
  g_assert_cmpint (sf_judgement_get_state (judgement), ==, SF_STATE_NOT_JUDGED);
  change (f->model, judgement, "not_applicable", "There is no nursery here.");
  g_assert_cmpint (sf_judgement_get_state (judgement), ==, SF_STATE_NOT_APPLICABLE);
  assert_text (sf_judgement_to_text (judgement, grade_scale), "Not applicable");
  change (f->model, judgement, "not_applicable", NULL);
  change (f->model, judgement, "level", 3);
  assert_text (sf_judgement_to_text (judgement, grade_scale), "3 Requires improvement");
  g_assert_cmpint (sf_level_get_value (sf_judgement_find_level (judgement, grade_scale)), ==, 3);
  assert_text (sf_level_value_to_text (grade_scale, 7), "Level 7");
  assert_text (sf_level_value_to_word (grade_scale, 2), "good");
  assert_text (sf_level_value_to_word (practice, 2), "secure");
  /* No numeral where the scale is of words. */
  assert_text (sf_level_value_to_text (practice, 2), "Secure");

  g_assert_false (sf_judgement_has_text (NULL));
  g_assert_false (sf_judgement_has_text (judgement));
  change (f->model, judgement, "difference", "More fathers come.");
  g_assert_true (sf_judgement_has_text (judgement));

  g_assert_true (sf_level_value_is_strong (grade_scale, 1));
  g_assert_true (sf_level_value_is_strong (grade_scale, 2));
  g_assert_false (sf_level_value_is_strong (grade_scale, 3));
  g_assert_false (sf_level_value_is_strong (grade_scale, SF_NULL_INT));
}

static void
test_progress (Fixture *f, gconstpointer data)
{
  SfContributor *deputy
      = make (f->model, SF_TYPE_CONTRIBUTOR, "name", "Deputy", "kind", "leadership", NULL);
  SfProgress progress;

  sf_progress_of (f->model, f->evaluation, area (f, "LLD"), &progress);
  /* Nine standards, of which one is the head's own, with all knowledge and qualities. */
  g_assert_cmpuint (progress.total, ==, 8);
  g_assert_cmpuint (progress.head_total, ==, 12);
  g_assert_cmpuint (sf_progress_get_done (&progress), ==, 0);
  g_assert_true (progress.all_standards);
  assert_text (sf_progress_to_text (&progress), "0 of 8 standards");

  judge_area (f, "LLD", "22n3");
  judge (f, "LLD-S8", 1);
  judge (f, "LLD-K2", 2);
  /* A contributor's view is no progress. */
  make (f->model, SF_TYPE_JUDGEMENT, "evaluation", f->evaluation, "statement_code", "LLD-S9",
        "contributor", deputy, "level", 2, NULL);
  sf_progress_of (f->model, f->evaluation, area (f, "LLD"), &progress);
  g_assert_cmpuint (progress.judged, ==, 3);
  g_assert_cmpuint (progress.not_applicable, ==, 1);
  g_assert_cmpuint (sf_progress_get_left (&progress), ==, 4);
  g_assert_cmpuint (progress.head_judged, ==, 2);
  g_assert_cmpfloat (sf_progress_fraction (&progress), ==, 0.5);
  assert_text (sf_progress_to_text (&progress), "4 of 8 standards");
  assert_text (sf_progress_to_short_text (&progress), "4 of 8");
  assert_text (sf_progress_left_to_text (&progress), "4 standards to judge");
  assert_text (sf_progress_head_to_text (&progress), "2 of 12 of the head’s own");

  /* Another evaluation has its own progress. */
  sf_progress_of (f->model, f->last, NULL, &progress);
  g_assert_cmpuint (sf_progress_get_done (&progress), ==, 0);
  g_assert_cmpuint (progress.total + progress.head_total, ==, 122);
  sf_progress_of (f->model, f->evaluation, NULL, &progress);
  g_assert_cmpuint (sf_progress_get_done (&progress), ==, 4);
  sf_progress_of_group (f->model, f->evaluation, sf_key_area_get_groups (area (f, "LLD"))->pdata[1],
                        &progress);
  g_assert_cmpuint (progress.total, ==, 0);
  g_assert_cmpuint (progress.head_total, ==, 6);
  g_assert_cmpuint (progress.head_judged, ==, 1);
  assert_text (sf_progress_to_text (&progress), "");
  g_assert_cmpfloat (sf_progress_fraction (&progress), ==, 0.0);
}

static void
test_progress_of_others (Fixture *f, gconstpointer data)
{
  SfProgress progress;

  judge_area (f, "BH", "12");
  sf_progress_of (f->model, f->evaluation, area (f, "BH"), &progress);
  g_assert_false (progress.all_standards);
  assert_text (sf_progress_to_text (&progress), "2 of 3 statements");
  assert_text (sf_progress_left_to_text (&progress), "1 statement to judge");
}

static void
test_spread (Fixture *f, gconstpointer data)
{
  SfScale *scale = sf_framework_get_overall_scale (f->framework);
  SfContributor *who[3];
  SfSpread spread;

  sf_spread_of_area (f->model, f->evaluation, area (f, "LLD"), &spread);
  g_assert_cmpuint (spread.total, ==, 8);
  g_assert_cmpuint (spread.not_judged, ==, 8);
  assert_text (sf_spread_to_text (&spread, scale), "");
  assert_text (sf_spread_to_full_text (&spread, scale), "8 not judged yet");

  judge_area (f, "LLD", "2213n02");
  judge (f, "LLD-S8", 4);
  sf_spread_of_area (f->model, f->evaluation, area (f, "LLD"), &spread);
  g_assert_cmpuint (spread.counts[1], ==, 1);
  g_assert_cmpuint (spread.counts[2], ==, 3);
  g_assert_cmpuint (spread.counts[3], ==, 1);
  g_assert_cmpuint (spread.counts[4], ==, 0);
  g_assert_cmpuint (spread.not_judged, ==, 2);
  g_assert_cmpuint (spread.not_applicable, ==, 1);
  g_assert_cmpuint (sf_spread_get_n_judged (&spread), ==, 5);
  assert_text (sf_spread_to_text (&spread, scale), "1 outstanding, 3 good, 1 requires improvement");
  assert_text (sf_spread_to_full_text (&spread, scale),
               "1 outstanding, 3 good, 1 requires improvement, 2 not judged yet, "
               "1 not applicable");

  for (int i = 0; i < 3; i++)
    {
      who[i] = make (f->model, SF_TYPE_CONTRIBUTOR, "name", "Somebody", "kind", "staff", NULL);
      make (f->model, SF_TYPE_JUDGEMENT, "evaluation", f->evaluation, "statement_code", "LLD-S1",
            "contributor", who[i], "level", i == 0 ? 2 : 3, NULL);
    }
  sf_spread_of_statement (f->model, f->evaluation, "LLD-S1", &spread);
  g_assert_cmpuint (spread.total, ==, 3);
  assert_text (sf_spread_to_text (&spread, scale), "1 good, 2 requires improvement");

  grade (f, "LLD", 2);
  grade (f, "SPF", 1);
  grade (f, SF_WHOLE_CENTRE, 4);
  sf_spread_of_grades (f->model, f->evaluation, &spread);
  g_assert_cmpuint (spread.total, ==, 6);
  assert_text (sf_spread_to_full_text (&spread, scale), "1 outstanding, 1 good, 4 not judged yet");
}

static void
test_odd (Fixture *f, gconstpointer data)
{
  /* How many at each level, how many not judged, the grade, and why it is odd, if it is. */
  static const struct
  {
    guint counts[4], not_judged, not_applicable;
    gint64 grade;
    const char *why;
  } cases[] = {
    { { 0, 8, 0, 0 }, 0, 0, 2, NULL },
    { { 1, 6, 1, 0 }, 0, 0, 2, NULL },
    { { 0, 3, 3, 0 }, 3, 0, 2, "3 of 6 are lower: 3 requires improvement" },
    { { 0, 4, 3, 0 }, 0, 0, 2, NULL },
    { { 4, 2, 0, 0 }, 0, 0, 1, NULL },
    { { 3, 3, 0, 0 }, 0, 0, 1, "3 of 6 are lower: 3 good" },
    { { 7, 0, 1, 0 }, 0, 0, 1, "1 of 8 is lower: 1 requires improvement" },
    { { 2, 5, 0, 1 }, 0, 0, 2, "1 of 8 is lower: 1 inadequate" },
    { { 2, 5, 0, 1 }, 0, 0, 3, NULL },
    { { 2, 6, 0, 0 }, 0, 0, 3, "all 8 judged are higher" },
    { { 0, 1, 0, 0 }, 0, 0, 3, "the only one judged is higher" },
    { { 0, 0, 0, 6 }, 0, 0, 4, NULL },
    { { 0, 0, 5, 1 }, 0, 0, 4, NULL },
    /* Too little is judged to say. */
    { { 0, 0, 3, 0 }, 4, 0, 1, NULL },
    { { 1, 0, 0, 2 }, 5, 1, 3, NULL },
    /* But what is inadequate is said at once. */
    { { 1, 0, 0, 2 }, 5, 1, 2, "2 of 3 are lower: 2 inadequate" },
    { { 0, 0, 3, 0 }, 3, 0, 1, "3 of 3 are lower: 3 requires improvement" },
    { { 0, 0, 3, 0 }, 3, 9, 1, "3 of 3 are lower: 3 requires improvement" },
    { { 0, 0, 0, 0 }, 0, 8, 1, NULL },
    { { 0, 0, 0, 0 }, 8, 0, 1, NULL },
    /* No grade, or one that the scale lacks. */
    { { 0, 0, 0, 8 }, 0, 0, SF_NULL_INT, NULL },
    { { 0, 0, 0, 8 }, 0, 0, 6, NULL },
  };
  SfScale *scale = sf_framework_find_scale (f->framework, "grade");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *why = NULL;
      SfSpread spread
          = { .not_judged = cases[i].not_judged, .not_applicable = cases[i].not_applicable };
      gboolean odd;

      for (int level = 1; level <= 4; level++)
        spread.total += spread.counts[level] = cases[i].counts[level - 1];
      spread.total += spread.not_judged + spread.not_applicable;
      odd = sf_spread_grade_is_odd (&spread, scale, cases[i].grade, &why);
      g_test_message ("case %u", i);
      g_assert_cmpstr (why, ==, cases[i].why);
      g_assert_cmpint (odd, ==, cases[i].why != NULL);
      g_assert_cmpint (sf_spread_grade_is_odd (&spread, scale, cases[i].grade, NULL), ==, odd);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/vocabulary", test_vocabulary);
  g_test_add ("/model/state", Fixture, NULL, set_up, test_state, tear_down);
  g_test_add ("/model/progress", Fixture, NULL, set_up, test_progress, tear_down);
  g_test_add ("/model/progress/other-framework", Fixture, "every-child-matters-2013", set_up,
              test_progress_of_others, tear_down);
  g_test_add ("/model/spread", Fixture, NULL, set_up, test_spread, tear_down);
  g_test_add ("/model/spread/odd", Fixture, NULL, set_up, test_odd, tear_down);
  return g_test_run ();
}

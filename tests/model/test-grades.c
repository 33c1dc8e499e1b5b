/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "model/sf-area-grade.h"
#include "model/sf-support.h"
#include "model/sf-target-groups.h"
#include "model/sf-web-links.h"

/* The grades of areas, and what judgements rest on. */

static void
test_state (Fixture *f, gconstpointer data)
{
  SfAreaJudgement *judgement = make (f->model, SF_TYPE_AREA_JUDGEMENT, "evaluation", f->evaluation,
                                     "area_code", "LLD", NULL);

  g_assert_cmpint (sf_area_judgement_get_grade_state (NULL), ==, SF_GRADE_NONE);
  g_assert_cmpint (sf_area_judgement_get_grade_state (judgement), ==, SF_GRADE_NONE);
  assert_text (sf_area_judgement_state_to_text (judgement), "not graded yet");
  assert_text (sf_area_grade_to_text (f->model, f->evaluation, area (f, "LLD")), "Not graded yet");
  change (f->model, judgement, "level", 2);
  assert_text (sf_area_judgement_state_to_text (judgement), "proposed by the head, not yet agreed");
  assert_text (sf_area_grade_to_text (f->model, f->evaluation, area (f, "LLD")), "2 Good");
  /* It must be recorded who and when. */
  change (f->model, judgement, "agreed_on", "2026-05-02");
  change (f->model, judgement, "agreed_by", "  ");
  g_assert_cmpint (sf_area_judgement_get_grade_state (judgement), ==, SF_GRADE_PROPOSED);
  change (f->model, judgement, "agreed_by", "the leadership team");
  g_assert_cmpint (sf_area_judgement_get_grade_state (judgement), ==, SF_GRADE_AGREED);
  assert_text (sf_area_judgement_state_to_text (judgement),
               "agreed by the leadership team on 2 May 2026");
  /* What was agreed was a grade: without one there is nothing. */
  change (f->model, judgement, "level", 9);
  g_assert_null (sf_area_grade_get_level (f->model, f->evaluation, area (f, "LLD")));
}

static void
test_change (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *code;
    int then, now;
    SfGradeChange change;
    const char *text;
  } cases[] = { { "LLD", 3, 2, SF_GRADE_CHANGE_BETTER, "better than last year" },
                { "SFC", 2, 2, SF_GRADE_CHANGE_SAME, "the same as last year" },
                { "BAR", 2, 4, SF_GRADE_CHANGE_WORSE, "lower than last year" },
                { "SPF", 0, 2, SF_GRADE_CHANGE_UNKNOWN, NULL },
                { "MTO", 2, 0, SF_GRADE_CHANGE_UNKNOWN, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      if (cases[i].then != 0)
        grade_in (f, f->last, cases[i].code, cases[i].then);
      if (cases[i].now != 0)
        grade (f, cases[i].code, cases[i].now);
      g_assert_cmpint (sf_area_grade_compare_with_last (f->model, f->evaluation,
                                                        area (f, cases[i].code), &text),
                       ==, cases[i].change);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
  /* The first evaluation has none before it. */
  g_assert_cmpint (sf_area_grade_compare_with_last (f->model, f->last, area (f, "LLD"), NULL), ==,
                   SF_GRADE_CHANGE_UNKNOWN);
  grade_in (f, f->last, SF_WHOLE_CENTRE, 3);
  grade (f, SF_WHOLE_CENTRE, 2);
  change (f->model, f->last, "starts_on", "2023-04-01");
  {
    g_autofree char *text = NULL;
    g_assert_cmpint (sf_area_grade_compare_with_last (f->model, f->evaluation, NULL, &text), ==,
                     SF_GRADE_CHANGE_BETTER);
    g_assert_cmpstr (text, ==, "better than last time");
  }
}

static void
test_odd (Fixture *f, gconstpointer data)
{
  g_autofree char *why = NULL;

  judge_area (f, "LLD", "22233333");
  grade (f, "LLD", 2);
  g_assert_true (sf_area_grade_is_odd (f->model, f->evaluation, area (f, "LLD"), &why));
  g_assert_cmpstr (why, ==, "5 of 8 are lower: 5 requires improvement");
  g_assert_false (sf_area_grade_is_odd (f->model, f->evaluation, area (f, "SFC"), NULL));
  grade (f, "SFC", 3);
  grade (f, "BAR", 3);
  grade (f, SF_WHOLE_CENTRE, 2);
  g_assert_true (sf_area_grade_is_odd (f->model, f->evaluation, NULL, NULL));
}

static void
assert_concern (Fixture *f, const char *code, SfSupportConcern concern)
{
  SfStatement *statement = sf_framework_find_statement (f->framework, code);

  g_assert_cmpint (sf_support_get_concern (f->model, f->evaluation, statement), ==, concern);
}

static void
test_support (Fixture *f, gconstpointer data)
{
  guint counts[SF_N_SUPPORT_CONCERNS];
  SfSupport support;
  SfEvidence *old;

  /* Nothing is asked of what is not judged, or weak. */
  assert_concern (f, "LLD-S1", SF_SUPPORT_FINE);
  judge (f, "LLD-S1", 2);
  judge (f, "LLD-S2", 3);
  assert_concern (f, "LLD-S2", SF_SUPPORT_FINE);
  assert_concern (f, "LLD-S1", SF_SUPPORT_NO_EVIDENCE);
  /* Nor of the head's own. */
  judge (f, "LLD-S8", 1);
  assert_concern (f, "LLD-S8", SF_SUPPORT_FINE);

  old = prove (f, "LLD-S1", "document", "2025-11-01");
  assert_concern (f, "LLD-S1", SF_SUPPORT_ONE_KIND);
  prove (f, "LLD-S1", "document", "2024-11-01");
  assert_concern (f, "LLD-S1", SF_SUPPORT_ONE_KIND);
  prove (f, "LLD-S1", "users-views", "2026-03-31");
  assert_concern (f, "LLD-S1", SF_SUPPORT_OLD);
  sf_support_of_statement (f->model, f->evaluation, "LLD-S1", &support);
  g_assert_cmpuint (support.n_items, ==, 3);
  g_assert_cmpuint (support.n_kinds, ==, 2);
  g_assert_cmpuint (support.kinds, ==,
                    1u << SF_EVIDENCE_KIND_DOCUMENT | 1u << SF_EVIDENCE_KIND_USERS_VIEWS);
  g_assert_cmpstr (support.newest, ==, "2026-03-31");
  assert_text (sf_support_to_text (&support), "3 items: users’ views and documents");
  assert_text (sf_support_detail_to_text (&support), "Newest 31 March 2026");

  /* Its first day belongs to the evaluation. */
  change (f->model, old, "dated_on", "2026-04-01");
  assert_concern (f, "LLD-S1", SF_SUPPORT_FINE);
  /* Retired evidence does not count. */
  change (f->model, old, "retired_at", 1);
  assert_concern (f, "LLD-S1", SF_SUPPORT_OLD);
  /* A date that nobody entered is not an old date. */
  prove (f, "LLD-S1", "document", NULL);
  assert_concern (f, "LLD-S1", SF_SUPPORT_FINE);

  judge (f, "LLD-S3", 1);
  prove (f, "LLD-S3", "document", "2026-05-01");
  sf_support_of_statement (f->model, f->evaluation, "LLD-S3", &support);
  assert_text (sf_support_concern_to_text (SF_SUPPORT_ONE_KIND, &support),
               "rests on documents only");
  assert_text (sf_support_concern_to_text (SF_SUPPORT_ONE_KIND, NULL),
               "rests on one kind of evidence");
  sf_support_count_concerns (f->model, f->evaluation, area (f, "LLD"), counts);
  g_assert_cmpuint (counts[SF_SUPPORT_ONE_KIND], ==, 1);
  g_assert_cmpuint (counts[SF_SUPPORT_NO_EVIDENCE], ==, 0);
  g_assert_cmpuint (counts[SF_SUPPORT_FINE], ==, 7);
}

/* The rule of triangulation, case by case: up to three pieces of evidence, as kind and date; "-" is
 * no date. The evaluation runs from 1 April 2026. */
static void
test_support_cases (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int level;
    const char *evidence;
    SfSupportConcern concern;
    const char *told;
  } cases[] = {
    /* what is not judged, or judged weak, is not looked at */
    { 0, "", SF_SUPPORT_FINE, "" },
    { 0, "document 2020-01-01", SF_SUPPORT_FINE, "" },
    { 3, "", SF_SUPPORT_FINE, "" },
    { 4, "document 2020-01-01", SF_SUPPORT_FINE, "" },
    /* outstanding and good alike */
    { 1, "", SF_SUPPORT_NO_EVIDENCE, "rests on no evidence" },
    { 2, "", SF_SUPPORT_NO_EVIDENCE, "rests on no evidence" },
    /* one kind, however much there is of it, and however new */
    { 1, "data 2026-05-01", SF_SUPPORT_ONE_KIND, "rests on data only" },
    { 2, "observation 2026-05-01", SF_SUPPORT_ONE_KIND, "rests on observation only" },
    { 2, "users-views 2026-05-01", SF_SUPPORT_ONE_KIND, "rests on users’ views only" },
    { 2, "document 2026-05-01", SF_SUPPORT_ONE_KIND, "rests on documents only" },
    { 2, "external 2026-05-01", SF_SUPPORT_ONE_KIND, "rests on external views only" },
    { 2, "data 2026-05-01;data 2026-06-01;data 2026-07-01", SF_SUPPORT_ONE_KIND,
      "rests on data only" },
    { 2, "data -", SF_SUPPORT_ONE_KIND, "rests on data only" },
    /* one kind is told before old */
    { 2, "data 2019-05-01;data 2020-05-01", SF_SUPPORT_ONE_KIND, "rests on data only" },
    /* two kinds: old only if all of it is older than the first day */
    { 2, "data 2026-05-01;document 2026-05-01", SF_SUPPORT_FINE, "" },
    { 2, "data 2019-05-01;document 2026-04-01", SF_SUPPORT_FINE, "" },
    { 2, "data 2019-05-01;document 2026-03-31", SF_SUPPORT_OLD,
      "rests on evidence from before this evaluation" },
    { 1, "data 2019-05-01;document 2020-03-31;external 2021-03-31", SF_SUPPORT_OLD,
      "rests on evidence from before this evaluation" },
    /* what has no date is not old */
    { 2, "data 2019-05-01;document -", SF_SUPPORT_FINE, "" },
    { 2, "data -;document -", SF_SUPPORT_FINE, "" },
    /* a date ahead is no concern of this rule */
    { 2, "data 2019-05-01;document 2030-01-01", SF_SUPPORT_FINE, "" },
  };
  GPtrArray *statements = sf_framework_get_statements (f->framework);
  guint at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) items = g_strsplit (cases[i].evidence, ";", -1);
      SfStatement *statement;
      SfSupport support;

      do
        statement = statements->pdata[at++];
      while (sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE);
      for (char **item = items; *item != NULL; item++)
        {
          g_auto (GStrv) parts = g_strsplit (*item, " ", 2);

          prove (f, sf_statement_get_code (statement), parts[0],
                 g_str_equal (parts[1], "-") ? NULL : parts[1]);
        }
      if (cases[i].level != 0)
        judge (f, sf_statement_get_code (statement), cases[i].level);
      g_test_message ("%d: %s", cases[i].level, cases[i].evidence);
      sf_support_of_statement (f->model, f->evaluation, sf_statement_get_code (statement),
                               &support);
      g_assert_cmpuint (support.n_items, ==, g_strv_length (items));
      assert_concern (f, sf_statement_get_code (statement), cases[i].concern);
      assert_text (sf_support_concern_to_text (cases[i].concern, &support), cases[i].told);
    }
}

/* Whom evidence is about: words in, words out, in the order of the list. */
static void
test_target_groups (Fixture *f, gconstpointer data)
{
  g_autofree char *stranger = NULL;
  guint both = sf_target_groups_parse ("lone-parents  fathers", &stranger);
  SfSupport support;

  g_assert_null (stranger);
  assert_text (sf_target_groups_to_column (both), "fathers lone-parents");
  assert_text (sf_target_groups_to_text (both), "fathers and lone parents");
  g_assert_cmpuint (sf_target_groups_parse (NULL, NULL), ==, 0);
  g_assert_null (sf_target_groups_to_column (0));
  g_assert_cmpuint (sf_target_groups_parse ("fathers uncles lone-parents", &stranger), ==, both);
  g_assert_cmpstr (stranger, ==, "uncles");

  change (f->model, prove (f, "LLD-S1", "data", "2026-05-01"), "target_groups", "fathers");
  change (f->model, prove (f, "LLD-S1", "data", NULL), "target_groups", "disabled fathers");
  sf_support_of_statement (f->model, f->evaluation, "LLD-S1", &support);
  assert_text (sf_support_to_text (&support), "2 items: data");
  assert_text (sf_support_detail_to_text (&support),
               "Newest 1 May 2026 · 1 without a date · About fathers and disabled children and "
               "parents");
  prove (f, "LLD-S2", "users-views", NULL);
  sf_support_of_statement (f->model, f->evaluation, "LLD-S2", &support);
  assert_text (sf_support_to_text (&support), "1 item: users’ views");
  sf_support_of_statement (f->model, f->evaluation, "LLD-S3", &support);
  assert_text (sf_support_to_text (&support), "no evidence yet");
  assert_text (sf_support_detail_to_text (&support), "");
}

/* What is pasted: an address and nothing else is a web link. */
static void
test_web_address_alone (void)
{
  static const struct
  {
    const char *text, *address, *title;
  } cases[] = {
    { " https://www.gov.uk/help/sure-start\n", "https://www.gov.uk/help/sure-start",
      "www.gov.uk/sure-start" },
    { "http://example.org", "http://example.org", "example.org" },
    { "https://example.org/a/?page=2", "https://example.org/a/?page=2", "example.org/a" },
    { "See https://example.org", NULL, NULL },
    { "https://example.org\nhttps://example.com", NULL, NULL },
    { "file:///etc/passwd", NULL, NULL },
    { "www.example.org", NULL, NULL },
    { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = sf_web_links_find_alone (cases[i].text);
      g_autofree char *title = address != NULL ? sf_web_links_to_title (address) : NULL;

      g_assert_cmpstr (address, ==, cases[i].address);
      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

/* What a button may open: addresses of the web and nothing else. */
static void
test_web_links (void)
{
  static const struct
  {
    const char *text, *addresses;
  } cases[] = {
    { NULL, "" },
    { "  \n\n", "" },
    { "https://example.org/a", "https://example.org/a" },
    { " www.example.org ", "https://www.example.org" },
    { "example.org:8080/a", "https://example.org:8080/a" },
    { "example.org/a:b", "https://example.org/a:b" },
    { "http://example.org\nhttps://example.net/b\nhttp://example.org",
      "http://example.org https://example.net/b" },
    { "file:///etc/passwd.txt", "" },
    { "javascript:alert('a.b')", "" },
    { "mailto:head@example.org", "" },
    { "smb://server.example/share", "" },
    { "https://", "" },
    { "see the letter of May. Then ring", "" },
  };
  g_autofree char *text = sf_web_links_to_text ("https://example.org/weights");
  g_autofree char *cut = sf_web_links_to_text (
      "https://www.example.org/a/very/long/way/to/what/one/wants/breastfeeding-2026-q1.html");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) links = sf_web_links_parse (cases[i].text);
      g_autofree char *joined = g_strjoinv (" ", links);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (joined, ==, cases[i].addresses);
    }
  g_assert_cmpstr (text, ==, "example.org/weights");
  g_assert_cmpstr (cut, ==, "www.example.org/a/very/long/way/…ng-2026-q1.html");
}

/* The line under an area's name, as the work on it goes on. */
static void
test_summary (Fixture *f, gconstpointer data)
{
  SfKeyArea *lld = area (f, "LLD");
  SfAreaJudgement *judgement;

  assert_text (sf_area_grade_get_summary (f->model, f->evaluation, lld), "Not started yet");
  judge_area (f, "LLD", "2222");
  assert_text (sf_area_grade_get_summary (f->model, f->evaluation, lld),
               "Not graded yet, 4 standards to judge");
  judgement = grade (f, "LLD", 3);
  assert_text (sf_area_grade_get_summary (f->model, f->evaluation, lld),
               "The grade sits oddly: all 4 judged are higher");
  change (f->model, judgement, "level", 2);
  assert_text (sf_area_grade_get_summary (f->model, f->evaluation, lld), "4 standards to judge");
  judge (f, "LLD-S5", 2);
  judge (f, "LLD-S6", 3);
  judge (f, "LLD-S7", 1);
  judge (f, "LLD-S9", 3);
  assert_text (sf_area_grade_get_summary (f->model, f->evaluation, lld),
               "Most of it rests on no evidence");
  for (int i = 1; i <= 7; i++)
    {
      g_autofree char *code = g_strdup_printf ("LLD-S%d", i);
      prove (f, code, "data", "2026-05-01");
      prove (f, code, "observation", "2026-05-01");
    }
  assert_text (sf_area_grade_get_summary (f->model, f->evaluation, lld),
               "1 outstanding, 5 good, 2 requires improvement");
  grade_in (f, f->last, "LLD", 3);
  assert_text (sf_area_grade_get_summary (f->model, f->evaluation, lld), "Better than last year");
  grade (f, "BST", 2);
  assert_text (sf_area_grade_get_summary (f->model, f->evaluation, area (f, "BST")),
               "Graded as a whole");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/grade/state", Fixture, NULL, set_up, test_state, tear_down);
  g_test_add ("/model/grade/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/model/grade/odd", Fixture, NULL, set_up, test_odd, tear_down);
  g_test_add ("/model/support", Fixture, NULL, set_up, test_support, tear_down);
  g_test_add ("/model/support/cases", Fixture, NULL, set_up, test_support_cases, tear_down);
  g_test_add ("/model/support/target-groups", Fixture, NULL, set_up, test_target_groups, tear_down);
  g_test_add_func ("/model/web-links", test_web_links);
  g_test_add_func ("/model/web-address-alone", test_web_address_alone);
  g_test_add ("/model/grade/summary", Fixture, NULL, set_up, test_summary, tear_down);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "model/sf-search.h"

static void
test_words (void)
{
  static const struct
  {
    const char *text, *words;
    gboolean matches;
  } cases[] = {
    { "Parents’ survey, spring", "parents", TRUE },
    { "Parents’ survey, spring", "parents' SURVEY", TRUE },
    { "Parents’ survey, spring", "surv spr", TRUE },
    { "Parents’ survey, spring", "pring", FALSE },
    { "Parents’ survey, spring", "spring autumn", FALSE },
    { "The children's crèche", "childrens creche", TRUE },
    { "The children’s creche", "crèche", TRUE },
    { "Cre\xcc\x80"
      "che",
      "crèche", TRUE },
    { "STRASSE", "straße", TRUE },
    { "ŁÓDŹ and Ńice", "nice", TRUE },
    { "Über-fünf", "funf", TRUE },
    { "family-hub", "hub", TRUE },
    { "65 % of 0–5s", "0 5s 65", TRUE },
    { "anything", "", TRUE },
    { "anything", " … ", TRUE },
    { NULL, "word", FALSE },
    { NULL, NULL, TRUE },
    { "Ελλάδα", "ελλαδ", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (sf_search_text_matches (cases[i].text, cases[i].words), ==,
                       cases[i].matches);
    }
}

static SfSearchHit *
find_hit (GPtrArray *hits, SfSearchKind kind)
{
  for (guint i = 0; i < hits->len; i++)
    if (((SfSearchHit *)hits->pdata[i])->kind == kind)
      return hits->pdata[i];
  return NULL;
}

/* The snippet with its matches in brackets. */
static char *
bracket (SfSearchHit *hit)
{
  GString *text = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < hit->n_ranges; i++)
    {
      g_string_append_len (text, hit->snippet + at, hit->ranges[i].start - at);
      g_string_append_printf (text, "[%.*s]", (int)(hit->ranges[i].end - hit->ranges[i].start),
                              hit->snippet + hit->ranges[i].start);
      at = hit->ranges[i].end;
    }
  g_string_append (text, hit->snippet + at);
  return g_string_free (text, FALSE);
}

/* One record of each class with the word "zebra", which no framework has. */
static void
test_kinds (Fixture *f, gconstpointer data)
{
  static const SfSearchKind kinds[]
      = { SF_SEARCH_AREA,     SF_SEARCH_JUDGEMENT,  SF_SEARCH_TARGET, SF_SEARCH_REVIEW,
          SF_SEARCH_EVIDENCE, SF_SEARCH_EVALUATION, SF_SEARCH_CENTRE, SF_SEARCH_CONTRIBUTOR,
          SF_SEARCH_MEETING,  SF_SEARCH_CHALLENGE };
  SfEvidence *evidence = prove (f, "LLD-S1", "document", NULL);
  SfTarget *target = aim (f, "LLD-S5", "Zebra crossing");
  SfContributor *who
      = make (f->model, SF_TYPE_CONTRIBUTOR, "name", "Zebra Jones", "kind", "staff", NULL);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *name = NULL;
  SfMeeting *meeting;
  SfSearchHit *hit;

  change (f->model, evidence, "shows", "There is a zebra.");
  list = sf_model_list_evidence_links (f->model, f->evaluation, "LLD-S1");
  change (f->model, list->pdata[0], "note", "The zebra\nhelps.");
  make (f->model, SF_TYPE_ATTACHMENT, "evidence", evidence, "name", "zebra.jpg", "media_type",
        "image/jpeg", "size", 1, "digest", "0", "added_at", 1, NULL);
  make (f->model, SF_TYPE_REVIEW, "target", target, "reviewed_on", "2026-05-01", "comment",
        "No zebra yet.", NULL);
  change (f->model, judge (f, "LLD-S5", 2), "strengths", "Zébras are known.");
  change (f->model, grade (f, "LLD", 2), "improvements", "More zebras.");
  change (f->model, f->evaluation, "improved", "The zebra.");
  change (f->model, f->centre, "services", "Zebra rides");
  change (f->model, judge (f, "LLD-S6", 2), "difference", "None.");
  meeting = make (f->model, SF_TYPE_MEETING, "centre", f->centre, "title", "Zebra committee",
                  "meets_on", TODAY, "state", "planned", NULL);
  make (f->model, SF_TYPE_CHALLENGE, "meeting", meeting, "question", "Where is the zebra?",
        "position", 0, NULL);
  hits = sf_search (f->model, f->evaluation, "ZEBRA", 0);
  g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < hits->len; i++)
    {
      hit = hits->pdata[i];
      g_assert_cmpint (hit->kind, ==, kinds[i]);
      g_assert_cmpuint (hit->n_ranges, ==, 1);
      g_assert_cmpuint (strlen (hit->title), >, 0);
      g_assert_cmpuint (strlen (sf_search_kind_get_label (hit->kind)), >, 0);
      g_assert_nonnull (hit->record);
    }
  hit = find_hit (hits, SF_SEARCH_JUDGEMENT);
  name = g_strdup_printf ("LLD-S5 · %s", sf_statement_get_title (
                                             sf_framework_find_statement (f->framework, "LLD-S5")));
  g_assert_cmpstr (hit->title, ==, name);
  g_assert_cmpstr (hit->area_code, ==, "LLD");
  g_assert_cmpstr (hit->statement_code, ==, "LLD-S5");
  g_assert_cmpuint (hit->column, ==, SF_JUDGEMENT_STRENGTHS);
  g_assert_null (hit->detail);
  assert_text (bracket (hit), "[Zébra]s are known.");
  hit = find_hit (hits, SF_SEARCH_EVIDENCE);
  g_assert_cmpstr (hit->title, ==, "Parents’ survey");
  assert_text (bracket (hit), "There is a [zebra].");
  hit = find_hit (hits, SF_SEARCH_REVIEW);
  g_assert_cmpstr (hit->title, ==, "Zebra crossing");
  g_assert_cmpstr (hit->detail, ==, "1 May 2026");

  /* What hangs on retired records goes with them. */
  change (f->model, evidence, "retired_at", 1);
  change (f->model, target, "retired_at", 1);
  change (f->model, who, "retired_at", 1);
  change (f->model, meeting, "retired_at", 1);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = sf_search (f->model, f->evaluation, "zebra", 0);
  g_assert_cmpuint (hits->len, ==, 4);
}

static void
test_statements (Fixture *f, gconstpointer data)
{
  SfStatement *statement = sf_framework_find_statement (f->framework, "LLD-S5");
  g_autoptr (GPtrArray) hits
      = sf_search (f->model, f->evaluation, sf_statement_get_title (statement), 0);
  SfSearchHit *hit = find_hit (hits, SF_SEARCH_STATEMENT);

  g_assert_nonnull (hit);
  g_assert_cmpstr (hit->statement_code, ==, "LLD-S5");
  g_assert_cmpstr (hit->detail, ==, "Leading Learning and Development");
  g_assert_null (hit->record);
  g_clear_pointer (&hits, g_ptr_array_unref);
  /* Without an evaluation there is no framework to search. */
  hits = sf_search (f->model, NULL, sf_statement_get_title (statement), 0);
  g_assert_cmpuint (hits->len, ==, 0);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = sf_search (f->model, f->evaluation, " — ’ ", 0);
  g_assert_cmpuint (hits->len, ==, 0);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = sf_search (f->model, f->evaluation, "the", 3);
  g_assert_cmpuint (hits->len, ==, 3);
}

static void
test_order (Fixture *f, gconstpointer data)
{
  SfContributor *deputy
      = make (f->model, SF_TYPE_CONTRIBUTOR, "name", "Deputy", "kind", "leadership", NULL);
  SfJudgement *old = make (f->model, SF_TYPE_JUDGEMENT, "evaluation", f->last, "statement_code",
                           "LLD-S5", "contributor", deputy, "strengths", "Zebra then", NULL);
  SfJudgement *now = judge (f, "LLD-S5", 2);
  g_autoptr (GPtrArray) hits = NULL;
  SfSearchHit *hit;

  /* Words may be spread over the texts of one record; the text with most of them is shown. */
  change (f->model, now, "strengths", "Zebra now");
  change (f->model, now, "difference", "The quagga and the zebra of Millbrook");
  hits = sf_search (f->model, f->evaluation, "zebra", 0);
  g_assert_cmpuint (hits->len, ==, 2);
  hit = hits->pdata[0];
  g_assert_true (hit->record == SF_RECORD (now));
  hit = hits->pdata[1];
  g_assert_true (hit->record == SF_RECORD (old));
  g_assert_cmpstr (hit->detail, ==, "Deputy · 2025 to 2026");
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = sf_search (f->model, f->evaluation, "now quagga zebra", 0);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  assert_text (bracket (hit), "[Zebra] [now]");
  /* A text that changed is found as it is now. */
  change (f->model, now, "difference", "Nothing");
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = sf_search (f->model, f->evaluation, "quagga", 0);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
test_snippet (Fixture *f, gconstpointer data)
{
  SfJudgement *judgement = judge (f, "LLD-S5", 2);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *shown = NULL;
  SfSearchHit *hit;

  for (int i = 0; i < 60; i++)
    g_string_append (text, "Väter kommen.\n\n");
  g_string_append (text, "Then a zebra ");
  for (int i = 0; i < 60; i++)
    g_string_append (text, "läuft\tdavon ");
  change (f->model, judgement, "strengths", text->str);
  hits = sf_search (f->model, f->evaluation, "zebra lauf", 0);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  shown = bracket (hit);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_true (g_str_has_prefix (shown, "…"));
  g_assert_true (g_str_has_suffix (shown, "…"));
  g_assert_nonnull (strstr (shown, "Väter kommen. Then a [zebra] [läuf]t davon"));
  g_assert_cmpint (g_utf8_strlen (hit->snippet, -1), <=, 125);
}

static guint
count_title_hits (GPtrArray *hits, SfSearchKind kind, const char *first)
{
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      SfSearchHit *hit = hits->pdata[i];

      if (hit->kind == kind && n++ == 0)
        g_assert_cmpstr (hit->title, ==, first);
    }
  return n;
}

/* What is called so comes before what only speaks of it, and that before what has the words here
 * and there; the limit does not touch the counts. */
static void
test_best_first (Fixture *f, gconstpointer data)
{
  static const char *const titles[] = { "Quagga here", "Something", "The zebra and the quagga" };
  static const char *const shows[] = { "zebra there", "A quagga is a zebra.", NULL };
  guint counts[SF_N_SEARCH_KINDS];
  g_autoptr (GPtrArray) hits = NULL;
  SfSearchHit *hit;

  for (guint i = 0; i < 3; i++)
    make (f->model, SF_TYPE_EVIDENCE, "centre", f->centre, "title", titles[i], "kind", "document",
          "shows", shows[i], "added_on", "2026-05-01", NULL);
  hits = sf_search (f->model, f->evaluation, "zebra quagga", 0);
  g_assert_cmpuint (hits->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      hit = hits->pdata[i];
      g_assert_cmpstr (hit->title, ==, titles[2 - i]);
    }
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = sf_search_counted (f->model, f->evaluation, "zebra", 2, counts);
  g_assert_cmpuint (count_title_hits (hits, SF_SEARCH_EVIDENCE, titles[2]), ==, 2);
  g_assert_cmpuint (counts[SF_SEARCH_EVIDENCE], ==, 3);
  g_assert_cmpuint (counts[SF_SEARCH_TARGET], ==, 0);
}

static void
assert_finds (SfModel *model, const char *query, SfEvidence *evidence)
{
  guint n;
  g_autoptr (GPtrArray) list = sf_search_evidence (model, NULL, query, 0, &n);

  g_assert_cmpuint (list->len, ==, evidence != NULL ? 1 : 0);
  g_assert_cmpuint (list->len, ==, n);
  g_assert_true (evidence == NULL || ((SfSearchHit *)list->pdata[0])->evidence == evidence);
}

/* Evidence is found by all that is written of it, wherever each word stands. */
static void
test_evidence (Fixture *f, gconstpointer data)
{
  SfEvidence *evidence = prove (f, "LLD-S1", "document", NULL);
  g_autoptr (GPtrArray) links = sf_model_list_evidence_links (f->model, f->evaluation, "LLD-S1");
  SfAttachment *file
      = make (f->model, SF_TYPE_ATTACHMENT, "evidence", evidence, "name", "okapi.jpg", "media_type",
              "image/jpeg", "size", 1, "digest", "0", "added_at", 1, NULL);

  change (f->model, evidence, "web_link", "https://example.org/zebra");
  change (f->model, evidence, "author", "Ms Quagga");
  change (f->model, links->pdata[0], "note", "See the gnu on page 3.");
  assert_finds (f->model, "ZEB", evidence);
  assert_finds (f->model, "gnu okapi quagga zebra", evidence);
  assert_finds (f->model, "gnu lion", NULL);
  assert_finds (f->model, "nu", NULL);
  assert_finds (f->model, " ", NULL);
  /* a file that was replaced by another does not speak any more */
  make (f->model, SF_TYPE_ATTACHMENT, "evidence", evidence, "name", "new.jpg", "media_type",
        "image/jpeg", "size", 1, "digest", "1", "added_at", 2, "replaces", file, NULL);
  assert_finds (f->model, "okapi", NULL);
  assert_finds (f->model, "new", evidence);
  change (f->model, evidence, "retired_at", 1);
  assert_finds (f->model, "zebra", NULL);
}

/* The one hit of @query: why it was found, and what is shown of it. */
static void
assert_reason (Fixture *f, const char *query, SfSearchKind kind, const char *snippet)
{
  guint counts[SF_N_SEARCH_KINDS];
  g_autoptr (GPtrArray) hits = sf_search_counted (f->model, f->evaluation, query, 8, counts);
  SfSearchHit *hit;

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (counts[SF_SEARCH_EVIDENCE], ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpint (hit->kind, ==, kind);
  g_assert_cmpint (sf_search_kind_get_group (kind), ==, SF_SEARCH_EVIDENCE);
  g_assert_cmpstr (hit->title, ==, "Parents’ survey");
  g_assert_true (SF_IS_EVIDENCE (hit->evidence));
  assert_text (bracket (hit), snippet);
}

/* One piece of evidence is found once, by the best that was found of it: its title before its other
 * texts, these before a note, and the name of a file last. */
static void
test_once (Fixture *f, gconstpointer data)
{
  SfEvidence *evidence = prove (f, "LLD-S1", "document", NULL);
  g_autoptr (GPtrArray) links = sf_model_list_evidence_links (f->model, f->evaluation, "LLD-S1");
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *name = NULL;

  make (f->model, SF_TYPE_ATTACHMENT, "evidence", evidence, "name", "zebra-gnu.jpg", "media_type",
        "image/jpeg", "size", 1, "digest", "0", "added_at", 1, NULL);
  assert_reason (f, "zebra", SF_SEARCH_ATTACHMENT, "[zebra]-gnu.jpg");
  change (f->model, links->pdata[0], "note", "The zebra and the parents.");
  assert_reason (f, "zebra", SF_SEARCH_NOTE, "The [zebra] and the parents.");
  change (f->model, evidence, "shows", "No zebra.");
  assert_reason (f, "zebra", SF_SEARCH_EVIDENCE, "No [zebra].");
  /* a text with all the words is a better reason than one with some */
  assert_reason (f, "zebra gnu", SF_SEARCH_ATTACHMENT, "[zebra]-[gnu].jpg");
  assert_reason (f, "zebra parents and", SF_SEARCH_NOTE, "The [zebra] [and] the [parents].");
  /* words spread over several texts: the better place of equal ones */
  assert_reason (f, "survey gnu", SF_SEARCH_EVIDENCE, "Parents’ [survey]");
  hits = sf_search (f->model, f->evaluation, "zebra parents and", 0);
  name = g_strdup_printf ("LLD-S1 · %s", sf_statement_get_title (
                                             sf_framework_find_statement (f->framework, "LLD-S1")));
  g_assert_cmpstr (((SfSearchHit *)hits->pdata[0])->detail, ==, name);
  g_assert_false (sf_search_hit_is_in_title (hits->pdata[0]));
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = sf_search (f->model, f->evaluation, "survey", 0);
  g_assert_true (sf_search_hit_is_in_title (hits->pdata[0]));
  g_assert_null (((SfSearchHit *)hits->pdata[0])->detail);
}

/* The index follows what is changed, added and taken away after it was made. */
static void
test_follows (Fixture *f, gconstpointer data)
{
  SfJudgement *judgement = judge (f, "LLD-S5", 2);
  SfTarget *target;
  SfSearchHit *hit;

  while (sf_search_prepare (f->model))
    ;
  /* more changes than an index keeps the traces of */
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = g_strdup_printf ("zebra%u", i);
      g_autofree char *before = g_strdup_printf ("zebra%u", i - 1);
      g_autoptr (GPtrArray) hits = NULL, gone = NULL;

      change (f->model, judgement, "strengths", text);
      if (i % 100 != 99)
        continue;
      hits = sf_search (f->model, f->evaluation, text, 0);
      g_assert_cmpuint (hits->len, ==, 1);
      hit = hits->pdata[0];
      g_assert_true (hit->record == SF_RECORD (judgement));
      gone = sf_search (f->model, f->evaluation, before, 0);
      g_assert_cmpuint (gone->len, ==, 0);
    }
  target = aim (f, "LLD-S5", "Zebra crossing");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) hits = sf_search (f->model, f->evaluation, "crossing", 0);

      g_assert_cmpuint (hits->len, ==, 1 - i);
      if (i == 0)
        sf_model_remove (f->model, SF_RECORD (target));
    }
}

/* Ten thousand records of some hundred words each. The time is told, and held against a limit
 * that only a search which folds everything anew would miss. */
static void
test_speed (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 began, first, second;

  for (int i = 0; i < 300; i++)
    g_string_append_printf (text, "wörd%d ", i * 7);
  for (int i = 0; i < 10000; i++)
    make (f->model, SF_TYPE_JUDGEMENT, "evaluation", f->evaluation, "statement_code", "LLD-S1",
          "strengths", text->str, NULL);
  change (f->model, judge (f, "LLD-S2", 2), "strengths", "zebra");
  began = g_get_monotonic_time ();
  g_ptr_array_unref (sf_search (f->model, f->evaluation, "zebra", 20));
  first = g_get_monotonic_time () - began;
  began = g_get_monotonic_time ();
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (GPtrArray) hits = sf_search (f->model, f->evaluation, "zebra", 20);
      g_assert_cmpuint (hits->len, ==, 1);
    }
  second = (g_get_monotonic_time () - began) / 5;
  began = g_get_monotonic_time ();
  g_ptr_array_unref (sf_search (f->model, f->evaluation, "word7", 20));
  g_test_message ("first search %.1f ms, a rare word then %.2f ms, a common one %.1f ms",
                  (double)first / 1000, (double)second / 1000,
                  (double)(g_get_monotonic_time () - began) / 1000);
  g_assert_cmpint (second, <, first / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/search/words", test_words);
  g_test_add ("/model/search/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/model/search/statements", Fixture, NULL, set_up, test_statements, tear_down);
  g_test_add ("/model/search/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/model/search/best-first", Fixture, NULL, set_up, test_best_first, tear_down);
  g_test_add ("/model/search/evidence", Fixture, NULL, set_up, test_evidence, tear_down);
  g_test_add ("/model/search/once", Fixture, NULL, set_up, test_once, tear_down);
  g_test_add ("/model/search/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/model/search/snippet", Fixture, NULL, set_up, test_snippet, tear_down);
  g_test_add ("/model/search/speed", Fixture, NULL, set_up, test_speed, tear_down);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "model/sf-evidence-filter.h"
#include "model/sf-evidence-same.h"
#include "model/sf-vocabulary.h"

/* What the library shows, in which order: tables of cases. Today is 14 May 2026, the evaluation is
 * that of April 2026 to March 2027. */

typedef struct
{
  const char *title;
  const char *kind;
  const char *dated_on;
  const char *added_on;
  const char *sensitivity;
  const char *keep_until;
  const char *place; /* of paper */
  const char *sighted_on;
  const char *web_link;
  const char *file;
  gboolean retired;
  const char *codes; /* statements of this evaluation */
  const char *earlier_code;
} Piece;

/* In the order in which they came. */
static const Piece pieces[] = {
  { "Survey", "users-views", "2026-05-01", "2026-05-02", "open", .file = "survey.pdf",
    .codes = "LLD-S1 SFC-S1" },
  { "Budget", "data", "2026-03-31", "2026-05-03", "board", "2026-05-14", .web_link = "https://b.uk",
    .codes = "MTO-S1" },
  { "Register", "data", "2026-04-01", "2026-05-01", "centre", "2026-05-13", "Cupboard",
    "2025-05-14", .codes = "LLD-S1 LLD-S2 BAR-S3" },
  { "Diary", "observation", NULL, "2026-05-04", "restricted", NULL, "Drawer", "2025-05-13" },
  { "Adviser’s note", "external", "2025-11-04", "2026-05-04", "centre", NULL, "Drawer", NULL },
  { "Empty", "document", NULL, "2026-05-05", "centre", .earlier_code = "LLD-S1" },
  { "Old plan", "document", "2025-06-01", "2026-05-06", "centre", "2026-01-01", .file = "plan.odt",
    .retired = TRUE, .codes = "LLD-S1" },
};

typedef struct
{
  Fixture base;
  SfEvidence *evidence[G_N_ELEMENTS (pieces)];
  SfEvidenceIndex *index;
} Library;

static void
make_links (Library *library, SfEvidence *evidence, const Piece *piece)
{
  g_auto (GStrv) codes = g_strsplit (piece->codes != NULL ? piece->codes : "", " ", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    make (library->base.model, SF_TYPE_EVIDENCE_LINK, "evidence", evidence, "evaluation",
          library->base.evaluation, "statement_code", codes[i], "note", "Families say so", NULL);
  if (piece->earlier_code != NULL)
    make (library->base.model, SF_TYPE_EVIDENCE_LINK, "evidence", evidence, "evaluation",
          library->base.last, "statement_code", piece->earlier_code, NULL);
}

static void
make_piece (Library *library, guint n)
{
  const Piece *piece = &pieces[n];
  SfModel *model = library->base.model;
  SfEvidence *evidence
      = make (model, SF_TYPE_EVIDENCE, "centre", library->base.centre, "title", piece->title,
              "kind", piece->kind, "dated_on", piece->dated_on, "added_on", piece->added_on,
              "sensitivity", piece->sensitivity, "keep_until", piece->keep_until, "place",
              piece->place, "sighted_on", piece->sighted_on, "web_link", piece->web_link, NULL);

  if (piece->retired)
    change (model, evidence, "retired_at", 1);
  if (piece->file != NULL)
    make (model, SF_TYPE_ATTACHMENT, "evidence", evidence, "name", piece->file, "digest", "00",
          NULL);
  make_links (library, evidence, piece);
  library->evidence[n] = evidence;
  /* identities grow with the time of a millisecond: the next one is later */
  g_usleep (2000);
}

static void
set_up_library (Library *library, gconstpointer data)
{
  set_up (&library->base, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    make_piece (library, i);
  library->index = sf_evidence_index_new (library->base.model, library->base.evaluation, TODAY);
}

static void
tear_down_library (Library *library, gconstpointer data)
{
  sf_evidence_index_free (library->index);
  tear_down (&library->base, NULL);
}

/* The titles of what passes, as the pieces came. */
static char *
list_titles (Library *library, const SfEvidenceFilter *filter, const char *words)
{
  g_autoptr (GPtrArray) split = sf_evidence_index_split (words);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (sf_evidence_filter_matches (filter, library->index, library->evidence[i])
        && sf_evidence_index_has_words (library->index, library->evidence[i], split))
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", pieces[i].title);
  return g_string_free (titles, FALSE);
}

#define KIND(kind) .kinds = 1u << SF_EVIDENCE_KIND_##kind

static void
test_filter (Library *library, gconstpointer data)
{
  static const struct
  {
    SfEvidenceFilter filter;
    const char *titles;
  } cases[] = {
    { { 0 }, "Survey, Budget, Register, Diary, Adviser’s note, Empty" },
    { { KIND (DATA) }, "Budget, Register" },
    { { .kinds = 1u << SF_EVIDENCE_KIND_DATA | 1u << SF_EVIDENCE_KIND_EXTERNAL },
      "Budget, Register, Adviser’s note" },
    { { .area_code = (char *)"LLD" }, "Survey, Register" },
    { { .area_code = (char *)"BAR" }, "Register" },
    { { .area_code = (char *)"BST" }, "" },
    { { .area_code = (char *)"QQQ" }, "" },
    { { .from = (char *)"2026-04-01", .to = (char *)"2027-03-31" }, "Survey, Register" },
    { { .to = (char *)"2026-03-31" }, "Budget, Adviser’s note" },
    { { .from = (char *)"2026-04-02" }, "Survey" },
    { { .undated = TRUE }, "Diary, Empty" },
    /* linked in the evaluation before is not used in this one */
    { { .unused = TRUE }, "Diary, Adviser’s note, Empty" },
    /* paper seen a year ago to the day is there; a day longer, or never, is to be looked for */
    { { .missing = TRUE }, "Diary, Adviser’s note, Empty" },
    { { .missing = TRUE, KIND (DOCUMENT) }, "Empty" },
    /* kept until today is kept; what is off the list is due like the rest */
    { { .due = TRUE }, "Register, Old plan" },
    { { .due = TRUE, .retired = TRUE }, "Old plan" },
    { { .retired = TRUE }, "Old plan" },
    { { .retired = TRUE, .area_code = (char *)"LLD" }, "Old plan" },
    { { .unused = TRUE, .undated = TRUE }, "Diary, Empty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *titles = list_titles (library, &cases[i].filter, NULL);

      g_test_message ("filter %u", i);
      g_assert_cmpstr (titles, ==, cases[i].titles);
    }
}

static void
test_sensitivity (Library *library, gconstpointer data)
{
  static const char *const titles[][2] = {
    { "open", "Survey" },
    { "board", "Budget" },
    { "centre", "Register, Adviser’s note, Empty" },
    { "restricted", "Diary" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      int n = sf_vocabulary_find (SF_VOCABULARY_SENSITIVITY, titles[i][0]);
      SfEvidenceFilter filter = { .sensitivities = 1u << n };

      g_assert_cmpint (n, >=, 0);
      assert_text (list_titles (library, &filter, NULL), titles[i][1]);
    }
}

static void
test_lack (Library *library, gconstpointer data)
{
  static const SfEvidenceLack lacks[G_N_ELEMENTS (pieces)]
      = { SF_EVIDENCE_HAS,        SF_EVIDENCE_HAS,     SF_EVIDENCE_HAS, SF_EVIDENCE_LOOK_AGAIN,
          SF_EVIDENCE_LOOK_AGAIN, SF_EVIDENCE_MISSING, SF_EVIDENCE_HAS };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_assert_cmpint (sf_evidence_index_get_lack (library->index, library->evidence[i]), ==,
                       lacks[i]);
      g_assert_cmpint (sf_evidence_find_lack (library->base.model, library->evidence[i], TODAY), ==,
                       lacks[i]);
    }
}

static void
test_words (Library *library, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "", "Survey, Budget, Register, Diary, Adviser’s note, Empty" },
    { "surv", "Survey" },
    { "SURVEY pdf", "Survey" },                     /* title and file name */
    { "advisers", "Adviser’s note" },               /* without the apostrophe */
    { "drawer", "Diary, Adviser’s note" },          /* where the paper lies */
    { "families say", "Survey, Budget, Register" }, /* the note at a link */
    { "https b", "Budget" },                        /* the web link */
    { "urvey", "" },                                /* inside a word */
  };
  const SfEvidenceFilter all = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (list_titles (library, &all, cases[i][0]), cases[i][1]);
}

static void
test_sort (Library *library, gconstpointer data)
{
  static const char *const orders[SF_N_EVIDENCE_SORTS] = {
    [SF_EVIDENCE_SORT_NEWEST] = "Survey, Register, Budget, Adviser’s note, Old plan, Empty, Diary",
    [SF_EVIDENCE_SORT_ADDED] = "Old plan, Empty, Adviser’s note, Diary, Budget, Survey, Register",
    [SF_EVIDENCE_SORT_TITLE] = "Adviser’s note, Budget, Diary, Empty, Old plan, Register, Survey",
    [SF_EVIDENCE_SORT_KIND] = "Register, Budget, Diary, Survey, Old plan, Empty, Adviser’s note",
    [SF_EVIDENCE_SORT_USED] = "Register, Survey, Budget, Old plan, Adviser’s note, Empty, Diary",
  };

  for (guint sort = 0; sort < SF_N_EVIDENCE_SORTS; sort++)
    {
      g_autoptr (GPtrArray) list = g_ptr_array_new ();
      g_autoptr (GString) titles = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
        g_ptr_array_add (list, library->evidence[i]);
      sf_evidence_filter_sort (library->index, sort, list);
      for (guint i = 0; i < list->len; i++)
        {
          g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "",
                                  sf_evidence_get_title (list->pdata[i]));
          if (i > 0)
            g_assert_cmpint (sf_evidence_filter_compare (library->index, sort, list->pdata[i - 1],
                                                         list->pdata[i]),
                             <, 0);
        }
      g_assert_cmpstr (titles->str, ==, orders[sort]);
    }
}

static void
test_sort_words (void)
{
  for (guint sort = 0; sort < SF_N_EVIDENCE_SORTS; sort++)
    {
      SfEvidenceSort found = SF_N_EVIDENCE_SORTS;

      g_assert_true (sf_evidence_sort_from_string (sf_evidence_sort_to_string (sort), &found));
      g_assert_cmpuint (found, ==, sort);
    }
  g_assert_false (sf_evidence_sort_from_string ("colour", &(SfEvidenceSort){ 0 }));
  g_assert_false (sf_evidence_sort_from_string (NULL, &(SfEvidenceSort){ 0 }));
}

/* What is kept is kept until it is told of a change, and not longer. */
static void
test_forget (Library *library, gconstpointer data)
{
  SfEvidence *survey = library->evidence[0];
  const SfEvidenceFilter all = { 0 };
  g_autoptr (GPtrArray) codes = NULL;

  assert_text (list_titles (library, &all, "survey"), "Survey");
  g_assert_cmpuint (sf_evidence_index_count_statements (library->index, survey), ==, 2);
  change (library->base.model, survey, "title", "Poll");
  make (library->base.model, SF_TYPE_EVIDENCE_LINK, "evidence", survey, "evaluation",
        library->base.evaluation, "statement_code", "BST-S1", NULL);
  sf_evidence_index_forget (library->index, survey);
  assert_text (list_titles (library, &all, "poll"), "Survey");
  codes = sf_evidence_index_list_codes (library->index, survey);
  g_assert_cmpuint (codes->len, ==, 3);
  g_assert_cmpstr (codes->pdata[0], ==, "LLD-S1");
  g_assert_cmpstr (codes->pdata[2], ==, "BST-S1");
  g_assert_true (sf_evidence_index_is_in_area (library->index, survey, "BST"));
}

static void
test_copy (void)
{
  g_auto (SfEvidenceFilter) one = { 0 }, other = { 0 };

  g_assert_cmpuint (sf_evidence_filter_count (&one), ==, 0);
  one.kinds = 3;
  one.area_code = g_strdup ("LLD");
  one.from = g_strdup ("2026-01-01");
  one.to = g_strdup ("2026-12-31");
  one.missing = TRUE;
  sf_evidence_filter_copy (&other, &one);
  sf_evidence_filter_clear (&one);
  g_assert_cmpuint (sf_evidence_filter_count (&one), ==, 0);
  g_assert_cmpuint (sf_evidence_filter_count (&other), ==, 4);
  g_assert_cmpstr (other.to, ==, "2026-12-31");
}

/* "touched" names what came, changed or goes, each before it is asked about again. */
static void
on_touched_cb (SfModel *model, SfRecord *record, GPtrArray *touched)
{
  g_ptr_array_add (touched, record);
}

static void
test_touched (Library *library, gconstpointer data)
{
  SfModel *model = library->base.model;
  g_autoptr (GPtrArray) touched = g_ptr_array_new ();
  SfRecord *link;

  g_signal_connect (model, "touched", G_CALLBACK (on_touched_cb), touched);
  change (model, library->evidence[1], "title", "Accounts");
  change (model, library->evidence[1], "title", "Accounts");
  link = make (model, SF_TYPE_EVIDENCE_LINK, "evidence", library->evidence[1], "evaluation",
               library->base.evaluation, "statement_code", "BST-S1", NULL);
  g_assert_cmpuint (touched->len, ==, 2);
  g_assert_true (touched->pdata[0] == library->evidence[1]);
  g_assert_true (touched->pdata[1] == link);
  sf_model_remove (model, link);
  g_assert_cmpuint (touched->len, ==, 3);
}

/* Of all other evidence only @other (nullable) has the same contents as files of @evidence. */
static void
assert_same (Library *library, GPtrArray *evidence, SfEvidence *other)
{
  g_autoptr (GPtrArray) same = sf_evidence_list_same_contents (library->base.model, evidence);

  g_assert_cmpuint (same->len, ==, other != NULL ? 1 : 0);
  if (other != NULL)
    g_assert_true (same->pdata[0] == other);
}

/* The survey and the old plan have the same contents, the plan twice; it is off the list. */
static void
test_same_contents (Library *library, gconstpointer data)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();

  make (library->base.model, SF_TYPE_ATTACHMENT, "evidence", library->evidence[6], "name",
        "copy.odt", "digest", "00", NULL);
  make (library->base.model, SF_TYPE_ATTACHMENT, "evidence", library->evidence[1], "name", "b.csv",
        "digest", "01", NULL);
  g_ptr_array_add (evidence, library->evidence[1]);
  assert_same (library, evidence, NULL);
  g_ptr_array_add (evidence, library->evidence[0]);
  assert_same (library, evidence, library->evidence[6]);
  g_ptr_array_add (evidence, library->evidence[6]);
  assert_same (library, evidence, NULL);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/library/" name, Library, NULL, set_up_library, func, tear_down_library)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("filter", test_filter);
  ADD ("sensitivity", test_sensitivity);
  ADD ("lack", test_lack);
  ADD ("words", test_words);
  ADD ("sort", test_sort);
  ADD ("forget", test_forget);
  ADD ("touched", test_touched);
  ADD ("same-contents", test_same_contents);
  g_test_add_func ("/library/sort-words", test_sort_words);
  g_test_add_func ("/library/copy", test_copy);
  return g_test_run ();
}

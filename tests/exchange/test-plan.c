/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What goes along with a pack, and what never does. */
#include "pack-helpers.h"

typedef struct
{
  SfEvidence *open;
  SfEvidence *board;
  SfEvidence *centre;
  SfEvidence *restricted;
  SfEvidence *other_restricted;
  SfEvidence *retired;
  SfEvidence *head;
} Sample;

static void
fill (Centre *centre, Sample *sample)
{
  const char *one = get_code (centre, SF_SUBJECT_CENTRE, 0);
  const char *two = get_code (centre, SF_SUBJECT_CENTRE, 1);
  const char *head = get_code (centre, SF_SUBJECT_HEAD, 0);
  g_autoptr (GError) error = NULL;

  sample->open = add_evidence (centre, "Open", "open", "there", one, two, head, NULL);
  sample->board = add_evidence (centre, "Board", "board", NULL, one, NULL);
  sample->centre = add_evidence (centre, "Centre", "centre", NULL, one, two, NULL);
  sample->restricted = add_evidence (centre, "Restricted", "restricted", NULL, one, NULL);
  sample->other_restricted = add_evidence (centre, "Other", "restricted", NULL, two, NULL);
  sample->retired = add_evidence (centre, "Retired", "open", NULL, one, NULL);
  sample->head = add_evidence (centre, "Head", "open", NULL, head, NULL);
  add_evidence (centre, "Unused", "open", NULL, NULL);
  sf_workbook_retire (centre->workbook, sample->retired, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* In alphabetical order. */
static char *
list_titles (const SfPackPlan *plan)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < plan->items->len; i++)
    g_ptr_array_add (titles, (gpointer)sf_evidence_get_title (
                                 ((SfPackItem *)plan->items->pdata[i])->evidence));
  g_ptr_array_sort (titles, compare_words);
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (" ", (char **)titles->pdata);
}

static gboolean
has (const SfPackPlan *plan, SfEvidence *evidence)
{
  for (guint i = 0; i < plan->items->len; i++)
    if (((SfPackItem *)plan->items->pdata[i])->evidence == evidence)
      return TRUE;
  return FALSE;
}

/* By audience, with and without what was chosen: which go, how many stay and why. */
static void
test_rules (Centre *centre, gconstpointer data)
{
  static const struct
  {
    SfPackAudience audience;
    gboolean choose;
    gboolean head;
    const char *goes; /* open, board, centre, restricted, other restricted, retired, head */
    guint in_centre, for_board, restricted, only_head;
  } cases[] = {
    { SF_PACK_OPEN, FALSE, FALSE, "x......", 1, 1, 2, 1 },
    { SF_PACK_BOARD, FALSE, FALSE, "xx.....", 1, 0, 2, 1 },
    { SF_PACK_CENTRE, FALSE, FALSE, "xxx....", 0, 0, 2, 1 },
    { SF_PACK_OPEN, TRUE, FALSE, "x..x...", 1, 1, 1, 1 },
    { SF_PACK_CENTRE, TRUE, TRUE, "xxxx..x", 0, 0, 1, 0 },
  };
  Sample sample;

  fill (centre, &sample);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
      g_autoptr (SfPackPlan) plan = NULL;
      SfEvidence *all[] = {
        sample.open,    sample.board, sample.centre, sample.restricted, sample.other_restricted,
        sample.retired, sample.head
      };
      guint n = 0;

      g_ptr_array_add (chosen, sample.restricted);
      plan = make_plan (centre, (SfPackOptions){ .audience = cases[i].audience,
                                                 .restricted = cases[i].choose ? chosen : NULL,
                                                 .head = cases[i].head });
      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        {
          g_assert_cmpint (has (plan, all[j]), ==, cases[i].goes[j] == 'x');
          n += cases[i].goes[j] == 'x';
        }
      g_assert_cmpuint (plan->items->len, ==, n);
      g_assert_cmpuint (plan->left_out[SF_PACK_FOR_CENTRE]->len, ==, cases[i].in_centre);
      g_assert_cmpuint (plan->left_out[SF_PACK_FOR_BOARD]->len, ==, cases[i].for_board);
      g_assert_cmpuint (plan->left_out[SF_PACK_RESTRICTED]->len, ==, cases[i].restricted);
      g_assert_cmpuint (plan->left_out[SF_PACK_ABOUT_HEAD]->len, ==, cases[i].only_head);
      g_assert_cmpuint (plan->left_out[SF_PACK_UNLINKED]->len, ==, 1);
      g_assert_cmpuint (plan->restricted->len, ==, 2);
    }
}

/* What speaks for the head stays with the head, also where the same piece speaks for the centre. */
static void
test_head (Centre *centre, gconstpointer data)
{
  const char *head = get_code (centre, SF_SUBJECT_HEAD, 0);
  g_autoptr (SfPackPlan) without = NULL, with = NULL;
  Sample sample;

  fill (centre, &sample);
  without = make_plan (centre, (SfPackOptions){ .audience = SF_PACK_BOARD });
  with = make_plan (centre, (SfPackOptions){ .audience = SF_PACK_BOARD, .head = TRUE });
  for (guint i = 0; i < without->statements->len; i++)
    g_assert_cmpint (sf_statement_get_subject (
                         ((SfPackStatement *)without->statements->pdata[i])->statement),
                     ==, SF_SUBJECT_CENTRE);
  g_assert_cmpuint (with->statements->len, ==, without->statements->len + 1);
  g_assert_true (has (with, sample.head));
  for (guint i = 0; i < with->statements->len; i++)
    {
      const SfPackStatement *planned = with->statements->pdata[i];

      if (g_str_equal (sf_statement_get_code (planned->statement), head))
        g_assert_cmpuint (planned->entries->len, ==, 2);
    }
}

/* What speaks for nothing is in no pack, whatever was asked for, and that is said. */
static void
test_unlinked (Centre *centre, gconstpointer data)
{
  const char *const codes[] = { get_code (centre, SF_SUBJECT_CENTRE, 1), NULL };
  g_autoptr (SfPackPlan) plan = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (GError) error = NULL;
  SfEvidence *gone;
  Sample sample;

  fill (centre, &sample);
  add_evidence (centre, "Also unused", "restricted", NULL, NULL);
  gone = add_evidence (centre, "Retired and unused", "open", NULL, NULL);
  sf_workbook_retire (centre->workbook, gone, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  plan = make_plan (centre, (SfPackOptions){ .audience = SF_PACK_CENTRE, .statements = codes });
  g_assert_cmpuint (plan->left_out[SF_PACK_UNLINKED]->len, ==, 2);
  g_assert_cmpstr (sf_evidence_get_title (plan->left_out[SF_PACK_UNLINKED]->pdata[0]), ==,
                   "Also unused");
  sentences = sf_pack_plan_list_left_out (plan);
  g_assert_cmpstr (sentences->pdata[sentences->len - 1], ==,
                   "2 pieces of evidence speak for no statement of this evaluation.");
}

static void
test_scope (Centre *centre, gconstpointer data)
{
  const char *two = get_code (centre, SF_SUBJECT_CENTRE, 1);
  const char *const codes[] = { two, NULL }, *const none[] = { "XYZ-9", NULL };
  SfStatement *statement = sf_framework_find_statement (centre->framework, two);
  const char *const areas[] = { sf_key_area_get_code (sf_statement_get_area (statement)), NULL };
  SfPackOptions wrong = { .evaluation = centre->evaluation, .areas = none };
  g_autoptr (SfPackPlan) plan = NULL, area = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *titles = NULL;
  Sample sample;

  fill (centre, &sample);
  plan = make_plan (centre, (SfPackOptions){ .audience = SF_PACK_CENTRE, .statements = codes });
  titles = list_titles (plan);
  g_assert_cmpstr (titles, ==, "Centre Open");
  g_assert_cmpuint (plan->restricted->len, ==, 1);
  g_assert_cmpuint (plan->left_out[SF_PACK_ABOUT_HEAD]->len, ==, 0);
  area = make_plan (centre, (SfPackOptions){ .audience = SF_PACK_CENTRE, .areas = areas });
  g_assert_cmpuint (area->items->len, ==, 3);
  g_assert_null (sf_pack_plan_new (sf_workbook_get_model (centre->workbook), &wrong, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
}

/* Only what is restricted, and is part of what was asked for, can be chosen as such. */
static void
test_choosing (Centre *centre, gconstpointer data)
{
  const char *const codes[] = { get_code (centre, SF_SUBJECT_CENTRE, 1), NULL };
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  SfPackOptions options = { .evaluation = centre->evaluation,
                            .restricted = chosen,
                            .statements = codes,
                            .audience = SF_PACK_OPEN };
  SfModel *model = sf_workbook_get_model (centre->workbook);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPackPlan) plan = NULL;
  Sample sample;

  fill (centre, &sample);
  g_ptr_array_add (chosen, sample.centre);
  g_assert_null (sf_pack_plan_new (model, &options, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  chosen->pdata[0] = sample.restricted; /* of another statement */
  g_assert_null (sf_pack_plan_new (model, &options, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  chosen->pdata[0] = sample.other_restricted;
  plan = sf_pack_plan_new (model, &options, NULL);
  g_assert_nonnull (plan);
  g_assert_true (has (plan, sample.other_restricted));
}

/* One content is one file, by the name of the first statement; old versions stay at home. */
static void
test_files (Centre *centre, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan = NULL;
  g_autofree char *first = NULL, *second = NULL;
  const char *one = get_code (centre, SF_SUBJECT_CENTRE, 0);
  const char *two = get_code (centre, SF_SUBJECT_CENTRE, 1);
  SfEvidence *a = add_evidence (centre, "Survey", "open", NULL, one, two, NULL);
  SfEvidence *b = add_evidence (centre, "Survey", "open", NULL, two, NULL);

  attach_text (centre, a, "a.txt", "the same");
  attach_text (centre, b, "b.txt", "the same");
  attach_text (centre, b, "c.txt", "another");
  plan = make_plan (centre, (SfPackOptions){ .audience = SF_PACK_OPEN });
  g_assert_cmpuint (plan->items->len, ==, 2);
  g_assert_cmpuint (plan->files->len, ==, 2);
  first = g_strdup_printf ("files/%s Survey.txt", one);
  second = g_strdup_printf ("files/%s Survey - c.txt", two);
  g_assert_cmpstr (((SfPackFile *)plan->files->pdata[0])->path, ==, first);
  g_assert_cmpstr (((SfPackFile *)plan->files->pdata[1])->path, ==, second);
}

/* What says who is behind a piece goes to the governing body, never to all the world. */
static void
test_columns (void)
{
  static const guint persons[] = { SF_EVIDENCE_SOURCE, SF_EVIDENCE_AUTHOR, SF_EVIDENCE_SIGHTED_BY };
  static const guint stays[]
      = { SF_EVIDENCE_SENSITIVITY, SF_EVIDENCE_KEEP_UNTIL, SF_EVIDENCE_RETIRED_AT };
  static const guint all[] = { SF_EVIDENCE_TITLE,    SF_EVIDENCE_KIND,     SF_EVIDENCE_SHOWS,
                               SF_EVIDENCE_DATED_ON, SF_EVIDENCE_WEB_LINK, SF_EVIDENCE_PLACE };

  for (guint audience = 0; audience < SF_N_PACK_AUDIENCES; audience++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
        g_assert_cmpint (sf_pack_plan_may_show (audience, persons[i]), ==,
                         audience != SF_PACK_OPEN);
      for (guint i = 0; i < G_N_ELEMENTS (stays); i++)
        g_assert_false (sf_pack_plan_may_show (audience, stays[i]));
      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        g_assert_true (sf_pack_plan_may_show (audience, all[i]));
    }
}

#define ADD(path, func) g_test_add (path, Centre, NULL, set_up_pack, func, tear_down_centre)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/pack/plan/rules", test_rules);
  ADD ("/pack/plan/head", test_head);
  ADD ("/pack/plan/unlinked", test_unlinked);
  ADD ("/pack/plan/scope", test_scope);
  ADD ("/pack/plan/choosing", test_choosing);
  ADD ("/pack/plan/files", test_files);
  g_test_add_func ("/pack/plan/columns", test_columns);
  return run_tests_in_own_home ();
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "head-helpers.h"

#include "model/sf-performance-told.h"
#include "model/sf-plan-draft.h"
#include "model/sf-progress.h"
#include "model/sf-search.h"
#include "store/sf-backup-folder.h"
#include "workbook/sf-workbook-private.h"

/* What is judged of the head, locked: in no file in the open any more, and all there again by the
 * passphrase. Each test looks for the words before, too: a search that finds nothing must be one
 * that would. */

/* --- what must hold ----------------------------------------------------------------------------
 */

static const SfPerformance *
said_of (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  const SfPerformance *said
      = sf_workbook_get_performance (bench->centre.workbook, record_of (bench), &error);

  g_assert_no_error (error);
  return said;
}

static void
assert_all_there (Bench *bench)
{
  const SfPerformance *said = said_of (bench);
  g_autofree char *asha = sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (bench->asha)));
  int view = sf_performance_find_judged (said, SEEN, asha);

#define OWN_SAYS(code, field, text)                                                                \
  g_assert_cmpstr (sf_performance_get_own (said, code, SF_JUDGED_##field), ==, text)
  OWN_SAYS (OWN, LEVEL, "2");
  OWN_SAYS (OWN, STRENGTHS, "StarkZwetschge");
  OWN_SAYS (OWN, IMPROVEMENTS, "BesserMirabelle");
  OWN_SAYS (OWN, DIFFERENCE, "FolgeHolunder");
  OWN_SAYS (REASON, NOT_APPLICABLE, "GrundSchlehe");
  OWN_SAYS (TYPED, STRENGTHS, "DraftJohannis");
#undef OWN_SAYS
  g_assert_cmpint (view, >=, 0);
  g_assert_cmpstr (sf_performance_get_judged (said, (guint)view, SF_JUDGED_STRENGTHS), ==,
                   "ViewHagebutte");
  g_assert_cmpstr (sf_performance_get_judged (said, (guint)view, SF_JUDGED_NAME), ==, "Asha Rao");
  g_assert_cmpint (sf_performance_find_judged (said, TAKEN, asha), <, 0);
  g_assert_cmpuint (sf_performance_get_n_judged (said), ==, 4);
}

static guint
count_hits (Bench *bench, const char *query)
{
  g_autoptr (GPtrArray) hits = sf_search (model_of (bench), bench->centre.evaluation, query, 10);

  return hits->len;
}

/* Neither the model nor anything made of it says a word. */
static void
assert_model_silent (Bench *bench)
{
  SfModel *model = model_of (bench);
  SfJudgement *own = judgement_of (bench, OWN, NULL);
  g_autoptr (GPtrArray) lines = sf_plan_list_draft_lines (model, bench->centre.evaluation);
  SfProgress progress;

  g_assert_cmpint (sf_judgement_get_level (own), ==, SF_NULL_INT);
  g_assert_null (sf_judgement_get_strengths (own));
  g_assert_null (sf_judgement_get_not_applicable (judgement_of (bench, REASON, NULL)));
  g_assert_null (sf_model_find_judgement (model, bench->centre.evaluation, SEEN, bench->asha));
  sf_progress_of (model, bench->centre.evaluation, NULL, &progress);
  g_assert_cmpuint (progress.head_total, >, 0);
  g_assert_cmpuint (progress.head_judged + progress.head_not_applicable, ==, 0);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpuint (count_hits (bench, "StarkZwetschge"), ==, 0);
  g_assert_cmpuint (count_hits (bench, "ViewHagebutte"), ==, 0);
  g_assert_cmpuint (count_hits (bench, CENTRE_WORDS), ==, 1);
}

static void
assert_silent (const char *text)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (text, words[i]));
}

/* It says that there were steps; neither what they said nor which level it was. What is the
 * centre's keeps its name. */
static void
assert_history_silent (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = sf_workbook_load_history_sync (bench->centre.workbook, NULL, 0, 1000, &error);
  guint began = 0, locked = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      SfHistoryEntry *entry = entries->pdata[i];

      began += g_str_has_prefix (entry->label, "Began the evaluation");
      locked += g_str_has_prefix (entry->label, "Locked");
      g_assert_null (strstr (entry->label, "Secure"));
      assert_silent (entry->label);
      for (guint k = 0; k < entry->changes->len; k++)
        {
          assert_silent (((SfHistoryChange *)entry->changes->pdata[k])->old_text);
          assert_silent (((SfHistoryChange *)entry->changes->pdata[k])->new_text);
        }
    }
  g_assert_cmpuint (began, ==, 1);
  g_assert_cmpuint (locked, >, 10);
}

static void
assert_finished (Bench *bench)
{
  SfErasure *erasure = first_of (bench->centre.workbook, SF_TYPE_ERASURE);

  g_assert_cmpuint (count_of (bench->centre.workbook, SF_TYPE_ERASURE), ==, 1);
  g_assert_cmpint (sf_erasure_get_finished_at (erasure), !=, SF_NULL_INT);
}

/* Each of the two backups is sound and has the rest; the newest has it locked, as the file has. */
static void
assert_backups (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = sf_backups_list (bench->centre.path, &error);
  guint locked = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 3);
  for (guint i = 0; i < backups->len; i++)
    {
      g_autoptr (SfWorkbook) workbook
          = sf_workbook_open (((SfBackup *)backups->pdata[i])->path, SF_OPEN_READ_ONLY, &error);

      g_assert_no_error (error);
      assert_sound (workbook);
      g_assert_cmpuint (count_of (workbook, SF_TYPE_EVALUATION), ==, 1);
      g_assert_nonnull (sf_model_find_judgement (sf_workbook_get_model (workbook),
                                                 first_of (workbook, SF_TYPE_EVALUATION), OWN,
                                                 NULL));
      locked += count_of (workbook, SF_TYPE_PERFORMANCE_RECORD);
      sf_workbook_close (workbook, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (locked, ==, 1);
}

static void
test_everything (Bench *bench, gconstpointer data)
{
  plant (bench);
  assert_planted (bench);
  lock_head (bench);
  assert_all_there (bench);
  assert_gone (bench);
  assert_model_silent (bench);
  assert_history_silent (bench);
  assert_sound (bench->centre.workbook);
  g_assert_false (sf_workbook_get_can_undo (bench->centre.workbook));
  reopen_workbook (&bench->centre);
  bench->asha = first_of (bench->centre.workbook, SF_TYPE_CONTRIBUTOR);
  assert_gone (bench);
  assert_model_silent (bench);
  assert_sound (bench->centre.workbook);
  g_assert_null (sf_workbook_get_performance (bench->centre.workbook, record_of (bench), NULL));
  g_assert_false (unlock_head (bench, "no passphrase of hers"));
  g_assert_true (unlock_head (bench, HEAD_PHRASE));
  assert_all_there (bench);
  assert_finished (bench);
  assert_backups (bench);
}

/* --- while it is locked, and while it is open ---------------------------------------------------
 */

static void
test_refused (Bench *bench, gconstpointer data)
{
  SfWorkbook *workbook = bench->centre.workbook;
  g_autoptr (GError) error = NULL;
  SfJudgement *own = judgement_of (bench, OWN, NULL);

  plant_own (bench);
  g_assert_null (try_lock (bench, "short", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_null (record_of (bench));
  g_clear_error (&error);
  lock_head (bench);
  g_assert_null (try_lock (bench, HEAD_PHRASE, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sf_workbook_set_text (workbook, own, SF_JUDGEMENT_STRENGTHS, "x", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sf_workbook_set_level (workbook, own, 1, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  sf_workbook_draft_text (workbook, SF_RECORD (own), SF_JUDGEMENT_STRENGTHS, "StarkZwetschge");
  g_assert_false (sf_workbook_has_draft (workbook, SF_RECORD (own), SF_JUDGEMENT_STRENGTHS));
  /* what is of the centre is judged as ever */
  set_text (bench, judgement_of (bench, OPEN, NULL), SF_JUDGEMENT_STRENGTHS, "still open");
  assert_gone (bench);
}

static void
judge (Bench *bench, SfJudgedField field, const char *text)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_judge_head (bench->centre.workbook, record_of (bench), OWN, field, text, &error);
  g_assert_no_error (error);
  sync_workbook (bench->centre.workbook);
}

static void
test_judging (Bench *bench, gconstpointer data)
{
  SfWorkbook *workbook = bench->centre.workbook;
  g_autoptr (GError) error = NULL;

  plant_own (bench);
  lock_head (bench);
  judge (bench, SF_JUDGED_STRENGTHS, "DraftJohannis");
  judge (bench, SF_JUDGED_LEVEL, "3");
  g_assert_cmpstr (sf_performance_get_own (said_of (bench), OWN, SF_JUDGED_LEVEL), ==, "3");
  judge (bench, SF_JUDGED_NOT_APPLICABLE, "GrundSchlehe");
  g_assert_null (sf_performance_get_own (said_of (bench), OWN, SF_JUDGED_LEVEL));
  sf_workbook_undo (workbook);
  sync_workbook (workbook);
  g_assert_cmpstr (sf_performance_get_own (said_of (bench), OWN, SF_JUDGED_LEVEL), ==, "3");
  g_assert_false (
      sf_workbook_judge_head (workbook, record_of (bench), OWN, SF_JUDGED_LEVEL, "7", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
      sf_workbook_judge_head (workbook, record_of (bench), OPEN, SF_JUDGED_LEVEL, "1", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  assert_gone (bench);
  sf_workbook_lock_performance (workbook, NULL);
  sf_workbook_undo (workbook);
  g_assert_false (sf_workbook_sync (workbook, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_true (unlock_head (bench, HEAD_PHRASE));
  g_assert_cmpstr (sf_performance_get_own (said_of (bench), OWN, SF_JUDGED_STRENGTHS), ==,
                   "DraftJohannis");
  assert_sound (workbook);
}

/* Who is let in reads, and writes nothing; the employer's key sets a forgotten passphrase anew. */
static void
test_readers (Bench *bench, gconstpointer data)
{
  SfWorkbook *workbook = bench->centre.workbook;
  const char *const remaining[] = { HEAD_PHRASE, NULL };
  g_autoptr (GPtrArray) cycles = NULL;
  g_autoptr (GError) error = NULL;

  plant_own (bench);
  lock_head (bench);
  sf_workbook_let_read_sync (workbook, record_of (bench), "Governor Tull", READER_PHRASE, &cheap,
                             &error);
  g_assert_no_error (error);
  g_assert_true (unlock_head (bench, READER_PHRASE));
  g_assert_cmpstr (sf_performance_get_own (said_of (bench), OWN, SF_JUDGED_STRENGTHS), ==,
                   "StarkZwetschge");
  g_assert_false (sf_workbook_judge_head (workbook, record_of (bench), OWN, SF_JUDGED_STRENGTHS,
                                          "by another", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sf_workbook_let_read_sync (workbook, record_of (bench), "Another", PERSON_PHRASE,
                                             &cheap, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (unlock_head (bench, HEAD_PHRASE));
  sf_workbook_withdraw_reader_sync (workbook, record_of (bench), "Governor Tull", remaining, &cheap,
                                    &error);
  g_assert_no_error (error);
  g_assert_false (unlock_head (bench, READER_PHRASE));
  g_assert_true (unlock_head (bench, HEAD_PHRASE));
  /* it is no cycle of performance management */
  cycles = sf_performance_list_records (model_of (bench), NULL, TRUE);
  g_assert_cmpuint (cycles->len, ==, 0);
}

static void
test_forgotten (Bench *bench, gconstpointer data)
{
  SfWorkbook *workbook = bench->centre.workbook;
  g_autoptr (GError) error = NULL;

  plant_own (bench);
  lock_head (bench);
  sf_workbook_recover_performance_sync (workbook, record_of (bench),
                                        (const char *)sf_secret_get_data (bench->paper),
                                        "Margaret Hale", PERSON_PHRASE, &cheap, &error);
  g_assert_no_error (error);
  g_assert_false (unlock_head (bench, HEAD_PHRASE));
  g_assert_true (unlock_head (bench, PERSON_PHRASE));
  g_assert_cmpstr (sf_performance_get_own (said_of (bench), OWN, SF_JUDGED_LEVEL), ==, "2");
}

/* Erased for good, it can be judged in the open anew; nothing of it comes back. */
static void
test_erased (Bench *bench, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfErasureReport) report = NULL;

  plant_own (bench);
  lock_head (bench);
  report = sf_workbook_erase_performance_sync (bench->centre.workbook, record_of (bench),
                                               "Its time is over", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->troubles->len, ==, 0);
  g_assert_null (record_of (bench));
  assert_gone (bench);
  set_text (bench, judgement_of (bench, OWN, NULL), SF_JUDGEMENT_STRENGTHS, "begun anew");
  assert_sound (bench->centre.workbook);
}

/* A backup that could not be cleaned is tried again at the next opening, and what is judged behind
 * the lock in the meantime stays. */
static void
test_resumed (Bench *bench, gconstpointer data)
{
  g_autofree char *own = NULL, *bad = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfErasureReport) report = NULL;

  plant_own (bench);
  own = sf_backup_folder_of (&bench->centre.workbook->uuid);
  bad = g_build_filename (own, "2026-01-01-0900.sixfold", NULL);
  g_assert_true (g_file_set_contents (bad, "no centre file", -1, &error));
  report = try_lock (bench, HEAD_PHRASE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->troubles->len, ==, 1);
  judge (bench, SF_JUDGED_STRENGTHS, "said meanwhile");
  g_assert_cmpint (g_unlink (bad), ==, 0);
  reopen_workbook (&bench->centre);
  sf_writer_wait (bench->centre.workbook->writer, TRUE);
  reopen_workbook (&bench->centre);
  assert_finished (bench);
  assert_gone (bench);
  g_assert_true (unlock_head (bench, HEAD_PHRASE));
  g_assert_cmpstr (sf_performance_get_own (said_of (bench), OWN, SF_JUDGED_STRENGTHS), ==,
                   "said meanwhile");
}

/* The evaluation before has a lock of its own, and one that is closed can be locked. */
static void
test_closed (Bench *bench, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  plant_own (bench);
  sf_workbook_close_evaluation (bench->centre.workbook, bench->centre.evaluation, &error);
  g_assert_no_error (error);
  lock_head (bench);
  assert_gone (bench);
  g_assert_false (sf_workbook_judge_head (bench->centre.workbook, record_of (bench), OWN,
                                          SF_JUDGED_LEVEL, "1", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Bench, NULL, set_up, func, tear_down)
  ADD ("/head/everything", test_everything);
  ADD ("/head/refused", test_refused);
  ADD ("/head/judging", test_judging);
  ADD ("/head/readers", test_readers);
  ADD ("/head/forgotten", test_forgotten);
  ADD ("/head/erased", test_erased);
  ADD ("/head/resumed", test_resumed);
  ADD ("/head/closed", test_closed);
#undef ADD
  return run_tests_in_own_home ();
}

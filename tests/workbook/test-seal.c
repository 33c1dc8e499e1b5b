/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "seal-helpers.h"

/* Sealing: what is sealed stays as it is, verifies, and is corrected in the open. */

static void
test_sealed (Bench *bench, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  SfSeal *seal = seal_of (bench);

  g_assert_cmpint (sf_seal_get_version (seal), ==, 1);
  g_assert_cmpint (sf_seal_get_leaves (seal), >, 100);
  g_assert_cmpint (sf_seal_get_state (model_of (bench), seal), ==, SF_SEAL_CURRENT);
  g_assert_false (sf_workbook_get_can_undo (bench->centre.workbook));
  assert_verified (bench);
  reopen_workbook (&bench->centre);
  assert_verified (bench);
  assert_sound (bench->centre.workbook);
  pdf = sf_workbook_read_seal_pdf_sync (bench->centre.workbook, seal_of (bench), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, bench->pdf));
}

/* The same data gives another fingerprint, for the salts differ; the fingerprint is as short as it
 * is said to be. */
static void
test_begin (Bench *bench, gconstpointer data)
{
  g_autofree char *today = NULL;
  SfSealTerms terms = usual_terms (&today);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfSealBegun) one
      = sf_workbook_begin_seal_sync (bench->centre.workbook, bench->centre.evaluation, &terms,
                                     &error);
  g_autoptr (SfSealBegun) two
      = sf_workbook_begin_seal_sync (bench->centre.workbook, bench->centre.evaluation, &terms,
                                     &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (sf_seal_begun_get_fingerprint (one)), ==, 29u);
  g_assert_cmpstr (sf_seal_begun_get_fingerprint (one), !=, sf_seal_begun_get_fingerprint (two));
}

static void
assert_refused_terms (Bench *bench, SfSealTerms terms)
{
  g_autoptr (GError) error = NULL;
  SfSealBegun *begun = sf_workbook_begin_seal_sync (bench->centre.workbook,
                                                    bench->centre.evaluation, &terms, &error);

  g_assert_null (begun);
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
}

static void
test_terms (Bench *bench, gconstpointer data)
{
  g_autofree char *today = NULL;
  SfSealTerms terms = usual_terms (&today);
  SfSealTerms nobody = terms, coming = terms, no_day = terms;

  nobody.sealed_by = " ";
  coming.meeting_on = "2099-01-01";
  no_day.meeting_on = NULL;
  assert_refused_terms (bench, nobody);
  assert_refused_terms (bench, coming);
  assert_refused_terms (bench, no_day);
}

/* What was changed between the fingerprint and the pages is not sealed, and nothing is left. */
static void
test_stale (Bench *bench, gconstpointer data)
{
  g_autofree char *today = NULL;
  SfSealTerms terms = usual_terms (&today);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfSealBegun) begun
      = sf_workbook_begin_seal_sync (bench->centre.workbook, bench->centre.evaluation, &terms,
                                     &error);

  g_assert_no_error (error);
  sf_workbook_set_level (bench->centre.workbook, bench->centre.judgement, 3, &error);
  g_assert_no_error (error);
  sf_workbook_seal_sync (bench->centre.workbook, begun, bench->pdf, NULL, bench->key, NULL, &error);
  g_assert_error (error, SF_ERROR, SF_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpuint (count_of (bench->centre.workbook, SF_TYPE_SEAL), ==, 0);
  g_assert_cmpint (sf_judgement_get_level (bench->centre.judgement), ==, 3);
  g_assert_cmpint (ask_file (&bench->centre, "SELECT count (*) FROM content"), ==, 1);
  g_assert_cmpint (ask_file (&bench->centre, "SELECT count (*) FROM seal_leaf"), ==, 0);
}

/* --- read only -------------------------------------------------------------------------------- */

static void
assert_shut (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, SF_ERROR, SF_ERROR_READ_ONLY);
  g_assert_nonnull (strstr ((*error)->message, "accepted and sealed on"));
  g_assert_nonnull (strstr ((*error)->message, "begin a correction"));
  g_clear_error (error);
}

static void
test_read_only (Bench *bench, gconstpointer data)
{
  Centre *centre = &bench->centre;
  SfWorkbook *workbook = centre->workbook;
  const char *code = sf_judgement_get_statement_code (centre->judgement);
  SfEvidence *evidence = first_of (workbook, SF_TYPE_EVIDENCE);
  g_autoptr (GError) error = NULL;

  assert_shut (sf_workbook_set_level (workbook, centre->judgement, 1, &error), &error);
  assert_shut (sf_workbook_clear_judgement (workbook, centre->judgement, &error), &error);
  assert_shut (sf_workbook_set_text (workbook, centre->judgement, SF_JUDGEMENT_STRENGTHS, "x.",
                                     &error),
               &error);
  assert_shut (sf_workbook_propose_grade (workbook, centre->area, 1, &error), &error);
  assert_shut (sf_workbook_agree_grade (workbook, centre->area, "the board", "2026-06-01", &error),
               &error);
  assert_shut (sf_workbook_set_text (workbook, centre->evaluation, SF_EVALUATION_DECISIONS, "None.",
                                     &error),
               &error);
  assert_shut (sf_workbook_add_judgement (workbook, centre->evaluation, code, NULL, NULL, &error),
               &error);
  assert_shut (sf_workbook_link_evidence (workbook, evidence, centre->evaluation, code, NULL, NULL,
                                          &error),
               &error);
  assert_shut (sf_workbook_unlink_evidence (workbook, first_of (workbook, SF_TYPE_EVIDENCE_LINK),
                                            &error),
               &error);
}

/* Targets, plan, evidence and figures go on, and the seal verifies all the same. */
static void
test_goes_on (Bench *bench, gconstpointer data)
{
  Centre *centre = &bench->centre;
  SfWorkbook *workbook = centre->workbook;
  g_autoptr (GError) error = NULL;

  sf_workbook_add_review (workbook, first_of (workbook, SF_TYPE_TARGET), "2026-10-01", 60,
                          "on-track", "More still.", "the head", NULL, &error);
  g_assert_no_error (error);
  sf_workbook_set_text (workbook, first_of (workbook, SF_TYPE_ACTION), SF_ACTION_PROGRESS, "Begun.",
                        &error);
  g_assert_no_error (error);
  sf_workbook_set_text (workbook, first_of (workbook, SF_TYPE_EVIDENCE), SF_EVIDENCE_TITLE,
                        "Register, mended", &error);
  g_assert_no_error (error);
  sf_workbook_set_text (workbook, centre->centre, SF_CENTRE_TELEPHONE, "0123", &error);
  g_assert_no_error (error);
  sync_workbook (workbook);
  sf_workbook_close_evaluation (workbook, centre->evaluation, &error);
  g_assert_no_error (error);
  sync_workbook (workbook);
  sf_workbook_reopen_evaluation (workbook, centre->evaluation, &error);
  g_assert_no_error (error);
  sync_workbook (workbook);
  assert_verified (bench);
}

static void
on_refused_cb (SfWorkbook *workbook, const char *sentence, char **refused)
{
  g_free (*refused);
  *refused = g_strdup (sentence);
}

/* A step that was built without asking is refused by the writer. */
static void
test_behind (Bench *bench, gconstpointer data)
{
  Centre *centre = &bench->centre;
  g_autofree char *refused = NULL;
  SfStep *step = sf_step_new ("Past the check");
  g_autoptr (GError) error = NULL;

  g_signal_connect (centre->workbook, "refused", G_CALLBACK (on_refused_cb), &refused);
  sf_step_set_int (step, SF_TYPE_JUDGEMENT, sf_record_get_uuid (SF_RECORD (centre->judgement)),
                   SF_JUDGEMENT_LEVEL, 4);
  sf_workbook_submit (centre->workbook, step);
  g_assert_false (sf_workbook_sync (centre->workbook, &error));
  g_assert_nonnull (refused);
  g_assert_cmpint (sf_judgement_get_level (centre->judgement), ==, 2);
  sf_workbook_draft_text (centre->workbook, SF_RECORD (centre->judgement), SF_JUDGEMENT_STRENGTHS,
                          "typed");
  g_assert_false (sf_workbook_has_draft (centre->workbook, SF_RECORD (centre->judgement),
                                         SF_JUDGEMENT_STRENGTHS));
  assert_verified (bench);
}

/* --- correction ------------------------------------------------------------------------------- */

static void
test_correction (Bench *bench, gconstpointer data)
{
  Centre *centre = &bench->centre;
  SfUuid first = bench->seal;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pages = make_pages (2);
  g_autofree char *told = NULL, *now = sf_model_tell_version (model_of (bench), centre->evaluation);

  g_assert_null (now);
  g_assert_false (
      sf_workbook_begin_correction (centre->workbook, centre->evaluation, " ", NULL, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  sf_workbook_begin_correction (centre->workbook, centre->evaluation, "The grade was misread",
                                "Sam Carter", &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  g_assert_false (
      sf_workbook_begin_correction (centre->workbook, centre->evaluation, "Again", NULL, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  told = sf_model_tell_version (model_of (bench), centre->evaluation);
  g_assert_true (g_str_has_prefix (told, "Version 2, corrected on "));
  g_assert_true (g_str_has_suffix (told, ": The grade was misread"));
  sf_workbook_set_level (centre->workbook, centre->judgement, 3, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  assert_verified (bench);
  seal_with (bench, pages, NULL);
  g_assert_cmpint (sf_seal_get_version (seal_of (bench)), ==, 2);
  g_assert_true (sf_uuid_equal (sf_seal_get_predecessor (seal_of (bench)), &first));
  g_assert_cmpstr (sf_seal_get_reason (seal_of (bench)), ==, "The grade was misread");
  g_assert_cmpint (sf_seal_get_state (model_of (bench), sf_model_find (model_of (bench), &first)),
                   ==, SF_SEAL_SUPERSEDED);
  assert_shut (sf_workbook_set_level (centre->workbook, centre->judgement, 1, &error), &error);
  reopen_workbook (centre);
  assert_verified (bench);
}

/* --- the fingerprint -------------------------------------------------------------------------- */

static void
test_fingerprint (Bench *bench, gconstpointer data)
{
  const char *printed = sf_seal_get_fingerprint (seal_of (bench));
  g_autofree char *spoken = g_ascii_strdown (printed, -1);
  g_autofree char *scanned = g_strconcat ("SIXFOLD1:", printed, NULL);
  g_autofree char *slip = g_strdup (printed);
  g_autofree char *other = g_strdup (printed);
  const char *good[] = { printed, spoken, scanned };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (SfFingerprintAnswer) answer
          = sf_model_check_fingerprint (model_of (bench), good[i], &error);

      g_assert_no_error (error);
      g_assert_cmpint (answer->match, ==, SF_FINGERPRINT_FOUND);
      g_assert_true (answer->is_good);
      g_assert_true (answer->seal == seal_of (bench));
    }
  slip[11] = slip[11] == 'A' ? 'B' : 'A';
  other[0] = other[0] == 'A' ? 'B' : 'A';
  other[5] = other[5] == 'A' ? 'B' : 'A';
  {
    g_autoptr (SfFingerprintAnswer) near
        = sf_model_check_fingerprint (model_of (bench), slip, &error);
    g_autoptr (SfFingerprintAnswer) far
        = sf_model_check_fingerprint (model_of (bench), other, &error);

    g_assert_cmpint (near->match, ==, SF_FINGERPRINT_NEARLY);
    g_assert_nonnull (strstr (near->sentence, "group 3"));
    g_assert_false (near->is_good);
    g_assert_cmpint (far->match, ==, SF_FINGERPRINT_NOT_HERE);
    g_assert_nonnull (strstr (far->sentence, printed));
  }
  g_assert_null (sf_model_check_fingerprint (model_of (bench), "K7QM", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
}

static void
test_pdf (Bench *bench, gconstpointer data)
{
  g_autofree char *path = g_build_filename (bench->centre.folder, "report.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) others = make_pages (9);
  GBytes *pages[] = { bench->pdf, others };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SfFingerprintAnswer) answer = NULL;
      g_autofree char *digest = NULL;

      g_file_set_contents (path, g_bytes_get_data (pages[i], NULL), PDF_SIZE, &error);
      digest = sf_digest_of_path (path, &error);
      g_assert_no_error (error);
      answer = sf_model_check_pdf (model_of (bench), digest);
      g_assert_cmpint (answer->match, ==, i == 0 ? SF_FINGERPRINT_FOUND : SF_FINGERPRINT_NOT_HERE);
    }
  g_assert_null (sf_digest_of_path ("/nowhere/report.pdf", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
}

/* A file from before the seal, put in its place, is sound in itself; the paper tells. */
static void
test_older_copy (Bench *bench, gconstpointer data)
{
  Centre *centre = &bench->centre;
  g_autofree char *older = g_strconcat (centre->path, ".older", NULL);
  g_autofree char *bytes = NULL, *printed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFingerprintAnswer) answer = NULL;
  gsize length;

  close_workbook (centre);
  g_assert_true (g_file_get_contents (centre->path, &bytes, &length, &error));
  g_assert_true (g_file_set_contents (older, bytes, (gssize)length, &error));
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);
  find_records (centre);
  seal_with (bench, bench->pdf, NULL);
  printed = g_strdup (sf_seal_get_fingerprint (seal_of (bench)));
  close_workbook (centre);
  g_assert_cmpint (g_rename (older, centre->path), ==, 0);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  find_records (centre);
  assert_verified (bench);
  answer = sf_model_check_fingerprint (model_of (bench), printed, &error);
  g_assert_cmpint (answer->match, ==, SF_FINGERPRINT_NOT_HERE);
  g_assert_nonnull (strstr (answer->sentence, "older copy"));
}

/* Who seals next has another key: what the one before signed still verifies. */
static void
test_next_head (Bench *bench, gconstpointer data)
{
  Centre *centre = &bench->centre;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pages = make_pages (3);
  g_autoptr (SfSealsReport) report = NULL;

  sf_workbook_begin_correction (centre->workbook, centre->evaluation, "A figure", NULL, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  sf_secret_unref (bench->key);
  bench->key = sf_signature_new_key ();
  seal_with (bench, pages, NULL);
  report = verify (bench);
  g_assert_true (sf_seals_report_is_sound (report));
  g_assert_cmpuint (report->verdicts->len, ==, 2);
  g_assert_cmpstr (((SfSealVerdict *)report->verdicts->pdata[0])->key, !=,
                   ((SfSealVerdict *)report->verdicts->pdata[1])->key);
}

static void
test_key_in_file (Bench *bench, gconstpointer data)
{
  const SfKeyringCost light = { 1, 8 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) locked = sf_signature_lock (bench->key, "four plain words", &light, &error);
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (SfSecret) opened = NULL;

  g_assert_no_error (error);
  sf_workbook_put_signing_key_sync (bench->centre.workbook, locked, &error);
  g_assert_no_error (error);
  sf_workbook_put_signing_key_sync (bench->centre.workbook, locked, &error);
  g_assert_no_error (error);
  reopen_workbook (&bench->centre);
  keys = sf_workbook_list_signing_keys_sync (bench->centre.workbook, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 1);
  opened = sf_signature_unlock (keys->pdata[0], "four plain words", &error);
  g_assert_no_error (error);
  g_assert_true (sf_secret_equal (opened, bench->key));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/seal/" name, Bench, NULL, set_up, function, tear_down_bench)

int
main (int argc, char **argv)
{
  g_setenv ("SIXFOLD_NOW", "2026-11-22", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("sealed", set_up_sealed, test_sealed);
  ADD ("begin", set_up_open, test_begin);
  ADD ("terms", set_up_open, test_terms);
  ADD ("stale", set_up_open, test_stale);
  ADD ("read-only", set_up_sealed, test_read_only);
  ADD ("goes-on", set_up_sealed, test_goes_on);
  ADD ("behind", set_up_sealed, test_behind);
  ADD ("correction", set_up_sealed, test_correction);
  ADD ("fingerprint", set_up_sealed, test_fingerprint);
  ADD ("pdf", set_up_sealed, test_pdf);
  ADD ("older-copy", set_up_open, test_older_copy);
  ADD ("next-head", set_up_sealed, test_next_head);
  ADD ("key-in-file", set_up_open, test_key_in_file);
  return run_tests_in_own_home ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "workbook-helpers.h"

#include "workbook/sf-seal-verify.h"
#include "workbook/sf-workbook-seal.h"

#include <string.h>

/* A centre with something of everything, and its report sealed. */

#define PDF_SIZE (300 * 1024)
#define TITLE "Register of the Tuesday group"
#define PRINTED "PrintedZwetschge words"

typedef struct
{
  Centre centre;
  SfSecret *key;
  GBytes *pdf;
  SfUuid seal;
} Bench;

static inline SfModel *
model_of (Bench *bench)
{
  return sf_workbook_get_model (bench->centre.workbook);
}

static inline SfSeal *
seal_of (Bench *bench)
{
  return sf_model_find (model_of (bench), &bench->seal);
}

static inline GBytes *
make_pages (guint8 seed)
{
  guint8 *bytes = g_malloc (PDF_SIZE);

  memcpy (bytes, "%PDF-1.7\n", 9);
  for (guint i = 9; i < PDF_SIZE; i++)
    bytes[i] = (guint8)(i * 31 + i / 251 + seed);
  return g_bytes_new_take (bytes, PDF_SIZE);
}

static inline void
fill_judgements (Bench *bench)
{
  Centre *centre = &bench->centre;
  g_autoptr (GError) error = NULL;
  SfUuid uuid;

  sf_workbook_set_level (centre->workbook, centre->judgement, 2, &error);
  g_assert_no_error (error);
  sf_workbook_set_text (centre->workbook, centre->judgement, SF_JUDGEMENT_STRENGTHS,
                        "Families come back.", &error);
  g_assert_no_error (error);
  sf_workbook_propose_grade (centre->workbook, centre->area, 2, &error);
  g_assert_no_error (error);
  sf_workbook_add_contributor (centre->workbook, "Ann Bee", "Play worker", "staff", &uuid, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  sf_workbook_add_judgement (centre->workbook, centre->evaluation,
                             sf_judgement_get_statement_code (centre->judgement),
                             sf_model_find (model_of (bench), &uuid), NULL, &error);
  g_assert_no_error (error);
}

static inline void
fill_evidence (Bench *bench, const char *title, const char *note)
{
  Centre *centre = &bench->centre;
  const char *code = sf_judgement_get_statement_code (centre->judgement);
  g_autofree char *path = g_build_filename (centre->folder, "register.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = NULL;
  SfUuid uuid;

  sf_workbook_add_evidence (centre->workbook, centre->centre, title, "data", "2026-06-01", &uuid,
                            &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  g_assert_true (g_file_set_contents (path, "23 families", -1, &error));
  request.evidence = sf_model_find (model_of (bench), &uuid);
  made = sf_workbook_attach_sync (centre->workbook, &request, &error);
  g_assert_no_error (error);
  g_unlink (path);
  sf_workbook_link_evidence (centre->workbook, request.evidence, centre->evaluation, code, note,
                             NULL, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
}

static inline void
fill_plan (Bench *bench)
{
  Centre *centre = &bench->centre;
  SfWorkbook *workbook = centre->workbook;
  g_autoptr (GError) error = NULL;
  SfUuid target, priority, measure;
  SfReadingEdit *edit;

  sf_workbook_add_target (workbook, centre->evaluation,
                          sf_judgement_get_statement_code (centre->judgement), "Reach 65 %",
                          &target, &error);
  g_assert_no_error (error);
  sf_workbook_add_priority (workbook, centre->evaluation, "Fathers", &priority, &error);
  g_assert_no_error (error);
  sf_workbook_add_measure (workbook, centre->centre, "Families reached", "proportion", "quarter",
                           &measure, &error);
  g_assert_no_error (error);
  sync_workbook (workbook);
  sf_workbook_set_date (workbook, sf_model_find (model_of (bench), &target), SF_TARGET_STARTS_ON,
                        "2026-04-01", &error);
  g_assert_no_error (error);
  sync_workbook (workbook);
  sf_workbook_add_review (workbook, sf_model_find (model_of (bench), &target), "2026-07-01", 50,
                          "on-track", "More came.", "the head", NULL, &error);
  g_assert_no_error (error);
  sf_workbook_add_action (workbook, sf_model_find (model_of (bench), &priority),
                          "Saturday breakfast", NULL, &error);
  g_assert_no_error (error);
  edit = sf_reading_edit_new (sf_model_find (model_of (bench), &measure), NULL, "2026-04-01");
  edit->sets = SF_READING_SETS_COUNT | SF_READING_SETS_DENOMINATOR;
  edit->count = 130;
  edit->denominator = 200;
  sf_workbook_set_reading (workbook, edit, &error);
  g_assert_no_error (error);
  sf_reading_edit_free (edit);
  sync_workbook (workbook);
}

static inline SfSealTerms
usual_terms (char **today)
{
  *today = sf_clock_today ();
  return (SfSealTerms){ "governors", "Sam Carter", "Head of centre", "Advisory board", *today };
}

static inline void
seal_with (Bench *bench, GBytes *pdf, const char *text)
{
  g_autofree char *today = NULL;
  SfSealTerms terms = usual_terms (&today);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfSealBegun) begun
      = sf_workbook_begin_seal_sync (bench->centre.workbook, bench->centre.evaluation, &terms,
                                     &error);

  g_assert_no_error (error);
  sf_workbook_seal_sync (bench->centre.workbook, begun, pdf, text, bench->key, &bench->seal,
                         &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sf_seal_get_fingerprint (seal_of (bench)), ==,
                   sf_seal_begun_get_fingerprint (begun));
}

static inline void
set_up_open (Bench *bench, gconstpointer data)
{
  set_up_centre_with (&bench->centre, "every-child-matters-2013");
  bench->key = sf_signature_new_key ();
  bench->pdf = make_pages (1);
  fill_judgements (bench);
  fill_evidence (bench, TITLE, "Who came");
  fill_plan (bench);
  find_records (&bench->centre);
}

static inline void
set_up_sealed (Bench *bench, gconstpointer data)
{
  set_up_open (bench, data);
  seal_with (bench, bench->pdf, "The report says " PRINTED " and nothing else.");
}

static inline void
tear_down_bench (Bench *bench, gconstpointer data)
{
  tear_down_centre (&bench->centre, data);
  sf_secret_unref (bench->key);
  g_bytes_unref (bench->pdf);
}

static inline SfSealsReport *
verify (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  SfSealsReport *report = sf_workbook_verify_seals_sync (bench->centre.workbook, &error);

  g_assert_no_error (error);
  return report;
}

static inline void
print_faults (GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const SfSealFault *fault = faults->pdata[i];

      g_test_message ("%s: %s", sf_seal_fault_kind_to_word (fault->kind), fault->sentence);
    }
}

static inline void
assert_verified (Bench *bench)
{
  g_autoptr (SfSealsReport) report = verify (bench);

  print_faults (report->faults);
  for (guint i = 0; i < report->verdicts->len; i++)
    print_faults (((SfSealVerdict *)report->verdicts->pdata[i])->faults);
  g_assert_true (sf_seals_report_is_sound (report));
}

static inline gboolean
has_fault (GPtrArray *faults, int kind, const char *word)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const SfSealFault *fault = faults->pdata[i];

      if ((kind < 0 || (int)fault->kind == kind)
          && (word == NULL || strstr (fault->sentence, word) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* Whether a fault of the kind (-1: any) with the word in it is named. */
static inline gboolean
is_named (Bench *bench, int kind, const char *word)
{
  g_autoptr (SfSealsReport) report = verify (bench);
  gboolean found = has_fault (report->faults, kind, word);

  for (guint i = 0; i < report->verdicts->len; i++)
    found = found || has_fault (((SfSealVerdict *)report->verdicts->pdata[i])->faults, kind, word);
  if (!found)
    {
      print_faults (report->faults);
      for (guint i = 0; i < report->verdicts->len; i++)
        print_faults (((SfSealVerdict *)report->verdicts->pdata[i])->faults);
    }
  return found;
}

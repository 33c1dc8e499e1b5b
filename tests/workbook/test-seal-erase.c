/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "erase-grep.h"
#include "seal-helpers.h"

#include "store/sf-backup-folder.h"
#include "workbook/sf-workbook-erase.h"
#include "workbook/sf-workbook-private.h"

/* Erasing for data protection reaches what is sealed: values and salts, and the pages that print
 * them, in the file and in its backups; the rest verifies as signed. */

#define OTHER_TITLE "Letter about Quittenbrot"
#define OTHER_NOTE "Mispelmus was said"

static char *
find_anywhere (Bench *bench, const void *bytes, gsize length)
{
  g_autofree char *backups = sf_backup_folder_of (&bench->centre.workbook->uuid);
  char *found = find_bytes (bench->centre.folder, bytes, length);

  return found != NULL ? found : find_bytes (backups, bytes, length);
}

static void
assert_anywhere (Bench *bench, gboolean there, const void *bytes, gsize length)
{
  g_autofree char *found = find_anywhere (bench, bytes, length);

  if ((found != NULL) != there)
    g_error ("“%.20s” is %s", (const char *)bytes, there ? "nowhere" : found);
}

static SfEvidence *
find_evidence (Bench *bench, const char *title)
{
  GListModel *all = sf_model_get_list (model_of (bench), SF_TYPE_EVIDENCE);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SfEvidence) one = g_list_model_get_item (all, i);

      if (g_str_equal (sf_evidence_get_title (one), title))
        return one; /* the model keeps it */
    }
  g_assert_not_reached ();
}

static SfErasureReport *
erase (Bench *bench, const char *title)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  SfErasureReport *report;

  g_ptr_array_add (evidence, find_evidence (bench, title));
  report = sf_workbook_erase_sync (bench->centre.workbook, evidence, "the family asked for it",
                                   "the head", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->troubles->len, ==, 0);
  return report;
}

/* Two pieces of evidence; the first one's title stands in the pages, broken over a line. */
static void
set_up (Bench *bench, gconstpointer data)
{
  set_up_open (bench, data);
  fill_evidence (bench, OTHER_TITLE, OTHER_NOTE);
  seal_with (bench, bench->pdf,
             "What families said:\nregister of the\nTuesday group; who came, and when.");
  back_up_on (&bench->centre, "asked", "2026-11-20");
}

static const SfSealVerdict *
only_verdict (const SfSealsReport *report)
{
  g_assert_cmpuint (report->verdicts->len, ==, 1);
  return report->verdicts->pdata[0];
}

static void
assert_redacted (Bench *bench, gboolean has_pages)
{
  g_autoptr (SfSealsReport) report = verify (bench);
  const SfSealVerdict *verdict = only_verdict (report);
  SfSeal *seal = seal_of (bench);

  print_faults (report->faults);
  print_faults (verdict->faults);
  g_assert_true (sf_seals_report_is_sound (report));
  g_assert_cmpuint (verdict->erased, >, 0);
  g_assert_cmpint (verdict->has_pages, ==, has_pages);
  g_assert_nonnull (strstr (verdict->note->str, "the family asked for it"));
  g_assert_nonnull (strstr (verdict->note->str, "everything else is as signed"));
  g_assert_cmpint (sf_seal_get_redacted_at (seal), !=, SF_NULL_INT);
  g_assert_cmpint (sf_seal_get_pdf_gone_at (seal) == SF_NULL_INT, ==, has_pages);
  g_assert_nonnull (strstr (verdict->told, "Redacted on"));
  g_assert_nonnull (strstr (verdict->told, "the family asked for it"));
}

static void
test_not_printed (Bench *bench, gconstpointer data)
{
  const char *pages = g_bytes_get_data (bench->pdf, NULL);
  g_autoptr (SfErasureReport) report = NULL;

  assert_anywhere (bench, TRUE, OTHER_TITLE, strlen (OTHER_TITLE));
  assert_anywhere (bench, TRUE, OTHER_NOTE, strlen (OTHER_NOTE));
  report = erase (bench, OTHER_TITLE);
  assert_redacted (bench, TRUE);
  assert_anywhere (bench, FALSE, OTHER_TITLE, strlen (OTHER_TITLE));
  assert_anywhere (bench, FALSE, OTHER_NOTE, strlen (OTHER_NOTE));
  assert_anywhere (bench, TRUE, pages + 5000, 64);
  reopen_workbook (&bench->centre);
  assert_redacted (bench, TRUE);
  assert_sound (bench->centre.workbook);
}

static void
test_printed (Bench *bench, gconstpointer data)
{
  const char *pages = g_bytes_get_data (bench->pdf, NULL);
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean told = FALSE;

  sf_workbook_note_seal_left (bench->centre.workbook, seal_of (bench), "/stick/report.pdf");
  assert_anywhere (bench, TRUE, pages + 5000, 64);
  report = erase (bench, TITLE);
  assert_redacted (bench, FALSE);
  for (guint i = 0; i < report->departures->len; i++)
    told = told
           || g_str_equal (((SfDeparture *)report->departures->pdata[i])->place,
                           "/stick/report.pdf");
  g_assert_true (told);
  assert_anywhere (bench, FALSE, pages + 5000, 64);
  assert_anywhere (bench, FALSE, "Tuesday group", strlen ("Tuesday group"));
  assert_anywhere (bench, TRUE, OTHER_TITLE, strlen (OTHER_TITLE));
  g_assert_null (sf_workbook_read_seal_pdf_sync (bench->centre.workbook, seal_of (bench), &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
  reopen_workbook (&bench->centre);
  assert_redacted (bench, FALSE);
  assert_sound (bench->centre.workbook);
}

/* Without their words, nobody knows what the pages print. */
static void
test_unknown_words (Bench *bench, gconstpointer data)
{
  g_autoptr (SfErasureReport) report = NULL;

  set_up_open (bench, data);
  seal_with (bench, bench->pdf, NULL);
  report = erase (bench, TITLE);
  assert_redacted (bench, FALSE);
}

/* A backup that was cleaned verifies in the place of the file, too. */
static void
test_backup (Bench *bench, gconstpointer data)
{
  g_autoptr (SfErasureReport) report = erase (bench, TITLE);
  g_autofree char *folder = sf_backup_folder_of (&bench->centre.workbook->uuid);
  g_autoptr (GPtrArray) backups = sf_backup_folder_list (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (SfSealsReport) seals = NULL;
  gsize length;

  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (
      g_file_get_contents (((SfBackupFile *)backups->pdata[0])->path, &bytes, &length, &error));
  close_workbook (&bench->centre);
  g_assert_true (g_file_set_contents (bench->centre.path, bytes, (gssize)length, &error));
  bench->centre.workbook = sf_workbook_open (bench->centre.path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  seals = verify (bench);
  print_faults (seals->faults);
  print_faults (only_verdict (seals)->faults);
  g_assert_true (sf_seals_report_is_sound (seals));
  g_assert_false (only_verdict (seals)->has_pages);
  g_assert_nonnull (strstr (only_verdict (seals)->note->str, "the family asked for it"));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/seal-erase/" name, Bench, NULL, set_up, function, tear_down_bench)

static void
set_up_nothing (Bench *bench, gconstpointer data)
{
}

int
main (int argc, char **argv)
{
  g_setenv ("SIXFOLD_NOW", "2026-11-22", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("not-printed", set_up, test_not_printed);
  ADD ("printed", set_up, test_printed);
  ADD ("unknown-words", set_up_nothing, test_unknown_words);
  ADD ("backup", set_up, test_backup);
  return run_tests_in_own_home ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "erase-grep.h"
#include "workbook-helpers.h"

#include "store/sf-backup-folder.h"
#include "store/sf-extract.h"
#include "workbook/sf-private-copies.h"
#include "workbook/sf-workbook-erase.h"
#include "workbook/sf-workbook-private.h"

/* Erasing: what was erased is in no file any more, the rest is as it was, and that something was
 * erased is on record. Each test looks for the words before, too: a search that finds nothing must
 * be one that would. */

#define BIG (600 * 1024)
#define PIECE 64

/* Where each was written is in its name. The index of words keeps them folded, and of a word that
 * begins as the one before it only the rest. */
static const char *const words[] = { "TitleZwetschge",   "OldTitleQuitte",   "ShowsMirabelle",
                                     "OldShowsHolunder", "SourceSchlehe",    "AuthorHagebutte",
                                     "NoteBrombeere",    "OldNoteStachel",   "FileNamePreisel",
                                     "InFileHeidel",     "nfileheidel",      "DraftJohannis",
                                     "VersionMispel",    "UnlinkedKornelle", "PlaceSanddorn" };

typedef struct
{
  Centre centre;
  char *home; /* all that the program keeps of its own */
  SfUuid evidence;
  SfUuid other; /* has a file with the same contents as one of the erased */
  char piece[PIECE];
} Bench;

/* --- finding ---------------------------------------------------------------------------------- */

static char *
find_anywhere (Bench *bench, const void *bytes, gsize length)
{
  char *found = find_bytes (bench->centre.folder, bytes, length);

  return found != NULL ? found : find_bytes (bench->home, bytes, length);
}

static void
assert_planted (Bench *bench)
{
  g_autofree char *piece = find_anywhere (bench, bench->piece, PIECE);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *found = find_anywhere (bench, words[i], strlen (words[i]));

      g_test_message ("%s is in %s", words[i], found != NULL ? found : "nothing");
      g_assert_nonnull (found);
    }
  g_assert_nonnull (piece);
}

static void
assert_gone (Bench *bench)
{
  g_autofree char *piece = find_anywhere (bench, bench->piece, PIECE);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *found = find_anywhere (bench, words[i], strlen (words[i]));

      if (found != NULL)
        g_error ("%s is still in %s", words[i], found);
    }
  if (piece != NULL)
    g_error ("the contents are still in %s", piece);
}

/* --- planting --------------------------------------------------------------------------------- */

static SfModel *
model_of (Bench *bench)
{
  return sf_workbook_get_model (bench->centre.workbook);
}

static SfEvidence *
evidence_of (Bench *bench)
{
  return sf_model_find (model_of (bench), &bench->evidence);
}

static void
set_text (Bench *bench, gpointer record, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_set_text (bench->centre.workbook, record, column, text, &error);
  g_assert_no_error (error);
  sync_workbook (bench->centre.workbook);
}

static SfUuid
attach (Bench *bench,
        SfEvidence *evidence,
        SfAttachment *replaces,
        const char *name,
        const char *bytes,
        gsize length)
{
  g_autofree char *folder = g_build_filename (bench->centre.folder, "outside", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = {
    .files = files, .evidence = evidence, .replaces = replaces, .centre = bench->centre.centre
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, &error));
  made = sf_workbook_attach_sync (bench->centre.workbook, &request, &error);
  g_assert_no_error (error);
  /* the user's own file is not the program's to erase */
  remove_folder (folder);
  return g_array_index (made, SfUuid, 0);
}

/* Words that a helper read in a file: in the text that is kept, and in the index. */
static void
put_extract (Bench *bench, const char *of)
{
  g_autofree char *digest = g_strdup (of); /* the record goes when the workbook is closed */
  g_autofree char *text = g_strdup_printf ("found %s inside", "InFileHeidel");
  SfExtract extract = { .made = TRUE, .text = text, .title = text };
  g_autoptr (GError) error = NULL;
  SfStore *store;

  close_workbook (&bench->centre);
  store = sf_store_open (bench->centre.path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (sf_extract_put (store, digest, &extract, &error));
  /* removed and put again, so that the index holds more than one part */
  g_assert_true (sf_extract_put (store, digest, &extract, &error));
  g_assert_true (sf_store_close (store, &error));
  bench->centre.workbook = sf_workbook_open (bench->centre.path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  find_records (&bench->centre);
}

static void
plant_links (Bench *bench)
{
  Centre *centre = &bench->centre;
  const char *code = sf_judgement_get_statement_code (centre->judgement);
  g_autoptr (GError) error = NULL;
  SfUuid link;

  sf_workbook_link_evidence (centre->workbook, evidence_of (bench), centre->evaluation, code,
                             "UnlinkedKornelle", &link, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  sf_workbook_unlink_evidence (centre->workbook, sf_model_find (model_of (bench), &link), &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  sf_workbook_link_evidence (centre->workbook, evidence_of (bench), centre->evaluation, code,
                             "OldNoteStachel", &link, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  set_text (bench, sf_model_find (model_of (bench), &link), SF_EVIDENCE_LINK_NOTE, "NoteBrombeere");
}

static void
plant_files (Bench *bench)
{
  g_autofree char *big = g_malloc (BIG);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  SfAttachment *attachment;
  SfUuid made;

  for (gsize i = 0; i < BIG; i++)
    big[i] = (char)g_rand_int (rand);
  memcpy (bench->piece, big + BIG / 2, PIECE);
  made = attach (bench, evidence_of (bench), NULL, "FileNamePreisel.txt", big, BIG);
  attachment = sf_model_find (model_of (bench), &made);
  made = attach (bench, evidence_of (bench), attachment, "VersionMispel.txt", "InFileHeidel", 12);
  attachment = sf_model_find (model_of (bench), &made);
  g_assert_nonnull (sf_attachment_get_replaces (attachment));
  put_extract (bench, sf_attachment_get_digest (attachment));
  attach (bench, evidence_of (bench), NULL, "same.txt", "both have this", 14);
  sf_workbook_add_evidence (bench->centre.workbook, bench->centre.centre, "Another", "document",
                            NULL, &bench->other, &error);
  g_assert_no_error (error);
  sync_workbook (bench->centre.workbook);
  attach (bench, sf_model_find (model_of (bench), &bench->other), NULL, "kept.txt",
          "both have this", 14);
}

static void
plant_private_copy (Bench *bench)
{
  g_autoptr (GPtrArray) files = sf_model_list_attachments (model_of (bench), evidence_of (bench));
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path
          = sf_private_copies_place (bench->centre.workbook, files->pdata[i], &error);

      g_assert_no_error (error);
      sf_workbook_export_attachment_sync (bench->centre.workbook, files->pdata[i], path, &error);
      g_assert_no_error (error);
    }
  g_ptr_array_add (evidence, evidence_of (bench));
  sf_workbook_note_departure (bench->centre.workbook, evidence, "copy", "/stick/PlaceSanddorn");
}

/* A text that is being typed when the program ends, and one more backup that holds it. */
static void
plant_draft (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  SfDraft draft = { SF_TYPE_EVIDENCE, bench->evidence, SF_EVIDENCE_SHOWS, (char *)"DraftJohannis",
                    (char *)"What it shows: TitleZwetschge" };
  SfStore *store;

  close_workbook (&bench->centre);
  store = sf_store_open (bench->centre.path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (sf_draft_put (store, &draft, &error));
  g_assert_true (sf_store_close (store, &error));
}

static void
plant (Bench *bench)
{
  Centre *centre = &bench->centre;
  g_autoptr (GError) error = NULL;

  sf_workbook_add_evidence (centre->workbook, centre->centre, "OldTitleQuitte", "document", NULL,
                            &bench->evidence, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  back_up_on (&bench->centre, "daily", "2026-02-01");
  set_text (bench, evidence_of (bench), SF_EVIDENCE_TITLE, "TitleZwetschge");
  set_text (bench, evidence_of (bench), SF_EVIDENCE_SHOWS, "OldShowsHolunder");
  set_text (bench, evidence_of (bench), SF_EVIDENCE_SHOWS, "ShowsMirabelle");
  set_text (bench, evidence_of (bench), SF_EVIDENCE_SOURCE, "SourceSchlehe");
  set_text (bench, evidence_of (bench), SF_EVIDENCE_AUTHOR, "AuthorHagebutte");
  plant_links (bench);
  plant_files (bench);
  back_up_on (&bench->centre, "asked", "2026-02-02");
  plant_draft (bench);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  find_records (centre);
  sync_workbook (centre->workbook);
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  plant_private_copy (bench);
  back_up_on (&bench->centre, "asked", "2026-02-03");
}

static void
set_up (Bench *bench, gconstpointer data)
{
  set_up_centre (&bench->centre, data);
  bench->home = g_strdup (g_get_user_data_dir ());
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (bench->home, "sixfold", NULL);

  tear_down_centre (&bench->centre, data);
  remove_folder (backups);
  g_free (bench->home);
}

static SfErasureReport *
erase (Bench *bench, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  SfErasureReport *report;

  g_ptr_array_add (list, evidence);
  report = sf_workbook_erase_sync (bench->centre.workbook, list, "The parent asked for it",
                                   "J. Hill", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < report->troubles->len; i++)
    g_test_message ("%s", ((SfErasureTrouble *)report->troubles->pdata[i])->why);
  return report;
}

/* --- what must hold ----------------------------------------------------------------------------
 */

static void
assert_recorded (Bench *bench)
{
  SfErasure *erasure = first_of (bench->centre.workbook, SF_TYPE_ERASURE);

  g_assert_cmpuint (count_of (bench->centre.workbook, SF_TYPE_ERASURE), ==, 1);
  g_assert_cmpstr (sf_erasure_get_reason (erasure), ==, "The parent asked for it");
  g_assert_cmpstr (sf_erasure_get_erased_by (erasure), ==, "J. Hill");
  g_assert_cmpint (sf_erasure_get_files (erasure), ==, 3);
  g_assert_cmpint (sf_erasure_get_finished_at (erasure), !=, SF_NULL_INT);
  g_assert_null (evidence_of (bench));
}

/* Each backup opens, is sound, and has everything else. */
static void
assert_backups_sound (Bench *bench, guint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = sf_backups_list (bench->centre.path, &error);

  g_assert_cmpuint (backups->len, ==, expected);
  for (guint i = 0; i < backups->len; i++)
    {
      SfBackup *backup = backups->pdata[i];
      g_autoptr (SfWorkbook) workbook = sf_workbook_open (backup->path, SF_OPEN_READ_ONLY, &error);

      g_assert_no_error (error);
      assert_sound (workbook);
      g_assert_cmpuint (count_of (workbook, SF_TYPE_JUDGEMENT), >, 10);
      g_assert_true (sf_workbook_close (workbook, &error));
    }
}

static void
test_everything (Bench *bench, gconstpointer data)
{
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (GPtrArray) files = NULL;
  SfEvidence *other;

  plant (bench);
  assert_planted (bench);
  report = erase (bench, evidence_of (bench));
  assert_gone (bench);
  assert_recorded (bench);
  g_assert_cmpuint (report->plan.files, ==, 3);
  g_assert_cmpuint (report->plan.links, ==, 1);
  g_assert_cmpuint (report->plan.kept, ==, 1);
  g_assert_cmpuint (report->backups, ==, 3);
  g_assert_cmpuint (report->troubles->len, ==, 0);
  g_assert_cmpuint (report->departures->len, ==, 1);
  assert_sound (bench->centre.workbook);
  assert_backups_sound (bench, 3);
  /* the other one has its file */
  other = sf_model_find (model_of (bench), &bench->other);
  files = sf_model_list_attachments (model_of (bench), other);
  g_assert_cmpuint (files->len, ==, 1);
  reopen_workbook (&bench->centre);
  assert_recorded (bench);
  assert_sound (bench->centre.workbook);
  assert_gone (bench);
}

/* Undo stops at it, at once and after opening again. */
static void
test_undo (Bench *bench, gconstpointer data)
{
  g_autoptr (SfErasureReport) report = NULL;

  plant (bench);
  g_assert_true (sf_workbook_get_can_undo (bench->centre.workbook));
  report = erase (bench, evidence_of (bench));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (sf_workbook_get_can_undo (bench->centre.workbook));
      g_assert_false (sf_workbook_get_can_redo (bench->centre.workbook));
      sf_workbook_undo (bench->centre.workbook);
      sf_workbook_redo (bench->centre.workbook);
      sync_workbook (bench->centre.workbook);
      g_assert_null (evidence_of (bench));
      reopen_workbook (&bench->centre);
    }
  set_text (bench, bench->centre.centre, SF_CENTRE_SERVICES, "Swimming");
  sf_workbook_undo (bench->centre.workbook);
  sync_workbook (bench->centre.workbook);
  g_assert_null (sf_centre_get_services (bench->centre.centre));
  assert_gone (bench);
}

/* History says that there were steps, and not what they were. */
static void
test_history (Bench *bench, gconstpointer data)
{
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  guint erased = 0;

  plant (bench);
  report = erase (bench, evidence_of (bench));
  entries = sf_workbook_load_history_sync (bench->centre.workbook, NULL, 0, 1000, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    erased
        += g_str_equal (((SfHistoryEntry *)entries->pdata[i])->label, "Erased for data protection");
  g_assert_cmpuint (erased, >=, 10);
}

/* A backup from before the program was brought up to date is cleaned like any other. */
static void
test_old_backup (Bench *bench, gconstpointer data)
{
  g_autofree char *from
      = g_build_filename (g_getenv ("SIXFOLD_FIXTURES"), "version-1.sixfold", NULL);
  g_autofree char *bytes = NULL, *before = NULL, *after = NULL;
  static const char title[] = "Weights in October", file[] = "weights.txt";
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  close_workbook (&bench->centre);
  g_assert_true (g_file_get_contents (from, &bytes, &length, &error));
  g_assert_true (g_file_set_contents (bench->centre.path, bytes, (gssize)length, &error));
  bench->centre.workbook = sf_workbook_open (bench->centre.path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  before = find_bytes (bench->home, title, strlen (title));
  g_assert_nonnull (before);
  report = erase (bench, first_of (bench->centre.workbook, SF_TYPE_EVIDENCE));
  g_assert_cmpuint (report->backups, ==, 1);
  g_assert_null (find_anywhere (bench, title, strlen (title)));
  g_assert_null (find_anywhere (bench, file, strlen (file)));
  assert_sound (bench->centre.workbook);
  assert_backups_sound (bench, 1);
}

/* A backup that cannot be read is told by name; the erasure is not finished before it is gone. */
static void
test_bad_backup (Bench *bench, gconstpointer data)
{
  g_autoptr (SfErasureReport) report = NULL;
  g_autofree char *folder = sf_backup_folder_of (&bench->centre.workbook->uuid);
  g_autofree char *bad = g_build_filename (folder, "2026-01-01-0900.sixfold", NULL);
  g_autoptr (GError) error = NULL;
  SfErasureTrouble *trouble;

  plant (bench);
  g_assert_true (g_file_set_contents (bad, "TitleZwetschge", -1, &error));
  report = erase (bench, evidence_of (bench));
  g_assert_cmpuint (report->backups, ==, 3);
  g_assert_cmpuint (report->troubles->len, ==, 1);
  trouble = report->troubles->pdata[0];
  g_assert_cmpstr (trouble->path, ==, bad);
  g_assert_cmpint (sf_erasure_get_finished_at (first_of (bench->centre.workbook, SF_TYPE_ERASURE)),
                   ==, SF_NULL_INT);
  g_assert_false (sf_workbook_delete_backup (bench->centre.workbook, bench->centre.path, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (sf_workbook_delete_backup (bench->centre.workbook, bad, &error));
  /* closing waits for what opening went on with */
  reopen_workbook (&bench->centre);
  reopen_workbook (&bench->centre);
  assert_recorded (bench);
  assert_gone (bench);
}

static void
assert_refused (Bench *bench, const char *reason, SfError code)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (list, evidence_of (bench));
  g_assert_null (sf_workbook_erase_sync (bench->centre.workbook, list, reason, NULL, &error));
  g_assert_error (error, SF_ERROR, (int)code);
  g_assert_nonnull (evidence_of (bench));
}

static void
assert_taken (Bench *bench, const char *reason)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (list, evidence_of (bench));
  g_assert_true (sf_workbook_check_erasure (bench->centre.workbook, list, reason, &error));
  g_assert_no_error (error);
}

static void
test_refused (Bench *bench, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  plant (bench);
  set_text (bench, evidence_of (bench), SF_EVIDENCE_AUTHOR, "Ed");
  assert_taken (bench, "The parent asked for it");
  assert_refused (bench, "ED asked for it", SF_ERROR_INVALID);
  assert_refused (bench, "asked for by Ed.", SF_ERROR_INVALID);
  set_text (bench, evidence_of (bench), SF_EVIDENCE_AUTHOR, "it");
  for (const char *const *own = sf_erasure_list_reasons (); *own != NULL; own++)
    assert_taken (bench, *own);
  set_text (bench, evidence_of (bench), SF_EVIDENCE_AUTHOR, "AuthorHagebutte");
  assert_refused (bench, "  ", SF_ERROR_INVALID);
  assert_refused (bench, "because of titlezwetschge", SF_ERROR_INVALID);
  assert_refused (bench, "AuthorHagebutte asked for it", SF_ERROR_INVALID);
  close_workbook (&bench->centre);
  bench->centre.workbook = sf_workbook_open (bench->centre.path, SF_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_refused (bench, "The parent asked for it", SF_ERROR_READ_ONLY);
}

/* What is typed into it, or asked of it, while it is erased goes with it, is told once, and keeps
 * nothing from being saved or erased afterwards. */
static gboolean
on_refused_cb (SfWorkbook *workbook, const char *sentence, guint *n)
{
  g_assert_cmpstr (sentence, !=, "");
  (*n)++;
  return TRUE;
}

static void
on_erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static gboolean
set_true (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_typed_meanwhile (Bench *bench, gconstpointer data)
{
  SfWorkbook *workbook = bench->centre.workbook;
  SfCentre *centre = bench->centre.centre;
  g_autoptr (SfEvidence) evidence = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean later = FALSE;
  guint n = 0;

  sf_workbook_add_evidence (workbook, centre, "Sea buckthorn", "document", NULL, &bench->evidence,
                            &error);
  sf_workbook_add_evidence (workbook, centre, "Rowan", "document", NULL, &bench->other, &error);
  sync_workbook (workbook);
  back_up_on (&bench->centre, "daily", "2026-02-01");
  evidence = g_object_ref (evidence_of (bench));
  g_signal_connect (workbook, "refused", G_CALLBACK (on_refused_cb), &n);
  g_ptr_array_add (all, evidence);
  sf_workbook_erase (workbook, all, "It was asked for", NULL, NULL, NULL, on_erased_cb, &result);
  sf_workbook_draft_text (workbook, SF_RECORD (evidence), SF_EVIDENCE_SHOWS, "TypedWacholder");
  sf_workbook_set_text (workbook, SF_RECORD (evidence), SF_EVIDENCE_SOURCE, "LateVogelbeere", NULL);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  report = sf_workbook_erase_finish (workbook, result, &error);
  g_assert_no_error (error);
  sf_workbook_draft_text (workbook, SF_RECORD (evidence), SF_EVIDENCE_SHOWS, "TypedWacholder");
  g_timeout_add (1000, set_true, &later); /* a draft would be in the file by then */
  while (!later || sf_workbook_count_pending (workbook) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (sf_workbook_get_save_error (workbook));
  g_assert_null (find_anywhere (bench, "TypedWacholder", 14));
  g_assert_null (find_anywhere (bench, "LateVogelbeere", 14));
  g_ptr_array_set_size (all, 0);
  g_ptr_array_add (all, sf_model_find (model_of (bench), &bench->other));
  g_assert_true (sf_workbook_check_erasure (workbook, all, "It was asked for", &error));
  close_workbook (&bench->centre);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Bench, NULL, set_up, func, tear_down)
  ADD ("/erase/everything", test_everything);
  ADD ("/erase/undo", test_undo);
  ADD ("/erase/history", test_history);
  ADD ("/erase/old-backup", test_old_backup);
  ADD ("/erase/bad-backup", test_bad_backup);
  ADD ("/erase/refused", test_refused);
  ADD ("/erase/typed-meanwhile", test_typed_meanwhile);
#undef ADD
  return run_tests_in_own_home ();
}

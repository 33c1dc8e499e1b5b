/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */

/* Does one kind of work on a centre file and says after each piece that it is on disk. Killed or
 * starved of its disk meanwhile; what it acknowledged must be there afterwards. */

#include "base/sf-error.h"
#include "crypt/sf-recovery.h"
#include "store/sf-history.h"
#include "store/sf-mapper.h"
#include "store/sf-migrate.h"
#include "workbook/sf-private-copies.h"
#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-erase.h"
#include "workbook/sf-workbook-files.h"
#include "workbook/sf-workbook-head.h"
#include "workbook/sf-workbook-safety.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define N_EDITS 6
#define HEAD_CODE "PC-O4" /* a statement about the head */

/* Of the preloaded library, see fault-shim.h; NULL without it. */
static void (*fault_arm) (long at);
static long (*fault_count) (void);

static void
say (const char *word, long number)
{
  g_autofree char *line = g_strdup_printf ("%s %ld\n", word, number);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (3);
}

static void
arm (void)
{
  const char *at = g_getenv ("SIXFOLD_FAULT_AT");

  if (fault_arm != NULL)
    fault_arm (at != NULL ? atol (at) : 0);
}

static void
disarm (void)
{
  if (fault_arm == NULL)
    return;
  say ("count", fault_count ());
  fault_arm (-1);
}

static void
need (gboolean good, const GError *error)
{
  if (good)
    return;
  fprintf (stderr, "%s\n", error != NULL ? error->message : "no reason given");
  _exit (4);
}

static gpointer
first_of (SfWorkbook *workbook, GType type)
{
  GListModel *list = sf_model_get_list (sf_workbook_get_model (workbook), type);
  gpointer record = g_list_model_get_item (list, 0);

  need (record != NULL, NULL);
  g_object_unref (record);
  return record;
}

static void
set_services (SfWorkbook *workbook, long i)
{
  g_autofree char *text = g_strdup_printf ("edit %ld", i);
  g_autoptr (GError) error = NULL;

  need (sf_workbook_set_text (workbook, first_of (workbook, SF_TYPE_CENTRE), SF_CENTRE_SERVICES,
                              text, &error),
        error);
}

static void
run_edit (SfWorkbook *workbook)
{
  for (long i = 1; i <= N_EDITS; i++)
    {
      g_autoptr (GError) error = NULL;

      set_services (workbook, i);
      /* a step of many rows too */
      if (i == 3)
        need (sf_workbook_clear_judgement (workbook, first_of (workbook, SF_TYPE_JUDGEMENT),
                                           &error),
              error);
      need (sf_workbook_sync (workbook, &error), error);
      say ("ack", i);
    }
}

static void
run_attach (SfWorkbook *workbook)
{
  const char *source = g_getenv ("SIXFOLD_FAULT_SOURCE");

  /* a folder each time, of small files and one of several pieces */
  for (long i = 1; i <= 2; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%ld", source, i);
      g_autoptr (GFile) folder = g_file_new_for_path (path);
      GFile *const files[] = { folder, NULL };
      SfAttachRequest request = { .files = files, .centre = first_of (workbook, SF_TYPE_CENTRE) };
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) made = sf_workbook_attach_sync (workbook, &request, &error);

      need (made != NULL, error);
      say ("ack", i);
    }
}

static void
run_backup (SfWorkbook *workbook)
{
  for (long i = 1; i <= 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SfBackup) backup = NULL;

      set_services (workbook, i);
      need (sf_workbook_sync (workbook, &error), error);
      backup = sf_workbook_back_up_sync (workbook, NULL, "asked", &error);
      need (backup != NULL, error);
      say ("ack", i);
    }
}

static void
run_draft (const char *path)
{
  g_autoptr (GError) error = NULL;
  SfStore *store = sf_store_open (path, FALSE, &error);
  g_autoptr (SfModel) model = sf_model_new ();
  g_autoptr (SfRecord) centre = NULL;

  need (store != NULL && sf_mapper_load (store, model, G_TYPE_INVALID, &error), error);
  centre = g_list_model_get_item (sf_model_get_list (model, SF_TYPE_CENTRE), 0);
  arm ();
  for (long i = 1; i <= N_EDITS; i++)
    {
      g_autofree char *text = g_strdup_printf ("edit %ld", i);
      SfDraft draft = { SF_TYPE_CENTRE, *sf_record_get_uuid (centre), SF_CENTRE_SERVICES,
                        text,           (char *)"what it offers",     { { 0 } } };

      need (sf_draft_put (store, &draft, &error), error);
      say ("ack", i);
    }
  disarm ();
  need (sf_store_close (store, &error), error);
}

static gboolean
add_motto (SfSql *sql, guint to, GError **error)
{
  return sf_sql_exec (sql,
                      "ALTER TABLE centre ADD COLUMN motto TEXT; UPDATE centre SET motto = name;"
                      "CREATE TABLE motto (id INTEGER PRIMARY KEY, centre INTEGER) STRICT;"
                      "INSERT INTO motto (centre) SELECT id FROM centre",
                      error);
}

static void
run_migrate (const char *path)
{
  const SfMigration migration = { SF_STORE_VERSION, add_motto };
  g_autofree char *backup = g_strconcat (path, ".before", NULL);
  g_autoptr (GError) error = NULL;
  SfStore *store = sf_store_open (path, FALSE, &error);

  need (store != NULL, error);
  arm ();
  need (sf_migrate_with (store, SF_STORE_VERSION, SF_STORE_VERSION + 1, &migration, 1, backup,
                         &error),
        error);
  say ("ack", 1);
  disarm ();
  need (sf_store_close (store, &error), error);
}

/* A piece of evidence that is everywhere: in the file, its history, a backup, a private copy. */
static SfEvidence *
plant_evidence (SfWorkbook *workbook)
{
  g_autoptr (GFile) file
      = g_file_new_build_filename (g_getenv ("SIXFOLD_FAULT_SOURCE"), "1", "film.mp4", NULL);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = first_of (workbook, SF_TYPE_CENTRE) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = sf_workbook_attach_sync (workbook, &request, &error);
  g_autofree char *copy = NULL;
  g_autoptr (SfBackup) backup = NULL;
  SfAttachment *attachment;

  need (made != NULL, error);
  attachment = first_of (workbook, SF_TYPE_ATTACHMENT);
  need (sf_workbook_set_text (workbook, first_of (workbook, SF_TYPE_EVIDENCE), SF_EVIDENCE_TITLE,
                              g_getenv ("SIXFOLD_FAULT_TITLE"), &error),
        error);
  need (sf_workbook_sync (workbook, &error), error);
  copy = sf_private_copies_place (workbook, attachment, &error);
  need (copy != NULL, error);
  need (sf_workbook_export_attachment_sync (workbook, attachment, copy, &error), error);
  backup = sf_workbook_back_up_sync (workbook, NULL, "asked", &error);
  need (backup != NULL, error);
  return first_of (workbook, SF_TYPE_EVIDENCE);
}

static void
run_erase (const char *path)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (path, SF_OPEN_DEFAULT, &error);

  need (workbook != NULL, error);
  g_ptr_array_add (evidence, plant_evidence (workbook));
  arm ();
  report = sf_workbook_erase_sync (workbook, evidence, "It was asked for", NULL, &error);
  need (report != NULL, error);
  need (report->troubles->len == 0, NULL);
  say ("ack", 1);
  disarm ();
  need (sf_workbook_close (workbook, &error), error);
}

static void
say_of_record (SfWorkbook *workbook, SfPerformanceRecord *record, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPerformance) said
      = sf_performance_copy (sf_workbook_get_performance (workbook, record, NULL));

  need (sf_performance_set (said, SF_PERFORMANCE_SET_NOTES, text, &error)
            && sf_workbook_edit_performance (workbook, record, said, &error)
            && sf_workbook_sync (workbook, &error),
        error);
}

/* The employer's key, from what the environment has written down. */
static SfSecret *
read_paper (const char *variable)
{
  g_autoptr (GError) error = NULL;
  SfSecret *paper = sf_recovery_parse (g_getenv (variable), &error);

  need (paper != NULL, error);
  return paper;
}

/* Another key for the employer, while two records are there. */
static void
run_replace (const char *path)
{
  static const char *const people[] = { "Amina Okoro", "Tom Pell" };
  const SfKeyringCost cost = { 1, SF_KEYRING_MIN_MEMORY_KIB };
  g_autoptr (SfSecret) old = read_paper ("SIXFOLD_FAULT_OLD_PAPER");
  g_autoptr (SfSecret) fresh = read_paper ("SIXFOLD_FAULT_NEW_PAPER");
  g_autoptr (SfSecret) paper = NULL, replaced = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (path, SF_OPEN_DEFAULT, &error);
  SfPerformanceWish wish = { .kind = "staff",
                             .reviewer = "Ruth Penhaligon",
                             .starts_on = "2026-09-01",
                             .ends_on = "2027-08-31",
                             .person_passphrase = g_getenv ("SIXFOLD_FAULT_OLD"),
                             .reviewer_passphrase = "seven blue teapots waltz",
                             .cost = &cost };

  need (workbook != NULL, error);
  wish.centre = first_of (workbook, SF_TYPE_CENTRE);
  paper = sf_workbook_set_up_recovery_sync (workbook, old, &error);
  need (paper != NULL, error);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      SfPerformanceRecord *record;

      wish.person = people[i];
      record = sf_workbook_begin_performance_sync (workbook, &wish, &error);
      need (record != NULL, error);
      say_of_record (workbook, record, people[i]);
    }
  arm ();
  replaced = sf_workbook_replace_recovery_sync (workbook, (char *)sf_secret_get_data (paper), fresh,
                                                &error);
  need (replaced != NULL, error);
  say ("ack", 1);
  disarm ();
  need (sf_workbook_close (workbook, &error), error);
}

/* A confidential record whose lock changes: @phase says how. */
static void
run_keys (const char *path, const char *phase)
{
  const SfKeyringCost cost = { 1, SF_KEYRING_MIN_MEMORY_KIB };
  const char *old = g_getenv ("SIXFOLD_FAULT_OLD"), *fresh = g_getenv ("SIXFOLD_FAULT_NEW");
  const char *const remaining[] = { fresh, "seven blue teapots waltz", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (path, SF_OPEN_DEFAULT, &error);
  g_autoptr (SfSecret) paper = NULL;
  SfPerformanceWish wish = { .person = "Amina Okoro",
                             .kind = "staff",
                             .reviewer = "Ruth Penhaligon",
                             .starts_on = "2026-09-01",
                             .ends_on = "2027-08-31",
                             .person_passphrase = g_str_equal (phase, "passphrase") ? old : fresh,
                             .reviewer_passphrase = "seven blue teapots waltz",
                             .cost = &cost };
  SfPerformanceRecord *record;

  need (workbook != NULL, error);
  wish.centre = first_of (workbook, SF_TYPE_CENTRE);
  paper = sf_workbook_set_up_recovery_sync (workbook, NULL, &error);
  need (paper != NULL, error);
  record = sf_workbook_begin_performance_sync (workbook, &wish, &error);
  need (record != NULL, error);
  if (g_str_equal (phase, "withdraw"))
    need (sf_workbook_let_read_sync (workbook, record, "Governor Tull", old, &cost, &error), error);
  arm ();
  if (g_str_equal (phase, "withdraw"))
    need (sf_workbook_withdraw_reader_sync (workbook, record, "Governor Tull", remaining, &cost,
                                            &error),
          error);
  else
    need (sf_workbook_change_passphrase_sync (workbook, record, old, fresh, &cost, &error), error);
  say ("ack", 1);
  disarm ();
  need (sf_workbook_close (workbook, &error), error);
}

/* A word that is everywhere: in a judgement of the head, its history, a backup. */
static void
run_head (SfWorkbook *workbook)
{
  const SfKeyringCost cost = { 1, SF_KEYRING_MIN_MEMORY_KIB };
  SfEvaluation *evaluation = first_of (workbook, SF_TYPE_EVALUATION);
  const SfHeadWish wish = { .evaluation = evaluation,
                            .head = "Margaret Hale",
                            .passphrase = g_getenv ("SIXFOLD_FAULT_NEW"),
                            .cost = &cost };
  SfJudgement *judgement
      = sf_model_find_judgement (sf_workbook_get_model (workbook), evaluation, HEAD_CODE, NULL);
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (SfBackup) backup = NULL;
  g_autoptr (SfSecret) paper = NULL;
  g_autoptr (GError) error = NULL;

  paper = sf_workbook_set_up_recovery_sync (workbook, NULL, &error);
  need (paper != NULL, error);
  need (sf_workbook_set_text (workbook, judgement, SF_JUDGEMENT_STRENGTHS,
                              g_getenv ("SIXFOLD_FAULT_TITLE"), &error)
            && sf_workbook_sync (workbook, &error),
        error);
  backup = sf_workbook_back_up_sync (workbook, NULL, "asked", &error);
  need (backup != NULL, error);
  arm ();
  report = sf_workbook_lock_head_sync (workbook, &wish, &error);
  need (report != NULL && report->troubles->len == 0, error);
  say ("ack", 1);
}

/* Only opened, and closed again: what was interrupted goes on. */
static void
run_open (SfWorkbook *workbook)
{
}

/* The disk is full from the n-th call on, and has room again later: nothing is lost, and the edit
 * is shown meanwhile. */
static void
run_starve (SfWorkbook *workbook)
{
  SfRecord *centre = first_of (workbook, SF_TYPE_CENTRE);

  for (long i = 1; i <= N_EDITS; i++)
    {
      g_autofree char *expected = g_strdup_printf ("edit %ld", i);
      g_autofree char *shown = NULL;
      g_autoptr (GError) error = NULL;

      set_services (workbook, i);
      if (sf_workbook_sync (workbook, &error))
        continue;
      need (sf_workbook_count_pending (workbook) == 1, error);
      need (g_strcmp0 (sf_workbook_get_save_error (workbook), error->message) == 0, error);
      need (error->domain == SF_ERROR
                && (error->code == SF_ERROR_NO_SPACE || error->code == SF_ERROR_IO),
            error);
      shown = sf_workbook_dup_shown_text (workbook, centre, SF_CENTRE_SERVICES);
      need (g_strcmp0 (shown, expected) == 0, error);
      say ("starved", i);
      fault_arm (-1);
      g_clear_error (&error);
      need (sf_workbook_sync (workbook, &error), error);
      need (sf_workbook_get_save_error (workbook) == NULL, NULL);
    }
  say ("ack", N_EDITS);
}

/* The same while a folder is attached: either it is all there, or nothing of it. */
static void
run_starve_attach (SfWorkbook *workbook)
{
  g_autofree char *path = g_build_filename (g_getenv ("SIXFOLD_FAULT_SOURCE"), "1", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  GFile *const files[] = { folder, NULL };
  SfAttachRequest request = { .files = files, .centre = first_of (workbook, SF_TYPE_CENTRE) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = sf_workbook_attach_sync (workbook, &request, &error);

  if (made == NULL)
    {
      need (error->domain == SF_ERROR && *error->message != '\0', error);
      say ("starved", 1);
    }
  fault_arm (-1);
  g_clear_error (&error);
  need (sf_workbook_sync (workbook, &error), error);
  set_services (workbook, N_EDITS);
  need (sf_workbook_sync (workbook, &error), error);
  say ("ack", N_EDITS);
}

static const struct
{
  const char *name;
  void (*run) (SfWorkbook *workbook);
} phases[] = {
  { "edit", run_edit }, { "attach", run_attach }, { "backup", run_backup },
  { "open", run_open }, { "starve", run_starve }, { "starve-attach", run_starve_attach },
  { "head", run_head },
};

/* @armed: from the beginning on, or else @run arms it */
static void
run_with_workbook (const char *path, gboolean armed, void (*run) (SfWorkbook *workbook))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (path, SF_OPEN_DEFAULT, &error);

  need (workbook != NULL, error);
  if (armed)
    arm ();
  run (workbook);
  disarm ();
  need (sf_workbook_close (workbook, &error), error);
}

int
main (int argc, char **argv)
{
  guint n;

  if (argc != 3)
    return 2;
  sf_model_get_record_types (&n);
  /* looked for by name: some linkers decide early that what is weak is not there */
  fault_arm = (void (*) (long))dlsym (RTLD_DEFAULT, "sf_fault_arm");
  fault_count = (long (*) (void))dlsym (RTLD_DEFAULT, "sf_fault_count");
  if (fault_arm != NULL)
    fault_arm (-1);
  if (strcmp (argv[1], "draft") == 0)
    run_draft (argv[2]);
  else if (strcmp (argv[1], "migrate") == 0)
    run_migrate (argv[2]);
  else if (strcmp (argv[1], "erase") == 0)
    run_erase (argv[2]);
  else if (strcmp (argv[1], "passphrase") == 0 || strcmp (argv[1], "withdraw") == 0)
    run_keys (argv[2], argv[1]);
  else if (strcmp (argv[1], "replace") == 0)
    run_replace (argv[2]);
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    if (strcmp (argv[1], phases[i].name) == 0)
      run_with_workbook (argv[2], phases[i].run != run_head, phases[i].run);
  say ("end", 0);
  return 0;
}

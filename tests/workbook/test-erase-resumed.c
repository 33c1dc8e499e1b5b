/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "erase-grep.h"
#include "workbook-helpers.h"

#include "store/sf-backup-folder.h"
#include "workbook/sf-workbook-erase.h"
#include "workbook/sf-workbook-private.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

/* Erasing that could not finish, because of a backup that cannot be read: what it comes to at the
 * next openings is told, and nothing stays. */

#define TITLE "TitleZwetschge"
#define PLACE "/stick/PlaceSanddorn"

typedef struct
{
  Centre centre;
  char *folder; /* of backups */
  char *bad;
} Bench;

static void
back_up (Bench *bench, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) backup
      = sf_workbook_back_up_sync (bench->centre.workbook, NULL, "asked", &error);
  g_autofree char *path = g_strdup_printf ("%s/%s-0900.sixfold", bench->folder, day);

  g_assert_no_error (error);
  g_assert_cmpint (g_rename (backup->path, path), ==, 0);
}

/* Erases a piece of which a copy has left, and leaves one backup uncleaned. */
static void
erase_but_one (Bench *bench)
{
  SfWorkbook *workbook = bench->centre.workbook;
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (GError) error = NULL;
  SfUuid uuid;

  sf_workbook_add_evidence (workbook, bench->centre.centre, TITLE, "document", NULL, &uuid, &error);
  g_assert_no_error (error);
  sync_workbook (workbook);
  g_ptr_array_add (evidence, sf_model_find (sf_workbook_get_model (workbook), &uuid));
  sf_workbook_note_departure (workbook, evidence, "copy", PLACE);
  back_up (bench, "2026-02-01");
  g_assert_true (g_file_set_contents (bench->bad, "no centre file", -1, &error));
  report = sf_workbook_erase_sync (workbook, evidence, "Not needed", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->troubles->len, ==, 1);
  g_assert_cmpuint (report->departures->len, ==, 1);
}

static void
set_up (Bench *bench, gconstpointer data)
{
  set_up_centre (&bench->centre, data);
  bench->folder = sf_backup_folder_of (&bench->centre.workbook->uuid);
  bench->bad = g_build_filename (bench->folder, "2026-01-01-0900.sixfold", NULL);
  erase_but_one (bench);
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  tear_down_centre (&bench->centre, data);
  remove_folder (bench->folder);
  g_free (bench->folder);
  g_free (bench->bad);
}

static void
assert_gone (Bench *bench, const char *words)
{
  g_autofree char *file = find_bytes (bench->centre.folder, words, strlen (words));
  g_autofree char *backup = find_bytes (bench->folder, words, strlen (words));

  g_assert_cmpstr (file, ==, NULL);
  g_assert_cmpstr (backup, ==, NULL);
}

/* --- what must hold ----------------------------------------------------------------------------
 */

typedef struct
{
  guint times;
  guint evidence;
  guint departures;
  guint troubles;
} Told;

static void
on_erased_cb (SfWorkbook *workbook, SfErasureReport *report, gpointer data)
{
  Told *told = data;

  told->times++;
  told->evidence = report->plan.evidence;
  told->departures = report->departures->len;
  told->troubles = report->troubles->len;
  if (told->departures > 0)
    g_assert_cmpstr (((SfDeparture *)report->departures->pdata[0])->place, ==, PLACE);
}

/* Closing waits for what opening went on with. */
static Told
reopen_and_listen (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  Told told = { 0 };

  reopen_workbook (&bench->centre);
  g_signal_connect (bench->centre.workbook, "erased", G_CALLBACK (on_erased_cb), &told);
  close_workbook (&bench->centre);
  bench->centre.workbook = sf_workbook_open (bench->centre.path, SF_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  return told;
}

static void
test_told (Bench *bench, gconstpointer data)
{
  Told told = reopen_and_listen (bench);

  g_assert_cmpuint (told.times, ==, 1);
  g_assert_cmpuint (told.evidence, ==, 1);
  g_assert_cmpuint (told.departures, ==, 1);
  g_assert_cmpuint (told.troubles, ==, 1);
  g_assert_cmpint (g_unlink (bench->bad), ==, 0);
  told = reopen_and_listen (bench);
  g_assert_cmpuint (told.times, ==, 1);
  g_assert_cmpuint (told.departures, ==, 1);
  g_assert_cmpuint (told.troubles, ==, 0);
  told = reopen_and_listen (bench);
  g_assert_cmpuint (told.times, ==, 0);
  assert_gone (bench, TITLE);
  assert_gone (bench, PLACE);
}

/* A backup of a file whose erasure is not finished says at last that it is. */
static void
test_backup_between (Bench *bench, gconstpointer data)
{
  g_autofree char *path = g_build_filename (bench->folder, "2026-02-04-0900.sixfold", NULL);
  g_autoptr (SfWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  back_up (bench, "2026-02-04");
  g_assert_cmpint (g_unlink (bench->bad), ==, 0);
  reopen_workbook (&bench->centre);
  close_workbook (&bench->centre);
  workbook = sf_workbook_open (path, SF_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sf_erasure_get_finished_at (first_of (workbook, SF_TYPE_ERASURE)), !=,
                   SF_NULL_INT);
  g_assert_true (sf_workbook_close (workbook, &error));
  assert_gone (bench, TITLE);
  assert_gone (bench, PLACE);
}

static gint64
read_schema_version (const char *path)
{
  g_autoptr (GError) error = NULL;
  SfSql *sql = sf_sql_open (path, SQLITE_OPEN_READONLY, &error);
  gint64 version = -1;

  g_assert_no_error (error);
  g_assert_true (sf_sql_get_int (sql, "PRAGMA schema_version", &version, &error));
  sf_sql_close (sql, NULL);
  return version;
}

/* Other bytes, and nothing that would show it from outside. */
static void
spoil_in_place (const char *path)
{
  struct stat info;
  FILE *file;

  g_assert_cmpint (stat (path, &info), ==, 0);
  file = fopen (path, "r+");
  g_assert_nonnull (file);
  g_assert_cmpint (fputs ("spoilt", file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
  g_assert_cmpint (utimensat (AT_FDCWD, path, (struct timespec[]){ info.st_atim, info.st_mtim }, 0),
                   ==, 0);
}

/* Neither is the file written anew again, which counts up its schema, nor is a backup looked at
 * that is clean already: only what failed is tried again. */
static void
test_only_the_rest (Bench *bench, gconstpointer data)
{
  g_autofree char *clean = g_build_filename (bench->folder, "2026-02-01-0900.sixfold", NULL);
  gint64 version = read_schema_version (bench->centre.path);
  Told told;

  spoil_in_place (clean);
  told = reopen_and_listen (bench);
  g_assert_cmpuint (told.times, ==, 1);
  g_assert_cmpuint (told.troubles, ==, 1);
  g_assert_cmpint (read_schema_version (bench->centre.path), ==, version);
  g_assert_cmpint (g_unlink (bench->bad), ==, 0);
  told = reopen_and_listen (bench);
  g_assert_cmpuint (told.troubles, ==, 0);
  g_assert_cmpint (read_schema_version (bench->centre.path), ==, version);
}

/* Another file under a backup's name is none that was looked at. */
static void
test_backup_replaced (Bench *bench, gconstpointer data)
{
  g_autofree char *clean = g_build_filename (bench->folder, "2026-02-01-0900.sixfold", NULL);
  Told told;

  g_assert_true (g_file_set_contents (clean, "no centre file either", -1, NULL));
  told = reopen_and_listen (bench);
  g_assert_cmpuint (told.troubles, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Bench, NULL, set_up, func, tear_down)
  ADD ("/erase-resumed/told", test_told);
  ADD ("/erase-resumed/backup-between", test_backup_between);
  ADD ("/erase-resumed/only-the-rest", test_only_the_rest);
  ADD ("/erase-resumed/backup-replaced", test_backup_replaced);
#undef ADD
  return run_tests_in_own_home ();
}

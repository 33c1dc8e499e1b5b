/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "erase-grep.h"
#include "workbook-helpers.h"

#include "store/sf-backup-folder.h"
#include "workbook/sf-taken-back.h"
#include "workbook/sf-workbook-erase.h"
#include "workbook/sf-workbook-private.h"

/* What was added and taken back is in no list; history and the backups have it until it is erased.
 */

typedef struct
{
  Centre centre;
  char *backups;
} Bench;

static void
set_up (Bench *bench, gconstpointer data)
{
  set_up_centre (&bench->centre, data);
  bench->backups = sf_backup_folder_of (&bench->centre.workbook->uuid);
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  tear_down_centre (&bench->centre, data);
  remove_folder (bench->backups);
  g_free (bench->backups);
}

static char *
find_anywhere (Bench *bench, const void *bytes, gsize length)
{
  char *found = find_bytes (bench->centre.folder, bytes, length);

  return found != NULL ? found : find_bytes (bench->backups, bytes, length);
}

static void
back_up (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) backup
      = sf_workbook_back_up_sync (bench->centre.workbook, NULL, "asked", &error);

  g_assert_no_error (error);
}

/* Added with a file and taken back; then something else was done, and nothing brings it back. */
static void
take_back (Bench *bench)
{
  g_autofree char *folder = g_build_filename (bench->centre.folder, "outside", NULL);
  g_autofree char *path = g_build_filename (folder, "TitleZwetschge.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = bench->centre.centre };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "InFileHeidel", -1, &error));
  made = sf_workbook_attach_sync (bench->centre.workbook, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, 1);
  remove_folder (folder);
  sf_workbook_undo (bench->centre.workbook);
  sync_workbook (bench->centre.workbook);
  g_assert_cmpuint (count_of (bench->centre.workbook, SF_TYPE_EVIDENCE), ==, 0);
}

static GPtrArray *
list_taken_back (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *evidence = sf_workbook_list_taken_back_sync (bench->centre.workbook, &error);

  g_assert_no_error (error);
  return evidence;
}

static void
assert_nowhere (Bench *bench)
{
  g_autofree char *name = find_anywhere (bench, "TitleZwetschge", 14);
  g_autofree char *bytes = find_anywhere (bench, "InFileHeidel", 12);

  g_assert_cmpstr (name, ==, NULL);
  g_assert_cmpstr (bytes, ==, NULL);
}

static void
test_taken_back (Bench *bench, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (GError) error = NULL;

  take_back (bench);
  sf_workbook_set_text (bench->centre.workbook, SF_RECORD (bench->centre.centre),
                        SF_CENTRE_SERVICES, "Swimming", &error);
  g_assert_no_error (error);
  sync_workbook (bench->centre.workbook);
  g_assert_false (sf_workbook_get_can_redo (bench->centre.workbook));
  back_up (bench);
  bytes = find_anywhere (bench, "InFileHeidel", 12);
  g_assert_nonnull (bytes);
  before = list_taken_back (bench);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpstr (sf_evidence_get_title (before->pdata[0]), ==, "TitleZwetschge");
  g_assert_cmpuint (sf_taken_back_get_files (before->pdata[0]), ==, 1);
  g_assert_cmpint (sf_taken_back_get_at (before->pdata[0]), >, 0);
  report = sf_workbook_erase_sync (bench->centre.workbook, before, "Not needed", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->plan.files, ==, 1);
  g_assert_cmpuint (report->backups, ==, 1);
  g_assert_cmpuint (report->troubles->len, ==, 0);
  after = list_taken_back (bench);
  g_assert_cmpuint (after->len, ==, 0);
  assert_nowhere (bench);
  assert_sound (bench->centre.workbook);
  g_assert_cmpint (sf_erasure_get_files (first_of (bench->centre.workbook, SF_TYPE_ERASURE)), ==,
                   1);
}

/* What was brought back since is no longer taken back, and is not erased unseen. */
static void
test_brought_back (Bench *bench, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  take_back (bench);
  back_up (bench);
  before = list_taken_back (bench);
  g_assert_cmpuint (before->len, ==, 1);
  sf_workbook_redo (bench->centre.workbook);
  sync_workbook (bench->centre.workbook);
  g_assert_null (
      sf_workbook_erase_sync (bench->centre.workbook, before, "Not needed", NULL, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_cmpuint (count_of (bench->centre.workbook, SF_TYPE_EVIDENCE), ==, 1);
  after = list_taken_back (bench);
  g_assert_cmpuint (after->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Bench, NULL, set_up, func, tear_down)
  ADD ("/erase-taken-back/erased", test_taken_back);
  ADD ("/erase-taken-back/brought-back", test_brought_back);
#undef ADD
  return run_tests_in_own_home ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook-helpers.h"

#include "store/sf-backup-folder.h"
#include "workbook/sf-workbook-private.h"

#include <glib/gstdio.h>

/* A file of each version that a program of ours once wrote is opened, read and gone on with. */

static void
take_fixture (Centre *centre, const char *name)
{
  g_autofree char *from = g_build_filename (g_getenv ("SIXFOLD_FIXTURES"), name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  close_workbook (centre);
  g_unlink (centre->path);
  g_file_get_contents (from, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (centre->path, bytes, (gssize)length, &error);
  g_assert_no_error (error);
}

static void
open_fixture (Centre *centre, SfOpenFlags flags)
{
  g_autoptr (GError) error = NULL;

  centre->workbook = sf_workbook_open (centre->path, flags, &error);
  g_assert_no_error (error);
  find_records (centre);
}

/* What is in the fixtures, as it was written by the programs of their time. */
static void
assert_common (Centre *centre)
{
  SfModel *model = sf_workbook_get_model (centre->workbook);
  SfEvidence *evidence = first_of (centre->workbook, SF_TYPE_EVIDENCE);
  g_autoptr (GPtrArray) files = sf_model_list_attachments (model, evidence);
  SfJudgement *judged = sf_model_find_judgement (model, centre->evaluation, "BH-O1", NULL);

  g_assert_cmpstr (sf_centre_get_name (centre->centre), ==, "Elm Road");
  g_assert_cmpint (sf_judgement_get_level (judged), ==, 2);
  g_assert_cmpstr (sf_judgement_get_improvements (judged), ==, "Fewer fathers come than mothers.");
  g_assert_cmpstr (sf_evidence_get_title (evidence), ==, "Weights in October");
  g_assert_cmpstr (sf_evidence_get_web_link (evidence), ==, "https://example.org/weights");
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpstr (sf_attachment_get_name (files->pdata[0]), ==, "weights.txt");
  g_assert_null (sf_attachment_get_replaces (files->pdata[0]));
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_TARGET), ==, 1);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_ERASURE), ==, 0);
}

static void
assert_version_1 (Centre *centre)
{
  assert_common (centre);
  g_assert_null (sf_evidence_get_target_groups (first_of (centre->workbook, SF_TYPE_EVIDENCE)));
}

static void
assert_version_2 (Centre *centre)
{
  SfTarget *target = first_of (centre->workbook, SF_TYPE_TARGET);

  assert_common (centre);
  g_assert_cmpstr (sf_evidence_get_target_groups (first_of (centre->workbook, SF_TYPE_EVIDENCE)),
                   ==, "fathers lone-parents");
  g_assert_cmpfloat (sf_target_get_goal (target), ==, 30.0);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_REVIEW), ==, 1);
  /* what came later */
  g_assert_null (sf_target_get_priority (target));
  g_assert_null (sf_target_get_pace (target));
  g_assert_null (sf_target_get_outcome_measure (target));
  g_assert_null (sf_target_get_family_group (target));
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_ACTION), ==, 0);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_READING), ==, 0);
}

static void
test_version_1 (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint steps = 0;

  take_fixture (centre, "version-1.sixfold");
  open_fixture (centre, SF_OPEN_DEFAULT);
  g_assert_false (sf_workbook_get_read_only (centre->workbook));
  assert_version_1 (centre);
  assert_sound (centre->workbook);
  /* what was done with the old program can be undone with this one, and done again */
  for (; sf_workbook_get_can_undo (centre->workbook); steps++)
    {
      sf_workbook_undo (centre->workbook);
      sync_workbook (centre->workbook);
    }
  g_assert_cmpuint (steps, >, 8);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_EVIDENCE), ==, 0);
  for (; steps > 0; steps--)
    {
      sf_workbook_redo (centre->workbook);
      sync_workbook (centre->workbook);
    }
  assert_version_1 (centre);
  sf_workbook_set_text (centre->workbook, first_of (centre->workbook, SF_TYPE_EVIDENCE),
                        SF_EVIDENCE_TARGET_GROUPS, "fathers", &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  reopen_workbook (centre);
  g_assert_cmpstr (sf_evidence_get_target_groups (first_of (centre->workbook, SF_TYPE_EVIDENCE)),
                   ==, "fathers");
}

static void
test_version_2 (Centre *centre, gconstpointer data)
{
  SfTarget *target;
  g_autoptr (GError) error = NULL;

  take_fixture (centre, "version-2.sixfold");
  open_fixture (centre, SF_OPEN_READ_ONLY);
  assert_version_2 (centre);
  close_workbook (centre);
  open_fixture (centre, SF_OPEN_DEFAULT);
  assert_version_2 (centre);
  assert_sound (centre->workbook);
  target = first_of (centre->workbook, SF_TYPE_TARGET);
  sf_workbook_set_text (centre->workbook, target, SF_TARGET_EVIDENCE_EXPECTED, "The register.",
                        &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_REVIEW), ==, 0);
  reopen_workbook (centre);
  assert_sound (centre->workbook);
}

/* The backup that was made first is of the old version. */
static void
test_backup_first (Centre *centre, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *folder = NULL;
  guint version;
  g_autoptr (GError) error = NULL;

  take_fixture (centre, "version-1.sixfold");
  open_fixture (centre, SF_OPEN_DEFAULT);
  folder = sf_backup_folder_find (centre->path);
  g_assert_nonnull (folder);
  files = sf_backup_folder_list (folder);
  g_assert_cmpuint (files->len, ==, 1);
  sf_store_probe (((SfBackupFile *)files->pdata[0])->path, &version, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (version, ==, 1);
}

/* Where it may only be read, it is read as it is. */
static void
test_read_only (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint version;

  take_fixture (centre, "version-1.sixfold");
  open_fixture (centre, SF_OPEN_READ_ONLY);
  assert_version_1 (centre);
  sf_store_probe (centre->path, &version, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (version, ==, 1);
}

/* What is saved of a damaged old file comes into a new one of this version, nothing missing. */
static void
test_salvage (Centre *centre, gconstpointer data)
{
  g_autofree char *to = g_build_filename (centre->folder, "saved.sixfold", NULL);
  g_autoptr (SfCheckReport) report = NULL;
  g_autoptr (GError) error = NULL;

  take_fixture (centre, "version-1.sixfold");
  sf_workbook_salvage (centre->path, NULL, to, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->problems->len, ==, 0);
  g_free (centre->path);
  centre->path = g_steal_pointer (&to);
  open_fixture (centre, SF_OPEN_DEFAULT);
  assert_version_1 (centre);
}

int
main (int argc, char **argv)
{
#define ADD(path, function)                                                                        \
  g_test_add ("/workbook/versions/" path, Centre, NULL, set_up_empty, function, tear_down_centre)
  g_test_init (&argc, &argv, NULL);
  ADD ("backup-first", test_backup_first);
  ADD ("1", test_version_1);
  ADD ("2", test_version_2);
  ADD ("read-only", test_read_only);
  ADD ("salvage", test_salvage);
  return run_tests_in_own_home ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook-helpers.h"

#include "workbook/sf-departures.h"
#include "workbook/sf-private-copies.h"

/* Copies that leave the centre's file: private ones for other programs, and those that somebody
 * took elsewhere. */

static SfAttachment *
attach_text (Centre *centre, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (centre->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  made = sf_workbook_attach_sync (centre->workbook, &request, &error);
  g_assert_no_error (error);
  return sf_model_find (sf_workbook_get_model (centre->workbook), &g_array_index (made, SfUuid, 0));
}

static char *
write_private (SfWorkbook *workbook, SfAttachment *attachment)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sf_private_copies_place (workbook, attachment, &error);

  g_assert_no_error (error);
  g_assert_true (sf_workbook_export_attachment_sync (workbook, attachment, path, &error));
  sf_private_copies_seal (path);
  return g_steal_pointer (&path);
}

static guint
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_lstat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

/* Under the user's cache, for this user alone, read only, the name safe; gone at closing. */
static void
test_private (Centre *centre, gconstpointer data)
{
  SfAttachment *attachment = attach_text (centre, "two\nlines.txt", "words");
  g_autofree char *path = write_private (centre->workbook, attachment);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *opening = g_path_get_dirname (folder);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *again = NULL;

  g_assert_true (g_str_has_prefix (path, g_get_user_cache_dir ()));
  g_assert_cmpstr (name, ==, "two lines.txt");
  g_assert_cmpuint (mode_of (path), ==, 0400);
  g_assert_cmpuint (mode_of (folder), ==, 0700);
  g_assert_cmpuint (mode_of (opening), ==, 0700);
  again = sf_private_copies_place (centre->workbook, attachment, NULL);
  g_assert_cmpstr (again, ==, path);
  reopen_workbook (centre);
  g_assert_false (g_file_test (opening, G_FILE_TEST_EXISTS));
}

/* Whoever opens a workbook next takes away what a program left that is gone, and leaves alone what
 * one has that still runs. */
static void
test_swept (Centre *centre, gconstpointer data)
{
  SfAttachment *attachment = attach_text (centre, "notes.txt", "words");
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) other = NULL;
  g_autofree char *path = write_private (centre->workbook, attachment);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *opening = g_path_get_dirname (folder);
  g_autofree char *parent = g_path_get_dirname (opening);
  g_autofree char *left = g_build_filename (parent, "somebody-gone", "1", NULL);
  g_autofree char *left_copy = g_build_filename (left, "left.txt", NULL);
  g_autofree char *left_opening = g_path_get_dirname (left);

  g_assert_cmpint (g_mkdir_with_parents (left, 0700), ==, 0);
  g_assert_true (g_file_set_contents (left_copy, "words", -1, &error));
  other = sf_workbook_open (centre->path, SF_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (left_opening, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (sf_workbook_close (other, &error));
}

static void
test_departures (Centre *centre, gconstpointer data)
{
  SfEvidence *evidence
      = sf_model_find (sf_workbook_get_model (centre->workbook),
                       sf_attachment_get_evidence (attach_text (centre, "a.txt", "words")));
  SfEvidence *other
      = sf_model_find (sf_workbook_get_model (centre->workbook),
                       sf_attachment_get_evidence (attach_text (centre, "b.txt", "others")));
  g_autoptr (GPtrArray) both = g_ptr_array_new (), one = g_ptr_array_new ();
  g_autofree char *outside = g_build_filename (centre->folder, "stick.sixfold", NULL);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (SfBackup) kept = NULL, taken = NULL;
  g_autoptr (GError) error = NULL;
  guint n_backups = 0, n_copies = 0, n_packs = 0;

  g_ptr_array_add (both, evidence);
  g_ptr_array_add (both, other);
  g_ptr_array_add (one, evidence);
  sf_workbook_note_departure (centre->workbook, both, "pack", "/media/stick/pack");
  sf_workbook_note_departure (centre->workbook, one, "copy", "/home/jane/a.txt");
  /* in the program's care, and not */
  kept = sf_workbook_back_up_sync (centre->workbook, NULL, "asked", &error);
  g_assert_no_error (error);
  taken = sf_workbook_back_up_sync (centre->workbook, outside, "asked", &error);
  g_assert_no_error (error);
  left = sf_workbook_list_departures_sync (centre->workbook, one, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < left->len; i++)
    {
      SfDeparture *departure = left->pdata[i];

      if (g_str_equal (departure->way, "backup"))
        {
          g_assert_cmpstr (departure->place, ==, outside);
          n_backups++;
          continue;
        }
      g_assert_true (
          sf_uuid_equal (&departure->evidence, sf_record_get_uuid (SF_RECORD (evidence))));
      n_copies += g_str_equal (departure->way, "copy");
      n_packs += g_str_equal (departure->way, "pack");
    }
  g_assert_cmpuint (n_backups, ==, 1);
  g_assert_cmpuint (n_copies, ==, 1);
  g_assert_cmpuint (n_packs, ==, 1);
  g_assert_cmpuint (left->len, ==, 3);
}

/* The one whole copy that is told of; @at: when the rescue was */
static void
assert_told_of (SfWorkbook *workbook, GPtrArray *evidence, const char *path, gint64 at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = sf_workbook_list_departures_sync (workbook, evidence, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, path != NULL ? 1 : 0);
  if (path == NULL)
    return;
  g_assert_cmpstr (((SfDeparture *)left->pdata[0])->place, ==, path);
  g_assert_cmpstr (((SfDeparture *)left->pdata[0])->way, ==, "backup");
  g_assert_cmpint (((SfDeparture *)left->pdata[0])->at, >=, at);
}

/* Two files after a rescue: erasing in one does not reach the other, and says so. What is added
 * later is in one of them only. */
static void
test_rescued (Centre *centre, gconstpointer data)
{
  const SfUuid *uuid = sf_attachment_get_evidence (attach_text (centre, "a.txt", "words"));
  g_autofree char *to = g_build_filename (centre->folder, "other\nname.sixfold", NULL);
  g_autoptr (GPtrArray) old = g_ptr_array_new (), later = g_ptr_array_new ();
  gint64 before = sf_clock_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) kept = NULL;
  g_autoptr (SfWorkbook) rescued = NULL;

  kept = sf_workbook_back_up_sync (centre->workbook, NULL, "asked", &error);
  g_assert_no_error (error);
  g_ptr_array_add (old, sf_model_find (sf_workbook_get_model (centre->workbook), uuid));
  assert_told_of (centre->workbook, old, NULL, 0);
  g_assert_true (sf_workbook_salvage (kept->path, centre->path, to, NULL, &error));
  rescued = sf_workbook_open (to, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  assert_told_of (centre->workbook, old, to, before);
  assert_told_of (rescued, old, centre->path, before);
  /* times are in milliseconds */
  g_usleep (2000);
  uuid = sf_attachment_get_evidence (attach_text (centre, "b.txt", "later"));
  g_ptr_array_add (later, sf_model_find (sf_workbook_get_model (centre->workbook), uuid));
  assert_told_of (centre->workbook, later, NULL, 0);
  g_assert_true (sf_workbook_close (rescued, &error));
  g_assert_cmpint (g_unlink (to), ==, 0);
  assert_told_of (centre->workbook, old, NULL, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Centre, NULL, set_up_centre, func, tear_down_centre)
  ADD ("/leaving/private", test_private);
  ADD ("/leaving/swept", test_swept);
  ADD ("/leaving/departures", test_departures);
  ADD ("/leaving/rescued", test_rescued);
#undef ADD
  return run_tests_in_own_home ();
}

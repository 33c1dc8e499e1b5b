/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What packs, and programs that show them, leave in folders; and who may read a pack. */
#include "pack-sample.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static guint
get_mode (Test *test, const char *name)
{
  g_autofree char *path = g_build_filename (test->path, name, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return (guint)status.st_mode & 0777;
}

/* Others may read it as far as the user lets them read other new files. */
static void
test_mask (Test *test, gconstpointer data)
{
  static const struct
  {
    mode_t mask;
    guint folder;
    guint file;
  } cases[] = { { 022, 0755, 0644 }, { 077, 0700, 0600 }, { 027, 0750, 0640 } };
  mode_t before = umask (0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SfPackPlan) plan = NULL;

      umask (cases[i].mask);
      plan = write_pack (test, 4);
      g_assert_cmpuint (get_mode (test, "."), ==, cases[i].folder);
      g_assert_cmpuint (get_mode (test, "files"), ==, cases[i].folder);
      g_assert_cmpuint (get_mode (test, SF_PACK_INDEX_HTML), ==, cases[i].file);
      g_assert_cmpuint (get_mode (test, SF_PACK_CHECKSUMS), ==, cases[i].file);
      for (guint j = 0; j < plan->files->len; j++)
        g_assert_cmpuint (get_mode (test, ((SfPackFile *)plan->files->pdata[j])->path), ==,
                          cases[i].file);
      g_free (test->path);
      test->path = g_strdup_printf ("%s/pack%u", test->folder, i);
    }
  umask (before);
}

/* What a pack left whose process was killed goes at the next one; what another still makes, stays,
 * and so does what only has such a name. */
static void
test_left_behind (Test *test, gconstpointer data)
{
  static const char *const names[] = { ".sixfold-pack-AbCdEf", ".sixfold-pack-GhIjKl" };
  g_autofree char *file = g_build_filename (test->folder, ".sixfold-pack-file", NULL);
  g_autofree char *link = g_build_filename (test->folder, ".sixfold-pack-link", NULL);
  char *folders[2];
  g_autoptr (SfPackPlan) plan = NULL;
  int lock;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *inner = g_build_filename (test->folder, names[i], "pack", "files", NULL);
      g_autofree char *some = g_build_filename (inner, "a.txt", NULL);

      g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
      g_assert_true (g_file_set_contents (some, "half", -1, NULL));
      folders[i] = g_build_filename (test->folder, names[i], NULL);
    }
  g_assert_true (g_file_set_contents (file, "mine", -1, NULL));
  g_assert_cmpint (symlink (test->centre.folder, link), ==, 0);
  lock = open (folders[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_assert_cmpint (flock (lock, LOCK_EX | LOCK_NB), ==, 0);
  plan = write_pack (test, 4);
  g_assert_false (g_file_test (folders[0], G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (folders[1], G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_entries (test->folder), ==, 4);
  close (lock);
  for (guint i = 0; i < 2; i++)
    g_free (folders[i]);
}

/* Showing a pack leaves traces in its folder; they are not what anybody put there. */
static void
test_looked_at (Test *test, gconstpointer data)
{
  static const char *const names[] = { ".~lock.index.odt#", "files/.~lock.a.odt#", ".DS_Store",
                                       "Thumbs.db", "files/desktop.ini" };
  g_autoptr (SfPackPlan) plan = write_pack (test, 4);
  g_autofree char *path = g_build_filename (test->path, "files", "lock.txt", NULL);
  g_autoptr (SfPackReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *trace = g_build_filename (test->path, names[i], NULL);

      g_assert_true (g_file_set_contents (trace, "x", -1, NULL));
    }
  report = sf_evidence_pack_verify (test->path, NULL, NULL);
  g_assert_nonnull (report);
  g_assert_cmpuint (report->problems->len, ==, 0);
  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  g_clear_pointer (&report, sf_pack_report_free);
  report = sf_evidence_pack_verify (test->path, NULL, NULL);
  g_assert_cmpuint (report->n_files, ==, 4);
  g_assert_cmpuint (report->problems->len, ==, 1);
  g_assert_nonnull (strstr (report->problems->pdata[0], "files/lock.txt"));
}

#define ADD(path, func) g_test_add (path, Test, "pack", set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/pack/traces/mask", test_mask);
  ADD ("/pack/traces/left-behind", test_left_behind);
  ADD ("/pack/traces/looked-at", test_looked_at);
  return run_tests_in_own_home ();
}

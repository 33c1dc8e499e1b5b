/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview-helpers.h"
#include "sandbox.h"
#include "store/sf-extract.h"
#include "workbook/sf-workbook-extract.h"
#include "workbook/sf-workbook-reading.h"

#include <glib/gstdio.h>

/* A file that makes the helper fall over is noted as one of which nothing could be made, and is
 * never tried again. The helper here is a script that says that it is there, and then does what the
 * case says when it is handed a file. */

typedef struct
{
  const char *name;
  const char *does;
} Fall;

static const Fall falls[] = {
  { "killed", "kill -SEGV $$" },
  { "nothing-said", "exit 0" },
  { "cut", "printf 'SFP1X\\0\\0\\0\\144words'" },
  { "cut-before-its-end", "printf 'SFP1X\\0\\0\\0\\05words'" },
  { "other-words", "printf 'SFP9E\\0\\0\\0\\0'" },
  { "too-much", "printf 'SFP1X\\377\\377\\377\\377words'" },
};

static void
write_helper (const char *folder, const char *does)
{
  g_autofree char *path = g_build_filename (folder, "sixfold-preview", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\n"
                                             "if [ \"$1\" = hello ]; then\n"
                                             "  printf 'SFP1E\\0\\0\\0\\0'\n"
                                             "else\n"
                                             "  %s\n"
                                             "fi\n",
                                             does);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_NONE, 0755, &error);
  g_assert_no_error (error);
}

static guint
read_all (Centre *centre)
{
  g_autoptr (GError) error = NULL;
  guint n_read = 0;

  g_assert_true (sf_workbook_read_all_sync (centre->workbook, &n_read, &error));
  g_assert_no_error (error);
  return n_read;
}

/* What is on record of the contents, as another opening of the file sees it. */
static void
assert_nothing_made (Centre *centre, const char *digest)
{
  g_autoptr (GError) error = NULL;
  SfStore *store = sf_store_open (centre->path, TRUE, &error);
  g_autoptr (SfExtract) extract = NULL;

  g_assert_no_error (error);
  extract = sf_extract_get (store, digest, &error);
  g_assert_no_error (error);
  g_assert_nonnull (extract);
  g_assert_false (extract->made);
  g_assert_null (extract->text);
  g_assert_null (extract->picture);
  sf_store_close (store, &error);
  g_assert_no_error (error);
}

static void
test_fall (Centre *centre, gconstpointer data)
{
  const Fall *fall = data;
  g_autofree char *real = g_strdup (g_getenv ("SIXFOLD_LIBEXECDIR"));
  g_autofree char *folder = g_build_filename (centre->folder, "helper", NULL);
  g_autofree char *helper = g_build_filename (folder, "sixfold-preview", NULL);
  g_autofree char *digest = NULL;
  g_autoptr (GBytes) text = sample_bytes ("words of a letter");
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  if (skip_without_sandbox ())
    return;
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write_helper (folder, fall->does);
  g_setenv ("SIXFOLD_LIBEXECDIR", folder, TRUE);
  digest = g_strdup (
      sf_attachment_get_digest (file_of (centre, attach_sample (centre, text, "a.txt"))));
  g_assert_cmpuint (read_all (centre), ==, 1);
  g_assert_cmpuint (read_all (centre), ==, 0);
  assert_nothing_made (centre, digest);
  /* not by a helper that could, either, and not at the next opening */
  g_setenv ("SIXFOLD_LIBEXECDIR", real, TRUE);
  g_assert_cmpuint (read_all (centre), ==, 0);
  reopen_workbook (centre);
  g_assert_cmpuint (read_all (centre), ==, 0);
  assert_nothing_made (centre, digest);
  hits = sf_workbook_search_contents_sync (centre->workbook, "letter", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 0);
  assert_sound (centre->workbook);
  g_unlink (helper);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (falls); i++)
    {
      g_autofree char *path = g_strconcat ("/preview/falls/", falls[i].name, NULL);

      g_test_add (path, Centre, &falls[i], set_up_centre, test_fall, tear_down_centre);
    }
  return run_tests_in_own_home ();
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "preview-helpers.h"
#include "workbook/sf-preview-client.h"
#include "workbook/sf-workbook-leave.h"
#include "workbook/sf-workbook-preview.h"
#include "workbook/sf-workbook-reading.h"

/* Where there is no sandbox nothing is taken apart: it is said, nothing is noted of the files, and
 * nothing that might tell leaves. This program has no bubblewrap in its path. */

static void
on_preview_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfPreview **preview = data;
  g_autoptr (GError) error = NULL;

  *preview = sf_workbook_load_preview_finish (SF_WORKBOOK (source), result, &error);
  g_assert_no_error (error);
}

static void
test_preview (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) text = sample_bytes ("words");
  SfEvidence *evidence = attach_sample (centre, text, "a.txt");
  SfPreview *preview = NULL;

  sf_workbook_load_preview (centre->workbook, file_of (centre, evidence), 0, 500, NULL,
                            on_preview_cb, &preview);
  while (preview == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (preview->kind, ==, SF_PREVIEW_NONE);
  g_assert_null (preview->text);
  g_assert_null (preview->picture);
  g_assert_cmpstr (preview->reason, ==, sf_preview_client_get_excuse ());
  sf_preview_free (preview);
}

static void
test_reading (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) text = sample_bytes ("words of a letter");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  attach_sample (centre, text, "a.txt");
  g_assert_false (sf_workbook_read_all_sync (centre->workbook, NULL, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  sf_workbook_start_reading (centre->workbook);
  for (guint i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  hits = sf_workbook_search_contents_sync (centre->workbook, "letter", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
test_leaving (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) photo = sample_jpeg ();
  SfEvidence *evidence = attach_sample (centre, photo, "a.jpg");
  g_autofree char *path = g_build_filename (centre->folder, "copy.jpg", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sf_workbook_copy_to_leave_sync (centre->workbook, file_of (centre, evidence),
                                                  path, NULL, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_setenv ("PATH", "/nowhere", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/without-sandbox/" name, Centre, NULL, set_up_centre, func, tear_down_centre)
  ADD ("preview", test_preview);
  ADD ("reading", test_reading);
  ADD ("leaving", test_leaving);
#undef ADD
  return run_tests_in_own_home ();
}

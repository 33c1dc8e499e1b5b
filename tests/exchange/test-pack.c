/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Packs written, read back, damaged and made by somebody who means no good. */
#include "../preview/samples.h"
#include "pack-sample.h"

#include <string.h>
#include <unistd.h>
#include <zip.h>

/* --- writing ---------------------------------------------------------------------------------- */

static void
assert_hashes (Test *test, const SfPackPlan *plan)
{
  g_assert_cmpuint (plan->files->len, ==, 2);
  for (guint i = 0; i < plan->files->len; i++)
    {
      const SfPackFile *file = plan->files->pdata[i];
      g_autoptr (GBytes) bytes = read_in_pack (test, file->path);
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      g_assert_cmpstr (digest, ==, sf_attachment_get_digest (file->attachment));
      g_assert_cmpstr (digest, ==, file->digest);
    }
}

static void
test_folder (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan = write_pack (test, 4);
  g_autoptr (SfPackReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const char *const line[] = { "sha256sum", "--strict", "-c", SF_PACK_CHECKSUMS, NULL };
  int status = -1;

  assert_hashes (test, plan);
  g_assert_cmpuint (count_entries (test->folder), ==, 1);
  g_assert_cmpuint (count_entries (test->path), ==, 4);
  g_spawn_sync (test->path, (char **)line, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  report = sf_evidence_pack_verify (test->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_files, ==, 4);
  g_assert_cmpuint (report->problems->len, ==, 0);
}

/* The text of an entry of a ZIP. */
static char *
unzip (const char *path, const char *name)
{
  zip_t *zip = zip_open (path, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
  zip_stat_t status;
  zip_file_t *file;
  char *text;

  g_assert_nonnull (zip);
  g_assert_cmpint (zip_stat (zip, name, 0, &status), ==, 0);
  text = g_malloc0 (status.size + 1);
  file = zip_fopen (zip, name, 0);
  g_assert_cmpint (zip_fread (file, text, status.size), ==, status.size);
  zip_fclose (file);
  zip_discard (zip);
  return text;
}

static void
test_zip (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan = write_pack (test, 4);
  g_autofree char *sums = unzip (test->path, SF_PACK_CHECKSUMS);
  g_autoptr (SfPackReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_entries (test->folder), ==, 1);
  for (guint i = 0; i < plan->files->len; i++)
    {
      const SfPackFile *file = plan->files->pdata[i];
      g_autofree char *text = unzip (test->path, file->path);
      g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
      g_autofree char *line = g_strdup_printf ("%s  %s\n", digest, file->path);

      g_assert_cmpstr (digest, ==, sf_attachment_get_digest (file->attachment));
      g_assert_nonnull (strstr (sums, line));
    }
  report = sf_evidence_pack_verify (test->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_files, ==, 4);
  g_assert_cmpuint (report->problems->len, ==, 0);
}

/* The index names what goes, escaped; nothing in any byte of the pack tells of what stays. */
static void
test_secrets (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan = write_pack (test, 4);
  g_autoptr (GBytes) html = read_in_pack (test, SF_PACK_INDEX_HTML);
  g_autoptr (GBytes) sums = read_in_pack (test, SF_PACK_CHECKSUMS);
  g_autofree char *odt_path = g_build_filename (test->path, SF_PACK_INDEX_ODT, NULL);
  g_autofree char *odt = unzip (odt_path, "content.xml");
  g_autofree char *web = g_strndup (g_bytes_get_data (html, NULL), g_bytes_get_size (html));
  g_autofree char *list = g_strndup (g_bytes_get_data (sums, NULL), g_bytes_get_size (sums));
  const char *const texts[] = { web, odt };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_nonnull (strstr (texts[i], "Survey &lt;b&gt;&amp;"));
      g_assert_nonnull (strstr (texts[i], "Green folder"));
      g_assert_nonnull (strstr (texts[i], "B. Sighted"));
      g_assert_nonnull (strstr (texts[i], "A. N. Author"));
      g_assert_nonnull (strstr (texts[i], "href=\"https://example.org/x\""));
      g_assert_null (strstr (texts[i], "javascript"));
      g_assert_nonnull (strstr (texts[i], "1 piece of evidence is restricted"));
      g_assert_nonnull (strstr (texts[i], "1 piece of evidence stays in the centre"));
      g_assert_null (strstr (texts[i], SECRET));
    }
  g_assert_null (strstr (list, SECRET));
}

/* Photographs inside a document go with it as they are, which the index says where there is one. */
static void
test_documents (Test *test, gconstpointer data)
{
  static const char *const words = "Photographs inside documents, mails and ZIP files";
  const char *const codes[] = { get_code (&test->centre, SF_SUBJECT_CENTRE, 3), NULL };
  SfPackOptions options = { .audience = SF_PACK_OPEN, .statements = codes };
  SfEvidence *evidence = add_evidence (&test->centre, "Album", "open", NULL, codes[0], NULL);
  g_autoptr (GBytes) odt = sample_odt ();

  attach_text (&test->centre, evidence, "names.txt", "no pictures");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SfPackPlan) plan = make_plan (&test->centre, options);
      g_autoptr (SfPackReport) report = NULL;
      g_autoptr (GBytes) html = NULL;

      g_free (test->path);
      test->path = g_strdup_printf ("%s/album%u", test->folder, i);
      report = sf_evidence_pack_write_sync (test->centre.workbook, plan, test->path, NULL, NULL);
      g_assert_nonnull (report);
      html = read_in_pack (test, SF_PACK_INDEX_HTML);
      g_assert_cmpint (sample_has (html, words), ==, i == 1);
      if (i == 0)
        attach_bytes (&test->centre, evidence, "album.odt", odt);
    }
}

/* To all the world, not who is behind it. */
static void
test_open_pack (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan
      = make_plan (&test->centre, (SfPackOptions){ .audience = SF_PACK_OPEN });
  g_autoptr (SfPackReport) report
      = sf_evidence_pack_write_sync (test->centre.workbook, plan, test->path, NULL, NULL);
  g_autoptr (GBytes) html = read_in_pack (test, SF_PACK_INDEX_HTML);
  g_autofree char *web = g_strndup (g_bytes_get_data (html, NULL), g_bytes_get_size (html));

  g_assert_nonnull (report);
  g_assert_nonnull (strstr (web, "Survey &lt;b&gt;&amp;"));
  g_assert_null (strstr (web, "A. N. Author"));
  g_assert_null (strstr (web, "Green folder"));
}

/* Chosen by itself, what is restricted goes along. */
static void
test_chosen (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) first
      = make_plan (&test->centre, (SfPackOptions){ .audience = SF_PACK_BOARD });
  g_autoptr (SfPackPlan) plan
      = make_plan (&test->centre,
                   (SfPackOptions){ .audience = SF_PACK_BOARD, .restricted = first->restricted });
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPackReport) report
      = sf_evidence_pack_write_sync (test->centre.workbook, plan, test->path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_files, ==, 5);
}

/* A picture loses what tells its place; the index has the sums of both. */
static void
test_picture_copy (Test *test, gconstpointer data)
{
  const char *code = get_code (&test->centre, SF_SUBJECT_CENTRE, 3);
  const char *const codes[] = { code, NULL };
  SfEvidence *evidence = add_evidence (&test->centre, "Garden", "open", NULL, code, NULL);
  g_autoptr (GBytes) picture = sample_png (40, 40), packed = NULL, html = NULL;
  g_autoptr (SfPackPlan) plan = NULL;
  g_autoptr (SfPackReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const SfPackFile *file;

  attach_bytes (&test->centre, evidence, "garden.png", picture);
  plan
      = make_plan (&test->centre, (SfPackOptions){ .audience = SF_PACK_OPEN, .statements = codes });
  report = sf_evidence_pack_write_sync (test->centre.workbook, plan, test->path, NULL, &error);
  g_assert_no_error (error);
  file = plan->files->pdata[0];
  g_assert_null (file->reason);
  packed = read_in_pack (test, file->path);
  html = read_in_pack (test, SF_PACK_INDEX_HTML);
  g_assert_true (sample_has (picture, "Elm Road"));
  g_assert_false (sample_has (packed, "Elm Road"));
  g_assert_cmpint (file->size, ==, g_bytes_get_size (packed));
  g_assert_true (sample_has (html, file->digest));
  g_assert_true (sample_has (html, sf_attachment_get_digest (file->attachment)));
  g_assert_cmpstr (file->digest, !=, sf_attachment_get_digest (file->attachment));
}

/* One that cannot be made sure of stays, unless it was chosen as it is. */
static void
test_picture (Test *test, gconstpointer data)
{
  static const char picture[] = "\xff\xd8\xff\xe1\x01\x14"
                                "Exif xyzzy 52.1 N 0.1 E";
  const char *code = get_code (&test->centre, SF_SUBJECT_CENTRE, 3);
  const char *const codes[] = { code, NULL };
  SfEvidence *evidence = add_evidence (&test->centre, "Garden", "open", NULL, code, NULL);
  SfPackOptions options = { .audience = SF_PACK_OPEN, .statements = codes };
  g_autoptr (GPtrArray) files = NULL;

  attach_text (&test->centre, evidence, "garden.jpg", picture);
  files = sf_model_list_attachments (sf_workbook_get_model (test->centre.workbook), evidence);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s-%u", test->path, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (SfPackReport) report = NULL;
      g_autoptr (SfPackPlan) plan = NULL;
      const SfPackFile *file;

      options.originals = i == 0 ? NULL : files;
      plan = make_plan (&test->centre, options);
      report = sf_evidence_pack_write_sync (test->centre.workbook, plan, path, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (plan->files->len, ==, 1);
      file = plan->files->pdata[0];
      g_assert_cmpuint (report->n_files, ==, i == 0 ? 2 : 3);
      g_assert_cmpint (file->reason != NULL, ==, i == 0);
      if (i == 1)
        g_assert_cmpstr (file->digest, ==, sf_attachment_get_digest (file->attachment));
    }
}

/* --- giving up -------------------------------------------------------------------------------- */

static void
test_taken (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan
      = make_plan (&test->centre, (SfPackOptions){ .audience = SF_PACK_BOARD });
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_file_set_contents (test->path, "mine", -1, NULL);
  g_assert_null (
      sf_evidence_pack_write_sync (test->centre.workbook, plan, test->path, NULL, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_file_get_contents (test->path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "mine");
  g_assert_cmpuint (count_entries (test->folder), ==, 1);
}

static void
cancel_at_first_cb (gint64 done, gint64 total, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
test_cancel (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan
      = make_plan (&test->centre, (SfPackOptions){ .audience = SF_PACK_BOARD });

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      GAsyncResult *result = NULL;

      if (i == 0)
        g_cancellable_cancel (cancellable);
      sf_evidence_pack_write (test->centre.workbook, plan, test->path, cancellable,
                              cancel_at_first_cb, cancellable, keep_result_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_null (sf_evidence_pack_write_finish (test->centre.workbook, result, &error));
      g_assert_error (error, SF_ERROR, SF_ERROR_CANCELLED);
      g_object_unref (result);
      g_assert_cmpuint (count_entries (test->folder), ==, 0);
    }
}

static void
test_no_folder (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan
      = make_plan (&test->centre, (SfPackOptions){ .audience = SF_PACK_BOARD });
  g_autofree char *path = g_build_filename (test->folder, "none", "pack.zip", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (sf_evidence_pack_write_sync (test->centre.workbook, plan, path, NULL, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_entries (test->folder), ==, 0);
}

/* --- reading what somebody else had in hand --------------------------------------------------- */

static void
assert_problem (Test *test, guint n_files, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPackReport) report = sf_evidence_pack_verify (test->path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_files, ==, n_files);
  g_assert_cmpuint (report->problems->len, ==, 1);
  g_assert_nonnull (strstr (report->problems->pdata[0], words));
}

static void
flip_byte (const char *path, long at)
{
  FILE *file = fopen (path, "r+b");
  int byte;

  g_assert_nonnull (file);
  fseek (file, at, SEEK_SET);
  byte = fgetc (file);
  fseek (file, at, SEEK_SET);
  fputc (byte ^ 1, file);
  fclose (file);
}

/* The one that is not empty. */
static const SfPackFile *
get_full_file (const SfPackPlan *plan)
{
  for (guint i = 0; i < plan->files->len; i++)
    if (((SfPackFile *)plan->files->pdata[i])->size > 0)
      return plan->files->pdata[i];
  g_assert_not_reached ();
}

static void
test_changed (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan = write_pack (test, 4);
  const SfPackFile *file = get_full_file (plan);
  g_autofree char *path = g_build_filename (test->path, file->path, NULL);
  g_autofree char *added = g_build_filename (test->path, "files", "added.txt", NULL);

  flip_byte (path, 3);
  assert_problem (test, 3, "is not as it was packed");
  flip_byte (path, 3);
  g_file_set_contents (added, "x", -1, NULL);
  assert_problem (test, 4, "was added later");
  g_unlink (added);
  g_unlink (path);
  assert_problem (test, 3, "is missing");
}

/* Where the contents of an entry begin in a ZIP: behind its header, name and extra field. */
static long
find_contents (const char *path, const char *name)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, NULL);
  for (gsize i = 0; i + 30 + strlen (name) < length; i++)
    if (memcmp (bytes + i, "PK\3\4", 4) == 0 && memcmp (bytes + i + 30, name, strlen (name)) == 0)
      return (long)(i + 30 + strlen (name) + (guint8)bytes[i + 28] + 256 * (guint8)bytes[i + 29]);
  g_assert_not_reached ();
}

static void
test_changed_zip (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan = write_pack (test, 4);
  g_autoptr (SfPackReport) report = NULL;
  g_autoptr (GError) error = NULL;

  flip_byte (test->path, find_contents (test->path, get_full_file (plan)->path) + 4);
  report = sf_evidence_pack_verify (test->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_files, ==, 3);
  g_assert_cmpuint (report->problems->len, ==, 1);
}

static void
assert_refused (Test *test, SfError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sf_evidence_pack_verify (test->path, NULL, &error));
  g_assert_error (error, SF_ERROR, (int)code);
}

static void
test_links (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan = write_pack (test, 4);
  g_autofree char *path = g_build_filename (test->path, "files", "link", NULL);

  g_assert_cmpint (symlink ("/etc/passwd", path), ==, 0);
  assert_refused (test, SF_ERROR_HOSTILE);
}

static void
make_zip (Test *test, const char *name, const char *text)
{
  zip_t *zip = zip_open (test->path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  zip_source_t *source = zip_source_buffer (zip, text, strlen (text), 0);

  g_assert_cmpint (zip_file_add (zip, name, source, 0), >=, 0);
  g_assert_cmpint (zip_close (zip), ==, 0);
}

static void
test_hostile_zip (Test *test, gconstpointer data)
{
  static const char *const names[] = { "../evil", "/evil", "files/../../evil", "a\nb", "C:\\x" };
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      make_zip (test, names[i], "x");
      assert_refused (test, SF_ERROR_HOSTILE);
    }
  make_zip (test, "index.html", "x");
  assert_refused (test, SF_ERROR_NOT_OURS);
  g_file_set_contents (test->path, "no ZIP at all", -1, NULL);
  assert_refused (test, SF_ERROR_NOT_OURS);
  g_unlink (test->path);
  assert_refused (test, SF_ERROR_NOT_FOUND);

  /* A small ZIP whose directory says that an entry unpacks to 3.7 GB. */
  make_zip (test, SF_PACK_CHECKSUMS, "x");
  g_file_get_contents (test->path, &bytes, &length, NULL);
  for (gsize i = 0; i + 28 < length; i++)
    if (memcmp (bytes + i, "PK\1\2", 4) == 0)
      memcpy (bytes + i + 24, "\0\0\0\xe0", 4);
  g_file_set_contents (test->path, bytes, (gssize)length, NULL);
  assert_refused (test, SF_ERROR_HOSTILE);
}

/* What the list says of places outside the pack is not looked at. */
static void
test_hostile_list (Test *test, gconstpointer data)
{
  g_autoptr (SfPackPlan) plan = write_pack (test, 4);
  g_autofree char *path = g_build_filename (test->path, SF_PACK_CHECKSUMS, NULL);
  g_autofree char *zeros = g_strnfill (64, '0');
  g_autofree char *text = NULL, *longer = NULL;
  g_autoptr (SfPackReport) report = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  longer = g_strdup_printf ("%s%s  ../../centre.sixfold\n%s  /etc/passwd\nnonsense\n", text, zeros,
                            zeros);
  g_file_set_contents (path, longer, -1, NULL);
  report = sf_evidence_pack_verify (test->path, NULL, NULL);
  g_assert_cmpuint (report->n_files, ==, 4);
  g_assert_cmpuint (report->problems->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (strstr (report->problems->pdata[i], "cannot be read"));
}

#define ADD(path, name, func) g_test_add (path, Test, name, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/pack/folder", "pack", test_folder);
  ADD ("/pack/zip", "pack.zip", test_zip);
  ADD ("/pack/secrets", "pack", test_secrets);
  ADD ("/pack/documents", "pack", test_documents);
  ADD ("/pack/open", "pack", test_open_pack);
  ADD ("/pack/chosen", "pack.zip", test_chosen);
  ADD ("/pack/picture", "pack", test_picture);
  ADD ("/pack/picture-copy", "pack", test_picture_copy);
  ADD ("/pack/taken", "pack.zip", test_taken);
  ADD ("/pack/cancel", "pack", test_cancel);
  ADD ("/pack/no-folder", "pack", test_no_folder);
  ADD ("/pack/verify/changed", "pack", test_changed);
  ADD ("/pack/verify/changed-zip", "pack.zip", test_changed_zip);
  ADD ("/pack/verify/links", "pack", test_links);
  ADD ("/pack/verify/hostile-zip", "evil.zip", test_hostile_zip);
  ADD ("/pack/verify/hostile-list", "pack", test_hostile_list);
  return run_tests_in_own_home ();
}

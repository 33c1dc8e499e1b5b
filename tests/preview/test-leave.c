/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview-helpers.h"
#include "sandbox.h"
#include "workbook/sf-workbook-leave.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Copies for others: pictures and films do not tell where they were taken, and still show what they
 * showed; all else is the bytes themselves. */

static void
assert_digest (GBytes *bytes, const char *digest)
{
  g_autofree char *is = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_assert_cmpstr (is, ==, digest);
}

/* (transfer full): the copy that leaves */
static GBytes *
copy_out (Centre *centre, GBytes *bytes, const char *name)
{
  SfEvidence *evidence = attach_sample (centre, bytes, name);
  g_autofree char *path = g_strconcat (centre->folder, "/copy-", name, NULL);
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *copy;
  char *data;
  gsize length;

  sf_workbook_copy_to_leave_sync (centre->workbook, file_of (centre, evidence), path, &digest,
                                  &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  copy = g_bytes_new_take (data, length);
  assert_digest (copy, digest);
  return copy;
}

static void
assert_tells_nothing (Centre *centre, GBytes *bytes, const char *name)
{
  g_autoptr (GBytes) copy = NULL;

  g_assert_true (sample_has (bytes, SAMPLE_SECRET));
  copy = copy_out (centre, bytes, name);
  g_assert_false (sample_has (copy, SAMPLE_SECRET));
}

static GdkPixbuf *
load (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  return gdk_pixbuf_apply_embedded_orientation (picture);
}

static void
assert_same_picture (GBytes *a, GBytes *b)
{
  g_autoptr (GdkPixbuf) first = load (a), second = load (b);
  gsize length = gdk_pixbuf_get_byte_length (first);

  g_assert_cmpint (gdk_pixbuf_get_width (first), ==, gdk_pixbuf_get_width (second));
  g_assert_cmpint (gdk_pixbuf_get_height (first), ==, gdk_pixbuf_get_height (second));
  g_assert_cmpmem (gdk_pixbuf_read_pixels (first), length, gdk_pixbuf_read_pixels (second),
                   gdk_pixbuf_get_byte_length (second));
}

static void
test_photograph (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) photo = sample_jpeg (), copy = NULL;
  g_autoptr (GdkPixbuf) picture = NULL;

  if (skip_without_sandbox ())
    return;
  g_assert_true (sample_has (photo, SAMPLE_SECRET) && sample_has (photo, "2026:04:01"));
  copy = copy_out (centre, photo, "photo.jpg");
  g_assert_false (sample_has (copy, SAMPLE_SECRET));
  g_assert_false (sample_has (copy, "2026:04:01"));
  assert_same_picture (photo, copy);
  picture = load (copy);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, 60); /* still upright */
}

/* Behind the end of a picture another may hang, or a film. */
static void
test_tail (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) photo = sample_jpeg (), longer = NULL, copy = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  static const char tail[] = "a film that was " SAMPLE_SECRET;

  if (skip_without_sandbox ())
    return;
  g_byte_array_append (bytes, g_bytes_get_data (photo, NULL), (guint)g_bytes_get_size (photo));
  g_byte_array_append (bytes, (const guint8 *)tail, sizeof tail);
  longer = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  copy = copy_out (centre, longer, "photo.jpg");
  g_assert_false (sample_has (copy, SAMPLE_SECRET));
  assert_same_picture (photo, copy);
}

static void
test_other_pictures (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) png = sample_png (30, 20), gif = sample_gif (), webp = sample_webp ();
  g_autoptr (GBytes) copy = NULL;

  if (skip_without_sandbox ())
    return;
  assert_tells_nothing (centre, png, "a.png");
  assert_tells_nothing (centre, gif, "a.gif");
  assert_tells_nothing (centre, webp, "a.webp");
  copy = copy_out (centre, png, "b.png");
  assert_same_picture (png, copy);
  g_clear_pointer (&copy, g_bytes_unref);
  copy = copy_out (centre, gif, "b.gif");
  assert_same_picture (gif, copy);
}

static void
test_film (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) film = sample_film ("vide"), copy = NULL;

  if (skip_without_sandbox ())
    return;
  copy = copy_out (centre, film, "a.mp4");
  g_assert_true (sample_has (film, SAMPLE_SECRET));
  g_assert_false (sample_has (copy, SAMPLE_SECRET));
  /* nothing moved, for tables in it say where its pictures lie */
  g_assert_cmpuint (g_bytes_get_size (copy), ==, g_bytes_get_size (film));
  g_assert_true (sample_has (copy, "pictures and sound"));
}

/* Subtitles and notes that the camera wrote second by second go, and so do those of a HEIC file. */
static void
test_notes_within (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) film = sample_tracked_film (), heic = sample_heic ();
  g_autoptr (GBytes) copy = NULL, picture = NULL;

  if (skip_without_sandbox ())
    return;
  assert_tells_nothing (centre, film, "b.mp4");
  assert_tells_nothing (centre, heic, "b.heic");
  copy = copy_out (centre, film, "b.mp4");
  g_assert_true (sample_has (copy, "pictures and sound"));
  g_assert_false (sample_has (copy, "stbl"));
  picture = copy_out (centre, heic, "b.heic");
  g_assert_true (sample_has (picture, "the picture"));
}

/* A photograph that moves has a film in a box of its own, which has its own notes. */
static void
test_moving_photograph (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) heic = sample_motion_heic (), copy = NULL;

  if (skip_without_sandbox ())
    return;
  assert_tells_nothing (centre, heic, "c.heic");
  copy = copy_out (centre, heic, "c.heic");
  g_assert_cmpuint (g_bytes_get_size (copy), ==, g_bytes_get_size (heic));
  g_assert_true (sample_has (copy, "the picture"));
}

/* Only what playing needs stays, whatever a camera calls its notes. */
static void
test_unknown_boxes (Centre *centre, gconstpointer data)
{
  static const char *const types[] = { "gps ", "mpvd", "udta", "sefd", "xyz!", "Xtra" };
  static const char *const stays[]
      = { "ftyp", "mvhd", "tkhd",          "mdhd",     "vide",          "vmhd",           "stsd",
          "stsz", "stco", "a table of it", "pictures", " and its size", " and its length" };

  if (skip_without_sandbox ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) film = sample_strange_film (types[i]), copy = NULL;
      g_autofree char *name = g_strdup_printf ("film%u.mp4", i);

      assert_tells_nothing (centre, film, name);
      copy = copy_out (centre, film, name);
      g_assert_cmpuint (g_bytes_get_size (copy), ==, g_bytes_get_size (film));
      g_assert_false (sample_has (copy, types[i]));
      g_assert_false (sample_has (copy, "datesnow"));
      for (guint j = 0; j < G_N_ELEMENTS (stays); j++)
        g_assert_true (sample_has (copy, stays[j]));
    }
}

/* Its notes cannot be found by its tables, so no copy of it is made. */
static void
test_notes_in_fragments (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) film = sample_piecewise_film ();
  g_autofree char *path = g_build_filename (centre->folder, "copy", NULL);
  g_autoptr (GError) error = NULL;

  if (skip_without_sandbox ())
    return;
  g_assert_false (
      sf_workbook_copy_to_leave_sync (centre->workbook,
                                      file_of (centre, attach_sample (centre, film, "a.mp4")), path,
                                      NULL, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define LARGE ((guint)300 << 20)

static gboolean
count_piece (gconstpointer bytes, gsize length, gpointer data, GError **error)
{
  *(gsize *)data += length;
  return TRUE;
}

/* However long a film is, it is not held in memory. A child begins with the memory of who started
 * it, which counts as its own. */
static void
test_memory (void)
{
  static const guint8 head[] = { 0, 0, 0, 12, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm' };
  const guint32 size = GUINT32_TO_BE (LARGE - (guint)sizeof head);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  struct rusage before, used;
  gsize length = 0;
  int file;

  if (skip_without_sandbox ())
    return;
  g_assert_cmpint (getrusage (RUSAGE_SELF, &before), ==, 0);
  file = g_file_open_tmp ("film-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (write (file, head, sizeof head), ==, sizeof head);
  g_assert_cmpint (write (file, &size, 4), ==, 4);
  g_assert_cmpint (write (file, "note", 4), ==, 4);
  g_assert_cmpint (ftruncate (file, LARGE), ==, 0);
  g_assert_true (sf_preview_client_strip (file, count_piece, &length, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (length, ==, LARGE);
  g_assert_cmpint (getrusage (RUSAGE_CHILDREN, &used), ==, 0);
  g_assert_cmpint (used.ru_maxrss, <, before.ru_maxrss + 100 * 1024);
  close (file);
  g_unlink (path);
}

static gboolean
take_slowly (gconstpointer bytes, gsize length, gpointer data, GError **error)
{
  g_usleep (11 * G_USEC_PER_SEC);
  return TRUE;
}

/* The helper has done its part in time, though the disk takes longer than that. */
static void
test_slow_disk (void)
{
  g_autoptr (GBytes) film = sample_film ("vide");
  g_autoptr (GError) error = NULL;
  int file;

  if (skip_without_sandbox ())
    return;
  file = sample_open (film);
  sf_preview_client_set_seconds_for_test (10);
  sf_preview_client_strip (file, take_slowly, NULL, NULL, &error);
  sf_preview_client_set_seconds_for_test (0);
  g_assert_no_error (error);
  close (file);
}

static void
test_others_are_the_bytes (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) odt = sample_odt (), copy = copy_out (centre, odt, "a.odt");

  g_assert_true (g_bytes_equal (odt, copy));
}

/* What cannot be done is said, and what lay there stays. */
static void
test_refused (Centre *centre, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize length;
  } cases[] = {
    { "cut.png", "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16 },
    { "a.tif", "II*\0\x08\0\0\0\0\0", 10 },
    { "no.jpg", "not a picture", 13 },
  };

  if (skip_without_sandbox ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].length);
      SfAttachment *file = file_of (centre, attach_sample (centre, bytes, cases[i].name));
      g_autofree char *path = g_build_filename (centre->folder, "copy", NULL), *now = NULL;
      g_autoptr (GError) error = NULL, none = NULL;

      if (!sf_attachment_may_tell_place (file))
        continue;
      g_file_set_contents (path, "before", -1, &none);
      g_assert_false (sf_workbook_copy_to_leave_sync (centre->workbook, file, path, NULL, &error));
      g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].name));
      g_file_get_contents (path, &now, NULL, &none);
      g_assert_no_error (none);
      g_assert_cmpstr (now, ==, "before");
    }
}

static void
on_copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **digest = data;
  g_autoptr (GError) error = NULL;

  sf_workbook_copy_to_leave_finish (SF_WORKBOOK (source), result, digest, &error);
  g_assert_no_error (error);
}

static void
test_beside_the_work (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) photo = sample_jpeg (), copy = NULL;
  g_autofree char *path = g_build_filename (centre->folder, "copy.jpg", NULL), *digest = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  if (skip_without_sandbox ())
    return;
  sf_workbook_copy_to_leave (centre->workbook,
                             file_of (centre, attach_sample (centre, photo, "a.jpg")), file, NULL,
                             on_copied_cb, &digest);
  while (digest == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  copy = g_bytes_new_take (bytes, length);
  assert_digest (copy, digest);
  g_assert_false (sample_has (copy, SAMPLE_SECRET));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/leave/" name, Centre, NULL, set_up_centre, func, tear_down_centre)
  ADD ("photograph", test_photograph);
  ADD ("tail", test_tail);
  ADD ("other-pictures", test_other_pictures);
  ADD ("film", test_film);
  ADD ("notes-within", test_notes_within);
  ADD ("moving-photograph", test_moving_photograph);
  ADD ("unknown-boxes", test_unknown_boxes);
  ADD ("notes-in-fragments", test_notes_in_fragments);
  g_test_add_func ("/leave/memory", test_memory);
  g_test_add_func ("/leave/slow-disk", test_slow_disk);
  ADD ("others-are-the-bytes", test_others_are_the_bytes);
  ADD ("refused", test_refused);
  ADD ("beside-the-work", test_beside_the_work);
#undef ADD
  return run_tests_in_own_home ();
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "base/sf-preview-wire.h"
#include "samples.h"
#include "sandbox.h"
#include "workbook/sf-preview-sandbox.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

/* Files of somebody who means harm. Whatever they do, the one who asked comes back, with nothing or
 * with what could be had; what may never come is what such a file wants. */

/* (transfer full) (nullable): NULL where the helper did not come to an end */
static SfPreviewReply *
look (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  int file = sample_open (bytes);
  SfPreviewReply *reply = sf_preview_client_look (file, NULL, &error);

  close (file);
  if (reply == NULL && !g_error_matches (error, SF_ERROR, SF_ERROR_BUSY))
    g_assert_error (error, SF_ERROR, SF_ERROR_HOSTILE);
  return reply;
}

static void
assert_nothing (GBytes *bytes)
{
  g_autoptr (SfPreviewReply) reply = look (bytes);

  if (reply == NULL)
    return;
  g_assert_null (reply->pixels);
  g_assert_null (reply->text);
  g_assert_null (reply->title);
}

/* --- pictures -----------------------------------------------------------------------------------
 */

/* A sound picture whose head says that it is 60,000 by 60,000. */
static void
test_vast_png (void)
{
  g_autoptr (GBytes) small = sample_png (4, 4), vast = NULL;
  gsize length;
  guint8 *data;

  if (skip_without_sandbox ())
    return;
  data = g_memdup2 (g_bytes_get_data (small, &length), g_bytes_get_size (small));
  sf_preview_put_number (data + 16, 60000);
  sf_preview_put_number (data + 20, 60000);
  vast = g_bytes_new_take (data, length);
  assert_nothing (vast);
}

static void
test_vast_jpeg (void)
{
  g_autoptr (GBytes) small = sample_jpeg (), vast = NULL;
  gsize length;
  guint8 *data, *frame;

  if (skip_without_sandbox ())
    return;
  data = g_memdup2 (g_bytes_get_data (small, &length), g_bytes_get_size (small));
  frame = memmem (data, length, "\xff\xc0\0\x11", 4);
  g_assert_nonnull (frame);
  memcpy (frame + 5, "\xea\x60\xea\x60", 4);
  vast = g_bytes_new_take (data, length);
  assert_nothing (vast);
}

/* Black all over, 20,000 by 20,000: 1.2 GB of memory from a file of a few hundred kB. */
static void
test_bomb_png (void)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GBytes) small = sample_png (4, 4), bomb = NULL;
  g_autofree guint8 *zeros = g_malloc0 (1 << 20);
  g_autofree guint8 *packed = g_malloc (8 << 20);
  gsize room = 8 << 20, used = 0;
  guint8 head[8];

  if (skip_without_sandbox ())
    return;
  for (guint i = 0; i < 1200; i++)
    {
      gsize got, made;
      g_autoptr (GError) error = NULL;

      g_converter_convert (G_CONVERTER (zlib), zeros, 1 << 20, packed + used, room - used,
                           i == 1199 ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &got, &made,
                           &error);
      used += made;
    }
  /* up to the end of the head, whose checksum libpng only warns of where it is told to */
  g_byte_array_append (png, g_bytes_get_data (small, NULL), 33);
  sf_preview_put_number (png->data + 16, 20000);
  sf_preview_put_number (png->data + 20, 20000);
  sf_preview_put_number (head, (guint32)used);
  memcpy (head + 4, "IDAT", 4);
  g_byte_array_append (png, head, 8);
  g_byte_array_append (png, packed, (guint)used);
  bomb = g_byte_array_free_to_bytes (g_steal_pointer (&png));
  assert_nothing (bomb);
}

/* --- PDF ----------------------------------------------------------------------------------------
 */

static void
test_cut_pdf (void)
{
  g_autoptr (GBytes) whole = sample_pdf (3);

  if (skip_without_sandbox ())
    return;
  for (gsize part = 1; part < 6; part++)
    {
      g_autoptr (GBytes) cut
          = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) * part / 6);
      g_autoptr (SfPreviewReply) reply = look (cut);

      g_assert_true (reply == NULL || reply->n_pages <= 3);
    }
}

/* @content: what draws the page; "/X Do" draws it within itself */
static GBytes *
make_pdf (const char *content, const char *more)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n");

  g_string_append (pdf,
                   "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
                   "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
                   "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
                   " /Resources <</XObject <</X 5 0 R>>>>>> endobj\n");
  g_string_append_printf (pdf,
                          "4 0 obj <</Length %" G_GSIZE_FORMAT ">> stream\n%s\nendstream endobj\n",
                          strlen (content), content);
  g_string_append (pdf, more);
  g_string_append (pdf, "trailer <</Root 1 0 R>>\n%%EOF\n");
  return g_bytes_new (pdf->str, pdf->len);
}

/* Each draws the next twenty times, seven deep: a thousand million pictures. */
static void
test_endless_pdf (void)
{
  g_autoptr (GString) forms = g_string_new (NULL), times = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (SfPreviewReply) reply = NULL;
  gint64 begun = g_get_monotonic_time ();

  if (skip_without_sandbox ())
    return;
  for (guint i = 0; i < 20; i++)
    g_string_append (times, "/X Do ");
  for (guint i = 5; i < 12; i++)
    g_string_append_printf (forms,
                            "%u 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 600 800]"
                            " /Resources <</XObject <</X %u 0 R>>>> /Length %" G_GSIZE_FORMAT
                            ">> stream\n%s\nendstream endobj\n",
                            i, i + 1, times->len, times->str);
  g_string_append (forms, "12 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 600 800]"
                          " /Length 17>> stream\n0 0 600 800 re f \nendstream endobj\n");
  pdf = make_pdf (times->str, forms->str);
  reply = look (pdf);
  g_test_message ("it took %.1f s", (double)(g_get_monotonic_time () - begun) / 1e6);
  g_assert_null (reply);
}

static void
test_pdf_within_itself (void)
{
  g_autoptr (GBytes) pdf
      = make_pdf ("/X Do",
                  "5 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources"
                  " <</XObject <</X 5 0 R>>>> /Length 5>> stream\n/X Do\nendstream endobj\n");
  g_autoptr (SfPreviewReply) reply = NULL;

  if (skip_without_sandbox ())
    return;
  reply = look (pdf);
  g_assert_true (reply == NULL || reply->text == NULL);
}

static void
test_nested_pdf (void)
{
  g_autoptr (GString) nested = g_string_new ("5 0 obj ");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (SfPreviewReply) reply = NULL;

  if (skip_without_sandbox ())
    return;
  for (guint i = 0; i < 200000; i++)
    g_string_append (nested, "[<</X ");
  pdf = make_pdf ("/X Do", nested->str);
  reply = look (pdf);
  g_assert_true (reply == NULL || reply->text == NULL);
}

/* --- office files -------------------------------------------------------------------------------
 */

static GBytes *
make_docx (const char *document)
{
  return sample_zip ((const char *const[]){ "[Content_Types].xml", "<Types/>", "word/document.xml",
                                            document, NULL });
}

/* 60 MB of one letter, which is 60 kB when it is packed. */
static void
test_zip_bomb (void)
{
  g_autofree char *text = g_malloc (60 << 20);
  g_autoptr (GBytes) bomb = NULL;

  if (skip_without_sandbox ())
    return;
  memset (text, 'a', 60 << 20);
  memcpy (text, "<w:body><w:t>", 13);
  text[(60 << 20) - 1] = '\0';
  bomb = make_docx (text);
  g_assert_cmpuint (g_bytes_get_size (bomb), <, 1 << 20);
  assert_nothing (bomb);
}

static void
test_many_entries (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;

  if (skip_without_sandbox ())
    return;
  g_ptr_array_add (entries, g_strdup ("[Content_Types].xml"));
  g_ptr_array_add (entries, g_strdup ("<Types/>"));
  g_ptr_array_add (entries, g_strdup ("word/document.xml"));
  g_ptr_array_add (entries, g_strdup ("<w:body><w:t>words</w:t></w:body>"));
  for (guint i = 0; i < 30000; i++)
    {
      g_ptr_array_add (entries, g_strdup_printf ("%u", i));
      g_ptr_array_add (entries, g_strdup (""));
    }
  g_ptr_array_add (entries, NULL);
  bytes = sample_zip ((const char *const *)entries->pdata);
  assert_nothing (bytes);
}

/* What makes parsers slow or greedy does nothing here: no entity is known, no attribute is kept. */
static void
test_xml_tricks (void)
{
  g_autoptr (GString) tag = g_string_new ("<w:body><w:p ");
  g_autoptr (GString) deep = g_string_new ("<w:body>");
  g_autoptr (GBytes) entities
      = make_docx ("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\"><!ENTITY c "
                   "\"&b;&b;&b;&b;\">]><w:body><w:t>&b;&c;</w:t></w:body>");
  g_autoptr (GBytes) attributes = NULL, nested = NULL;
  g_autoptr (SfPreviewReply) reply = NULL, deeper = NULL;

  if (skip_without_sandbox ())
    return;
  assert_nothing (entities);
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (tag, "a%u=\"<&lt;\" ", i);
  g_string_append (tag, "><w:t>words</w:t></w:p></w:body>");
  attributes = make_docx (tag->str);
  reply = look (attributes);
  g_assert_cmpstr (reply->text, ==, "words");
  for (guint i = 0; i < 500000; i++)
    g_string_append (deep, "<w:t>");
  nested = make_docx (deep->str);
  deeper = look (nested);
  g_assert_nonnull (deeper);
  g_assert_null (deeper->text);
}

/* --- e-mail -------------------------------------------------------------------------------------
 */

static void
test_nested_mail (void)
{
  g_autoptr (GString) mail = g_string_new ("From: a\nDate: b\nSubject: c\nMIME-Version: 1.0\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SfPreviewReply) reply = NULL;

  if (skip_without_sandbox ())
    return;
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (mail, "Content-Type: multipart/mixed; boundary=x%u\n\n--x%u\n", i, i);
  g_string_append (mail, "Content-Type: text/plain\n\nwords\n");
  bytes = g_bytes_new (mail->str, mail->len);
  reply = look (bytes);
  g_assert_nonnull (reply);
  g_assert_null (reply->text);
}

/* --- anything -----------------------------------------------------------------------------------
 */

static GBytes *
mutate (GRand *random, GBytes *from)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (from, &length);
  guint8 *copy = g_memdup2 (data, length);
  guint n = (guint)g_rand_int_range (random, 1, 12);

  for (guint i = 0; i < n; i++)
    copy[g_rand_int_range (random, 0, (gint32)length)] = (guint8)g_rand_int (random);
  if (g_rand_int_range (random, 0, 5) == 0)
    length = (gsize)g_rand_int_range (random, 0, (gint32)length);
  return g_bytes_new_take (copy, length);
}

static gboolean
count_piece (gconstpointer bytes, gsize length, gpointer data, GError **error)
{
  *(gsize *)data += length;
  return TRUE;
}

/* Bytes changed by chance: the answer is checked by the client, and its coming back by the test's
 * own time. */
static void
test_mutations (void)
{
  GBytes *samples[] = { sample_pdf (1),         sample_jpeg (), sample_png (20, 20), sample_gif (),
                        sample_webp (),         sample_odt (),  sample_docx (),      sample_xlsx (),
                        sample_tracked_film (), sample_heic (), sample_mail () };
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  guint n = g_test_thorough () ? 2000 : 60;

  if (skip_without_sandbox ())
    n = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = mutate (random, samples[i % G_N_ELEMENTS (samples)]);
      g_autoptr (SfPreviewReply) reply = look (bytes);
      g_autoptr (GError) error = NULL;
      gsize taken = 0;
      int file = sample_open (bytes);

      if (!sf_preview_client_strip (file, count_piece, &taken, NULL, &error))
        g_assert_nonnull (error);
      g_assert_cmpuint (taken, <=, g_bytes_get_size (bytes) + 100);
      close (file);
    }
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_bytes_unref (samples[i]);
}

/* --- the walls ----------------------------------------------------------------------------------
 */

/* Runs a command where the helper runs. */
static int
run_inside (const char *shell)
{
  g_auto (GStrv) command = sf_sandbox_make_command ((const char *[]){ "hello", NULL });
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int status;

  for (guint i = 0; command[i] != NULL; i++)
    if (g_str_has_suffix (command[i], "/sixfold-preview"))
      break;
    else
      g_ptr_array_add (words, command[i]);
  g_ptr_array_add (words, (char *)"/usr/bin/sh");
  g_ptr_array_add (words, (char *)"-c");
  g_ptr_array_add (words, (char *)shell);
  g_ptr_array_add (words, NULL);
  g_spawn_sync (NULL, (char **)words->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                NULL, &status, &error);
  g_assert_no_error (error);
  return status;
}

static void
test_walls (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sixfold-secret-XXXXXX", NULL);
  g_autofree char *secret = g_build_filename (folder, "secret", NULL);
  g_autofree char *read_it = g_strdup_printf ("cat '%s'", secret);
  g_autofree char *write_it = g_strdup_printf ("echo x > '%s'", secret);
  g_autofree char *home = g_strdup_printf ("ls -d '%s'", g_get_home_dir ());
  g_autofree char *after = NULL;

  if (skip_without_sandbox ())
    return;
  g_file_set_contents (secret, "secret", -1, NULL);
  g_assert_cmpint (run_inside ("true"), ==, 0); /* the command itself works */
  g_assert_cmpint (run_inside (read_it), !=, 0);
  g_assert_cmpint (run_inside (write_it), !=, 0);
  g_assert_cmpint (run_inside (home), !=, 0);
  g_assert_cmpint (run_inside ("cat /etc/passwd"), !=, 0);
  g_assert_cmpint (run_inside ("echo x > /usr/x"), !=, 0);
  g_assert_cmpint (run_inside ("test -n \"$HOME$XDG_DATA_HOME$DBUS_SESSION_BUS_ADDRESS\""), !=, 0);
  /* of networks there is only the one to itself, and no other process is to be seen */
  g_assert_cmpint (run_inside ("test $(grep -c : /proc/net/dev) -eq 1"), ==, 0);
  g_assert_cmpint (run_inside ("test $(ls -d /proc/[0-9]* | wc -l) -lt 6"), ==, 0);
  g_file_get_contents (secret, &after, NULL, NULL);
  g_assert_cmpstr (after, ==, "secret");
  g_unlink (secret);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/hostile/" name, func)
  ADD ("vast-png", test_vast_png);
  ADD ("vast-jpeg", test_vast_jpeg);
  ADD ("bomb-png", test_bomb_png);
  ADD ("cut-pdf", test_cut_pdf);
  ADD ("endless-pdf", test_endless_pdf);
  ADD ("pdf-within-itself", test_pdf_within_itself);
  ADD ("nested-pdf", test_nested_pdf);
  ADD ("zip-bomb", test_zip_bomb);
  ADD ("many-entries", test_many_entries);
  ADD ("xml-tricks", test_xml_tricks);
  ADD ("nested-mail", test_nested_mail);
  ADD ("mutations", test_mutations);
  ADD ("walls", test_walls);
#undef ADD
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The PDF: its text as other programs read it, its bytes, its errors. */
#include "report-test-util.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/sf-error.h"
#include "report/sf-paint-cairo.h"
#include "report/sf-report-pdf.h"

static SfDisplayList *
lay_out (SfDocument *document)
{
  g_autoptr (SfFonts) fonts = test_fonts_new ();

  return sf_layout_run (document, sf_style_sheet_get_standard (), fonts);
}

static char *
write_pdf (SfDisplayList *list)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("sixfold-report-XXXXXX", &error);
  char *path = g_build_filename (directory, "report.pdf", NULL);

  g_assert_no_error (error);
  g_assert_true (sf_report_write_pdf_file (list, path, NULL, &error));
  g_assert_no_error (error);
  return path;
}

static void
remove_pdf (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static char *
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s\n%s", arguments[0], error->message, output);
  return output;
}

static gboolean
lacks (const char *program)
{
  g_autofree char *found = g_find_program_in_path (program);

  if (found == NULL)
    {
      g_test_message ("%s is not installed", program);
      g_test_fail ();
    }
  return found == NULL;
}

static void
test_words_found (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) list = lay_out (document);
  g_autofree char *path = NULL, *text = NULL;

  if (lacks ("pdftotext"))
    return;
  sf_document_add_text (document, "Mae’r tŷ’n wyrdd: ŵyn, ŷd. Office, difficult, shift, affluent.");
  g_clear_object (&list);
  list = lay_out (document);
  path = write_pdf (list);
  text = run ((const char *const[]){ "pdftotext", "-layout", path, "-", NULL });
  g_assert_nonnull (
      strstr (text, "Mae’r tŷ’n wyrdd: ŵyn, ŷd. Office, difficult, shift, affluent."));
  g_assert_nonnull (strstr (text, "Proposed by the head, not yet agreed"));
  g_assert_nonnull (strstr (text, "Fathers in learning journals"));
  g_assert_nonnull (strstr (text, "Page 2 of "));
  remove_pdf (path);
}

/* The words of "pdfinfo -struct-text", without what is around them. */
static char *
collect_words (const char *output)
{
  GString *words = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i] + strspn (lines[i], " ");
      gsize length = strlen (line);

      if (*line == '"' && length > 2)
        g_string_append_len (words, line + 1, length - 2);
    }
  return g_string_free (words, FALSE);
}

/* Poppler, which a screen reader asks in Evince, hears all of a text, whatever its script, and in
 * the order in which it was written. */
static void
test_structure_heard (void)
{
  static const char *const texts[] = {
    "Croeso i’r tŷ: ŵyn, ŷd, ôl-drafod.",
    "هذا المركز للعائلات والأطفال في الحي، وهو مفتوح من التاسعة صباحا حتى الخامسة مساء.",
    "המרכז פתוח לכל המשפחות, מ־9 עד 17, וגם בימי שבת.",
    "Office, difficult, shift, affluent.",
    "No font has 語, but 🎉 is here.",
  };
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *path = NULL, *output = NULL, *words = NULL;

  if (lacks ("pdfinfo"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sf_document_add_text (document, texts[i]);
  list = lay_out (document);
  path = write_pdf (list);
  output = run ((const char *const[]){ "pdfinfo", "-struct-text", path, NULL });
  words = collect_words (output);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    test_assert_has (words, texts[i]);
  test_assert_has (words, "Proposed by the head, not yet agreed");
  test_assert_lacks (words, "Page 2 of ");
  test_assert_has (output, "TOCI");
  test_assert_has (output, "/Scope /Column");
  remove_pdf (path);
}

/* "LVOTUD+NotoSans-Regular  CID TrueType  Identity-H  yes yes yes  71  0" */
static void
test_fonts_inside (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) list = lay_out (document);
  g_autofree char *path = write_pdf (list), *output = NULL;
  g_auto (GStrv) lines = NULL;

  if (lacks ("pdffonts"))
    return;
  output = run ((const char *const[]){ "pdffonts", path, NULL });
  lines = g_strsplit (g_strchomp (output), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      test_assert_has (lines[i], "+NotoSans");
      test_assert_has (lines[i], "CID TrueType");
      test_assert_has (lines[i], "yes yes yes");
    }
  remove_pdf (path);
}

static void
test_checked (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) list = lay_out (document);
  g_autofree char *path = NULL, *output = NULL;

  if (lacks ("qpdf"))
    return;
  path = write_pdf (list);
  output = run ((const char *const[]){ "qpdf", "--check", path, NULL });
  g_assert_nonnull (strstr (output, "No syntax or stream encoding errors found"));
  remove_pdf (path);
}

static void
test_metadata (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) list = lay_out (document);
  g_autofree char *path = NULL, *output = NULL, *pages = NULL;

  if (lacks ("pdfinfo"))
    return;
  path = write_pdf (list);
  output = run ((const char *const[]){ "pdfinfo", "-isodates", path, NULL });
  g_assert_nonnull (strstr (output, "Report to the committee"));
  g_assert_nonnull (strstr (output, "Millbrook Children’s Centre"));
  g_assert_nonnull (strstr (output, "2027-05-14T00:00:00"));
  g_assert_nonnull (strstr (output, "(A4)"));
  pages = g_strdup_printf ("%u\n", sf_display_list_get_n_pages (list));
  g_assert_nonnull (strstr (output, pages));
  remove_pdf (path);
}

/* A name is user text: whatever is in it, what the file says of itself can be read. */
static void
test_hostile_title (void)
{
  static const GMarkupParser nothing = { NULL };
  g_autoptr (SfDocument) document
      = sf_document_new ("A \"garden\" <b>&amp;</b> (\\) ]]> \001\033 \xff ŵ", "en-GB",
                         "2027-05-14");
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  g_autoptr (SfDisplayList) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *output = NULL, *metadata = NULL;

  if (lacks ("pdfinfo"))
    return;
  sf_document_set_author (document, ")>>endobj \x80 <</Type");
  sf_document_add_heading (document, 1, "A heading ) > ]", NULL);
  list = lay_out (document);
  path = write_pdf (list);
  output = run ((const char *const[]){ "pdfinfo", path, NULL });
  test_assert_has (output, "A \"garden\" <b>&amp;</b> (\\) ]]>");
  metadata = run ((const char *const[]){ "pdfinfo", "-meta", path, NULL });
  test_assert_has (metadata, "A &quot;garden&quot; &lt;b&gt;&amp;amp;&lt;/b&gt; (\\) ]]&gt;");
  g_assert_true (g_markup_parse_context_parse (context, metadata, -1, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  remove_pdf (path);
}

static GBytes *
make_bytes (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) list = lay_out (document);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sf_report_write_pdf (list, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, &error));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = make_bytes (), second = NULL;

  g_usleep (1100 * 1000); /* into another second, for a date that crept in */
  second = make_bytes ();
  g_assert_cmpuint (g_bytes_get_size (first), >, 10000);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_empty (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (SfDisplayList) list = lay_out (document);
  g_autofree char *path = NULL, *output = NULL;

  if (lacks ("qpdf"))
    return;
  path = write_pdf (list);
  output = run ((const char *const[]){ "qpdf", "--check", path, NULL });
  g_assert_nonnull (strstr (output, "No syntax or stream encoding errors found"));
  remove_pdf (path);
}

static void
test_errors (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (SfDisplayList) list = lay_out (document);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *path = write_pdf (list), *inside = NULL, *before = NULL, *after = NULL;
  gsize length_before, length_after;
  GError *error = NULL;

  inside = g_build_filename (path, "other.pdf", NULL);
  g_assert_false (sf_report_write_pdf_file (list, inside, NULL, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (sf_report_write_pdf_file (list, path, cancelled, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  remove_pdf (path);
}

static void
test_full_disk (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) list = lay_out (document);
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autoptr (GFileIOStream) both = g_file_open_readwrite (full, NULL, NULL);
  GError *error = NULL;

  g_assert_nonnull (both);
  g_assert_false (
      sf_report_write_pdf (list, g_io_stream_get_output_stream (G_IO_STREAM (both)), NULL, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NO_SPACE);
  g_clear_error (&error);
}

static void
test_no_fonts (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("sixfold-report-XXXXXX", NULL);

  g_assert_null (sf_fonts_new (directory, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

/* A character that no font has leaves ink on the paper. */
static void
test_missing_is_seen (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (SfDisplayList) list = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 600, 850);
  cairo_t *cr = cairo_create (surface);
  const SfItem *box = NULL;
  GPtrArray *items;
  guint dark = 0;

  sf_document_add_text (document, "好");
  list = lay_out (document);
  sf_paint_cairo_page (list, 0, cr);
  cairo_surface_flush (surface);
  items = sf_display_list_get_page (list, 0);
  for (guint i = 0; i < items->len; i++)
    if (((SfItem *)g_ptr_array_index (items, i))->kind == SF_ITEM_MISSING)
      box = g_ptr_array_index (items, i);
  g_assert_nonnull (box);
  for (int y = box->y - box->height; y <= box->y; y++)
    for (int x = box->x; x <= box->x + box->width; x++)
      dark += cairo_image_surface_get_data (
                  surface)[y * cairo_image_surface_get_stride (surface) + x]
              > 64;
  g_assert_cmpuint (dark, >, 12);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pdf/words-found", test_words_found);
  g_test_add_func ("/report/pdf/structure-heard", test_structure_heard);
  g_test_add_func ("/report/pdf/fonts-inside", test_fonts_inside);
  g_test_add_func ("/report/pdf/checked", test_checked);
  g_test_add_func ("/report/pdf/metadata", test_metadata);
  g_test_add_func ("/report/pdf/hostile-title", test_hostile_title);
  g_test_add_func ("/report/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf/empty", test_empty);
  g_test_add_func ("/report/pdf/errors", test_errors);
  g_test_add_func ("/report/pdf/full-disk", test_full_disk);
  g_test_add_func ("/report/pdf/no-fonts", test_no_fonts);
  g_test_add_func ("/report/pdf/missing-is-seen", test_missing_is_seen);
  return g_test_run ();
}

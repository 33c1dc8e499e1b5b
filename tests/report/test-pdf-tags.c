/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The tagged PDF, looked at from outside; and whether that look notices what is missing. */
#include "pdf-check.h"
#include "pdf-sample.h"
#include "report-test-model.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/sf-error.h"
#include "report/sf-pdf-private.h"

static SfDisplayList *
lay_out (SfDocument *document, const SfStyleSheet *sheet)
{
  g_autoptr (SfFonts) fonts = test_fonts_new ();

  return sf_layout_run (document, sheet, fonts);
}

static GBytes *
write_pdf (SfDisplayList *list, guint64 drop)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sf_pdf_write (list, stream, drop, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, &error));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
assert_sound (SfDisplayList *list)
{
  g_autoptr (GBytes) pdf = write_pdf (list, 0);
  g_autoptr (GPtrArray) complaints = check_pdf (pdf, list);

  for (guint i = 0; i < complaints->len; i++)
    {
      g_test_message ("%s", (char *)complaints->pdata[i]);
      g_test_fail ();
    }
}

static void
test_sample (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_standard ());

  assert_sound (list);
}

static void
test_hard (void)
{
  g_autoptr (SfDocument) document = test_make_hard (300, 70);
  g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_standard ());

  assert_sound (list);
}

static void
test_large_print (void)
{
  g_autoptr (SfDocument) document = test_make_hard (40, 30);
  g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_large_print ());

  assert_sound (list);
}

static void
test_report (void)
{
  TestCentre centre;
  g_autoptr (SfDisplayList) list = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_centre_fill (&centre, 30);
  list = test_compose_governors (&centre, TRUE, "2027-05-14", sf_style_sheet_get_standard ());
  assert_sound (list);
  g_clear_object (&list);
  test_centre_clear (&centre);
}

static void
test_empty (void)
{
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_standard ());

  assert_sound (list);
}

/* --- mutations -------------------------------------------------------------------------------- */

/* What is dropped, and how the complaint about it begins. */
static const struct
{
  const char *name;
  SfPdfDrop drop;
  const char *complaint;
} mutations[] = {
  { "language", SF_PDF_DROP_LANGUAGE, "Lang:" },
  { "span-language", SF_PDF_DROP_SPAN_LANGUAGE, "structure:" },
  { "marked", SF_PDF_DROP_MARKED, "MarkInfo:" },
  { "display-title", SF_PDF_DROP_DISPLAY_TITLE, "DisplayDocTitle:" },
  { "tabs", SF_PDF_DROP_TABS, "Tabs:" },
  { "ua-part", SF_PDF_DROP_UA_PART, "pdfuaid:" },
  { "xmp-title", SF_PDF_DROP_XMP_TITLE, "dc:title:" },
  { "xmp-date", SF_PDF_DROP_XMP_DATE, "dates:" },
  { "info-title", SF_PDF_DROP_INFO_TITLE, "Info:" },
  { "mark", SF_PDF_DROP_MARK, "ID:" },
  { "outline", SF_PDF_DROP_OUTLINE, "outline:" },
  { "outline-levels", SF_PDF_DROP_OUTLINE_LEVELS, "outline:" },
  { "deflate", SF_PDF_DROP_DEFLATE, "deflate:" },
  { "struct-parents", SF_PDF_DROP_STRUCT_PARENTS, "StructParents:" },
  { "parent-tree", SF_PDF_DROP_PARENT_TREE, "ParentTree:" },
  { "artifacts", SF_PDF_DROP_ARTIFACTS, "marked:" },
  { "pagination", SF_PDF_DROP_PAGINATION, "pagination:" },
  { "furniture-outside", SF_PDF_DROP_FURNITURE_OUTSIDE, "furniture:" },
  { "repeated-heads-outside", SF_PDF_DROP_REPEATED_HEADS_OUTSIDE, "structure:" },
  { "marking", SF_PDF_DROP_MARKING, "marked:" },
  { "headings", SF_PDF_DROP_HEADINGS, "structure:" },
  { "heading-order", SF_PDF_DROP_HEADING_ORDER, "headings:" },
  { "lists", SF_PDF_DROP_LISTS, "structure:" },
  { "labels", SF_PDF_DROP_LABELS, "structure:" },
  { "numbering", SF_PDF_DROP_NUMBERING, "structure:" },
  { "table-head", SF_PDF_DROP_TABLE_HEAD, "structure:" },
  { "header-cells", SF_PDF_DROP_HEADER_CELLS, "structure:" },
  { "scope", SF_PDF_DROP_SCOPE, "Scope:" },
  { "column-span", SF_PDF_DROP_COLUMN_SPAN, "table:" },
  { "empty-cells", SF_PDF_DROP_EMPTY_CELLS, "table:" },
  { "summary", SF_PDF_DROP_SUMMARY, "structure:" },
  { "figures", SF_PDF_DROP_FIGURES, "structure:" },
  { "alternative", SF_PDF_DROP_ALTERNATIVE, "Alt:" },
  { "box", SF_PDF_DROP_BOX, "BBox:" },
  { "caption", SF_PDF_DROP_CAPTION, "structure:" },
  { "note", SF_PDF_DROP_NOTE, "structure:" },
  { "note-id", SF_PDF_DROP_NOTE_ID, "Note:" },
  { "contents-list", SF_PDF_DROP_CONTENTS_LIST, "structure:" },
  { "link", SF_PDF_DROP_LINK, "structure:" },
  { "link-contents", SF_PDF_DROP_LINK_CONTENTS, "Contents:" },
  { "link-destination", SF_PDF_DROP_LINK_DESTINATION, "link:" },
  { "link-object", SF_PDF_DROP_LINK_OBJECT, "OBJR:" },
  { "link-lines", SF_PDF_DROP_LINK_LINES, "link:" },
  { "one-element", SF_PDF_DROP_ONE_ELEMENT, "structure:" },
  { "order", SF_PDF_DROP_ORDER, "structure:" },
  { "line-ends", SF_PDF_DROP_LINE_ENDS, "structure:" },
  { "embedding", SF_PDF_DROP_EMBEDDING, "embedding:" },
  { "subset", SF_PDF_DROP_SUBSET, "subset:" },
  { "to-unicode", SF_PDF_DROP_TO_UNICODE, "ToUnicode:" },
  { "glyph-map", SF_PDF_DROP_GLYPH_MAP, "glyph map:" },
  { "metrics", SF_PDF_DROP_METRICS, "metrics:" },
  { "widths", SF_PDF_DROP_WIDTHS, "widths:" },
  { "actual-text", SF_PDF_DROP_ACTUAL_TEXT, "ActualText:" },
  { "missing-box", SF_PDF_DROP_MISSING_BOX, "missing:" },
  { "missing-text", SF_PDF_DROP_MISSING_TEXT, "structure:" },
  { "logical-order", SF_PDF_DROP_LOGICAL_ORDER, "structure:" },
};

/* The document that shows all of it. */
static SfDisplayList *
make_both (void)
{
  g_autoptr (SfDocument) document = test_make_hard (4, 3);
  SfChart *chart = sf_chart_new_bars ();
  SfBlock *list = sf_block_new_list (TRUE);

  sf_chart_add_item (chart, "Learning", "Good", 0.7, 0.5, (SfColor)SF_COLOR (0x1c71d8));
  sf_document_add (document,
                   sf_block_new_figure (chart, "A bar for learning.", sf_prose_new ("Bars")));
  sf_block_add_item (list, sf_prose_new ("A first thing"));
  sf_document_add (document, list);
  return lay_out (document, sf_style_sheet_get_standard ());
}

static gboolean
is_noticed (const GPtrArray *complaints, const char *beginning)
{
  for (guint i = 0; i < complaints->len; i++)
    if (g_str_has_prefix (complaints->pdata[i], beginning))
      return TRUE;
  return FALSE;
}

static void
test_mutations (void)
{
  g_autoptr (SfDisplayList) list = make_both ();
  guint64 all = 0;

  assert_sound (list);
  for (guint i = 0; i < G_N_ELEMENTS (mutations); i++)
    {
      guint64 drop = G_GUINT64_CONSTANT (1) << mutations[i].drop;
      g_autoptr (GBytes) pdf = write_pdf (list, drop);
      g_autoptr (GPtrArray) complaints = check_pdf (pdf, list);

      all |= drop;
      if (is_noticed (complaints, mutations[i].complaint))
        continue;
      g_test_message ("%s is not noticed (%u complaints, the first: %s)", mutations[i].name,
                      complaints->len, complaints->len > 0 ? (char *)complaints->pdata[0] : "none");
      g_test_fail ();
    }
  /* The permission of a font has a test of its own. */
  all |= G_GUINT64_CONSTANT (1) << SF_PDF_DROP_PERMISSION;
  g_assert_cmpuint (all, ==, (G_GUINT64_CONSTANT (1) << SF_PDF_N_DROPS) - 1);
}

/* --- fonts that may not be embedded ----------------------------------------------------------- */

static void
put_type (char *font, gsize length, guint type)
{
  const guchar *data = (const guchar *)font;

  for (guint i = 0; i < (guint)(data[4] << 8 | data[5]); i++)
    {
      const guchar *entry = data + 12 + 16 * i;
      guint at = (guint)entry[8] << 24 | entry[9] << 16 | entry[10] << 8 | entry[11];

      if (memcmp (entry, "OS/2", 4) != 0)
        continue;
      g_assert_cmpuint (at + 10, <, length);
      font[at + 8] = (char)(type >> 8);
      font[at + 9] = (char)type;
      return;
    }
  g_assert_not_reached ();
}

static gboolean
may_embed (guint type, guint64 drop, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("sixfold-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "font.ttf", NULL), *font = NULL;
  g_autofree char *source
      = g_build_filename (g_getenv ("SIXFOLD_DATADIR"), "fonts/NotoSansHebrew-Regular.ttf", NULL);
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean done;
  gsize length;

  g_assert_true (g_file_get_contents (source, &font, &length, NULL));
  put_type (font, length, type);
  g_assert_true (g_file_set_contents (path, font, length, NULL));
  sf_document_add_text (document, "שלום");
  {
    g_autoptr (SfFonts) fonts = sf_fonts_new (folder, NULL);
    g_autoptr (SfDisplayList) list
        = sf_layout_run (document, sf_style_sheet_get_standard (), fonts);

    done = sf_pdf_write (list, stream, drop, NULL, error);
  }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return done;
}

static void
test_permission (void)
{
  GError *error = NULL;

  g_assert_true (may_embed (0, 0, &error));
  g_assert_true (may_embed (8, 0, &error));
  g_assert_true (may_embed (4, 0, &error));
  g_assert_true (may_embed (0x100, 0, &error)); /* whole */
  g_assert_no_error (error);
  g_assert_false (may_embed (2, 0, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (may_embed (0x200, 0, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (may_embed (2, G_GUINT64_CONSTANT (1) << SF_PDF_DROP_PERMISSION, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pdf-tags/sample", test_sample);
  g_test_add_func ("/report/pdf-tags/hard", test_hard);
  g_test_add_func ("/report/pdf-tags/large-print", test_large_print);
  g_test_add_func ("/report/pdf-tags/report", test_report);
  g_test_add_func ("/report/pdf-tags/empty", test_empty);
  g_test_add_func ("/report/pdf-tags/mutations", test_mutations);
  g_test_add_func ("/report/pdf-tags/permission", test_permission);
  return g_test_run ();
}

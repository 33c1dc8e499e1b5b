/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The tagged PDF, looked at from outside; and whether that look notices what is missing. */
#include "pdf-check.h"
#include "pdf-sample.h"
#include "report-test-model.h"

#include <glib/gstdio.h>
#include <locale.h>
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

/* --- what the hard document is to be hard for ---------------------------------------------------
 */

static guint
count_pages_with (SfDisplayList *list, SfRole role, guint row)
{
  guint n = 0;

  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      GPtrArray *items = sf_display_list_get_page (list, page);
      gboolean found = FALSE;

      for (guint i = 0; i < items->len; i++)
        {
          const SfOrigin *origin = &((SfItem *)items->pdata[i])->origin;

          found = found || (origin->role == role && origin->row == row && !origin->furniture);
        }
      n += found;
    }
  return n;
}

static gboolean
has_broken_link (SfDisplayList *list)
{
  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      GPtrArray *items = sf_display_list_get_page (list, page);
      double y = 0;

      for (guint i = 0; i < items->len; i++)
        {
          const SfItem *item = items->pdata[i];
          const char *address = item->text != NULL ? strstr (item->text, "example.org") : NULL;

          if (address != NULL)
            y = item->y;
          else if (item->text != NULL && strcmp (item->text, "report?a=(1)") == 0)
            return y > 0 && item->y > y;
        }
    }
  return FALSE;
}

/* A contents list over two pages, a row over two pages, a link over two lines. */
static void
test_is_hard (void)
{
  g_autoptr (SfDocument) document = test_make_hard (300, 70);
  g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_standard ());

  g_assert_cmpuint (count_pages_with (list, SF_ROLE_ENTRY, 0), ==, 2);
  g_assert_cmpuint (count_pages_with (list, SF_ROLE_CELL, 1), >=, 2);
  g_assert_cmpuint (count_pages_with (list, SF_ROLE_CELL, 299), ==, 1);
  g_assert_true (has_broken_link (list));
}

static GBytes *
write_hard (void)
{
  g_autoptr (SfDocument) document = test_make_hard (20, 9);
  g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_standard ());

  return write_pdf (list, 0);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = write_hard (), second = write_hard ();

  g_assert_true (g_bytes_equal (first, second));
}

/* --- text of any kind ---------------------------------------------------------------------------
 */

/* Letters with marks, joined and directed characters, what no font has, what ends a line. */
static const char *const nasty[] = {
  "plain words",
  "ffi fl",
  "é",
  "e\314\201\314\202",
  "  ",
  "one\ntwo",
  "a\n好",
  "ש\326\270לום",
  "مرحبا",
  "لا إله",
  "\342\200\217",
  "\342\200\252x",
  "好",
  "👩‍👧‍👦",
  "1️⃣",
  "\302\255",
  "\342\200\213",
  "🇬🇧",
  "ﬁ",
  "क्षि",
  "a\341\252\260b",
  "(\\)",
  "<&>",
  "–—…",
  "\302\240",

};

static SfProse *
make_nasty (GRand *rand)
{
  static const char *const languages[] = { "cy", "ar", "he", "fr" };
  SfProse *prose = sf_prose_new ("From ");
  guint n = g_rand_int_range (rand, 1, 40);

  for (guint i = 0; i < n; i++)
    {
      const char *text = nasty[g_rand_int_range (rand, 0, G_N_ELEMENTS (nasty))];
      guint kind = g_rand_int_range (rand, 0, 12);

      if (kind == 0)
        sf_prose_add_link (prose, text, "languages");
      else if (kind < 3)
        sf_prose_add_in_language (prose, SF_SPAN_PLAIN, text, languages[kind + 1]);
      else if (kind < 6)
        sf_prose_add (prose, kind - 3 + SF_SPAN_STRONG, text);
      else
        sf_prose_add (prose, SF_SPAN_PLAIN, text);
    }
  return sf_prose_add (prose, SF_SPAN_PLAIN, " to the end");
}

static SfDocument *
make_nasty_document (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  SfDocument *document = test_document_new ();
  SfBlock *table = sf_block_new_table (), *list = sf_block_new_list (FALSE);

  sf_document_add (document, sf_block_new_contents (3));
  sf_document_add_heading (document, 1, "Languages", "languages");
  sf_block_add_column (table, 1, SF_ALIGN_START);
  sf_block_add_column (table, 1, SF_ALIGN_END);
  for (guint i = 0; i < 12; i++)
    {
      SfTableRow *row = sf_block_add_row (table);

      sf_document_add (document, sf_block_new_heading (g_rand_int_range (rand, 1, 4),
                                                       make_nasty (rand), NULL));
      sf_document_add (document, sf_block_new_paragraph (make_nasty (rand)));
      sf_block_add_item (list, make_nasty (rand));
      sf_table_row_add_cell (row, make_nasty (rand), SF_SCOPE_ROW);
      sf_table_row_add_cell (row, make_nasty (rand), SF_SCOPE_NONE);
    }
  sf_document_add (document, list);
  sf_document_add (document, table);
  return document;
}

static void
test_nasty (void)
{
  guint n = g_test_thorough () ? 200 : 2;

  for (guint i = 0; i < n && !g_test_failed (); i++)
    {
      g_autoptr (SfDocument) document = make_nasty_document (i);
      g_autoptr (SfDisplayList) list = lay_out (document, sf_style_sheet_get_standard ());

      g_test_message ("document %u", i);
      assert_sound (list);
    }
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
  setlocale (LC_ALL, "C.UTF-8"); /* for what is said of failures */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pdf-tags/sample", test_sample);
  g_test_add_func ("/report/pdf-tags/hard", test_hard);
  g_test_add_func ("/report/pdf-tags/is-hard", test_is_hard);
  g_test_add_func ("/report/pdf-tags/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf-tags/nasty", test_nasty);
  g_test_add_func ("/report/pdf-tags/large-print", test_large_print);
  g_test_add_func ("/report/pdf-tags/report", test_report);
  g_test_add_func ("/report/pdf-tags/empty", test_empty);
  g_test_add_func ("/report/pdf-tags/mutations", test_mutations);
  g_test_add_func ("/report/pdf-tags/permission", test_permission);
  return g_test_run ();
}

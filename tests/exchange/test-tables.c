/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-csv.h"
#include "exchange/sf-report-tables.h"
#include "report/sf-tables.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <string.h>
#include <zip.h>

/* The tables of a report in a spreadsheet: every cell of every table, word for word, and no
 * formula. */

static const char *const hostile[] = { "=1+1", "+44 20", "-3", "@SUM(A1)", "{=A1}" };

static void
add_cells (SfTableRow *row, const char *const *texts, guint n, SfScope scope)
{
  for (guint i = 0; i < n; i++)
    sf_table_row_add_cell (row, sf_prose_new (texts[i]), scope);
}

static SfDocument *
make_document (void)
{
  static const char *const heads[] = { "Measure", "Figure" };
  static const char *const first[] = { "Reach, “all”\nin two lines", "63,5 %" };
  SfDocument *document = sf_document_new ("Report: what [was] done?", "en-GB", "2026-11-29");
  SfBlock *table = sf_block_new_table ();
  SfTableRow *row;

  sf_document_set_author (document, "Beech Road");
  sf_document_add_heading (document, 1, "Outcomes: children/families [2026]? 'quoted'", "outcomes");
  sf_block_add_column (table, 3, SF_ALIGN_START);
  sf_block_add_column (table, 1, SF_ALIGN_END);
  sf_block_set_name (table, "Figures of the year");
  add_cells (sf_block_add_header_row (table), heads, 2, SF_SCOPE_COLUMN);
  sf_table_row_add_spanning_cell (sf_block_add_row (table), sf_prose_new ("All families"),
                                  SF_SCOPE_ROWS, 2);
  add_cells (sf_block_add_row (table), first, 2, SF_SCOPE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      row = sf_block_add_row (table);
      add_cells (row, &hostile[i], 1, SF_SCOPE_ROW);
      add_cells (row, &hostile[i], 1, SF_SCOPE_NONE);
    }
  sf_document_add (document, table);
  sf_document_add_heading (document, 1, "Second", "second");
  table = sf_block_new_table ();
  sf_block_add_column (table, 1, SF_ALIGN_START);
  add_cells (sf_block_add_row (table), first, 1, SF_SCOPE_NONE);
  sf_document_add (document, table);
  return document;
}

/* (transfer full): the one file of the ZIP that has that name, or the nth */
static char *
unzip (GBytes *bytes, const char *name, zip_uint64_t nth, gsize *length)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  zip_source_t *source = zip_source_buffer_create (data, size, 0, NULL);
  zip_t *zip = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
  zip_file_t *file;
  zip_stat_t status;
  char *text;

  g_assert_nonnull (zip);
  if (name != NULL)
    nth = (zip_uint64_t)zip_name_locate (zip, name, 0);
  g_assert_cmpint (zip_stat_index (zip, nth, 0, &status), ==, 0);
  file = zip_fopen_index (zip, nth, 0);
  g_assert_nonnull (file);
  text = g_malloc0 (status.size + 1);
  g_assert_cmpint (zip_fread (file, text, status.size), ==, (zip_int64_t)status.size);
  *length = status.size;
  zip_fclose (file);
  zip_discard (zip);
  return text;
}

/* (transfer full) (element-type utf8): what the expression finds in a part of a spreadsheet */
static GPtrArray *
find (GBytes *bytes, const char *part, const char *expression)
{
  gsize length;
  g_autofree char *xml = unzip (bytes, part, 0, &length);
  xmlDoc *doc = xmlReadMemory (xml, (int)length, part, NULL, XML_PARSE_NONET);
  xmlXPathContext *context;
  xmlXPathObject *object;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  g_assert_nonnull (doc);
  context = xmlXPathNewContext (doc);
  object = xmlXPathEvalExpression ((const xmlChar *)expression, context);
  for (int i = 0; object->nodesetval != NULL && i < object->nodesetval->nodeNr; i++)
    {
      xmlChar *content = xmlNodeGetContent (object->nodesetval->nodeTab[i]);

      g_ptr_array_add (found, g_strdup ((const char *)content));
      xmlFree (content);
    }
  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);
  xmlFreeDoc (doc);
  return found;
}

static gboolean
has (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

static void
test_xlsx (void)
{
  g_autoptr (SfDocument) document = make_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sf_report_tables_to_xlsx (document, &error);
  g_autoptr (GBytes) again = sf_report_tables_to_xlsx (document, NULL);
  g_autoptr (GPtrArray) strings = NULL, formulas = NULL, types = NULL, names = NULL, merged = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  names = find (bytes, "xl/workbook.xml", "//*[local-name()='sheet']/@name");
  g_assert_cmpuint (names->len, ==, 3);
  g_assert_cmpstr (names->pdata[1], ==, "1 Outcomes  children families");
  strings = find (bytes, "xl/sharedStrings.xml", "//*[local-name()='t']");
  g_assert_true (has (strings, "Reach, “all”\nin two lines"));
  g_assert_true (has (strings, "63,5 %"));
  g_assert_true (has (strings, "All families"));
  g_assert_true (has (strings, "Figures of the year"));
  g_assert_true (has (strings, "Outcomes: children/families [2026]? 'quoted'"));
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    g_assert_true (has (strings, hostile[i]));
  formulas = find (bytes, "xl/worksheets/sheet2.xml", "//*[local-name()='f']");
  g_assert_cmpuint (formulas->len, ==, 0);
  types = find (bytes, "xl/worksheets/sheet2.xml", "//*[local-name()='c'][*]/@t");
  g_assert_cmpuint (types->len, ==, 1 + 2 + 1 + 2 + 2 * G_N_ELEMENTS (hostile));
  for (guint i = 0; i < types->len; i++)
    g_assert_cmpstr (types->pdata[i], ==, "s");
  merged = find (bytes, "xl/worksheets/sheet2.xml", "//*[local-name()='mergeCell']/@ref");
  g_assert_cmpuint (merged->len, ==, 1);
  g_assert_cmpstr (merged->pdata[0], ==, "A4:B4");
}

static void
test_csv (void)
{
  g_autoptr (SfDocument) document = make_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sf_report_tables_to_csv (document, &error);
  g_autoptr (GBytes) again = sf_report_tables_to_csv (document, NULL);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gsize length;
  char *text;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  text = unzip (bytes, "01 Outcomes  children families [2026]  'quoted'.csv", 0, &length);
  file = g_bytes_new_take (text, length);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  rows = sf_csv_parse (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3 + G_N_ELEMENTS (hostile));
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      const SfCsvRow *row = rows->pdata[3 + i];
      g_autofree char *safe = g_strconcat (hostile[i][0] == '{' ? "" : "'", hostile[i], NULL);

      g_assert_cmpstr (row->cells->pdata[0], ==, safe);
      g_assert_cmpstr (row->cells->pdata[1], ==, safe);
    }
}

/* A report without a table has nothing to give, but is no error. */
static void
test_none (void)
{
  g_autoptr (SfDocument) document = sf_document_new ("Nothing", "en-GB", NULL);
  g_autoptr (GPtrArray) tables = sf_document_list_tables (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xlsx = sf_report_tables_to_xlsx (document, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tables->len, ==, 0);
  g_assert_nonnull (xlsx);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/xlsx", test_xlsx);
  g_test_add_func ("/tables/csv", test_csv);
  g_test_add_func ("/tables/none", test_none);
  return g_test_run ();
}

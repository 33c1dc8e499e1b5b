/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-report-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-error.h"
#include "exchange/sf-csv.h"
#include "report/sf-tables.h"
#include "report/sf-write-zip.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define MOST_OF_NAME 60

/* (transfer full): what no spreadsheet takes for a formula */
static char *
make_safe (char *cell)
{
  char *safe;

  if (*cell == '\0' || strchr ("=+-@\t\r", *cell) == NULL)
    return cell;
  safe = g_strconcat ("'", cell, NULL);
  g_free (cell);
  return safe;
}

/* A cell over several columns leaves the others empty. */
static void
append_row (GString *text, const SfTableRow *row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < row->cells->len; i++)
    {
      const SfTableCell *cell = row->cells->pdata[i];

      g_ptr_array_add (cells, make_safe (sf_table_cell_to_text (cell)));
      for (guint k = 1; k < cell->span; k++)
        g_ptr_array_add (cells, g_strdup (""));
    }
  sf_csv_append_row (text, (const char *const *)cells->pdata, cells->len);
}

static GString *
write_table (const SfTable *table)
{
  GString *text = g_string_new (BYTE_ORDER_MARK);

  for (guint i = 0; i < table->block->header->len; i++)
    append_row (text, table->block->header->pdata[i]);
  for (guint i = 0; i < table->block->rows->len; i++)
    append_row (text, table->block->rows->pdata[i]);
  return text;
}

/* (transfer full): "03 Targets.csv" */
static char *
make_name (guint number, const char *title)
{
  g_autofree char *plain = g_strdelimit (g_strdup (title), "/\\:*?\"<>|", ' ');
  g_autofree char *cut = g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), MOST_OF_NAME));

  g_strstrip (cut);
  return g_strdup_printf ("%02u %s.csv", number, cut);
}

GBytes *
sf_report_tables_to_csv (SfDocument *document, GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  GBytes *bytes;

  g_return_val_if_fail (SF_IS_DOCUMENT (document), NULL);

  tables = sf_document_list_tables (document);
  for (guint i = 0; i < tables->len; i++)
    {
      const SfTable *table = tables->pdata[i];

      g_ptr_array_add (names, make_name (i + 1, table->title));
      g_ptr_array_add (parts, g_string_free_to_bytes (write_table (table)));
    }
  bytes = sf_write_zip ((const char *const *)names->pdata, (GBytes *const *)parts->pdata,
                        parts->len, FALSE);
  if (bytes == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_FAILED,
                         _ ("The tables could not be written. Your centre file is unchanged."));
  return bytes;
}

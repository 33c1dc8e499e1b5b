/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-report-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-error.h"
#include "exchange/sf-report-tables.h"
#include "report/sf-report-pdf.h"
#include "report/sf-tables.h"
#include "report/sf-write-html.h"
#include "report/sf-write-odt.h"

static const struct
{
  const char *id;
  const char *suffix;
  const char *name;
} formats[SF_N_REPORT_FORMATS] = {
  { "pdf", "pdf", N_ ("Pages (PDF)") },
  { "odt", "odt", N_ ("Text to edit (ODT)") },
  { "html", "html", N_ ("Web page (HTML)") },
  { "xlsx", "xlsx", N_ ("Its tables for a spreadsheet (XLSX)") },
  { "csv", "zip", N_ ("Its tables as plain text (CSV)") },
};

const char *
sf_report_format_get_id (SfReportFormat format)
{
  g_return_val_if_fail (format < SF_N_REPORT_FORMATS, NULL);

  return formats[format].id;
}

gboolean
sf_report_format_find (const char *id, SfReportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (id, formats[i].id) == 0)
      {
        *format = (SfReportFormat)i;
        return TRUE;
      }
  return FALSE;
}

gboolean
sf_report_format_find_by_name (const char *path, SfReportFormat *format)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (dot + 1, formats[i].suffix) == 0)
      {
        *format = (SfReportFormat)i;
        return TRUE;
      }
  return FALSE;
}

const char *
sf_report_format_get_suffix (SfReportFormat format)
{
  g_return_val_if_fail (format < SF_N_REPORT_FORMATS, NULL);

  return formats[format].suffix;
}

const char *
sf_report_format_get_name (SfReportFormat format)
{
  g_return_val_if_fail (format < SF_N_REPORT_FORMATS, NULL);

  return _ (formats[format].name);
}

static GBytes *
make_pdf (SfDisplayList *list, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (!sf_report_write_pdf (list, memory, NULL, error)
      || !g_output_stream_close (memory, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
check_tables (SfDocument *document, GError **error)
{
  g_autoptr (GPtrArray) tables = sf_document_list_tables (document);

  if (tables->len > 0)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("This report has no tables, so there is nothing to put into a "
                          "spreadsheet. Nothing was written. Its text can be had as ODT."));
  return FALSE;
}

GBytes *
sf_report_make_file (SfDisplayList *list, SfReportFormat format, GError **error)
{
  SfDocument *document;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (list), NULL);

  document = sf_display_list_get_document (list);
  switch (format)
    {
    case SF_REPORT_ODT:
      return sf_write_odt (document, error);
    case SF_REPORT_HTML:
      return sf_write_html (document);
    case SF_REPORT_XLSX:
      return check_tables (document, error) ? sf_report_tables_to_xlsx (document, error) : NULL;
    case SF_REPORT_CSV:
      return check_tables (document, error) ? sf_report_tables_to_csv (document, error) : NULL;
    case SF_REPORT_PDF:
    default:
      return make_pdf (list, error);
    }
}

static int
get_code (const GError *cause)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return SF_ERROR_NO_SPACE;
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES)
      || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM)
      || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return SF_ERROR_READ_ONLY;
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT)
      || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    return SF_ERROR_NOT_FOUND;
  return SF_ERROR_IO;
}

gboolean
sf_report_write_file (SfDisplayList *list, const char *path, SfReportFormat format, GError **error)
{
  SfDocument *document;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (list) && path != NULL, FALSE);

  if (format == SF_REPORT_PDF)
    return sf_report_write_pdf_file (list, path, NULL, error);
  document = sf_display_list_get_document (list);
  bytes = sf_report_make_file (list, format, error);
  if (bytes == NULL)
    return FALSE;
  if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                (gssize)g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                sf_document_is_confidential (document) ? 0600 : 0644, &cause))
    return TRUE;
  g_set_error (error, SF_ERROR, get_code (cause),
               _ ("“%s” could not be written (%s). Your centre file is unchanged. Make room or "
                  "choose another place, and try again."),
               path, cause->message);
  return FALSE;
}

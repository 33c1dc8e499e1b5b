/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-report-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-error.h"
#include "report/sf-report-pdf.h"
#include "report/sf-write-html.h"
#include "report/sf-write-odt.h"

gboolean
sf_report_format_find (const char *id, SfReportFormat *format)
{
  static const char *const ids[] = { "pdf", "odt", "html" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (id, ids[i]) == 0)
      {
        *format = (SfReportFormat)i;
        return TRUE;
      }
  return FALSE;
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
  bytes = format == SF_REPORT_ODT ? sf_write_odt (document, error) : sf_write_html (document);
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

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-report-pdf.h"

#include <glib/gi18n-lib.h>

#include "base/sf-error.h"
#include "report/sf-pdf-private.h"

static gboolean
fail (GError **error, GError *cause)
{
  if (cause->domain == SF_ERROR)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, SF_ERROR, SF_ERROR_CANCELLED, _ ("The report was not written."));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error_literal (error, SF_ERROR, SF_ERROR_NO_SPACE,
                         _ ("The disk is full, so the report was not written. Make room or choose "
                            "another place, and try again."));
  else
    g_set_error (error, SF_ERROR, SF_ERROR_IO,
                 _ ("The report could not be written (%s). Your centre file is unchanged; try "
                    "another place."),
                 cause->message);
  g_error_free (cause);
  return FALSE;
}

gboolean
sf_report_write_pdf (SfDisplayList *list,
                     GOutputStream *stream,
                     GCancellable *cancellable,
                     GError **error)
{
  GError *cause = NULL;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (list) && G_IS_OUTPUT_STREAM (stream), FALSE);

  if (sf_pdf_write (list, stream, 0, cancellable, &cause))
    return TRUE;
  return fail (error, cause);
}

static gboolean
fail_file (GError **error, GError *cause, const char *path)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, SF_ERROR, SF_ERROR_NO_SPACE,
                 _ ("The disk is full, so “%s” was not written. Make room or choose another "
                    "place, and try again."),
                 path);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, SF_ERROR, SF_ERROR_READ_ONLY,
                 _ ("“%s” may not be written here. The report was not written; choose another "
                    "folder."),
                 path);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                 _ ("There is no folder for “%s”. The report was not written; choose another "
                    "folder."),
                 path);
  else
    g_set_error (error, SF_ERROR, SF_ERROR_IO,
                 _ ("“%s” could not be written (%s). Choose another place, and try again."), path,
                 cause->message);
  g_error_free (cause);
  return FALSE;
}

gboolean
sf_report_write_pdf_file (SfDisplayList *list,
                          const char *path,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GOutputStream) memory = NULL;
  GError *cause = NULL;
  int mode;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (list) && path != NULL, FALSE);

  memory = g_memory_output_stream_new_resizable ();
  if (!sf_report_write_pdf (list, memory, cancellable, error))
    return FALSE;
  mode = sf_document_is_confidential (sf_display_list_get_document (list)) ? 0600 : 0644;
  /* Written beside the old file, made durable, then renamed over it. */
  if (!g_file_set_contents_full (
          path, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
          g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)),
          G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &cause))
    return fail_file (error, cause, path);
  return TRUE;
}

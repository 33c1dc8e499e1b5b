/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-report-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "base/sf-error.h"
#include "report/sf-paint-cairo.h"

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} Sink;

static cairo_status_t
on_write_cb (void *data, const unsigned char *bytes, unsigned length)
{
  Sink *sink = data;

  if (sink->error != NULL)
    return CAIRO_STATUS_WRITE_ERROR;
  if (!g_output_stream_write_all (sink->stream, bytes, length, NULL, sink->cancellable,
                                  &sink->error))
    return CAIRO_STATUS_WRITE_ERROR;
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, SfDocument *document)
{
  const char *date = sf_document_get_date (document), *author = sf_document_get_author (document);
  g_autofree char *instant = g_strdup_printf ("%sT00:00:00Z", date != NULL ? date : "1970-01-01");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  sf_document_get_title (document));
  if (author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Sixfold");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, instant);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, instant);
}

static void
add_outline (cairo_surface_t *surface, SfDisplayList *list)
{
  int parents[4] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT,
                     CAIRO_PDF_OUTLINE_ROOT };
  const SfAnchor *anchors;
  guint n;

  anchors = sf_display_list_get_anchors (list, &n);
  for (guint i = 0; i < n; i++)
    {
      guint level = anchors[i].heading->level;
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *place = NULL;
      int id;

      g_ascii_formatd (y, sizeof y, "%.2f", anchors[i].y);
      place = g_strdup_printf ("page=%u pos=[0 %s]", anchors[i].page + 1, y);
      id = cairo_pdf_surface_add_outline (surface, parents[level - 1],
                                          sf_prose_get_text (anchors[i].heading->prose), place,
                                          level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint deeper = level; deeper < G_N_ELEMENTS (parents); deeper++)
        parents[deeper] = id;
    }
}

static gboolean
fail (GError **error, GError *cause)
{
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
                 cause != NULL ? cause->message : _ ("drawing failed"));
  g_clear_error (&cause);
  return FALSE;
}

gboolean
sf_report_write_pdf (SfDisplayList *list,
                     GOutputStream *stream,
                     GCancellable *cancellable,
                     GError **error)
{
  Sink sink = { stream, cancellable, NULL };
  const SfStyleSheet *sheet;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (list) && G_IS_OUTPUT_STREAM (stream), FALSE);

  sheet = sf_display_list_get_sheet (list);
  surface = cairo_pdf_surface_create_for_stream (on_write_cb, &sink, sheet->page_width,
                                                 sheet->page_height);
  set_metadata (surface, sf_display_list_get_document (list));
  cr = cairo_create (surface);
  for (guint i = 0; i < sf_display_list_get_n_pages (list); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, &sink.error))
        break;
      sf_paint_cairo_page (list, i, cr);
      cairo_show_page (cr);
    }
  if (sink.error == NULL)
    add_outline (surface, list);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (sink.error != NULL || status != CAIRO_STATUS_SUCCESS)
    return fail (error, sink.error);
  return TRUE;
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

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-clipboard-table.h"

#include "base/sf-error.h"
#include "exchange/sf-csv.h"
#include "exchange/sf-html-table.h"

#include <glib/gi18n-lib.h>

#define PIECE (64 * 1024)
#define MOST                                                                                       \
  (4 * 1024 * 1024) /* of what another program gives: a page of a spreadsheet is less              \
                     */

static const char *html_types[] = { "text/html", NULL };
static const char *text_types[] = { "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", NULL };

typedef struct
{
  GtkWidget *widget;
  SfClipboardTableFunc func;
  gboolean html;
  GByteArray *bytes;
} Reading;

static void start (Reading *reading, gboolean html);

static void
finish (Reading *reading, GPtrArray *rows, const GError *error)
{
  reading->func (reading->widget, rows, error);
  g_object_unref (reading->widget);
  g_byte_array_unref (reading->bytes);
  g_free (reading);
}

/* HTML without a table in it: the text beside it may be one. */
static void
fail (Reading *reading, const GError *error)
{
  if (reading->html)
    start (reading, FALSE);
  else
    finish (reading, NULL, error);
}

static void
take (Reading *reading)
{
  g_autoptr (GBytes) bytes = g_bytes_new (reading->bytes->data, reading->bytes->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = reading->html ? sf_html_table_parse (bytes, &error) : sf_csv_parse_tabs (bytes, &error);

  if (rows == NULL)
    fail (reading, error);
  else
    finish (reading, rows, NULL);
}

static void
on_piece_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) piece
      = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (piece == NULL)
    {
      fail (reading, error);
      return;
    }
  if (g_bytes_get_size (piece) == 0)
    {
      take (reading);
      return;
    }
  g_byte_array_append (reading->bytes, g_bytes_get_data (piece, NULL),
                       (guint)g_bytes_get_size (piece));
  if (reading->bytes->len > MOST)
    {
      g_set_error_literal (&error, SF_ERROR, SF_ERROR_TOO_LARGE,
                           _ ("What is on the clipboard is too large. Copy fewer cells, or save "
                              "the table as CSV and import that."));
      fail (reading, error);
      return;
    }
  g_input_stream_read_bytes_async (G_INPUT_STREAM (source), PIECE, G_PRIORITY_DEFAULT, NULL,
                                   on_piece_cb, reading);
}

static void
on_stream_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (stream == NULL)
    {
      fail (reading, error);
      return;
    }
  g_input_stream_read_bytes_async (stream, PIECE, G_PRIORITY_DEFAULT, NULL, on_piece_cb, reading);
}

static void
start (Reading *reading, gboolean html)
{
  reading->html = html;
  g_byte_array_set_size (reading->bytes, 0);
  gdk_clipboard_read_async (gtk_widget_get_clipboard (reading->widget),
                            html ? html_types : text_types, G_PRIORITY_DEFAULT, NULL, on_stream_cb,
                            reading);
}

static gboolean
has_any (GdkContentFormats *formats, const char *const *types)
{
  for (; *types != NULL; types++)
    if (gdk_content_formats_contain_mime_type (formats, *types))
      return TRUE;
  return FALSE;
}

gboolean
sf_clipboard_has_table (GtkWidget *widget)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (widget));

  return !gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
         && (has_any (formats, html_types) || has_any (formats, text_types)
             || gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
}

void
sf_clipboard_read_table (GtkWidget *widget, SfClipboardTableFunc func)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (widget));
  Reading *reading = g_new0 (Reading, 1);

  reading->widget = g_object_ref (widget);
  reading->func = func;
  reading->bytes = g_byte_array_new ();
  start (reading, has_any (formats, html_types));
}

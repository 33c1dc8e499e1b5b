/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-export.h"

#include "ui/sf-file-chooser.h"
#include "workbook/sf-workbook-safety.h"
#include "workbook/sf-workbook-shown.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SfContext *context;
  SfDisplayList *list;
  SfReportFormat format;
  char *what;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->context);
  g_object_unref (export->list);
  g_free (export->what);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
on_noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfContext) context = data;
  g_autoptr (GError) error = NULL;

  if (!sf_workbook_note_shown_finish (SF_WORKBOOK (source), result, &error))
    sf_context_report_as (context, _ ("What the report showed was not kept"), error);
}

void
sf_report_note_shown (SfContext *context, SfDisplayList *list, const char *way)
{
  sf_workbook_note_shown (sf_context_get_workbook (context),
                          sf_document_get_shown (sf_display_list_get_document (list)), way,
                          on_noted_cb, g_object_ref (context));
}

static gboolean
write_stream (Export *export, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = sf_report_make_file (export->list, export->format, error);

  return bytes != NULL
         && g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL,
                                     error);
}

static void
on_destination_cb (GFile *const *files, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *name = NULL, *place = NULL, *said = NULL;
  g_autoptr (GFile) folder = NULL;
  gboolean done;

  if (files == NULL || files[0] == NULL)
    return;
  path = g_file_get_path (files[0]);
  if (path != NULL)
    done = sf_workbook_check_output (sf_context_get_workbook (export->context), path, &error)
           && sf_report_write_file (export->list, path, export->format, &error);
  else
    done = write_stream (export, files[0], &error);
  if (!done)
    {
      sf_context_report (export->context, error);
      return;
    }
  sf_report_note_shown (export->context, export->list, "report");
  name = g_file_get_basename (files[0]);
  folder = g_file_get_parent (files[0]);
  place = folder != NULL ? g_file_get_basename (folder) : g_strdup ("/");
  /* Translators: "The report" or "The plan", the name of a file, the name of a folder */
  said
      = g_strdup_printf (_ ("%s was saved as “%s” in the folder “%s”."), export->what, name, place);
  sf_context_say (export->context, said, FALSE);
}

char *
sf_report_propose_name (SfContext *context, const char *kind, SfReportFormat format)
{
  SfCentre *centre = sf_context_get_centre (context);
  /* Translators: a centre, "report" or "development plan", a date, what the name ends with */
  char *name
      = g_strdup_printf (_ ("%1$s, %2$s %3$s.%4$s"),
                         centre != NULL ? sf_centre_get_name (centre) : _ ("Centre"), kind,
                         sf_context_get_today (context), sf_report_format_get_suffix (format));

  return g_strdelimit (name, "/\\:*?\"<>|", '-');
}

void
sf_report_export (GtkWidget *parent,
                  SfContext *context,
                  const char *what,
                  const char *title,
                  const char *kind,
                  SfReportFormat format,
                  SfDisplayList *list)
{
  g_autoptr (GFile) file
      = g_file_new_for_path (sf_workbook_get_path (sf_context_get_workbook (context)));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = sf_report_propose_name (context, kind, format);
  Export *export = g_new0 (Export, 1);

  export->context = g_object_ref (context);
  export->list = g_object_ref (list);
  export->format = format;
  export->what = g_strdup (what);
  sf_choose_destination (parent, title, format == SF_REPORT_PDF ? SF_FILES_PDF : SF_FILES_ANY,
                         folder, name, on_destination_cb, export);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-document-print.h"

#include "report/sf-layout.h"
#include "report/sf-report-pdf.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-message.h"
#include "ui/sf-report-print.h"
#include "workbook/sf-workbook-safety.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *parent;
  SfContext *context;
  SfDocument *document;
} Work;

static Work *
work_new (GtkWidget *parent, SfContext *context, SfDocument *document)
{
  Work *work = g_new0 (Work, 1);

  work->parent = g_object_ref (GTK_WIDGET (gtk_widget_get_root (parent)));
  work->context = g_object_ref (context);
  work->document = g_object_ref (document);
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->parent);
  g_object_unref (work->context);
  g_object_unref (work->document);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

/* --- on paper ----------------------------------------------------------------------------------
 */

static SfDisplayList *
lay_out (Work *work, const SfStyleSheet *sheet, GError **error)
{
  g_autoptr (SfFonts) fonts = sf_fonts_new (NULL, error);

  return fonts != NULL ? sf_layout_run (work->document, sheet, fonts) : NULL;
}

static SfDisplayList *
compose (double width, double height, gpointer data, GError **error)
{
  SfStyleSheet sheet = *sf_style_sheet_get_standard ();

  sf_style_sheet_set_paper (&sheet, width, height);
  return lay_out (data, &sheet, error);
}

static void
on_printed (const GError *error, gpointer data)
{
  Work *work = data;

  if (error != NULL)
    sf_message_error (work->parent, _ ("It was not printed"), error);
}

void
sf_document_print (GtkWidget *parent, SfContext *context, SfDocument *document, const char *name)
{
  Work *work = work_new (parent, context, document);
  const SfPrintJob job = {
    .title = name, .compose = compose, .done = on_printed, .data = work, .destroy = work_free
  };

  sf_report_print (GTK_WINDOW (work->parent), &job);
}

/* --- as a PDF ----------------------------------------------------------------------------------
 */

static void
on_destination_cb (GFile *const *files, gpointer data)
{
  g_autoptr (Work) work = data;
  g_autofree char *path = files != NULL ? g_file_get_path (files[0]) : NULL;
  g_autoptr (SfDisplayList) pages = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (sf_workbook_check_output (sf_context_get_workbook (work->context), path, &error))
    pages = lay_out (work, sf_style_sheet_get_standard (), &error);
  if (pages != NULL && sf_report_write_pdf_file (pages, path, NULL, &error))
    sf_context_say (work->context,
                    _ ("Saved. The PDF is not encrypted: keep it as you would keep "
                       "the paper."),
                    FALSE);
  else
    sf_message_error (work->parent, _ ("The PDF was not saved"), error);
}

void
sf_document_save_pdf (GtkWidget *parent,
                      SfContext *context,
                      SfDocument *document,
                      const char *file_name)
{
  sf_choose_destination (parent, _ ("Save the statement as a PDF"), SF_FILES_PDF, NULL, file_name,
                         on_destination_cb, work_new (parent, context, document));
}

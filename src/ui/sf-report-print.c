/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-print.h"

#include "base/sf-error.h"
#include "report/sf-paint-cairo.h"

#include <glib/gi18n-lib.h>

/* What a print needs until it is over. */
typedef struct
{
  SfPrintJob job;
  SfDisplayList *list;
  GError *error;
} SfPrint;

static void
print_free (SfPrint *print)
{
  if (print->job.destroy != NULL)
    print->job.destroy (print->job.data);
  g_clear_object (&print->list);
  g_clear_error (&print->error);
  g_free (print);
}

/* The paper is known only now: it comes back from the dialog. */
static void
on_begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, SfPrint *print)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);

  g_clear_object (&print->list);
  print->list = print->job.compose (gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                    gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS),
                                    print->job.data, &print->error);
  if (print->list == NULL)
    gtk_print_operation_cancel (operation);
  else
    gtk_print_operation_set_n_pages (operation, (int)sf_display_list_get_n_pages (print->list));
}

static void
on_draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, SfPrint *print)
{
  sf_paint_cairo_page (print->list, (guint)page, gtk_print_context_get_cairo_context (context));
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, SfPrint *print)
{
  g_autoptr (GError) failed = NULL;

  if (print->error != NULL)
    failed = g_error_copy (print->error);
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autoptr (GError) why = NULL;
      gtk_print_operation_get_error (operation, &why);
      g_debug ("print: %s", why != NULL ? why->message : "no reason given");
      g_set_error_literal (&failed, SF_ERROR, SF_ERROR_FAILED,
                           _ ("It could not be printed. Nothing was lost: try again, or export it "
                              "as a PDF and print that."));
    }
  if (print->job.done != NULL
      && (result != GTK_PRINT_OPERATION_RESULT_CANCEL || print->error != NULL))
    print->job.done (failed, print->job.data);
}

static GtkPageSetup *
make_a4 (gboolean across)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  if (across)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_paper_size_free (a4);
  return setup;
}

GtkPrintOperationResult
sf_report_print (GtkWindow *parent,
                 GtkPrintOperationAction action,
                 const char *export_path,
                 const SfPrintJob *job)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_a4 (job->across);
  SfPrint *print = g_new0 (SfPrint, 1);
  GtkPrintOperationResult result;
  g_autoptr (GError) error = NULL;

  print->job = *job;
  g_object_set_data_full (G_OBJECT (operation), "sf-print", print, (GDestroyNotify)print_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page_cb), print);
  g_signal_connect (operation, "done", G_CALLBACK (on_done_cb), print);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job->title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation,
                                       action == GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
  if (export_path != NULL)
    gtk_print_operation_set_export_filename (operation, export_path);
  result = gtk_print_operation_run (operation, action, parent, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    g_debug ("print: %s", error != NULL ? error->message : "no reason given");
  return result;
}

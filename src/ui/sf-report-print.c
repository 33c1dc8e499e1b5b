/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-print.h"

#include "base/sf-error.h"
#include "report/sf-document.h"
#include "report/sf-paint-cairo.h"

#include <glib/gi18n-lib.h>

/* What a print needs until it is over. */
typedef struct
{
  SfModel *model;
  SfEvaluation *evaluation;
  gboolean annex;
  gboolean large_print;
  char *today;
  SfFonts *fonts;
  SfDisplayList *list;
  GError *error;
  SfPrintFunc func;
  gpointer data;
} SfPrint;

static void
print_free (SfPrint *print)
{
  g_clear_object (&print->model);
  g_clear_object (&print->evaluation);
  g_clear_object (&print->fonts);
  g_clear_object (&print->list);
  g_clear_error (&print->error);
  g_free (print->today);
  g_free (print);
}

/* The paper is known only now: it comes back from the dialog. */
static void
on_begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, SfPrint *print)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  SfStyleSheet sheet
      = print->large_print ? *sf_style_sheet_get_large_print () : *sf_style_sheet_get_standard ();
  SfGovernorsOptions options = { .annex = print->annex, .today = print->today };

  sf_style_sheet_set_paper (&sheet, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                            gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
  g_clear_object (&print->list);
  print->list = sf_compose_governors (print->model, print->evaluation, &options, &sheet,
                                      print->fonts, &print->error);
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
                           _ ("The report could not be printed. Nothing was lost: try again, or "
                              "export it as a PDF and print that."));
    }
  if (print->func != NULL && result != GTK_PRINT_OPERATION_RESULT_CANCEL)
    print->func (failed, print->data);
  else if (print->func != NULL && print->error != NULL)
    print->func (failed, print->data);
}

static GtkPageSetup *
make_a4 (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_paper_size_free (a4);
  return setup;
}

GtkPrintOperationResult
sf_report_print (GtkWindow *parent,
                 GtkPrintOperationAction action,
                 const char *export_path,
                 SfModel *model,
                 SfEvaluation *evaluation,
                 const SfGovernorsOptions *options,
                 gboolean large_print,
                 SfFonts *fonts,
                 SfPrintFunc func,
                 gpointer data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_a4 ();
  SfPrint *print = g_new0 (SfPrint, 1);
  GtkPrintOperationResult result;
  g_autoptr (GError) error = NULL;

  print->model = g_object_ref (model);
  print->evaluation = g_object_ref (evaluation);
  print->annex = options->annex;
  print->today = g_strdup (options->today);
  print->large_print = large_print;
  print->fonts = g_object_ref (fonts);
  print->func = func;
  print->data = data;
  g_object_set_data_full (G_OBJECT (operation), "sf-print", print, (GDestroyNotify)print_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page_cb), print);
  g_signal_connect (operation, "done", G_CALLBACK (on_done_cb), print);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, sf_evaluation_get_title (evaluation));
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

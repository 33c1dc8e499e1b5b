/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-plan-print.h"

#include "report/sf-compose-plan.h"
#include "report/sf-layout.h"
#include "ui/sf-report-export.h"
#include "ui/sf-report-print.h"

#include <glib/gi18n-lib.h>

/* @width, @height: of the paper in points; 0 for A4 */
static SfDisplayList *
compose (SfContext *context, double width, double height, GError **error)
{
  g_autoptr (SfFonts) fonts = sf_fonts_new (NULL, error);
  g_autoptr (SfDocument) document = NULL;
  SfStyleSheet sheet;

  if (fonts == NULL)
    return NULL;
  document
      = sf_plan_make_document (sf_context_get_model (context), sf_context_get_evaluation (context),
                               sf_context_get_today (context), error);
  if (document == NULL)
    return NULL;
  sf_plan_init_sheet (&sheet, FALSE);
  if (width > 0)
    sf_style_sheet_set_paper (&sheet, width, height);
  return sf_layout_run (document, &sheet, fonts);
}

static SfDisplayList *
compose_for_paper (double width, double height, gpointer data, GError **error)
{
  return compose (data, width, height, error);
}

static void
on_printed_cb (const GError *error, gpointer data)
{
  if (error != NULL)
    sf_context_report (data, error);
}

void
sf_plan_print (GtkWidget *parent, SfContext *context)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  SfEvaluation *evaluation = sf_context_get_evaluation (context);

  if (evaluation == NULL)
    return;
  sf_report_print (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                   GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL,
                   &(SfPrintJob){ .title = sf_evaluation_get_title (evaluation),
                                  .across = TRUE,
                                  .compose = compose_for_paper,
                                  .done = on_printed_cb,
                                  .data = g_object_ref (context),
                                  .destroy = g_object_unref });
}

void
sf_plan_export (GtkWidget *parent, SfContext *context)
{
  g_autoptr (SfDisplayList) list = NULL;
  g_autoptr (GError) error = NULL;

  if (sf_context_get_evaluation (context) == NULL)
    return;
  list = compose (context, 0, 0, &error);
  if (list == NULL)
    sf_context_report (context, error);
  else
    sf_report_export (parent, context, _ ("The plan"), _ ("Save the plan as a PDF"),
                      _ ("development plan"), list);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-compose-governors.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The printing of a report through the platform's dialog (or the portal). The pages are laid out
 * anew for the paper that comes back from it; A4 is what is proposed. */

/* Called once, with an error if printing failed; not at all if it was cancelled. */
typedef void (*SfPrintFunc) (const GError *error, gpointer data);

/**
 * sf_report_print:
 * @parent: (nullable): the window
 * @action: the dialog, or an export to @export_path
 * @export_path: (nullable): where %GTK_PRINT_OPERATION_ACTION_EXPORT writes a PDF
 *
 * Returns: what the operation says; with the dialog it comes later
 */
GtkPrintOperationResult sf_report_print (GtkWindow *parent,
                                         GtkPrintOperationAction action,
                                         const char *export_path,
                                         SfModel *model,
                                         SfEvaluation *evaluation,
                                         const SfGovernorsOptions *options,
                                         gboolean large_print,
                                         SfFonts *fonts,
                                         SfPrintFunc func,
                                         gpointer data);

G_END_DECLS

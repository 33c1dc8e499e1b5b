/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-report-print.h"

#include <gtk/gtkunixprint.h>

G_BEGIN_DECLS

/* What the two roads to a printer share. */

/* A print until it is over: it ends with exactly one of sf_print_finish() and sf_print_cancel(),
 * which free it. */
typedef struct
{
  SfPrintJob job; /* @title and @sealed are its own */
  GtkWindow *parent;
  SfDisplayList *list;
  GBytes *pdf;
} SfPrint;

/* Makes the pages for that paper, and their PDF; nothing of what is sealed. */
gboolean sf_print_make (SfPrint *self, GtkPageSetup *setup, GError **error);

/* (transfer full): a descriptor of a file without a name that holds the PDF; -1 with @error. What
 * is confidential is never on a disk of its own. */
int sf_print_open_pdf (SfPrint *self, GError **error);

/* @cause: (transfer full) (nullable): why it was not printed; what is not of our own domain is put
 * into a sentence. */
void sf_print_finish (SfPrint *self, GError *cause);
void sf_print_cancel (SfPrint *self);

/* (transfer full): A4, as the job lies */
GtkPageSetup *sf_print_make_a4 (SfPrint *self);

/* Asks by GTK's dialog, and sends the file to the printer. */
void sf_print_by_dialog (SfPrint *self);

/**
 * sf_print_send:
 * @printer: whom it goes to
 *
 * Sends the PDF as it is where the printer takes PDF and all pages are wanted; otherwise the pages
 * are painted for it.
 */
void
sf_print_send (SfPrint *self, GtkPrinter *printer, GtkPrintSettings *settings, GtkPageSetup *setup);

/* Asks the portal, and gives it the file. */
void sf_print_by_portal (SfPrint *self);

G_END_DECLS

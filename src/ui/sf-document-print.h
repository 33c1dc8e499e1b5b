/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-document.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_document_print:
 * @parent: in whose window it is asked for a printer
 * @name: what the queue calls it: never a word of it
 *
 * Prints a document that is in memory; what goes wrong is told.
 */
void
sf_document_print (GtkWidget *parent, SfContext *context, SfDocument *document, const char *name);

/* The same to a PDF, at a place that is asked for; @file_name is proposed. */
void sf_document_save_pdf (GtkWidget *parent,
                           SfContext *context,
                           SfDocument *document,
                           const char *file_name);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-display-list.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_report_note_shown:
 * @list: pages that have left: they were saved or printed
 * @way: "report" or "print"
 *
 * Keeps which figures they show, and tells where that cannot be done.
 */
void sf_report_note_shown (SfContext *context, SfDisplayList *list, const char *way);

/**
 * sf_report_export:
 * @parent: the page that asks
 * @what: what is saved, as a sentence begins: "The report"
 * @title: of the window in which a place is chosen
 * @kind: what the proposed name says after the centre's: "report"
 * @list: the pages
 *
 * Asks for a place beside the centre file, writes the pages there as a PDF, and says where it is or
 * why it is not.
 */
void sf_report_export (GtkWidget *parent,
                       SfContext *context,
                       const char *what,
                       const char *title,
                       const char *kind,
                       SfDisplayList *list);

G_END_DECLS

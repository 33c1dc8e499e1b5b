/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sf-report-file.h"
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
 * @format: what it is written as
 * @list: the pages
 *
 * Asks for a place beside the centre file, writes the report there, and says where it is or why it
 * is not.
 */
void sf_report_export (GtkWidget *parent,
                       SfContext *context,
                       const char *what,
                       const char *title,
                       const char *kind,
                       SfReportFormat format,
                       SfDisplayList *list);

/* (transfer full): "Millbrook Children's Centre, report 2026-11-22.pdf", without what a file name
 * cannot hold */
char *sf_report_propose_name (SfContext *context, const char *kind, SfReportFormat format);

G_END_DECLS

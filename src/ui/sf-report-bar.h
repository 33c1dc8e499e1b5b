/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfReportBar:
 *
 * What is done with a report, below its pages: it stays in sight while they are read.
 *
 * Signals: "print", "send", "export" (an SfReportFormat, as an unsigned number).
 */
#define SF_TYPE_REPORT_BAR (sf_report_bar_get_type ())
G_DECLARE_FINAL_TYPE (SfReportBar, sf_report_bar, SF, REPORT_BAR, AdwBin)

/* @start: (transfer floating): what stands at its beginning */
GtkWidget *sf_report_bar_new (GtkWidget *start);
void sf_report_bar_set_sensitive (SfReportBar *self, gboolean sensitive);
void sf_report_bar_focus_print (SfReportBar *self);

G_END_DECLS

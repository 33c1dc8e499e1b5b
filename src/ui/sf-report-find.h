/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-display-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfReportFind:
 *
 * Looks for words in the pages of a report: where they stand is marked on the sheets, one after the
 * other. Return goes on to the next, Shift+Return back.
 *
 * Signal: "found" (page, from 0; y, the fraction of its height): that place is to be shown.
 */
#define SF_TYPE_REPORT_FIND (sf_report_find_get_type ())
G_DECLARE_FINAL_TYPE (SfReportFind, sf_report_find, SF, REPORT_FIND, AdwBin)

GtkWidget *sf_report_find_new (void);

/* @sheets: (type GtkBox): its children are SfSheetViews, one for each page */
void sf_report_find_set_pages (SfReportFind *self, SfDisplayList *pages, GtkWidget *sheets);

/* Puts the cursor into the entry. */
void sf_report_find_focus (SfReportFind *self);

G_END_DECLS

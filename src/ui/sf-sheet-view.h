/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-page-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfSheetView:
 *
 * One page of a report as paper, as wide as there is room. It can be reached by keyboard, and says
 * which page it is and what stands on it to a screen reader.
 */
#define SF_TYPE_SHEET_VIEW (sf_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (SfSheetView, sf_sheet_view, SF, SHEET_VIEW, GtkWidget)

GtkWidget *sf_sheet_view_new (void);
void sf_sheet_view_set_page (SfSheetView *self, SfDisplayList *list, guint page);

/* @hits: (nullable) (element-type SfPageHit): of all pages: those of this one are marked, @current
 * of them the most */
void sf_sheet_view_set_hits (SfSheetView *self, GArray *hits, guint current);

G_END_DECLS

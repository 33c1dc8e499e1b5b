/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "ui/sf-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfWindow:
 *
 * A window: the first page while it has no workbook, then one workbook for as long as it lives.
 */
#define SF_TYPE_WINDOW (sf_window_get_type ())
G_DECLARE_FINAL_TYPE (SfWindow, sf_window, SF, WINDOW, AdwApplicationWindow)

SfWindow *sf_window_new (GtkApplication *application);
/* Once in a window's life; the window closes the workbook when it is closed. */
void sf_window_set_workbook (SfWindow *self, SfWorkbook *workbook);
/* NULL while the first page is shown */
SfWorkbook *sf_window_get_workbook (SfWindow *self);
SfContext *sf_window_get_context (SfWindow *self);
SfPage *sf_window_get_page (SfWindow *self);

G_END_DECLS

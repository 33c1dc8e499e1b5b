/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfSidebar:
 *
 * The sections of the window in their order, how far each has come, and at its foot which
 * evaluation is looked at, who is writing, and what was said last.
 *
 * Signals: "selected" (page id): shown, the focus stays; "activated" (page id): Enter or a click,
 * the focus goes there. The menus at the foot use the actions "win.evaluation", "win.writer" and
 * "win.go".
 */
#define SF_TYPE_SIDEBAR (sf_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SfSidebar, sf_sidebar, SF, SIDEBAR, GtkWidget)

GtkWidget *sf_sidebar_new (SfContext *context);
/* Selects the row of the page that is shown; none if it has no row. Emits nothing. */
void sf_sidebar_select (SfSidebar *self, const char *page_id);
/* The page of a row, from 0; NULL after the last. */
const char *sf_sidebar_get_nth_page (SfSidebar *self, guint n);
void sf_sidebar_set_status (SfSidebar *self, const char *text);

G_END_DECLS

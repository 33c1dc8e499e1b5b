/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfShell:
 *
 * The sidebar and, beside it, the page. When the page's list and editor would not fit beside the
 * sidebar at the present text size, the sidebar folds away and comes over the page when asked for.
 *
 * Properties: "folded" (read-only) and "showing-sidebar" (while folded), both notified.
 */
#define SF_TYPE_SHELL (sf_shell_get_type ())
G_DECLARE_FINAL_TYPE (SfShell, sf_shell, SF, SHELL, GtkWidget)

GtkWidget *sf_shell_new (void);
void sf_shell_set_sidebar (SfShell *self, GtkWidget *sidebar);
void sf_shell_set_content (SfShell *self, GtkWidget *content);
/* The columns (SfColumns, nullable) of the page that is shown: they say how much it needs. */
void sf_shell_set_columns (SfShell *self, GtkWidget *columns);
gboolean sf_shell_get_folded (SfShell *self);
gboolean sf_shell_get_showing_sidebar (SfShell *self);
void sf_shell_show_sidebar (SfShell *self, gboolean show);

G_END_DECLS

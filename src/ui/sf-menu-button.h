/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Menu buttons with a name for a screen reader. */

/* A flat button for a line of text, with an icon before it and its menu above it. */
GtkWidget *sf_menu_button_new (const char *icon);
/* "@what: @value"; @note (nullable) follows in brackets. @value is what is seen. */
void sf_menu_button_set (GtkWidget *button, const char *what, const char *value, const char *note);
void sf_menu_button_set_menu (GtkWidget *button, GMenuModel *menu);
/* Names any GtkMenuButton. */
void sf_menu_button_set_name (GtkWidget *button, const char *name);
/* A click on it leaves the focus where it is, so that what it opens can give it back. */
void sf_menu_button_keep_focus (GtkWidget *button);

G_END_DECLS

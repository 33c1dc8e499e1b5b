/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_paste_key_add:
 * @paste: takes what is on the clipboard, with @widget and no arguments
 *
 * Ctrl+V anywhere in @widget. Text goes where somebody is writing; files are never written there as
 * addresses, but go to @paste. Where @paste answers %FALSE, the key goes on.
 */
void sf_paste_key_add (GtkWidget *widget, GtkShortcutFunc paste);

/**
 * sf_paste_key_add_for_files:
 * @paste: takes the files on the clipboard, or says where they go
 *
 * The same for files alone; what else is pasted in @widget is left to others.
 */
void sf_paste_key_add_for_files (GtkWidget *widget, GtkShortcutFunc paste);

/* Whether there are files on the clipboard. */
gboolean sf_paste_key_has_files (GtkWidget *widget);

G_END_DECLS

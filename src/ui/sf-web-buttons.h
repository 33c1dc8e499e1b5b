/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A column of buttons, one for each web address that a text holds (sf_web_links_parse()). */
GtkWidget *sf_web_buttons_new (void);
/* Made again only if the text is another: one of them may have the focus. */
void sf_web_buttons_show (GtkWidget *buttons, const char *text);

G_END_DECLS

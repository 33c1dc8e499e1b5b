/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the offline help at @topic; an unknown topic is the first page. */
void sf_help_present (GtkWindow *parent, const char *topic);

G_END_DECLS

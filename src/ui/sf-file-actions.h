/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with one file, wherever it is shown: a group of actions for its widget, and the
 * menus that name them. */

/**
 * sf_file_actions_insert:
 * @widget: what shows the file
 * @attachment: the file
 *
 * Gives @widget the actions "file.show", "file.open", "file.save", "file.share", "file.replace" and
 * "file.remove". What changes the centre file is off where that cannot be done, and for a version
 * that was replaced.
 */
void sf_file_actions_insert (GtkWidget *widget, SfContext *context, SfAttachment *attachment);

/**
 * sf_file_menu_new:
 * @whole: with opening, replacing and taking away, not only saving
 *
 * Returns: (transfer full): the menu of @attachment
 */
GMenuModel *sf_file_menu_new (SfAttachment *attachment, gboolean whole);

/* The symbolic icon that stands for a file of that media type (nullable). */
const char *sf_file_get_icon_name (const char *media_type);

G_END_DECLS

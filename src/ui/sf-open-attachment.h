/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_open_attachment:
 * @parent: any widget of the window
 * @attachment: what to open
 *
 * Writes a read-only copy of the file to the private folder of the workbook, and opens it in the
 * program that this computer uses for such files. What goes wrong is reported to the context.
 */
void sf_open_attachment (GtkWidget *parent, SfContext *context, SfAttachment *attachment);

G_END_DECLS

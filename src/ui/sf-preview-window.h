/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_preview_window_present:
 * @parent: any widget of the window
 * @attachment: the file to show
 *
 * Shows a file in a window of its own: its pages, its picture or its words, as far as the preview
 * helper can make them, and the other files of the same evidence. There is one such window for each
 * centre file; it closes when the file it shows is taken away or erased.
 */
void sf_preview_window_present (GtkWidget *parent, SfContext *context, SfAttachment *attachment);

G_END_DECLS

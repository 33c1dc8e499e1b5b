/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_import_dialog_choose:
 * @parent: any widget of the window
 *
 * Asks for a table of readings as a file, and shows before anything is taken how it would be: some
 * of its readings, and every row that is not taken with its line and the reason. What is then taken
 * is one step.
 */
void sf_import_dialog_choose (GtkWidget *parent, SfContext *context);

G_END_DECLS

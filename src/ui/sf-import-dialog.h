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

/* The same with a file that was dropped or pasted. */
void sf_import_dialog_open (GtkWidget *parent, SfContext *context, GFile *file);

/* What of files that are dropped or pasted is a table of readings: one file alone, with the ending
 * of a table. (nullable) (transfer none) @files: (element-type GFile) */
GFile *sf_import_dialog_find_table (GSList *files);

G_END_DECLS

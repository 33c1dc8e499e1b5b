/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether a table may be on the clipboard: HTML, or text that is not the name of a file. */
gboolean sf_clipboard_has_table (GtkWidget *widget);

/**
 * SfClipboardTableFunc:
 * @rows: (nullable) (element-type SfCsvRow): the cells, valid during the call; %NULL with @error
 * @error: (nullable): why there are none
 */
typedef void (*SfClipboardTableFunc) (GtkWidget *widget, GPtrArray *rows, const GError *error);

/**
 * sf_clipboard_read_table:
 * @widget: kept alive until @func was called
 *
 * Cells that another program copied: a table in HTML, in which merged cells keep their places, or
 * text with tabs between its cells. What is larger than a table can be is not read to its end.
 */
void sf_clipboard_read_table (GtkWidget *widget, SfClipboardTableFunc func);

G_END_DECLS

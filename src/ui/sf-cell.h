/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  SF_CELL_FIGURE,
  SF_CELL_HEADING,
  SF_CELL_ROW_HEADING,
} SfCellKind;

/**
 * SfCell:
 *
 * A cell of an #SfCellGrid. It draws its text itself and has a height that depends on the type
 * alone, so that a hundred of them cost little and rows beside each other stay level.
 */
#define SF_TYPE_CELL (sf_cell_get_type ())
G_DECLARE_FINAL_TYPE (SfCell, sf_cell, SF, CELL, GtkWidget)

/**
 * sf_cell_new:
 * @chars: how many letters wide; 0 as wide as its text
 * @lines: how many lines high
 * @row: its place in the grid, for its owner
 * @column: likewise
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *sf_cell_new (SfCellKind kind, guint chars, guint lines, guint row, guint column);

/* FALSE if it says so already; what does not fit ends in an ellipsis. */
gboolean sf_cell_set_text (SfCell *self, const char *text);
const char *sf_cell_get_text (SfCell *self);
/* @wanted: (nullable): what stands in it, paler, while it is empty: it should not be */
gboolean sf_cell_set_wanted (SfCell *self, const char *wanted);
const char *sf_cell_get_wanted (SfCell *self);
guint sf_cell_get_row (SfCell *self);
guint sf_cell_get_column (SfCell *self);

/* @editor: (nullable) (transfer none): lies over the cell; %NULL takes it away again */
void sf_cell_set_editor (SfCell *self, GtkWidget *editor);

G_END_DECLS

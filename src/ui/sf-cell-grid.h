/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfCellRange:
 *
 * A rectangle of cells, both ends among them; counted from 0.
 */
typedef struct
{
  guint first_row;
  guint first_column;
  guint last_row;
  guint last_column;
} SfCellRange;

/**
 * SfCellHead:
 * @title: what stands over one column or several beside each other
 * @subtitle: (nullable): what the column is, under it
 * @chars: how many digits wide it is; 0: as wide as sf_cell_grid_new() said
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  guint chars;
} SfCellHead;

/**
 * SfCellActions:
 * @edit: takes what was typed in a cell; %FALSE leaves it in the cell to be put right
 * @clear: takes away what is in some cells
 * @paste: what is on the clipboard goes to this cell and what lies right of and below it; %FALSE
 *   if there is nothing there that it could take. While a cell is edited, one value goes to
 *   sf_cell_grid_insert(), and more than that waits for sf_cell_grid_end_edit()
 * @moved: (nullable): another cell has the cursor
 *
 * What a grid that can be edited asks of its owner.
 */
typedef struct
{
  gboolean (*edit) (guint row, guint column, const char *text, gpointer data);
  void (*clear) (const SfCellRange *range, gpointer data);
  gboolean (*paste) (guint row, guint column, gpointer data);
  void (*moved) (guint row, guint column, gpointer data);
} SfCellActions;

/**
 * SfCellGrid:
 *
 * A table under column headings and beside row headings, which stay in sight when it is scrolled
 * sideways. It is one stop for Tab: the arrows walk in it, with Shift they choose several cells,
 * Ctrl+C copies them as tab separated text, Ctrl+A takes all. A grid that can be edited is filled
 * as a spreadsheet is: typing begins, Enter goes down, Tab goes right, Escape gives up, Delete
 * clears, F2 or Enter opens what is there.
 */
#define SF_TYPE_CELL_GRID (sf_cell_grid_get_type ())
G_DECLARE_FINAL_TYPE (SfCellGrid, sf_cell_grid, SF, CELL_GRID, GtkWidget)

/**
 * sf_cell_grid_new:
 * @name: for a screen reader
 * @chars: how many letters wide a column is
 * @actions: (nullable): %NULL for a table to read
 * @data: for @actions; outlives the grid
 *
 * Returns: (transfer floating): an empty grid
 */
GtkWidget *
sf_cell_grid_new (const char *name, guint chars, const SfCellActions *actions, gpointer data);

/**
 * sf_cell_grid_set_shape:
 * @corner: what the row headings are
 * @rows: (element-type utf8): the row headings
 *
 * Where the headings are as they were, the cells stay as they are; otherwise all are empty.
 */
void sf_cell_grid_set_shape (SfCellGrid *self,
                             const char *corner,
                             const SfCellHead *heads,
                             guint n_columns,
                             GPtrArray *rows);
guint sf_cell_grid_get_n_rows (SfCellGrid *self);
guint sf_cell_grid_get_n_columns (SfCellGrid *self);

void sf_cell_grid_set_text (SfCellGrid *self, guint row, guint column, const char *text);

/* @wanted: (nullable): what stands in a cell while it is empty and should not be; @why for the
 * pointer and a screen reader */
void sf_cell_grid_set_wanted (
    SfCellGrid *self, guint row, guint column, const char *wanted, const char *why);

/* Whether it may be written in now; one without actions never. */
void sf_cell_grid_set_editable (SfCellGrid *self, gboolean editable);

/* What is pasted while a cell is edited: @text goes into what is typed there. FALSE if no cell is
 * edited. */
gboolean sf_cell_grid_insert (SfCellGrid *self, const char *text);
/* Writes what is typed, if a cell is edited; FALSE if it cannot be taken and stays to be put right.
 */
gboolean sf_cell_grid_end_edit (SfCellGrid *self);

/* Puts the cursor, and if it has the focus the focus, on a cell. */
void sf_cell_grid_move (SfCellGrid *self, guint row, guint column);
void sf_cell_grid_get_cursor (SfCellGrid *self, guint *row, guint *column);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-cell-grid.h"
#include "ui/sf-cell.h"

G_BEGIN_DECLS

/* Headings and cells are put together in sf-cell-grid-shape.c; walking and editing are in
 * sf-cell-grid.c. */

struct _SfCellGrid
{
  GtkWidget parent_instance;

  const SfCellActions *actions;
  gpointer data;
  guint chars;
  gboolean editable;

  GtkWidget *box;
  GtkWidget *row_heads; /* GtkGrid */
  GtkWidget *table;     /* GtkGrid */
  GPtrArray *cells;     /* borrowed, row by row */
  GPtrArray *names;     /* of char *: what each column is called */
  GPtrArray *rows;      /* of char *: the row headings */
  char *shape;          /* all headings, to see whether they are others */

  guint row, column;               /* the cursor */
  guint anchor_row, anchor_column; /* where what is chosen began */

  GtkWidget *editor; /* owned; has a parent while something is edited */
  SfCell *edited;    /* borrowed */
  gboolean leaving;  /* the editor is being taken away */
};

/* The cell there, NULL outside the grid. */
SfCell *sf_cell_grid_get_cell (SfCellGrid *self, guint row, guint column);

/* Takes the editor out of its cell; the text in it is gone. */
void sf_cell_grid_drop_editor (SfCellGrid *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-cell-grid-private.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

#define HEAD_LINES 2

SfCell *
sf_cell_grid_get_cell (SfCellGrid *self, guint row, guint column)
{
  guint n = row * self->names->len + column;

  return row < self->rows->len && column < self->names->len ? self->cells->pdata[n] : NULL;
}

static void
clear_grid (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
}

static char *
make_shape (const char *corner, const SfCellHead *heads, guint n_columns, GPtrArray *rows)
{
  GString *shape = g_string_new (corner);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (shape, "\037%s\036%s", heads[i].title,
                            heads[i].subtitle != NULL ? heads[i].subtitle : "");
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (shape, "\035%s", (char *)rows->pdata[i]);
  return g_string_free (shape, FALSE);
}

static guint
get_chars (SfCellGrid *self, const SfCellHead *head)
{
  return head->chars > 0 ? head->chars : self->chars;
}

/* @heads: of the columns that it stands over */
static void
attach_heading (SfCellGrid *self,
                const char *text,
                guint lines,
                guint at,
                guint row,
                const SfCellHead *heads,
                guint span)
{
  guint chars = 0;
  GtkWidget *cell;

  for (guint i = 0; i < span; i++)
    chars += get_chars (self, &heads[i]);
  cell = sf_cell_new (SF_CELL_HEADING, chars, lines, 0, at);

  sf_cell_set_text (SF_CELL (cell), text);
  sf_part_set_name (cell, text);
  gtk_widget_set_tooltip_text (cell, text);
  gtk_grid_attach (GTK_GRID (self->table), cell, (int)at, (int)row, (int)span, 1);
}

static void
attach_headings (SfCellGrid *self, const SfCellHead *heads, guint n_columns)
{
  for (guint i = 0; i < n_columns;)
    {
      guint span = 1;

      while (i + span < n_columns && g_str_equal (heads[i + span].title, heads[i].title))
        span++;
      attach_heading (self, heads[i].title, HEAD_LINES, i, 0, &heads[i], span);
      i += span;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      if (heads[i].subtitle != NULL)
        attach_heading (self, heads[i].subtitle, 1, i, 1, &heads[i], 1);
      g_ptr_array_add (self->names,
                       heads[i].subtitle != NULL
                           ? g_strdup_printf ("%s, %s", heads[i].title, heads[i].subtitle)
                           : g_strdup (heads[i].title));
    }
}

static void
attach_row_head (SfCellGrid *self, const char *text, guint lines, int row, gboolean corner)
{
  GtkWidget *cell
      = sf_cell_new (corner ? SF_CELL_HEADING : SF_CELL_ROW_HEADING, 0, lines, (guint)row, 0);

  sf_cell_set_text (SF_CELL (cell), text);
  sf_part_set_name (cell, text);
  gtk_grid_attach (GTK_GRID (self->row_heads), cell, 0, row, 1, 1);
}

static void
name_cell (SfCellGrid *self, SfCell *cell)
{
  const char *text = sf_cell_get_text (cell);
  /* Translators: a column, a row, what is in the cell */
  g_autofree char *name = g_strdup_printf (_ ("%1$s, %2$s: %3$s"),
                                           (char *)self->names->pdata[sf_cell_get_column (cell)],
                                           (char *)self->rows->pdata[sf_cell_get_row (cell)],
                                           *text != '\0' ? text : _ ("empty"));

  sf_part_set_name (GTK_WIDGET (cell), name);
}

void
sf_cell_grid_set_wanted (
    SfCellGrid *self, guint row, guint column, const char *wanted, const char *why)
{
  SfCell *cell;

  g_return_if_fail (SF_IS_CELL_GRID (self));

  cell = sf_cell_grid_get_cell (self, row, column);
  if (cell == NULL || !sf_cell_set_wanted (cell, wanted))
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell), wanted != NULL ? why : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  wanted != NULL ? why : "", -1);
}

static void
attach_cells (SfCellGrid *self, const SfCellHead *heads)
{
  for (guint row = 0; row < self->rows->len; row++)
    {
      attach_row_head (self, self->rows->pdata[row], 1, (int)row + 2, FALSE);
      for (guint column = 0; column < self->names->len; column++)
        {
          GtkWidget *cell
              = sf_cell_new (SF_CELL_FIGURE, get_chars (self, &heads[column]), 1, row, column);

          g_ptr_array_add (self->cells, cell);
          gtk_grid_attach (GTK_GRID (self->table), cell, (int)column, (int)row + 2, 1, 1);
          name_cell (self, SF_CELL (cell));
        }
    }
}

void
sf_cell_grid_set_shape (
    SfCellGrid *self, const char *corner, const SfCellHead *heads, guint n_columns, GPtrArray *rows)
{
  g_autofree char *shape = NULL;
  gboolean subtitles = FALSE;

  g_return_if_fail (SF_IS_CELL_GRID (self));

  shape = make_shape (corner, heads, n_columns, rows);
  if (g_strcmp0 (shape, self->shape) == 0)
    return;
  sf_cell_grid_drop_editor (self);
  g_free (self->shape);
  self->shape = g_steal_pointer (&shape);
  clear_grid (self->table);
  clear_grid (self->row_heads);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->rows, g_strdup (rows->pdata[i]));
  for (guint i = 0; i < n_columns; i++)
    subtitles |= heads[i].subtitle != NULL;
  attach_headings (self, heads, n_columns);
  attach_row_head (self, corner, HEAD_LINES, 0, TRUE);
  if (subtitles)
    attach_row_head (self, "", 1, 1, TRUE);
  attach_cells (self, heads);
  self->row = self->anchor_row = rows->len > 0 ? MIN (self->row, rows->len - 1) : 0;
  self->column = self->anchor_column = n_columns > 0 ? MIN (self->column, n_columns - 1) : 0;
}

void
sf_cell_grid_set_text (SfCellGrid *self, guint row, guint column, const char *text)
{
  SfCell *cell;

  g_return_if_fail (SF_IS_CELL_GRID (self));

  cell = sf_cell_grid_get_cell (self, row, column);
  if (cell != NULL && sf_cell_set_text (cell, text))
    name_cell (self, cell);
}

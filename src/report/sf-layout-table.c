/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Tables become strips: one for each header row, one that may be broken for each other row. */
#include <string.h>

#include "report/sf-layout-private.h"

#define PARAGRAPH_GAP 2
#define LONG_TEXT 60 /* bytes */
#define TOGETHER 0.6 /* of a page: longer tables are not kept together */

static gboolean
is_heading (const SfTableCell *cell)
{
  return cell->scope == SF_SCOPE_COLUMN || cell->scope == SF_SCOPE_ROWS;
}

/* The longest word of each column, but of cells with long text, which break anywhere well enough.
 */
static void
measure_rows (SfLayout *self, const GPtrArray *rows, double *least, guint n)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SfTableRow *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->cells->len && j < n; j++)
        {
          const SfTableCell *cell = g_ptr_array_index (row->cells, j);
          SfTextStyle style
              = { self->sheet->table_size, is_heading (cell), self->sheet->ink, SF_ALIGN_START };
          const SfProse *prose
              = cell->paragraphs->len > 0 ? g_ptr_array_index (cell->paragraphs, 0) : NULL;
          double width;

          if (cell->span > 1)
            break;
          if (prose == NULL || strlen (sf_prose_get_text (prose)) > LONG_TEXT)
            continue;
          width = sf_layout_measure_word (self, prose, &style) + 2 * self->sheet->cell_pad_x + 0.5;
          least[j] = MAX (least[j], width);
        }
    }
}

/* Gives each column its share, and those that would break a word what they need at the cost of the
 * others. If there is not room for all of that, words are broken. */
static void
get_columns (SfLayout *self, const SfBlock *block, GArray *edges)
{
  guint n = block->columns->len;
  g_autofree double *least = g_new0 (double, n), *widths = g_new0 (double, n);
  double total = 0, needed = 0, spare = 0, x = self->left;

  measure_rows (self, block->header, least, n);
  measure_rows (self, block->rows, least, n);
  for (guint i = 0; i < n; i++)
    total += g_array_index (block->columns, SfTableColumn, i).weight;
  for (guint i = 0; i < n; i++)
    {
      widths[i] = self->width * g_array_index (block->columns, SfTableColumn, i).weight / total;
      needed += MAX (least[i] - widths[i], 0);
      spare += MAX (widths[i] - least[i], 0);
    }
  g_array_append_val (edges, x);
  for (guint i = 0; i < n; i++)
    {
      if (needed > 0 && needed <= spare)
        x += widths[i] < least[i] ? least[i] : widths[i] - needed * (widths[i] - least[i]) / spare;
      else
        x += widths[i];
      g_array_append_val (edges, x);
    }
}

static GPtrArray *
layout_cell (SfLayout *self,
             const SfTableCell *cell,
             SfAlign align,
             SfOrigin *origin,
             double x,
             double width)
{
  SfTextStyle style = { self->sheet->table_size, is_heading (cell), self->sheet->ink, align };
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_line_free);

  for (guint i = 0; i < cell->paragraphs->len; i++)
    {
      g_autoptr (GPtrArray) lines = NULL;
      gpointer *taken;
      gsize n;

      origin->index = i;
      lines = sf_layout_lines (self, g_ptr_array_index (cell->paragraphs, i), &style, x, width,
                               origin);
      if (lines->len > 0)
        ((SfLine *)g_ptr_array_index (lines, 0))->gap = PARAGRAPH_GAP;
      taken = g_ptr_array_steal (lines, &n);
      for (gsize j = 0; j < n; j++)
        g_ptr_array_add (all, taken[j]);
      g_free (taken);
    }
  return all;
}

static SfStrip *
add_row (SfLayout *self,
         const SfBlock *block,
         const SfTableRow *row,
         guint index,
         gboolean in_header,
         const GArray *edges)
{
  SfStrip *strip = sf_layout_add_strip (self);
  double pad = self->sheet->cell_pad_x;
  guint column = 0;

  strip->block = block;
  strip->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < row->cells->len && column < block->columns->len; i++)
    {
      const SfTableCell *cell = g_ptr_array_index (row->cells, i);
      guint end = MIN (column + cell->span, block->columns->len);
      double from = g_array_index (edges, double, column) + pad;
      double to = g_array_index (edges, double, end) - pad;
      SfOrigin origin = {
        .block = block, .role = SF_ROLE_CELL, .in_header = in_header, .row = index, .cell = i
      };

      g_ptr_array_add (strip->cells,
                       layout_cell (self, cell,
                                    g_array_index (block->columns, SfTableColumn, column).align,
                                    &origin, from, to - from));
      if (cell->scope == SF_SCOPE_ROWS)
        strip->keep_next = TRUE;
      column = end;
    }
  strip->height = sf_row_height (self, strip);
  return strip;
}

/* A header row is never broken, so it becomes a plain strip with its fill. */
static void
set_header_row (SfLayout *self, const SfBlock *block, SfStrip *strip)
{
  SfOrigin fill = sf_layout_furniture (block);

  sf_layout_add_rect (strip->items, &fill, self->left, 0, self->width, strip->height,
                      self->sheet->head_fill);
  for (guint i = 0; i < strip->cells->len; i++)
    {
      GPtrArray *lines = g_ptr_array_index (strip->cells, i);
      double y = self->sheet->cell_pad_y;

      for (guint j = 0; j < lines->len; j++)
        {
          SfLine *line = g_ptr_array_index (lines, j);

          sf_layout_take_items (strip->items, line->items, y + (j > 0 ? line->gap : 0));
          y += line->height + (j > 0 ? line->gap : 0);
        }
    }
  g_clear_pointer (&strip->cells, g_ptr_array_unref);
  strip->keep_next = TRUE;
}

static void
keep_together (SfLayout *self, guint first)
{
  double height = 0;

  for (guint i = first; i < self->strips->len; i++)
    height += ((SfStrip *)g_ptr_array_index (self->strips, i))->height;
  if (height > (self->bottom - self->top) * TOGETHER)
    return;
  for (guint i = first; i + 1 < self->strips->len; i++)
    ((SfStrip *)g_ptr_array_index (self->strips, i))->keep_next = TRUE;
}

void
sf_layout_table (SfLayout *self, const SfBlock *block)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) header = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_strip_free);
  guint first = self->strips->len;
  SfStrip *strip = NULL;

  if (block->columns->len == 0 || block->header->len + block->rows->len == 0)
    return;
  get_columns (self, block, edges);
  for (guint i = 0; i < block->header->len; i++)
    {
      SfStrip *copy = sf_strip_new ();

      strip = add_row (self, block, g_ptr_array_index (block->header, i), i, TRUE, edges);
      set_header_row (self, block, strip);
      for (guint j = 0; j < strip->items->len; j++)
        g_ptr_array_add (copy->items, sf_item_copy (g_ptr_array_index (strip->items, j)));
      copy->height = strip->height;
      g_ptr_array_add (header, copy);
    }
  for (guint i = 0; i < block->rows->len; i++)
    {
      strip = add_row (self, block, g_ptr_array_index (block->rows, i), i, FALSE, edges);
      strip->header = g_ptr_array_ref (header);
    }
  if (block->keep_together)
    keep_together (self, first);
  strip->keep_next = FALSE;
  strip->after = self->sheet->paragraph_after + 3;
  ((SfStrip *)g_ptr_array_index (self->strips, first))->before = self->sheet->item_after;
}

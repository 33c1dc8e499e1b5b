/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-block.h"

static void
cell_free (gpointer data)
{
  SfTableCell *cell = data;

  g_ptr_array_unref (cell->paragraphs);
  g_free (cell);
}

static void
row_free (gpointer data)
{
  SfTableRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
fact_clear (gpointer data)
{
  SfTitleFact *fact = data;

  sf_prose_free (fact->label);
  sf_prose_free (fact->value);
}

static SfBlock *
block_new (SfBlockKind kind)
{
  SfBlock *self = g_new0 (SfBlock, 1);

  self->kind = kind;
  return self;
}

static GPtrArray *
new_proses (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)sf_prose_free);
}

void
sf_block_free (SfBlock *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->alternative);
  g_clear_pointer (&self->prose, sf_prose_free);
  g_clear_pointer (&self->trailing, sf_prose_free);
  g_clear_pointer (&self->foot, sf_prose_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->header, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->chart, sf_chart_free);
  g_clear_pointer (&self->picture, sf_picture_unref);
  g_clear_pointer (&self->facts, g_array_unref);
  g_clear_pointer (&self->first, g_ptr_array_unref);
  g_clear_pointer (&self->second, g_ptr_array_unref);
  g_free (self);
}

SfBlock *
sf_block_new_heading (guint level, SfProse *prose, const char *id)
{
  SfBlock *self;

  g_return_val_if_fail (level >= 1 && level <= 3, NULL);
  g_return_val_if_fail (prose != NULL, NULL);

  self = block_new (SF_BLOCK_HEADING);
  self->level = level;
  self->prose = prose;
  self->id = g_strdup (id);
  self->in_contents = TRUE;
  self->keep_with_next = TRUE;
  return self;
}

void
sf_block_set_accent (SfBlock *heading, SfColor accent)
{
  g_return_if_fail (heading != NULL && heading->kind == SF_BLOCK_HEADING);

  heading->has_accent = TRUE;
  heading->accent = accent;
}

void
sf_block_set_trailing (SfBlock *heading, SfProse *trailing)
{
  g_return_if_fail (heading != NULL && heading->kind == SF_BLOCK_HEADING);

  g_clear_pointer (&heading->trailing, sf_prose_free);
  heading->trailing = trailing;
}

SfBlock *
sf_block_new_paragraph (SfProse *prose)
{
  SfBlock *self;

  g_return_val_if_fail (prose != NULL, NULL);

  self = block_new (SF_BLOCK_PARAGRAPH);
  self->prose = prose;
  return self;
}

SfBlock *
sf_block_new_list (gboolean ordered)
{
  SfBlock *self = block_new (SF_BLOCK_LIST);

  self->ordered = ordered;
  self->items = new_proses ();
  return self;
}

void
sf_block_add_item (SfBlock *self, SfProse *item)
{
  g_return_if_fail (self != NULL && self->items != NULL);
  g_return_if_fail (item != NULL);

  g_ptr_array_add (self->items, item);
}

SfBlock *
sf_block_new_table (void)
{
  SfBlock *self = block_new (SF_BLOCK_TABLE);

  self->columns = g_array_new (FALSE, TRUE, sizeof (SfTableColumn));
  self->header = g_ptr_array_new_with_free_func (row_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
sf_block_add_column (SfBlock *table, double weight, SfAlign align)
{
  SfTableColumn column = { weight, align };

  g_return_if_fail (table != NULL && table->kind == SF_BLOCK_TABLE);
  g_return_if_fail (weight > 0);

  g_array_append_val (table->columns, column);
}

void
sf_block_set_name (SfBlock *table, const char *name)
{
  g_return_if_fail (table != NULL && table->kind == SF_BLOCK_TABLE);

  g_free (table->alternative);
  table->alternative = g_strdup (name);
}

static SfTableRow *
add_row (GPtrArray *rows)
{
  SfTableRow *row = g_new0 (SfTableRow, 1);

  row->cells = g_ptr_array_new_with_free_func (cell_free);
  g_ptr_array_add (rows, row);
  return row;
}

SfTableRow *
sf_block_add_header_row (SfBlock *table)
{
  g_return_val_if_fail (table != NULL && table->kind == SF_BLOCK_TABLE, NULL);

  return add_row (table->header);
}

SfTableRow *
sf_block_add_row (SfBlock *table)
{
  g_return_val_if_fail (table != NULL && table->kind == SF_BLOCK_TABLE, NULL);

  return add_row (table->rows);
}

SfTableCell *
sf_table_row_add_cell (SfTableRow *self, SfProse *prose, SfScope scope)
{
  return sf_table_row_add_spanning_cell (self, prose, scope, 1);
}

SfTableCell *
sf_table_row_add_spanning_cell (SfTableRow *self, SfProse *prose, SfScope scope, guint span)
{
  SfTableCell *cell;

  g_return_val_if_fail (self != NULL && span > 0, NULL);

  cell = g_new0 (SfTableCell, 1);
  cell->paragraphs = new_proses ();
  cell->scope = scope;
  cell->span = span;
  if (prose != NULL)
    g_ptr_array_add (cell->paragraphs, prose);
  g_ptr_array_add (self->cells, cell);
  return cell;
}

void
sf_table_cell_add_paragraph (SfTableCell *self, SfProse *prose)
{
  g_return_if_fail (self != NULL && prose != NULL);

  g_ptr_array_add (self->paragraphs, prose);
}

SfBlock *
sf_block_new_figure (SfChart *chart, const char *alternative, SfProse *caption)
{
  SfBlock *self;

  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail (alternative != NULL && *alternative != '\0', NULL);

  self = block_new (SF_BLOCK_FIGURE);
  self->chart = chart;
  self->alternative = g_strdup (alternative);
  self->prose = caption;
  return self;
}

SfBlock *
sf_block_new_picture (SfPicture *picture, const char *alternative, SfProse *caption)
{
  SfBlock *self;

  g_return_val_if_fail (picture != NULL, NULL);
  g_return_val_if_fail (alternative != NULL && *alternative != '\0', NULL);

  self = block_new (SF_BLOCK_PICTURE);
  self->picture = picture;
  self->alternative = g_strdup (alternative);
  self->prose = caption;
  return self;
}

SfBlock *
sf_block_new_note (SfProse *title)
{
  SfBlock *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = block_new (SF_BLOCK_NOTE);
  self->prose = title;
  self->items = new_proses ();
  return self;
}

SfBlock *
sf_block_new_sign_off (SfProse *sentence)
{
  SfBlock *self;

  g_return_val_if_fail (sentence != NULL, NULL);

  self = block_new (SF_BLOCK_SIGN_OFF);
  self->prose = sentence;
  self->items = new_proses ();
  self->keep_together = TRUE;
  return self;
}

SfBlock *
sf_block_new_title (SfProse *title, SfProse *foot)
{
  SfBlock *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = block_new (SF_BLOCK_TITLE);
  self->prose = title;
  self->items = new_proses ();
  self->facts = g_array_new (FALSE, TRUE, sizeof (SfTitleFact));
  g_array_set_clear_func (self->facts, fact_clear);
  self->foot = foot;
  return self;
}

void
sf_block_add_fact (SfBlock *title, const char *label, SfProse *value)
{
  SfTitleFact fact;

  g_return_if_fail (title != NULL && title->kind == SF_BLOCK_TITLE);
  g_return_if_fail (label != NULL && value != NULL);

  fact.label = sf_prose_new (label);
  fact.value = value;
  g_array_append_val (title->facts, fact);
}

SfBlock *
sf_block_new_contents (guint deepest)
{
  SfBlock *self;

  g_return_val_if_fail (deepest >= 1 && deepest <= 3, NULL);

  self = block_new (SF_BLOCK_CONTENTS);
  self->deepest = deepest;
  return self;
}

SfBlock *
sf_block_new_pair (double first_weight)
{
  SfBlock *self;

  g_return_val_if_fail (first_weight >= 0.2 && first_weight <= 0.8, NULL);

  self = block_new (SF_BLOCK_PAIR);
  self->first_weight = first_weight;
  self->first = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_block_free);
  self->second = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_block_free);
  return self;
}

static gboolean
may_stand_in_pair (const SfBlock *child)
{
  return child->kind != SF_BLOCK_TITLE && child->kind != SF_BLOCK_CONTENTS
         && child->kind != SF_BLOCK_PAGE_BREAK && child->kind != SF_BLOCK_PAIR;
}

void
sf_block_add_first (SfBlock *pair, SfBlock *child)
{
  g_return_if_fail (pair != NULL && pair->kind == SF_BLOCK_PAIR);
  g_return_if_fail (child != NULL && may_stand_in_pair (child));

  g_ptr_array_add (pair->first, child);
}

void
sf_block_add_second (SfBlock *pair, SfBlock *child)
{
  g_return_if_fail (pair != NULL && pair->kind == SF_BLOCK_PAIR);
  g_return_if_fail (child != NULL && may_stand_in_pair (child));

  g_ptr_array_add (pair->second, child);
}

SfBlock *
sf_block_new_page_break (void)
{
  return block_new (SF_BLOCK_PAGE_BREAK);
}

guint
sf_outline_add (SfOutline *self, const SfBlock *heading)
{
  guint level = CLAMP (heading->level, 1, G_N_ELEMENTS (self->levels));

  while (self->n > 0 && self->levels[self->n - 1] >= level)
    self->n--;
  self->levels[self->n++] = level;
  return self->n;
}

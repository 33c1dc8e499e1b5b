/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-tables.h"

#include <string.h>

#include "report/sf-write-private.h"

void
sf_table_free (SfTable *self)
{
  if (self->owned)
    sf_block_free (self->block);
  g_free (self->title);
  g_free (self->name);
  g_free (self);
}

static void
add_table (GPtrArray *tables, const char *title, SfBlock *block, gboolean owned)
{
  SfTable *table = g_new0 (SfTable, 1);

  table->title = g_strdup (title);
  table->name = g_strdup (block->alternative);
  table->block = block;
  table->owned = owned;
  g_ptr_array_add (tables, table);
}

static void
collect (GPtrArray *blocks, const char **title, GPtrArray *tables)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      SfBlock *block = blocks->pdata[i];

      if (block->kind == SF_BLOCK_HEADING)
        *title = sf_prose_get_text (block->prose);
      else if (block->kind == SF_BLOCK_TABLE)
        add_table (tables, *title, block, FALSE);
      else if (block->kind == SF_BLOCK_FIGURE && block->chart != NULL)
        {
          SfBlock *table = sf_write_tabulate_chart (block);

          if (table != NULL)
            add_table (tables, *title, table, TRUE);
        }
      collect (block->first, title, tables);
      collect (block->second, title, tables);
    }
}

GPtrArray *
sf_document_list_tables (SfDocument *document)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_table_free);
  const char *title;

  g_return_val_if_fail (SF_IS_DOCUMENT (document), tables);

  title = sf_document_get_title (document);
  collect (sf_document_get_blocks (document), &title, tables);
  return tables;
}

char *
sf_table_cell_to_text (const SfTableCell *cell)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cell->paragraphs->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            sf_prose_get_text (cell->paragraphs->pdata[i]));
  return g_string_free (text, FALSE);
}

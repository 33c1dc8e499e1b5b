/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-document-walk.h"

typedef struct
{
  SfDocumentTextFunc func;
  gpointer data;
} Walk;

static void
visit (const Walk *walk, const SfBlock *block, const SfProse *prose)
{
  if (prose != NULL)
    walk->func (sf_prose_get_text (prose), block, walk->data);
}

static void
visit_all (const Walk *walk, const SfBlock *block, GPtrArray *proses)
{
  for (guint i = 0; proses != NULL && i < proses->len; i++)
    visit (walk, block, proses->pdata[i]);
}

static void
visit_rows (const Walk *walk, const SfBlock *block, GPtrArray *rows)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SfTableRow *row = rows->pdata[i];

      for (guint k = 0; k < row->cells->len; k++)
        visit_all (walk, block, ((SfTableCell *)row->cells->pdata[k])->paragraphs);
    }
}

static void
visit_blocks (const Walk *walk, GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const SfBlock *block = blocks->pdata[i];

      visit (walk, block, block->prose);
      visit (walk, block, block->trailing);
      if (block->alternative != NULL)
        walk->func (block->alternative, block, walk->data);
      for (guint k = 0; block->facts != NULL && k < block->facts->len; k++)
        {
          const SfTitleFact *fact = &g_array_index (block->facts, SfTitleFact, k);

          visit (walk, block, fact->label);
          visit (walk, block, fact->value);
        }
      visit_all (walk, block, block->items);
      visit_rows (walk, block, block->header);
      visit_rows (walk, block, block->rows);
      visit (walk, block, block->foot);
      visit_blocks (walk, block->first);
      visit_blocks (walk, block->second);
    }
}

void
sf_document_foreach_text (SfDocument *document, SfDocumentTextFunc func, gpointer data)
{
  const Walk walk = { func, data };

  g_return_if_fail (SF_IS_DOCUMENT (document) && func != NULL);

  visit_blocks (&walk, sf_document_get_blocks (document));
}

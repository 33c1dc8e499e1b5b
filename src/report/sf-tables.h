/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-document.h"

G_BEGIN_DECLS

/**
 * SfTable:
 * @title: the heading that it stands under
 * @name: (nullable): what it is, where its block says so
 * @block: its cells
 *
 * A table of a document, on its own.
 */
typedef struct
{
  char *title;
  char *name;
  SfBlock *block;
  gboolean owned;
} SfTable;

void sf_table_free (SfTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfTable, sf_table_free)

/**
 * sf_document_list_tables:
 *
 * Returns: (transfer full) (element-type SfTable): its tables in reading order, and its charts as
 *   tables of their values; they live as long as @document. The array frees its elements
 */
GPtrArray *sf_document_list_tables (SfDocument *document);

/* (transfer full): a cell's paragraphs, one in each line */
char *sf_table_cell_to_text (const SfTableCell *cell);

G_END_DECLS

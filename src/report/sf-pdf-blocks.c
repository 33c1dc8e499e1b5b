/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Blocks become elements of the PDF's structure. */
#include "report/sf-pdf-structure.h"
#include "report/sf-pdf-syntax.h"

#define DROPS(which) SF_PDF_DROPS (self->drop, which)
#define MAX_LEVEL 3

typedef struct
{
  SfPdfStructure *structure;
  SfDocument *document;
  guint64 drop;
  SfOutline outline;
} Maker;

static void add_blocks (Maker *self, SfPdfElement *parent, GPtrArray *blocks);

static SfPdfElement *
add_element (Maker *self, SfPdfElement *parent, const char *type)
{
  return sf_pdf_element_new (self->structure, parent, type);
}

static void
add_place (Maker *self, SfOrigin origin, SfPdfElement *element)
{
  sf_pdf_structure_add_place (self->structure, origin, element);
}

/* An element that holds one prose of a block. */
static void
add_text (Maker *self,
          SfPdfElement *parent,
          const char *type,
          const SfBlock *block,
          SfRole role,
          guint index)
{
  add_place (self, (SfOrigin){ .block = block, .role = role, .index = index },
             add_element (self, parent, type));
}

/* --- headings, lists, figures ----------------------------------------------------------------- */

static const char *
get_heading_type (Maker *self, const SfBlock *block)
{
  static const char *const types[] = { "H1", "H2", "H3" };
  guint level = sf_outline_add (&self->outline, block);

  if (DROPS (HEADINGS))
    return "P";
  return types[DROPS (HEADING_ORDER) && level > 1 ? MAX_LEVEL - 1 : level - 1];
}

/* What stands at the end of its line comes after all lines of its words. */
static void
add_heading (Maker *self, SfPdfElement *parent, const SfBlock *block)
{
  SfPdfElement *heading = add_element (self, parent, get_heading_type (self, block));

  if (block->trailing == NULL)
    {
      add_place (self, (SfOrigin){ .block = block, .role = SF_ROLE_PROSE }, heading);
      return;
    }
  add_text (self, heading, "Span", block, SF_ROLE_PROSE, 0);
  add_text (self, heading, "Span", block, SF_ROLE_TRAILING, 0);
}

static SfPdfElement *
add_list_element (Maker *self, SfPdfElement *parent, const char *numbering)
{
  SfPdfElement *list = add_element (self, parent, DROPS (LISTS) ? "Div" : "L");
  g_autofree char *attributes = g_strconcat ("/O/List/ListNumbering/", numbering, NULL);

  if (!DROPS (NUMBERING))
    sf_pdf_element_add_attributes (list, attributes);
  return list;
}

static void
add_list_item (
    Maker *self, SfPdfElement *list, const SfBlock *block, SfRole label, SfRole body, guint index)
{
  SfPdfElement *item = add_element (self, list, DROPS (LISTS) ? "Div" : "LI");

  if (DROPS (LISTS))
    {
      add_text (self, item, "Span", block, label, index);
      add_text (self, item, "P", block, body, index);
      return;
    }
  add_text (self, item, DROPS (LABELS) ? "LBody" : "Lbl", block, label, index);
  add_text (self, item, "LBody", block, body, index);
}

static void
add_list (Maker *self, SfPdfElement *parent, const SfBlock *block)
{
  SfPdfElement *list = add_list_element (self, parent, block->ordered ? "Decimal" : "Disc");

  for (guint i = 0; i < block->items->len; i++)
    add_list_item (self, list, block, SF_ROLE_LABEL, SF_ROLE_ITEM, i);
}

/* The caption is no part of the figure, whose place its alternative text takes. */
static void
add_figure (Maker *self, SfPdfElement *parent, const SfBlock *block)
{
  SfPdfElement *around = block->prose != NULL ? add_element (self, parent, "Div") : parent;
  SfPdfElement *figure = add_element (self, around, DROPS (FIGURES) ? "P" : "Figure");

  if (!DROPS (ALTERNATIVE))
    sf_pdf_element_add_entry (figure, "Alt", block->alternative);
  add_place (self, (SfOrigin){ .block = block, .role = SF_ROLE_FIGURE }, figure);
  if (block->prose != NULL)
    add_text (self, around, DROPS (CAPTION) ? "P" : "Caption", block, SF_ROLE_PROSE, 0);
}

/* --- title page, note, sign-off ----------------------------------------------------------------
 */

static void
add_title (Maker *self, SfPdfElement *parent, const SfBlock *block)
{
  SfPdfElement *list;

  add_text (self, parent, "P", block, SF_ROLE_PROSE, 0);
  for (guint i = 0; i < block->items->len; i++)
    add_text (self, parent, "P", block, SF_ROLE_ITEM, i);
  /* Its labels are words, as in a list of definitions. */
  list = add_list_element (self, parent, "None");
  for (guint i = 0; i < block->facts->len; i++)
    add_list_item (self, list, block, SF_ROLE_FACT_LABEL, SF_ROLE_FACT_VALUE, i);
  add_text (self, parent, "P", block, SF_ROLE_FOOT, 0);
}

static void
add_lines (Maker *self, SfPdfElement *parent, const SfBlock *block)
{
  add_text (self, parent, "P", block, SF_ROLE_PROSE, 0);
  for (guint i = 0; i < block->items->len; i++)
    add_text (self, parent, "P", block, SF_ROLE_ITEM, i);
}

static void
add_note (Maker *self, SfPdfElement *parent, const SfBlock *block)
{
  SfPdfElement *note = add_element (self, parent, DROPS (NOTE) ? "Div" : "Note");

  if (!DROPS (NOTE_ID))
    sf_pdf_element_set_id (self->structure, note);
  add_lines (self, note, block);
}

/* --- contents list ------------------------------------------------------------------------------
 */

/* A list of entries that is open: its last entry, and how deep that one's heading is. */
typedef struct
{
  SfPdfElement *list;
  SfPdfElement *entry;
  guint level;
} OpenList;

typedef struct
{
  const SfBlock *block;
  OpenList open[MAX_LEVEL]; /* each within the last entry of the one before */
  guint n;
  guint index;
} Contents;

/* Opens or closes lists, so that a deeper heading's entry is in a list in the entry above it. */
static OpenList *
get_entry_list (Maker *self, Contents *contents, guint level)
{
  OpenList *last;

  while (contents->n > 1 && contents->open[contents->n - 2].level >= level)
    contents->n--;
  last = &contents->open[contents->n - 1];
  if (last->entry == NULL || last->level >= level || contents->n == MAX_LEVEL)
    return last;
  contents->open[contents->n++]
      = (OpenList){ .list
                    = add_element (self, last->entry, DROPS (CONTENTS_LIST) ? "Div" : "TOC") };
  return last + 1;
}

static void
add_entry (Maker *self, Contents *contents, const SfBlock *heading)
{
  OpenList *open = get_entry_list (self, contents, heading->level);
  SfPdfElement *entry = add_element (self, open->list, DROPS (CONTENTS_LIST) ? "P" : "TOCI");
  SfPdfElement *link
      = add_element (self, add_element (self, entry, "Reference"), DROPS (LINK) ? "Span" : "Link");
  SfOrigin origin = { .block = contents->block, .role = SF_ROLE_ENTRY, .index = contents->index++ };

  link->heading = heading;
  open->entry = entry;
  open->level = heading->level;
  add_place (self, origin, link);
  origin.role = SF_ROLE_ENTRY_PAGE;
  add_place (self, origin, link);
}

/* In the order in which the layout counts them. */
static void
add_entries (Maker *self, Contents *contents, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const SfBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == SF_BLOCK_HEADING && block->in_contents
          && block->level <= contents->block->deepest)
        add_entry (self, contents, block);
      else if (block->kind == SF_BLOCK_PAIR)
        {
          add_entries (self, contents, block->first);
          add_entries (self, contents, block->second);
        }
    }
}

static void
add_contents (Maker *self, SfPdfElement *parent, const SfBlock *block)
{
  Contents contents = { .block = block, .n = 1 };

  contents.open[0].list = add_element (self, parent, DROPS (CONTENTS_LIST) ? "Div" : "TOC");
  add_entries (self, &contents, sf_document_get_blocks (self->document));
}

/* --- tables ----------------------------------------------------------------------------------- */

static void
add_cell_attributes (Maker *self, SfPdfElement *element, SfScope scope, guint span)
{
  static const char *const names[] = { NULL, "Column", "Row", "Column" };
  g_autoptr (GString) attributes = g_string_new (NULL);

  if (scope != SF_SCOPE_NONE && !DROPS (SCOPE))
    g_string_append_printf (attributes, "/Scope/%s", names[scope]);
  if (span > 1 && !DROPS (COLUMN_SPAN))
    g_string_append_printf (attributes, "/ColSpan %u", span);
  if (attributes->len == 0)
    return;
  g_string_prepend (attributes, "/O/Table");
  sf_pdf_element_add_attributes (element, attributes->str);
}

static void
add_cell (
    Maker *self, SfPdfElement *row, const SfTableCell *cell, const SfOrigin *origin, guint span)
{
  gboolean head = cell->scope != SF_SCOPE_NONE && !DROPS (HEADER_CELLS);
  SfPdfElement *element = add_element (self, row, head ? "TH" : "TD");

  element->keep = !DROPS (EMPTY_CELLS);
  add_cell_attributes (self, element, head ? cell->scope : SF_SCOPE_NONE, span);
  for (guint i = 0; i < cell->paragraphs->len; i++)
    {
      SfOrigin place = *origin;

      place.index = i;
      add_place (self, place,
                 cell->paragraphs->len > 1 ? add_element (self, element, "P") : element);
    }
}

/* Cells as the layout sets them; what a row lacks is filled up, so that all rows are as wide. */
static void
add_row (Maker *self,
         SfPdfElement *parent,
         const SfBlock *block,
         const SfTableRow *row,
         guint index,
         gboolean in_header)
{
  SfPdfElement *element = add_element (self, parent, "TR");
  guint column = 0, n = block->columns->len;

  for (guint i = 0; i < row->cells->len && column < n; i++)
    {
      const SfTableCell *cell = g_ptr_array_index (row->cells, i);
      SfOrigin origin = {
        .block = block, .role = SF_ROLE_CELL, .in_header = in_header, .row = index, .cell = i
      };
      guint span = MIN (MAX (cell->span, 1), n - column);

      add_cell (self, element, cell, &origin, span);
      column += span;
    }
  if (column < n)
    {
      SfPdfElement *rest = add_element (self, element, "TD");

      rest->keep = !DROPS (EMPTY_CELLS);
      add_cell_attributes (self, rest, SF_SCOPE_NONE, n - column);
    }
}

static gboolean
begins_group (const SfTableRow *row)
{
  return row->cells->len > 0 && ((SfTableCell *)row->cells->pdata[0])->scope == SF_SCOPE_ROWS;
}

static void
add_summary (SfPdfElement *table, const char *name)
{
  g_autoptr (GString) attributes = g_string_new ("/O/Table/Summary");

  sf_pdf_add_text (attributes, name);
  sf_pdf_element_add_attributes (table, attributes->str);
}

/* What heads the rows below it begins a body of its own. A head must not be alone. */
static void
add_table (Maker *self, SfPdfElement *parent, const SfBlock *block)
{
  SfPdfElement *table, *part;

  if (block->columns->len == 0 || block->header->len + block->rows->len == 0)
    return;
  table = add_element (self, parent, "Table");
  if (block->alternative != NULL && !DROPS (SUMMARY))
    add_summary (table, block->alternative);
  if (block->header->len > 0)
    {
      part = add_element (self, table,
                          DROPS (TABLE_HEAD) || block->rows->len == 0 ? "TBody" : "THead");
      for (guint i = 0; i < block->header->len; i++)
        add_row (self, part, block, g_ptr_array_index (block->header, i), i, TRUE);
    }
  part = NULL;
  for (guint i = 0; i < block->rows->len; i++)
    {
      const SfTableRow *row = g_ptr_array_index (block->rows, i);

      if (part == NULL || begins_group (row))
        part = add_element (self, table, "TBody");
      add_row (self, part, block, row, i, FALSE);
    }
}

/* ------------------------------------------------------------------------------------------------
 */

static void
add_block (Maker *self, SfPdfElement *parent, const SfBlock *block)
{
  switch (block->kind)
    {
    case SF_BLOCK_TITLE:
      add_title (self, parent, block);
      break;
    case SF_BLOCK_HEADING:
      add_heading (self, parent, block);
      break;
    case SF_BLOCK_PARAGRAPH:
      add_text (self, parent, "P", block, SF_ROLE_PROSE, 0);
      break;
    case SF_BLOCK_LIST:
      add_list (self, parent, block);
      break;
    case SF_BLOCK_TABLE:
      add_table (self, parent, block);
      break;
    case SF_BLOCK_FIGURE:
    case SF_BLOCK_PICTURE:
      add_figure (self, parent, block);
      break;
    case SF_BLOCK_NOTE:
      add_note (self, parent, block);
      break;
    case SF_BLOCK_SIGN_OFF:
      add_lines (self, parent, block);
      break;
    case SF_BLOCK_CONTENTS:
      add_contents (self, parent, block);
      break;
    case SF_BLOCK_PAIR:
      add_blocks (self, parent, block->first);
      add_blocks (self, parent, block->second);
      break;
    case SF_BLOCK_PAGE_BREAK:
    default:
      break;
    }
}

static void
add_blocks (Maker *self, SfPdfElement *parent, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    add_block (self, parent, g_ptr_array_index (blocks, i));
}

void
sf_pdf_structure_add_blocks (SfPdfStructure *structure, SfDocument *document)
{
  Maker self = { structure, document, sf_pdf_structure_get_drop (structure), { { 0 }, 0 } };

  add_blocks (&self, sf_pdf_structure_get_root (structure), sf_document_get_blocks (document));
}

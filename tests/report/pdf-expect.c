/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the structure of a document's PDF should be, from its blocks and the design alone. */
#include "pdf-check.h"

#include <string.h>

typedef struct
{
  SfDisplayList *list;
  GString *out;
  GArray *levels; /* of the headings before */
} Expect;

static void expect_blocks (Expect *self, GPtrArray *blocks, guint depth);

static gboolean
is_link (Expect *self, const SfSpan *span)
{
  const SfAnchor *anchors;
  guint n;

  if (span->kind == SF_SPAN_WEB)
    return TRUE;
  if (span->kind != SF_SPAN_LINK)
    return FALSE;
  anchors = sf_display_list_get_anchors (self->list, &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (anchors[i].heading->id, span->target) == 0)
      return TRUE;
  return FALSE;
}

/* The end of a line is heard as a space. */
static void
add_text (Expect *self, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (*at != '\n')
      g_string_append_c (self->out, *at);
    else if (at[1] != '\n')
      g_string_append_c (self->out, ' ');
}

static void
add_prose (Expect *self, const SfProse *prose)
{
  for (guint i = 0; i < sf_prose_get_n_spans (prose); i++)
    {
      const SfSpan *span = sf_prose_get_span (prose, i);
      gboolean link = is_link (self, span);

      if (link)
        g_string_append (self->out, "[link:");
      if (span->language != NULL)
        g_string_append_printf (self->out, "[%s:", span->language);
      add_text (self, span->text);
      if (span->language != NULL)
        g_string_append_c (self->out, ']');
      if (link)
        g_string_append_c (self->out, ']');
    }
}

static gboolean
is_empty (const SfProse *prose)
{
  return prose == NULL || *sf_prose_get_text (prose) == '\0';
}

static void
expect (Expect *self, guint depth, const char *type, const SfProse *prose)
{
  g_string_append_printf (self->out, "%*s%s", (int)depth * 2, "", type);
  if (!is_empty (prose))
    {
      g_string_append (self->out, ": ");
      add_prose (self, prose);
    }
  g_string_append_c (self->out, '\n');
}

static void
expect_text (Expect *self, guint depth, const char *type, const SfProse *prose)
{
  if (!is_empty (prose))
    expect (self, depth, type, prose);
}

/* --- blocks ----------------------------------------------------------------------------------- */

/* One more than the headings that it stands under. */
static guint
get_level (Expect *self, guint size)
{
  guint level = 1, least = size;

  for (guint i = self->levels->len; i > 0; i--)
    if (g_array_index (self->levels, guint, i - 1) < least)
      {
        least = g_array_index (self->levels, guint, i - 1);
        level++;
      }
  g_array_append_val (self->levels, size);
  return level;
}

static void
expect_heading (Expect *self, const SfBlock *block, guint depth)
{
  g_string_append_printf (self->out, "%*sH%u: ", (int)depth * 2, "",
                          get_level (self, block->level));
  add_prose (self, block->prose);
  if (block->trailing != NULL)
    {
      g_string_append_c (self->out, ' ');
      add_prose (self, block->trailing);
    }
  g_string_append_c (self->out, '\n');
}

static void
expect_list (Expect *self, const SfBlock *block, guint depth)
{
  expect (self, depth, block->ordered ? "L ListNumbering=Decimal" : "L ListNumbering=Disc", NULL);
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *label = block->ordered ? g_strdup_printf ("%u.", i + 1) : g_strdup ("•");
      g_autoptr (SfProse) prose = sf_prose_new (label);

      expect (self, depth + 1, "LI", NULL);
      expect (self, depth + 2, "Lbl", prose);
      expect (self, depth + 2, "LBody", block->items->pdata[i]);
    }
}

static void
expect_title (Expect *self, const SfBlock *block, guint depth)
{
  expect_text (self, depth, "P", block->prose);
  for (guint i = 0; i < block->items->len; i++)
    expect_text (self, depth, "P", block->items->pdata[i]);
  if (block->facts->len > 0)
    expect (self, depth, "L ListNumbering=None", NULL);
  for (guint i = 0; i < block->facts->len; i++)
    {
      const SfTitleFact *fact = &g_array_index (block->facts, SfTitleFact, i);

      expect (self, depth + 1, "LI", NULL);
      expect_text (self, depth + 2, "Lbl", fact->label);
      expect_text (self, depth + 2, "LBody", fact->value);
    }
  expect_text (self, depth, "P", block->foot);
}

static void
expect_lines (Expect *self, const SfBlock *block, guint depth)
{
  expect_text (self, depth, "P", block->prose);
  for (guint i = 0; i < block->items->len; i++)
    expect_text (self, depth, "P", block->items->pdata[i]);
}

static void
expect_figure (Expect *self, const SfBlock *block, guint depth)
{
  if (block->prose != NULL)
    expect (self, depth++, "Div", NULL);
  g_string_append_printf (self->out, "%*sFigure Alt=%s\n", (int)depth * 2, "", block->alternative);
  expect_text (self, depth, "Caption", block->prose);
}

/* --- tables ----------------------------------------------------------------------------------- */

static guint
expect_cell (Expect *self, const SfTableCell *cell, guint room, guint depth)
{
  static const char *const kinds[] = { "TD", "TH Scope=Column", "TH Scope=Row", "TH Scope=Column" };
  guint span = MIN (cell->span, room);
  g_autofree char *type = span > 1 ? g_strdup_printf ("%s ColSpan=%u", kinds[cell->scope], span)
                                   : g_strdup (kinds[cell->scope]);

  expect (self, depth, type, cell->paragraphs->len == 1 ? cell->paragraphs->pdata[0] : NULL);
  for (guint i = 0; cell->paragraphs->len > 1 && i < cell->paragraphs->len; i++)
    expect_text (self, depth + 1, "P", cell->paragraphs->pdata[i]);
  return span;
}

static void
expect_row (Expect *self, const SfBlock *table, const SfTableRow *row, guint depth)
{
  guint column = 0, n = table->columns->len;

  expect (self, depth, "TR", NULL);
  for (guint i = 0; i < row->cells->len && column < n; i++)
    column += expect_cell (self, row->cells->pdata[i], n - column, depth + 1);
  if (column + 1 < n)
    {
      g_autofree char *type = g_strdup_printf ("TD ColSpan=%u", n - column);

      expect (self, depth + 1, type, NULL);
    }
  else if (column < n)
    expect (self, depth + 1, "TD", NULL);
}

static void
expect_table (Expect *self, const SfBlock *block, guint depth)
{
  g_autofree char *type = block->alternative != NULL
                              ? g_strconcat ("Table Summary=", block->alternative, NULL)
                              : g_strdup ("Table");

  expect (self, depth, type, NULL);
  for (guint i = 0; i < block->header->len; i++)
    {
      if (i == 0)
        expect (self, depth + 1, block->rows->len > 0 ? "THead" : "TBody", NULL);
      expect_row (self, block, block->header->pdata[i], depth + 2);
    }
  for (guint i = 0; i < block->rows->len; i++)
    {
      const SfTableRow *row = block->rows->pdata[i];

      if (i == 0 || ((SfTableCell *)row->cells->pdata[0])->scope == SF_SCOPE_ROWS)
        expect (self, depth + 1, "TBody", NULL);
      expect_row (self, block, row, depth + 2);
    }
}

/* --- contents --------------------------------------------------------------------------------- */

/* Entries of one level and what is beneath each. */
static guint
expect_entries (Expect *self, GPtrArray *headings, guint i, guint level, guint depth)
{
  expect (self, depth, "TOC", NULL);
  while (i < headings->len && ((SfBlock *)headings->pdata[i])->level >= level)
    {
      const SfBlock *heading = headings->pdata[i++];

      g_string_append_printf (self->out, "%*sTOCI: [link:", (int)depth * 2 + 2, "");
      add_text (self, sf_prose_get_text (heading->prose));
      g_string_append_printf (self->out, " %u]\n",
                              sf_display_list_find_anchor (self->list, heading)->page + 1);
      if (i < headings->len && ((SfBlock *)headings->pdata[i])->level > heading->level)
        i = expect_entries (self, headings, i, heading->level + 1, depth + 2);
    }
  return i;
}

static void
list_headings (GPtrArray *blocks, guint deepest, GPtrArray *found)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      SfBlock *block = blocks->pdata[i];

      if (block->kind == SF_BLOCK_HEADING && block->in_contents && block->level <= deepest)
        g_ptr_array_add (found, block);
      else if (block->kind == SF_BLOCK_PAIR)
        {
          list_headings (block->first, deepest, found);
          list_headings (block->second, deepest, found);
        }
    }
}

static void
expect_contents (Expect *self, const SfBlock *block, guint depth)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  list_headings (sf_document_get_blocks (sf_display_list_get_document (self->list)), block->deepest,
                 headings);
  if (headings->len > 0)
    expect_entries (self, headings, 0, 1, depth);
}

static void
expect_block (Expect *self, const SfBlock *block, guint depth)
{
  if (block->kind == SF_BLOCK_TITLE)
    expect_title (self, block, depth);
  else if (block->kind == SF_BLOCK_HEADING)
    expect_heading (self, block, depth);
  else if (block->kind == SF_BLOCK_PARAGRAPH)
    expect_text (self, depth, "P", block->prose);
  else if (block->kind == SF_BLOCK_LIST)
    expect_list (self, block, depth);
  else if (block->kind == SF_BLOCK_TABLE)
    expect_table (self, block, depth);
  else if (block->kind == SF_BLOCK_FIGURE || block->kind == SF_BLOCK_PICTURE)
    expect_figure (self, block, depth);
  else if (block->kind == SF_BLOCK_CONTENTS)
    expect_contents (self, block, depth);
  else if (block->kind == SF_BLOCK_SIGN_OFF)
    expect_lines (self, block, depth);
  else if (block->kind == SF_BLOCK_NOTE)
    {
      expect (self, depth, "Note", NULL);
      expect_lines (self, block, depth + 1);
    }
  else if (block->kind == SF_BLOCK_PAIR)
    {
      expect_blocks (self, block->first, depth);
      expect_blocks (self, block->second, depth);
    }
  else
    g_assert_cmpint (block->kind, ==, SF_BLOCK_PAGE_BREAK);
}

static void
expect_blocks (Expect *self, GPtrArray *blocks, guint depth)
{
  for (guint i = 0; i < blocks->len; i++)
    expect_block (self, blocks->pdata[i], depth);
}

char *
check_expect_structure (SfDisplayList *list)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (guint));
  Expect self = { list, g_string_new ("Document\n"), levels };

  expect_blocks (&self, sf_document_get_blocks (sf_display_list_get_document (list)), 1);
  return g_string_free (self.out, FALSE);
}

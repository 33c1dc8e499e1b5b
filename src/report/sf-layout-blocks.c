/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Blocks become strips. */
#include "report/sf-layout-private.h"

#define ACCENT_WIDTH 5
#define ACCENT_GAP 9
#define LABEL_WIDTH 1.5 /* of a list's bullets, in sizes of the text */
#define NOTE_PAD 8
#define NOTE_INDENT 14
#define NUMBER_WIDTH 2.6 /* of a contents list's page numbers, in sizes of the text */

SfStrip *
sf_strip_new (void)
{
  SfStrip *self = g_new0 (SfStrip, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_item_free);
  return self;
}

void
sf_strip_free (SfStrip *self)
{
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->header, g_ptr_array_unref);
  g_clear_pointer (&self->anchors, g_array_unref);
  g_free (self);
}

SfStrip *
sf_layout_add_strip (SfLayout *self)
{
  SfStrip *strip = sf_strip_new ();

  g_ptr_array_add (self->strips, strip);
  return strip;
}

static SfTextStyle
get_body_style (const SfLayout *self)
{
  return (SfTextStyle){ self->sheet->size, FALSE, self->sheet->ink, SF_ALIGN_START };
}

static SfStrip *
add_space (SfLayout *self, double height)
{
  SfStrip *strip = sf_layout_add_strip (self);

  strip->height = height;
  strip->keep_next = TRUE;
  return strip;
}

/* Each line is a strip; the first two stay together, and so do the last two. Returns the first
 * strip, or NULL if there are no lines. */
static SfStrip *
add_lines (SfLayout *self, GPtrArray *lines, double before, double after, gboolean together)
{
  SfStrip *first = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      SfLine *line = g_ptr_array_index (lines, i);
      SfStrip *strip = sf_layout_add_strip (self);

      sf_layout_take_items (strip->items, line->items, 0);
      strip->height = line->height;
      strip->before = i == 0 ? before : 0;
      strip->after = i + 1 == lines->len ? after : 0;
      strip->keep_next = i + 1 < lines->len && (together || i == 0 || i + 2 == lines->len);
      if (first == NULL)
        first = strip;
    }
  return first;
}

static SfStrip *
add_prose (SfLayout *self,
           const SfProse *prose,
           const SfTextStyle *style,
           const SfOrigin *origin,
           double indent,
           double before,
           double after,
           gboolean together)
{
  g_autoptr (GPtrArray) lines
      = sf_layout_lines (self, prose, style, self->left + indent, self->width - indent, origin);

  return add_lines (self, lines, before, after, together);
}

static SfStrip *
get_last (SfLayout *self)
{
  return g_ptr_array_index (self->strips, self->strips->len - 1);
}

/* --- headings, paragraphs, lists ------------------------------------------------------------- */

static void
add_anchor (SfStrip *strip, const SfBlock *heading)
{
  SfStripAnchor anchor = { heading, 0 };

  strip->anchors = g_array_new (FALSE, FALSE, sizeof (SfStripAnchor));
  g_array_append_val (strip->anchors, anchor);
}

/* Sets what stands at the end of the heading's line on the heading's baseline. */
static void
add_trailing (SfLayout *self, const SfBlock *block, SfStrip *first, double baseline, double width)
{
  SfOrigin origin = { .block = block, .role = SF_ROLE_TRAILING };
  SfTextStyle style = get_body_style (self);
  g_autoptr (GPtrArray) lines = NULL;
  double y;

  style.align = SF_ALIGN_END;
  lines = sf_layout_lines (self, block->trailing, &style, self->left + self->width - width, width,
                           &origin);
  if (lines->len == 0)
    return;
  y = baseline - ((SfLine *)g_ptr_array_index (lines, 0))->baseline;
  for (guint i = 0; i < lines->len; i++)
    {
      SfLine *line = g_ptr_array_index (lines, i);

      sf_layout_take_items (first->items, line->items, y);
      y += line->height;
    }
  first->height = MAX (first->height, y);
}

static void
add_heading (SfLayout *self, const SfBlock *block)
{
  const SfStyleSheet *sheet = self->sheet;
  SfTextStyle style = { sheet->heading_size[block->level - 1], TRUE, sheet->ink, SF_ALIGN_START };
  SfTextStyle end_style = get_body_style (self);
  SfOrigin origin = { .block = block, .role = SF_ROLE_PROSE };
  SfOrigin bar = sf_layout_furniture (block);
  double indent = block->has_accent ? ACCENT_WIDTH + ACCENT_GAP : 0, end = 0, baseline, height = 0;
  g_autoptr (GPtrArray) lines = NULL;
  SfStrip *first;

  if (block->trailing != NULL)
    end = MIN (sf_layout_measure (self, block->trailing, &end_style) + 1, self->width * 0.45);
  lines = sf_layout_lines (self, block->prose, &style, self->left + indent,
                           self->width - indent - (end > 0 ? end + style.size : 0), &origin);
  if (lines->len == 0)
    return;
  for (guint i = 0; i < lines->len; i++)
    height += ((SfLine *)g_ptr_array_index (lines, i))->height;
  baseline = ((SfLine *)g_ptr_array_index (lines, 0))->baseline;
  first = add_lines (self, lines, sheet->heading_before[block->level - 1],
                     sheet->heading_after[block->level - 1], TRUE);
  if (block->has_accent)
    sf_layout_add_rect (first->items, &bar, self->left, style.size * 0.16, ACCENT_WIDTH,
                        height - style.size * 0.32, block->accent);
  if (end > 0)
    add_trailing (self, block, first, baseline, end);
  add_anchor (first, block);
}

static void
add_paragraph (SfLayout *self, const SfBlock *block)
{
  SfTextStyle style = get_body_style (self);
  SfOrigin origin = { .block = block, .role = SF_ROLE_PROSE };

  add_prose (self, block->prose, &style, &origin, 0, 0, self->sheet->paragraph_after,
             block->keep_together);
}

static void
add_list (SfLayout *self, const SfBlock *block)
{
  SfTextStyle style = get_body_style (self);
  double indent = style.size * LABEL_WIDTH;

  for (guint i = 0; i < block->items->len; i++)
    {
      gboolean last = i + 1 == block->items->len;
      SfOrigin origin = { .block = block, .role = SF_ROLE_ITEM, .index = i };
      SfOrigin label = { .block = block, .role = SF_ROLE_LABEL, .index = i };
      g_autofree char *text = block->ordered ? g_strdup_printf ("%u.", i + 1) : g_strdup ("•");
      SfStrip *strip
          = add_prose (self, g_ptr_array_index (block->items, i), &style, &origin, indent, 0,
                       last ? self->sheet->paragraph_after : self->sheet->item_after,
                       block->keep_together);

      if (strip != NULL)
        {
          g_autoptr (GPtrArray) label_items
              = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_item_free);

          sf_layout_put_text (self, label_items, text, &style, self->left, 0, indent, &label);
          sf_layout_take_items (label_items, strip->items, 0);
          sf_layout_take_items (strip->items, label_items, 0);
          if (block->keep_together && !last)
            get_last (self)->keep_next = TRUE;
        }
    }
}

/* --- figures, notes, sign-off ---------------------------------------------------------------- */

static void
add_figure (SfLayout *self, const SfBlock *block)
{
  SfTextStyle style = { self->sheet->small_size, FALSE, self->sheet->quiet, SF_ALIGN_CENTER };
  SfOrigin origin = { .block = block, .role = SF_ROLE_PROSE };
  SfStrip *strip = sf_layout_add_strip (self);

  strip->before = self->sheet->paragraph_after;
  strip->after = self->sheet->paragraph_after;
  strip->height = block->kind == SF_BLOCK_PICTURE ? sf_layout_picture (self, block, strip->items)
                                                  : sf_layout_chart (self, block, strip->items);
  if (block->prose == NULL)
    return;
  strip->keep_next = TRUE;
  strip->after = 2;
  add_prose (self, block->prose, &style, &origin, 0, 0, self->sheet->paragraph_after, TRUE);
}

static void
add_note (SfLayout *self, const SfBlock *block)
{
  SfTextStyle style = get_body_style (self);
  SfOrigin title = { .block = block, .role = SF_ROLE_PROSE };
  guint first = self->strips->len;

  self->width -= NOTE_PAD;
  add_space (self, NOTE_PAD)->before = self->sheet->paragraph_after;
  style.bold = TRUE;
  add_prose (self, block->prose, &style, &title, NOTE_INDENT, 0, 2, TRUE);
  get_last (self)->keep_next = TRUE;
  style.bold = FALSE;
  for (guint i = 0; i < block->items->len; i++)
    {
      SfOrigin origin = { .block = block, .role = SF_ROLE_ITEM, .index = i };

      add_prose (self, g_ptr_array_index (block->items, i), &style, &origin, NOTE_INDENT, 0,
                 i + 1 < block->items->len ? self->sheet->item_after : 0, block->keep_together);
      if (block->keep_together)
        get_last (self)->keep_next = TRUE;
    }
  self->width += NOTE_PAD;
  get_last (self)->keep_next = TRUE;
  add_space (self, NOTE_PAD)->keep_next = FALSE;
  get_last (self)->after = self->sheet->paragraph_after + 2;
  for (guint i = first; i < self->strips->len; i++)
    ((SfStrip *)g_ptr_array_index (self->strips, i))->box = block;
}

static void
add_sign_off (SfLayout *self, const SfBlock *block)
{
  SfTextStyle style = get_body_style (self);
  SfOrigin sentence = { .block = block, .role = SF_ROLE_PROSE };
  SfOrigin rule = sf_layout_furniture (block);
  double label_width = self->width * 0.28, row = style.size * 2.6;

  add_prose (self, block->prose, &style, &sentence, 0, self->sheet->paragraph_after, 0, TRUE);
  get_last (self)->keep_next = TRUE;
  for (guint i = 0; i < block->items->len; i++)
    {
      SfOrigin origin = { .block = block, .role = SF_ROLE_ITEM, .index = i };
      g_autoptr (GPtrArray) lines = sf_layout_lines (self, g_ptr_array_index (block->items, i),
                                                     &style, self->left, label_width, &origin);
      SfStrip *strip = sf_layout_add_strip (self);
      double height = 0;

      for (guint j = 0; j < lines->len; j++)
        height += ((SfLine *)g_ptr_array_index (lines, j))->height;
      strip->height = MAX (row, height + style.size);
      height = strip->height - height;
      for (guint j = 0; j < lines->len; j++)
        {
          SfLine *line = g_ptr_array_index (lines, j);

          sf_layout_take_items (strip->items, line->items, height);
          height += line->height;
        }
      sf_layout_add_line (strip->items, &rule, self->left + label_width, strip->height - 3,
                          self->width - label_width, 0, 0.6, self->sheet->ink);
      strip->keep_next = i + 1 < block->items->len;
      strip->after = strip->keep_next ? 0 : self->sheet->paragraph_after;
    }
}

/* --- title page, contents ----------------------------------------------------------------------
 */

static void
add_fact (SfLayout *self, const SfBlock *block, guint index)
{
  const SfTitleFact *fact = &g_array_index (block->facts, SfTitleFact, index);
  SfOrigin label = { .block = block, .role = SF_ROLE_FACT_LABEL, .index = index };
  SfOrigin value = { .block = block, .role = SF_ROLE_FACT_VALUE, .index = index };
  SfTextStyle style = get_body_style (self);
  double label_width = self->width * 0.28;
  g_autoptr (GPtrArray) labels = NULL, values = NULL;
  SfStrip *strip = sf_layout_add_strip (self);
  double heights[2] = { 0, 0 };

  values = sf_layout_lines (self, fact->value, &style, self->left + label_width,
                            self->width - label_width, &value);
  style.color = self->sheet->quiet;
  labels
      = sf_layout_lines (self, fact->label, &style, self->left, label_width - style.size, &label);
  for (guint side = 0; side < 2; side++)
    {
      GPtrArray *lines = side == 0 ? labels : values;

      for (guint i = 0; i < lines->len; i++)
        {
          SfLine *line = g_ptr_array_index (lines, i);

          sf_layout_take_items (strip->items, line->items, heights[side]);
          heights[side] += line->height;
        }
    }
  strip->height = MAX (heights[0], heights[1]);
  strip->after = self->sheet->item_after + 2;
}

static void
add_title (SfLayout *self, const SfBlock *block)
{
  const SfStyleSheet *sheet = self->sheet;
  SfTextStyle title = { sheet->title_size, TRUE, sheet->ink, SF_ALIGN_START };
  SfTextStyle sub = { sheet->heading_size[1], FALSE, sheet->ink, SF_ALIGN_START };
  SfTextStyle small = { sheet->small_size, FALSE, sheet->quiet, SF_ALIGN_START };
  SfOrigin origin = { .block = block, .role = SF_ROLE_PROSE };
  SfOrigin rule = sf_layout_furniture (block);
  SfStrip *strip;

  add_space (self, (self->bottom - self->top) * 0.22)->new_page = TRUE;
  add_prose (self, block->prose, &title, &origin, 0, 0, title.size * 0.35, TRUE);
  origin.role = SF_ROLE_ITEM;
  for (guint i = 0; i < block->items->len; i++)
    {
      origin.index = i;
      add_prose (self, g_ptr_array_index (block->items, i), &sub, &origin, 0, 0, sub.size * 0.4,
                 TRUE);
    }
  strip = add_space (self, title.size * 1.6);
  sf_layout_add_line (strip->items, &rule, self->left, title.size * 0.8, self->width, 0, 1,
                      sheet->rule);
  for (guint i = 0; i < block->facts->len; i++)
    add_fact (self, block, i);
  if (block->foot != NULL)
    {
      SfOrigin foot = { .block = block, .role = SF_ROLE_FOOT };
      g_autoptr (GPtrArray) lines
          = sf_layout_lines (self, block->foot, &small, self->left, self->width, &foot);
      double height = 0;

      strip = sf_layout_add_strip (self);
      for (guint i = 0; i < lines->len; i++)
        {
          SfLine *line = g_ptr_array_index (lines, i);

          sf_layout_take_items (strip->items, line->items, height);
          height += line->height;
        }
      strip->height = height;
      strip->at_foot = TRUE;
    }
}

static void
add_entry (SfLayout *self, const SfBlock *contents, const SfBlock *heading, guint index)
{
  const SfStyleSheet *sheet = self->sheet;
  SfTextStyle style = { sheet->size, heading->level == 1, sheet->ink, SF_ALIGN_START };
  SfOrigin origin
      = { .block = contents, .role = SF_ROLE_ENTRY, .index = index, .heading = heading };
  SfOrigin leader = sf_layout_furniture (contents);
  double indent = (heading->level - 1) * sheet->size * 1.4, number = sheet->size * NUMBER_WIDTH;
  double right = self->left + self->width - number;
  g_autoptr (GPtrArray) lines = sf_layout_lines (self, heading->prose, &style, self->left + indent,
                                                 self->width - indent - number - 12, &origin);
  const SfLine *last;
  double baseline, from;
  SfStrip *strip;

  if (lines->len == 0)
    return;
  last = g_ptr_array_index (lines, lines->len - 1);
  baseline = last->baseline;
  from = last->right + 4;
  add_lines (self, lines, heading->level == 1 ? sheet->item_after * 2 : 0, sheet->item_after, TRUE);
  strip = get_last (self);
  if (right - from > sheet->size)
    sf_layout_add_line (strip->items, &leader, from, baseline - 1, right - from, 0, 0.6,
                        sheet->rule)
        ->dash
        = SF_DASH_DOTTED;
  strip->block = contents;
  strip->entry = heading;
  strip->entry_index = index;
  strip->entry_baseline = baseline;
}

static void
add_entries (SfLayout *self, const SfBlock *contents, GPtrArray *blocks, guint *index)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const SfBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == SF_BLOCK_HEADING && block->in_contents
          && block->level <= contents->deepest)
        add_entry (self, contents, block, (*index)++);
      else if (block->kind == SF_BLOCK_PAIR)
        {
          add_entries (self, contents, block->first, index);
          add_entries (self, contents, block->second, index);
        }
    }
}

/* --- pairs --------------------------------------------------------------------------------------
 */

typedef struct
{
  double left;
  double width;
  GPtrArray *strips;
} Column;

static void
swap_column (SfLayout *self, Column *column)
{
  Column here = { self->left, self->width, self->strips };

  self->left = column->left;
  self->width = column->width;
  self->strips = column->strips;
  *column = here;
}

static double
get_height (const GPtrArray *strips)
{
  double height = 0;

  for (guint i = 0; i < strips->len; i++)
    {
      const SfStrip *strip = g_ptr_array_index (strips, i);

      height += strip->height + MAX (strip->before, strip->after);
    }
  return height;
}

static void
add_stacked (SfLayout *self, const SfBlock *block)
{
  sf_layout_blocks (self, block->first);
  sf_layout_blocks (self, block->second);
}

static void
add_pair (SfLayout *self, const SfBlock *block)
{
  double gutter = self->sheet->size * 1.6, room = self->width - gutter, height = 0;
  Column columns[2] = {
    { self->left, room * block->first_weight, NULL },
    { self->left + room * block->first_weight + gutter, room * (1 - block->first_weight), NULL },
  };
  GPtrArray *parts[2] = { block->first, block->second };
  SfStrip *strip = sf_strip_new ();

  if (self->sheet->stack_pairs)
    {
      sf_strip_free (strip);
      add_stacked (self, block);
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_strip_free);
      Column column = columns[i];

      column.strips = strips;
      swap_column (self, &column);
      sf_layout_blocks (self, parts[i]);
      if (get_height (strips) > self->bottom - self->top)
        height = G_MAXDOUBLE;
      else
        {
          double column_height = sf_layout_flatten (self, strips, strip);

          height = MAX (height, column_height);
        }
      swap_column (self, &column);
    }
  if (height > self->bottom - self->top)
    {
      sf_strip_free (strip);
      add_stacked (self, block);
      return;
    }
  strip->height = height;
  strip->before = strip->after = self->sheet->paragraph_after;
  g_ptr_array_add (self->strips, strip);
}

/* ------------------------------------------------------------------------------------------------
 */

static void
add_block (SfLayout *self, const SfBlock *block)
{
  guint index = 0;

  switch (block->kind)
    {
    case SF_BLOCK_TITLE:
      add_title (self, block);
      break;
    case SF_BLOCK_HEADING:
      add_heading (self, block);
      break;
    case SF_BLOCK_PARAGRAPH:
      add_paragraph (self, block);
      break;
    case SF_BLOCK_LIST:
      add_list (self, block);
      break;
    case SF_BLOCK_TABLE:
      sf_layout_table (self, block);
      break;
    case SF_BLOCK_FIGURE:
    case SF_BLOCK_PICTURE:
      add_figure (self, block);
      break;
    case SF_BLOCK_NOTE:
      add_note (self, block);
      break;
    case SF_BLOCK_SIGN_OFF:
      add_sign_off (self, block);
      break;
    case SF_BLOCK_CONTENTS:
      add_entries (self, block, sf_document_get_blocks (sf_display_list_get_document (self->list)),
                   &index);
      break;
    case SF_BLOCK_PAIR:
      add_pair (self, block);
      break;
    case SF_BLOCK_PAGE_BREAK:
    default:
      break;
    }
}

/* Adds the strips of a block; @new_page is whether it begins a page, and then whether the next one
 * does. */
void
sf_layout_block (SfLayout *self, const SfBlock *block, gboolean *new_page)
{
  guint first = self->strips->len;

  add_block (self, block);
  if (self->strips->len > first)
    {
      SfStrip *strip = g_ptr_array_index (self->strips, first);

      strip->new_page = strip->new_page || *new_page;
      *new_page = FALSE;
      if (block->keep_with_next)
        get_last (self)->keep_next = TRUE;
    }
  if (block->kind == SF_BLOCK_PAGE_BREAK || block->kind == SF_BLOCK_TITLE)
    *new_page = TRUE;
}

void
sf_layout_blocks (SfLayout *self, GPtrArray *blocks)
{
  gboolean new_page = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    sf_layout_block (self, g_ptr_array_index (blocks, i), &new_page);
}

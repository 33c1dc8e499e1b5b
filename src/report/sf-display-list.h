/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

#include "report/sf-document.h"
#include "report/sf-fonts.h"
#include "report/sf-style-sheet.h"

/*
 * What stands where: pages of items, in reading order. Made once by sf_layout_run(); every painter
 * draws the same list. Coordinates are points from the top left corner of the page.
 */

G_BEGIN_DECLS

/**
 * SfRole:
 * @SF_ROLE_NONE: of a piece of furniture that belongs to no block
 * @SF_ROLE_PROSE: of the block's prose: paragraph, heading, title, caption, note's title
 * @SF_ROLE_TRAILING: the end of a heading's line
 * @SF_ROLE_LABEL: a list item's bullet or number
 * @SF_ROLE_ITEM: one of the block's items; @index says which
 * @SF_ROLE_CELL: a table cell; @row, @cell and @index (its paragraph) say which
 * @SF_ROLE_FACT_LABEL: a line of a title page; @index says which
 * @SF_ROLE_FACT_VALUE: a line of a title page; @index says which
 * @SF_ROLE_FOOT: the foot of a title page
 * @SF_ROLE_FIGURE: part of a chart; read by its alternative text
 * @SF_ROLE_ENTRY: the words of a contents list's entry; @heading is the heading's block
 * @SF_ROLE_ENTRY_PAGE: its page number
 */
typedef enum
{
  SF_ROLE_NONE,
  SF_ROLE_PROSE,
  SF_ROLE_TRAILING,
  SF_ROLE_LABEL,
  SF_ROLE_ITEM,
  SF_ROLE_CELL,
  SF_ROLE_FACT_LABEL,
  SF_ROLE_FACT_VALUE,
  SF_ROLE_FOOT,
  SF_ROLE_FIGURE,
  SF_ROLE_ENTRY,
  SF_ROLE_ENTRY_PAGE,
} SfRole;

/**
 * SfOrigin:
 * @block: (nullable): the block that it belongs to
 * @furniture: not part of the text: rules, fills, marks, the running head, page numbers, the
 *   header rows that a further page repeats
 * @role: which part of the block
 * @in_header: of a cell: @row counts the header rows
 * @row, @cell, @index: see #SfRole
 * @prose: (nullable): the text that a glyph run shows a piece of
 * @heading: (nullable): of a contents entry
 *
 * Where an item comes from.
 */
typedef struct
{
  const SfBlock *block;
  gboolean furniture;
  SfRole role;
  gboolean in_header;
  guint row;
  guint cell;
  guint index;
  const SfProse *prose;
  const SfBlock *heading;
} SfOrigin;

/**
 * SfItemKind:
 * @SF_ITEM_GLYPHS: a run of glyphs; x and y are its start on the baseline
 * @SF_ITEM_MISSING: a character that no font has: a box, standing on the baseline at y
 * @SF_ITEM_RECT: a filled rectangle
 * @SF_ITEM_LINE: from x, y to x + width, y + height
 * @SF_ITEM_PATH: a path, its points relative to x, y; filled, or drawn if @line_width is above 0
 * @SF_ITEM_IMAGE: a picture that fills the rectangle
 */
typedef enum
{
  SF_ITEM_GLYPHS,
  SF_ITEM_MISSING,
  SF_ITEM_RECT,
  SF_ITEM_LINE,
  SF_ITEM_PATH,
  SF_ITEM_IMAGE,
} SfItemKind;

typedef enum
{
  SF_DASH_SOLID,
  SF_DASH_DASHED,
  SF_DASH_DOTTED,
} SfDash;

/* Characters and the glyphs that show them, for all copies of an item. */
typedef struct _SfRun SfRun;

/**
 * SfItem:
 * @kind: which fields are used
 * @origin: where it comes from
 * @x, @y, @width, @height: in points; of glyphs, @width is the advance
 * @color: of it
 * @line_width: of a line or a drawn path
 * @dash: of a line or a drawn path
 * @path: (nullable): of a path
 * @picture: (nullable): of an image
 * @glyphs: (nullable): of a run; its item's offset is 0, so that it goes with @text
 * @text: (nullable): the characters shown by a run or a missing box
 * @start: where @text begins in the origin's prose, in bytes; the length is that of @text
 * @run: owns @glyphs and @text
 */
typedef struct
{
  SfItemKind kind;
  SfOrigin origin;
  double x;
  double y;
  double width;
  double height;
  SfColor color;
  double line_width;
  SfDash dash;
  SfPath *path;
  SfPicture *picture;
  PangoGlyphItem *glyphs;
  char *text;
  gsize start;
  SfRun *run;
} SfItem;

SfItem *sf_item_new (SfItemKind kind, const SfOrigin *origin);

/**
 * sf_item_copy:
 *
 * Returns: (transfer full): a copy that shares the run, which never changes
 */
SfItem *sf_item_copy (const SfItem *self);

/**
 * sf_item_set_run:
 * @text: (transfer full): characters
 * @glyphs: (transfer full) (nullable): what shows them
 *
 * Gives a new item its words.
 */
void sf_item_set_run (SfItem *self, char *text, PangoGlyphItem *glyphs);
void sf_item_free (SfItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfItem, sf_item_free)

#define SF_TYPE_DISPLAY_LIST (sf_display_list_get_type ())
G_DECLARE_FINAL_TYPE (SfDisplayList, sf_display_list, SF, DISPLAY_LIST, GObject)

/**
 * sf_display_list_new:
 * @sheet: copied
 *
 * For layouts: a list without pages that keeps @document and @fonts.
 */
SfDisplayList *
sf_display_list_new (SfDocument *document, SfFonts *fonts, const SfStyleSheet *sheet);
SfDocument *sf_display_list_get_document (SfDisplayList *self);
const SfStyleSheet *sf_display_list_get_sheet (SfDisplayList *self);
guint sf_display_list_get_n_pages (SfDisplayList *self);

/**
 * sf_display_list_get_page:
 * @page: from 0
 *
 * Returns: (transfer none) (element-type SfItem): the page's items in reading order, what lies
 *   underneath first
 */
GPtrArray *sf_display_list_get_page (SfDisplayList *self, guint page);

/**
 * sf_display_list_add_page:
 *
 * Returns: (transfer none): for layouts: the new last page
 */
GPtrArray *sf_display_list_add_page (SfDisplayList *self);

/**
 * SfAnchor:
 *
 * Where a heading stands: what a link, a contents entry and an outline lead to.
 */
typedef struct
{
  const SfBlock *heading;
  guint page;
  double y;
} SfAnchor;

void sf_display_list_add_anchor (SfDisplayList *self, const SfBlock *heading, guint page, double y);

/**
 * sf_display_list_get_anchors:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the headings in reading order
 */
const SfAnchor *sf_display_list_get_anchors (SfDisplayList *self, guint *n);

/**
 * sf_display_list_find_anchor:
 *
 * Returns: (transfer none) (nullable): where that heading stands
 */
const SfAnchor *sf_display_list_find_anchor (SfDisplayList *self, const SfBlock *heading);

G_END_DECLS

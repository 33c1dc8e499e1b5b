/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-chart.h"
#include "report/sf-picture.h"
#include "report/sf-prose.h"

/*
 * Blocks say what a part of a document is, never where it stands. Whatever paints a document (the
 * page layout, later an editable file and a web page) reads the fields of these structures; they
 * are made and filled only by the functions here.
 */

G_BEGIN_DECLS

/**
 * SfBlockKind:
 * @SF_BLOCK_TITLE: the title page
 * @SF_BLOCK_HEADING: a heading of level 1 to 3
 * @SF_BLOCK_PARAGRAPH: a paragraph
 * @SF_BLOCK_LIST: a list, numbered or not
 * @SF_BLOCK_TABLE: a table
 * @SF_BLOCK_FIGURE: a chart with its alternative text
 * @SF_BLOCK_PICTURE: a photograph or a drawing with its alternative text
 * @SF_BLOCK_NOTE: a box that is to be seen
 * @SF_BLOCK_SIGN_OFF: lines to be filled in by hand
 * @SF_BLOCK_CONTENTS: the contents list, filled by the layout
 * @SF_BLOCK_PAIR: two blocks that stand beside each other where there is room
 * @SF_BLOCK_PAGE_BREAK: what follows begins a page
 */
typedef enum
{
  SF_BLOCK_TITLE,
  SF_BLOCK_HEADING,
  SF_BLOCK_PARAGRAPH,
  SF_BLOCK_LIST,
  SF_BLOCK_TABLE,
  SF_BLOCK_FIGURE,
  SF_BLOCK_PICTURE,
  SF_BLOCK_NOTE,
  SF_BLOCK_SIGN_OFF,
  SF_BLOCK_CONTENTS,
  SF_BLOCK_PAIR,
  SF_BLOCK_PAGE_BREAK,
} SfBlockKind;

typedef enum
{
  SF_ALIGN_START,
  SF_ALIGN_CENTER,
  SF_ALIGN_END,
} SfAlign;

/**
 * SfScope:
 * @SF_SCOPE_NONE: a cell of data
 * @SF_SCOPE_COLUMN: a header of its column
 * @SF_SCOPE_ROW: a header of its row
 * @SF_SCOPE_ROWS: a header of the rows below it, as wide as the table
 */
typedef enum
{
  SF_SCOPE_NONE,
  SF_SCOPE_COLUMN,
  SF_SCOPE_ROW,
  SF_SCOPE_ROWS,
} SfScope;

/**
 * SfTableColumn:
 * @weight: the column's share of the width
 * @align: of its cells
 */
typedef struct
{
  double weight;
  SfAlign align;
} SfTableColumn;

/**
 * SfTableCell:
 * @paragraphs: (element-type SfProse): what it says; may be empty
 * @scope: whether it is a header, and of what
 * @span: how many columns it covers
 */
typedef struct
{
  GPtrArray *paragraphs;
  SfScope scope;
  guint span;
} SfTableCell;

/**
 * SfTableRow:
 * @cells: (element-type SfTableCell): from the first column on
 */
typedef struct
{
  GPtrArray *cells;
} SfTableRow;

/**
 * SfTitleFact:
 *
 * A line of the title page: "Evaluation", "April 2026 to March 2027".
 */
typedef struct
{
  SfProse *label;
  SfProse *value;
} SfTitleFact;

typedef struct _SfBlock SfBlock;

/**
 * SfBlock:
 * @kind: which of the fields below are used
 * @keep_with_next: never the last thing on a page
 * @keep_together: not broken over pages where a page has room for it
 * @level: of a heading: 1 to 3
 * @id: (nullable): of a heading: what links and the contents list name
 * @in_contents: of a heading: whether the contents list has it
 * @accent: of a heading, if @has_accent: the colour of the bar beside it
 * @prose: of a heading, a paragraph, a note (its title), a sign-off (its sentence), a title page
 *   (its title), a figure and a picture (its caption, nullable)
 * @trailing: (nullable): of a heading: what stands at the end of its line, a chip
 * @items: (element-type SfProse): of a list, of a note (its paragraphs), of a sign-off (the names
 *   of its lines); of a title page (the paragraphs under the title)
 * @ordered: of a list: numbered
 * @columns: (element-type SfTableColumn): of a table
 * @header: (element-type SfTableRow): of a table: rows that every page repeats
 * @rows: (element-type SfTableRow): of a table
 * @chart: of a figure
 * @picture: of a picture
 * @alternative: of a figure and a picture: the same in words; of a table (nullable): its name, for
 * who cannot see what stands around it
 * @facts: (element-type SfTitleFact): of a title page
 * @foot: (nullable): of a title page: what stands at its foot
 * @first, @second: (element-type SfBlock): of a pair
 * @first_weight: of a pair: the share of the width that the first has
 * @deepest: of a contents list: the deepest level of heading in it
 */
struct _SfBlock
{
  SfBlockKind kind;
  gboolean keep_with_next;
  gboolean keep_together;
  guint level;
  char *id;
  gboolean in_contents;
  gboolean has_accent;
  SfColor accent;
  SfProse *prose;
  SfProse *trailing;
  GPtrArray *items;
  gboolean ordered;
  GArray *columns;
  GPtrArray *header;
  GPtrArray *rows;
  SfChart *chart;
  SfPicture *picture;
  char *alternative;
  GArray *facts;
  SfProse *foot;
  GPtrArray *first;
  GPtrArray *second;
  double first_weight;
  guint deepest;
};

void sf_block_free (SfBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfBlock, sf_block_free)

/**
 * sf_block_new_heading:
 * @level: 1 to 3
 * @prose: (transfer full): the words
 * @id: (nullable): unique in the document; with one the heading can be linked to
 *
 * A heading is kept with what follows and stands in the contents list.
 */
SfBlock *sf_block_new_heading (guint level, SfProse *prose, const char *id);
void sf_block_set_accent (SfBlock *heading, SfColor accent);

/**
 * sf_block_set_trailing:
 * @trailing: (transfer full): stands at the end of the heading's line
 */
void sf_block_set_trailing (SfBlock *heading, SfProse *trailing);

/**
 * sf_block_new_paragraph:
 * @prose: (transfer full): the words
 */
SfBlock *sf_block_new_paragraph (SfProse *prose);

/**
 * sf_block_new_list:
 * @ordered: with numbers
 */
SfBlock *sf_block_new_list (gboolean ordered);

/**
 * sf_block_add_item:
 * @item: (transfer full): a list's item, a paragraph of a note or of a title page, or the name of
 *   a line of a sign-off
 */
void sf_block_add_item (SfBlock *self, SfProse *item);

SfBlock *sf_block_new_table (void);
void sf_block_add_column (SfBlock *table, double weight, SfAlign align);

/**
 * sf_block_set_name:
 * @name: what the table is, in some words: what a reader who hears the page is told first; what is
 *   seen around it says the same, so that no page shows it
 */
void sf_block_set_name (SfBlock *table, const char *name);

/**
 * sf_block_add_header_row:
 *
 * Adds a row that is repeated at the top of each page that the table reaches. Its cells are headers
 * of their columns.
 *
 * Returns: (transfer none): the row
 */
SfTableRow *sf_block_add_header_row (SfBlock *table);
SfTableRow *sf_block_add_row (SfBlock *table);

/**
 * sf_table_row_add_cell:
 * @prose: (transfer full) (nullable): its first paragraph
 *
 * Returns: (transfer none): the cell
 */
SfTableCell *sf_table_row_add_cell (SfTableRow *self, SfProse *prose, SfScope scope);
SfTableCell *
sf_table_row_add_spanning_cell (SfTableRow *self, SfProse *prose, SfScope scope, guint span);

/**
 * sf_table_cell_add_paragraph:
 * @prose: (transfer full): another paragraph of the cell
 */
void sf_table_cell_add_paragraph (SfTableCell *self, SfProse *prose);

/**
 * sf_block_new_figure:
 * @chart: (transfer full): what is drawn
 * @alternative: the same in words for who cannot see it; never empty
 * @caption: (transfer full) (nullable): printed beneath
 */
SfBlock *sf_block_new_figure (SfChart *chart, const char *alternative, SfProse *caption);

/**
 * sf_block_new_picture:
 * @picture: (transfer full): printed as wide as its pixels are at 150 to an inch, or as there is
 *   room
 * @alternative: the same in words for who cannot see it; never empty
 * @caption: (transfer full) (nullable): printed beneath
 */
SfBlock *sf_block_new_picture (SfPicture *picture, const char *alternative, SfProse *caption);

/**
 * sf_block_new_note:
 * @title: (transfer full): its first line
 */
SfBlock *sf_block_new_note (SfProse *title);

/**
 * sf_block_new_sign_off:
 * @sentence: (transfer full): what is signed
 */
SfBlock *sf_block_new_sign_off (SfProse *sentence);

/**
 * sf_block_new_title:
 * @title: (transfer full): the document's name
 * @foot: (transfer full) (nullable): the source, at the foot of the page
 */
SfBlock *sf_block_new_title (SfProse *title, SfProse *foot);

/**
 * sf_block_add_fact:
 * @value: (transfer full): may hold a chip
 */
void sf_block_add_fact (SfBlock *title, const char *label, SfProse *value);

/**
 * sf_block_new_contents:
 * @deepest: headings of deeper levels are left out
 */
SfBlock *sf_block_new_contents (guint deepest);

/**
 * sf_block_new_pair:
 * @first_weight: the first's share of the width, between 0.2 and 0.8
 *
 * Two columns of blocks beside each other; one under the other in large print. A pair must fit on
 * one page; one that does not is set one under the other as well.
 */
SfBlock *sf_block_new_pair (double first_weight);

/**
 * sf_block_add_first:
 * @child: (transfer full): not a title page, a contents list, a page break or a pair
 */
void sf_block_add_first (SfBlock *pair, SfBlock *child);

/**
 * sf_block_add_second:
 * @child: (transfer full): as for the first
 */
void sf_block_add_second (SfBlock *pair, SfBlock *child);
SfBlock *sf_block_new_page_break (void);

/**
 * SfOutline:
 *
 * The levels that headings have for who cannot see how large they are. A composer chooses a
 * heading's level for its size; told, none is left out on the way down, and headings of one size
 * under the same heading are of one level. Begins empty: `{ 0 }`.
 */
typedef struct
{
  guint levels[3];
  guint n;
} SfOutline;

/**
 * sf_outline_add:
 * @heading: the next heading in reading order
 *
 * Returns: its level, from 1 to 3
 */
guint sf_outline_add (SfOutline *self, const SfBlock *heading);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The text of an ODT. */
#include <glib/gi18n-lib.h>

#include "report/sf-write-odt-private.h"
#include "report/sf-write-private.h"

/* What a page has room for, in inches. */
#define PICTURE_WIDTH 6.4
#define PICTURE_HEIGHT 6

typedef struct
{
  SfDocument *document;
  xmlTextWriter *xml;
  guint n_tables;
  SfOutline outline;
} Writer;

static void write_blocks (Writer *self, GPtrArray *blocks);

/* --- text ------------------------------------------------------------------------------------- */

static void
start_link (Writer *self, const char *target, const char *style)
{
  sf_odt_start (self->xml, "text:a");
  sf_odt_attribute (self->xml, "text:style-name", style);
  sf_odt_attribute (self->xml, "text:visited-style-name", style);
  sf_odt_attribute (self->xml, "xlink:type", "simple");
  sf_odt_attribute (self->xml, "xlink:href", target);
}

/* What lies beside the file is one step up: an address in an ODT begins inside its container. */
static void
write_link (Writer *self, const SfSpan *span)
{
  g_autofree char *path = NULL, *target = NULL;

  if (span->kind == SF_SPAN_FILE)
    {
      path = sf_write_escape_path (span->target);
      target = g_strconcat ("../", path, NULL);
    }
  else if (span->kind == SF_SPAN_LINK)
    target = g_strconcat ("#", span->target, NULL);
  start_link (self, target != NULL ? target : span->target, "Internet_20_link");
  sf_odt_text (self->xml, span->text);
  sf_odt_end (self->xml);
}

static void
write_span (Writer *self, const SfSpan *span)
{
  static const char *const styles[] = { NULL, "Strong_20_Emphasis", "Emphasis", "Small" };
  static const char *const tones[SF_N_CHIP_TONES]
      = { "Grade_20_neutral", "Grade_20_best", "Grade_20_good", "Grade_20_warn", "Grade_20_poor" };
  const char *style;

  if (span->kind >= SF_SPAN_LINK)
    {
      write_link (self, span);
      return;
    }
  style = span->kind == SF_SPAN_CHIP ? tones[span->tone] : styles[span->kind];
  if (style == NULL)
    {
      sf_odt_text (self->xml, span->text);
      return;
    }
  sf_odt_start (self->xml, "text:span");
  sf_odt_attribute (self->xml, "text:style-name", style);
  sf_odt_text (self->xml, span->text);
  sf_odt_end (self->xml);
}

static void
write_prose (Writer *self, const SfProse *prose)
{
  for (guint i = 0; prose != NULL && i < sf_prose_get_n_spans (prose); i++)
    write_span (self, sf_prose_get_span (prose, i));
}

static void
write_paragraph (Writer *self, const char *style, const SfProse *prose)
{
  sf_odt_start (self->xml, "text:p");
  sf_odt_attribute (self->xml, "text:style-name", style);
  write_prose (self, prose);
  sf_odt_end (self->xml);
}

static void
write_paragraphs (Writer *self, const char *style, GPtrArray *proses)
{
  for (guint i = 0; i < proses->len; i++)
    write_paragraph (self, style, proses->pdata[i]);
}

/* --- blocks ----------------------------------------------------------------------------------- */

static void
write_title (Writer *self, const SfBlock *block)
{
  write_paragraph (self, SF_ODT_TITLE, block->prose);
  write_paragraphs (self, SF_ODT_SUBTITLE, block->items);
  for (guint i = 0; i < block->facts->len; i++)
    {
      const SfTitleFact *fact = &g_array_index (block->facts, SfTitleFact, i);

      sf_odt_start (self->xml, "text:p");
      sf_odt_attribute (self->xml, "text:style-name", SF_ODT_FACT);
      sf_odt_start (self->xml, "text:span");
      sf_odt_attribute (self->xml, "text:style-name", "Quiet");
      write_prose (self, fact->label);
      sf_odt_end (self->xml);
      sf_odt_start (self->xml, "text:tab");
      sf_odt_end (self->xml);
      write_prose (self, fact->value);
      sf_odt_end (self->xml);
    }
  if (block->foot != NULL)
    write_paragraph (self, SF_ODT_FOOT, block->foot);
}

/* The words of a heading, and where links lead to. */
static void
write_heading_words (Writer *self, const SfBlock *block)
{
  g_autofree char *id = sf_write_get_id (self->document, block);

  sf_odt_start (self->xml, "text:bookmark");
  sf_odt_attribute (self->xml, "text:name", id);
  sf_odt_end (self->xml);
  write_prose (self, block->prose);
  if (block->trailing == NULL)
    return;
  sf_odt_text (self->xml, " – ");
  write_prose (self, block->trailing);
}

static void
write_heading (Writer *self, const SfBlock *block)
{
  g_autofree char *plain = g_strdup_printf (SF_ODT_HEADING, block->level);
  g_autofree char *accent = block->has_accent ? sf_odt_name_accent (block) : NULL;
  gboolean is_name = sf_write_is_name (self->document, block);

  sf_odt_start (self->xml, is_name ? "text:p" : "text:h");
  sf_odt_attribute (self->xml, "text:style-name",
                    is_name          ? SF_ODT_TITLE
                    : accent != NULL ? accent
                                     : plain);
  if (!is_name)
    {
      g_autofree char *level = g_strdup_printf ("%u", sf_outline_add (&self->outline, block));

      sf_odt_attribute (self->xml, "text:outline-level", level);
    }
  write_heading_words (self, block);
  sf_odt_end (self->xml);
}

static void
write_list (Writer *self, const SfBlock *block)
{
  sf_odt_start (self->xml, "text:list");
  sf_odt_attribute (self->xml, "text:style-name", block->ordered ? SF_ODT_NUMBERS : SF_ODT_BULLETS);
  for (guint i = 0; i < block->items->len; i++)
    {
      sf_odt_start (self->xml, "text:list-item");
      write_paragraph (self, SF_ODT_LIST_ITEM, block->items->pdata[i]);
      sf_odt_end (self->xml);
    }
  sf_odt_end (self->xml);
}

static void
write_contents_template (Writer *self, guint deepest)
{
  g_autofree char *level = g_strdup_printf ("%u", deepest);

  sf_odt_start (self->xml, "text:table-of-content-source");
  sf_odt_attribute (self->xml, "text:outline-level", level);
  for (guint i = 1; i <= deepest; i++)
    {
      g_autofree char *name = g_strdup_printf (SF_ODT_CONTENTS, i);
      g_autofree char *number = g_strdup_printf ("%u", i);

      sf_odt_start (self->xml, "text:table-of-content-entry-template");
      sf_odt_attribute (self->xml, "text:outline-level", number);
      sf_odt_attribute (self->xml, "text:style-name", name);
      sf_odt_start (self->xml, "text:index-entry-link-start");
      sf_odt_end (self->xml);
      sf_odt_start (self->xml, "text:index-entry-text");
      sf_odt_end (self->xml);
      sf_odt_start (self->xml, "text:index-entry-tab-stop");
      sf_odt_attribute (self->xml, "style:type", "right");
      sf_odt_attribute (self->xml, "style:leader-char", ".");
      sf_odt_end (self->xml);
      sf_odt_start (self->xml, "text:index-entry-page-number");
      sf_odt_end (self->xml);
      sf_odt_start (self->xml, "text:index-entry-link-end");
      sf_odt_end (self->xml);
      sf_odt_end (self->xml);
    }
  sf_odt_end (self->xml);
}

/* On which page a heading stands only the office program knows, and fills in when it opens the
 * file. */
static void
write_page_of (Writer *self, const char *id)
{
  sf_odt_start (self->xml, "text:tab");
  sf_odt_end (self->xml);
  sf_odt_start (self->xml, "text:bookmark-ref");
  sf_odt_attribute (self->xml, "text:reference-format", "page");
  sf_odt_attribute (self->xml, "text:ref-name", id);
  sf_odt_end (self->xml);
}

static void
write_contents (Writer *self, const SfBlock *block)
{
  g_autoptr (GPtrArray) headings = sf_write_list_headings (self->document, block->deepest);

  sf_odt_start (self->xml, "text:table-of-content");
  sf_odt_attribute (self->xml, "text:name", _ ("Contents"));
  sf_odt_attribute (self->xml, "text:protected", "false");
  write_contents_template (self, block->deepest);
  sf_odt_start (self->xml, "text:index-body");
  for (guint i = 0; i < headings->len; i++)
    {
      const SfBlock *heading = headings->pdata[i];
      g_autofree char *style = g_strdup_printf (SF_ODT_CONTENTS, heading->level);
      g_autofree char *id = sf_write_get_id (self->document, heading);
      g_autofree char *target = g_strconcat ("#", id, NULL);

      sf_odt_start (self->xml, "text:p");
      sf_odt_attribute (self->xml, "text:style-name", style);
      start_link (self, target, "Index_20_Link");
      sf_odt_text (self->xml, sf_prose_get_text (heading->prose));
      write_page_of (self, id);
      sf_odt_end (self->xml);
      sf_odt_end (self->xml);
    }
  sf_odt_end (self->xml);
  sf_odt_end (self->xml);
}

/* --- tables ----------------------------------------------------------------------------------- */

static const char *
get_cell_style (const SfBlock *table, const SfTableCell *cell, guint column)
{
  SfAlign align = SF_ALIGN_START;

  if (column < table->columns->len)
    align = g_array_index (table->columns, SfTableColumn, column).align;
  if (cell->scope == SF_SCOPE_COLUMN || cell->scope == SF_SCOPE_ROWS)
    return align == SF_ALIGN_END ? SF_ODT_CELL_HEAD_END : SF_ODT_CELL_HEAD;
  if (align == SF_ALIGN_END)
    return SF_ODT_CELL_END;
  return align == SF_ALIGN_CENTER ? SF_ODT_CELL_CENTER : SF_ODT_CELL;
}

static void
write_cell (Writer *self, const SfBlock *table, const SfTableCell *cell, guint column)
{
  gboolean head = cell->scope == SF_SCOPE_COLUMN || cell->scope == SF_SCOPE_ROWS;
  const char *style = get_cell_style (table, cell, column);

  sf_odt_start (self->xml, "table:table-cell");
  sf_odt_attribute (self->xml, "table:style-name", head ? SF_ODT_HEAD_CELL : SF_ODT_PLAIN_CELL);
  sf_odt_attribute (self->xml, "office:value-type", "string");
  if (cell->span > 1)
    {
      g_autofree char *span = g_strdup_printf ("%u", cell->span);

      sf_odt_attribute (self->xml, "table:number-columns-spanned", span);
    }
  write_paragraphs (self, style, cell->paragraphs);
  if (cell->paragraphs->len == 0)
    write_paragraph (self, style, NULL);
  sf_odt_end (self->xml);
  for (guint i = 1; i < cell->span; i++)
    {
      sf_odt_start (self->xml, "table:covered-table-cell");
      sf_odt_end (self->xml);
    }
}

static void
write_rows (Writer *self, const SfBlock *table, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SfTableRow *row = rows->pdata[i];
      guint column = 0;

      sf_odt_start (self->xml, "table:table-row");
      sf_odt_attribute (self->xml, "table:style-name", "Row");
      for (guint j = 0; j < row->cells->len; j++)
        {
          const SfTableCell *cell = row->cells->pdata[j];

          write_cell (self, table, cell, column);
          column += cell->span;
        }
      sf_odt_end (self->xml);
    }
}

static void
write_table (Writer *self, const SfBlock *block)
{
  g_autofree char *name = sf_odt_name_table (++self->n_tables);

  sf_odt_start (self->xml, "table:table");
  sf_odt_attribute (self->xml, "table:name", name);
  sf_odt_attribute (self->xml, "table:style-name", "Table");
  if (block->alternative != NULL)
    {
      sf_odt_start (self->xml, "table:title");
      sf_odt_text (self->xml, block->alternative);
      sf_odt_end (self->xml);
    }
  for (guint i = 0; i < block->columns->len; i++)
    {
      g_autofree char *style = g_strdup_printf ("%s.%u", name, i + 1);

      sf_odt_start (self->xml, "table:table-column");
      sf_odt_attribute (self->xml, "table:style-name", style);
      sf_odt_end (self->xml);
    }
  if (block->header->len > 0)
    {
      sf_odt_start (self->xml, "table:table-header-rows");
      write_rows (self, block, block->header);
      sf_odt_end (self->xml);
    }
  write_rows (self, block, block->rows);
  sf_odt_end (self->xml);
  write_paragraph (self, "After_20_table", NULL);
}

static void
write_figure (Writer *self, const SfBlock *block)
{
  g_autoptr (SfBlock) table = sf_write_tabulate_chart (block);
  g_autoptr (SfProse) words = sf_prose_new (block->alternative);

  write_paragraph (self, SF_ODT_BODY, words);
  if (table != NULL)
    write_table (self, table);
  if (block->prose != NULL)
    write_paragraph (self, SF_ODT_CAPTION, block->prose);
}

/* As large as its pixels are at 150 to an inch, and no wider than the page. */
static void
write_picture (Writer *self, const SfBlock *block)
{
  double width = sf_picture_get_width (block->picture) / 150.0;
  double shape
      = (double)sf_picture_get_height (block->picture) / sf_picture_get_width (block->picture);
  g_autofree char *data = sf_write_encode_picture (block->picture);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *wide = NULL, *high = NULL;

  width = MIN (width, MIN (PICTURE_WIDTH, PICTURE_HEIGHT / shape));
  wide = g_strconcat (g_ascii_formatd (text, sizeof text, "%.3f", width), "in", NULL);
  high = g_strconcat (g_ascii_formatd (text, sizeof text, "%.3f", width * shape), "in", NULL);
  sf_odt_start (self->xml, "text:p");
  sf_odt_attribute (self->xml, "text:style-name", SF_ODT_BODY);
  sf_odt_start (self->xml, "draw:frame");
  sf_odt_attribute (self->xml, "text:anchor-type", "as-char");
  sf_odt_attribute (self->xml, "svg:width", wide);
  sf_odt_attribute (self->xml, "svg:height", high);
  sf_odt_start (self->xml, "draw:image");
  sf_odt_start (self->xml, "office:binary-data");
  sf_odt_text (self->xml, data);
  sf_odt_end (self->xml);
  sf_odt_end (self->xml);
  sf_odt_start (self->xml, "svg:title");
  sf_odt_text (self->xml, block->alternative);
  sf_odt_end (self->xml);
  sf_odt_end (self->xml);
  sf_odt_end (self->xml);
  if (block->prose != NULL)
    write_paragraph (self, SF_ODT_CAPTION, block->prose);
}

static void
write_block (Writer *self, const SfBlock *block)
{
  switch (block->kind)
    {
    case SF_BLOCK_TITLE:
      write_title (self, block);
      break;
    case SF_BLOCK_HEADING:
      write_heading (self, block);
      break;
    case SF_BLOCK_PARAGRAPH:
      write_paragraph (self, SF_ODT_BODY, block->prose);
      break;
    case SF_BLOCK_LIST:
      write_list (self, block);
      break;
    case SF_BLOCK_TABLE:
      write_table (self, block);
      break;
    case SF_BLOCK_FIGURE:
      write_figure (self, block);
      break;
    case SF_BLOCK_PICTURE:
      write_picture (self, block);
      break;
    case SF_BLOCK_NOTE:
      write_paragraph (self, SF_ODT_NOTE_TITLE, block->prose);
      write_paragraphs (self, SF_ODT_NOTE, block->items);
      break;
    case SF_BLOCK_SIGN_OFF:
      write_paragraph (self, SF_ODT_BODY, block->prose);
      write_paragraphs (self, SF_ODT_LINE, block->items);
      break;
    case SF_BLOCK_CONTENTS:
      write_contents (self, block);
      break;
    case SF_BLOCK_PAIR:
      write_blocks (self, block->first);
      write_blocks (self, block->second);
      break;
    case SF_BLOCK_PAGE_BREAK:
      write_paragraph (self, SF_ODT_PAGE_BREAK, NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_blocks (Writer *self, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    write_block (self, blocks->pdata[i]);
}

void
sf_odt_write_content (xmlTextWriter *xml, SfDocument *document)
{
  Writer writer = { document, xml, 0, { { 0 }, 0 } };

  sf_odt_start_root (xml, "office:document-content");
  sf_odt_write_automatic_styles (xml, document);
  sf_odt_start (xml, "office:body");
  sf_odt_start (xml, "office:text");
  write_blocks (&writer, sf_document_get_blocks (document));
  sf_odt_end (xml);
  sf_odt_end (xml);
  sf_odt_end (xml);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-write-html.h"

#include <glib/gi18n-lib.h>

#include "report/sf-write-html-style.h"
#include "report/sf-write-private.h"

typedef struct
{
  SfDocument *document;
  GString *out;
  SfOutline outline;
} Page;

static void write_blocks (Page *self, GPtrArray *blocks);

/* --- text ------------------------------------------------------------------------------------- */

/* In text and in quoted attributes. */
static void
add_escaped (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\'':
        g_string_append (out, "&#39;");
        break;
      default:
        g_string_append_c (out, *at);
      }
}

static void
add_text (Page *self, const char *text)
{
  g_autofree char *clean = sf_write_clean (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (self->out, "<br>");
      add_escaped (self->out, lines[i]);
    }
}

static void
add_attribute (Page *self, const char *name, const char *value)
{
  g_autofree char *clean = sf_write_clean (value);

  g_string_append_printf (self->out, " %s=\"", name);
  add_escaped (self->out, clean);
  g_string_append_c (self->out, '"');
}

static void
add_element (Page *self, const char *name, const char *class, const SfSpan *span)
{
  g_string_append_printf (self->out, "<%s", name);
  if (class != NULL)
    add_attribute (self, "class", class);
  if (span->language != NULL)
    add_attribute (self, "lang", span->language);
  g_string_append_c (self->out, '>');
  add_text (self, span->text);
  g_string_append_printf (self->out, "</%s>", name);
}

static void
add_link (Page *self, const SfSpan *span)
{
  g_autofree char *path = NULL, *heading = NULL;
  const char *target = span->target;

  if (span->kind == SF_SPAN_FILE)
    target = path = sf_write_escape_path (span->target);
  else if (span->kind == SF_SPAN_LINK)
    target = heading = g_strconcat ("#", span->target, NULL);
  g_string_append (self->out, "<a");
  add_attribute (self, "href", target);
  if (span->kind == SF_SPAN_WEB)
    add_attribute (self, "rel", "noopener noreferrer");
  g_string_append_c (self->out, '>');
  add_text (self, span->text);
  g_string_append (self->out, "</a>");
}

static void
add_chip (Page *self, const SfSpan *span)
{
  static const char *const classes[SF_N_CHIP_TONES]
      = { "chip neutral", "chip best", "chip good", "chip warn", "chip poor" };

  g_string_append (self->out, "<span");
  add_attribute (self, "class", classes[span->tone]);
  g_string_append_c (self->out, '>');
  sf_write_html_mark (self->out, span->shape);
  add_text (self, span->text);
  g_string_append (self->out, "</span>");
}

static void
add_span (Page *self, const SfSpan *span)
{
  switch (span->kind)
    {
    case SF_SPAN_STRONG:
      add_element (self, "strong", NULL, span);
      break;
    case SF_SPAN_EMPHASIS:
      add_element (self, "em", NULL, span);
      break;
    case SF_SPAN_SMALL:
      add_element (self, "small", NULL, span);
      break;
    case SF_SPAN_CHIP:
      add_chip (self, span);
      break;
    case SF_SPAN_LINK:
    case SF_SPAN_WEB:
    case SF_SPAN_FILE:
      add_link (self, span);
      break;
    case SF_SPAN_PLAIN:
    default:
      if (span->language != NULL)
        add_element (self, "span", NULL, span);
      else
        add_text (self, span->text);
    }
}

static void
add_prose (Page *self, const SfProse *prose)
{
  for (guint i = 0; prose != NULL && i < sf_prose_get_n_spans (prose); i++)
    add_span (self, sf_prose_get_span (prose, i));
}

/* @start: the whole of the opening tag but its direction, which is the text's own */
static void
add_part (Page *self, const char *start, const SfProse *prose, const char *name)
{
  g_string_append_printf (self->out, "<%s dir=\"auto\">", start);
  add_prose (self, prose);
  g_string_append_printf (self->out, "</%s>\n", name);
}

/* --- blocks ----------------------------------------------------------------------------------- */

static void
write_title (Page *self, const SfBlock *block)
{
  g_string_append (self->out, "<header class=\"title\">\n");
  add_part (self, "h1", block->prose, "h1");
  for (guint i = 0; i < block->items->len; i++)
    add_part (self, "p class=\"subtitle\"", block->items->pdata[i], "p");
  if (block->facts->len > 0)
    g_string_append (self->out, "<dl>\n");
  for (guint i = 0; i < block->facts->len; i++)
    {
      const SfTitleFact *fact = &g_array_index (block->facts, SfTitleFact, i);

      g_string_append (self->out, "<div>");
      add_part (self, "dt", fact->label, "dt");
      add_part (self, "dd", fact->value, "dd");
      g_string_append (self->out, "</div>\n");
    }
  if (block->facts->len > 0)
    g_string_append (self->out, "</dl>\n");
  if (block->foot != NULL)
    add_part (self, "p class=\"foot\"", block->foot, "p");
  g_string_append (self->out, "</header>\n");
}

/* The document's name is the page's one heading of level 1, so all others are one deeper. */
static void
write_heading (Page *self, const SfBlock *block)
{
  g_autofree char *id = sf_write_get_id (self->document, block);
  g_autofree char *color = block->has_accent ? sf_write_color (block->accent) : NULL;
  guint level = 1;

  if (!sf_write_is_name (self->document, block))
    level += sf_outline_add (&self->outline, block);
  g_string_append_printf (self->out, "<h%u", level);
  add_attribute (self, "id", id);
  add_attribute (self, "dir", "auto");
  if (color != NULL)
    {
      g_autofree char *style = g_strconcat ("--accent:", color, NULL);

      add_attribute (self, "class", "accent");
      add_attribute (self, "style", style);
    }
  g_string_append_c (self->out, '>');
  add_prose (self, block->prose);
  if (block->trailing != NULL)
    {
      g_string_append (self->out, " <span class=\"trailing\">");
      add_prose (self, block->trailing);
      g_string_append (self->out, "</span>");
    }
  g_string_append_printf (self->out, "</h%u>\n", level);
}

static void
write_list (Page *self, const SfBlock *block)
{
  const char *name = block->ordered ? "ol" : "ul";

  g_string_append_printf (self->out, "<%s>\n", name);
  for (guint i = 0; i < block->items->len; i++)
    add_part (self, "li", block->items->pdata[i], "li");
  g_string_append_printf (self->out, "</%s>\n", name);
}

static void
write_note (Page *self, const SfBlock *block)
{
  g_string_append (self->out, "<div class=\"note\" role=\"note\">\n");
  add_part (self, "p class=\"note-title\"", block->prose, "p");
  for (guint i = 0; i < block->items->len; i++)
    add_part (self, "p", block->items->pdata[i], "p");
  g_string_append (self->out, "</div>\n");
}

static void
write_sign_off (Page *self, const SfBlock *block)
{
  g_string_append (self->out, "<div class=\"sign-off\">\n");
  add_part (self, "p", block->prose, "p");
  for (guint i = 0; i < block->items->len; i++)
    add_part (self, "p class=\"line\"", block->items->pdata[i], "p");
  g_string_append (self->out, "</div>\n");
}

static void
write_contents (Page *self, const SfBlock *block)
{
  g_autoptr (GPtrArray) headings = sf_write_list_headings (self->document, block->deepest);

  g_string_append (self->out, "<nav");
  add_attribute (self, "aria-label", _ ("Contents"));
  g_string_append (self->out, ">\n<ul class=\"contents\">\n");
  for (guint i = 0; i < headings->len; i++)
    {
      const SfBlock *heading = headings->pdata[i];
      g_autofree char *id = sf_write_get_id (self->document, heading);
      g_autofree char *target = g_strconcat ("#", id, NULL);

      g_string_append_printf (self->out, "<li class=\"level-%u\" dir=\"auto\"><a", heading->level);
      add_attribute (self, "href", target);
      g_string_append_c (self->out, '>');
      add_text (self, sf_prose_get_text (heading->prose));
      g_string_append (self->out, "</a></li>\n");
    }
  g_string_append (self->out, "</ul>\n</nav>\n");
}

/* --- tables ----------------------------------------------------------------------------------- */

static void
write_cell (Page *self, const SfBlock *table, const SfTableCell *cell, guint column)
{
  static const char *const scopes[] = { NULL, "col", "row", "rowgroup" };
  const char *name = cell->scope == SF_SCOPE_NONE ? "td" : "th";

  g_string_append_printf (self->out, "<%s dir=\"auto\"", name);
  if (cell->scope != SF_SCOPE_NONE)
    add_attribute (self, "scope", scopes[cell->scope]);
  if (cell->span > 1)
    g_string_append_printf (self->out, " colspan=\"%u\"", cell->span);
  if (column < table->columns->len)
    {
      SfAlign align = g_array_index (table->columns, SfTableColumn, column).align;

      if (align != SF_ALIGN_START)
        add_attribute (self, "class", align == SF_ALIGN_END ? "end" : "center");
    }
  g_string_append_c (self->out, '>');
  for (guint i = 0; i < cell->paragraphs->len; i++)
    if (cell->paragraphs->len == 1)
      add_prose (self, cell->paragraphs->pdata[i]);
    else
      add_part (self, "p", cell->paragraphs->pdata[i], "p");
  g_string_append_printf (self->out, "</%s>", name);
}

static void
write_row (Page *self, const SfBlock *table, const SfTableRow *row)
{
  guint column = 0;

  g_string_append (self->out, "<tr>");
  for (guint i = 0; i < row->cells->len; i++)
    {
      const SfTableCell *cell = row->cells->pdata[i];

      write_cell (self, table, cell, column);
      column += cell->span;
    }
  g_string_append (self->out, "</tr>\n");
}

static gboolean
begins_group (const SfTableRow *row)
{
  return row->cells->len > 0 && ((SfTableCell *)row->cells->pdata[0])->scope == SF_SCOPE_ROWS;
}

static void
write_columns (Page *self, const SfBlock *block)
{
  double all = 0;

  for (guint i = 0; i < block->columns->len; i++)
    all += g_array_index (block->columns, SfTableColumn, i).weight;
  g_string_append (self->out, "<colgroup>");
  for (guint i = 0; i < block->columns->len; i++)
    g_string_append_printf (self->out, "<col style=\"width:%.0f%%\">",
                            g_array_index (block->columns, SfTableColumn, i).weight * 100 / all);
  g_string_append (self->out, "</colgroup>\n");
}

/* What heads the rows below it begins a body of its own, as its scope asks. */
static void
write_table (Page *self, const SfBlock *block)
{
  g_string_append (self->out, "<table>\n");
  if (block->alternative != NULL)
    {
      g_string_append (self->out, "<caption>");
      add_text (self, block->alternative);
      g_string_append (self->out, "</caption>\n");
    }
  write_columns (self, block);
  if (block->header->len > 0)
    g_string_append (self->out, "<thead>\n");
  for (guint i = 0; i < block->header->len; i++)
    write_row (self, block, block->header->pdata[i]);
  if (block->header->len > 0)
    g_string_append (self->out, "</thead>\n");
  g_string_append (self->out, "<tbody>\n");
  for (guint i = 0; i < block->rows->len; i++)
    {
      if (i > 0 && begins_group (block->rows->pdata[i]))
        g_string_append (self->out, "</tbody>\n<tbody>\n");
      write_row (self, block, block->rows->pdata[i]);
    }
  g_string_append (self->out, "</tbody>\n</table>\n");
}

static void
write_figure (Page *self, const SfBlock *block)
{
  g_autoptr (SfBlock) table = sf_write_tabulate_chart (block);

  g_string_append (self->out, "<figure>\n<p>");
  add_text (self, block->alternative);
  g_string_append (self->out, "</p>\n");
  if (table != NULL)
    write_table (self, table);
  if (block->prose != NULL)
    add_part (self, "figcaption", block->prose, "figcaption");
  g_string_append (self->out, "</figure>\n");
}

static void
write_picture (Page *self, const SfBlock *block)
{
  g_autofree char *data = sf_write_encode_picture (block->picture);

  g_string_append (self->out, "<figure>\n<img");
  add_attribute (self, "alt", block->alternative);
  g_string_append_printf (self->out, " width=\"%u\" height=\"%u\"",
                          sf_picture_get_width (block->picture),
                          sf_picture_get_height (block->picture));
  g_string_append_printf (self->out, " src=\"data:image/png;base64,%s\">\n", data);
  if (block->prose != NULL)
    add_part (self, "figcaption", block->prose, "figcaption");
  g_string_append (self->out, "</figure>\n");
}

static void
write_pair (Page *self, const SfBlock *block)
{
  g_string_append (self->out, "<div class=\"pair\">\n<div>\n");
  write_blocks (self, block->first);
  g_string_append (self->out, "</div>\n<div>\n");
  write_blocks (self, block->second);
  g_string_append (self->out, "</div>\n</div>\n");
}

static void
write_block (Page *self, const SfBlock *block)
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
      add_part (self, "p", block->prose, "p");
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
      write_note (self, block);
      break;
    case SF_BLOCK_SIGN_OFF:
      write_sign_off (self, block);
      break;
    case SF_BLOCK_CONTENTS:
      write_contents (self, block);
      break;
    case SF_BLOCK_PAIR:
      write_pair (self, block);
      break;
    case SF_BLOCK_PAGE_BREAK:
      g_string_append (self->out, "<div class=\"page-break\"></div>\n");
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_blocks (Page *self, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    write_block (self, blocks->pdata[i]);
}

/* --- the page --------------------------------------------------------------------------------- */

static void
write_meta (Page *self, const char *name, const char *content)
{
  if (content == NULL)
    return;
  g_string_append (self->out, "<meta");
  add_attribute (self, "name", name);
  add_attribute (self, "content", content);
  g_string_append (self->out, ">\n");
}

static gboolean
has_name (SfDocument *document)
{
  GPtrArray *blocks = sf_document_get_blocks (document);

  for (guint i = 0; i < blocks->len; i++)
    if (((SfBlock *)blocks->pdata[i])->kind == SF_BLOCK_TITLE
        || sf_write_is_name (document, blocks->pdata[i]))
      return TRUE;
  return FALSE;
}

GBytes *
sf_write_html (SfDocument *document)
{
  Page page = { document, g_string_new ("<!DOCTYPE html>\n<html"), { { 0 }, 0 } };
  gsize length;

  g_return_val_if_fail (SF_IS_DOCUMENT (document), NULL);

  add_attribute (&page, "lang", sf_document_get_language (document));
  g_string_append (page.out, ">\n<head>\n<meta charset=\"utf-8\">\n<title>");
  add_text (&page, sf_document_get_title (document));
  g_string_append (page.out, "</title>\n");
  write_meta (&page, "viewport", "width=device-width, initial-scale=1");
  write_meta (&page, "color-scheme", "light dark");
  write_meta (&page, "author", sf_document_get_author (document));
  write_meta (&page, "date", sf_document_get_date (document));
  g_string_append_printf (page.out, "<style>\n%s</style>\n</head>\n<body>\n<main>\n",
                          sf_write_html_style);
  if (!has_name (document))
    {
      g_string_append (page.out, "<h1>");
      add_text (&page, sf_document_get_title (document));
      g_string_append (page.out, "</h1>\n");
    }
  write_blocks (&page, sf_document_get_blocks (document));
  g_string_append (page.out, "</main>\n</body>\n</html>\n");
  length = page.out->len;
  return g_bytes_new_take (g_string_free (page.out, FALSE), length);
}

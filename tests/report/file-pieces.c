/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "file-pieces.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

#include "report/sf-write-private.h"

/* --- pieces ----------------------------------------------------------------------------------- */

static void
add (GPtrArray *pieces, const char *kind, const char *text)
{
  g_autofree char *clean = sf_write_clean (text);
  g_auto (GStrv) words = g_strsplit_set (clean, " \t\n", -1);
  GString *piece = g_string_new (kind);

  g_string_append (piece, ": ");
  for (guint i = 0, n = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (piece, "%s%s", n++ > 0 ? " " : "", words[i]);
  g_ptr_array_add (pieces, g_string_free (piece, FALSE));
}

static void
add_cell (GPtrArray *pieces, gboolean head, guint span, const char *text)
{
  g_autofree char *kind = span > 1 ? g_strdup_printf ("%s %u", head ? "head" : "cell", span)
                                   : g_strdup (head ? "head" : "cell");

  add (pieces, kind, text);
}

/* --- of blocks -------------------------------------------------------------------------------- */

typedef struct
{
  SfDocument *document;
  GPtrArray *pieces;
  GArray *levels; /* of the headings before */
} Blocks;

static void
add_prose (Blocks *self, const char *kind, const SfProse *prose)
{
  if (prose != NULL)
    add (self->pieces, kind, sf_prose_get_text (prose));
}

static void
add_all (Blocks *self, const char *kind, GPtrArray *proses)
{
  for (guint i = 0; proses != NULL && i < proses->len; i++)
    add_prose (self, kind, proses->pdata[i]);
}

static void
add_rows (Blocks *self, GPtrArray *rows, gboolean head)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SfTableRow *row = rows->pdata[i];

      for (guint k = 0; k < row->cells->len; k++)
        {
          const SfTableCell *cell = row->cells->pdata[k];
          g_autoptr (GString) text = g_string_new (NULL);

          for (guint n = 0; n < cell->paragraphs->len; n++)
            g_string_append_printf (text, "%s\n", sf_prose_get_text (cell->paragraphs->pdata[n]));
          add_cell (self->pieces, head, cell->span, text->str);
        }
    }
}

static void
add_table (Blocks *self, const SfBlock *table)
{
  if (table->alternative != NULL)
    add (self->pieces, "name", table->alternative);
  add_rows (self, table->header, TRUE);
  add_rows (self, table->rows, FALSE);
}

static void
add_title (Blocks *self, const SfBlock *block)
{
  add_prose (self, "title", block->prose);
  add_all (self, "p", block->items);
  for (guint i = 0; i < block->facts->len; i++)
    {
      const SfTitleFact *fact = &g_array_index (block->facts, SfTitleFact, i);

      add_prose (self, "label", fact->label);
      add_prose (self, "value", fact->value);
    }
  add_prose (self, "p", block->foot);
}

/* One more than the headings that it stands under. */
static guint
get_level (Blocks *self, guint size)
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
add_heading (Blocks *self, const SfBlock *block)
{
  g_autofree char *kind = NULL;
  g_autofree char *text
      = g_strconcat (sf_prose_get_text (block->prose), block->trailing != NULL ? " – " : "",
                     block->trailing != NULL ? sf_prose_get_text (block->trailing) : "", NULL);

  if (self->pieces->len == 0 && g_strcmp0 (block->id, "title") == 0)
    kind = g_strdup ("title");
  else
    kind = g_strdup_printf ("h%u", get_level (self, block->level));
  add (self->pieces, kind, text);
}

static void
add_entries (Blocks *self, const SfBlock *contents)
{
  g_autoptr (GPtrArray) headings = sf_write_list_headings (self->document, contents->deepest);

  for (guint i = 0; i < headings->len; i++)
    add_prose (self, "entry", ((SfBlock *)headings->pdata[i])->prose);
}

/* A chart is told in words and in a table. */
static void
add_figure (Blocks *self, const SfBlock *block)
{
  g_autoptr (SfBlock) table = sf_write_tabulate_chart (block);

  add (self->pieces, "p", block->alternative);
  if (table != NULL)
    add_table (self, table);
  add_prose (self, "p", block->prose);
}

static void
add_blocks (Blocks *self, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const SfBlock *block = blocks->pdata[i];

      switch (block->kind)
        {
        case SF_BLOCK_TITLE:
          add_title (self, block);
          break;
        case SF_BLOCK_HEADING:
          add_heading (self, block);
          break;
        case SF_BLOCK_LIST:
          add_all (self, "li", block->items);
          break;
        case SF_BLOCK_TABLE:
          add_table (self, block);
          break;
        case SF_BLOCK_FIGURE:
          add_figure (self, block);
          break;
        case SF_BLOCK_PICTURE:
          add (self->pieces, "picture", block->alternative);
          add_prose (self, "p", block->prose);
          break;
        case SF_BLOCK_CONTENTS:
          add_entries (self, block);
          break;
        case SF_BLOCK_PAIR:
          add_blocks (self, block->first);
          add_blocks (self, block->second);
          break;
        case SF_BLOCK_PARAGRAPH:
        case SF_BLOCK_NOTE:
        case SF_BLOCK_SIGN_OFF:
          add_prose (self, "p", block->prose);
          add_all (self, "p", block->items);
          break;
        case SF_BLOCK_PAGE_BREAK:
        default:
          break;
        }
    }
}

GPtrArray *
test_list_block_pieces (SfDocument *document)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (guint));
  Blocks self = { document, g_ptr_array_new_with_free_func (g_free), levels };

  add_blocks (&self, sf_document_get_blocks (document));
  return self.pieces;
}

/* --- of files --------------------------------------------------------------------------------- */

static gboolean
is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

/* Where the value is @value, or whatever it is. */
static gboolean
has (xmlNode *node, const char *attribute, const char *value)
{
  xmlChar *found = xmlGetProp (node, BAD_CAST attribute);
  gboolean is_so = found != NULL && (value == NULL || g_str_equal ((const char *)found, value));

  xmlFree (found);
  return is_so;
}

static guint
get_number (xmlNode *node, const char *attribute, guint otherwise)
{
  xmlChar *found = xmlGetProp (node, BAD_CAST attribute);
  guint number
      = found != NULL ? (guint)g_ascii_strtoull ((const char *)found, NULL, 10) : otherwise;

  xmlFree (found);
  return number;
}

static gboolean
is_within (const xmlNode *node, const char *name)
{
  for (const xmlNode *at = node->parent; at != NULL; at = at->parent)
    if (is (at, name))
      return TRUE;
  return FALSE;
}

/* The words in @nodes and what stands beside them. What a page number's place holds is no word. */
static void
add_words (xmlNode *nodes, GString *words)
{
  for (xmlNode *node = nodes; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        g_string_append (words, (const char *)node->content);
      else if (is (node, "br") || is (node, "line-break") || is (node, "tab"))
        g_string_append_c (words, '\n');
      else if (is (node, "span") && has (node, "class", "trailing"))
        g_string_append (words, " – ");
      if (!is (node, "bookmark-ref"))
        add_words (node->children, words);
      if (is (node, "p"))
        g_string_append_c (words, '\n');
    }
}

static char *
get_words (xmlNode *node)
{
  GString *words = g_string_new (NULL);

  add_words (node->children, words);
  return g_string_free (words, FALSE);
}

static void
add_node (GPtrArray *pieces, const char *kind, xmlNode *node)
{
  g_autofree char *words = get_words (node);

  add (pieces, kind, words);
}

static void
add_cell_node (GPtrArray *pieces, xmlNode *node, gboolean head, const char *span)
{
  g_autofree char *words = get_words (node);

  add_cell (pieces, head, get_number (node, span, 1), words);
}

/* FALSE: what is in the element is looked at */
static gboolean
add_html_piece (GPtrArray *pieces, xmlNode *node)
{
  static const char *const kinds[][2]
      = { { "h1", "title" }, { "h2", "h1" },       { "h3", "h2" },    { "h4", "h3" },
          { "p", "p" },      { "dt", "label" },    { "dd", "value" }, { "caption", "name" },
          { "li", "li" },    { "figcaption", "p" } };

  if (is (node, "style") || is (node, "head"))
    return TRUE;
  if (is (node, "th") || is (node, "td"))
    {
      add_cell_node (pieces, node, is_within (node, "thead"), "colspan");
      return TRUE;
    }
  if (is (node, "img"))
    {
      xmlChar *words = xmlGetProp (node, BAD_CAST "alt");

      add (pieces, "picture", (const char *)words);
      xmlFree (words);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is (node, kinds[i][0]))
      {
        add_node (pieces, is_within (node, "nav") ? "entry" : kinds[i][1], node);
        return TRUE;
      }
  return FALSE;
}

/* The label and the value of a line of the title page, which a stop parts. */
static void
add_fact (GPtrArray *pieces, xmlNode *node)
{
  g_autofree char *words = get_words (node);
  char *stop = strchr (words, '\n');

  g_assert_nonnull (stop);
  *stop = '\0';
  add (pieces, "label", words);
  add (pieces, "value", stop + 1);
}

static void
add_odt_paragraph (GPtrArray *pieces, xmlNode *node)
{
  g_autofree char *words = get_words (node);

  if (has (node, "style-name", "Fact"))
    add_fact (pieces, node);
  else if (has (node, "style-name", "Title"))
    add (pieces, "title", words);
  else if (is_within (node, "index-body"))
    add (pieces, "entry", words);
  else if (is_within (node, "list-item"))
    add (pieces, "li", words);
  else if (!has (node, "style-name", "After_20_table")
           && !has (node, "style-name", "Page_20_break"))
    add (pieces, "p", words);
}

static gboolean
add_odt_piece (GPtrArray *pieces, xmlNode *node)
{
  g_autofree char *heading = NULL;

  if (is (node, "automatic-styles"))
    return TRUE;
  if (is (node, "h"))
    {
      heading = g_strdup_printf ("h%u", get_number (node, "outline-level", 0));
      add_node (pieces, heading, node);
    }
  else if (is (node, "table-cell"))
    add_cell_node (pieces, node, is_within (node, "table-header-rows"), "number-columns-spanned");
  else if (is (node, "title"))
    add_node (pieces, is_within (node, "frame") ? "picture" : "name", node);
  else if (is (node, "p") && node->children != NULL && is (node->children, "frame"))
    return FALSE;
  else if (is (node, "p"))
    add_odt_paragraph (pieces, node);
  else
    return is (node, "binary-data");
  return TRUE;
}

static void
add_nodes (GPtrArray *pieces, xmlNode *nodes, gboolean (*add_piece) (GPtrArray *, xmlNode *))
{
  for (xmlNode *node = nodes; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !add_piece (pieces, node))
      add_nodes (pieces, node->children, add_piece);
}

GPtrArray *
test_list_html_pieces (GBytes *html)
{
  xmlDoc *doc = htmlReadMemory (g_bytes_get_data (html, NULL), (int)g_bytes_get_size (html), NULL,
                                "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NONET);
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);

  g_assert_nonnull (doc);
  add_nodes (pieces, xmlDocGetRootElement (doc), add_html_piece);
  xmlFreeDoc (doc);
  return pieces;
}

static char *
read_content (GBytes *odt, gsize *length)
{
  zip_source_t *source
      = zip_source_buffer_create (g_bytes_get_data (odt, NULL), g_bytes_get_size (odt), 0, NULL);
  zip_t *zip = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
  zip_stat_t status;
  zip_file_t *file;
  char *text;

  g_assert_nonnull (zip);
  g_assert_cmpint (zip_stat (zip, "content.xml", 0, &status), ==, 0);
  text = g_malloc (status.size);
  file = zip_fopen (zip, "content.xml", 0);
  g_assert_cmpint (zip_fread (file, text, status.size), ==, status.size);
  zip_fclose (file);
  zip_discard (zip);
  *length = status.size;
  return text;
}

GPtrArray *
test_list_odt_pieces (GBytes *odt)
{
  gsize length;
  g_autofree char *text = read_content (odt, &length);
  xmlDoc *doc = xmlReadMemory (text, (int)length, "content.xml", NULL, XML_PARSE_NONET);
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);

  g_assert_nonnull (doc);
  add_nodes (pieces, xmlDocGetRootElement (doc), add_odt_piece);
  xmlFreeDoc (doc);
  return pieces;
}

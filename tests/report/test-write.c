/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Documents as web page and as text document: nothing lost, in order, and no text is markup. */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>
#include <zip.h>

#include "report-test-model.h"
#include "report-test-util.h"
#include "report/sf-write-html.h"
#include "report/sf-write-odt.h"

#define HOSTILE "</p></text:p><script>alert(1)</script>&amp;\"'><img src=x onerror=y>]]>\x01\x1b"
#define HOSTILE_SHOWN "</p></text:p><script>alert(1)</script>&amp;\"'><img src=x onerror=y>]]>"

/* --- reading what was written ----------------------------------------------------------------- */

static xmlDoc *
parse_html (SfDocument *document)
{
  g_autoptr (GBytes) bytes = sf_write_html (document);
  xmlDoc *doc = htmlReadMemory (g_bytes_get_data (bytes, NULL), (int)g_bytes_get_size (bytes), NULL,
                                "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NONET);

  g_assert_nonnull (doc);
  return doc;
}

static char *
unzip (GBytes *bytes, const char *name, gsize *length)
{
  zip_source_t *source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL),
                                                   g_bytes_get_size (bytes), 0, NULL);
  zip_t *zip = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
  zip_stat_t status;
  zip_file_t *file;
  char *text;

  g_assert_nonnull (zip);
  g_assert_cmpint (zip_stat (zip, name, 0, &status), ==, 0);
  text = g_malloc (status.size + 1);
  file = zip_fopen (zip, name, 0);
  g_assert_cmpint (zip_fread (file, text, status.size), ==, status.size);
  text[status.size] = '\0';
  zip_fclose (file);
  zip_discard (zip);
  if (length != NULL)
    *length = status.size;
  return text;
}

static xmlDoc *
parse_odt_part (SfDocument *document, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sf_write_odt (document, &error);
  g_autofree char *text = NULL;
  gsize length;
  xmlDoc *doc;

  g_assert_no_error (error);
  text = unzip (bytes, part, &length);
  doc = xmlReadMemory (text, (int)length, part, NULL, XML_PARSE_NONET);
  g_assert_nonnull (doc);
  return doc;
}

/* How many nodes, and the text of the first. */
static int
query (xmlDoc *doc, const char *path, char **text)
{
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *found;
  int n;

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
  xmlXPathRegisterNs (context, BAD_CAST "text", BAD_CAST ODF "text:1.0");
  xmlXPathRegisterNs (context, BAD_CAST "table", BAD_CAST ODF "table:1.0");
  xmlXPathRegisterNs (context, BAD_CAST "style", BAD_CAST ODF "style:1.0");
  xmlXPathRegisterNs (context, BAD_CAST "xlink", BAD_CAST "http://www.w3.org/1999/xlink");
  found = xmlXPathEvalExpression (BAD_CAST path, context);
  g_assert_nonnull (found);
  n = found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;
  if (text != NULL)
    {
      xmlChar *content = n > 0 ? xmlNodeGetContent (found->nodesetval->nodeTab[0]) : NULL;

      *text = g_strdup ((const char *)content);
      xmlFree (content);
    }
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return n;
}

static void
add_text_of (xmlNode *node, GString *text)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      g_string_append (text, (const char *)node->content);
    else if (g_strcmp0 ((const char *)node->name, "style") != 0)
      add_text_of (node->children, text);
}

/* Every text of the document stands in the file, one after the other. */
static void
assert_in_order (SfDocument *document, xmlDoc *doc)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *wanted = test_document_text (document, NULL);
  g_auto (GStrv) lines = g_strsplit (wanted, "\n", -1);
  const char *at;
  guint n = 0;

  add_text_of (xmlDocGetRootElement (doc), text);
  at = text->str;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *found = strstr (at, lines[i]);

      if (found == NULL)
        g_error ("not there, or not in its place: %s", lines[i]);
      at = found + strlen (lines[i]);
      n++;
    }
  g_assert_cmpuint (n, >, 80);
}

static guint
count_blocks (GPtrArray *blocks, SfBlockKind kind, guint level)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SfBlock *block = blocks->pdata[i];

      n += block->kind == kind && (level == 0 || block->level == level);
      if (block->kind == SF_BLOCK_PAIR)
        n += count_blocks (block->first, kind, level) + count_blocks (block->second, kind, level);
    }
  return n;
}

/* --- HTML ------------------------------------------------------------------------------------- */

static void
test_html_structure (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  GPtrArray *blocks = sf_document_get_blocks (document);
  xmlDoc *doc = parse_html (document);
  g_autofree char *title = NULL;

  assert_in_order (document, doc);
  g_assert_cmpint (query (doc, "//h1", &title), ==, 1);
  g_assert_cmpstr (title, ==, "Millbrook Children’s Centre");
  for (guint level = 1; level <= 3; level++)
    {
      g_autofree char *path = g_strdup_printf ("//h%u", level + 1);

      g_assert_cmpint (query (doc, path, NULL), ==, count_blocks (blocks, SF_BLOCK_HEADING, level));
    }
  g_assert_cmpint (query (doc, "//table", NULL), ==,
                   count_blocks (blocks, SF_BLOCK_TABLE, 0)
                       + count_blocks (blocks, SF_BLOCK_FIGURE, 0));
  g_assert_cmpint (query (doc, "//figure", NULL), ==, count_blocks (blocks, SF_BLOCK_FIGURE, 0));
  g_assert_cmpint (query (doc, "//thead//th[@scope='col']", NULL), ==, 5 + 4 * 2);
  g_assert_cmpint (query (doc, "//tbody//th[@scope='row']", NULL), >=, 6 + 4);
  g_assert_cmpint (query (doc, "//ol/li", NULL), ==, 3 * 3);
  g_assert_cmpint (query (doc, "//html[@lang='en-GB']", NULL), ==, 1);
  g_assert_cmpint (query (doc, "//figure/table/caption", NULL), ==, 4);
  g_assert_cmpint (query (doc, "//script|//link|//img|//iframe|//*[@onclick]", NULL), ==, 0);
  xmlFreeDoc (doc);
}

/* Each link inside the page, those of the contents list too, leads to one heading. */
static void
test_html_links (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  xmlDoc *doc = parse_html (document);
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *links = xmlXPathEvalExpression (BAD_CAST "//a/@href", context);

  g_assert_cmpint (links->nodesetval->nodeNr, >, 10);
  for (int i = 0; i < links->nodesetval->nodeNr; i++)
    {
      xmlChar *target = xmlNodeGetContent (links->nodesetval->nodeTab[i]);
      g_autofree char *path = g_strdup_printf ("//*[@id='%s']", (const char *)target + 1);

      g_assert_cmpint (target[0], ==, '#');
      g_assert_cmpint (query (doc, path, NULL), ==, 1);
      xmlFree (target);
    }
  xmlXPathFreeObject (links);
  xmlXPathFreeContext (context);
  xmlFreeDoc (doc);
}

/* --- ODT -------------------------------------------------------------------------------------- */

static void
test_odt_structure (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  GPtrArray *blocks = sf_document_get_blocks (document);
  xmlDoc *doc = parse_odt_part (document, "content.xml");

  assert_in_order (document, doc);
  for (guint level = 1; level <= 3; level++)
    {
      g_autofree char *path = g_strdup_printf ("//text:h[@text:outline-level='%u']", level);

      g_assert_cmpint (query (doc, path, NULL), ==, count_blocks (blocks, SF_BLOCK_HEADING, level));
    }
  g_assert_cmpint (query (doc, "//table:table", NULL), ==,
                   count_blocks (blocks, SF_BLOCK_TABLE, 0)
                       + count_blocks (blocks, SF_BLOCK_FIGURE, 0));
  g_assert_cmpint (query (doc, "//table:table-header-rows//table:table-cell", NULL), ==, 5 + 4 * 2);
  g_assert_cmpint (query (doc, "//text:list", NULL), ==, count_blocks (blocks, SF_BLOCK_LIST, 0));
  g_assert_cmpint (query (doc, "//text:table-of-content//text:a", NULL), >, 10);
  xmlFreeDoc (doc);
}

/* Every style that the text names is there: an office program drops a name it does not know. */
static void
test_odt_styles (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  xmlDoc *content = parse_odt_part (document, "content.xml");
  xmlDoc *styles = parse_odt_part (document, "styles.xml");
  xmlXPathContext *context = xmlXPathNewContext (content);
  xmlXPathObject *names;

  xmlXPathRegisterNs (context, BAD_CAST "text", BAD_CAST ODF "text:1.0");
  xmlXPathRegisterNs (context, BAD_CAST "table", BAD_CAST ODF "table:1.0");
  names = xmlXPathEvalExpression (BAD_CAST "//@text:style-name|//@table:style-name", context);
  g_assert_cmpint (names->nodesetval->nodeNr, >, 100);
  for (int i = 0; i < names->nodesetval->nodeNr; i++)
    {
      xmlChar *name = xmlNodeGetContent (names->nodesetval->nodeTab[i]);
      g_autofree char *path = g_strdup_printf ("//*[@style:name='%s']", (const char *)name);

      if (query (content, path, NULL) + query (styles, path, NULL) != 1)
        g_error ("no style, or two, of the name %s", name);
      xmlFree (name);
    }
  xmlXPathFreeObject (names);
  xmlXPathFreeContext (context);
  xmlFreeDoc (styles);
  xmlFreeDoc (content);
}

/* What a file type is told by: the first entry, stored, with no extra field, at byte 30. */
static void
test_odt_container (void)
{
  static const char type[] = "application/vnd.oasis.opendocument.text";
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sf_write_odt (document, &error);
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  g_autofree char *manifest = NULL;

  g_assert_no_error (error);
  g_assert_cmpmem (data, 4, "PK\3\4", 4);
  g_assert_cmpmem (data + 6, 4, "\0\0\0\0", 4);   /* no flags, stored */
  g_assert_cmpmem (data + 26, 4, "\x8\0\0\0", 4); /* a name of 8 bytes, no extra field */
  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_cmpmem (data + 38, sizeof type - 1, type, sizeof type - 1);
  manifest = unzip (bytes, "META-INF/manifest.xml", NULL);
  g_assert_nonnull (strstr (manifest, type));
  g_assert_nonnull (strstr (manifest, "content.xml"));
}

/* --- both ------------------------------------------------------------------------------------- */

static void
test_repeats (void)
{
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDocument) again = test_make_sample ();
  g_autoptr (GBytes) html = sf_write_html (document), html_again = sf_write_html (again);
  g_autoptr (GBytes) odt = sf_write_odt (document, NULL);
  g_autoptr (GBytes) odt_again = NULL;

  g_usleep (2100 * 1000); /* past the two seconds that a ZIP counts in */
  odt_again = sf_write_odt (again, NULL);
  g_assert_true (g_bytes_equal (html, html_again));
  g_assert_true (g_bytes_equal (odt, odt_again));
}

static SfDocument *
make_hostile (void)
{
  SfDocument *document = sf_document_new (HOSTILE, "en-GB\" onload=\"x", NULL);
  SfBlock *table = sf_block_new_table ();
  SfProse *links = sf_prose_new (NULL);

  sf_document_set_author (document, HOSTILE);
  sf_document_add_heading (document, 1, HOSTILE, "\"><script>");
  sf_document_add_text (document, HOSTILE);
  sf_block_add_column (table, 1, SF_ALIGN_START);
  sf_block_set_name (table, HOSTILE);
  sf_table_row_add_cell (sf_block_add_row (table), sf_prose_new (HOSTILE), SF_SCOPE_NONE);
  sf_document_add (document, table);
  sf_prose_add_web_link (links, "one", "javascript:alert(1)");
  sf_prose_add_web_link (links, "two", "file:///etc/passwd");
  sf_prose_add_web_link (links, "three", "https://example.org/\" onclick=\"x");
  sf_prose_add_web_link (links, "four", "HTTPS://example.org/?a=1&b='<>");
  sf_prose_add_file_link (links, "five", "../../etc/passwd");
  sf_prose_add_file_link (links, "six", "/etc/passwd");
  sf_prose_add_file_link (links, "seven", "javascript:x");
  sf_prose_add_file_link (links, "eight", "files/LLD-S1 100% \"Wir\" #1?.pdf");
  sf_document_add (document, sf_block_new_paragraph (links));
  return document;
}

static void
test_hostile (void)
{
  g_autoptr (SfDocument) document = make_hostile ();
  xmlDoc *html = parse_html (document), *odt = parse_odt_part (document, "content.xml");
  g_autofree char *cell = NULL, *odt_cell = NULL, *web = NULL, *file = NULL;

  g_assert_cmpint (query (html, "//script|//img|//*[@onload]|//*[@onclick]", NULL), ==, 0);
  g_assert_cmpint (query (html, "//td", &cell), ==, 1);
  g_assert_cmpstr (cell, ==, HOSTILE_SHOWN);
  g_assert_cmpint (query (odt, "//table:table-cell", &odt_cell), ==, 1);
  g_assert_cmpstr (odt_cell, ==, HOSTILE_SHOWN);
  g_assert_cmpint (query (html, "//a", NULL), ==, 2);
  g_assert_cmpint (query (html, "//a[1]/@href", &web), ==, 1);
  g_assert_cmpstr (web, ==, "HTTPS://example.org/?a=1&b='<>");
  g_assert_cmpint (query (html, "//a[2]/@href", &file), ==, 1);
  g_assert_cmpstr (file, ==, "files/LLD-S1%20100%25%20%22Wir%22%20%231%3F.pdf");
  g_clear_pointer (&file, g_free);
  g_assert_cmpint (query (odt, "//text:a", NULL), ==, 2);
  g_assert_cmpint (query (odt, "//text:a[2]/@xlink:href", &file), ==, 1);
  g_assert_cmpstr (file, ==, "../files/LLD-S1%20100%25%20%22Wir%22%20%231%3F.pdf");
  xmlFreeDoc (html);
  xmlFreeDoc (odt);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/write/html/structure", test_html_structure);
  g_test_add_func ("/write/html/links", test_html_links);
  g_test_add_func ("/write/odt/structure", test_odt_structure);
  g_test_add_func ("/write/odt/styles", test_odt_styles);
  g_test_add_func ("/write/odt/container", test_odt_container);
  g_test_add_func ("/write/repeats", test_repeats);
  g_test_add_func ("/write/hostile", test_hostile);
  return g_test_run ();
}

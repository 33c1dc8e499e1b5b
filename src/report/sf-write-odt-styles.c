/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How an ODT looks: styles that its reader changes in one place. */
#include <math.h>
#include <string.h>

#include "report/sf-write-odt-private.h"
#include "report/sf-write-private.h"

#define PARAGRAPH "style:paragraph-properties"
#define TEXT "style:text-properties"

/* Properties are written "name=value;name=value". */
typedef struct
{
  const char *family;
  const char *name; /* as XML names it: "_20_" is a space */
  const char *parent;
  const char *element;
  const char *properties;
  const char *text_properties;
} Style;

static const Style styles[] = {
  { "paragraph", "Standard", NULL, PARAGRAPH, "fo:line-height=130%", NULL },
  { "paragraph", SF_ODT_BODY, "Standard", PARAGRAPH, "fo:margin-bottom=0.21cm", NULL },
  { "paragraph", SF_ODT_TITLE, "Standard", PARAGRAPH, "fo:margin-bottom=0.2cm",
    "fo:font-size=26pt;fo:font-weight=bold" },
  { "paragraph", SF_ODT_SUBTITLE, "Standard", PARAGRAPH, "fo:margin-bottom=0.5cm",
    "fo:font-size=14pt;fo:color=#5e5c64" },
  { "paragraph", SF_ODT_FOOT, "Standard", PARAGRAPH,
    "fo:margin-top=0.4cm;fo:margin-bottom=0.6cm;fo:padding-bottom=0.3cm;"
    "fo:border-bottom=1pt solid #c0bfbc",
    "fo:font-size=9pt;fo:color=#5e5c64" },
  { "paragraph", "Heading_20_1", "Standard", PARAGRAPH,
    "fo:margin-top=0.9cm;fo:margin-bottom=0.25cm;fo:keep-with-next=always",
    "fo:font-size=17pt;fo:font-weight=bold" },
  { "paragraph", "Heading_20_2", "Standard", PARAGRAPH,
    "fo:margin-top=0.6cm;fo:margin-bottom=0.15cm;fo:keep-with-next=always",
    "fo:font-size=13pt;fo:font-weight=bold" },
  { "paragraph", "Heading_20_3", "Standard", PARAGRAPH,
    "fo:margin-top=0.4cm;fo:margin-bottom=0.1cm;fo:keep-with-next=always",
    "fo:font-size=11pt;fo:font-weight=bold" },
  { "paragraph", SF_ODT_LIST_ITEM, "Standard", PARAGRAPH, "fo:margin-bottom=0.1cm", NULL },
  { "paragraph", SF_ODT_CELL, "Standard", PARAGRAPH, "fo:margin-bottom=0.06cm",
    "fo:font-size=10pt" },
  { "paragraph", SF_ODT_CELL_END, SF_ODT_CELL, PARAGRAPH, "fo:text-align=end", NULL },
  { "paragraph", SF_ODT_CELL_CENTER, SF_ODT_CELL, PARAGRAPH, "fo:text-align=center", NULL },
  { "paragraph", SF_ODT_CELL_HEAD, SF_ODT_CELL, PARAGRAPH, "fo:keep-with-next=always",
    "fo:font-weight=bold" },
  { "paragraph", SF_ODT_CELL_HEAD_END, SF_ODT_CELL_HEAD, PARAGRAPH, "fo:text-align=end", NULL },
  { "paragraph", "After_20_table", "Standard", PARAGRAPH, "fo:line-height=100%",
    "fo:font-size=6pt" },
  { "paragraph", SF_ODT_NOTE_TITLE, "Standard", PARAGRAPH,
    "fo:keep-with-next=always;fo:background-color=#f6f5f4;fo:padding=0.2cm;"
    "fo:border-left=3pt solid #77767b;fo:margin-top=0.2cm",
    "fo:font-weight=bold" },
  { "paragraph", SF_ODT_NOTE, "Standard", PARAGRAPH,
    "fo:background-color=#f6f5f4;fo:padding=0.2cm;fo:border-left=3pt solid #77767b", NULL },
  { "paragraph", SF_ODT_LINE, "Standard", PARAGRAPH,
    "fo:margin-top=1.1cm;fo:margin-right=7cm;style:join-border=false;fo:border-bottom=0.75pt solid "
    "#241f31;"
    "fo:keep-together=always",
    "fo:color=#5e5c64" },
  { "paragraph", SF_ODT_CAPTION, "Standard", PARAGRAPH, "fo:margin-bottom=0.3cm",
    "fo:font-size=9pt;fo:color=#5e5c64" },
  { "paragraph", SF_ODT_PAGE_BREAK, "Standard", PARAGRAPH,
    "fo:break-before=page;fo:line-height=100%", "fo:font-size=2pt" },
  { "text", "Strong_20_Emphasis", NULL, TEXT, "fo:font-weight=bold", NULL },
  { "text", "Emphasis", NULL, TEXT, "fo:font-style=italic", NULL },
  { "text", "Small", NULL, TEXT, "fo:font-size=9pt;fo:color=#5e5c64", NULL },
  { "text", "Quiet", NULL, TEXT, "fo:color=#5e5c64", NULL },
  { "text", "Grade_20_neutral", NULL, TEXT, "fo:font-weight=bold;fo:color=#5e5c64", NULL },
  { "text", "Grade_20_best", NULL, TEXT, "fo:font-weight=bold;fo:color=#1b6b34", NULL },
  { "text", "Grade_20_good", NULL, TEXT, "fo:font-weight=bold;fo:color=#1a4f9c", NULL },
  { "text", "Grade_20_warn", NULL, TEXT, "fo:font-weight=bold;fo:color=#8f4700", NULL },
  { "text", "Grade_20_poor", NULL, TEXT, "fo:font-weight=bold;fo:color=#a51d2d", NULL },
  { "text", "Index_20_Link", NULL, TEXT, "style:text-underline-style=none", NULL },
  { "text", "Internet_20_link", NULL, TEXT,
    "fo:color=#1a5fb4;style:text-underline-style=solid;style:text-underline-width=auto;"
    "style:text-underline-color=font-color",
    NULL },
};

static void
write_properties (xmlTextWriter *xml, const char *element, const char *properties)
{
  g_auto (GStrv) pairs = g_strsplit (properties, ";", -1);

  sf_odt_start (xml, element);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      g_assert (equals != NULL);
      *equals = '\0';
      sf_odt_attribute (xml, pairs[i], equals + 1);
    }
  sf_odt_end (xml);
}

static void
start_style (xmlTextWriter *xml, const char *name, const char *family, const char *parent)
{
  sf_odt_start (xml, "style:style");
  sf_odt_attribute (xml, "style:name", name);
  if (strstr (name, "_20_") != NULL)
    {
      g_auto (GStrv) words = g_strsplit (name, "_20_", -1);
      g_autofree char *shown = g_strjoinv (" ", words);

      sf_odt_attribute (xml, "style:display-name", shown);
    }
  sf_odt_attribute (xml, "style:family", family);
  if (parent != NULL)
    sf_odt_attribute (xml, "style:parent-style-name", parent);
}

static void
write_style (xmlTextWriter *xml, const Style *style)
{
  start_style (xml, style->name, style->family, style->parent);
  if (g_str_has_prefix (style->name, "Heading_20_"))
    sf_odt_attribute (xml, "style:default-outline-level", style->name + strlen ("Heading_20_"));
  write_properties (xml, style->element, style->properties);
  if (style->text_properties != NULL)
    write_properties (xml, TEXT, style->text_properties);
  sf_odt_end (xml);
}

/* "en-GB" says language and country; "cy" a language alone. */
static void
write_defaults (xmlTextWriter *xml, const char *language)
{
  g_auto (GStrv) parts = g_strsplit (language, "-", 2);

  sf_odt_start (xml, "style:default-style");
  sf_odt_attribute (xml, "style:family", "paragraph");
  write_properties (xml, PARAGRAPH, "fo:orphans=2;fo:widows=2;style:tab-stop-distance=1.25cm");
  sf_odt_start (xml, TEXT);
  sf_odt_attribute (xml, "fo:font-family", "'Noto Sans', 'Liberation Sans', Arial, sans-serif");
  sf_odt_attribute (xml, "style:font-family-generic", "swiss");
  sf_odt_attribute (xml, "fo:font-size", "11pt");
  sf_odt_attribute (xml, "fo:color", "#241f31");
  sf_odt_attribute (xml, "fo:language", parts[0] != NULL && *parts[0] != '\0' ? parts[0] : "none");
  sf_odt_attribute (xml, "fo:country", parts[0] != NULL && parts[1] != NULL ? parts[1] : "none");
  sf_odt_end (xml);
  sf_odt_end (xml);
}

static void
write_stop (xmlTextWriter *xml, const char *properties)
{
  sf_odt_start (xml, "style:tab-stops");
  write_properties (xml, "style:tab-stop", properties);
  sf_odt_end (xml);
}

/* An entry of the contents list: dots lead to its page's number at the end of the line. */
static void
write_contents_styles (xmlTextWriter *xml)
{
  static const struct
  {
    const char *margin;
    const char *stop; /* counted from the margin */
  } levels[] = { { "0cm", "16.4cm" }, { "0.7cm", "15.7cm" }, { "1.4cm", "15cm" } };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *name = g_strdup_printf (SF_ODT_CONTENTS, i + 1);
      g_autofree char *stop = g_strdup_printf ("style:position=%s;style:type=right;"
                                               "style:leader-style=dotted;style:leader-text=.",
                                               levels[i].stop);

      start_style (xml, name, "paragraph", "Standard");
      sf_odt_start (xml, PARAGRAPH);
      sf_odt_attribute (xml, "fo:margin-left", levels[i].margin);
      sf_odt_attribute (xml, "fo:margin-bottom", "0.08cm");
      write_stop (xml, stop);
      sf_odt_end (xml);
      sf_odt_end (xml);
    }
}

/* A line of a title page: what it is, a stop, its words, which hang at the stop. */
static void
write_fact_style (xmlTextWriter *xml)
{
  start_style (xml, SF_ODT_FACT, "paragraph", "Standard");
  sf_odt_start (xml, PARAGRAPH);
  sf_odt_attribute (xml, "fo:margin-left", "4cm");
  sf_odt_attribute (xml, "fo:text-indent", "-4cm");
  sf_odt_attribute (xml, "fo:margin-bottom", "0.1cm");
  write_stop (xml, "style:position=0cm");
  sf_odt_end (xml);
  sf_odt_end (xml);
}

static void
write_list_style (xmlTextWriter *xml, const char *name, const char *element, const char *mark)
{
  sf_odt_start (xml, "text:list-style");
  sf_odt_attribute (xml, "style:name", name);
  sf_odt_start (xml, element);
  sf_odt_attribute (xml, "text:level", "1");
  if (mark != NULL)
    sf_odt_attribute (xml, "text:bullet-char", mark);
  else
    {
      sf_odt_attribute (xml, "style:num-format", "1");
      sf_odt_attribute (xml, "style:num-suffix", ".");
    }
  sf_odt_start (xml, "style:list-level-properties");
  sf_odt_attribute (xml, "text:list-level-position-and-space-mode", "label-alignment");
  write_properties (xml, "style:list-level-label-alignment",
                    "text:label-followed-by=listtab;text:list-tab-stop-position=0.8cm;"
                    "fo:text-indent=-0.6cm;fo:margin-left=0.8cm");
  sf_odt_end (xml);
  sf_odt_end (xml);
  sf_odt_end (xml);
}

static void
write_paper (xmlTextWriter *xml)
{
  sf_odt_start (xml, "office:automatic-styles");
  sf_odt_start (xml, "style:page-layout");
  sf_odt_attribute (xml, "style:name", "Paper");
  write_properties (xml, "style:page-layout-properties",
                    "fo:page-width=21cm;fo:page-height=29.7cm;style:print-orientation=portrait;"
                    "fo:margin-top=1.8cm;fo:margin-bottom=1.8cm;fo:margin-left=2.3cm;"
                    "fo:margin-right=2.3cm");
  sf_odt_start (xml, "style:footer-style");
  write_properties (xml, "style:header-footer-properties",
                    "fo:min-height=0.6cm;fo:margin-top=0.5cm");
  sf_odt_end (xml);
  sf_odt_end (xml);
  sf_odt_end (xml);
}

/* The running head of the pages stands, with the page's number, at their foot. */
static void
write_master_page (xmlTextWriter *xml, SfDocument *document)
{
  const char *words = sf_document_get_running_head (document);

  sf_odt_start (xml, "office:master-styles");
  sf_odt_start (xml, "style:master-page");
  sf_odt_attribute (xml, "style:name", "Standard");
  sf_odt_attribute (xml, "style:page-layout-name", "Paper");
  sf_odt_start (xml, "style:footer");
  sf_odt_start (xml, "text:p");
  sf_odt_attribute (xml, "text:style-name", SF_ODT_CAPTION);
  if (words != NULL)
    {
      sf_odt_text (xml, words);
      sf_odt_text (xml, " · ");
    }
  sf_odt_start (xml, "text:page-number");
  sf_odt_attribute (xml, "text:select-page", "current");
  sf_odt_end (xml);
  sf_odt_end (xml);
  sf_odt_end (xml);
  sf_odt_end (xml);
  sf_odt_end (xml);
}

void
sf_odt_write_styles (xmlTextWriter *xml, SfDocument *document)
{
  sf_odt_start_root (xml, "office:document-styles");
  sf_odt_start (xml, "office:styles");
  write_defaults (xml, sf_document_get_language (document));
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    write_style (xml, &styles[i]);
  write_contents_styles (xml);
  write_fact_style (xml);
  write_list_style (xml, SF_ODT_BULLETS, "text:list-level-style-bullet", "•");
  write_list_style (xml, SF_ODT_NUMBERS, "text:list-level-style-number", NULL);
  sf_odt_end (xml);
  write_paper (xml);
  write_master_page (xml, document);
  sf_odt_end (xml);
}

/* --- styles of one document ------------------------------------------------------------------- */

char *
sf_odt_name_table (guint n)
{
  return g_strdup_printf ("Table%u", n);
}

char *
sf_odt_name_accent (const SfBlock *heading)
{
  g_autofree char *color = sf_write_color (heading->accent);

  return g_strdup_printf ("Heading%u.%s", heading->level, color + 1);
}

static void
write_columns (xmlTextWriter *xml, GArray *columns, guint n)
{
  g_autofree char *table = sf_odt_name_table (n);

  for (guint i = 0; i < columns->len; i++)
    {
      double weight = g_array_index (columns, SfTableColumn, i).weight;
      g_autofree char *name = g_strdup_printf ("%s.%u", table, i + 1);
      g_autofree char *share = g_strdup_printf ("style:rel-column-width=%.0f*", weight * 1000);

      start_style (xml, name, "table-column", NULL);
      write_properties (xml, "style:table-column-properties", share);
      sf_odt_end (xml);
    }
}

static void
write_accent (xmlTextWriter *xml, const SfBlock *heading, GHashTable *known)
{
  char *name = sf_odt_name_accent (heading);
  g_autofree char *parent = g_strdup_printf (SF_ODT_HEADING, heading->level);
  g_autofree char *color = sf_write_color (heading->accent);
  g_autofree char *properties
      = g_strdup_printf ("fo:padding-left=0.25cm;fo:border-left=4.5pt solid %s", color);

  if (!g_hash_table_add (known, name))
    return;
  start_style (xml, name, "paragraph", parent);
  write_properties (xml, PARAGRAPH, properties);
  sf_odt_end (xml);
}

/* Counts tables as the writer of the text does: in the order of the text. */
static void
write_block_styles (xmlTextWriter *xml, GPtrArray *blocks, GHashTable *known, guint *n_tables)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const SfBlock *block = blocks->pdata[i];
      g_autoptr (SfBlock) chart = NULL;

      if (block->kind == SF_BLOCK_FIGURE)
        block = chart = sf_write_tabulate_chart (block);
      if (block == NULL)
        continue;
      if (block->kind == SF_BLOCK_TABLE)
        write_columns (xml, block->columns, ++*n_tables);
      else if (block->kind == SF_BLOCK_HEADING && block->has_accent)
        write_accent (xml, block, known);
      else if (block->kind == SF_BLOCK_PAIR)
        {
          write_block_styles (xml, block->first, known, n_tables);
          write_block_styles (xml, block->second, known, n_tables);
        }
    }
}

void
sf_odt_write_automatic_styles (xmlTextWriter *xml, SfDocument *document)
{
  static const Style tables[] = {
    { "table", "Table", NULL, "style:table-properties",
      "style:rel-width=100%;table:align=margins;table:border-model=collapsing", NULL },
    { "table-row", "Row", NULL, "style:table-row-properties", "fo:keep-together=always", NULL },
    { "table-cell", SF_ODT_PLAIN_CELL, NULL, "style:table-cell-properties",
      "fo:padding=0.14cm;fo:border-bottom=0.5pt solid #c0bfbc", NULL },
    { "table-cell", SF_ODT_HEAD_CELL, NULL, "style:table-cell-properties",
      "fo:padding=0.14cm;fo:border-bottom=0.5pt solid #c0bfbc;fo:background-color=#f1f0ee", NULL },
  };
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_tables = 0;

  sf_odt_start (xml, "office:automatic-styles");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    write_style (xml, &tables[i]);
  write_block_styles (xml, sf_document_get_blocks (document), known, &n_tables);
  sf_odt_end (xml);
}

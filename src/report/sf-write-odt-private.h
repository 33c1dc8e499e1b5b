/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libxml/xmlwriter.h>

#include "report/sf-document.h"

G_BEGIN_DECLS

/* The parts of an ODT. Each function writes a whole XML document but its declaration. */

#define SF_ODF_VERSION "1.2"

/* libxml2's writer with names and texts of ours. */
void sf_odt_start (xmlTextWriter *xml, const char *element);
void sf_odt_end (xmlTextWriter *xml);
void sf_odt_attribute (xmlTextWriter *xml, const char *name, const char *value);
/* Text that may hold anything. */
void sf_odt_text (xmlTextWriter *xml, const char *text);
/* The root's name, the name spaces and the version. */
void sf_odt_start_root (xmlTextWriter *xml, const char *element);

void sf_odt_write_styles (xmlTextWriter *xml, SfDocument *document);
/* Styles of this document's tables and headings, which content.xml holds. */
void sf_odt_write_automatic_styles (xmlTextWriter *xml, SfDocument *document);
void sf_odt_write_content (xmlTextWriter *xml, SfDocument *document);

/* (transfer full): what a table is called, counted from 1; its columns are "NAME.A" and so on */
char *sf_odt_name_table (guint n);
/* (transfer full): the style of a heading that has a colour of its own */
char *sf_odt_name_accent (const SfBlock *heading);

/* --- the style names that content.xml and styles.xml share --- */
#define SF_ODT_TITLE "Title"
#define SF_ODT_SUBTITLE "Subtitle"
#define SF_ODT_FACT "Fact"
#define SF_ODT_FOOT "Source"
#define SF_ODT_BODY "Text_20_body"
#define SF_ODT_HEADING "Heading_20_%u"
#define SF_ODT_CONTENTS "Contents_20_%u"
#define SF_ODT_LIST_ITEM "List_20_item"
#define SF_ODT_CELL "Table_20_Contents"
#define SF_ODT_CELL_END "Table_20_Figures"
#define SF_ODT_CELL_CENTER "Table_20_Centred"
#define SF_ODT_CELL_HEAD "Table_20_Heading"
#define SF_ODT_CELL_HEAD_END "Table_20_Heading_20_figures"
#define SF_ODT_NOTE "Note"
#define SF_ODT_NOTE_TITLE "Note_20_title"
#define SF_ODT_LINE "Signature_20_line"
#define SF_ODT_CAPTION "Caption"
#define SF_ODT_PAGE_BREAK "Page_20_break"
#define SF_ODT_BULLETS "Bullets"
#define SF_ODT_NUMBERS "Numbers"
#define SF_ODT_PLAIN_CELL "Cell"
#define SF_ODT_HEAD_CELL "Head_20_cell"

G_END_DECLS

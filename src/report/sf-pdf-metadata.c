/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-pdf-metadata.h"

#include "report/sf-pdf-syntax.h"
#include "report/sf-write-private.h"

#define PRODUCER "Sixfold"

/* --- XMP -------------------------------------------------------------------------------------- */

static void
add_xml (GString *out, const char *before, const char *text, const char *after)
{
  g_autofree char *clean = sf_write_clean (text);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);

  g_string_append_printf (out, "%s%s%s", before, escaped, after);
}

static void
add_title (GString *out, SfDocument *document)
{
  const char *title = sf_document_get_title (document);

  add_xml (out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", title, "</rdf:li>");
  add_xml (out, "<rdf:li xml:lang=\"", sf_document_get_language (document), "\">");
  add_xml (out, "", title, "</rdf:li></rdf:Alt></dc:title>\n");
}

static void
add_instant (GString *out, const char *name, const char *date)
{
  g_string_append_printf (out, "<xmp:%s>", name);
  add_xml (out, "", date != NULL ? date : "1970-01-01", "T00:00:00Z");
  g_string_append_printf (out, "</xmp:%s>\n", name);
}

guint
sf_pdf_write_metadata (SfPdfFile *file, SfDocument *document, guint64 drop)
{
  const char *author = sf_document_get_author (document), *date = sf_document_get_date (document);
  guint id = sf_pdf_file_reserve (file);
  g_autoptr (GString) out
      = g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\""
                      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                      "<dc:format>application/pdf</dc:format>\n");

  if (!SF_PDF_DROPS (drop, UA_PART))
    g_string_append (out, "<pdfuaid:part>1</pdfuaid:part>\n");
  if (!SF_PDF_DROPS (drop, XMP_TITLE))
    add_title (out, document);
  if (author != NULL)
    add_xml (out, "<dc:creator><rdf:Seq><rdf:li>", author, "</rdf:li></rdf:Seq></dc:creator>\n");
  add_xml (out, "<dc:language><rdf:Bag><rdf:li>", sf_document_get_language (document),
           "</rdf:li></rdf:Bag></dc:language>\n");
  if (!SF_PDF_DROPS (drop, XMP_DATE))
    {
      add_instant (out, "CreateDate", date);
      add_instant (out, "ModifyDate", date);
      add_instant (out, "MetadataDate", date);
    }
  g_string_append (out, "<xmp:CreatorTool>" PRODUCER "</xmp:CreatorTool>\n"
                        "<pdf:Producer>" PRODUCER "</pdf:Producer>\n"
                        "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
  sf_pdf_file_add_stream (file, id, "/Type/Metadata/Subtype/XML", out->str, out->len, SF_PDF_PLAIN);
  return id;
}

guint
sf_pdf_write_info (SfPdfFile *file, SfDocument *document, guint64 drop)
{
  g_autoptr (GString) out = g_string_new ("<<");
  guint id = sf_pdf_file_reserve (file);

  if (!SF_PDF_DROPS (drop, INFO_TITLE))
    {
      g_string_append (out, "/Title");
      sf_pdf_add_text (out, sf_document_get_title (document));
    }
  if (sf_document_get_author (document) != NULL)
    {
      g_string_append (out, "/Author");
      sf_pdf_add_text (out, sf_document_get_author (document));
    }
  g_string_append (out, "/Creator(" PRODUCER ")/Producer(" PRODUCER ")/CreationDate");
  sf_pdf_add_date (out, sf_document_get_date (document));
  g_string_append (out, "/ModDate");
  sf_pdf_add_date (out, sf_document_get_date (document));
  g_string_append (out, ">>");
  sf_pdf_file_add (file, id, out);
  return id;
}

/* --- outline ---------------------------------------------------------------------------------- */

/* A heading among the others; numbers are places in the array, counted from 1, or 0 for none. */
typedef struct
{
  const SfAnchor *anchor;
  guint level;
  guint object;
  guint parent;
  guint previous;
  guint next;
  guint first;
  guint last;
  guint shown; /* how many are seen beneath it when it is open */
} Entry;

/* A heading is beneath the last one above it of a lesser level. */
static void
link_entries (Entry *entries, guint n)
{
  for (guint i = 1; i <= n; i++)
    {
      Entry *entry = &entries[i], *parent;
      guint above = i - 1;

      while (above > 0 && entries[above].level >= entry->level)
        above = entries[above].parent;
      parent = &entries[above];
      entry->parent = above;
      entry->previous = parent->last;
      if (parent->last != 0)
        entries[parent->last].next = i;
      else
        parent->first = i;
      parent->last = i;
      parent->shown++;
    }
}

static void
add_link (GString *out, const char *key, const Entry *entries, guint place)
{
  if (place != 0)
    g_string_append_printf (out, "/%s %u 0 R", key, entries[place].object);
}

static void
write_entry (SfPdfFile *file, SfPdfPages *pages, const Entry *entries, guint place)
{
  const Entry *entry = &entries[place];
  g_autoptr (GString) out = g_string_new ("<</Title");

  sf_pdf_add_text (out, sf_prose_get_text (entry->anchor->heading->prose));
  g_string_append_printf (out, "/Parent %u 0 R", entries[entry->parent].object);
  add_link (out, "Prev", entries, entry->previous);
  add_link (out, "Next", entries, entry->next);
  add_link (out, "First", entries, entry->first);
  add_link (out, "Last", entries, entry->last);
  /* Closed, so that a long report's outline begins as a list of its parts. */
  if (entry->shown > 0)
    g_string_append_printf (out, "/Count -%u", entry->shown);
  g_string_append (out, "/Dest");
  sf_pdf_pages_add_destination (pages, out, entry->anchor);
  g_string_append (out, ">>");
  sf_pdf_file_add (file, entry->object, out);
}

guint
sf_pdf_write_outline (SfPdfFile *file, SfDisplayList *list, SfPdfPages *pages, guint64 drop)
{
  g_autoptr (GString) out = g_string_new ("<</Type/Outlines");
  g_autofree Entry *entries = NULL;
  const SfAnchor *anchors;
  guint n;

  anchors = sf_display_list_get_anchors (list, &n);
  if (n == 0 || SF_PDF_DROPS (drop, OUTLINE))
    return 0;
  entries = g_new0 (Entry, n + 1);
  for (guint i = 0; i <= n; i++)
    {
      entries[i].object = sf_pdf_file_reserve (file);
      entries[i].anchor = i > 0 ? &anchors[i - 1] : NULL;
      if (i > 0)
        entries[i].level = SF_PDF_DROPS (drop, OUTLINE_LEVELS) ? 1 : anchors[i - 1].heading->level;
    }
  link_entries (entries, n);
  for (guint i = 1; i <= n; i++)
    write_entry (file, pages, entries, i);
  add_link (out, "First", entries, entries[0].first);
  add_link (out, "Last", entries, entries[0].last);
  g_string_append_printf (out, "/Count %u>>", entries[0].shown);
  sf_pdf_file_add (file, entries[0].object, out);
  return entries[0].object;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The container: a ZIP whose first entry says, uncompressed, what it is. */
#include "report/sf-write-odt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-error.h"
#include "report/sf-write-odt-private.h"
#include "report/sf-write-private.h"
#include "report/sf-write-zip.h"

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* --- XML -------------------------------------------------------------------------------------- */

void
sf_odt_start (xmlTextWriter *xml, const char *element)
{
  xmlTextWriterStartElement (xml, (const xmlChar *)element);
}

void
sf_odt_end (xmlTextWriter *xml)
{
  xmlTextWriterEndElement (xml);
}

void
sf_odt_attribute (xmlTextWriter *xml, const char *name, const char *value)
{
  g_autofree char *clean = sf_write_clean (value);

  xmlTextWriterWriteAttribute (xml, (const xmlChar *)name, (const xmlChar *)clean);
}

void
sf_odt_text (xmlTextWriter *xml, const char *text)
{
  g_autofree char *clean = sf_write_clean (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        {
          sf_odt_start (xml, "text:line-break");
          sf_odt_end (xml);
        }
      xmlTextWriterWriteString (xml, (const xmlChar *)lines[i]);
    }
}

void
sf_odt_start_root (xmlTextWriter *xml, const char *element)
{
#define ODF_NAME "urn:oasis:names:tc:opendocument:xmlns:"
  static const char *const names[][2] = {
    { "xmlns:office", ODF_NAME "office:1.0" },
    { "xmlns:style", ODF_NAME "style:1.0" },
    { "xmlns:text", ODF_NAME "text:1.0" },
    { "xmlns:table", ODF_NAME "table:1.0" },
    { "xmlns:draw", ODF_NAME "drawing:1.0" },
    { "xmlns:fo", ODF_NAME "xsl-fo-compatible:1.0" },
    { "xmlns:svg", ODF_NAME "svg-compatible:1.0" },
    { "xmlns:meta", ODF_NAME "meta:1.0" },
    { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
    { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
  };

  sf_odt_start (xml, element);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sf_odt_attribute (xml, names[i][0], names[i][1]);
  sf_odt_attribute (xml, "office:version", SF_ODF_VERSION);
}

static void
write_value (xmlTextWriter *xml, const char *element, const char *value)
{
  if (value == NULL)
    return;
  sf_odt_start (xml, element);
  sf_odt_text (xml, value);
  sf_odt_end (xml);
}

static void
write_meta (xmlTextWriter *xml, SfDocument *document)
{
  sf_odt_start_root (xml, "office:document-meta");
  sf_odt_start (xml, "office:meta");
  write_value (xml, "meta:generator", "Sixfold");
  write_value (xml, "dc:title", sf_document_get_title (document));
  write_value (xml, "meta:initial-creator", sf_document_get_author (document));
  write_value (xml, "dc:creator", sf_document_get_author (document));
  write_value (xml, "meta:creation-date", sf_document_get_date (document));
  write_value (xml, "dc:date", sf_document_get_date (document));
  write_value (xml, "dc:language", sf_document_get_language (document));
  sf_odt_end (xml);
  sf_odt_end (xml);
}

static void
write_manifest_entry (xmlTextWriter *xml, const char *path, const char *type)
{
  sf_odt_start (xml, "manifest:file-entry");
  sf_odt_attribute (xml, "manifest:full-path", path);
  if (g_str_equal (path, "/"))
    sf_odt_attribute (xml, "manifest:version", SF_ODF_VERSION);
  sf_odt_attribute (xml, "manifest:media-type", type);
  sf_odt_end (xml);
}

static void
write_manifest (xmlTextWriter *xml, SfDocument *document)
{
  sf_odt_start (xml, "manifest:manifest");
  sf_odt_attribute (xml, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  sf_odt_attribute (xml, "manifest:version", SF_ODF_VERSION);
  write_manifest_entry (xml, "/", MEDIA_TYPE);
  write_manifest_entry (xml, "content.xml", "text/xml");
  write_manifest_entry (xml, "styles.xml", "text/xml");
  write_manifest_entry (xml, "meta.xml", "text/xml");
  sf_odt_end (xml);
}

static GBytes *
make_part (SfDocument *document, void (*write) (xmlTextWriter *xml, SfDocument *document))
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *xml = xmlNewTextWriterMemory (buffer, 0);
  GBytes *bytes;

  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", NULL);
  write (xml, document);
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize)xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}

/* --- the container ---------------------------------------------------------------------------- */

GBytes *
sf_write_odt (SfDocument *document, GError **error)
{
  static const char *const names[]
      = { "mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml" };
  g_autoptr (GBytes) type = NULL, content = NULL, styles = NULL, meta = NULL, manifest = NULL;
  GBytes *bytes;

  g_return_val_if_fail (SF_IS_DOCUMENT (document), NULL);

  type = g_bytes_new_static (MEDIA_TYPE, strlen (MEDIA_TYPE));
  content = make_part (document, sf_odt_write_content);
  styles = make_part (document, sf_odt_write_styles);
  meta = make_part (document, write_meta);
  manifest = make_part (document, write_manifest);
  bytes = sf_write_zip (names, (GBytes *[]){ type, content, styles, meta, manifest },
                        G_N_ELEMENTS (names), TRUE);
  if (bytes == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_FAILED,
                         _ ("The text document could not be put together. Nothing was written."));
  return bytes;
}

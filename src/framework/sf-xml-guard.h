/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

/*
 * What stands between a file from outside and libxml2. The bytes are scanned first, in one pass
 * and without allocating; only what passed is parsed, without network, entities or document type,
 * and then held against a RELAX NG grammar. Time and memory are bounded by the limits, whatever
 * the file holds.
 */

G_BEGIN_DECLS

/**
 * SfXmlLimits:
 * @max_bytes: of the whole file, at most %SF_XML_MAX_BYTES
 * @max_depth: of elements within elements
 * @max_nodes: elements, attributes, comments, CDATA sections and instructions together; they are
 *   what costs memory
 */
typedef struct
{
  gsize max_bytes;
  guint max_depth;
  guint max_nodes;
} SfXmlLimits;

#define SF_XML_MAX_BYTES ((gsize)32 * 1024 * 1024)
#define SF_XML_MAX_TAG 4096
#define SF_XML_MAX_ATTRIBUTES 64

/**
 * sf_xml_guard_scan:
 * @bytes: the file's content
 * @name: what to call it in messages
 * @error: %SF_ERROR_TOO_LARGE, %SF_ERROR_HOSTILE, or %SF_ERROR_INVALID for what is not UTF-8 or
 *   not XML at all; the message begins "NAME:LINE: "
 *
 * Refuses what must never reach libxml2: text that is not UTF-8 or claims another encoding, `<!`
 * that begins neither a comment nor a CDATA section, tags over 4 KiB, more than 64 attributes, and
 * what is beyond @limits.
 *
 * Returns: %TRUE if the bytes may be parsed
 */
gboolean
sf_xml_guard_scan (GBytes *bytes, const char *name, const SfXmlLimits *limits, GError **error);

/**
 * SfXmlFormat:
 * @root: local name of the root element ("framework")
 * @ns: its namespace, which ends in "/" and the number of the format's version
 * @grammar: the RELAX NG grammar in XML, zero-terminated
 * @limits: what a file of this format holds at most
 *
 * A file format of ours.
 */
typedef struct
{
  const char *root;
  const char *ns;
  const char *grammar;
  SfXmlLimits limits;
} SfXmlFormat;

#define SF_XML_MAX_PROBLEMS 50

/**
 * sf_xml_guard_parse:
 * @bytes: the file's content
 * @name: what to call it in messages
 * @limits: what the caller expects at most
 * @error: as for sf_xml_guard_scan()
 *
 * Scans, then parses. Nothing but @bytes is read; no entity is expanded but XML's own five.
 *
 * Returns: (transfer full) (nullable): the document, to be freed with xmlFreeDoc(), or %NULL
 */
xmlDoc *
sf_xml_guard_parse (GBytes *bytes, const char *name, const SfXmlLimits *limits, GError **error);

/**
 * sf_xml_guard_read:
 * @bytes: the file's content
 * @name: what to call it in messages
 * @format: what it should be
 * @problems: (element-type utf8): receives an owned string "NAME:LINE: what is wrong" for each
 *   place where the document breaks the grammar, at most %SF_XML_MAX_PROBLEMS
 * @error: set if it could not be read at all: as for sf_xml_guard_scan(), %SF_ERROR_NOT_OURS if
 *   the root element is another, %SF_ERROR_TOO_NEW if the format's version is
 *
 * Scans, parses and validates.
 *
 * Returns: (transfer full) (nullable): the document, to be used only if nothing was added to
 *   @problems, and freed with xmlFreeDoc(); %NULL with @error set if it could not be read
 */
xmlDoc *sf_xml_guard_read (GBytes *bytes,
                           const char *name,
                           const SfXmlFormat *format,
                           GPtrArray *problems,
                           GError **error);

/**
 * sf_xml_guard_load_file:
 * @path: a local file
 * @max_bytes: more is refused without being read
 * @error: %SF_ERROR_NOT_FOUND, %SF_ERROR_TOO_LARGE or %SF_ERROR_IO
 *
 * Reads a whole regular file. Nothing else is opened: no pipe, no device.
 *
 * Returns: (transfer full) (nullable): the content, or %NULL with @error set
 */
GBytes *sf_xml_guard_load_file (const char *path, gsize max_bytes, GError **error);

G_END_DECLS

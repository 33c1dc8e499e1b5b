/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-xml-guard.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>

/* What the library hands to those who are told of errors; since 2.12 they may only look at it. */
#if LIBXML_VERSION >= 21200
typedef const xmlError SfXmlError;
#else
typedef xmlError SfXmlError;
#endif

/* --- reading the file -------------------------------------------------------------------- */

static gboolean
set_file_error (GError **error, const char *path, const GError *cause)
{
  g_autofree char *shown = g_filename_display_basename (path);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("There is no file “%s” there."), shown);
  else
    g_set_error (error, SF_ERROR, SF_ERROR_IO, _ ("The file “%s” could not be read: %s"), shown,
                 cause->message);
  return FALSE;
}

static gboolean
check_file (GFile *file, const char *path, gsize max_bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *shown = g_filename_display_basename (path);
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, NULL, &cause);

  if (info == NULL)
    return set_file_error (error, path, cause);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_IO, _ ("“%s” is not a file that can be read."), shown);
      return FALSE;
    }
  if (g_file_info_get_size (info) > (goffset)max_bytes)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than such a file can be, so it was not read."), shown);
      return FALSE;
    }
  return TRUE;
}

GBytes *
sf_xml_guard_load_file (const char *path, gsize max_bytes, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (GFile) file = g_file_new_for_path (path);
  if (!check_file (file, path, max_bytes, error))
    return NULL;

  /* The file may grow between the look and the reading: read one byte past the limit to see it. */
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &cause);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  while (stream != NULL && content->len <= max_bytes)
    {
      guint8 buffer[16384];
      gssize n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, NULL, &cause);
      if (n <= 0)
        break;
      g_byte_array_append (content, buffer, (guint)n);
    }
  if (cause != NULL)
    {
      set_file_error (error, path, cause);
      return NULL;
    }
  if (content->len > max_bytes)
    {
      g_autofree char *shown = g_filename_display_basename (path);
      g_set_error (error, SF_ERROR, SF_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than such a file can be, so it was not read."), shown);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* --- the scan ---------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const SfXmlLimits *limits;
  const char *start;
  const char *at;
  const char *end;
  guint depth;
  guint nodes;
} Scan;

/* Lines are counted only for a message: once in a scan. */
static guint
count_line (const Scan *scan)
{
  guint line = 1;
  for (const char *p = scan->start; p < scan->at; p++)
    line += *p == '\n';
  return line;
}

static gboolean
refuse (const Scan *scan, SfError code, const char *what, GError **error)
{
  g_set_error (error, SF_ERROR, code, "%s:%u: %s", scan->name, count_line (scan), what);
  return FALSE;
}

static gboolean
looking_at (const Scan *scan, const char *text)
{
  gsize n = strlen (text);
  return (gsize)(scan->end - scan->at) >= n && memcmp (scan->at, text, n) == 0;
}

static gboolean
count_nodes (Scan *scan, guint n, GError **error)
{
  scan->nodes += n;
  if (scan->nodes <= scan->limits->max_nodes)
    return TRUE;
  return refuse (scan, SF_ERROR_TOO_LARGE,
                 _ ("The file has more parts than such a file can have, so it was not read."),
                 error);
}

/* Not memmem(): the sanitizer's looks at all that is left each time. */
static const char *
find_text (const char *from, const char *end, const char *text)
{
  gsize n = strlen (text);
  while (from < end && (from = memchr (from, text[0], (gsize)(end - from))) != NULL)
    {
      if ((gsize)(end - from) >= n && memcmp (from, text, n) == 0)
        return from;
      from++;
    }
  return NULL;
}

static gboolean
skip_to (Scan *scan, gsize opening, const char *closing, const char *unclosed, GError **error)
{
  const char *found = find_text (scan->at + opening, scan->end, closing);
  if (found == NULL)
    return refuse (scan, SF_ERROR_INVALID, unclosed, error);
  scan->at = found + strlen (closing);
  return TRUE;
}

static gboolean
scan_instruction (Scan *scan, GError **error)
{
  const char *from = scan->at;
  if (!skip_to (scan, 2, "?>", _ ("An instruction (<?) is not closed: is the file cut short?"),
                error))
    return FALSE;
  if (scan->at - from > SF_XML_MAX_TAG)
    {
      scan->at = from;
      return refuse (scan, SF_ERROR_HOSTILE,
                     _ ("An instruction (<?) is longer than any that such a file needs. The file "
                        "was refused unread."),
                     error);
    }
  return count_nodes (scan, 1, error);
}

static gboolean
scan_declaration (Scan *scan, GError **error)
{
  if (looking_at (scan, "<!--"))
    return count_nodes (scan, 1, error)
           && skip_to (scan, 4, "-->", _ ("A comment is not closed: is the file cut short?"),
                       error);
  if (looking_at (scan, "<![CDATA["))
    return count_nodes (scan, 1, error)
           && skip_to (scan, 9, "]]>", _ ("A CDATA section is not closed: is the file cut short?"),
                       error);
  return refuse (scan, SF_ERROR_HOSTILE,
                 _ ("The file has a document type or entity declaration (<!), which can be used to "
                    "do harm. It was refused unread."),
                 error);
}

/* Measures one tag: where it ends and how many attributes it has. What is wrong with it otherwise
 * is for the parser to say, which sees at most 4 KiB of it. */
static gboolean
measure_tag (Scan *scan, const char **tag_end, guint *n_attributes, GError **error)
{
  char quote = 0;
  *n_attributes = 0;
  for (const char *p = scan->at + 1; p < scan->end; p++)
    {
      if (p - scan->at >= SF_XML_MAX_TAG)
        return refuse (scan, SF_ERROR_HOSTILE,
                       _ ("A tag is longer than any that such a file needs. The file was refused "
                          "unread."),
                       error);
      if (*p == '<')
        return refuse (scan, SF_ERROR_INVALID, _ ("A tag is not closed before the next begins."),
                       error);
      if (quote != 0)
        quote = *p == quote ? 0 : quote;
      else if (*p == '"' || *p == '\'')
        quote = *p;
      else if (*p == '=')
        (*n_attributes)++;
      else if (*p == '>')
        {
          *tag_end = p + 1;
          return TRUE;
        }
    }
  return refuse (scan, SF_ERROR_INVALID, _ ("A tag is not closed: is the file cut short?"), error);
}

static gboolean
scan_tag (Scan *scan, GError **error)
{
  const char *tag_end = NULL;
  guint n_attributes = 0;
  if (!measure_tag (scan, &tag_end, &n_attributes, error))
    return FALSE;
  if (n_attributes > SF_XML_MAX_ATTRIBUTES)
    return refuse (scan, SF_ERROR_HOSTILE,
                   _ ("A tag has more attributes than any in such a file needs. The file was "
                      "refused unread."),
                   error);

  if (scan->at[1] == '/')
    {
      if (scan->depth == 0)
        return refuse (scan, SF_ERROR_INVALID, _ ("A tag is closed that was never opened."), error);
      scan->depth--;
    }
  else if (scan->depth >= scan->limits->max_depth)
    return refuse (scan, SF_ERROR_HOSTILE,
                   _ ("Elements lie within each other deeper than in any such file. The file was "
                      "refused unread."),
                   error);
  else
    {
      if (!count_nodes (scan, 1 + n_attributes, error))
        return FALSE;
      scan->depth += tag_end[-2] != '/';
    }
  scan->at = tag_end;
  return TRUE;
}

/* An encoding that the file claims for itself would make the parser read other characters than
 * were scanned, so it may claim UTF-8 only. */
static gboolean
check_encoding (Scan *scan, GError **error)
{
  if (!looking_at (scan, "<?xml") || scan->end - scan->at < 6 || !g_ascii_isspace (scan->at[5]))
    return TRUE;

  gsize room = MIN ((gsize)(scan->end - scan->at), (gsize)SF_XML_MAX_TAG);
  const char *stop = find_text (scan->at, scan->at + room, "?>");
  g_autofree char *declaration = g_strndup (scan->at, stop ? (gsize)(stop - scan->at) : room);
  const char *encoding = strstr (declaration, "encoding");
  if (encoding == NULL)
    return TRUE;
  encoding += strcspn (encoding, "\"'");
  if (*encoding == 0 || g_ascii_strncasecmp (encoding + 1, "utf-8", 5) != 0
      || encoding[6] != encoding[0])
    return refuse (scan, SF_ERROR_INVALID,
                   _ ("The file says that it is not in UTF-8. Please save it as UTF-8."), error);
  return TRUE;
}

static gboolean
scan_markup (Scan *scan, GError **error)
{
  while ((scan->at = memchr (scan->at, '<', (gsize)(scan->end - scan->at))) != NULL)
    {
      gboolean ok = looking_at (scan, "<!")   ? scan_declaration (scan, error)
                    : looking_at (scan, "<?") ? scan_instruction (scan, error)
                                              : scan_tag (scan, error);
      if (!ok)
        return FALSE;
    }
  scan->at = scan->end;
  if (scan->depth > 0)
    return refuse (scan, SF_ERROR_INVALID,
                   _ ("The file ends before its last element is closed: is it cut short?"), error);
  return TRUE;
}

gboolean
sf_xml_guard_scan (GBytes *bytes, const char *name, const SfXmlLimits *limits, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL && limits != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  if (size > MIN (limits->max_bytes, SF_XML_MAX_BYTES))
    {
      g_set_error (error, SF_ERROR, SF_ERROR_TOO_LARGE,
                   _ ("%s:1: The file is larger than such a file can be, so it was not read."),
                   name);
      return FALSE;
    }
  if (size == 0)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_OURS, _ ("%s:1: The file is empty."), name);
      return FALSE;
    }

  Scan scan = { name, limits, data, data, data + size, 0, 0 };
  const char *valid_end = NULL;
  if (!g_utf8_validate_len (data, size, &valid_end))
    {
      scan.at = valid_end;
      return refuse (&scan, SF_ERROR_INVALID,
                     _ ("The file is not in UTF-8 from here on. Please save it as UTF-8."), error);
    }
  if (looking_at (&scan, "\xEF\xBB\xBF"))
    scan.at += 3;
  return check_encoding (&scan, error) && scan_markup (&scan, error);
}

/* --- parsing ----------------------------------------------------------------------------- */

static xmlParserInput *
load_nothing (const char *url, const char *id, xmlParserCtxt *context)
{
  return NULL;
}

static void
prepare_libxml (void)
{
  static gsize once = 0;
  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      xmlSetExternalEntityLoader (load_nothing);
      g_once_init_leave (&once, 1);
    }
}

static char *
describe_xml_error (const char *name, const xmlError *cause)
{
  g_autofree char *message = g_strdup (cause && cause->message ? cause->message : "XML");
  g_strstrip (message);
  return g_strdup_printf (_ ("%s:%d: This is not well-formed XML: %s."), name,
                          cause ? MAX (cause->line, 1) : 1, message);
}

xmlDoc *
sf_xml_guard_parse (GBytes *bytes, const char *name, const SfXmlLimits *limits, GError **error)
{
  if (!sf_xml_guard_scan (bytes, name, limits, error))
    return NULL;
  prepare_libxml ();

  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlParserCtxt *context = xmlNewParserCtxt ();
  g_assert (context != NULL);
  xmlDoc *document = xmlCtxtReadMemory (context, data, (int)size, NULL, "UTF-8",
                                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                            | XML_PARSE_BIG_LINES);
  if (document == NULL)
    {
      g_autofree char *message = describe_xml_error (name, xmlCtxtGetLastError (context));
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID, message);
    }
  xmlFreeParserCtxt (context);
  return document;
}

/* --- validating -------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  GPtrArray *problems;
  guint n_added;
  int last_line;
} Validation;

static char *
list_attributes (const xmlNode *node)
{
  GString *list = g_string_new (NULL);
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return g_string_free (list, FALSE);
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      xmlChar *value = xmlNodeGetContent ((const xmlNode *)attribute);
      g_string_append_printf (list, "%s%s=\"%s\"", list->len > 0 ? " " : "",
                              (const char *)attribute->name, (const char *)value);
      xmlFree (value);
    }
  if (list->len == 0)
    g_string_append (list, _ ("none"));
  return g_string_free (list, FALSE);
}

static const char *
get_node_name (const xmlNode *node)
{
  gboolean named = node != NULL && node->type == XML_ELEMENT_NODE;
  return named ? (const char *)node->name : "?";
}

/* libxml2's own words are kept where there are none of ours: they are rare, and better than
 * nothing. */
static char *
describe_validity_error (const xmlError *cause)
{
  const xmlNode *node = cause->node;
  const char *one = cause->str1 != NULL ? cause->str1 : "";
  const char *two = cause->str2 != NULL ? cause->str2 : "";
  g_autofree char *attributes = NULL;
  g_autofree char *message = NULL;

  switch (cause->code)
    {
    case XML_RELAXNG_ERR_ATTRVALID:
      attributes = list_attributes (node);
      return g_strdup_printf (_ ("An attribute of <%s> is missing, or has a value that the format "
                                 "does not allow; it has: %s."),
                              get_node_name (node), attributes);
    case XML_RELAXNG_ERR_INVALIDATTR:
      return g_strdup_printf (_ ("The attribute “%s” of <%s>, or its value, is not allowed by the "
                                 "format."),
                              one, two);
    case XML_RELAXNG_ERR_TYPEVAL:
      return g_strdup_printf (_ ("The value “%s” is not allowed by the format here."), two);
    case XML_RELAXNG_ERR_ELEMWRONG:
    case XML_RELAXNG_ERR_EXTRACONTENT:
    case XML_RELAXNG_ERR_ELEMNAME:
      return g_strdup_printf (
          _ ("<%s> must not stand here: something before it is missing, or it is "
             "not part of the format."),
          get_node_name (node));
    case XML_RELAXNG_ERR_TEXTWRONG:
      return g_strdup_printf (_ ("There is text directly in <%s>, where only elements may be."),
                              one);
    case XML_RELAXNG_ERR_NOELEM:
      return g_strdup_printf (_ ("<%s> is not complete: an element is missing at its end."),
                              get_node_name (node));
    default:
      message = g_strdup (cause->message ? cause->message : "");
      g_strdelimit (g_strstrip (message), "\n\t", ' ');
      return g_strdup_printf (_ ("This does not follow the format: %s."), message);
    }
}

/* libxml2 tells one mistake several times, from the inside out; the first in a line says most. */
static void
on_validity_error_cb (void *data, SfXmlError *cause)
{
  Validation *validation = data;
  int line = MAX (cause->line, 1);
  if (line == validation->last_line || validation->n_added >= SF_XML_MAX_PROBLEMS)
    return;
  g_autofree char *what = describe_validity_error (cause);
  validation->last_line = line;
  validation->n_added++;
  g_ptr_array_add (validation->problems,
                   g_strdup_printf ("%s:%d: %s", validation->name, line, what));
}

static void
ignore_error_cb (void *data, SfXmlError *cause)
{
}

static xmlRelaxNG *
parse_grammar (const char *grammar)
{
  xmlRelaxNGParserCtxt *context = xmlRelaxNGNewMemParserCtxt (grammar, (int)strlen (grammar));
  xmlRelaxNGSetParserStructuredErrors (context, ignore_error_cb, NULL);
  xmlRelaxNG *schema = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  return schema;
}

static void
validate (xmlDoc *document, const char *name, const char *grammar, GPtrArray *problems)
{
  Validation validation = { name, problems, 0, 0 };
  xmlRelaxNG *schema = parse_grammar (grammar);
  g_assert (schema != NULL);
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (context, on_validity_error_cb, &validation);
  int result = xmlRelaxNGValidateDoc (context, document);
  /* Belt and braces: a refusal without a word is still a refusal. */
  if (result != 0 && validation.n_added == 0)
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("%s:1: This does not follow the format."), name));
  xmlRelaxNGFreeValidCtxt (context);
  xmlRelaxNGFree (schema);
}

static gboolean
check_root (xmlDoc *document, const char *name, const SfXmlFormat *format, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (document);
  const char *ns = root && root->ns ? (const char *)root->ns->href : "";
  gsize stem = (gsize)(strrchr (format->ns, '/') - format->ns) + 1;
  gboolean named = root != NULL && g_str_equal ((const char *)root->name, format->root);

  if (named && g_str_equal (ns, format->ns))
    return TRUE;
  if (named && strncmp (ns, format->ns, stem) == 0)
    g_set_error (error, SF_ERROR, SF_ERROR_TOO_NEW,
                 _ ("%s:%ld: This file was written for another version of Sixfold, which is needed "
                    "to read it."),
                 name, xmlGetLineNo (root));
  else
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_OURS,
                 _ ("%s:%ld: The file does not begin with <%s> in the namespace “%s”, so it is not "
                    "the kind of file that is expected here."),
                 name, root ? xmlGetLineNo (root) : 1L, format->root, format->ns);
  return FALSE;
}

xmlDoc *
sf_xml_guard_read (
    GBytes *bytes, const char *name, const SfXmlFormat *format, GPtrArray *problems, GError **error)
{
  g_return_val_if_fail (format != NULL && problems != NULL, NULL);

  xmlDoc *document = sf_xml_guard_parse (bytes, name, &format->limits, error);
  if (document == NULL)
    return NULL;
  if (!check_root (document, name, format, error))
    {
      xmlFreeDoc (document);
      return NULL;
    }
  validate (document, name, format->grammar, problems);
  return document;
}

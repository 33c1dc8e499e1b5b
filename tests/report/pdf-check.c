/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The file, its catalog, what it says of itself. */
#include "pdf-check.h"

#include <string.h>

void
check_complain (Check *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->complaints, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

qpdf_oh
check_key (Check *self, qpdf_oh object, const char *key)
{
  return qpdf_oh_get_key (self->qpdf, object, key);
}

gboolean
check_has (Check *self, qpdf_oh object, const char *key)
{
  return qpdf_oh_is_dictionary (self->qpdf, object) && qpdf_oh_has_key (self->qpdf, object, key);
}

gboolean
check_is_name (Check *self, qpdf_oh object, const char *key, const char *name)
{
  qpdf_oh value = check_key (self, object, key);

  return qpdf_oh_is_name (self->qpdf, value)
         && strcmp (qpdf_oh_get_name (self->qpdf, value), name) == 0;
}

const char *
check_text (Check *self, qpdf_oh object, const char *key)
{
  qpdf_oh value;

  if (!check_has (self, object, key))
    return NULL;
  value = check_key (self, object, key);
  if (!qpdf_oh_is_string (self->qpdf, value))
    return NULL;
  return g_string_chunk_insert_const (self->strings, qpdf_oh_get_utf8_value (self->qpdf, value));
}

GBytes *
check_stream (Check *self, qpdf_oh stream)
{
  unsigned char *data = NULL;
  size_t length = 0;
  GBytes *bytes;

  if (!qpdf_oh_is_stream (self->qpdf, stream)
      || qpdf_oh_get_stream_data (self->qpdf, stream, qpdf_dl_all, NULL, &data, &length) != 0)
    return g_bytes_new (NULL, 0);
  bytes = g_bytes_new (data, length);
  free (data);
  return bytes;
}

char *
check_string (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data != NULL ? data : "", length);
}

static gpointer
make_key (guint page, guint mark)
{
  return GUINT_TO_POINTER (page << 16 | mark);
}

void
check_add_piece (Check *self, CheckPiece *piece)
{
  g_ptr_array_add (self->pieces, piece);
  if (!g_hash_table_insert (self->by_mark, make_key (piece->page, piece->mark), piece))
    check_complain (self, "marked: two pieces of page %u have the same number", piece->page + 1);
}

CheckPiece *
check_find_piece (Check *self, guint page, guint mark)
{
  return g_hash_table_lookup (self->by_mark, make_key (page, mark));
}

guint
check_find_page (Check *self, qpdf_oh page)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (qpdf_oh_get_object_id (self->qpdf, g_array_index (self->pages, qpdf_oh, i))
        == qpdf_oh_get_object_id (self->qpdf, page))
      return i;
  return G_MAXUINT;
}

/* --- catalog ---------------------------------------------------------------------------------- */

static void
check_catalog (Check *self, qpdf_oh root)
{
  SfDocument *document = sf_display_list_get_document (self->list);
  qpdf_oh mark = check_key (self, root, "/MarkInfo");
  qpdf_oh preferences = check_key (self, root, "/ViewerPreferences");

  if (g_strcmp0 (check_text (self, root, "/Lang"), sf_document_get_language (document)) != 0)
    check_complain (self, "Lang: the catalog does not say the language");
  if (!check_has (self, mark, "/Marked")
      || !qpdf_oh_get_bool_value (self->qpdf, check_key (self, mark, "/Marked")))
    check_complain (self, "MarkInfo: the file does not say that it is tagged");
  if (!check_has (self, preferences, "/DisplayDocTitle")
      || !qpdf_oh_get_bool_value (self->qpdf, check_key (self, preferences, "/DisplayDocTitle")))
    check_complain (self, "DisplayDocTitle: the window would show the file's name");
  if (strcmp (qpdf_get_pdf_version (self->qpdf), "1.7") != 0)
    check_complain (self, "version: not 1.7");
  if (!check_has (self, qpdf_get_trailer (self->qpdf), "/ID"))
    check_complain (self, "ID: the file has no mark");
}

static void
check_metadata (Check *self, qpdf_oh root)
{
  SfDocument *document = sf_display_list_get_document (self->list);
  g_autoptr (GBytes) bytes = check_stream (self, check_key (self, root, "/Metadata"));
  g_autofree char *xml = check_string (bytes);
  g_autofree char *title = g_markup_escape_text (sf_document_get_title (document), -1);
  g_autofree char *date = g_strconcat ("<xmp:CreateDate>", sf_document_get_date (document), NULL);
  qpdf_oh info = check_key (self, qpdf_get_trailer (self->qpdf), "/Info");

  if (strstr (xml, "<pdfuaid:part>1</pdfuaid:part>") == NULL)
    check_complain (self, "pdfuaid: the metadata do not say part 1");
  if (strstr (xml, "<dc:title>") == NULL || strstr (xml, title) == NULL)
    check_complain (self, "dc:title: the metadata do not say the title");
  if (strstr (xml, date) == NULL)
    check_complain (self, "dates: the metadata do not say the document's date");
  if (g_strcmp0 (check_text (self, info, "/Title"), sf_document_get_title (document)) != 0)
    check_complain (self, "Info: no title");
  if (check_text (self, info, "/CreationDate") == NULL)
    check_complain (self, "Info: no date");
}

/* --- outline ---------------------------------------------------------------------------------- */

static void
list_outline (Check *self, qpdf_oh item, guint depth, GString *found)
{
  while (check_has (self, item, "/Title"))
    {
      g_string_append_printf (found, "%u %s\n", depth, check_text (self, item, "/Title"));
      if (check_has (self, item, "/First"))
        list_outline (self, check_key (self, item, "/First"), depth + 1, found);
      if (!check_has (self, item, "/Next"))
        return;
      item = check_key (self, item, "/Next");
    }
}

static void
check_outline (Check *self, qpdf_oh root)
{
  g_autoptr (GString) found = g_string_new (NULL), expected = g_string_new (NULL);
  guint depth = 0, levels[8] = { 0 }, n;
  const SfAnchor *anchors = sf_display_list_get_anchors (self->list, &n);

  for (guint i = 0; i < n; i++)
    {
      while (depth > 0 && levels[depth] >= anchors[i].heading->level)
        depth--;
      levels[++depth] = anchors[i].heading->level;
      g_string_append_printf (expected, "%u %s\n", depth,
                              sf_prose_get_text (anchors[i].heading->prose));
    }
  if (check_has (self, root, "/Outlines"))
    list_outline (self, check_key (self, check_key (self, root, "/Outlines"), "/First"), 1, found);
  if (strcmp (found->str, expected->str) != 0)
    check_complain (self, "outline: it is\n%s\nand should be\n%s", found->str, expected->str);
}

/* --- pages ------------------------------------------------------------------------------------ */

static void
check_page (Check *self, guint i, qpdf_oh page)
{
  qpdf_oh contents = check_key (self, page, "/Contents");

  if (!check_is_name (self, page, "/Tabs", "/S"))
    check_complain (self, "Tabs: page %u has no order for its links", i + 1);
  if (!check_has (self, page, "/StructParents"))
    check_complain (self, "StructParents: page %u is not in the tree", i + 1);
  if (!check_is_name (self, qpdf_oh_get_dict (self->qpdf, contents), "/Filter", "/FlateDecode"))
    check_complain (self, "deflate: page %u is not deflated", i + 1);
}

void
check_file (Check *self)
{
  qpdf_oh root = qpdf_get_root (self->qpdf);
  int n = qpdf_get_num_pages (self->qpdf);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->qpdf, i);

      g_array_append_val (self->pages, page);
      check_page (self, i, page);
    }
  if (self->pages->len != sf_display_list_get_n_pages (self->list))
    check_complain (self, "pages: %u of them", self->pages->len);
  check_catalog (self, root);
  check_metadata (self, root);
  check_outline (self, root);
}

/* ------------------------------------------------------------------------------------------------
 */

static void
piece_free (gpointer data)
{
  CheckPiece *piece = data;

  g_free (piece->tag);
  g_string_free (piece->text, TRUE);
  g_array_unref (piece->glyphs);
  g_free (piece);
}

static void
clear (Check *self)
{
  qpdf_cleanup (&self->qpdf);
  g_array_unref (self->pages);
  g_hash_table_unref (self->fonts);
  g_ptr_array_unref (self->pieces);
  g_hash_table_unref (self->by_mark);
  g_string_free (self->pagination, TRUE);
  g_string_chunk_free (self->strings);
}

GPtrArray *
check_pdf (GBytes *pdf, SfDisplayList *list)
{
  Check self = { .list = list, .qpdf = qpdf_init () };
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);

  self.complaints = g_ptr_array_new_with_free_func (g_free);
  self.pages = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  self.fonts = g_hash_table_new_full (NULL, NULL, NULL, check_font_free);
  self.pieces = g_ptr_array_new_with_free_func (piece_free);
  self.by_mark = g_hash_table_new (NULL, NULL);
  self.pagination = g_string_new (NULL);
  self.strings = g_string_chunk_new (4096);
  qpdf_silence_errors (self.qpdf);
  qpdf_set_suppress_warnings (self.qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (self.qpdf, QPDF_FALSE);
  if ((qpdf_read_memory (self.qpdf, "test.pdf", data, length, NULL) & QPDF_ERRORS) != 0)
    check_complain (&self, "file: %s",
                    qpdf_get_error_full_text (self.qpdf, qpdf_get_error (self.qpdf)));
  else
    {
      if ((qpdf_check_pdf (self.qpdf) & (QPDF_ERRORS | QPDF_WARNINGS)) != 0)
        check_complain (&self, "file: qpdf does not like it");
      check_file (&self);
      check_contents (&self);
      check_fonts (&self);
      check_structure (&self);
    }
  clear (&self);
  return self.complaints;
}

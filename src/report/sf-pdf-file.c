/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-pdf-file.h"

#include <glib/gi18n-lib.h>
#include <zlib.h>

#include "base/sf-error.h"
#include "report/sf-pdf-private.h"

#define PACK_OBJECTS 200
#define PACK_BYTES 65536

/* Where an object lies: in the file, or in a stream of small objects. */
typedef struct
{
  guint64 offset; /* or the number of that stream */
  guint place;    /* in that stream */
  gboolean packed;
} Location;

struct _SfPdfFile
{
  GOutputStream *stream;
  guint64 drop;
  GCancellable *cancellable;
  GError *error;
  GChecksum *checksum;
  guint64 written;
  GArray *locations; /* of Location; object 0 is none */
  GString *pack;     /* small objects to be written together */
  GArray *pack_ids;  /* of guint */
  GString *pack_index;
};

static void
write_bytes (SfPdfFile *self, gconstpointer data, gsize length)
{
  if (self->error != NULL
      || !g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable,
                                     &self->error))
    return;
  g_checksum_update (self->checksum, data, length);
  self->written += length;
}

static void
write_string (SfPdfFile *self, const GString *string)
{
  write_bytes (self, string->str, string->len);
}

SfPdfFile *
sf_pdf_file_new (GOutputStream *stream, guint64 drop, GCancellable *cancellable)
{
  static const char head[] = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  SfPdfFile *self = g_new0 (SfPdfFile, 1);

  self->stream = g_object_ref (stream);
  self->drop = drop;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->locations = g_array_new (FALSE, TRUE, sizeof (Location));
  self->pack = g_string_new (NULL);
  self->pack_index = g_string_new (NULL);
  self->pack_ids = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_size (self->locations, 1);
  write_bytes (self, head, sizeof head - 1);
  return self;
}

void
sf_pdf_file_free (SfPdfFile *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_checksum_free (self->checksum);
  g_array_unref (self->locations);
  g_array_unref (self->pack_ids);
  g_string_free (self->pack, TRUE);
  g_string_free (self->pack_index, TRUE);
  g_free (self);
}

gboolean
sf_pdf_file_has_failed (SfPdfFile *self)
{
  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  return self->error != NULL;
}

void
sf_pdf_file_fail (SfPdfFile *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

guint
sf_pdf_file_reserve (SfPdfFile *self)
{
  g_array_set_size (self->locations, self->locations->len + 1);
  return self->locations->len - 1;
}

static Location *
get_location (SfPdfFile *self, guint id)
{
  g_assert (id > 0 && id < self->locations->len);
  return &g_array_index (self->locations, Location, id);
}

static void
flush_pack (SfPdfFile *self)
{
  g_autofree char *entries = NULL;
  guint id, first, n = self->pack_ids->len;

  if (n == 0)
    return;
  id = sf_pdf_file_reserve (self);
  for (guint i = 0; i < n; i++)
    *get_location (self, g_array_index (self->pack_ids, guint, i)) = (Location){ id, i, TRUE };
  first = self->pack_index->len;
  entries = g_strdup_printf ("/Type/ObjStm/N %u/First %u", n, first);
  g_string_append_len (self->pack_index, self->pack->str, self->pack->len);
  sf_pdf_file_add_stream (self, id, entries, self->pack_index->str, self->pack_index->len,
                          SF_PDF_DEFLATED);
  g_string_truncate (self->pack, 0);
  g_string_truncate (self->pack_index, 0);
  g_array_set_size (self->pack_ids, 0);
}

void
sf_pdf_file_add (SfPdfFile *self, guint id, const GString *object)
{
  g_string_append_printf (self->pack_index, "%u %zu ", id, self->pack->len);
  g_string_append_len (self->pack, object->str, object->len);
  g_string_append_c (self->pack, '\n');
  g_array_append_val (self->pack_ids, id);
  if (self->pack_ids->len >= PACK_OBJECTS || self->pack->len >= PACK_BYTES)
    flush_pack (self);
}

static void
write_stream (SfPdfFile *self,
              guint id,
              const char *entries,
              const char *filter,
              gconstpointer data,
              gsize length)
{
  g_autoptr (GString) head = g_string_new (NULL);

  *get_location (self, id) = (Location){ self->written, 0, FALSE };
  g_string_printf (head, "%u 0 obj\n<<%s/Length %zu%s>>\nstream\n", id, entries, length, filter);
  write_string (self, head);
  write_bytes (self, data, length);
  g_string_assign (head, "\nendstream\nendobj\n");
  write_string (self, head);
}

void
sf_pdf_file_add_stream (SfPdfFile *self,
                        guint id,
                        const char *entries,
                        gconstpointer data,
                        gsize length,
                        SfPdfStore store)
{
  g_autofree Bytef *packed = NULL;
  uLongf size = compressBound (length);

  if (sf_pdf_file_has_failed (self))
    return;
  if (store == SF_PDF_PLAIN)
    {
      write_stream (self, id, entries, "", data, length);
      return;
    }
  packed = g_malloc (size);
  if (compress2 (packed, &size, data, length, Z_DEFAULT_COMPRESSION) != Z_OK)
    {
      sf_pdf_file_fail (self, g_error_new_literal (SF_ERROR, SF_ERROR_FAILED,
                                                   _ ("There was not enough memory to write the "
                                                      "PDF. Nothing was changed.")));
      return;
    }
  write_stream (self, id, entries, "/Filter/FlateDecode", packed, size);
}

static void
add_bytes (GString *out, guint64 value, guint n)
{
  while (n-- > 0)
    g_string_append_c (out, (char)(value >> (8 * n)));
}

static GString *
make_table (SfPdfFile *self)
{
  GString *table = g_string_new (NULL);

  add_bytes (table, 0, 1 + 5);
  add_bytes (table, 0xffff, 2);
  for (guint i = 1; i < self->locations->len; i++)
    {
      const Location *location = get_location (self, i);

      add_bytes (table, location->packed ? 2 : 1, 1);
      add_bytes (table, location->offset, 5);
      add_bytes (table, location->place, 2);
    }
  return table;
}

gboolean
sf_pdf_file_finish (SfPdfFile *self, guint catalog, guint info, GError **error)
{
  g_autoptr (GString) table = NULL, end = g_string_new (NULL);
  g_autofree char *entries = NULL, *mark = NULL, *id_entry = NULL;
  guint64 at;
  guint id;

  flush_pack (self);
  id = sf_pdf_file_reserve (self);
  at = self->written;
  get_location (self, id)->offset = at;
  mark = g_strndup (g_checksum_get_string (self->checksum), 32);
  /* The checksum is closed now. */
  g_checksum_reset (self->checksum);
  table = make_table (self);
  if (!SF_PDF_DROPS (self->drop, MARK))
    id_entry = g_strdup_printf ("/ID[<%s><%s>]", mark, mark);
  entries = g_strdup_printf ("/Type/XRef/Size %u/W[1 5 2]/Root %u 0 R/Info %u 0 R%s",
                             self->locations->len, catalog, info, id_entry != NULL ? id_entry : "");
  sf_pdf_file_add_stream (self, id, entries, table->str, table->len, SF_PDF_DEFLATED);
  g_string_printf (end, "startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", at);
  write_string (self, end);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

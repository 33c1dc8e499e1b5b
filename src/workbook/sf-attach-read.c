/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook/sf-attach.h"

#include "base/sf-digest.h"

#include "store/sf-content.h"
#include "workbook/sf-attach-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The thread that reads: files one after the other, packed into pieces for the writer. A file that
 * fits into what is left of a piece goes there whole; a larger one begins a piece of its own, so
 * that its chunks are full ones. */

#define PARTS_LIMIT 64 /* small files in one piece */
#define TYPE_BYTES 4096

/* The file that is being read. */
typedef struct
{
  SfAttach *attach;
  SfAttachItem *item;
  GInputStream *stream;
  SfDigest *checksum;
  gint64 read;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_object (&reading->stream);
  g_clear_pointer (&reading->checksum, sf_digest_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
is_stopped (SfAttach *attach)
{
  gboolean stop;

  g_mutex_lock (&attach->lock);
  stop = attach->stop;
  g_mutex_unlock (&attach->lock);
  return stop || g_cancellable_is_cancelled (attach->cancellable);
}

/* --- pieces ----------------------------------------------------------------------------------- */

static gboolean
send_piece (SfAttach *attach, GError **error)
{
  if (attach->filling == NULL || attach->filling->parts->len == 0)
    return TRUE;
  if (sf_attach_push (attach, g_steal_pointer (&attach->filling)))
    return TRUE;
  sf_attach_set_cancelled (error);
  return FALSE;
}

/* A piece with room for an item of @size, or for the beginning of it. */
static gboolean
begin_piece (SfAttach *attach, gint64 size, GError **error)
{
  SfAttachPiece *piece = attach->filling;

  if (piece != NULL && piece->parts->len > 0
      && (piece->parts->len >= PARTS_LIMIT || size >= (gint64)(piece->room - piece->length))
      && !send_piece (attach, error))
    return FALSE;
  if (attach->filling == NULL)
    attach->filling = sf_attach_piece_new (sf_attach_get_room (attach));
  return TRUE;
}

/* It grew while it was read: what was read of it moves to a piece of its own. */
static gboolean
move_to_next (SfAttach *attach, gsize length, GError **error)
{
  SfAttachPiece *next = sf_attach_piece_new (attach->filling->room);

  memcpy (next->data, attach->filling->data + attach->filling->length, length);
  if (!send_piece (attach, error))
    {
      sf_attach_piece_free (next);
      return FALSE;
    }
  g_clear_pointer (&attach->filling, sf_attach_piece_free);
  attach->filling = next;
  return TRUE;
}

static void
add_part (SfAttach *attach, SfAttachItem *item, gsize length, gint64 read, gboolean last)
{
  SfAttachPart part = { item, attach->filling->length, length, read, last };

  g_array_append_val (attach->filling->parts, part);
  attach->filling->length += length;
}

/* --- one file --------------------------------------------------------------------------------- */

static gboolean
open_item (Reading *reading, GError **error)
{
  SfAttachItem *item = reading->item;

  reading_clear (reading);
  reading->read = 0;
  reading->checksum = sf_digest_new ();
  if (item->bytes != NULL)
    reading->stream = g_memory_input_stream_new_from_bytes (item->bytes);
  else
    reading->stream
        = G_INPUT_STREAM (g_file_read (item->file, reading->attach->cancellable, error));
  return reading->stream != NULL;
}

static gboolean
read_some (Reading *reading, guint8 *data, gsize room, gsize *length, GError **error)
{
  if (!g_input_stream_read_all (reading->stream, data, room, length, reading->attach->cancellable,
                                error))
    return FALSE;
  sf_digest_update (reading->checksum, data, *length);
  reading->read += (gint64)*length;
  return TRUE;
}

static void
finish_item (Reading *reading)
{
  SfAttach *attach = reading->attach;
  SfAttachItem *item = reading->item;

  item->digest = g_strdup (sf_digest_get_string (reading->checksum));
  item->size = reading->read;
  g_hash_table_add (attach->digests, g_strdup (item->digest));
  g_hash_table_add (attach->sizes, g_memdup2 (&item->size, sizeof item->size));
}

/* A large file of which there may be a copy in the file: is it that? Then it need not be written.
 */
static gboolean
recognise (Reading *reading, gboolean *known, GError **error)
{
  SfAttach *attach = reading->attach;
  const gsize room = attach->filling->room;
  gsize length = room;

  *known = FALSE;
  if (reading->item->size < (gint64)room
      || !g_hash_table_contains (attach->sizes, &reading->item->size))
    return TRUE;
  while (length == room && !is_stopped (attach))
    if (!read_some (reading, attach->filling->data, room, &length, error))
      return FALSE;
  if (length < room
      && g_hash_table_contains (attach->digests, sf_digest_get_string (reading->checksum)))
    {
      *known = TRUE;
      finish_item (reading);
      add_part (attach, reading->item, 0, reading->read, TRUE);
      return TRUE;
    }
  return open_item (reading, error);
}

static void
find_media_type (SfAttachItem *item, const guint8 *data, gsize length)
{
  if (item->media_type == NULL)
    item->media_type = sf_attach_guess_media_type (item->name, data, MIN (length, TYPE_BYTES));
}

/* The next part of the file into the piece. @reason: what GIO said; @error: why all ends */
static gboolean
read_part (Reading *reading, gboolean *last, GError **reason, GError **error)
{
  SfAttach *attach = reading->attach;
  SfAttachPiece *piece = attach->filling;
  gsize room = piece->room - piece->length, length, more = 0;
  gint64 read;

  if (!read_some (reading, piece->data + piece->length, room, &length, reason))
    return FALSE;
  find_media_type (reading->item, piece->data + piece->length, length);
  if (length == room && piece->length > 0)
    {
      if (!move_to_next (attach, length, error)
          || !read_some (reading, attach->filling->data + length, attach->filling->room - length,
                         &more, reason))
        return FALSE;
      room = attach->filling->room;
      length += more;
    }
  *last = length < room;
  read = (gint64)length;
  /* a small one that is known is named, and not written again */
  if (*last && reading->read == read
      && g_hash_table_contains (attach->digests, sf_digest_get_string (reading->checksum)))
    length = 0;
  if (*last)
    finish_item (reading);
  add_part (attach, reading->item, length, read, *last);
  return TRUE;
}

static gboolean
copy_item (Reading *reading, GError **reason, GError **error)
{
  gboolean last = FALSE;

  if (!begin_piece (reading->attach, reading->item->size, error) || !open_item (reading, reason)
      || !recognise (reading, &last, reason))
    return FALSE;
  while (!last)
    {
      if (is_stopped (reading->attach))
        {
          sf_attach_set_cancelled (error);
          return FALSE;
        }
      if (!begin_piece (reading->attach, reading->item->size - reading->read, error)
          || !read_part (reading, &last, reason, error))
        return FALSE;
      if (reading->read > SF_ATTACHMENT_LIMIT)
        {
          g_set_error_literal (reason, SF_ERROR, SF_ERROR_TOO_LARGE,
                               _ ("it grew beyond 2 GB meanwhile"));
          return FALSE;
        }
    }
  return TRUE;
}

/* What was packed of it already is written, and taken back at the end. */
static gboolean
leave_out (SfAttach *attach, SfAttachItem *item, const GError *reason, GError **error)
{
  if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    item->failed = TRUE;
  return sf_attach_leave_unreadable (attach, item->name, reason, error);
}

static gboolean
read_item (SfAttach *attach, SfAttachItem *item, GError **error)
{
  g_auto (Reading) reading = { .attach = attach, .item = item };
  g_autoptr (GError) reason = NULL;

  if (copy_item (&reading, &reason, error))
    return TRUE;
  return reason != NULL && leave_out (attach, item, reason, error);
}

/* --- the thread ------------------------------------------------------------------------------- */

static gboolean
read_all (SfAttach *attach, GError **error)
{
  if (!sf_attach_look (attach, error))
    return FALSE;
  g_mutex_lock (&attach->lock);
  attach->so_far.files = attach->items->len;
  attach->so_far.bytes = attach->total;
  sf_attach_call (attach);
  g_mutex_unlock (&attach->lock);
  for (guint i = 0; i < attach->items->len; i++)
    if (!read_item (attach, attach->items->pdata[i], error))
      return FALSE;
  return send_piece (attach, error);
}

gpointer
sf_attach_run_reader (gpointer data)
{
  SfAttach *attach = data;
  GError *error = NULL;

  if (!read_all (attach, &error) && error == NULL)
    sf_attach_set_cancelled (&error);
  g_mutex_lock (&attach->lock);
  attach->read_error = error;
  attach->ended = TRUE;
  sf_attach_call (attach);
  g_mutex_unlock (&attach->lock);
  return NULL;
}

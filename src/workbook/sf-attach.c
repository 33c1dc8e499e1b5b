/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook/sf-attach.h"

#include "store/sf-content.h"
#include "workbook/sf-attach-name.h"

#include <glib/gi18n-lib.h>

/* A request to attach, and the queue of pieces between the thread that reads and the one that
 * writes. */

#define QUEUE_LENGTH 4 /* pieces of 4 MB */

/* A transaction as long as this is one that a step waits for: smaller ones then. Half a piece and
 * not less, for most of it is waiting for the disk, whatever is written. */
#define SLOW_US 40000
#define QUICK_US 20000

/* --- items ------------------------------------------------------------------------------------ */

SfAttachItem *
sf_attach_item_new (GFile *file, GBytes *bytes)
{
  SfAttachItem *item = g_new0 (SfAttachItem, 1);

  item->file = file != NULL ? g_object_ref (file) : NULL;
  item->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  return item;
}

static void
item_free (gpointer data)
{
  SfAttachItem *item = data;

  g_clear_object (&item->file);
  g_clear_pointer (&item->bytes, g_bytes_unref);
  g_free (item->name);
  g_free (item->media_type);
  g_free (item->dated_on);
  g_free (item->digest);
  g_free (item);
}

static void
known_free (gpointer data)
{
  SfAttachKnown *known = data;

  g_free (known->name);
  g_free (known);
}

/* --- the request ------------------------------------------------------------------------------ */

SfAttach *
sf_attach_new (SfWorkbook *workbook, const SfAttachRequest *request)
{
  SfAttach *attach = g_new0 (SfAttach, 1);

  attach->workbook = g_object_ref (workbook);
  g_set_object (&attach->evidence, request->evidence);
  g_set_object (&attach->centre, request->centre);
  g_set_object (&attach->evaluation, request->evaluation);
  g_set_object (&attach->replaces, request->replaces);
  attach->statement_code = g_strdup (request->statement_code);
  attach->room = SF_CONTENT_TRANSACTION;
  attach->given = g_ptr_array_new_with_free_func (item_free);
  attach->items = g_ptr_array_new_with_free_func (item_free);
  attach->digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  attach->sizes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  attach->unwanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  attach->going = g_array_new (FALSE, FALSE, sizeof (gint64));
  attach->uuids = g_array_new (FALSE, FALSE, sizeof (SfUuid));
  attach->made = g_array_new (FALSE, FALSE, sizeof (SfUuid));
  attach->known = g_ptr_array_new_with_free_func (known_free);
  attach->left_out = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&attach->lock);
  g_cond_init (&attach->moved);
  g_queue_init (&attach->pieces);
  return attach;
}

static void
free_reading (SfAttach *attach)
{
  if (attach->reader != NULL)
    g_thread_join (attach->reader);
  if (attach->call != NULL)
    {
      g_source_destroy (attach->call);
      g_source_unref (attach->call);
    }
  g_clear_pointer (&attach->filling, sf_attach_piece_free);
  g_queue_clear_full (&attach->pieces, (GDestroyNotify)sf_attach_piece_free);
  g_clear_error (&attach->read_error);
  g_hash_table_unref (attach->digests);
  g_hash_table_unref (attach->sizes);
  g_ptr_array_unref (attach->given);
  g_ptr_array_unref (attach->items);
}

/* The reader has ended, or never began. */
void
sf_attach_free (SfAttach *attach)
{
  free_reading (attach);
  g_clear_object (&attach->evidence);
  g_clear_object (&attach->centre);
  g_clear_object (&attach->evaluation);
  g_clear_object (&attach->replaces);
  g_clear_object (&attach->cancellable);
  g_clear_object (&attach->task);
  g_clear_pointer (&attach->context, g_main_context_unref);
  g_clear_pointer (&attach->uuids, g_array_unref);
  g_clear_pointer (&attach->made, g_array_unref);
  g_clear_pointer (&attach->left_out, g_ptr_array_unref);
  g_ptr_array_unref (attach->known);
  g_array_unref (attach->unwanted);
  g_array_unref (attach->going);
  g_clear_error (&attach->error);
  g_cond_clear (&attach->moved);
  g_mutex_clear (&attach->lock);
  g_free (attach->statement_code);
  g_object_unref (attach->workbook);
  g_free (attach);
}

void
sf_attach_add_file (SfAttach *attach, GFile *file)
{
  g_ptr_array_add (attach->given, sf_attach_item_new (file, NULL));
  attach->many = attach->given->len > 1;
}

void
sf_attach_add_bytes (SfAttach *attach, GBytes *bytes, const char *name)
{
  SfAttachItem *item = sf_attach_item_new (NULL, bytes);

  item->name = sf_attach_safe_name (name);
  item->size = (gint64)g_bytes_get_size (bytes);
  g_ptr_array_add (attach->given, item);
}

void
sf_attach_set_cancelled (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_CANCELLED,
                       _ ("Attaching was cancelled. Nothing was kept."));
}

gboolean
sf_attach_leave_out (SfAttach *attach, SfError code, const char *sentence, GError **error)
{
  if (attach->many)
    {
      g_ptr_array_add (attach->left_out, g_strdup_printf (_ ("%s. It was left out."), sentence));
      return TRUE;
    }
  g_set_error (error, SF_ERROR, (int)code, _ ("%s. Nothing was attached."), sentence);
  return FALSE;
}

static char *
describe_unreadable (const char *safe_name, const GError *reason)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup_printf (_ ("“%s” is no longer there"), safe_name);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup_printf (_ ("You may not read “%s”"), safe_name);
  if (reason->domain == SF_ERROR)
    return g_strdup_printf (_ ("“%s” could not be read: %s"), safe_name, reason->message);
  return g_strdup_printf (_ ("“%s” could not be read"), safe_name);
}

gboolean
sf_attach_leave_unreadable (SfAttach *attach,
                            const char *safe_name,
                            const GError *reason,
                            GError **error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      sf_attach_set_cancelled (error);
      return FALSE;
    }
  sentence = describe_unreadable (safe_name, reason);
  return sf_attach_leave_out (attach,
                              g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                                  ? SF_ERROR_NOT_FOUND
                                  : SF_ERROR_IO,
                              sentence, error);
}

/* --- the queue -------------------------------------------------------------------------------- */

SfAttachPiece *
sf_attach_piece_new (gsize room)
{
  SfAttachPiece *piece = g_new0 (SfAttachPiece, 1);

  piece->room = room;
  piece->data = g_malloc (SF_CONTENT_TRANSACTION);
  piece->parts = g_array_new (FALSE, FALSE, sizeof (SfAttachPart));
  return piece;
}

void
sf_attach_piece_free (SfAttachPiece *piece)
{
  g_array_unref (piece->parts);
  g_free (piece->data);
  g_free (piece);
}

static gboolean
on_call_cb (gpointer data)
{
  SfAttach *attach = data;

  g_mutex_lock (&attach->lock);
  g_clear_pointer (&attach->call, g_source_unref);
  g_mutex_unlock (&attach->lock);
  attach->on_call (attach);
  return G_SOURCE_REMOVE;
}

void
sf_attach_call (SfAttach *attach)
{
  g_cond_broadcast (&attach->moved);
  if (attach->context == NULL || attach->call != NULL)
    return;
  attach->call = g_idle_source_new ();
  g_source_set_priority (attach->call, G_PRIORITY_DEFAULT);
  g_source_set_callback (attach->call, on_call_cb, attach, NULL);
  g_source_attach (attach->call, attach->context);
}

/* @piece: (transfer full) */
gboolean
sf_attach_push (SfAttach *attach, SfAttachPiece *piece)
{
  gboolean stop;

  g_mutex_lock (&attach->lock);
  while (!attach->stop && g_queue_get_length (&attach->pieces) >= QUEUE_LENGTH)
    g_cond_wait (&attach->moved, &attach->lock);
  g_queue_push_tail (&attach->pieces, piece);
  sf_attach_call (attach);
  stop = attach->stop;
  g_mutex_unlock (&attach->lock);
  return !stop;
}

SfAttachPiece *
sf_attach_pop (SfAttach *attach)
{
  SfAttachPiece *piece;

  g_mutex_lock (&attach->lock);
  piece = g_queue_pop_head (&attach->pieces);
  g_cond_broadcast (&attach->moved);
  g_mutex_unlock (&attach->lock);
  return piece;
}

gsize
sf_attach_get_room (SfAttach *attach)
{
  return __atomic_load_n (&attach->room, __ATOMIC_RELAXED);
}

void
sf_attach_follow_pace (SfAttach *attach, gint64 took)
{
  if (took > SLOW_US)
    __atomic_store_n (&attach->room, SF_CONTENT_TRANSACTION / 2, __ATOMIC_RELAXED);
  else if (took < QUICK_US)
    __atomic_store_n (&attach->room, SF_CONTENT_TRANSACTION, __ATOMIC_RELAXED);
}

void
sf_attach_stop (SfAttach *attach)
{
  g_mutex_lock (&attach->lock);
  attach->stop = TRUE;
  g_queue_clear_full (&attach->pieces, (GDestroyNotify)sf_attach_piece_free);
  g_cond_broadcast (&attach->moved);
  g_mutex_unlock (&attach->lock);
}

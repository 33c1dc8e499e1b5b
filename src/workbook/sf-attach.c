/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook/sf-attach.h"

#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "store/sf-content.h"
#include "workbook/sf-attach-name.h"
#include "workbook/sf-edit-private.h"

#include <glib/gi18n-lib.h>
#include <sys/statvfs.h>

#define PIECE_SIZE ((gsize)SF_CHUNK_SIZE * SF_CHUNKS_PER_TRANSACTION)
#define SPARE_BYTES (G_GINT64_CONSTANT (16) << 20)
#define LOOK_BYTES 4096

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
  attach->items = g_ptr_array_new_with_free_func (item_free);
  attach->uuids = g_array_new (FALSE, FALSE, sizeof (SfUuid));
  return attach;
}

void
sf_attach_free (SfAttach *attach)
{
  g_clear_object (&attach->stream);
  g_clear_object (&attach->evidence);
  g_clear_object (&attach->centre);
  g_clear_object (&attach->evaluation);
  g_clear_object (&attach->replaces);
  g_clear_object (&attach->cancellable);
  g_clear_object (&attach->task);
  g_clear_pointer (&attach->checksum, g_checksum_free);
  g_clear_pointer (&attach->uuids, g_array_unref);
  g_clear_error (&attach->error);
  g_ptr_array_unref (attach->items);
  g_free (attach->statement_code);
  g_free (attach->buffer);
  g_object_unref (attach->workbook);
  g_free (attach);
}

void
sf_attach_add_file (SfAttach *attach, GFile *file)
{
  SfAttachItem *item = g_new0 (SfAttachItem, 1);

  item->file = g_object_ref (file);
  g_ptr_array_add (attach->items, item);
}

void
sf_attach_add_bytes (SfAttach *attach, GBytes *bytes, const char *name)
{
  SfAttachItem *item = g_new0 (SfAttachItem, 1);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  item->bytes = g_bytes_ref (bytes);
  item->name = sf_attach_safe_name (name);
  item->media_type = sf_attach_guess_media_type (item->name, data, MIN (length, LOOK_BYTES));
  item->size = (gint64)length;
  g_ptr_array_add (attach->items, item);
}

/* --- looking ---------------------------------------------------------------------------------- */

/* @reason: (nullable): what GIO said */
static gboolean
refuse_unreadable (const char *name, const GError *reason, GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, SF_ERROR, SF_ERROR_CANCELLED,
                         _ ("Attaching was cancelled. Nothing was kept."));
  else
    g_set_error (error, SF_ERROR,
                 g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? SF_ERROR_NOT_FOUND
                                                                            : SF_ERROR_IO,
                 _ ("“%s” could not be read: %s. Nothing was attached."), name,
                 reason != NULL ? reason->message : _ ("it ended too soon"));
  return FALSE;
}

static void
find_date (SfAttachItem *item, GFileInfo *info)
{
  g_autoptr (GDateTime) modified = g_file_info_get_modification_date_time (info);
  g_autofree char *today = sf_clock_today ();

  if (modified == NULL)
    return;
  item->dated_on = sf_date_of_instant (g_date_time_to_unix (modified) * 1000);
  /* a clock that was wrong must not date evidence into the future */
  if (item->dated_on != NULL && g_strcmp0 (item->dated_on, today) > 0)
    g_clear_pointer (&item->dated_on, g_free);
}

static gboolean
check_size (SfAttachItem *item, gint64 size, GError **error)
{
  if (size <= SF_ATTACHMENT_LIMIT)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_TOO_LARGE,
               _ ("“%s” is larger than 2 GB, which is more than a centre file takes. Nothing was "
                  "attached."),
               item->name);
  return FALSE;
}

static gboolean
find_media_type (SfAttach *attach, SfAttachItem *item, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (item->file, attach->cancellable, &local);
  guint8 start[LOOK_BYTES];
  gsize length;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &length,
                                   attach->cancellable, &local))
    return refuse_unreadable (item->name, local, error);
  item->media_type = sf_attach_guess_media_type (item->name, start, length);
  return TRUE;
}

static gboolean
look_at_file (SfAttach *attach, SfAttachItem *item, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *base = g_file_get_basename (item->file);
  g_autoptr (GFileInfo) info = NULL;

  item->name = sf_attach_safe_name (base != NULL ? base : "");
  info = g_file_query_info (item->file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                           "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                            G_FILE_QUERY_INFO_NONE, attach->cancellable, &local);
  if (info == NULL)
    return refuse_unreadable (item->name, local, error);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                   _ ("“%s” is not a file, so it cannot be attached. Nothing was attached."),
                   item->name);
      return FALSE;
    }
  item->size = g_file_info_get_size (info);
  find_date (item, info);
  return check_size (item, item->size, error) && find_media_type (attach, item, error);
}

static gboolean
check_room (SfAttach *attach, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (attach->workbook->path);
  struct statvfs disk;

  if (statvfs (folder, &disk) != 0
      || (gint64)disk.f_bavail * (gint64)disk.f_frsize
             > attach->total + attach->total / 64 + SPARE_BYTES)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_NO_SPACE,
                       _ ("The disk has no room for what is to be attached. Nothing was "
                          "attached; make room on it and try again."));
  return FALSE;
}

gboolean
sf_attach_look (SfAttach *attach, GError **error)
{
  for (guint i = 0; i < attach->items->len; i++)
    {
      SfAttachItem *item = attach->items->pdata[i];

      if (item->file != NULL && !look_at_file (attach, item, error))
        return FALSE;
      if (!check_size (item, item->size, error))
        return FALSE;
      attach->total += item->size;
    }
  return check_room (attach, error);
}

/* --- reading ---------------------------------------------------------------------------------- */

static gboolean
open_item (SfAttach *attach, SfAttachItem *item, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (item->bytes != NULL)
    attach->stream = g_memory_input_stream_new_from_bytes (item->bytes);
  else
    attach->stream = G_INPUT_STREAM (g_file_read (item->file, attach->cancellable, &local));
  if (attach->stream == NULL)
    return refuse_unreadable (item->name, local, error);
  if (attach->buffer == NULL)
    attach->buffer = g_malloc (PIECE_SIZE);
  attach->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  attach->sequence = 0;
  attach->read = 0;
  return TRUE;
}

gboolean
sf_attach_read (SfAttach *attach, GError **error)
{
  SfAttachItem *item = attach->items->pdata[attach->at];
  g_autoptr (GError) local = NULL;

  if (attach->stream == NULL && !open_item (attach, item, error))
    return FALSE;
  if (!g_input_stream_read_all (attach->stream, attach->buffer, PIECE_SIZE, &attach->length,
                                attach->cancellable, &local))
    return refuse_unreadable (item->name, local, error);
  attach->last = attach->length < PIECE_SIZE;
  g_checksum_update (attach->checksum, attach->buffer, (gssize)attach->length);
  attach->read += (gint64)attach->length;
  if (attach->last)
    g_clear_object (&attach->stream);
  return check_size (item, attach->read, error);
}

/* --- writing ---------------------------------------------------------------------------------- */

/* The item is in the file, by this request or since before. */
static void
close_item (SfAttach *attach, gboolean kept)
{
  SfAttachItem *item = attach->items->pdata[attach->at];

  item->content = kept ? attach->content : 0;
  item->size = attach->read;
  attach->content = 0;
  g_clear_pointer (&attach->checksum, g_checksum_free);
  attach->at++;
}

static SfJobResult
finish_item (SfStore *store, SfAttach *attach, GError **error)
{
  SfAttachItem *item = attach->items->pdata[attach->at];
  gboolean gone = FALSE, kept = TRUE;

  if (item->digest == NULL)
    {
      item->digest = g_strdup (g_checksum_get_string (attach->checksum));
      if (!sf_content_finish (store, attach->content, item->digest, attach->read, &kept, error))
        return SF_JOB_FAILED;
      if (!kept)
        return SF_JOB_AGAIN;
      close_item (attach, TRUE);
      return SF_JOB_DONE;
    }
  /* the same contents were there already: a piece of these goes each time */
  if (!sf_content_discard_some (store, attach->content, &gone, error))
    return SF_JOB_FAILED;
  if (!gone)
    return SF_JOB_AGAIN;
  close_item (attach, FALSE);
  return SF_JOB_DONE;
}

SfJobResult
sf_attach_write (SfStore *store, gpointer data, GError **error)
{
  SfAttach *attach = data;

  if (attach->content == 0)
    return sf_content_begin (store, &attach->content, error) ? SF_JOB_AGAIN : SF_JOB_FAILED;
  if (attach->length > 0)
    {
      if (!sf_content_append (store, attach->content, attach->sequence, attach->buffer,
                              attach->length, error))
        return SF_JOB_FAILED;
      attach->sequence += SF_CHUNKS_PER_TRANSACTION;
      attach->done += (gint64)attach->length;
      attach->length = 0;
      return attach->last ? SF_JOB_AGAIN : SF_JOB_DONE;
    }
  return attach->last ? finish_item (store, attach, error) : SF_JOB_DONE;
}

static gint64 *
find_content (SfAttach *attach)
{
  if (attach->content != 0)
    return &attach->content;
  for (guint i = 0; i < attach->items->len; i++)
    {
      SfAttachItem *item = attach->items->pdata[i];
      if (item->content != 0)
        return &item->content;
    }
  return NULL;
}

SfJobResult
sf_attach_take_back (SfStore *store, gpointer data, GError **error)
{
  gint64 *content = find_content (data);
  gboolean gone = FALSE;

  if (content == NULL)
    return SF_JOB_DONE;
  if (!sf_content_discard_some (store, *content, &gone, error))
    return SF_JOB_FAILED;
  if (gone)
    *content = 0;
  return SF_JOB_AGAIN;
}

/* --- the step --------------------------------------------------------------------------------- */

static void
insert_evidence (SfAttach *attach, SfStep *step, const SfAttachItem *item, SfUuid *uuid)
{
  g_autofree char *title = sf_attach_guess_title (item->name);
  g_autofree char *today = sf_clock_today ();

  sf_step_insert (step, SF_TYPE_EVIDENCE, uuid);
  sf_step_set_ref (step, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_CENTRE, attach->centre);
  sf_step_set_text (step, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_TITLE, title);
  sf_step_set_text (step, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_KIND,
                    sf_attach_guess_kind (item->media_type));
  sf_step_set_text (step, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_DATED_ON, item->dated_on);
  sf_step_set_text (step, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_ADDED_ON, today);
  sf_step_set_text (step, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_SENSITIVITY, "centre");
}

static void
insert_link (SfAttach *attach, SfStep *step, const SfUuid *evidence)
{
  SfValue reference = SF_VALUE_INIT;
  SfUuid link;

  sf_value_set_uuid (&reference, evidence);
  sf_step_insert (step, SF_TYPE_EVIDENCE_LINK, &link);
  sf_step_set (step, SF_TYPE_EVIDENCE_LINK, &link, SF_EVIDENCE_LINK_EVIDENCE, &reference);
  sf_step_set_ref (step, SF_TYPE_EVIDENCE_LINK, &link, SF_EVIDENCE_LINK_EVALUATION,
                   attach->evaluation);
  sf_step_set_text (step, SF_TYPE_EVIDENCE_LINK, &link, SF_EVIDENCE_LINK_STATEMENT_CODE,
                    attach->statement_code);
}

static void
insert_attachment (SfAttach *attach, SfStep *step, const SfAttachItem *item, const SfUuid *evidence)
{
  SfValue reference = SF_VALUE_INIT;
  SfUuid uuid;

  sf_value_set_uuid (&reference, evidence);
  sf_step_insert (step, SF_TYPE_ATTACHMENT, &uuid);
  sf_step_set (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_EVIDENCE, &reference);
  sf_step_set_text (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_NAME, item->name);
  sf_step_set_text (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_MEDIA_TYPE, item->media_type);
  sf_step_set_int (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_SIZE, item->size);
  sf_step_set_text (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_DIGEST, item->digest);
  sf_step_set_int (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_ADDED_AT, sf_clock_now ());
  if (attach->replaces != NULL)
    sf_step_set_ref (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_REPLACES, attach->replaces);
  g_array_append_val (attach->uuids, uuid);
}

static char *
make_label (SfAttach *attach)
{
  const SfAttachItem *first = attach->items->pdata[0];

  if (attach->replaces != NULL)
    return g_strdup_printf (_ ("Replaced %s by a new version"),
                            sf_attachment_get_name (attach->replaces));
  if (attach->items->len == 1)
    return g_strdup_printf (_ ("Attached %s"), first->name);
  return g_strdup_printf (ngettext ("Attached %u file", "Attached %u files", attach->items->len),
                          attach->items->len);
}

SfStep *
sf_attach_build_step (SfAttach *attach)
{
  gboolean links = attach->evaluation != NULL && attach->statement_code != NULL;
  g_autofree char *label = make_label (attach);
  SfStep *step = sf_step_new (label);

  if (attach->evidence != NULL && links
      && !sf_edit_is_linked (attach->workbook, attach->evidence, attach->evaluation,
                             attach->statement_code))
    insert_link (attach, step, sf_record_get_uuid (SF_RECORD (attach->evidence)));
  for (guint i = 0; i < attach->items->len; i++)
    {
      const SfAttachItem *item = attach->items->pdata[i];
      SfUuid evidence;

      if (attach->evidence != NULL)
        evidence = *sf_record_get_uuid (SF_RECORD (attach->evidence));
      else
        insert_evidence (attach, step, item, &evidence);
      if (attach->evidence == NULL && links)
        insert_link (attach, step, &evidence);
      insert_attachment (attach, step, item, &evidence);
    }
  return step;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-reading.h"

#include "base/sf-error.h"
#include "store/sf-extract.h"
#include "workbook/sf-preview-client.h"
#include "workbook/sf-preview-contents.h"
#include "workbook/sf-reading-guess.h"
#include "workbook/sf-workbook-helpers.h"
#include "workbook/sf-workbook-preview.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* Round and round: what lacks (on the writer's thread), its contents (there too), a look at them
 * (on a thread that waits for the helper), and what was found is put in (on the writer's thread
 * again).
 */

#define KEY "sf-reading"
/* While files are being attached, and after the last of them. */
#define PAUSE_MS 400
/* A file that could not be read in time is tried once at each opening, and so often in all. */
#define MOST_TRIES 3
/* So many titles and dates go in by one step. */
#define BATCH 50

typedef struct
{
  SfWorkbook *workbook; /* borrowed; NULL when it is over */
  GCancellable *cancellable;
  gulong added_id;
  gulong redo_id;
  gulong writable_id;
  guint timer_id;
  gboolean busy;
  gboolean more;    /* files were attached since it was last looked */
  gboolean useless; /* there is no sandbox, or the file cannot be read */
  guint n_read;
  GHashTable *put_off; /* digests: not again at this opening */
  GPtrArray *guesses;  /* that wait for their step */

  /* the one that is looked into */
  gint64 after;
  SfExtractLack lack;
  SfExtract *extract;
  GPtrArray *found;
} SfFileReading;

static void look_for_more (SfFileReading *reading);

static void
reading_clear (gpointer data)
{
  SfFileReading *reading = data;

  g_object_unref (reading->cancellable);
  g_hash_table_unref (reading->put_off);
  g_ptr_array_unref (reading->guesses);
  g_clear_pointer (&reading->found, g_ptr_array_unref);
  g_clear_pointer (&reading->extract, sf_extract_free);
  sf_extract_lack_clear (&reading->lack);
}

static void
reading_unref (gpointer reading)
{
  g_rc_box_release_full (reading, reading_clear);
}

static void
apply_guesses (SfFileReading *reading)
{
  if (reading->workbook != NULL && sf_guess_apply (reading->workbook, reading->guesses))
    g_ptr_array_set_size (reading->guesses, 0);
}

/* One is done with, in whatever way; lets go of the reference that its round held. */
static void
end_round (SfFileReading *reading, gboolean go_on)
{
  reading->busy = FALSE;
  reading->after = reading->lack.content;
  sf_extract_lack_clear (&reading->lack);
  g_clear_pointer (&reading->extract, sf_extract_free);
  g_clear_pointer (&reading->found, g_ptr_array_unref);
  if (reading->guesses->len >= BATCH || !go_on)
    apply_guesses (reading);
  if (go_on)
    look_for_more (reading);
  reading_unref (reading);
}

/* --- putting in ------------------------------------------------------------------------------- */

static SfJobResult
put_extract (SfStore *store, gpointer data, GError **error)
{
  SfFileReading *reading = data;

  return sf_extract_put (store, reading->lack.digest, reading->extract, error)
                 && (reading->found == NULL || sf_guess_check (store, reading->found, error))
             ? SF_JOB_DONE
             : SF_JOB_FAILED;
}

static void
on_put (gpointer data, const GError *error)
{
  SfFileReading *reading = data;

  if (error != NULL)
    g_debug ("what was read from a file could not be kept: %s", error->message);
  else if (reading->workbook != NULL)
    {
      reading->n_read++;
      if (reading->found != NULL)
        g_ptr_array_extend_and_steal (reading->guesses, g_steal_pointer (&reading->found));
      sf_workbook_emit_extracted (reading->workbook, reading->lack.digest);
    }
  end_round (reading, TRUE);
}

/* @reply: (nullable): NULL where nothing can be made of it, which is noted too */
static void
put_reply (SfFileReading *reading, SfPreviewReply *reply)
{
  SfExtract *extract = g_new0 (SfExtract, 1);

  reading->extract = extract;
  if (reply != NULL)
    {
      extract->made = reply->title != NULL || reply->date != NULL || reply->text != NULL
                      || reply->pixels != NULL;
      extract->title = g_strdup (reply->title);
      extract->dated_on = g_strdup (reply->date);
      extract->text = g_steal_pointer (&reply->text);
      extract->width = reply->width;
      extract->height = reply->height;
      extract->picture = g_steal_pointer (&reply->pixels);
      reading->found = sf_guess_collect (reading->workbook, reading->lack.digest, reply);
    }
  sf_writer_push (reading->workbook->writer, SF_JOB_SLOW, put_extract, on_put, reading);
}

/* --- looking ---------------------------------------------------------------------------------- */

static void
close_file (gpointer file)
{
  close (GPOINTER_TO_INT (file));
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  SfPreviewReply *reply = sf_preview_client_look (GPOINTER_TO_INT (data), cancellable, &error);

  if (reply != NULL)
    g_task_return_pointer (task, reply, (GDestroyNotify)sf_preview_reply_free);
  else
    g_task_return_error (task, error);
}

/* How often the content could not be read in time since the program was started, with this time. */
static guint
count_try (const char *digest)
{
  static GMutex lock;
  static GHashTable *tries = NULL;
  guint n;

  g_mutex_lock (&lock);
  if (tries == NULL)
    tries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (tries, digest)) + 1;
  g_hash_table_insert (tries, g_strdup (digest), GUINT_TO_POINTER (n));
  g_mutex_unlock (&lock);
  return n;
}

/* Perhaps the PC is busy, so nothing is held against the file; the next one has its turn. */
static void
put_off (SfFileReading *reading)
{
  g_hash_table_add (reading->put_off, g_strdup (reading->lack.digest));
  end_round (reading, TRUE);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfFileReading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPreviewReply) reply = g_task_propagate_pointer (G_TASK (result), &error);

  reading->useless = reading->useless || g_error_matches (error, SF_ERROR, SF_ERROR_NOT_FOUND);
  if (reading->workbook == NULL || reading->workbook->writer == NULL || reading->useless)
    end_round (reading, FALSE);
  else if (reply != NULL || g_error_matches (error, SF_ERROR, SF_ERROR_HOSTILE))
    put_reply (reading, reply);
  else if (!g_error_matches (error, SF_ERROR, SF_ERROR_BUSY))
    end_round (reading, FALSE);
  else if (count_try (reading->lack.digest) < MOST_TRIES)
    put_off (reading);
  else
    put_reply (reading, NULL);
}

static void
on_contents (int file, const GError *error, gpointer data)
{
  SfFileReading *reading = data;
  g_autoptr (GTask) task = NULL;

  if (error == NULL)
    {
      task = g_task_new (NULL, reading->cancellable, on_looked_cb, reading);
      g_task_set_check_cancellable (task, FALSE);
      g_task_set_task_data (task, GINT_TO_POINTER (file), close_file);
      g_task_run_in_thread (task, look_in_thread);
    }
  else if (reading->workbook == NULL || reading->workbook->writer == NULL)
    end_round (reading, FALSE);
  else if (g_error_matches (error, SF_ERROR, SF_ERROR_TOO_LARGE))
    put_reply (reading, NULL);
  else
    {
      /* damaged, or there is no room: perhaps not so at the next opening */
      g_debug ("a file was not looked into: %s", error->message);
      end_round (reading, TRUE);
    }
}

/* --- finding ---------------------------------------------------------------------------------- */

static gboolean
on_timer_cb (gpointer data)
{
  SfFileReading *reading = data;

  reading->timer_id = 0;
  look_for_more (reading);
  return G_SOURCE_REMOVE;
}

static void
wait_a_little (SfFileReading *reading)
{
  if (reading->timer_id == 0)
    reading->timer_id = g_timeout_add_full (G_PRIORITY_LOW, PAUSE_MS, on_timer_cb, reading, NULL);
}

static SfJobResult
find_lack (SfStore *store, gpointer data, GError **error)
{
  SfFileReading *reading = data;

  return sf_extract_find_lack (store, reading->after, &reading->lack, error) ? SF_JOB_DONE
                                                                             : SF_JOB_FAILED;
}

static void
on_found (gpointer data, const GError *error)
{
  SfFileReading *reading = data;

  if (error != NULL)
    {
      g_debug ("files are not looked into: %s", error->message);
      reading->useless = TRUE;
    }
  if (reading->workbook == NULL || reading->workbook->writer == NULL || error != NULL)
    end_round (reading, FALSE);
  else if (reading->lack.content == 0)
    {
      if (reading->more)
        wait_a_little (reading);
      end_round (reading, FALSE); /* what failed is tried again when more comes */
    }
  else if (g_hash_table_contains (reading->put_off, reading->lack.digest))
    end_round (reading, TRUE);
  else
    sf_contents_fetch (reading->workbook, reading->lack.digest, SF_PREVIEW_LIMIT,
                       reading->cancellable, on_contents, reading);
}

static void
look_for_more (SfFileReading *reading)
{
  SfWorkbook *self = reading->workbook;

  if (self == NULL || self->writer == NULL || self->read_only || reading->busy || reading->useless)
    return;
  if (sf_workbook_is_attaching (self))
    {
      wait_a_little (reading);
      return;
    }
  reading->busy = TRUE;
  reading->more = FALSE;
  sf_writer_push (self->writer, SF_JOB_SLOW, find_lack, on_found, g_rc_box_acquire (reading));
}

/* --- starting and stopping -------------------------------------------------------------------- */

static void
on_added_cb (GListModel *list, guint position, guint removed, guint added, SfFileReading *reading)
{
  reading->more = reading->more || added > 0;
  if (reading->more && !reading->busy)
    wait_a_little (reading);
}

static SfFileReading *
start (SfWorkbook *self)
{
  SfFileReading *reading = g_object_get_data (G_OBJECT (self), KEY);
  GListModel *attachments = sf_model_get_list (self->model, SF_TYPE_ATTACHMENT);

  if (reading != NULL)
    return reading;
  reading = g_rc_box_new0 (SfFileReading);
  reading->workbook = self;
  reading->cancellable = g_cancellable_new ();
  reading->put_off = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->guesses = sf_guess_new_list ();
  reading->added_id
      = g_signal_connect (attachments, "items-changed", G_CALLBACK (on_added_cb), reading);
  reading->redo_id
      = g_signal_connect_swapped (self, "notify::can-redo", G_CALLBACK (apply_guesses), reading);
  reading->writable_id
      = g_signal_connect_swapped (self, "notify::read-only", G_CALLBACK (look_for_more), reading);
  g_object_set_data_full (G_OBJECT (self), KEY, reading, reading_unref);
  return reading;
}

/**
 * sf_workbook_start_reading:
 * @self: a workbook that was just opened
 *
 * Begins to look into the files that nobody has looked into yet. Call it once there is time.
 */
void
sf_workbook_start_reading (SfWorkbook *self)
{
  g_return_if_fail (SF_IS_WORKBOOK (self));

  look_for_more (start (self));
}

/* Before closing: nothing is waited for; the rest is read at the next opening. */
void
sf_workbook_stop_reading (SfWorkbook *self)
{
  SfFileReading *reading = g_object_get_data (G_OBJECT (self), KEY);

  if (reading == NULL)
    return;
  g_cancellable_cancel (reading->cancellable);
  g_clear_signal_handler (&reading->added_id, sf_model_get_list (self->model, SF_TYPE_ATTACHMENT));
  g_clear_signal_handler (&reading->redo_id, self);
  g_clear_signal_handler (&reading->writable_id, self);
  g_clear_handle_id (&reading->timer_id, g_source_remove);
  reading->workbook = NULL;
  g_object_set_data (G_OBJECT (self), KEY, NULL);
}

/**
 * sf_workbook_read_all_sync:
 * @self: a workbook
 * @n_read: (out) (optional): how many files were looked into
 * @error: return location for an #SfError
 *
 * Looks into all files that nobody has looked into yet, and puts in what they say of themselves.
 *
 * Returns: whether files can be looked into here
 */
gboolean
sf_workbook_read_all_sync (SfWorkbook *self, guint *n_read, GError **error)
{
  SfFileReading *reading;
  guint before;

  g_return_val_if_fail (SF_IS_WORKBOOK (self), FALSE);

  if (!sf_workbook_check_writable (self, error) || !sf_workbook_sync (self, error))
    return FALSE;
  if (!sf_preview_client_works ())
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND, sf_preview_client_get_excuse ());
      return FALSE;
    }
  reading = start (self);
  before = reading->n_read;
  look_for_more (reading);
  while (reading->busy)
    g_main_context_iteration (NULL, TRUE);
  if (n_read != NULL)
    *n_read = reading->n_read - before;
  return sf_workbook_sync (self, error);
}

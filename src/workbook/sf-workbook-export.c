/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "base/sf-error.h"
#include "store/sf-content.h"
#include "workbook/sf-part-file.h"
#include "workbook/sf-workbook-files.h"
#include "workbook/sf-workbook-private.h"
#include "workbook/sf-workbook-safety.h"

#include <glib/gi18n-lib.h>

/* Taking an attachment out: the writer reads a piece, a thread writes it beside the destination;
 * then synced, renamed over it, read back and compared. */

typedef struct
{
  SfWorkbook *workbook;
  GCancellable *cancellable;
  char *path;
  SfPartFile *part;
  char *name;
  char *digest;
  gint64 content;
  guint sequence;
  GPtrArray *pieces; /* of GBytes */
  gboolean complete;
  GError *error;
  gboolean busy;
  GTask *task;
} SfExport;

static void write_next (SfExport *export);

static void
export_free (SfExport *export)
{
  g_clear_pointer (&export->part, sf_part_file_free);
  g_clear_object (&export->cancellable);
  g_clear_error (&export->error);
  g_ptr_array_unref (export->pieces);
  g_object_unref (export->workbook);
  g_free (export->path);
  g_free (export->name);
  g_free (export->digest);
  g_free (export);
}

static SfExport *
export_new (SfWorkbook *self, SfAttachment *attachment, const char *path)
{
  SfExport *export = g_new0 (SfExport, 1);

  export->workbook = g_object_ref (self);
  export->path = g_strdup (path);
  export->name = g_strdup (sf_attachment_get_name (attachment));
  export->digest = g_strdup (sf_attachment_get_digest (attachment));
  export->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  return export;
}

static gboolean
set_unsound (SfExport *export, GError **error)
{
  g_set_error (error, SF_ERROR, SF_ERROR_DAMAGED,
               _ ("The contents of “%s” are damaged in the centre file. A backup may still have "
                  "them."),
               export->name);
  return FALSE;
}

/* --- reading, on the writer's thread ------------------------------------------------------------
 */

static SfJobResult
read_pieces (SfStore *store, gpointer data, GError **error)
{
  SfExport *export = data;
  gint64 size;

  if (export->content == 0
      && !sf_content_find (store, export->digest, &export->content, &size, error))
    return SF_JOB_FAILED;
  if (export->content == 0)
    {
      set_unsound (export, error);
      return SF_JOB_FAILED;
    }
  for (guint i = 0; i < SF_CHUNKS_PER_TRANSACTION && !export->complete; i++)
    {
      g_autoptr (GError) local = NULL;
      GBytes *piece = sf_content_read (store, export->content, export->sequence++, &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return SF_JOB_FAILED;
        }
      export->complete = piece == NULL;
      if (piece != NULL)
        g_ptr_array_add (export->pieces, piece);
    }
  return SF_JOB_DONE;
}

/* --- writing, on any thread ----------------------------------------------------------------------
 */

static gboolean
write_bytes (SfExport *export, GBytes *bytes, GError **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return sf_part_file_write (export->part, data, length, error);
}

static gboolean
write_pieces (SfExport *export, GError **error)
{
  if (g_cancellable_is_cancelled (export->cancellable))
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_CANCELLED,
                           _ ("Saving the file was cancelled. Nothing was written."));
      return FALSE;
    }
  if (export->part == NULL)
    export->part = sf_part_file_open (export->path, export->name, error);
  if (export->part == NULL)
    return FALSE;
  for (guint i = 0; i < export->pieces->len; i++)
    if (!write_bytes (export, export->pieces->pdata[i], error))
      return FALSE;
  g_ptr_array_set_size (export->pieces, 0);
  return !export->complete || sf_part_file_finish (export->part, export->digest, error);
}

/* --- in turns ------------------------------------------------------------------------------------
 */

static void
on_pieces_read (gpointer data, const GError *error)
{
  SfExport *export = data;

  export->busy = FALSE;
  if (error != NULL)
    export->error = g_error_copy (error);
  if (export->task != NULL)
    write_next (export);
}

static void
read_next (SfExport *export)
{
  if (export->workbook->writer == NULL)
    {
      g_set_error_literal (&export->error, SF_ERROR, SF_ERROR_CANCELLED,
                           _ ("The centre file is closed."));
      return;
    }
  export->busy = TRUE;
  sf_writer_push (export->workbook->writer, SF_JOB_SLOW, read_pieces, on_pieces_read, export);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SfExport *export = data;

  write_pieces (export, &export->error);
  g_task_return_boolean (task, TRUE);
}

static void
return_result (SfExport *export)
{
  g_autoptr (GTask) task = g_steal_pointer (&export->task);

  if (export->error != NULL)
    g_task_return_error (task, g_steal_pointer (&export->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfExport *export = data;

  if (export->error == NULL && !export->complete)
    read_next (export);
  if (!export->busy)
    return_result (export);
}

static void
write_next (SfExport *export)
{
  g_autoptr (GTask) task = NULL;

  if (export->error != NULL)
    {
      return_result (export);
      return;
    }
  task = g_task_new (export->workbook, NULL, on_written_cb, export);
  g_task_set_task_data (task, export, NULL);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * sf_workbook_export_attachment:
 * @self: a workbook
 * @attachment: an attachment of it
 * @destination: a local file, replaced whole
 * @cancellable: (nullable): to give up; what lay there stays
 * @callback: told at the end
 * @data: for @callback
 */
void
sf_workbook_export_attachment (SfWorkbook *self,
                               SfAttachment *attachment,
                               GFile *destination,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  g_autofree char *path = g_file_get_path (destination);
  g_autoptr (GError) error = NULL;
  SfExport *export;

  g_task_set_source_tag (task, sf_workbook_export_attachment);
  if (path == NULL)
    {
      g_task_return_new_error (task, SF_ERROR, SF_ERROR_IO,
                               _ ("Files can be saved to this PC and to what is mounted on it."));
      g_object_unref (task);
      return;
    }
  if (!sf_workbook_check_output (self, path, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      g_object_unref (task);
      return;
    }
  export = export_new (self, attachment, path);
  export->task = task;
  g_set_object (&export->cancellable, cancellable);
  g_task_set_task_data (task, export, (GDestroyNotify)export_free);
  read_next (export);
  if (!export->busy)
    return_result (export);
}

gboolean
sf_workbook_export_attachment_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
sf_workbook_export_attachment_sync (SfWorkbook *self,
                                    SfAttachment *attachment,
                                    const char *path,
                                    GError **error)
{
  SfExport *export;
  gboolean done = FALSE;

  if (!sf_workbook_check_output (self, path, error))
    return FALSE;
  export = export_new (self, attachment, path);

  while (!export->complete && export->error == NULL)
    {
      read_next (export);
      while (export->busy)
        sf_writer_wait_one (self->writer);
      if (export->error == NULL)
        done = write_pieces (export, &export->error) && export->complete;
    }
  if (export->error != NULL)
    g_propagate_error (error, g_steal_pointer (&export->error));
  export_free (export);
  return done;
}

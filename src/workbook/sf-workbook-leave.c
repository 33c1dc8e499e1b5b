/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-leave.h"

#include "base/sf-error.h"
#include "workbook/sf-part-file.h"
#include "workbook/sf-preview-client.h"
#include "workbook/sf-preview-contents.h"
#include "workbook/sf-workbook-files.h"
#include "workbook/sf-workbook-safety.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

typedef struct
{
  char *path;
  char *name;
  char *digest; /* of the copy, once it is written */
  int file;
  GError *error;
  gboolean fetched;
} SfLeaving;

static SfLeaving *
leaving_new (SfAttachment *attachment, const char *path)
{
  SfLeaving *leaving = g_new0 (SfLeaving, 1);

  leaving->path = g_strdup (path);
  leaving->name = g_strdup (sf_attachment_get_name (attachment));
  leaving->file = -1;
  return leaving;
}

static void
leaving_free (SfLeaving *leaving)
{
  if (leaving->file >= 0)
    close (leaving->file);
  g_clear_error (&leaving->error);
  g_free (leaving->path);
  g_free (leaving->name);
  g_free (leaving->digest);
  g_free (leaving);
}

gboolean
sf_attachment_may_tell_place (SfAttachment *attachment)
{
  const char *type = sf_attachment_get_media_type (attachment);

  return type != NULL && (g_str_has_prefix (type, "image/") || g_str_has_prefix (type, "video/"));
}

/* --- the copy -----------------------------------------------------------------------------------
 */

static gboolean
write_some (gconstpointer bytes, gsize length, gpointer data, GError **error)
{
  return sf_part_file_write (data, bytes, length, error);
}

/* On any thread. */
static gboolean
write_copy (SfLeaving *leaving, GCancellable *cancellable, GError **error)
{
  g_autoptr (SfPartFile) part = sf_part_file_open (leaving->path, leaving->name, error);
  g_autoptr (GError) local = NULL;

  if (part == NULL)
    return FALSE;
  if (!sf_preview_client_strip (leaving->file, write_some, part, cancellable, &local))
    {
      if (g_error_matches (local, SF_ERROR, SF_ERROR_HOSTILE)
          || g_error_matches (local, SF_ERROR, SF_ERROR_NOT_FOUND)
          || g_error_matches (local, SF_ERROR, SF_ERROR_INVALID))
        g_set_error (
            error, SF_ERROR, local->code,
            _ ("It cannot be made sure that “%s” does not tell where it was taken, so no copy "
               "was written. The original can be saved instead."),
            leaving->name);
      else
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!sf_part_file_finish (part, NULL, error))
    return FALSE;
  leaving->digest = g_strdup (sf_part_file_get_digest (part));
  return TRUE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_copy (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_contents (int file, const GError *error, gpointer data)
{
  GTask *task = data;
  SfLeaving *leaving = g_task_get_task_data (task);

  leaving->file = file;
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_run_in_thread (task, write_in_thread);
  g_object_unref (task);
}

static void
on_exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (sf_workbook_export_attachment_finish (SF_WORKBOOK (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * sf_workbook_copy_to_leave:
 * @self: a workbook
 * @attachment: an attachment of it
 * @destination: a local file, replaced whole
 * @cancellable: (nullable): to give up; what lay there stays
 * @callback: told at the end
 * @data: for @callback
 */
void
sf_workbook_copy_to_leave (SfWorkbook *self,
                           SfAttachment *attachment,
                           GFile *destination,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  g_autofree char *path = g_file_get_path (destination);
  GError *error = NULL;
  SfLeaving *leaving = leaving_new (attachment, path);

  g_task_set_source_tag (task, sf_workbook_copy_to_leave);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, leaving, (GDestroyNotify)leaving_free);
  if (!sf_attachment_may_tell_place (attachment))
    {
      leaving->digest = g_strdup (sf_attachment_get_digest (attachment));
      sf_workbook_export_attachment (self, attachment, destination, cancellable, on_exported_cb,
                                     task);
    }
  else if (path == NULL)
    {
      g_task_return_new_error (task, SF_ERROR, SF_ERROR_IO,
                               _ ("Files can be saved to this PC and to what is mounted on it."));
      g_object_unref (task);
    }
  else if (!sf_workbook_check_output (self, path, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
  else
    sf_contents_fetch (self, sf_attachment_get_digest (attachment), SF_ATTACHMENT_LIMIT,
                       cancellable, on_contents, task);
}

gboolean
sf_workbook_copy_to_leave_finish (SfWorkbook *self,
                                  GAsyncResult *result,
                                  char **digest,
                                  GError **error)
{
  SfLeaving *leaving;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  leaving = g_task_get_task_data (G_TASK (result));
  if (digest != NULL)
    *digest = g_strdup (leaving->digest);
  return TRUE;
}

/* --- waiting ------------------------------------------------------------------------------------
 */

static void
on_fetched (int file, const GError *error, gpointer data)
{
  SfLeaving *leaving = data;

  leaving->file = file;
  leaving->error = error != NULL ? g_error_copy (error) : NULL;
  leaving->fetched = TRUE;
}

static gboolean
copy_waiting (
    SfWorkbook *self, SfAttachment *attachment, const char *path, char **digest, GError **error)
{
  SfLeaving *leaving = leaving_new (attachment, path);
  gboolean done;

  sf_contents_fetch (self, sf_attachment_get_digest (attachment), SF_ATTACHMENT_LIMIT, NULL,
                     on_fetched, leaving);
  while (!leaving->fetched)
    sf_writer_wait_one (self->writer);
  done = leaving->error == NULL && write_copy (leaving, NULL, error);
  if (leaving->error != NULL)
    g_propagate_error (error, g_steal_pointer (&leaving->error));
  if (done && digest != NULL)
    *digest = g_strdup (leaving->digest);
  leaving_free (leaving);
  return done;
}

gboolean
sf_workbook_copy_to_leave_sync (
    SfWorkbook *self, SfAttachment *attachment, const char *path, char **digest, GError **error)
{
  g_return_val_if_fail (SF_IS_WORKBOOK (self), FALSE);

  if (sf_attachment_may_tell_place (attachment))
    return sf_workbook_check_output (self, path, error)
           && copy_waiting (self, attachment, path, digest, error);
  if (!sf_workbook_export_attachment_sync (self, attachment, path, error))
    return FALSE;
  if (digest != NULL)
    *digest = g_strdup (sf_attachment_get_digest (attachment));
  return TRUE;
}

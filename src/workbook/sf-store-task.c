/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-store-task.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>

static void
store_task_free (SfStoreTask *self)
{
  if (self->state != NULL)
    self->free_state (self->state);
  if (self->result != NULL)
    self->free_result (self->result);
  g_object_unref (self->task);
  g_free (self->words);
  g_free (self);
}

static void
on_done (gpointer data, const GError *error)
{
  SfStoreTask *self = data;

  if (error != NULL)
    g_task_return_error (self->task, g_error_copy (error));
  else
    g_task_return_pointer (self->task, g_steal_pointer (&self->result), self->free_result);
  store_task_free (self);
}

static void
push (SfWorkbook *self, SfStoreTask *pushed, SfJobKind kind, SfJobFunc run)
{
  if (self->writer == NULL)
    {
      g_task_return_new_error (pushed->task, SF_ERROR, SF_ERROR_CANCELLED,
                               _ ("The centre file is closed."));
      store_task_free (pushed);
      return;
    }
  sf_writer_push (self->writer, kind, run, on_done, pushed);
}

void
sf_store_task_push (
    SfWorkbook *self, GTask *task, const char *words, gint64 number, SfJobKind kind, SfJobFunc run)
{
  SfStoreTask *pushed = g_new0 (SfStoreTask, 1);

  pushed->task = task;
  pushed->words = g_strdup (words);
  pushed->number = number;
  push (self, pushed, kind, run);
}

void
sf_store_task_push_into (SfWorkbook *self,
                         GTask *task,
                         gpointer result,
                         GDestroyNotify free_result,
                         SfJobKind kind,
                         SfJobFunc run)
{
  SfStoreTask *pushed = g_new0 (SfStoreTask, 1);

  pushed->task = task;
  pushed->result = result;
  pushed->free_result = free_result;
  push (self, pushed, kind, run);
}

gboolean
sf_store_task_is_cancelled (SfStoreTask *self)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (self->task));
}

void
sf_sync_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **where = data;

  *where = g_object_ref (result);
}

void
sf_sync_wait (SfWorkbook *self, GAsyncResult **result)
{
  while (*result == NULL)
    {
      if (self->writer != NULL)
        sf_writer_wait_one (self->writer);
      while (*result == NULL && g_main_context_iteration (NULL, FALSE))
        ;
    }
}

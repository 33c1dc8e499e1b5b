/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-shown.h"

#include "base/sf-error.h"
#include "model/sf-model-private.h"
#include "store/sf-shown-figures.h"
#include "workbook/sf-store-task.h"

#include <glib/gi18n-lib.h>

/* One report that left, on its way into the file. */
typedef struct
{
  GTask *task;
  GPtrArray *shown; /* of SfShown */
  char *way;
} SfNoting;

static void
noting_free (SfNoting *noting)
{
  g_object_unref (noting->task);
  g_ptr_array_unref (noting->shown);
  g_free (noting->way);
  g_free (noting);
}

static SfJobResult
write_shown (SfStore *store, gpointer data, GError **error)
{
  SfNoting *noting = data;

  return sf_shown_figures_write (store, noting->shown, noting->way, error) ? SF_JOB_DONE
                                                                           : SF_JOB_FAILED;
}

static void
on_written (gpointer data, const GError *error)
{
  SfNoting *noting = data;
  SfWorkbook *self = g_task_get_source_object (noting->task);

  if (error != NULL)
    g_ptr_array_extend_and_steal (self->shown_owed, g_ptr_array_ref (noting->shown));
  if (error != NULL)
    g_task_return_new_error (noting->task, SF_ERROR, error->code,
                             _ ("The report is out, but the centre file could not keep which "
                                "figures it shows. Please export or print it again, so that later "
                                "reports give nothing away beside it. %s"),
                             error->message);
  else
    g_task_return_boolean (noting->task, TRUE);
  noting_free (noting);
}

/* What the model did not know yet: it knows it from now on, for the report is out. */
static void
take_news (SfWorkbook *self, GPtrArray *shown)
{
  for (guint i = 0; i < shown->len; i++)
    if (sf_model_add_shown (self->model, sf_shown_copy (shown->pdata[i])))
      g_ptr_array_add (self->shown_owed, sf_shown_copy (shown->pdata[i]));
}

void
sf_workbook_note_shown (SfWorkbook *self,
                        GPtrArray *shown,
                        const char *way,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  SfNoting *noting;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  g_task_set_source_tag (task, sf_workbook_note_shown);
  take_news (self, shown);
  if (self->shown_owed->len == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (self->read_only || self->writer == NULL)
    {
      g_task_return_new_error (task, SF_ERROR, SF_ERROR_READ_ONLY,
                               _ ("The report is out, but the centre file can only be read, so it "
                                  "does not keep which figures the report shows. If figures are "
                                  "revised, a later report may give away a small number to who "
                                  "has both. To prevent that, make the report once more when the "
                                  "file can be written."));
      return;
    }
  noting = g_new0 (SfNoting, 1);
  noting->task = g_steal_pointer (&task);
  noting->shown = self->shown_owed;
  self->shown_owed = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_shown_free);
  noting->way = g_strdup (way);
  sf_writer_push (self->writer, SF_JOB_STEP, write_shown, on_written, noting);
}

gboolean
sf_workbook_note_shown_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
sf_workbook_note_shown_sync (SfWorkbook *self, GPtrArray *shown, const char *way, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_note_shown (self, shown, way, sf_sync_cb, &result);
  sf_sync_wait (self, &result);
  return sf_workbook_note_shown_finish (self, result, error);
}

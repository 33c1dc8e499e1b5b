/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-clock.h"
#include "base/sf-text.h"
#include "workbook/sf-edit-private.h"
#include "workbook/sf-erasing.h"
#include "workbook/sf-key-work.h"
#include "workbook/sf-step-private.h"

#include <string.h>

/* Erasing a confidential record: the barrier that begins it. The rest is as for evidence. */

static gboolean
names (const char *reason, const char *name)
{
  g_autofree char *in = g_utf8_casefold (reason, -1);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return strstr (in, folded) != NULL;
}

static gboolean
check (SfWorkbook *self, SfPerformanceRecord *record, const char *reason, GError **error)
{
  if (!sf_workbook_check_writable (self, error))
    return FALSE;
  if (sf_text_is_blank (reason))
    return sf_edit_refuse (error, _ ("Please say why it is erased."));
  if (names (reason, sf_performance_record_get_person (record)))
    return sf_edit_refuse (error, _ ("The reason stays on record, and it names the person. Please "
                                     "say it without names."));
  if (self->save_error == NULL || sf_workbook_count_pending (self) == 0)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_IO,
                       _ ("Something could not be saved yet. Nothing was erased; please see to "
                          "that first."));
  return FALSE;
}

static void
add_erasure (SfStep *step, SfPerformanceRecord *record, const char *reason, const char *by)
{
  g_autoptr (GBytes) subject
      = g_bytes_new (sf_record_get_uuid (SF_RECORD (record))->bytes, sizeof (SfUuid));
  g_autofree char *clean_reason = sf_text_clean (reason);
  g_autofree char *clean_by = by != NULL ? sf_text_clean (by) : NULL;
  g_auto (SfValue) value = SF_VALUE_INIT;
  SfUuid made;

  sf_value_set_blob (&value, subject);
  sf_step_insert (step, SF_TYPE_ERASURE, &made);
  sf_step_set_int (step, SF_TYPE_ERASURE, &made, SF_ERASURE_ERASED_AT, sf_clock_now ());
  sf_step_set_text (step, SF_TYPE_ERASURE, &made, SF_ERASURE_ERASED_BY, clean_by);
  sf_step_set_text (step, SF_TYPE_ERASURE, &made, SF_ERASURE_REASON, clean_reason);
  sf_step_set (step, SF_TYPE_ERASURE, &made, SF_ERASURE_SUBJECT, &value);
  sf_step_set_int (step, SF_TYPE_ERASURE, &made, SF_ERASURE_FILES, 0);
}

/* The cycle after it does not name it any more. */
static SfChangeSet *
make_barrier (SfWorkbook *self, SfPerformanceRecord *record, const char *reason, const char *by)
{
  SfStep *step = sf_step_new (_ ("Erased a confidential record for data protection"));
  g_autoptr (GPtrArray) after = sf_model_list_referring (self->model, SF_TYPE_PERFORMANCE_RECORD,
                                                         SF_PERFORMANCE_RECORD_PREDECESSOR, record);
  SfChangeSet *set;

  add_erasure (step, record, reason, by);
  for (guint i = 0; i < after->len; i++)
    sf_edit_null (step, after->pdata[i], SF_PERFORMANCE_RECORD_PREDECESSOR);
  sf_step_delete (step, SF_RECORD (record));
  set = sf_step_steal_changes (step);
  set->kind = "barrier";
  return set;
}

static void
on_erased (SfWorkbook *self, SfErasureReport *report, const GError *error, gpointer data)
{
  g_autoptr (GTask) task = data;

  if (error == NULL)
    g_task_return_pointer (task, report, (GDestroyNotify)sf_erasure_report_free);
  else
    g_task_return_new_error (
        task, SF_ERROR, error->code,
        _ ("The record is gone from the list and cannot be brought back, but not everything of it "
           "is erased from the file yet: %s It goes on when the centre file is next opened."),
        error->message);
}

static void
on_recorded (SfWorkbook *self, const GError *error, gpointer data)
{
  g_autoptr (GTask) task = data;

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    sf_erasing_start (self, on_erased, g_steal_pointer (&task));
}

void
sf_workbook_erase_performance (SfWorkbook *self,
                               SfPerformanceRecord *record,
                               const char *reason,
                               const char *by,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  GError *error = NULL;

  g_return_if_fail (SF_IS_PERFORMANCE_RECORD (record));

  if (!check (self, record, reason, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  sf_workbook_lock_performance (self, record);
  sf_workbook_enqueue_once (self, make_barrier (self, record, reason, by), on_recorded,
                            g_steal_pointer (&task));
}

SfErasureReport *
sf_workbook_erase_performance_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SfErasureReport *
sf_workbook_erase_performance_sync (SfWorkbook *self,
                                    SfPerformanceRecord *record,
                                    const char *reason,
                                    const char *by,
                                    GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_erase_performance (self, record, reason, by, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_workbook_erase_performance_finish (self, result, error);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "base/sf-text.h"
#include "workbook/sf-edit-private.h"
#include "workbook/sf-erase-begin.h"
#include "workbook/sf-erasing.h"
#include "workbook/sf-key-work.h"

/* Erasing a confidential record: the barrier that begins it. The rest is as for evidence. */

/* A first name alone names somebody, too. @names: (element-type utf8): owned */
static void
add_name (GPtrArray *names, const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name != NULL ? name : "", " \n", -1);

  for (char **part = parts; *part != NULL; part++)
    if (g_utf8_strlen (*part, -1) > 2)
      g_ptr_array_add (names, g_strdup (*part));
}

static gboolean
check (SfWorkbook *self, SfPerformanceRecord *record, const char *reason, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  add_name (names, sf_performance_record_get_person (record));
  add_name (names, sf_performance_record_get_reviewer (record));
  add_name (names, sf_performance_record_get_further_readers (record));
  return sf_erase_begin_check (self, names, reason, error);
}

/* Who has it open may erase it. Without a passphrase, for they can all be lost, whoever destroys it
 * says whose it is. */
static gboolean
check_right (SfWorkbook *self, SfPerformanceRecord *record, const char *person, GError **error)
{
  if (sf_workbook_is_unlocked (self, record)
      || sf_performance_is_same_name (person, sf_performance_record_get_person (record)))
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       person != NULL
                           ? _ ("That is not the name of the person whose record this is.")
                           : _ ("This record is locked. Open it by a passphrase to erase it; if "
                                "none is left, give the full name of the person whose record it "
                                "is."));
  return FALSE;
}

/* What history says of it. Why is said where nobody had opened it, for then nobody could know what
 * was destroyed; the reason names nobody. */
static char *
make_label (SfWorkbook *self, SfPerformanceRecord *record, const char *reason)
{
  g_autofree char *today = sf_clock_today ();
  g_autofree char *day = sf_date_format (today), *clean = sf_text_clean (reason);

  if (sf_workbook_is_unlocked (self, record))
    return g_strdup (_ ("Erased a confidential record for data protection"));
  /* Translators: a day, the reason */
  return g_strdup_printf (_ ("Destroyed a confidential record without its being opened on %1$s, "
                             "because: %2$s"),
                          day, clean);
}

/* The cycle after it does not name it any more. */
static SfChangeSet *
make_barrier (SfWorkbook *self, SfPerformanceRecord *record, const char *reason, const char *by)
{
  g_autofree char *label = make_label (self, record, reason);
  SfStep *step = sf_step_new (label);
  g_autoptr (GPtrArray) after = sf_model_list_referring (self->model, SF_TYPE_PERFORMANCE_RECORD,
                                                         SF_PERFORMANCE_RECORD_PREDECESSOR, record);

  sf_erase_begin_add_record (step, record, reason, by, 0);
  for (guint i = 0; i < after->len; i++)
    sf_edit_null (step, after->pdata[i], SF_PERFORMANCE_RECORD_PREDECESSOR);
  sf_step_delete (step, SF_RECORD (record));
  return sf_step_steal_barrier (step);
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
                               const char *person,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  SfChangeSet *barrier;
  GError *error = NULL;

  g_return_if_fail (SF_IS_PERFORMANCE_RECORD (record));

  if (!check (self, record, reason, &error) || !check_right (self, record, person, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  barrier = make_barrier (self, record, reason, by);
  sf_workbook_lock_performance (self, record);
  sf_workbook_enqueue_once (self, barrier, on_recorded, g_steal_pointer (&task));
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
                                    const char *person,
                                    GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_erase_performance (self, record, reason, by, person, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_workbook_erase_performance_finish (self, result, error);
}

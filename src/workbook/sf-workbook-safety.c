/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook/sf-workbook-safety.h"

#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "store/sf-file-check.h"
#include "store/sf-rescued.h"
#include "store/sf-salvage.h"
#include "workbook/sf-workbook-helpers.h"

#include <glib/gi18n-lib.h>

/* Checking a workbook, and making another file of a damaged one. */

#define PROGRESS_MS 100
#define WEEK_MS (G_GINT64_CONSTANT (7) * 24 * 60 * 60 * 1000)

void
sf_check_report_free (SfCheckReport *report)
{
  g_ptr_array_unref (report->problems);
  g_free (report);
}

static SfCheckReport *
make_report (SfFileCheck *check)
{
  SfCheckReport *report = g_new0 (SfCheckReport, 1);

  report->judgements = check->judgements;
  report->files = check->files;
  report->steps = check->steps;
  report->problems = g_ptr_array_ref (check->problems);
  return report;
}

/* --- check ------------------------------------------------------------------------------------ */

typedef struct
{
  SfWorkbook *workbook;
  GCancellable *cancellable;
  SfProgressFunc progress;
  gpointer progress_data;
  guint progress_id;
  gint64 done; /* read by the workbook's thread while the writer's writes */
  gint64 total;
  SfFileCheck *check;
  GError *error;
  gboolean busy;
  GTask *task;
} SfChecking;

static void
checking_free (SfChecking *checking)
{
  g_clear_handle_id (&checking->progress_id, g_source_remove);
  g_clear_object (&checking->cancellable);
  g_clear_error (&checking->error);
  sf_file_check_free (checking->check);
  g_object_unref (checking->workbook);
  g_free (checking);
}

static SfChecking *
checking_new (SfWorkbook *self)
{
  SfChecking *checking = g_new0 (SfChecking, 1);

  checking->workbook = g_object_ref (self);
  checking->check = sf_file_check_new ();
  return checking;
}

static gboolean
note_checked (SfStore *store, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *update
      = sf_sql_prepare (sql, "UPDATE workbook SET checked_at = ? WHERE id = 1", error);

  if (update == NULL)
    return FALSE;
  sf_sql_bind_value (update, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = sf_clock_now () });
  return sf_sql_run (sql, update, error);
}

static SfJobResult
run_check (SfStore *store, gpointer data, GError **error)
{
  SfChecking *checking = data;
  g_autoptr (GError) local = NULL;
  gboolean finished;

  if (g_cancellable_is_cancelled (checking->cancellable))
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_CANCELLED, _ ("The check was cancelled."));
      return SF_JOB_FAILED;
    }
  if (!sf_file_check_run (checking->check, store, &finished, error))
    return SF_JOB_FAILED;
  __atomic_store_n (&checking->done, checking->check->done, __ATOMIC_RELAXED);
  __atomic_store_n (&checking->total, checking->check->total, __ATOMIC_RELAXED);
  if (!finished)
    return SF_JOB_AGAIN;
  if (checking->check->problems->len == 0 && !sf_store_get_read_only (store)
      && !note_checked (store, &local))
    g_debug ("the time of the check was not written: %s", local->message);
  return SF_JOB_DONE;
}

static gboolean
on_check_progress_cb (gpointer data)
{
  SfChecking *checking = data;

  checking->progress (__atomic_load_n (&checking->done, __ATOMIC_RELAXED),
                      __atomic_load_n (&checking->total, __ATOMIC_RELAXED),
                      checking->progress_data);
  return G_SOURCE_CONTINUE;
}

static void
on_checked (gpointer data, const GError *error)
{
  SfChecking *checking = data;
  g_autoptr (GTask) task = g_steal_pointer (&checking->task);

  checking->busy = FALSE;
  if (error != NULL)
    checking->error = g_error_copy (error);
  else
    checking->workbook->check_owed = FALSE;
  if (task == NULL)
    return;
  g_clear_handle_id (&checking->progress_id, g_source_remove);
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, make_report (checking->check),
                           (GDestroyNotify)sf_check_report_free);
}

static void
set_closed (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_READ_ONLY, _ ("The centre file is closed."));
}

/**
 * sf_workbook_check:
 * @self: a workbook
 * @cancellable: (nullable): to give up
 * @progress: (nullable): told now and then
 * @progress_data: for @progress
 * @callback: told at the end
 * @data: for @callback
 *
 * Looks through the whole file beside the work. That something is wrong is no error: the report
 * lists it.
 */
void
sf_workbook_check (SfWorkbook *self,
                   GCancellable *cancellable,
                   SfProgressFunc progress,
                   gpointer progress_data,
                   GAsyncReadyCallback callback,
                   gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  SfChecking *checking;
  GError *error = NULL;

  g_task_set_source_tag (task, sf_workbook_check);
  if (self->writer == NULL)
    {
      set_closed (&error);
      g_task_return_error (task, error);
      return;
    }
  checking = checking_new (self);
  g_set_object (&checking->cancellable, cancellable);
  checking->progress = progress;
  checking->progress_data = progress_data;
  if (progress != NULL)
    checking->progress_id = g_timeout_add (PROGRESS_MS, on_check_progress_cb, checking);
  g_task_set_task_data (task, checking, (GDestroyNotify)checking_free);
  checking->task = g_steal_pointer (&task);
  sf_writer_push (self->writer, SF_JOB_SLOW, run_check, on_checked, checking);
}

SfCheckReport *
sf_workbook_check_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

SfCheckReport *
sf_workbook_check_sync (SfWorkbook *self, GError **error)
{
  SfChecking *checking;
  SfCheckReport *report = NULL;

  if (self->writer == NULL)
    {
      set_closed (error);
      return NULL;
    }
  checking = checking_new (self);
  checking->busy = TRUE;
  sf_writer_push (self->writer, SF_JOB_SLOW, run_check, on_checked, checking);
  while (checking->busy)
    sf_writer_wait_one (self->writer);
  if (checking->error != NULL)
    g_propagate_error (error, g_steal_pointer (&checking->error));
  else
    report = make_report (checking->check);
  checking_free (checking);
  return report;
}

/* --- when it is time for one ---------------------------------------------------------------------
 */

typedef struct
{
  SfWorkbook *workbook;
  SfProblemsFunc problems;
  gpointer data;
  GCancellable *cancellable;
  gboolean due;
} SfDue;

static SfJobResult
judge_due (SfStore *store, gpointer data, GError **error)
{
  SfDue *due = data;
  gint64 last;

  if (!sf_sql_get_int (sf_store_get_sql (store),
                       "SELECT max (created_at, ifnull (checked_at, 0)) FROM workbook", &last,
                       error))
    return SF_JOB_FAILED;
  due->due = !sf_store_was_clean (store) || sf_clock_now () - last > WEEK_MS;
  return SF_JOB_DONE;
}

static void
due_free (SfDue *due)
{
  g_object_unref (due->workbook);
  g_object_unref (due->cancellable);
  g_free (due);
}

static void
on_due_checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfDue *due = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfCheckReport) report
      = sf_workbook_check_finish (SF_WORKBOOK (source), result, &error);

  if (report == NULL)
    g_debug ("no check in the background: %s", error->message);
  else if (report->problems->len > 0 && due->workbook->writer != NULL)
    due->problems (due->workbook, report, due->data);
  due_free (due);
}

static void
on_due_judged (gpointer data, const GError *error)
{
  SfDue *due = data;

  if (error == NULL && due->due && due->workbook->writer != NULL)
    sf_workbook_check (due->workbook, due->cancellable, NULL, NULL, on_due_checked_cb, due);
  else
    due_free (due);
}

/**
 * sf_workbook_check_if_due:
 * @self: a workbook that was just opened
 * @problems: told if something is wrong, and not otherwise
 * @data: for @problems, which is not called once the workbook is closed
 *
 * Checks the file beside the work if the program that had it last did not close it, or if the
 * last check is more than a week ago.
 */
void
sf_workbook_check_if_due (SfWorkbook *self, SfProblemsFunc problems, gpointer data)
{
  SfDue *due;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  if (self->writer == NULL)
    return;
  due = g_new0 (SfDue, 1);
  due->workbook = g_object_ref (self);
  due->problems = problems;
  due->data = data;
  due->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (self), "sf-due-check", g_object_ref (due->cancellable),
                          g_object_unref);
  sf_writer_push (self->writer, SF_JOB_SLOW, judge_due, on_due_judged, due);
}

/* Before closing: a check in the background is not waited for. */
void
sf_workbook_stop_checking (SfWorkbook *self)
{
  GCancellable *cancellable = g_object_get_data (G_OBJECT (self), "sf-due-check");

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
}

/* --- salvage --------------------------------------------------------------------------------- */

/* Erasing in one of them tells of the others. The rescue is made all the same. */
static void
note_rescued (const SfUuid *uuid, const char *left, const char *to)
{
  const char *const paths[] = { left, to, NULL };
  g_autoptr (GError) error = NULL;

  if (!sf_rescued_note (uuid, paths, sf_clock_now (), &error))
    g_message ("It was not noted that there are two files now: %s", error->message);
}

static gboolean
check_whole (const char *path, SfFileCheck *check, SfUuid *uuid, GError **error)
{
  SfStore *store = sf_store_open (path, TRUE, error);
  gboolean finished = FALSE, good = TRUE;

  if (store == NULL)
    return FALSE;
  *uuid = *sf_store_get_uuid (store);
  while (good && !finished)
    good = sf_file_check_run (check, store, &finished, error);
  return sf_store_close (store, good ? error : NULL) && good;
}

/**
 * sf_workbook_salvage:
 * @from: a damaged centre file or a backup; only read
 * @instead_of: (nullable): the file that is given up, if @from is a backup of it
 * @to: where no file lies yet
 * @report: (out) (optional): what the new file holds, and what could not be kept
 * @error: return location for an #SfError
 *
 * Both files are noted as copies of one another, see sf_workbook_list_departures().
 *
 * Returns: whether there is a new file
 */
gboolean
sf_workbook_salvage (const char *from,
                     const char *instead_of,
                     const char *to,
                     SfCheckReport **report,
                     GError **error)
{
  g_autoptr (SfFileCheck) check = sf_file_check_new ();
  SfUuid uuid;

  if (!sf_salvage_file (from, to, check->problems, error) || !check_whole (to, check, &uuid, error))
    return FALSE;
  note_rescued (&uuid, instead_of != NULL ? instead_of : from, to);
  if (report != NULL)
    *report = make_report (check);
  return TRUE;
}

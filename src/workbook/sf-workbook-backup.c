/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "store/sf-backup-copy.h"
#include "store/sf-backup-folder.h"
#include "workbook/sf-workbook-helpers.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Backups: made in batches by the writer, remembered in the file, old ones dropped. */

#define PROGRESS_MS 100
#define FIRST_AFTER_MS (60 * 60 * 1000) /* a new file gets its first daily backup after an hour */
#define FINISH_AT_CLOSING (G_GINT64_CONSTANT (64) << 20) /* more than this is not waited for */

/* What a workbook knows of its backups. */
typedef struct
{
  gboolean loaded;
  gint64 created_at;
  SfBackup *last;
  char *last_daily;    /* the day */
  GCancellable *daily; /* the one under way */
  gulong changed_id;
} SfSafety;

typedef struct
{
  SfWorkbook *workbook;
  GCancellable *cancellable;
  SfProgressFunc progress;
  gpointer progress_data;
  guint progress_id;
  gint64 done; /* read by the workbook's thread while the writer's writes */
  gint64 total;
  char *path;
  char *reason;
  gboolean own_folder;
  SfBackupCopy *copy;
  SfBackup *backup;
  GError *error;
  gboolean busy;
  GTask *task;
} SfBackingUp;

void
sf_backup_free (SfBackup *backup)
{
  g_free (backup->path);
  g_free (backup->reason);
  g_free (backup);
}

static SfBackup *
backup_copy (const SfBackup *backup)
{
  SfBackup *copy = g_memdup2 (backup, sizeof *backup);

  copy->path = g_strdup (backup->path);
  copy->reason = g_strdup (backup->reason);
  return copy;
}

static void
safety_free (gpointer data)
{
  SfSafety *safety = data;

  g_clear_pointer (&safety->last, sf_backup_free);
  g_clear_object (&safety->daily);
  g_free (safety->last_daily);
  g_free (safety);
}

static SfSafety *
get_safety (SfWorkbook *self)
{
  SfSafety *safety = g_object_get_data (G_OBJECT (self), "sf-safety");

  if (safety == NULL)
    {
      safety = g_new0 (SfSafety, 1);
      g_object_set_data_full (G_OBJECT (self), "sf-safety", safety, safety_free);
    }
  return safety;
}

/* --- what the file remembers ------------------------------------------------------------------ */

static SfBackup *
read_backup (sqlite3_stmt *select)
{
  SfBackup *backup = g_new0 (SfBackup, 1);

  backup->made_at = sqlite3_column_int64 (select, 0);
  backup->reason = g_strdup ((const char *)sqlite3_column_text (select, 1));
  backup->path = g_strdup ((const char *)sqlite3_column_text (select, 2));
  backup->size = sqlite3_column_int64 (select, 3);
  backup->judgements = (guint)sqlite3_column_int64 (select, 4);
  backup->files = (guint)sqlite3_column_int64 (select, 5);
  backup->checked = sqlite3_column_int (select, 6) != 0;
  return backup;
}

/* @query: gives made_at, reason, path, size, judgements, files, checked; *backup NULL if none */
static gboolean
find_backup (SfStore *store, const char *query, SfBackup **backup, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql, query, error);
  gboolean row;

  *backup = NULL;
  if (select == NULL || !sf_sql_step (sql, select, &row, error))
    return FALSE;
  if (row)
    *backup = read_backup (select);
  sqlite3_reset (select);
  return TRUE;
}

#define SELECT_BACKUP "SELECT made_at, reason, path, size, judgements, files, checked FROM backup"

typedef struct
{
  SfWorkbook *workbook; /* borrowed: closing waits for jobs */
  gint64 created_at;
  SfBackup *last;
  SfBackup *daily;
} SfLoading;

static SfJobResult
load_backups (SfStore *store, gpointer data, GError **error)
{
  SfLoading *loading = data;

  return sf_sql_get_int (sf_store_get_sql (store), "SELECT created_at FROM workbook",
                         &loading->created_at, error)
                 && find_backup (store, SELECT_BACKUP " ORDER BY made_at DESC, id DESC LIMIT 1",
                                 &loading->last, error)
                 && find_backup (store,
                                 SELECT_BACKUP " WHERE reason = 'daily'"
                                               " ORDER BY made_at DESC, id DESC LIMIT 1",
                                 &loading->daily, error)
             ? SF_JOB_DONE
             : SF_JOB_FAILED;
}

static void
on_backups_loaded (gpointer data, const GError *error)
{
  SfLoading *loading = data;
  SfSafety *safety = get_safety (loading->workbook);

  if (error != NULL)
    g_debug ("backups not read: %s", error->message);
  safety->loaded = TRUE;
  safety->created_at = loading->created_at;
  safety->last = g_steal_pointer (&loading->last);
  if (loading->daily != NULL)
    safety->last_daily = sf_date_of_instant (loading->daily->made_at);
  g_clear_pointer (&loading->daily, sf_backup_free);
  g_free (loading);
}

/**
 * sf_workbook_get_last_backup:
 * @self: a workbook
 *
 * Returns: (transfer full) (nullable): the newest backup that was made of it
 */
SfBackup *
sf_workbook_get_last_backup (SfWorkbook *self)
{
  SfSafety *safety = get_safety (self);

  while (!safety->loaded && self->writer != NULL)
    sf_writer_wait_one (self->writer);
  return safety->last != NULL ? backup_copy (safety->last) : NULL;
}

/* --- making one ---------------------------------------------------------------------------------
 */

static void
backing_up_free (SfBackingUp *job)
{
  g_clear_handle_id (&job->progress_id, g_source_remove);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->copy, sf_backup_copy_free);
  g_clear_pointer (&job->backup, sf_backup_free);
  g_clear_error (&job->error);
  g_object_unref (job->workbook);
  g_free (job->path);
  g_free (job->reason);
  g_free (job);
}

static gboolean
begin_copy (SfStore *store, SfBackingUp *job, GError **error)
{
  const SfUuid *uuid = sf_store_get_uuid (store);

  if (job->own_folder)
    {
      job->path = sf_backup_folder_new_path (uuid, sf_clock_now (), error);
      if (job->path == NULL || !sf_backup_folder_note_origin (uuid, job->workbook->path, error))
        return FALSE;
    }
  job->copy = sf_backup_copy_new (job->path, job->reason);
  job->workbook->backups_begun++;
  return TRUE;
}

static void
end_copy (SfBackingUp *job)
{
  if (job->copy != NULL)
    job->workbook->backups_begun--;
  g_clear_pointer (&job->copy, sf_backup_copy_free);
}

static gboolean
insert_row (SfStore *store, const SfBackup *backup, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *insert
      = sf_sql_prepare (sql,
                        "INSERT INTO backup (made_at, reason, path, size, judgements, files,"
                        " checked) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        error);
  const gint64 numbers[] = { backup->size, backup->judgements, backup->files, backup->checked };

  if (insert == NULL)
    return FALSE;
  sf_sql_bind_value (insert, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = backup->made_at });
  sf_sql_bind_text (insert, 2, backup->reason);
  sf_sql_bind_text (insert, 3, backup->path);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    sf_sql_bind_value (insert, (int)i + 4,
                       &(SfValue){ .type = SF_VALUE_INT, .integer = numbers[i] });
  return sf_sql_run (sql, insert, error);
}

static gboolean
delete_row (SfStore *store, const char *path, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *statement = sf_sql_prepare (sql, "DELETE FROM backup WHERE path = ?", error);

  if (statement == NULL)
    return FALSE;
  sf_sql_bind_text (statement, 1, path);
  return sf_sql_run (sql, statement, error);
}

static gboolean
drop_old (SfStore *store, GError **error)
{
  g_autofree char *folder = sf_backup_folder_of (sf_store_get_uuid (store));
  g_autoptr (GPtrArray) files = sf_backup_folder_list (folder);
  gint64 budget = sf_backup_folder_get_budget (folder, files);
  g_autoptr (GPtrArray) old = sf_backup_folder_choose_old (files, budget);

  for (guint i = 0; i < old->len; i++)
    {
      SfBackupFile *file = old->pdata[i];

      if (g_unlink (file->path) == 0 && !delete_row (store, file->path, error))
        return FALSE;
    }
  return TRUE;
}

/* The copy is made and sound. That it cannot be noted (the disk is full now) takes nothing from
 * that; its folder still shows it. */
static void
remember (SfStore *store, SfBackingUp *job)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (GError) error = NULL;

  if (sf_store_get_read_only (store))
    return;
  if (sf_sql_begin (sql, &error))
    {
      if (sf_store_mark_open (store, &error) && insert_row (store, job->backup, &error)
          && (!job->own_folder || drop_old (store, &error)))
        sf_sql_commit (sql, &error);
      else
        sf_sql_rollback (sql);
    }
  if (error != NULL)
    g_message ("A backup was made, but not noted: %s", error->message);
}

static void
describe_copy (SfBackingUp *job)
{
  job->backup = g_new0 (SfBackup, 1);
  job->backup->made_at = job->copy->made_at;
  job->backup->path = g_strdup (job->path);
  job->backup->reason = g_strdup (job->reason);
  job->backup->size = job->copy->size;
  job->backup->judgements = job->copy->judgements;
  job->backup->files = job->copy->files;
  job->backup->checked = TRUE;
}

static SfJobResult
run_backup (SfStore *store, gpointer data, GError **error)
{
  SfBackingUp *job = data;
  gboolean finished;

  if (g_cancellable_is_cancelled (job->cancellable))
    {
      end_copy (job);
      g_set_error_literal (error, SF_ERROR, SF_ERROR_CANCELLED,
                           _ ("The backup was cancelled. Nothing was kept of it."));
      return SF_JOB_FAILED;
    }
  /* a backup of half an erasure would hold what is erased, and what was half added is not worth it
   */
  if (job->copy == NULL && (job->workbook->erasing || sf_leftovers_are_going (job->workbook)))
    return SF_JOB_AGAIN;
  if (job->copy == NULL && !begin_copy (store, job, error))
    return SF_JOB_FAILED;
  if (!sf_backup_copy_run (job->copy, store, &finished, error))
    {
      end_copy (job);
      return SF_JOB_FAILED;
    }
  __atomic_store_n (&job->done, job->copy->done, __ATOMIC_RELAXED);
  __atomic_store_n (&job->total, job->copy->total, __ATOMIC_RELAXED);
  if (!finished)
    return SF_JOB_AGAIN;
  describe_copy (job);
  end_copy (job);
  remember (store, job);
  return SF_JOB_DONE;
}

static gboolean
on_backup_progress_cb (gpointer data)
{
  SfBackingUp *job = data;

  job->progress (__atomic_load_n (&job->done, __ATOMIC_RELAXED),
                 __atomic_load_n (&job->total, __ATOMIC_RELAXED), job->progress_data);
  return G_SOURCE_CONTINUE;
}

static void
follow_backup (SfBackingUp *job)
{
  SfSafety *safety = get_safety (job->workbook);

  g_clear_pointer (&safety->last, sf_backup_free);
  safety->last = backup_copy (job->backup);
  if (g_str_equal (job->reason, "daily"))
    {
      g_free (safety->last_daily);
      safety->last_daily = sf_date_of_instant (job->backup->made_at);
    }
}

static void
on_backed_up (gpointer data, const GError *error)
{
  SfBackingUp *job = data;
  g_autoptr (GTask) task = g_steal_pointer (&job->task);

  job->busy = FALSE;
  if (error != NULL)
    job->error = g_error_copy (error);
  else
    follow_backup (job);
  if (task == NULL)
    return;
  g_clear_handle_id (&job->progress_id, g_source_remove);
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, backup_copy (job->backup), (GDestroyNotify)sf_backup_free);
}

static SfBackingUp *
backing_up_new (SfWorkbook *self, const char *path, const char *reason)
{
  SfBackingUp *job = g_new0 (SfBackingUp, 1);

  job->workbook = g_object_ref (self);
  job->path = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  job->reason = g_strdup (reason);
  job->own_folder = path == NULL;
  return job;
}

static gboolean
check_destination (SfWorkbook *self, const char *path, GError **error)
{
  g_autofree char *full = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;

  if (self->writer == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_READ_ONLY, _ ("The centre file is closed."));
  else if (g_strcmp0 (full, self->path) == 0)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                         _ ("A backup cannot take the place of the centre file. Please choose "
                            "another name."));
  else
    return TRUE;
  return FALSE;
}

/**
 * sf_workbook_back_up:
 * @self: a workbook
 * @path: (nullable): where the backup shall lie; %NULL for the program's folder
 * @reason: daily, asked, migration or restore
 * @cancellable: (nullable): to give up; nothing is kept then
 * @progress: (nullable): told now and then
 * @progress_data: for @progress
 * @callback: told at the end
 * @data: for @callback
 */
void
sf_workbook_back_up (SfWorkbook *self,
                     const char *path,
                     const char *reason,
                     GCancellable *cancellable,
                     SfProgressFunc progress,
                     gpointer progress_data,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  GError *error = NULL;
  SfBackingUp *job;

  g_task_set_source_tag (task, sf_workbook_back_up);
  if (!check_destination (self, path, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job = backing_up_new (self, path, reason);
  g_set_object (&job->cancellable, cancellable);
  job->progress = progress;
  job->progress_data = progress_data;
  if (progress != NULL)
    job->progress_id = g_timeout_add (PROGRESS_MS, on_backup_progress_cb, job);
  g_task_set_task_data (task, job, (GDestroyNotify)backing_up_free);
  job->task = g_steal_pointer (&task);
  sf_writer_push (self->writer, SF_JOB_SLOW, run_backup, on_backed_up, job);
}

SfBackup *
sf_workbook_back_up_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

SfBackup *
sf_workbook_back_up_sync (SfWorkbook *self, const char *path, const char *reason, GError **error)
{
  SfBackingUp *job;
  SfBackup *backup;

  if (!check_destination (self, path, error))
    return NULL;
  job = backing_up_new (self, path, reason);
  job->busy = TRUE;
  sf_writer_push (self->writer, SF_JOB_SLOW, run_backup, on_backed_up, job);
  while (job->busy)
    sf_writer_wait_one (self->writer);
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  backup = g_steal_pointer (&job->backup);
  backing_up_free (job);
  return backup;
}

/* --- daily ----------------------------------------------------------------------------------- */

static void
on_daily_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfSafety *safety = get_safety (SF_WORKBOOK (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) backup = sf_workbook_back_up_finish (SF_WORKBOOK (source), result, &error);

  g_clear_object (&safety->daily);
  if (backup == NULL)
    g_message ("No daily backup: %s", error->message);
}

static void
on_model_changed_cb (SfModel *model, SfWorkbook *self)
{
  SfSafety *safety = get_safety (self);
  g_autofree char *today = sf_clock_today ();

  if (self->read_only || self->writer == NULL || !safety->loaded || safety->daily != NULL
      || g_strcmp0 (safety->last_daily, today) == 0
      || sf_clock_now () - safety->created_at < FIRST_AFTER_MS)
    return;
  /* a failure is not tried again with every edit, but at the next opening or day */
  g_free (safety->last_daily);
  safety->last_daily = g_strdup (today);
  safety->daily = g_cancellable_new ();
  sf_workbook_back_up (self, NULL, "daily", safety->daily, NULL, NULL, on_daily_done_cb, NULL);
}

void
sf_workbook_start_safety (SfWorkbook *self)
{
  SfSafety *safety = get_safety (self);
  SfLoading *loading = g_new0 (SfLoading, 1);

  loading->workbook = self;
  sf_writer_push (self->writer, SF_JOB_STEP, load_backups, on_backups_loaded, loading);
  safety->changed_id
      = g_signal_connect (self->model, "changed", G_CALLBACK (on_model_changed_cb), self);
}

/* Closing waits for a small backup and gives up a large one: it is made with the next change. */
void
sf_workbook_stop_safety (SfWorkbook *self)
{
  SfSafety *safety = get_safety (self);
  GStatBuf info;

  g_clear_signal_handler (&safety->changed_id, self->model);
  if (safety->daily != NULL
      && (g_stat (self->path, &info) != 0 || info.st_size > FINISH_AT_CLOSING))
    g_cancellable_cancel (safety->daily);
}

/* --- the folder ------------------------------------------------------------------------------ */

static char *
find_folder (const char *path)
{
  char *folder = sf_backup_folder_find (path);
  SfStore *store;

  if (folder != NULL)
    return folder;
  /* it may have been moved since: perhaps it can still say who it is */
  store = g_file_test (path, G_FILE_TEST_EXISTS) ? sf_store_open (path, TRUE, NULL) : NULL;
  if (store == NULL)
    return NULL;
  folder = sf_backup_folder_of (sf_store_get_uuid (store));
  sf_store_close (store, NULL);
  return folder;
}

static SfBackup *
describe (const SfBackupFile *file)
{
  SfStore *store = sf_store_open (file->path, TRUE, NULL);
  SfBackup *backup = NULL;

  if (store == NULL)
    return NULL;
  if (find_backup (store, SELECT_BACKUP " ORDER BY id DESC LIMIT 1", &backup, NULL)
      && backup != NULL)
    {
      g_free (backup->path);
      backup->path = g_strdup (file->path);
      backup->size = file->size;
    }
  sf_store_close (store, NULL);
  return backup;
}

/**
 * sf_backups_list:
 * @path: a centre file, which need not be readable any more
 * @error: return location for an #SfError
 *
 * Returns: (transfer full) (element-type SfBackup): backups of it in the program's folder that
 *   can be opened, newest first
 */
GPtrArray *
sf_backups_list (const char *path, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = find_folder (full);
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_backup_free);
  g_autoptr (GPtrArray) files = NULL;

  if (folder == NULL)
    return backups;
  files = sf_backup_folder_list (folder);
  for (guint i = 0; i < files->len; i++)
    {
      SfBackup *backup = describe (files->pdata[i]);
      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  return backups;
}

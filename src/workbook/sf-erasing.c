/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-erasing.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "model/sf-model-private.h"
#include "store/sf-backup-folder.h"
#include "store/sf-content.h"
#include "store/sf-erase-done.h"
#include "store/sf-erase.h"
#include "store/sf-extract.h"
#include "workbook/sf-private-copies.h"
#include "workbook/sf-workbook-helpers.h"

#include <glib/gi18n-lib.h>

struct _SfErasing
{
  SfWorkbook *workbook; /* kept until it is over */
  SfErasedFunc erased;
  gpointer erased_data;
  gint64 done; /* read by the workbook's thread while the writer's writes */
  gint64 total;

  guint stage;
  gboolean begun;
  gboolean found;      /* contents that were to go */
  GPtrArray *erasures; /* of SfErasureRow */
  SfEraseDone *noted;  /* what an earlier opening has done of them */
  GArray *contents;    /* of gint64: what still lies there of them */
  GPtrArray *backups;  /* of SfBackupFile: those that still are to be looked at */
  SfStore *backup;
  SfBackupCopy *copy;
  gint64 finished_at; /* 0 where something is left to be done */
  SfErasureReport *report;
};

/* Does one piece; @over: the next stage. */
typedef gboolean (*StageFunc) (SfErasing *self, SfStore *store, gboolean *over, GError **error);

static void
trouble_free (gpointer data)
{
  SfErasureTrouble *trouble = data;

  g_free (trouble->path);
  g_free (trouble->why);
  g_free (trouble);
}

void
sf_erasure_report_free (SfErasureReport *report)
{
  g_ptr_array_unref (report->troubles);
  g_ptr_array_unref (report->departures);
  g_free (report);
}

static void
add_trouble (SfErasing *self, const char *path, const GError *error)
{
  SfErasureTrouble *trouble = g_new0 (SfErasureTrouble, 1);

  trouble->path = g_strdup (path);
  trouble->why = g_strdup (error->message);
  g_ptr_array_add (self->report->troubles, trouble);
}

/* --- the file ----------------------------------------------------------------------------------
 */

static GArray *
list_subjects (SfErasing *self)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (SfUuid));

  for (guint i = 0; i < self->erasures->len; i++)
    g_array_append_val (subjects, ((SfErasureRow *)self->erasures->pdata[i])->subject);
  return subjects;
}

/* Sealed reports that were redacted with it may have left, too. */
static gboolean
add_redacted (SfErasing *self, SfStore *store, GArray *subjects, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT uuid FROM seal WHERE redacted_at >= ?", error);
  gint64 first = G_MAXINT64;
  gboolean row = TRUE;
  SfUuid seal;

  if (select == NULL)
    return FALSE;
  for (guint i = 0; i < self->erasures->len; i++)
    first = MIN (first, ((SfErasureRow *)self->erasures->pdata[i])->erased_at);
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = first });
  while (row)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (row && sf_sql_column_uuid (select, 0, &seal))
        g_array_append_val (subjects, seal);
    }
  return TRUE;
}

/* Waits for another erasure, and for backups that are being made. */
static gboolean
begin (SfErasing *self, SfStore *store, gboolean *over, GError **error)
{
  g_autoptr (GArray) subjects = NULL;

  if (!self->begun && self->workbook->erasing)
    return TRUE;
  self->begun = self->workbook->erasing = TRUE;
  if (self->workbook->backups_begun > 0)
    return TRUE;
  *over = TRUE;
  self->erasures = sf_erase_list_unfinished (store, error);
  if (self->erasures == NULL)
    return FALSE;
  self->noted = sf_erase_done_new (store, self->erasures);
  subjects = list_subjects (self);
  if (!add_redacted (self, store, subjects, error))
    return FALSE;
  for (guint i = 0; i < self->erasures->len; i++)
    {
      const SfErasureRow *row = self->erasures->pdata[i];

      /* what went behind a lock is not lost, and nobody is told that it was erased */
      self->report->plan.evidence += row->records->len == 0;
      self->report->plan.files += (guint)row->files;
    }
  return subjects->len == 0
         || sf_departures_read (store, subjects, self->report->departures, error);
}

/* What is half there of the same file goes, too, whether or not the workbook is being closed. */
static gboolean
erase_leftovers (SfErasing *self, SfStore *store, gboolean *over, GError **error)
{
  if (!sf_leftovers_discard_some (self->workbook, store, over, error))
    return FALSE;
  self->found = self->found || !*over;
  return TRUE;
}

/* Where contents had to go first, what was noted of the file itself is true no more. */
static gboolean
is_file_done (SfErasing *self)
{
  return !self->found && sf_erase_done_has (self->noted, NULL);
}

static gboolean
erase_rows (SfErasing *self, SfStore *store, gboolean *over, GError **error)
{
  *over = TRUE;
  if (!sf_erase_rows (store, self->erasures, _ ("Erased for data protection"), self->contents,
                      error))
    return FALSE;
  self->found = self->found || self->contents->len > 0;
  return TRUE;
}

static gboolean
erase_contents (SfErasing *self, SfStore *store, gboolean *over, GError **error)
{
  gboolean finished;

  *over = self->contents->len == 0;
  if (*over)
    return TRUE;
  if (!sf_content_discard_some (store,
                                g_array_index (self->contents, gint64, self->contents->len - 1),
                                &finished, error))
    return FALSE;
  if (finished)
    g_array_set_size (self->contents, self->contents->len - 1);
  return TRUE;
}

static gboolean
erase_words (SfErasing *self, SfStore *store, gboolean *over, GError **error)
{
  *over = is_file_done (self);
  if (*over)
    return TRUE;
  return sf_extract_optimize_some (store, over, error);
}

static gboolean
write_anew (SfErasing *self, SfStore *store, gboolean *over, GError **error)
{
  *over = TRUE;
  if (is_file_done (self))
    return TRUE;
  if (!sf_erase_vacuum (sf_store_get_sql (store), error))
    return FALSE;
  sf_erase_done_note (self->noted, NULL);
  return TRUE;
}

/* --- what lies beside it -----------------------------------------------------------------------
 */

static gboolean
list_backups (SfErasing *self, SfStore *store, gboolean *over, GError **error)
{
  g_autofree char *folder = sf_backup_folder_of (sf_store_get_uuid (store));

  *over = TRUE;
  if (!sf_erase_remove_parts (folder, error))
    return FALSE;
  self->backups = sf_backup_folder_list (folder);
  __atomic_add_fetch (&self->total, self->backups->len, __ATOMIC_RELAXED);
  return TRUE;
}

/* The last of the list is done with, well or not; @done: it holds nothing of it any more. */
static void
close_backup (SfErasing *self, gboolean done, const GError *error)
{
  SfBackupFile *file = self->backups->pdata[self->backups->len - 1];

  g_clear_pointer (&self->copy, sf_backup_copy_free);
  if (self->backup != NULL)
    sf_store_close (g_steal_pointer (&self->backup), NULL);
  if (error != NULL)
    add_trouble (self, file->path, error);
  else if (done)
    sf_erase_done_note (self->noted, file->path);
  g_ptr_array_set_size (self->backups, (int)self->backups->len - 1);
  __atomic_add_fetch (&self->done, 1, __ATOMIC_RELAXED);
}

static gboolean
open_backup (SfErasing *self, const char *path, gboolean *needed, GError **error)
{
  *needed = FALSE;
  self->backup = sf_store_open (path, TRUE, error);
  if (self->backup == NULL || !sf_erase_is_needed (self->backup, self->erasures, needed, error))
    return FALSE;
  if (*needed)
    self->copy = sf_erase_copy_new (path, self->erasures);
  return TRUE;
}

/* A backup that cannot be read or written anew does not keep the next from being. */
static gboolean
erase_in_backups (SfErasing *self, SfStore *store, gboolean *over, GError **error)
{
  g_autoptr (GError) local = NULL;
  SfBackupFile *file;
  gboolean finished = FALSE, needed;

  *over = self->backups->len == 0;
  if (*over)
    return TRUE;
  file = self->backups->pdata[self->backups->len - 1];
  if (self->copy == NULL)
    {
      if (sf_erase_done_has (self->noted, file->path))
        close_backup (self, FALSE, NULL);
      else if (!open_backup (self, file->path, &needed, &local) || !needed)
        close_backup (self, TRUE, local);
      return TRUE;
    }
  if (!sf_backup_copy_run (self->copy, self->backup, &finished, &local))
    close_backup (self, FALSE, local);
  else if (finished)
    {
      self->report->backups++;
      close_backup (self, TRUE, NULL);
    }
  return TRUE;
}

static gboolean
erase_copies (SfErasing *self, SfStore *store, gboolean *over, GError **error)
{
  g_autoptr (GError) local = NULL;

  *over = TRUE;
  if (!sf_private_copies_remove_all_of (sf_store_get_uuid (store), &local))
    add_trouble (self, g_get_user_cache_dir (), local);
  return TRUE;
}

static gboolean
finish (SfErasing *self, SfStore *store, gboolean *over, GError **error)
{
  *over = TRUE;
  if (self->report->troubles->len > 0)
    return TRUE;
  self->finished_at = sf_clock_now ();
  if (!sf_erase_finish (store, self->erasures, self->finished_at, error))
    return FALSE;
  sf_erase_done_remove (self->noted);
  return TRUE;
}

static const StageFunc stages[]
    = { begin,      erase_leftovers, erase_rows,       erase_contents, erase_words,
        write_anew, list_backups,    erase_in_backups, erase_copies,   finish };

/* --- as a job ----------------------------------------------------------------------------------
 */

static void
end_on_writer (SfErasing *self)
{
  while (self->backup != NULL)
    close_backup (self, FALSE, NULL);
  if (self->begun)
    self->workbook->erasing = FALSE;
}

static SfJobResult
run_erasing (SfStore *store, gpointer data, GError **error)
{
  SfErasing *self = data;
  gboolean over = FALSE;

  if (!stages[self->stage](self, store, &over, error))
    {
      end_on_writer (self);
      return SF_JOB_FAILED;
    }
  if (!over)
    return SF_JOB_AGAIN;
  self->stage++;
  __atomic_add_fetch (&self->done, 1, __ATOMIC_RELAXED);
  /* another one may have done what there was */
  if (self->stage < G_N_ELEMENTS (stages) && self->erasures->len > 0)
    return SF_JOB_AGAIN;
  end_on_writer (self);
  return SF_JOB_DONE;
}

/* When it was finished is a matter of this file, not of history. */
static void
follow_model (SfErasing *self)
{
  SfModel *model = self->workbook->model;
  const SfValue at = { .type = SF_VALUE_INT, .integer = self->finished_at };

  for (guint i = 0; self->finished_at != 0 && i < self->erasures->len; i++)
    {
      SfRecord *record = sf_model_find (model, &((SfErasureRow *)self->erasures->pdata[i])->uuid);

      if (record != NULL)
        sf_model_apply (model, record, SF_ERASURE_FINISHED_AT, &at);
    }
  sf_model_emit_changed (model);
}

static void
erasing_free (SfErasing *self)
{
  g_clear_pointer (&self->noted, sf_erase_done_free);
  g_clear_pointer (&self->erasures, g_ptr_array_unref);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_pointer (&self->report, sf_erasure_report_free);
  g_array_unref (self->contents);
  g_object_unref (self->workbook);
  g_free (self);
}

static void
on_erasing_done (gpointer data, const GError *error)
{
  SfErasing *self = data;

  if (error == NULL)
    follow_model (self);
  self->erased (self->workbook, error == NULL ? g_steal_pointer (&self->report) : NULL, error,
                self->erased_data);
  erasing_free (self);
}

SfErasing *
sf_erasing_start (SfWorkbook *self, SfErasedFunc erased, gpointer data)
{
  SfErasing *erasing = g_new0 (SfErasing, 1);

  erasing->workbook = g_object_ref (self);
  erasing->erased = erased;
  erasing->erased_data = data;
  erasing->total = G_N_ELEMENTS (stages);
  erasing->contents = g_array_new (FALSE, FALSE, sizeof (gint64));
  erasing->report = g_new0 (SfErasureReport, 1);
  erasing->report->troubles = g_ptr_array_new_with_free_func (trouble_free);
  erasing->report->departures = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_departure_free);
  sf_writer_push (self->writer, SF_JOB_SLOW, run_erasing, on_erasing_done, erasing);
  return erasing;
}

void
sf_erasing_get_progress (SfErasing *erasing, gint64 *done, gint64 *total)
{
  *done = __atomic_load_n (&erasing->done, __ATOMIC_RELAXED);
  *total = __atomic_load_n (&erasing->total, __ATOMIC_RELAXED);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-erase.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "store/sf-backup-folder.h"
#include "workbook/sf-erase-begin.h"
#include "workbook/sf-erasing.h"
#include "workbook/sf-step-private.h"
#include "workbook/sf-store-task.h"
#include "workbook/sf-taken-back.h"
#include "workbook/sf-workbook-helpers.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* What is asked for, the record that it was, and what is told at the end. The work itself is in
 * sf-erasing.c. */

#define PROGRESS_MS 100

/* From the question to the answer. */
typedef struct
{
  GTask *task;
  SfErasing *erasing;
  SfErasurePlan plan;
  GArray *uuids; /* of the evidence, its files and links */
  SfProgressFunc progress;
  gpointer progress_data;
  guint progress_id;
} SfErasureRequest;

/* --- what it would do ------------------------------------------------------------------------- */

static gboolean
is_listed (GPtrArray *evidence, const SfUuid *uuid)
{
  for (guint i = 0; i < evidence->len; i++)
    if (uuid != NULL && sf_uuid_equal (sf_record_get_uuid (evidence->pdata[i]), uuid))
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_of (SfModel *model, GType type, guint column, GPtrArray *evidence)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < evidence->len; i++)
    {
      g_autoptr (GPtrArray) some
          = sf_model_list_referring (model, type, column, evidence->pdata[i]);

      for (guint k = 0; k < some->len; k++)
        g_ptr_array_add (all, some->pdata[k]);
    }
  return all;
}

/* It was taken back, and only history knows it. */
static guint
count_taken_back_files (GPtrArray *evidence)
{
  guint n = 0;

  for (guint i = 0; i < evidence->len; i++)
    n += sf_taken_back_get_files (evidence->pdata[i]);
  return n;
}

/* Digests of @files that a file of other evidence has, too. */
static guint
count_kept (SfModel *model, GPtrArray *evidence, GPtrArray *files)
{
  GListModel *all = sf_model_get_list (model, SF_TYPE_ATTACHMENT);
  g_autoptr (GHashTable) ours = g_hash_table_new (g_str_hash, g_str_equal);
  guint kept = 0;

  for (guint i = 0; i < files->len; i++)
    g_hash_table_add (ours, (gpointer)sf_attachment_get_digest (files->pdata[i]));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SfAttachment) other = g_list_model_get_item (all, i);

      if (!is_listed (evidence, sf_attachment_get_evidence (other))
          && g_hash_table_remove (ours, sf_attachment_get_digest (other)))
        kept++;
    }
  return kept;
}

void
sf_workbook_plan_erasure (SfWorkbook *self, GPtrArray *evidence, SfErasurePlan *plan)
{
  g_autofree char *folder = sf_backup_folder_of (&self->uuid);
  g_autoptr (GPtrArray) backups = sf_backup_folder_list (folder);
  g_autoptr (GPtrArray) files
      = list_of (self->model, SF_TYPE_ATTACHMENT, SF_ATTACHMENT_EVIDENCE, evidence);
  g_autoptr (GPtrArray) links
      = list_of (self->model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVIDENCE, evidence);

  plan->evidence = evidence->len;
  plan->files = files->len + count_taken_back_files (evidence);
  plan->links = links->len;
  plan->kept = count_kept (self->model, evidence, files);
  plan->backups = backups->len;
}

/* --- whether it may begin ----------------------------------------------------------------------
 */

static gboolean
refuse (GError **error, SfError code, const char *sentence)
{
  g_set_error_literal (error, SF_ERROR, code, sentence);
  return FALSE;
}

/* Taken back once, and brought back since. */
static gboolean
is_back (SfWorkbook *self, SfEvidence *evidence)
{
  gpointer now = sf_model_find (self->model, sf_record_get_uuid (SF_RECORD (evidence)));

  return now != NULL && now != evidence;
}

const char *const *
sf_erasure_list_reasons (void)
{
  static const char *const reasons[] = {
    N_ ("Its keeping time is over"),
    N_ ("The person it is about asked for it"),
    N_ ("It should not have been added"),
    NULL,
  };

  return reasons;
}

gboolean
sf_workbook_check_erasure (SfWorkbook *self,
                           GPtrArray *evidence,
                           const char *reason,
                           GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < evidence->len; i++)
    {
      g_ptr_array_add (names, (gpointer)sf_evidence_get_title (evidence->pdata[i]));
      g_ptr_array_add (names, (gpointer)sf_evidence_get_author (evidence->pdata[i]));
    }
  if (!sf_erase_begin_check (self, names, reason, error))
    return FALSE;
  if (evidence->len == 0)
    return refuse (error, SF_ERROR_INVALID, _ ("Please choose what is to be erased."));
  for (guint i = 0; i < evidence->len; i++)
    if (is_back (self, evidence->pdata[i]))
      return refuse (error, SF_ERROR_INVALID,
                     _ ("This evidence has been brought back. Please erase it where it is."));
  return TRUE;
}

/* --- the record that it began ------------------------------------------------------------------
 */

static void
add_deletions (SfWorkbook *self, SfStep *step, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) links = sf_model_list_referring (self->model, SF_TYPE_EVIDENCE_LINK,
                                                         SF_EVIDENCE_LINK_EVIDENCE, evidence);
  g_autoptr (GPtrArray) files
      = sf_model_list_referring (self->model, SF_TYPE_ATTACHMENT, SF_ATTACHMENT_EVIDENCE, evidence);

  for (guint i = 0; i < links->len; i++)
    sf_step_delete (step, links->pdata[i]);
  for (guint i = 0; i < files->len; i++)
    sf_step_delete (step, files->pdata[i]);
  if (sf_model_find (self->model, sf_record_get_uuid (SF_RECORD (evidence))) != NULL)
    sf_step_delete (step, SF_RECORD (evidence));
}

/* Undo stops at it. What history keeps of the deletions is erased with the rest. */
static SfChangeSet *
make_barrier (SfWorkbook *self, GPtrArray *evidence, const char *reason, const char *by)
{
  SfStep *step = sf_step_new (_ ("Erased evidence for data protection"));

  for (guint i = 0; i < evidence->len; i++)
    {
      g_autoptr (GPtrArray) files
          = sf_model_list_referring (self->model, SF_TYPE_ATTACHMENT, SF_ATTACHMENT_EVIDENCE,
                                     evidence->pdata[i]);

      sf_erase_begin_add_record (step, evidence->pdata[i], reason, by,
                                 files->len + sf_taken_back_get_files (evidence->pdata[i]));
      add_deletions (self, step, evidence->pdata[i]);
    }
  return sf_step_steal_barrier (step);
}

static void
add_uuids (GArray *uuids, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_array_append_vals (uuids, sf_record_get_uuid (records->pdata[i]), 1);
}

static GArray *
list_uuids (SfWorkbook *self, GPtrArray *evidence)
{
  GArray *uuids = g_array_new (FALSE, FALSE, sizeof (SfUuid));
  g_autoptr (GPtrArray) files
      = list_of (self->model, SF_TYPE_ATTACHMENT, SF_ATTACHMENT_EVIDENCE, evidence);
  g_autoptr (GPtrArray) links
      = list_of (self->model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVIDENCE, evidence);

  add_uuids (uuids, evidence);
  add_uuids (uuids, files);
  add_uuids (uuids, links);
  return uuids;
}

static void
drop_drafts (SfWorkbook *self, GArray *uuids)
{
  for (guint i = 0; i < uuids->len; i++)
    sf_workbook_drop_drafts (self, &g_array_index (uuids, SfUuid, i));
}

/* --- from the question to the answer -----------------------------------------------------------
 */

static void
request_free (SfErasureRequest *request)
{
  g_clear_handle_id (&request->progress_id, g_source_remove);
  g_clear_object (&request->task);
  g_array_unref (request->uuids);
  g_free (request);
}

static gboolean
on_progress_cb (gpointer data)
{
  SfErasureRequest *request = data;
  gint64 done, total;

  if (request->erasing == NULL)
    return G_SOURCE_CONTINUE;
  sf_erasing_get_progress (request->erasing, &done, &total);
  request->progress (done, total, request->progress_data);
  return G_SOURCE_CONTINUE;
}

static void
on_erased (SfWorkbook *self, SfErasureReport *report, const GError *error, gpointer data)
{
  SfErasureRequest *request = data;

  if (error != NULL)
    g_task_return_new_error (
        request->task, SF_ERROR, error->code,
        _ ("The evidence is gone from the list and cannot be brought back, but not everything of "
           "it is erased from the file yet: %s It goes on when the centre file is next opened."),
        error->message);
  else
    {
      report->plan = request->plan;
      g_task_return_pointer (request->task, report, (GDestroyNotify)sf_erasure_report_free);
    }
  request_free (request);
}

static void
on_recorded (SfWorkbook *self, const GError *error, gpointer data)
{
  SfErasureRequest *request = data;

  if (error == NULL)
    {
      /* what was typed while it waited */
      drop_drafts (self, request->uuids);
      request->erasing = sf_erasing_start (self, on_erased, request);
      return;
    }
  g_task_return_error (request->task, g_error_copy (error));
  request_free (request);
}

void
sf_workbook_erase (SfWorkbook *self,
                   GPtrArray *evidence,
                   const char *reason,
                   const char *by,
                   SfProgressFunc progress,
                   gpointer progress_data,
                   GAsyncReadyCallback callback,
                   gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  SfErasureRequest *request;
  GError *error = NULL;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  g_task_set_source_tag (task, sf_workbook_erase);
  if (!sf_workbook_check_erasure (self, evidence, reason, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  request = g_new0 (SfErasureRequest, 1);
  request->task = g_steal_pointer (&task);
  request->progress = progress;
  request->progress_data = progress_data;
  sf_workbook_plan_erasure (self, evidence, &request->plan);
  if (progress != NULL)
    request->progress_id = g_timeout_add (PROGRESS_MS, on_progress_cb, request);
  request->uuids = list_uuids (self, evidence);
  drop_drafts (self, request->uuids);
  sf_workbook_enqueue_once (self, make_barrier (self, evidence, reason, by), on_recorded, request);
}

SfErasureReport *
sf_workbook_erase_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

SfErasureReport *
sf_workbook_erase_sync (
    SfWorkbook *self, GPtrArray *evidence, const char *reason, const char *by, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_erase (self, evidence, reason, by, NULL, NULL, sf_sync_cb, &result);
  sf_sync_wait (self, &result);
  return sf_workbook_erase_finish (self, result, error);
}

/* --- going on --------------------------------------------------------------------------------- */

static void
on_resumed (SfWorkbook *self, SfErasureReport *report, const GError *error, gpointer data)
{
  if (error != NULL)
    g_message ("An erasure is still not finished: %s", error->message);
  else
    {
      /* another one may have done what there was */
      if (report->plan.evidence > 0)
        sf_workbook_emit_erased (self, report);
      sf_erasure_report_free (report);
    }
}

void
sf_workbook_resume_erasing (SfWorkbook *self)
{
  GListModel *all = sf_model_get_list (self->model, SF_TYPE_ERASURE);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SfErasure) erasure = g_list_model_get_item (all, i);

      if (sf_erasure_get_finished_at (erasure) == SF_NULL_INT)
        {
          sf_erasing_start (self, on_resumed, NULL);
          return;
        }
    }
}

/* --- a backup that cannot be cleaned -----------------------------------------------------------
 */

static SfJobResult
forget_backup (SfStore *store, gpointer data, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *statement = sf_sql_prepare (sql, "DELETE FROM backup WHERE path = ?", error);

  if (statement == NULL)
    return SF_JOB_FAILED;
  sf_sql_bind_text (statement, 1, data);
  return sf_sql_run (sql, statement, error) ? SF_JOB_DONE : SF_JOB_FAILED;
}

static void
on_forgotten (gpointer data, const GError *error)
{
  if (error != NULL)
    g_debug ("a deleted backup is still noted: %s", error->message);
  g_free (data);
}

gboolean
sf_workbook_delete_backup (SfWorkbook *self, const char *path, GError **error)
{
  g_autofree char *ours = sf_backup_folder_of (&self->uuid);
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sf_workbook_check_writable (self, error))
    return FALSE;
  if (!g_str_equal (ours, folder) || !g_str_has_suffix (path, SF_WORKBOOK_SUFFIX))
    return refuse (error, SF_ERROR_INVALID,
                   _ ("This is no backup in the program’s care. It was left as it is."));
  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_IO, _ ("The backup “%s” could not be deleted: %s."),
                   path, g_strerror (errno));
      return FALSE;
    }
  sf_writer_push (self->writer, SF_JOB_STEP, forget_backup, on_forgotten, g_strdup (path));
  return TRUE;
}

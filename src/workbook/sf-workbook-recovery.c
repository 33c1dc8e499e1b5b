/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "crypt/sf-recovery.h"
#include "store/sf-keyrings.h"
#include "workbook/sf-edit-private.h"
#include "workbook/sf-key-work.h"

#include <glib/gi18n-lib.h>

/* The employer's recovery key: the half in the file that only locks, set up once and replaced by
 * who has the paper. */

typedef struct
{
  GTask *task;
  SfSecret *recovery;  /* NULL: it is only asked whether there is one */
  SfSecret *old;       /* that it takes the place of; NULL: there is none yet */
  GBytes *public_half; /* of recovery, or what was read */
} SfRecoveryJob;

static SfJobResult
run_asking (SfStore *store, gpointer data, GError **error)
{
  SfRecoveryJob *job = data;

  return sf_keyrings_read_recovery (store, &job->public_half, error) ? SF_JOB_DONE : SF_JOB_FAILED;
}

static SfJobResult
run_setting_up (SfStore *store, gpointer data, GError **error)
{
  SfRecoveryJob *job = data;

  return sf_keyrings_set_recovery (store, job->public_half, error) ? SF_JOB_DONE : SF_JOB_FAILED;
}

static void
on_recovery_done (gpointer data, const GError *error)
{
  SfRecoveryJob *job = data;

  if (job->old != NULL)
    ((SfWorkbook *)g_task_get_source_object (job->task))->changing_keyring = FALSE;
  if (error != NULL)
    g_task_return_error (job->task, g_error_copy (error));
  else if (job->recovery != NULL)
    g_task_return_pointer (job->task, sf_recovery_to_text (job->recovery),
                           (GDestroyNotify)sf_secret_unref);
  else
    g_task_return_boolean (job->task, job->public_half != NULL);
  g_clear_pointer (&job->recovery, sf_secret_unref);
  g_clear_pointer (&job->old, sf_secret_unref);
  g_clear_pointer (&job->public_half, g_bytes_unref);
  g_object_unref (job->task);
  g_free (job);
}

/* @task, @old: (transfer full) @recovery: (nullable): one that was shown already */
static void
push_job (SfWorkbook *self, GTask *task, SfSecret *old, SfSecret *recovery, SfJobFunc run)
{
  SfRecoveryJob *job = g_new0 (SfRecoveryJob, 1);

  job->task = task;
  job->old = old;
  job->recovery = recovery != NULL ? sf_secret_ref (recovery) : sf_recovery_new ();
  job->public_half = sf_recovery_get_public (job->recovery);
  if (old != NULL)
    self->changing_keyring = TRUE;
  sf_key_work_push (self, run, on_recovery_done, job);
}

void
sf_workbook_set_up_recovery (SfWorkbook *self,
                             SfSecret *recovery,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  GError *error = NULL;

  if (sf_workbook_check_writable (self, &error))
    push_job (self, g_steal_pointer (&task), NULL, recovery, run_setting_up);
  else
    g_task_return_error (task, error);
}

SfSecret *
sf_workbook_set_up_recovery_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SfSecret *
sf_workbook_set_up_recovery_sync (SfWorkbook *self, SfSecret *recovery, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_set_up_recovery (self, recovery, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_workbook_set_up_recovery_finish (self, result, error);
}

void
sf_workbook_has_recovery (SfWorkbook *self, GAsyncReadyCallback callback, gpointer data)
{
  SfRecoveryJob *job = g_new0 (SfRecoveryJob, 1);

  job->task = g_task_new (self, NULL, callback, data);
  sf_key_work_push (self, run_asking, on_recovery_done, job);
}

gboolean
sf_workbook_has_recovery_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
sf_workbook_has_recovery_sync (SfWorkbook *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_has_recovery (self, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_workbook_has_recovery_finish (self, result, error);
}

/* --- another recovery key ------------------------------------------------------------------------
 */

/* One record's keyring: the old paper opens it, the new one's half locks it. (transfer full) */
static GBytes *
rewrap (const SfUuid *record, GBytes *bytes, gpointer data, GError **error)
{
  SfRecoveryJob *job = data;
  g_autoptr (SfKeyring) keyring = sf_keyring_new_from_bytes (record, bytes, error);
  g_autoptr (SfSecret) key = keyring != NULL ? sf_keyring_recover (keyring, job->old, error) : NULL;

  if (key == NULL || !sf_keyring_put_recovery (keyring, key, job->public_half, error))
    return NULL;
  return sf_keyring_to_bytes (keyring);
}

static SfJobResult
run_replacing (SfStore *store, gpointer data, GError **error)
{
  SfRecoveryJob *job = data;
  g_autoptr (GBytes) there = NULL;

  if (!sf_keyrings_read_recovery (store, &there, error))
    return SF_JOB_FAILED;
  if (there == NULL || !sf_recovery_matches (job->old, there))
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("That is not the recovery key of this centre file. Nothing was "
                              "changed."));
      return SF_JOB_FAILED;
    }
  return sf_keyrings_replace_recovery (store, job->public_half, rewrap, job, error) ? SF_JOB_DONE
                                                                                    : SF_JOB_FAILED;
}

void
sf_workbook_replace_recovery (SfWorkbook *self,
                              const char *old_key,
                              SfSecret *recovery,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  g_autoptr (SfSecret) old = NULL;
  GError *error = NULL;

  if (sf_workbook_check_writable (self, &error) && sf_key_work_check_free (self, &error))
    old = sf_recovery_parse (old_key, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  push_job (self, g_steal_pointer (&task), g_steal_pointer (&old), recovery, run_replacing);
}

SfSecret *
sf_workbook_replace_recovery_sync (SfWorkbook *self,
                                   const char *old_key,
                                   SfSecret *recovery,
                                   GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_replace_recovery (self, old_key, recovery, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_workbook_set_up_recovery_finish (self, result, error);
}

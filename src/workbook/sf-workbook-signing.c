/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-keyrings.h"
#include "workbook/sf-edit-private.h"
#include "workbook/sf-key-work.h"
#include "workbook/sf-opened.h"
#include "workbook/sf-step-private.h"

/* Signing a confidential record, and taking a signature back: by the passphrase of who signs, so
 * that nobody signs for another, nor opens again what the other has signed. */

typedef struct
{
  GTask *task;
  SfUuid record;
  gboolean final;
  gboolean reviewer;
  gboolean back;
  char *name;
  char *on;
  SfSecret *passphrase;
  GBytes *keyring;
  SfSecret *key; /* of the record, once the passphrase opened it */
} SfSigning;

static void
signing_free (SfSigning *self)
{
  g_clear_pointer (&self->passphrase, sf_secret_unref);
  g_clear_pointer (&self->key, sf_secret_unref);
  g_clear_pointer (&self->keyring, g_bytes_unref);
  g_free (self->name);
  g_free (self->on);
  g_object_unref (self->task);
  g_free (self);
}

static void
end_signing (SfSigning *self, const GError *error)
{
  if (error != NULL)
    g_task_return_error (self->task, g_error_copy (error));
  else
    g_task_return_boolean (self->task, TRUE);
  signing_free (self);
}

static SfPerformanceField
find_field (const SfSigning *signing)
{
  if (signing->final)
    return signing->reviewer ? SF_PERFORMANCE_FINAL_REVIEWER_SIGNED_BY
                             : SF_PERFORMANCE_FINAL_PERSON_SIGNED_BY;
  return signing->reviewer ? SF_PERFORMANCE_SET_REVIEWER_SIGNED_BY
                           : SF_PERFORMANCE_SET_PERSON_SIGNED_BY;
}

static gboolean
sign (SfWorkbook *self, SfPerformanceRecord *record, const SfSigning *signing, GError **error)
{
  const SfPerformance *now = sf_workbook_get_performance (self, record, error);
  g_autoptr (SfPerformance) changed = now != NULL ? sf_performance_copy (now) : NULL;

  if (changed == NULL)
    return FALSE;
  if (signing->back ? !sf_performance_set (changed, find_field (signing), NULL, error)
                    : !sf_performance_sign (changed, signing->final, signing->reviewer,
                                            signing->name, signing->on, error))
    return FALSE;
  return sf_key_work_write (self, record, changed, TRUE, error);
}

static void
make_holder (const SfSigning *self, SfUuid *holder)
{
  sf_key_work_make_holder (self->reviewer ? SF_KEY_WORK_REVIEWER : SF_KEY_WORK_PERSON, holder);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfWorkbook *workbook = SF_WORKBOOK (source);
  SfSigning *self = data;
  g_autoptr (GError) error = NULL;
  SfPerformanceRecord *record;
  SfUuid holder;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      make_holder (self, &holder);
      sf_opened_keep (workbook, &self->record, self->key, &holder);
      record = sf_model_find (workbook->model, &self->record);
      if (record != NULL)
        sign (workbook, record, self, &error);
      else
        g_set_error_literal (&error, SF_ERROR, SF_ERROR_NOT_FOUND,
                             _ ("This record is not there any more."));
    }
  end_signing (self, error);
}

static void
run_opening (GTask *thread, gpointer source, gpointer data, GCancellable *cancellable)
{
  SfSigning *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfKeyring) keyring = sf_keyring_new_from_bytes (&self->record, self->keyring, &error);
  SfUuid holder;

  make_holder (self, &holder);
  if (keyring != NULL)
    self->key = sf_keyring_open (keyring, &holder, sf_key_work_tell (self->passphrase), &error);
  if (self->key != NULL)
    g_task_return_boolean (thread, TRUE);
  else if (g_error_matches (error, SF_ERROR, SF_ERROR_INVALID))
    g_task_return_new_error (
        thread, SF_ERROR, SF_ERROR_INVALID, "%s",
        self->reviewer ? _ ("That is not the reviewer’s passphrase. Who signs types their own.")
                       : _ ("That is not the person’s passphrase. Who signs types their own."));
  else
    g_task_return_error (thread, g_steal_pointer (&error));
}

static SfJobResult
read_keyring (SfStore *store, gpointer data, GError **error)
{
  SfSigning *self = data;

  self->keyring = sf_keyrings_read (store, &self->record, error);
  return self->keyring != NULL ? SF_JOB_DONE : SF_JOB_FAILED;
}

static void
on_keyring_read (gpointer data, const GError *error)
{
  SfSigning *self = data;
  g_autoptr (GTask) thread = NULL;

  if (error != NULL)
    {
      end_signing (self, error);
      return;
    }
  thread = g_task_new (g_task_get_source_object (self->task), NULL, on_opened_cb, self);
  g_task_set_task_data (thread, self, NULL);
  g_task_run_in_thread (thread, run_opening);
}

void
sf_workbook_sign_performance (SfWorkbook *self,
                              SfPerformanceRecord *record,
                              const SfPerformanceSignature *signature,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  SfSigning *signing = g_new0 (SfSigning, 1);
  const char *name = signature->name;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SF_IS_PERFORMANCE_RECORD (record));
  g_return_if_fail (signature->passphrase != NULL);

  if (name == NULL)
    name = signature->reviewer ? sf_performance_record_get_reviewer (record)
                               : sf_performance_record_get_person (record);
  signing->task = g_task_new (self, NULL, callback, data);
  signing->record = *sf_record_get_uuid (SF_RECORD (record));
  signing->final = signature->final;
  signing->reviewer = signature->reviewer;
  signing->back = signature->back;
  signing->name = g_strdup (name);
  signing->on = g_strdup (signature->on);
  signing->passphrase = sf_key_work_keep (signature->passphrase);
  if (sf_workbook_check_writable (self, &error)
      && (signature->back || sf_edit_check_date (signature->on, TRUE, &error)))
    sf_key_work_push (self, read_keyring, on_keyring_read, signing);
  else
    end_signing (signing, error);
}

gboolean
sf_workbook_sign_performance_sync (SfWorkbook *self,
                                   SfPerformanceRecord *record,
                                   const SfPerformanceSignature *signature,
                                   GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_sign_performance (self, record, signature, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_workbook_performance_finish (self, result, error);
}

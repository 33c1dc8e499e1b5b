/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-text.h"
#include "store/sf-keyrings.h"
#include "workbook/sf-edit-private.h"
#include "workbook/sf-key-work.h"
#include "workbook/sf-opened.h"
#include "workbook/sf-step-private.h"

#include <string.h>

/* Withdrawing a reader: the record gets a new key. Only a passphrase makes the wrap that it opens,
 * so each who goes on reading types theirs. Sealed text, names and keyring are one transaction. */

typedef struct
{
  GTask *task;
  SfUuid record;
  SfUuid withdrawn;
  char *name;
  GPtrArray *passphrases; /* of SfSecret: of those who remain */
  GBytes *before;
  GBytes *public_half;
  GBytes *after;
  SfSecret *key;     /* the new one */
  SfSecret *old_key; /* NULL until the new one stands in its place */
  SfKeyringCost cost;
  gboolean usual_cost;
  gboolean holds; /* no edit meanwhile */
} SfWithdrawal;

static SfWorkbook *
workbook_of (SfWithdrawal *self)
{
  return g_task_get_source_object (self->task);
}

static void
end_withdrawal (SfWithdrawal *self, const GError *error)
{
  SfWorkbook *workbook = workbook_of (self);

  if (self->holds)
    workbook->changing_keyring = workbook->changing_key = FALSE;
  if (error != NULL && self->old_key != NULL
      && sf_opened_get_key (workbook, &self->record, NULL) != NULL)
    sf_opened_keep (workbook, &self->record, self->old_key, &self->withdrawn);
  if (error != NULL)
    g_task_return_error (self->task, g_error_copy (error));
  else
    g_task_return_boolean (self->task, TRUE);
  g_clear_pointer (&self->old_key, sf_secret_unref);
  g_clear_pointer (&self->passphrases, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_bytes_unref);
  g_clear_pointer (&self->public_half, g_bytes_unref);
  g_clear_pointer (&self->after, g_bytes_unref);
  g_clear_pointer (&self->key, sf_secret_unref);
  g_object_unref (self->task);
  g_free (self->name);
  g_free (self);
}

/* --- in a thread -------------------------------------------------------------------------------
 */

/* The one of the passphrases that is this holder's; NULL without @error if none is. */
static SfSecret *
find_passphrase (SfWithdrawal *self, SfKeyring *keyring, const SfUuid *holder, GError **error)
{
  for (guint i = 0; i < self->passphrases->len; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (SfSecret) key
          = sf_keyring_open (keyring, holder, sf_key_work_tell (self->passphrases->pdata[i]),
                             &local);

      if (key != NULL)
        return self->passphrases->pdata[i];
      if (!g_error_matches (local, SF_ERROR, SF_ERROR_INVALID))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }
  return NULL;
}

static gboolean
take_over (
    SfWithdrawal *self, SfKeyring *before, SfKeyring *after, const SfUuid *holder, GError **error)
{
  g_autoptr (GError) local = NULL;
  SfSecret *passphrase = find_passphrase (self, before, holder, &local);

  if (passphrase != NULL)
    return sf_keyring_put_passphrase (after, self->key, holder, sf_key_work_tell (passphrase),
                                      self->usual_cost ? NULL : &self->cost, error);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                         _ ("Everybody who goes on reading this record has to type their "
                            "passphrase, because it gets a new lock. One is missing or wrong; "
                            "nothing was changed."));
  return FALSE;
}

static gboolean
make_keyring (SfWithdrawal *self, GError **error)
{
  g_autoptr (SfKeyring) before = sf_keyring_new_from_bytes (&self->record, self->before, error);
  g_autoptr (SfKeyring) after = sf_keyring_new (&self->record, self->key);
  g_autoptr (GArray) holders = before != NULL ? sf_keyring_list_holders (before) : NULL;

  if (before == NULL)
    return FALSE;
  for (guint i = 0; i < holders->len; i++)
    {
      const SfUuid *holder = &g_array_index (holders, SfUuid, i);

      if (!sf_uuid_equal (holder, &self->withdrawn)
          && !take_over (self, before, after, holder, error))
        return FALSE;
    }
  if (!sf_keyring_put_recovery (after, self->key, self->public_half, error))
    return FALSE;
  self->after = sf_keyring_to_bytes (after);
  return TRUE;
}

static void
run_withdrawal (GTask *thread, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (make_keyring (data, &error))
    g_task_return_boolean (thread, TRUE);
  else
    g_task_return_error (thread, error);
}

/* --- writing -----------------------------------------------------------------------------------
 */

static char *
remove_name (SfPerformanceRecord *record, const char *name)
{
  const char *now = sf_performance_record_get_further_readers (record);
  g_auto (GStrv) names = g_strsplit (now != NULL ? now : "", "\n", -1);
  g_autoptr (GString) left = g_string_new (NULL);

  for (char **one = names; *one != NULL; one++)
    if (strcmp (*one, name) != 0)
      g_string_append_printf (left, "%s%s", left->len > 0 ? "\n" : "", *one);
  return left->len > 0 ? g_strdup (left->str) : NULL;
}

static SfChangeSet *
make_set (SfWithdrawal *self, GError **error)
{
  SfWorkbook *workbook = workbook_of (self);
  SfPerformanceRecord *record = sf_model_find (workbook->model, &self->record);
  const SfPerformance *now
      = record != NULL ? sf_workbook_get_performance (workbook, record, error) : NULL;
  g_autoptr (GBytes) sealed
      = now != NULL ? sf_key_work_seal (self->key, &self->record, now, error) : NULL;
  g_autofree char *names = NULL;
  SfChangeSet *set;
  SfStep *step;

  if (sealed == NULL)
    return NULL;
  names = remove_name (record, self->name);
  step = sf_step_new (_ ("Changed who may read a confidential record"));
  sf_key_work_set_sealed (step, &self->record, sealed, now);
  sf_step_set_text (step, SF_TYPE_PERFORMANCE_RECORD, &self->record,
                    SF_PERFORMANCE_RECORD_FURTHER_READERS, names);
  set = sf_step_steal_changes (step);
  set->kind = "barrier";
  set->keyring = g_bytes_ref (self->after);
  set->keyring_of = self->record;
  return set;
}

static void
on_written (SfWorkbook *workbook, const GError *error, gpointer data)
{
  end_withdrawal (data, error);
}

static void
on_keyring_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfWithdrawal *self = data;
  g_autoptr (GError) error = NULL;
  SfChangeSet *set = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error)
      && sf_workbook_check_writable (SF_WORKBOOK (source), &error))
    set = make_set (self, &error);
  if (set != NULL)
    {
      /* what waits to be written is read by the new one */
      self->old_key = sf_secret_ref (sf_opened_get_key (SF_WORKBOOK (source), &self->record, NULL));
      sf_opened_keep (SF_WORKBOOK (source), &self->record, self->key, &self->withdrawn);
      sf_workbook_enqueue_once (SF_WORKBOOK (source), set, on_written, self);
    }
  else
    end_withdrawal (self, error);
}

static SfJobResult
read_keyring (SfStore *store, gpointer data, GError **error)
{
  SfWithdrawal *self = data;

  self->before = sf_keyrings_read (store, &self->record, error);
  return self->before != NULL && sf_keyrings_read_recovery (store, &self->public_half, error)
             ? SF_JOB_DONE
             : SF_JOB_FAILED;
}

static void
on_keyring_read (gpointer data, const GError *error)
{
  SfWithdrawal *self = data;
  g_autoptr (GTask) thread = NULL;

  if (error != NULL)
    {
      end_withdrawal (self, error);
      return;
    }
  thread = g_task_new (workbook_of (self), NULL, on_keyring_made_cb, self);
  g_task_set_task_data (thread, self, NULL);
  g_task_run_in_thread (thread, run_withdrawal);
}

/* --- what is asked for ---------------------------------------------------------------------------
 */

static gboolean
check (SfWorkbook *self, SfPerformanceRecord *record, const char *name, GError **error)
{
  const char *further = sf_performance_record_get_further_readers (record);
  g_auto (GStrv) names = g_strsplit (further != NULL ? further : "", "\n", -1);

  if (!sf_workbook_check_writable (self, error)
      || sf_workbook_get_performance (self, record, error) == NULL)
    return FALSE;
  if (!g_strv_contains ((const char *const *)names, name))
    return sf_edit_refuse (error, _ ("Only somebody who was let read it later can be withdrawn; "
                                     "the person and the reviewer stay."));
  return sf_key_work_check_free (self, error);
}

void
sf_workbook_withdraw_reader (SfWorkbook *self,
                             SfPerformanceRecord *record,
                             const char *name,
                             const char *const *passphrases,
                             const SfKeyringCost *cost,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  SfWithdrawal *withdrawal = g_new0 (SfWithdrawal, 1);
  g_autoptr (GError) error = NULL;

  withdrawal->task = g_task_new (self, NULL, callback, data);
  withdrawal->record = *sf_record_get_uuid (SF_RECORD (record));
  withdrawal->name = g_strdup (name);
  sf_key_work_make_holder (name, &withdrawal->withdrawn);
  withdrawal->passphrases = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_secret_unref);
  for (guint i = 0; passphrases[i] != NULL; i++)
    g_ptr_array_add (withdrawal->passphrases, sf_key_work_keep (passphrases[i]));
  withdrawal->key = sf_secret_new_key ();
  withdrawal->usual_cost = cost == NULL;
  if (cost != NULL)
    withdrawal->cost = *cost;
  if (!check (self, record, name, &error))
    {
      end_withdrawal (withdrawal, error);
      return;
    }
  self->changing_keyring = self->changing_key = withdrawal->holds = TRUE;
  sf_key_work_push (self, read_keyring, on_keyring_read, withdrawal);
}

gboolean
sf_workbook_withdraw_reader_sync (SfWorkbook *self,
                                  SfPerformanceRecord *record,
                                  const char *name,
                                  const char *const *passphrases,
                                  const SfKeyringCost *cost,
                                  GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_withdraw_reader (self, record, name, passphrases, cost, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_workbook_performance_finish (self, result, error);
}

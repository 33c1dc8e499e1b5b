/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-key-making.h"

#include "base/sf-error.h"
#include "store/sf-keyrings.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SfWorkbook *workbook;
  SfUuid record;
  SfSecret *key;
  SfSecret *person;
  SfSecret *reviewer; /* NULL: there is none */
  SfKeyringCost cost;
  gboolean usual_cost;
  GBytes *public_half;
  GBytes *keyring;
  SfKeyMade made;
  gpointer made_data;
} SfKeyMaking;

static void
end (SfKeyMaking *self, const GError *error)
{
  self->made (self->workbook, error == NULL ? self->keyring : NULL, error, self->made_data);
  sf_secret_unref (self->key);
  sf_secret_unref (self->person);
  g_clear_pointer (&self->reviewer, sf_secret_unref);
  g_clear_pointer (&self->public_half, g_bytes_unref);
  g_clear_pointer (&self->keyring, g_bytes_unref);
  g_object_unref (self->workbook);
  g_free (self);
}

/* --- in a thread -------------------------------------------------------------------------------
 */

static gboolean
put (SfKeyMaking *self, SfKeyring *keyring, const char *who, SfSecret *passphrase, GError **error)
{
  SfUuid holder;

  if (passphrase == NULL)
    return TRUE;
  sf_key_work_make_holder (who, &holder);
  return sf_keyring_put_passphrase (keyring, self->key, &holder, sf_key_work_tell (passphrase),
                                    self->usual_cost ? NULL : &self->cost, error);
}

static void
run (GTask *thread, gpointer source, gpointer data, GCancellable *cancellable)
{
  SfKeyMaking *self = data;
  g_autoptr (SfKeyring) keyring = sf_keyring_new (&self->record, self->key);
  GError *error = NULL;

  if (!put (self, keyring, SF_KEY_WORK_PERSON, self->person, &error)
      || !put (self, keyring, SF_KEY_WORK_REVIEWER, self->reviewer, &error)
      || !sf_keyring_put_recovery (keyring, self->key, self->public_half, &error))
    {
      g_task_return_error (thread, error);
      return;
    }
  self->keyring = sf_keyring_to_bytes (keyring);
  g_task_return_boolean (thread, TRUE);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    sf_workbook_check_writable (SF_WORKBOOK (source), &error);
  end (data, error);
}

/* --- on the writer's thread ----------------------------------------------------------------------
 */

static SfJobResult
read_recovery (SfStore *store, gpointer data, GError **error)
{
  SfKeyMaking *self = data;

  if (!sf_keyrings_read_recovery (store, &self->public_half, error))
    return SF_JOB_FAILED;
  if (self->public_half != NULL)
    return SF_JOB_DONE;
  g_set_error_literal (
      error, SF_ERROR, SF_ERROR_NOT_FOUND,
      _ ("There is no recovery key yet. Make it first, and give it to the employer "
         "in a sealed envelope: without it a forgotten passphrase would be the "
         "end of what is written."));
  return SF_JOB_FAILED;
}

static void
on_recovery_read (gpointer data, const GError *error)
{
  SfKeyMaking *self = data;
  g_autoptr (GTask) thread = NULL;

  if (error != NULL)
    {
      end (self, error);
      return;
    }
  thread = g_task_new (self->workbook, NULL, on_made_cb, self);
  g_task_set_task_data (thread, self, NULL);
  g_task_run_in_thread (thread, run);
}

void
sf_key_making_start (SfWorkbook *self,
                     const SfUuid *record,
                     SfSecret *key,
                     const char *person,
                     const char *reviewer,
                     const SfKeyringCost *cost,
                     SfKeyMade made,
                     gpointer data)
{
  SfKeyMaking *making = g_new0 (SfKeyMaking, 1);

  making->workbook = g_object_ref (self);
  making->record = *record;
  making->key = sf_secret_ref (key);
  making->person = sf_key_work_keep (person);
  making->reviewer = reviewer != NULL ? sf_key_work_keep (reviewer) : NULL;
  making->usual_cost = cost == NULL;
  if (cost != NULL)
    making->cost = *cost;
  making->made = made;
  making->made_data = data;
  sf_key_work_push (self, read_recovery, on_recovery_read, making);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "keys/sf-signing-keys.h"

#include "base/sf-error.h"
#include "crypt/sf-passphrase.h"
#include "keys/sf-key-store.h"
#include "workbook/sf-key-work.h"
#include "workbook/sf-store-task.h"
#include "workbook/sf-workbook-seal.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SfSigningRoad road;
  SfUuid file;
  char *label;
  SfSecret *passphrase;
  const SfKeyringCost *cost;
  SfKeyringCost kept_cost;
  GPtrArray *keys;  /* of GBytes: locked ones in the file */
  GBytes *new_lock; /* a new one, to be put into the file */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_clear_pointer (&self->passphrase, sf_secret_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->new_lock, g_bytes_unref);
  g_free (self->label);
  g_free (self);
}

/* --- in a thread ------------------------------------------------------------------------------ */

static SfSecret *
open_keyring (Opening *self, GError **error)
{
  g_autoptr (SfSecret) key = NULL;

  if (!sf_key_store_find_sync (&self->file, &key, NULL, error))
    return NULL;
  if (key != NULL)
    return g_steal_pointer (&key);
  key = sf_signature_new_key ();
  return sf_key_store_put_sync (&self->file, self->label, key, NULL, error) ? g_steal_pointer (&key)
                                                                            : NULL;
}

static SfSecret *
open_file (Opening *self, GError **error)
{
  const char *passphrase = sf_key_work_tell (self->passphrase);
  SfSecret *key = NULL;

  /* an older head's key may lie beside */
  for (guint i = 0; key == NULL && i < self->keys->len; i++)
    {
      g_clear_error (error);
      key = sf_signature_unlock (self->keys->pdata[i], passphrase, error);
    }
  if (self->keys->len > 0)
    return key;
  key = sf_signature_new_key ();
  self->new_lock = sf_signature_lock (key, passphrase, self->cost, error);
  if (self->new_lock == NULL)
    g_clear_pointer (&key, sf_secret_unref);
  return key;
}

static void
run_opening (GTask *thread, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *self = data;
  GError *error = NULL;
  SfSecret *key
      = self->road == SF_SIGNING_KEYRING ? open_keyring (self, &error) : open_file (self, &error);

  if (key != NULL)
    g_task_return_pointer (thread, key, (GDestroyNotify)sf_secret_unref);
  else
    g_task_return_error (thread, error);
}

/* --- on the workbook's thread -------------------------------------------------------------------
 */

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfWorkbook *workbook = SF_WORKBOOK (source);
  g_autoptr (GTask) task = data;
  Opening *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SfSecret) key = g_task_propagate_pointer (G_TASK (result), &error);

  if (key != NULL
      && (self->new_lock == NULL
          || sf_workbook_put_signing_key_sync (workbook, self->new_lock, &error)))
    g_task_return_pointer (task, g_steal_pointer (&key), (GDestroyNotify)sf_secret_unref);
  else
    g_task_return_error (task, error);
}

/* Whose key it is, for the keyring's own program. */
static char *
make_label (SfWorkbook *self)
{
  GListModel *centres = sf_model_get_list (sf_workbook_get_model (self), SF_TYPE_CENTRE);
  g_autoptr (SfCentre) centre = g_list_model_get_item (centres, 0);

  return g_strdup_printf (_ ("Sixfold: signing key of %s"),
                          centre != NULL ? sf_centre_get_name (centre) : _ ("a centre"));
}

/* What anybody would try. */
static gboolean
check_new_passphrase (SfWorkbook *self, const char *passphrase, GError **error)
{
  GListModel *centres = sf_model_get_list (sf_workbook_get_model (self), SF_TYPE_CENTRE);
  g_autoptr (SfCentre) centre = g_list_model_get_item (centres, 0);
  const char *known[3] = { NULL };
  guint n = 0;

  if (centre != NULL)
    known[n++] = sf_centre_get_name (centre);
  if (centre != NULL && sf_centre_get_head_name (centre) != NULL)
    known[n++] = sf_centre_get_head_name (centre);
  return sf_passphrase_check (passphrase, known, error);
}

static gboolean
prepare (SfWorkbook *self, Opening *opening, const char *passphrase, GError **error)
{
  if (opening->road == SF_SIGNING_KEYRING)
    return TRUE;
  if (passphrase == NULL || *passphrase == '\0')
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("Please give the passphrase of the signing key."));
      return FALSE;
    }
  opening->passphrase = sf_key_work_keep (passphrase);
  opening->keys = sf_workbook_list_signing_keys_sync (self, error);
  if (opening->keys == NULL)
    return FALSE;
  return opening->keys->len > 0 || check_new_passphrase (self, passphrase, error);
}

void
sf_signing_keys_open (SfWorkbook *self,
                      SfSigningRoad road,
                      const char *passphrase,
                      const SfKeyringCost *cost,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  Opening *opening = g_new0 (Opening, 1);
  g_autoptr (GTask) thread = NULL;
  GError *error = NULL;

  opening->road = road;
  opening->file = *sf_workbook_get_uuid (self);
  opening->label = make_label (self);
  if (cost != NULL)
    {
      opening->kept_cost = *cost;
      opening->cost = &opening->kept_cost;
    }
  g_task_set_source_tag (task, sf_signing_keys_open);
  g_task_set_task_data (task, opening, opening_free);
  if (!prepare (self, opening, passphrase, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  thread = g_task_new (self, NULL, on_opened_cb, task);
  g_task_set_task_data (thread, opening, NULL);
  g_task_run_in_thread (thread, run_opening);
}

SfSecret *
sf_signing_keys_open_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

SfSecret *
sf_signing_keys_open_sync (SfWorkbook *self,
                           SfSigningRoad road,
                           const char *passphrase,
                           const SfKeyringCost *cost,
                           GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_signing_keys_open (self, road, passphrase, cost, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_signing_keys_open_finish (self, result, error);
}

gboolean
sf_signing_keys_is_in_file (SfWorkbook *self, gboolean *there, GError **error)
{
  g_autoptr (GPtrArray) keys = sf_workbook_list_signing_keys_sync (self, error);

  *there = keys != NULL && keys->len > 0;
  return keys != NULL;
}

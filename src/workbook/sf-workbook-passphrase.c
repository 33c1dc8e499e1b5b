/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-key-work.h"

#include "base/sf-error.h"
#include "base/sf-text.h"
#include "crypt/sf-passphrase.h"
#include "store/sf-keyrings.h"
#include "workbook/sf-opened.h"
#include "workbook/sf-step-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Who can open a record: the keyring is read by the writer's thread, tried and changed in one of
 * its own, for that takes long by design, and written by the writer's again. */

typedef struct
{
  GTask *task;
  SfUuid record;
  GBytes *before;
  GBytes *after;        /* NULL: nothing is changed */
  SfSecret *key;        /* of the record, once it is open */
  SfSecret *passphrase; /* that opens it; NULL: the key is there, or recovery has it */
  SfSecret *recovery;
  SfSecret *fresh; /* a passphrase that is set; NULL: none */
  SfUuid holder;   /* whose passphrase it is that opens it, or that is set */
  SfKeyringCost cost;
  gboolean usual_cost;
  char *name; /* who is let read; NULL otherwise */
} SfKeyWork;

static void
work_free (SfKeyWork *work)
{
  if (work->fresh != NULL)
    ((SfWorkbook *)g_task_get_source_object (work->task))->changing_keyring = FALSE;
  g_clear_pointer (&work->before, g_bytes_unref);
  g_clear_pointer (&work->after, g_bytes_unref);
  g_clear_pointer (&work->key, sf_secret_unref);
  g_clear_pointer (&work->passphrase, sf_secret_unref);
  g_clear_pointer (&work->recovery, sf_secret_unref);
  g_clear_pointer (&work->fresh, sf_secret_unref);
  g_object_unref (work->task);
  g_free (work->name);
  g_free (work);
}

SfSecret *
sf_key_work_keep (const char *text)
{
  return sf_secret_new (text, strlen (text));
}

const char *
sf_key_work_tell (SfSecret *text)
{
  return (const char *)sf_secret_get_data (text);
}

void
sf_key_work_make_holder (const char *who, SfUuid *holder)
{
  g_autofree char *folded = g_utf8_casefold (who, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (sum, (const guchar *)"sixfold reader", sizeof "sixfold reader");
  g_checksum_update (sum, (const guchar *)normal, -1);
  g_checksum_get_digest (sum, digest, &size);
  memcpy (holder->bytes, digest, sizeof holder->bytes);
}

void
sf_key_work_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static SfWorkbook *
workbook_of (SfKeyWork *work)
{
  return g_task_get_source_object (work->task);
}

/* Who unlocks it has it; what is changed of its locks leaves it with whoever has it. */
static void
open (SfKeyWork *work)
{
  SfUuid holder = work->holder;

  if (work->recovery != NULL)
    sf_key_work_make_holder (SF_OPENED_BY_RECOVERY, &holder);
  if (work->fresh == NULL)
    sf_opened_add (workbook_of (work), &work->record, work->key, &holder);
  else
    sf_opened_keep (workbook_of (work), &work->record, work->key, &holder);
}

static void
end (SfKeyWork *work, const GError *error)
{
  if (error != NULL)
    g_task_return_error (work->task, g_error_copy (error));
  else
    {
      open (work);
      g_task_return_boolean (work->task, TRUE);
    }
  work_free (work);
}

gboolean
sf_key_work_push (SfWorkbook *self, SfJobFunc run, SfJobDone done, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->writer != NULL)
    {
      sf_writer_push (self->writer, SF_JOB_STEP, run, done, data);
      return TRUE;
    }
  g_set_error_literal (&error, SF_ERROR, SF_ERROR_CANCELLED, _ ("The centre file is closed."));
  done (data, error);
  return FALSE;
}

/* --- in a thread -------------------------------------------------------------------------------
 */

/* With one passphrase, whoever's it is. */
static gboolean
open_by_passphrase (SfKeyWork *work, SfKeyring *keyring, GError **error)
{
  g_autoptr (GArray) holders = sf_keyring_list_holders (keyring);
  const SfUuid nobody = { { 0 } };

  if (holders->len == 0)
    g_array_append_val (holders, nobody);
  for (guint i = 0; work->key == NULL && i < holders->len; i++)
    {
      const SfUuid *holder = &g_array_index (holders, SfUuid, i);
      g_autoptr (GError) local = NULL;

      work->key = sf_keyring_open (keyring, holder, sf_key_work_tell (work->passphrase), &local);
      if (work->key != NULL && sf_uuid_is_nil (&work->holder))
        work->holder = *holder;
      if (local != NULL && !g_error_matches (local, SF_ERROR, SF_ERROR_INVALID))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  if (work->key == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                         _ ("That passphrase does not open this record. Capital and small letters, "
                            "and blanks, count."));
  return work->key != NULL;
}

static gboolean
do_work (SfKeyWork *work, GError **error)
{
  g_autoptr (SfKeyring) keyring = sf_keyring_new_from_bytes (&work->record, work->before, error);

  if (keyring == NULL)
    return FALSE;
  if (work->passphrase != NULL && !open_by_passphrase (work, keyring, error))
    return FALSE;
  if (work->recovery != NULL)
    work->key = sf_keyring_recover (keyring, work->recovery, error);
  if (work->key == NULL)
    return FALSE;
  if (work->fresh == NULL)
    return TRUE;
  if (!sf_keyring_put_passphrase (keyring, work->key, &work->holder, sf_key_work_tell (work->fresh),
                                  work->usual_cost ? NULL : &work->cost, error))
    return FALSE;
  work->after = sf_keyring_to_bytes (keyring);
  return TRUE;
}

static void
run_work (GTask *thread, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (do_work (data, &error))
    g_task_return_boolean (thread, TRUE);
  else
    g_task_return_error (thread, error);
}

/* --- on the writer's thread ----------------------------------------------------------------------
 */

static SfJobResult
write_keyring (SfStore *store, gpointer data, GError **error)
{
  SfKeyWork *work = data;

  return sf_keyrings_replace (store, &work->record, work->before, work->after, error)
             ? SF_JOB_DONE
             : SF_JOB_FAILED;
}

static void
on_keyring_written (gpointer data, const GError *error)
{
  end (data, error);
}

static void
on_step_written (SfWorkbook *self, const GError *error, gpointer data)
{
  end (data, error);
}

static char *
add_reader (SfPerformanceRecord *record, const char *name)
{
  const char *now = sf_performance_record_get_further_readers (record);
  g_auto (GStrv) names = g_strsplit (now != NULL ? now : "", "\n", -1);

  if (now == NULL)
    return g_strdup (name);
  return g_strv_contains ((const char *const *)names, name) ? g_strdup (now)
                                                            : g_strconcat (now, "\n", name, NULL);
}

/* The name and the keyring in one transaction. */
static void
write_reader (SfKeyWork *work)
{
  SfWorkbook *self = workbook_of (work);
  SfPerformanceRecord *record = sf_model_find (self->model, &work->record);
  g_autofree char *names = record != NULL ? add_reader (record, work->name) : NULL;
  SfStep *step;
  SfChangeSet *set;

  if (record == NULL || g_strcmp0 (names, sf_performance_record_get_further_readers (record)) == 0)
    {
      sf_key_work_push (self, write_keyring, on_keyring_written, work);
      return;
    }
  step = sf_step_new (_ ("Changed who may read a confidential record"));
  sf_step_set_text (step, SF_TYPE_PERFORMANCE_RECORD, &work->record,
                    SF_PERFORMANCE_RECORD_FURTHER_READERS, names);
  set = sf_step_steal_changes (step);
  set->kind = "barrier";
  set->keyring = g_bytes_ref (work->after);
  set->keyring_of = work->record;
  sf_workbook_enqueue_once (self, set, on_step_written, work);
}

static void
on_work_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfKeyWork *work = data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || work->after == NULL)
    end (work, error);
  else if (workbook_of (work)->writer == NULL || work->name == NULL)
    sf_key_work_push (workbook_of (work), write_keyring, on_keyring_written, work);
  else
    write_reader (work);
}

static SfJobResult
read_keyring (SfStore *store, gpointer data, GError **error)
{
  SfKeyWork *work = data;

  work->before = sf_keyrings_read (store, &work->record, error);
  return work->before != NULL ? SF_JOB_DONE : SF_JOB_FAILED;
}

static void
on_keyring_read (gpointer data, const GError *error)
{
  SfKeyWork *work = data;
  g_autoptr (GTask) thread = NULL;

  if (error != NULL)
    {
      end (work, error);
      return;
    }
  thread = g_task_new (workbook_of (work), NULL, on_work_done_cb, work);
  g_task_set_task_data (thread, work, NULL);
  g_task_run_in_thread (thread, run_work);
}

/* --- what is asked for ---------------------------------------------------------------------------
 */

static SfKeyWork *
work_new (SfWorkbook *self,
          SfPerformanceRecord *record,
          GAsyncReadyCallback callback,
          gpointer data)
{
  SfKeyWork *work = g_new0 (SfKeyWork, 1);

  work->task = g_task_new (self, NULL, callback, data);
  work->record = *sf_record_get_uuid (SF_RECORD (record));
  return work;
}

static void
start (SfKeyWork *work)
{
  sf_key_work_push (workbook_of (work), read_keyring, on_keyring_read, work);
}

gboolean
sf_key_work_check_passphrase (SfWorkbook *self,
                              const char *passphrase,
                              const char *person,
                              const char *reviewer,
                              GError **error)
{
  const char *known[] = { person, reviewer, NULL };

  return sf_passphrase_check (passphrase, known, error);
}

gboolean
sf_key_work_check_free (SfWorkbook *self, GError **error)
{
  if (!self->changing_keyring)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_BUSY,
                       _ ("Another passphrase is being set. Please wait a moment."));
  return FALSE;
}

/* What changes a keyring: one at a time, and only where it can be written. */
static gboolean
set_fresh (SfKeyWork *work,
           SfPerformanceRecord *record,
           const char *passphrase,
           const SfKeyringCost *cost,
           GError **error)
{
  SfWorkbook *self = workbook_of (work);

  if (!sf_workbook_check_writable (self, error)
      || !sf_key_work_check_passphrase (self, passphrase, sf_performance_record_get_person (record),
                                        sf_performance_record_get_reviewer (record), error))
    return FALSE;
  if (!sf_key_work_check_free (self, error))
    return FALSE;
  self->changing_keyring = TRUE;
  work->fresh = sf_key_work_keep (passphrase);
  work->usual_cost = cost == NULL;
  if (cost != NULL)
    work->cost = *cost;
  return TRUE;
}

void
sf_workbook_unlock_performance (SfWorkbook *self,
                                SfPerformanceRecord *record,
                                const char *passphrase,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  SfKeyWork *work;

  g_return_if_fail (SF_IS_PERFORMANCE_RECORD (record));
  g_return_if_fail (passphrase != NULL);

  work = work_new (self, record, callback, data);
  work->passphrase = sf_key_work_keep (passphrase);
  start (work);
}

gboolean
sf_workbook_performance_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
sf_workbook_unlock_performance_sync (SfWorkbook *self,
                                     SfPerformanceRecord *record,
                                     const char *passphrase,
                                     GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_unlock_performance (self, record, passphrase, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_workbook_performance_finish (self, result, error);
}

void
sf_workbook_change_passphrase (SfWorkbook *self,
                               SfPerformanceRecord *record,
                               const char *old_passphrase,
                               const char *new_passphrase,
                               const SfKeyringCost *cost,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  SfKeyWork *work = work_new (self, record, callback, data);
  g_autoptr (GError) error = NULL;

  work->passphrase = sf_key_work_keep (old_passphrase);
  if (set_fresh (work, record, new_passphrase, cost, &error))
    start (work);
  else
    end (work, error);
}

gboolean
sf_workbook_change_passphrase_sync (SfWorkbook *self,
                                    SfPerformanceRecord *record,
                                    const char *old_passphrase,
                                    const char *new_passphrase,
                                    const SfKeyringCost *cost,
                                    GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_change_passphrase (self, record, old_passphrase, new_passphrase, cost, sf_sync_cb,
                                 &result);
  sf_key_work_wait (&result);
  return sf_workbook_performance_finish (self, result, error);
}

/* Else a person would let in who writes the reviewer's words. */
gboolean
sf_workbook_may_let_read (SfWorkbook *self, SfPerformanceRecord *record)
{
  SfPerformanceOpener opener = sf_workbook_get_opener (self, record);

  /* what is judged of the head is the head's alone, and who is let in only reads */
  if (sf_performance_record_get_evaluation (record) != NULL)
    return opener == SF_PERFORMANCE_BY_PERSON;
  return opener == SF_PERFORMANCE_BY_BOTH
         || sf_performance_may_write (opener, SF_PERFORMANCE_REVIEWERS);
}

static gboolean
check_may_let (SfWorkbook *self, SfPerformanceRecord *record, GError **error)
{
  if (!sf_workbook_is_unlocked (self, record) || sf_workbook_may_let_read (self, record))
    return TRUE;
  g_set_error_literal (
      error, SF_ERROR, SF_ERROR_INVALID,
      sf_performance_record_get_evaluation (record) != NULL
          ? _ ("Only the head lets another person read, after unlocking it with their passphrase.")
          : _ ("Who is let in writes what the reviewer writes. So the reviewer lets them in, after "
               "unlocking the record with their own passphrase."));
  return FALSE;
}

void
sf_workbook_let_read (SfWorkbook *self,
                      SfPerformanceRecord *record,
                      const char *name,
                      const char *passphrase,
                      const SfKeyringCost *cost,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  SfKeyWork *work = work_new (self, record, callback, data);
  g_autoptr (GError) error = NULL;
  SfSecret *key = NULL;

  work->name = sf_text_clean (name);
  if (sf_text_check_name (name, &error) && check_may_let (self, record, &error))
    key = sf_opened_get_key (self, &work->record, &error);
  if (key == NULL || !set_fresh (work, record, passphrase, cost, &error))
    {
      end (work, error);
      return;
    }
  work->key = sf_secret_ref (key);
  sf_key_work_make_holder (work->name, &work->holder);
  start (work);
}

gboolean
sf_workbook_let_read_sync (SfWorkbook *self,
                           SfPerformanceRecord *record,
                           const char *name,
                           const char *passphrase,
                           const SfKeyringCost *cost,
                           GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_let_read (self, record, name, passphrase, cost, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_workbook_performance_finish (self, result, error);
}

/* --- the recovery key
 * ------------------------------------------------------------------------------
 */

/* Of somebody whom the record names. */
static gboolean
find_reader (SfPerformanceRecord *record, const char *reader, SfUuid *holder, GError **error)
{
  const char *further = sf_performance_record_get_further_readers (record);
  g_auto (GStrv) names = g_strsplit (further != NULL ? further : "", "\n", -1);

  if (g_strcmp0 (reader, sf_performance_record_get_person (record)) == 0)
    sf_key_work_make_holder (SF_KEY_WORK_PERSON, holder);
  else if (reader != NULL && g_strcmp0 (reader, sf_performance_record_get_reviewer (record)) == 0)
    sf_key_work_make_holder (SF_KEY_WORK_REVIEWER, holder);
  else if (reader != NULL && g_strv_contains ((const char *const *)names, reader))
    sf_key_work_make_holder (reader, holder);
  else
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                           _ ("Nobody of that name may read this record."));
      return FALSE;
    }
  return TRUE;
}

void
sf_workbook_recover_performance (SfWorkbook *self,
                                 SfPerformanceRecord *record,
                                 const char *recovery_key,
                                 const char *reader,
                                 const char *passphrase,
                                 const SfKeyringCost *cost,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  SfKeyWork *work = work_new (self, record, callback, data);
  g_autoptr (GError) error = NULL;

  if (find_reader (record, reader, &work->holder, &error))
    work->recovery = sf_recovery_parse (recovery_key, &error);
  if (work->recovery != NULL && set_fresh (work, record, passphrase, cost, &error))
    start (work);
  else
    end (work, error);
}

gboolean
sf_workbook_recover_performance_sync (SfWorkbook *self,
                                      SfPerformanceRecord *record,
                                      const char *recovery_key,
                                      const char *reader,
                                      const char *passphrase,
                                      const SfKeyringCost *cost,
                                      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_recover_performance (self, record, recovery_key, reader, passphrase, cost, sf_sync_cb,
                                   &result);
  sf_key_work_wait (&result);
  return sf_workbook_performance_finish (self, result, error);
}

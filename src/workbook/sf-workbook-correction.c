/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-clock.h"
#include "base/sf-digest.h"
#include "base/sf-text.h"
#include "store/sf-content.h"
#include "store/sf-seals.h"
#include "workbook/sf-departures.h"
#include "workbook/sf-edit-private.h"
#include "workbook/sf-step-private.h"
#include "workbook/sf-store-task.h"
#include "workbook/sf-workbook-seal.h"

/* After sealing: a correction, the pages to the letter, and keys that lie in the file. */

gboolean
sf_workbook_begin_correction (
    SfWorkbook *self, SfEvaluation *evaluation, const char *reason, const char *by, GError **error)
{
  g_autofree char *label = NULL;
  SfSeal *seal;
  SfStep *step;

  g_return_val_if_fail (SF_IS_EVALUATION (evaluation), FALSE);

  if (!sf_workbook_check_writable (self, error))
    return FALSE;
  seal = sf_model_get_shut_seal (self->model, evaluation);
  if (seal == NULL)
    return sf_edit_refuse (error, sf_model_get_seal (self->model, evaluation) != NULL
                                      ? _ ("A correction of this evaluation has begun already.")
                                      : _ ("This evaluation is not sealed; it can be changed "
                                           "without a correction."));
  if (!sf_edit_check_line (reason, _ ("the reason for the correction"), error)
      || (by != NULL && !sf_edit_check_line (by, _ ("who begins the correction"), error)))
    return FALSE;
  label = g_strdup_printf (_ ("Began a correction of %s"), sf_evaluation_get_title (evaluation));
  step = sf_step_new (label);
  sf_edit_int (step, seal, SF_SEAL_CORRECTED_AT, sf_clock_now ());
  sf_edit_text (step, seal, SF_SEAL_CORRECTION, reason);
  if (by != NULL)
    sf_edit_text (step, seal, SF_SEAL_CORRECTED_BY, by);
  sf_workbook_enqueue (self, sf_step_steal_barrier (step), "edit");
  return TRUE;
}

/* --- the pages -------------------------------------------------------------------------------- */

static gboolean
set_lost (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                       _ ("The pages of this sealed report are not in the file as they were "
                          "sealed. A backup may have them whole."));
  return FALSE;
}

static gboolean
read_chunks (SfStore *store, gint64 content, GByteArray *pages, GError **error)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GBytes) bytes = sf_content_read (store, content, i, &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (bytes == NULL)
        return TRUE;
      g_byte_array_append (pages, g_bytes_get_data (bytes, NULL), (guint)g_bytes_get_size (bytes));
      if (pages->len > SF_SEAL_MAX_PDF)
        return set_lost (error);
    }
}

static SfJobResult
read_pages (SfStore *store, gpointer data, GError **error)
{
  SfStoreTask *task = data;
  g_autoptr (GByteArray) pages = g_byte_array_new ();
  g_autoptr (SfDigest) digest = sf_digest_new ();
  gint64 content, size;

  if (!sf_content_find (store, task->words, &content, &size, error))
    return SF_JOB_FAILED;
  if (content == 0)
    {
      set_lost (error);
      return SF_JOB_FAILED;
    }
  if (!read_chunks (store, content, pages, error))
    return SF_JOB_FAILED;
  sf_digest_update (digest, pages->data, pages->len);
  if (!g_str_equal (sf_digest_get_string (digest), task->words))
    {
      set_lost (error);
      return SF_JOB_FAILED;
    }
  task->free_result = (GDestroyNotify)g_bytes_unref;
  task->result = g_byte_array_free_to_bytes (g_steal_pointer (&pages));
  return SF_JOB_DONE;
}

GBytes *
sf_workbook_read_seal_pdf_sync (SfWorkbook *self, SfSeal *seal, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_return_val_if_fail (SF_IS_SEAL (seal), NULL);

  if (sf_seal_get_pdf_gone_at (seal) != SF_NULL_INT)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                           _ ("The pages of this report were destroyed for data protection. What "
                              "the seal says of them is still there."));
      return NULL;
    }
  sf_store_task_push (self, g_task_new (self, NULL, sf_sync_cb, &result),
                      sf_seal_get_pdf_digest (seal), 0, SF_JOB_STEP, read_pages);
  sf_sync_wait (self, &result);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sf_workbook_note_seal_left (SfWorkbook *self, SfSeal *seal, const char *place)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, seal);
  sf_workbook_note_departure (self, records, "copy", place);
}

/* --- keys in the file ---------------------------------------------------------------------------
 */

static SfJobResult
list_keys (SfStore *store, gpointer data, GError **error)
{
  SfStoreTask *task = data;

  task->free_result = (GDestroyNotify)g_ptr_array_unref;
  task->result = sf_seals_list_keys (store, error);
  return task->result != NULL ? SF_JOB_DONE : SF_JOB_FAILED;
}

GPtrArray *
sf_workbook_list_signing_keys_sync (SfWorkbook *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_store_task_push (self, g_task_new (self, NULL, sf_sync_cb, &result), NULL, 0, SF_JOB_STEP,
                      list_keys);
  sf_sync_wait (self, &result);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static SfJobResult
put_key (SfStore *store, gpointer data, GError **error)
{
  SfStoreTask *task = data;
  GBytes *locked = task->result;
  g_autoptr (GBytes) public_key = sf_signature_get_locked_public (locked);

  return sf_seals_put_key (store, public_key, locked, error) ? SF_JOB_DONE : SF_JOB_FAILED;
}

gboolean
sf_workbook_put_signing_key_sync (SfWorkbook *self, GBytes *locked, GError **error)
{
  g_autoptr (GBytes) public_key = sf_signature_get_locked_public (locked);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) kept = NULL;

  g_return_val_if_fail (public_key != NULL, FALSE);

  if (!sf_workbook_check_writable (self, error))
    return FALSE;
  sf_store_task_push_into (self, g_task_new (self, NULL, sf_sync_cb, &result), g_bytes_ref (locked),
                           (GDestroyNotify)g_bytes_unref, SF_JOB_STEP, put_key);
  sf_sync_wait (self, &result);
  kept = g_task_propagate_pointer (G_TASK (result), error);
  return kept != NULL;
}

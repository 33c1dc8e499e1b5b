/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-seal-verify.h"

#include "base/sf-digest.h"
#include "base/sf-error.h"
#include "crypt/sf-signature.h"
#include "store/sf-content.h"
#include "store/sf-mapper.h"
#include "store/sf-record-check.h"
#include "store/sf-step-writer.h"
#include "workbook/sf-seal-verify-private.h"
#include "workbook/sf-store-task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A row is named so many times at most: a file that was written by something else has thousands. */
#define MOST_FAULTS 200

const char *
sf_seal_fault_kind_to_word (SfSealFaultKind kind)
{
  static const char *const words[] = { "data", "pages", "signature", "history" };

  return words[kind];
}

static void
fault_free (gpointer data)
{
  SfSealFault *fault = data;

  g_free (fault->sentence);
  g_free (fault);
}

void
sf_seal_add_fault (GPtrArray *faults, SfSealFaultKind kind, char *sentence)
{
  SfSealFault *fault;

  if (faults->len >= MOST_FAULTS)
    {
      g_free (sentence);
      return;
    }
  fault = g_new0 (SfSealFault, 1);
  fault->kind = kind;
  fault->sentence = sentence;
  g_ptr_array_add (faults, fault);
}

static void
verdict_free (gpointer data)
{
  SfSealVerdict *verdict = data;

  g_ptr_array_unref (verdict->faults);
  g_string_free (verdict->note, TRUE);
  g_free (verdict->evaluation);
  g_free (verdict->fingerprint);
  g_free (verdict->key);
  g_free (verdict->told);
  g_free (verdict);
}

void
sf_seals_report_free (SfSealsReport *report)
{
  g_ptr_array_unref (report->faults);
  g_ptr_array_unref (report->verdicts);
  g_free (report);
}

gboolean
sf_seals_report_is_sound (const SfSealsReport *report)
{
  for (guint i = 0; i < report->verdicts->len; i++)
    if (((const SfSealVerdict *)report->verdicts->pdata[i])->faults->len > 0)
      return FALSE;
  return report->faults->len == 0;
}

/* --- the seal itself -------------------------------------------------------------------------- */

/* What one column of one row is, as bytes; NULL where it is nothing. */
static GBytes *
read_bytes (SfSql *sql, const char *query, const SfUuid *uuid, GError **error)
{
  sqlite3_stmt *select = sf_sql_prepare (sql, query, error);
  GBytes *bytes = NULL;
  gboolean row;

  if (select == NULL)
    return NULL;
  sf_sql_bind_uuid (select, 1, uuid);
  if (!sf_sql_step (sql, select, &row, error) || !row)
    return NULL;
  if (sqlite3_column_type (select, 0) != SQLITE_NULL)
    bytes = g_bytes_new (sqlite3_column_blob (select, 0), (gsize)sqlite3_column_bytes (select, 0));
  sqlite3_reset (select);
  return bytes;
}

static gboolean
read_centre (SfSql *sql, SfSeal *seal, SfUuid *centre)
{
  g_autoptr (GBytes) bytes = read_bytes (sql,
                                         "SELECT c.uuid FROM evaluation AS e JOIN centre AS c ON"
                                         " c.id = e.centre WHERE e.uuid = ?",
                                         sf_seal_get_evaluation (seal), NULL);

  if (bytes == NULL || g_bytes_get_size (bytes) != sizeof centre->bytes)
    return FALSE;
  memcpy (centre->bytes, g_bytes_get_data (bytes, NULL), sizeof centre->bytes);
  return TRUE;
}

static void
check_signature (SfVerifying *self)
{
  SfSql *sql = sf_store_get_sql (self->store);
  g_autofree SfValue *row = g_new0 (SfValue, SF_SEAL_N_COLUMNS);
  g_autoptr (GBytes) before = NULL, message = NULL;

  for (guint i = 0; i < SF_SEAL_N_COLUMNS; i++)
    row[i] = *sf_record_get_nth (SF_RECORD (self->seal), i); /* borrowed */
  if (sf_seal_get_predecessor (self->seal) != NULL)
    before = read_bytes (sql, "SELECT signature FROM seal WHERE uuid = ?",
                         sf_seal_get_predecessor (self->seal), NULL);
  message = sf_seal_form_message (sf_record_get_uuid (SF_RECORD (self->seal)), row, &self->centre,
                                  before);
  if (!sf_signature_verify (sf_seal_get_public_key (self->seal), message,
                            sf_seal_get_signature (self->seal)))
    sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_SIGNATURE,
                       g_strdup (_ ("The signature does not fit what the seal says of itself: its "
                                    "version, days, digests, fingerprint, key or the signature was "
                                    "changed.")));
}

static void
check_fingerprint (SfVerifying *self)
{
  GBytes *root = sf_seal_get_data_root (self->seal), *head = sf_seal_get_chain_head (self->seal);
  g_autofree char *made
      = sf_seal_form_fingerprint (g_bytes_get_data (root, NULL), g_bytes_get_data (head, NULL),
                                  sf_seal_get_framework_digest (self->seal), &self->centre,
                                  sf_seal_get_evaluation (self->seal),
                                  sf_seal_get_meeting_on (self->seal),
                                  sf_seal_get_version (self->seal));

  if (g_strcmp0 (made, sf_seal_get_fingerprint (self->seal)) != 0)
    sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_SIGNATURE,
                       g_strdup (_ ("The fingerprint is not the one that belongs to what was "
                                    "sealed.")));
}

static gboolean
check_framework (SfVerifying *self, GError **error)
{
  GError *local = NULL;
  g_autofree char *digest
      = sf_seal_data_digest_framework (self->store, sf_seal_get_evaluation (self->seal), &local);

  if (digest == NULL && !g_error_matches (local, SF_ERROR, SF_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  g_clear_error (&local);
  if (g_strcmp0 (digest, sf_seal_get_framework_digest (self->seal)) != 0)
    sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_DATA,
                       g_strdup (_ ("The framework that the evaluation is against is not as it was "
                                    "sealed.")));
  return TRUE;
}

/* --- its place in the history ----------------------------------------------------------------- */

static gboolean
check_place (SfVerifying *self, GError **error)
{
  GError *local = NULL;
  g_autoptr (GBytes) parent
      = read_bytes (sf_store_get_sql (self->store),
                    "SELECT s.parent FROM change AS c JOIN step AS s ON s.id = c.step WHERE"
                    " c.operation = 'insert' AND c.record_table = 'seal' AND c.record = ?",
                    sf_record_get_uuid (SF_RECORD (self->seal)), &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (parent == NULL)
    sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_HISTORY,
                       g_strdup (_ ("The history does not know that this report was sealed.")));
  else if (!g_bytes_equal (parent, sf_seal_get_chain_head (self->seal)))
    sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_HISTORY,
                       g_strdup (_ ("The history before this report is not the one that was "
                                    "sealed with it.")));
  return TRUE;
}

/* --- the pages -------------------------------------------------------------------------------- */

static gboolean
digest_pages (SfStore *store, gint64 content, SfDigest *digest, gint64 *size, GError **error)
{
  *size = 0;
  for (guint i = 0;; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GBytes) bytes = sf_content_read (store, content, i, &local);

      /* damage is what is looked for */
      if (local != NULL && !g_error_matches (local, SF_ERROR, SF_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (bytes == NULL)
        return TRUE;
      sf_digest_update (digest, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      *size += (gint64)g_bytes_get_size (bytes);
    }
}

/* In a backup that was cleaned the pages may be gone, and the row does not say so. */
static gboolean
are_pages_excused (SfVerifying *self)
{
  return sf_seal_get_pdf_gone_at (self->seal) != SF_NULL_INT || self->erased_why != NULL;
}

static gboolean
check_pages (SfVerifying *self, GError **error)
{
  g_autoptr (SfDigest) digest = sf_digest_new ();
  gint64 content, size, read;

  if (!sf_content_find (self->store, sf_seal_get_pdf_digest (self->seal), &content, &size, error))
    return FALSE;
  self->verdict->has_pages = content != 0;
  if (content == 0 && are_pages_excused (self))
    return TRUE;
  if (content == 0)
    {
      sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_PAGES,
                         g_strdup (_ ("The pages of the report are missing.")));
      return TRUE;
    }
  if (!digest_pages (self->store, content, digest, &read, error))
    return FALSE;
  if (size != sf_seal_get_pdf_size (self->seal) || read != size
      || !g_str_equal (sf_digest_get_string (digest), sf_seal_get_pdf_digest (self->seal)))
    sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_PAGES,
                       g_strdup (_ ("The pages of the report are not those that were signed.")));
  return TRUE;
}

/* --- all of one ------------------------------------------------------------------------------- */

static gboolean
find_standing (SfVerifying *self, GError **error)
{
  g_autofree char *query = NULL;
  gint64 newer = 0;
  SfSql *sql = sf_store_get_sql (self->store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql,
                        "SELECT EXISTS (SELECT 1 FROM seal AS n JOIN seal AS s ON s.evaluation ="
                        " n.evaluation WHERE s.uuid = ? AND n.version > s.version)",
                        error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_uuid (select, 1, sf_record_get_uuid (SF_RECORD (self->seal)));
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  newer = sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  self->stands = newer == 0 && sf_seal_get_corrected_at (self->seal) == SF_NULL_INT;
  return TRUE;
}

static gboolean
verify_one (SfVerifying *self, GError **error)
{
  if (!sf_seal_is_whole (self->seal))
    {
      sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_SIGNATURE,
                         g_strdup (_ ("The seal itself is damaged: it does not say any more what "
                                      "was sealed.")));
      return TRUE;
    }
  self->verdict->fields = (guint)sf_seal_get_leaves (self->seal);
  if (!read_centre (sf_store_get_sql (self->store), self->seal, &self->centre))
    sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_DATA,
                       g_strdup (_ ("The evaluation or the centre that was sealed is missing.")));
  else
    {
      check_fingerprint (self);
      if (!check_framework (self, error))
        return FALSE;
    }
  check_signature (self);
  return find_standing (self, error) && sf_seal_verify_data (self, error)
         && check_place (self, error) && check_pages (self, error);
}

/* --- all of the file -------------------------------------------------------------------------- */

typedef struct
{
  SfSealsReport *report;
  GPtrArray *seals; /* of SfSeal; NULL until they are read */
  GHashTable *left_out;
  guint next;
  GPtrArray *files; /* of SfSealedFile, once the seals are done */
  guint next_file;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->seals, g_ptr_array_unref);
  g_clear_pointer (&work->files, g_ptr_array_unref);
  g_clear_pointer (&work->report, sf_seals_report_free);
  g_hash_table_unref (work->left_out);
  g_free (work);
}

static void
take_problems (SfSealsReport *report, GPtrArray *problems, SfSealFaultKind kind)
{
  for (guint i = 0; i < problems->len; i++)
    sf_seal_add_fault (report->faults, kind, g_strdup (problems->pdata[i]));
}

/* The chain, the records, and which seals there are. */
static gboolean
read_file (Work *work, SfStore *store, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  gint64 after = 0;

  if (!sf_step_verify_chain (store, &work->report->steps, steps, error)
      || !sf_record_check_run (store, records, error))
    return FALSE;
  take_problems (work->report, steps, SF_SEAL_FAULT_HISTORY);
  take_problems (work->report, records, SF_SEAL_FAULT_DATA);
  if (!sf_sql_has_table (sf_store_get_sql (store), "seal"))
    {
      work->seals = g_ptr_array_new ();
      return TRUE;
    }
  work->seals = sf_mapper_read_some (store, SF_TYPE_SEAL, &after, G_MAXINT, error);
  return work->seals != NULL;
}

static SfSealVerdict *
verdict_new (SfSeal *seal)
{
  SfSealVerdict *verdict = g_new0 (SfSealVerdict, 1);

  verdict->seal = *sf_record_get_uuid (SF_RECORD (seal));
  verdict->version = sf_seal_get_version (seal);
  verdict->fingerprint = g_strdup (sf_seal_get_fingerprint (seal));
  if (sf_seal_is_whole (seal))
    verdict->key = sf_signature_key_to_line (sf_seal_get_public_key (seal));
  verdict->note = g_string_new (NULL);
  verdict->faults = g_ptr_array_new_with_free_func (fault_free);
  return verdict;
}

/* One file at a time, so that a step can slip between. */
static SfJobResult
run_file (Work *work, SfStore *store, GError **error)
{
  if (work->files == NULL)
    work->files = sf_seal_list_files (store, error);
  if (work->files == NULL)
    return SF_JOB_FAILED;
  if (work->next_file == work->files->len)
    return SF_JOB_DONE;
  if (!sf_seal_verify_file (store, work->files->pdata[work->next_file++], work->report->faults,
                            error))
    return SF_JOB_FAILED;
  return SF_JOB_AGAIN;
}

static SfJobResult
run_verifying (SfStore *store, gpointer data, GError **error)
{
  SfStoreTask *task = data;
  Work *work = task->result;
  SfVerifying one = { .store = store, .left_out = work->left_out };
  gboolean done;

  if (work->seals == NULL)
    {
      if (!read_file (work, store, error))
        return SF_JOB_FAILED;
      return work->seals->len > 0 ? SF_JOB_AGAIN : SF_JOB_DONE;
    }
  if (work->next == work->seals->len)
    return run_file (work, store, error);
  one.seal = work->seals->pdata[work->next++];
  one.verdict = verdict_new (one.seal);
  g_ptr_array_add (work->report->verdicts, one.verdict);
  done = verify_one (&one, error);
  g_free (one.erased_why);
  if (!done)
    return SF_JOB_FAILED;
  return SF_JOB_AGAIN;
}

void
sf_workbook_verify_seals (SfWorkbook *self, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  GListModel *all;
  Work *work;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  g_task_set_source_tag (task, sf_workbook_verify_seals);
  work = g_new0 (Work, 1);
  work->report = g_new0 (SfSealsReport, 1);
  work->report->faults = g_ptr_array_new_with_free_func (fault_free);
  work->report->verdicts = g_ptr_array_new_with_free_func (verdict_free);
  work->left_out = g_hash_table_new_full (sf_uuid_hash, sf_uuid_equal, g_free,
                                          (GDestroyNotify)g_hash_table_unref);
  all = sf_model_get_list (self->model, SF_TYPE_EVALUATION);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SfEvaluation) evaluation = g_list_model_get_item (all, i);

      g_hash_table_insert (work->left_out,
                           g_memdup2 (sf_record_get_uuid (SF_RECORD (evaluation)), sizeof (SfUuid)),
                           sf_seal_list_left_out (self->model, evaluation));
    }
  sf_store_task_push_into (self, task, work, work_free, SF_JOB_SLOW, run_verifying);
}

/* What is told of each by the model. */
static void
tell (SfWorkbook *self, SfSealsReport *report)
{
  for (guint i = 0; i < report->verdicts->len; i++)
    {
      SfSealVerdict *verdict = report->verdicts->pdata[i];
      SfSeal *seal = sf_model_find (self->model, &verdict->seal);
      SfEvaluation *evaluation
          = seal != NULL ? sf_model_find (self->model, sf_seal_get_evaluation (seal)) : NULL;

      verdict->told = seal != NULL ? sf_seal_tell (self->model, seal) : g_strdup ("");
      verdict->evaluation
          = g_strdup (evaluation != NULL ? sf_evaluation_get_title (evaluation) : "");
    }
}

SfSealsReport *
sf_workbook_verify_seals_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  Work *work;
  SfSealsReport *report;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  work = g_task_propagate_pointer (G_TASK (result), error);
  if (work == NULL)
    return NULL;
  report = g_steal_pointer (&work->report);
  work_free (work);
  tell (self, report);
  return report;
}

SfSealsReport *
sf_workbook_verify_seals_sync (SfWorkbook *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_verify_seals (self, sf_sync_cb, &result);
  sf_sync_wait (self, &result);
  return sf_workbook_verify_seals_finish (self, result, error);
}

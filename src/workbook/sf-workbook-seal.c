/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-seal.h"

#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "base/sf-digest.h"
#include "base/sf-text.h"
#include "store/sf-content.h"
#include "store/sf-seals.h"
#include "workbook/sf-edit-private.h"
#include "workbook/sf-seal-private.h"
#include "workbook/sf-step-private.h"
#include "workbook/sf-store-task.h"

#include <string.h>

struct _SfSealBegun
{
  SfUuid uuid;
  SfUuid evaluation;
  SfUuid centre;
  SfUuid before; /* nil for the first version */
  GBytes *signature_before;
  char *audience;
  char *sealed_by;
  char *office;
  char *accepted_by;
  char *meeting_on;
  char *reason;
  guint version;
  gint64 sealed_at;
  GHashTable *left_out;
  char *framework_digest;
  char *fingerprint;
  guint8 root[SF_HASH_SIZE];
  guint8 head[SF_HASH_SIZE];
  GPtrArray *leaves; /* of SfSealLeaf */
};

void
sf_seal_begun_free (SfSealBegun *begun)
{
  g_clear_pointer (&begun->signature_before, g_bytes_unref);
  g_clear_pointer (&begun->left_out, g_hash_table_unref);
  g_clear_pointer (&begun->leaves, g_ptr_array_unref);
  g_free (begun->audience);
  g_free (begun->sealed_by);
  g_free (begun->office);
  g_free (begun->accepted_by);
  g_free (begun->meeting_on);
  g_free (begun->reason);
  g_free (begun->framework_digest);
  g_free (begun->fingerprint);
  g_free (begun);
}

const char *
sf_seal_begun_get_fingerprint (const SfSealBegun *begun)
{
  return begun->fingerprint;
}

guint
sf_seal_begun_get_version (const SfSealBegun *begun)
{
  return begun->version;
}

guint
sf_seal_begun_count_fields (const SfSealBegun *begun)
{
  return begun->leaves->len;
}

/* --- whether it can be sealed ----------------------------------------------------------------- */

char *
sf_workbook_tell_shut (SfWorkbook *self, SfEvaluation *evaluation)
{
  SfSeal *seal = sf_model_get_shut_seal (self->model, evaluation);
  g_autofree char *iso = NULL, *day = NULL;

  if (seal == NULL)
    return NULL;
  iso = sf_date_of_instant (sf_seal_get_sealed_at (seal));
  day = sf_date_format (iso);
  return g_strdup_printf (
      _ ("This evaluation was accepted and sealed on %s. To correct it, begin a "
         "correction."),
      day);
}

static gboolean
check_meeting (const char *meeting_on, GError **error)
{
  g_autofree char *today = sf_clock_today ();

  if (!sf_edit_check_date (meeting_on, TRUE, error))
    return FALSE;
  if (strcmp (meeting_on, today) <= 0)
    return TRUE;
  return sf_edit_refuse (error,
                         _ ("The meeting is still to come. A report is sealed once a meeting "
                            "has accepted it."));
}

gboolean
sf_workbook_check_seal (SfWorkbook *self,
                        SfEvaluation *evaluation,
                        const SfSealTerms *terms,
                        GError **error)
{
  g_autofree char *shut = NULL;
  SfSeal *before;

  g_return_val_if_fail (SF_IS_WORKBOOK (self) && SF_IS_EVALUATION (evaluation), FALSE);
  g_return_val_if_fail (terms != NULL && terms->audience != NULL, FALSE);

  if (!sf_workbook_check_writable (self, error))
    return FALSE;
  shut = sf_workbook_tell_shut (self, evaluation);
  if (shut != NULL)
    return sf_edit_refuse (error, shut);
  before = sf_model_get_seal (self->model, evaluation);
  if (before != NULL && !sf_seal_is_whole (before))
    return sf_edit_refuse (error, _ ("The seal of the version before is damaged, so this one "
                                     "cannot follow it. A backup may have it whole."));
  return sf_edit_check_line (terms->sealed_by, _ ("the name of who seals it"), error)
         && (terms->office == NULL || sf_text_check_line (terms->office, error))
         && (terms->accepted_by == NULL || sf_text_check_line (terms->accepted_by, error))
         && check_meeting (terms->meeting_on, error);
}

/* --- reading what is sealed ------------------------------------------------------------------- */

GHashTable *
sf_seal_list_left_out (SfModel *model, SfEvaluation *evaluation)
{
  SfFramework *framework = sf_model_get_framework (model, evaluation);
  GPtrArray *statements = framework != NULL ? sf_framework_get_statements (framework) : NULL;
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    if (sf_statement_get_subject (statements->pdata[i]) == SF_SUBJECT_HEAD)
      g_hash_table_add (codes, g_strdup (sf_statement_get_code (statements->pdata[i])));
  return codes;
}

static void
add_name (SfSealBegun *begun, const char *field, const char *text)
{
  g_auto (SfValue) value = SF_VALUE_INIT;

  sf_value_set_text (&value, text);
  g_ptr_array_add (begun->leaves, sf_seal_leaf_new ("seal", &begun->uuid, field, &value));
}

/* Names are leaves, so that they can be erased like all others. */
static void
add_names (SfSealBegun *begun)
{
  add_name (begun, "sealed_by", begun->sealed_by);
  add_name (begun, "office", begun->office);
  add_name (begun, "accepted_by", begun->accepted_by);
  add_name (begun, "reason", begun->reason);
  g_ptr_array_sort (begun->leaves, sf_seal_leaf_compare);
}

static SfJobResult
read_sealed (SfStore *store, gpointer data, GError **error)
{
  SfStoreTask *task = data;
  SfSealBegun *begun = task->result;

  begun->leaves = sf_seal_data_collect (store, &begun->evaluation, begun->left_out, error);
  if (begun->leaves == NULL)
    return SF_JOB_FAILED;
  add_names (begun);
  sf_seal_form_root (begun->leaves, begun->root);
  begun->framework_digest = sf_seal_data_digest_framework (store, &begun->evaluation, error);
  if (begun->framework_digest == NULL || !sf_seals_read_head (store, begun->head, error))
    return SF_JOB_FAILED;
  begun->fingerprint
      = sf_seal_form_fingerprint (begun->root, begun->head, begun->framework_digest, &begun->centre,
                                  &begun->evaluation, begun->meeting_on, begun->version);
  return SF_JOB_DONE;
}

static SfSealBegun *
begun_new (SfWorkbook *self, SfEvaluation *evaluation, const SfSealTerms *terms)
{
  SfSealBegun *begun = g_new0 (SfSealBegun, 1);
  SfSeal *before = sf_model_get_seal (self->model, evaluation);

  sf_uuid_init_v7 (&begun->uuid);
  begun->evaluation = *sf_record_get_uuid (SF_RECORD (evaluation));
  begun->centre = *sf_evaluation_get_centre (evaluation);
  begun->audience = g_strdup (terms->audience);
  begun->sealed_by = sf_text_clean (terms->sealed_by);
  begun->office = terms->office != NULL ? sf_text_clean (terms->office) : NULL;
  begun->accepted_by = terms->accepted_by != NULL ? sf_text_clean (terms->accepted_by) : NULL;
  begun->meeting_on = g_strdup (terms->meeting_on);
  begun->version = sf_model_get_next_version (self->model, evaluation);
  begun->sealed_at = sf_clock_now ();
  begun->left_out = sf_seal_list_left_out (self->model, evaluation);
  if (before == NULL)
    return begun;
  begun->before = *sf_record_get_uuid (SF_RECORD (before));
  begun->signature_before = g_bytes_ref (sf_seal_get_signature (before));
  begun->reason = g_strdup (sf_seal_get_correction (before));
  return begun;
}

void
sf_workbook_begin_seal (SfWorkbook *self,
                        SfEvaluation *evaluation,
                        const SfSealTerms *terms,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  GError *error = NULL;

  g_task_set_source_tag (task, sf_workbook_begin_seal);
  if (!sf_workbook_check_seal (self, evaluation, terms, &error) || !sf_workbook_sync (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  sf_store_task_push_into (self, g_steal_pointer (&task), begun_new (self, evaluation, terms),
                           (GDestroyNotify)sf_seal_begun_free, SF_JOB_STEP, read_sealed);
}

SfSealBegun *
sf_workbook_begin_seal_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

SfSealBegun *
sf_workbook_begin_seal_sync (SfWorkbook *self,
                             SfEvaluation *evaluation,
                             const SfSealTerms *terms,
                             GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_begin_seal (self, evaluation, terms, sf_sync_cb, &result);
  sf_sync_wait (self, &result);
  return sf_workbook_begin_seal_finish (self, result, error);
}

/* --- the pages go into the file, then the step --------------------------------------------------
 */

typedef struct
{
  GTask *task;
  GBytes *pdf;
  char *digest;
  gsize written;
  gint64 content;
  gboolean kept; /* this content is ours */
  SfChangeSet *set;
  SfUuid uuid;
} Sealing;

static void
sealing_free (Sealing *self)
{
  g_clear_pointer (&self->set, sf_change_set_free);
  g_clear_object (&self->task);
  g_bytes_unref (self->pdf);
  g_free (self->digest);
  g_free (self);
}

static void
set_uuid (SfValue *row, guint column, const SfUuid *uuid)
{
  sf_value_set_uuid (&row[column], sf_uuid_is_nil (uuid) ? NULL : uuid);
}

static void
set_bytes (SfValue *row, guint column, const guint8 *bytes, gsize length)
{
  g_autoptr (GBytes) value = g_bytes_new (bytes, length);

  sf_value_set_blob (&row[column], value);
}

static void
fill_row (SfValue *row, const SfSealBegun *begun, const Sealing *self)
{
  set_uuid (row, SF_SEAL_EVALUATION, &begun->evaluation);
  set_uuid (row, SF_SEAL_PREDECESSOR, &begun->before);
  sf_value_set_text (&row[SF_SEAL_AUDIENCE], begun->audience);
  sf_value_set_int (&row[SF_SEAL_VERSION], begun->version);
  sf_value_set_int (&row[SF_SEAL_SEALED_AT], begun->sealed_at);
  sf_value_set_text (&row[SF_SEAL_SEALED_BY], begun->sealed_by);
  sf_value_set_text (&row[SF_SEAL_OFFICE], begun->office);
  sf_value_set_text (&row[SF_SEAL_ACCEPTED_BY], begun->accepted_by);
  sf_value_set_text (&row[SF_SEAL_MEETING_ON], begun->meeting_on);
  sf_value_set_text (&row[SF_SEAL_REASON], begun->reason);
  sf_value_set_int (&row[SF_SEAL_FORM], SF_SEAL_CANONICAL_FORM);
  sf_value_set_text (&row[SF_SEAL_FRAMEWORK_DIGEST], begun->framework_digest);
  set_bytes (row, SF_SEAL_CHAIN_HEAD, begun->head, SF_HASH_SIZE);
  set_bytes (row, SF_SEAL_DATA_ROOT, begun->root, SF_HASH_SIZE);
  sf_value_set_int (&row[SF_SEAL_LEAVES], begun->leaves->len);
  sf_value_set_text (&row[SF_SEAL_FINGERPRINT], begun->fingerprint);
  sf_value_set_text (&row[SF_SEAL_PDF_DIGEST], self->digest);
  sf_value_set_int (&row[SF_SEAL_PDF_SIZE], (gint64)g_bytes_get_size (self->pdf));
}

static void
sign_row (SfValue *row, const SfSealBegun *begun, SfSecret *key)
{
  g_autoptr (GBytes) public_key = sf_signature_get_public (key);
  g_autoptr (GBytes) message = NULL, signature = NULL;

  sf_value_set_blob (&row[SF_SEAL_PUBLIC_KEY], public_key);
  message = sf_seal_form_message (&begun->uuid, row, &begun->centre, begun->signature_before);
  signature = sf_signature_sign (key, message);
  sf_value_set_blob (&row[SF_SEAL_SIGNATURE], signature);
}

static SfSealing *
make_sealing (const SfSealBegun *begun, const char *text)
{
  SfSealing *sealing = g_new0 (SfSealing, 1);

  sealing->leaves = g_ptr_array_ref (begun->leaves);
  sealing->text = g_strdup (text);
  memcpy (sealing->head, begun->head, SF_HASH_SIZE);
  return sealing;
}

static SfChangeSet *
make_step (SfWorkbook *self,
           const SfSealBegun *begun,
           const Sealing *sealing,
           const char *text,
           SfSecret *key)
{
  SfEvaluation *evaluation = sf_model_find (self->model, &begun->evaluation);
  g_autofree char *label
      = g_strdup_printf (_ ("Sealed the accepted report of %s"),
                         evaluation != NULL ? sf_evaluation_get_title (evaluation) : "");
  SfChangeSet *set = sf_change_set_new (label, "barrier");
  SfChange *change = sf_change_set_add (set, SF_CHANGE_INSERT, SF_TYPE_SEAL, &begun->uuid);

  fill_row (change->row, begun, sealing);
  sign_row (change->row, begun, key);
  set->sealing = make_sealing (begun, text);
  return set;
}

/* A piece of the pages, of up to 4 MB. */
static SfJobResult
write_pages (SfStore *store, gpointer data, GError **error)
{
  Sealing *self = data;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (self->pdf, &size);
  SfContentPart part = { .content = self->content,
                         .sequence = (guint)(self->written / SF_CHUNK_SIZE),
                         .data = bytes + self->written,
                         .length = MIN (SF_CONTENT_TRANSACTION, size - self->written) };
  gboolean last = self->written + part.length == size;

  if (last)
    {
      part.digest = self->digest;
      part.size = (gint64)size;
    }
  if (!sf_content_write (store, &part, 1, error))
    return SF_JOB_FAILED;
  self->content = part.content;
  self->written += part.length;
  self->kept = part.kept;
  if (last && !part.kept && part.content != 0)
    return sf_content_discard (store, part.content, error) ? SF_JOB_DONE : SF_JOB_FAILED;
  return last ? SF_JOB_DONE : SF_JOB_AGAIN;
}

/* It was not sealed: the pages go again. What stays all the same goes after the next opening. */
static SfJobResult
discard_pages (SfStore *store, gpointer data, GError **error)
{
  Sealing *self = data;
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) going = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ours, self->content);
  if (!sf_content_disown (store, ours, going, error))
    return SF_JOB_FAILED;
  while (going->len > 0)
    if (!sf_content_discard_many (store, going, error))
      return SF_JOB_FAILED;
  return SF_JOB_DONE;
}

static void
on_discarded (gpointer data, const GError *error)
{
  if (error != NULL)
    g_message ("Pages that were not sealed are still in the file: %s", error->message);
  sealing_free (data);
}

static void
fail (SfWorkbook *workbook, Sealing *self, const GError *error)
{
  g_task_return_error (self->task, g_error_copy (error));
  if (self->content != 0 && self->kept && workbook->writer != NULL)
    sf_writer_push (workbook->writer, SF_JOB_STEP, discard_pages, on_discarded, self);
  else
    sealing_free (self);
}

static void
on_sealed (SfWorkbook *workbook, const GError *error, gpointer data)
{
  Sealing *self = data;

  if (error != NULL)
    {
      fail (workbook, self, error);
      return;
    }
  g_task_return_boolean (self->task, TRUE);
  sealing_free (self);
}

static void
on_pages_written (gpointer data, const GError *error)
{
  Sealing *self = data;
  SfWorkbook *workbook = g_task_get_source_object (self->task);

  if (error != NULL)
    fail (workbook, self, error);
  else
    sf_workbook_enqueue_once (workbook, g_steal_pointer (&self->set), on_sealed, self);
}

static gboolean
check_pages (SfWorkbook *self, const SfSealBegun *begun, GBytes *pdf, GError **error)
{
  SfEvaluation *evaluation = sf_model_find (self->model, &begun->evaluation);
  g_autofree char *shut = NULL;

  if (!sf_workbook_check_writable (self, error))
    return FALSE;
  if (evaluation == NULL)
    return sf_edit_refuse (error, _ ("The evaluation is not in the file any more."));
  shut = sf_workbook_tell_shut (self, evaluation);
  if (shut != NULL)
    return sf_edit_refuse (error, shut);
  if (g_bytes_get_size (pdf) == 0)
    return sf_edit_refuse (error, _ ("The report has no pages, so nothing was sealed."));
  if (g_bytes_get_size (pdf) <= SF_SEAL_MAX_PDF)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_LARGE,
                       _ ("The report is too large to be sealed. Please leave the annex out."));
  return FALSE;
}

static char *
digest_bytes (GBytes *bytes)
{
  g_autoptr (SfDigest) digest = sf_digest_new ();

  sf_digest_update (digest, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_strdup (sf_digest_get_string (digest));
}

void
sf_workbook_seal (SfWorkbook *self,
                  const SfSealBegun *begun,
                  GBytes *pdf,
                  const char *text,
                  SfSecret *key,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  GError *error = NULL;
  Sealing *sealing;

  g_return_if_fail (begun != NULL && pdf != NULL && key != NULL);

  g_task_set_source_tag (task, sf_workbook_seal);
  if (!check_pages (self, begun, pdf, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  sealing = g_new0 (Sealing, 1);
  sealing->pdf = g_bytes_ref (pdf);
  sealing->digest = digest_bytes (pdf);
  sealing->uuid = begun->uuid;
  sealing->set = make_step (self, begun, sealing, text, key);
  g_task_set_task_data (task, g_memdup2 (&begun->uuid, sizeof begun->uuid), g_free);
  sealing->task = g_steal_pointer (&task);
  sf_writer_push (self->writer, SF_JOB_STEP, write_pages, on_pages_written, sealing);
}

gboolean
sf_workbook_seal_finish (SfWorkbook *self, GAsyncResult *result, SfUuid *uuid, GError **error)
{
  const SfUuid *made;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  made = g_task_get_task_data (G_TASK (result));
  if (uuid != NULL && made != NULL)
    *uuid = *made;
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
sf_workbook_seal_sync (SfWorkbook *self,
                       const SfSealBegun *begun,
                       GBytes *pdf,
                       const char *text,
                       SfSecret *key,
                       SfUuid *uuid,
                       GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_seal (self, begun, pdf, text, key, sf_sync_cb, &result);
  sf_sync_wait (self, &result);
  return sf_workbook_seal_finish (self, result, uuid, error);
}

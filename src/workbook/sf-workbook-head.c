/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-head.h"

#include "base/sf-text.h"
#include "model/sf-performance-told.h"
#include "store/sf-erase-judged.h"
#include "workbook/sf-edit-private.h"
#include "workbook/sf-erase-begin.h"
#include "workbook/sf-erasing.h"
#include "workbook/sf-key-making.h"
#include "workbook/sf-opened.h"
#include "workbook/sf-workbook-safety.h"

typedef struct
{
  GTask *task;
  SfUuid evaluation;
  char *head;
  SfStep *step; /* inserts the record */
  SfUuid record;
  SfSecret *key;
  GBytes *keyring;
  GStrv codes;
  GArray *judged; /* of SfUuid: what history tells of */
  SfErasureReport *report;
} SfLocking;

/* In the order of SfJudgedField, from the level on. */
static const guint columns[]
    = { SF_JUDGEMENT_LEVEL, SF_JUDGEMENT_NOT_APPLICABLE, SF_JUDGEMENT_STRENGTHS,
        SF_JUDGEMENT_IMPROVEMENTS, SF_JUDGEMENT_DIFFERENCE };

const char *
sf_head_explain_locking (void)
{
  return _ (
      "What is judged of you in this evaluation goes behind a passphrase of your own: levels, "
      "texts, and what colleagues wrote of these statements.\n\nIt leaves history, search and "
      "every backup that Sixfold keeps; a new backup is made that has it locked. It cannot be "
      "undone. Evidence and what was put into the development plan stay where they are. Copies "
      "of the file elsewhere, and what was printed, are not reached.");
}

static SfStatement *
find_statement (SfWorkbook *self, SfEvaluation *evaluation, const char *code)
{
  SfFramework *framework
      = evaluation != NULL ? sf_model_get_framework (self->model, evaluation) : NULL;

  return framework != NULL ? sf_framework_find_statement (framework, code) : NULL;
}

gboolean
sf_workbook_is_of_head (SfWorkbook *self, SfEvaluation *evaluation, const char *statement_code)
{
  SfStatement *statement;

  g_return_val_if_fail (SF_IS_WORKBOOK (self), FALSE);

  statement = find_statement (self, evaluation, statement_code);
  return statement != NULL && sf_statement_get_subject (statement) == SF_SUBJECT_HEAD;
}

SfPerformanceRecord *
sf_workbook_find_head_record (SfWorkbook *self, SfEvaluation *evaluation)
{
  g_return_val_if_fail (SF_IS_WORKBOOK (self), NULL);

  return evaluation != NULL ? sf_performance_find_judged_record (self->model, evaluation) : NULL;
}

gboolean
sf_head_is_shut (SfWorkbook *self, SfEvaluation *evaluation, const char *statement_code)
{
  if (evaluation == NULL || !sf_workbook_is_of_head (self, evaluation, statement_code))
    return FALSE;
  return sf_uuid_equal (&self->locking_head, sf_record_get_uuid (SF_RECORD (evaluation)))
         || sf_workbook_find_head_record (self, evaluation) != NULL;
}

/* --- locking: the barrier -----------------------------------------------------------------------
 */

static void
locking_free (SfLocking *self)
{
  g_free (self->head);
  g_clear_pointer (&self->step, sf_step_free);
  g_clear_pointer (&self->key, sf_secret_unref);
  g_clear_pointer (&self->keyring, g_bytes_unref);
  g_strfreev (self->codes);
  g_clear_pointer (&self->judged, g_array_unref);
  g_clear_pointer (&self->report, sf_erasure_report_free);
  g_object_unref (self->task);
  g_free (self);
}

static SfWorkbook *
workbook_of (SfLocking *self)
{
  return g_task_get_source_object (self->task);
}

/* The passphrase is set, or will not be. */
static void
release (SfLocking *self)
{
  workbook_of (self)->changing_keyring = FALSE;
  workbook_of (self)->locking_head = (SfUuid){ { 0 } };
}

static void
fail (SfLocking *self, const GError *error)
{
  release (self);
  g_task_return_error (self->task, g_error_copy (error));
  locking_free (self);
}

/* What a judgement says, as texts. */
static gboolean
add_judgement (SfWorkbook *self, SfPerformance *document, SfJudgement *judgement, GError **error)
{
  const char *texts[SF_N_JUDGED_FIELDS] = { NULL };
  SfContributor *by = sf_model_find (self->model, sf_judgement_get_contributor (judgement));
  g_autofree char *uuid = NULL, *level = NULL;

  if (sf_judgement_get_contributor (judgement) != NULL)
    uuid = sf_uuid_to_string (sf_judgement_get_contributor (judgement));
  if (sf_judgement_get_level (judgement) != SF_NULL_INT)
    level = g_strdup_printf ("%" G_GINT64_FORMAT, sf_judgement_get_level (judgement));
  texts[SF_JUDGED_STATEMENT_CODE] = sf_judgement_get_statement_code (judgement);
  texts[SF_JUDGED_CONTRIBUTOR] = uuid;
  texts[SF_JUDGED_NAME] = by != NULL ? sf_contributor_get_name (by) : NULL;
  texts[SF_JUDGED_LEVEL] = level;
  for (guint i = 1; i < G_N_ELEMENTS (columns); i++)
    texts[SF_JUDGED_LEVEL + i] = sf_record_get_text (SF_RECORD (judgement), columns[i]);
  return sf_performance_add_judged (document, texts, error);
}

/* It says nothing any more: the agreed one, which every statement has; a contributor's goes, and
 * what was drafted from it does not name it. */
static void
empty_judgement (SfWorkbook *self, SfStep *step, SfJudgement *judgement)
{
  g_autoptr (GPtrArray) actions
      = sf_model_list_referring (self->model, SF_TYPE_ACTION, SF_ACTION_JUDGEMENT, judgement);

  if (sf_judgement_get_contributor (judgement) == NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        sf_edit_null (step, judgement, columns[i]);
      return;
    }
  for (guint i = 0; i < actions->len; i++)
    sf_edit_null (step, actions->pdata[i], SF_ACTION_JUDGEMENT);
  sf_step_delete (step, SF_RECORD (judgement));
}

static void
fill_record (SfLocking *self, SfEvaluation *evaluation)
{
  const GType type = SF_TYPE_PERFORMANCE_RECORD;
  SfModel *model = workbook_of (self)->model;
  guint n = g_list_model_get_n_items (sf_model_get_list (model, type));
  const SfUuid *made = &self->record;

  sf_step_set_ref (self->step, type, made, SF_PERFORMANCE_RECORD_CENTRE,
                   sf_model_get_centre (model, evaluation));
  sf_step_set_ref (self->step, type, made, SF_PERFORMANCE_RECORD_EVALUATION, evaluation);
  sf_step_set_text (self->step, type, made, SF_PERFORMANCE_RECORD_PERSON, self->head);
  sf_step_set_text (self->step, type, made, SF_PERFORMANCE_RECORD_KIND, "head");
  sf_step_set_text (self->step, type, made, SF_PERFORMANCE_RECORD_STARTS_ON,
                    sf_evaluation_get_starts_on (evaluation));
  sf_step_set_text (self->step, type, made, SF_PERFORMANCE_RECORD_ENDS_ON,
                    sf_evaluation_get_ends_on (evaluation));
  sf_step_set_int (self->step, type, made, SF_PERFORMANCE_RECORD_POSITION, n + 1);
}

/* From the model into the document, and out of the open. */
static gboolean
move_judgements (SfLocking *self, SfEvaluation *evaluation, SfPerformance *document, GError **error)
{
  SfWorkbook *workbook = workbook_of (self);
  SfJudgement *first = NULL;

  for (guint i = 0; self->codes[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) judgements
          = sf_model_list_judgements (workbook->model, evaluation, self->codes[i]);

      for (guint k = 0; k < judgements->len; k++)
        {
          first = first != NULL ? first : judgements->pdata[k];
          if (!add_judgement (workbook, document, judgements->pdata[k], error))
            return FALSE;
          empty_judgement (workbook, self->step, judgements->pdata[k]);
          g_array_append_vals (self->judged, sf_record_get_uuid (judgements->pdata[k]), 1);
        }
    }
  if (first != NULL)
    sf_erase_begin_add_record (self->step, first, _ ("What is judged of the head was locked"),
                               self->head, 0);
  return TRUE;
}

/* The record with all that was said, and nothing of it in the open, in one transaction. */
static SfChangeSet *
make_barrier (SfLocking *self, GError **error)
{
  SfEvaluation *evaluation = sf_model_find (workbook_of (self)->model, &self->evaluation);
  g_autoptr (SfPerformance) document = sf_performance_new ();
  g_autoptr (GBytes) sealed = NULL;
  SfChangeSet *set;

  fill_record (self, evaluation);
  if (!move_judgements (self, evaluation, document, error))
    return NULL;
  sealed = sf_key_work_seal (self->key, &self->record, document, error);
  if (sealed == NULL)
    return NULL;
  sf_key_work_set_sealed (self->step, &self->record, sealed, document);
  set = sf_step_steal_barrier (g_steal_pointer (&self->step));
  set->keyring = g_bytes_ref (self->keyring);
  set->keyring_of = self->record;
  set->erased = g_array_ref (self->judged);
  return set;
}

/* --- locking: afterwards ------------------------------------------------------------------------
 */

static void
on_backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfLocking *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) backup = sf_workbook_back_up_finish (SF_WORKBOOK (source), result, &error);

  /* the next one is made as always */
  if (backup == NULL)
    g_message ("No backup was made after locking: %s", error->message);
  g_task_return_pointer (self->task, g_steal_pointer (&self->report),
                         (GDestroyNotify)sf_erasure_report_free);
  locking_free (self);
}

static void
on_erased (SfWorkbook *workbook, SfErasureReport *report, const GError *error, gpointer data)
{
  SfLocking *self = data;

  if (error != NULL)
    {
      g_task_return_new_error (
          self->task, SF_ERROR, error->code,
          _ ("What is judged of the head is locked, but not everything of it is erased from the "
             "file yet: %s It goes on when the centre file is next opened."),
          error->message);
      locking_free (self);
      return;
    }
  self->report = report;
  sf_workbook_back_up (workbook, NULL, "asked", NULL, NULL, NULL, on_backed_up_cb, self);
}

static void
on_recorded (SfWorkbook *workbook, const GError *error, gpointer data)
{
  SfLocking *self = data;
  SfUuid person;

  if (error != NULL)
    {
      fail (self, error);
      return;
    }
  release (self);
  sf_key_work_make_holder (SF_KEY_WORK_PERSON, &person);
  sf_opened_add (workbook, &self->record, self->key, &person);
  sf_erasing_start (workbook, on_erased, self);
}

/* --- locking: before ----------------------------------------------------------------------------
 */

static SfJobResult
list_judged (SfStore *store, gpointer data, GError **error)
{
  SfLocking *self = data;

  self->judged
      = sf_erase_list_judged (store, &self->evaluation, (const char *const *)self->codes, error);
  return self->judged != NULL ? SF_JOB_DONE : SF_JOB_FAILED;
}

/* Nothing waits to be written: what the model says is all that was said. From here on nothing is
 * judged until it is locked. */
static void
on_judged_listed (gpointer data, const GError *error)
{
  SfLocking *self = data;
  SfWorkbook *workbook = workbook_of (self);
  g_autoptr (GError) local = NULL;
  SfChangeSet *set = NULL;

  if (error == NULL && sf_workbook_sync (workbook, &local)
      && sf_workbook_check_writable (workbook, &local))
    set = make_barrier (self, &local);
  if (set == NULL)
    {
      fail (self, error != NULL ? error : local);
      return;
    }
  workbook->locking_head = self->evaluation;
  sf_workbook_enqueue_once (workbook, set, on_recorded, self);
}

static void
on_keyring_made (SfWorkbook *workbook, GBytes *keyring, const GError *error, gpointer data)
{
  SfLocking *self = data;

  if (error != NULL)
    {
      fail (self, error);
      return;
    }
  self->keyring = g_bytes_ref (keyring);
  sf_key_work_push (workbook, list_judged, on_judged_listed, self);
}

static GStrv
list_codes (SfWorkbook *self, SfEvaluation *evaluation)
{
  SfFramework *framework = sf_model_get_framework (self->model, evaluation);
  GPtrArray *statements = framework != NULL ? sf_framework_get_statements (framework) : NULL;
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    if (sf_statement_get_subject (statements->pdata[i]) == SF_SUBJECT_HEAD)
      g_strv_builder_add (codes, sf_statement_get_code (statements->pdata[i]));
  return g_strv_builder_end (codes);
}

static gboolean
check_wish (SfWorkbook *self, const SfHeadWish *wish, const char *const *codes, GError **error)
{
  if (!sf_workbook_check_writable (self, error)
      || !sf_edit_check_text (wish->head, _ ("the name of the head"), error))
    return FALSE;
  if (sf_workbook_find_head_record (self, wish->evaluation) != NULL)
    return sf_edit_refuse (error, _ ("What is judged of the head is locked in this evaluation "
                                     "already."));
  if (codes[0] == NULL)
    return sf_edit_refuse (error, _ ("The framework of this evaluation has no statements about the "
                                     "head."));
  return sf_key_work_check_passphrase (self, wish->passphrase, wish->head, NULL, error)
         && sf_key_work_check_free (self, error) && sf_workbook_sync (self, error);
}

void
sf_workbook_lock_head (SfWorkbook *self,
                       const SfHeadWish *wish,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  g_auto (GStrv) codes = NULL;
  SfLocking *locking;
  GError *error = NULL;

  g_return_if_fail (SF_IS_EVALUATION (wish->evaluation) && wish->passphrase != NULL);

  codes = list_codes (self, wish->evaluation);
  if (!check_wish (self, wish, (const char *const *)codes, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  locking = g_new0 (SfLocking, 1);
  locking->task = g_steal_pointer (&task);
  locking->evaluation = *sf_record_get_uuid (SF_RECORD (wish->evaluation));
  locking->head = sf_text_clean (wish->head);
  locking->codes = g_steal_pointer (&codes);
  locking->step = sf_step_new (_ ("Locked what is judged of the head"));
  sf_step_insert (locking->step, SF_TYPE_PERFORMANCE_RECORD, &locking->record);
  locking->key = sf_secret_new_key ();
  self->changing_keyring = TRUE;
  sf_key_making_start (self, &locking->record, locking->key, wish->passphrase, NULL, wish->cost,
                       on_keyring_made, locking);
}

SfErasureReport *
sf_workbook_lock_head_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

SfErasureReport *
sf_workbook_lock_head_sync (SfWorkbook *self, const SfHeadWish *wish, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_lock_head (self, wish, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_workbook_lock_head_finish (self, result, error);
}

/* --- judging while it is unlocked ---------------------------------------------------------------
 */

/* (transfer full): what is said now, to be changed */
static SfPerformance *
begin_change (SfWorkbook *self, SfPerformanceRecord *record, const char *code, GError **error)
{
  SfEvaluation *evaluation
      = sf_model_find (self->model, sf_performance_record_get_evaluation (record));
  const SfPerformance *now;

  if (!sf_edit_allowed (self, evaluation, error))
    return NULL;
  if (!sf_workbook_is_of_head (self, evaluation, code))
    {
      sf_edit_refuse (error, _ ("This statement is not about the head."));
      return NULL;
    }
  now = sf_workbook_get_performance (self, record, error);
  return now != NULL ? sf_performance_copy (now) : NULL;
}

static gboolean
check_level (SfWorkbook *self,
             SfPerformanceRecord *record,
             const char *code,
             const char *text,
             GError **error)
{
  SfEvaluation *evaluation
      = sf_model_find (self->model, sf_performance_record_get_evaluation (record));
  SfScale *scale = sf_statement_get_scale (find_statement (self, evaluation, code));

  if (sf_text_is_blank (text)
      || sf_scale_find_level (scale, g_ascii_strtoll (text, NULL, 10)) != NULL)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("There is no level %s here. The levels are 1 to %u."), text,
               sf_scale_get_n_levels (scale));
  return FALSE;
}

gboolean
sf_workbook_judge_head (SfWorkbook *self,
                        SfPerformanceRecord *record,
                        const char *statement_code,
                        SfJudgedField field,
                        const char *text,
                        GError **error)
{
  g_autoptr (SfPerformance) changed = begin_change (self, record, statement_code, error);
  g_autofree char *clean = text != NULL ? sf_text_clean (text) : NULL;

  return changed != NULL
         && (field != SF_JUDGED_LEVEL || check_level (self, record, statement_code, clean, error))
         && sf_performance_set_own (changed, statement_code, field, clean, error)
         && sf_workbook_edit_performance (self, record, changed, error);
}

gboolean
sf_workbook_clear_head (SfWorkbook *self,
                        SfPerformanceRecord *record,
                        const char *statement_code,
                        GError **error)
{
  g_autoptr (SfPerformance) changed = begin_change (self, record, statement_code, error);

  if (changed == NULL)
    return FALSE;
  for (guint i = SF_JUDGED_LEVEL; i < SF_N_JUDGED_FIELDS; i++)
    sf_performance_set_own (changed, statement_code, i, NULL, NULL);
  return sf_workbook_edit_performance (self, record, changed, error);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-edit-private.h"
#include "workbook/sf-label.h"

#include "base/sf-error.h"
#include "base/sf-text.h"
#include "model/sf-sealed.h"

#include <math.h>

/* Text being typed. It lies in the file as a draft soon after each key, and becomes one step when
 * the field is left, after a rest, or at closing. */

#define DRAFT_MS 400    /* from a key to the draft: the file has it well within 700 ms */
#define REST_SECONDS 30 /* without a key: a step */
#define DRAFT_RETRY_MS 3000

typedef struct
{
  SfUuid record;
  guint column;
} SfDraftKey;

/* One field that somebody is typing in. */
typedef struct
{
  SfWorkbook *workbook;
  SfDraftKey key;
  SfRecord *object;
  char *text;
  gboolean written; /* the draft row holds this text */
  guint write_id;
  guint rest_id;
} SfTyping;

typedef struct
{
  SfWorkbook *workbook; /* kept: its context outlives the job */
  SfDraft *draft;
} SfDraftJob;

static guint
key_hash (gconstpointer key)
{
  const SfDraftKey *k = key;

  return sf_uuid_hash (&k->record) ^ k->column;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const SfDraftKey *one = a, *two = b;

  return one->column == two->column && sf_uuid_equal (&one->record, &two->record);
}

static void
typing_free (SfTyping *typing)
{
  g_clear_handle_id (&typing->write_id, g_source_remove);
  g_clear_handle_id (&typing->rest_id, g_source_remove);
  g_clear_object (&typing->object);
  g_free (typing->text);
  g_free (typing);
}

void
sf_workbook_init_drafts (SfWorkbook *self)
{
  self->drafts = g_hash_table_new_full (key_hash, key_equal, NULL, (GDestroyNotify)typing_free);
}

void
sf_workbook_clear_drafts (SfWorkbook *self)
{
  g_clear_pointer (&self->drafts, g_hash_table_unref);
}

static SfTyping *
find_typing (SfWorkbook *self, SfRecord *record, guint column)
{
  SfDraftKey key = { *sf_record_get_uuid (record), column };

  return g_hash_table_lookup (self->drafts, &key);
}

/* --- into the file -------------------------------------------------------------------------- */

static gboolean on_write_cb (gpointer data);

static SfJobResult
put_draft (SfStore *store, gpointer data, GError **error)
{
  SfDraftJob *job = data;

  return sf_draft_put (store, job->draft, error) ? SF_JOB_DONE : SF_JOB_FAILED;
}

static void
on_draft_put (gpointer data, const GError *error)
{
  SfDraftJob *job = data;
  SfDraftKey key = { job->draft->record, job->draft->column };
  SfTyping *typing = g_hash_table_lookup (job->workbook->drafts, &key);

  if (error != NULL || job->workbook->outbox.length == 0)
    sf_workbook_set_save_error (job->workbook, error);
  if (error != NULL && typing != NULL)
    {
      typing->written = FALSE;
      if (typing->write_id == 0)
        typing->write_id = g_timeout_add (DRAFT_RETRY_MS, on_write_cb, typing);
    }
  sf_draft_free (job->draft);
  g_object_unref (job->workbook);
  g_free (job);
}

static gboolean
on_write_cb (gpointer data)
{
  SfTyping *typing = data;
  SfWorkbook *self = typing->workbook;
  SfDraftJob *job = g_new0 (SfDraftJob, 1);

  typing->write_id = 0;
  typing->written = TRUE;
  job->workbook = g_object_ref (self);
  job->draft = g_new0 (SfDraft, 1);
  job->draft->type = G_OBJECT_TYPE (typing->object);
  job->draft->record = typing->key.record;
  job->draft->column = typing->key.column;
  job->draft->text = g_strdup (typing->text);
  job->draft->label = sf_label_for_field (self->model, typing->object, typing->key.column);
  if (self->contributor != NULL)
    job->draft->contributor = *sf_record_get_uuid (SF_RECORD (self->contributor));
  sf_writer_push (self->writer, SF_JOB_STEP, put_draft, on_draft_put, job);
  return G_SOURCE_REMOVE;
}

static gboolean
on_rest_cb (gpointer data)
{
  SfTyping *typing = data;
  g_autoptr (SfRecord) record = g_object_ref (typing->object);

  typing->rest_id = 0;
  sf_workbook_commit_draft (typing->workbook, record, typing->key.column);
  return G_SOURCE_REMOVE;
}

/* --- what forms ask ------------------------------------------------------------------------- */

static gboolean
is_sealed (SfWorkbook *self, SfRecord *record)
{
  SfEvaluation *evaluation = sf_model_get_evaluation_of (self->model, record);

  return evaluation != NULL && sf_model_get_shut_seal (self->model, evaluation) != NULL;
}

/**
 * sf_workbook_draft_text:
 * @self: a workbook
 * @record: a record
 * @column: a TEXT column of it
 * @text: all that the field holds now
 *
 * To be called at every key. Costs nothing but memory until the draft is due. What is typed into a
 * record that is gone is nothing to be kept, nor into a judgement of the head that went behind a
 * lock, nor into what is sealed.
 */
void
sf_workbook_draft_text (SfWorkbook *self, SfRecord *record, guint column, const char *text)
{
  SfTyping *typing;

  g_return_if_fail (SF_IS_WORKBOOK (self));
  g_return_if_fail (SF_RECORD_GET_CLASS (record)->columns[column].type == SF_COLUMN_TEXT);

  if (self->read_only || self->writer == NULL
      || sf_model_find (self->model, sf_record_get_uuid (record)) == NULL
      || is_sealed (self, record)
      || (SF_IS_JUDGEMENT (record)
          && sf_head_is_shut (self, sf_model_get_evaluation_of (self->model, record),
                              sf_judgement_get_statement_code (SF_JUDGEMENT (record)))))
    return;
  typing = find_typing (self, record, column);
  if (typing == NULL)
    {
      typing = g_new0 (SfTyping, 1);
      typing->workbook = self;
      typing->key = (SfDraftKey){ *sf_record_get_uuid (record), column };
      typing->object = g_object_ref (record);
      g_hash_table_insert (self->drafts, &typing->key, typing);
    }
  g_free (typing->text);
  typing->text = g_strdup (text);
  typing->written = FALSE;
  if (typing->write_id == 0)
    typing->write_id = g_timeout_add (DRAFT_MS, on_write_cb, typing);
  g_clear_handle_id (&typing->rest_id, g_source_remove);
  typing->rest_id = g_timeout_add_seconds (REST_SECONDS, on_rest_cb, typing);
}

/**
 * sf_workbook_commit_draft:
 * @self: a workbook
 * @record: a record
 * @column: a column of it
 *
 * The field is left: what was typed becomes a step, or nothing if it is as it was. Text that
 * the file cannot take (a name left empty, what a settled target promises) is dropped, and the
 * field shows the record again.
 */
void
sf_workbook_commit_draft (SfWorkbook *self, SfRecord *record, guint column)
{
  SfTyping *typing = find_typing (self, record, column);
  const SfColumn *info = &SF_RECORD_GET_CLASS (record)->columns[column];
  g_auto (SfValue) value = SF_VALUE_INIT;
  g_autofree char *clean = NULL;
  g_autofree char *label = NULL;
  SfStep *step;

  if (typing == NULL)
    return;
  clean = sf_text_clean (typing->text);
  g_hash_table_remove (self->drafts, &typing->key);
  if (clean == NULL && (info->flags & SF_COLUMN_NULLABLE) == 0)
    clean = g_strdup (sf_record_get_text (record, column));
  sf_value_take_text (&value, g_strdup (clean));
  if (!sf_edit_check_promise (self, record, column, &value, NULL))
    {
      g_free (clean);
      clean = g_strdup (sf_record_get_text (record, column));
    }
  label = sf_label_for_field (self->model, record, column);
  step = sf_step_new (label);
  sf_step_set_text (step, G_OBJECT_TYPE (record), sf_record_get_uuid (record), column, clean);
  sf_workbook_submit (self, step);
}

/**
 * sf_workbook_commit_all_drafts:
 * @self: a workbook
 *
 * As if every field were left.
 */
void
sf_workbook_commit_all_drafts (SfWorkbook *self)
{
  g_autoptr (GList) all = g_hash_table_get_values (self->drafts);

  for (GList *l = all; l != NULL; l = l->next)
    {
      SfTyping *typing = l->data;
      g_autoptr (SfRecord) record = g_object_ref (typing->object);

      sf_workbook_commit_draft (self, record, typing->key.column);
    }
}

void
sf_workbook_drop_drafts (SfWorkbook *self, const SfUuid *record)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (sf_uuid_equal (&((SfDraftKey *)key)->record, record))
      g_hash_table_iter_remove (&iter);
}

gboolean
sf_workbook_has_draft (SfWorkbook *self, SfRecord *record, guint column)
{
  return find_typing (self, record, column) != NULL;
}

/**
 * sf_workbook_dup_shown_text:
 * @self: a workbook
 * @record: a record
 * @column: a TEXT or DATE column of it
 *
 * Returns: (transfer full) (nullable): what is being typed, otherwise what waits to be written,
 *   otherwise the record's value
 */
char *
sf_workbook_dup_shown_text (SfWorkbook *self, SfRecord *record, guint column)
{
  SfTyping *typing = find_typing (self, record, column);
  const SfValue *pending;

  if (typing != NULL)
    return g_strdup (typing->text);
  pending = sf_workbook_find_pending (self, sf_record_get_uuid (record), column);
  if (pending != NULL)
    return pending->type == SF_VALUE_TEXT ? g_strdup (pending->text) : NULL;
  return g_strdup (sf_record_get_text (record, column));
}

/**
 * sf_workbook_get_shown_int:
 * @self: a workbook
 * @record: a record
 * @column: an INT column of it, such as a level
 *
 * Returns: what waits to be written, otherwise the record's value; %SF_NULL_INT for none
 */
gint64
sf_workbook_get_shown_int (SfWorkbook *self, SfRecord *record, guint column)
{
  const SfValue *pending = sf_workbook_find_pending (self, sf_record_get_uuid (record), column);

  if (pending != NULL)
    return pending->type == SF_VALUE_INT ? pending->integer : SF_NULL_INT;
  return sf_record_is_null (record, column) ? SF_NULL_INT : sf_record_get_int (record, column);
}

/**
 * sf_workbook_get_shown_real:
 * @self: a workbook
 * @record: a record
 * @column: a REAL column of it
 *
 * Returns: what waits to be written, otherwise the record's value; NaN for none
 */
double
sf_workbook_get_shown_real (SfWorkbook *self, SfRecord *record, guint column)
{
  const SfValue *pending = sf_workbook_find_pending (self, sf_record_get_uuid (record), column);

  if (pending != NULL)
    return pending->type == SF_VALUE_REAL ? pending->real : (double)NAN;
  return sf_record_is_null (record, column) ? (double)NAN : sf_record_get_real (record, column);
}

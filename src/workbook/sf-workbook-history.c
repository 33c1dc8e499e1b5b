/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-private.h"

#include "model/sf-model.h"
#include "workbook/sf-store-task.h"

#include <glib/gi18n-lib.h>

/* History as a page shows it, read by the writer's connection between two steps. */

typedef struct
{
  GTask *task;
  SfWorkbook *workbook;
  gboolean any_record;
  SfUuid record;
  gint64 before;
  guint limit;
  GPtrArray *steps;
} SfHistoryJob;

static void
change_free (gpointer data)
{
  SfHistoryChange *change = data;

  g_free (change->record_table);
  g_free (change->operation);
  g_free (change->field);
  g_free (change->field_label);
  g_free (change->old_text);
  g_free (change->new_text);
  g_free (change);
}

static void
entry_free (gpointer data)
{
  SfHistoryEntry *entry = data;

  g_free (entry->label);
  g_free (entry->kind);
  g_free (entry->contributor);
  g_ptr_array_unref (entry->changes);
  g_free (entry);
}

static char *
show (SfWorkbook *self, const SfValue *value)
{
  SfRecord *record;

  if (value->type == SF_VALUE_NULL)
    return NULL;
  if (value->type != SF_VALUE_UUID)
    return sf_value_to_display (value);
  record = sf_model_find (self->model, &value->uuid);
  return record != NULL && SF_IS_CONTRIBUTOR (record)
             ? g_strdup (sf_contributor_get_name (SF_CONTRIBUTOR (record)))
             : g_strdup ("");
}

/* What is on record of an erasure: why, by whom, how much. */
static char *
tell_erasure (const SfChange *change)
{
  const SfValue *row = change->row;
  guint n = row[SF_ERASURE_FILES].type == SF_VALUE_INT ? (guint)row[SF_ERASURE_FILES].integer : 0;
  g_autofree char *files
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n), n);
  const char *why = row[SF_ERASURE_REASON].type == SF_VALUE_TEXT ? row[SF_ERASURE_REASON].text : "";
  const char *by = row[SF_ERASURE_ERASED_BY].type == SF_VALUE_TEXT ? row[SF_ERASURE_ERASED_BY].text
                                                                   : _ ("not said by whom");

  /* a confidential record has none, and the step says what it was */
  if (n == 0)
    return g_strdup_printf (_ ("erased, without files: %s (%s)"), why, by);
  /* Translators: how many files, why, by whom */
  return g_strdup_printf (_ ("a piece of evidence erased, with %s: %s (%s)"), files, why, by);
}

/* A piece of evidence by its title, a file by its name: of several that came in together each is to
 * be told from the others. What was erased has neither. */
static void
name_record (const SfChange *from, char **text)
{
  const SfRecordClass *klass = g_type_class_peek (from->type);
  const SfValue *name = from->type == SF_TYPE_EVIDENCE     ? &from->row[SF_EVIDENCE_TITLE]
                        : from->type == SF_TYPE_ATTACHMENT ? &from->row[SF_ATTACHMENT_NAME]
                                                           : NULL;

  if (name != NULL && name->type == SF_VALUE_TEXT)
    /* Translators: what it is, then what it is called */
    *text = g_strdup_printf (_ ("%s “%s”"), _ (klass->label), name->text);
}

static SfHistoryChange *
make_change (SfWorkbook *self, const SfChange *from)
{
  static const char *const operations[] = { "set", "insert", "delete" };
  SfRecordClass *klass = g_type_class_peek (from->type);
  SfHistoryChange *change = g_new0 (SfHistoryChange, 1);

  change->record_table = g_strdup (klass->table);
  change->record = from->record;
  change->operation = g_strdup (operations[from->operation]);
  if (from->operation == SF_CHANGE_SET
      && (klass->columns[from->column].flags & SF_COLUMN_CONFIDENTIAL) != 0)
    {
      /* what history has of it is sealed: that there was a change is all it can show */
      change->field = g_strdup (klass->columns[from->column].name);
      change->field_label = g_strdup (_ (klass->columns[from->column].label));
    }
  else if (from->operation == SF_CHANGE_SET)
    {
      change->field = g_strdup (klass->columns[from->column].name);
      change->field_label = g_strdup (_ (klass->columns[from->column].label));
      change->old_text = show (self, &from->old_value);
      change->new_text = show (self, &from->new_value);
    }
  else
    {
      change->field_label = g_strdup (_ (klass->label));
      name_record (from,
                   from->operation == SF_CHANGE_INSERT ? &change->new_text : &change->old_text);
    }
  if (from->operation == SF_CHANGE_INSERT && from->type == SF_TYPE_ERASURE)
    {
      g_free (change->new_text);
      change->new_text = tell_erasure (from);
    }
  return change;
}

/* NULL: the head */
static char *
name_writer (SfWorkbook *self, const SfUuid *contributor)
{
  SfContributor *by = sf_model_find (self->model, contributor);

  if (sf_uuid_equal (contributor, sf_change_by_program ()))
    return g_strdup (_ ("Sixfold itself"));
  return by != NULL ? g_strdup (sf_contributor_get_name (by)) : NULL;
}

static SfHistoryEntry *
make_entry (SfWorkbook *self, SfPastStep *step)
{
  SfHistoryEntry *entry = g_new0 (SfHistoryEntry, 1);

  entry->id = step->id;
  entry->at = step->at;
  entry->label = g_strdup (step->label);
  entry->kind = g_strdup (step->kind);
  entry->contributor = name_writer (self, &step->contributor);
  entry->changes = g_ptr_array_new_with_free_func (change_free);
  for (guint i = 0; i < step->changes->changes->len; i++)
    g_ptr_array_add (entry->changes, make_change (self, step->changes->changes->pdata[i]));
  return entry;
}

static SfJobResult
read_history (SfStore *store, gpointer data, GError **error)
{
  SfHistoryJob *job = data;

  job->steps = sf_history_list (store, job->any_record ? NULL : &job->record, job->before,
                                job->limit, error);
  return job->steps != NULL ? SF_JOB_DONE : SF_JOB_FAILED;
}

static void
on_history_read (gpointer data, const GError *error)
{
  SfHistoryJob *job = data;
  GPtrArray *entries;

  if (error != NULL)
    g_task_return_error (job->task, g_error_copy (error));
  else
    {
      entries = g_ptr_array_new_with_free_func (entry_free);
      for (guint i = 0; i < job->steps->len; i++)
        g_ptr_array_add (entries, make_entry (job->workbook, job->steps->pdata[i]));
      g_task_return_pointer (job->task, entries, (GDestroyNotify)g_ptr_array_unref);
    }
  g_clear_pointer (&job->steps, g_ptr_array_unref);
  g_object_unref (job->task);
  g_free (job);
}

/**
 * sf_workbook_load_history:
 * @self: a workbook
 * @record: (nullable): whose history, or %NULL for everything
 * @before: only what is older than this step; 0 for the newest
 * @limit: the most entries wanted
 * @callback: called when they are there
 * @data: for @callback
 */
void
sf_workbook_load_history (SfWorkbook *self,
                          SfRecord *record,
                          gint64 before,
                          guint limit,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  SfHistoryJob *job = g_new0 (SfHistoryJob, 1);

  g_return_if_fail (self->writer != NULL);

  job->task = g_task_new (self, NULL, callback, data);
  job->workbook = self;
  job->any_record = record == NULL;
  if (record != NULL)
    job->record = *sf_record_get_uuid (record);
  job->before = before;
  job->limit = limit;
  sf_writer_push (self->writer, SF_JOB_STEP, read_history, on_history_read, job);
}

GPtrArray *
sf_workbook_load_history_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The same, waiting: for the command line. */
GPtrArray *
sf_workbook_load_history_sync (
    SfWorkbook *self, SfRecord *record, gint64 before, guint limit, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_load_history (self, record, before, limit, sf_sync_cb, &result);
  sf_sync_wait (self, &result);
  return sf_workbook_load_history_finish (self, result, error);
}

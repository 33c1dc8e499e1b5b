/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-private.h"

#include "base/sf-error.h"
#include "model/sf-model-private.h"
#include "model/sf-record-private.h"
#include "store/sf-step-writer.h"
#include "workbook/sf-opened.h"
#include "workbook/sf-step-private.h"

#include <glib/gi18n-lib.h>

/* The way of a change: asked for → outbox → writer → on disk → model. */

#define RETRY_SECONDS 3

static void send_next (SfWorkbook *self);

/* Whoever waits is told once. */
static void
tell_done (SfRequest *request, const GError *error)
{
  SfRequestDone done = request->done;

  request->done = NULL;
  if (done != NULL)
    done (request->workbook, error, request->done_data);
}

static void
request_free (SfRequest *request)
{
  if (request->done != NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (
          SF_ERROR, SF_ERROR_CANCELLED,
          _ ("It was not done, because something else could not be saved before it."));

      tell_done (request, error);
    }
  g_clear_pointer (&request->set, sf_change_set_free);
  g_clear_pointer (&request->unlocked, g_array_unref);
  g_free (request);
}

void
sf_workbook_init_writing (SfWorkbook *self)
{
  g_queue_init (&self->outbox);
  self->undo = g_array_new (FALSE, FALSE, sizeof (SfStepName));
  g_array_set_clear_func (self->undo, (GDestroyNotify)sf_step_name_clear);
  self->redo = g_array_new (FALSE, FALSE, sizeof (SfStepName));
  g_array_set_clear_func (self->redo, (GDestroyNotify)sf_step_name_clear);
}

void
sf_workbook_clear_writing (SfWorkbook *self)
{
  g_clear_handle_id (&self->retry_id, g_source_remove);
  sf_workbook_clear_applying (self);
  g_queue_clear_full (&self->outbox, (GDestroyNotify)request_free);
  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_clear_error (&self->last_error);
  g_free (self->save_error);
}

gboolean
sf_workbook_check_writable (SfWorkbook *self, GError **error)
{
  if (self->writer != NULL && !self->read_only)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_READ_ONLY,
                       self->read_only_reason != NULL ? self->read_only_reason
                                                      : _ ("The centre file is closed."));
  return FALSE;
}

/* --- the model follows ---------------------------------------------------------------------- */

static void
push_name (GArray *stack, gint64 id, const char *label)
{
  SfStepName name = { id, g_strdup (label) };

  g_array_append_val (stack, name);
}

static void
follow_stacks (SfWorkbook *self, SfRequest *request)
{
  SfChangeSet *set = request->set;

  if (g_str_equal (request->kind, "undo") || g_str_equal (request->kind, "redo"))
    {
      gboolean back = g_str_equal (request->kind, "undo");
      GArray *from = back ? self->undo : self->redo;

      if (from->len > 0)
        g_array_set_size (from, from->len - 1);
      push_name (back ? self->redo : self->undo, request->about, set->label);
    }
  else if (set->id != 0 && !sf_uuid_equal (&set->contributor, sf_change_by_program ()))
    {
      g_array_set_size (self->redo, 0);
      if (g_str_equal (set->kind, "barrier"))
        g_array_set_size (self->undo, 0);
      else
        push_name (self->undo, set->id, set->label);
    }
  sf_workbook_notify (self, "can-undo");
  sf_workbook_notify (self, "can-redo");
  sf_workbook_notify (self, "undo-label");
  sf_workbook_notify (self, "redo-label");
}

/* The records of the class of @first that were changed and are there, each once. */
static GPtrArray *
list_changed (SfWorkbook *self, SfChangeSet *set, SfRecord *first)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = set->changes->len; first != NULL && i > 0; i--)
    {
      SfChange *change = set->changes->pdata[i - 1];
      SfRecord *record = change->type == G_OBJECT_TYPE (first)
                             ? sf_model_find (self->model, &change->record)
                             : NULL;

      if (record != NULL && g_hash_table_add (seen, record))
        g_ptr_array_add (records, g_object_ref (record));
    }
  return records;
}

static void
tell_replayed (SfWorkbook *self, SfChangeSet *set)
{
  SfChange *first = set->changes->len > 0 ? set->changes->pdata[set->changes->len - 1] : NULL;
  SfRecord *record = first != NULL ? sf_model_find (self->model, &first->record) : NULL;
  g_autoptr (GPtrArray) records = list_changed (self, set, record);
  const char *column = NULL;

  if (record != NULL && first->operation == SF_CHANGE_SET)
    column = SF_RECORD_GET_CLASS (record)->columns[first->column].name;
  sf_workbook_emit_replayed (self, record, column, set->label, records);
}

/* A form that showed the edit while it waited may show the record again. */
static void
tell_fields (SfWorkbook *self, SfChangeSet *set)
{
  for (guint i = 0; i < set->changes->len; i++)
    {
      SfChange *change = set->changes->pdata[i];
      SfRecord *record = sf_model_find (self->model, &change->record);

      if (change->operation == SF_CHANGE_SET && record != NULL)
        sf_workbook_emit_pending_changed (self, record, change->column);
    }
}

/* --- the writer's side ---------------------------------------------------------------------- */

/* What was said in a confidential record. */
static gboolean
check_sealed (SfStore *store, SfRequest *request, GError **error)
{
  g_autoptr (GPtrArray) sealed = sf_history_list_sealed (store, request->about, error);

  return sealed != NULL && sf_opened_check_replay (request->unlocked, sealed, error);
}

static SfJobResult
write_request (SfStore *store, gpointer data, GError **error)
{
  SfRequest *request = data;

  if (request->unlocked != NULL && !check_sealed (store, request, error))
    return SF_JOB_FAILED;
  if (g_str_equal (request->kind, "undo"))
    request->set = sf_step_undo (store, request->about, &request->contributor, error);
  else if (g_str_equal (request->kind, "redo"))
    request->set = sf_step_redo (store, request->about, &request->contributor, error);
  else if (!sf_step_write (store, request->set, error))
    return SF_JOB_FAILED;
  return request->set != NULL ? SF_JOB_DONE : SF_JOB_FAILED;
}

/* Whether writing it later may go well. */
static gboolean
is_passing (const GError *error)
{
  return !g_error_matches (error, SF_ERROR, SF_ERROR_INVALID)
         && !g_error_matches (error, SF_ERROR, SF_ERROR_NOT_FOUND)
         && !g_error_matches (error, SF_ERROR, SF_ERROR_TOO_LARGE);
}

static gboolean
on_retry_cb (gpointer data)
{
  SfWorkbook *self = data;

  self->retry_id = 0;
  send_next (self);
  return G_SOURCE_REMOVE;
}

void
sf_workbook_set_save_error (SfWorkbook *self, const GError *error)
{
  g_autoptr (GError) copy = error != NULL ? g_error_copy (error) : NULL;

  g_clear_error (&self->last_error);
  self->last_error = g_steal_pointer (&copy);
  if (g_strcmp0 (self->save_error, error != NULL ? error->message : NULL) == 0)
    return;
  g_free (self->save_error);
  self->save_error = error != NULL ? g_strdup (error->message) : NULL;
  sf_workbook_notify (self, "save-error");
}

/* It will never be written, and is told once: nothing stays unsaved of it. */
static void
tell_refused (SfWorkbook *self, const GError *error)
{
  sf_workbook_set_save_error (self, NULL);
  self->last_error = g_error_copy (error); /* for whoever waits until all is written */
  sf_workbook_emit_refused (self, error->message);
}

static void
on_failed (SfWorkbook *self, SfRequest *request, const GError *error)
{
  if (request->done == NULL && is_passing (error))
    {
      sf_workbook_set_save_error (self, error);
      /* it stays at the head of the outbox, and forms show it in preference to the record */
      if (self->retry_id == 0)
        self->retry_id = g_timeout_add_seconds (RETRY_SECONDS, on_retry_cb, self);
      return;
    }
  if (request->done == NULL)
    tell_refused (self, error);
  g_queue_pop_head (&self->outbox);
  tell_done (request, error);
  if (request->set != NULL)
    tell_fields (self, request->set);
  request_free (request);
  send_next (self);
}

/* The model is as the file is: that is told, and the next may be written. */
static void
on_applied (SfWorkbook *self, gpointer data)
{
  SfRequest *request = data;

  g_object_ref (self);
  self->sending = FALSE;
  g_queue_remove (&self->outbox, request);
  follow_stacks (self, request);
  if (request->set->changes->len > 0)
    sf_model_emit_changed (self->model);
  if (!g_str_equal (request->kind, "edit"))
    tell_replayed (self, request->set);
  tell_fields (self, request->set);
  tell_done (request, NULL);
  request_free (request);
  send_next (self);
  g_object_unref (self);
}

static void
on_written (gpointer data, const GError *error)
{
  SfRequest *request = data;
  SfWorkbook *self = request->workbook;

  if (error != NULL)
    {
      self->sending = FALSE;
      on_failed (self, request, error);
      return;
    }
  g_clear_handle_id (&self->retry_id, g_source_remove);
  sf_workbook_set_save_error (self, NULL);
  /* it is being sent until the model is so */
  sf_workbook_apply (self, request->set, on_applied, request);
}

/* An undo asked for before an edit was on disk is of that edit: what it is of is found now. */
static gboolean
aim (SfWorkbook *self, SfRequest *request)
{
  GArray *stack = g_str_equal (request->kind, "undo")   ? self->undo
                  : g_str_equal (request->kind, "redo") ? self->redo
                                                        : NULL;

  if (stack == NULL)
    return TRUE;
  if (stack->len == 0)
    return FALSE;
  request->about = g_array_index (stack, SfStepName, stack->len - 1).id;
  g_clear_pointer (&request->unlocked, g_array_unref);
  request->unlocked = sf_opened_list (self);
  return TRUE;
}

static void
send_next (SfWorkbook *self)
{
  SfRequest *request;

  while (!self->sending && self->writer != NULL
         && (request = g_queue_peek_head (&self->outbox)) != NULL)
    {
      if (aim (self, request))
        {
          self->sending = TRUE;
          sf_writer_push (self->writer, SF_JOB_STEP, write_request, on_written, request);
        }
      else
        request_free (g_queue_pop_head (&self->outbox));
    }
}

/* --- what is asked for ----------------------------------------------------------------------- */

/* @set: (transfer full) (nullable) */
static void
push_request (
    SfWorkbook *self, SfChangeSet *set, const char *kind, SfRequestDone done, gpointer data)
{
  SfRequest *request = g_new0 (SfRequest, 1);

  request->workbook = self;
  request->set = set;
  request->kind = kind;
  request->done = done;
  request->done_data = data;
  if (self->contributor != NULL)
    request->contributor = *sf_record_get_uuid (SF_RECORD (self->contributor));
  if (set != NULL && sf_uuid_is_nil (&set->contributor))
    set->contributor = request->contributor;
  if (set != NULL && self->beginning)
    set->kind = "barrier";
  g_queue_push_tail (&self->outbox, request);
  if (set != NULL)
    tell_fields (self, set);
  send_next (self);
}

void
sf_workbook_enqueue (SfWorkbook *self, SfChangeSet *set, const char *kind)
{
  push_request (self, set, kind, NULL, NULL);
}

void
sf_workbook_enqueue_once (SfWorkbook *self, SfChangeSet *set, SfRequestDone done, gpointer data)
{
  push_request (self, set, "edit", done, data);
}

/**
 * sf_workbook_submit:
 * @self: a workbook
 * @step: (transfer full): what shall change
 *
 * Asks for a change and returns. What cannot be written now stays pending and is tried again;
 * "save-error" says why. What never can be is dropped, and the signal "refused" says so once.
 */
void
sf_workbook_submit (SfWorkbook *self, SfStep *step)
{
  g_return_if_fail (SF_IS_WORKBOOK (self));

  if (self->read_only || self->writer == NULL)
    {
      g_warning ("a change was asked of a centre file that cannot be written");
      sf_step_free (step);
      return;
    }
  sf_workbook_enqueue (self, sf_step_steal_changes (step), "edit");
}

void
sf_workbook_set_beginning (SfWorkbook *self, gboolean beginning)
{
  g_return_if_fail (SF_IS_WORKBOOK (self));

  self->beginning = beginning;
}

void
sf_workbook_retry (SfWorkbook *self)
{
  g_clear_handle_id (&self->retry_id, g_source_remove);
  send_next (self);
}

static void
wait_for_one (SfWorkbook *self)
{
  if (self->applying != NULL)
    sf_workbook_apply_rest (self);
  else
    sf_writer_wait_one (self->writer);
}

/**
 * sf_workbook_sync:
 * @self: a workbook
 * @error: return location for an #SfError
 *
 * Makes steps of what is being typed and waits until all that was asked for is on disk and in
 * the model, delivering meanwhile what would otherwise come by the main context.
 *
 * Returns: %FALSE if something could not be written; it stays pending, or was refused
 */
gboolean
sf_workbook_sync (SfWorkbook *self, GError **error)
{
  g_return_val_if_fail (SF_IS_WORKBOOK (self), FALSE);

  if (self->writer == NULL)
    return TRUE;
  g_clear_error (&self->last_error);
  sf_workbook_commit_all_drafts (self);
  sf_workbook_retry (self);
  while (self->sending)
    wait_for_one (self);
  if (self->last_error == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (self->last_error);
  return FALSE;
}

/**
 * sf_workbook_give_up:
 * @self: a workbook
 *
 * Lets go what could not be written, because the user said so: nothing waits any more, and the
 * workbook can be closed. Drafts that reached the file become steps at the next opening.
 */
void
sf_workbook_give_up (SfWorkbook *self)
{
  g_return_if_fail (SF_IS_WORKBOOK (self));

  g_hash_table_remove_all (self->drafts);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  while (self->sending)
    wait_for_one (self);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_queue_clear_full (&self->outbox, (GDestroyNotify)request_free);
  sf_workbook_set_save_error (self, NULL);
}

gboolean
sf_workbook_get_can_undo (SfWorkbook *self)
{
  return !self->read_only && self->writer != NULL
         && (self->undo->len > 0 || !g_queue_is_empty (&self->outbox));
}

gboolean
sf_workbook_get_can_redo (SfWorkbook *self)
{
  return !self->read_only && self->writer != NULL && self->redo->len > 0;
}

/**
 * sf_workbook_undo:
 * @self: a workbook
 *
 * Takes back the last step as a new step; text being typed becomes a step first. Does nothing
 * where there is nothing to undo.
 */
void
sf_workbook_undo (SfWorkbook *self)
{
  if (self->read_only || self->writer == NULL)
    return;
  sf_workbook_commit_all_drafts (self);
  sf_workbook_enqueue (self, NULL, "undo");
}

void
sf_workbook_redo (SfWorkbook *self)
{
  if (self->read_only || self->writer == NULL)
    return;
  sf_workbook_commit_all_drafts (self);
  sf_workbook_enqueue (self, NULL, "redo");
}

const SfValue *
sf_workbook_find_pending (SfWorkbook *self, const SfUuid *record, guint column)
{
  for (GList *l = self->outbox.tail; l != NULL; l = l->prev)
    {
      SfRequest *request = l->data;

      for (guint i = 0; request->set != NULL && i < request->set->changes->len; i++)
        {
          SfChange *change = request->set->changes->pdata[i];
          if (change->operation == SF_CHANGE_SET && change->column == column
              && sf_uuid_equal (&change->record, record))
            return &change->new_value;
        }
    }
  return NULL;
}

gboolean
sf_workbook_is_leaving (SfWorkbook *self, const SfUuid *record)
{
  for (GList *l = self->outbox.head; l != NULL; l = l->next)
    {
      SfRequest *request = l->data;

      for (guint i = 0; request->set != NULL && i < request->set->changes->len; i++)
        {
          SfChange *change = request->set->changes->pdata[i];

          if (change->operation == SF_CHANGE_DELETE && sf_uuid_equal (&change->record, record))
            return TRUE;
        }
    }
  return FALSE;
}

guint
sf_workbook_count_pending (SfWorkbook *self)
{
  return g_queue_get_length (&self->outbox);
}

const char *
sf_workbook_get_save_error (SfWorkbook *self)
{
  return self->save_error;
}

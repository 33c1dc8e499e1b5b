/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook/sf-workbook-files.h"

#include "workbook/sf-attach.h"
#include "workbook/sf-edit-private.h"
#include "workbook/sf-workbook-helpers.h"

/* Attaching, as the workbook's thread drives it: what the file has already is asked for, a thread
 * reads, the writer writes what was read, steps slipping between; one step at the end names all
 * that came in. */

static void advance (SfAttach *attach);

/* Those under way in this workbook, borrowed. */
static GPtrArray *
get_running (SfWorkbook *self)
{
  GPtrArray *running = g_object_get_data (G_OBJECT (self), "sf-attaching");

  if (running == NULL)
    {
      running = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (self), "sf-attaching", running,
                              (GDestroyNotify)g_ptr_array_unref);
    }
  return running;
}

/* One file at a time becomes the new version of one that has none. */
static gboolean
check_version (SfWorkbook *self, const SfAttachRequest *request, GError **error)
{
  if (request->replaces == NULL)
    return TRUE;
  if (!sf_record_refers_to (SF_RECORD (request->replaces), SF_ATTACHMENT_EVIDENCE,
                            request->evidence)
      || sf_model_find (self->model, sf_record_get_uuid (SF_RECORD (request->replaces))) == NULL)
    return sf_edit_refuse (error, _ ("The file that was to be replaced is not there any more."));
  if (sf_model_get_newer_version (self->model, request->replaces) != NULL)
    return sf_edit_refuse (error, _ ("This file has a newer version already. Replace that one."));
  return (request->files != NULL && request->files[0] != NULL && request->files[1] == NULL)
         || sf_edit_refuse (error, _ ("Please choose one file as the new version."));
}

static gboolean
check_request (SfWorkbook *self, const SfAttachRequest *request, GError **error)
{
  SfFramework *framework;

  if (!sf_edit_allowed (self, request->evaluation, error) || !check_version (self, request, error))
    return FALSE;
  if (request->evidence == NULL && request->centre == NULL)
    return sf_edit_refuse (error, _ ("Please say which centre the files belong to."));
  if (request->evaluation == NULL || request->statement_code == NULL)
    return TRUE;
  framework = sf_model_get_framework (self->model, request->evaluation);
  return (framework != NULL
          && sf_framework_find_statement (framework, request->statement_code) != NULL)
         || sf_edit_refuse (error, _ ("The framework of this evaluation has no such statement."));
}

/* --- the end ---------------------------------------------------------------------------------- */

static void
disconnect (SfAttach *attach)
{
  g_clear_signal_handler (&attach->changed_id, attach->workbook->model);
  g_clear_signal_handler (&attach->refused_id, attach->workbook);
}

static void
return_result (SfAttach *attach)
{
  g_autoptr (GTask) task = g_steal_pointer (&attach->task);

  disconnect (attach);
  g_ptr_array_remove (get_running (attach->workbook), attach);
  if (attach->error != NULL)
    g_task_return_error (task, g_steal_pointer (&attach->error));
  else
    g_task_return_pointer (task, sf_attach_make_outcome (attach),
                           (GDestroyNotify)sf_attach_outcome_free);
}

static void
on_taken_back (gpointer data, const GError *error)
{
  SfAttach *attach = data;

  attach->busy = FALSE;
  if (error != NULL)
    g_debug ("what was attached halfway stays until the next opening: %s", error->message);
  if (attach->task != NULL)
    return_result (attach);
}

/* @all: not only what could not be read to its end; @shared: also what another request may have
 * found in the file */
static void
find_unwanted (SfAttach *attach, gboolean all, gboolean shared)
{
  for (guint i = 0; i < attach->items->len; i++)
    {
      SfAttachItem *item = attach->items->pdata[i];

      if (item->content == 0 || !(all || item->failed) || (item->whole && !shared))
        continue;
      g_array_append_val (attach->unwanted, item->content);
      item->content = 0;
    }
}

/* The reader has ended. What came into the file goes again. What another request may share in stays
 * until the next opening, after which goes what nothing names. */
static void
give_up (SfAttach *attach)
{
  attach->ending = TRUE;
  if (attach->workbook->writer != NULL)
    {
      attach->busy = TRUE;
      find_unwanted (attach, TRUE, get_running (attach->workbook)->len <= 1);
      sf_writer_push (attach->workbook->writer, SF_JOB_SLOW, sf_attach_take_back, on_taken_back,
                      attach);
    }
  else if (attach->task != NULL)
    return_result (attach);
}

static gboolean
is_cancelled (SfAttach *attach)
{
  if (attach->error == NULL
      && (attach->workbook->writer == NULL || g_cancellable_is_cancelled (attach->cancellable)))
    sf_attach_set_cancelled (&attach->error);
  return attach->error != NULL;
}

/* --- the step --------------------------------------------------------------------------------- */

static gboolean
is_in_model (SfAttach *attach)
{
  return sf_model_find (attach->workbook->model, &attach->first) != NULL;
}

static void
on_model_changed_cb (SfModel *model, SfAttach *attach)
{
  if (is_in_model (attach))
    return_result (attach);
}

/* Whether the step is ours. Whoever asked for the files is told then, and nobody else. */
static gboolean
on_refused_cb (SfWorkbook *workbook, const char *sentence, SfAttach *attach)
{
  SfRequest *request = g_queue_peek_head (&workbook->outbox);

  if (request == NULL || request->set == NULL
      || !sf_change_set_find_insert (request->set, &attach->first))
    return FALSE;
  attach->error = g_error_copy (workbook->last_error);
  disconnect (attach);
  give_up (attach);
  return TRUE;
}

static void
submit_step (SfAttach *attach)
{
  SfStep *step = sf_attach_build_step (attach);

  if (step == NULL)
    {
      return_result (attach);
      return;
    }
  attach->changed_id = g_signal_connect (attach->workbook->model, "changed",
                                         G_CALLBACK (on_model_changed_cb), attach);
  attach->refused_id
      = g_signal_connect (attach->workbook, "refused", G_CALLBACK (on_refused_cb), attach);
  sf_workbook_submit (attach->workbook, step);
}

static void
on_failed_taken_back (gpointer data, const GError *error)
{
  SfAttach *attach = data;

  attach->busy = FALSE;
  if (attach->task == NULL)
    return;
  if (is_cancelled (attach))
    give_up (attach);
  else
    submit_step (attach);
}

/* Before the step: what could not be read to its end, and second copies, go. */
static void
finish (SfAttach *attach)
{
  attach->ending = TRUE;
  attach->busy = TRUE;
  find_unwanted (attach, FALSE, TRUE);
  sf_writer_push (attach->workbook->writer, SF_JOB_SLOW, sf_attach_take_back, on_failed_taken_back,
                  attach);
}

/* --- piece by piece --------------------------------------------------------------------------- */

static void
tell_progress (SfAttach *attach)
{
  SfAttachProgress so_far;

  g_mutex_lock (&attach->lock);
  so_far = attach->so_far;
  g_mutex_unlock (&attach->lock);
  if (attach->progress != NULL && attach->error == NULL && !attach->ending)
    attach->progress (&so_far, attach->progress_data);
}

static void
on_written (gpointer data, const GError *error)
{
  SfAttach *attach = data;

  attach->busy = FALSE;
  if (error != NULL && attach->error == NULL)
    attach->error = g_error_copy (error);
  if (attach->task == NULL)
    return;
  tell_progress (attach);
  advance (attach);
}

static void
push_job (SfAttach *attach, SfJobFunc run, SfJobDone done)
{
  attach->busy = TRUE;
  sf_writer_push (attach->workbook->writer, SF_JOB_SLOW, run, done, attach);
}

/* Whether there is something to write; @ended: there never will be any more. */
static gboolean
has_pieces (SfAttach *attach, gboolean *ended)
{
  gboolean any;

  g_mutex_lock (&attach->lock);
  any = !g_queue_is_empty (&attach->pieces);
  *ended = attach->ended && !any;
  if (*ended && attach->error == NULL)
    attach->error = g_steal_pointer (&attach->read_error);
  g_mutex_unlock (&attach->lock);
  return any;
}

/* What is to be done now, if nothing is under way. */
static void
advance (SfAttach *attach)
{
  gboolean ended, any;

  if (attach->busy || attach->ending)
    return;
  if (is_cancelled (attach))
    sf_attach_stop (attach);
  any = has_pieces (attach, &ended);
  if (ended && attach->error != NULL)
    give_up (attach);
  else if (ended)
    finish (attach);
  else if (any && attach->error == NULL)
    push_job (attach, sf_attach_write, on_written);
}

/* The reader or the writer has got on. */
static void
on_call (gpointer data)
{
  SfAttach *attach = data;

  if (attach->task == NULL)
    return;
  tell_progress (attach);
  advance (attach);
}

static void
begin_reading (SfAttach *attach)
{
  attach->reader = g_thread_new ("sixfold-reader", sf_attach_run_reader, attach);
}

static void
on_prepared (gpointer data, const GError *error)
{
  SfAttach *attach = data;

  attach->busy = FALSE;
  if (error != NULL)
    attach->error = g_error_copy (error);
  if (attach->task == NULL)
    return;
  if (is_cancelled (attach))
    give_up (attach);
  else
    begin_reading (attach);
}

static void
add_files (SfAttach *attach, const SfAttachRequest *request)
{
  for (guint i = 0; request->files != NULL && request->files[i] != NULL; i++)
    sf_attach_add_file (attach, request->files[i]);
}

/* @attach: (transfer full) */
static void
start (SfAttach *attach,
       const SfAttachRequest *request,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer data)
{
  GTask *task = g_task_new (attach->workbook, NULL, callback, data);

  attach->task = task;
  attach->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  g_task_set_source_tag (task, sf_workbook_attach);
  g_task_set_task_data (task, attach, (GDestroyNotify)sf_attach_free);
  attach->context = g_main_context_ref_thread_default ();
  attach->on_call = on_call;
  g_ptr_array_add (get_running (attach->workbook), attach);
  if (check_request (attach->workbook, request, &attach->error) && attach->given->len > 0)
    push_job (attach, sf_attach_prepare, on_prepared);
  else
    return_result (attach);
}

/**
 * sf_workbook_attach:
 * @self: a workbook
 * @request: what shall be attached where; copied
 * @cancellable: (nullable): to give up; nothing is kept then
 * @progress: (nullable): told after each piece
 * @progress_data: for @progress
 * @callback: told at the end; see sf_workbook_attach_finish_outcome()
 * @data: for @callback
 *
 * Attaches files and what lies in folders: their contents go into the file in pieces, the same
 * contents only once, and one step at the end names them. One file that cannot be taken (over
 * 2 GB, unreadable) is refused; of several, or of a folder, it is left out. What the disk has no
 * room for is refused before anything is copied.
 */
void
sf_workbook_attach (SfWorkbook *self,
                    const SfAttachRequest *request,
                    GCancellable *cancellable,
                    SfAttachProgressFunc progress,
                    gpointer progress_data,
                    GAsyncReadyCallback callback,
                    gpointer data)
{
  SfAttach *attach;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  attach = sf_attach_new (self, request);
  add_files (attach, request);
  attach->progress = progress;
  attach->progress_data = progress_data;
  start (attach, request, cancellable, callback, data);
}

/**
 * sf_workbook_replace_attachment:
 * @self: a workbook
 * @attachment: a file as it is now
 * @file: what its new version is
 * @cancellable: (nullable): to give up; nothing is kept then
 * @progress: (nullable): told after each piece
 * @progress_data: for @progress
 * @callback: told at the end; sf_workbook_attach_finish() says which attachment was made
 * @data: for @callback
 *
 * The old version stays, behind the new one; undo brings it back.
 */
void
sf_workbook_replace_attachment (SfWorkbook *self,
                                SfAttachment *attachment,
                                GFile *file,
                                GCancellable *cancellable,
                                SfAttachProgressFunc progress,
                                gpointer progress_data,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .replaces = attachment };

  g_return_if_fail (SF_IS_WORKBOOK (self));
  g_return_if_fail (SF_IS_ATTACHMENT (attachment));

  request.evidence = sf_model_find (self->model, sf_attachment_get_evidence (attachment));
  sf_workbook_attach (self, &request, cancellable, progress, progress_data, callback, data);
}

SfAttachOutcome *
sf_workbook_attach_finish_outcome (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GArray *
sf_workbook_attach_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_autoptr (SfAttachOutcome) outcome = sf_workbook_attach_finish_outcome (self, result, error);

  return outcome != NULL ? g_steal_pointer (&outcome->attachments) : NULL;
}

void
sf_workbook_attach_bytes (SfWorkbook *self,
                          GBytes *bytes,
                          const char *name,
                          const SfAttachRequest *request,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  SfAttach *attach;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  attach = sf_attach_new (self, request);
  sf_attach_add_bytes (attach, bytes, name);
  start (attach, request, cancellable, callback, data);
}

/* --- waiting ---------------------------------------------------------------------------------- */

static void
wait_for_job (SfAttach *attach)
{
  while (attach->busy)
    sf_writer_wait_one (attach->workbook->writer);
}

static gboolean
copy_all_sync (SfAttach *attach)
{
  gboolean ended;

  push_job (attach, sf_attach_prepare, on_prepared);
  wait_for_job (attach);
  if (attach->error != NULL)
    return FALSE;
  begin_reading (attach);
  for (;;)
    {
      g_mutex_lock (&attach->lock);
      while (!attach->ended && g_queue_is_empty (&attach->pieces))
        g_cond_wait (&attach->moved, &attach->lock);
      g_mutex_unlock (&attach->lock);
      if (attach->error != NULL)
        sf_attach_stop (attach);
      if (has_pieces (attach, &ended))
        push_job (attach, sf_attach_write, on_written);
      if (ended)
        return attach->error == NULL;
      wait_for_job (attach);
    }
}

/* It is on disk, or waits to be: what was copied stays. */
static gboolean
is_named (SfAttach *attach)
{
  if (is_in_model (attach))
    return TRUE;
  for (GList *l = attach->workbook->outbox.head; l != NULL; l = l->next)
    {
      SfRequest *request = l->data;

      if (request->set != NULL && sf_change_set_find_insert (request->set, &attach->first))
        return TRUE;
    }
  return FALSE;
}

static gboolean
write_step_sync (SfAttach *attach, GError **error)
{
  SfStep *step;

  finish (attach);
  wait_for_job (attach);
  step = sf_attach_build_step (attach);
  if (step == NULL)
    return TRUE;
  sf_workbook_submit (attach->workbook, step);
  if (sf_workbook_sync (attach->workbook, error))
    return TRUE;
  if (!is_named (attach))
    {
      give_up (attach);
      wait_for_job (attach);
    }
  return FALSE;
}

SfAttachOutcome *
sf_workbook_attach_outcome_sync (SfWorkbook *self, const SfAttachRequest *request, GError **error)
{
  g_autoptr (SfAttach) attach = NULL;

  g_return_val_if_fail (SF_IS_WORKBOOK (self), NULL);

  if (!check_request (self, request, error))
    return NULL;
  attach = sf_attach_new (self, request);
  add_files (attach, request);
  if (attach->given->len == 0)
    return sf_attach_make_outcome (attach);
  if (!copy_all_sync (attach))
    {
      give_up (attach);
      wait_for_job (attach);
      g_propagate_error (error, g_steal_pointer (&attach->error));
      return NULL;
    }
  return write_step_sync (attach, error) ? sf_attach_make_outcome (attach) : NULL;
}

GArray *
sf_workbook_attach_sync (SfWorkbook *self, const SfAttachRequest *request, GError **error)
{
  g_autoptr (SfAttachOutcome) outcome = sf_workbook_attach_outcome_sync (self, request, error);

  return outcome != NULL ? g_steal_pointer (&outcome->attachments) : NULL;
}

gboolean
sf_workbook_is_attaching (SfWorkbook *self)
{
  return get_running (self)->len > 0;
}

/* Before closing: nobody waits for an attachment any more. */
void
sf_workbook_stop_attaching (SfWorkbook *self)
{
  GPtrArray *running = get_running (self);

  for (guint i = running->len; i > 0; i--)
    {
      SfAttach *attach = running->pdata[i - 1];

      g_cancellable_cancel (attach->cancellable);
      if (attach->changed_id != 0)
        {
          /* the step is asked for: it is written, or goes with what is pending */
          sf_attach_set_cancelled (&attach->error);
          return_result (attach);
        }
    }
}

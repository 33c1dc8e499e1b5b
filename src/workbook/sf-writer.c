/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-writer.h"

typedef struct
{
  SfJobKind kind;
  SfJobFunc run;
  SfJobDone done;
  gpointer data;
  GError *error;
} SfJob;

struct _SfWriter
{
  SfStore *store;
  GMainContext *context;
  GThread *thread;

  GMutex lock;
  GCond wake;     /* for the thread: there is work, or it shall stop */
  GCond reported; /* for the owner: a job is in finished */
  GQueue waiting[2];
  GQueue finished;
  guint under_way[2]; /* waiting, running or finished but not delivered */
  gboolean stop;
  GSource *source; /* the delivery that is due, if any */
};

static SfJob *
next_job (SfWriter *writer)
{
  SfJob *job = NULL;

  g_mutex_lock (&writer->lock);
  for (;;)
    {
      job = g_queue_pop_head (&writer->waiting[SF_JOB_STEP]);
      if (job == NULL)
        job = g_queue_pop_head (&writer->waiting[SF_JOB_SLOW]);
      if (job != NULL || writer->stop)
        break;
      g_cond_wait (&writer->wake, &writer->lock);
    }
  g_mutex_unlock (&writer->lock);
  return job;
}

static gboolean on_deliver_cb (gpointer data);

/* With the lock held: the owner's main context shall deliver. */
static void
schedule_delivery (SfWriter *writer)
{
  if (writer->source != NULL)
    return;
  writer->source = g_idle_source_new ();
  g_source_set_priority (writer->source, G_PRIORITY_DEFAULT);
  g_source_set_callback (writer->source, on_deliver_cb, writer, NULL);
  g_source_attach (writer->source, writer->context);
}

static gpointer
run_thread (gpointer data)
{
  SfWriter *writer = data;
  SfJob *job;

  while ((job = next_job (writer)) != NULL)
    {
      SfJobResult result = job->run (writer->store, job->data, &job->error);

      g_mutex_lock (&writer->lock);
      if (result == SF_JOB_AGAIN)
        g_queue_push_tail (&writer->waiting[job->kind], job);
      else
        {
          g_queue_push_tail (&writer->finished, job);
          schedule_delivery (writer);
          g_cond_signal (&writer->reported);
        }
      g_mutex_unlock (&writer->lock);
    }
  return NULL;
}

/* Delivers one finished job, if there is one. */
static gboolean
deliver_one (SfWriter *writer)
{
  SfJob *job;

  g_mutex_lock (&writer->lock);
  job = g_queue_pop_head (&writer->finished);
  if (job != NULL)
    writer->under_way[job->kind]--;
  g_mutex_unlock (&writer->lock);
  if (job == NULL)
    return FALSE;
  job->done (job->data, job->error);
  g_clear_error (&job->error);
  g_free (job);
  return TRUE;
}

static gboolean
on_deliver_cb (gpointer data)
{
  SfWriter *writer = data;

  g_mutex_lock (&writer->lock);
  g_clear_pointer (&writer->source, g_source_unref);
  g_mutex_unlock (&writer->lock);
  /* one job may push others, or free the workbook's last reference: each looks anew */
  deliver_one (writer);
  g_mutex_lock (&writer->lock);
  if (!g_queue_is_empty (&writer->finished))
    schedule_delivery (writer);
  g_mutex_unlock (&writer->lock);
  return G_SOURCE_REMOVE;
}

/**
 * sf_writer_new:
 * @store: (transfer full): the only connection that writes
 *
 * Starts the thread. Reports come in the caller's thread-default main context.
 *
 * Returns: (transfer full): the writer; sf_writer_stop() frees it
 */
SfWriter *
sf_writer_new (SfStore *store)
{
  SfWriter *writer = g_new0 (SfWriter, 1);

  writer->store = store;
  writer->context = g_main_context_ref_thread_default ();
  g_mutex_init (&writer->lock);
  g_cond_init (&writer->wake);
  g_cond_init (&writer->reported);
  g_queue_init (&writer->waiting[SF_JOB_STEP]);
  g_queue_init (&writer->waiting[SF_JOB_SLOW]);
  g_queue_init (&writer->finished);
  writer->thread = g_thread_new ("sixfold-writer", run_thread, writer);
  return writer;
}

SfStore *
sf_writer_stop (SfWriter *writer)
{
  SfStore *store = writer->store;

  sf_writer_wait (writer, TRUE);
  g_mutex_lock (&writer->lock);
  writer->stop = TRUE;
  g_cond_signal (&writer->wake);
  g_mutex_unlock (&writer->lock);
  g_thread_join (writer->thread);
  if (writer->source != NULL)
    {
      g_source_destroy (writer->source);
      g_source_unref (writer->source);
    }
  g_main_context_unref (writer->context);
  g_cond_clear (&writer->reported);
  g_cond_clear (&writer->wake);
  g_mutex_clear (&writer->lock);
  g_free (writer);
  return store;
}

/**
 * sf_writer_push:
 * @writer: a writer
 * @kind: whether a person waits for it
 * @run: what is done on the writer's thread
 * @done: what happens then on the owner's thread; frees @data
 * @data: (transfer full): belongs to the writer's thread until @done
 */
void
sf_writer_push (SfWriter *writer, SfJobKind kind, SfJobFunc run, SfJobDone done, gpointer data)
{
  SfJob *job = g_new0 (SfJob, 1);

  job->kind = kind;
  job->run = run;
  job->done = done;
  job->data = data;
  g_mutex_lock (&writer->lock);
  g_queue_push_tail (&writer->waiting[kind], job);
  writer->under_way[kind]++;
  g_cond_signal (&writer->wake);
  g_mutex_unlock (&writer->lock);
}

void
sf_writer_wait_one (SfWriter *writer)
{
  g_mutex_lock (&writer->lock);
  while (g_queue_is_empty (&writer->finished)
         && writer->under_way[SF_JOB_STEP] + writer->under_way[SF_JOB_SLOW] > 0)
    g_cond_wait (&writer->reported, &writer->lock);
  g_mutex_unlock (&writer->lock);
  deliver_one (writer);
}

void
sf_writer_wait (SfWriter *writer, gboolean slow)
{
  for (;;)
    {
      gboolean idle;

      g_mutex_lock (&writer->lock);
      idle = writer->under_way[SF_JOB_STEP] == 0 && (!slow || writer->under_way[SF_JOB_SLOW] == 0);
      g_mutex_unlock (&writer->lock);
      if (idle)
        return;
      sf_writer_wait_one (writer);
    }
}

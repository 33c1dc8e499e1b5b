/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-extract.h"

#include "base/sf-error.h"
#include "store/sf-extract.h"
#include "workbook/sf-workbook-private.h"

#include <glib/gi18n-lib.h>

/* Reading what was made of files: jobs for the writer, each with the task that waits for it. */

typedef struct
{
  GTask *task;
  char *words; /* the digest, or what was typed */
  guint limit;
  SfPicture *picture;
  GPtrArray *matches; /* of SfExtractMatch; NULL until they are looked for */
  GPtrArray *hits;    /* of SfContentHit */
} SfReading;

void
sf_picture_free (SfPicture *picture)
{
  g_bytes_unref (picture->pixels);
  g_free (picture);
}

void
sf_content_hit_free (SfContentHit *hit)
{
  g_free (hit->digest);
  g_free (hit->snippet);
  g_free (hit->ranges);
  g_free (hit);
}

static void
reading_free (SfReading *reading)
{
  g_clear_object (&reading->task);
  g_clear_pointer (&reading->picture, sf_picture_free);
  g_clear_pointer (&reading->matches, g_ptr_array_unref);
  g_clear_pointer (&reading->hits, g_ptr_array_unref);
  g_free (reading->words);
  g_free (reading);
}

/* @task: (transfer full) */
static void
push_reading (SfWorkbook *self,
              GTask *task,
              const char *words,
              guint limit,
              SfJobKind kind,
              SfJobFunc run,
              SfJobDone done)
{
  SfReading *reading;

  if (self->writer == NULL)
    {
      g_task_return_new_error (task, SF_ERROR, SF_ERROR_CANCELLED,
                               _ ("The centre file is closed."));
      g_object_unref (task);
      return;
    }
  reading = g_new0 (SfReading, 1);
  reading->task = task;
  reading->words = g_strdup (words);
  reading->limit = limit;
  sf_writer_push (self->writer, kind, run, done, reading);
}

static gboolean
is_cancelled (SfReading *reading)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (reading->task));
}

/* --- a picture ---------------------------------------------------------------------------------
 */

static SfJobResult
read_picture (SfStore *store, gpointer data, GError **error)
{
  SfReading *reading = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (SfExtract) extract = NULL;

  if (is_cancelled (reading))
    return SF_JOB_DONE;
  extract = sf_extract_get (store, reading->words, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return SF_JOB_FAILED;
    }
  if (extract != NULL && extract->picture != NULL)
    {
      reading->picture = g_new0 (SfPicture, 1);
      reading->picture->width = extract->width;
      reading->picture->height = extract->height;
      reading->picture->pixels = g_steal_pointer (&extract->picture);
    }
  return SF_JOB_DONE;
}

static void
on_picture_read (gpointer data, const GError *error)
{
  SfReading *reading = data;

  if (error != NULL)
    g_task_return_error (reading->task, g_error_copy (error));
  else
    g_task_return_pointer (reading->task, g_steal_pointer (&reading->picture),
                           (GDestroyNotify)sf_picture_free);
  reading_free (reading);
}

/**
 * sf_workbook_load_picture:
 * @self: a workbook
 * @digest: SHA-256 of a content, as its attachment has it
 * @cancellable: (nullable): to give up
 * @callback: called when it is there
 * @data: for @callback
 *
 * Reads the small picture of a file, if there is one.
 */
void
sf_workbook_load_picture (SfWorkbook *self,
                          const char *digest,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  GTask *task;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, sf_workbook_load_picture);
  push_reading (self, task, digest, 0, SF_JOB_SLOW, read_picture, on_picture_read);
}

SfPicture *
sf_workbook_load_picture_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- words in files ----------------------------------------------------------------------------
 */

static gboolean
add_hit (SfStore *store, SfReading *reading, GError **error)
{
  SfExtractMatch *match = reading->matches->pdata[reading->hits->len];
  g_autoptr (GError) local = NULL;
  g_autofree char *text = sf_extract_get_text (store, match->extract, &local);
  SfContentHit *hit;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  hit = g_new0 (SfContentHit, 1);
  hit->digest = g_strdup (match->digest);
  hit->snippet = sf_search_make_excerpt (text != NULL ? text : "", reading->words, &hit->ranges,
                                         &hit->n_ranges);
  g_ptr_array_add (reading->hits, hit);
  return TRUE;
}

/* First what matches, then one text after another, so that a step never waits for all of them. */
static SfJobResult
search_some (SfStore *store, gpointer data, GError **error)
{
  SfReading *reading = data;

  if (is_cancelled (reading))
    return SF_JOB_DONE;
  if (reading->matches == NULL)
    {
      reading->hits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_content_hit_free);
      reading->matches = sf_extract_search (store, reading->words, reading->limit, error);
      if (reading->matches == NULL)
        return SF_JOB_FAILED;
    }
  else if (!add_hit (store, reading, error))
    return SF_JOB_FAILED;
  return reading->hits->len < reading->matches->len ? SF_JOB_AGAIN : SF_JOB_DONE;
}

static void
on_searched (gpointer data, const GError *error)
{
  SfReading *reading = data;

  if (error != NULL)
    g_task_return_error (reading->task, g_error_copy (error));
  else
    g_task_return_pointer (reading->task, g_steal_pointer (&reading->hits),
                           (GDestroyNotify)g_ptr_array_unref);
  reading_free (reading);
}

/**
 * sf_workbook_search_contents:
 * @self: a workbook
 * @query: what was typed
 * @limit: at most so many
 * @cancellable: (nullable): to give up, for instance because more was typed
 * @callback: called with what was found
 * @data: for @callback
 *
 * Finds attached files by the words in them. All words must occur, each as the beginning of a word;
 * capitals and accents make no difference. Whether the evidence is retired is not looked at.
 */
void
sf_workbook_search_contents (SfWorkbook *self,
                             const char *query,
                             guint limit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  GTask *task;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, sf_workbook_search_contents);
  push_reading (self, task, query, limit, SF_JOB_STEP, search_some, on_searched);
}

GPtrArray *
sf_workbook_search_contents_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- waiting -----------------------------------------------------------------------------------
 */

static void
on_sync_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **where = data;

  *where = g_object_ref (result);
}

static void
wait_for (SfWorkbook *self, GAsyncResult **result)
{
  while (*result == NULL)
    {
      if (self->writer != NULL)
        sf_writer_wait_one (self->writer);
      while (*result == NULL && g_main_context_iteration (NULL, FALSE))
        ;
    }
}

SfPicture *
sf_workbook_load_picture_sync (SfWorkbook *self, const char *digest, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_load_picture (self, digest, NULL, on_sync_cb, &result);
  wait_for (self, &result);
  return sf_workbook_load_picture_finish (self, result, error);
}

GPtrArray *
sf_workbook_search_contents_sync (SfWorkbook *self, const char *query, guint limit, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_search_contents (self, query, limit, NULL, on_sync_cb, &result);
  wait_for (self, &result);
  return sf_workbook_search_contents_finish (self, result, error);
}

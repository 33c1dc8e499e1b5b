/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-extract.h"

#include "store/sf-extract.h"
#include "workbook/sf-store-task.h"

/* Reading what was made of files. */

/* A search as it goes. */
typedef struct
{
  GPtrArray *matches; /* of SfExtractMatch */
  guint next;
} SfSearching;

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
searching_free (gpointer data)
{
  SfSearching *searching = data;

  g_ptr_array_unref (searching->matches);
  g_free (searching);
}

/* --- a picture ---------------------------------------------------------------------------------
 */

static SfJobResult
read_picture (SfStore *store, gpointer data, GError **error)
{
  SfStoreTask *reading = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (SfExtract) extract = NULL;

  if (sf_store_task_is_cancelled (reading))
    return SF_JOB_DONE;
  extract = sf_extract_get (store, reading->words, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return SF_JOB_FAILED;
    }
  if (extract != NULL && extract->picture != NULL)
    {
      SfPicture *picture = g_new0 (SfPicture, 1);

      picture->width = extract->width;
      picture->height = extract->height;
      picture->pixels = g_steal_pointer (&extract->picture);
      reading->result = picture;
      reading->free_result = (GDestroyNotify)sf_picture_free;
    }
  return SF_JOB_DONE;
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
  sf_store_task_push (self, task, digest, 0, SF_JOB_SLOW, read_picture);
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
add_hit (SfStore *store, SfStoreTask *reading, SfSearching *searching, GError **error)
{
  SfExtractMatch *match = searching->matches->pdata[searching->next++];
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
  g_ptr_array_add (reading->result, hit);
  return TRUE;
}

static gboolean
begin_search (SfStore *store, SfStoreTask *reading, GError **error)
{
  GPtrArray *matches = sf_extract_search (store, reading->words, (guint)reading->number, error);
  SfSearching *searching;

  if (matches == NULL)
    return FALSE;
  searching = g_new0 (SfSearching, 1);
  searching->matches = matches;
  reading->state = searching;
  reading->free_state = searching_free;
  reading->result = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_content_hit_free);
  reading->free_result = (GDestroyNotify)g_ptr_array_unref;
  return TRUE;
}

/* First what matches, then one text after another, so that a step never waits for all of them. */
static SfJobResult
search_some (SfStore *store, gpointer data, GError **error)
{
  SfStoreTask *reading = data;
  SfSearching *searching = reading->state;

  if (sf_store_task_is_cancelled (reading))
    return SF_JOB_DONE;
  if (searching == NULL)
    return begin_search (store, reading, error) ? SF_JOB_AGAIN : SF_JOB_FAILED;
  if (searching->next == searching->matches->len)
    return SF_JOB_DONE;
  return add_hit (store, reading, searching, error) ? SF_JOB_AGAIN : SF_JOB_FAILED;
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
  sf_store_task_push (self, task, query, limit, SF_JOB_STEP, search_some);
}

GPtrArray *
sf_workbook_search_contents_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- waiting -----------------------------------------------------------------------------------
 */

SfPicture *
sf_workbook_load_picture_sync (SfWorkbook *self, const char *digest, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_load_picture (self, digest, NULL, sf_sync_cb, &result);
  sf_sync_wait (self, &result);
  return sf_workbook_load_picture_finish (self, result, error);
}

GPtrArray *
sf_workbook_search_contents_sync (SfWorkbook *self, const char *query, guint limit, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_search_contents (self, query, limit, NULL, sf_sync_cb, &result);
  sf_sync_wait (self, &result);
  return sf_workbook_search_contents_finish (self, result, error);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-contents.h"

#include "store/sf-extract.h"
#include "workbook/sf-store-task.h"

void
sf_content_match_free (SfContentMatch *match)
{
  g_free (match->digest);
  g_free (match);
}

/* --- which files -------------------------------------------------------------------------------
 */

static SfJobResult
list_contents (SfStore *store, gpointer data, GError **error)
{
  SfStoreTask *reading = data;
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *matches;

  if (sf_store_task_is_cancelled (reading))
    return SF_JOB_DONE;
  found = sf_extract_search (store, reading->words, 0, error);
  if (found == NULL)
    return SF_JOB_FAILED;
  matches = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_content_match_free);
  for (guint i = 0; i < found->len; i++)
    {
      SfExtractMatch *one = found->pdata[i];
      SfContentMatch *match = g_new0 (SfContentMatch, 1);

      match->extract = one->extract;
      match->digest = g_steal_pointer (&one->digest);
      g_ptr_array_add (matches, match);
    }
  reading->result = matches;
  reading->free_result = (GDestroyNotify)g_ptr_array_unref;
  return SF_JOB_DONE;
}

/**
 * sf_workbook_list_contents:
 * @self: a workbook
 * @query: what was typed
 * @cancellable: (nullable): to give up, for instance because more was typed
 * @callback: called with what was found
 * @data: for @callback
 *
 * Finds attached files by the words in them, as sf_workbook_search_contents() does, without reading
 * a line of each. A word that is in a great many files finds those that came last.
 */
void
sf_workbook_list_contents (SfWorkbook *self,
                           const char *query,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  GTask *task;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, sf_workbook_list_contents);
  /* what a person waits for while typing goes before the slow work */
  sf_store_task_push (self, task, query, 0, SF_JOB_STEP, list_contents);
}

GPtrArray *
sf_workbook_list_contents_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- a line of one -----------------------------------------------------------------------------
 */

static SfJobResult
load_excerpt (SfStore *store, gpointer data, GError **error)
{
  SfStoreTask *reading = data;
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;
  SfContentHit *hit;

  if (sf_store_task_is_cancelled (reading))
    return SF_JOB_DONE;
  text = sf_extract_get_text (store, reading->number, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return SF_JOB_FAILED;
    }
  hit = g_new0 (SfContentHit, 1);
  hit->snippet = sf_search_make_excerpt (text != NULL ? text : "", reading->words, &hit->ranges,
                                         &hit->n_ranges);
  reading->result = hit;
  reading->free_result = (GDestroyNotify)sf_content_hit_free;
  return SF_JOB_DONE;
}

/**
 * sf_workbook_load_excerpt:
 * @self: a workbook
 * @extract: of an #SfContentMatch
 * @query: what was typed
 * @cancellable: (nullable): to give up
 * @callback: called when it is there
 * @data: for @callback
 *
 * Reads the line of a file in which most of the words stand together.
 */
void
sf_workbook_load_excerpt (SfWorkbook *self,
                          gint64 extract,
                          const char *query,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  GTask *task;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, sf_workbook_load_excerpt);
  sf_store_task_push (self, task, query, extract, SF_JOB_STEP, load_excerpt);
}

SfContentHit *
sf_workbook_load_excerpt_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

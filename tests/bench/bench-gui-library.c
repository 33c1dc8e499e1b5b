/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-common.h"

#include "model/sf-evidence-filter.h"
#include "workbook/sf-workbook-contents.h"

/* What the library does when a word has been typed: all evidence by its own texts, the files by the
 * writer, what was found in order. Beside what a person who types does not notice. */

#define RUNS 31

typedef struct
{
  SfWorkbook *workbook;
  SfEvidenceIndex *index;
  GPtrArray *all;
} Library;

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static GPtrArray *
search_files (Library *library, const char *words)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *matches;

  sf_workbook_list_contents (library->workbook, words, NULL, on_listed_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  matches = sf_workbook_list_contents_finish (library->workbook, result, &error);
  bench_must (matches != NULL, error);
  return matches;
}

static guint
search_once (Library *library, const char *words)
{
  const SfEvidenceFilter filter = { 0 };
  g_autoptr (GPtrArray) split = sf_evidence_index_split (words);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) matches = NULL;

  for (guint i = 0; i < library->all->len; i++)
    if (sf_evidence_filter_matches (&filter, library->index, library->all->pdata[i])
        && sf_evidence_index_has_words (library->index, library->all->pdata[i], split))
      g_ptr_array_add (found, library->all->pdata[i]);
  sf_evidence_filter_sort (library->index, SF_EVIDENCE_SORT_NEWEST, found);
  matches = search_files (library, words);
  return found->len + matches->len;
}

static void
measure (Library *library, const char *name, const char *words, double most)
{
  double times[RUNS];

  if (search_once (library, words) == 0)
    g_error ("benchmark: “%s” was not found", words);
  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      search_once (library, words);
      times[i] = (double)(g_get_monotonic_time () - start) / 1000;
    }
  bench_print (name, bench_median (times, RUNS), most, "ms", 1);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfEvaluation) evaluation = NULL;
  g_autoptr (SfCentre) centre = NULL;
  Library library = { NULL };
  SfModel *model;

  if (argc != 2)
    {
      g_printerr ("usage: %s FILE\n", argv[0]);
      return 2;
    }
  library.workbook = sf_workbook_open (argv[1], SF_OPEN_DEFAULT, &error);
  bench_must (library.workbook != NULL, error);
  model = sf_workbook_get_model (library.workbook);
  evaluation = g_object_ref (sf_model_get_latest_evaluation (model, NULL));
  centre = g_object_ref (sf_model_get_centre (model, evaluation));
  library.index = sf_evidence_index_new (model, evaluation, "2026-05-14");
  library.all = sf_model_list_referring (model, SF_TYPE_EVIDENCE, SF_EVIDENCE_CENTRE, centre);
  for (guint i = 0; i < library.all->len; i++)
    sf_evidence_index_prepare (library.index, library.all->pdata[i]);
  measure (&library, "library-search-common", "families", 50);
  measure (&library, "library-search-rare", "zeppelin", 5);
  g_ptr_array_unref (library.all);
  sf_evidence_index_free (library.index);
  bench_must (sf_workbook_close (library.workbook, &error), error);
  g_object_unref (library.workbook);
  return 0;
}

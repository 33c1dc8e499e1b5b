/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-model-private.h"
#include "model/sf-search-private.h"

/* Evidence is spoken of in several records: its own, its files and its notes at the statements. */

/* The piece of evidence that a record speaks of, if it does. */
SfEvidence *
sf_search_find_evidence (SfModel *model, SfRecord *record)
{
  if (SF_IS_EVIDENCE (record))
    return SF_EVIDENCE (record);
  if (SF_IS_ATTACHMENT (record))
    return sf_model_find (model, sf_attachment_get_evidence (SF_ATTACHMENT (record)));
  if (SF_IS_EVIDENCE_LINK (record))
    return sf_model_get_evidence (model, SF_EVIDENCE_LINK (record));
  return NULL;
}

/* How well a piece of evidence holds the words looked for so far. */
typedef struct
{
  guint n_words;
  guint n_in_title;
  guint n_own;     /* words that are in its own texts … */
  guint64 columns; /* … and those of them that hold all so far */
  guint serial;
} Held;

static void
hold_word (SfModel *model, GHashTable *held, const SfSearchMatch *match, guint nth)
{
  SfEvidence *evidence = sf_search_find_evidence (model, match->record);
  Held *one = evidence != NULL ? g_hash_table_lookup (held, evidence) : NULL;

  if (evidence == NULL || sf_search_is_retired (model, match->record))
    return;
  if (one == NULL)
    {
      one = g_new0 (Held, 1);
      g_hash_table_insert (held, evidence, one);
    }
  if (one->n_words == nth)
    one->n_words++;
  if (match->record != (SfRecord *)evidence)
    return;
  one->serial = match->serial;
  one->columns = one->n_own == 0 ? match->columns : one->columns & match->columns;
  one->n_own++;
  if ((match->columns & G_GUINT64_CONSTANT (1) << SF_EVIDENCE_TITLE) != 0)
    one->n_in_title++;
}

/* 0: all words in its title; 1: in one text of its own; 2: here and there */
static guint
measure_spread (const Held *one)
{
  if (one->n_in_title == one->n_words)
    return 0;
  return one->n_own == one->n_words && one->columns != 0 ? 1 : 2;
}

static int
compare_held (gconstpointer a, gconstpointer b, gpointer data)
{
  const Held *one = g_hash_table_lookup (data, *(gpointer *)a);
  const Held *two = g_hash_table_lookup (data, *(gpointer *)b);

  if (measure_spread (one) != measure_spread (two))
    return measure_spread (one) < measure_spread (two) ? -1 : 1;
  if (one->n_in_title != two->n_in_title)
    return one->n_in_title > two->n_in_title ? -1 : 1;
  return one->serial == two->serial ? 0 : one->serial > two->serial ? -1 : 1;
}

/* Pieces of evidence that have all words, the best first. */
static GPtrArray *
list_evidence (SfModel *model, GPtrArray *words)
{
  g_autoptr (GHashTable) held = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer evidence, one;

  for (guint i = 0; i < words->len; i++)
    {
      g_autoptr (GPtrArray) word = g_ptr_array_new ();
      g_autoptr (GArray) matches = NULL;

      g_ptr_array_add (word, words->pdata[i]);
      matches = sf_search_index_find (sf_search_index_get (model), word);
      for (guint k = 0; k < matches->len; k++)
        hold_word (model, held, &g_array_index (matches, SfSearchMatch, k), i);
    }
  g_hash_table_iter_init (&iter, held);
  while (g_hash_table_iter_next (&iter, &evidence, &one))
    if (((Held *)one)->n_words == words->len)
      g_ptr_array_add (list, evidence);
  g_ptr_array_sort_with_data (list, compare_held, held);
  return list;
}

/* --- where the words are ------------------------------------------------------------------------
 */

/* The text that has most of the words so far. */
typedef struct
{
  SfSearchKind kind;
  SfRecord *record;
  guint column;
  guint n_words;
} Reason;

static void
weigh (Reason *best, SfSearchKind kind, SfRecord *record, GPtrArray *words)
{
  guint n, column = sf_search_choose_column (record, words, &n);

  if (best->record == NULL || n > best->n_words)
    *best = (Reason){ kind, record, column, n };
}

/* Notes of @evaluation, or those of the others. */
static void
weigh_notes (Reason *best,
             SfModel *model,
             SfEvidence *evidence,
             SfEvaluation *evaluation,
             gboolean others,
             GPtrArray *words)
{
  GPtrArray *links
      = sf_model_peek_referring (model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVIDENCE, evidence);

  for (guint i = 0; links != NULL && i < links->len && best->n_words < words->len; i++)
    if ((sf_search_find_evaluation (model, links->pdata[i]) != evaluation) == others)
      weigh (best, SF_SEARCH_NOTE, links->pdata[i], words);
}

static SfSearchHit *
make_hit (SfModel *model, SfEvaluation *evaluation, SfEvidence *evidence, GPtrArray *words)
{
  g_autoptr (GPtrArray) files = sf_model_list_attachments (model, evidence);
  Reason best = { 0 };
  SfSearchHit *hit;

  weigh (&best, SF_SEARCH_EVIDENCE, SF_RECORD (evidence), words);
  weigh_notes (&best, model, evidence, evaluation, FALSE, words);
  weigh_notes (&best, model, evidence, evaluation, TRUE, words);
  for (guint i = 0; i < files->len; i++)
    weigh (&best, SF_SEARCH_ATTACHMENT, files->pdata[i], words);
  hit = sf_search_hit_new_for_record (model, evaluation, best.kind, best.record, best.column);
  sf_search_hit_add_snippet (hit, sf_record_get_text (best.record, best.column), words);
  return hit;
}

GPtrArray *
sf_search_evidence (
    SfModel *model, SfEvaluation *evaluation, const char *query, guint limit, guint *count)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_search_hit_free);
  g_autoptr (GPtrArray) words = sf_search_split_query (query);
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (SF_IS_MODEL (model), hits);

  list = list_evidence (model, words);
  for (guint i = 0; i < list->len && (limit == 0 || i < limit); i++)
    g_ptr_array_add (hits, make_hit (model, evaluation, list->pdata[i], words));
  if (count != NULL)
    *count = list->len;
  return hits;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-search-private.h"

#include <string.h>

#define MAX_WORDS 64
#define PREPARING 2000 /* microseconds at once */

/* What was typed, as words that can be looked for. */
GPtrArray *
sf_search_split_query (const char *query)
{
  GPtrArray *words = sf_search_split (query);

  if (words->len > MAX_WORDS)
    g_ptr_array_set_size (words, MAX_WORDS);
  return words;
}

/* --- statements --------------------------------------------------------------------------------
 */

/* A statement never changes: its folded texts are kept with it. */
static const char *
get_folded (SfStatement *statement, gboolean title)
{
  const char *key = title ? "sf-folded-title" : "sf-folded-text";
  char *folded = g_object_get_data (G_OBJECT (statement), key);

  if (folded == NULL)
    {
      folded = sf_search_fold (title ? sf_statement_get_title (statement)
                                     : sf_statement_get_text (statement));
      g_object_set_data_full (G_OBJECT (statement), key, folded, g_free);
    }
  return folded;
}

/* @column: (out): 0 if the title, 1 if the text has most of the words */
static gboolean
search_statement (SfStatement *statement, GPtrArray *words, guint *column)
{
  const char *title = get_folded (statement, TRUE), *text = get_folded (statement, FALSE);
  guint n = 0, in_title = 0, in_text = 0;

  for (guint i = 0; i < words->len; i++)
    {
      gboolean one = sf_search_has_word (title, words->pdata[i]);
      gboolean other = sf_search_has_word (text, words->pdata[i]);

      in_title += one ? 1 : 0;
      in_text += other ? 1 : 0;
      n += one || other ? 1 : 0;
    }
  *column = in_text > in_title ? 1 : 0;
  return n == words->len;
}

void
sf_search_hit_add_snippet (SfSearchHit *hit, const char *text, GPtrArray *words)
{
  hit->snippet
      = sf_search_make_snippet (text != NULL ? text : "", words, &hit->ranges, &hit->n_ranges);
}

/* Those in whose titles the words are come first. Returns how many there are. */
static guint
add_statements (SfFramework *framework, GPtrArray *words, guint limit, GPtrArray *hits)
{
  GPtrArray *statements = sf_framework_get_statements (framework);
  guint n = 0, n_titles = 0, first = hits->len;

  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = statements->pdata[i];
      SfSearchHit *hit;
      guint column;

      if (!search_statement (statement, words, &column))
        continue;
      n++;
      if (limit > 0 && column != 0 && hits->len - first >= limit)
        continue;
      hit = sf_search_hit_new_for_statement (statement, column);
      sf_search_hit_add_snippet (hit,
                                 column == 0 ? sf_statement_get_title (statement)
                                             : sf_statement_get_text (statement),
                                 words);
      g_ptr_array_insert (hits, column == 0 ? (int)(first + n_titles++) : -1, hit);
    }
  if (limit > 0 && hits->len - first > limit)
    g_ptr_array_set_size (hits, (int)(first + limit));
  return n;
}

/* --- records -----------------------------------------------------------------------------------
 */

/* Whether a record is retired or replaced, or hangs on one that is. */
gboolean
sf_search_is_retired (SfModel *model, SfRecord *record)
{
  int column = sf_record_class_find_column (SF_RECORD_GET_CLASS (record), "retired_at");
  SfRecord *parent = NULL;

  if (column >= 0 && !sf_record_is_null (record, (guint)column))
    return TRUE;
  if (SF_IS_ATTACHMENT (record) && sf_model_get_newer_version (model, SF_ATTACHMENT (record)))
    return TRUE;
  if (SF_IS_ATTACHMENT (record))
    parent = sf_model_find (model, sf_attachment_get_evidence (SF_ATTACHMENT (record)));
  else if (SF_IS_EVIDENCE_LINK (record))
    parent = sf_model_find (model, sf_evidence_link_get_evidence (SF_EVIDENCE_LINK (record)));
  else if (SF_IS_REVIEW (record))
    parent = sf_model_find (model, sf_review_get_target (SF_REVIEW (record)));
  else if (SF_IS_CHALLENGE (record))
    parent = sf_model_find (model, sf_challenge_get_meeting (SF_CHALLENGE (record)));
  return parent != NULL && sf_search_is_retired (model, parent);
}

/* The column that says what a record is called; -1 for one that has no name of its own. */
static int
find_title (SfRecord *record)
{
  int column = sf_record_class_find_column (SF_RECORD_GET_CLASS (record), "title");

  return column >= 0 ? column : sf_record_class_find_column (SF_RECORD_GET_CLASS (record), "name");
}

/* A record that was found, and what it comes before others by. */
typedef struct
{
  SfSearchMatch match;
  gboolean other; /* of another evaluation than the one that is shown */
  guint spread;   /* 0: all words in what it is called; 1: in one text; 2: over several */
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a, *two = b;

  if (one->match.kind != two->match.kind)
    return one->match.kind < two->match.kind ? -1 : 1;
  if (one->other != two->other)
    return one->other ? 1 : -1;
  if (one->spread != two->spread)
    return one->spread < two->spread ? -1 : 1;
  return one->match.serial < two->match.serial ? -1 : 1;
}

static guint
measure_spread (const SfSearchMatch *match)
{
  int title = find_title (match->record);

  if (title >= 0 && (match->columns & G_GUINT64_CONSTANT (1) << title) != 0)
    return 0;
  return match->columns != 0 ? 1 : 2;
}

/* All but evidence, which is put together of several. */
static GArray *
find_records (SfModel *model, SfEvaluation *evaluation, GPtrArray *words)
{
  g_autoptr (GArray) matches = sf_search_index_find (sf_search_index_get (model), words);
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (Found), matches->len);

  for (guint i = 0; i < matches->len; i++)
    {
      Found found = { g_array_index (matches, SfSearchMatch, i) };
      SfEvaluation *of;

      if (sf_search_kind_get_group (found.match.kind) == SF_SEARCH_EVIDENCE
          || sf_search_is_retired (model, found.match.record))
        continue;
      of = sf_search_find_evaluation (model, found.match.record);
      found.other = of != NULL && of != evaluation;
      found.spread = measure_spread (&found.match);
      g_array_append_val (list, found);
    }
  g_array_sort (list, compare_found);
  return list;
}

/*
 * sf_search_choose_column:
 * @n: (out): how many of the words are in it
 *
 * Returns: the searched column of @record that has most of the words, the first of equal ones
 */
guint
sf_search_choose_column (SfRecord *record, GPtrArray *words, guint *n)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);
  guint best = 0;

  *n = 0;
  for (guint i = 0; i < klass->n_columns; i++)
    if ((klass->columns[i].flags & SF_COLUMN_SEARCHED) != 0
        && (klass->columns[i].flags & SF_COLUMN_CONFIDENTIAL) == 0)
      {
        g_autofree char *folded = sf_search_fold (sf_record_get_text (record, i));
        guint here = sf_search_count_words_in (folded, words);

        if (here > *n)
          {
            *n = here;
            best = i;
          }
      }
  return best;
}

/* Which text of a record is shown: what it is called or the first that has all words, otherwise
 * the one that has most of them. */
static guint
choose_column (const SfSearchMatch *match, GPtrArray *words)
{
  int title = find_title (match->record);
  guint n;

  if (title >= 0 && (match->columns & G_GUINT64_CONSTANT (1) << title) != 0)
    return (guint)title;
  if (match->columns != 0)
    return (guint)g_bit_nth_lsf (match->columns, -1);
  return sf_search_choose_column (match->record, words, &n);
}

static void
add_records (SfModel *model,
             SfEvaluation *evaluation,
             GPtrArray *words,
             guint limit,
             GPtrArray *hits,
             guint counts[SF_N_SEARCH_KINDS])
{
  g_autoptr (GArray) list = find_records (model, evaluation, words);

  for (guint i = 0; i < list->len; i++)
    {
      SfSearchMatch *match = &g_array_index (list, Found, i).match;
      SfSearchHit *hit;
      guint column;

      if (counts[match->kind]++ >= limit && limit > 0)
        continue;
      column = choose_column (match, words);
      hit = sf_search_hit_new_for_record (model, evaluation, match->kind, match->record, column);
      sf_search_hit_add_snippet (hit, sf_record_get_text (match->record, column), words);
      g_ptr_array_add (hits, hit);
    }
}

/* --- all together ------------------------------------------------------------------------------
 */

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const SfSearchHit *one = *(SfSearchHit *const *)a, *two = *(SfSearchHit *const *)b;

  return (int)sf_search_kind_get_group (one->kind) - (int)sf_search_kind_get_group (two->kind);
}

GPtrArray *
sf_search_counted (SfModel *model,
                   SfEvaluation *evaluation,
                   const char *query,
                   guint limit,
                   guint counts[SF_N_SEARCH_KINDS])
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_search_hit_free);
  g_autoptr (GPtrArray) words = sf_search_split_query (query);
  g_autoptr (GPtrArray) evidence = NULL;
  SfFramework *framework;

  g_return_val_if_fail (SF_IS_MODEL (model), hits);

  memset (counts, 0, sizeof *counts * SF_N_SEARCH_KINDS);
  if (words->len == 0)
    return hits;
  framework = evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL;
  if (framework != NULL)
    counts[SF_SEARCH_STATEMENT] = add_statements (framework, words, limit, hits);
  add_records (model, evaluation, words, limit, hits, counts);
  evidence = sf_search_evidence (model, evaluation, query, limit, &counts[SF_SEARCH_EVIDENCE]);
  g_ptr_array_extend_and_steal (hits, g_steal_pointer (&evidence));
  g_ptr_array_sort (hits, compare_groups);
  return hits;
}

GPtrArray *
sf_search (SfModel *model, SfEvaluation *evaluation, const char *query, guint limit)
{
  guint counts[SF_N_SEARCH_KINDS];

  return sf_search_counted (model, evaluation, query, limit, counts);
}

gboolean
sf_search_prepare (SfModel *model)
{
  g_return_val_if_fail (SF_IS_MODEL (model), FALSE);

  return sf_search_index_fill (sf_search_index_get (model), PREPARING);
}

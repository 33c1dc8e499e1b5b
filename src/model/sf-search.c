/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-search-private.h"

#include <string.h>

/* Folding is what costs: the folded texts of a record are kept with it until it changes. Ten
 * thousand records of some hundred words are searched in a few hundredths of a second so. */

typedef struct
{
  guint n;
  char *texts[];
} FoldedTexts;

static GQuark
get_quark (void)
{
  static GQuark quark;

  if (quark == 0)
    quark = g_quark_from_static_string ("sf-search-folded");
  return quark;
}

static void
folded_texts_free (gpointer data)
{
  FoldedTexts *self = data;

  for (guint i = 0; i < self->n; i++)
    g_free (self->texts[i]);
  g_free (self);
}

static void
on_notify_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  FoldedTexts *self = g_object_get_qdata (object, get_quark ());

  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->texts[i], g_free);
}

/* @object is a record, or a statement, which never changes. */
static FoldedTexts *
get_folded_texts (gpointer object, guint n)
{
  FoldedTexts *self = g_object_get_qdata (object, get_quark ());

  if (self == NULL)
    {
      self = g_malloc0 (sizeof *self + n * sizeof (char *));
      self->n = n;
      g_object_set_qdata_full (object, get_quark (), self, folded_texts_free);
      g_signal_connect (object, "notify", G_CALLBACK (on_notify_cb), NULL);
    }
  return self;
}

/* @text in folded form: kept, or made and kept. */
static const char *
get_folded (FoldedTexts *self, guint n, const char *text)
{
  if (self->texts[n] == NULL)
    self->texts[n] = sf_search_fold (text);
  return self->texts[n];
}

/* The search of one text after another for words that may be spread over them. */
typedef struct
{
  GPtrArray *words;
  guint64 found; /* a bit for each word */
  guint best;    /* the text that has most of them … */
  guint most;    /* … which is so many */
} Search;

#define MAX_WORDS 64

static void
search_text (Search *search, guint n, const char *folded)
{
  guint here = 0;

  for (guint i = 0; i < search->words->len; i++)
    if (sf_search_has_word (folded, search->words->pdata[i]))
      {
        search->found |= G_GUINT64_CONSTANT (1) << i;
        here++;
      }
  if (here > search->most)
    {
      search->most = here;
      search->best = n;
    }
}

static gboolean
has_found_all (const Search *search)
{
  guint n = search->words->len;
  guint64 all = n >= MAX_WORDS ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << n) - 1;

  return search->found == all;
}

static gboolean
search_record (SfRecord *record, GPtrArray *words, guint *column)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);
  FoldedTexts *texts = get_folded_texts (record, klass->n_columns);
  Search search = { .words = words };

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const char *text = NULL;

      if ((klass->columns[i].flags & SF_COLUMN_SEARCHED) != 0
          && (klass->columns[i].flags & SF_COLUMN_CONFIDENTIAL) == 0)
        text = sf_record_get_text (record, i);
      if (text != NULL && *text != '\0')
        search_text (&search, i, get_folded (texts, i, text));
    }
  *column = search.best;
  return has_found_all (&search);
}

static gboolean
search_statement (SfStatement *statement, GPtrArray *words, guint *column)
{
  FoldedTexts *texts = get_folded_texts (statement, 2);
  Search search = { .words = words };

  search_text (&search, 0, get_folded (texts, 0, sf_statement_get_title (statement)));
  search_text (&search, 1, get_folded (texts, 1, sf_statement_get_text (statement)));
  *column = search.best;
  return has_found_all (&search);
}

/* In the order of SfSearchKind, after the statements. */
static GType
get_type (SfSearchKind kind)
{
  switch (kind)
    {
    case SF_SEARCH_AREA:
      return SF_TYPE_AREA_JUDGEMENT;
    case SF_SEARCH_JUDGEMENT:
      return SF_TYPE_JUDGEMENT;
    case SF_SEARCH_TARGET:
      return SF_TYPE_TARGET;
    case SF_SEARCH_REVIEW:
      return SF_TYPE_REVIEW;
    case SF_SEARCH_EVIDENCE:
      return SF_TYPE_EVIDENCE;
    case SF_SEARCH_ATTACHMENT:
      return SF_TYPE_ATTACHMENT;
    case SF_SEARCH_NOTE:
      return SF_TYPE_EVIDENCE_LINK;
    case SF_SEARCH_EVALUATION:
      return SF_TYPE_EVALUATION;
    case SF_SEARCH_CENTRE:
      return SF_TYPE_CENTRE;
    case SF_SEARCH_CONTRIBUTOR:
      return SF_TYPE_CONTRIBUTOR;
    case SF_SEARCH_STATEMENT:
    default:
      return G_TYPE_INVALID;
    }
}

/* Whether a record is retired or replaced, or hangs on one that is. */
static gboolean
is_retired (SfModel *model, SfRecord *record)
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
  return parent != NULL && is_retired (model, parent);
}

typedef struct
{
  SfRecord *record;
  guint column;
} Found;

/* Puts into @mine what belongs to the evaluation that is shown or to none, the rest into
 * @others. */
static void
search_kind (SfModel *model,
             SfEvaluation *evaluation,
             SfSearchKind kind,
             GPtrArray *words,
             GArray *mine,
             GArray *others)
{
  GListModel *list = sf_model_get_list (model, get_type (kind));
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SfRecord) record = g_list_model_get_item (list, i);
      SfEvaluation *of;
      Found found = { record };

      if (!search_record (record, words, &found.column) || is_retired (model, record))
        continue;
      of = sf_search_find_evaluation (model, record);
      if (of == NULL || of == evaluation)
        g_array_append_val (mine, found);
      else
        g_array_append_val (others, found);
    }
}

static void
add_snippet (SfSearchHit *hit, const char *text, GPtrArray *words)
{
  hit->snippet = sf_search_make_snippet (text, words, &hit->ranges, &hit->n_ranges);
}

static void
add_records (SfModel *model,
             SfEvaluation *evaluation,
             SfSearchKind kind,
             GPtrArray *words,
             guint limit,
             GPtrArray *hits)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (Found));

  search_kind (model, evaluation, kind, words, found, others);
  g_array_append_vals (found, others->data, others->len);
  for (guint i = 0; i < found->len && (limit == 0 || i < limit); i++)
    {
      Found *one = &g_array_index (found, Found, i);
      SfSearchHit *hit
          = sf_search_hit_new_for_record (model, evaluation, kind, one->record, one->column);

      add_snippet (hit, sf_record_get_text (one->record, one->column), words);
      g_ptr_array_add (hits, hit);
    }
}

static void
add_statements (SfFramework *framework, GPtrArray *words, guint limit, GPtrArray *hits)
{
  GPtrArray *statements = sf_framework_get_statements (framework);
  guint n = 0;

  for (guint i = 0; i < statements->len && (limit == 0 || n < limit); i++)
    {
      SfStatement *statement = statements->pdata[i];
      SfSearchHit *hit;
      guint column;

      if (!search_statement (statement, words, &column))
        continue;
      hit = sf_search_hit_new_for_statement (statement, column);
      add_snippet (hit,
                   column == 0 ? sf_statement_get_title (statement)
                               : sf_statement_get_text (statement),
                   words);
      g_ptr_array_add (hits, hit);
      n++;
    }
}

GPtrArray *
sf_search (SfModel *model, SfEvaluation *evaluation, const char *query, guint limit)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_search_hit_free);
  g_autoptr (GPtrArray) words = sf_search_split (query);
  SfFramework *framework;

  g_return_val_if_fail (SF_IS_MODEL (model), hits);

  if (words->len == 0)
    return hits;
  if (words->len > MAX_WORDS)
    g_ptr_array_set_size (words, MAX_WORDS);
  framework = evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL;
  if (framework != NULL)
    add_statements (framework, words, limit, hits);
  for (guint kind = SF_SEARCH_STATEMENT + 1; kind < SF_N_SEARCH_KINDS; kind++)
    add_records (model, evaluation, (SfSearchKind)kind, words, limit, hits);
  return hits;
}

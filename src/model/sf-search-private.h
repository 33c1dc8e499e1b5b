/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-search.h"

G_BEGIN_DECLS

/* A folded text is a text as search compares it: each word in lower case, without accents and
 * apostrophes, with one space before it: " parents views". */

char *sf_search_fold (const char *text);
GPtrArray *sf_search_split (const char *query);
GPtrArray *sf_search_split_query (const char *query);
gboolean sf_search_has_word (const char *folded, const char *word);
guint sf_search_count_words_in (const char *folded, GPtrArray *words);
char *sf_search_make_snippet (const char *text,
                              GPtrArray *words,
                              SfSearchRange **ranges,
                              guint *n_ranges);

SfSearchHit *sf_search_hit_new_for_statement (SfStatement *statement, guint column);
SfSearchHit *sf_search_hit_new_for_record (
    SfModel *model, SfEvaluation *current, SfSearchKind kind, SfRecord *record, guint column);
SfEvaluation *sf_search_find_evaluation (SfModel *model, SfRecord *record);
SfEvidence *sf_search_find_evidence (SfModel *model, SfRecord *record);
gboolean sf_search_is_retired (SfModel *model, SfRecord *record);
guint sf_search_choose_column (SfRecord *record, GPtrArray *words, guint *n);
void sf_search_hit_add_snippet (SfSearchHit *hit, const char *text, GPtrArray *words);

typedef struct _SfSearchIndex SfSearchIndex;

/* A record in which all words occur: when it came, and the columns (a bit for each) that hold all
 * of them alone. */
typedef struct
{
  SfRecord *record;
  SfSearchKind kind;
  guint serial;
  guint64 columns;
} SfSearchMatch;

SfSearchIndex *sf_search_index_get (SfModel *model);
gboolean sf_search_index_fill (SfSearchIndex *self, gint64 microseconds);
GArray *sf_search_index_find (SfSearchIndex *self, GPtrArray *words);

G_END_DECLS

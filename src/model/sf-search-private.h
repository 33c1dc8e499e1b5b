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

G_END_DECLS

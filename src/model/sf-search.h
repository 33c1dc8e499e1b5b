/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/**
 * SfSearchKind:
 *
 * In what the words were found. A piece of evidence is found once: as %SF_SEARCH_EVIDENCE by its
 * title or another text of its own, else as %SF_SEARCH_NOTE, %SF_SEARCH_ATTACHMENT or
 * %SF_SEARCH_CONTENT.
 */
typedef enum
{
  SF_SEARCH_STATEMENT,
  SF_SEARCH_AREA,
  SF_SEARCH_JUDGEMENT,
  SF_SEARCH_TARGET,
  SF_SEARCH_REVIEW,
  SF_SEARCH_EVIDENCE,
  SF_SEARCH_ATTACHMENT,
  SF_SEARCH_NOTE,
  SF_SEARCH_EVALUATION,
  SF_SEARCH_CENTRE,
  SF_SEARCH_CONTRIBUTOR,
  SF_SEARCH_MEETING,
  SF_SEARCH_CHALLENGE,
  SF_SEARCH_CONTENT, /* the words inside a file; the model does not know them */
} SfSearchKind;

#define SF_N_SEARCH_KINDS 14

/**
 * SfSearchRange:
 * @start: the first byte of a match in the snippet
 * @end: the byte after it
 */
typedef struct
{
  guint start;
  guint end;
} SfSearchRange;

/**
 * SfSearchHit:
 * @kind: in what it was found
 * @record: (nullable): the record; %NULL for a statement of the framework
 * @evidence: (nullable): the piece of evidence that @record is, or belongs to
 * @column: the column of @record that the snippet is from; for a statement 0 is its title and 1
 *   its text
 * @title: what it is called: a target's title, a judgement's statement, the title of evidence
 * @detail: (nullable): what tells it apart: the evaluation if it is not the one searched, who
 *   judged; of evidence the file, or the statement of the note
 * @snippet: a line of the text around the first match
 * @ranges: the matches in @snippet, in order, not overlapping
 * @n_ranges: how many
 * @area_code: (nullable): the key area where it is shown
 * @statement_code: (nullable): the statement where it is shown
 *
 * A record, or a statement of the framework, in which all words occur.
 */
typedef struct
{
  SfSearchKind kind;
  SfRecord *record;
  SfEvidence *evidence;
  guint column;
  char *title;
  char *detail;
  char *snippet;
  SfSearchRange *ranges;
  guint n_ranges;
  char *area_code;
  char *statement_code;
} SfSearchHit;

void sf_search_hit_free (SfSearchHit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfSearchHit, sf_search_hit_free)

/**
 * sf_search_kind_get_label:
 *
 * Returns: what a group of such hits is called: "Targets"
 */
const char *sf_search_kind_get_label (SfSearchKind kind);

/**
 * sf_search_kind_get_group:
 *
 * Returns: the kind that hits of @kind are counted and shown with: all that is written of evidence
 *   is one group
 */
SfSearchKind sf_search_kind_get_group (SfSearchKind kind);

/**
 * sf_search_hit_is_in_title:
 *
 * Returns: whether the snippet is what it is called, and no text besides
 */
gboolean sf_search_hit_is_in_title (const SfSearchHit *self);

/**
 * sf_search:
 * @evaluation: (nullable): whose framework is searched too, and whose records come first
 * @query: what was typed
 * @limit: at most so many hits of each kind; 0 for all
 *
 * Finds all that a query names: in the searched columns (%SF_COLUMN_SEARCHED) of all records of the
 * workbook that are not retired and do not hang on one that is, and in titles and texts of the
 * framework's statements. Every word of @query must occur in the record (of evidence as
 * sf_search_evidence() does), each as the beginning of a word. Capitals, accents and apostrophes
 * make no difference.
 *
 * Returns: (transfer full) (element-type SfSearchHit): by group; of each group this evaluation's
 *   first, of those what is called so, then what has all words in one text, then as they were made;
 *   evidence as sf_search_evidence() has it; empty for a query without a letter or digit. The array
 *   frees its elements
 */
GPtrArray *sf_search (SfModel *model, SfEvaluation *evaluation, const char *query, guint limit);

/**
 * sf_search_counted:
 * @counts: (out) (array fixed-size=12): of each group, how many there are, whatever the limit
 *
 * As sf_search().
 */
GPtrArray *sf_search_counted (SfModel *model,
                              SfEvaluation *evaluation,
                              const char *query,
                              guint limit,
                              guint counts[SF_N_SEARCH_KINDS]);

/**
 * sf_search_prepare:
 *
 * Reads a few more of the records, so that the first search need not. To be called while nothing
 * else is to be done.
 *
 * Returns: whether there are more
 */
gboolean sf_search_prepare (SfModel *model);

/**
 * sf_search_evidence:
 * @evaluation: (nullable): whose notes come first
 * @query: what was typed
 * @limit: at most so many; 0 for all
 * @count: (out) (optional): how many there are, whatever the limit
 *
 * Finds evidence by all that is written of it: its own texts, the names of its files, and what it
 * shows at the statements. The words may be spread over these. What is retired is left out. Each is
 * one hit, of the text that has most of the words; of equal ones its title before its other texts,
 * these before the notes, and the names of its files last.
 *
 * Returns: (transfer full) (element-type SfSearchHit): those with all words in their titles
 *   first, then in one text of theirs, then the newest; empty for a query without a letter or
 * digit. The array frees its elements
 */
GPtrArray *sf_search_evidence (
    SfModel *model, SfEvaluation *evaluation, const char *query, guint limit, guint *count);

/* Returns: (transfer full): a hit that shows @evidence by its title, without words looked for. */
SfSearchHit *sf_search_hit_new_for_evidence (SfModel *model, SfEvidence *evidence);

/**
 * sf_search_hit_new_for_file:
 * @attachment: the file in which words were found
 * @snippet: (transfer full): a line of its text
 * @ranges: (transfer full) (array length=n_ranges): the matches in it
 * @n_ranges: how many
 *
 * Returns: (transfer full): a hit of %SF_SEARCH_CONTENT, called like the file's evidence
 */
SfSearchHit *sf_search_hit_new_for_file (
    SfModel *model, SfAttachment *attachment, char *snippet, SfSearchRange *ranges, guint n_ranges);

/**
 * sf_search_text_matches:
 * @text: (nullable): a text
 * @words: (nullable): what was typed
 *
 * Returns: whether all words begin a word of @text, as sf_search() compares; blank @words match all
 */
gboolean sf_search_text_matches (const char *text, const char *words);

/**
 * sf_search_make_excerpt:
 * @text: a text, which may be as long as a book
 * @query: what was typed
 * @ranges: (out) (transfer full) (array length=n_ranges): the matches in what is returned
 * @n_ranges: (out): how many
 *
 * Returns: (transfer full): a line from where most of the words stand together
 */
char *sf_search_make_excerpt (const char *text,
                              const char *query,
                              SfSearchRange **ranges,
                              guint *n_ranges);

G_END_DECLS

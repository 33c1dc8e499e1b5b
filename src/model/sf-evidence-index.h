/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/**
 * SfEvidenceLack:
 * @SF_EVIDENCE_HAS: there is a file, a web link, or a paper that was seen in the last twelve months
 * @SF_EVIDENCE_LOOK_AGAIN: it is paper alone, and nobody has seen it in the last twelve months
 * @SF_EVIDENCE_MISSING: there is no file, no web link and no place where a paper lies
 *
 * Whether what a piece of evidence speaks of can be laid on the table. A file or a web link is
 * taken for being there; a paper has to be looked for once a year.
 */
typedef enum
{
  SF_EVIDENCE_HAS,
  SF_EVIDENCE_LOOK_AGAIN,
  SF_EVIDENCE_MISSING,
} SfEvidenceLack;

/**
 * sf_evidence_find_lack:
 * @today: an ISO 8601 date
 *
 * Returns: whether it is there
 */
SfEvidenceLack sf_evidence_find_lack (SfModel *model, SfEvidence *evidence, const char *today);

/**
 * SfEvidenceIndex:
 *
 * What lists of evidence ask again and again, found out once for each piece, when it is first
 * asked for, and kept until it is told that something has changed: where it is used in one
 * evaluation, whether it is there, its title as it sorts, its words as they are searched.
 */
typedef struct _SfEvidenceIndex SfEvidenceIndex;

/**
 * sf_evidence_index_new:
 * @evaluation: (nullable): whose statements are meant; with %NULL nothing is used
 * @today: an ISO 8601 date
 *
 * Returns: (transfer full): an index without an entry
 */
SfEvidenceIndex *
sf_evidence_index_new (SfModel *model, SfEvaluation *evaluation, const char *today);
void sf_evidence_index_free (SfEvidenceIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfEvidenceIndex, sf_evidence_index_free)

SfModel *sf_evidence_index_get_model (SfEvidenceIndex *self);
const char *sf_evidence_index_get_today (SfEvidenceIndex *self);

/* Forgets what was known of @evidence: it, its files or its links have changed. */
void sf_evidence_index_forget (SfEvidenceIndex *self, SfEvidence *evidence);

/* How many statements of the evaluation it is linked with. */
guint sf_evidence_index_count_statements (SfEvidenceIndex *self, SfEvidence *evidence);
/* Whether it is linked with a statement of that key area. */
gboolean
sf_evidence_index_is_in_area (SfEvidenceIndex *self, SfEvidence *evidence, const char *area_code);
SfEvidenceLack sf_evidence_index_get_lack (SfEvidenceIndex *self, SfEvidence *evidence);

/**
 * sf_evidence_index_list_codes:
 *
 * Returns: (transfer full) (element-type utf8): the codes of the statements that it is linked with,
 *   in the order of the framework
 */
GPtrArray *sf_evidence_index_list_codes (SfEvidenceIndex *self, SfEvidence *evidence);

/* Its title for strcmp(), in the order of the user's language; valid until it is forgotten. */
const char *sf_evidence_index_get_title_key (SfEvidenceIndex *self, SfEvidence *evidence);

/**
 * sf_evidence_index_has_words:
 * @words: (element-type utf8): of sf_evidence_index_split()
 *
 * Returns: whether each begins a word of its own texts, of the notes at its links, of its web
 *   links or of the names of its files
 */
gboolean
sf_evidence_index_has_words (SfEvidenceIndex *self, SfEvidence *evidence, GPtrArray *words);

/* Returns: (transfer full) (element-type utf8): what was typed as it is compared. */
GPtrArray *sf_evidence_index_split (const char *text);

/* Finds out now what the first search would have to: the words of @evidence. */
void sf_evidence_index_prepare (SfEvidenceIndex *self, SfEvidence *evidence);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SfVocabulary:
 * @SF_VOCABULARY_CONTRIBUTOR_KIND: contributor.kind: head, leadership, staff, …
 * @SF_VOCABULARY_EVIDENCE_KIND: evidence.kind; the same words and order as #SfEvidenceKind
 * @SF_VOCABULARY_SENSITIVITY: evidence.sensitivity, from the most open to the most closed
 * @SF_VOCABULARY_TARGET_OUTCOME: target.outcome
 * @SF_VOCABULARY_REVIEW_STATUS: review.status, from the best to the worst
 *
 * A column that holds one word of a closed list. The lists are those of the CHECKs in the
 * schema; what a person reads is the label.
 */
typedef enum
{
  SF_VOCABULARY_CONTRIBUTOR_KIND,
  SF_VOCABULARY_EVIDENCE_KIND,
  SF_VOCABULARY_SENSITIVITY,
  SF_VOCABULARY_TARGET_OUTCOME,
  SF_VOCABULARY_REVIEW_STATUS,
} SfVocabulary;

#define SF_N_VOCABULARIES 5

guint sf_vocabulary_get_n_terms (SfVocabulary vocabulary);
const char *sf_vocabulary_get_nth_id (SfVocabulary vocabulary, guint n);
const char *sf_vocabulary_get_nth_label (SfVocabulary vocabulary, guint n);
const char *sf_vocabulary_get_nth_explanation (SfVocabulary vocabulary, guint n);
int sf_vocabulary_find (SfVocabulary vocabulary, const char *id);
const char *sf_vocabulary_get_label (SfVocabulary vocabulary, const char *id);
gboolean sf_vocabulary_of_column (const char *table, const char *column, SfVocabulary *vocabulary);

G_END_DECLS

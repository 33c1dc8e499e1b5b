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
 * @SF_VOCABULARY_ACTION_STATUS: action_review.status, from the best to the worst
 * @SF_VOCABULARY_TARGET_PACE: target.pace: on a line, or once a year
 * @SF_VOCABULARY_TARGET_DIRECTION: target.direction
 * @SF_VOCABULARY_MEASURE_KIND: measure.kind
 * @SF_VOCABULARY_MEASURE_DIRECTION: measure.direction
 * @SF_VOCABULARY_MEASURE_PERIOD: measure.period, from the shortest to the longest
 * @SF_VOCABULARY_PERFORMANCE_KIND: performance.kind
 * @SF_VOCABULARY_OBJECTIVE_TYPE: %SF_OBJECTIVE_TYPE of sf-performance.h
 * @SF_VOCABULARY_OBJECTIVE_JUDGEMENT: %SF_OBJECTIVE_JUDGEMENT and %SF_PERFORMANCE_OVERALL, from the
 *   best to the worst
 * @SF_VOCABULARY_TARGET_GROUP: the groups of families that a piece of evidence is about; a column
 *   holds several of them
 * @SF_VOCABULARY_AUDIENCE: report_choice.audience, in the order of #SfAudience of the report
 * @SF_VOCABULARY_REQUIREMENT: report_statement.requirement
 * @SF_VOCABULARY_ASSESSMENT: how somebody who applies is assessed; report_statement.assessed_by
 *   holds several of them
 * @SF_VOCABULARY_MEETING_STATE: meeting.state: planned, held
 * @SF_VOCABULARY_PRESENCE: attendance.presence: present, apologies
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
  SF_VOCABULARY_ACTION_STATUS,
  SF_VOCABULARY_TARGET_PACE,
  SF_VOCABULARY_TARGET_DIRECTION,
  SF_VOCABULARY_MEASURE_KIND,
  SF_VOCABULARY_MEASURE_DIRECTION,
  SF_VOCABULARY_MEASURE_PERIOD,
  SF_VOCABULARY_PERFORMANCE_KIND,
  SF_VOCABULARY_OBJECTIVE_TYPE,
  SF_VOCABULARY_OBJECTIVE_JUDGEMENT,
  SF_VOCABULARY_TARGET_GROUP,
  SF_VOCABULARY_AUDIENCE,
  SF_VOCABULARY_REQUIREMENT,
  SF_VOCABULARY_ASSESSMENT,
  SF_VOCABULARY_MEETING_STATE,
  SF_VOCABULARY_PRESENCE,
} SfVocabulary;

#define SF_N_VOCABULARIES 20

guint sf_vocabulary_get_n_terms (SfVocabulary vocabulary);

/**
 * sf_vocabulary_get_nth_id:
 * @n: from 0
 *
 * Returns: the word that the file holds ("users-views")
 */
const char *sf_vocabulary_get_nth_id (SfVocabulary vocabulary, guint n);

/**
 * sf_vocabulary_get_nth_label:
 * @n: from 0
 *
 * Returns: what a person reads, in the user's language, as it begins a line ("Users’ views")
 */
const char *sf_vocabulary_get_nth_label (SfVocabulary vocabulary, guint n);

/**
 * sf_vocabulary_get_nth_explanation:
 * @n: from 0
 *
 * Returns: a sentence that helps to choose it
 */
const char *sf_vocabulary_get_nth_explanation (SfVocabulary vocabulary, guint n);

/**
 * sf_vocabulary_find:
 * @id: (nullable): a word of a file
 *
 * Returns: its place in the list, or -1
 */
int sf_vocabulary_find (SfVocabulary vocabulary, const char *id);

/**
 * sf_vocabulary_get_label:
 * @id: (nullable): a word of a file
 *
 * Returns: its label; "" for %NULL; @id itself where the list lacks it (a newer program wrote it)
 */
const char *sf_vocabulary_get_label (SfVocabulary vocabulary, const char *id);

/**
 * sf_vocabulary_of_column:
 * @vocabulary: (out): set only on success
 *
 * Returns: whether that column of that table holds words of a closed list
 */
gboolean sf_vocabulary_of_column (const char *table, const char *column, SfVocabulary *vocabulary);

G_END_DECLS

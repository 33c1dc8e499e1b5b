/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-evidence-index.h"

G_BEGIN_DECLS

/**
 * SfEvidenceSort:
 * @SF_EVIDENCE_SORT_NEWEST: by its own date, the newest first, without a date last
 * @SF_EVIDENCE_SORT_ADDED: by the day it was added, the latest first
 * @SF_EVIDENCE_SORT_TITLE: by its title
 * @SF_EVIDENCE_SORT_KIND: by its kind in the order of #SfEvidenceKind, then the newest first
 * @SF_EVIDENCE_SORT_USED: with the most statements of the evaluation first, then the newest
 *
 * The orders of a list of evidence. What is equal so far is in the order in which it came, the
 * latest first: every order is total.
 */
typedef enum
{
  SF_EVIDENCE_SORT_NEWEST,
  SF_EVIDENCE_SORT_ADDED,
  SF_EVIDENCE_SORT_TITLE,
  SF_EVIDENCE_SORT_KIND,
  SF_EVIDENCE_SORT_USED,
} SfEvidenceSort;

#define SF_N_EVIDENCE_SORTS 5

/* Returns: (nullable): the word for the command line: "newest", "added", "title", "kind", "used" */
const char *sf_evidence_sort_to_string (SfEvidenceSort sort);
gboolean sf_evidence_sort_from_string (const char *text, SfEvidenceSort *sort);

/**
 * SfEvidenceFilter:
 * @kinds: bits 1 << #SfEvidenceKind; 0 for all
 * @sensitivities: bits 1 << the word's place in %SF_VOCABULARY_SENSITIVITY; 0 for all
 * @area_code: (nullable): linked with a statement of this key area in the evaluation
 * @from: (nullable): its own date is this day or later
 * @to: (nullable): its own date is this day or earlier
 * @undated: it has no date of its own; @from and @to are not looked at
 * @unused: it is linked with no statement of the evaluation
 * @missing: there is nothing behind it, or paper that has to be looked for: #SfEvidenceLack
 * @due: the day until which it was to be kept is past, whether it is retired or not
 * @retired: what was taken off the list, and nothing else
 *
 * What a list of evidence lets through: all that is asked for has to hold. All zero lets
 * everything through that is not retired.
 */
typedef struct
{
  guint kinds;
  guint sensitivities;
  char *area_code;
  char *from;
  char *to;
  gboolean undated;
  gboolean unused;
  gboolean missing;
  gboolean due;
  gboolean retired;
} SfEvidenceFilter;

void sf_evidence_filter_clear (SfEvidenceFilter *self);
void sf_evidence_filter_copy (SfEvidenceFilter *self, const SfEvidenceFilter *other);
/* How many things it asks for; 0 if it lets everything through. */
guint sf_evidence_filter_count (const SfEvidenceFilter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SfEvidenceFilter, sf_evidence_filter_clear)

/* Whether the list shows @evidence. */
gboolean sf_evidence_filter_matches (const SfEvidenceFilter *self,
                                     SfEvidenceIndex *index,
                                     SfEvidence *evidence);

/* The place of one beside the other: less than, equal to or greater than 0. */
int sf_evidence_filter_compare (SfEvidenceIndex *index,
                                SfEvidenceSort sort,
                                SfEvidence *a,
                                SfEvidence *b);

/**
 * sf_evidence_filter_sort:
 * @list: (element-type SfEvidence): sorted in place
 *
 * The same order for many: what is compared is looked up once for each, not once for each pair.
 */
void sf_evidence_filter_sort (SfEvidenceIndex *index, SfEvidenceSort sort, GPtrArray *list);

G_END_DECLS

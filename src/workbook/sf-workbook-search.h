/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook-extract.h"

G_BEGIN_DECLS

/**
 * sf_workbook_place_content_hits:
 * @self: a workbook
 * @contents: (transfer full) (element-type SfContentHit): what sf_workbook_search_contents() found
 *
 * Says in which files of which evidence the words were found. A content that two pieces of evidence
 * have is two hits; what is retired, or replaced by a new version, is none.
 *
 * Returns: (transfer full) (element-type SfSearchHit): of %SF_SEARCH_CONTENT, in the same order;
 *   the array frees its elements
 */
GPtrArray *sf_workbook_place_content_hits (SfWorkbook *self, GPtrArray *contents);

/**
 * SfEvidenceHit:
 * @evidence: what was found
 * @file: (nullable): the file that the words were found in, if they were found in one
 * @snippet: (nullable): a line of text around the first match; %NULL if it is in the title alone
 * @ranges: the matches in @snippet
 * @n_ranges: how many
 *
 * A piece of evidence in which all words occur, in what is written of it or in a file of it.
 */
typedef struct
{
  SfEvidence *evidence;
  SfAttachment *file;
  char *snippet;
  SfSearchRange *ranges;
  guint n_ranges;
} SfEvidenceHit;

void sf_evidence_hit_free (SfEvidenceHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfEvidenceHit, sf_evidence_hit_free)

/**
 * sf_workbook_list_evidence_hits:
 * @self: a workbook
 * @query: what was typed
 * @limit: at most so many; 0 for all
 *
 * Finds evidence by what is written of it (sf_search_evidence()).
 *
 * Returns: (transfer full) (element-type SfEvidenceHit): the best first
 */
GPtrArray *sf_workbook_list_evidence_hits (SfWorkbook *self, const char *query, guint limit);

/**
 * sf_workbook_add_evidence_hits:
 * @self: a workbook
 * @hits: (element-type SfEvidenceHit): of sf_workbook_list_evidence_hits()
 * @contents: (transfer full) (element-type SfContentHit): what sf_workbook_search_contents() found
 *
 * Adds the evidence that was found by the words inside its files and is not among @hits yet, at
 * their end. What is there already but shows no words gets those.
 */
void sf_workbook_add_evidence_hits (SfWorkbook *self, GPtrArray *hits, GPtrArray *contents);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-evidence-filter.h"
#include "ui/sf-context.h"
#include "workbook/sf-workbook-extract.h"

G_BEGIN_DECLS

/**
 * SfEvidenceModel:
 *
 * The evidence of the context's centre as a list model: filtered, searched and in order. When
 * something changes, only what was touched is looked at again.
 *
 * Signals: "described" (SfEvidence): what a row says of it is another, its place is the same.
 */
#define SF_TYPE_EVIDENCE_MODEL (sf_evidence_model_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidenceModel, sf_evidence_model, SF, EVIDENCE_MODEL, GObject)

SfEvidenceModel *sf_evidence_model_new (SfContext *context);

/* Borrowed. */
SfEvidenceIndex *sf_evidence_model_get_index (SfEvidenceModel *self);

/**
 * sf_evidence_model_set_view:
 * @filter: what it lets through
 * @words: (nullable): what was typed to search for
 * @sort: the order
 *
 * Lists anew. Other @words let go what was found in files.
 */
void sf_evidence_model_set_view (SfEvidenceModel *self,
                                 const SfEvidenceFilter *filter,
                                 const char *words,
                                 SfEvidenceSort sort);
const char *sf_evidence_model_get_words (SfEvidenceModel *self);

/**
 * sf_evidence_model_set_found:
 * @matches: (element-type SfContentMatch): in which files the words are
 *
 * Adds the evidence that has those files.
 */
void sf_evidence_model_set_found (SfEvidenceModel *self, GPtrArray *matches);

/* For sf_workbook_load_excerpt(); 0 where the words were found in no file of @evidence. */
gint64 sf_evidence_model_get_extract (SfEvidenceModel *self, SfEvidence *evidence);

/**
 * sf_evidence_model_update:
 * @keep: (element-type SfEvidence): what stays though the filter would not let it through: it is
 *   being worked on
 *
 * The workbook's model changed.
 *
 * Returns: (transfer none) (nullable): of the pieces that were not there before, the first as the
 *   list is sorted
 */
SfEvidence *sf_evidence_model_update (SfEvidenceModel *self, GPtrArray *keep);

/* Its place in the list, or %GTK_INVALID_LIST_POSITION. */
guint sf_evidence_model_find (SfEvidenceModel *self, SfEvidence *evidence);
/* Borrowed. */
SfEvidence *sf_evidence_model_peek (SfEvidenceModel *self, guint position);
/* Whether there would be anything without a filter, also retired. */
gboolean sf_evidence_model_has_any (SfEvidenceModel *self);

G_END_DECLS

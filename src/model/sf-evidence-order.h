/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* @today is an ISO 8601 date. */

/**
 * sf_evidence_get_kind_label:
 *
 * Returns: its kind in the user's language
 */
const char *sf_evidence_get_kind_label (SfEvidence *self);

/**
 * sf_evidence_to_text:
 *
 * Returns: (transfer full): the line under its title: "Document · 12 March 2027"
 */
char *sf_evidence_to_text (SfEvidence *self);

/**
 * sf_evidence_matches:
 * @kinds: bits 1 << #SfEvidenceKind, or 0 for all
 * @words: (nullable): what was typed into a search entry
 *
 * Returns: whether a list filtered so shows it, by its own texts and the names of its files;
 * retired evidence never is
 */
gboolean sf_evidence_matches (SfModel *model, SfEvidence *self, guint kinds, const char *words);

/**
 * sf_evidence_compare:
 *
 * The order of lists: newest date of the evidence first, those without a date last; then by title.
 *
 * Returns: less than, equal to or greater than 0
 */
int sf_evidence_compare (SfEvidence *a, SfEvidence *b);

G_END_DECLS

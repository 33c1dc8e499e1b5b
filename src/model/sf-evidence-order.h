/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* @today is an ISO 8601 date. */

const char *sf_evidence_get_kind_label (SfEvidence *self);
char *sf_evidence_to_text (SfEvidence *self);
gboolean sf_evidence_is_past_keeping (SfEvidence *self, const char *today);
gboolean sf_evidence_matches (SfModel *model, SfEvidence *self, guint kinds, const char *words);
int sf_evidence_compare (SfEvidence *a, SfEvidence *b);

G_END_DECLS

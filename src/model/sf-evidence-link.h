/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_EVIDENCE_LINK_COLUMNS(X, T, p, P) \
  X (T, p, P, EVIDENCE, evidence, REF, N_ ("evidence"), "evidence", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, EVALUATION, evaluation, REF, N_ ("evaluation"), "evaluation", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, STATEMENT_CODE, statement_code, TEXT, N_ ("statement"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, NOTE, note, TEXT, N_ ("what it shows here"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfEvidenceLink:
 *
 * Says that a piece of evidence speaks for a statement in an evaluation, and what it shows
 * there.
 */
#define SF_TYPE_EVIDENCE_LINK (sf_evidence_link_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidenceLink, sf_evidence_link, SF, EVIDENCE_LINK, SfRecord)

SF_RECORD_COLUMNS (SfEvidenceLink, sf_evidence_link, SF_EVIDENCE_LINK, SF_EVIDENCE_LINK_COLUMNS)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_SEAL_COLUMNS(X, T, p, P) \
  X (T, p, P, EVALUATION, evaluation, REF, N_ ("the evaluation"), "evaluation", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, PREDECESSOR, predecessor, REF, N_ ("the version before it"), "seal", \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, AUDIENCE, audience, TEXT, N_ ("for whom"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, VERSION, version, INT, N_ ("version"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, SEALED_AT, sealed_at, INSTANT, N_ ("when it was sealed"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, SEALED_BY, sealed_by, TEXT, N_ ("who sealed it"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, OFFICE, office, TEXT, N_ ("in which office"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, ACCEPTED_BY, accepted_by, TEXT, N_ ("who accepted it"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, MEETING_ON, meeting_on, DATE, N_ ("at the meeting of"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, REASON, reason, TEXT, N_ ("why it was corrected"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, FORM, form, INT, N_ ("canonical form"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, FRAMEWORK_DIGEST, framework_digest, TEXT, N_ ("digest of the framework"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, CHAIN_HEAD, chain_head, BLOB, N_ ("head of the history"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, DATA_ROOT, data_root, BLOB, N_ ("digest of the data"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, LEAVES, leaves, INT, N_ ("how many fields"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, FINGERPRINT, fingerprint, TEXT, N_ ("fingerprint"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, PDF_DIGEST, pdf_digest, TEXT, N_ ("digest of the pages"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, PDF_SIZE, pdf_size, INT, N_ ("size of the pages"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, PUBLIC_KEY, public_key, BLOB, N_ ("key"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, SIGNATURE, signature, BLOB, N_ ("signature"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, CORRECTED_AT, corrected_at, INSTANT, N_ ("when a correction was begun"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, CORRECTED_BY, corrected_by, TEXT, N_ ("who began the correction"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, CORRECTION, correction, TEXT, N_ ("why a correction was begun"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, REDACTED_AT, redacted_at, INSTANT, N_ ("when something of it was erased"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, REDACTION, redaction, TEXT, N_ ("why something of it was erased"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, PDF_GONE_AT, pdf_gone_at, INSTANT, N_ ("when its pages were destroyed"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfSeal:
 *
 * A report that a meeting accepted, sealed: who and when, the digests of the data and of the pages,
 * the signature. A later version names the one before it. While no correction has begun of the
 * newest one, its evaluation cannot be changed.
 */
#define SF_TYPE_SEAL (sf_seal_get_type ())
G_DECLARE_FINAL_TYPE (SfSeal, sf_seal, SF, SEAL, SfRecord)

SF_RECORD_COLUMNS (SfSeal, sf_seal, SF_SEAL, SF_SEAL_COLUMNS)

G_END_DECLS

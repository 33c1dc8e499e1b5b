/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_ERASURE_COLUMNS(X, T, p, P) \
  X (T, p, P, ERASED_AT, erased_at, INSTANT, N_ ("when"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, ERASED_BY, erased_by, TEXT, N_ ("by whom"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, REASON, reason, TEXT, N_ ("why"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, SUBJECT, subject, BLOB, N_ ("what it was"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, FILES, files, INT, N_ ("how many files"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, FINISHED_AT, finished_at, INSTANT, N_ ("finished"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfErasure:
 *
 * Says that a piece of evidence was erased for data protection: when, by whom, why and with how
 * many files. "subject" is the UUID that it had; what it said is gone.
 */
#define SF_TYPE_ERASURE (sf_erasure_get_type ())
G_DECLARE_FINAL_TYPE (SfErasure, sf_erasure, SF, ERASURE, SfRecord)

SF_RECORD_COLUMNS (SfErasure, sf_erasure, SF_ERASURE, SF_ERASURE_COLUMNS)

G_END_DECLS

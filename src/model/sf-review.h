/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_REVIEW_COLUMNS(X, T, p, P) \
  X (T, p, P, TARGET, target, REF, N_ ("target"), "target", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, REVIEWED_ON, reviewed_on, DATE, N_ ("date"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, VALUE, value, REAL, N_ ("value"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, STATUS, status, TEXT, N_ ("status"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, COMMENT, comment, TEXT, N_ ("comment"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, REVIEWED_BY, reviewed_by, TEXT, N_ ("reviewed by"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfReview:
 *
 * A look at a target on one day: the value then, the status in the reviewer's view, a
 * comment.
 */
#define SF_TYPE_REVIEW (sf_review_get_type ())
G_DECLARE_FINAL_TYPE (SfReview, sf_review, SF, REVIEW, SfRecord)

SF_RECORD_COLUMNS (SfReview, sf_review, SF_REVIEW, SF_REVIEW_COLUMNS)

G_END_DECLS

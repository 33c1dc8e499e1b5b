/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_ACTION_REVIEW_COLUMNS(X, T, p, P) \
  X (T, p, P, ACTION, action, REF, N_ ("action"), "action", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, REVIEWED_ON, reviewed_on, DATE, N_ ("date"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, STATUS, status, TEXT, N_ ("status"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, COMMENT, comment, TEXT, N_ ("comment"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, REVIEWED_BY, reviewed_by, TEXT, N_ ("reviewed by"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfActionReview:
 *
 * A look at an action of the development plan on one day: centres look three times a year.
 */
#define SF_TYPE_ACTION_REVIEW (sf_action_review_get_type ())
G_DECLARE_FINAL_TYPE (SfActionReview, sf_action_review, SF, ACTION_REVIEW, SfRecord)

SF_RECORD_COLUMNS (SfActionReview, sf_action_review, SF_ACTION_REVIEW, SF_ACTION_REVIEW_COLUMNS)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_CONTRIBUTOR_COLUMNS(X, T, p, P) \
  X (T, p, P, NAME, name, TEXT, N_ ("name"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, ROLE, role, TEXT, N_ ("role"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, KIND, kind, TEXT, N_ ("part"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, RETIRED_AT, retired_at, INSTANT, N_ ("retired"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfContributor:
 *
 * A person or group that judges: the head, a colleague, a parents' forum.
 */
#define SF_TYPE_CONTRIBUTOR (sf_contributor_get_type ())
G_DECLARE_FINAL_TYPE (SfContributor, sf_contributor, SF, CONTRIBUTOR, SfRecord)

SF_RECORD_COLUMNS (SfContributor, sf_contributor, SF_CONTRIBUTOR, SF_CONTRIBUTOR_COLUMNS)

G_END_DECLS

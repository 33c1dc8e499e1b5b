/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_EVIDENCE_COLUMNS(X, T, p, P) \
  X (T, p, P, CENTRE, centre, REF, N_ ("centre"), "centre", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, TITLE, title, TEXT, N_ ("title"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, KIND, kind, TEXT, N_ ("kind"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, SHOWS, shows, TEXT, N_ ("what it shows"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, DATED_ON, dated_on, DATE, N_ ("date of the evidence"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, ADDED_ON, added_on, DATE, N_ ("date it was added"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, SOURCE, source, TEXT, N_ ("source"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, AUTHOR, author, TEXT, N_ ("author"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, SENSITIVITY, sensitivity, TEXT, N_ ("who may see it"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, KEEP_UNTIL, keep_until, DATE, N_ ("keep until"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS) \
  X (T, p, P, WEB_LINK, web_link, TEXT, N_ ("web links"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES) \
  X (T, p, P, PLACE, place, TEXT, N_ ("where the paper lies"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES) \
  X (T, p, P, SIGHTED_BY, sighted_by, TEXT, N_ ("sighted by"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, SIGHTED_ON, sighted_on, DATE, N_ ("sighted on"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, RETIRED_AT, retired_at, INSTANT, N_ ("retired"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS) \
  X (T, p, P, TARGET_GROUPS, target_groups, TEXT, N_ ("whom it is about"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfEvidence:
 *
 * An item of proof: files, a link, or paper in a folder.
 */
#define SF_TYPE_EVIDENCE (sf_evidence_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidence, sf_evidence, SF, EVIDENCE, SfRecord)

SF_RECORD_COLUMNS (SfEvidence, sf_evidence, SF_EVIDENCE, SF_EVIDENCE_COLUMNS)

G_END_DECLS

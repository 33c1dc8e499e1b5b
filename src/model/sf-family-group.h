/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_FAMILY_GROUP_COLUMNS(X, T, p, P) \
  X (T, p, P, CENTRE, centre, REF, N_ ("centre"), "centre", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, SHIPPED, shipped, TEXT, N_ ("group of the list it came from"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, TITLE, title, TEXT, N_ ("group"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES) \
  X (T, p, P, POSITION, position, INT, N_ ("place in the list"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, RETIRED_AT, retired_at, INSTANT, N_ ("retired"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfFamilyGroup:
 *
 * Families of one kind, whose readings stand beside those of all: the centre's own list.
 */
#define SF_TYPE_FAMILY_GROUP (sf_family_group_get_type ())
G_DECLARE_FINAL_TYPE (SfFamilyGroup, sf_family_group, SF, FAMILY_GROUP, SfRecord)

SF_RECORD_COLUMNS (SfFamilyGroup, sf_family_group, SF_FAMILY_GROUP, SF_FAMILY_GROUP_COLUMNS)

G_END_DECLS

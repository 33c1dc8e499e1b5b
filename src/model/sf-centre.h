/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_CENTRE_COLUMNS(X, T, p, P) \
  X (T, p, P, NAME, name, TEXT, N_ ("name"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, POSITION, position, INT, N_ ("place in the list"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, ADDRESS, address, TEXT, N_ ("address"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, TELEPHONE, telephone, TEXT, N_ ("telephone"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, EMAIL, email, TEXT, N_ ("e-mail"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, WEBSITE, website, TEXT, N_ ("website"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, LOCAL_AUTHORITY, local_authority, TEXT, N_ ("local authority"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, REFERENCE, reference, TEXT, N_ ("reference number"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, HEAD_NAME, head_name, TEXT, N_ ("head of centre"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, COMMITTEE_NAME, committee_name, TEXT, \
     N_ ("governing body or committee"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, AREA_SERVED, area_served, TEXT, N_ ("the area it serves"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, FAMILIES_IN_REACH, families_in_reach, INT, \
     N_ ("families with a child under five in the area"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, SERVICES, services, TEXT, N_ ("what it offers"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, RETIRED_AT, retired_at, INSTANT, N_ ("retired"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS) \
  X (T, p, P, RETURN_KEY, return_key, TEXT, N_ ("authority’s key for returns"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES_ALL)
/* clang-format on */

/**
 * SfCentre:
 *
 * A children's centre and its profile.
 */
#define SF_TYPE_CENTRE (sf_centre_get_type ())
G_DECLARE_FINAL_TYPE (SfCentre, sf_centre, SF, CENTRE, SfRecord)

SF_RECORD_COLUMNS (SfCentre, sf_centre, SF_CENTRE, SF_CENTRE_COLUMNS)

G_END_DECLS

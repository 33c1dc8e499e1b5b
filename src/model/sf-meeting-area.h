/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_MEETING_AREA_COLUMNS(X, T, p, P) \
  X (T, p, P, MEETING, meeting, REF, N_ ("meeting"), "meeting", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, AREA_CODE, area_code, TEXT, N_ ("key area"), NULL, \
     SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfMeetingArea:
 *
 * That a key area is looked at in a meeting, or was.
 */
#define SF_TYPE_MEETING_AREA (sf_meeting_area_get_type ())
G_DECLARE_FINAL_TYPE (SfMeetingArea, sf_meeting_area, SF, MEETING_AREA, SfRecord)

SF_RECORD_COLUMNS (SfMeetingArea, sf_meeting_area, SF_MEETING_AREA, SF_MEETING_AREA_COLUMNS)

G_END_DECLS

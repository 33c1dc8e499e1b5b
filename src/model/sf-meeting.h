/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_MEETING_COLUMNS(X, T, p, P) \
  X (T, p, P, CENTRE, centre, REF, N_ ("centre"), "centre", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, TITLE, title, TEXT, N_ ("meeting"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES) \
  X (T, p, P, MEETS_ON, meets_on, DATE, N_ ("date"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, BEGINS_AT, begins_at, TEXT, N_ ("time"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, PLACE, place, TEXT, N_ ("place"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES) \
  X (T, p, P, AGENDA, agenda, TEXT, N_ ("agenda and notes"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, MINUTES, minutes, TEXT, N_ ("where the minutes are"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES) \
  X (T, p, P, STATE, state, TEXT, N_ ("planned or held"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, PRESENTED, presented, REF, N_ ("report presented there"), "evaluation", \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, RETIRED_AT, retired_at, INSTANT, N_ ("retired"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfMeeting:
 *
 * A meeting of the governing body or committee of a centre, planned or held, and whether the
 * report of an evaluation was presented there.
 */
#define SF_TYPE_MEETING (sf_meeting_get_type ())
G_DECLARE_FINAL_TYPE (SfMeeting, sf_meeting, SF, MEETING, SfRecord)

SF_RECORD_COLUMNS (SfMeeting, sf_meeting, SF_MEETING, SF_MEETING_COLUMNS)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_ATTENDANCE_COLUMNS(X, T, p, P) \
  X (T, p, P, MEETING, meeting, REF, N_ ("meeting"), "meeting", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, OFFICE, office, TEXT, N_ ("office"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, NAME, name, TEXT, N_ ("name"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES_BOARD) \
  X (T, p, P, PRESENCE, presence, TEXT, N_ ("present or not"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, POSITION, position, INT, N_ ("place in the list"), NULL, \
     SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfAttendance:
 *
 * Who came to a meeting or sent apologies: an office (“parent governor”), and a name only where
 * somebody wants it in the minutes.
 */
#define SF_TYPE_ATTENDANCE (sf_attendance_get_type ())
G_DECLARE_FINAL_TYPE (SfAttendance, sf_attendance, SF, ATTENDANCE, SfRecord)

SF_RECORD_COLUMNS (SfAttendance, sf_attendance, SF_ATTENDANCE, SF_ATTENDANCE_COLUMNS)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-attendance.h"

SF_RECORD_DEFINE (SfAttendance,
                  sf_attendance,
                  SF_ATTENDANCE,
                  SF_ATTENDANCE_COLUMNS,
                  "attendance",
                  N_ ("somebody at a meeting"))

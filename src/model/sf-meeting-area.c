/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-meeting-area.h"

SF_RECORD_DEFINE (SfMeetingArea,
                  sf_meeting_area,
                  SF_MEETING_AREA,
                  SF_MEETING_AREA_COLUMNS,
                  "meeting_area",
                  N_ ("a key area of a meeting"))

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-meeting.h"

SF_RECORD_DEFINE (
    SfMeeting, sf_meeting, SF_MEETING, SF_MEETING_COLUMNS, "meeting", N_ ("a meeting"))

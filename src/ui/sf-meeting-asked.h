/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfMeetingAsked:
 *
 * What the committee asked in a meeting, what was replied and what changed, and which statement or
 * target it is about.
 */
#define SF_TYPE_MEETING_ASKED (sf_meeting_asked_get_type ())
G_DECLARE_FINAL_TYPE (SfMeetingAsked, sf_meeting_asked, SF, MEETING_ASKED, GtkBox)

GtkWidget *sf_meeting_asked_new (SfContext *context);

/* Shows @meeting (nullable), or shows it again after a change. */
void sf_meeting_asked_show (SfMeetingAsked *self, SfMeeting *meeting);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfMeetingBar:
 *
 * What stands above the meetings: which key areas are on none of the year, a button that proposes
 * meetings for them, and the way to the questions for the committee.
 */
#define SF_TYPE_MEETING_BAR (sf_meeting_bar_get_type ())
G_DECLARE_FINAL_TYPE (SfMeetingBar, sf_meeting_bar, SF, MEETING_BAR, GtkBox)

GtkWidget *sf_meeting_bar_new (SfContext *context);
void sf_meeting_bar_refresh (SfMeetingBar *self);
/* The SfViewSwitch between the meetings and the questions. */
GtkWidget *sf_meeting_bar_get_views (SfMeetingBar *self);

/* Plans the meetings that are proposed, and says what came of it; for the empty page, too. */
void sf_meetings_propose (SfContext *context);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfMeetingPeople:
 *
 * Who came to a meeting or sent apologies, by office.
 */
#define SF_TYPE_MEETING_PEOPLE (sf_meeting_people_get_type ())
G_DECLARE_FINAL_TYPE (SfMeetingPeople, sf_meeting_people, SF, MEETING_PEOPLE, GtkBox)

GtkWidget *sf_meeting_people_new (SfContext *context);

/* Shows @meeting (nullable), or shows it again after a change. */
void sf_meeting_people_show (SfMeetingPeople *self, SfMeeting *meeting);

G_END_DECLS

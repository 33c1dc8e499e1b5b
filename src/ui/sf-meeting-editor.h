/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfMeetingEditor:
 *
 * The form of a meeting: when and where, which key areas are looked at, the agenda, whether it was
 * held and which report was presented there.
 */
#define SF_TYPE_MEETING_EDITOR (sf_meeting_editor_get_type ())
G_DECLARE_FINAL_TYPE (SfMeetingEditor, sf_meeting_editor, SF, MEETING_EDITOR, GtkBox)

GtkWidget *sf_meeting_editor_new (SfContext *context);

/* Shows @meeting (nullable), or shows it again after a change. */
void sf_meeting_editor_show (SfMeetingEditor *self, SfMeeting *meeting);

G_END_DECLS

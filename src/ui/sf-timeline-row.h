/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-plan-timeline.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfTimelineRow:
 *
 * One line of the timeline, which draws itself: GTK makes some two hundred of them. The months are
 * drawn by a row without a record; a heading has words alone.
 */
#define SF_TYPE_TIMELINE_ROW (sf_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (SfTimelineRow, sf_timeline_row, SF, TIMELINE_ROW, GtkWidget)

GtkWidget *sf_timeline_row_new (SfContext *context);

/* The row is that of the months. @timeline is borrowed and outlives what is shown. */
void sf_timeline_row_set_months (SfTimelineRow *self, const SfTimeline *timeline);
/* @title: of a priority, or of those without a date */
void sf_timeline_row_set_heading (SfTimelineRow *self, const char *title);
void sf_timeline_row_set_action (SfTimelineRow *self, const SfTimeline *timeline, SfAction *action);
/* What a screen reader says of it. */
const char *sf_timeline_row_get_name (SfTimelineRow *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfPlanTimeline:
 *
 * The plan as months across: a line for each action with its bar, under its priority; those without
 * a date stand beneath, with the reason. A virtual list: arrows move, Enter or a click opens.
 *
 * Signal: "open" (SfRecord): an action or a priority was asked for.
 */
#define SF_TYPE_PLAN_TIMELINE (sf_plan_timeline_get_type ())
G_DECLARE_FINAL_TYPE (SfPlanTimeline, sf_plan_timeline, SF, PLAN_TIMELINE, GtkWidget)

GtkWidget *sf_plan_timeline_new (SfContext *context);
/* The model changed, or it is shown again. */
void sf_plan_timeline_refresh (SfPlanTimeline *self);
/* Puts the focus on @record (nullable), or the first row. */
void sf_plan_timeline_focus (SfPlanTimeline *self, gpointer record);

G_END_DECLS

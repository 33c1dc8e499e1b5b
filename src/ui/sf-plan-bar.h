/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfPlanBar:
 *
 * What stands above the development plan: what it comes to, list or timeline, and what is done with
 * the whole of it.
 *
 * Signals: "view-changed": list or timeline was chosen; "draft": improvements shall become actions.
 */
#define SF_TYPE_PLAN_BAR (sf_plan_bar_get_type ())
G_DECLARE_FINAL_TYPE (SfPlanBar, sf_plan_bar, SF, PLAN_BAR, GtkBox)

GtkWidget *sf_plan_bar_new (SfContext *context);
gboolean sf_plan_bar_get_timeline (SfPlanBar *self);
void sf_plan_bar_set_timeline (SfPlanBar *self, gboolean timeline);
/* The model changed. */
void sf_plan_bar_refresh (SfPlanBar *self);

G_END_DECLS

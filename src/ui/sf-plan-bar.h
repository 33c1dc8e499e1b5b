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
 * Signal: "draft": improvements shall become actions.
 */
#define SF_TYPE_PLAN_BAR (sf_plan_bar_get_type ())
G_DECLARE_FINAL_TYPE (SfPlanBar, sf_plan_bar, SF, PLAN_BAR, GtkBox)

GtkWidget *sf_plan_bar_new (SfContext *context);
/* The SfViewSwitch in it: list or timeline. */
GtkWidget *sf_plan_bar_get_views (SfPlanBar *self);
/* The model changed. */
void sf_plan_bar_refresh (SfPlanBar *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfTargetView:
 *
 * The way of a target: its chart, or in the chart's place a table of the same figures.
 */
#define SF_TYPE_TARGET_VIEW (sf_target_view_get_type ())
G_DECLARE_FINAL_TYPE (SfTargetView, sf_target_view, SF, TARGET_VIEW, GtkBox)

GtkWidget *sf_target_view_new (void);

/**
 * sf_target_view_show:
 * @target: (nullable): shown if it is measured, else the view hides itself
 * @today: ISO 8601
 */
void sf_target_view_show (SfTargetView *self, SfModel *model, SfTarget *target, const char *today);

G_END_DECLS

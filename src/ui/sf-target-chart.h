/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfTargetChart:
 *
 * The way from a target's baseline to its goal, and the readings on it. A screen reader gets it in
 * one sentence; the same figures are a table in #SfTargetView.
 */
#define SF_TYPE_TARGET_CHART (sf_target_chart_get_type ())
G_DECLARE_FINAL_TYPE (SfTargetChart, sf_target_chart, SF, TARGET_CHART, GtkWidget)

GtkWidget *sf_target_chart_new (void);

/**
 * sf_target_chart_set_target:
 * @target: (nullable): shown if it is measured, else the chart hides itself
 * @today: ISO 8601
 */
void sf_target_chart_set_target (SfTargetChart *self,
                                 SfModel *model,
                                 SfTarget *target,
                                 const char *today);

G_END_DECLS

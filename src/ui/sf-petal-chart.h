/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-framework.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfPetalChart:
 *
 * Where a centre stands, drawn as a flower: one petal for each key area of the framework, as many
 * as it has, that reaches further out for a higher grade; the dashed outline is the evaluation
 * before. Each petal is a button of its own; "area-activated" (SfKeyArea *area) tells which was
 * pressed.
 */
#define SF_TYPE_PETAL_CHART (sf_petal_chart_get_type ())
G_DECLARE_FINAL_TYPE (SfPetalChart, sf_petal_chart, SF, PETAL_CHART, GtkWidget)

GtkWidget *sf_petal_chart_new (void);

/**
 * sf_petal_chart_set_framework:
 * @framework: (nullable): whose areas are shown; its petals are made anew if it differs
 */
void sf_petal_chart_set_framework (SfPetalChart *self, SfFramework *framework);

/**
 * sf_petal_chart_set_area:
 * @area: one of the framework's
 * @level: (nullable): its grade, %NULL while it has none
 * @last: (nullable): its grade in the evaluation before
 * @name: what a screen reader says of the petal
 */
void sf_petal_chart_set_area (
    SfPetalChart *self, SfKeyArea *area, SfLevel *level, SfLevel *last, const char *name);

G_END_DECLS

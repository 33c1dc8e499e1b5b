/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-framework.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfPetalButton:
 *
 * One petal of the overview's chart: a button in the shape of a key area's petal, with the area's
 * code and grade beside its tip. The chart says where the unit square of the geometry lies; the
 * button draws itself there and answers to its own sector alone.
 */
#define SF_TYPE_PETAL_BUTTON (sf_petal_button_get_type ())
G_DECLARE_FINAL_TYPE (SfPetalButton, sf_petal_button, SF, PETAL_BUTTON, GtkButton)

/**
 * sf_petal_button_new:
 * @framework: the framework that owns @area
 * @area: the key area
 *
 * Returns: (transfer floating): a new button
 */
GtkWidget *sf_petal_button_new (SfFramework *framework, SfKeyArea *area);
SfKeyArea *sf_petal_button_get_area (SfPetalButton *self);

/**
 * sf_petal_button_set_levels:
 * @level: (nullable): the area's grade, %NULL while it has none
 * @last: (nullable): the grade in the evaluation before
 */
void sf_petal_button_set_levels (SfPetalButton *self, SfLevel *level, SfLevel *last);

/**
 * sf_petal_button_set_sector:
 * @n: how many petals the chart has
 * @index: which of them this is
 */
void sf_petal_button_set_sector (SfPetalButton *self, guint n, guint index);

/**
 * sf_petal_button_place:
 * @x, @y: where the unit square's corner lies in the chart
 * @size: its side, in pixels
 * @box: (out caller-allocated): what the button has to be allocated: its petal and its label
 */
void
sf_petal_button_place (SfPetalButton *self, double x, double y, double size, GtkAllocation *box);

/**
 * sf_petal_button_measure_label:
 *
 * Returns through @width and @height: the size of the label, in pixels
 */
void sf_petal_button_measure_label (SfPetalButton *self, int *width, int *height);

G_END_DECLS

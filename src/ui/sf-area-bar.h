/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-framework.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfAreaBar:
 *
 * A bar in the colour of a key area, filled up to a fraction: its progress, or, upright and full,
 * the area's colour at the start of a row. What it says stands beside it in words, so it has no
 * name of its own.
 */
#define SF_TYPE_AREA_BAR (sf_area_bar_get_type ())
G_DECLARE_FINAL_TYPE (SfAreaBar, sf_area_bar, SF, AREA_BAR, GtkWidget)

/**
 * sf_area_bar_new:
 * @framework: the framework that owns @area
 * @area: whose colour is shown
 *
 * Returns: (transfer floating): a full bar
 */
GtkWidget *sf_area_bar_new (SfFramework *framework, SfKeyArea *area);

/* @fraction: from 0 to 1 */
void sf_area_bar_set_fraction (SfAreaBar *self, double fraction);

G_END_DECLS

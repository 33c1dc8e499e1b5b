/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sf-pack-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfPackLeft:
 *
 * What stays behind when a pack is made, by title, each with the reason: folded, for it is long
 * where much is.
 */
#define SF_TYPE_PACK_LEFT (sf_pack_left_get_type ())
G_DECLARE_FINAL_TYPE (SfPackLeft, sf_pack_left, SF, PACK_LEFT, GtkWidget)

GtkWidget *sf_pack_left_new (void);

/* @plan: (nullable): not kept; without one, and where all goes along, nothing is shown */
void sf_pack_left_show (SfPackLeft *self, const SfPackPlan *plan);

G_END_DECLS

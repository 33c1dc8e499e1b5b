/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfTargetPanel:
 *
 * The targets that serve one statement, and the quickest way to set another.
 */
#define SF_TYPE_TARGET_PANEL (sf_target_panel_get_type ())
G_DECLARE_FINAL_TYPE (SfTargetPanel, sf_target_panel, SF, TARGET_PANEL, AdwBin)

GtkWidget *sf_target_panel_new (SfContext *context);
void sf_target_panel_show (SfTargetPanel *self, SfStatement *statement);
/* The model changed. */
void sf_target_panel_refresh (SfTargetPanel *self);

G_END_DECLS

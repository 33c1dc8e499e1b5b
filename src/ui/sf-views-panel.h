/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfViewsPanel:
 *
 * What others say of one statement, beside the agreed judgement: each contributor's level and
 * words, and how they are spread. Not to be seen while nobody else has said anything.
 */
#define SF_TYPE_VIEWS_PANEL (sf_views_panel_get_type ())
G_DECLARE_FINAL_TYPE (SfViewsPanel, sf_views_panel, SF, VIEWS_PANEL, AdwBin)

GtkWidget *sf_views_panel_new (SfContext *context);
void sf_views_panel_show (SfViewsPanel *self, SfStatement *statement);
/* The model or the writer changed. */
void sf_views_panel_refresh (SfViewsPanel *self);

G_END_DECLS

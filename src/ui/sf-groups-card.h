/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfGroupsCard:
 *
 * The centre's groups of families: those whose figures stand beside those of all, for every
 * measure. They are named, added and taken off the list here.
 */
#define SF_TYPE_GROUPS_CARD (sf_groups_card_get_type ())
G_DECLARE_FINAL_TYPE (SfGroupsCard, sf_groups_card, SF, GROUPS_CARD, GtkBox)

GtkWidget *sf_groups_card_new (SfContext *context);
void sf_groups_card_refresh (SfGroupsCard *self);

G_END_DECLS

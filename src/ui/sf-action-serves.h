/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-action.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfActionServes:
 *
 * What an action of the plan serves: the words it was drafted from, statements and targets. Each
 * row leads there; statements and targets are added and taken away here.
 */
#define SF_TYPE_ACTION_SERVES (sf_action_serves_get_type ())
G_DECLARE_FINAL_TYPE (SfActionServes, sf_action_serves, SF, ACTION_SERVES, GtkBox)

GtkWidget *sf_action_serves_new (SfContext *context);
/* @action: (nullable); called with the same one after each change of the model */
void sf_action_serves_show (SfActionServes *self, SfAction *action);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-action.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfActionEnd:
 *
 * How an action of the plan ends: done on a day, dropped because of something, or taken off the
 * plan because it never belonged there; and how it is taken up again.
 */
#define SF_TYPE_ACTION_END (sf_action_end_get_type ())
G_DECLARE_FINAL_TYPE (SfActionEnd, sf_action_end, SF, ACTION_END, GtkBox)

GtkWidget *sf_action_end_new (SfContext *context);
/* @action: (nullable); called with the same one after each change of the model */
void sf_action_end_show (SfActionEnd *self, SfAction *action);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-action.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfActionEditor:
 *
 * The form of one action of the development plan. Its menu moves it, by the actions "plan.up",
 * "plan.down" and "plan.to" (the UUID of a priority) of whoever holds the form.
 */
#define SF_TYPE_ACTION_EDITOR (sf_action_editor_get_type ())
G_DECLARE_FINAL_TYPE (SfActionEditor, sf_action_editor, SF, ACTION_EDITOR, GtkBox)

GtkWidget *sf_action_editor_new (SfContext *context);
/* @action: (nullable); called with the same one after each change of the model */
void sf_action_editor_show (SfActionEditor *self, SfAction *action);

G_END_DECLS

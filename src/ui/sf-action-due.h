/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfActionDue:
 *
 * When an action of the plan is due, or why there is no date: one question with two answers, of
 * which one is seen and asked for. Answering the one takes the other away, in the same step.
 */
#define SF_TYPE_ACTION_DUE (sf_action_due_get_type ())
G_DECLARE_FINAL_TYPE (SfActionDue, sf_action_due, SF, ACTION_DUE, GtkBox)

GtkWidget *sf_action_due_new (SfContext *context);
/* @action: (nullable); called with the same one after each change of the model */
void sf_action_due_show (SfActionDue *self, SfAction *action);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfServes:
 *
 * What an action of the plan, or a target, serves: statements, and of an action the words it was
 * drafted from and targets. Each row leads there; statements and targets are added and taken away
 * here.
 */
#define SF_TYPE_SERVES (sf_serves_get_type ())
G_DECLARE_FINAL_TYPE (SfServes, sf_serves, SF, SERVES, GtkBox)

/* @of_actions: for actions, otherwise for targets */
GtkWidget *sf_serves_new (SfContext *context, gboolean of_actions);
/* @record: (nullable): an SfAction or SfTarget, as it was made for; called with the same one after
 * each change of the model */
void sf_serves_show (SfServes *self, gpointer record);

G_END_DECLS

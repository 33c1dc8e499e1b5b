/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-priority.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfPriorityEditor:
 *
 * The form of one priority of the development plan, with what its actions come to. Its buttons move
 * it by the actions "plan.up" and "plan.down" of whoever holds the form.
 */
#define SF_TYPE_PRIORITY_EDITOR (sf_priority_editor_get_type ())
G_DECLARE_FINAL_TYPE (SfPriorityEditor, sf_priority_editor, SF, PRIORITY_EDITOR, GtkBox)

GtkWidget *sf_priority_editor_new (SfContext *context);
/* @priority: (nullable); called with the same one after each change of the model */
void sf_priority_editor_show (SfPriorityEditor *self, SfPriority *priority);

G_END_DECLS

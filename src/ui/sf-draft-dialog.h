/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Told the identity of the first action that was drafted. */
typedef void (*SfDraftedFunc) (const SfUuid *uuid, gpointer data);

/**
 * sf_draft_dialog_present:
 * @parent: a widget of the window that it belongs to
 * @drafted: called if something was drafted
 * @data: (transfer full): for @drafted
 * @destroy: (nullable): frees @data
 *
 * A window that lists what the agreed judgements say is to be improved, the weakest first. What is
 * ticked becomes actions of the plan under one priority, all in one step.
 */
void sf_draft_dialog_present (GtkWidget *parent,
                              SfContext *context,
                              SfDraftedFunc drafted,
                              gpointer data,
                              GDestroyNotify destroy);

G_END_DECLS

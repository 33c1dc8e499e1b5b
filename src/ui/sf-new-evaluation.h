/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_new_evaluation_present:
 * @parent: any widget of the window
 * @context: the window's
 * @centre: whose evaluation it will be
 *
 * Asks for what a new evaluation needs, with the following year guessed, begins it and looks at
 * it.
 */
void sf_new_evaluation_present (GtkWidget *parent, SfContext *context, SfCentre *centre);

G_END_DECLS

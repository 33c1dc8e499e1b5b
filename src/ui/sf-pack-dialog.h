/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_pack_dialog_present:
 * @parent: any widget of the window
 * @context: whose evaluation the evidence is of
 *
 * Asks for whom an evidence pack shall be and what goes along, says what stays, writes it, and
 * tells what reading it back found.
 */
void sf_pack_dialog_present (GtkWidget *parent, SfContext *context);

G_END_DECLS

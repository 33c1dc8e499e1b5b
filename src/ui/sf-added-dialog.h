/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * sf_added_dialog_present:
 * @parent: any widget of the window
 * @context: the window's context
 * @evidence: (element-type SfEvidence): what was added
 *
 * A window to check what was added: title, date and kind of each piece in a list, and above it what
 * shall be so for all of them. All that is changed there is one step, at "Done". The other window
 * can be used meanwhile.
 */
void sf_added_dialog_present (GtkWidget *parent, SfContext *context, GPtrArray *evidence);

G_END_DECLS

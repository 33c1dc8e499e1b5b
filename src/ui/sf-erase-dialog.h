/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_erase_dialog_present:
 * @parent: any widget of the window
 * @evidence: (element-type SfEvidence): what may be erased; kept until the dialog is closed
 *
 * Explains what erasing is and what taking off the list is, asks why and who, and erases once that
 * was confirmed with a tick; then tells what was done and which copies have left.
 */
void sf_erase_dialog_present (GtkWidget *parent, SfContext *context, GPtrArray *evidence);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_statement_matrix_present:
 * @parent: a widget of the window
 * @context: the window's
 * @evidence: (element-type SfEvidence): one piece, or several
 *
 * Shows all statements of the framework with a box to tick for each: ticked is linked. A statement
 * that only some of the pieces are linked with has a box between both, which stays so unless it is
 * ticked. What was changed becomes one step when it is done; closing the window otherwise changes
 * nothing.
 */
void sf_statement_matrix_present (GtkWidget *parent, SfContext *context, GPtrArray *evidence);

G_END_DECLS

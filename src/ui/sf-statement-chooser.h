/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-chooser.h"
#include "ui/sf-context.h"

G_BEGIN_DECLS

/**
 * sf_statement_chooser_new:
 * @label: what the button says, with a mnemonic
 * @none: (nullable): offer this as "none of them"
 * @centre_only: leave out what is judged of the head
 *
 * A button that lets one look for a statement of the framework by its code or words; the key that
 * is chosen is its code.
 *
 * Returns: (transfer floating) (type SfChooser): a button
 */
GtkWidget *sf_statement_chooser_new (SfContext *context,
                                     const char *label,
                                     const char *none,
                                     gboolean centre_only);

G_END_DECLS

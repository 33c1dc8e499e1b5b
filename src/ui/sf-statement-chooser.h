/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfStatementChooser:
 *
 * A button that lets one look for a statement of the framework by its code or words. It writes
 * nothing: "chosen" (code, or NULL for none) tells which it was.
 */
#define SF_TYPE_STATEMENT_CHOOSER (sf_statement_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SfStatementChooser, sf_statement_chooser, SF, STATEMENT_CHOOSER, AdwBin)

/**
 * sf_statement_chooser_new:
 * @label: what the button says, with a mnemonic
 * @none: (nullable): offer this as "none of them"
 * @centre_only: leave out what is judged of the head
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *sf_statement_chooser_new (SfContext *context,
                                     const char *label,
                                     const char *none,
                                     gboolean centre_only);

G_END_DECLS

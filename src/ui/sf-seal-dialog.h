/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-display-list.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfSealCompose:
 * @fingerprint: to be printed on the pages (sf_fingerprint_add_to())
 * @accepted_on: the day of the meeting that accepted it
 * @accepted_by: (nullable): who accepted it
 *
 * Makes the report that the meeting accepted, as its page shows it.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL with @error
 */
typedef SfDisplayList *(*SfSealCompose) (const char *fingerprint,
                                         const char *accepted_on,
                                         const char *accepted_by,
                                         gpointer data,
                                         GError **error);

/**
 * sf_seal_dialog_present:
 * @parent: the page that asks
 * @evaluation: whose report was accepted
 * @audience: for whom it is: "governors"
 * @compose: makes the pages
 * @data: (transfer full): for @compose
 * @destroy: (nullable): frees @data
 *
 * Sign-off: asks who accepted the report and when, who seals it and where the key lives, says what
 * happens, and seals. The fingerprint is told at the end.
 */
void sf_seal_dialog_present (GtkWidget *parent,
                             SfContext *context,
                             SfEvaluation *evaluation,
                             const char *audience,
                             SfSealCompose compose,
                             gpointer data,
                             GDestroyNotify destroy);

/* Asks for the reason, and begins a correction of the evaluation that is looked at. */
void sf_seal_correction_present (GtkWidget *parent, SfContext *context);

G_END_DECLS

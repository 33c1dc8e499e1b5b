/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "workbook/sf-workbook-files.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_attach_report:
 * @parent: any widget of the window
 * @context: the window's context
 * @outcome: what became of a request to attach
 * @code: (nullable): the statement that the files were added to
 *
 * Tells it: a sentence with a button that fits it. Of one new piece, to undo it; of several, to
 * check their titles and dates; of what was here already, to show which; of files that were left
 * out, to read why.
 */
void sf_attach_report (GtkWidget *parent,
                       SfContext *context,
                       const SfAttachOutcome *outcome,
                       const char *code);

/* (transfer full): the sentence alone */
char *sf_attach_outcome_to_text (const SfAttachOutcome *outcome, const char *code);

/* (transfer full): "Adding 312 of 5,000: 61 MB of 1.0 GB" */
char *sf_attach_progress_to_text (const SfAttachProgress *progress);

G_END_DECLS

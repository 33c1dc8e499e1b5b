/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfEvidenceEditor:
 *
 * The form of a piece of evidence: what it is, what it shows, where it lies, who may see it.
 *
 * Signals: "leaving": what is shown is about to go off the list, or back onto it, or to be erased.
 */
#define SF_TYPE_EVIDENCE_EDITOR (sf_evidence_editor_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidenceEditor, sf_evidence_editor, SF, EVIDENCE_EDITOR, GtkBox)

GtkWidget *sf_evidence_editor_new (SfContext *context);

/* Shows @evidence (nullable), or shows it again after a change. */
void sf_evidence_editor_show (SfEvidenceEditor *self, SfEvidence *evidence);

G_END_DECLS

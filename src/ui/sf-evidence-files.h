/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfEvidenceFiles:
 *
 * The files of a piece of evidence: opened, copied out, taken away, and a place to add more.
 */
#define SF_TYPE_EVIDENCE_FILES (sf_evidence_files_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidenceFiles, sf_evidence_files, SF, EVIDENCE_FILES, GtkBox)

GtkWidget *sf_evidence_files_new (SfContext *context);

/* Shows @evidence (nullable), or shows it again after a change. */
void sf_evidence_files_show (SfEvidenceFiles *self, SfEvidence *evidence);

/* Adds what is on the clipboard to the evidence that is shown. */
void sf_evidence_files_paste (SfEvidenceFiles *self);

G_END_DECLS

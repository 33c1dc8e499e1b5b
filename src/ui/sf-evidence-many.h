/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfEvidenceMany:
 *
 * One form for several pieces of evidence: only what is filled in changes, in one step. Beneath it
 * stands what can be done with all of them.
 *
 * Signals: "leaving": what is shown is about to go off the list, or back onto it, or to be erased.
 */
#define SF_TYPE_EVIDENCE_MANY (sf_evidence_many_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidenceMany, sf_evidence_many, SF, EVIDENCE_MANY, GtkBox)

GtkWidget *sf_evidence_many_new (SfContext *context);

/* @evidence: (element-type SfEvidence): what it is about. What was filled in and not done is let go
 * when it is about others. */
void sf_evidence_many_show (SfEvidenceMany *self, GPtrArray *evidence);

G_END_DECLS

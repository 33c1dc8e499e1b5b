/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfEvidencePanel:
 *
 * What speaks for one statement: the evidence linked to it, what is to be said of it, and the ways
 * to add to it: choose files, drop them, paste, or link what is there already.
 */
#define SF_TYPE_EVIDENCE_PANEL (sf_evidence_panel_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidencePanel, sf_evidence_panel, SF, EVIDENCE_PANEL, AdwBin)

GtkWidget *sf_evidence_panel_new (SfContext *context);
void sf_evidence_panel_show (SfEvidencePanel *self, SfStatement *statement);
/* The model changed. */
void sf_evidence_panel_refresh (SfEvidencePanel *self);
/* Takes what is on the clipboard. FALSE if there is nothing that can be evidence. */
gboolean sf_evidence_panel_paste (SfEvidencePanel *self);
/* Files may be dropped on @target too. */
void sf_evidence_panel_accept_drops (SfEvidencePanel *self, GtkWidget *target);

G_END_DECLS

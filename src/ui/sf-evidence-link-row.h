/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfEvidenceLinkRow:
 *
 * A piece of evidence as it speaks for one statement: what it is, and, unfolded, what it shows
 * there, its files to open, and the way to take it away from the statement.
 */
#define SF_TYPE_EVIDENCE_LINK_ROW (sf_evidence_link_row_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidenceLinkRow, sf_evidence_link_row, SF, EVIDENCE_LINK_ROW, AdwBin)

/* A row of nothing yet, which is hidden. */
GtkWidget *sf_evidence_link_row_new (SfContext *context);
/* (nullable): NULL hides the row until it is wanted again. What was typed in it is kept first, and
 * it is closed. */
void sf_evidence_link_row_set_link (SfEvidenceLinkRow *self, SfEvidenceLink *link);
/* (nullable) (transfer none) */
SfEvidenceLink *sf_evidence_link_row_get_link (SfEvidenceLinkRow *self);
/* The evidence or its files may be different. */
void sf_evidence_link_row_refresh (SfEvidenceLinkRow *self);

G_END_DECLS

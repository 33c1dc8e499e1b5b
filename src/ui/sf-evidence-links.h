/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfEvidenceLinks:
 *
 * The statements that a piece of evidence speaks for in the evaluation, with what it shows for
 * each.
 */
#define SF_TYPE_EVIDENCE_LINKS (sf_evidence_links_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidenceLinks, sf_evidence_links, SF, EVIDENCE_LINKS, GtkBox)

GtkWidget *sf_evidence_links_new (SfContext *context);

/* Shows @evidence (nullable), or shows it again after a change. */
void sf_evidence_links_show (SfEvidenceLinks *self, SfEvidence *evidence);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-evidence-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfEvidenceList:
 *
 * A list of evidence of any length: only what is near the part that is seen has a row, and rows
 * are used again. Several can be selected with Ctrl and Shift; what is selected stays so while the
 * list changes around it. Rows can be dragged.
 *
 * Signals: "selected": other pieces are selected; "activated" (SfEvidence): Enter, a double click,
 * or a click where "opens-on-click" is set.
 */
#define SF_TYPE_EVIDENCE_LIST (sf_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidenceList, sf_evidence_list, SF, EVIDENCE_LIST, GtkWidget)

/* @label: the list's name for a screen reader */
GtkWidget *sf_evidence_list_new (SfContext *context, SfEvidenceModel *model, const char *label);

/* Returns: (transfer none) (element-type SfEvidence): what is selected, in the list's order */
GPtrArray *sf_evidence_list_get_selected (SfEvidenceList *self);
/* Selects @evidence (element-type SfEvidence) alone and scrolls to the first; FALSE if the list has
 * none of it. */
gboolean sf_evidence_list_select (SfEvidenceList *self, GPtrArray *evidence);
gboolean sf_evidence_list_select_one (SfEvidenceList *self, SfEvidence *evidence);
void sf_evidence_list_select_all (SfEvidenceList *self);
/* Puts the focus on what is selected, or on the first. FALSE if there is nothing. */
gboolean sf_evidence_list_focus (SfEvidenceList *self);
/* Whether a single click activates, as it must where the list hides what it shows. */
void sf_evidence_list_set_opens_on_click (SfEvidenceList *self, gboolean opens);

G_END_DECLS

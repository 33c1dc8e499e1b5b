/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-evidence-filter.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfEvidenceFilters:
 *
 * What stands above the library: the search entry, the filters behind one button, the order, and
 * a line that says what is filtered, with "Clear all".
 *
 * Signal: "changed": something else is asked for.
 */
#define SF_TYPE_EVIDENCE_FILTERS (sf_evidence_filters_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidenceFilters, sf_evidence_filters, SF, EVIDENCE_FILTERS, GtkBox)

GtkWidget *sf_evidence_filters_new (SfContext *context);

/* @filter: (inout): what is asked for */
void sf_evidence_filters_get (SfEvidenceFilters *self, SfEvidenceFilter *filter);
SfEvidenceSort sf_evidence_filters_get_sort (SfEvidenceFilters *self);
/* What is searched for; "" for nothing. */
const char *sf_evidence_filters_get_words (SfEvidenceFilters *self);

/* Takes all filters and the search away; "changed" is emitted once, if that is another. */
void sf_evidence_filters_clear (SfEvidenceFilters *self);
/* Shows what was taken off the list. */
void sf_evidence_filters_show_retired (SfEvidenceFilters *self);
/* Says how many there are to see. */
void sf_evidence_filters_set_count (SfEvidenceFilters *self, guint n);
/* Puts the focus into the search entry. */
void sf_evidence_filters_search (SfEvidenceFilters *self);

G_END_DECLS

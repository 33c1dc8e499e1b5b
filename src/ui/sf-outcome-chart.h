/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-outcome.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfOutcomeChart:
 *
 * A measure over time: all families as a line with discs, a group as a broken line with diamonds,
 * each with its name and its latest figure at its end; 95 % intervals as bars; the aim as a dotted
 * line; a mark is open where what the figure is out of is out of date. A screen reader gets
 * sf_outcome_describe().
 */
#define SF_TYPE_OUTCOME_CHART (sf_outcome_chart_get_type ())
G_DECLARE_FINAL_TYPE (SfOutcomeChart, sf_outcome_chart, SF, OUTCOME_CHART, GtkWidget)

GtkWidget *sf_outcome_chart_new (void);

/**
 * sf_outcome_chart_show:
 * @outcome: (nullable): a table of readings, which need not live on; %NULL for nothing
 * @group: (nullable): who is shown beside all families
 *
 * Returns: whether there is a figure to show
 */
gboolean sf_outcome_chart_show (SfOutcomeChart *self, SfOutcome *outcome, SfFamilyGroup *group);

/* (transfer full) (nullable): what the marks and lines that are there mean, in a line of words */
char *sf_outcome_chart_dup_key (SfOutcomeChart *self);

G_END_DECLS

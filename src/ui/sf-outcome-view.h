/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-outcome.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfOutcomeView:
 *
 * What the figures of a measure say: in sentences, as a chart, and as a table in its place. Beside
 * all families stands one group, which is chosen here and stays chosen from measure to measure.
 */
#define SF_TYPE_OUTCOME_VIEW (sf_outcome_view_get_type ())
G_DECLARE_FINAL_TYPE (SfOutcomeView, sf_outcome_view, SF, OUTCOME_VIEW, GtkBox)

GtkWidget *sf_outcome_view_new (void);

/**
 * sf_outcome_view_show:
 * @outcome: (transfer none): read now, and again when another group is chosen; outlives the next
 *   call
 * @window: (element-type utf8): the periods of the table; likewise
 */
void sf_outcome_view_show (SfOutcomeView *self, SfOutcome *outcome, GPtrArray *window);

/* Lets go of what is shown. */
void sf_outcome_view_clear (SfOutcomeView *self);

G_END_DECLS

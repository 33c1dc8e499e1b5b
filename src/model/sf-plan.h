/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-action-state.h"

G_BEGIN_DECLS

/* The development plan of one evaluation: its priorities, the actions under each, and what they
 * come to. */

/**
 * SfActionFilter:
 * @SF_ACTIONS_ALL: every action
 * @SF_ACTIONS_OPEN: those with something still to do
 * @SF_ACTIONS_LATE: open ones whose due date is past
 * @SF_ACTIONS_UNDATED: open ones without a due date
 * @SF_ACTIONS_OVER: those that cost more than was planned
 * @SF_ACTIONS_ENDED: done or dropped
 */
typedef enum
{
  SF_ACTIONS_ALL,
  SF_ACTIONS_OPEN,
  SF_ACTIONS_LATE,
  SF_ACTIONS_UNDATED,
  SF_ACTIONS_OVER,
  SF_ACTIONS_ENDED,
} SfActionFilter;

/**
 * SfPlanTotals:
 * @n_actions: how many actions
 * @n_in: how many of them are in each #SfActionState
 * @n_uncosted: of those not dropped, how many have no planned cost
 * @n_over: how many cost more than planned
 * @cost: what is planned, in pence; what was dropped is not counted
 * @spent: what was spent, in pence, on dropped ones too
 * @over: by how much those of @n_over went over, in pence: what is saved elsewhere is not set
 *   against it
 */
typedef struct
{
  guint n_actions;
  guint n_in[SF_N_ACTION_STATES];
  guint n_uncosted;
  guint n_over;
  gint64 cost;
  gint64 spent;
  gint64 over;
} SfPlanTotals;

/* (transfer container): those that are not retired, in the plan's order */
GPtrArray *sf_plan_list_priorities (SfModel *model, SfEvaluation *evaluation);
GPtrArray *sf_plan_list_actions (SfModel *model, SfPriority *priority);
/* (transfer container): the actions of all priorities, in the plan's order */
GPtrArray *sf_plan_list_all_actions (SfModel *model, SfEvaluation *evaluation);
/* (transfer container) (element-type SfActionReview): oldest first */
GPtrArray *sf_plan_list_reviews (SfModel *model, SfAction *action);
/* (transfer container) (element-type SfTarget): the targets it serves, not the retired ones */
GPtrArray *sf_plan_list_targets (SfModel *model, SfAction *action);
/* (transfer container) (element-type SfStatement): the statements it serves that the framework has
 */
GPtrArray *sf_plan_list_statements (SfModel *model, SfAction *action);

/* (transfer none) (nullable) */
SfPriority *sf_plan_get_priority (SfModel *model, SfAction *action);
SfEvaluation *sf_plan_get_evaluation (SfModel *model, SfAction *action);

/**
 * sf_plan_find_place:
 * @by: -1 for one place up, 1 for one down
 * @under: (out) (transfer none): the priority under which it comes then
 * @place: (out): how many stand before it there
 *
 * Where an action comes by one step: past the first and the last of its priority it goes on under
 * the one before or after.
 *
 * Returns: %FALSE if there is no such place
 */
gboolean
sf_plan_find_place (SfModel *model, SfAction *action, int by, SfPriority **under, guint *place);

/* The number of a place after all others, retired ones among them. */
gint64 sf_plan_get_last_position (SfModel *model, gpointer parent);

void sf_plan_count (SfModel *model, GPtrArray *actions, const char *today, SfPlanTotals *totals);
/**
 * sf_plan_totals_to_text:
 *
 * Returns: (transfer full): "10 actions, 3 done, 1 late. £12,400 planned, £9,150 spent; 1 action
 *   cost £149.50 more than planned."
 */
char *sf_plan_totals_to_text (const SfPlanTotals *totals);

/**
 * sf_action_matches:
 * @words: (nullable): what was typed into a search entry
 *
 * Returns: whether a list filtered so shows it; retired actions never are
 */
gboolean sf_action_matches (
    SfModel *model, SfAction *action, SfActionFilter filter, const char *words, const char *today);

/**
 * sf_action_compare:
 *
 * The plan's order: by the place of the priority, then by the place in it.
 *
 * Returns: less than, equal to or greater than 0
 */
int sf_action_compare (SfModel *model, SfAction *a, SfAction *b);

/**
 * sf_action_compare_due:
 *
 * Open ones first, by due date, those without one after them; then the ended ones. What is equal is
 * in the plan's order.
 *
 * Returns: less than, equal to or greater than 0
 */
int sf_action_compare_due (SfModel *model, SfAction *a, SfAction *b);

G_END_DECLS

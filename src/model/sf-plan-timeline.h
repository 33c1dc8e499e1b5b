/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-plan.h"

G_BEGIN_DECLS

/**
 * SfTimeline:
 * @first: the first day of its first month, ISO 8601
 * @last: the last day of its last month
 * @days: how many days that is
 *
 * The months that a timeline of the plan shows: those of the evaluation, and before and after them
 * those that its actions need, up to %SF_TIMELINE_BEYOND; what lies farther out is cut off there,
 * for a year that was mistyped would make every bar too short to be seen.
 */
typedef struct
{
  char *first;
  char *last;
  int days;
} SfTimeline;

#define SF_TIMELINE_BEYOND 12 /* months */

/**
 * sf_timeline_new:
 * @actions: (element-type SfAction): what it shows
 *
 * Returns: (transfer full): sf_timeline_free()
 */
SfTimeline *sf_timeline_new (SfEvaluation *evaluation, GPtrArray *actions);
void sf_timeline_free (SfTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfTimeline, sf_timeline_free)

/**
 * sf_timeline_get_share:
 * @iso: a day
 *
 * Returns: how much of the timeline lies before the beginning of that day, from 0 to 1
 */
double sf_timeline_get_share (const SfTimeline *self, const char *iso);

/**
 * sf_timeline_place:
 * @start: (out): where the bar begins, from 0 to 1; where it ends if the action has no start
 * @end: (out): where it ends: with the due date
 *
 * Returns: %FALSE if the action has no due date, and no bar
 */
gboolean sf_timeline_place (const SfTimeline *self, SfAction *action, double *start, double *end);

/* --- in words ------------------------------------------------------------------------------ */

/**
 * sf_timeline_action_to_text:
 *
 * Returns: (transfer full): "Re-open the garden group, 1 June to 30 September 2026, late by 12
 * days"
 */
char *sf_timeline_action_to_text (SfModel *model, SfAction *action, const char *today);

/**
 * sf_timeline_to_text:
 *
 * Returns: (transfer full): what a sighted reader sees first: the months, how many actions, what is
 *   late for longest, what is due next
 */
char *
sf_timeline_to_text (const SfTimeline *self, SfModel *model, GPtrArray *actions, const char *today);

G_END_DECLS

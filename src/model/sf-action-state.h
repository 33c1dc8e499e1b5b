/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-target-status.h"

G_BEGIN_DECLS

/**
 * SfActionState:
 * @SF_ACTION_NOT_BEGUN: its time has not come, and nobody has done anything yet
 * @SF_ACTION_UNDER_WAY: begun, and in time
 * @SF_ACTION_LATE: its due date is past and it is not done
 * @SF_ACTION_NO_DATE: it has no due date, because of the reason given with it
 * @SF_ACTION_DONE: done
 * @SF_ACTION_DROPPED: given up, because of the reason given with it
 */
typedef enum
{
  SF_ACTION_NOT_BEGUN,
  SF_ACTION_UNDER_WAY,
  SF_ACTION_LATE,
  SF_ACTION_NO_DATE,
  SF_ACTION_DONE,
  SF_ACTION_DROPPED,
} SfActionState;

#define SF_N_ACTION_STATES 6

/* @today is an ISO 8601 date throughout, as sf_clock_today() gives it. */

/**
 * sf_action_get_state:
 *
 * Where an action stands, by this rule and no other. The first that applies is the answer:
 *
 * 1. It has a reason why it was dropped: dropped.
 * 2. It has a day on which it was done: done.
 * 3. Its due date is before @today: late. On the due date itself there is still time.
 * 4. It has no due date: no date, whether the reason is given yet or not.
 * 5. It has begun (sf_action_has_begun()): under way.
 * 6. Otherwise not begun.
 *
 * Returns: its state
 */
SfActionState sf_action_get_state (SfModel *model, SfAction *action, const char *today);

/**
 * sf_action_has_begun:
 *
 * Returns: whether its start has come; or something was written of its progress, spent on it, or
 *   said in a review up to @today
 */
gboolean sf_action_has_begun (SfModel *model, SfAction *action, const char *today);

/**
 * sf_action_is_open:
 *
 * Returns: whether there is still something to do: not done, dropped or retired
 */
gboolean sf_action_is_open (SfAction *action);

/* Returns: for how many days it is late; 0 if it is not */
int sf_action_get_days_late (SfAction *action, const char *today);

/**
 * sf_action_get_review_due:
 *
 * Three reviews a year: the first %SF_TARGET_REVIEW_DAYS after its start (or the evaluation's, if
 * it has none), the next as long after the latest review up to @today; never sooner than as long
 * after the day on which it was written, for what fell due before there was an action was not
 * missed. Targets are looked at by the same measure, so that one sitting does for both.
 *
 * Returns: (transfer full) (nullable): the day; %NULL if it is not open
 */
char *sf_action_get_review_due (SfModel *model, SfAction *action, const char *today);

/**
 * sf_action_get_overspend:
 *
 * Returns: by how many pence it cost more than planned; 0 if it did not, or if no cost was planned:
 *   nothing can be over what nobody said
 */
gint64 sf_action_get_overspend (SfAction *action);

/* Returns: "not-begun", "under-way", "late", "no-date", "done", "dropped": for scripts and styles
 */
const char *sf_action_state_get_id (SfActionState state);
/* Returns: "Not begun", "Under way", …: in the user's language */
const char *sf_action_state_get_label (SfActionState state);
/* A ring for not begun, a disc for under way, a cross for late, a half disc for no date, a check
 * mark for done, a dash for dropped. */
SfStatusMark sf_action_state_get_mark (SfActionState state);

/* --- in words ------------------------------------------------------------------------------ */

/**
 * sf_action_state_to_text:
 *
 * Returns: (transfer full): "Late by 12 days", "No date: the lease is not signed", "Dropped: no
 *   money came", "Done on 3 June 2026", "Under way"
 */
char *sf_action_state_to_text (SfModel *model, SfAction *action, const char *today);

/**
 * sf_action_when_to_text:
 *
 * Returns: (transfer full): "1 June to 30 September 2026" (as sf_date_format_period()), "by 30
 *   September 2026", or why there is no date
 */
char *sf_action_when_to_text (SfAction *action);

/**
 * sf_action_money_to_text:
 *
 * Returns: (transfer full) (nullable): "£1,250.50 planned, £1,400 spent, £149.50 more than
 *   planned", as much of it as is filled in; %NULL if nothing is
 */
char *sf_action_money_to_text (SfAction *action);

G_END_DECLS

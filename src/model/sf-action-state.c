/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-action-state.h"

#include "base/sf-date.h"
#include "base/sf-money.h"
#include "base/sf-text.h"
#include "model/sf-plan.h"
#include "model/sf-rules-private.h"

#include <string.h>

/* In the order of SfActionState. */
static const struct
{
  const char *id;
  const char *label;
  SfStatusMark mark;
} states[SF_N_ACTION_STATES] = {
  { "not-begun", N_ ("Not begun"), SF_STATUS_MARK_RING },
  { "under-way", N_ ("Under way"), SF_STATUS_MARK_DISC },
  { "late", N_ ("Late"), SF_STATUS_MARK_CROSS },
  { "no-date", N_ ("No date"), SF_STATUS_MARK_HALF },
  { "done", N_ ("Done"), SF_STATUS_MARK_CHECK },
  { "dropped", N_ ("Dropped"), SF_STATUS_MARK_DASH },
};

const char *
sf_action_state_get_id (SfActionState state)
{
  g_return_val_if_fail ((guint)state < SF_N_ACTION_STATES, "");

  return states[state].id;
}

const char *
sf_action_state_get_label (SfActionState state)
{
  g_return_val_if_fail ((guint)state < SF_N_ACTION_STATES, "");

  return _ (states[state].label);
}

SfStatusMark
sf_action_state_get_mark (SfActionState state)
{
  g_return_val_if_fail ((guint)state < SF_N_ACTION_STATES, SF_STATUS_MARK_RING);

  return states[state].mark;
}

gboolean
sf_action_is_open (SfAction *action)
{
  g_return_val_if_fail (SF_IS_ACTION (action), FALSE);

  return sf_action_get_retired_at (action) == SF_NULL_INT && sf_action_get_done_on (action) == NULL
         && sf_action_get_dropped_reason (action) == NULL;
}

/* The latest review up to @today. */
static SfActionReview *
find_latest_review (SfModel *model, SfAction *action, const char *today)
{
  g_autoptr (GPtrArray) reviews = sf_plan_list_reviews (model, action);

  for (guint i = reviews->len; i > 0; i--)
    if (strcmp (sf_action_review_get_reviewed_on (reviews->pdata[i - 1]), today) <= 0)
      return reviews->pdata[i - 1];
  return NULL;
}

gboolean
sf_action_has_begun (SfModel *model, SfAction *action, const char *today)
{
  const char *starts_on;
  gint64 spent;

  g_return_val_if_fail (SF_IS_MODEL (model), FALSE);
  g_return_val_if_fail (SF_IS_ACTION (action), FALSE);

  starts_on = sf_action_get_starts_on (action);
  spent = sf_action_get_spent (action);
  return (starts_on != NULL && strcmp (starts_on, today) <= 0)
         || !sf_text_is_blank (sf_action_get_progress (action))
         || (spent != SF_NULL_INT && spent > 0)
         || find_latest_review (model, action, today) != NULL;
}

int
sf_action_get_days_late (SfAction *action, const char *today)
{
  const char *due = sf_action_get_due_on (action);

  return due != NULL && strcmp (due, today) < 0 && sf_action_is_open (action)
             ? sf_date_days_between (due, today)
             : 0;
}

SfActionState
sf_action_get_state (SfModel *model, SfAction *action, const char *today)
{
  const char *due;

  g_return_val_if_fail (SF_IS_MODEL (model), SF_ACTION_NOT_BEGUN);
  g_return_val_if_fail (SF_IS_ACTION (action), SF_ACTION_NOT_BEGUN);
  g_return_val_if_fail (today != NULL, SF_ACTION_NOT_BEGUN);

  due = sf_action_get_due_on (action);
  if (sf_action_get_dropped_reason (action) != NULL)
    return SF_ACTION_DROPPED;
  if (sf_action_get_done_on (action) != NULL)
    return SF_ACTION_DONE;
  if (due != NULL && strcmp (due, today) < 0)
    return SF_ACTION_LATE;
  if (due == NULL)
    return SF_ACTION_NO_DATE;
  return sf_action_has_begun (model, action, today) ? SF_ACTION_UNDER_WAY : SF_ACTION_NOT_BEGUN;
}

char *
sf_action_get_review_due (SfModel *model, SfAction *action, const char *today)
{
  SfActionReview *review;
  SfEvaluation *evaluation;
  const char *from;

  g_return_val_if_fail (SF_IS_MODEL (model), NULL);

  if (!sf_action_is_open (action))
    return NULL;
  review = find_latest_review (model, action, today);
  evaluation = sf_plan_get_evaluation (model, action);
  from = review != NULL       ? sf_action_review_get_reviewed_on (review)
         : evaluation != NULL ? sf_evaluation_get_starts_on (evaluation)
                              : NULL;
  if (review == NULL && sf_action_get_starts_on (action) != NULL)
    from = sf_action_get_starts_on (action);
  return sf_rules_review_due (action, from, today);
}

gint64
sf_action_get_overspend (SfAction *action)
{
  gint64 cost = sf_action_get_cost (action), spent = sf_action_get_spent (action);

  return cost != SF_NULL_INT && spent != SF_NULL_INT && spent > cost ? spent - cost : 0;
}

/* --- in words ------------------------------------------------------------------------------ */

char *
sf_action_state_to_text (SfModel *model, SfAction *action, const char *today)
{
  SfActionState state = sf_action_get_state (model, action, today);
  int late = sf_action_get_days_late (action, today);
  g_autofree char *done = NULL;

  switch (state)
    {
    case SF_ACTION_LATE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Late by %d day", "Late by %d days",
                                           (gulong)late),
                              late);
    case SF_ACTION_NO_DATE:
      if (sf_action_get_no_date_reason (action) == NULL)
        return g_strdup (_ ("No date yet"));
      /* Translators: why an action has no date */
      return g_strdup_printf (_ ("No date: %s"), sf_action_get_no_date_reason (action));
    case SF_ACTION_DROPPED:
      /* Translators: why an action was dropped */
      return g_strdup_printf (_ ("Dropped: %s"), sf_action_get_dropped_reason (action));
    case SF_ACTION_DONE:
      done = sf_date_format (sf_action_get_done_on (action));
      return g_strdup_printf (_ ("Done on %s"), done);
    case SF_ACTION_NOT_BEGUN:
    case SF_ACTION_UNDER_WAY:
    default:
      return g_strdup (sf_action_state_get_label (state));
    }
}

char *
sf_action_when_to_text (SfAction *action)
{
  const char *starts = sf_action_get_starts_on (action), *due = sf_action_get_due_on (action);
  g_autofree char *day = NULL;

  if (due == NULL)
    return sf_action_get_no_date_reason (action) != NULL
               ? g_strdup_printf (_ ("No date: %s"), sf_action_get_no_date_reason (action))
               : g_strdup (_ ("No date yet"));
  if (starts != NULL && strcmp (starts, due) <= 0)
    return sf_date_format_period (starts, due);
  day = sf_date_format (due);
  return g_strdup_printf (_ ("by %s"), day);
}

char *
sf_action_money_to_text (SfAction *action)
{
  gint64 cost = sf_action_get_cost (action), spent = sf_action_get_spent (action);
  gint64 over = sf_action_get_overspend (action);
  g_autofree char *planned = cost != SF_NULL_INT ? sf_money_format (cost) : NULL;
  g_autofree char *gone = spent != SF_NULL_INT ? sf_money_format (spent) : NULL;
  g_autofree char *more = over > 0 ? sf_money_format (over) : NULL;

  if (more != NULL)
    return g_strdup_printf (_ ("%s planned, %s spent, %s more than planned"), planned, gone, more);
  if (planned != NULL && gone != NULL)
    return g_strdup_printf (_ ("%s planned, %s spent"), planned, gone);
  if (planned != NULL)
    return g_strdup_printf (_ ("%s planned"), planned);
  return gone != NULL ? g_strdup_printf (_ ("%s spent"), gone) : NULL;
}

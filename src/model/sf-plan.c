/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-plan.h"

#include "base/sf-money.h"
#include "base/sf-text.h"
#include "model/sf-search.h"

#include <string.h>

/* --- lists ---------------------------------------------------------------------------------- */

static int
compare_uuids (gpointer a, gpointer b)
{
  return memcmp (sf_record_get_uuid (a), sf_record_get_uuid (b), sizeof (SfUuid));
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_priorities (gconstpointer a, gconstpointer b)
{
  SfPriority *one = *(SfPriority **)a, *two = *(SfPriority **)b;
  int order = compare_numbers (sf_priority_get_position (one), sf_priority_get_position (two));

  return order != 0 ? order : compare_uuids (one, two);
}

static int
compare_actions (gconstpointer a, gconstpointer b)
{
  SfAction *one = *(SfAction **)a, *two = *(SfAction **)b;
  int order = compare_numbers (sf_action_get_position (one), sf_action_get_position (two));

  return order != 0 ? order : compare_uuids (one, two);
}

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  SfActionReview *one = *(SfActionReview **)a, *two = *(SfActionReview **)b;
  int order
      = strcmp (sf_action_review_get_reviewed_on (one), sf_action_review_get_reviewed_on (two));

  return order != 0 ? order : compare_uuids (one, two);
}

GPtrArray *
sf_plan_list_priorities (SfModel *model, SfEvaluation *evaluation)
{
  GPtrArray *list
      = sf_model_list_referring (model, SF_TYPE_PRIORITY, SF_PRIORITY_EVALUATION, evaluation);

  for (guint i = list->len; i > 0; i--)
    if (sf_priority_get_retired_at (list->pdata[i - 1]) != SF_NULL_INT)
      g_ptr_array_remove_index (list, i - 1);
  g_ptr_array_sort (list, compare_priorities);
  return list;
}

GPtrArray *
sf_plan_list_actions (SfModel *model, SfPriority *priority)
{
  GPtrArray *list = sf_model_list_referring (model, SF_TYPE_ACTION, SF_ACTION_PRIORITY, priority);

  for (guint i = list->len; i > 0; i--)
    if (sf_action_get_retired_at (list->pdata[i - 1]) != SF_NULL_INT)
      g_ptr_array_remove_index (list, i - 1);
  g_ptr_array_sort (list, compare_actions);
  return list;
}

GPtrArray *
sf_plan_list_all_actions (SfModel *model, SfEvaluation *evaluation)
{
  g_autoptr (GPtrArray) priorities = sf_plan_list_priorities (model, evaluation);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < priorities->len; i++)
    g_ptr_array_extend_and_steal (list, sf_plan_list_actions (model, priorities->pdata[i]));
  return list;
}

GPtrArray *
sf_plan_list_reviews (SfModel *model, SfAction *action)
{
  GPtrArray *list
      = sf_model_list_referring (model, SF_TYPE_ACTION_REVIEW, SF_ACTION_REVIEW_ACTION, action);

  g_ptr_array_sort (list, compare_reviews);
  return list;
}

GPtrArray *
sf_plan_list_targets (SfModel *model, SfAction *action)
{
  g_autoptr (GPtrArray) links
      = sf_model_list_referring (model, SF_TYPE_ACTION_TARGET, SF_ACTION_TARGET_ACTION, action);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      SfTarget *target = sf_model_find (model, sf_action_target_get_target (links->pdata[i]));

      if (target != NULL && sf_target_get_retired_at (target) == SF_NULL_INT)
        g_ptr_array_add (list, target);
    }
  return list;
}

GPtrArray *
sf_plan_list_statements (SfModel *model, SfAction *action)
{
  SfEvaluation *evaluation = sf_plan_get_evaluation (model, action);
  SfFramework *framework = evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL;
  const char *codes = sf_action_get_statement_codes (action);

  return sf_framework_list_statements_of (framework, codes != NULL ? codes : "");
}

SfPriority *
sf_plan_get_priority (SfModel *model, SfAction *action)
{
  return sf_model_find (model, sf_action_get_priority (action));
}

SfEvaluation *
sf_plan_get_evaluation (SfModel *model, SfAction *action)
{
  SfPriority *priority = sf_plan_get_priority (model, action);

  return priority != NULL ? sf_model_find (model, sf_priority_get_evaluation (priority)) : NULL;
}

/* Past the first or the last: the priority before or after, if there is one. */
static gboolean
find_place_beyond (SfModel *model, SfPriority *own, int by, SfPriority **under, guint *place)
{
  SfEvaluation *evaluation = sf_model_find (model, sf_priority_get_evaluation (own));
  g_autoptr (GPtrArray) all
      = evaluation != NULL ? sf_plan_list_priorities (model, evaluation) : g_ptr_array_new ();
  g_autoptr (GPtrArray) actions = NULL;
  guint n;

  if (!g_ptr_array_find (all, own, &n) || (by < 0 ? n == 0 : n + 1 >= all->len))
    return FALSE;
  *under = all->pdata[by < 0 ? n - 1 : n + 1];
  actions = sf_plan_list_actions (model, *under);
  *place = by < 0 ? actions->len : 0;
  return TRUE;
}

gboolean
sf_plan_find_place (SfModel *model, SfAction *action, int by, SfPriority **under, guint *place)
{
  SfPriority *own = sf_plan_get_priority (model, action);
  g_autoptr (GPtrArray) actions = NULL;
  guint n;

  if (own == NULL)
    return FALSE;
  actions = sf_plan_list_actions (model, own);
  if (!g_ptr_array_find (actions, action, &n))
    return FALSE;
  if (by < 0 ? n == 0 : n + 1 >= actions->len)
    return find_place_beyond (model, own, by, under, place);
  *under = own;
  *place = by < 0 ? n - 1 : n + 1;
  return TRUE;
}

/**
 * sf_plan_get_last_position:
 * @parent: (type SfRecord): an #SfEvaluation, for priorities, or an #SfPriority, for actions
 *
 * Returns: the greatest position of what it has, -1 if it has nothing
 */
gint64
sf_plan_get_last_position (SfModel *model, gpointer parent)
{
  gboolean of_plan = SF_IS_EVALUATION (parent);
  g_autoptr (GPtrArray) list
      = of_plan ? sf_model_list_referring (model, SF_TYPE_PRIORITY, SF_PRIORITY_EVALUATION, parent)
                : sf_model_list_referring (model, SF_TYPE_ACTION, SF_ACTION_PRIORITY, parent);
  guint column = of_plan ? SF_PRIORITY_POSITION : SF_ACTION_POSITION;
  gint64 last = -1;

  for (guint i = 0; i < list->len; i++)
    last = MAX (last, sf_record_get_int (list->pdata[i], column));
  return last;
}

/* --- totals --------------------------------------------------------------------------------- */

static void
count_action (SfModel *model, SfAction *action, const char *today, SfPlanTotals *totals)
{
  SfActionState state = sf_action_get_state (model, action, today);
  gint64 cost = sf_action_get_cost (action), spent = sf_action_get_spent (action);
  gint64 over = sf_action_get_overspend (action);

  totals->n_actions++;
  totals->n_in[state]++;
  if (state != SF_ACTION_DROPPED && cost == SF_NULL_INT)
    totals->n_uncosted++;
  if (state != SF_ACTION_DROPPED && cost != SF_NULL_INT)
    totals->cost = sf_money_add (totals->cost, cost);
  if (spent != SF_NULL_INT)
    totals->spent = sf_money_add (totals->spent, spent);
  totals->n_over += over > 0;
  totals->over = sf_money_add (totals->over, over);
}

/**
 * sf_plan_count:
 * @actions: (element-type SfAction): actions that are not retired
 * @totals: (out caller-allocates): what they come to
 */
void
sf_plan_count (SfModel *model, GPtrArray *actions, const char *today, SfPlanTotals *totals)
{
  g_return_if_fail (SF_IS_MODEL (model));
  g_return_if_fail (actions != NULL && totals != NULL);

  memset (totals, 0, sizeof *totals);
  for (guint i = 0; i < actions->len; i++)
    count_action (model, actions->pdata[i], today, totals);
}

char *
sf_plan_totals_to_text (const SfPlanTotals *totals)
{
  GString *text = g_string_new (NULL);
  guint done = totals->n_in[SF_ACTION_DONE], late = totals->n_in[SF_ACTION_LATE];
  g_autofree char *cost = sf_money_format (totals->cost);
  g_autofree char *spent = sf_money_format (totals->spent);
  g_autofree char *over = sf_money_format (totals->over);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u action", "%u actions",
                                       totals->n_actions),
                          totals->n_actions);
  if (done > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, ", %u done", ", %u done", done),
                            done);
  if (late > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, ", %u late", ", %u late", late),
                            late);
  g_string_append (text, ". ");
  if (totals->cost > 0 || totals->spent > 0)
    /* Translators: two amounts of money */
    g_string_append_printf (text, _ ("%s planned, %s spent"), cost, spent);
  if (totals->n_over > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "; %u action cost %s more than planned",
                                         "; %u actions cost %s more than planned", totals->n_over),
                            totals->n_over, over);
  if (totals->cost > 0 || totals->spent > 0)
    g_string_append_c (text, '.');
  g_strchomp (text->str);
  return g_string_free (text, FALSE);
}

/* --- filter and order ------------------------------------------------------------------------ */

static gboolean
passes (SfModel *model, SfAction *action, SfActionFilter filter, const char *today)
{
  switch (filter)
    {
    case SF_ACTIONS_OPEN:
      return sf_action_is_open (action);
    case SF_ACTIONS_LATE:
      return sf_action_get_state (model, action, today) == SF_ACTION_LATE;
    case SF_ACTIONS_UNDATED:
      return sf_action_get_state (model, action, today) == SF_ACTION_NO_DATE;
    case SF_ACTIONS_OVER:
      return sf_action_get_overspend (action) > 0;
    case SF_ACTIONS_ENDED:
      return !sf_action_is_open (action);
    case SF_ACTIONS_ALL:
    default:
      return TRUE;
    }
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

gboolean
sf_action_matches (
    SfModel *model, SfAction *action, SfActionFilter filter, const char *words, const char *today)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SF_IS_ACTION (action), FALSE);

  if (sf_action_get_retired_at (action) != SF_NULL_INT || !passes (model, action, filter, today))
    return FALSE;
  if (sf_text_is_blank (words))
    return TRUE;
  text = g_strjoin ("\n", sf_action_get_title (action), or_empty (sf_action_get_lead (action)),
                    or_empty (sf_action_get_money_source (action)),
                    or_empty (sf_action_get_criteria (action)),
                    or_empty (sf_action_get_progress (action)), NULL);
  return sf_search_text_matches (text, words);
}

int
sf_action_compare (SfModel *model, SfAction *a, SfAction *b)
{
  SfPriority *one = sf_plan_get_priority (model, a), *two = sf_plan_get_priority (model, b);

  if (one == two || one == NULL || two == NULL)
    return compare_actions (&a, &b);
  return compare_priorities (&one, &two);
}

int
sf_action_compare_due (SfModel *model, SfAction *a, SfAction *b)
{
  const char *one = sf_action_get_due_on (a), *two = sf_action_get_due_on (b);
  int order = (int)sf_action_is_open (b) - (int)sf_action_is_open (a);

  if (order == 0)
    order = (one == NULL) - (two == NULL);
  if (order == 0)
    order = g_strcmp0 (one, two);
  return order != 0 ? order : sf_action_compare (model, a, b);
}

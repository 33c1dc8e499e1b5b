/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-plan-move.h"

#include "workbook/sf-workbook-edit.h"

static void
step_priority (SfContext *context, SfPriority *priority, int by)
{
  SfModel *model = sf_context_get_model (context);
  SfEvaluation *evaluation = sf_model_find (model, sf_priority_get_evaluation (priority));
  g_autoptr (GPtrArray) list
      = evaluation != NULL ? sf_plan_list_priorities (model, evaluation) : g_ptr_array_new ();
  GError *error = NULL;
  gboolean ok;
  guint place;

  if (!g_ptr_array_find (list, priority, &place) || (by < 0 && place == 0)
      || (by > 0 && place + 1 >= list->len))
    return;
  ok = sf_workbook_move_priority (sf_context_get_workbook (context), priority,
                                  by < 0 ? place - 1 : place + 1, &error);
  sf_context_check (context, ok, error);
}

static void
step_action (SfContext *context, SfAction *action, int by)
{
  SfPriority *under;
  GError *error = NULL;
  gboolean ok;
  guint place;

  if (!sf_plan_find_place (sf_context_get_model (context), action, by, &under, &place))
    return;
  ok = sf_workbook_move_action (sf_context_get_workbook (context), action, under, place, &error);
  sf_context_check (context, ok, error);
}

void
sf_plan_move_step (SfContext *context, SfRecord *record, int by)
{
  g_return_if_fail (SF_IS_CONTEXT (context));

  if (SF_IS_PRIORITY (record))
    step_priority (context, SF_PRIORITY (record), by);
  else if (SF_IS_ACTION (record))
    step_action (context, SF_ACTION (record), by);
}

void
sf_plan_move_to (SfContext *context, SfAction *action, SfPriority *priority)
{
  GError *error = NULL;
  gboolean ok = sf_workbook_move_action (sf_context_get_workbook (context), action, priority,
                                         G_MAXINT, &error);

  sf_context_check (context, ok, error);
}

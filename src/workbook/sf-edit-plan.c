/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-text.h"
#include "model/sf-plan-draft.h"
#include "workbook/sf-edit-private.h"

/* How the development plan is put together: priorities, actions, their order, and what is drafted.
 * What happens to one action is in sf-edit-action.c. */

static void
insert_priority (
    SfWorkbook *self, SfStep *step, SfEvaluation *evaluation, const char *title, SfUuid *made)
{
  sf_step_insert (step, SF_TYPE_PRIORITY, made);
  sf_step_set_ref (step, SF_TYPE_PRIORITY, made, SF_PRIORITY_EVALUATION, evaluation);
  sf_step_set_text (step, SF_TYPE_PRIORITY, made, SF_PRIORITY_TITLE, title);
  sf_step_set_int (step, SF_TYPE_PRIORITY, made, SF_PRIORITY_POSITION,
                   sf_plan_get_last_position (self->model, evaluation) + 1);
}

/**
 * sf_workbook_add_priority:
 * @self: a workbook
 * @evaluation: in whose year it comes first
 * @title: what comes first
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 *
 * It comes after the other priorities.
 */
gboolean
sf_workbook_add_priority (
    SfWorkbook *self, SfEvaluation *evaluation, const char *title, SfUuid *uuid, GError **error)
{
  g_autofree char *label = NULL;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, evaluation, error)
      || !sf_edit_check_line (title, _ ("the priority a title"), error))
    return FALSE;
  label = g_strdup_printf (_ ("Added the priority %s"), title);
  step = sf_step_new (label);
  insert_priority (self, step, evaluation, title, &made);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

static void
insert_action (
    SfStep *step, const SfUuid *priority, const char *title, gint64 position, SfUuid *made)
{
  g_auto (SfValue) value = SF_VALUE_INIT;

  sf_step_insert (step, SF_TYPE_ACTION, made);
  sf_value_set_uuid (&value, priority);
  sf_step_set (step, SF_TYPE_ACTION, made, SF_ACTION_PRIORITY, &value);
  sf_step_set_text (step, SF_TYPE_ACTION, made, SF_ACTION_TITLE, title);
  sf_step_set_int (step, SF_TYPE_ACTION, made, SF_ACTION_POSITION, position);
}

/**
 * sf_workbook_add_action:
 * @self: a workbook
 * @priority: what it is done for
 * @title: what is done
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 *
 * It comes last, and has no date yet.
 */
gboolean
sf_workbook_add_action (
    SfWorkbook *self, SfPriority *priority, const char *title, SfUuid *uuid, GError **error)
{
  g_autofree char *label = NULL;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, priority, error)
      || !sf_edit_check_line (title, _ ("the action a title"), error))
    return FALSE;
  label = g_strdup_printf (_ ("Added the action %s"), title);
  step = sf_step_new (label);
  insert_action (step, sf_record_get_uuid (SF_RECORD (priority)), title,
                 sf_plan_get_last_position (self->model, priority) + 1, &made);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

/* --- order ----------------------------------------------------------------------------------- */

/* Numbers @list anew with @record at @place; what keeps its number is no change. */
static void
put_in_order (SfStep *step, GPtrArray *list, gpointer record, guint place, guint column)
{
  g_ptr_array_remove (list, record);
  g_ptr_array_insert (list, (int)MIN (place, list->len), record);
  for (guint i = 0; i < list->len; i++)
    sf_edit_int (step, list->pdata[i], column, i);
}

static SfStep *
begin_move (SfWorkbook *self, gpointer record)
{
  g_autofree char *title = sf_label_for_record (self->model, record);
  g_autofree char *label = g_strdup_printf (_ ("Moved %s"), title);

  return sf_step_new (label);
}

/**
 * sf_workbook_move_priority:
 * @self: a workbook
 * @priority: a priority that is not retired
 * @place: how many stand before it then
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_move_priority (SfWorkbook *self, SfPriority *priority, guint place, GError **error)
{
  SfEvaluation *evaluation = sf_model_find (self->model, sf_priority_get_evaluation (priority));
  g_autoptr (GPtrArray) list = NULL;
  SfStep *step;

  if (!sf_edit_allowed (self, priority, error))
    return FALSE;
  if (evaluation == NULL || sf_priority_get_retired_at (priority) != SF_NULL_INT)
    return sf_edit_refuse (error, _ ("What was taken out of the plan has no place in it."));
  list = sf_plan_list_priorities (self->model, evaluation);
  step = begin_move (self, priority);
  put_in_order (step, list, priority, place, SF_PRIORITY_POSITION);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_move_action:
 * @self: a workbook
 * @action: an action that is not retired
 * @priority: the priority under which it comes, in the same plan
 * @place: how many stand before it then
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_move_action (
    SfWorkbook *self, SfAction *action, SfPriority *priority, guint place, GError **error)
{
  SfPriority *from = sf_plan_get_priority (self->model, action);
  g_autoptr (GPtrArray) list = NULL;
  SfStep *step;

  if (!sf_edit_allowed (self, action, error))
    return FALSE;
  if (from == NULL || sf_action_get_retired_at (action) != SF_NULL_INT
      || sf_priority_get_retired_at (priority) != SF_NULL_INT)
    return sf_edit_refuse (error, _ ("What was taken out of the plan has no place in it."));
  if (!sf_uuid_equal (sf_priority_get_evaluation (from), sf_priority_get_evaluation (priority)))
    return sf_edit_refuse (error, _ ("An action stays in the plan of its year."));
  list = sf_plan_list_actions (self->model, priority);
  step = begin_move (self, action);
  sf_step_set_ref (step, SF_TYPE_ACTION, sf_record_get_uuid (SF_RECORD (action)),
                   SF_ACTION_PRIORITY, priority);
  put_in_order (step, list, action, place, SF_ACTION_POSITION);
  sf_workbook_submit (self, step);
  return TRUE;
}

/* --- drafting -------------------------------------------------------------------------------- */

static gboolean
check_line (SfWorkbook *self, SfEvaluation *evaluation, SfDraftLine *line, GError **error)
{
  SfAction *taken = sf_plan_find_drafted (self->model, line->judgement, line->text);

  if (!sf_record_refers_to (SF_RECORD (line->judgement), SF_JUDGEMENT_EVALUATION, evaluation))
    return sf_edit_refuse (error, _ ("What to improve is taken from the same evaluation."));
  if (taken == NULL)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is in the plan already, as “%s”."),
               line->text, sf_action_get_title (taken));
  return FALSE;
}

static gboolean
check_draft (SfWorkbook *self, const SfPlanDraft *draft, GError **error)
{
  if (!sf_edit_allowed (self, draft->evaluation, error))
    return FALSE;
  if (draft->lines->len == 0)
    return sf_edit_refuse (error, _ ("Please choose at least one thing to improve."));
  if (draft->priority == NULL
      && !sf_edit_check_line (draft->title, _ ("the new priority a title"), error))
    return FALSE;
  if (draft->priority != NULL
      && !sf_record_refers_to (SF_RECORD (draft->priority), SF_PRIORITY_EVALUATION,
                               draft->evaluation))
    return sf_edit_refuse (error, _ ("What to improve is taken from the same evaluation."));
  for (guint i = 0; i < draft->lines->len; i++)
    if (!check_line (self, draft->evaluation, draft->lines->pdata[i], error))
      return FALSE;
  return TRUE;
}

static char *
make_draft_label (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Drafted %u action from what to improve",
                                       "Drafted %u actions from what to improve", n),
                          n);
}

static void
insert_drafted (SfStep *step,
                const SfUuid *priority,
                SfDraftLine *line,
                const char *lead,
                gint64 position,
                SfUuid *made)
{
  insert_action (step, priority, line->text, position, made);
  sf_step_set_ref (step, SF_TYPE_ACTION, made, SF_ACTION_JUDGEMENT, line->judgement);
  sf_step_set_text (step, SF_TYPE_ACTION, made, SF_ACTION_IMPROVEMENT, line->text);
  sf_step_set_text (step, SF_TYPE_ACTION, made, SF_ACTION_STATEMENT_CODES,
                    sf_judgement_get_statement_code (line->judgement));
  if (!sf_text_is_blank (lead))
    sf_step_set_text (step, SF_TYPE_ACTION, made, SF_ACTION_LEAD, lead);
}

/**
 * sf_workbook_draft_actions:
 * @self: a workbook
 * @draft: what is chosen, and where it comes
 * @uuid: (out) (optional): the identity of the first action
 * @error: return location for an #SfError
 *
 * Makes an action of each line, called after it, which keeps judgement, words and statement. All in
 * one step, or none.
 */
gboolean
sf_workbook_draft_actions (SfWorkbook *self, const SfPlanDraft *draft, SfUuid *uuid, GError **error)
{
  g_autofree char *label = make_draft_label (draft->lines->len);
  gint64 first = 0;
  SfUuid under, made;
  SfStep *step;

  if (!check_draft (self, draft, error))
    return FALSE;
  step = sf_step_new (label);
  if (draft->priority == NULL)
    insert_priority (self, step, draft->evaluation, draft->title, &under);
  else
    {
      under = *sf_record_get_uuid (SF_RECORD (draft->priority));
      first = sf_plan_get_last_position (self->model, draft->priority) + 1;
    }
  for (guint i = 0; i < draft->lines->len; i++)
    {
      insert_drafted (step, &under, draft->lines->pdata[i], draft->lead, first + i, &made);
      if (i == 0 && uuid != NULL)
        *uuid = made;
    }
  sf_workbook_submit (self, step);
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-clock.h"
#include "base/sf-money.h"
#include "base/sf-text.h"
#include "model/sf-plan.h"
#include "model/sf-target-check.h"
#include "workbook/sf-edit-private.h"

#include <string.h>

/* What happens to one action of the development plan: its money, what it serves, its reviews, its
 * end. */

static SfStep *
begin_step (SfAction *action, const char *format)
{
  g_autofree char *label = g_strdup_printf (format, sf_action_get_title (action));

  return sf_step_new (label);
}

/**
 * sf_workbook_set_money:
 * @self: a workbook
 * @action: an action
 * @column: %SF_ACTION_COST or %SF_ACTION_SPENT
 * @text: (nullable): pounds as somebody typed them; blank is nothing
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_money (
    SfWorkbook *self, SfAction *action, guint column, const char *text, GError **error)
{
  gint64 pence = SF_NULL_INT;

  g_return_val_if_fail (column == SF_ACTION_COST || column == SF_ACTION_SPENT, FALSE);

  if (!sf_text_is_blank (text) && !sf_money_parse (text, &pence, error))
    return FALSE;
  return sf_workbook_set_int (self, action, column, pence, error);
}

/* --- what it serves -------------------------------------------------------------------------- */

/**
 * sf_workbook_set_action_statements:
 * @self: a workbook
 * @action: an action
 * @codes: (nullable) (array zero-terminated=1): the statements it serves, and no others
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_action_statements (SfWorkbook *self,
                                   SfAction *action,
                                   const char *const *codes,
                                   GError **error)
{
  SfEvaluation *evaluation = sf_plan_get_evaluation (self->model, action);
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *joined = NULL;
  SfStep *step;

  if (!sf_edit_allowed (self, action, error))
    return FALSE;
  kept = sf_edit_keep_statements (self, evaluation, codes, NULL, error);
  if (kept == NULL)
    return FALSE;
  joined = sf_edit_join_statements (kept, 0);
  step = begin_step (action, _ ("What the action serves: %s"));
  sf_edit_text (step, action, SF_ACTION_STATEMENT_CODES, joined);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_link_action_target:
 * @self: a workbook
 * @action: an action
 * @target: a target that it serves
 * @uuid: (out) (optional): the identity of the link
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_link_action_target (
    SfWorkbook *self, SfAction *action, SfTarget *target, SfUuid *uuid, GError **error)
{
  g_autoptr (GPtrArray) links = NULL;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, action, error))
    return FALSE;
  links = sf_model_list_referring (self->model, SF_TYPE_ACTION_TARGET, SF_ACTION_TARGET_ACTION,
                                   action);
  for (guint i = 0; i < links->len; i++)
    if (sf_record_refers_to (links->pdata[i], SF_ACTION_TARGET_TARGET, target))
      return sf_edit_refuse (error, _ ("The action serves that target already."));
  step = begin_step (action, _ ("What the action serves: %s"));
  sf_step_insert (step, SF_TYPE_ACTION_TARGET, &made);
  sf_step_set_ref (step, SF_TYPE_ACTION_TARGET, &made, SF_ACTION_TARGET_ACTION, action);
  sf_step_set_ref (step, SF_TYPE_ACTION_TARGET, &made, SF_ACTION_TARGET_TARGET, target);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

static gboolean
remove_record (SfWorkbook *self, gpointer record, const char *format, GError **error)
{
  g_autofree char *title = sf_label_for_record (self->model, record);
  g_autofree char *label = g_strdup_printf (format, title);
  SfStep *step;

  if (!sf_edit_allowed (self, record, error))
    return FALSE;
  step = sf_step_new (label);
  sf_step_delete (step, record);
  sf_workbook_submit (self, step);
  return TRUE;
}

gboolean
sf_workbook_unlink_action_target (SfWorkbook *self, SfActionTarget *link, GError **error)
{
  return remove_record (self, link, _ ("What the action serves: %s"), error);
}

/* --- reviews --------------------------------------------------------------------------------- */

/**
 * sf_workbook_review_action:
 * @self: a workbook
 * @action: an action
 * @reviewed_on: when it was looked at
 * @status: (nullable): on-track, at-risk, off-track, met or not-met, in the reviewer's view
 * @comment: (nullable): what there is to say
 * @reviewed_by: (nullable): by whom
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_review_action (SfWorkbook *self,
                           SfAction *action,
                           const char *reviewed_on,
                           const char *status,
                           const char *comment,
                           const char *reviewed_by,
                           SfUuid *uuid,
                           GError **error)
{
  g_autofree char *today = sf_clock_today ();
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, action, error) || !sf_edit_check_date (reviewed_on, TRUE, error)
      || !sf_review_check_day (reviewed_on, today, error))
    return FALSE;
  if (status != NULL && sf_vocabulary_find (SF_VOCABULARY_ACTION_STATUS, status) < 0)
    return sf_edit_refuse (error,
                           _ ("A review says on track, at risk, off track, met or not met."));
  if (status == NULL && sf_text_is_blank (comment))
    return sf_edit_refuse (error, _ ("Please give a status or a comment."));
  step = begin_step (action, _ ("Reviewed the action %s"));
  sf_step_insert (step, SF_TYPE_ACTION_REVIEW, &made);
  sf_step_set_ref (step, SF_TYPE_ACTION_REVIEW, &made, SF_ACTION_REVIEW_ACTION, action);
  sf_step_set_text (step, SF_TYPE_ACTION_REVIEW, &made, SF_ACTION_REVIEW_REVIEWED_ON, reviewed_on);
  sf_step_set_text (step, SF_TYPE_ACTION_REVIEW, &made, SF_ACTION_REVIEW_STATUS, status);
  sf_step_set_text (step, SF_TYPE_ACTION_REVIEW, &made, SF_ACTION_REVIEW_COMMENT, comment);
  sf_step_set_text (step, SF_TYPE_ACTION_REVIEW, &made, SF_ACTION_REVIEW_REVIEWED_BY, reviewed_by);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

gboolean
sf_workbook_remove_action_review (SfWorkbook *self, SfActionReview *review, GError **error)
{
  return remove_record (self, review, _ ("Removed a review of %s"), error);
}

/* --- its end --------------------------------------------------------------------------------- */

/**
 * sf_workbook_finish_action:
 * @self: a workbook
 * @action: an action
 * @done_on: when it was done, up to today
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_finish_action (SfWorkbook *self, SfAction *action, const char *done_on, GError **error)
{
  g_autofree char *today = sf_clock_today ();
  SfStep *step;

  if (!sf_edit_allowed (self, action, error) || !sf_edit_check_date (done_on, TRUE, error))
    return FALSE;
  if (strcmp (done_on, today) > 0)
    return sf_edit_refuse (error, _ ("An action is done on a day that has come."));
  step = begin_step (action, _ ("Did the action %s"));
  sf_edit_text (step, action, SF_ACTION_DONE_ON, done_on);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_drop_action:
 * @self: a workbook
 * @action: an action
 * @reason: why it is given up
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_drop_action (SfWorkbook *self, SfAction *action, const char *reason, GError **error)
{
  SfStep *step;

  if (!sf_edit_allowed (self, action, error)
      || !sf_edit_check_text (reason, _ ("the reason why the action is dropped"), error))
    return FALSE;
  step = begin_step (action, _ ("Dropped the action %s"));
  sf_edit_text (step, action, SF_ACTION_DROPPED_REASON, reason);
  sf_workbook_submit (self, step);
  return TRUE;
}

gboolean
sf_workbook_reopen_action (SfWorkbook *self, SfAction *action, GError **error)
{
  SfStep *step;

  if (!sf_edit_allowed (self, action, error))
    return FALSE;
  step = begin_step (action, _ ("Took up the action %s again"));
  sf_edit_null (step, action, SF_ACTION_DONE_ON);
  sf_edit_null (step, action, SF_ACTION_DROPPED_REASON);
  sf_workbook_submit (self, step);
  return TRUE;
}

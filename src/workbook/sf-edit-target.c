/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-edit-private.h"

#include "base/sf-clock.h"
#include "base/sf-text.h"
#include "model/sf-target-check.h"

#include <math.h>

/**
 * sf_workbook_add_target:
 * @self: a workbook
 * @evaluation: the evaluation in which it is set
 * @statement_code: (nullable): the statement it serves
 * @title: what shall be different
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 *
 * It starts today and is due on the evaluation's last day, or in a year if that is past.
 */
gboolean
sf_workbook_add_target (SfWorkbook *self,
                        SfEvaluation *evaluation,
                        const char *statement_code,
                        const char *title,
                        SfUuid *uuid,
                        GError **error)
{
  SfFramework *framework = sf_model_get_framework (self->model, evaluation);
  g_autofree char *today = sf_clock_today ();
  g_autofree char *label = NULL;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, evaluation, error)
      || !sf_edit_check_line (title, _ ("the target a title"), error))
    return FALSE;
  if (statement_code != NULL
      && (framework == NULL || sf_framework_find_statement (framework, statement_code) == NULL))
    return sf_edit_refuse (error, _ ("The framework of this evaluation has no such statement."));
  label = g_strdup_printf (_ ("Set the target %s"), title);
  step = sf_step_new (label);
  sf_step_insert (step, SF_TYPE_TARGET, &made);
  sf_step_set_ref (step, SF_TYPE_TARGET, &made, SF_TARGET_CENTRE,
                   sf_model_get_centre (self->model, evaluation));
  sf_step_set_ref (step, SF_TYPE_TARGET, &made, SF_TARGET_EVALUATION, evaluation);
  sf_step_set_text (step, SF_TYPE_TARGET, &made, SF_TARGET_STATEMENT_CODE, statement_code);
  sf_step_set_text (step, SF_TYPE_TARGET, &made, SF_TARGET_TITLE, title);
  sf_step_set_text (step, SF_TYPE_TARGET, &made, SF_TARGET_STARTS_ON, today);
  if (g_strcmp0 (sf_evaluation_get_ends_on (evaluation), today) > 0)
    sf_step_set_text (step, SF_TYPE_TARGET, &made, SF_TARGET_DUE_ON,
                      sf_evaluation_get_ends_on (evaluation));
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

/* Whether the four may be set without a reason, and go together. */
static gboolean
check_measure (SfWorkbook *self,
               SfTarget *target,
               const char *measure,
               const char *unit,
               double baseline,
               double goal,
               GError **error)
{
  g_auto (SfValue) what = SF_VALUE_INIT, in = SF_VALUE_INIT;
  SfValue from = SF_VALUE_INIT, to = SF_VALUE_INIT;
  const SfEditValue values[] = { { SF_TARGET_MEASURE, &what },
                                 { SF_TARGET_UNIT, &in },
                                 { SF_TARGET_BASELINE, &from },
                                 { SF_TARGET_GOAL, &to } };

  sf_value_take_text (&what, sf_text_clean (measure));
  sf_value_take_text (&in, sf_text_clean (unit));
  if (!isnan (baseline))
    sf_value_set_real (&from, baseline);
  if (!isnan (goal))
    sf_value_set_real (&to, goal);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (!sf_edit_check_promise (self, target, values[i].column, values[i].value, error))
      return FALSE;
  return sf_edit_check_together (self, target, values, G_N_ELEMENTS (values), error);
}

/**
 * sf_workbook_set_target_measure:
 * @self: a workbook
 * @target: a target
 * @measure: (nullable): what is measured
 * @unit: (nullable): "%", "families"
 * @baseline: where it stood; NaN if not known
 * @goal: where it shall be; NaN if not measured
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_target_measure (SfWorkbook *self,
                                SfTarget *target,
                                const char *measure,
                                const char *unit,
                                double baseline,
                                double goal,
                                GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("What is measured: %s"), sf_target_get_title (target));
  const SfUuid *uuid = sf_record_get_uuid (SF_RECORD (target));
  SfStep *step;

  if (!sf_edit_allowed (self, target, error))
    return FALSE;
  if (isinf (baseline) || isinf (goal))
    return sf_edit_refuse (error, _ ("That number is too large."));
  if (!check_measure (self, target, measure, unit, baseline, goal, error))
    return FALSE;
  step = sf_step_new (label);
  sf_edit_text (step, target, SF_TARGET_MEASURE, measure);
  sf_edit_text (step, target, SF_TARGET_UNIT, unit);
  sf_step_set_real (step, SF_TYPE_TARGET, uuid, SF_TARGET_BASELINE, baseline);
  sf_step_set_real (step, SF_TYPE_TARGET, uuid, SF_TARGET_GOAL, goal);
  sf_workbook_submit (self, step);
  return TRUE;
}

static gboolean
is_of_centre (SfTarget *target, gpointer record, guint centre_column)
{
  return record == NULL
         || sf_uuid_equal (sf_record_get_ref (record, centre_column),
                           sf_target_get_centre (target));
}

/**
 * sf_workbook_tie_target:
 * @self: a workbook
 * @target: a target
 * @measure: (nullable): the measure of the centre's outcome data that it is about
 * @group: (nullable): the group of families; %NULL for all families
 * @error: return location for an #SfError
 *
 * What it may say in print goes by what is hidden of that measure and group. Without a measure it
 * is tied to nothing.
 */
gboolean
sf_workbook_tie_target (
    SfWorkbook *self, SfTarget *target, SfMeasure *measure, SfFamilyGroup *group, GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("Outcome data of the target %s"), sf_target_get_title (target));
  const SfUuid *uuid = sf_record_get_uuid (SF_RECORD (target));
  SfStep *step;

  if (!sf_edit_allowed (self, target, error))
    return FALSE;
  if (measure == NULL && group != NULL)
    return sf_edit_refuse (error, _ ("Please give the measure that the group is counted in."));
  if (!is_of_centre (target, measure, SF_MEASURE_CENTRE)
      || !is_of_centre (target, group, SF_FAMILY_GROUP_CENTRE))
    return sf_edit_refuse (error, _ ("A target is about the outcome data of its own centre."));
  step = sf_step_new (label);
  sf_step_set_ref (step, SF_TYPE_TARGET, uuid, SF_TARGET_OUTCOME_MEASURE, measure);
  sf_step_set_ref (step, SF_TYPE_TARGET, uuid, SF_TARGET_FAMILY_GROUP, group);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_end_target:
 * @self: a workbook
 * @target: a target
 * @outcome: met, not-met or dropped
 * @reason: (nullable): why; required for one that is dropped
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_end_target (
    SfWorkbook *self, SfTarget *target, const char *outcome, const char *reason, GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("Ended the target %s"), sf_target_get_title (target));
  SfStep *step;

  if (!sf_edit_allowed (self, target, error))
    return FALSE;
  if (outcome == NULL || sf_vocabulary_find (SF_VOCABULARY_TARGET_OUTCOME, outcome) < 0)
    return sf_edit_refuse (error, _ ("A target ends met, not met or dropped."));
  if (g_str_equal (outcome, "dropped")
      && !sf_edit_check_text (reason, _ ("the reason why the target is dropped"), error))
    return FALSE;
  step = sf_step_new (label);
  sf_edit_text (step, target, SF_TARGET_OUTCOME, outcome);
  sf_edit_text (step, target, SF_TARGET_OUTCOME_REASON, reason);
  sf_workbook_submit (self, step);
  return TRUE;
}

gboolean
sf_workbook_reopen_target (SfWorkbook *self, SfTarget *target, GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("Took up the target %s again"), sf_target_get_title (target));
  SfStep *step;

  if (!sf_edit_allowed (self, target, error))
    return FALSE;
  step = sf_step_new (label);
  sf_edit_null (step, target, SF_TARGET_OUTCOME);
  sf_edit_null (step, target, SF_TARGET_OUTCOME_REASON);
  sf_workbook_submit (self, step);
  return TRUE;
}

static gboolean
check_review_day (SfWorkbook *self, SfTarget *target, const char *on, GError **error)
{
  g_autofree char *today = sf_clock_today ();
  g_autofree char *start
      = sf_workbook_dup_shown_text (self, SF_RECORD (target), SF_TARGET_STARTS_ON);

  return sf_review_check_day (on, today, error) && sf_target_check_review (start, on, error);
}

/**
 * sf_workbook_add_review:
 * @self: a workbook
 * @target: a target
 * @reviewed_on: when it was looked at
 * @value: the value then; NaN if it was not measured
 * @status: (nullable): on-track, at-risk, off-track, met or not-met, in the reviewer's view
 * @comment: (nullable): what there is to say
 * @reviewed_by: (nullable): by whom
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_add_review (SfWorkbook *self,
                        SfTarget *target,
                        const char *reviewed_on,
                        double value,
                        const char *status,
                        const char *comment,
                        const char *reviewed_by,
                        SfUuid *uuid,
                        GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("Reviewed the target %s"), sf_target_get_title (target));
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, target, error) || !sf_edit_check_date (reviewed_on, TRUE, error)
      || !check_review_day (self, target, reviewed_on, error))
    return FALSE;
  if (isinf (value))
    return sf_edit_refuse (error, _ ("That number is too large."));
  if (status != NULL && sf_vocabulary_find (SF_VOCABULARY_REVIEW_STATUS, status) < 0)
    return sf_edit_refuse (error,
                           _ ("A review says on track, at risk, off track, met or not met."));
  if (isnan (value) && status == NULL && sf_text_is_blank (comment))
    return sf_edit_refuse (error, _ ("Please give a value, a status or a comment."));
  step = sf_step_new (label);
  sf_step_insert (step, SF_TYPE_REVIEW, &made);
  sf_step_set_ref (step, SF_TYPE_REVIEW, &made, SF_REVIEW_TARGET, target);
  sf_step_set_text (step, SF_TYPE_REVIEW, &made, SF_REVIEW_REVIEWED_ON, reviewed_on);
  sf_step_set_real (step, SF_TYPE_REVIEW, &made, SF_REVIEW_VALUE, value);
  sf_step_set_text (step, SF_TYPE_REVIEW, &made, SF_REVIEW_STATUS, status);
  sf_step_set_text (step, SF_TYPE_REVIEW, &made, SF_REVIEW_COMMENT, comment);
  sf_step_set_text (step, SF_TYPE_REVIEW, &made, SF_REVIEW_REVIEWED_BY, reviewed_by);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

gboolean
sf_workbook_remove_review (SfWorkbook *self, SfReview *review, GError **error)
{
  g_autofree char *title = sf_label_for_record (self->model, SF_RECORD (review));
  g_autofree char *label = g_strdup_printf (_ ("Removed a review of %s"), title);
  SfStep *step;

  if (!sf_edit_allowed (self, review, error))
    return FALSE;
  step = sf_step_new (label);
  sf_step_delete (step, SF_RECORD (review));
  sf_workbook_submit (self, step);
  return TRUE;
}

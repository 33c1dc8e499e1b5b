/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the committee asked in a meeting. */
#include "workbook/sf-edit-private.h"
#include "workbook/sf-workbook-meetings.h"

#include "base/sf-text.h"
#include "model/sf-meeting-year.h"

/**
 * sf_workbook_add_challenge:
 * @self: a workbook
 * @meeting: where it was asked
 * @question: what was asked
 * @office: (nullable): who asked, as an office: "a parent governor"
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_add_challenge (SfWorkbook *self,
                           SfMeeting *meeting,
                           const char *question,
                           const char *office,
                           SfUuid *uuid,
                           GError **error)
{
  g_autofree char *label = NULL, *line = NULL;
  g_autofree char *text = sf_text_clean (question), *by = sf_text_clean (office);
  g_autoptr (GPtrArray) others = NULL;
  GType type = SF_TYPE_CHALLENGE;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, meeting, error)
      || !sf_edit_check_text (question, _ ("the question that was asked"), error)
      || (by != NULL && !sf_text_check_line (by, error)))
    return FALSE;
  others = sf_edit_list_rows (self, type, SF_CHALLENGE_MEETING, meeting);
  line = sf_text_first_line (text, 80);
  label = g_strdup_printf (_ ("Noted the question %s"), line);
  step = sf_step_new (label);
  sf_step_insert (step, type, &made);
  sf_step_set_ref (step, type, &made, SF_CHALLENGE_MEETING, meeting);
  sf_step_set_text (step, type, &made, SF_CHALLENGE_QUESTION, text);
  sf_step_set_text (step, type, &made, SF_CHALLENGE_OFFICE, by);
  sf_step_set_int (step, type, &made, SF_CHALLENGE_POSITION,
                   sf_edit_rows_get_next_place (others, SF_CHALLENGE_POSITION));
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

/* A statement of the centre in that framework; what is judged of the head is asked elsewhere. */
static gboolean
check_statement (SfFramework *framework, const char *code, GError **error)
{
  SfStatement *statement = framework != NULL ? sf_framework_find_statement (framework, code) : NULL;

  if (statement == NULL)
    return sf_edit_refuse (error, _ ("The framework of this year has no such statement."));
  if (sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE)
    return sf_edit_refuse (error,
                           _ ("That statement is about the head. What a meeting asked is tied "
                              "to the centre’s own statements."));
  return TRUE;
}

static gboolean
check_target (SfWorkbook *self, SfMeeting *meeting, SfTarget *target, GError **error)
{
  g_autoptr (GPtrArray) statements = sf_target_list_statements (self->model, target);

  if (meeting != NULL
      && !sf_uuid_equal (sf_target_get_centre (target), sf_meeting_get_centre (meeting)))
    return sf_edit_refuse (error, _ ("That target is of another centre."));
  for (guint i = 0; i < statements->len; i++)
    if (sf_statement_get_subject (statements->pdata[i]) != SF_SUBJECT_CENTRE)
      return sf_edit_refuse (error,
                             _ ("That target is about the head. What a meeting asked is tied "
                                "to the centre’s own targets."));
  return TRUE;
}

/**
 * sf_workbook_tie_challenge:
 * @self: a workbook
 * @challenge: what was asked
 * @statement_code: (nullable): the statement that it is about
 * @target: (nullable): the target that it is about
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_tie_challenge (SfWorkbook *self,
                           SfChallenge *challenge,
                           const char *statement_code,
                           SfTarget *target,
                           GError **error)
{
  SfMeeting *meeting = sf_model_find (self->model, sf_challenge_get_meeting (challenge));
  SfEvaluation *evaluation
      = meeting != NULL ? sf_meeting_find_evaluation (self->model, meeting) : NULL;
  SfFramework *framework
      = evaluation != NULL ? sf_model_get_framework (self->model, evaluation) : NULL;
  g_autofree char *title = sf_label_for_record (self->model, SF_RECORD (challenge));
  g_autofree char *label = g_strdup_printf (_ ("What the question is about: %s"), title);
  SfStep *step;

  if (!sf_edit_allowed (self, challenge, error)
      || (statement_code != NULL && !check_statement (framework, statement_code, error))
      || (target != NULL && !check_target (self, meeting, target, error)))
    return FALSE;
  step = sf_step_new (label);
  sf_edit_text (step, challenge, SF_CHALLENGE_STATEMENT_CODE, statement_code);
  if (target != NULL)
    sf_step_set_ref (step, SF_TYPE_CHALLENGE, sf_record_get_uuid (SF_RECORD (challenge)),
                     SF_CHALLENGE_TARGET, target);
  else
    sf_edit_null (step, challenge, SF_CHALLENGE_TARGET);
  sf_workbook_submit (self, step);
  return TRUE;
}

gboolean
sf_workbook_remove_challenge (SfWorkbook *self, SfChallenge *challenge, GError **error)
{
  g_autofree char *title = sf_label_for_record (self->model, SF_RECORD (challenge));
  g_autofree char *label = g_strdup_printf (_ ("Removed the question %s"), title);
  SfStep *step;

  if (!sf_edit_allowed (self, challenge, error))
    return FALSE;
  step = sf_step_new (label);
  sf_step_delete (step, SF_RECORD (challenge));
  sf_workbook_submit (self, step);
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the head does with a question for the committee. */
#include "workbook/sf-edit-private.h"
#include "workbook/sf-workbook-meetings.h"

#include "base/sf-clock.h"
#include "base/sf-text.h"
#include "model/sf-question.h"

static SfStep *
begin_step (SfQuestion *question, const char *format)
{
  g_autofree char *line = sf_text_first_line (question->text, 80);
  g_autofree char *label = g_strdup_printf (format, line);

  return sf_step_new (label);
}

/* Whether there is a record that keeps what was done with it, or waits to be written. */
static gboolean
find_decision (SfWorkbook *self, SfEvaluation *evaluation, SfQuestion *question, SfUuid *uuid)
{
  g_autoptr (GPtrArray) rows = sf_edit_list_rows (self, SF_TYPE_QUESTION_DECISION,
                                                  SF_QUESTION_DECISION_EVALUATION, evaluation);
  const char *rule = sf_question_rule_get_id (question->rule);

  for (guint i = 0; i < rows->len; i++)
    {
      SfEditRow *row = rows->pdata[i];

      if (g_strcmp0 (sf_edit_row_get_text (row, SF_QUESTION_DECISION_RULE), rule) != 0
          || g_strcmp0 (sf_edit_row_get_text (row, SF_QUESTION_DECISION_ABOUT), question->about)
                 != 0)
        continue;
      *uuid = row->uuid;
      return TRUE;
    }
  return FALSE;
}

/* That record, made by @step where there is none. */
static SfUuid
take_decision (SfWorkbook *self, SfStep *step, SfEvaluation *evaluation, SfQuestion *question)
{
  GType type = SF_TYPE_QUESTION_DECISION;
  SfUuid made;

  if (find_decision (self, evaluation, question, &made))
    return made;
  sf_step_insert (step, type, &made);
  sf_step_set_ref (step, type, &made, SF_QUESTION_DECISION_EVALUATION, evaluation);
  sf_step_set_text (step, type, &made, SF_QUESTION_DECISION_RULE,
                    sf_question_rule_get_id (question->rule));
  sf_step_set_text (step, type, &made, SF_QUESTION_DECISION_ABOUT, question->about);
  return made;
}

/**
 * sf_workbook_answer_question:
 * @self: a workbook
 * @evaluation: whose report asks it
 * @question: one of sf_question_list()
 * @answer: (nullable): what the paper says beside it; blank takes it away
 * @error: return location for an #SfError
 *
 * The answer is to the question as it is asked now: with its ground, it goes to the paper; once the
 * ground is another one, it waits until somebody has looked at it again.
 */
gboolean
sf_workbook_answer_question (SfWorkbook *self,
                             SfEvaluation *evaluation,
                             SfQuestion *question,
                             const char *answer,
                             GError **error)
{
  g_autofree char *today = sf_clock_today ();
  g_autofree char *text = NULL;
  gboolean blank = sf_text_is_blank (answer);
  SfUuid uuid;
  SfStep *step;

  if (!sf_edit_allowed (self, evaluation, error)
      || (!blank && !sf_edit_check_text (answer, _ ("the answer"), error)))
    return FALSE;
  if (blank && !find_decision (self, evaluation, question, &uuid))
    return TRUE;
  text = sf_text_clean (answer);
  step = begin_step (question, _ ("Answered beforehand: %s"));
  uuid = take_decision (self, step, evaluation, question);
  sf_step_set_text (step, SF_TYPE_QUESTION_DECISION, &uuid, SF_QUESTION_DECISION_ANSWER, text);
  sf_step_set_text (step, SF_TYPE_QUESTION_DECISION, &uuid, SF_QUESTION_DECISION_GROUND,
                    blank ? NULL : question->ground);
  sf_step_set_text (step, SF_TYPE_QUESTION_DECISION, &uuid, SF_QUESTION_DECISION_ANSWERED_ON,
                    blank ? NULL : today);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_withdraw_question:
 * @self: a workbook
 * @evaluation: whose report asks it
 * @question: one of sf_question_list()
 * @reason: why; it stays in the centre, the paper says only that a question was withdrawn
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_withdraw_question (SfWorkbook *self,
                               SfEvaluation *evaluation,
                               SfQuestion *question,
                               const char *reason,
                               GError **error)
{
  g_autofree char *text = sf_text_clean (reason);
  SfUuid uuid;
  SfStep *step;

  if (!sf_edit_allowed (self, evaluation, error)
      || !sf_edit_check_text (reason, _ ("the reason why the question is withdrawn"), error))
    return FALSE;
  step = begin_step (question, _ ("Withdrew the question: %s"));
  uuid = take_decision (self, step, evaluation, question);
  sf_step_set_text (step, SF_TYPE_QUESTION_DECISION, &uuid, SF_QUESTION_DECISION_WITHDRAWN, text);
  sf_workbook_submit (self, step);
  return TRUE;
}

gboolean
sf_workbook_restore_question (SfWorkbook *self,
                              SfEvaluation *evaluation,
                              SfQuestion *question,
                              GError **error)
{
  SfUuid uuid;
  SfStep *step;

  if (!sf_edit_allowed (self, evaluation, error))
    return FALSE;
  if (!find_decision (self, evaluation, question, &uuid))
    return TRUE;
  step = begin_step (question, _ ("Asked again: %s"));
  sf_step_set_null (step, SF_TYPE_QUESTION_DECISION, &uuid, SF_QUESTION_DECISION_WITHDRAWN);
  sf_workbook_submit (self, step);
  return TRUE;
}

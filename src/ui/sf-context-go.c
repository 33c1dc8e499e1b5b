/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Where a record, or one field of it, is edited. */
#include "model/sf-plan.h"
#include "ui/sf-context.h"

static void
go_uuid (SfContext *self, const char *page_id, const SfUuid *uuid)
{
  g_autofree char *item = uuid ? sf_uuid_to_string (uuid) : NULL;

  sf_context_go (self, page_id, item);
}

/* Looks at the evaluation that @uuid names, if it is another one. */
static gboolean
look_at (SfContext *self, const SfUuid *uuid)
{
  gpointer evaluation = uuid ? sf_model_find (sf_context_get_model (self), uuid) : NULL;

  if (!SF_IS_EVALUATION (evaluation))
    return FALSE;
  sf_context_set_evaluation (self, evaluation);
  return TRUE;
}

static gboolean
go_statement (SfContext *self, const SfUuid *evaluation, const char *code)
{
  g_autofree char *page_id = NULL;
  SfStatement *statement;

  if (!look_at (self, evaluation) || !code || !sf_context_get_framework (self))
    return FALSE;
  statement = sf_framework_find_statement (sf_context_get_framework (self), code);
  if (!statement)
    return FALSE;
  page_id = g_strconcat ("area:", sf_key_area_get_code (sf_statement_get_area (statement)), NULL);
  sf_context_go (self, page_id, code);
  return TRUE;
}

static gboolean
go_area (SfContext *self, SfAreaJudgement *area)
{
  const char *code = sf_area_judgement_get_area_code (area);
  g_autofree char *page_id = g_strconcat ("area:", code, NULL);

  if (!look_at (self, sf_area_judgement_get_evaluation (area)))
    return FALSE;
  if (g_strcmp0 (code, SF_WHOLE_CENTRE) == 0)
    sf_context_go (self, "overview", "grade");
  else
    sf_context_go (self, page_id, "grade");
  return TRUE;
}

/* A priority or an action; of what belongs to an action, that. */
static gboolean
go_plan (SfContext *self, gpointer record)
{
  SfModel *model = sf_context_get_model (self);
  SfPriority *priority;

  if (SF_IS_ACTION_REVIEW (record))
    record = sf_model_find (model, sf_action_review_get_action (record));
  else if (SF_IS_ACTION_TARGET (record))
    record = sf_model_find (model, sf_action_target_get_action (record));
  priority = SF_IS_ACTION (record) ? sf_plan_get_priority (model, record) : record;
  if (priority == NULL || !look_at (self, sf_priority_get_evaluation (priority)))
    return FALSE;
  go_uuid (self, "plan", sf_record_get_uuid (record));
  return TRUE;
}

gboolean
sf_context_go_record (SfContext *self, SfRecord *record)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), FALSE);

  if (!record)
    return FALSE;
  if (SF_IS_JUDGEMENT (record))
    return go_statement (self, sf_judgement_get_evaluation (SF_JUDGEMENT (record)),
                         sf_judgement_get_statement_code (SF_JUDGEMENT (record)));
  if (SF_IS_EVIDENCE_LINK (record))
    return go_statement (self, sf_evidence_link_get_evaluation (SF_EVIDENCE_LINK (record)),
                         sf_evidence_link_get_statement_code (SF_EVIDENCE_LINK (record)));
  if (SF_IS_AREA_JUDGEMENT (record))
    return go_area (self, SF_AREA_JUDGEMENT (record));
  if (SF_IS_PRIORITY (record) || SF_IS_ACTION (record) || SF_IS_ACTION_REVIEW (record)
      || SF_IS_ACTION_TARGET (record))
    return go_plan (self, record);
  if (SF_IS_TARGET (record))
    go_uuid (self, "targets", sf_record_get_uuid (record));
  else if (SF_IS_REVIEW (record))
    go_uuid (self, "targets", sf_review_get_target (SF_REVIEW (record)));
  else if (SF_IS_MEASURE (record))
    go_uuid (self, "outcomes", sf_record_get_uuid (record));
  else if (SF_IS_READING (record))
    go_uuid (self, "outcomes", sf_reading_get_measure (SF_READING (record)));
  else if (SF_IS_FAMILY_GROUP (record))
    sf_context_go (self, "outcomes", NULL);
  else if (SF_IS_MEETING (record))
    go_uuid (self, "meetings", sf_record_get_uuid (record));
  else if (SF_IS_CHALLENGE (record))
    go_uuid (self, "meetings", sf_challenge_get_meeting (SF_CHALLENGE (record)));
  else if (SF_IS_ATTENDANCE (record))
    go_uuid (self, "meetings", sf_attendance_get_meeting (SF_ATTENDANCE (record)));
  else if (SF_IS_MEETING_AREA (record))
    go_uuid (self, "meetings", sf_meeting_area_get_meeting (SF_MEETING_AREA (record)));
  else if (SF_IS_QUESTION_DECISION (record))
    sf_context_go (self, "meetings", "questions");
  else if (SF_IS_EVIDENCE (record))
    go_uuid (self, "evidence", sf_record_get_uuid (record));
  else if (SF_IS_ATTACHMENT (record))
    go_uuid (self, "evidence", sf_attachment_get_evidence (SF_ATTACHMENT (record)));
  else if (SF_IS_CENTRE (record))
    go_uuid (self, "centre", sf_record_get_uuid (record));
  else if (SF_IS_CONTRIBUTOR (record))
    go_uuid (self, "contributors", sf_record_get_uuid (record));
  else if (SF_IS_EVALUATION (record))
    go_uuid (self, "evaluations", sf_record_get_uuid (record));
  else
    return FALSE;
  return TRUE;
}

void
sf_context_go_records (SfContext *self, GPtrArray *records)
{
  g_autoptr (GStrvBuilder) uuids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *item = NULL;

  g_return_if_fail (SF_IS_CONTEXT (self));

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *uuid = sf_uuid_to_string (sf_record_get_uuid (records->pdata[i]));

      if (!SF_IS_EVIDENCE (records->pdata[i]) || records->len == 1)
        {
          sf_context_go_record (self, records->pdata[i]);
          return;
        }
      g_strv_builder_add (uuids, uuid);
    }
  all = g_strv_builder_end (uuids);
  item = g_strjoinv (" ", all);
  if (*item != '\0')
    sf_context_go (self, "evidence", item);
}

/* Words for the committee stand on a page of their own. */
static gboolean
is_of_summary (SfRecord *record, int column)
{
  return SF_IS_EVALUATION (record)
         && (column == SF_EVALUATION_MEETING_ON || column == SF_EVALUATION_IMPROVED
             || column == SF_EVALUATION_NOT_IMPROVED || column == SF_EVALUATION_DECISIONS
             || column == SF_EVALUATION_FINANCE || column == SF_EVALUATION_STAFFING
             || column == SF_EVALUATION_WENT_WELL || column == SF_EVALUATION_WORKING_ON
             || column == SF_EVALUATION_HEARD);
}

void
sf_context_go_column (SfContext *self, SfRecord *record, const char *column)
{
  int nth;

  g_return_if_fail (SF_IS_CONTEXT (self));

  if (record == NULL)
    return;
  nth = column != NULL ? sf_record_class_find_column (SF_RECORD_GET_CLASS (record), column) : -1;
  if (is_of_summary (record, nth))
    {
      sf_context_set_evaluation (self, SF_EVALUATION (record));
      sf_context_go (self, "summary", NULL);
    }
  else if (!sf_context_go_record (self, record))
    return;
  if (nth >= 0)
    g_signal_emit_by_name (self, "go-field", record, (guint)nth);
}

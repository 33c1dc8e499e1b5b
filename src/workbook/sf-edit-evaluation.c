/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-edit-private.h"

#include "base/sf-clock.h"
#include "base/sf-date.h"

#include <string.h>

/* The edition of a framework that the workbook keeps, put in by @step if it is new. */
static void
keep_framework (SfWorkbook *self, SfStep *step, SfFramework *framework, SfUuid *uuid)
{
  GListModel *kept = sf_model_get_list (self->model, SF_TYPE_FRAMEWORK_EDITION);
  GBytes *bytes = sf_framework_get_bytes (framework);
  g_auto (SfValue) xml = SF_VALUE_INIT;

  for (guint i = 0; i < g_list_model_get_n_items (kept); i++)
    {
      g_autoptr (SfFrameworkEdition) edition = g_list_model_get_item (kept, i);
      GBytes *have = sf_framework_edition_get_xml (edition);

      if (have != NULL && g_bytes_equal (have, bytes))
        {
          *uuid = *sf_record_get_uuid (SF_RECORD (edition));
          return;
        }
    }
  sf_value_set_blob (&xml, bytes);
  sf_step_insert (step, SF_TYPE_FRAMEWORK_EDITION, uuid);
  sf_step_set_text (step, SF_TYPE_FRAMEWORK_EDITION, uuid, SF_FRAMEWORK_EDITION_IDENTIFIER,
                    sf_framework_get_id (framework));
  sf_step_set_text (step, SF_TYPE_FRAMEWORK_EDITION, uuid, SF_FRAMEWORK_EDITION_EDITION,
                    sf_framework_get_edition (framework));
  sf_step_set_text (step, SF_TYPE_FRAMEWORK_EDITION, uuid, SF_FRAMEWORK_EDITION_TITLE,
                    sf_framework_get_title (framework));
  sf_step_set (step, SF_TYPE_FRAMEWORK_EDITION, uuid, SF_FRAMEWORK_EDITION_XML, &xml);
}

static void
set_uuid (SfStep *step, GType type, const SfUuid *record, guint column, const SfUuid *value)
{
  SfValue v = SF_VALUE_INIT;

  sf_value_set_uuid (&v, value);
  sf_step_set (step, type, record, column, &v);
}

static void
insert_area (SfStep *step, const SfUuid *evaluation, const char *code)
{
  SfUuid made;

  sf_step_insert (step, SF_TYPE_AREA_JUDGEMENT, &made);
  set_uuid (step, SF_TYPE_AREA_JUDGEMENT, &made, SF_AREA_JUDGEMENT_EVALUATION, evaluation);
  sf_step_set_text (step, SF_TYPE_AREA_JUDGEMENT, &made, SF_AREA_JUDGEMENT_AREA_CODE, code);
}

/* The agreed judgement of a statement, empty, or with the level it had. */
static void
insert_judgement (SfStep *step, const SfUuid *evaluation, SfStatement *statement, SfJudgement *last)
{
  gint64 level = last != NULL ? sf_judgement_get_level (last) : SF_NULL_INT;
  SfUuid made;

  if (level != SF_NULL_INT
      && sf_scale_find_level (sf_statement_get_scale (statement), level) == NULL)
    level = SF_NULL_INT;
  sf_step_insert (step, SF_TYPE_JUDGEMENT, &made);
  set_uuid (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_EVALUATION, evaluation);
  sf_step_set_text (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_STATEMENT_CODE,
                    sf_statement_get_code (statement));
  sf_step_set_int (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_LEVEL, level);
}

static void
insert_judgements (SfWorkbook *self,
                   SfStep *step,
                   const SfUuid *evaluation,
                   SfFramework *framework,
                   SfEvaluation *predecessor,
                   SfCarryFlags carry)
{
  GPtrArray *areas = sf_framework_get_areas (framework);
  GPtrArray *statements = sf_framework_get_statements (framework);

  insert_area (step, evaluation, SF_WHOLE_CENTRE);
  for (guint i = 0; i < areas->len; i++)
    insert_area (step, evaluation, sf_key_area_get_code (areas->pdata[i]));
  for (guint i = 0; i < statements->len; i++)
    {
      SfJudgement *last = NULL;

      if (predecessor != NULL && (carry & SF_CARRY_LEVELS) != 0)
        last = sf_model_find_judgement (self->model, predecessor,
                                        sf_statement_get_code (statements->pdata[i]), NULL);
      insert_judgement (step, evaluation, statements->pdata[i], last);
    }
}

static void
carry_evidence (SfWorkbook *self,
                SfStep *step,
                const SfUuid *evaluation,
                SfFramework *framework,
                SfEvaluation *predecessor)
{
  g_autoptr (GPtrArray) links = sf_model_list_evidence_links (self->model, predecessor, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      SfEvidenceLink *link = links->pdata[i];
      const char *code = sf_evidence_link_get_statement_code (link);
      SfUuid made;

      if (sf_framework_find_statement (framework, code) == NULL)
        continue;
      sf_edit_insert_link (step, sf_evidence_link_get_evidence (link), evaluation, code, &made);
      sf_step_set_text (step, SF_TYPE_EVIDENCE_LINK, &made, SF_EVIDENCE_LINK_NOTE,
                        sf_evidence_link_get_note (link));
    }
}

static gboolean
check_evaluation (SfWorkbook *self,
                  SfCentre *centre,
                  const char *title,
                  const char *starts_on,
                  const char *ends_on,
                  GError **error)
{
  if (!sf_edit_allowed (self, NULL, error)
      || !sf_edit_check_line (title, _ ("the evaluation a name"), error)
      || !sf_edit_check_date (starts_on, TRUE, error) || !sf_edit_check_date (ends_on, TRUE, error))
    return FALSE;
  if (centre == NULL)
    return sf_edit_refuse (error, _ ("Please say which centre is evaluated."));
  if (strcmp (starts_on, ends_on) > 0)
    return sf_edit_refuse (error, _ ("The last day of an evaluation cannot be before its first."));
  return TRUE;
}

/**
 * sf_workbook_add_evaluation:
 * @self: a workbook
 * @centre: which centre is evaluated
 * @framework: against what; this edition is kept inside the workbook
 * @title: its name
 * @starts_on: its first day
 * @ends_on: its last day
 * @predecessor: (nullable): the evaluation before it, shown beside
 * @carry: what is taken over from @predecessor; never text
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 *
 * Adds an evaluation with an empty agreed judgement for each statement and an empty grade for
 * each area and the whole centre.
 */
gboolean
sf_workbook_add_evaluation (SfWorkbook *self,
                            SfCentre *centre,
                            SfFramework *framework,
                            const char *title,
                            const char *starts_on,
                            const char *ends_on,
                            SfEvaluation *predecessor,
                            SfCarryFlags carry,
                            SfUuid *uuid,
                            GError **error)
{
  g_autofree char *label = NULL;
  SfUuid kept, made;
  SfStep *step;

  if (!check_evaluation (self, centre, title, starts_on, ends_on, error))
    return FALSE;
  label = g_strdup_printf (_ ("Began the evaluation %s"), title);
  step = sf_step_new (label);
  keep_framework (self, step, framework, &kept);
  sf_step_insert (step, SF_TYPE_EVALUATION, &made);
  sf_step_set_ref (step, SF_TYPE_EVALUATION, &made, SF_EVALUATION_CENTRE, centre);
  set_uuid (step, SF_TYPE_EVALUATION, &made, SF_EVALUATION_FRAMEWORK, &kept);
  sf_step_set_ref (step, SF_TYPE_EVALUATION, &made, SF_EVALUATION_PREDECESSOR, predecessor);
  sf_step_set_text (step, SF_TYPE_EVALUATION, &made, SF_EVALUATION_TITLE, title);
  sf_step_set_text (step, SF_TYPE_EVALUATION, &made, SF_EVALUATION_STARTS_ON, starts_on);
  sf_step_set_text (step, SF_TYPE_EVALUATION, &made, SF_EVALUATION_ENDS_ON, ends_on);
  insert_judgements (self, step, &made, framework, predecessor, carry);
  if (predecessor != NULL && (carry & SF_CARRY_EVIDENCE) != 0)
    carry_evidence (self, step, &made, framework, predecessor);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

/**
 * sf_workbook_close_evaluation:
 * @self: a workbook
 * @evaluation: one that is open
 * @error: return location for an #SfError
 *
 * From then on it can be read and printed, not changed, until it is reopened.
 */
gboolean
sf_workbook_close_evaluation (SfWorkbook *self, SfEvaluation *evaluation, GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("Closed the evaluation %s"), sf_evaluation_get_title (evaluation));
  SfStep *step;

  /* a sealed one can be closed and reopened: neither says anything of it */
  if (!sf_edit_allowed (self, NULL, error))
    return FALSE;
  if (sf_evaluation_get_closed_at (evaluation) != SF_NULL_INT)
    return sf_edit_refuse (error, _ ("This evaluation is closed already."));
  sf_workbook_commit_all_drafts (self);
  step = sf_step_new (label);
  sf_edit_int (step, evaluation, SF_EVALUATION_CLOSED_AT, sf_clock_now ());
  sf_workbook_submit (self, step);
  return TRUE;
}

gboolean
sf_workbook_reopen_evaluation (SfWorkbook *self, SfEvaluation *evaluation, GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("Reopened the evaluation %s"), sf_evaluation_get_title (evaluation));
  SfStep *step;

  if (!sf_edit_allowed (self, NULL, error))
    return FALSE;
  step = sf_step_new (label);
  sf_edit_null (step, evaluation, SF_EVALUATION_CLOSED_AT);
  sf_workbook_submit (self, step);
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-edit-private.h"

#include "base/sf-clock.h"
#include "base/sf-text.h"

/* What a judgement is of, as the framework of its evaluation has it. */
static SfStatement *
statement_of (SfWorkbook *self, SfJudgement *judgement)
{
  SfEvaluation *evaluation = sf_model_get_evaluation_of (self->model, SF_RECORD (judgement));
  SfFramework *framework
      = evaluation != NULL ? sf_model_get_framework (self->model, evaluation) : NULL;

  return framework != NULL
             ? sf_framework_find_statement (framework, sf_judgement_get_statement_code (judgement))
             : NULL;
}

static SfScale *
scale_of_area (SfWorkbook *self, SfAreaJudgement *area)
{
  SfEvaluation *evaluation = sf_model_get_evaluation_of (self->model, SF_RECORD (area));
  SfFramework *framework
      = evaluation != NULL ? sf_model_get_framework (self->model, evaluation) : NULL;
  const char *code = sf_area_judgement_get_area_code (area);
  SfKeyArea *key_area = NULL;

  if (framework == NULL)
    return NULL;
  if (g_str_equal (code, SF_WHOLE_CENTRE))
    return sf_framework_get_overall_scale (framework);
  key_area = sf_framework_find_area (framework, code);
  return key_area != NULL ? sf_key_area_get_scale (key_area) : NULL;
}

static gboolean
find_level (SfScale *scale, gint64 value, SfLevel **level, GError **error)
{
  *level = scale != NULL && value != SF_NULL_INT ? sf_scale_find_level (scale, value) : NULL;
  if (scale == NULL)
    return sf_edit_refuse (error, _ ("The framework of this evaluation does not have this."));
  if (value != SF_NULL_INT && *level == NULL)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                   _ ("There is no level %" G_GINT64_FORMAT " here. The levels are 1 to %u."),
                   value, sf_scale_get_n_levels (scale));
      return FALSE;
    }
  return TRUE;
}

static char *
level_label (SfWorkbook *self, gpointer record, SfLevel *level)
{
  g_autofree char *title = sf_label_for_record (self->model, record);

  if (level == NULL)
    return g_strdup_printf (_ ("Took the level away: %s"), title);
  /* Translators: what was judged, and the level's name */
  return g_strdup_printf (_ ("Judged %s: %s"), title, sf_level_get_name (level));
}

/**
 * sf_workbook_set_level:
 * @self: a workbook
 * @judgement: a judgement
 * @level: a level of the statement's scale, or %SF_NULL_INT for "not judged yet"
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_level (SfWorkbook *self, SfJudgement *judgement, gint64 level, GError **error)
{
  SfStatement *statement = statement_of (self, judgement);
  g_autofree char *label = NULL;
  SfLevel *found;
  SfStep *step;

  if (!sf_edit_allowed (self, judgement, error)
      || !find_level (statement != NULL ? sf_statement_get_scale (statement) : NULL, level, &found,
                      error))
    return FALSE;
  label = level_label (self, judgement, found);
  step = sf_step_new (label);
  sf_edit_null (step, judgement, SF_JUDGEMENT_NOT_APPLICABLE);
  sf_edit_int (step, judgement, SF_JUDGEMENT_LEVEL, level);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_set_not_applicable:
 * @self: a workbook
 * @judgement: a judgement
 * @reason: why it does not apply; required
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_not_applicable (SfWorkbook *self,
                                SfJudgement *judgement,
                                const char *reason,
                                GError **error)
{
  g_autofree char *title = sf_label_for_record (self->model, SF_RECORD (judgement));
  g_autofree char *label = g_strdup_printf (_ ("Not applicable: %s"), title);
  SfStep *step;

  if (!sf_edit_allowed (self, judgement, error)
      || !sf_edit_check_text (reason, _ ("the reason why this does not apply"), error))
    return FALSE;
  step = sf_step_new (label);
  sf_edit_null (step, judgement, SF_JUDGEMENT_LEVEL);
  sf_edit_text (step, judgement, SF_JUDGEMENT_NOT_APPLICABLE, reason);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_clear_judgement:
 * @self: a workbook
 * @judgement: a judgement
 * @error: return location for an #SfError
 *
 * Takes level, reason and all text away, as one step.
 */
gboolean
sf_workbook_clear_judgement (SfWorkbook *self, SfJudgement *judgement, GError **error)
{
  static const guint columns[]
      = { SF_JUDGEMENT_LEVEL, SF_JUDGEMENT_NOT_APPLICABLE, SF_JUDGEMENT_STRENGTHS,
          SF_JUDGEMENT_IMPROVEMENTS, SF_JUDGEMENT_DIFFERENCE };
  g_autofree char *title = sf_label_for_record (self->model, SF_RECORD (judgement));
  g_autofree char *label = g_strdup_printf (_ ("Cleared %s"), title);
  SfStep *step;

  if (!sf_edit_allowed (self, judgement, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    sf_workbook_commit_draft (self, SF_RECORD (judgement), columns[i]);
  step = sf_step_new (label);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    sf_edit_null (step, judgement, columns[i]);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_add_judgement:
 * @self: a workbook
 * @evaluation: an evaluation
 * @statement_code: a statement of its framework
 * @contributor: who judges
 * @uuid: (out) (optional): the judgement's identity
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_add_judgement (SfWorkbook *self,
                           SfEvaluation *evaluation,
                           const char *statement_code,
                           SfContributor *contributor,
                           SfUuid *uuid,
                           GError **error)
{
  SfFramework *framework = sf_model_get_framework (self->model, evaluation);
  SfStatement *statement
      = framework != NULL ? sf_framework_find_statement (framework, statement_code) : NULL;
  g_autofree char *label = NULL;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, evaluation, error)
      || !sf_edit_check_open (self, evaluation, statement_code, error))
    return FALSE;
  if (statement == NULL)
    return sf_edit_refuse (error, _ ("The framework of this evaluation has no such statement."));
  if (contributor == NULL
      || sf_model_find_judgement (self->model, evaluation, statement_code, contributor) != NULL)
    return sf_edit_refuse (error, _ ("This contributor has judged this statement already."));
  /* Translators: a contributor, a statement */
  label = g_strdup_printf (_ ("%s began to judge %s"), sf_contributor_get_name (contributor),
                           sf_statement_get_title (statement));
  step = sf_step_new (label);
  sf_step_insert (step, SF_TYPE_JUDGEMENT, &made);
  sf_step_set_ref (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_EVALUATION, evaluation);
  sf_step_set_text (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_STATEMENT_CODE, statement_code);
  sf_step_set_ref (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_CONTRIBUTOR, contributor);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

/* A contributor's view; the agreed judgement is cleared, not removed. */
gboolean
sf_workbook_remove_judgement (SfWorkbook *self, SfJudgement *judgement, GError **error)
{
  g_autofree char *title = sf_label_for_record (self->model, SF_RECORD (judgement));
  g_autofree char *label = g_strdup_printf (_ ("Removed a view of %s"), title);
  SfStep *step;

  if (!sf_edit_allowed (self, judgement, error))
    return FALSE;
  if (sf_judgement_get_contributor (judgement) == NULL)
    return sf_edit_refuse (error, _ ("The agreed judgement can be cleared, but not removed."));
  step = sf_step_new (label);
  sf_step_delete (step, SF_RECORD (judgement));
  sf_workbook_submit (self, step);
  return TRUE;
}

/* --- grades of areas ------------------------------------------------------------------------- */

/**
 * sf_workbook_propose_grade:
 * @self: a workbook
 * @area: the grade of an area or of the whole centre
 * @level: a level of the area's scale, or %SF_NULL_INT for none
 * @error: return location for an #SfError
 *
 * The head proposes. What was agreed was agreed of another grade: it is taken back.
 */
gboolean
sf_workbook_propose_grade (SfWorkbook *self, SfAreaJudgement *area, gint64 level, GError **error)
{
  g_autofree char *today = NULL;
  g_autofree char *label = NULL;
  SfLevel *found;
  SfStep *step;

  if (!sf_edit_allowed (self, area, error)
      || !find_level (scale_of_area (self, area), level, &found, error))
    return FALSE;
  label = level_label (self, area, found);
  today = sf_clock_today ();
  step = sf_step_new (label);
  sf_edit_int (step, area, SF_AREA_JUDGEMENT_LEVEL, level);
  sf_edit_text (step, area, SF_AREA_JUDGEMENT_PROPOSED_ON, found != NULL ? today : NULL);
  sf_edit_null (step, area, SF_AREA_JUDGEMENT_AGREED_BY);
  sf_edit_null (step, area, SF_AREA_JUDGEMENT_AGREED_ON);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_agree_grade:
 * @self: a workbook
 * @area: a grade that was proposed
 * @agreed_by: who agreed: "the leadership team"
 * @agreed_on: when
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_agree_grade (SfWorkbook *self,
                         SfAreaJudgement *area,
                         const char *agreed_by,
                         const char *agreed_on,
                         GError **error)
{
  g_autofree char *title = sf_label_for_record (self->model, SF_RECORD (area));
  g_autofree char *label = g_strdup_printf (_ ("Agreed the grade of %s"), title);
  const SfValue *pending = sf_workbook_find_pending (self, sf_record_get_uuid (SF_RECORD (area)),
                                                     SF_AREA_JUDGEMENT_LEVEL);
  gboolean graded = pending != NULL ? pending->type != SF_VALUE_NULL
                                    : sf_area_judgement_get_level (area) != SF_NULL_INT;
  SfStep *step;

  if (!sf_edit_allowed (self, area, error)
      || !sf_edit_check_text (agreed_by, _ ("who agreed the grade"), error)
      || !sf_edit_check_date (agreed_on, TRUE, error))
    return FALSE;
  if (!graded)
    return sf_edit_refuse (error,
                           _ ("There is no grade yet that could be agreed. Choose one first."));
  step = sf_step_new (label);
  sf_edit_text (step, area, SF_AREA_JUDGEMENT_AGREED_BY, agreed_by);
  sf_edit_text (step, area, SF_AREA_JUDGEMENT_AGREED_ON, agreed_on);
  sf_workbook_submit (self, step);
  return TRUE;
}

gboolean
sf_workbook_withdraw_agreement (SfWorkbook *self, SfAreaJudgement *area, GError **error)
{
  g_autofree char *title = sf_label_for_record (self->model, SF_RECORD (area));
  g_autofree char *label = g_strdup_printf (_ ("No longer agreed: the grade of %s"), title);
  SfStep *step;

  if (!sf_edit_allowed (self, area, error))
    return FALSE;
  step = sf_step_new (label);
  sf_edit_null (step, area, SF_AREA_JUDGEMENT_AGREED_BY);
  sf_edit_null (step, area, SF_AREA_JUDGEMENT_AGREED_ON);
  sf_workbook_submit (self, step);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "random-walk.h"

/* --- judgements ------------------------------------------------------------------------------ */

gboolean
random_set_level (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfJudgement *judgement = walk_pick (walk, SF_TYPE_JUDGEMENT);
  gint64 level = walk_chance (walk, 6) ? SF_NULL_INT : g_rand_int_range (walk->rand, 0, 6);
  SfStatement *statement;
  gboolean done, known;

  if (judgement == NULL)
    return FALSE;
  statement = sf_framework_find_statement (walk->centre.framework,
                                           sf_judgement_get_statement_code (judgement));
  known = level == SF_NULL_INT
          || (level >= 1 && level <= sf_scale_get_n_levels (sf_statement_get_scale (statement)));
  done = sf_workbook_set_level (walk->centre.workbook, judgement, level, &error);
  walk_assert_answer (done, known && walk_is_open (walk, judgement), &error);
  if (!done)
    return TRUE;
  simple_put_int (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), SF_JUDGEMENT_LEVEL, level);
  simple_put_null (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), SF_JUDGEMENT_NOT_APPLICABLE);
  return TRUE;
}

gboolean
random_set_not_applicable (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfJudgement *judgement = walk_pick (walk, SF_TYPE_JUDGEMENT);
  const char *reason = walk_pick_text (walk);
  gboolean done;

  if (judgement == NULL)
    return FALSE;
  done = sf_workbook_set_not_applicable (walk->centre.workbook, judgement, reason, &error);
  walk_assert_answer (done, !walk_is_blank (reason) && walk_is_open (walk, judgement), &error);
  if (!done)
    return TRUE;
  simple_put_null (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), SF_JUDGEMENT_LEVEL);
  simple_put_text (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), SF_JUDGEMENT_NOT_APPLICABLE,
                   reason);
  return TRUE;
}

gboolean
random_clear_judgement (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfJudgement *judgement = walk_pick (walk, SF_TYPE_JUDGEMENT);
  gboolean done;

  if (judgement == NULL)
    return FALSE;
  done = sf_workbook_clear_judgement (walk->centre.workbook, judgement, &error);
  walk_assert_answer (done, walk_is_open (walk, judgement), &error);
  for (guint i = SF_JUDGEMENT_LEVEL; done && i < SF_JUDGEMENT_N_COLUMNS; i++)
    simple_put_null (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), i);
  return TRUE;
}

gboolean
random_add_judgement (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvaluation *evaluation = walk_pick (walk, SF_TYPE_EVALUATION);
  SfContributor *contributor = walk_pick (walk, SF_TYPE_CONTRIBUTOR);
  const char *code = walk_chance (walk, 8) ? "no-such-code" : walk_pick_code (walk);
  gboolean done, expected;
  SfUuid uuid;

  if (evaluation == NULL || contributor == NULL)
    return FALSE;
  expected = walk_is_open (walk, evaluation) && !g_str_equal (code, "no-such-code")
             && sf_model_find_judgement (MODEL (walk), evaluation, code, contributor) == NULL;
  done = sf_workbook_add_judgement (walk->centre.workbook, evaluation, code, contributor, &uuid,
                                    &error);
  walk_assert_answer (done, expected, &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_JUDGEMENT, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_JUDGEMENT, &uuid, SF_JUDGEMENT_EVALUATION,
                  UUID (evaluation));
  simple_put_ref (walk->simple, SF_TYPE_JUDGEMENT, &uuid, SF_JUDGEMENT_CONTRIBUTOR,
                  UUID (contributor));
  simple_put_text (walk->simple, SF_TYPE_JUDGEMENT, &uuid, SF_JUDGEMENT_STATEMENT_CODE, code);
  return TRUE;
}

gboolean
random_remove_judgement (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfJudgement *judgement = walk_pick (walk, SF_TYPE_JUDGEMENT);
  gboolean done, expected;

  if (judgement == NULL)
    return FALSE;
  expected = walk_is_open (walk, judgement) && sf_judgement_get_contributor (judgement) != NULL;
  done = sf_workbook_remove_judgement (walk->centre.workbook, judgement, &error);
  walk_assert_answer (done, expected, &error);
  if (done)
    simple_remove (walk->simple, SF_RECORD (judgement));
  return TRUE;
}

/* --- grades ---------------------------------------------------------------------------------- */

static SfScale *
scale_of (Walk *walk, SfAreaJudgement *area)
{
  const char *code = sf_area_judgement_get_area_code (area);
  SfFramework *framework = walk->centre.framework;

  return g_str_equal (code, SF_WHOLE_CENTRE)
             ? sf_framework_get_overall_scale (framework)
             : sf_key_area_get_scale (sf_framework_find_area (framework, code));
}

gboolean
random_propose_grade (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = sf_clock_today ();
  SfAreaJudgement *area = walk_pick (walk, SF_TYPE_AREA_JUDGEMENT);
  gint64 level = walk_chance (walk, 6) ? SF_NULL_INT : g_rand_int_range (walk->rand, 0, 6);
  gboolean done, known;

  if (area == NULL)
    return FALSE;
  known = level == SF_NULL_INT
          || (level >= 1 && level <= sf_scale_get_n_levels (scale_of (walk, area)));
  done = sf_workbook_propose_grade (walk->centre.workbook, area, level, &error);
  walk_assert_answer (done, known && walk_is_open (walk, area), &error);
  if (!done)
    return TRUE;
  simple_put_int (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_LEVEL,
                  level);
  simple_put_text (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_PROPOSED_ON,
                   level != SF_NULL_INT ? today : NULL);
  simple_put_null (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_BY);
  simple_put_null (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_ON);
  return TRUE;
}

gboolean
random_agree_grade (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfAreaJudgement *area = walk_pick (walk, SF_TYPE_AREA_JUDGEMENT);
  const char *by = walk_pick_text (walk);
  const char *on = walk_chance (walk, 6) ? "yesterday" : walk_pick_date (walk);
  gboolean done, expected;

  if (area == NULL)
    return FALSE;
  expected = walk_is_open (walk, area) && !walk_is_blank (by) && !g_str_equal (on, "yesterday")
             && sf_area_judgement_get_level (area) != SF_NULL_INT;
  done = sf_workbook_agree_grade (walk->centre.workbook, area, by, on, &error);
  walk_assert_answer (done, expected, &error);
  if (!done)
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_BY,
                   by);
  simple_put_text (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_ON,
                   on);
  return TRUE;
}

gboolean
random_withdraw_agreement (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfAreaJudgement *area = walk_pick (walk, SF_TYPE_AREA_JUDGEMENT);
  gboolean done;

  if (area == NULL)
    return FALSE;
  done = sf_workbook_withdraw_agreement (walk->centre.workbook, area, &error);
  walk_assert_answer (done, walk_is_open (walk, area), &error);
  if (!done)
    return TRUE;
  simple_put_null (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_BY);
  simple_put_null (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_ON);
  return TRUE;
}

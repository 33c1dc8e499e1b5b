/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-area-grade.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-progress.h"
#include "model/sf-rules-private.h"
#include "model/sf-support.h"

#include <string.h>

SfGradeState
sf_area_judgement_get_grade_state (SfAreaJudgement *self)
{
  if (self == NULL || sf_area_judgement_get_level (self) == SF_NULL_INT)
    return SF_GRADE_NONE;
  if (sf_text_is_blank (sf_area_judgement_get_agreed_by (self))
      || sf_area_judgement_get_agreed_on (self) == NULL)
    return SF_GRADE_PROPOSED;
  return SF_GRADE_AGREED;
}

char *
sf_area_judgement_state_to_text (SfAreaJudgement *self)
{
  g_autofree char *by = NULL;
  g_autofree char *on = NULL;

  switch (sf_area_judgement_get_grade_state (self))
    {
    case SF_GRADE_AGREED:
      by = sf_text_clean (sf_area_judgement_get_agreed_by (self));
      on = sf_date_format (sf_area_judgement_get_agreed_on (self));
      /* Translators: agreed by whom, on which day */
      return g_strdup_printf (_ ("agreed by %s on %s"), by, on);
    case SF_GRADE_PROPOSED:
      return g_strdup (_ ("proposed by the head, not yet agreed"));
    case SF_GRADE_NONE:
    default:
      return g_strdup (_ ("not graded yet"));
    }
}

static const char *
get_code (SfKeyArea *area)
{
  return area != NULL ? sf_key_area_get_code (area) : SF_WHOLE_CENTRE;
}

SfScale *
sf_area_grade_get_scale (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area)
{
  SfFramework *framework;

  g_return_val_if_fail (SF_IS_MODEL (model), NULL);

  if (area != NULL)
    return sf_key_area_get_scale (area);
  framework = sf_model_get_framework (model, evaluation);
  return framework != NULL ? sf_framework_get_overall_scale (framework) : NULL;
}

SfAreaJudgement *
sf_area_grade_find (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area)
{
  g_return_val_if_fail (SF_IS_MODEL (model), NULL);

  return sf_model_find_area_judgement (model, evaluation, get_code (area));
}

SfLevel *
sf_area_grade_get_level (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area)
{
  SfAreaJudgement *judgement = sf_area_grade_find (model, evaluation, area);
  SfScale *scale = sf_area_grade_get_scale (model, evaluation, area);

  if (scale == NULL || sf_area_judgement_get_grade_state (judgement) == SF_GRADE_NONE)
    return NULL;
  return sf_scale_find_level (scale, sf_area_judgement_get_level (judgement));
}

char *
sf_area_grade_to_text (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area)
{
  SfLevel *level = sf_area_grade_get_level (model, evaluation, area);

  return g_strdup (level != NULL ? sf_level_get_label (level) : _ ("Not graded yet"));
}

gboolean
sf_area_grade_is_odd (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area, char **why)
{
  SfLevel *level = sf_area_grade_get_level (model, evaluation, area);
  SfSpread spread;

  if (level == NULL)
    return FALSE;
  if (area != NULL)
    sf_spread_of_area (model, evaluation, area, &spread);
  else
    sf_spread_of_grades (model, evaluation, &spread);
  return sf_spread_grade_is_odd (&spread, sf_area_grade_get_scale (model, evaluation, area),
                                 sf_level_get_value (level), why);
}

SfLevel *
sf_area_grade_get_last_level (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area)
{
  SfEvaluation *last;
  SfFramework *framework;
  SfKeyArea *last_area = NULL;

  g_return_val_if_fail (SF_IS_MODEL (model), NULL);

  last = sf_model_get_predecessor (model, evaluation);
  framework = last != NULL ? sf_model_get_framework (model, last) : NULL;
  if (framework == NULL)
    return NULL;
  if (area != NULL)
    {
      last_area = sf_framework_find_area (framework, sf_key_area_get_code (area));
      if (last_area == NULL)
        return NULL;
    }
  return sf_area_grade_get_level (model, last, last_area);
}

/* Two editions of a framework are two objects; their scales are the same if they are named so. */
static gboolean
has_same_scale (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area)
{
  SfEvaluation *last = sf_model_get_predecessor (model, evaluation);
  SfFramework *framework = sf_model_get_framework (model, last);
  SfKeyArea *last_area
      = area != NULL ? sf_framework_find_area (framework, sf_key_area_get_code (area)) : NULL;
  SfScale *now = sf_area_grade_get_scale (model, evaluation, area);
  SfScale *then = sf_area_grade_get_scale (model, last, last_area);

  return now != NULL && then != NULL && strcmp (sf_scale_get_id (now), sf_scale_get_id (then)) == 0
         && sf_scale_get_n_levels (now) == sf_scale_get_n_levels (then);
}

/* Evaluations that follow each other by 10 to 14 months are a year apart to a person. */
static gboolean
was_last_year (SfModel *model, SfEvaluation *evaluation)
{
  SfEvaluation *last = sf_model_get_predecessor (model, evaluation);
  int days = sf_date_days_between (sf_evaluation_get_starts_on (last),
                                   sf_evaluation_get_starts_on (evaluation));

  return days >= 300 && days <= 430;
}

SfGradeChange
sf_area_grade_compare_with_last (SfModel *model,
                                 SfEvaluation *evaluation,
                                 SfKeyArea *area,
                                 char **text)
{
  SfLevel *now = sf_area_grade_get_level (model, evaluation, area);
  SfLevel *then = sf_area_grade_get_last_level (model, evaluation, area);
  SfGradeChange change = SF_GRADE_CHANGE_SAME;
  gboolean year;
  const char *told;

  if (text != NULL)
    *text = NULL;
  if (now == NULL || then == NULL || !has_same_scale (model, evaluation, area))
    return SF_GRADE_CHANGE_UNKNOWN;
  year = was_last_year (model, evaluation);
  told = year ? _ ("the same as last year") : _ ("the same as last time");
  if (sf_level_get_value (now) < sf_level_get_value (then))
    {
      change = SF_GRADE_CHANGE_BETTER;
      told = year ? _ ("better than last year") : _ ("better than last time");
    }
  else if (sf_level_get_value (now) > sf_level_get_value (then))
    {
      change = SF_GRADE_CHANGE_WORSE;
      told = year ? _ ("lower than last year") : _ ("lower than last time");
    }
  if (text != NULL)
    *text = g_strdup (told);
  return change;
}

/* What most of the strong judgements of an area rest on, if there is something to say. */
static char *
tell_support (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area, const SfSpread *spread)
{
  SfScale *scale = sf_key_area_get_scale (area);
  guint counts[SF_N_SUPPORT_CONCERNS];
  guint strong = 0;

  sf_support_count_concerns (model, evaluation, area, counts);
  for (gint64 level = 1; level <= SF_MAX_LEVELS; level++)
    if (sf_level_value_is_strong (scale, level))
      strong += spread->counts[level];
  if (counts[SF_SUPPORT_NO_EVIDENCE] * 2 > strong)
    return g_strdup (_ ("Most of it rests on no evidence"));
  if (counts[SF_SUPPORT_ONE_KIND] * 2 > strong)
    return g_strdup (_ ("Most of it rests on one kind of evidence"));
  if (counts[SF_SUPPORT_OLD] * 2 > strong)
    return g_strdup (_ ("Most of it rests on evidence from before this evaluation"));
  return NULL;
}

static char *
summarise_ungraded (const SfProgress *progress)
{
  g_autofree char *left = sf_progress_left_to_text (progress);

  if (sf_progress_get_done (progress) == 0)
    return g_strdup (_ ("Not started yet"));
  if (*left == '\0')
    return g_strdup (_ ("All judged, not graded yet"));
  /* Translators: what is left to judge: "3 standards to judge" */
  return g_strdup_printf (_ ("Not graded yet, %s"), left);
}

char *
sf_area_grade_get_summary (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area)
{
  g_autofree char *why = NULL;
  g_autofree char *moved = NULL;
  SfProgress progress;
  SfSpread spread;
  SfGradeChange change;
  char *support;

  g_return_val_if_fail (SF_IS_KEY_AREA (area), NULL);

  sf_progress_of (model, evaluation, area, &progress);
  if (sf_area_grade_get_level (model, evaluation, area) == NULL)
    return summarise_ungraded (&progress);
  if (sf_area_grade_is_odd (model, evaluation, area, &why))
    return g_strdup_printf (_ ("The grade sits oddly: %s"), why);
  if (sf_progress_get_done (&progress) > 0 && sf_progress_get_left (&progress) > 0)
    return sf_progress_left_to_text (&progress);
  sf_spread_of_area (model, evaluation, area, &spread);
  support = tell_support (model, evaluation, area, &spread);
  if (support != NULL)
    return support;
  change = sf_area_grade_compare_with_last (model, evaluation, area, &moved);
  if (change == SF_GRADE_CHANGE_BETTER || change == SF_GRADE_CHANGE_WORSE
      || (change == SF_GRADE_CHANGE_SAME && sf_spread_get_n_judged (&spread) == 0))
    return sf_text_upper_first (moved);
  if (sf_spread_get_n_judged (&spread) == 0)
    return g_strdup (_ ("Graded as a whole"));
  return sf_spread_to_text (&spread, sf_key_area_get_scale (area));
}

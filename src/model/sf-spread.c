/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-spread.h"

#include "model/sf-rules-private.h"

/* Counts a level, or what stands in place of one. */
static void
add_level (SfSpread *spread, gint64 level)
{
  spread->total++;
  if (level >= 1 && level <= SF_MAX_LEVELS)
    spread->counts[level]++;
  else
    spread->not_judged++;
}

static void
add_judgement (SfSpread *spread, SfJudgement *judgement)
{
  if (sf_judgement_get_state (judgement) == SF_STATE_NOT_APPLICABLE)
    {
      spread->total++;
      spread->not_applicable++;
    }
  else
    add_level (spread, judgement != NULL ? sf_judgement_get_level (judgement) : SF_NULL_INT);
}

void
sf_spread_of_area (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area, SfSpread *spread)
{
  g_autoptr (GHashTable) agreed = NULL;
  GPtrArray *statements;

  g_return_if_fail (SF_IS_MODEL (model));
  g_return_if_fail (SF_IS_EVALUATION (evaluation));

  *spread = (SfSpread){ 0 };
  agreed = sf_model_index_judgements (model, evaluation);
  statements = sf_rules_list_statements (model, evaluation, area);
  for (guint i = 0; statements != NULL && i < statements->len; i++)
    if (sf_statement_get_subject (statements->pdata[i]) == SF_SUBJECT_CENTRE)
      add_judgement (spread,
                     g_hash_table_lookup (agreed, sf_statement_get_code (statements->pdata[i])));
}

void
sf_spread_of_statement (SfModel *model,
                        SfEvaluation *evaluation,
                        const char *statement_code,
                        SfSpread *spread)
{
  g_autoptr (GPtrArray) judgements = NULL;

  g_return_if_fail (SF_IS_MODEL (model));
  g_return_if_fail (statement_code != NULL);

  *spread = (SfSpread){ 0 };
  judgements = sf_model_list_judgements (model, evaluation, statement_code);
  for (guint i = 0; i < judgements->len; i++)
    if (sf_judgement_get_contributor (judgements->pdata[i]) != NULL)
      add_judgement (spread, judgements->pdata[i]);
}

void
sf_spread_of_grades (SfModel *model, SfEvaluation *evaluation, SfSpread *spread)
{
  SfFramework *framework;
  GPtrArray *areas;

  g_return_if_fail (SF_IS_MODEL (model));
  g_return_if_fail (SF_IS_EVALUATION (evaluation));

  *spread = (SfSpread){ 0 };
  framework = sf_model_get_framework (model, evaluation);
  areas = framework != NULL ? sf_framework_get_areas (framework) : NULL;
  for (guint i = 0; areas != NULL && i < areas->len; i++)
    {
      SfAreaJudgement *judgement
          = sf_model_find_area_judgement (model, evaluation,
                                          sf_key_area_get_code (areas->pdata[i]));

      add_level (spread, judgement != NULL ? sf_area_judgement_get_level (judgement) : SF_NULL_INT);
    }
}

guint
sf_spread_get_n_judged (const SfSpread *spread)
{
  return spread->total - spread->not_judged - spread->not_applicable;
}

/* The level of the worst that the scale has. */
static guint
get_worst (SfScale *scale)
{
  return MIN (sf_scale_get_n_levels (scale), SF_MAX_LEVELS);
}

/* How many are at @from to @to, both included. */
static guint
sum (const SfSpread *spread, gint64 from, gint64 to)
{
  guint n = 0;

  for (gint64 level = MAX (from, 1); level <= MIN (to, SF_MAX_LEVELS); level++)
    n += spread->counts[level];
  return n;
}

static void
begin_item (GString *text)
{
  if (text->len > 0)
    g_string_append (text, ", ");
}

/* Appends "6 good, 1 outstanding" for the levels @from to @to. */
static void
append_levels (GString *text, const SfSpread *spread, SfScale *scale, gint64 from, gint64 to)
{
  for (gint64 level = from; level <= to; level++)
    {
      g_autofree char *word = NULL;

      if (spread->counts[level] == 0)
        continue;
      word = sf_level_value_to_word (scale, level);
      begin_item (text);
      /* Translators: so many at a level: "6 good" */
      g_string_append_printf (text, _ ("%u %s"), spread->counts[level], word);
    }
}

char *
sf_spread_to_text (const SfSpread *spread, SfScale *scale)
{
  GString *text = g_string_new (NULL);

  append_levels (text, spread, scale, 1, SF_MAX_LEVELS);
  return g_string_free (text, FALSE);
}

char *
sf_spread_to_full_text (const SfSpread *spread, SfScale *scale)
{
  GString *text = g_string_new (NULL);

  append_levels (text, spread, scale, 1, SF_MAX_LEVELS);
  if (spread->not_judged > 0)
    {
      begin_item (text);
      g_string_append_printf (text, _ ("%u not judged yet"), spread->not_judged);
    }
  if (spread->not_applicable > 0)
    {
      begin_item (text);
      g_string_append_printf (text, _ ("%u not applicable"), spread->not_applicable);
    }
  return g_string_free (text, FALSE);
}

/* "3 of 6 are lower: 2 requires improvement, 1 inadequate" */
static char *
tell_lower (const SfSpread *spread, SfScale *scale, gint64 from)
{
  guint judged = sf_spread_get_n_judged (spread);
  guint lower = sum (spread, from, SF_MAX_LEVELS);
  g_autoptr (GString) levels = g_string_new (NULL);

  append_levels (levels, spread, scale, from, SF_MAX_LEVELS);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u is lower: %s",
                                       "%u of %u are lower: %s", lower),
                          lower, judged, levels->str);
}

gboolean
sf_spread_grade_is_odd (const SfSpread *spread, SfScale *scale, gint64 level, char **why)
{
  guint judged = sf_spread_get_n_judged (spread);
  guint worst = get_worst (scale);
  gboolean strong = sf_level_value_is_strong (scale, level);
  gint64 weak = 1; /* the first level that is not strong */
  gboolean enough;
  g_autofree char *told = NULL;

  while (weak <= worst && sf_level_value_is_strong (scale, weak))
    weak++;
  if (level == SF_NULL_INT || level < 1 || level > worst || judged == 0)
    return FALSE;
  enough = judged * 2 >= spread->total - spread->not_applicable;
  if (enough && sum (spread, level + 1, SF_MAX_LEVELS) * 2 >= judged)
    told = tell_lower (spread, scale, level + 1);
  else if (worst > 2 && strong && sum (spread, worst, SF_MAX_LEVELS) > 0)
    told = tell_lower (spread, scale, worst);
  else if (!enough)
    return FALSE;
  else if (worst > 2 && level == 1 && sum (spread, weak, SF_MAX_LEVELS) > 0)
    told = tell_lower (spread, scale, weak);
  else if (sum (spread, 1, level - 1) == judged)
    told = judged == 1 ? g_strdup (_ ("the only one judged is higher"))
                       : g_strdup_printf (_ ("all %u judged are higher"), judged);
  if (told == NULL)
    return FALSE;
  if (why != NULL)
    *why = g_steal_pointer (&told);
  return TRUE;
}

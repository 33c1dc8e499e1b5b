/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What each rule finds. */
#include "model/sf-question-private.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-area-grade.h"
#include "model/sf-outcome-published.h"
#include "model/sf-outcome-standing.h"
#include "model/sf-outcome-text.h"
#include "model/sf-support.h"
#include "model/sf-target-published.h"
#include "model/sf-target-settled.h"
#include "model/sf-target-status.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So much of what somebody wrote is quoted: a sentence. */
#define MOST_QUOTED 140

/* @about, @fact, @said: (transfer full); @said: (nullable): what the centre wrote on it */
static SfQuestion *
find (SfQuestionDraw *self,
      SfQuestionRule rule,
      gpointer record,
      char *about,
      const char *subject,
      char *fact,
      char *said,
      int weight)
{
  SfQuestion *question = g_new0 (SfQuestion, 1);

  question->rule = rule;
  question->record = record;
  question->about = about;
  question->text = g_strdup (subject);
  question->ground = said != NULL ? g_strjoin (" ", fact, said, NULL) : g_strdup (fact);
  question->fact = fact;
  question->weight = weight;
  question->order = self->found[rule]->len;
  g_ptr_array_add (self->found[rule], question);
  g_free (said);
  return question;
}

static gboolean
is_agreed (SfQuestionDraw *self, SfKeyArea *area)
{
  return sf_area_judgement_get_grade_state (
             sf_area_grade_find (self->model, self->evaluation, area))
         == SF_GRADE_AGREED;
}

/* (transfer full) (nullable): what somebody wrote, or its beginning, without the stop at its end */
static char *
quote (const char *text)
{
  g_autofree char *line = NULL;

  if (sf_text_is_blank (text))
    return NULL;
  line = sf_text_first_line (text, MOST_QUOTED);
  if (g_str_has_suffix (line, "."))
    line[strlen (line) - 1] = '\0';
  return g_steal_pointer (&line);
}

/* --- judgements ------------------------------------------------------------------------------- */

/* The agreed judgement of the same statement in the evaluation before, on the same scale. */
static SfJudgement *
find_last (SfQuestionDraw *self, SfStatement *statement)
{
  SfEvaluation *before = sf_model_get_predecessor (self->model, self->evaluation);
  SfFramework *framework = before != NULL ? sf_model_get_framework (self->model, before) : NULL;
  const char *code = sf_statement_get_code (statement);
  SfStatement *then = framework != NULL ? sf_framework_find_statement (framework, code) : NULL;
  SfJudgement *judgement
      = then != NULL ? sf_model_find_judgement (self->model, before, code, NULL) : NULL;
  SfScale *scale = sf_statement_get_scale (statement);

  if (sf_judgement_get_state (judgement) != SF_STATE_JUDGED
      || strcmp (sf_scale_get_id (sf_statement_get_scale (then)), sf_scale_get_id (scale)) != 0
      || sf_scale_get_n_levels (sf_statement_get_scale (then)) != sf_scale_get_n_levels (scale))
    return NULL;
  return judgement;
}

/* How many levels it rose since then; below 0 it fell, 0 if there is nothing to compare. */
static int
get_rise (SfQuestionDraw *self, SfStatement *statement, SfJudgement *judgement)
{
  SfJudgement *last = find_last (self, statement);

  return last != NULL ? (int)(sf_judgement_get_level (last) - sf_judgement_get_level (judgement))
                      : 0;
}

static char *
dup_code (SfStatement *statement)
{
  return g_strdup (sf_statement_get_code (statement));
}

static void
find_lower (SfQuestionDraw *self, SfStatement *statement, SfJudgement *judgement, SfKeyArea *area)
{
  gint64 level = sf_judgement_get_level (judgement);
  SfAreaJudgement *whole = sf_area_grade_find (self->model, self->evaluation, area);
  g_autofree char *word = sf_level_value_to_word (sf_statement_get_scale (statement), level);
  g_autofree char *reason = quote (sf_judgement_get_improvements (judgement));

  if (reason == NULL)
    reason = quote (sf_area_judgement_get_improvements (whole));
  if (reason == NULL)
    return;
  find (self, SF_QUESTION_LOWER_GRADE, judgement, dup_code (statement),
        sf_statement_get_title (statement),
        g_strdup_printf (_ ("The judgement is “%s”. The centre’s reason: “%s”."), word, reason),
        NULL, (int)level * 10 + (get_rise (self, statement, judgement) < 0 ? 5 : 0))
      ->area
      = area;
}

static void
find_thin (SfQuestionDraw *self, SfStatement *statement, SfJudgement *judgement, SfKeyArea *area)
{
  static const int weights[SF_N_SUPPORT_CONCERNS] = { 0, 30, 20, 10 };
  SfSupportConcern concern = sf_support_get_concern (self->model, self->evaluation, statement);
  gint64 level = sf_judgement_get_level (judgement);
  g_autofree char *word = sf_level_value_to_word (sf_statement_get_scale (statement), level);
  g_autofree char *rests = NULL;
  SfSupport support;

  if (concern == SF_SUPPORT_FINE)
    return;
  sf_support_of_statement (self->model, self->evaluation, sf_statement_get_code (statement),
                           &support);
  rests = sf_support_concern_to_text (concern, &support);
  /* Translators: "The judgement is “good”, and it rests on documents only." */
  find (self, SF_QUESTION_THIN_EVIDENCE, judgement, dup_code (statement),
        sf_statement_get_title (statement),
        g_strdup_printf (_ ("The judgement is “%s”, and it %s."), word, rests), NULL,
        weights[concern] + (level == 1 ? 5 : 0))
      ->area
      = area;
}

static void
find_rise (SfQuestionDraw *self, SfStatement *statement, SfJudgement *judgement, SfKeyArea *area)
{
  SfScale *scale = sf_statement_get_scale (statement);
  int rise = get_rise (self, statement, judgement);
  g_autofree char *difference = quote (sf_judgement_get_difference (judgement));
  g_autofree char *then = NULL, *now = NULL;

  if (rise <= 0 || difference == NULL)
    return;
  then = sf_level_value_to_word (scale, sf_judgement_get_level (find_last (self, statement)));
  now = sf_level_value_to_word (scale, sf_judgement_get_level (judgement));
  find (self, SF_QUESTION_WHAT_WORKED, judgement, dup_code (statement),
        sf_statement_get_title (statement),
        g_strdup_printf (_ ("The judgement was “%s” before and is “%s” now."), then, now),
        g_strdup_printf (_ ("What difference it made: “%s”."), difference), rise > 1 ? 40 : 20)
      ->area
      = area;
}

static void
look_at_statement (SfQuestionDraw *self, SfStatement *statement, SfJudgement *judgement)
{
  SfKeyArea *area = sf_statement_get_area (statement);

  if (!sf_question_guard_allows_statement (statement)
      || sf_judgement_get_state (judgement) != SF_STATE_JUDGED || !is_agreed (self, area))
    return;
  if (sf_level_value_is_strong (sf_statement_get_scale (statement),
                                sf_judgement_get_level (judgement)))
    {
      find_thin (self, statement, judgement, area);
      find_rise (self, statement, judgement, area);
    }
  else
    find_lower (self, statement, judgement, area);
}

/* The grade of an area, where it is weak. */
static void
look_at_area (SfQuestionDraw *self, SfKeyArea *area)
{
  SfAreaJudgement *judgement = sf_area_grade_find (self->model, self->evaluation, area);
  g_autofree char *word = NULL, *reason = NULL;
  gint64 level;

  if (!is_agreed (self, area))
    return;
  level = sf_area_judgement_get_level (judgement);
  reason = quote (sf_area_judgement_get_improvements (judgement));
  if (reason == NULL || sf_level_value_is_strong (sf_key_area_get_scale (area), level))
    return;
  word = sf_level_value_to_word (sf_key_area_get_scale (area), level);
  find (self, SF_QUESTION_LOWER_GRADE, judgement, g_strdup (sf_key_area_get_code (area)),
        sf_key_area_get_title (area),
        g_strdup_printf (_ ("The grade of the key area is “%s”. The centre’s reason: “%s”."), word,
                         reason),
        NULL, 100 + (int)level * 10)
      ->area
      = area;
}

static void
look_at_judgements (SfQuestionDraw *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  GPtrArray *statements = sf_framework_get_statements (self->framework);
  g_autoptr (GHashTable) agreed = sf_model_index_judgements (self->model, self->evaluation);

  for (guint i = 0; i < areas->len; i++)
    look_at_area (self, areas->pdata[i]);
  for (guint i = 0; i < statements->len; i++)
    look_at_statement (self, statements->pdata[i],
                       g_hash_table_lookup (agreed, sf_statement_get_code (statements->pdata[i])));
}

/* --- targets ---------------------------------------------------------------------------------- */

/* @fact, @said: (transfer full); @said: (nullable) */
static void
find_target (
    SfQuestionDraw *self, SfQuestionRule rule, SfTarget *target, char *fact, char *said, int weight)
{
  const char *code = sf_target_get_statement_code (target);
  SfStatement *statement
      = code != NULL ? sf_framework_find_statement (self->framework, code) : NULL;
  SfQuestion *question
      = find (self, rule, target, sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (target))),
              sf_target_get_title (target), fact, said, weight);

  question->place = SF_QUESTION_AT_PROGRESS;
  question->area = statement != NULL ? sf_statement_get_area (statement) : NULL;
}

/* (transfer full) (nullable): @text, unless something in it is not shown */
static char *
if_shown (char *text)
{
  if (text != NULL && *text != '\0' && strstr (text, sf_disclosure_get_mark ()) == NULL)
    return text;
  g_free (text);
  return NULL;
}

/* (transfer full): "Off track. 16% → 30% by 31 March 2027; 16% on 13 November 2026." */
static char *
tell_standing (SfQuestionDraw *self, SfTarget *target, SfTargetStatus status)
{
  const char *label = sf_target_status_get_label (status);
  g_autofree char *way = if_shown (sf_target_publish_text (target, self->outcomes));
  g_autofree char *reading
      = if_shown (sf_target_publish_reading (self->model, target, self->outcomes, self->today));

  if (way != NULL && reading != NULL)
    return g_strdup_printf ("%s. %s; %s.", label, way, reading);
  if (way != NULL || reading != NULL)
    return g_strdup_printf ("%s. %s.", label, way != NULL ? way : reading);
  return g_strdup_printf ("%s.", label);
}

static void
find_behind (SfQuestionDraw *self, SfTarget *target, SfTargetStatus status)
{
  if (status == SF_TARGET_OFF_TRACK || status == SF_TARGET_NOT_MET)
    find_target (self, SF_QUESTION_TARGET_BEHIND, target, tell_standing (self, target, status),
                 NULL,
                 (status == SF_TARGET_OFF_TRACK ? 20 : 10)
                     + (sf_target_get_priority (target) != NULL ? 5 : 0));
}

static int
weigh_change (SfTargetChange *change)
{
  const char *field = sf_target_change_get_field (change);

  return strcmp (field, "goal") == 0 ? 30 : strcmp (field, "due_on") == 0 ? 20 : 10;
}

static void
find_changed (SfQuestionDraw *self, SfTarget *target)
{
  g_autoptr (GPtrArray) changes = sf_model_list_target_changes (self->model, target);
  SfTargetChange *heaviest = NULL;
  g_autofree char *what = NULL, *reason = NULL;

  for (guint i = 0; i < changes->len; i++)
    if (strcmp (sf_target_change_get_changed_on (changes->pdata[i]),
                sf_evaluation_get_starts_on (self->evaluation))
            >= 0
        && strcmp (sf_target_change_get_changed_on (changes->pdata[i]), self->today) <= 0
        && (heaviest == NULL || weigh_change (changes->pdata[i]) >= weigh_change (heaviest)))
      heaviest = changes->pdata[i];
  if (heaviest == NULL)
    return;
  reason = quote (sf_target_change_get_reason (heaviest));
  what = if_shown (sf_target_publish_change (target, self->outcomes, heaviest));
  if (what == NULL)
    {
      g_autofree char *on = sf_date_format (sf_target_change_get_changed_on (heaviest));

      what = g_strdup_printf (_ ("Changed on %s"), on);
    }
  find_target (self, SF_QUESTION_TARGET_CHANGED, target, g_strdup_printf ("%s.", what),
               reason != NULL ? g_strdup_printf (_ ("The reason given: “%s”."), reason) : NULL,
               weigh_change (heaviest));
}

static void
find_met (SfQuestionDraw *self, SfTarget *target, SfTargetStatus status)
{
  g_autofree char *reason = NULL;

  /* One that somebody ended as met against its readings has another question in it. */
  if (status != SF_TARGET_MET || sf_target_ended_otherwise (self->model, target, self->today))
    return;
  reason = quote (sf_target_get_outcome_reason (target));
  find_target (self, SF_QUESTION_WHAT_WORKED, target, tell_standing (self, target, status),
               reason != NULL ? g_strdup_printf (_ ("How it ended: “%s”."), reason) : NULL,
               reason != NULL ? 30 : 10);
}

static void
look_at_targets (SfQuestionDraw *self)
{
  g_autoptr (GPtrArray) targets = sf_model_list_targets (self->model, self->evaluation, NULL);

  sf_target_sort (self->model, targets, self->today);
  for (guint i = 0; i < targets->len; i++)
    {
      SfTargetStatus status = sf_target_get_status (self->model, targets->pdata[i], self->today);

      if (!sf_question_guard_allows_target (self->model, targets->pdata[i]))
        continue;
      find_behind (self, targets->pdata[i], status);
      find_changed (self, targets->pdata[i]);
      find_met (self, targets->pdata[i], status);
    }
}

/* --- gaps ------------------------------------------------------------------------------------- */

static gboolean
is_worse_off (SfMeasure *measure, double gap)
{
  const char *direction = sf_measure_get_direction (measure);

  if (g_strcmp0 (direction, "up") == 0)
    return gap < 0;
  return g_strcmp0 (direction, "down") == 0 && gap > 0;
}

/* By how much the gap grew, in thousandths; 0 if it did not, or nobody can say. */
static int
get_growth (SfOutcome *outcome, SfFamilyGroup *group)
{
  const char *first, *last;
  SfDifference gap, change;
  SfMeasure *measure = sf_outcome_get_measure (outcome);

  if (!sf_outcome_find_gaps (outcome, group, &first, &last) || strcmp (first, last) == 0
      || !sf_outcome_get_gap (outcome, group, last, &gap)
      || !sf_outcome_get_gap_change (outcome, group, first, last, &change)
      || change.verdict != SF_VERDICT_HIGHER || !is_worse_off (measure, gap.value))
    return 0;
  /* Of a mean nobody knows how it scatters. */
  if (!change.has_interval
      && (strcmp (sf_measure_get_kind (measure), "proportion") != 0
          || change.value < SF_QUESTION_LEAST_GAP))
    return 0;
  return MAX (1, (int)(change.value * 1000));
}

static void
look_at_group (SfQuestionDraw *self, SfOutcome *outcome, SfFamilyGroup *group)
{
  SfMeasure *measure = sf_outcome_get_measure (outcome);
  int growth = get_growth (outcome, group);
  g_autofree char *one = NULL, *two = NULL, *subject = NULL;

  if (growth == 0)
    return;
  one = sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (measure)));
  two = sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (group)));
  /* Translators: a measure, and a group of families: what a question is about */
  subject = g_strdup_printf (_ ("%s: %s"), sf_measure_get_title (measure),
                             sf_family_group_get_title (group));
  find (self, SF_QUESTION_GAP_GROWING, measure, g_strdup_printf ("%s %s", one, two), subject,
        sf_outcome_gap_to_text (outcome, group), NULL, growth)
      ->place
      = SF_QUESTION_AT_OUTCOMES;
}

static void
look_at_outcomes (SfQuestionDraw *self)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      SfOutcome *outcome = sf_published_get_outcome (self->outcomes->pdata[i]);
      GPtrArray *groups = sf_outcome_get_groups (outcome);

      for (guint k = 0; k < groups->len; k++)
        look_at_group (self, outcome, groups->pdata[k]);
    }
}

void
sf_question_draw_all (SfQuestionDraw *self)
{
  for (guint i = 0; i < SF_N_QUESTION_RULES; i++)
    self->found[i] = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_question_free);
  look_at_judgements (self);
  look_at_targets (self);
  look_at_outcomes (self);
}

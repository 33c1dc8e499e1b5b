/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The texts that the report and the plan print, for the search for numbers. */
#include "report/sf-report-check.h"

#include <glib/gi18n-lib.h>

#include "model/sf-outcome-published.h"
#include "model/sf-plan.h"
#include "report/sf-compose-meetings.h"
#include "report/sf-compose-private.h"
#include "report/sf-number-search.h"

/* Columns that are printed. */
#define END SF_NUMBER_SEARCH_END

static const guint centre_columns[] = { SF_CENTRE_NAME,
                                        SF_CENTRE_HEAD_NAME,
                                        SF_CENTRE_COMMITTEE_NAME,
                                        SF_CENTRE_LOCAL_AUTHORITY,
                                        SF_CENTRE_AREA_SERVED,
                                        SF_CENTRE_SERVICES,
                                        END };
static const guint evaluation_columns[] = { SF_EVALUATION_TITLE,        SF_EVALUATION_IMPROVED,
                                            SF_EVALUATION_NOT_IMPROVED, SF_EVALUATION_DECISIONS,
                                            SF_EVALUATION_FINANCE,      SF_EVALUATION_STAFFING,
                                            SF_EVALUATION_WENT_WELL,    SF_EVALUATION_WORKING_ON,
                                            SF_EVALUATION_HEARD,        END };
static const guint choice_columns[] = { SF_REPORT_CHOICE_COVERING_NOTE, END };
static const guint grade_columns[] = { SF_AREA_JUDGEMENT_STRENGTHS, SF_AREA_JUDGEMENT_IMPROVEMENTS,
                                       SF_AREA_JUDGEMENT_AGREED_BY, END };
static const guint judgement_columns[]
    = { SF_JUDGEMENT_NOT_APPLICABLE, SF_JUDGEMENT_STRENGTHS, SF_JUDGEMENT_IMPROVEMENTS,
        SF_JUDGEMENT_DIFFERENCE, END };
static const guint target_columns[]
    = { SF_TARGET_TITLE, SF_TARGET_CRITERIA,       SF_TARGET_MEASURE, SF_TARGET_BASELINE,
        SF_TARGET_GOAL,  SF_TARGET_OUTCOME_REASON, SF_TARGET_OWNER,   END };
static const guint review_columns[] = { SF_REVIEW_VALUE, SF_REVIEW_COMMENT, END };
static const guint milestone_columns[] = { SF_MILESTONE_TITLE, END };
static const guint change_columns[]
    = { SF_TARGET_CHANGE_OLD_VALUE, SF_TARGET_CHANGE_NEW_VALUE, SF_TARGET_CHANGE_REASON, END };
static const guint evidence_columns[] = { SF_EVIDENCE_TITLE, SF_EVIDENCE_SHOWS, END };
static const guint challenge_columns[]
    = { SF_CHALLENGE_QUESTION, SF_CHALLENGE_OFFICE, SF_CHALLENGE_REPLY, SF_CHALLENGE_CHANGED, END };
static const guint answer_columns[] = { SF_QUESTION_DECISION_ANSWER, END };
static const guint priority_columns[] = { SF_PRIORITY_TITLE, SF_PRIORITY_OBJECTIVE, END };
static const guint action_columns[]
    = { SF_ACTION_TITLE,        SF_ACTION_LEAD,           SF_ACTION_NO_DATE_REASON,
        SF_ACTION_MONEY_SOURCE, SF_ACTION_CRITERIA,       SF_ACTION_PROGRESS,
        SF_ACTION_IMPACT,       SF_ACTION_DROPPED_REASON, END };
static const guint action_review_columns[] = { SF_ACTION_REVIEW_COMMENT, END };
/* of what an action serves */
static const guint served_columns[] = { SF_TARGET_TITLE, END };
/* of what stands above the plan */
static const guint heading_columns[] = { SF_EVALUATION_TITLE, END };

/* --- what the report is made of --------------------------------------------------------------- */

static void
look_at_summary (SfNumberSearch *search, SfComposer *composer)
{
  const SfNumberPlace centre
      = { .title = sf_centre_get_name (composer->centre), .page = SF_PAGE_CENTRE };
  const SfNumberPlace summary = { .title = _ ("The year on one page"),
                                  .page = SF_PAGE_OVERVIEW,
                                  .area_code = SF_WHOLE_CENTRE };

  sf_number_search_look (search, &centre, composer->centre, centre_columns);
  sf_number_search_look (search, &summary, composer->evaluation, evaluation_columns);
  sf_number_search_look (search, &summary,
                         sf_area_grade_find (composer->model, composer->evaluation, NULL),
                         grade_columns);
}

/* What stands before the report of whatever audience. */
static void
look_at_notes (SfNumberSearch *search, SfComposer *composer)
{
  g_autoptr (GPtrArray) choices
      = sf_model_list_referring (composer->model, SF_TYPE_REPORT_CHOICE,
                                 SF_REPORT_CHOICE_EVALUATION, composer->evaluation);
  const SfNumberPlace place = { .title = _ ("A word beforehand"), .page = SF_PAGE_REPORT };

  sf_number_search_look_all (search, &place, choices, choice_columns);
}

static void
look_at_area (SfNumberSearch *search, SfComposer *composer, SfKeyArea *area)
{
  GPtrArray *statements = sf_key_area_get_statements (area);
  SfNumberPlace place = { .title = sf_key_area_get_title (area),
                          .page = SF_PAGE_AREA,
                          .area_code = sf_key_area_get_code (area) };

  sf_number_search_look (search, &place,
                         sf_area_grade_find (composer->model, composer->evaluation, area),
                         grade_columns);
  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = statements->pdata[i];

      if (sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE)
        continue;
      place.title = sf_statement_get_title (statement);
      place.statement_code = sf_statement_get_code (statement);
      sf_number_search_look (search, &place, sf_compose_find_judgement (composer, statement),
                             judgement_columns);
    }
}

static SfNumberPlace
make_target_place (SfTarget *target)
{
  return (SfNumberPlace){ .title = sf_target_get_title (target),
                          .page = SF_PAGE_TARGETS,
                          .target = target };
}

static void
look_at_target (SfNumberSearch *search, SfComposer *composer, SfTarget *target)
{
  SfModel *model = composer->model;
  const SfNumberPlace place = make_target_place (target);
  g_autoptr (GPtrArray) reviews = sf_model_list_reviews (model, target);
  g_autoptr (GPtrArray) milestones = sf_model_list_milestones (model, target);
  g_autoptr (GPtrArray) changes = sf_model_list_target_changes (model, target);

  sf_number_search_look (search, &place, target, target_columns);
  sf_number_search_look_all (search, &place, reviews, review_columns);
  sf_number_search_look_all (search, &place, milestones, milestone_columns);
  sf_number_search_look_all (search, &place, changes, change_columns);
}

static void look_at_priorities (SfNumberSearch *search, SfComposer *composer, GPtrArray *served);

static void
look_at_meetings (SfNumberSearch *search, SfComposer *composer)
{
  const SfNumberPlace place = { .title = _ ("Meetings"), .page = SF_PAGE_MEETINGS };
  g_autoptr (GPtrArray) asked = sf_compose_list_asked (composer);
  g_autoptr (GPtrArray) answers
      = sf_model_list_referring (composer->model, SF_TYPE_QUESTION_DECISION,
                                 SF_QUESTION_DECISION_EVALUATION, composer->evaluation);

  sf_number_search_look_all (search, &place, asked, challenge_columns);
  sf_number_search_look_all (search, &place, answers, answer_columns);
}

static void
look_at_report (SfNumberSearch *search, SfComposer *composer)
{
  GPtrArray *areas = sf_framework_get_areas (composer->framework);
  g_autoptr (GPtrArray) targets = sf_compose_list_targets (composer, NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, sf_compose_free_string);
  g_autoptr (GPtrArray) evidence = sf_compose_list_evidence (composer, codes);
  g_autoptr (GPtrArray) served = g_ptr_array_new ();

  look_at_summary (search, composer);
  look_at_notes (search, composer);
  look_at_meetings (search, composer);
  for (guint i = 0; i < areas->len; i++)
    look_at_area (search, composer, areas->pdata[i]);
  for (guint i = 0; i < targets->len; i++)
    look_at_target (search, composer, targets->pdata[i]);
  for (guint i = 0; i < evidence->len; i++)
    {
      const SfNumberPlace place
          = { .title = sf_evidence_get_title (evidence->pdata[i]), .page = SF_PAGE_EVIDENCE };

      sf_number_search_look (search, &place, evidence->pdata[i], evidence_columns);
    }
  /* of its targets all is looked at above */
  look_at_priorities (search, composer, served);
}

/* --- what the plan is made of ----------------------------------------------------------------- */

static void
look_at_action (SfNumberSearch *search, SfComposer *composer, SfAction *action, GPtrArray *served)
{
  const SfNumberPlace place = { .title = sf_action_get_title (action), .page = SF_PAGE_PLAN };
  g_autoptr (GPtrArray) reviews = sf_plan_list_reviews (composer->model, action);
  g_autoptr (GPtrArray) targets = sf_plan_list_targets (composer->model, action);

  sf_number_search_look (search, &place, action, action_columns);
  sf_number_search_look_all (search, &place, reviews, action_review_columns);
  for (guint i = 0; i < targets->len; i++)
    if (sf_compose_is_centre_target (composer, targets->pdata[i])
        && !g_ptr_array_find (served, targets->pdata[i], NULL))
      g_ptr_array_add (served, targets->pdata[i]);
}

/* Targets that actions serve go into @served. */
static void
look_at_priorities (SfNumberSearch *search, SfComposer *composer, GPtrArray *served)
{
  g_autoptr (GPtrArray) priorities
      = sf_plan_list_priorities (composer->model, composer->evaluation);

  for (guint i = 0; i < priorities->len; i++)
    {
      const SfNumberPlace place
          = { .title = sf_priority_get_title (priorities->pdata[i]), .page = SF_PAGE_PLAN };
      g_autoptr (GPtrArray) actions = sf_compose_list_actions (composer, priorities->pdata[i]);

      sf_number_search_look (search, &place, priorities->pdata[i], priority_columns);
      for (guint k = 0; k < actions->len; k++)
        look_at_action (search, composer, actions->pdata[k], served);
    }
}

static void
look_at_plan (SfNumberSearch *search, SfComposer *composer)
{
  const SfNumberPlace heading
      = { .title = sf_evaluation_get_title (composer->evaluation), .page = SF_PAGE_EVALUATIONS };
  g_autoptr (GPtrArray) served = g_ptr_array_new ();

  sf_number_search_look (search, &heading, composer->evaluation, heading_columns);
  look_at_priorities (search, composer, served);
  for (guint i = 0; i < served->len; i++)
    {
      const SfNumberPlace place = make_target_place (served->pdata[i]);

      sf_number_search_look (search, &place, served->pdata[i], served_columns);
    }
}

/* --- what is out ------------------------------------------------------------------------------ */

static SfAgendaItem *
new_figure_item (void)
{
  SfAgendaItem *item = g_new0 (SfAgendaItem, 1);

  item->kind = SF_AGENDA_SMALL_NUMBER;
  item->page = SF_PAGE_OUTCOMES;
  return item;
}

/* Reports that have left tell it when they are laid side by side: nothing here can hide it again,
 * but the head should know. */
static void
list_given_away (GPtrArray *outcomes, GPtrArray *items)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      g_autoptr (GPtrArray) cells = sf_published_list_given_away (outcomes->pdata[i]);

      for (guint k = 0; k < cells->len; k++)
        {
          SfAgendaItem *item = new_figure_item ();

          item->title = g_strdup (_ ("Earlier reports tell a small number"));
          /* Translators: a measure, a group of families, a period */
          item->detail = g_strdup_printf (
              _ ("%s: reports that are out already tell of very few families when they are laid "
                 "side by side. That cannot be called back; please tell nobody more about it."),
              (const char *)cells->pdata[k]);
          g_ptr_array_add (items, item);
        }
    }
}

/* What is printed is not what stands in the file; the head will be asked about it. */
static void
list_held (GPtrArray *outcomes, GPtrArray *items)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      g_autoptr (GPtrArray) held = sf_published_list_held (outcomes->pdata[i]);

      for (guint k = 0; k < held->len; k++)
        {
          SfAgendaItem *item = new_figure_item ();

          item->title = g_strdup (_ ("A figure is printed as it was reported before"));
          /* Translators: where it stands, what is printed, what stands in the file */
          item->detail = g_strdup_printf (_ ("%s. The difference would tell of very few families. "
                                             "Please tell nobody of it."),
                                          (const char *)held->pdata[k]);
          g_ptr_array_add (items, item);
        }
    }
}

static gboolean
is_anything_withheld (GPtrArray *outcomes)
{
  for (guint i = 0; i < outcomes->len; i++)
    if (!sf_published_is_whole (outcomes->pdata[i]))
      return TRUE;
  return FALSE;
}

typedef void (*Looker) (SfNumberSearch *search, SfComposer *composer);

static GPtrArray *
list_numbers (
    SfModel *model, SfEvaluation *evaluation, const char *today, GPtrArray *outcomes, Looker look)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_agenda_item_free);
  SfComposer composer
      = { .model = model, .evaluation = evaluation, .today = today, .outcomes = outcomes };
  g_autoptr (SfNumberSearch) search = NULL;
  g_autoptr (GHashTable) agreed = NULL;

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (evaluation), items);

  composer.framework = sf_model_get_framework (model, evaluation);
  composer.centre = sf_model_get_centre (model, evaluation);
  /* the plan prints no figures of outcome data */
  if (look == look_at_report)
    {
      list_given_away (outcomes, items);
      list_held (outcomes, items);
    }
  if (composer.framework == NULL || composer.centre == NULL || !is_anything_withheld (outcomes))
    return items;
  composer.agreed = agreed = sf_model_index_judgements (model, evaluation);
  search = sf_number_search_new (outcomes);
  look (search, &composer);
  sf_number_search_take_items (search, items);
  return items;
}

GPtrArray *
sf_report_list_numbers (SfModel *model,
                        SfEvaluation *evaluation,
                        const char *today,
                        GPtrArray *outcomes)
{
  return list_numbers (model, evaluation, today, outcomes, look_at_report);
}

GPtrArray *
sf_plan_list_checks (SfModel *model,
                     SfEvaluation *evaluation,
                     const char *today,
                     SfDisplayList *list)
{
  g_autoptr (GPtrArray) outcomes = sf_published_list (model, evaluation);
  GPtrArray *items = list_numbers (model, evaluation, today, outcomes, look_at_plan);

  g_ptr_array_extend_and_steal (items, sf_report_list_characters (list));
  return items;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-agenda.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-area-grade.h"
#include "model/sf-progress.h"
#include "model/sf-rules-private.h"

/* What an evaluation looks like to somebody who asks what to do next. */
typedef struct
{
  SfModel *model;
  SfEvaluation *evaluation;
  const char *today;
  GPtrArray *areas;
  guint n_graded;       /* areas with a grade */
  guint n_proposed;     /* of them, those that nobody agreed */
  guint n_done;         /* centre statements judged or not applicable */
  SfKeyArea *full;      /* the first whose statements are all judged, and that has no grade */
  SfKeyArea *begun;     /* the first that was begun and has statements left */
  SfKeyArea *untouched; /* the first without a grade and without a judgement */
  SfKeyArea *proposed;  /* the first whose grade is not agreed */
} State;

void
sf_next_step_free (SfNextStep *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_free (self->button);
  g_free (self->area_code);
  g_free (self->statement_code);
  g_free (self);
}

/* @title and @detail are owned by the step from here on. */
static SfNextStep *
make_step (const char *page, SfKeyArea *area, char *title, char *detail, const char *button)
{
  SfNextStep *step = g_new0 (SfNextStep, 1);

  step->title = title;
  step->detail = detail;
  step->button = g_strdup (button);
  step->page = page;
  step->area_code = area != NULL ? g_strdup (sf_key_area_get_code (area)) : NULL;
  return step;
}

static void
look_at_area (State *state, SfKeyArea *area)
{
  SfGradeState grade = sf_area_judgement_get_grade_state (
      sf_area_grade_find (state->model, state->evaluation, area));
  SfProgress progress;
  guint done, left;

  sf_progress_of (state->model, state->evaluation, area, &progress);
  done = sf_progress_get_done (&progress);
  left = sf_progress_get_left (&progress);
  state->n_done += done;
  if (grade != SF_GRADE_NONE)
    state->n_graded++;
  if (grade == SF_GRADE_PROPOSED)
    {
      state->n_proposed++;
      if (state->proposed == NULL)
        state->proposed = area;
    }
  if (grade == SF_GRADE_NONE && done > 0 && left == 0 && state->full == NULL)
    state->full = area;
  if (done > 0 && left > 0 && state->begun == NULL)
    state->begun = area;
  if (grade == SF_GRADE_NONE && done == 0 && state->untouched == NULL)
    state->untouched = area;
}

/* "The report goes to the meeting on 14 May.", or what else there is to say. */
static char *
tell_meeting (State *state, const char *otherwise)
{
  const char *on = sf_evaluation_get_meeting_on (state->evaluation);
  g_autofree char *day = NULL;

  if (on == NULL || sf_date_days_between (state->today, on) < 0)
    return g_strdup (otherwise);
  day = sf_date_format_short (on);
  return g_strdup_printf (_ ("The report goes to the meeting on %s."), day);
}

static SfNextStep *
step_closed (State *state)
{
  return make_step (SF_PAGE_EVALUATIONS, NULL, g_strdup (_ ("Next: begin the next evaluation")),
                    g_strdup (_ ("This one is closed. It stays as it is, to compare with.")),
                    _ ("Evaluations"));
}

static SfNextStep *
step_start (State *state)
{
  SfKeyArea *area = state->areas->pdata[0];

  return make_step (SF_PAGE_AREA, area,
                    g_strdup_printf (_ ("Next: begin with %s"), sf_key_area_get_title (area)),
                    g_strdup (_ ("A grade and two sentences for each area already make a report. "
                                 "You can judge the standards one by one later, in any order.")),
                    _ ("Begin"));
}

static SfNextStep *
step_grade_full (State *state)
{
  SfProgress progress;
  g_autofree char *done = NULL;

  sf_progress_of (state->model, state->evaluation, state->full, &progress);
  done = sf_progress_to_text (&progress);
  return make_step (SF_PAGE_AREA, state->full,
                    g_strdup_printf (_ ("Next: grade %s"), sf_key_area_get_title (state->full)),
                    /* Translators: how many are judged: "8 of 8 standards" */
                    g_strdup_printf (_ ("%s are judged; the area has no grade yet."), done),
                    _ ("Grade"));
}

/* The first centre statement of an area that is not judged. */
static SfStatement *
find_unjudged (State *state, SfKeyArea *area)
{
  g_autoptr (GHashTable) agreed = sf_model_index_judgements (state->model, state->evaluation);
  GPtrArray *statements = sf_key_area_get_statements (area);

  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = statements->pdata[i];

      if (sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE
          && sf_judgement_get_state (
                 g_hash_table_lookup (agreed, sf_statement_get_code (statement)))
                 == SF_STATE_NOT_JUDGED)
        return statement;
    }
  return NULL;
}

static SfNextStep *
step_judge (State *state)
{
  SfStatement *first = find_unjudged (state, state->begun);
  SfProgress progress;
  g_autofree char *count = NULL;
  g_autofree char *detail = NULL;
  const char *title = sf_key_area_get_title (state->begun);
  SfNextStep *step;
  guint left;

  sf_progress_of (state->model, state->evaluation, state->begun, &progress);
  left = sf_progress_get_left (&progress);
  count = sf_rules_count (left);
  /* Translators: the title of the statement to begin with */
  detail = g_strdup_printf (_ ("The first is “%s”."), sf_statement_get_title (first));
  step = make_step (SF_PAGE_AREA, state->begun,
                    /* Translators: a number in words, and a key area */
                    progress.all_standards
                        ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Next: %s standard of %s",
                                                        "Next: %s standards of %s", left),
                                           count, title)
                        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Next: %s statement of %s",
                                                        "Next: %s statements of %s", left),
                                           count, title),
                    tell_meeting (state, detail), _ ("Continue"));
  step->statement_code = g_strdup (sf_statement_get_code (first));
  return step;
}

/* Who judged statements before is led to the statements, who only graded to the grade. */
static SfNextStep *
step_untouched (State *state)
{
  g_autofree char *detail
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u area graded.",
                                      "%u of %u areas graded.", state->areas->len),
                         state->n_graded, state->areas->len);
  const char *title = sf_key_area_get_title (state->untouched);
  gboolean by_grades = state->n_done == 0;
  SfStatement *first = by_grades ? NULL : find_unjudged (state, state->untouched);
  SfNextStep *step
      = make_step (SF_PAGE_AREA, state->untouched,
                   g_strdup_printf (by_grades ? _ ("Next: grade %s") : _ ("Next: begin %s"), title),
                   tell_meeting (state, detail), by_grades ? _ ("Grade") : _ ("Begin"));

  step->statement_code = first != NULL ? g_strdup (sf_statement_get_code (first)) : NULL;
  return step;
}

static SfNextStep *
step_whole (State *state)
{
  SfNextStep *step
      = make_step (SF_PAGE_OVERVIEW, NULL, g_strdup (_ ("Next: the grade of the whole centre")),
                   g_strdup (_ ("Every area has its grade.")), _ ("Grade"));

  step->area_code = g_strdup (SF_WHOLE_CENTRE);
  return step;
}

static SfNextStep *
step_agree (State *state)
{
  SfNextStep *step = make_step (
      state->proposed != NULL ? SF_PAGE_AREA : SF_PAGE_OVERVIEW, state->proposed,
      g_strdup (_ ("Next: agree the grades")),
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%u grade is proposed by the head, not yet agreed. "
                                    "Record who agreed it and when.",
                                    "%u grades are proposed by the head, not yet agreed. "
                                    "Record who agreed them and when.",
                                    state->n_proposed),
                       state->n_proposed),
      _ ("Agree"));

  if (state->proposed == NULL)
    step->area_code = g_strdup (SF_WHOLE_CENTRE);
  return step;
}

static SfNextStep *
step_report (State *state)
{
  return make_step (SF_PAGE_REPORT, NULL, g_strdup (_ ("Next: print the report")),
                    tell_meeting (state, _ ("Every area is graded, and every grade is agreed.")),
                    _ ("Report"));
}

SfNextStep *
sf_agenda_get_next (SfModel *model, SfEvaluation *evaluation, const char *today)
{
  State state = { model, evaluation, today };
  SfFramework *framework;
  SfGradeState whole;

  g_return_val_if_fail (SF_IS_MODEL (model), NULL);
  g_return_val_if_fail (SF_IS_EVALUATION (evaluation), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  framework = sf_model_get_framework (model, evaluation);
  if (framework == NULL)
    return NULL;
  state.areas = sf_framework_get_areas (framework);
  for (guint i = 0; i < state.areas->len; i++)
    look_at_area (&state, state.areas->pdata[i]);
  whole = sf_area_judgement_get_grade_state (sf_area_grade_find (model, evaluation, NULL));
  state.n_proposed += whole == SF_GRADE_PROPOSED;

  if (sf_evaluation_get_closed_at (evaluation) != SF_NULL_INT)
    return step_closed (&state);
  if (state.n_graded == 0 && state.n_done == 0)
    return step_start (&state);
  if (state.full != NULL)
    return step_grade_full (&state);
  if (state.begun != NULL)
    return step_judge (&state);
  if (state.untouched != NULL)
    return step_untouched (&state);
  if (whole == SF_GRADE_NONE)
    return step_whole (&state);
  return state.n_proposed > 0 ? step_agree (&state) : step_report (&state);
}

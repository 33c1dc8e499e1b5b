/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-report-gaps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-text.h"
#include "model/sf-area-grade.h"
#include "model/sf-outcome-published.h"
#include "model/sf-outcome-text.h"
#include "model/sf-progress.h"
#include "model/sf-support.h"

static gboolean
is_overdue (const SfAgendaItem *item)
{
  return item->days_late > 0
         && (item->kind == SF_AGENDA_TARGET || item->kind == SF_AGENDA_REVIEW
             || item->kind == SF_AGENDA_ACTION || item->kind == SF_AGENDA_ACTION_REVIEW);
}

static gboolean
is_of_centre (SfFramework *framework, const char *code)
{
  SfStatement *statement = sf_framework_find_statement (framework, code);

  return statement != NULL && sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE;
}

/* What serves the head's own practice alone is in no report, nor is that it is late. */
static gboolean
is_of_head (SfModel *model, SfFramework *framework, const SfAgendaItem *item)
{
  const char *codes = NULL;
  g_auto (GStrv) each = NULL;

  if (SF_IS_TARGET (item->record))
    codes = sf_target_get_statement_code (SF_TARGET (item->record));
  else if (SF_IS_ACTION (item->record))
    codes = sf_action_get_statement_codes (SF_ACTION (item->record));
  if (codes == NULL || framework == NULL)
    return FALSE;
  each = g_strsplit (codes, " ", -1);
  for (guint i = 0; each[i] != NULL; i++)
    if (is_of_centre (framework, each[i]))
      return FALSE;
  return TRUE;
}

/* --- outcome data ----------------------------------------------------------------------------- */

static void
add_stale (GPtrArray *items, SfMeasure *measure, char *why)
{
  SfAgendaItem *item = g_new0 (SfAgendaItem, 1);

  item->kind = SF_AGENDA_STALE;
  /* Translators: a measure of outcome data */
  item->title = g_strdup_printf (_ ("Out of date: %s"), sf_measure_get_title (measure));
  item->detail = why;
  item->page = SF_PAGE_OUTCOMES;
  item->record = SF_RECORD (g_object_ref (measure));
  g_ptr_array_add (items, item);
}

static gboolean
is_among (GPtrArray *outcomes, SfMeasure *measure)
{
  for (guint i = 0; i < outcomes->len; i++)
    if (sf_outcome_get_measure (sf_published_get_outcome (outcomes->pdata[i])) == measure)
      return TRUE;
  return FALSE;
}

/* Measures that the report shows of an old denominator, and those that it cannot show, for their
 * readings are of years before. */
static void
list_stale (SfModel *model, SfEvaluation *evaluation, GPtrArray *outcomes, GPtrArray *items)
{
  SfCentre *centre = sf_model_get_centre (model, evaluation);
  g_autoptr (GPtrArray) measures
      = centre != NULL ? sf_model_list_measures (model, centre) : g_ptr_array_new ();

  for (guint i = 0; i < outcomes->len; i++)
    {
      SfOutcome *outcome = sf_published_get_outcome (outcomes->pdata[i]);
      char *why = sf_outcome_stale_to_text (outcome);

      if (why != NULL)
        add_stale (items, sf_outcome_get_measure (outcome), why);
    }
  for (guint i = 0; i < measures->len; i++)
    {
      g_autoptr (GPtrArray) readings
          = sf_model_list_referring (model, SF_TYPE_READING, SF_READING_MEASURE,
                                     measures->pdata[i]);

      if (readings->len > 0 && !is_among (outcomes, measures->pdata[i]))
        add_stale (items, measures->pdata[i],
                   g_strdup (_ ("It has no figure of this evaluation’s year, so the report leaves "
                                "it out.")));
    }
}

static void
add_withheld (GPtrArray *outcomes, GPtrArray *items)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *names = NULL;
  SfAgendaItem *item;
  guint n = 0;

  for (guint i = 0; i < outcomes->len; i++)
    {
      SfPublished *published = outcomes->pdata[i];
      guint withheld = sf_published_count_withheld (published);

      if (withheld == 0)
        continue;
      n += withheld;
      g_ptr_array_add (titles, (gpointer)sf_measure_get_title (
                                   sf_outcome_get_measure (sf_published_get_outcome (published))));
    }
  if (n == 0)
    return;
  g_ptr_array_add (titles, NULL);
  names = sf_text_join_and ((const char *const *)titles->pdata);
  item = g_new0 (SfAgendaItem, 1);
  item->kind = SF_AGENDA_WITHHELD;
  item->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u small figure is not shown",
                                              "%u small figures are not shown", n),
                                 n);
  /* Translators: measures of outcome data */
  item->detail = g_strdup_printf (_ ("In %s. The report says so in their place."), names);
  item->page = SF_PAGE_OUTCOMES;
  g_ptr_array_add (items, item);
}

GPtrArray *
sf_report_list_dated_gaps (SfModel *model,
                           SfEvaluation *evaluation,
                           const char *today,
                           GPtrArray *outcomes)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_agenda_item_free);
  g_autoptr (GPtrArray) due = NULL;
  SfFramework *framework;

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (evaluation), items);

  framework = sf_model_get_framework (model, evaluation);
  due = sf_agenda_list_due (model, evaluation, today, 0);
  g_ptr_array_set_free_func (due, NULL);
  for (guint i = 0; i < due->len; i++)
    if (is_overdue (due->pdata[i]) && !is_of_head (model, framework, due->pdata[i]))
      g_ptr_array_add (items, due->pdata[i]);
    else
      sf_agenda_item_free (due->pdata[i]);
  list_stale (model, evaluation, outcomes, items);
  add_withheld (outcomes, items);
  return items;
}

/* --- counts ----------------------------------------------------------------------------------- */

static void
count_area (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area, SfReportGaps *gaps)
{
  SfProgress progress;

  if (sf_area_grade_get_level (model, evaluation, area) == NULL)
    gaps->ungraded++;
  if (sf_area_grade_is_odd (model, evaluation, area, NULL))
    gaps->odd_grades++;
  if (area == NULL)
    return;
  sf_progress_of (model, evaluation, area, &progress);
  if (sf_progress_get_done (&progress) > 0)
    gaps->unjudged += sf_progress_get_left (&progress);
}

static void
count_dated (SfModel *model,
             SfEvaluation *evaluation,
             const char *today,
             GPtrArray *outcomes,
             SfReportGaps *gaps)
{
  g_autoptr (GPtrArray) items = sf_report_list_dated_gaps (model, evaluation, today, outcomes);

  for (guint i = 0; i < items->len; i++)
    {
      const SfAgendaItem *item = items->pdata[i];

      if (item->kind == SF_AGENDA_STALE)
        gaps->stale++;
      else if (item->kind != SF_AGENDA_WITHHELD)
        gaps->overdue++;
    }
  for (guint i = 0; i < outcomes->len; i++)
    gaps->withheld += sf_published_count_withheld (outcomes->pdata[i]);
}

void
sf_report_count_gaps (SfModel *model,
                      SfEvaluation *evaluation,
                      const char *today,
                      GPtrArray *outcomes,
                      SfReportGaps *gaps)
{
  SfFramework *framework;
  guint concerns[SF_N_SUPPORT_CONCERNS];
  GPtrArray *areas;

  g_return_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (evaluation) && gaps != NULL);

  *gaps = (SfReportGaps){ 0 };
  framework = sf_model_get_framework (model, evaluation);
  if (framework == NULL)
    return;
  areas = sf_framework_get_areas (framework);
  for (guint i = 0; i < areas->len; i++)
    count_area (model, evaluation, areas->pdata[i], gaps);
  count_area (model, evaluation, NULL, gaps);
  sf_support_count_concerns (model, evaluation, NULL, concerns);
  gaps->no_evidence = concerns[SF_SUPPORT_NO_EVIDENCE];
  gaps->one_kind = concerns[SF_SUPPORT_ONE_KIND];
  gaps->old_evidence = concerns[SF_SUPPORT_OLD];
  count_dated (model, evaluation, today, outcomes, gaps);
}

static void
tell (GPtrArray *parts, guint n, const char *one, const char *many)
{
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, one, many, n), n));
}

char *
sf_report_gaps_to_text (const SfReportGaps *gaps)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  tell (parts, gaps->ungraded, N_ ("%u grade not given"), N_ ("%u grades not given"));
  tell (parts, gaps->unjudged, N_ ("%u standard not judged"), N_ ("%u standards not judged"));
  tell (parts, gaps->odd_grades, N_ ("%u grade at odds with what lies beneath it"),
        N_ ("%u grades at odds with what lies beneath them"));
  tell (parts, gaps->no_evidence, N_ ("%u strong judgement on no evidence"),
        N_ ("%u strong judgements on no evidence"));
  tell (parts, gaps->one_kind, N_ ("%u strong judgement on one kind of evidence"),
        N_ ("%u strong judgements on one kind of evidence"));
  tell (parts, gaps->old_evidence, N_ ("%u strong judgement on old evidence"),
        N_ ("%u strong judgements on old evidence"));
  tell (parts, gaps->overdue, N_ ("%u date passed"), N_ ("%u dates passed"));
  tell (parts, gaps->stale, N_ ("%u measure out of date"), N_ ("%u measures out of date"));
  tell (parts, gaps->withheld, N_ ("%u small figure not shown"), N_ ("%u small figures not shown"));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return sf_text_join_and ((const char *const *)parts->pdata);
}

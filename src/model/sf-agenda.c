/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-agenda-private.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-meeting-year.h"
#include "model/sf-plan.h"
#include "model/sf-retention.h"
#include "model/sf-target-status.h"

#include <string.h>

/* What has a date. What is missing is in sf-agenda-missing.c, the next step in
 * sf-agenda-next.c. */

void
sf_agenda_item_free (SfAgendaItem *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_free (self->due_on);
  g_clear_object (&self->record);
  g_free (self->area_code);
  g_free (self->statement_code);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_free (self);
}

/*
 * sf_agenda_add:
 * @items: receives and owns the item
 * @title: (transfer full): the first line
 * @detail: (transfer full): the second line
 *
 * Returns: (transfer none): the new item
 */
SfAgendaItem *
sf_agenda_add (GPtrArray *items, SfAgendaKind kind, char *title, char *detail)
{
  SfAgendaItem *item = g_new0 (SfAgendaItem, 1);

  item->kind = kind;
  item->title = title;
  item->detail = detail;
  item->page = SF_PAGE_OVERVIEW;
  g_ptr_array_add (items, item);
  return item;
}

/* "3 days late", "today", "14 May" */
static char *
tell_due (const char *due_on, const char *today)
{
  int late = sf_date_days_between (due_on, today);

  if (late > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", late),
                            late);
  return late == 0 ? g_strdup (_ ("today")) : sf_date_format_short (due_on);
}

/* @what is what the date is for: "Target", "Target review". */
static void
add_dated (GPtrArray *items,
           SfAgendaKind kind,
           const char *title,
           const char *what,
           const char *due_on,
           const char *today,
           gpointer record)
{
  g_autofree char *due = tell_due (due_on, today);
  SfAgendaItem *item
      = sf_agenda_add (items, kind, g_strdup (title), g_strdup_printf ("%s · %s", what, due));

  item->due_on = g_strdup (due_on);
  item->days_late = sf_date_days_between (due_on, today);
  item->record = g_object_ref (record);
}

static void
set_target_place (SfModel *model, SfEvaluation *evaluation, GPtrArray *items, SfTarget *target)
{
  SfAgendaItem *item = items->pdata[items->len - 1];
  SfFramework *framework = sf_model_get_framework (model, evaluation);
  const char *code = sf_target_get_statement_code (target);
  SfStatement *statement
      = framework != NULL && code != NULL ? sf_framework_find_statement (framework, code) : NULL;

  item->page = SF_PAGE_TARGETS;
  item->statement_code = g_strdup (code);
  if (statement != NULL)
    item->area_code = g_strdup (sf_key_area_get_code (sf_statement_get_area (statement)));
}

static void
add_targets (SfModel *model,
             SfEvaluation *evaluation,
             GPtrArray *items,
             const char *today,
             const char *horizon)
{
  g_autoptr (GPtrArray) targets = sf_model_list_targets (model, evaluation, NULL);

  for (guint i = 0; i < targets->len; i++)
    {
      SfTarget *target = targets->pdata[i];
      const char *due = sf_target_get_due_on (target);
      g_autofree char *review = sf_target_get_review_due (model, target, today);

      if (!sf_target_is_open (model, target, today))
        continue;
      if (due != NULL && strcmp (due, horizon) <= 0)
        add_dated (items, SF_AGENDA_TARGET, sf_target_get_title (target), _ ("Target"), due, today,
                   target);
      else if (review != NULL && strcmp (review, horizon) <= 0)
        add_dated (items, SF_AGENDA_REVIEW, sf_target_get_title (target), _ ("Target review"),
                   review, today, target);
      else
        continue;
      set_target_place (model, evaluation, items, target);
    }
}

static void
add_actions (SfModel *model,
             SfEvaluation *evaluation,
             GPtrArray *items,
             const char *today,
             const char *horizon)
{
  g_autoptr (GPtrArray) actions = sf_plan_list_all_actions (model, evaluation);

  for (guint i = 0; i < actions->len; i++)
    {
      SfAction *action = actions->pdata[i];
      const char *due = sf_action_get_due_on (action);
      g_autofree char *review = sf_action_get_review_due (model, action, today);
      SfAgendaItem *item;

      if (!sf_action_is_open (action))
        continue;
      if (due != NULL && strcmp (due, horizon) <= 0)
        add_dated (items, SF_AGENDA_ACTION, sf_action_get_title (action), _ ("Action of the plan"),
                   due, today, action);
      else if (review != NULL && strcmp (review, horizon) <= 0)
        add_dated (items, SF_AGENDA_ACTION_REVIEW, sf_action_get_title (action),
                   _ ("Review of the plan"), review, today, action);
      else
        continue;
      item = items->pdata[items->len - 1];
      item->page = SF_PAGE_PLAN;
    }
}

/* All that is due for deletion has one line: it is seen to in one list. */
static void
add_due_for_deletion (SfModel *model, SfCentre *centre, GPtrArray *items, const char *today)
{
  g_autoptr (GPtrArray) due = sf_model_list_due_for_deletion (model, centre, today);
  g_autofree char *title = NULL;
  SfAgendaItem *item;

  if (due->len == 0)
    return;
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence is due for deletion",
                                        "%u pieces of evidence are due for deletion", due->len),
                           due->len);
  add_dated (items, SF_AGENDA_EVIDENCE, title, _ ("Evidence"),
             sf_evidence_get_keep_until (due->pdata[0]), today, due->pdata[0]);
  item = items->pdata[items->len - 1];
  item->page = SF_PAGE_EVIDENCE;
}

/* What is to be kept no longer soon has a line each. */
static void
add_evidence (SfModel *model,
              SfEvaluation *evaluation,
              GPtrArray *items,
              const char *today,
              const char *horizon)
{
  SfCentre *centre = sf_model_get_centre (model, evaluation);
  g_autoptr (GPtrArray) list = centre != NULL ? sf_model_list_referring (model, SF_TYPE_EVIDENCE,
                                                                         SF_EVIDENCE_CENTRE, centre)
                                              : g_ptr_array_new ();

  if (centre != NULL)
    add_due_for_deletion (model, centre, items, today);
  for (guint i = 0; i < list->len; i++)
    {
      SfEvidence *evidence = list->pdata[i];
      const char *until = sf_evidence_get_keep_until (evidence);
      SfAgendaItem *item;

      if (until == NULL || strcmp (until, horizon) > 0
          || sf_evidence_is_due_for_deletion (evidence, today)
          || sf_evidence_get_retired_at (evidence) != SF_NULL_INT)
        continue;
      add_dated (items, SF_AGENDA_EVIDENCE, sf_evidence_get_title (evidence),
                 _ ("Evidence to be removed"), until, today, evidence);
      item = items->pdata[items->len - 1];
      item->page = SF_PAGE_EVIDENCE;
    }
}

static void
add_meeting (SfModel *model,
             SfEvaluation *evaluation,
             GPtrArray *items,
             const char *today,
             const char *horizon)
{
  const char *on = sf_evaluation_get_meeting_on (evaluation);
  SfCentre *centre = sf_model_get_centre (model, evaluation);
  g_autofree char *name
      = centre != NULL ? sf_text_clean (sf_centre_get_committee_name (centre)) : NULL;
  SfAgendaItem *item;

  if (on == NULL || strcmp (on, today) < 0 || strcmp (on, horizon) > 0
      || sf_evaluation_get_closed_at (evaluation) != SF_NULL_INT)
    return;
  add_dated (items, SF_AGENDA_MEETING, name != NULL ? name : _ ("Governing body or committee"),
             _ ("Meeting that receives the report"), on, today, evaluation);
  item = items->pdata[items->len - 1];
  item->page = SF_PAGE_REPORT;
}

/* The committee's other meetings: those to come, and those of which nobody has said whether they
 * were held. */
static void
add_meetings (SfModel *model,
              SfEvaluation *evaluation,
              GPtrArray *items,
              const char *today,
              const char *horizon)
{
  g_autoptr (GPtrArray) meetings = sf_meeting_year_list (model, evaluation);

  for (guint i = 0; i < meetings->len; i++)
    {
      SfMeeting *meeting = meetings->pdata[i];
      const char *on = sf_meeting_get_meets_on (meeting);
      g_autofree char *areas = sf_meeting_areas_to_text (model, meeting);

      if (sf_meeting_is_held (meeting) || strcmp (on, horizon) > 0
          || g_strcmp0 (on, sf_evaluation_get_meeting_on (evaluation)) == 0)
        continue;
      add_dated (items, SF_AGENDA_MEETING, sf_meeting_get_title (meeting),
                 sf_meeting_is_unsaid (meeting, today) ? _ ("Was it held?") : areas, on, today,
                 meeting);
      ((SfAgendaItem *)items->pdata[items->len - 1])->page = SF_PAGE_MEETINGS;
    }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const SfAgendaItem *one = *(SfAgendaItem *const *)a;
  const SfAgendaItem *two = *(SfAgendaItem *const *)b;
  int order = strcmp (one->due_on, two->due_on);

  if (order != 0)
    return order;
  return one->kind != two->kind ? (int)one->kind - (int)two->kind : strcmp (one->title, two->title);
}

GPtrArray *
sf_agenda_list_due (SfModel *model, SfEvaluation *evaluation, const char *today, guint days)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_agenda_item_free);
  g_autofree char *horizon = NULL;

  g_return_val_if_fail (SF_IS_MODEL (model), items);
  g_return_val_if_fail (SF_IS_EVALUATION (evaluation), items);
  g_return_val_if_fail (sf_date_is_valid (today), items);

  horizon = sf_date_add_days (today, (int)days);
  add_targets (model, evaluation, items, today, horizon);
  add_actions (model, evaluation, items, today, horizon);
  add_meeting (model, evaluation, items, today, horizon);
  add_meetings (model, evaluation, items, today, horizon);
  add_evidence (model, evaluation, items, today, horizon);
  g_ptr_array_sort (items, compare_items);
  return items;
}

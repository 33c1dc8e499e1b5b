/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* Where an item leads: the pages of the window by name. SF_PAGE_AREA goes with an area code. */
#define SF_PAGE_OVERVIEW "overview"
#define SF_PAGE_AREA "area"
#define SF_PAGE_EVIDENCE "evidence"
#define SF_PAGE_TARGETS "targets"
#define SF_PAGE_PLAN "plan"
#define SF_PAGE_OUTCOMES "outcomes"
#define SF_PAGE_MEETINGS "meetings"
#define SF_PAGE_REPORT "report"
#define SF_PAGE_EVALUATIONS "evaluations"
#define SF_PAGE_CENTRE "centre"

/**
 * SfAgendaKind:
 * @SF_AGENDA_TARGET: a target is due
 * @SF_AGENDA_REVIEW: a target wants to be looked at
 * @SF_AGENDA_ACTION: an action of the development plan is due
 * @SF_AGENDA_ACTION_REVIEW: an action wants to be looked at
 * @SF_AGENDA_MEETING: a meeting of the committee: the one that receives the report, or another
 * @SF_AGENDA_EVIDENCE: evidence is no longer to be kept
 * @SF_AGENDA_SAFEGUARDING: a safeguarding statement is weak, or some are not judged
 * @SF_AGENDA_ODD_GRADE: a grade sits oddly with what lies beneath it
 * @SF_AGENDA_UNJUDGED: an area that was begun has statements left
 * @SF_AGENDA_UNGRADED: areas without a grade
 * @SF_AGENDA_SUPPORT: strong judgements rest on little
 * @SF_AGENDA_PROPOSED: grades that nobody has agreed
 * @SF_AGENDA_SUMMARY: the report opens with words that nobody has written yet
 * @SF_AGENDA_CHARACTERS: the report has characters that cannot be printed; only where it is made
 * @SF_AGENDA_STALE: the newest figure of a measure is out of date; only where it is printed
 * @SF_AGENDA_WITHHELD: small figures are not shown; only where it is printed
 * @SF_AGENDA_IDENTITY: a text may identify somebody; only where it is printed
 * @SF_AGENDA_SMALL_NUMBER: a text has a number that is not shown outside; only where it is printed
 */
typedef enum
{
  SF_AGENDA_TARGET,
  SF_AGENDA_REVIEW,
  SF_AGENDA_ACTION,
  SF_AGENDA_ACTION_REVIEW,
  SF_AGENDA_MEETING,
  SF_AGENDA_EVIDENCE,
  SF_AGENDA_SAFEGUARDING,
  SF_AGENDA_ODD_GRADE,
  SF_AGENDA_UNJUDGED,
  SF_AGENDA_UNGRADED,
  SF_AGENDA_SUPPORT,
  SF_AGENDA_PROPOSED,
  SF_AGENDA_SUMMARY,
  SF_AGENDA_CHARACTERS,
  SF_AGENDA_STALE,
  SF_AGENDA_WITHHELD,
  SF_AGENDA_IDENTITY,
  SF_AGENDA_SMALL_NUMBER,
} SfAgendaKind;

/**
 * SfAgendaItem:
 * @kind: what it is
 * @title: the first line
 * @detail: the second line
 * @due_on: (nullable): when it is due
 * @days_late: how many days ago that was; negative while there is time, 0 without a date
 * @record: (nullable): the target, action, evidence or evaluation that it is about
 * @page: where it leads
 * @area_code: (nullable): the key area that it is about
 * @statement_code: (nullable): the statement
 * @statements: (nullable) (element-type SfStatement): all of them, where it is about several
 * @column: (nullable): the column of @record that it leads to
 *
 * Something to be done or looked at.
 */
typedef struct
{
  SfAgendaKind kind;
  char *title;
  char *detail;
  char *due_on;
  int days_late;
  SfRecord *record;
  const char *page;
  char *area_code;
  char *statement_code;
  GPtrArray *statements;
  const char *column;
} SfAgendaItem;

void sf_agenda_item_free (SfAgendaItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfAgendaItem, sf_agenda_item_free)

/**
 * sf_agenda_list_due:
 * @days: how far ahead to look
 *
 * What has a date up to @days from @today, and all that is late: targets and the plan's actions;
 * reviews of open ones that are not due themselves; evidence that is to be kept no longer; the
 * meeting, until it is over.
 *
 * Returns: (transfer full) (element-type SfAgendaItem): earliest first; the array frees its
 * elements
 */
GPtrArray *
sf_agenda_list_due (SfModel *model, SfEvaluation *evaluation, const char *today, guint days);

/**
 * sf_agenda_list_missing:
 *
 * What is missing or worth a look, most pressing first. Nothing of the head's own is in it, and an
 * area that was graded without judging its statements is not asked for them.
 *
 * Returns: (transfer full) (element-type SfAgendaItem): the array frees its elements
 */
GPtrArray *sf_agenda_list_missing (SfModel *model, SfEvaluation *evaluation, const char *today);

/**
 * SfNextStep:
 * @title: what to do: "Next: two standards of Managing the Organisation"
 * @detail: a sentence that says why, or how far it is
 * @button: what the button says
 * @page: where the button leads
 * @area_code: (nullable): the key area, or %SF_WHOLE_CENTRE
 * @statement_code: (nullable): the statement to begin with; %NULL for the area's grade
 *
 * The one thing to do next.
 */
typedef struct
{
  char *title;
  char *detail;
  char *button;
  const char *page;
  char *area_code;
  char *statement_code;
} SfNextStep;

void sf_next_step_free (SfNextStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfNextStep, sf_next_step_free)

/**
 * sf_agenda_get_next:
 *
 * The one thing to do next. The first that applies:
 *
 * 1. a closed evaluation: begin the next one;
 * 2. nothing done: the first area;
 * 3. an area whose statements are all judged has no grade: grade it;
 * 4. an area was begun: judge the rest, beginning with its first statement that is not judged;
 * 5. an area is untouched: grade it, or judge it if others were judged by statements;
 * 6. the whole centre has no grade;
 * 7. grades are proposed, not agreed;
 * 8. otherwise the report.
 *
 * Returns: (transfer full) (nullable): the step; %NULL if the framework cannot be read
 */
SfNextStep *sf_agenda_get_next (SfModel *model, SfEvaluation *evaluation, const char *today);

G_END_DECLS

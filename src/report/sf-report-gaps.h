/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-agenda.h"

G_BEGIN_DECLS

/**
 * SfReportGaps:
 * @ungraded: areas without a grade, and the whole centre
 * @unjudged: the centre's standards not judged, of areas that were begun
 * @odd_grades: grades that sit oddly with what lies beneath them
 * @no_evidence: strong judgements that rest on no evidence
 * @one_kind: strong judgements that rest on one kind of it
 * @old_evidence: strong judgements that rest on what is older than the evaluation
 * @overdue: targets, actions and reviews whose day is past
 * @stale: measures whose newest figure is out of date
 * @withheld: figures that are not shown, because few families would be told of
 *
 * What is left open where a report is printed. It never stands in the way; the report's title page
 * says it.
 */
typedef struct
{
  guint ungraded;
  guint unjudged;
  guint odd_grades;
  guint no_evidence;
  guint one_kind;
  guint old_evidence;
  guint overdue;
  guint stale;
  guint withheld;
} SfReportGaps;

/**
 * sf_report_count_gaps:
 * @today: an ISO 8601 date
 * @outcomes: (element-type SfPublished): sf_published_list() of the evaluation
 * @gaps: (out): filled
 *
 * By the same functions as the list before printing. Nothing of the head's own is counted.
 */
void sf_report_count_gaps (SfModel *model,
                           SfEvaluation *evaluation,
                           const char *today,
                           GPtrArray *outcomes,
                           SfReportGaps *gaps);

/* (transfer full) (nullable): "2 standards not judged, 1 date passed"; %NULL if nothing is open */
char *sf_report_gaps_to_text (const SfReportGaps *gaps);

/**
 * sf_report_list_dated_gaps:
 *
 * What sf_agenda_list_missing() does not have: what is overdue, each; measures whose newest figure
 * is out of date, each; that small figures are not shown, once.
 *
 * Returns: (transfer full) (element-type SfAgendaItem): the array frees its elements
 */
GPtrArray *sf_report_list_dated_gaps (SfModel *model,
                                      SfEvaluation *evaluation,
                                      const char *today,
                                      GPtrArray *outcomes);

G_END_DECLS

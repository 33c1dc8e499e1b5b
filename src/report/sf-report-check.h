/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-agenda.h"
#include "report/sf-display-list.h"

G_BEGIN_DECLS

/**
 * sf_report_list_characters:
 * @list: a report for the governing body
 *
 * The characters that none of the fonts has, for which an empty box is printed: an item for each
 * section in which there are any. It names them and says where they stand, and leads to the page
 * of the window where they can be replaced.
 *
 * Returns: (transfer full) (element-type SfAgendaItem): the array frees its elements; empty if
 *   everything can be printed
 */
GPtrArray *sf_report_list_characters (SfDisplayList *list);

/**
 * sf_report_list_numbers:
 * @today: an ISO 8601 date
 * @outcomes: (element-type SfPublished): sf_published_list() of the evaluation
 *
 * The numbers in texts and values of targets that a report may show which equal one that its
 * outcome data does not show, or what that leaves of the whole: an item for each (#SfNumberSearch),
 * which says the number with words of its sentence, where it stands and which figure it may be, and
 * leads to the very field. What most likely tells of a family comes first, before it what reports
 * that are out give away.
 *
 * Returns: (transfer full) (element-type SfAgendaItem): the array frees its elements; empty if
 *   every figure may be shown
 */
GPtrArray *sf_report_list_numbers (SfModel *model,
                                   SfEvaluation *evaluation,
                                   const char *today,
                                   GPtrArray *outcomes);

/**
 * sf_report_keep_printed:
 * @items: (element-type SfAgendaItem): of sf_report_list_numbers()
 * @list: a report
 *
 * Takes out what is about a text that these readers do not get, because it is of the annex or for
 * others.
 */
void sf_report_keep_printed (GPtrArray *items, SfDisplayList *list);

/**
 * sf_report_list_checks:
 * @today: an ISO 8601 date
 * @outcomes: (element-type SfPublished): sf_published_list() of the evaluation
 * @list: the report of that evaluation
 *
 * What is to be looked at before a report is printed: sf_report_list_numbers(),
 * sf_report_list_characters(), what is empty in the summary for the committee, and what is missing
 * or worth a look in the evaluation itself, sf_agenda_list_missing(); then what is overdue, out of
 * date or not shown, sf_report_list_dated_gaps(). None of it stands in the way of printing.
 *
 * Returns: (transfer full) (element-type SfAgendaItem): the array frees its elements
 */
GPtrArray *sf_report_list_checks (SfModel *model,
                                  SfEvaluation *evaluation,
                                  const char *today,
                                  GPtrArray *outcomes,
                                  SfDisplayList *list);

/**
 * sf_plan_list_checks:
 * @today: an ISO 8601 date
 * @list: the printed plan of that evaluation
 *
 * What is to be looked at before the plan is printed: numbers in every text that it shows, as by
 * sf_report_list_numbers(), and sf_report_list_characters().
 *
 * Returns: (transfer full) (element-type SfAgendaItem): the array frees its elements
 */
GPtrArray *sf_plan_list_checks (SfModel *model,
                                SfEvaluation *evaluation,
                                const char *today,
                                SfDisplayList *list);

G_END_DECLS

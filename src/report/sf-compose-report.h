/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-display-list.h"
#include "report/sf-report-options.h"

G_BEGIN_DECLS

/**
 * SF_GOVERNORS_MAX_PAGES:
 *
 * How many pages the report for the governing body has at most, without its annex.
 */
#define SF_GOVERNORS_MAX_PAGES 8

/* The same of the report for parents and the community. */
#define SF_PARENTS_MAX_PAGES 4

/**
 * sf_compose_report:
 * @options: for whom, and what is chosen
 * @sheet: the style sheet
 *
 * Makes the report of an evaluation for one audience. What each may see is told at #SfAudience,
 * what may be left out at #SfSectionInfo; what was left out, the report names at its beginning.
 *
 * Where an audience has a limit of pages and the centre has written more than they hold, detail
 * goes in the steps of sf_compose_governors(), or, for parents, words of each text after the first
 * 120, 80, 50, 35, 25 and 20. A covering note is printed whole.
 *
 * The report for parents is set as large as its pages hold, up to a sixth larger than @sheet says.
 * Large print has the same words as the ordinary report on that paper, and so more pages.
 *
 * The codes of statements are printed where sf_audience_has_codes() says so, and in an annex. In
 * any other text somebody wrote, a code of the framework is replaced by the statement's title, and
 * abbreviations that the program knows are explained at the end (sf-acronym.h).
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL with %SF_ERROR_NOT_FOUND if the
 * framework of the evaluation cannot be read, or %SF_ERROR_INVALID for the head's own review where
 * what is judged of the head is locked and was not given
 */
SfDisplayList *sf_compose_report (SfModel *model,
                                  SfEvaluation *evaluation,
                                  const SfReportOptions *options,
                                  const SfStyleSheet *sheet,
                                  SfFonts *fonts,
                                  GError **error);

/**
 * sf_report_count_body_pages:
 * @list: a report
 *
 * Returns: how many pages stand before the annex; all of them where there is none
 */
guint sf_report_count_body_pages (SfDisplayList *list);

/**
 * sf_report_length_to_text:
 * @list: a report
 * @options: what it was composed with
 *
 * Returns: (transfer full): "8 pages, and an annex of 9"; where the report has more pages than its
 *   audience is meant to get, with what makes it shorter. Large print may have any number.
 */
char *sf_report_length_to_text (SfDisplayList *list, const SfReportOptions *options);

G_END_DECLS

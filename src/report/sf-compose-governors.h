/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"
#include "report/sf-compose-report.h"

G_BEGIN_DECLS

/**
 * SfGovernorsOptions:
 * @annex: whether the annex is printed: every statement with its words, the evidence
 * @today: the ISO 8601 date that statuses are told for, and the report's date
 * @outcomes: (nullable) (element-type SfPublished): sf_published_list() of the evaluation, where it
 *   is there already; %NULL makes it
 * @fingerprint: (nullable): of a report that is about to be sealed
 */
typedef struct
{
  gboolean annex;
  const char *today;
  GPtrArray *outcomes;
  const char *fingerprint;
} SfGovernorsOptions;

/**
 * sf_compose_governors:
 * @options: what is printed
 * @sheet: the style sheet
 *
 * The accountability report for the governing body, with all its sections: sf_compose_report() of
 * %SF_AUDIENCE_GOVERNORS. Nothing that is judged of the head is in it, nor a target for what is,
 * nor evidence that the governing body may not see. Outcome data is in it only as
 * sf-outcome-published.h lets it out.
 *
 * The summary is one page and the report at most %SF_GOVERNORS_MAX_PAGES, annex apart. Where the
 * centre has written more than that holds, detail goes in this order, each step only if the one
 * before was not enough:
 *
 * 1. what was written on standards that are judged well;
 * 2. what was written on the others: standards are named by grade; of the plan, actions one by one:
 *    they are counted, and those that are late are named;
 * 3. how each target is known and what its last review said: its goal and how it stands stay in the
 *    table of progress, who leads at its area; of outcome data the counts behind its percentages;
 * 4. what was written on an area, on finance and on staffing after its first 90 words; standards
 *    that were not judged are counted, not named; all but the title and the status of a target at
 *    its area that is on track, met or dropped;
 * 5. the same after 40 words; targets that are on track, met or dropped in the table of progress,
 *    and all but the title and the status of every target at its area; of outcome data all but the
 *    last figure of all families, and measures after the twelfth; priorities after the eighth;
 * 6. the same after 30 words; why a standard does not apply; of the plan all but the names of the
 *    priorities, what all actions come to, and those that are late; why a question for the
 *    committee is asked, but for the reason of a lower grade: it says where that stands.
 *
 * The summary's texts are cut after 120, 70, 40 and 20 words, decisions last and safeguarding
 * never. The report says what is missing, and the annex has it. No grade, no standard that was
 * judged and no target of an area is ever left out, nor a target that is behind, late or not met.
 * A centre with so many targets behind or late that even this does not fit gets a longer report
 * rather than one that hides them; sf_report_count_body_pages() tells.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL with %SF_ERROR_NOT_FOUND if the
 *   framework of the evaluation cannot be read
 */
SfDisplayList *sf_compose_governors (SfModel *model,
                                     SfEvaluation *evaluation,
                                     const SfGovernorsOptions *options,
                                     const SfStyleSheet *sheet,
                                     SfFonts *fonts,
                                     GError **error);

/* sf_report_count_body_pages() */
guint sf_governors_count_body_pages (SfDisplayList *list);

G_END_DECLS

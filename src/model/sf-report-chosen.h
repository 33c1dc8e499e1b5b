/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* What was chosen for reports, as the file keeps it. */

/**
 * sf_report_chosen_find:
 * @audience: a word of %SF_VOCABULARY_AUDIENCE
 *
 * Returns: (transfer none) (nullable): what was chosen for that report; %NULL: nothing yet
 */
SfReportChoice *
sf_report_chosen_find (SfModel *model, SfEvaluation *evaluation, const char *audience);

/**
 * sf_report_chosen_find_last:
 *
 * Returns: (transfer none) (nullable): the same, or where nothing was chosen in this evaluation,
 *   what was in the nearest one before it: who leaves a section out goes on doing so
 */
SfReportChoice *
sf_report_chosen_find_last (SfModel *model, SfEvaluation *evaluation, const char *audience);

/* (transfer container) (element-type SfReportSection): in the order of the report */
GPtrArray *sf_report_chosen_list_sections (SfModel *model, SfReportChoice *choice);

/* (transfer container) (element-type SfReportStatement): by code */
GPtrArray *sf_report_chosen_list_statements (SfModel *model, SfReportChoice *choice);

/* (transfer none) (nullable) */
SfReportStatement *
sf_report_chosen_find_statement (SfModel *model, SfReportChoice *choice, const char *code);

G_END_DECLS

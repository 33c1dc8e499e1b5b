/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"
#include "model/sf-performance-record.h"
#include "model/sf-performance.h"
#include "report/sf-document.h"
#include "report/sf-style-sheet.h"

G_BEGIN_DECLS

/**
 * sf_statement_of_performance_new:
 * @document: what @record says, opened
 * @today: ISO 8601: the document's date
 *
 * One person's statement for one cycle, as blocks: the meetings, each objective with what the
 * person and the reviewer say of it and its judgement, the review, what development was agreed, of
 * a head the panel and its statement; and lines for both to sign on paper. Of a record that holds
 * what is judged of the head in an evaluation: each of these judgements. "Confidential" stands at
 * the top of each page. It is in memory alone; its blocks are not wiped.
 *
 * Returns: (transfer full): the document
 */
SfDocument *sf_statement_of_performance_new (SfModel *model,
                                             SfPerformanceRecord *record,
                                             const SfPerformance *document,
                                             const char *today);

/**
 * sf_recovery_paper_new:
 * @centre: the centre's name
 * @key: the recovery key, as it is typed
 * @today: ISO 8601
 *
 * The page that goes into the employer's envelope: what it is, the key, what to do with it.
 *
 * Returns: (transfer full): the document
 */
SfDocument *sf_recovery_paper_new (const char *centre, const char *key, const char *today);

G_END_DECLS

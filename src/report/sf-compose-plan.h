/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"
#include "report/sf-document.h"
#include "report/sf-style-sheet.h"

G_BEGIN_DECLS

/**
 * sf_plan_make_document:
 * @today: the ISO 8601 date that states are told for, and the document's date
 *
 * The development plan as blocks: what it comes to, and for each priority a table of its actions
 * with lead, date or the reason for none, money, success criteria, progress, reviews and impact.
 * Statements stand by their titles, leaders by their offices where these are known. What serves
 * only what is judged of the head is not in it, nor in its totals: it belongs to the head.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %SF_ERROR_NOT_FOUND if the
 *   framework of the evaluation cannot be read
 */
SfDocument *
sf_plan_make_document (SfModel *model, SfEvaluation *evaluation, const char *today, GError **error);

/**
 * sf_plan_init_sheet:
 * @sheet: (out caller-allocates): A4 across, with narrower margins: the plan's tables are wide
 * @large_print: nothing below 18 pt
 */
void sf_plan_init_sheet (SfStyleSheet *sheet, gboolean large_print);

G_END_DECLS

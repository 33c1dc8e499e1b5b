/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-document.h"

G_BEGIN_DECLS

/* The tables of a report for a spreadsheet: the cells of its blocks, word for word. */

/**
 * sf_report_tables_to_xlsx:
 *
 * One sheet for each table and one before them that lists them, with rows of headers that stay in
 * sight and are printed on each page. Every cell is text: nothing is taken for a formula.
 *
 * Returns: (transfer full) (nullable): the file's bytes, the same for the same document; %NULL with
 *   %SF_ERROR_FAILED
 */
GBytes *sf_report_tables_to_xlsx (SfDocument *document, GError **error);

/**
 * sf_report_tables_to_csv:
 *
 * A ZIP that holds one file for each table: UTF-8 with a byte order mark, commas, lines as in RFC
 * 4180. A cell that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a
 * carriage return) has an apostrophe before it.
 *
 * Returns: (transfer full) (nullable): as above
 */
GBytes *sf_report_tables_to_csv (SfDocument *document, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-report-statement.h"

SF_RECORD_DEFINE (SfReportStatement,
                  sf_report_statement,
                  SF_REPORT_STATEMENT,
                  SF_REPORT_STATEMENT_COLUMNS,
                  "report_statement",
                  N_ ("a statement that was chosen"))

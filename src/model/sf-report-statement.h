/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_REPORT_STATEMENT_COLUMNS(X, T, p, P) \
  X (T, p, P, CHOICE, choice, REF, N_ ("report"), "report_choice", \
     SF_COLUMN_STAYS) \
  X (T, p, P, STATEMENT_CODE, statement_code, TEXT, N_ ("statement"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, REQUIREMENT, requirement, TEXT, N_ ("essential or desirable"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS) \
  X (T, p, P, ASSESSED_BY, assessed_by, TEXT, N_ ("how it is assessed"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfReportStatement:
 *
 * A statement that a job description or a person specification is made of. ASSESSED_BY holds words
 * of %SF_VOCABULARY_ASSESSMENT with spaces between.
 */
#define SF_TYPE_REPORT_STATEMENT (sf_report_statement_get_type ())
G_DECLARE_FINAL_TYPE (SfReportStatement, sf_report_statement, SF, REPORT_STATEMENT, SfRecord)

SF_RECORD_COLUMNS (SfReportStatement,
                   sf_report_statement,
                   SF_REPORT_STATEMENT,
                   SF_REPORT_STATEMENT_COLUMNS)

G_END_DECLS

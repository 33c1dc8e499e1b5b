/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_REPORT_CHOICE_COLUMNS(X, T, p, P) \
  X (T, p, P, EVALUATION, evaluation, REF, N_ ("evaluation"), "evaluation", \
     SF_COLUMN_STAYS) \
  X (T, p, P, AUDIENCE, audience, TEXT, N_ ("for whom"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, ANNEX, annex, BOOLEAN, N_ ("annex"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, LARGE_PRINT, large_print, BOOLEAN, N_ ("large print"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, COVERING_NOTE, covering_note, TEXT, N_ ("covering note"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, AREA_CODE, area_code, TEXT, N_ ("key area"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfReportChoice:
 *
 * How the report of one evaluation to one audience is made: there is one for each of them at most,
 * made when something is chosen. What is not chosen is as the audience has it
 * (report/sf-audience.h). Its covering note goes to that audience.
 */
#define SF_TYPE_REPORT_CHOICE (sf_report_choice_get_type ())
G_DECLARE_FINAL_TYPE (SfReportChoice, sf_report_choice, SF, REPORT_CHOICE, SfRecord)

SF_RECORD_COLUMNS (SfReportChoice, sf_report_choice, SF_REPORT_CHOICE, SF_REPORT_CHOICE_COLUMNS)

G_END_DECLS

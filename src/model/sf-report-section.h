/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_REPORT_SECTION_COLUMNS(X, T, p, P) \
  X (T, p, P, CHOICE, choice, REF, N_ ("report"), "report_choice", \
     SF_COLUMN_STAYS) \
  X (T, p, P, SECTION, section, TEXT, N_ ("section"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, POSITION, position, INT, N_ ("place in the report"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, IS_SHOWN, is_shown, BOOLEAN, N_ ("whether it is shown"), NULL, \
     SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfReportSection:
 *
 * The place of a section in a report, and whether it is in it. Sections by their identifiers
 * (report/sf-audience.h); what has no record stands after those that have one, and is shown.
 */
#define SF_TYPE_REPORT_SECTION (sf_report_section_get_type ())
G_DECLARE_FINAL_TYPE (SfReportSection, sf_report_section, SF, REPORT_SECTION, SfRecord)

SF_RECORD_COLUMNS (SfReportSection, sf_report_section, SF_REPORT_SECTION, SF_REPORT_SECTION_COLUMNS)

G_END_DECLS

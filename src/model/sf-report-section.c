/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-report-section.h"

SF_RECORD_DEFINE (SfReportSection,
                  sf_report_section,
                  SF_REPORT_SECTION,
                  SF_REPORT_SECTION_COLUMNS,
                  "report_section",
                  N_ ("a section of a report"))

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-report-choice.h"

SF_RECORD_DEFINE (SfReportChoice,
                  sf_report_choice,
                  SF_REPORT_CHOICE,
                  SF_REPORT_CHOICE_COLUMNS,
                  "report_choice",
                  N_ ("what was chosen for a report"))

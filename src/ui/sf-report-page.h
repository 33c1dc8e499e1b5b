/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-page.h"

G_BEGIN_DECLS

/**
 * SfReportPage:
 *
 * The report: its pages as they will be printed, what to see to before, and the buttons that print
 * and export it.
 */
#define SF_TYPE_REPORT_PAGE (sf_report_page_get_type ())
G_DECLARE_FINAL_TYPE (SfReportPage, sf_report_page, SF, REPORT_PAGE, SfPage)

G_END_DECLS

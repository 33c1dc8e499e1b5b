/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-report-work.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfReportSections:
 *
 * The sections of a report, to be left out and put in another order. What makes the report honest
 * cannot be left out, and is told so.
 */
#define SF_TYPE_REPORT_SECTIONS (sf_report_sections_get_type ())
G_DECLARE_FINAL_TYPE (SfReportSections, sf_report_sections, SF, REPORT_SECTIONS, AdwBin)

GtkWidget *sf_report_sections_new (void);
void sf_report_sections_show (SfReportSections *self, SfReportWork *work);

G_END_DECLS

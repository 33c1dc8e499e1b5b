/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-display-list.h"
#include "report/sf-report-options.h"
#include "ui/sf-context.h"

G_BEGIN_DECLS

/**
 * SfReportWork:
 *
 * The report of a window's evaluation for one audience, as the file keeps how it is made: its
 * pages, what is to be looked at, what may identify somebody. Printing keeps one of these alive, so
 * that what is printed is what was looked at.
 */
#define SF_TYPE_REPORT_WORK (sf_report_work_get_type ())
G_DECLARE_FINAL_TYPE (SfReportWork, sf_report_work, SF, REPORT_WORK, GObject)

SfReportWork *sf_report_work_new (SfContext *context, SfAudience audience);

SfContext *sf_report_work_get_context (SfReportWork *self);
SfAudience sf_report_work_get_audience (SfReportWork *self);
SfEvaluation *sf_report_work_get_evaluation (SfReportWork *self);

/* What the file keeps of how it is made, as of the last refresh. */
const SfReportOptions *sf_report_work_get_options (SfReportWork *self);

/* Makes the pages anew. On failure there are none. */
gboolean sf_report_work_refresh (SfReportWork *self, GError **error);

/* (transfer none) (nullable) */
SfDisplayList *sf_report_work_get_pages (SfReportWork *self);

/* (transfer full) (nullable): the same report on that paper */
SfDisplayList *
sf_report_work_compose (SfReportWork *self, double width, double height, GError **error);

/* (transfer full) (nullable): the same with a fingerprint on each page, to be sealed, and what the
 * meeting that accepted it is called */
SfDisplayList *sf_report_work_compose_sealed (SfReportWork *self,
                                              const char *fingerprint,
                                              const char *accepted_on,
                                              const char *accepted_by,
                                              GError **error);

/* (transfer full) (element-type SfAgendaItem): what to look at before it is printed */
GPtrArray *sf_report_work_list_checks (SfReportWork *self);

/* (transfer none) (element-type SfIdentityItem): what may identify somebody in these pages */
GPtrArray *sf_report_work_get_identities (SfReportWork *self);

/* What a file or a printer's queue calls it: "report to the governing body". (transfer full) */
char *sf_report_work_dup_title (SfReportWork *self);

G_END_DECLS

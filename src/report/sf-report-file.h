/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-display-list.h"

G_BEGIN_DECLS

/**
 * SfReportFormat:
 * @SF_REPORT_PDF: pages
 * @SF_REPORT_ODT: an editable text
 * @SF_REPORT_HTML: one web page
 *
 * What a report is written as; all say the same.
 */
typedef enum
{
  SF_REPORT_PDF,
  SF_REPORT_ODT,
  SF_REPORT_HTML,
} SfReportFormat;

/* Whether @id is "pdf", "odt" or "html"; @format (out) is set only then. */
gboolean sf_report_format_find (const char *id, SfReportFormat *format);

/**
 * sf_report_write_file:
 * @list: a report
 * @path: where to; a file that is there is replaced at once or not at all
 * @error: %SF_ERROR_NO_SPACE, %SF_ERROR_READ_ONLY, %SF_ERROR_NOT_FOUND, %SF_ERROR_IO
 *
 * A confidential report can be read by who writes it alone.
 */
gboolean
sf_report_write_file (SfDisplayList *list, const char *path, SfReportFormat format, GError **error);

G_END_DECLS

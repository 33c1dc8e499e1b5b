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
 * @SF_REPORT_XLSX: its tables as a spreadsheet
 * @SF_REPORT_CSV: its tables as plain text, in a ZIP
 *
 * What a report is written as; all say the same, the last two of its tables.
 */
typedef enum
{
  SF_REPORT_PDF,
  SF_REPORT_ODT,
  SF_REPORT_HTML,
  SF_REPORT_XLSX,
  SF_REPORT_CSV,
} SfReportFormat;

#define SF_N_REPORT_FORMATS 5

/* The word of the command line: "pdf", "odt", "html", "xlsx", "csv". */
const char *sf_report_format_get_id (SfReportFormat format);
/* Whether @id (nullable) is one of them; @format (out) is set only then. */
gboolean sf_report_format_find (const char *id, SfReportFormat *format);
/* Whether the name of a file ends as that of one of them: ".zip" is the tables as plain text. */
gboolean sf_report_format_find_by_name (const char *path, SfReportFormat *format);
/* What the name of such a file ends with, without the dot. */
const char *sf_report_format_get_suffix (SfReportFormat format);
/* In the user's language: "Text to edit (ODT)". */
const char *sf_report_format_get_name (SfReportFormat format);

/**
 * sf_report_make_file:
 * @list: a report
 *
 * Returns: (transfer full) (nullable): the file's bytes, the same for the same report; %NULL with
 *   %SF_ERROR_INVALID if its tables are asked for and it has none
 */
GBytes *sf_report_make_file (SfDisplayList *list, SfReportFormat format, GError **error);

/**
 * sf_report_write_file:
 * @list: a report
 * @path: where to; a file that is there is replaced at once or not at all
 * @error: %SF_ERROR_INVALID as above, %SF_ERROR_NO_SPACE, %SF_ERROR_READ_ONLY, %SF_ERROR_NOT_FOUND,
 * %SF_ERROR_IO
 *
 * A confidential report can be read by who writes it alone.
 */
gboolean
sf_report_write_file (SfDisplayList *list, const char *path, SfReportFormat format, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a table may have at most: a year of a large authority is far below. */
#define SF_CSV_MAX_BYTES (32 * 1024 * 1024)
#define SF_CSV_MAX_ROWS 200000
#define SF_CSV_MAX_CELLS 64
#define SF_CSV_MAX_CELL 4096

/**
 * SfCsvRow:
 * @line: the line of the file in which it begins, from 1
 * @cells: (element-type utf8): what is in it, without white space at the ends
 */
typedef struct
{
  guint line;
  GPtrArray *cells;
} SfCsvRow;

/**
 * sf_csv_parse:
 * @bytes: a file as spreadsheets write it
 * @error: return location for an #SfError
 *
 * Reads RFC 4180: cells in quotation marks may hold line breaks, separators and doubled quotation
 * marks. Beyond it: a byte order mark, line ends of any system, semicolons or tabs in place of
 * commas (whichever the first line has most of), and text in Windows-1252 where it is not UTF-8.
 * Lines with nothing in them are left out. What is larger than the limits above is refused whole.
 *
 * Returns: (transfer full) (element-type SfCsvRow): the rows, or %NULL
 */
GPtrArray *sf_csv_parse (GBytes *bytes, GError **error);

G_END_DECLS

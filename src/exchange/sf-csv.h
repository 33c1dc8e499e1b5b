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

SfCsvRow *sf_csv_row_new (guint line);
void sf_csv_row_free (gpointer row);

/**
 * sf_csv_decode:
 * @bytes: a text in UTF-8, Windows-1252, or UTF-16 with its byte order mark
 * @length: (out): of what is returned
 * @error: return location for an #SfError
 *
 * Returns: (transfer full): the same in UTF-8 without a byte order mark, or %NULL if it is no text
 *   or larger than %SF_CSV_MAX_BYTES
 */
char *sf_csv_decode (GBytes *bytes, gsize *length, GError **error);

/**
 * sf_csv_append_row:
 * @text: what is written so far
 * @cells: (array length=n): cells; %NULL is empty
 *
 * Adds a line as sf_csv_parse() reads it, with the line end of RFC 4180.
 */
void sf_csv_append_row (GString *text, const char *const *cells, guint n);

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

/**
 * sf_csv_parse_tabs:
 * @bytes: cells as a spreadsheet puts them on the clipboard
 * @error: return location for an #SfError
 *
 * The same with tabs between the cells, whatever else is in them; a line with nothing in it is a
 * row of one empty cell, for what stands below has its place.
 *
 * Returns: (transfer full) (element-type SfCsvRow): the rows, or %NULL
 */
GPtrArray *sf_csv_parse_tabs (GBytes *bytes, GError **error);

G_END_DECLS

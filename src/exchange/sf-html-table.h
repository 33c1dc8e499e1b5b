/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A cell can be as high as it says, so this bounds what a short text may become. */
#define SF_HTML_TABLE_MAX_ROWS 5000

/**
 * sf_html_table_parse:
 * @bytes: what a spreadsheet, a text processor or a browser puts on the clipboard as text/html
 * @error: return location for an #SfError
 *
 * The cells of the first table, without what stands beside it. Nothing but TABLE, TR, TD, TH, BR
 * and the names and numbers of letters is understood: the text is read once from its beginning to
 * its end, nothing in it is looked up or grows. Of cells that are merged the first has the text and
 * the others are empty, so that what stands beside and below keeps its place. A table in a table
 * belongs to the cell that it is in.
 *
 * Returns: (transfer full) (element-type SfCsvRow): its rows, with as many cells in each as
 * sf-csv.h allows; %NULL if there is no table, or it is larger
 */
GPtrArray *sf_html_table_parse (GBytes *bytes, GError **error);

G_END_DECLS

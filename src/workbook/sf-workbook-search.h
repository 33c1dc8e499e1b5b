/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook-extract.h"

G_BEGIN_DECLS

/**
 * sf_workbook_place_content_hits:
 * @self: a workbook
 * @contents: (transfer full) (element-type SfContentHit): what sf_workbook_search_contents() found
 * @known: (element-type SfSearchHit): what was found already
 *
 * Says in which files of which evidence the words were found. Evidence that is found already, by
 * what is written of it or in another of its files, is not found again. A content that two pieces
 * of evidence have is two hits; what is retired, or replaced by a new version, is none.
 *
 * Returns: (transfer full) (element-type SfSearchHit): of %SF_SEARCH_CONTENT, in the same order;
 *   the array frees its elements
 */
GPtrArray *sf_workbook_place_content_hits (SfWorkbook *self, GPtrArray *contents, GPtrArray *known);

G_END_DECLS

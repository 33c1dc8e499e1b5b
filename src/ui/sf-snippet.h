/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-search.h"

G_BEGIN_DECLS

/**
 * sf_snippet_to_markup:
 * @snippet: (nullable): a line of text
 * @ranges: (array length=n_ranges): what was found in it, in order, not overlapping
 * @n_ranges: how many
 *
 * Returns: (transfer full): Pango markup, with what was found in bold
 */
char *sf_snippet_to_markup (const char *snippet, const SfSearchRange *ranges, guint n_ranges);

G_END_DECLS

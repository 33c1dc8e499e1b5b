/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-display-list.h"

G_BEGIN_DECLS

/**
 * sf_layout_run:
 * @document: what is laid out; it must not change as long as the list lives
 * @sheet: how
 * @fonts: with which fonts
 *
 * Lays a document out on pages, once: lines are not broken off alone (two stay together at the top
 * and at the foot of a page), a heading stays with what follows it, a table row is broken only if
 * it is longer than half a page, and every page that a table reaches repeats its header rows.
 *
 * Returns: (transfer full): the pages; an empty document has one empty page
 */
SfDisplayList *sf_layout_run (SfDocument *document, const SfStyleSheet *sheet, SfFonts *fonts);

G_END_DECLS

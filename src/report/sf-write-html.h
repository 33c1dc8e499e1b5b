/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-document.h"

G_BEGIN_DECLS

/**
 * sf_write_html:
 *
 * Writes the document as one web page that needs nothing beside it: no script, no picture, no style
 * from elsewhere; its own pictures are in it. It is light or dark as the reader's screen is, and
 * black on white on paper. Charts come as their words and a table. Texts are never markup.
 *
 * Returns: (transfer full): the file's bytes, UTF-8; the same document gives the same bytes
 */
GBytes *sf_write_html (SfDocument *document);

G_END_DECLS

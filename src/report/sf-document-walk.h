/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-document.h"

G_BEGIN_DECLS

/* @text: the words of a prose, or an alternative text; of @block */
typedef void (*SfDocumentTextFunc) (const char *text, const SfBlock *block, gpointer data);

/* Calls @func with every text of @document in reading order: all that its readers can read. */
void sf_document_foreach_text (SfDocument *document, SfDocumentTextFunc func, gpointer data);

G_END_DECLS

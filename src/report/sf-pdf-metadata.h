/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-pdf-page.h"

/*
 * What a PDF says of itself: its name, who answers for it, when it was made, and its outline.
 */

G_BEGIN_DECLS

/* Each writes an object and returns its number. */
guint sf_pdf_write_metadata (SfPdfFile *file, SfDocument *document, guint64 drop);
guint sf_pdf_write_info (SfPdfFile *file, SfDocument *document, guint64 drop);

/* Returns: 0 if there is no heading */
guint sf_pdf_write_outline (SfPdfFile *file, SfDisplayList *list, SfPdfPages *pages, guint64 drop);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-display-list.h"

G_BEGIN_DECLS

/* The fingerprint of a sealed report on its pages: small at the foot of each, which is furniture
 * (sf_document_set_fingerprint()), and once with a code to be scanned. */

/* What a scanned code says before the fingerprint. */
#define SF_FINGERPRINT_SCANNED "SIXFOLD1:"

/**
 * sf_fingerprint_make_code:
 * @text: capitals, figures and dashes
 * @side: (out): how many modules it has on each side
 *
 * Returns: (transfer full): a QR code (ISO/IEC 18004) with error correction of level M as filled
 *   rectangles, one unit for each module, without the quiet zone; %NULL where @text is too long
 */
SfPath *sf_fingerprint_make_code (const char *text, guint *side);

/**
 * sf_fingerprint_add_to:
 * @fingerprint: as it is printed
 *
 * Adds the figure with its code and what it is for: beside the lines to be signed, whoever has the
 * paper finds it there. Sets the document's fingerprint, too.
 */
void sf_fingerprint_add_to (SfDocument *document, const char *fingerprint);

/**
 * sf_fingerprint_dup_words:
 *
 * Returns: (transfer full): all that the pages say, for sf_workbook_seal(): what is erased later is
 *   looked for in it
 */
char *sf_fingerprint_dup_words (SfDisplayList *pages);

G_END_DECLS

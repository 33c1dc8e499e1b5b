/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "report/sf-display-list.h"

G_BEGIN_DECLS

/**
 * sf_report_write_pdf:
 * @list: the pages
 * @stream: left open
 * @cancellable: (nullable): asked before each page
 *
 * Writes the pages as a PDF 1.7 tagged as PDF/UA-1 wants it: what a screen reader says is the
 * document's blocks in their order. The same list gives the same bytes.
 *
 * Returns: %FALSE with %SF_ERROR_CANCELLED, %SF_ERROR_NO_SPACE, %SF_ERROR_IO, or
 *   %SF_ERROR_INVALID if a font may not be embedded
 */
gboolean sf_report_write_pdf (SfDisplayList *list,
                              GOutputStream *stream,
                              GCancellable *cancellable,
                              GError **error);

/**
 * sf_report_write_pdf_file:
 * @path: where to; a file that is there stays as it was unless the new one is complete
 *
 * Returns: %FALSE with %SF_ERROR_CANCELLED, %SF_ERROR_NO_SPACE, %SF_ERROR_READ_ONLY,
 *   %SF_ERROR_NOT_FOUND or %SF_ERROR_IO
 */
gboolean sf_report_write_pdf_file (SfDisplayList *list,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

/*
 * The file around a PDF: numbered objects, deflated streams, where each lies, and its mark. What is
 * written goes to the stream at once; small objects are packed together.
 */

G_BEGIN_DECLS

typedef struct _SfPdfFile SfPdfFile;

/**
 * sf_pdf_file_new:
 * @stream: left open
 * @drop: of #SfPdfDrop
 *
 * Begins a file. What fails is kept until sf_pdf_file_finish(); nothing is written after it.
 */
SfPdfFile *sf_pdf_file_new (GOutputStream *stream, guint64 drop, GCancellable *cancellable);
void sf_pdf_file_free (SfPdfFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPdfFile, sf_pdf_file_free)

/* Whether something failed or was cancelled, so that the rest need not be made. */
gboolean sf_pdf_file_has_failed (SfPdfFile *self);

/**
 * sf_pdf_file_fail:
 * @error: (transfer full): why the rest cannot be written
 */
void sf_pdf_file_fail (SfPdfFile *self, GError *error);

/* Returns: the number of an object that is still to be written */
guint sf_pdf_file_reserve (SfPdfFile *self);

/**
 * sf_pdf_file_add:
 * @id: a number that was reserved
 * @object: an object that is no stream
 */
void sf_pdf_file_add (SfPdfFile *self, guint id, const GString *object);

/**
 * SfPdfStore:
 * @SF_PDF_DEFLATED: the usual
 * @SF_PDF_PLAIN: to be found by who does not know PDF: metadata
 */
typedef enum
{
  SF_PDF_DEFLATED,
  SF_PDF_PLAIN,
} SfPdfStore;

/**
 * sf_pdf_file_add_stream:
 * @entries: of its dictionary, without its length and filter
 */
void sf_pdf_file_add_stream (SfPdfFile *self,
                             guint id,
                             const char *entries,
                             gconstpointer data,
                             gsize length,
                             SfPdfStore store);

/**
 * sf_pdf_file_finish:
 * @catalog: number of the catalog
 * @info: number of the information dictionary
 *
 * Writes the table of all objects. The mark of the file is made of its bytes.
 *
 * Returns: %FALSE with the first thing that failed
 */
gboolean sf_pdf_file_finish (SfPdfFile *self, guint catalog, guint info, GError **error);

G_END_DECLS

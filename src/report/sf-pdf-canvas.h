/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-pdf-private.h"

/*
 * The content of one page: what is drawn, in PDF's operators. Places are given as in the display
 * list, from the top; here they are turned round.
 */

G_BEGIN_DECLS

typedef struct _SfPdfCanvas SfPdfCanvas;

/* Asked for the number of a new piece of the element that is open. */
typedef guint (*SfPdfAddPiece) (gpointer data);

/* @fonts: kept; @height: of the page */
SfPdfCanvas *sf_pdf_canvas_new (
    SfPdfFonts *fonts, double height, guint64 drop, SfPdfAddPiece add_piece, gpointer data);
void sf_pdf_canvas_free (SfPdfCanvas *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPdfCanvas, sf_pdf_canvas_free)

/* Returns: the operators so far */
GString *sf_pdf_canvas_get_content (SfPdfCanvas *self);

/**
 * sf_pdf_canvas_begin:
 * @tag: the type of an element
 *
 * What follows, up to sf_pdf_canvas_end(), is pieces of that element: as many as it takes, for what
 * is shown by other glyphs than its own is a piece of its own. (It could lie within another; but
 * poppler, and with it Evince, then forgets the rest of the text.)
 */
void sf_pdf_canvas_begin (SfPdfCanvas *self, const char *tag);

/* What follows is an artifact. */
void sf_pdf_canvas_begin_artifact (SfPdfCanvas *self, const char *entries);
void sf_pdf_canvas_end (SfPdfCanvas *self);

/* Draws an item without words. */
void sf_pdf_canvas_add_shape (SfPdfCanvas *self, const SfItem *item);

/**
 * sf_pdf_canvas_add_glyphs:
 * @gap: whether a space is to be heard before it that is not seen
 * @real: whether it is part of the text, not furniture
 */
void sf_pdf_canvas_add_glyphs (SfPdfCanvas *self, const SfItem *item, gboolean gap, gboolean real);

/**
 * sf_pdf_canvas_add_missing:
 * @gap: see sf_pdf_canvas_add_glyphs()
 * @font: (nullable): one of the document's, for a letter that is not seen
 */
void
sf_pdf_canvas_add_missing (SfPdfCanvas *self, const SfItem *item, gboolean gap, PangoFont *font);

/**
 * sf_pdf_canvas_add_image:
 * @number: in the image's name among the page's resources
 */
void sf_pdf_canvas_add_image (SfPdfCanvas *self, const SfItem *item, guint number);

G_END_DECLS

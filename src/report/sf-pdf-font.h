/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <hb.h>
#include <pango/pango.h>

#include "report/sf-pdf-file.h"

/*
 * The fonts of a PDF. A code stands for a glyph together with the characters that it shows here, so
 * that each code has one text, and is numbered as it is first met. When all pages are written, each
 * font is cut down to its glyphs and put into the file.
 */

G_BEGIN_DECLS

typedef struct _SfPdfFonts SfPdfFonts;

/**
 * SfPdfFont:
 *
 * A font file, for all sizes.
 */
typedef struct _SfPdfFont SfPdfFont;

/* @drop: of #SfPdfDrop */
SfPdfFonts *sf_pdf_fonts_new (guint64 drop);
void sf_pdf_fonts_free (SfPdfFonts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPdfFonts, sf_pdf_fonts_free)

/**
 * sf_pdf_fonts_get:
 * @font: stays as it is until the fonts are written
 * @size: (out): in points
 *
 * Returns: (transfer none): the font of that file
 */
SfPdfFont *sf_pdf_fonts_get (SfPdfFonts *self, PangoFont *font, double *size);

/* Returns: the number in the font's name among a page's resources */
guint sf_pdf_font_get_number (const SfPdfFont *self);

/**
 * sf_pdf_font_get_code:
 * @glyph: of the font
 * @text: what it shows
 * @length: of @text, in bytes
 *
 * Returns: the code that shows it
 */
guint sf_pdf_font_get_code (SfPdfFont *self, hb_codepoint_t glyph, const char *text, gsize length);

/* Returns: the advance, in thousandths of the size, as the file has it */
int sf_pdf_font_get_width (const SfPdfFont *self, guint code);

/* Whether there are no more codes, so that one may stand for other texts than its own. */
gboolean sf_pdf_font_is_full (const SfPdfFont *self);

/* Returns: the glyph of a space; 0 if there is none */
hb_codepoint_t sf_pdf_font_get_space (const SfPdfFont *self);

/**
 * sf_pdf_fonts_write:
 * @resources: number of the dictionary that all pages share
 * @images: entries of its dictionary of images
 *
 * Writes all fonts and the dictionary that names them. A font whose maker does not let it be
 * embedded, or that has no TrueType outlines, makes the file fail.
 */
void sf_pdf_fonts_write (SfPdfFonts *self, SfPdfFile *file, guint resources, const char *images);

G_END_DECLS

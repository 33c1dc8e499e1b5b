/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <pango/pango.h>

G_BEGIN_DECLS

#define SF_TYPE_FONTS (sf_fonts_get_type ())

/**
 * SfFonts:
 *
 * The fonts of reports: those shipped with the program and no others, so that a page does not
 * depend on the PC. To be used from one thread at a time.
 */
G_DECLARE_FINAL_TYPE (SfFonts, sf_fonts, SF, FONTS, GObject)

/**
 * sf_fonts_new:
 * @directory: (nullable): where the font files lie; %NULL takes SIXFOLD_DATADIR/fonts if that
 *   variable is set, and the installed place otherwise
 *
 * Returns: (transfer full): the fonts, or %NULL with %SF_ERROR_NOT_FOUND if there are none
 */
SfFonts *sf_fonts_new (const char *directory, GError **error);

/**
 * sf_fonts_create_context:
 * @language: of the text
 *
 * Returns: (transfer full): a context at 72 dpi, without hinting, with positions not rounded
 */
PangoContext *sf_fonts_create_context (SfFonts *self, const char *language);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-layout.h"

/* What the tests of the report share. */

SfDocument *test_document_new (void);
SfFonts *test_fonts_new (void);
char *test_words (guint n, guint32 seed);
SfDocument *test_make_sample (void);

/* Fails unless every character of every prose of the document (but line feeds) is shown once. */
void test_assert_nothing_lost (SfDisplayList *list);

/* Fails if something of the text lies outside the margins. */
void test_assert_inside (SfDisplayList *list);

/* The text of a page's glyph runs, line by line from the top. */
char *test_page_text (SfDisplayList *list, guint page, gboolean furniture);

/* Fails, with the whole text, unless @part is in it; or if it is. */
void test_assert_has (const char *text, const char *part);
void test_assert_lacks (const char *text, const char *part);

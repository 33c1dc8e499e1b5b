/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-path.h"

/*
 * How PDF spells things. Only the PDF writer uses it.
 */

G_BEGIN_DECLS

/**
 * sf_pdf_add_number:
 *
 * Adds a space and the number, rounded to a thousandth.
 */
void sf_pdf_add_number (GString *out, double value);

/**
 * sf_pdf_add_text:
 * @text: UTF-8; what is not valid in it is marked as such
 *
 * Adds a text string: as it is where it is plain ASCII, as UTF-16 otherwise.
 */
void sf_pdf_add_text (GString *out, const char *text);

/**
 * sf_pdf_add_utf16:
 * @length: bytes of @text
 *
 * Adds the hexadecimal digits of the text in UTF-16, without anything around them.
 */
void sf_pdf_add_utf16 (GString *out, const char *text, gsize length);

/* Adds a slash and a name, whatever is in it. */
void sf_pdf_add_name (GString *out, const char *name);

/* Adds " 12 0 R". */
void sf_pdf_add_reference (GString *out, guint id);

/* Adds the three shares of a colour. */
void sf_pdf_add_color (GString *out, SfColor color);

/**
 * sf_pdf_add_date:
 * @date: (nullable): ISO 8601
 *
 * Adds a date as PDF has it; its first day is taken where there is none.
 */
void sf_pdf_add_date (GString *out, const char *date);

G_END_DECLS

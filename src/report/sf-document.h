/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "report/sf-block.h"

G_BEGIN_DECLS

#define SF_TYPE_DOCUMENT (sf_document_get_type ())

/**
 * SfDocument:
 *
 * A report as blocks: written once, then laid out on pages or written to a file.
 */
G_DECLARE_FINAL_TYPE (SfDocument, sf_document, SF, DOCUMENT, GObject)

/**
 * sf_document_new:
 * @title: what it is called
 * @language: of its text, "en-GB" for instance
 * @date: (nullable): ISO 8601; written into files as their date of making, so that the same
 *   document gives the same file whenever it is written
 */
SfDocument *sf_document_new (const char *title, const char *language, const char *date);
const char *sf_document_get_title (SfDocument *self);
const char *sf_document_get_language (SfDocument *self);
const char *sf_document_get_date (SfDocument *self);

/**
 * sf_document_set_author:
 * @author: (nullable): who answers for it: the centre
 */
void sf_document_set_author (SfDocument *self, const char *author);
const char *sf_document_get_author (SfDocument *self);

/**
 * sf_document_set_running_head:
 * @running_head: (nullable): stands at the top of each page but a title page
 */
void sf_document_set_running_head (SfDocument *self, const char *running_head);
const char *sf_document_get_running_head (SfDocument *self);

/**
 * sf_document_set_fingerprint:
 * @fingerprint: (nullable): of a report that is sealed: stands small at the foot of each page
 */
void sf_document_set_fingerprint (SfDocument *self, const char *fingerprint);
const char *sf_document_get_fingerprint (SfDocument *self);

/* Says that it is for few: a file of it is for the eyes of the user who writes it alone. */
void sf_document_set_confidential (SfDocument *self);
gboolean sf_document_is_confidential (SfDocument *self);

/**
 * sf_document_add:
 * @block: (transfer full): follows the others
 *
 * Returns: (transfer none): the block
 */
SfBlock *sf_document_add (SfDocument *self, SfBlock *block);

/**
 * sf_document_add_heading:
 *
 * Returns: (transfer none): the heading
 */
SfBlock *sf_document_add_heading (SfDocument *self, guint level, const char *text, const char *id);

/**
 * sf_document_add_text:
 * @text: (nullable): user text; each of its lines that is not blank is a paragraph
 */
void sf_document_add_text (SfDocument *self, const char *text);

/**
 * sf_document_get_shown:
 *
 * The figures of outcome data that stand in it: to be kept by sf_workbook_note_shown() once it
 * leaves the centre.
 *
 * Returns: (transfer none) (element-type SfShown): whoever composes it adds to the array
 */
GPtrArray *sf_document_get_shown (SfDocument *self);

/**
 * sf_document_get_blocks:
 *
 * Returns: (transfer none) (element-type SfBlock): the blocks in reading order
 */
GPtrArray *sf_document_get_blocks (SfDocument *self);

G_END_DECLS

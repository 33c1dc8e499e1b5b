/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-pdf-structure.h"

/*
 * Pages, one after the other: which piece of a page belongs to which element, what is an artifact,
 * and the links that lie on it.
 */

G_BEGIN_DECLS

typedef struct _SfPdfPages SfPdfPages;

/* What is given is kept; @resources is the number of the dictionary that all pages share. */
SfPdfPages *sf_pdf_pages_new (SfDisplayList *list,
                              SfPdfFile *file,
                              SfPdfFonts *fonts,
                              SfPdfStructure *structure,
                              guint resources,
                              guint64 drop);
void sf_pdf_pages_free (SfPdfPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPdfPages, sf_pdf_pages_free)

/* Writes a page, from 0, with its links. */
void sf_pdf_pages_write (SfPdfPages *self, guint page);

/* Adds what a destination is: the page and the place where the anchor stands. */
void sf_pdf_pages_add_destination (SfPdfPages *self, GString *out, const SfAnchor *anchor);

/* Writes the list of all pages; returns its number. */
guint sf_pdf_pages_finish (SfPdfPages *self);

/**
 * sf_pdf_pages_add_parents:
 * @parents: entries are added that tell which elements the pieces and links of pages belong to
 *
 * For when the elements have their numbers. Returns: the first number that is free
 */
guint sf_pdf_pages_add_parents (SfPdfPages *self, GString *parents);

/* Returns: entries of the dictionary of images */
const char *sf_pdf_pages_get_images (SfPdfPages *self);

G_END_DECLS

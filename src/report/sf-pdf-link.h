/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-pdf-structure.h"

/*
 * Links as annotations: where on a page one can press, what it says, where it leads. A link that
 * runs over a line break is one annotation with a piece for each line; over a page break, one on
 * each page, both of the same element.
 */

G_BEGIN_DECLS

typedef struct _SfPdfLinks SfPdfLinks;

/* What is given is kept; @first: the number of the first link among what has parents */
SfPdfLinks *sf_pdf_links_new (SfDisplayList *list, SfPdfFile *file, guint first, guint64 drop);
void sf_pdf_links_free (SfPdfLinks *self);

/* Says that the item is part of the link on the page that is being written. */
void sf_pdf_links_add_area (SfPdfLinks *self, SfPdfElement *element, const SfItem *item);

/**
 * sf_pdf_links_write:
 * @page_object: number of the page
 * @pages: (element-type guint): numbers of all pages
 * @out: the page's dictionary: gets the list of its annotations
 *
 * Writes the links of the page and forgets their areas.
 */
void sf_pdf_links_write (SfPdfLinks *self, guint page_object, const GArray *pages, GString *out);

/* Adds "[page/XYZ x y null]". */
void sf_pdf_links_add_destination (SfPdfLinks *self,
                                   GString *out,
                                   guint page_object,
                                   const SfAnchor *anchor);

/* Adds entries of the tree that tells which element each annotation belongs to. Returns the first
 * number that is free. */
guint sf_pdf_links_add_parents (SfPdfLinks *self, GString *parents);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-pdf-private.h"

/*
 * What a reader hears of a PDF: a tree of elements made from the document's blocks, in reading
 * order. Pages then say which of their pieces belongs to which element.
 */

G_BEGIN_DECLS

/**
 * SfPdfElement:
 * @type: its name in PDF: "P", "TH"
 * @span: (nullable): the span of a prose that it holds
 * @heading: (nullable): where a link leads, if not to the web
 *
 * Everything else of it is the tree's own.
 */
typedef struct _SfPdfElement SfPdfElement;
struct _SfPdfElement
{
  const char *type;
  const SfSpan *span;
  const SfBlock *heading;

  SfPdfElement *parent;
  GArray *kids; /* of SfPdfKid */
  guint object;
  guint page;       /* its object; of the first piece */
  guint last_piece; /* the page of the last piece, from 1 */
  GString *entries; /* of its dictionary; or NULL */
  GString *attributes;
  const char *id; /* or NULL */
  double box[4];  /* left, bottom, right, top; of a figure */
  gboolean keep;  /* even without a kid */
};

typedef struct _SfPdfStructure SfPdfStructure;

/**
 * sf_pdf_structure_new:
 * @list: stays as it is
 */
SfPdfStructure *sf_pdf_structure_new (SfDisplayList *list, guint64 drop);
void sf_pdf_structure_free (SfPdfStructure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPdfStructure, sf_pdf_structure_free)

/* Makes the elements of all blocks (sf-pdf-blocks.c). */
void sf_pdf_structure_add_blocks (SfPdfStructure *self, SfDocument *document);

/* --- for what makes the elements -------------------------------------------------------------- */

SfPdfElement *sf_pdf_structure_get_root (SfPdfStructure *self);
guint64 sf_pdf_structure_get_drop (SfPdfStructure *self);

/* Returns: (transfer none): a new last kid of the parent */
SfPdfElement *sf_pdf_element_new (SfPdfStructure *self, SfPdfElement *parent, const char *type);

/* Adds to the element's dictionary, or to its attributes: a dictionary each. */
void sf_pdf_element_add_entry (SfPdfElement *self, const char *key, const char *text);
void sf_pdf_element_add_attributes (SfPdfElement *self, const char *attributes);
void sf_pdf_element_set_id (SfPdfStructure *self, SfPdfElement *element);

/* Says that items of that origin belong to the element. */
void sf_pdf_structure_add_place (SfPdfStructure *self, SfOrigin origin, SfPdfElement *element);

/* --- for pages -------------------------------------------------------------------------------- */

/**
 * sf_pdf_structure_find:
 * @page: from 0
 *
 * Returns: (transfer none) (nullable): the element that the item belongs to, a span of its own if
 *   it is a link or in another language; %NULL if it belongs to none
 */
SfPdfElement *sf_pdf_structure_find (SfPdfStructure *self, const SfItem *item, guint page);

/**
 * sf_pdf_element_add_piece:
 * @page: from 0
 * @page_object: its number in the file
 * @mark: of the piece among those of the page
 */
void sf_pdf_element_add_piece (SfPdfElement *self, guint page, guint page_object, guint mark);

/* Adds an annotation that belongs to it. */
void sf_pdf_element_add_object (SfPdfElement *self, guint page_object, guint object);

/* Makes the element's box so large that this is in it. */
void sf_pdf_element_extend (SfPdfElement *self, const double box[4]);

/* --- writing ---------------------------------------------------------------------------------- */

/* Gives every element that is used its number; returns that of the root of the tree. */
guint sf_pdf_structure_number (SfPdfStructure *self, SfPdfFile *file);

/**
 * sf_pdf_structure_write:
 * @parents: what of which element which piece or annotation is: a number tree's entries
 * @next: the first number that none of them has
 */
void
sf_pdf_structure_write (SfPdfStructure *self, SfPdfFile *file, const GString *parents, guint next);

G_END_DECLS

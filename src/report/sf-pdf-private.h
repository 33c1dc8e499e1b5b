/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <hb.h>

#include "report/sf-display-list.h"
#include "report/sf-pdf-file.h"
#include "report/sf-pdf-font.h"

/*
 * What the parts of the PDF writer share, and its test.
 */

G_BEGIN_DECLS

/**
 * SfPdfDrop:
 *
 * One requirement of an accessible PDF each. The writer meets all of them; a test has it drop one
 * after the other, and what checks PDFs must notice each time.
 */
typedef enum
{
  SF_PDF_DROP_LANGUAGE,
  SF_PDF_DROP_SPAN_LANGUAGE,
  SF_PDF_DROP_MARKED,
  SF_PDF_DROP_DISPLAY_TITLE,
  SF_PDF_DROP_TABS,
  SF_PDF_DROP_UA_PART,
  SF_PDF_DROP_XMP_TITLE,
  SF_PDF_DROP_XMP_DATE,
  SF_PDF_DROP_INFO_TITLE,
  SF_PDF_DROP_MARK,
  SF_PDF_DROP_OUTLINE,
  SF_PDF_DROP_OUTLINE_LEVELS,
  SF_PDF_DROP_DEFLATE,
  SF_PDF_DROP_STRUCT_PARENTS,
  SF_PDF_DROP_PARENT_TREE,
  SF_PDF_DROP_ARTIFACTS,
  SF_PDF_DROP_PAGINATION,
  SF_PDF_DROP_FURNITURE_OUTSIDE,
  SF_PDF_DROP_REPEATED_HEADS_OUTSIDE,
  SF_PDF_DROP_MARKING,
  SF_PDF_DROP_HEADINGS,
  SF_PDF_DROP_HEADING_ORDER,
  SF_PDF_DROP_LISTS,
  SF_PDF_DROP_LABELS,
  SF_PDF_DROP_NUMBERING,
  SF_PDF_DROP_TABLE_HEAD,
  SF_PDF_DROP_HEADER_CELLS,
  SF_PDF_DROP_SCOPE,
  SF_PDF_DROP_COLUMN_SPAN,
  SF_PDF_DROP_EMPTY_CELLS,
  SF_PDF_DROP_SUMMARY,
  SF_PDF_DROP_FIGURES,
  SF_PDF_DROP_ALTERNATIVE,
  SF_PDF_DROP_BOX,
  SF_PDF_DROP_CAPTION,
  SF_PDF_DROP_NOTE,
  SF_PDF_DROP_NOTE_ID,
  SF_PDF_DROP_CONTENTS_LIST,
  SF_PDF_DROP_LINK,
  SF_PDF_DROP_LINK_CONTENTS,
  SF_PDF_DROP_LINK_DESTINATION,
  SF_PDF_DROP_LINK_OBJECT,
  SF_PDF_DROP_LINK_LINES,
  SF_PDF_DROP_ONE_ELEMENT,
  SF_PDF_DROP_ORDER,
  SF_PDF_DROP_LINE_ENDS,
  SF_PDF_DROP_EMBEDDING,
  SF_PDF_DROP_SUBSET,
  SF_PDF_DROP_TO_UNICODE,
  SF_PDF_DROP_GLYPH_MAP,
  SF_PDF_DROP_METRICS,
  SF_PDF_DROP_WIDTHS,
  SF_PDF_DROP_ACTUAL_TEXT,
  SF_PDF_DROP_MISSING_BOX,
  SF_PDF_DROP_MISSING_TEXT,
  SF_PDF_DROP_LOGICAL_ORDER,
  SF_PDF_DROP_PERMISSION,
  SF_PDF_N_DROPS,
} SfPdfDrop;

/* Whether the requirement is dropped; never but in the test. */
#define SF_PDF_DROPS(drop, which) (((drop) & (G_GUINT64_CONSTANT (1) << SF_PDF_DROP_##which)) != 0)

/**
 * sf_pdf_write:
 * @drop: a set of #SfPdfDrop: 0 but in the test
 *
 * Writes the pages as a tagged PDF.
 *
 * Returns: %FALSE with the error of the stream or of %SF_ERROR
 */
gboolean sf_pdf_write (SfDisplayList *list,
                       GOutputStream *stream,
                       guint64 drop,
                       GCancellable *cancellable,
                       GError **error);

/* --- fonts ------------------------------------------------------------------------------------ */

/* One code of a font. */
typedef struct
{
  hb_codepoint_t glyph;
  int width;
  char *text;
} SfPdfCode;

struct _SfPdfFont
{
  guint number;
  hb_face_t *face;
  hb_font_t *font; /* at its own units */
  hb_codepoint_t space;
  guint units;
  GHashTable *known;  /* glyph and text -> code */
  GHashTable *simple; /* glyph and character -> code */
  GArray *codes;      /* of SfPdfCode; code 0 is none */
  guint64 drop;
};

/* Writes the font and what belongs to it; @id is reserved for it. */
void sf_pdf_font_embed (SfPdfFont *self, SfPdfFile *file, guint id);

G_END_DECLS

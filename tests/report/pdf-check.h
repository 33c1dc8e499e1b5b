/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <hb.h>
#include <qpdf/qpdf-c.h>

#include "report/sf-display-list.h"

/*
 * Looks at a PDF from outside, with libqpdf, for everything that the design asks of it. What is
 * wrong becomes a sentence that begins with the requirement's name.
 */

/* A font of the PDF. */
typedef struct
{
  char *name;
  GHashTable *texts; /* code -> its characters */
  GArray *widths;    /* of double, by code */
  GArray *glyphs;    /* of guint, by code */
  hb_font_t *font;   /* what is embedded; or NULL */
} CheckFont;

/* A place where a glyph is seen. */
typedef struct
{
  double x;
  double y;
  double width;
} CheckGlyph;

/* A marked piece of a page. */
typedef struct
{
  guint page;
  guint mark;
  char *tag;
  GString *text;
  GArray *glyphs;  /* of CheckGlyph */
  gboolean actual; /* its text is said beside it */
  gboolean used;   /* an element has it */
} CheckPiece;

typedef struct
{
  SfDisplayList *list; /* what was written */
  qpdf_data qpdf;
  GStringChunk *strings; /* what was read of it */
  GPtrArray *complaints; /* of char * */
  GArray *pages;         /* of qpdf_oh */
  GHashTable *fonts;     /* number of its object -> CheckFont */
  GPtrArray *pieces;     /* of CheckPiece */
  GHashTable *by_mark;   /* page and mark -> CheckPiece */
  GString *pagination;   /* the text of artifacts of pagination */
} Check;

/* Returns: (transfer full) (element-type utf8): complaints about what was written of the list */
GPtrArray *check_pdf (GBytes *pdf, SfDisplayList *list);

/* Returns: (transfer full): the structure as it should be, one element a line */
char *check_expect_structure (SfDisplayList *list);

/* --- between the parts ------------------------------------------------------------------------ */

void check_complain (Check *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
qpdf_oh check_key (Check *self, qpdf_oh object, const char *key);
gboolean check_has (Check *self, qpdf_oh object, const char *key);
gboolean check_is_name (Check *self, qpdf_oh object, const char *key, const char *name);
const char *check_text (Check *self, qpdf_oh object, const char *key);
GBytes *check_stream (Check *self, qpdf_oh stream);
char *check_string (GBytes *bytes);
void check_add_piece (Check *self, CheckPiece *piece);
CheckPiece *check_find_piece (Check *self, guint page, guint mark);
guint check_find_page (Check *self, qpdf_oh page);

void check_file (Check *self);
void check_fonts (Check *self);
void check_font_free (gpointer data);
CheckFont *check_get_font (Check *self, qpdf_oh font);
void check_contents (Check *self);
void check_structure (Check *self);
void check_links (Check *self, qpdf_oh link, const char *text, GPtrArray *pieces);

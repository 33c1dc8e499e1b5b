/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-layout.h"

/*
 * Layout in two steps. Blocks become strips: pieces of a column, each of a fixed height, with the
 * space around it and with what it must not be parted from (sf-layout-blocks.c, -table.c, -chart.c;
 * lines of text come from -text.c and -shape.c). The pager then sets the strips on pages
 * (-pages.c). Only the pager knows pages, only the block functions know blocks. Block by block the
 * pager sets what no later block can move, so that a layout that is going to be too long can be
 * given up early.
 */

G_BEGIN_DECLS

/* A line of text; its items are relative to the page's left edge and to the line's top. */
typedef struct
{
  GPtrArray *items; /* of SfItem */
  double height;
  double baseline;
  double gap;   /* above it, to the line before */
  double right; /* where its text ends */
} SfLine;

typedef struct
{
  double size;
  gboolean bold;
  SfColor color;
  SfAlign align;
} SfTextStyle;

typedef struct
{
  const SfBlock *heading;
  double y; /* relative to the strip */
} SfStripAnchor;

typedef struct
{
  GPtrArray *items; /* of SfItem, relative to the page's left edge and to the strip's top */
  double height;
  double before;
  double after;
  gboolean keep_next;   /* no page break below it */
  gboolean new_page;    /* begins a page */
  gboolean at_foot;     /* stands at the foot of its page */
  GPtrArray *cells;     /* of GPtrArray of SfLine: a table row that may be broken; or NULL */
  GPtrArray *header;    /* of SfStrip: what a new page repeats above it; or NULL */
  const SfBlock *box;   /* the note whose box lies beneath it; or NULL */
  GArray *anchors;      /* of SfStripAnchor; or NULL */
  const SfBlock *block; /* of a table row and of a contents entry */
  const SfBlock *entry; /* the heading whose page number stands here; or NULL */
  guint entry_index;
  double entry_baseline;
} SfStrip;

/* A page number of the contents list that is still to be written. */
typedef struct
{
  const SfBlock *contents;
  const SfBlock *entry;
  guint entry_index;
  guint page;
  guint place; /* among the page's items */
  double baseline;
} SfPageRef;

/* Prose that Pango shaped once, to be measured and to be broken at any width. */
typedef struct _SfShaped SfShaped;

/* What was laid out before and may come again: a report is composed several times until it fits.
 * For one style sheet only. */
typedef struct
{
  GHashTable *lines;  /* what, how and how wide -> GPtrArray of SfLine at x 0 */
  GHashTable *shaped; /* what and how -> SfShaped */
  GString *key;       /* room to say what and how */
} SfLayoutCache;

/* Asked whenever a page begins or a heading is set: whether to go on. The last page is not full. */
typedef gboolean (*SfLayoutCheck) (SfDisplayList *list, gpointer data);

typedef struct
{
  SfDisplayList *list;
  const SfStyleSheet *sheet;
  PangoContext *context;
  PangoLayout *pango;
  double left;
  double width;
  double top;
  double bottom;
  GPtrArray *strips; /* of SfStrip: where block functions put theirs */
  GArray *refs;      /* of SfPageRef */
  SfLayoutCache *cache;
  SfLayoutCheck check; /* or NULL */
  gpointer check_data;
} SfLayout;

/* Prose as Pango sees it. */
typedef struct
{
  GString *text;
  PangoAttrList *attributes;
  GArray *marks; /* for each of which a letter stands in the text */
} SfTextBuild;

/* What runs become items with. */
typedef struct
{
  const SfTextBuild *build;
  const SfTextStyle *style;
  GPtrArray *items;
  double baseline;
} SfRunContext;

/* Text. */
SfLayoutCache *sf_layout_cache_new (void);
void sf_layout_cache_free (SfLayoutCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfLayoutCache, sf_layout_cache_free)
SfDisplayList *sf_layout_run_cached (SfDocument *document,
                                     const SfStyleSheet *sheet,
                                     SfFonts *fonts,
                                     SfLayoutCache *cache);

/* NULL if @check said so; otherwise what sf_layout_run_cached() gives. */
SfDisplayList *sf_layout_run_checked (SfDocument *document,
                                      const SfStyleSheet *sheet,
                                      SfFonts *fonts,
                                      SfLayoutCache *cache,
                                      SfLayoutCheck check,
                                      gpointer data);
GPtrArray *
sf_layout_make_lines (SfLayout *self, const SfProse *prose, const SfTextStyle *style, double width);
void sf_layout_build_text (SfLayout *self,
                           const SfProse *prose,
                           const SfTextStyle *style,
                           SfTextBuild *build);
void sf_text_build_clear (SfTextBuild *self);
double sf_layout_add_run (SfRunContext *context, const PangoGlyphItem *run, double x);
SfShaped *sf_layout_shape (SfLayout *self, const SfProse *prose, const SfTextStyle *style);
void sf_shaped_free (SfShaped *self);
double sf_shaped_get_width (const SfShaped *self);
double sf_shaped_get_word (const SfShaped *self);
GPtrArray *sf_layout_break_lines (SfLayout *self,
                                  const SfShaped *shaped,
                                  const SfTextStyle *style,
                                  double width);
void sf_line_free (SfLine *self);
GPtrArray *sf_layout_lines (SfLayout *self,
                            const SfProse *prose,
                            const SfTextStyle *style,
                            double x,
                            double width,
                            const SfOrigin *origin);
double sf_layout_measure (SfLayout *self, const SfProse *prose, const SfTextStyle *style);
double sf_layout_measure_word (SfLayout *self, const SfProse *prose, const SfTextStyle *style);
void sf_layout_take_items (GPtrArray *to, GPtrArray *from, double dy);
double sf_layout_put_text (SfLayout *self,
                           GPtrArray *items,
                           const char *text,
                           const SfTextStyle *style,
                           double x,
                           double y,
                           double width,
                           const SfOrigin *origin);
SfItem *sf_layout_add_rect (GPtrArray *items,
                            const SfOrigin *origin,
                            double x,
                            double y,
                            double width,
                            double height,
                            SfColor color);
SfItem *sf_layout_add_line (GPtrArray *items,
                            const SfOrigin *origin,
                            double x,
                            double y,
                            double width,
                            double height,
                            double line_width,
                            SfColor color);
SfItem *sf_layout_add_path (GPtrArray *items,
                            const SfOrigin *origin,
                            SfPath *path,
                            double x,
                            double y,
                            double line_width,
                            SfColor color);
/* @path as it is, on another scale. */
SfPath *sf_layout_scale_path (const SfPath *path, double scale);
void sf_layout_add_shape (GPtrArray *items,
                          const SfOrigin *origin,
                          SfShape shape,
                          double x,
                          double y,
                          double size,
                          SfColor color);
SfOrigin sf_layout_furniture (const SfBlock *block);

/* Strips. */
SfStrip *sf_strip_new (void);
void sf_strip_free (SfStrip *self);
SfStrip *sf_layout_add_strip (SfLayout *self);
void sf_layout_block (SfLayout *self, const SfBlock *block, gboolean *new_page);
void sf_layout_blocks (SfLayout *self, GPtrArray *blocks);
void sf_layout_table (SfLayout *self, const SfBlock *block);
double sf_layout_chart (SfLayout *self, const SfBlock *block, GPtrArray *items);
double sf_layout_picture (SfLayout *self, const SfBlock *block, GPtrArray *items);

/* Pages. */
double sf_row_height (const SfLayout *self, const SfStrip *row);
typedef struct _SfPager SfPager;
SfPager *sf_pager_new (SfLayout *layout);
void sf_pager_free (SfPager *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPager, sf_pager_free)
gboolean sf_pager_take_strips (SfPager *self, gboolean all);
double sf_layout_flatten (SfLayout *self, GPtrArray *strips, SfStrip *into);

G_END_DECLS

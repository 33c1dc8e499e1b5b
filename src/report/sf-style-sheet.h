/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-path.h"
#include "report/sf-prose.h"

G_BEGIN_DECLS

/**
 * SF_MM:
 *
 * Millimetres as points, the unit of everything laid out: 72 to the inch.
 */
#define SF_MM(mm) ((mm)*72.0 / 25.4)

/**
 * SfStyleSheet:
 * @page_width, @page_height, @margin_top, @margin_bottom, @margin_side: of the paper, in points
 * @head_gap: from the running head's line to the text
 * @family: the font of everything
 * @size: of running text, in points
 * @leading: height of a line as a multiple of its size
 * @table_size, @small_size, @furniture_size, @title_size: of those texts
 * @heading_size: by level
 * @heading_before, @heading_after: space around headings, by level
 * @paragraph_after, @item_after: space below those
 * @cell_pad_x, @cell_pad_y: in table cells
 * @ink, @quiet, @link: of text, of small text and of links
 * @rule, @head_fill, @note_fill, @note_edge: of lines and boxes
 * @tones: of chips
 * @chart_width: the most that a chart takes
 * @stack_pairs: one column only
 *
 * How a document looks on one paper. A sheet is a plain value: to change the paper, copy it and set
 * the fields.
 */
typedef struct
{
  double page_width;
  double page_height;
  double margin_top;
  double margin_bottom;
  double margin_side;
  double head_gap;
  const char *family;
  double size;
  double leading;
  double table_size;
  double small_size;
  double furniture_size;
  double title_size;
  double heading_size[3];
  double heading_before[3];
  double heading_after[3];
  double paragraph_after;
  double item_after;
  double cell_pad_x;
  double cell_pad_y;
  SfColor ink;
  SfColor quiet;
  SfColor link;
  SfColor rule;
  SfColor head_fill;
  SfColor note_fill;
  SfColor note_edge;
  SfColor tones[SF_N_CHIP_TONES];
  double chart_width;
  gboolean stack_pairs;
} SfStyleSheet;

/**
 * sf_style_sheet_get_standard:
 *
 * Returns: (transfer none): A4 portrait, 11 pt
 */
const SfStyleSheet *sf_style_sheet_get_standard (void);

/**
 * sf_style_sheet_get_large_print:
 *
 * Returns: (transfer none): A4 portrait, nothing below 18 pt, nothing grey, one column
 */
const SfStyleSheet *sf_style_sheet_get_large_print (void);

/**
 * sf_style_sheet_set_paper:
 * @self: a copy of a sheet
 * @width, @height: in points
 */
void sf_style_sheet_set_paper (SfStyleSheet *self, double width, double height);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-style-sheet.h"

/* Every colour of text has a contrast of at least 4.5 to 1 on white, and 7 to 1 in large print. */
static const SfStyleSheet standard = {
  .page_width = SF_MM (210),
  .page_height = SF_MM (297),
  .margin_top = SF_MM (18),
  .margin_bottom = SF_MM (18),
  .margin_side = SF_MM (23),
  .head_gap = 12,
  .family = "Noto Sans",
  .size = 11,
  .leading = 1.38,
  .table_size = 10,
  .small_size = 9,
  .furniture_size = 8.5,
  .title_size = 30,
  .heading_size = { 17.5, 13, 11 },
  .heading_before = { 20, 13, 9 },
  .heading_after = { 7, 4, 2 },
  .paragraph_after = 6,
  .item_after = 3,
  .cell_pad_x = 5,
  .cell_pad_y = 3,
  .ink = SF_COLOR (0x241f31),
  .quiet = SF_COLOR (0x5e5c64),
  .link = SF_COLOR (0x1a5fb4),
  .rule = SF_COLOR (0xc0bfbc),
  .head_fill = SF_COLOR (0xf1f0ee),
  .note_fill = SF_COLOR (0xf6f5f4),
  .note_edge = SF_COLOR (0x77767b),
  .tones = { SF_COLOR (0x5e5c64), SF_COLOR (0x1b6b34), SF_COLOR (0x1a4f9c), SF_COLOR (0x8f4700),
             SF_COLOR (0xa51d2d) },
  .chart_width = 300,
  .stack_pairs = FALSE,
};

static const SfStyleSheet large_print = {
  .page_width = SF_MM (210),
  .page_height = SF_MM (297),
  .margin_top = SF_MM (16),
  .margin_bottom = SF_MM (16),
  .margin_side = SF_MM (18),
  .head_gap = 14,
  .family = "Noto Sans",
  .size = 18,
  .leading = 1.4,
  .table_size = 18,
  .small_size = 18,
  .furniture_size = 18,
  .title_size = 36,
  .heading_size = { 28, 23, 19 },
  .heading_before = { 26, 20, 14 },
  .heading_after = { 10, 7, 4 },
  .paragraph_after = 10,
  .item_after = 6,
  .cell_pad_x = 5,
  .cell_pad_y = 5,
  .ink = SF_COLOR (0x000000),
  .quiet = SF_COLOR (0x000000),
  .link = SF_COLOR (0x0b3a7a),
  .rule = SF_COLOR (0x5e5c64),
  .head_fill = SF_COLOR (0xf1f0ee),
  .note_fill = SF_COLOR (0xf6f5f4),
  .note_edge = SF_COLOR (0x241f31),
  .tones = { SF_COLOR (0x000000), SF_COLOR (0x0d4a22), SF_COLOR (0x0b3a7a), SF_COLOR (0x663300),
             SF_COLOR (0x7d1020) },
  .chart_width = 460,
  .stack_pairs = TRUE,
};

const SfStyleSheet *
sf_style_sheet_get_standard (void)
{
  return &standard;
}

const SfStyleSheet *
sf_style_sheet_get_large_print (void)
{
  return &large_print;
}

void
sf_style_sheet_set_paper (SfStyleSheet *self, double width, double height)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (width > 4 * self->margin_side && height > 4 * self->margin_top);

  self->page_width = width;
  self->page_height = height;
}

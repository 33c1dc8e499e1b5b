/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-display-list.h"

G_BEGIN_DECLS

/**
 * SfPageHit:
 * @page: from 0
 * @x, @y, @width, @height: the first piece of it, in points from the page's top left corner
 *
 * Where words stand on a page.
 */
typedef struct
{
  guint page;
  double x;
  double y;
  double width;
  double height;
} SfPageHit;

/**
 * sf_display_list_search:
 * @words: what is looked for, in any case; spaces and line ends are one space
 *
 * Looks through the text of each paragraph, so that words are found over the end of a line. Running
 * heads and page numbers are not looked at.
 *
 * Returns: (transfer full) (element-type SfPageHit): in reading order; empty for blank @words
 */
GArray *sf_display_list_search (SfDisplayList *list, const char *words);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "report/sf-display-list.h"

G_BEGIN_DECLS

/**
 * sf_paint_cairo_page:
 * @page: from 0
 * @cr: one unit is one point, the origin is the page's top left corner
 *
 * Paints one page for the preview, a printer or a file. Paper is not painted.
 */
void sf_paint_cairo_page (SfDisplayList *list, guint page, cairo_t *cr);

/**
 * sf_paint_cairo_make_surface:
 *
 * Returns: (transfer full): the picture's pixels as cairo has them
 */
cairo_surface_t *sf_paint_cairo_make_surface (const SfPicture *picture);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The longest side of a small picture in pixels: twice what a row shows, for screens of fine
 * resolution. */
#define SF_THUMBNAIL_SIZE 112

/**
 * SfThumbnails:
 *
 * The small pictures of files, for lists: read when they are first drawn, the last asked for
 * first, and kept for the few hundred that were looked at last.
 *
 * Signal: "loaded" (const char *digest): the picture of that content can be drawn now, or is
 * another.
 */
#define SF_TYPE_THUMBNAILS (sf_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (SfThumbnails, sf_thumbnails, SF, THUMBNAILS, GObject)

SfThumbnails *sf_thumbnails_new (SfWorkbook *workbook);

/**
 * sf_thumbnails_get:
 * @digest: SHA-256 of a content
 *
 * Returns: (transfer none) (nullable): its picture; %NULL where there is none, or where it is not
 *   read yet, which this asks for
 */
GdkTexture *sf_thumbnails_get (SfThumbnails *self, const char *digest);

G_END_DECLS

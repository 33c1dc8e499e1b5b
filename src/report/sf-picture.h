/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most pixels that a side may have: more than paper can show. */
#define SF_PICTURE_MAX 8192

/**
 * SfPicture:
 *
 * A picture as pixels: red, green and blue, a byte each, the rows one after the other from the top.
 * Files of pictures are never read here: who has one gets its pixels from the preview helper, and
 * every painter and writer encodes them anew. It never changes.
 */
typedef struct _SfPicture SfPicture;

/**
 * sf_picture_new:
 * @pixels: rows of red, green, blue, and alpha if @has_alpha; copied
 * @stride: bytes from one row to the next
 *
 * Paper has no transparency: what shines through is white.
 *
 * Returns: (transfer full) (nullable): freed with sf_picture_unref(); %NULL if a side is 0 or
 * longer than %SF_PICTURE_MAX, or if a row is longer than @stride
 */
SfPicture *
sf_picture_new (const guint8 *pixels, guint width, guint height, gsize stride, gboolean has_alpha);
SfPicture *sf_picture_ref (SfPicture *self);
void sf_picture_unref (SfPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPicture, sf_picture_unref)

guint sf_picture_get_width (const SfPicture *self);
guint sf_picture_get_height (const SfPicture *self);

/* Returns: (transfer none): 3 bytes for each pixel */
const guint8 *sf_picture_get_pixels (const SfPicture *self);

G_END_DECLS

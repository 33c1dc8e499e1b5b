/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-picture.h"

struct _SfPicture
{
  guint width;
  guint height;
  guint8 *pixels;
};

static void
picture_clear (gpointer data)
{
  g_free (((SfPicture *)data)->pixels);
}

static void
copy_row (guint8 *to, const guint8 *from, guint width, gboolean has_alpha)
{
  for (guint x = 0; x < width; x++)
    {
      guint alpha = has_alpha ? from[3] : 255;

      for (guint i = 0; i < 3; i++)
        *to++ = (from[i] * alpha + 255 * (255 - alpha) + 127) / 255;
      from += has_alpha ? 4 : 3;
    }
}

SfPicture *
sf_picture_new (const guint8 *pixels, guint width, guint height, gsize stride, gboolean has_alpha)
{
  SfPicture *self;

  g_return_val_if_fail (pixels != NULL, NULL);

  if (width == 0 || height == 0 || width > SF_PICTURE_MAX || height > SF_PICTURE_MAX
      || stride < (gsize)width * (has_alpha ? 4 : 3))
    return NULL;
  self = g_atomic_rc_box_new0 (SfPicture);
  self->width = width;
  self->height = height;
  self->pixels = g_malloc ((gsize)width * height * 3);
  for (guint y = 0; y < height; y++)
    copy_row (self->pixels + (gsize)y * width * 3, pixels + y * stride, width, has_alpha);
  return self;
}

SfPicture *
sf_picture_ref (SfPicture *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sf_picture_unref (SfPicture *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, picture_clear);
}

guint
sf_picture_get_width (const SfPicture *self)
{
  return self->width;
}

guint
sf_picture_get_height (const SfPicture *self)
{
  return self->height;
}

const guint8 *
sf_picture_get_pixels (const SfPicture *self)
{
  return self->pixels;
}

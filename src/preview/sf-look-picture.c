/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-exif.h"
#include "preview/sf-load.h"

#include <string.h>

/* Pictures: what they claim to measure is asked before anything of them is unpacked. */

#define MAX_PIXELS (G_GINT64_CONSTANT (100) * 1000 * 1000)
/* JPEG is made smaller while it is unpacked; the others are whole in memory first. */
#define MAX_PIXELS_WHOLE (G_GINT64_CONSTANT (64) * 1000 * 1000)
#define FEED ((gsize)64 * 1024)

typedef struct
{
  const char *media_type;
  guint side;
  gboolean refused;
} SfPictureKind;

static const char *
find_media_type (SfBytes bytes)
{
  if (SF_BYTES_IS (bytes, 0, "\xff\xd8\xff"))
    return "image/jpeg";
  if (SF_BYTES_IS (bytes, 0, "\x89PNG\r\n\x1a\n"))
    return "image/png";
  if (SF_BYTES_IS (bytes, 0, "GIF87a") || SF_BYTES_IS (bytes, 0, "GIF89a"))
    return "image/gif";
  if (SF_BYTES_IS (bytes, 0, "II*\0") || SF_BYTES_IS (bytes, 0, "MM\0*"))
    return "image/tiff";
  if (SF_BYTES_IS (bytes, 0, "RIFF") && SF_BYTES_IS (bytes, 8, "WEBP"))
    return "image/webp";
  if (SF_BYTES_IS (bytes, 4, "ftypheic") || SF_BYTES_IS (bytes, 4, "ftypheix")
      || SF_BYTES_IS (bytes, 4, "ftypmif1"))
    return "image/heic";
  if (SF_BYTES_IS (bytes, 4, "ftypavif"))
    return "image/avif";
  return NULL;
}

static gboolean
is_too_large (const char *media_type, gint64 width, gint64 height)
{
  gint64 limit = g_str_equal (media_type, "image/jpeg") ? MAX_PIXELS : MAX_PIXELS_WHOLE;

  return width <= 0 || height <= 0 || width > limit / height;
}

static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* By our own reading, so that a loader never sees what is too large. */
static gboolean
declares_too_much (SfBytes bytes, const char *media_type)
{
  if (g_str_equal (media_type, "image/png"))
    return is_too_large (media_type, sf_bytes_get_32 (bytes, 16, FALSE),
                         sf_bytes_get_32 (bytes, 20, FALSE));
  if (g_str_equal (media_type, "image/gif"))
    return is_too_large (media_type, sf_bytes_get_16 (bytes, 6, TRUE),
                         sf_bytes_get_16 (bytes, 8, TRUE));
  if (g_str_equal (media_type, "image/jpeg"))
    {
      SfJpegPart part;

      for (gsize at = 2; sf_jpeg_read_part (bytes, at, &part) && part.marker != SF_JPEG_SOS;
           at = part.end)
        if (is_frame (part.marker)
            && is_too_large (media_type, sf_bytes_get_16 (part.body, 3, FALSE),
                             sf_bytes_get_16 (part.body, 1, FALSE)))
          return TRUE;
    }
  return FALSE;
}

void
sf_load_fit (guint width, guint height, guint side, int *fit_width, int *fit_height)
{
  double scale = MIN (side / (double)MAX (MAX (width, height), 1), 1);

  *fit_width = MAX ((int)(width * scale + 0.5), 1);
  *fit_height = MAX ((int)(height * scale + 0.5), 1);
}

static void
on_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  SfPictureKind *kind = data;

  if (is_too_large (kind->media_type, width, height))
    {
      kind->refused = TRUE;
      gdk_pixbuf_loader_set_size (loader, 0, 0);
      return;
    }
  sf_load_fit ((guint)width, (guint)height, kind->side, &width, &height);
  gdk_pixbuf_loader_set_size (loader, width, height);
}

/* What shines through is shown on white. */
static GdkPixbuf *
flatten (GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);
  GdkPixbuf *flat;

  if (!gdk_pixbuf_get_has_alpha (picture))
    return g_object_ref (picture);
  flat = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  if (flat == NULL)
    return NULL;
  gdk_pixbuf_fill (flat, 0xffffffff);
  gdk_pixbuf_composite (picture, flat, 0, 0, width, height, 0, 0, 1, 1, GDK_INTERP_NEAREST, 255);
  return flat;
}

static GdkPixbuf *
load_by_loader (SfBytes bytes, SfPictureKind *kind)
{
  g_autoptr (GdkPixbufLoader) loader
      = gdk_pixbuf_loader_new_with_mime_type (kind->media_type, NULL);
  g_autoptr (GdkPixbuf) upright = NULL;
  gboolean good = loader != NULL;
  GdkPixbuf *picture;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), kind);
  for (gsize at = 0; good && !kind->refused && at < bytes.length; at += FEED)
    good = gdk_pixbuf_loader_write (loader, bytes.data + at, MIN (FEED, bytes.length - at), NULL);
  good = gdk_pixbuf_loader_close (loader, NULL) && good;
  picture = good && !kind->refused ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  upright = picture != NULL ? gdk_pixbuf_apply_embedded_orientation (picture) : NULL;
  return upright != NULL ? flatten (upright) : NULL;
}

static GdkPixbuf *
load (SfBytes bytes, SfPictureKind *kind)
{
  if (g_str_equal (kind->media_type, "image/jpeg"))
    return sf_load_jpeg (bytes, kind->side);
  if (g_str_equal (kind->media_type, "image/png"))
    return sf_load_png (bytes, kind->side);
  return load_by_loader (bytes, kind);
}

static SfBytes
find_notes (SfBytes bytes, const char *media_type)
{
  if (g_str_equal (media_type, "image/jpeg"))
    return sf_exif_find_in_jpeg (bytes);
  if (g_str_equal (media_type, "image/tiff"))
    return bytes;
  return (SfBytes){ bytes.data, 0 };
}

/* Whether it is a picture, which need not mean that it could be read. */
gboolean
sf_look_at_picture (SfLook *look, SfBytes bytes)
{
  const char *media_type = find_media_type (bytes);
  SfPictureKind kind = { media_type, look->side, FALSE };

  if (media_type == NULL)
    return FALSE;
  if (declares_too_much (bytes, media_type))
    return TRUE;
  look->picture = load (bytes, &kind);
  if (look->picture == NULL)
    return TRUE;
  look->drawn = TRUE;
  if (look->date == NULL)
    look->date = sf_exif_find_date (find_notes (bytes, media_type));
  return TRUE;
}

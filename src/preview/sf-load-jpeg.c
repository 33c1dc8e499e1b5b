/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-exif.h"
#include "preview/sf-load.h"

#include <setjmp.h>
/* after what it needs and does not include itself */
#include <stdio.h>

#include <jpeglib.h>

typedef struct
{
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr trouble;
  jmp_buf out;
  GdkPixbuf *picture;
  guint8 *inks; /* a row of four inks, where it is made for a press */
} SfJpegReading;

static G_NORETURN void
leave (j_common_ptr jpeg)
{
  SfJpegReading *reading = jpeg->client_data;

  longjmp (reading->out, 1);
}

/* What is broken is shown as far as it came. */
static void
say_nothing (j_common_ptr jpeg, int level)
{
}

/* It is made smaller while it is unpacked, but not below what is wanted. */
static void
choose_scale (struct jpeg_decompress_struct *jpeg, guint side)
{
  jpeg->scale_denom = 8;
  jpeg->scale_num = 1;
  while (jpeg->scale_num < 8
         && MAX (jpeg->image_width, jpeg->image_height) * jpeg->scale_num / 8 < side)
    jpeg->scale_num *= 2;
}

static void
mix_inks (const SfJpegReading *reading, guint8 *pixels)
{
  const guint8 *ink = reading->inks;
  /* all who write such files write the inks the other way round, and this mark */
  guint8 flip = reading->jpeg.saw_Adobe_marker ? 0 : 0xff;

  for (guint x = 0; x < reading->jpeg.output_width; x++, ink += 4)
    for (guint i = 0; i < 3; i++)
      *pixels++ = (guint8)((ink[i] ^ flip) * (ink[3] ^ flip) / 255);
}

/* Jumps out of here where the bytes are no such picture. */
static void
read_rows (SfJpegReading *reading, SfBytes bytes, guint side)
{
  struct jpeg_decompress_struct *jpeg = &reading->jpeg;
  gboolean inks;

  jpeg_create_decompress (jpeg);
  jpeg_mem_src (jpeg, bytes.data, bytes.length);
  jpeg_read_header (jpeg, TRUE);
  inks = jpeg->num_components == 4;
  jpeg->out_color_space = inks ? JCS_CMYK : JCS_RGB;
  choose_scale (jpeg, side);
  jpeg_start_decompress (jpeg);
  reading->picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, (int)jpeg->output_width,
                                     (int)jpeg->output_height);
  if (reading->picture == NULL)
    return;
  if (inks)
    reading->inks = g_malloc ((gsize)jpeg->output_width * 4);
  while (jpeg->output_scanline < jpeg->output_height)
    {
      guint8 *row = gdk_pixbuf_get_pixels (reading->picture)
                    + (gsize)gdk_pixbuf_get_rowstride (reading->picture) * jpeg->output_scanline;

      jpeg_read_scanlines (jpeg, inks ? &reading->inks : &row, 1);
      if (inks)
        mix_inks (reading, row);
    }
}

static GdkPixbuf *
make_smaller (GdkPixbuf *picture, guint side)
{
  int width, height;

  sf_load_fit ((guint)gdk_pixbuf_get_width (picture), (guint)gdk_pixbuf_get_height (picture), side,
               &width, &height);
  if (width == gdk_pixbuf_get_width (picture) && height == gdk_pixbuf_get_height (picture))
    return g_object_ref (picture);
  return gdk_pixbuf_scale_simple (picture, width, height, GDK_INTERP_BILINEAR);
}

static GdkPixbuf *
turn_upright (GdkPixbuf *picture, SfBytes jpeg)
{
  char way[] = { (char)('0' + sf_exif_find_orientation (sf_exif_find_in_jpeg (jpeg))), '\0' };

  gdk_pixbuf_set_option (picture, "orientation", way);
  return gdk_pixbuf_apply_embedded_orientation (picture);
}

GdkPixbuf *
sf_load_jpeg (SfBytes bytes, guint side)
{
  SfJpegReading *reading = g_new0 (SfJpegReading, 1);
  g_autoptr (GdkPixbuf) picture = NULL, small = NULL;

  reading->jpeg.err = jpeg_std_error (&reading->trouble);
  reading->jpeg.client_data = reading;
  reading->trouble.error_exit = leave;
  reading->trouble.emit_message = say_nothing;
  if (setjmp (reading->out) == 0)
    read_rows (reading, bytes, side);
  else
    g_clear_object (&reading->picture);
  picture = g_steal_pointer (&reading->picture);
  jpeg_destroy_decompress (&reading->jpeg);
  g_free (reading->inks);
  g_free (reading);
  if (picture != NULL)
    small = make_smaller (picture, side);
  return small != NULL ? turn_upright (small, bytes) : NULL;
}

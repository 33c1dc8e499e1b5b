/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "samples.h"

#include <stdio.h>
#include <stdlib.h>

/* it needs what stands above */
#include <jpeglib.h>

#define WIDTH 30
#define HEIGHT 20

/* A picture all over of one colour. */
static GBytes *
make_jpeg (const guint8 *colour, guint n_inks, J_COLOR_SPACE space)
{
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr trouble;
  unsigned char *made = NULL;
  unsigned long length = 0;
  guint8 row[WIDTH * 4];
  guint8 *rows[] = { row };

  for (guint i = 0; i < WIDTH * n_inks; i++)
    row[i] = colour[i % n_inks];
  jpeg.err = jpeg_std_error (&trouble);
  jpeg_create_compress (&jpeg);
  jpeg_mem_dest (&jpeg, &made, &length);
  jpeg.image_width = WIDTH;
  jpeg.image_height = HEIGHT;
  jpeg.input_components = (int)n_inks;
  jpeg.in_color_space = space;
  jpeg_set_defaults (&jpeg);
  jpeg_start_compress (&jpeg, TRUE);
  while (jpeg.next_scanline < HEIGHT)
    jpeg_write_scanlines (&jpeg, rows, 1);
  jpeg_finish_compress (&jpeg);
  jpeg_destroy_compress (&jpeg);
  return g_bytes_new_with_free_func (made, length, free, made);
}

GBytes *
sample_press_jpeg (void)
{
  /* the other way round, as all who write such files do: no cyan, full magenta and yellow */
  return make_jpeg ((const guint8[]){ 255, 0, 0, 255 }, 4, JCS_CMYK);
}

GBytes *
sample_grey_jpeg (void)
{
  return make_jpeg ((const guint8[]){ 60 }, 1, JCS_GRAYSCALE);
}

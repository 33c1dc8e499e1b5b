/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "preview/sf-look.h"

G_BEGIN_DECLS

/* What a camera writes into its pictures, as far as it is wanted: when, and which way up. */

/* (transfer full) (nullable): the day it was taken. @tiff: from the byte order mark on */
char *sf_exif_find_date (SfBytes tiff);
/* 1 to 8; 0 where it is not said */
guint sf_exif_find_orientation (SfBytes tiff);

/* The camera's notes in a JPEG file; of nothing where there are none. */
SfBytes sf_exif_find_in_jpeg (SfBytes jpeg);

/**
 * SfJpegPart:
 * @marker: its letter
 * @start: where the marker begins
 * @end: behind its last byte
 * @body: what it holds, without marker and length
 *
 * One of the parts that come before the picture's data.
 */
typedef struct
{
  guint8 marker;
  gsize start;
  gsize end;
  SfBytes body;
} SfJpegPart;

#define SF_JPEG_SOS 0xda

/* The part that begins at @at; FALSE where none does. */
gboolean sf_jpeg_read_part (SfBytes jpeg, gsize at, SfJpegPart *part);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-strip.h"

#include "preview/sf-boxes.h"
#include "preview/sf-reply.h"

/* Pictures are written anew in memory, and a picture is never so large. */
#define MAX_PICTURE ((gsize)200 << 20)

static gboolean (*find_way (SfBytes bytes)) (SfBytes, GByteArray *)
{
  if (SF_BYTES_IS (bytes, 0, "\xff\xd8\xff"))
    return sf_strip_jpeg;
  if (SF_BYTES_IS (bytes, 0, "\x89PNG\r\n\x1a\n"))
    return sf_strip_png;
  if (SF_BYTES_IS (bytes, 0, "GIF87a") || SF_BYTES_IS (bytes, 0, "GIF89a"))
    return sf_strip_gif;
  if (SF_BYTES_IS (bytes, 0, "RIFF") && SF_BYTES_IS (bytes, 8, "WEBP"))
    return sf_strip_webp;
  return NULL;
}

/* Films, and pictures kept as films are: what tells is overwritten where it lies, so that all else
 * stays where it is. */
static void
strip_film (SfBytes bytes)
{
  SfFilm film;

  sf_film_init (&film, bytes);
  if (sf_strip_film (&film))
    sf_film_reply (&film);
  else
    sf_reply_field (SF_PREVIEW_CANNOT, NULL, 0);
  sf_film_clear (&film);
}

void
sf_strip (SfBytes bytes)
{
  gboolean (*way) (SfBytes, GByteArray *) = find_way (bytes);
  g_autoptr (GByteArray) copy = g_byte_array_new ();

  if (way != NULL && bytes.length <= MAX_PICTURE && way (bytes, copy))
    sf_reply_pieces ((SfBytes){ copy->data, copy->len });
  else if (way == NULL && SF_BYTES_IS (bytes, 4, "ftyp"))
    strip_film (bytes);
  else
    sf_reply_field (SF_PREVIEW_CANNOT, NULL, 0);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-strip.h"

#include <string.h>

/* MP4 and QuickTime films are boxes within boxes, and tables in them say where in the file each
 * picture lies. So nothing moves: a box that tells becomes a free one of the same size, full of
 * zeros. */

#define MAX_DEPTH 8

typedef struct
{
  guint8 *data;
  gsize length;
  guint n_tracks_of_notes;
} SfFilm;

typedef struct
{
  gsize start;
  gsize body;
  gsize end;
  char type[5];
} SfBox;

static SfBytes
bytes_of (const SfFilm *film)
{
  return (SfBytes){ film->data, film->length };
}

static gboolean
read_box (const SfFilm *film, gsize at, gsize end, SfBox *box)
{
  SfBytes bytes = sf_bytes_part (bytes_of (film), 0, end);
  guint64 size = sf_bytes_get_32 (bytes, at, FALSE);

  if (!sf_bytes_has (bytes, at, 8))
    return FALSE;
  box->start = at;
  box->body = at + 8;
  memcpy (box->type, bytes.data + at + 4, 4);
  box->type[4] = '\0';
  if (size == 1 && sf_bytes_has (bytes, at, 16))
    {
      size = (guint64)sf_bytes_get_32 (bytes, at + 8, FALSE) << 32
             | sf_bytes_get_32 (bytes, at + 12, FALSE);
      box->body = at + 16;
    }
  else if (size == 0)
    size = end - at;
  if (size < box->body - at || size > end - at)
    return FALSE;
  box->end = at + (gsize)size;
  return TRUE;
}

static gboolean
is_one_of (const SfBox *box, const char *const *types)
{
  for (; *types != NULL; types++)
    if (g_str_equal (box->type, *types))
      return TRUE;
  return FALSE;
}

static void
blank (SfFilm *film, const SfBox *box)
{
  memcpy (film->data + box->start + 4, "free", 4);
  memset (film->data + box->body, 0, box->end - box->body);
}

/* A track beside the picture and the sound may hold where the camera was, second by second. */
static void
look_at_handler (SfFilm *film, const SfBox *box)
{
  SfBytes bytes = bytes_of (film);

  if (SF_BYTES_IS (bytes, box->body + 8, "meta") || SF_BYTES_IS (bytes, box->body + 8, "camm")
      || SF_BYTES_IS (bytes, box->body + 8, "data"))
    film->n_tracks_of_notes++;
}

static gboolean
go_through (SfFilm *film, gsize at, gsize end, guint depth)
{
  static const char *const telling[] = { "udta", "meta", "uuid", "free", "skip", "wide", NULL };
  static const char *const holding[] = { "moov", "trak", "mdia", "moof", "traf", NULL };
  SfBox box;

  while (at < end)
    {
      if (depth > MAX_DEPTH || !read_box (film, at, end, &box))
        return FALSE;
      if (is_one_of (&box, telling))
        blank (film, &box);
      else if (g_str_equal (box.type, "hdlr"))
        look_at_handler (film, &box);
      else if (is_one_of (&box, holding) && !go_through (film, box.body, box.end, depth + 1))
        return FALSE;
      at = box.end;
    }
  return TRUE;
}

/* Pictures that are kept like films have their notes among the pictures themselves. */
static gboolean
is_film (SfBytes bytes)
{
  static const char *const pictures[] = { "heic", "heix", "heim", "heis", "mif1", "msf1", "avif" };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (sf_bytes_start_with (bytes, 8, pictures[i], 4))
      return FALSE;
  return TRUE;
}

gboolean
sf_strip_film (guint8 *data, gsize length)
{
  SfFilm film = { data, length, 0 };

  return is_film (bytes_of (&film)) && go_through (&film, 0, length, 0)
         && film.n_tracks_of_notes == 0;
}

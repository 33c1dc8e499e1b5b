/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-boxes.h"
#include "preview/sf-reply.h"

#include <string.h>
#include <sys/mman.h>

/* A film has some ten of them, one with subtitles some thousands. */
#define MAX_CHANGES 1000000

/* Zeros from @at to @end, or the four letters "free" there. */
typedef struct
{
  gsize at;
  gsize end;
  gboolean named;
} SfChange;

void
sf_film_init (SfFilm *film, SfBytes bytes)
{
  film->bytes = bytes;
  film->changes = g_array_new (FALSE, FALSE, sizeof (SfChange));
}

void
sf_film_clear (SfFilm *film)
{
  g_array_unref (film->changes);
}

static gboolean
add_change (SfFilm *film, gsize at, gsize length, gboolean named)
{
  SfChange change = { at, at + length, named };

  if (film->changes->len >= MAX_CHANGES)
    return FALSE;
  g_array_append_val (film->changes, change);
  return TRUE;
}

gboolean
sf_film_blank (SfFilm *film, guint64 at, guint64 length)
{
  SfChange *last;

  if (at > film->bytes.length || length > film->bytes.length - at)
    return FALSE;
  if (film->changes->len > 0)
    {
      last = &g_array_index (film->changes, SfChange, film->changes->len - 1);
      if (!last->named && last->end == at)
        {
          last->end += (gsize)length;
          return TRUE;
        }
    }
  return length == 0 || add_change (film, (gsize)at, (gsize)length, FALSE);
}

gboolean
sf_film_name_free (SfFilm *film, gsize at)
{
  return sf_bytes_has (film->bytes, at, 4) && add_change (film, at, 4, TRUE);
}

/* --- the copy -----------------------------------------------------------------------------------
 */

/* Zeros last: where a file says that its notes lie across its own boxes, the notes go. */
static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const SfChange *one = a, *other = b;

  if (one->named != other->named)
    return one->named ? -1 : 1;
  return one->at < other->at ? -1 : one->at > other->at;
}

static void
apply (const SfChange *change, guint8 *piece, gsize at, gsize length)
{
  gsize from = MAX (change->at, at), to = MIN (change->end, at + length);

  if (from >= to)
    return;
  if (change->named)
    memcpy (piece + (from - at), &"free"[from - change->at], to - from);
  else
    memset (piece + (from - at), 0, to - from);
}

/* Applies those that concern the piece, from *@next on, which is moved beyond what is done with. */
static void
apply_from (GArray *changes, guint *next, guint end, guint8 *piece, gsize at, gsize length)
{
  const SfChange *all = (const SfChange *)(gpointer)changes->data;

  while (*next < end && all[*next].end <= at)
    ++*next;
  for (guint i = *next; i < end && all[i].at < at + length; i++)
    apply (&all[i], piece, at, length);
}

void
sf_film_reply (SfFilm *film)
{
  g_autofree guint8 *piece = g_malloc (SF_PREVIEW_PIECE);
  guint n_names = 0, next_name = 0, next_blank;

  g_array_sort (film->changes, compare_changes);
  while (n_names < film->changes->len && g_array_index (film->changes, SfChange, n_names).named)
    n_names++;
  next_blank = n_names;
  for (gsize at = 0; at < film->bytes.length; at += SF_PREVIEW_PIECE)
    {
      gsize length = MIN ((gsize)SF_PREVIEW_PIECE, film->bytes.length - at);

      memcpy (piece, film->bytes.data + at, length);
      apply_from (film->changes, &next_name, n_names, piece, at, length);
      apply_from (film->changes, &next_blank, film->changes->len, piece, at, length);
      sf_reply_field (SF_PREVIEW_PIECE_FIELD, piece, length);
      /* it can be read again from the file, if need be */
      madvise ((gpointer)(film->bytes.data + at), length, MADV_DONTNEED);
    }
}

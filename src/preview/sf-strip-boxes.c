/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-boxes.h"
#include "preview/sf-strip.h"

/* Films: what they say of themselves goes, and so do tracks beside picture and sound: they may hold
 * where the camera was, second by second, be it as figures or as subtitles. */

#define MAX_DEPTH 8

/* The tables that say where a track's samples lie. */
typedef struct
{
  SfBox sizes;
  SfBox chunks;
  SfBox offsets;
  gboolean wide; /* offsets of eight bytes */
  guint32 sample;
  guint32 run;
} SfTables;

static guint32
get (const SfFilm *film, const SfBox *box, gsize at)
{
  SfBytes body = sf_bytes_part (sf_film_bytes (film), box->body, box->end - box->body);

  return sf_bytes_get_32 (body, at, FALSE);
}

static gboolean
find_tables (const SfFilm *film, const SfBox *media, SfTables *tables)
{
  SfBox minf, stbl;

  if (!sf_box_find (film, media->body, media->end, "minf", &minf)
      || !sf_box_find (film, minf.body, minf.end, "stbl", &stbl)
      || !sf_box_find (film, stbl.body, stbl.end, "stsz", &tables->sizes)
      || !sf_box_find (film, stbl.body, stbl.end, "stsc", &tables->chunks))
    return FALSE;
  tables->wide = !sf_box_find (film, stbl.body, stbl.end, "stco", &tables->offsets);
  return !tables->wide || sf_box_find (film, stbl.body, stbl.end, "co64", &tables->offsets);
}

/* How many samples lie in the chunk of that number, counted from 1. */
static guint32
count_in_chunk (const SfFilm *film, SfTables *tables, guint32 chunk)
{
  guint32 n_runs = get (film, &tables->chunks, 4);

  while (tables->run + 1 < n_runs
         && get (film, &tables->chunks, 8 + (gsize)(tables->run + 1) * 12) <= chunk)
    tables->run++;
  return get (film, &tables->chunks, 8 + (gsize)tables->run * 12 + 4);
}

static gboolean
blank_chunk (SfFilm *film, SfTables *tables, guint64 at, guint32 n)
{
  guint32 same = get (film, &tables->sizes, 4), all = get (film, &tables->sizes, 8);

  for (; n > 0 && tables->sample < all; n--)
    {
      guint32 size = same != 0 ? same : get (film, &tables->sizes, 12 + (gsize)tables->sample * 4);

      if (!sf_film_blank (film, at, size))
        return FALSE;
      at += size;
      tables->sample++;
    }
  return TRUE;
}

/* FALSE where some of its samples may be left. */
static gboolean
blank_samples (SfFilm *film, const SfBox *media)
{
  SfTables tables = { 0 };
  guint32 n_chunks;

  if (!find_tables (film, media, &tables))
    return FALSE;
  n_chunks = get (film, &tables.offsets, 4);
  for (guint32 i = 0; i < n_chunks; i++)
    {
      gsize entry = 8 + (gsize)i * (tables.wide ? 8 : 4);
      guint64 at = get (film, &tables.offsets, entry);

      if (entry >= tables.offsets.end - tables.offsets.body)
        return FALSE;
      if (tables.wide)
        at = at << 32 | get (film, &tables.offsets, entry + 4);
      if (!blank_chunk (film, &tables, at, count_in_chunk (film, &tables, i + 1)))
        return FALSE;
    }
  return tables.sample == get (film, &tables.sizes, 8);
}

/* Picture, sound and time code are what a film is made of. */
static gboolean
is_needed (const SfFilm *film, const SfBox *handler)
{
  static const char *const needed[] = { "vide", "soun", "tmcd" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (sf_bytes_start_with (sf_film_bytes (film), handler->body + 8, needed[i], 4))
      return TRUE;
  return FALSE;
}

static gboolean
look_at_track (SfFilm *film, const SfBox *track)
{
  SfBox media, handler;

  if (!sf_box_find (film, track->body, track->end, "mdia", &media)
      || !sf_box_find (film, media.body, media.end, "hdlr", &handler))
    return FALSE;
  if (is_needed (film, &handler))
    return TRUE;
  if (!blank_samples (film, &media))
    return FALSE;
  sf_box_blank (film, track);
  return TRUE;
}

static gboolean
go_through (SfFilm *film, gsize at, gsize end, guint depth)
{
  static const char *const telling[] = { "udta", "meta", "uuid", "free", "skip", "wide", NULL };
  static const char *const holding[] = { "moov", "trak", "mdia", "moof", "traf", NULL };
  SfBox box;

  while (at < end)
    {
      if (depth > MAX_DEPTH || !sf_box_read (film, at, end, &box))
        return FALSE;
      if (depth == 0 && g_str_equal (box.type, "meta"))
        {
          if (!sf_strip_items (film, &box))
            return FALSE;
        }
      else if (sf_box_is_one_of (&box, telling))
        sf_box_blank (film, &box);
      else if (g_str_equal (box.type, "trak") && !look_at_track (film, &box))
        return FALSE;
      else if (sf_box_is_one_of (&box, holding) && !go_through (film, box.body, box.end, depth + 1))
        return FALSE;
      at = box.end;
    }
  return TRUE;
}

gboolean
sf_strip_film (guint8 *data, gsize length)
{
  SfFilm film = { data, length };

  return go_through (&film, 0, length, 0);
}

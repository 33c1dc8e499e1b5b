/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-boxes.h"

/* Films: only what playing needs stays. Cameras keep their notes in boxes of many names, and tracks
 * beside picture and sound may hold where the camera was, second by second, be it as figures or as
 * subtitles. */

/* What stays, by the box that it lies in. A box that is not the name of a line stays whole. */
static const struct
{
  const char *name;
  const char *stays;
} rooms[] = {
  { "", "ftyp styp pdin moov moof mdat mfra sidx" },
  { "moov", "mvhd trak mvex" },
  { "mvex", "mehd trex leva" },
  { "trak", "tkhd tapt edts tref mdia" },
  { "tapt", "clef prof enof" },
  { "edts", "elst" },
  { "mdia", "mdhd hdlr elng minf" },
  { "minf", "vmhd smhd nmhd gmhd hdlr dinf stbl" },
  { "gmhd", "gmin tmcd" },
  { "dinf", "dref" },
  { "stbl",
    "stsd stts ctts cslg stsc stsz stz2 stco co64 stss stps stsh sdtp padb subs sbgp sgpd" },
  { "moof", "mfhd traf" },
  { "traf", "tfhd tfdt trun sdtp subs sbgp sgpd" },
  { "mfra", "tfra mfro" },
};

/* What is found on the way. */
typedef struct
{
  SfFilm *film;
  gboolean lost_track;    /* one went whose samples its tables named */
  gboolean has_fragments; /* samples that no table names */
} SfWalk;

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
  SfBytes body = sf_bytes_part (film->bytes, box->body, box->end - box->body);

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
    if (sf_bytes_start_with (film->bytes, handler->body + 8, needed[i], 4))
      return TRUE;
  return FALSE;
}

static gboolean
look_at_track (SfWalk *walk, const SfBox *track, gboolean *goes)
{
  SfBox media, handler;

  if (!sf_box_find (walk->film, track->body, track->end, "mdia", &media)
      || !sf_box_find (walk->film, media.body, media.end, "hdlr", &handler))
    return FALSE;
  *goes = !is_needed (walk->film, &handler);
  if (!*goes)
    return TRUE;
  walk->lost_track = TRUE;
  return blank_samples (walk->film, &media) && sf_box_blank (walk->film, track);
}

/* When it was taken, and what the camera calls its parts. */
static gboolean
blank_within (SfFilm *film, const SfBox *box)
{
  gsize at = 0, length = 0, most = box->end - box->body;

  if (sf_box_is_among (box, "mvhd tkhd mdhd") && most > 0)
    {
      at = 4;
      length = film->bytes.data[box->body] == 1 ? 16 : 8;
    }
  else if (g_str_equal (box->type, "hdlr") && most > 24)
    {
      at = 24;
      length = most - 24;
    }
  return at + length <= most && sf_film_blank (film, box->body + at, length);
}

/* NULL where a box of that name has no boxes in it. */
static const char *
find_room (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    if (g_str_equal (rooms[i].name, name))
      return rooms[i].stays;
  return NULL;
}

static gboolean go_through (SfWalk *walk, gsize at, gsize end, const char *stays);

/* No room is within itself, so this comes to an end. */
static gboolean
look_at_box (SfWalk *walk, const SfBox *box, const char *stays)
{
  const char *within = find_room (box->type);
  gboolean goes = FALSE;

  if (!sf_box_is_among (box, stays))
    return sf_box_blank (walk->film, box);
  walk->has_fragments = walk->has_fragments || g_str_equal (box->type, "moof");
  if (g_str_equal (box->type, "trak") && !look_at_track (walk, box, &goes))
    return FALSE;
  if (goes)
    return TRUE;
  return within != NULL ? go_through (walk, box->body, box->end, within)
                        : blank_within (walk->film, box);
}

static gboolean
go_through (SfWalk *walk, gsize at, gsize end, const char *stays)
{
  gboolean top = stays == rooms[0].stays;
  SfBox box;

  while (at < end)
    {
      if (end - at < 8) /* too short for a box: some writers end a room with zeros */
        return sf_film_blank (walk->film, at, end - at);
      if (!sf_box_read (walk->film, at, end, &box))
        return FALSE;
      /* a film that is packed as a whole cannot be looked into */
      if (g_str_equal (box.type, "cmov"))
        return FALSE;
      if (top && g_str_equal (box.type, "meta") ? !sf_strip_items (walk->film, &box)
                                                : !look_at_box (walk, &box, stays))
        return FALSE;
      at = box.end;
    }
  return TRUE;
}

gboolean
sf_strip_film (SfFilm *film)
{
  SfWalk walk = { .film = film };

  return go_through (&walk, 0, film->bytes.length, rooms[0].stays)
         && !(walk.lost_track && walk.has_fragments);
}

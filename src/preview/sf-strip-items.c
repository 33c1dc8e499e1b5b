/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-boxes.h"

/* HEIC: one list names the items of the file (pictures, and notes among them), another says where
 * each lies. The notes are overwritten there. Which way up the picture is stands elsewhere. */

typedef struct
{
  SfBytes bytes;
  gsize at;
  gboolean bad; /* what was asked for was not there */
} SfReader;

static guint64
take (SfReader *reader, guint n_bytes)
{
  guint64 number = 0;

  if (!sf_bytes_has (reader->bytes, reader->at, n_bytes))
    {
      reader->bad = TRUE;
      return 0;
    }
  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | reader->bytes.data[reader->at + i];
  reader->at += n_bytes;
  return number;
}

static SfReader
reader_of (const SfFilm *film, const SfBox *box)
{
  SfReader reader = { sf_bytes_part (film->bytes, 0, box->end), box->body, FALSE };

  return reader;
}

/* --- which items ------------------------------------------------------------------------------ */

/* Items that are pictures, or say how one is made of others; all the rest may tell anything. */
#define PICTURES "hvc1 hvc2 lhv1 av01 avc1 vvc1 jpeg j2k1 j2ki unci grid iden iovl tmap mski"

/* Boxes that say which items there are and how to unpack them, and what is said of each. */
#define NEEDED "hdlr pitm iinf iloc iref iprp idat dinf grpl"
#define PROPERTIES                                                                                 \
  "ispe pixi colr pasp clap irot imir hvcC lhvC av1C avcC vvcC jpgC j2kH uncC cmpd auxC rloc "     \
  "lsel "                                                                                          \
  "a1op a1lx clli mdcv cclv amve oinf tols tOff"

static gboolean
read_entry (SfFilm *film, const SfBox *entry, GHashTable *notes)
{
  SfReader reader = reader_of (film, entry);
  guint version = (guint)take (&reader, 1);
  guint32 id;
  SfBox item = { 0 };

  take (&reader, 3);
  if (version < 2)
    return FALSE;
  id = (guint32)take (&reader, version == 2 ? 2 : 4);
  take (&reader, 2);
  for (guint i = 0; i < 4; i++)
    item.type[i] = (char)take (&reader, 1);
  if (!sf_box_is_among (&item, PICTURES))
    g_hash_table_add (notes, GUINT_TO_POINTER (id));
  return !reader.bad;
}

static gboolean
list_notes (SfFilm *film, const SfBox *list, GHashTable *notes)
{
  SfReader reader = reader_of (film, list);
  guint version = (guint)take (&reader, 1);
  SfBox entry;
  gsize at;

  take (&reader, version == 0 ? 5 : 7);
  for (at = reader.at; !reader.bad && at < list->end; at = entry.end)
    if (!sf_box_read (film, at, list->end, &entry)
        || (g_str_equal (entry.type, "infe") && !read_entry (film, &entry, notes)))
      return FALSE;
  return !reader.bad;
}

/* --- where they lie ----------------------------------------------------------------------------
 */

typedef struct
{
  SfFilm *film;
  SfReader reader;
  guint version;
  guint offset_size;
  guint length_size;
  guint base_size;
  guint index_size;
  gsize idat; /* where the box for small items has its body; 0: there is none */
} SfPlaces;

static gboolean
read_place (SfPlaces *places, GHashTable *notes)
{
  SfReader *reader = &places->reader;
  guint32 id = (guint32)take (reader, places->version < 2 ? 2 : 4);
  guint way = places->version > 0 ? (guint)take (reader, 2) & 15 : 0;
  gboolean goes = g_hash_table_contains (notes, GUINT_TO_POINTER (id));
  guint64 base;
  guint n;

  take (reader, 2);
  base = take (reader, places->base_size);
  n = (guint)take (reader, 2);
  if (goes && (way > 1 || (way == 1 && places->idat == 0)))
    return FALSE;
  for (guint i = 0; i < n && !reader->bad; i++)
    {
      guint64 offset, length;

      take (reader, places->version > 0 ? places->index_size : 0);
      offset = take (reader, places->offset_size) + base + (way == 1 ? places->idat : 0);
      length = take (reader, places->length_size);
      /* no length stands for all there is */
      if (goes && (length == 0 || !sf_film_blank (places->film, offset, length)))
        return FALSE;
    }
  return !reader->bad;
}

static gboolean
blank_notes (SfPlaces *places, GHashTable *notes)
{
  SfReader *reader = &places->reader;
  guint sizes, n;

  places->version = (guint)take (reader, 1);
  take (reader, 3);
  sizes = (guint)take (reader, 2);
  places->offset_size = sizes >> 12;
  places->length_size = sizes >> 8 & 15;
  places->base_size = sizes >> 4 & 15;
  places->index_size = sizes & 15;
  if (places->version > 2 || MAX (places->offset_size, places->length_size) > 8
      || MAX (places->base_size, places->index_size) > 8)
    return FALSE;
  n = (guint)take (reader, places->version < 2 ? 2 : 4);
  for (guint i = 0; i < n; i++)
    if (!read_place (places, notes))
      return FALSE;
  return !reader->bad;
}

/* Blanks what lies between @at and @end and is not among @types. */
static gboolean
keep_only (SfFilm *film, gsize at, gsize end, const char *types)
{
  SfBox box;

  for (; at < end; at = box.end)
    if (!sf_box_read (film, at, end, &box)
        || (!sf_box_is_among (&box, types) && !sf_box_blank (film, &box)))
      return FALSE;
  return TRUE;
}

/* Those of the items go by their numbers, which stay as they are. */
static gboolean
clean_properties (SfFilm *film, gsize at, gsize end)
{
  SfBox all, list;

  return !sf_box_find (film, at, end, "iprp", &all)
         || (keep_only (film, all.body, all.end, "ipco ipma")
             && (!sf_box_find (film, all.body, all.end, "ipco", &list)
                 || keep_only (film, list.body, list.end, PROPERTIES)));
}

gboolean
sf_strip_items (SfFilm *film, const SfBox *meta)
{
  g_autoptr (GHashTable) notes = g_hash_table_new (NULL, NULL);
  SfPlaces places = { .film = film };
  SfBox list, where, small;
  gsize at = meta->body + 4; /* behind its version */

  if (at > meta->end || !sf_box_find (film, at, meta->end, "iinf", &list)
      || !sf_box_find (film, at, meta->end, "iloc", &where))
    return sf_box_blank (film, meta); /* of a film, and not of pictures */
  if (sf_box_find (film, at, meta->end, "idat", &small))
    places.idat = small.body;
  places.reader = reader_of (film, &where);
  return keep_only (film, at, meta->end, NEEDED) && clean_properties (film, at, meta->end)
         && list_notes (film, &list, notes) && blank_notes (&places, notes);
}

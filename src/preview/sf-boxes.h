/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "preview/sf-look.h"

G_BEGIN_DECLS

/* MP4, QuickTime and HEIC are boxes within boxes. Nothing in them may move, for tables say where in
 * the file each picture lies: what shall go is overwritten with zeros where it lies. That is only
 * remembered, and done while the copy goes out: a film may be larger than the memory. */

/**
 * SfFilm:
 * @bytes: as they were handed in
 * @changes: what is overwritten in the copy, in the order of finding
 *
 * A film, or a picture that is kept as films are.
 */
typedef struct
{
  SfBytes bytes;
  GArray *changes;
} SfFilm;

/**
 * SfBox:
 * @start: where it begins
 * @body: behind its size and type
 * @end: behind its last byte
 * @type: four letters
 *
 * A box that lies whole within the file.
 */
typedef struct
{
  gsize start;
  gsize body;
  gsize end;
  char type[5];
} SfBox;

gboolean sf_box_read (const SfFilm *film, gsize at, gsize end, SfBox *box);
/* The first box of that type between @at and @end. */
gboolean sf_box_find (const SfFilm *film, gsize at, gsize end, const char *type, SfBox *box);
/* Whether its type is among @types: four letters each, a space between two. */
gboolean sf_box_is_among (const SfBox *box, const char *types);
/* It becomes one of no meaning, full of zeros. FALSE as below. */
gboolean sf_box_blank (SfFilm *film, const SfBox *box);

/* sf-film.c */
void sf_film_init (SfFilm *film, SfBytes bytes);
void sf_film_clear (SfFilm *film);
/* These say FALSE where the bytes do not lie in the file, or too much would have to be remembered.
 */
gboolean sf_film_blank (SfFilm *film, guint64 at, guint64 length);
gboolean sf_film_name_free (SfFilm *film, gsize at);
/* Says the bytes of the copy. */
void sf_film_reply (SfFilm *film);

/* sf-strip-boxes.c; FALSE where something might be left */
gboolean sf_strip_film (SfFilm *film);

/* sf-strip-items.c: the notes among the pictures of a HEIC file. */
gboolean sf_strip_items (SfFilm *film, const SfBox *meta);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "preview/sf-look.h"

G_BEGIN_DECLS

/* MP4, QuickTime and HEIC are boxes within boxes. Nothing in them may move, for tables say where in
 * the file each picture lies: what shall go is overwritten with zeros where it lies. */

typedef struct
{
  guint8 *data;
  gsize length;
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

static inline SfBytes
sf_film_bytes (const SfFilm *film)
{
  return (SfBytes){ film->data, film->length };
}

gboolean sf_box_read (const SfFilm *film, gsize at, gsize end, SfBox *box);
/* The first box of that type between @at and @end. */
gboolean sf_box_find (const SfFilm *film, gsize at, gsize end, const char *type, SfBox *box);
gboolean sf_box_is_one_of (const SfBox *box, const char *const *types);
/* It becomes one of no meaning, full of zeros. */
void sf_box_blank (SfFilm *film, const SfBox *box);
/* FALSE where they do not lie in the file. */
gboolean sf_film_blank (SfFilm *film, guint64 at, guint64 length);

/* sf-strip-items.c: the notes among the pictures of a HEIC file. */
gboolean sf_strip_items (SfFilm *film, const SfBox *meta);

G_END_DECLS

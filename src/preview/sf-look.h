/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-preview-wire.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* What the rooms of the helper share: the bytes that were handed in, and what is said of them. */

/**
 * SfBytes:
 * @data: where they begin
 * @length: how many
 *
 * Some bytes of somebody else's. Everything that reads them asks here for each byte.
 */
typedef struct
{
  const guint8 *data;
  gsize length;
} SfBytes;

/* Whether @length bytes lie at @at; no sum overflows. */
static inline gboolean
sf_bytes_has (SfBytes bytes, gsize at, gsize length)
{
  return at <= bytes.length && length <= bytes.length - at;
}

gboolean sf_bytes_start_with (SfBytes bytes, gsize at, const char *what, gsize length);
/* Of nothing where they do not lie there. */
SfBytes sf_bytes_part (SfBytes bytes, gsize at, gsize length);
guint16 sf_bytes_get_16 (SfBytes bytes, gsize at, gboolean little);
guint32 sf_bytes_get_32 (SfBytes bytes, gsize at, gboolean little);

#define SF_BYTES_IS(bytes, at, what) sf_bytes_start_with (bytes, at, what, sizeof what - 1)

/**
 * SfLook:
 * @title: (nullable): what the file says that it is called
 * @date: (nullable): the date that it says, ISO 8601
 * @text: (nullable): its words
 * @picture: (nullable): what it looks like
 * @drawn: whether @picture shows the file itself
 * @n_pages: 0 where it has none
 * @page: which page is asked for; -1 for a look at the whole
 * @side: the longest side that the picture shall have
 *
 * What is asked of a file, and what became of it.
 */
typedef struct
{
  char *title;
  char *date;
  char *text;
  GdkPixbuf *picture;
  gboolean drawn;
  guint n_pages;

  gint page;
  guint side;
} SfLook;

void sf_look_clear (SfLook *look);
/* Finds out what the bytes are, by themselves, and reads what there is to be read. */
void sf_look_at (SfLook *look, SfBytes bytes);

/* Each of these takes bytes that look like its kind, and leaves @look as it is where they are not.
 */
void sf_look_at_pdf (SfLook *look, SfBytes bytes);
gboolean sf_look_at_picture (SfLook *look, SfBytes bytes);
void sf_look_at_office (SfLook *look, SfBytes bytes);
gboolean sf_look_at_mail (SfLook *look, SfBytes bytes);
void sf_look_at_text (SfLook *look, SfBytes bytes);

/* (transfer full) (nullable): the date, if it is one and lies after 1970 */
char *sf_look_make_date (int year, int month, int day);
/* The first ten characters of what begins as an ISO 8601 date. */
char *sf_look_read_date (const char *text);

/* (transfer full) (nullable): the bytes as UTF-8, at most SF_PREVIEW_MAX_TEXT of it; NULL where
 * they are no text. @charset (nullable): what they are said to be in. */
char *sf_text_from_bytes (SfBytes bytes, const char *charset);
/* (transfer full): valid, without what cannot be shown, whole characters, at most @limit bytes */
char *sf_text_tidy (const char *text, gsize length, gsize limit);

G_END_DECLS

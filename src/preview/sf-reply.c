/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-reply.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
say (gconstpointer data, gsize length)
{
  const guint8 *at = data;

  while (length > 0)
    {
      ssize_t written = write (STDOUT_FILENO, at, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        _exit (EXIT_FAILURE);
      at += written;
      length -= (gsize)written;
    }
}

void
sf_reply_begin (void)
{
  say (SF_PREVIEW_MARK, SF_PREVIEW_MARK_LENGTH);
}

void
sf_reply_field (SfPreviewField field, gconstpointer data, gsize length)
{
  guint8 head[SF_PREVIEW_FIELD_HEAD] = { (guint8)field };

  sf_preview_put_number (head + 1, (guint32)length);
  say (head, sizeof head);
  say (data, length);
}

void
sf_reply_pieces (SfBytes bytes)
{
  for (gsize at = 0; at < bytes.length; at += SF_PREVIEW_PIECE)
    sf_reply_field (SF_PREVIEW_PIECE_FIELD, bytes.data + at,
                    MIN ((gsize)SF_PREVIEW_PIECE, bytes.length - at));
}

static void
reply_picture (GdkPixbuf *picture)
{
  guint width = (guint)gdk_pixbuf_get_width (picture);
  guint height = (guint)gdk_pixbuf_get_height (picture);
  gsize row = (gsize)width * 3;
  g_autofree guint8 *bytes = NULL;

  if (width > SF_PREVIEW_MAX_SIDE || height > SF_PREVIEW_MAX_SIDE
      || gdk_pixbuf_get_n_channels (picture) != 3)
    return;
  bytes = g_malloc (8 + row * height);
  sf_preview_put_number (bytes, width);
  sf_preview_put_number (bytes + 4, height);
  for (guint y = 0; y < height; y++)
    memcpy (bytes + 8 + row * y,
            gdk_pixbuf_read_pixels (picture) + (gsize)y * (gsize)gdk_pixbuf_get_rowstride (picture),
            row);
  sf_reply_field (SF_PREVIEW_PICTURE_FIELD, bytes, 8 + row * height);
}

static void
reply_text (SfPreviewField field, const char *text)
{
  g_autofree char *tidy = NULL;

  if (text == NULL)
    return;
  tidy = sf_text_tidy (text, strlen (text), sf_preview_field_limit ((guint8)field));
  if (*tidy != '\0')
    sf_reply_field (field, tidy, strlen (tidy));
}

void
sf_reply_look (const SfLook *look)
{
  guint8 number[4];

  reply_text (SF_PREVIEW_TITLE, look->title);
  reply_text (SF_PREVIEW_TEXT_FIELD, look->text);
  if (look->date != NULL)
    sf_reply_field (SF_PREVIEW_DATE, look->date, strlen (look->date));
  if (look->n_pages > 0)
    {
      sf_preview_put_number (number, look->n_pages);
      sf_reply_field (SF_PREVIEW_PAGES, number, sizeof number);
    }
  if (look->picture != NULL)
    reply_picture (look->picture);
  if (look->drawn)
    sf_reply_field (SF_PREVIEW_DRAWN, NULL, 0);
}

void
sf_reply_end (void)
{
  sf_reply_field (SF_PREVIEW_END, NULL, 0);
}

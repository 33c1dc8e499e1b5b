/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-boxes.h"

#include <string.h>

gboolean
sf_box_read (const SfFilm *film, gsize at, gsize end, SfBox *box)
{
  SfBytes bytes = sf_bytes_part (sf_film_bytes (film), 0, end);
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

gboolean
sf_box_find (const SfFilm *film, gsize at, gsize end, const char *type, SfBox *box)
{
  while (at < end && sf_box_read (film, at, end, box))
    {
      if (g_str_equal (box->type, type))
        return TRUE;
      at = box->end;
    }
  return FALSE;
}

gboolean
sf_box_is_one_of (const SfBox *box, const char *const *types)
{
  for (; *types != NULL; types++)
    if (g_str_equal (box->type, *types))
      return TRUE;
  return FALSE;
}

void
sf_box_blank (SfFilm *film, const SfBox *box)
{
  memcpy (film->data + box->start + 4, "free", 4);
  memset (film->data + box->body, 0, box->end - box->body);
}

gboolean
sf_film_blank (SfFilm *film, guint64 at, guint64 length)
{
  if (at > film->length || length > film->length - at)
    return FALSE;
  memset (film->data + at, 0, (gsize)length);
  return TRUE;
}

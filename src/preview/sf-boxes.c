/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-boxes.h"

#include <string.h>

gboolean
sf_box_read (const SfFilm *film, gsize at, gsize end, SfBox *box)
{
  SfBytes bytes = sf_bytes_part (film->bytes, 0, end);
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
sf_box_is_among (const SfBox *box, const char *types)
{
  for (; *types != '\0'; types += types[4] == ' ' ? 5 : 4)
    if (strncmp (types, box->type, 4) == 0)
      return TRUE;
  return FALSE;
}

gboolean
sf_box_blank (SfFilm *film, const SfBox *box)
{
  return sf_film_name_free (film, box->start + 4)
         && sf_film_blank (film, box->body, box->end - box->body);
}

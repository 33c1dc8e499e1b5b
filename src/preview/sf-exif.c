/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-exif.h"

#include <string.h>

#define TAG_ORIENTATION 0x0112
#define TAG_CHANGED 0x0132
#define TAG_NOTES 0x8769
#define TAG_TAKEN 0x9003
#define MAX_ENTRIES 1000

static gboolean
read_order (SfBytes tiff, gboolean *little)
{
  *little = SF_BYTES_IS (tiff, 0, "II*\0");
  return *little || SF_BYTES_IS (tiff, 0, "MM\0*");
}

/* Where the entry of that number lies in the list at @list; 0 where there is none. */
static gsize
find_entry (SfBytes tiff, gboolean little, gsize list, guint16 tag)
{
  guint n = MIN (sf_bytes_get_16 (tiff, list, little), MAX_ENTRIES);

  for (guint i = 0; i < n; i++)
    {
      gsize at = list + 2 + (gsize)i * 12;

      if (!sf_bytes_has (tiff, at, 12))
        return 0;
      if (sf_bytes_get_16 (tiff, at, little) == tag)
        return at;
    }
  return 0;
}

/* As cameras write it: "2026:04:01 10:11:12". */
static char *
read_date (SfBytes tiff, gboolean little, gsize entry)
{
  gsize at = sf_bytes_get_32 (tiff, entry + 8, little);
  SfBytes text = sf_bytes_part (tiff, at, 10);
  g_autofree char *copy = NULL;
  int year, month, day;

  if (entry == 0 || text.length == 0)
    return NULL;
  copy = g_strndup ((const char *)text.data, text.length);
  if (sscanf (copy, "%4d:%2d:%2d", &year, &month, &day) != 3)
    return NULL;
  return sf_look_make_date (year, month, day);
}

char *
sf_exif_find_date (SfBytes tiff)
{
  gboolean little;
  gsize list, notes;
  char *date = NULL;

  if (!read_order (tiff, &little))
    return NULL;
  list = sf_bytes_get_32 (tiff, 4, little);
  notes = find_entry (tiff, little, list, TAG_NOTES);
  if (notes != 0)
    {
      gsize inner = sf_bytes_get_32 (tiff, notes + 8, little);

      date = read_date (tiff, little, find_entry (tiff, little, inner, TAG_TAKEN));
    }
  return date != NULL ? date
                      : read_date (tiff, little, find_entry (tiff, little, list, TAG_CHANGED));
}

guint
sf_exif_find_orientation (SfBytes tiff)
{
  gboolean little;
  gsize entry;
  guint orientation;

  if (!read_order (tiff, &little))
    return 0;
  entry = find_entry (tiff, little, sf_bytes_get_32 (tiff, 4, little), TAG_ORIENTATION);
  orientation = entry != 0 ? sf_bytes_get_16 (tiff, entry + 8, little) : 0;
  return orientation <= 8 ? orientation : 0;
}

gboolean
sf_jpeg_read_part (SfBytes jpeg, gsize at, SfJpegPart *part)
{
  gsize start = at, length;

  if (!sf_bytes_has (jpeg, at, 2) || jpeg.data[at] != 0xff)
    return FALSE;
  while (at < jpeg.length && jpeg.data[at] == 0xff)
    at++;
  if (at >= jpeg.length || jpeg.data[at] == 0)
    return FALSE;
  part->marker = jpeg.data[at++];
  part->start = start;
  if (part->marker == 0x01 || (part->marker >= 0xd0 && part->marker <= 0xd9))
    {
      part->end = at;
      part->body = sf_bytes_part (jpeg, at, 0);
      return TRUE;
    }
  length = sf_bytes_get_16 (jpeg, at, FALSE);
  if (length < 2 || !sf_bytes_has (jpeg, at, length))
    return FALSE;
  part->body = sf_bytes_part (jpeg, at + 2, length - 2);
  part->end = at + length;
  return TRUE;
}

SfBytes
sf_exif_find_in_jpeg (SfBytes jpeg)
{
  SfJpegPart part;
  gsize at = 2;

  while (sf_jpeg_read_part (jpeg, at, &part) && part.marker != SF_JPEG_SOS)
    {
      if (part.marker == 0xe1 && SF_BYTES_IS (part.body, 0, "Exif\0"))
        return sf_bytes_part (part.body, 6, part.body.length - MIN (part.body.length, 6));
      at = part.end;
    }
  return (SfBytes){ jpeg.data, 0 };
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-exif.h"
#include "preview/sf-strip.h"

#include <string.h>

/* JPEG, PNG, GIF and WebP: what is needed to show the picture is named here and stays. Everything
 * else goes, known or not. */

static void
keep (GByteArray *copy, SfBytes bytes, gsize at, gsize end)
{
  g_byte_array_append (copy, bytes.data + at, (guint)(end - at));
}

/* A camera's notes that say nothing but which way up the picture is. */
static void
make_notes (guint orientation, guint8 notes[26])
{
  static const guint8 empty[26]
      = { 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1 };

  memcpy (notes, empty, sizeof empty);
  notes[19] = (guint8)orientation;
}

/* --- JPEG ------------------------------------------------------------------------------------- */

static void
add_orientation (SfBytes jpeg, GByteArray *copy)
{
  guint8 part[36] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0 };
  guint orientation = sf_exif_find_orientation (sf_exif_find_in_jpeg (jpeg));

  if (orientation < 2)
    return;
  make_notes (orientation, part + 10);
  g_byte_array_append (copy, part, sizeof part);
}

static gboolean
stays_in_jpeg (const SfJpegPart *part)
{
  if (part->marker == 0xe0)
    return SF_BYTES_IS (part->body, 0, "JFIF\0");
  if (part->marker == 0xe2)
    return SF_BYTES_IS (part->body, 0, "ICC_PROFILE\0");
  if (part->marker == 0xee)
    return SF_BYTES_IS (part->body, 0, "Adobe");
  return part->marker < 0xe0;
}

/* The picture's data goes on until a marker that is neither a stuffed byte nor a restart. */
static gsize
find_data_end (SfBytes jpeg, gsize at)
{
  while (at + 1 < jpeg.length)
    {
      const guint8 *sign = memchr (jpeg.data + at, 0xff, jpeg.length - at - 1);

      if (sign == NULL)
        break;
      at = (gsize)(sign - jpeg.data);
      if (sign[1] != 0 && sign[1] != 0xff && (sign[1] < 0xd0 || sign[1] > 0xd7))
        return at;
      at += sign[1] == 0xff ? 1 : 2;
    }
  return jpeg.length;
}

gboolean
sf_strip_jpeg (SfBytes jpeg, GByteArray *copy)
{
  static const guint8 end[] = { 0xff, 0xd9 };
  gboolean drawn = FALSE, said = FALSE;
  SfJpegPart part;
  gsize at = 2;

  keep (copy, jpeg, 0, 2);
  while (sf_jpeg_read_part (jpeg, at, &part) && part.marker != 0xd9)
    {
      if (!said && part.marker != 0xe0)
        {
          add_orientation (jpeg, copy);
          said = TRUE;
        }
      if (stays_in_jpeg (&part))
        keep (copy, jpeg, part.start, part.end);
      at = part.end;
      if (part.marker == SF_JPEG_SOS)
        {
          gsize stop = find_data_end (jpeg, at);

          keep (copy, jpeg, at, stop);
          at = stop;
          drawn = TRUE;
        }
    }
  /* what lies behind the picture's end is another file that nobody sees */
  g_byte_array_append (copy, end, sizeof end);
  return drawn && (at >= jpeg.length || SF_BYTES_IS (jpeg, at, "\xff\xd9") || part.marker == 0xd9);
}

/* --- PNG -------------------------------------------------------------------------------------- */

static gboolean
stays_in_png (SfBytes png, gsize at)
{
  static const char *const needed[]
      = { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP",
          "sBIT", "bKGD", "pHYs", "sPLT", "hIST", "cICP", "acTL", "fcTL", "fdAT" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (sf_bytes_start_with (png, at + 4, needed[i], 4))
      return TRUE;
  return FALSE;
}

gboolean
sf_strip_png (SfBytes png, GByteArray *copy)
{
  gsize at = 8;

  keep (copy, png, 0, 8);
  while (sf_bytes_has (png, at, 12))
    {
      gsize length = sf_bytes_get_32 (png, at, FALSE);

      if (!sf_bytes_has (png, at, 12) || !sf_bytes_has (png, at + 12, length))
        return FALSE;
      if (stays_in_png (png, at))
        keep (copy, png, at, at + 12 + length);
      if (SF_BYTES_IS (png, at + 4, "IEND"))
        return TRUE;
      at += 12 + length;
    }
  return FALSE;
}

/* --- GIF -------------------------------------------------------------------------------------- */

static gsize
get_palette_size (guint8 flags)
{
  return (flags & 0x80) != 0 ? (gsize)3 << ((flags & 7) + 1) : 0;
}

/* Behind the small blocks from @at on; 0 where they do not end. */
static gsize
skip_blocks (SfBytes gif, gsize at)
{
  while (at < gif.length && gif.data[at] != 0)
    at += 1 + (gsize)gif.data[at];
  return at < gif.length ? at + 1 : 0;
}

static gboolean
stays_in_gif (SfBytes gif, gsize at)
{
  if (gif.data[at] == 0x2c)
    return TRUE;
  return gif.data[at + 1] == 0xf9
         || (gif.data[at + 1] == 0xff
             && (SF_BYTES_IS (gif, at + 3, "NETSCAPE2.0")
                 || SF_BYTES_IS (gif, at + 3, "ANIMEXTS1.0")));
}

gboolean
sf_strip_gif (SfBytes gif, GByteArray *copy)
{
  gsize at, end;

  if (!sf_bytes_has (gif, 0, 13) || !sf_bytes_has (gif, 13, get_palette_size (gif.data[10])))
    return FALSE;
  at = 13 + get_palette_size (gif.data[10]);
  keep (copy, gif, 0, at);
  while (sf_bytes_has (gif, at, 1) && gif.data[at] != 0x3b)
    {
      if (gif.data[at] == 0x2c && sf_bytes_has (gif, at, 11))
        end = skip_blocks (gif, at + 11 + get_palette_size (gif.data[at + 9]));
      else if (gif.data[at] == 0x21 && sf_bytes_has (gif, at, 3))
        end = skip_blocks (gif, at + 2);
      else
        return FALSE;
      if (end == 0)
        return FALSE;
      if (stays_in_gif (gif, at))
        keep (copy, gif, at, end);
      at = end;
    }
  if (!sf_bytes_has (gif, at, 1))
    return FALSE;
  keep (copy, gif, at, at + 1);
  return TRUE;
}

/* --- WebP ------------------------------------------------------------------------------------- */

static gboolean
stays_in_webp (SfBytes webp, gsize at)
{
  static const char *const needed[] = { "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (sf_bytes_start_with (webp, at, needed[i], 4))
      return TRUE;
  return FALSE;
}

static void
put_little (guint8 *at, gsize number)
{
  for (guint i = 0; i < 4; i++)
    at[i] = (guint8)(number >> (8 * i));
}

/* The notes are the last but one chunk, and what the head says of them is made true. */
static void
finish_webp (GByteArray *copy, gsize head, guint orientation)
{
  guint8 notes[34] = { 'E', 'X', 'I', 'F', 26 };

  if (head != 0)
    {
      copy->data[head + 8] &= (guint8)~0x0c;
      if (orientation > 1)
        {
          copy->data[head + 8] |= 0x08;
          make_notes (orientation, notes + 8);
          g_byte_array_append (copy, notes, sizeof notes);
        }
    }
  put_little (copy->data + 4, copy->len - 8);
}

gboolean
sf_strip_webp (SfBytes webp, GByteArray *copy)
{
  gsize whole = (gsize)sf_bytes_get_32 (webp, 4, TRUE) + 8, at = 12, head = 0;
  guint orientation = 0;

  if (whole < 12 || whole > webp.length)
    return FALSE;
  keep (copy, webp, 0, 12);
  while (at + 8 <= whole)
    {
      gsize length = sf_bytes_get_32 (webp, at + 4, TRUE);
      gsize end = at + 8 + length + (length & 1);

      if (end > whole || (SF_BYTES_IS (webp, at, "VP8X") && length < 10))
        return FALSE;
      if (SF_BYTES_IS (webp, at, "VP8X"))
        head = copy->len;
      if (SF_BYTES_IS (webp, at, "EXIF"))
        {
          gsize skip = SF_BYTES_IS (webp, at + 8, "Exif\0\0") ? 6 : 0;

          orientation = sf_exif_find_orientation (
              sf_bytes_part (webp, at + 8 + skip, length - MIN (length, skip)));
        }
      else if (stays_in_webp (webp, at))
        keep (copy, webp, at, end);
      at = end;
    }
  finish_webp (copy, head, orientation);
  return at == whole;
}

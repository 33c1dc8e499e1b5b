/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-look.h"

#include "base/sf-date.h"

#include <string.h>

gboolean
sf_bytes_start_with (SfBytes bytes, gsize at, const char *what, gsize length)
{
  return sf_bytes_has (bytes, at, length) && memcmp (bytes.data + at, what, length) == 0;
}

SfBytes
sf_bytes_part (SfBytes bytes, gsize at, gsize length)
{
  if (!sf_bytes_has (bytes, at, length))
    return (SfBytes){ bytes.data, 0 };
  return (SfBytes){ bytes.data + at, length };
}

guint16
sf_bytes_get_16 (SfBytes bytes, gsize at, gboolean little)
{
  const guint8 *p = bytes.data + at;

  if (!sf_bytes_has (bytes, at, 2))
    return 0;
  return (guint16)(little ? p[0] | p[1] << 8 : p[0] << 8 | p[1]);
}

guint32
sf_bytes_get_32 (SfBytes bytes, gsize at, gboolean little)
{
  guint32 first = sf_bytes_get_16 (bytes, at, little);
  guint32 second = sf_bytes_get_16 (bytes, at + 2, little);

  return little ? second << 16 | first : first << 16 | second;
}

void
sf_look_clear (SfLook *look)
{
  g_clear_pointer (&look->title, g_free);
  g_clear_pointer (&look->date, g_free);
  g_clear_pointer (&look->text, g_free);
  g_clear_object (&look->picture);
}

char *
sf_look_make_date (int year, int month, int day)
{
  g_autofree char *iso = NULL;

  if (year < 1970 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return NULL;
  iso = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return sf_date_is_valid (iso) ? g_steal_pointer (&iso) : NULL;
}

char *
sf_look_read_date (const char *text)
{
  int year, month, day;

  if (text == NULL || sscanf (text, " %4d-%2d-%2d", &year, &month, &day) != 3)
    return NULL;
  return sf_look_make_date (year, month, day);
}

/* What other programs' files begin with, and would pass for text. */
static gboolean
is_source_of_something (SfBytes bytes)
{
  return SF_BYTES_IS (bytes, 0, "{\\rtf") || SF_BYTES_IS (bytes, 0, "%!");
}

/* A PDF may have some bytes before its mark. */
static gboolean
is_pdf (SfBytes bytes)
{
  SfBytes start = sf_bytes_part (bytes, 0, MIN (bytes.length, 1024));

  return start.length > 5 && memmem (start.data, start.length, "%PDF-", 5) != NULL;
}

void
sf_look_at (SfLook *look, SfBytes bytes)
{
  if (bytes.length == 0)
    return;
  if (is_pdf (bytes))
    sf_look_at_pdf (look, bytes);
  else if (SF_BYTES_IS (bytes, 0, "PK\003\004"))
    sf_look_at_office (look, bytes);
  else if (!sf_look_at_picture (look, bytes) && !is_source_of_something (bytes)
           && !sf_look_at_mail (look, bytes))
    sf_look_at_text (look, bytes);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-look.h"

#include <string.h>

/* Text, in the encodings that files have. */

/* Characters that a text has no use for; a file with them is no text. */
static gboolean
has_controls (SfBytes bytes)
{
  for (gsize i = 0; i < bytes.length; i++)
    if (bytes.data[i] < 0x20 && memchr ("\t\n\r\f\x1b", bytes.data[i], 5) == NULL)
      return TRUE;
  return FALSE;
}

static gboolean
may_be_shown (gunichar c)
{
  if (c == '\n' || c == '\t')
    return TRUE;
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
      return FALSE;
    default:
      return c != 0xfeff;
    }
}

char *
sf_text_tidy (const char *text, gsize length, gsize limit)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize)MIN (length, 4 * limit));
  GString *tidy = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        c = p[1] == '\n' ? 0 : '\n';
      else if (c == '\f' || c == 0x2028 || c == 0x2029)
        c = '\n';
      if (c == 0 || !may_be_shown (c))
        continue;
      if (tidy->len + 6 > limit)
        break;
      g_string_append_unichar (tidy, c);
    }
  return g_string_free (tidy, FALSE);
}

static char *
convert (SfBytes bytes, const char *charset)
{
  gsize length;
  g_autofree char *text = g_convert_with_fallback ((const char *)bytes.data, (gssize)bytes.length,
                                                   "UTF-8", charset, "?", NULL, &length, NULL);

  return text != NULL ? sf_text_tidy (text, length, SF_PREVIEW_MAX_TEXT) : NULL;
}

/* A character that the limit cut through does not make a text invalid. */
static gboolean
is_utf8 (SfBytes bytes, gboolean cut)
{
  const char *end;

  return g_utf8_validate_len ((const char *)bytes.data, bytes.length, &end)
         || (cut && (const char *)bytes.data + bytes.length - end < 4);
}

char *
sf_text_from_bytes (SfBytes bytes, const char *charset)
{
  gboolean cut = bytes.length > 2 * SF_PREVIEW_MAX_TEXT;
  SfBytes start = cut ? sf_bytes_part (bytes, 0, 2 * SF_PREVIEW_MAX_TEXT) : bytes;

  if (start.length == 0)
    return NULL;
  if (SF_BYTES_IS (start, 0, "\xff\xfe") || SF_BYTES_IS (start, 0, "\xfe\xff"))
    {
      start.length &= ~(gsize)1;
      return convert (start, "UTF-16");
    }
  if (has_controls (start))
    return NULL;
  if (is_utf8 (start, cut))
    return sf_text_tidy ((const char *)start.data, start.length, SF_PREVIEW_MAX_TEXT);
  if (charset != NULL)
    {
      char *text = convert (start, charset);

      if (text != NULL)
        return text;
    }
  return convert (start, "WINDOWS-1252");
}

void
sf_look_at_text (SfLook *look, SfBytes bytes)
{
  look->text = sf_text_from_bytes (bytes, NULL);
}

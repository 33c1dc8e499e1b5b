/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-pdf-syntax.h"

#include <math.h>
#include <string.h>

void
sf_pdf_add_number (GString *out, double value)
{
  gint64 rest, thousandths = llround (value * 1000);
  char digits[32];
  int at = sizeof digits;

  g_string_append_c (out, ' ');
  if (thousandths < 0)
    g_string_append_c (out, '-');
  thousandths = ABS (thousandths);
  rest = thousandths % 1000;
  thousandths /= 1000;
  do
    digits[--at] = '0' + thousandths % 10;
  while ((thousandths /= 10) > 0);
  g_string_append_len (out, digits + at, sizeof digits - at);
  if (rest == 0)
    return;
  g_string_append_c (out, '.');
  for (int unit = 100; rest > 0; unit /= 10)
    {
      g_string_append_c (out, '0' + rest / unit);
      rest %= unit;
    }
}

void
sf_pdf_add_utf16 (GString *out, const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c > 0xffff)
        g_string_append_printf (out, "%04X%04X", 0xd800 + ((c - 0x10000) >> 10),
                                0xdc00 + ((c - 0x10000) & 0x3ff));
      else
        g_string_append_printf (out, "%04X", c);
    }
}

static gboolean
is_plain (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (*at < ' ' || *at > '~')
      return FALSE;
  return TRUE;
}

void
sf_pdf_add_text (GString *out, const char *text)
{
  if (!is_plain (text))
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      g_string_append (out, "<FEFF");
      sf_pdf_add_utf16 (out, valid, strlen (valid));
      g_string_append_c (out, '>');
      return;
    }
  g_string_append_c (out, '(');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (strchr ("()\\", *at) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, ')');
}

void
sf_pdf_add_name (GString *out, const char *name)
{
  g_string_append_c (out, '/');
  for (const char *at = name; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || strchr ("-+_.", *at) != NULL)
      g_string_append_c (out, *at);
    else
      g_string_append_printf (out, "#%02X", (guchar)*at);
}

void
sf_pdf_add_reference (GString *out, guint id)
{
  g_string_append_printf (out, " %u 0 R", id);
}

void
sf_pdf_add_color (GString *out, SfColor color)
{
  sf_pdf_add_number (out, color.red);
  sf_pdf_add_number (out, color.green);
  sf_pdf_add_number (out, color.blue);
}

void
sf_pdf_add_date (GString *out, const char *date)
{
  g_string_append (out, "(D:");
  for (const char *at = date != NULL ? date : "1970-01-01"; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (out, *at);
  g_string_append (out, "000000Z)");
}

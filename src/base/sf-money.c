/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-money.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
refuse_large (GError **error)
{
  g_autofree char *most = sf_money_format (SF_MONEY_MAX);

  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("That amount is too large: %s is the most. Please look at it again."), most);
  return FALSE;
}

/* Without spaces and the pound sign. */
static char *
strip (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && (c != 0xa3 || clean->len > 0))
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

/* The pounds before @end: digits, with commas in threes or with none. */
static gboolean
read_pounds (const char *text, const char *end, gint64 *pounds)
{
  const char *comma = memchr (text, ',', (gsize)(end - text));

  *pounds = 0;
  if (comma == text || comma > text + 3)
    return FALSE;
  for (const char *p = text; p < end; p++)
    {
      gboolean separator = comma != NULL && (end - p) % 4 == 0;

      if (separator && *p == ',')
        continue;
      if (separator || !g_ascii_isdigit (*p))
        return FALSE;
      /* more is too much, however much it is */
      if (*pounds <= SF_MONEY_MAX)
        *pounds = *pounds * 10 + (*p - '0');
    }
  return TRUE;
}

/* "", "5", "50": pence */
static gboolean
read_pence (const char *text, gint64 *pence)
{
  gsize n = strlen (text);

  *pence = 0;
  if (n > 2)
    return FALSE;
  for (gsize i = 0; i < 2; i++)
    {
      if (i < n && !g_ascii_isdigit (text[i]))
        return FALSE;
      *pence = *pence * 10 + (i < n ? text[i] - '0' : 0);
    }
  return TRUE;
}

gboolean
sf_money_parse (const char *text, gint64 *pence, GError **error)
{
  g_autofree char *clean = NULL;
  gint64 pounds, rest = 0;
  const char *point;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), FALSE);
  g_return_val_if_fail (pence != NULL, FALSE);

  clean = strip (text);
  if (*clean == '-')
    return refuse (error, _ ("An amount of money cannot be less than nothing."));
  point = strchr (clean, '.');
  if (*clean == '\0' || point == clean
      || !read_pounds (clean, point != NULL ? point : clean + strlen (clean), &pounds)
      || (point != NULL && !read_pence (point + 1, &rest)))
    return refuse (error, _ ("Please give an amount in pounds, like £1,250.50 or 800."));
  if (pounds > SF_MONEY_MAX / 100)
    return refuse_large (error);
  *pence = pounds * 100 + rest;
  return TRUE;
}

char *
sf_money_format (gint64 pence)
{
  guint64 whole = ABS (pence) / 100;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, whole);
  GString *text = g_string_new (pence < 0 ? "−£" : "£");
  gsize n = strlen (digits);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  if (ABS (pence) % 100 != 0)
    g_string_append_printf (text, ".%02d", (int)(ABS (pence) % 100));
  return g_string_free (text, FALSE);
}

gint64
sf_money_add (gint64 a, gint64 b)
{
  gint64 sum;

  return __builtin_add_overflow (a, b, &sum) ? G_MAXINT64 : sum;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-json.h"

#include <math.h>
#include <stdio.h>

struct _SfJson
{
  GString *text;
  GString *open;  /* what is to be written at each end, innermost last */
  gboolean first; /* nothing stands in the innermost yet */
};

SfJson *
sf_json_new (void)
{
  SfJson *json = g_new0 (SfJson, 1);

  json->text = g_string_new (NULL);
  json->open = g_string_new (NULL);
  json->first = TRUE;
  sf_json_begin_object (json, NULL);
  return json;
}

static void
indent (SfJson *json)
{
  g_string_append_c (json->text, '\n');
  for (gsize i = 0; i < json->open->len; i++)
    g_string_append (json->text, "  ");
}

static void
append_quoted (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (const char *p = valid; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (out, "\\n");
    else if ((guchar)*p < 0x20 || *p == 0x7f)
      g_string_append_printf (out, "\\u%04x", (guchar)*p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}

static void
begin_value (SfJson *json, const char *key)
{
  if (!json->first)
    g_string_append_c (json->text, ',');
  if (json->open->len > 0)
    indent (json);
  json->first = FALSE;
  if (key != NULL)
    {
      append_quoted (json->text, key);
      g_string_append (json->text, ": ");
    }
}

static void
begin (SfJson *json, const char *key, char opens, char closes)
{
  begin_value (json, key);
  g_string_append_c (json->text, opens);
  g_string_append_c (json->open, closes);
  json->first = TRUE;
}

void
sf_json_begin_object (SfJson *json, const char *key)
{
  begin (json, key, '{', '}');
}

void
sf_json_begin_list (SfJson *json, const char *key)
{
  begin (json, key, '[', ']');
}

void
sf_json_end (SfJson *json)
{
  char closes;

  g_return_if_fail (json->open->len > 0);

  closes = json->open->str[json->open->len - 1];
  g_string_truncate (json->open, json->open->len - 1);
  if (!json->first)
    indent (json);
  g_string_append_c (json->text, closes);
  json->first = FALSE;
}

char *
sf_json_free (SfJson *json)
{
  char *text;

  while (json->open->len > 0)
    sf_json_end (json);
  g_string_append_c (json->text, '\n');
  text = g_string_free (json->text, FALSE);
  g_string_free (json->open, TRUE);
  g_free (json);
  return text;
}

void
sf_json_print (SfJson *json)
{
  g_autofree char *text = sf_json_free (json);

  fputs (text, stdout);
}

void
sf_json_add_text (SfJson *json, const char *key, const char *text)
{
  begin_value (json, key);
  if (text != NULL)
    append_quoted (json->text, text);
  else
    g_string_append (json->text, "null");
}

void
sf_json_take_text (SfJson *json, const char *key, char *text)
{
  sf_json_add_text (json, key, text);
  g_free (text);
}

void
sf_json_add_int (SfJson *json, const char *key, gint64 number)
{
  begin_value (json, key);
  g_string_append_printf (json->text, "%" G_GINT64_FORMAT, number);
}

void
sf_json_add_number (SfJson *json, const char *key, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (json, key);
  g_string_append (json->text, isfinite (number)
                                   ? g_ascii_formatd (digits, sizeof digits, "%.15g", number)
                                   : "null");
}

void
sf_json_add_boolean (SfJson *json, const char *key, gboolean value)
{
  begin_value (json, key);
  g_string_append (json->text, value ? "true" : "false");
}

void
sf_json_add_null (SfJson *json, const char *key)
{
  sf_json_add_text (json, key, NULL);
}

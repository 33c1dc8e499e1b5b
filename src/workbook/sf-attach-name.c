/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook/sf-attach-name.h"

#include "base/sf-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_LIMIT 240  /* file systems take 255; a number may be put to it */
#define TITLE_LIMIT 120 /* characters */

static const char *
find_suffix (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name && strlen (dot) <= 12 ? dot : name + strlen (name);
}

/* Cuts the front part, so that what kind of file it is stays to be seen. */
static char *
shorten (const char *name)
{
  const char *suffix = find_suffix (name);
  gsize room = NAME_LIMIT - strlen (suffix);
  const char *end;
  g_autofree char *front = NULL;

  if (strlen (name) <= NAME_LIMIT)
    return g_strdup (name);
  end = g_utf8_find_prev_char (name, name + room + 1);
  front = g_strndup (name, (gsize)(end - name));
  return g_strconcat (front, suffix, NULL);
}

char *
sf_attach_safe_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autoptr (GString) safe = g_string_new (NULL);
  const char *base = valid;

  for (const char *p = valid; *p != '\0'; p++)
    if (*p == '/' || *p == '\\')
      base = p + 1;
  for (const char *p = base; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && strchr ("<>:\"|?*", (int)c) != NULL)
        g_string_append_c (safe, '_');
      else if (g_unichar_isspace (c))
        g_string_append_c (safe, ' ');
      else if (!sf_text_is_treacherous (c))
        g_string_append_unichar (safe, c);
    }
  g_strstrip (safe->str);
  base = safe->str;
  while (*base == '.' || *base == ' ')
    base++;
  if (*base == '\0')
    return g_strdup (_ ("File"));
  /* one dot before it makes it a hidden file, and no other place */
  if (base == safe->str + 1 && *safe->str == '.')
    base = safe->str;
  return shorten (base);
}

char *
sf_attach_guess_title (const char *safe_name)
{
  g_autofree char *front = g_strndup (safe_name, (gsize)(find_suffix (safe_name) - safe_name));
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *first = NULL;

  for (const char *p = *front == '.' ? front + 1 : front; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean blank = c == '_' || c == ' ';

      if (!blank)
        g_string_append_unichar (title, c);
      else if (title->len > 0 && title->str[title->len - 1] != ' ')
        g_string_append_c (title, ' ');
    }
  g_strstrip (title->str);
  if (*title->str == '\0')
    return g_strdup (_ ("File"));
  if (g_utf8_strlen (title->str, -1) > TITLE_LIMIT)
    *g_utf8_offset_to_pointer (title->str, TITLE_LIMIT) = '\0';
  first = g_utf8_strup (title->str, (gssize)(g_utf8_next_char (title->str) - title->str));
  return g_strconcat (first, g_utf8_next_char (title->str), NULL);
}

/* For systems without a list of file types. */
static const char *
known_media_type (const char *safe_name)
{
  static const char *const known[][2] = {
    { ".pdf", "application/pdf" },
    { ".jpg", "image/jpeg" },
    { ".jpeg", "image/jpeg" },
    { ".png", "image/png" },
    { ".odt", "application/vnd.oasis.opendocument.text" },
    { ".ods", "application/vnd.oasis.opendocument.spreadsheet" },
    { ".doc", "application/msword" },
    { ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
    { ".xls", "application/vnd.ms-excel" },
    { ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    { ".csv", "text/csv" },
    { ".txt", "text/plain" },
    { ".mp4", "video/mp4" },
  };
  g_autofree char *suffix = g_ascii_strdown (find_suffix (safe_name), -1);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (suffix, known[i][0]))
      return known[i][1];
  return NULL;
}

char *
sf_attach_guess_media_type (const char *safe_name, gconstpointer start, gsize length)
{
  gboolean uncertain;
  g_autofree char *type = g_content_type_guess (safe_name, start, length, &uncertain);
  g_autofree char *media_type = type != NULL ? g_content_type_get_mime_type (type) : NULL;
  const char *known = known_media_type (safe_name);

  if (known != NULL
      && (uncertain || media_type == NULL || g_str_equal (media_type, "application/octet-stream")
          || g_str_equal (media_type, "application/zip") || g_str_has_prefix (media_type, "text/")))
    return g_strdup (known);
  return media_type != NULL ? g_steal_pointer (&media_type) : g_strdup ("application/octet-stream");
}

const char *
sf_attach_guess_kind (const char *media_type)
{
  if (g_str_has_prefix (media_type, "image/") || g_str_has_prefix (media_type, "video/")
      || g_str_has_prefix (media_type, "audio/"))
    return "observation";
  if (strstr (media_type, "spreadsheet") != NULL || strstr (media_type, "ms-excel") != NULL
      || g_str_equal (media_type, "text/csv")
      || g_str_equal (media_type, "text/tab-separated-values"))
    return "data";
  return "document";
}

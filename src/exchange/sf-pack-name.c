/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-pack-name.h"

#include "base/sf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ENDING_LIMIT 12 /* bytes, with the dot */

/* One line in which every run of blanks is one blank, and none stands at the ends. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *safe = g_string_new (NULL);

  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean blank = g_unichar_isspace (c);

      if (!blank && sf_text_is_treacherous (c))
        continue;
      if (c == '?' || c == '*')
        continue;
      if (c == ':' && safe->len > 0 && safe->str[safe->len - 1] != ' ')
        g_string_append_c (safe, ' ');
      if (c == '"')
        c = '\'';
      if (c < 0x80 && strchr ("/\\:<>|", (int)c) != NULL)
        c = '-';
      if (!blank)
        g_string_append_unichar (safe, c);
      else if (safe->len > 0 && safe->str[safe->len - 1] != ' ')
        g_string_append_c (safe, ' ');
    }
  g_strstrip (safe->str);
  return g_string_free (safe, FALSE);
}

/* Windows drops dots and blanks at an end, and Linux hides what begins with a dot. */
static void
strip_ends (char *text)
{
  gsize length, first = strspn (text, ". ");

  memmove (text, text + first, strlen (text + first) + 1);
  length = strlen (text);
  while (length > 0 && strchr (". ", text[length - 1]) != NULL)
    text[--length] = '\0';
}

static void
cut (char *text, gsize limit)
{
  if (strlen (text) > limit)
    *g_utf8_find_prev_char (text, text + limit + 1) = '\0';
}

/* What Windows keeps for its devices, whatever the ending. */
static gboolean
is_reserved (const char *name)
{
  static const char *const devices[] = { "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$" };
  g_autofree char *front = g_strndup (name, strcspn (name, "."));

  g_strchomp (front);
  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (g_ascii_strcasecmp (front, devices[i]) == 0)
      return TRUE;
  return (g_ascii_strncasecmp (front, "COM", 3) == 0 || g_ascii_strncasecmp (front, "LPT", 3) == 0)
         && (g_ascii_isdigit (front[3]) || (guchar)front[3] >= 0x80)
         && *g_utf8_next_char (front + 3) == '\0';
}

/* ".pdf" of "Survey.PDF"; "" where there is none that is short and plain. */
static char *
get_ending (const char *file_name)
{
  g_autofree char *name = clean (file_name);
  const char *dot = strrchr (name, '.');

  if (dot == NULL || dot == name || dot[1] == '\0' || strlen (dot) > ENDING_LIMIT)
    return g_strdup ("");
  for (const char *at = dot + 1; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at))
      return g_strdup ("");
  return g_ascii_strdown (dot, -1);
}

char *
sf_pack_name_make (const char *code, const char *title, const char *part, const char *file_name)
{
  g_autofree char *words = clean (title), *which = clean (part), *ending = get_ending (file_name);
  g_autofree char *start = clean (code);
  g_autofree char *front = NULL;

  strip_ends (words);
  if (*which != '\0')
    cut (words, SF_PACK_NAME_LIMIT / 2);
  if (*words == '\0')
    {
      g_free (words);
      words = g_strdup (_ ("File"));
    }
  front = g_strconcat (start, *start != '\0' ? " " : "", words, *which != '\0' ? " - " : "", which,
                       NULL);
  cut (front, SF_PACK_NAME_LIMIT - strlen (ending));
  strip_ends (front);
  return g_strconcat (is_reserved (front) ? "_" : "", front, ending, NULL);
}

char *
sf_pack_name_make_unique (const char *name, GHashTable *taken)
{
  const char *dot = strrchr (name, '.');
  const char *ending = dot != NULL && strlen (dot) <= ENDING_LIMIT ? dot : name + strlen (name);
  g_autofree char *front = g_strndup (name, (gsize)(ending - name));
  char *unique = g_strdup (name);

  cut (front, SF_PACK_NAME_LIMIT - ENDING_LIMIT - strlen (" (99999)"));
  for (guint n = 2;; n++)
    {
      g_autofree char *folded = g_utf8_casefold (unique, -1);
      char *key = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);

      if (!g_hash_table_contains (taken, key))
        {
          g_hash_table_add (taken, key);
          return unique;
        }
      g_free (key);
      g_free (unique);
      unique = g_strdup_printf ("%s (%u)%s", front, n, ending);
    }
}

gboolean
sf_pack_name_is_safe (const char *path)
{
  g_auto (GStrv) parts = NULL;

  if (path == NULL || *path == '\0' || strlen (path) > 1000 || !g_utf8_validate (path, -1, NULL)
      || strpbrk (path, "\\:") != NULL)
    return FALSE;
  for (const char *at = path; *at != '\0'; at = g_utf8_next_char (at))
    if (sf_text_is_treacherous (g_utf8_get_char (at)))
      return FALSE;
  parts = g_strsplit (path, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || strcmp (parts[i], ".") == 0 || strcmp (parts[i], "..") == 0)
      return FALSE;
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-web-links.h"

#include <string.h>

#define LONGEST 48 /* characters of an address on a button */

static gboolean
is_of_the_web (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return uri != NULL
         && (g_strcmp0 (g_uri_get_scheme (uri), "https") == 0
             || g_strcmp0 (g_uri_get_scheme (uri), "http") == 0)
         && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

/* "www.example.org:8080/a" has no scheme, though a colon; "mailto:a@b" and "file:/a" have one. */
static char *
complete_address (const char *line)
{
  const char *colon = strchr (line, ':');
  const char *slash = strchr (line, '/');
  gboolean port = colon != NULL && g_ascii_isdigit (colon[1]) && (slash == NULL || colon < slash);

  if (strpbrk (line, " \t") != NULL || strchr (line, '.') == NULL)
    return NULL;
  if (colon == NULL || port || (slash != NULL && slash < colon))
    return g_strconcat ("https://", line, NULL);
  return g_strdup (line);
}

GStrv
sf_web_links_parse (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *address = complete_address (g_strstrip (*line));

      if (address == NULL || !is_of_the_web (address) || g_hash_table_contains (seen, address))
        continue;
      g_strv_builder_add (found, address);
      g_hash_table_add (seen, g_steal_pointer (&address));
    }
  return g_strv_builder_end (found);
}

char *
sf_web_links_to_text (const char *address)
{
  const char *rest = strstr (address, "://");
  glong length;

  rest = rest != NULL ? rest + 3 : address;
  length = g_utf8_strlen (rest, -1);
  if (length > LONGEST)
    {
      g_autofree char *head = g_utf8_substring (rest, 0, LONGEST - 16);
      g_autofree char *tail = g_utf8_substring (rest, length - 15, length);

      return g_strconcat (head, "…", tail, NULL);
    }
  return g_strdup (rest);
}

char *
sf_web_links_find_alone (const char *text)
{
  g_autofree char *address = g_strstrip (g_strdup (text != NULL ? text : ""));

  for (const char *p = address; *p != '\0'; p++)
    if (g_ascii_isspace (*p))
      return NULL;
  return is_of_the_web (address) ? g_steal_pointer (&address) : NULL;
}

char *
sf_web_links_to_title (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_auto (GStrv) parts = NULL;
  const char *last = NULL;
  g_autofree char *title = NULL;

  if (host == NULL)
    return sf_web_links_to_text (address);
  parts = g_strsplit (g_uri_get_path (uri), "/", -1);
  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      last = *part;
  title = last != NULL ? g_strconcat (host, "/", last, NULL) : g_strdup (host);
  return sf_web_links_to_text (title);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt/sf-crypt-private.h"
#include "crypt/sf-key-line-private.h"

#include <sodium.h>
#include <string.h>

#define VERSION "1"
#define CHECK_SIZE 4

void
sf_key_line_hash (const guint8 *key, const char *what, guint8 *hash, gsize size)
{
  guint8 whole[32];

  crypto_generichash (whole, sizeof whole, key, SF_KEY_LINE_SIZE, (const guint8 *)what,
                      strlen (what));
  memcpy (hash, whole, size);
}

char *
sf_key_line_make (const SfKeyLine *line, GBytes *key)
{
  char text[64], check[2 * CHECK_SIZE + 1];
  guint8 hash[CHECK_SIZE];
  const guint8 *data;
  gsize size;

  sf_crypt_ensure ();
  data = g_bytes_get_data (key, &size);
  g_return_val_if_fail (size == SF_KEY_LINE_SIZE, NULL);

  sf_key_line_hash (data, line->what, hash, sizeof hash);
  sodium_bin2base64 (text, sizeof text, data, size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  sodium_bin2hex (check, sizeof check, hash, sizeof hash);
  return g_strdup_printf ("%s" VERSION ":%s:%s", line->prefix, text, check);
}

static GBytes *
parse_parts (const SfKeyLine *line, char *const *parts)
{
  guint8 key[SF_KEY_LINE_SIZE], hash[CHECK_SIZE];
  char check[2 * CHECK_SIZE + 1];
  gsize size = 0;

  if (g_strv_length ((char **)parts) != 3
      || sodium_base642bin (key, sizeof key, parts[1], strlen (parts[1]), NULL, &size, NULL,
                            sodium_base64_VARIANT_URLSAFE_NO_PADDING)
             != 0
      || size != sizeof key)
    return NULL;
  sf_key_line_hash (key, line->what, hash, sizeof hash);
  sodium_bin2hex (check, sizeof check, hash, sizeof hash);
  return g_ascii_strcasecmp (check, parts[2]) == 0 ? g_bytes_new (key, sizeof key) : NULL;
}

SfKeyLineRead
sf_key_line_parse (const SfKeyLine *line, const char *text, GBytes **key)
{
  g_autofree char *clean = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_auto (GStrv) parts = g_strsplit (clean, ":", 4);

  sf_crypt_ensure ();
  if (!g_str_has_prefix (clean, line->prefix))
    return SF_KEY_LINE_OTHER;
  if (strcmp (parts[0] + strlen (line->prefix), VERSION) != 0)
    return SF_KEY_LINE_TOO_NEW;
  *key = parse_parts (line, parts);
  return *key != NULL ? SF_KEY_LINE_READ : SF_KEY_LINE_SLIP;
}

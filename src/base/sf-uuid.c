/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-uuid.h"

#include "base/sf-clock.h"

#include <string.h>
#include <sys/random.h>

/**
 * sf_uuid_init_v7_at:
 * @uuid: (out): where the UUID goes
 * @unix_ms: the instant that it carries, in UTC milliseconds
 *
 * Makes a UUID for an instant. Two made in the same millisecond keep no order.
 */
void
sf_uuid_init_v7_at (SfUuid *uuid, gint64 unix_ms)
{
  guint8 *b = uuid->bytes;

  for (gsize have = 0; have < sizeof uuid->bytes;)
    {
      ssize_t got = getrandom (b + have, sizeof uuid->bytes - have, 0);
      if (got > 0)
        have += (gsize)got;
    }
  for (int i = 0; i < 6; i++)
    b[i] = (guint8)(unix_ms >> (8 * (5 - i)));
  b[6] = (guint8)((b[6] & 0x0f) | 0x70);
  b[8] = (guint8)((b[8] & 0x3f) | 0x80);
}

/**
 * sf_uuid_init_v7:
 * @uuid: (out): where the UUID goes
 *
 * Makes a UUID for now.
 */
void
sf_uuid_init_v7 (SfUuid *uuid)
{
  sf_uuid_init_v7_at (uuid, sf_clock_now ());
}

/**
 * sf_uuid_get_instant:
 * @uuid: a UUID of version 7
 *
 * Returns: the instant that it carries, in UTC milliseconds: when it was made
 */
gint64
sf_uuid_get_instant (const SfUuid *uuid)
{
  gint64 unix_ms = 0;

  for (int i = 0; i < 6; i++)
    unix_ms = unix_ms << 8 | uuid->bytes[i];
  return unix_ms;
}

/**
 * sf_uuid_parse:
 * @text: a UUID in the usual form with four hyphens
 * @uuid: (out): where it goes
 *
 * Returns: %FALSE if @text is no UUID; @uuid is then undefined
 */
gboolean
sf_uuid_parse (const char *text, SfUuid *uuid)
{
  const char *p = text;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) != SF_UUID_STRING_LENGTH)
    return FALSE;
  for (int i = 0; i < 16; i++)
    {
      int high, low;
      if (i == 4 || i == 6 || i == 8 || i == 10)
        if (*p++ != '-')
          return FALSE;
      high = g_ascii_xdigit_value (*p++);
      low = g_ascii_xdigit_value (*p++);
      if (high < 0 || low < 0)
        return FALSE;
      uuid->bytes[i] = (guint8)(high << 4 | low);
    }
  return TRUE;
}

/**
 * sf_uuid_to_string:
 * @uuid: a UUID
 *
 * Returns: (transfer full): 36 characters, lower case
 */
char *
sf_uuid_to_string (const SfUuid *uuid)
{
  GString *text = g_string_sized_new (SF_UUID_STRING_LENGTH + 1);

  for (int i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        g_string_append_c (text, '-');
      g_string_append_printf (text, "%02x", uuid->bytes[i]);
    }
  return g_string_free (text, FALSE);
}

gboolean
sf_uuid_is_nil (const SfUuid *uuid)
{
  static const SfUuid nil;

  return memcmp (uuid, &nil, sizeof nil) == 0;
}

guint
sf_uuid_hash (gconstpointer uuid)
{
  const SfUuid *u = uuid;
  guint hash;

  /* the last bytes are the random ones */
  memcpy (&hash, u->bytes + 12, sizeof hash);
  return hash;
}

gboolean
sf_uuid_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (SfUuid)) == 0;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt/sf-return-seal.h"

#include "base/sf-error.h"
#include "crypt/sf-crypt-private.h"
#include "crypt/sf-key-line-private.h"
#include "crypt/sf-recovery-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAGIC "SIXFRET"
#define MAGIC_SIZE 7
#define VERSION 1
#define NAME_SIZE 8
#define HEAD_SIZE (MAGIC_SIZE + 1 + NAME_SIZE)
#define MOST_SEALED (HEAD_SIZE + crypto_box_SEALBYTES + SF_RETURN_BLOCK + SF_RETURN_MAX_SIZE)

static const SfKeyLine line = { "sixfold-return-", "sixfold return line" };

/* --- the line --------------------------------------------------------------------------------- */

char *
sf_return_key_to_line (GBytes *public_half)
{
  return sf_key_line_make (&line, public_half);
}

GBytes *
sf_return_key_parse (const char *text, GError **error)
{
  GBytes *key = NULL;

  switch (sf_key_line_parse (&line, text, &key))
    {
    case SF_KEY_LINE_READ:
      return key;
    case SF_KEY_LINE_OTHER:
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("This is no key for returns: one begins with “sixfold-return-”. The "
                              "authority can send the line."));
      return NULL;
    case SF_KEY_LINE_TOO_NEW:
      g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_NEW,
                           _ ("This key for returns is of a kind that only a newer Sixfold knows. "
                              "Please install the newer version."));
      return NULL;
    case SF_KEY_LINE_SLIP:
    default:
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("There is a slip in the key for returns. Please copy the whole line "
                              "again, as the authority sent it."));
      return NULL;
    }
}

/* --- sealing ---------------------------------------------------------------------------------- */

/* (transfer full): with blocks filled up */
static guint8 *
pad (GBytes *contents, gsize *padded)
{
  gsize size = g_bytes_get_size (contents);
  guint8 *room = g_malloc0 (size + SF_RETURN_BLOCK);

  if (size > 0)
    memcpy (room, g_bytes_get_data (contents, NULL), size);
  sodium_pad (padded, room, size, SF_RETURN_BLOCK, size + SF_RETURN_BLOCK);
  return room;
}

GBytes *
sf_return_seal (GBytes *public_half, GBytes *contents, GError **error)
{
  const guint8 *key = g_bytes_get_data (public_half, NULL);
  gsize padded = 0, size = g_bytes_get_size (contents);
  guint8 *plain, *sealed;

  g_return_val_if_fail (g_bytes_get_size (public_half) == SF_RECOVERY_PUBLIC_SIZE, NULL);

  sf_crypt_ensure ();
  if (size > SF_RETURN_MAX_SIZE)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_LARGE,
                           _ ("This is more than a return can hold. Nothing was sealed."));
      return NULL;
    }
  plain = pad (contents, &padded);
  sealed = g_malloc0 (HEAD_SIZE + crypto_box_SEALBYTES + padded);
  memcpy (sealed, MAGIC, MAGIC_SIZE);
  sealed[MAGIC_SIZE] = VERSION;
  sf_key_line_hash (key, "sixfold return name", sealed + MAGIC_SIZE + 1, NAME_SIZE);
  if (crypto_box_seal (sealed + HEAD_SIZE, plain, padded, key) != 0)
    g_clear_pointer (&sealed, g_free);
  sodium_memzero (plain, size);
  g_free (plain);
  if (sealed != NULL)
    return g_bytes_new_take (sealed, HEAD_SIZE + crypto_box_SEALBYTES + padded);
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("Nothing can be sealed to this key. Please ask the authority for it "
                          "again."));
  return NULL;
}

/* --- opening ---------------------------------------------------------------------------------- */

static gboolean
check_head (const guint8 *data, gsize size, const guint8 *public_half, GError **error)
{
  guint8 name[NAME_SIZE];

  sf_key_line_hash (public_half, "sixfold return name", name, sizeof name);
  if (size < HEAD_SIZE + crypto_box_SEALBYTES || memcmp (data, MAGIC, MAGIC_SIZE) != 0)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_OURS,
                         _ ("This is no sealed return. It was left as it is."));
  else if (data[MAGIC_SIZE] > VERSION)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_NEW,
                         _ ("This return was sealed by a newer version of Sixfold. Please install "
                            "the newer version to open it."));
  else if (size > MOST_SEALED)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_LARGE,
                         _ ("This is more than a return can hold. It was not opened."));
  else if (memcmp (data + MAGIC_SIZE + 1, name, NAME_SIZE) != 0)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                         _ ("This return was sealed to another key than the one that was given. "
                            "Please use that key, or ask the centre to seal it again."));
  else
    return TRUE;
  return FALSE;
}

/* Takes @plain. */
static GBytes *
unpad (guint8 *plain, gsize padded)
{
  gsize size = 0;

  if (sodium_unpad (&size, plain, padded, SF_RETURN_BLOCK) == 0)
    return g_bytes_new_take (plain, size);
  g_free (plain);
  return NULL;
}

GBytes *
sf_return_open (SfSecret *key, GBytes *sealed, GError **error)
{
  guint8 public_half[SF_RECOVERY_PUBLIC_SIZE];
  g_autoptr (SfSecret) half = NULL;
  const guint8 *data;
  gsize size, padded;
  guint8 *plain;
  GBytes *contents;

  g_return_val_if_fail (key != NULL && sf_secret_get_size (key) == SF_RECOVERY_SIZE, NULL);

  sf_crypt_ensure ();
  data = g_bytes_get_data (sealed, &size);
  half = sf_recovery_make_pair (key, public_half);
  if (!check_head (data, size, public_half, error))
    return NULL;
  padded = size - HEAD_SIZE - crypto_box_SEALBYTES;
  plain = g_malloc0 (padded + 1);
  if (data[MAGIC_SIZE] == VERSION
      && crypto_box_seal_open (plain, data + HEAD_SIZE, size - HEAD_SIZE, public_half,
                               sf_secret_get_data (half))
             == 0)
    contents = unpad (plain, padded);
  else
    {
      contents = NULL;
      g_free (plain);
    }
  if (contents == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                         _ ("This return is not as it was sealed: it was damaged or changed on the "
                            "way. Please ask the centre to send it again."));
  return contents;
}

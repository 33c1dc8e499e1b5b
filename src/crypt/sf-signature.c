/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt/sf-signature.h"

#include "base/sf-error.h"
#include "crypt/sf-crypt-private.h"
#include "crypt/sf-key-line-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define MAGIC "SIXFSGN"
#define MAGIC_SIZE 7
#define VERSION 1
#define HEAD_SIZE (MAGIC_SIZE + 1 + SF_SIGNATURE_PUBLIC_SIZE)

G_STATIC_ASSERT (SF_SECRET_KEY_SIZE == crypto_sign_ed25519_SEEDBYTES);
G_STATIC_ASSERT (SF_SIGNATURE_PUBLIC_SIZE == crypto_sign_ed25519_PUBLICKEYBYTES);
G_STATIC_ASSERT (SF_SIGNATURE_SIZE == crypto_sign_ed25519_BYTES);
G_STATIC_ASSERT (SF_SIGNATURE_PUBLIC_SIZE == SF_KEY_LINE_SIZE);

static const SfKeyLine line = { "sixfold-signature-", "sixfold signature line" };

SfSecret *
sf_signature_new_key (void)
{
  return sf_secret_new_key ();
}

/* (transfer full): the whole key, in locked memory; its public half goes to @public_key */
static SfSecret *
make_pair (SfSecret *key, guint8 public_key[SF_SIGNATURE_PUBLIC_SIZE])
{
  SfSecret *whole = sf_secret_new (NULL, crypto_sign_ed25519_SECRETKEYBYTES);

  crypto_sign_ed25519_seed_keypair (public_key, sf_secret_get_data (whole),
                                    sf_secret_get_data (key));
  return whole;
}

static gboolean
is_key (SfSecret *key)
{
  return key != NULL && sf_secret_get_size (key) == SF_SECRET_KEY_SIZE;
}

GBytes *
sf_signature_get_public (SfSecret *key)
{
  guint8 public_key[SF_SIGNATURE_PUBLIC_SIZE];
  g_autoptr (SfSecret) whole = NULL;

  g_return_val_if_fail (is_key (key), NULL);

  whole = make_pair (key, public_key);
  return g_bytes_new (public_key, sizeof public_key);
}

GBytes *
sf_signature_sign (SfSecret *key, GBytes *message)
{
  guint8 public_key[SF_SIGNATURE_PUBLIC_SIZE], signature[SF_SIGNATURE_SIZE];
  g_autoptr (SfSecret) whole = NULL;
  gsize size;
  const guint8 *data;

  g_return_val_if_fail (is_key (key) && message != NULL, NULL);

  data = g_bytes_get_data (message, &size);
  whole = make_pair (key, public_key);
  crypto_sign_ed25519_detached (signature, NULL, data, size, sf_secret_get_data (whole));
  return g_bytes_new (signature, sizeof signature);
}

gboolean
sf_signature_verify (GBytes *public_key, GBytes *message, GBytes *signature)
{
  gsize size;
  const guint8 *data;

  g_return_val_if_fail (message != NULL, FALSE);

  sf_crypt_ensure ();
  if (public_key == NULL || g_bytes_get_size (public_key) != SF_SIGNATURE_PUBLIC_SIZE
      || signature == NULL || g_bytes_get_size (signature) != SF_SIGNATURE_SIZE)
    return FALSE;
  data = g_bytes_get_data (message, &size);
  return crypto_sign_ed25519_verify_detached (g_bytes_get_data (signature, NULL), data, size,
                                              g_bytes_get_data (public_key, NULL))
         == 0;
}

char *
sf_signature_key_to_line (GBytes *public_key)
{
  return sf_key_line_make (&line, public_key);
}

GBytes *
sf_signature_key_parse (const char *text, GError **error)
{
  GBytes *key = NULL;

  switch (sf_key_line_parse (&line, text, &key))
    {
    case SF_KEY_LINE_READ:
      return key;
    case SF_KEY_LINE_OTHER:
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("This is no key for signatures: one begins with "
                              "“sixfold-signature-”. The centre can send the line."));
      return NULL;
    case SF_KEY_LINE_TOO_NEW:
      g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_NEW,
                           _ ("This key for signatures is of a kind that only a newer Sixfold "
                              "knows. Please install the newer version."));
      return NULL;
    case SF_KEY_LINE_SLIP:
    default:
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("There is a slip in the key for signatures. Please copy the whole "
                              "line again, as the centre sent it."));
      return NULL;
    }
}

/* --- behind a passphrase ---------------------------------------------------------------------- */

/* A keyring belongs to a record: here it is the key itself. */
static void
name_keyring (const guint8 *public_key, SfUuid *record, SfUuid *holder)
{
  memcpy (record->bytes, public_key, sizeof record->bytes);
  memset (holder->bytes, 0xff, sizeof holder->bytes);
}

GBytes *
sf_signature_lock (SfSecret *key, const char *passphrase, const SfKeyringCost *cost, GError **error)
{
  g_autoptr (GBytes) public_key = NULL, ring = NULL;
  g_autoptr (SfKeyring) keyring = NULL;
  GByteArray *bytes;
  SfUuid record, holder;
  const guint8 version = VERSION;

  g_return_val_if_fail (is_key (key) && passphrase != NULL, NULL);

  public_key = sf_signature_get_public (key);
  name_keyring (g_bytes_get_data (public_key, NULL), &record, &holder);
  keyring = sf_keyring_new (&record, key);
  if (!sf_keyring_put_passphrase (keyring, key, &holder, passphrase, cost, error))
    return NULL;
  ring = sf_keyring_to_bytes (keyring);
  bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *)MAGIC, MAGIC_SIZE);
  g_byte_array_append (bytes, &version, 1);
  g_byte_array_append (bytes, g_bytes_get_data (public_key, NULL), SF_SIGNATURE_PUBLIC_SIZE);
  g_byte_array_append (bytes, g_bytes_get_data (ring, NULL), (guint)g_bytes_get_size (ring));
  return g_byte_array_free_to_bytes (bytes);
}

static SfSecret *
set_damaged (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                       _ ("The signing key in this file is damaged. A backup may have it whole; "
                          "reports that are sealed already can be verified all the same."));
  return NULL;
}

/* Says of a signing key what the keyring says of a record. */
static SfSecret *
retell (GError *cause, GError **error)
{
  if (g_error_matches (cause, SF_ERROR, SF_ERROR_DAMAGED))
    set_damaged (error);
  else if (g_error_matches (cause, SF_ERROR, SF_ERROR_INVALID))
    g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                         _ ("This passphrase does not open the signing key. Capitals and blanks "
                            "count; look whether Caps Lock is on."));
  else if (g_error_matches (cause, SF_ERROR, SF_ERROR_HOSTILE))
    g_set_error_literal (error, SF_ERROR, SF_ERROR_HOSTILE,
                         _ ("The signing key in this file asks for more time or memory than any "
                            "that Sixfold makes. It was not tried."));
  else
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  g_error_free (cause);
  return NULL;
}

/* The head of a locked key; NULL where it is none. */
static const guint8 *
find_head (GBytes *locked, gsize *size)
{
  const guint8 *data = g_bytes_get_data (locked, size);

  return *size > HEAD_SIZE && memcmp (data, MAGIC, MAGIC_SIZE) == 0 ? data : NULL;
}

SfSecret *
sf_signature_unlock (GBytes *locked, const char *passphrase, GError **error)
{
  g_autoptr (SfKeyring) keyring = NULL;
  g_autoptr (SfSecret) key = NULL;
  g_autoptr (GBytes) ring = NULL, own = NULL;
  GError *cause = NULL;
  SfUuid record, holder;
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (locked != NULL && passphrase != NULL, NULL);

  data = find_head (locked, &size);
  if (data != NULL && data[MAGIC_SIZE] > VERSION)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_NEW,
                           _ ("The signing key in this file was locked by a newer Sixfold."));
      return NULL;
    }
  if (data == NULL || data[MAGIC_SIZE] != VERSION)
    return set_damaged (error);
  name_keyring (data + MAGIC_SIZE + 1, &record, &holder);
  ring = g_bytes_new_from_bytes (locked, HEAD_SIZE, size - HEAD_SIZE);
  keyring = sf_keyring_new_from_bytes (&record, ring, &cause);
  key = keyring != NULL ? sf_keyring_open (keyring, &holder, passphrase, &cause) : NULL;
  if (key == NULL)
    return retell (cause, error);
  own = sf_signature_get_public (key);
  if (memcmp (g_bytes_get_data (own, NULL), data + MAGIC_SIZE + 1, SF_SIGNATURE_PUBLIC_SIZE) != 0)
    return set_damaged (error);
  return g_steal_pointer (&key);
}

GBytes *
sf_signature_get_locked_public (GBytes *locked)
{
  gsize size;
  const guint8 *data = find_head (locked, &size);

  return data != NULL ? g_bytes_new (data + MAGIC_SIZE + 1, SF_SIGNATURE_PUBLIC_SIZE) : NULL;
}

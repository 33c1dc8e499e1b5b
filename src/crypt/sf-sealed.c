/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt/sf-sealed.h"

#include "base/sf-error.h"
#include "crypt/sf-crypt-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define VERSION 1
#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_SIZE crypto_aead_xchacha20poly1305_ietf_ABYTES
#define HEAD_SIZE (2 + NONCE_SIZE)

G_STATIC_ASSERT (SF_SECRET_KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

/* What a value is bound to: what it is, which version, which record, which column. */
static GByteArray *
make_context (const SfUuid *record, const char *column)
{
  static const char what[] = "sixfold sealed value";
  const guint8 head[] = { SF_SEALED_MAGIC, VERSION };
  GByteArray *context = g_byte_array_new ();

  g_byte_array_append (context, (const guint8 *)what, sizeof what);
  g_byte_array_append (context, head, sizeof head);
  g_byte_array_append (context, record->bytes, sizeof record->bytes);
  g_byte_array_append (context, (const guint8 *)column, strlen (column));
  return context;
}

GBytes *
sf_sealed_new (SfSecret *key,
               const SfUuid *record,
               const char *column,
               const void *value,
               gsize size,
               GError **error)
{
  g_autoptr (GByteArray) context = NULL;
  g_autoptr (SfSecret) padded = NULL;
  gsize padded_size;
  guint8 *sealed;

  g_return_val_if_fail (key != NULL && sf_secret_get_size (key) == SF_SECRET_KEY_SIZE, NULL);
  g_return_val_if_fail (record != NULL && column != NULL, NULL);
  g_return_val_if_fail (value != NULL || size == 0, NULL);

  if (size > SF_SEALED_MAX_SIZE)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_LARGE,
                           _ ("This text is too long to be kept confidential here."));
      return NULL;
    }
  padded_size = (size / SF_SEALED_BLOCK + 1) * SF_SEALED_BLOCK;
  padded = sf_secret_new (NULL, padded_size);
  if (size > 0)
    memcpy (sf_secret_get_data (padded), value, size);
  sf_secret_get_data (padded)[size] = 0x80; /* ISO/IEC 7816-4: then noughts */

  context = make_context (record, column);
  sealed = g_malloc (HEAD_SIZE + padded_size + TAG_SIZE);
  sealed[0] = SF_SEALED_MAGIC;
  sealed[1] = VERSION;
  randombytes_buf (sealed + 2, NONCE_SIZE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + HEAD_SIZE, NULL, sf_secret_get_data (padded),
                                              padded_size, context->data, context->len, NULL,
                                              sealed + 2, sf_secret_get_data (key));
  return g_bytes_new_take (sealed, HEAD_SIZE + padded_size + TAG_SIZE);
}

/* Whether it can be one of ours before anything is done with it. */
static gboolean
check_shape (const guint8 *data, gsize size, GError **error)
{
  if (size > 1 && data[0] == SF_SEALED_MAGIC && data[1] > VERSION)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_NEW,
                           _ ("This confidential text was written by a newer Sixfold."));
      return FALSE;
    }
  if (size < HEAD_SIZE + TAG_SIZE + SF_SEALED_BLOCK || data[0] != SF_SEALED_MAGIC
      || data[1] != VERSION || (size - HEAD_SIZE - TAG_SIZE) % SF_SEALED_BLOCK != 0
      || size > HEAD_SIZE + TAG_SIZE + SF_SEALED_MAX_SIZE + SF_SEALED_BLOCK)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                           _ ("This confidential text is damaged and cannot be read."));
      return FALSE;
    }
  return TRUE;
}

SfSecret *
sf_sealed_open (
    SfSecret *key, const SfUuid *record, const char *column, GBytes *sealed, GError **error)
{
  g_autoptr (GByteArray) context = NULL;
  g_autoptr (SfSecret) padded = NULL;
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (key != NULL && sf_secret_get_size (key) == SF_SECRET_KEY_SIZE, NULL);
  g_return_val_if_fail (record != NULL && column != NULL && sealed != NULL, NULL);

  data = g_bytes_get_data (sealed, &size);
  if (!check_shape (data, size, error))
    return NULL;
  context = make_context (record, column);
  padded = sf_secret_new (NULL, size - HEAD_SIZE - TAG_SIZE);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (sf_secret_get_data (padded), NULL, NULL,
                                                  data + HEAD_SIZE, size - HEAD_SIZE, context->data,
                                                  context->len, data + 2, sf_secret_get_data (key))
          != 0
      || sodium_unpad (&size, sf_secret_get_data (padded), sf_secret_get_size (padded),
                       SF_SEALED_BLOCK)
             != 0)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                           _ ("This confidential text was changed from outside, or belongs to"
                              " another place, and cannot be read."));
      return NULL;
    }
  return sf_secret_new (sf_secret_get_data (padded), size);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "crypt/sf-crypt-private.h"
#include "crypt/sf-recovery-private.h"
#include "crypt/sf-wrap-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_number (GByteArray *to, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (to, (const guint8 *)&big, sizeof big);
}

/* What says how a passphrase becomes a key: it is stored, and authenticated. */
static void
append_head (const SfWrap *wrap, GByteArray *to)
{
  guint8 kind = (guint8)wrap->kind;

  g_byte_array_append (to, &kind, 1);
  g_byte_array_append (to, wrap->holder.bytes, sizeof wrap->holder.bytes);
  if (wrap->kind != SF_WRAP_PASSPHRASE)
    return;
  append_number (to, wrap->cost.passes);
  append_number (to, wrap->cost.memory_kib);
  g_byte_array_append (to, wrap->salt, sizeof wrap->salt);
}

static GByteArray *
make_context (const SfWrap *wrap, const SfUuid *record)
{
  static const char what[] = "sixfold key wrap 1";
  GByteArray *context = g_byte_array_new ();

  g_byte_array_append (context, (const guint8 *)what, sizeof what);
  g_byte_array_append (context, record->bytes, sizeof record->bytes);
  append_head (wrap, context);
  return context;
}

/* (transfer full) (nullable): the key that a passphrase makes with this wrap's salt and cost */
static SfSecret *
stretch (const SfWrap *wrap, const char *passphrase, GError **error)
{
  g_autoptr (SfSecret) made = sf_secret_new (NULL, SF_SECRET_KEY_SIZE);
  char *spelled = g_utf8_normalize (passphrase, -1, G_NORMALIZE_ALL_COMPOSE);
  gsize length = spelled != NULL ? strlen (spelled) : 0;
  int failed;

  /* What is no text is no passphrase, but costs the same. */
  failed = crypto_pwhash_argon2id (sf_secret_get_data (made), SF_SECRET_KEY_SIZE,
                                   spelled != NULL ? spelled : "", length, wrap->salt,
                                   wrap->cost.passes, (size_t)wrap->cost.memory_kib * 1024,
                                   crypto_pwhash_argon2id_ALG_ARGON2ID13);
  if (spelled != NULL)
    sodium_memzero (spelled, length);
  g_free (spelled);
  if (failed == 0)
    return g_steal_pointer (&made);
  g_set_error (error, SF_ERROR, SF_ERROR_FAILED,
               _ ("There is not enough free memory to check a passphrase: %u MB are needed for a"
                  " moment. Close other programs and try again."),
               (wrap->cost.memory_kib + 1023) / 1024);
  return NULL;
}

gboolean
sf_wrap_lock (
    SfWrap *wrap, const SfUuid *record, SfSecret *key, const char *passphrase, GError **error)
{
  g_autoptr (GByteArray) context = NULL;
  g_autoptr (SfSecret) made = NULL;

  sf_crypt_ensure ();
  randombytes_buf (wrap->salt, sizeof wrap->salt);
  randombytes_buf (wrap->nonce, sizeof wrap->nonce);
  made = stretch (wrap, passphrase, error);
  if (made == NULL)
    return FALSE;
  context = make_context (wrap, record);
  crypto_aead_xchacha20poly1305_ietf_encrypt (wrap->locked, NULL, sf_secret_get_data (key),
                                              SF_SECRET_KEY_SIZE, context->data, context->len, NULL,
                                              wrap->nonce, sf_secret_get_data (made));
  return TRUE;
}

SfSecret *
sf_wrap_unlock (const SfWrap *wrap, const SfUuid *record, const char *passphrase, GError **error)
{
  g_autoptr (GByteArray) context = make_context (wrap, record);
  g_autoptr (SfSecret) key = sf_secret_new (NULL, SF_SECRET_KEY_SIZE);
  g_autoptr (SfSecret) made = stretch (wrap, passphrase, error);

  if (made == NULL)
    return NULL;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (sf_secret_get_data (key), NULL, NULL,
                                                  wrap->locked, sizeof wrap->locked, context->data,
                                                  context->len, wrap->nonce,
                                                  sf_secret_get_data (made))
      == 0)
    return g_steal_pointer (&key);
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("This passphrase does not open the record. Capitals and blanks count;"
                          " look whether Caps Lock is on."));
  return NULL;
}

void
sf_wrap_box (SfWrap *wrap, const SfUuid *record, SfSecret *key)
{
  g_autoptr (SfSecret) content = sf_secret_new (NULL, SF_SECRET_KEY_SIZE + sizeof record->bytes);

  /* A sealed box authenticates nothing beside it, so the record is in it. */
  memcpy (sf_secret_get_data (content), sf_secret_get_data (key), SF_SECRET_KEY_SIZE);
  memcpy (sf_secret_get_data (content) + SF_SECRET_KEY_SIZE, record->bytes, sizeof record->bytes);
  crypto_box_seal (wrap->box, sf_secret_get_data (content), sf_secret_get_size (content),
                   wrap->public_half);
}

SfSecret *
sf_wrap_unbox (const SfWrap *wrap, const SfUuid *record, SfSecret *recovery, GError **error)
{
  g_autoptr (SfSecret) content = sf_secret_new (NULL, SF_SECRET_KEY_SIZE + sizeof record->bytes);
  guint8 own[SF_RECOVERY_PUBLIC_SIZE];
  g_autoptr (SfSecret) half = sf_recovery_make_pair (recovery, own);

  if (memcmp (own, wrap->public_half, sizeof own) != 0)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("This is not the recovery key that this record was locked with. There"
                              " may be a newer or an older envelope."));
      return NULL;
    }
  if (crypto_box_seal_open (sf_secret_get_data (content), wrap->box, sizeof wrap->box, own,
                            sf_secret_get_data (half))
          != 0
      || memcmp (sf_secret_get_data (content) + SF_SECRET_KEY_SIZE, record->bytes,
                 sizeof record->bytes)
             != 0)
    {
      sf_wrap_set_damaged (error);
      return NULL;
    }
  return sf_secret_new (sf_secret_get_data (content), SF_SECRET_KEY_SIZE);
}

void
sf_wrap_set_damaged (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                       _ ("The lock of this confidential record is damaged. A backup may have it"
                          " whole."));
}

void
sf_wrap_write (const SfWrap *wrap, GByteArray *to)
{
  append_head (wrap, to);
  if (wrap->kind == SF_WRAP_PASSPHRASE)
    {
      g_byte_array_append (to, wrap->nonce, sizeof wrap->nonce);
      g_byte_array_append (to, wrap->locked, sizeof wrap->locked);
      return;
    }
  g_byte_array_append (to, wrap->public_half, sizeof wrap->public_half);
  g_byte_array_append (to, wrap->box, sizeof wrap->box);
}

static gboolean
take (const guint8 **data, gsize *size, void *to, gsize n, GError **error)
{
  if (*size < n)
    {
      sf_wrap_set_damaged (error);
      return FALSE;
    }
  memcpy (to, *data, n);
  *data += n;
  *size -= n;
  return TRUE;
}

static gboolean
take_number (const guint8 **data, gsize *size, guint32 *number, GError **error)
{
  guint32 big;

  if (!take (data, size, &big, sizeof big, error))
    return FALSE;
  *number = GUINT32_FROM_BE (big);
  return TRUE;
}

static gboolean
check_cost (const SfKeyringCost *cost, GError **error)
{
  if (cost->passes >= 1 && cost->passes <= SF_KEYRING_MAX_PASSES
      && cost->memory_kib >= SF_KEYRING_MIN_MEMORY_KIB
      && cost->memory_kib <= SF_KEYRING_MAX_MEMORY_KIB
      && (guint64)cost->passes * cost->memory_kib <= SF_KEYRING_MAX_WORK_KIB)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_HOSTILE,
                       _ ("The lock of this confidential record asks for more time or memory than"
                          " any that Sixfold makes. It was not tried."));
  return FALSE;
}

gboolean
sf_wrap_read (SfWrap *wrap, const guint8 **data, gsize *size, GError **error)
{
  guint8 kind;

  memset (wrap, 0, sizeof *wrap);
  if (!take (data, size, &kind, 1, error)
      || !take (data, size, wrap->holder.bytes, sizeof wrap->holder.bytes, error))
    return FALSE;
  wrap->kind = kind;
  if (kind == SF_WRAP_PASSPHRASE)
    return take_number (data, size, &wrap->cost.passes, error)
           && take_number (data, size, &wrap->cost.memory_kib, error)
           && check_cost (&wrap->cost, error)
           && take (data, size, wrap->salt, sizeof wrap->salt, error)
           && take (data, size, wrap->nonce, sizeof wrap->nonce, error)
           && take (data, size, wrap->locked, sizeof wrap->locked, error);
  if (kind == SF_WRAP_RECOVERY && sf_uuid_is_nil (&wrap->holder))
    return take (data, size, wrap->public_half, sizeof wrap->public_half, error)
           && take (data, size, wrap->box, sizeof wrap->box, error);
  sf_wrap_set_damaged (error);
  return FALSE;
}

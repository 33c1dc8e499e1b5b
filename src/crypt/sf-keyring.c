/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt/sf-keyring.h"

#include "base/sf-error.h"
#include "crypt/sf-crypt-private.h"
#include "crypt/sf-wrap-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAGIC 0xCB
#define VERSION 1
#define CHECK_SIZE 16

struct _SfKeyring
{
  SfUuid record;
  guint8 check[CHECK_SIZE]; /* tells this data key from another, and nothing about it */
  GArray *wraps;            /* of SfWrap */
};

static void
make_check (const SfUuid *record, SfSecret *key, guint8 check[CHECK_SIZE])
{
  static const char what[] = "sixfold key check 1";
  crypto_generichash_state state;

  sf_crypt_ensure ();
  crypto_generichash_init (&state, sf_secret_get_data (key), SF_SECRET_KEY_SIZE, CHECK_SIZE);
  crypto_generichash_update (&state, (const guint8 *)what, sizeof what);
  crypto_generichash_update (&state, record->bytes, sizeof record->bytes);
  crypto_generichash_final (&state, check, CHECK_SIZE);
  sodium_memzero (&state, sizeof state);
}

static SfKeyring *
make_empty (const SfUuid *record)
{
  SfKeyring *self = g_new0 (SfKeyring, 1);

  self->record = *record;
  self->wraps = g_array_new (FALSE, TRUE, sizeof (SfWrap));
  return self;
}

SfKeyring *
sf_keyring_new (const SfUuid *record, SfSecret *key)
{
  SfKeyring *self;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (key != NULL && sf_secret_get_size (key) == SF_SECRET_KEY_SIZE, NULL);

  self = make_empty (record);
  make_check (record, key, self->check);
  return self;
}

void
sf_keyring_free (SfKeyring *self)
{
  g_array_unref (self->wraps);
  g_free (self);
}

/* (transfer none) (nullable): invalid after the next change */
static SfWrap *
find_wrap (SfKeyring *self, SfWrapKind kind, const SfUuid *holder)
{
  for (guint i = 0; i < self->wraps->len; i++)
    {
      SfWrap *wrap = &g_array_index (self->wraps, SfWrap, i);

      if (wrap->kind == kind && (kind == SF_WRAP_RECOVERY || sf_uuid_equal (&wrap->holder, holder)))
        return wrap;
    }
  return NULL;
}

static gboolean
read_wraps (SfKeyring *self, guint n, const guint8 *data, gsize size, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      SfWrap wrap;

      if (!sf_wrap_read (&wrap, &data, &size, error))
        return FALSE;
      if (find_wrap (self, wrap.kind, &wrap.holder) != NULL)
        {
          sf_wrap_set_damaged (error);
          return FALSE;
        }
      g_array_append_val (self->wraps, wrap);
    }
  if (size == 0)
    return TRUE;
  sf_wrap_set_damaged (error);
  return FALSE;
}

SfKeyring *
sf_keyring_new_from_bytes (const SfUuid *record, GBytes *bytes, GError **error)
{
  const gsize head = 2 + sizeof record->bytes + CHECK_SIZE + 1;
  g_autoptr (SfKeyring) self = NULL;
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (record != NULL && bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > 1 && data[0] == MAGIC && data[1] > VERSION)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_NEW,
                           _ ("This confidential record was locked by a newer Sixfold."));
      return NULL;
    }
  if (size < head || data[0] != MAGIC || data[1] != VERSION
      || memcmp (data + 2, record->bytes, sizeof record->bytes) != 0
      || data[head - 1] > SF_KEYRING_MAX_WRAPS)
    {
      sf_wrap_set_damaged (error);
      return NULL;
    }
  self = make_empty (record);
  memcpy (self->check, data + 2 + sizeof record->bytes, CHECK_SIZE);
  if (!read_wraps (self, data[head - 1], data + head, size - head, error))
    return NULL;
  return g_steal_pointer (&self);
}

GBytes *
sf_keyring_to_bytes (SfKeyring *self)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 head[] = { MAGIC, VERSION };
  guint8 n;

  g_return_val_if_fail (self != NULL, g_byte_array_free_to_bytes (bytes));

  n = (guint8)self->wraps->len;
  g_byte_array_append (bytes, head, sizeof head);
  g_byte_array_append (bytes, self->record.bytes, sizeof self->record.bytes);
  g_byte_array_append (bytes, self->check, CHECK_SIZE);
  g_byte_array_append (bytes, &n, 1);
  for (guint i = 0; i < self->wraps->len; i++)
    sf_wrap_write (&g_array_index (self->wraps, SfWrap, i), bytes);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
is_own_key (SfKeyring *self, SfSecret *key)
{
  guint8 check[CHECK_SIZE];

  make_check (&self->record, key, check);
  return sodium_memcmp (check, self->check, CHECK_SIZE) == 0;
}

/* Before a wrap is made. */
static gboolean
check_room (SfKeyring *self, SfSecret *key, gboolean is_there, GError **error)
{
  if (!is_own_key (self, key))
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("This key belongs to another record."));
      return FALSE;
    }
  if (is_there || self->wraps->len < SF_KEYRING_MAX_WRAPS)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_TOO_LARGE,
               _ ("At most %d people can read one confidential record."), SF_KEYRING_MAX_WRAPS);
  return FALSE;
}

static void
put_wrap (SfKeyring *self, const SfWrap *wrap)
{
  SfWrap *old = find_wrap (self, wrap->kind, &wrap->holder);

  if (old != NULL)
    *old = *wrap;
  else
    g_array_append_vals (self->wraps, wrap, 1);
}

gboolean
sf_keyring_put_passphrase (SfKeyring *self,
                           SfSecret *key,
                           const SfUuid *holder,
                           const char *passphrase,
                           const SfKeyringCost *cost,
                           GError **error)
{
  SfWrap wrap
      = { .kind = SF_WRAP_PASSPHRASE, .cost = { SF_KEYRING_PASSES, SF_KEYRING_MEMORY_KIB } };

  g_return_val_if_fail (self != NULL && holder != NULL && passphrase != NULL, FALSE);
  g_return_val_if_fail (key != NULL && sf_secret_get_size (key) == SF_SECRET_KEY_SIZE, FALSE);

  wrap.holder = *holder;
  if (cost != NULL)
    wrap.cost = *cost;
  if (!check_room (self, key, sf_keyring_has_holder (self, holder), error)
      || !sf_wrap_lock (&wrap, &self->record, key, passphrase, error))
    return FALSE;
  put_wrap (self, &wrap);
  return TRUE;
}

gboolean
sf_keyring_put_recovery (SfKeyring *self, SfSecret *key, GBytes *public_half, GError **error)
{
  SfWrap wrap = { .kind = SF_WRAP_RECOVERY };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (key != NULL && sf_secret_get_size (key) == SF_SECRET_KEY_SIZE, FALSE);
  g_return_val_if_fail (public_half != NULL, FALSE);

  if (g_bytes_get_size (public_half) != SF_RECOVERY_PUBLIC_SIZE)
    {
      sf_wrap_set_damaged (error);
      return FALSE;
    }
  if (!check_room (self, key, sf_keyring_has_recovery (self), error))
    return FALSE;
  memcpy (wrap.public_half, g_bytes_get_data (public_half, NULL), SF_RECOVERY_PUBLIC_SIZE);
  sf_wrap_box (&wrap, &self->record, key);
  put_wrap (self, &wrap);
  return TRUE;
}

gboolean
sf_keyring_remove (SfKeyring *self, const SfUuid *holder)
{
  g_return_val_if_fail (self != NULL && holder != NULL, FALSE);

  for (guint i = 0; i < self->wraps->len; i++)
    {
      const SfWrap *wrap = &g_array_index (self->wraps, SfWrap, i);

      if (wrap->kind != SF_WRAP_PASSPHRASE || !sf_uuid_equal (&wrap->holder, holder))
        continue;
      g_array_remove_index (self->wraps, i);
      return TRUE;
    }
  return FALSE;
}

gboolean
sf_keyring_has_holder (SfKeyring *self, const SfUuid *holder)
{
  g_return_val_if_fail (self != NULL && holder != NULL, FALSE);

  return find_wrap (self, SF_WRAP_PASSPHRASE, holder) != NULL;
}

gboolean
sf_keyring_has_recovery (SfKeyring *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return find_wrap (self, SF_WRAP_RECOVERY, NULL) != NULL;
}

GArray *
sf_keyring_list_holders (SfKeyring *self)
{
  GArray *holders = g_array_new (FALSE, FALSE, sizeof (SfUuid));

  g_return_val_if_fail (self != NULL, holders);

  for (guint i = 0; i < self->wraps->len; i++)
    {
      const SfWrap *wrap = &g_array_index (self->wraps, SfWrap, i);

      if (wrap->kind == SF_WRAP_PASSPHRASE)
        g_array_append_val (holders, wrap->holder);
    }
  return holders;
}

/* Takes @key. A wrap that was made for another key is none of ours. */
static SfSecret *
check_key (SfKeyring *self, SfSecret *key, GError **error)
{
  if (key == NULL || is_own_key (self, key))
    return key;
  sf_secret_unref (key);
  sf_wrap_set_damaged (error);
  return NULL;
}

SfSecret *
sf_keyring_open (SfKeyring *self, const SfUuid *holder, const char *passphrase, GError **error)
{
  /* Who has no wrap is told the same, after as long. */
  SfWrap nobody
      = { .kind = SF_WRAP_PASSPHRASE, .cost = { SF_KEYRING_PASSES, SF_KEYRING_MEMORY_KIB } };
  const SfWrap *wrap;

  g_return_val_if_fail (self != NULL && holder != NULL && passphrase != NULL, NULL);

  wrap = find_wrap (self, SF_WRAP_PASSPHRASE, holder);
  return check_key (self,
                    sf_wrap_unlock (wrap != NULL ? wrap : &nobody, &self->record, passphrase,
                                    error),
                    error);
}

SfSecret *
sf_keyring_recover (SfKeyring *self, SfSecret *recovery, GError **error)
{
  const SfWrap *wrap;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (recovery != NULL && sf_secret_get_size (recovery) == SF_RECOVERY_SIZE,
                        NULL);

  wrap = find_wrap (self, SF_WRAP_RECOVERY, NULL);
  if (wrap == NULL)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                           _ ("This record was not locked for the employer, so a recovery key does"
                              " not open it."));
      return NULL;
    }
  return check_key (self, sf_wrap_unbox (wrap, &self->record, recovery, error), error);
}

gboolean
sf_keyring_change_passphrase (SfKeyring *self,
                              const SfUuid *holder,
                              const char *old_passphrase,
                              const char *new_passphrase,
                              const SfKeyringCost *cost,
                              GError **error)
{
  g_autoptr (SfSecret) key = sf_keyring_open (self, holder, old_passphrase, error);

  return key != NULL && sf_keyring_put_passphrase (self, key, holder, new_passphrase, cost, error);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "keys/sf-key-store.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

#define HEX_SIZE (2 * SF_SECRET_KEY_SIZE)

static const SecretSchema schema = { "io.github.sixfold_app.Sixfold.SigningKey",
                                     SECRET_SCHEMA_NONE,
                                     { { "centre-file", SECRET_SCHEMA_ATTRIBUTE_STRING } } };

/* @cause: (transfer full). What D-Bus says is for who looks into it, behind our own sentence. */
static gboolean
fail (GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, SF_ERROR, SF_ERROR_CANCELLED, _ ("Nothing was done."));
  else if (g_error_matches (cause, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                         _ ("The keyring of this PC stayed locked, so nothing was signed. Unlock "
                            "it, or keep the key in the centre file behind a passphrase."));
  else
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                 _ ("There is no keyring on this PC that Sixfold can use (%s). Keep the key in the "
                    "centre file behind a passphrase instead."),
                 cause->message);
  g_error_free (cause);
  return FALSE;
}

/* (transfer full): in locked memory, as text */
static SfSecret *
to_text (SfSecret *key)
{
  static const char digits[] = "0123456789abcdef";
  SfSecret *text = sf_secret_new (NULL, HEX_SIZE);
  guint8 *to = sf_secret_get_data (text);

  for (guint i = 0; i < SF_SECRET_KEY_SIZE; i++)
    {
      to[2 * i] = (guint8)digits[sf_secret_get_data (key)[i] >> 4];
      to[2 * i + 1] = (guint8)digits[sf_secret_get_data (key)[i] & 15];
    }
  return text;
}

/* (transfer full) (nullable): %NULL where it is none of ours */
static SfSecret *
from_text (const char *text)
{
  g_autoptr (SfSecret) key = sf_secret_new (NULL, SF_SECRET_KEY_SIZE);

  if (strlen (text) != HEX_SIZE)
    return NULL;
  for (guint i = 0; i < HEX_SIZE; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return NULL;
      sf_secret_get_data (key)[i / 2] |= (guint8)(digit << (i % 2 == 0 ? 4 : 0));
    }
  return g_steal_pointer (&key);
}

gboolean
sf_key_store_find_sync (const SfUuid *file,
                        SfSecret **key,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *uuid = NULL;
  GError *cause = NULL;
  char *text;

  g_return_val_if_fail (file != NULL && key != NULL, FALSE);

  *key = NULL;
  uuid = sf_uuid_to_string (file);
  text = secret_password_lookup_nonpageable_sync (&schema, cancellable, &cause, "centre-file", uuid,
                                                  NULL);
  if (cause != NULL)
    return fail (cause, error);
  if (text == NULL)
    return TRUE;
  *key = from_text (text);
  secret_password_free (text);
  if (*key != NULL)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                       _ ("What the keyring has in the place of the signing key is no key."));
  return FALSE;
}

gboolean
sf_key_store_put_sync (
    const SfUuid *file, const char *label, SfSecret *key, GCancellable *cancellable, GError **error)
{
  g_autofree char *uuid = NULL;
  g_autoptr (SfSecret) text = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (file != NULL && label != NULL, FALSE);
  g_return_val_if_fail (key != NULL && sf_secret_get_size (key) == SF_SECRET_KEY_SIZE, FALSE);

  uuid = sf_uuid_to_string (file);
  text = to_text (key);
  if (secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label,
                                  (const char *)sf_secret_get_data (text), cancellable, &cause,
                                  "centre-file", uuid, NULL))
    return TRUE;
  return fail (cause != NULL ? cause
                             : g_error_new_literal (SF_ERROR, SF_ERROR_FAILED, _ ("not stored")),
               error);
}

gboolean
sf_key_store_remove_sync (const SfUuid *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *uuid = sf_uuid_to_string (file);
  GError *cause = NULL;

  secret_password_clear_sync (&schema, cancellable, &cause, "centre-file", uuid, NULL);
  return cause == NULL || fail (cause, error);
}

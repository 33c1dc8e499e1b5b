/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-uuid.h"
#include "crypt/sf-secret.h"

G_BEGIN_DECLS

/* Signing keys in the user's keyring, by libsecret: the Secret Service of the desktop, or in a
 * sandbox the keyring file whose key the Secret portal gives; libsecret chooses by itself. One key
 * for each centre file. Each call may wait for the user to unlock the keyring: in a thread. */

/**
 * sf_key_store_find_sync:
 * @file: the centre file's UUID
 * @key: (out) (transfer full) (nullable): %NULL where the keyring has none for it
 *
 * Returns: %FALSE with %SF_ERROR_NOT_FOUND where there is no keyring, or it stays locked
 */
gboolean sf_key_store_find_sync (const SfUuid *file,
                                 SfSecret **key,
                                 GCancellable *cancellable,
                                 GError **error);

/**
 * sf_key_store_put_sync:
 * @label: what the keyring's own program shows: "Sixfold: signing key of Beech Road"
 *
 * Keeps the key; one that is there for the file is written over.
 */
gboolean sf_key_store_put_sync (const SfUuid *file,
                                const char *label,
                                SfSecret *key,
                                GCancellable *cancellable,
                                GError **error);

/* Takes it away; that there is none is no error. */
gboolean sf_key_store_remove_sync (const SfUuid *file, GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "crypt/sf-signature.h"
#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* Where a centre's signing key lives, and how it is had from there. */

/**
 * SfSigningRoad:
 * @SF_SIGNING_KEYRING: in the user's keyring: nothing to remember, and it stays on this PC
 * @SF_SIGNING_FILE: in the centre file behind a passphrase: it goes where the file goes
 */
typedef enum
{
  SF_SIGNING_KEYRING,
  SF_SIGNING_FILE,
} SfSigningRoad;

/**
 * sf_signing_keys_open:
 * @self: a workbook
 * @road: where the key lives
 * @passphrase: (nullable): for %SF_SIGNING_FILE; of a new key it is held against
 *   sf_passphrase_check()
 * @cost: (nullable): what trying it costs; %NULL for what is usual
 * @callback: told when it is there; the keyring may ask the user meanwhile
 *
 * Opens the key of this centre file, or makes one where there is none yet.
 */
void sf_signing_keys_open (SfWorkbook *self,
                           SfSigningRoad road,
                           const char *passphrase,
                           const SfKeyringCost *cost,
                           GAsyncReadyCallback callback,
                           gpointer data);
/* Returns: (transfer full): the key; %NULL with %SF_ERROR_INVALID where the passphrase is wrong or
 * too easy, %SF_ERROR_NOT_FOUND where there is no keyring */
SfSecret *sf_signing_keys_open_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
SfSecret *sf_signing_keys_open_sync (SfWorkbook *self,
                                     SfSigningRoad road,
                                     const char *passphrase,
                                     const SfKeyringCost *cost,
                                     GError **error);

/* Whether the file has a key behind a passphrase, so that the passphrase is asked for and not
 * thought of. */
gboolean sf_signing_keys_is_in_file (SfWorkbook *self, gboolean *there, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-key-work.h"

G_BEGIN_DECLS

/* The keyring of a record that is about to be made: wrapped for each who may read it, which takes
 * long by design, and for the employer. */

/* On the workbook's thread. @keyring: (nullable): to be written in the transaction that makes the
 * record; %NULL with @error */
typedef void (*SfKeyMade) (SfWorkbook *self, GBytes *keyring, const GError *error, gpointer data);

/**
 * sf_key_making_start:
 * @record: the record's identity
 * @key: what it is sealed under
 * @person: the passphrase of whose it is
 * @reviewer: (nullable): the reviewer's
 * @cost: (nullable): what trying a passphrase costs; %NULL for what is usual
 *
 * Without a recovery key it is refused with %SF_ERROR_NOT_FOUND. The caller sees to it that the
 * recovery key is not replaced until the keyring is written: @self's changing_keyring.
 */
void sf_key_making_start (SfWorkbook *self,
                          const SfUuid *record,
                          SfSecret *key,
                          const char *person,
                          const char *reviewer,
                          const SfKeyringCost *cost,
                          SfKeyMade made,
                          gpointer data);

G_END_DECLS

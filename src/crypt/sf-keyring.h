/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-uuid.h"
#include "crypt/sf-recovery.h"
#include "crypt/sf-secret.h"

G_BEGIN_DECLS

/**
 * SfKeyring:
 *
 * Who can open one confidential record. The record's values are sealed under a random data key
 * (`sf-sealed.h`), which is in the file only *wrapped*: once for each person who may read, under a
 * key made from their passphrase by Argon2id, and once for the employer, locked by the public half
 * of the recovery key (`sf-recovery.h`). The whole keyring is one value of the file: changing a
 * passphrase touches no data and is one value to write, which is there or is not.
 *
 * Each wrap is bound to its record, its holder and its parameters: none can be moved to another
 * record or person, or made cheaper. Who may write to the file can still take a wrap away or put an
 * older keyring back, and with it an old passphrase.
 *
 * A wrong passphrase costs the same and says the same as a person who has no wrap. Functions that
 * take a passphrase take about half a second by design: call them in a thread. Passphrases are
 * brought to one spelling first (NFKC), so that accents do not hang on the keyboard.
 *
 * Layout, numbers with the highest byte first: 0xCB, version 1, 16 bytes record, 16 bytes check of
 * the key, how many wraps; then each: kind, 16 bytes holder (noughts for the employer) and
 * 1 (passphrase): 4 bytes passes, 4 bytes memory in KiB, 16 bytes salt, 24 bytes nonce, 48 bytes
 * XChaCha20-Poly1305; 2 (employer): 32 bytes public half, 96 bytes sealed box of key and record.
 */
typedef struct _SfKeyring SfKeyring;

/* More people than ever read one record. */
#define SF_KEYRING_MAX_WRAPS 32

/**
 * SfKeyringCost:
 * @passes: how often Argon2id goes over its memory
 * @memory_kib: its memory, in KiB
 *
 * What trying one passphrase costs. The cost is stored with each wrap, so it can grow with the PCs.
 */
typedef struct
{
  guint32 passes;
  guint32 memory_kib;
} SfKeyringCost;

/* 3 passes over 128 MiB: twice libsodium's "interactive", on a PC with 4 GB beside everything else.
 */
#define SF_KEYRING_PASSES 3
#define SF_KEYRING_MEMORY_KIB (128 * 1024)
/* A file that asks for more than this is not ours, and is refused before anything is computed. */
#define SF_KEYRING_MAX_PASSES 16
#define SF_KEYRING_MAX_MEMORY_KIB (1024 * 1024)
#define SF_KEYRING_MIN_MEMORY_KIB 8
/* And more than this of both multiplied: some ten seconds. */
#define SF_KEYRING_MAX_WORK_KIB (4 * 1024 * 1024)

/**
 * sf_keyring_new:
 * @record: the record's UUID
 * @key: its data key, of sf_secret_new_key()
 *
 * Returns: (transfer full): a keyring that nobody can open yet
 */
SfKeyring *sf_keyring_new (const SfUuid *record, SfSecret *key);

/**
 * sf_keyring_new_from_bytes:
 * @record: the record that it must be of
 * @bytes: what was in the file
 *
 * Nothing of it is believed: sizes and costs are checked first.
 *
 * Returns: (transfer full): the keyring; %NULL and %SF_ERROR_DAMAGED, %SF_ERROR_TOO_NEW or, for
 *   costs that would only do harm, %SF_ERROR_HOSTILE
 */
SfKeyring *sf_keyring_new_from_bytes (const SfUuid *record, GBytes *bytes, GError **error);
void sf_keyring_free (SfKeyring *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfKeyring, sf_keyring_free)

/**
 * sf_keyring_to_bytes:
 *
 * Returns: (transfer full): what goes into the file, as one value
 */
GBytes *sf_keyring_to_bytes (SfKeyring *self);

/**
 * sf_keyring_put_passphrase:
 * @key: the data key, of sf_keyring_open()
 * @holder: the person's UUID
 * @passphrase: in UTF-8; that it is good enough is for sf_passphrase_check()
 * @cost: (nullable): %NULL for what is usual
 *
 * Lets a person read, or gives them another passphrase.
 *
 * Returns: whether it was done; %SF_ERROR_INVALID if the key is not this record's,
 *   %SF_ERROR_TOO_LARGE if there are too many, %SF_ERROR_FAILED if there is no memory for it
 */
gboolean sf_keyring_put_passphrase (SfKeyring *self,
                                    SfSecret *key,
                                    const SfUuid *holder,
                                    const char *passphrase,
                                    const SfKeyringCost *cost,
                                    GError **error);

/**
 * sf_keyring_put_recovery:
 * @public_half: the half of the recovery key that is in the file
 *
 * Lets the employer read with the recovery key; replaces an earlier one.
 */
gboolean
sf_keyring_put_recovery (SfKeyring *self, SfSecret *key, GBytes *public_half, GError **error);

/**
 * sf_keyring_remove:
 *
 * Takes a person's wrap away. An old copy of the file still opens for them; what is written from
 * now on does not only if the record is sealed anew under a new key.
 *
 * Returns: whether there was one
 */
gboolean sf_keyring_remove (SfKeyring *self, const SfUuid *holder);

gboolean sf_keyring_has_holder (SfKeyring *self, const SfUuid *holder);
gboolean sf_keyring_has_recovery (SfKeyring *self);

/**
 * sf_keyring_list_holders:
 *
 * Returns: (transfer full) (element-type SfUuid): who has a passphrase, in the order they got it
 */
GArray *sf_keyring_list_holders (SfKeyring *self);

/**
 * sf_keyring_open:
 *
 * Returns: (transfer full): the data key; %NULL and %SF_ERROR_INVALID if the passphrase is wrong or
 *   the person has none here, %SF_ERROR_FAILED if there is no memory for it
 */
SfSecret *
sf_keyring_open (SfKeyring *self, const SfUuid *holder, const char *passphrase, GError **error);

/**
 * sf_keyring_recover:
 * @recovery: of sf_recovery_parse()
 *
 * Returns: (transfer full): the data key; %NULL and %SF_ERROR_NOT_FOUND if there is no wrap for the
 *   employer, %SF_ERROR_INVALID if it is for another recovery key, %SF_ERROR_DAMAGED
 */
SfSecret *sf_keyring_recover (SfKeyring *self, SfSecret *recovery, GError **error);

/**
 * sf_keyring_change_passphrase:
 *
 * The old passphrase opens, and only then the new one takes its place; if anything fails, the
 * keyring is as it was.
 */
gboolean sf_keyring_change_passphrase (SfKeyring *self,
                                       const SfUuid *holder,
                                       const char *old_passphrase,
                                       const char *new_passphrase,
                                       const SfKeyringCost *cost,
                                       GError **error);

G_END_DECLS

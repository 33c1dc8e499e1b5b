/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "crypt/sf-keyring.h"

G_BEGIN_DECLS

/* Signatures of sealed reports: Ed25519 (RFC 8032) by libsodium. A signing key is its seed, 32
 * random bytes in locked memory; the whole key is made from it for the moment of signing. The
 * public key stands with each signature in the centre file, so that a report verifies after whoever
 * signed it has left. */

#define SF_SIGNATURE_PUBLIC_SIZE 32
#define SF_SIGNATURE_SIZE 64

/**
 * sf_signature_new_key:
 *
 * Returns: (transfer full): a new signing key of %SF_SECRET_KEY_SIZE bytes; it is kept nowhere
 */
SfSecret *sf_signature_new_key (void);

/**
 * sf_signature_get_public:
 *
 * Returns: (transfer full): the %SF_SIGNATURE_PUBLIC_SIZE bytes with which anybody can verify
 */
GBytes *sf_signature_get_public (SfSecret *key);

/**
 * sf_signature_sign:
 * @message: what is signed; whoever makes it says in it what it is
 *
 * The same key and message give the same signature.
 *
 * Returns: (transfer full): %SF_SIGNATURE_SIZE bytes
 */
GBytes *sf_signature_sign (SfSecret *key, GBytes *message);

/**
 * sf_signature_verify:
 * @public_key: (nullable): as it stands in a file; another size than the right one does not verify
 * @signature: (nullable): likewise
 *
 * Returns: whether the key belonging to @public_key signed exactly @message
 */
gboolean sf_signature_verify (GBytes *public_key, GBytes *message, GBytes *signature);

/**
 * sf_signature_key_to_line:
 *
 * Returns: (transfer full): a public key as a line that can be sent and printed,
 *   "sixfold-signature-1:…:8c1f02ab", whose end checks the rest
 */
char *sf_signature_key_to_line (GBytes *public_key);

/**
 * sf_signature_key_parse:
 * @line: (nullable): what somebody pasted
 *
 * Returns: (transfer full): the public key; %NULL and %SF_ERROR_INVALID with a sentence, or
 *   %SF_ERROR_TOO_NEW
 */
GBytes *sf_signature_key_parse (const char *line, GError **error);

/**
 * sf_signature_lock:
 * @passphrase: that it is good enough is for sf_passphrase_check()
 * @cost: (nullable): %NULL for what is usual
 *
 * The key behind a passphrase (Argon2id, XChaCha20-Poly1305), for the centre file. Takes half a
 * second by design: to be called in a thread.
 *
 * Layout: "SIXFSGN", version 1, 32 bytes public key, then a keyring (sf-keyring.h) with one
 * passphrase.
 *
 * Returns: (transfer full): one value; %NULL and %SF_ERROR_FAILED if there is no memory for it
 */
GBytes *sf_signature_lock (SfSecret *key,
                           const char *passphrase,
                           const SfKeyringCost *cost,
                           GError **error);

/**
 * sf_signature_unlock:
 * @locked: what was in the file; nothing of it is believed, costs are bounded before anything is
 *   computed
 *
 * Returns: (transfer full): the key; %NULL and %SF_ERROR_INVALID where the passphrase is wrong,
 *   %SF_ERROR_DAMAGED, %SF_ERROR_TOO_NEW or %SF_ERROR_HOSTILE
 */
SfSecret *sf_signature_unlock (GBytes *locked, const char *passphrase, GError **error);

/**
 * sf_signature_get_locked_public:
 *
 * Returns: (transfer full) (nullable): the public key that a locked one says it belongs to; only
 *   unlocking it proves that
 */
GBytes *sf_signature_get_locked_public (GBytes *locked);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "crypt/sf-secret.h"

G_BEGIN_DECLS

/* The recovery key: what the employer keeps on paper, in an envelope, for a head who leaves or a
 * passphrase that is forgotten. It is made once for a centre and is a key pair (X25519): the file
 * holds the public half, which can only lock, so that the key of every new record can be wrapped
 * for the employer without the paper; the paper alone can unlock.
 *
 * On paper it is 160 random bits in eight groups of five characters, "K7QM4-…": four of Crockford's
 * base 32, which has neither I, L, O nor U, and one that checks the four and the group's place.
 * Case, blanks and dashes do not matter, O is read as 0, I and L as 1. One wrong character, or two
 * neighbours exchanged, is always noticed, and the message names the group.
 */

#define SF_RECOVERY_SIZE 20
#define SF_RECOVERY_PUBLIC_SIZE 32
#define SF_RECOVERY_GROUPS 8

/**
 * sf_recovery_new:
 *
 * Returns: (transfer full): a new recovery key of %SF_RECOVERY_SIZE bytes; it is kept nowhere
 */
SfSecret *sf_recovery_new (void);

/**
 * sf_recovery_to_text:
 *
 * Returns: (transfer full): a nul-terminated text, as it is printed
 */
SfSecret *sf_recovery_to_text (SfSecret *recovery);

/**
 * sf_recovery_parse:
 * @text: what somebody typed from the paper
 *
 * Returns: (transfer full): the key; %NULL and %SF_ERROR_INVALID with a sentence that says what is
 *   wrong
 */
SfSecret *sf_recovery_parse (const char *text, GError **error);

/**
 * sf_recovery_get_public:
 *
 * Returns: (transfer full): %SF_RECOVERY_PUBLIC_SIZE bytes, for the file
 */
GBytes *sf_recovery_get_public (SfSecret *recovery);

/**
 * sf_recovery_matches:
 *
 * Returns: whether this is the key that belongs to the public half in the file
 */
gboolean sf_recovery_matches (SfSecret *recovery, GBytes *public_half);

G_END_DECLS

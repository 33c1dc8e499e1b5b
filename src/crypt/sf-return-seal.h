/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "crypt/sf-recovery.h"

G_BEGIN_DECLS

/* What a centre sends its authority sealed. The authority makes a key pair as it makes a recovery
 * key (sf-recovery.h): the private half is eight groups of letters on paper or in a file, the
 * public half goes to every centre as one line of plain letters, "sixfold-return-1:…:8c1f02ab",
 * short enough for a QR code, whose end checks the rest.
 *
 * Who has the line can seal and not open; nobody can tell who sealed. Layout: "SIXFRET", version 1,
 * 8 bytes that say to which key, then a sealed box of libsodium (X25519, XSalsa20-Poly1305). What
 * is sealed is filled up to blocks of %SF_RETURN_BLOCK bytes.
 */

#define SF_RETURN_BLOCK 1024
/* A year of a large centre is some hundred kilobytes. */
#define SF_RETURN_MAX_SIZE (8 * 1024 * 1024)

/**
 * sf_return_key_to_line:
 * @public_half: sf_recovery_get_public()
 *
 * Returns: (transfer full): the line for the centres, without an end of line
 */
char *sf_return_key_to_line (GBytes *public_half);

/**
 * sf_return_key_parse:
 * @line: (nullable): what somebody pasted; blanks around it do not matter
 *
 * Returns: (transfer full): the public half; %NULL and %SF_ERROR_INVALID with a sentence, or
 *   %SF_ERROR_TOO_NEW
 */
GBytes *sf_return_key_parse (const char *line, GError **error);

/* (transfer full): a file; %NULL with %SF_ERROR_TOO_LARGE beyond %SF_RETURN_MAX_SIZE */
GBytes *sf_return_seal (GBytes *public_half, GBytes *contents, GError **error);

/**
 * sf_return_open:
 * @key: the authority's private key
 * @sealed: a file
 *
 * Returns: (transfer full): what was sealed; %NULL and %SF_ERROR_NOT_OURS, %SF_ERROR_TOO_NEW,
 *   %SF_ERROR_TOO_LARGE, %SF_ERROR_INVALID where it was sealed to another key, or %SF_ERROR_DAMAGED
 *   where it is not as it was sealed
 */
GBytes *sf_return_open (SfSecret *key, GBytes *sealed, GError **error);

G_END_DECLS

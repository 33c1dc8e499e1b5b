/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-uuid.h"
#include "crypt/sf-secret.h"

G_BEGIN_DECLS

/* A sealed value: the value of one column of one record as it stands in the file.
 *
 * XChaCha20-Poly1305 (IETF) under the record's data key. The record's UUID and the column's name
 * are part of what is authenticated, so a value can be neither changed nor put elsewhere; an older
 * value of the same column can be put back, as in any file. What is sealed is filled up to blocks
 * of %SF_SEALED_BLOCK bytes, so that its length does not tell "met" from "not met".
 *
 * Layout: 0xC5, version 1, 24 random bytes, ciphertext, 16 bytes tag.
 */

#define SF_SEALED_MAGIC 0xC5
#define SF_SEALED_BLOCK 128
/* More than any text of a record; pictures are not sealed. */
#define SF_SEALED_MAX_SIZE (4 * 1024 * 1024)

/**
 * sf_sealed_new:
 * @key: the record's data key
 * @record: the record's UUID
 * @column: the column's name
 * @value: (array length=size): what is sealed, of at most %SF_SEALED_MAX_SIZE bytes
 *
 * The same value gives other bytes each time.
 *
 * Returns: (transfer full): what goes into the file; %NULL and %SF_ERROR_TOO_LARGE if it is too
 * long
 */
GBytes *sf_sealed_new (SfSecret *key,
                       const SfUuid *record,
                       const char *column,
                       const void *value,
                       gsize size,
                       GError **error);

/**
 * sf_sealed_open:
 * @sealed: what was in the file
 *
 * Returns: (transfer full): the value; %NULL and %SF_ERROR_TOO_NEW if a newer program wrote it,
 *   %SF_ERROR_DAMAGED if anything about it is not as it was sealed
 */
SfSecret *sf_sealed_open (
    SfSecret *key, const SfUuid *record, const char *column, GBytes *sealed, GError **error);

G_END_DECLS

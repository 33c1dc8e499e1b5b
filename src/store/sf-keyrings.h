/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-store.h"

G_BEGIN_DECLS

/* Who can open confidential records, as bytes: the store does not look into them. They have no
 * history, and what is written over is gone from the file (secure delete): an old keyring would let
 * an old passphrase in. */

/**
 * sf_keyrings_read:
 * @record: whose
 *
 * Returns: (transfer full): the keyring; %NULL and %SF_ERROR_NOT_FOUND if there is none
 */
GBytes *sf_keyrings_read (SfStore *store, const SfUuid *record, GError **error);

/* In a transaction that is open: the keyring of a record that is made or changed with it. */
gboolean sf_keyrings_put (SfStore *store, const SfUuid *record, GBytes *bytes, GError **error);

/**
 * sf_keyrings_replace:
 * @before: what it was made from
 * @after: what it shall be
 *
 * In one transaction: after a kill the one or the other is there.
 *
 * Returns: whether it is on disk; %SF_ERROR_BUSY if it was not @before any more
 */
gboolean sf_keyrings_replace (
    SfStore *store, const SfUuid *record, GBytes *before, GBytes *after, GError **error);

/**
 * sf_keyrings_read_recovery:
 * @public_half: (out) (transfer full) (nullable): the employer's; %NULL before there is one
 */
gboolean sf_keyrings_read_recovery (SfStore *store, GBytes **public_half, GError **error);

/* %SF_ERROR_INVALID if there is one: what it locked would not open by another. */
gboolean sf_keyrings_set_recovery (SfStore *store, GBytes *public_half, GError **error);

/* Returns: (transfer full): what shall take the place of a record's keyring; %NULL with @error */
typedef GBytes *(*SfKeyringRewrap) (const SfUuid *record,
                                    GBytes *bytes,
                                    gpointer data,
                                    GError **error);

/**
 * sf_keyrings_replace_recovery:
 * @public_half: the new one
 * @rewrap: makes each keyring anew for it
 *
 * All keyrings and the public half in one transaction; nothing is changed if one of them fails.
 */
gboolean sf_keyrings_replace_recovery (
    SfStore *store, GBytes *public_half, SfKeyringRewrap rewrap, gpointer data, GError **error);

G_END_DECLS

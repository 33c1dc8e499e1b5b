/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SfSecret:
 *
 * Bytes that must not leave memory: a key, or a text that was opened. They lie between guard pages,
 * are kept out of swap and core dumps where the system allows it, and are wiped when the last
 * reference goes. Whoever copies them elsewhere wipes the copy.
 */
typedef struct _SfSecret SfSecret;

/* The size of every key of this room, in bytes. */
#define SF_SECRET_KEY_SIZE 32

/**
 * sf_secret_new:
 * @data: (array length=size) (nullable): copied; %NULL for noughts
 */
SfSecret *sf_secret_new (const void *data, gsize size);

/**
 * sf_secret_new_key:
 *
 * Returns: (transfer full): a random key of %SF_SECRET_KEY_SIZE bytes
 */
SfSecret *sf_secret_new_key (void);
SfSecret *sf_secret_ref (SfSecret *self);
void sf_secret_unref (SfSecret *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfSecret, sf_secret_unref)

/**
 * sf_secret_get_data:
 *
 * Returns: (transfer none): the bytes, followed by a nought that does not count; writable until
 *   somebody else has a reference
 */
guint8 *sf_secret_get_data (SfSecret *self);
gsize sf_secret_get_size (SfSecret *self);

/**
 * sf_secret_equal:
 *
 * Returns: whether the bytes are the same; takes as long either way
 */
gboolean sf_secret_equal (SfSecret *a, SfSecret *b);

G_END_DECLS

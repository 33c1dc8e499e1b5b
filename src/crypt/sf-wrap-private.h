/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "crypt/sf-keyring.h"

#include <sodium.h>

G_BEGIN_DECLS

#define SF_WRAP_SALT_SIZE crypto_pwhash_argon2id_SALTBYTES
#define SF_WRAP_NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define SF_WRAP_LOCKED_SIZE (SF_SECRET_KEY_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define SF_WRAP_BOX_SIZE (SF_SECRET_KEY_SIZE + sizeof (SfUuid) + crypto_box_SEALBYTES)

typedef enum
{
  SF_WRAP_PASSPHRASE = 1,
  SF_WRAP_RECOVERY = 2,
} SfWrapKind;

/**
 * SfWrap:
 *
 * One wrap of a data key; what is used of it depends on its kind.
 */
typedef struct
{
  SfWrapKind kind;
  SfUuid holder;
  SfKeyringCost cost;
  guint8 salt[SF_WRAP_SALT_SIZE];
  guint8 nonce[SF_WRAP_NONCE_SIZE];
  guint8 locked[SF_WRAP_LOCKED_SIZE];
  guint8 public_half[SF_RECOVERY_PUBLIC_SIZE];
  guint8 box[SF_WRAP_BOX_SIZE];
} SfWrap;

/* Fills @wrap, whose kind, holder and cost are set. */
gboolean sf_wrap_lock (
    SfWrap *wrap, const SfUuid *record, SfSecret *key, const char *passphrase, GError **error);
/* (transfer full): NULL with an error of sf_keyring_open() */
SfSecret *
sf_wrap_unlock (const SfWrap *wrap, const SfUuid *record, const char *passphrase, GError **error);
void sf_wrap_box (SfWrap *wrap, const SfUuid *record, SfSecret *key);
SfSecret *
sf_wrap_unbox (const SfWrap *wrap, const SfUuid *record, SfSecret *recovery, GError **error);

/* How a wrap lies in the file. */
void sf_wrap_write (const SfWrap *wrap, GByteArray *to);
/* Reads one from *@data on, and moves that on. */
gboolean sf_wrap_read (SfWrap *wrap, const guint8 **data, gsize *size, GError **error);

/* What every keyring that is not as it should be is called. */
void sf_wrap_set_damaged (GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-step-hash.h"

#include <string.h>
#include <sys/random.h>

void
sf_step_hash_make_salt (guint8 *salt)
{
  for (gsize have = 0; have < SF_SALT_SIZE;)
    {
      ssize_t got = getrandom (salt + have, SF_SALT_SIZE - have, 0);
      if (got > 0)
        have += (gsize)got;
    }
}

static void
finish (GChecksum *checksum, guint8 *digest)
{
  gsize length = SF_HASH_SIZE;

  g_checksum_get_digest (checksum, digest, &length);
}

void
sf_step_hash_label (const guint8 *salt, const char *label, guint8 *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, salt, SF_SALT_SIZE);
  g_checksum_update (checksum, (const guchar *)label, -1);
  finish (checksum, digest);
}

void
sf_step_hash_field (const guint8 *salt,
                    const SfValue *old_value,
                    const SfValue *new_value,
                    guint8 *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, salt, SF_SALT_SIZE);
  sf_value_digest (old_value, checksum);
  sf_value_digest (new_value, checksum);
  finish (checksum, digest);
}

void
sf_step_hash_row (const guint8 *salt, GBytes *packed, guint8 *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length;
  const guint8 *data = g_bytes_get_data (packed, &length);

  g_checksum_update (checksum, salt, SF_SALT_SIZE);
  g_checksum_update (checksum, data, (gssize)length);
  finish (checksum, digest);
}

static void
add_text (GChecksum *chain, const char *text)
{
  /* with its closing zero, so that two texts side by side cannot be read as others */
  g_checksum_update (chain, (const guchar *)text, (gssize)strlen (text) + 1);
}

void
sf_step_hash_begin (GChecksum *chain, const SfStepHead *head)
{
  static const guint8 no_parent[SF_HASH_SIZE];
  guint64 at = GUINT64_TO_BE ((guint64)head->at);

  add_text (chain, "sixfold-step-1");
  g_checksum_update (chain, head->has_parent ? head->parent : no_parent, SF_HASH_SIZE);
  g_checksum_update (chain, head->uuid.bytes, 16);
  g_checksum_update (chain, head->copy.bytes, 16);
  g_checksum_update (chain, head->contributor.bytes, 16);
  g_checksum_update (chain, head->about.bytes, 16);
  g_checksum_update (chain, (const guchar *)&at, sizeof at);
  g_checksum_update (chain, head->label_digest, SF_HASH_SIZE);
  add_text (chain, head->kind);
}

void
sf_step_hash_add_change (GChecksum *chain,
                         const char *operation,
                         const char *table,
                         const SfUuid *record,
                         const char *field,
                         const guint8 *digest)
{
  add_text (chain, operation);
  add_text (chain, table);
  g_checksum_update (chain, record->bytes, 16);
  add_text (chain, field != NULL ? field : "");
  g_checksum_update (chain, digest, SF_HASH_SIZE);
}

void
sf_step_hash_end (GChecksum *chain, guint8 *hash)
{
  finish (chain, hash);
}

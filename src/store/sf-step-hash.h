/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-value.h"

G_BEGIN_DECLS

/* The chain of steps, canonical form 1. A hash covers salted digests of the values, not the
 * values: a value can be erased with its salt, and the chain still verifies. */

#define SF_HASH_SIZE 32
#define SF_SALT_SIZE 16

/**
 * SfStepHead:
 *
 * What of a step is hashed besides its changes.
 */
typedef struct
{
  SfUuid uuid;
  SfUuid copy;
  SfUuid contributor; /* nil for the head */
  SfUuid about;       /* nil unless undo or redo */
  gint64 at;
  const char *kind;
  gboolean has_parent;
  guint8 parent[SF_HASH_SIZE];
  guint8 label_salt[SF_SALT_SIZE];
  guint8 label_digest[SF_HASH_SIZE];
} SfStepHead;

void sf_step_hash_make_salt (guint8 *salt);
void sf_step_hash_label (const guint8 *salt, const char *label, guint8 *digest);
void sf_step_hash_field (const guint8 *salt,
                         const SfValue *old_value,
                         const SfValue *new_value,
                         guint8 *digest);
void sf_step_hash_row (const guint8 *salt, GBytes *packed, guint8 *digest);

void sf_step_hash_begin (GChecksum *chain, const SfStepHead *head);
void sf_step_hash_add_change (GChecksum *chain,
                              const char *operation,
                              const char *table,
                              const SfUuid *record,
                              const char *field,
                              const guint8 *digest);
void sf_step_hash_end (GChecksum *chain, guint8 *hash);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-change-set.h"
#include "store/sf-store.h"

G_BEGIN_DECLS

/* Seals in the file: what they cover is collected, kept and read; an evaluation under seal is not
 * written; what is erased is redacted. */

/* --- what a seal covers ------------------------------------------------------------------------
 */

/**
 * SfSealPart:
 * @table: whose records
 * @query: their UUIDs, of the evaluation ?1
 * @fixed: they are as sealed while the seal stands; of the others the seal keeps what they said
 *   that day, and they go on
 * @whole: each is one leaf
 *
 * A table that is sealed. A new one needs a line in sf-seal-data.c and nothing else.
 */
typedef struct
{
  const char *table;
  const char *query;
  gboolean fixed;
  gboolean whole;
} SfSealPart;

const SfSealPart *sf_seal_data_list_parts (guint *n_parts);
/* What of a record is never sealed: when an evaluation was closed says nothing of it. */
gboolean sf_seal_data_leaves_out (const char *table, const char *field);
/* Whether the part has anything in this file; an older one lacks tables. */
gboolean sf_seal_data_is_there (SfStore *store, const SfSealPart *part);

/**
 * sf_seal_data_list_records:
 * @left_out: (nullable) (element-type utf8): codes of statements that are left out: what is judged
 *   of the head belongs to the head
 *
 * Returns: (transfer full) (element-type SfUuid): the part's records
 */
GArray *sf_seal_data_list_records (SfStore *store,
                                   const SfSealPart *part,
                                   const SfUuid *evaluation,
                                   GHashTable *left_out,
                                   GError **error);

/* Returns: (transfer full) (element-type SfSealLeaf): all that a seal of the evaluation would
 * cover, in its order, each with a new salt */
GPtrArray *sf_seal_data_collect (SfStore *store,
                                 const SfUuid *evaluation,
                                 GHashTable *left_out,
                                 GError **error);

/* The SHA-256, as 64 digits, of the framework's XML that the evaluation is against. */
char *sf_seal_data_digest_framework (SfStore *store, const SfUuid *evaluation, GError **error);

/* @head: 32 bytes: the hash of the newest step. %FALSE without any. */
gboolean sf_seals_read_head (SfStore *store, guint8 *head, GError **error);

/* --- in the writer's transaction ----------------------------------------------------------------
 */

/* Refuses a step that changes what is under seal; an erasure may. */
gboolean sf_seals_check_shut (SfStore *store, SfChangeSet *set, GError **error);

/**
 * sf_seals_redact:
 * @set: a step; where it makes a record of an erasure, every seal that covers something of what is
 *   erased is redacted by the same step
 *
 * The pages of a seal are destroyed where they print a text of it, or where nothing is known of
 * their words.
 */
gboolean sf_seals_redact (SfStore *store, SfChangeSet *set, GError **error);

/* Writes set->sealing with the seal that @set inserts; %SF_ERROR_BUSY if the history went on since
 * it was made. Before the step itself is written. */
gboolean sf_seals_put (SfStore *store, SfChangeSet *set, GError **error);

/* --- reading ------------------------------------------------------------------------------------
 */

/* Returns: (transfer full) (element-type SfSealLeaf): of a seal, in their order; a row that cannot
 * be one has no digest */
GPtrArray *sf_seals_read_leaves (SfStore *store, const SfUuid *seal, GError **error);

/* --- keys behind a passphrase -------------------------------------------------------------------
 */

/* Returns: (transfer full) (element-type GBytes): locked keys, the newest first */
GPtrArray *sf_seals_list_keys (SfStore *store, GError **error);
/* In a transaction of its own; the same key locked anew takes the place of the old one. */
gboolean sf_seals_put_key (SfStore *store, GBytes *public_key, GBytes *locked, GError **error);

G_END_DECLS

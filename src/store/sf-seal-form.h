/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"
#include "store/sf-step-hash.h"

G_BEGIN_DECLS

/* What a seal covers, in canonical form 1. It does not depend on the schema, so that what was
 * sealed under an older one still verifies; another form gets another number.
 *
 * Leaf: SHA-256 of "sixfold-leaf-1", the table, UUID, column, salt and value (as sf_value_digest()
 * has it; a reference counts as the 16 bytes of the UUID that it names); texts with a closing zero.
 * Leaves are ordered by table, UUID and column. Root: the tree of RFC 6962 over the leaves'
 * digests: SHA-256 of 0x00 and a digest, of 0x01 and two nodes, cut at the largest power of two.
 *
 * What is signed are lines of text, "sixfold-seal-1" first (sf_seal_form_message()). */

#define SF_SEAL_CANONICAL_FORM 1
/* 120 bits in six groups of four, and five dashes. */
#define SF_FINGERPRINT_LENGTH 29
#define SF_FINGERPRINT_GROUPS 6
/* A whole row, packed, in the place of a column. */
#define SF_SEAL_WHOLE_ROW "*"

/**
 * SfSealLeaf:
 * @is_erased: value and salt are gone; the digest stays
 *
 * One field as it was sealed.
 */
typedef struct
{
  char *table;
  SfUuid record;
  char *field;
  SfValue value;
  gint64 position; /* as it was read */
  gboolean is_erased;
  guint8 salt[SF_SALT_SIZE];
  guint8 digest[SF_HASH_SIZE];
} SfSealLeaf;

/* @value: copied; a reference becomes bytes. With a new salt and its digest. */
SfSealLeaf *
sf_seal_leaf_new (const char *table, const SfUuid *record, const char *field, const SfValue *value);
void sf_seal_leaf_free (SfSealLeaf *leaf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfSealLeaf, sf_seal_leaf_free)

/* Whether the value gives the digest; of an erased one nothing can be said: %TRUE. */
gboolean sf_seal_leaf_is_sound (const SfSealLeaf *leaf);
/* For g_ptr_array_sort(). */
int sf_seal_leaf_compare (gconstpointer a, gconstpointer b);
/* @leaves: (element-type SfSealLeaf): in their order */
void sf_seal_form_root (GPtrArray *leaves, guint8 root[SF_HASH_SIZE]);

/* A reference as 16 bytes; everything else as it is. */
void sf_seal_form_canonical (SfValue *to, const SfValue *from);

/**
 * sf_seal_form_fingerprint:
 *
 * What is printed on every page: the first 120 bits of SHA-256 over root, head of the history,
 * framework, centre, evaluation, day of the meeting, version and form, in Crockford's base 32:
 * "K7QM-4R2T-0C9F-XW3E-18HB-6NPD". Whoever seals could look for two reports with the same one only
 * by some 2⁶⁰ trials.
 *
 * Returns: (transfer full)
 */
char *sf_seal_form_fingerprint (const guint8 root[SF_HASH_SIZE],
                                const guint8 head[SF_HASH_SIZE],
                                const char *framework_digest,
                                const SfUuid *centre,
                                const SfUuid *evaluation,
                                const char *meeting_on,
                                gint64 version);

/**
 * sf_fingerprint_parse:
 * @text: what somebody typed or scanned; "SIXFOLD1:" before it, case, blanks and dashes do not
 *   matter
 *
 * Returns: (transfer full): as it is printed; %NULL and %SF_ERROR_INVALID with a sentence
 */
char *sf_fingerprint_parse (const char *text, GError **error);

/**
 * sf_seal_form_message:
 * @row: (array): the values of a seal, one for each column, references as UUIDs
 * @centre: (nullable): the UUID of its centre
 * @before: (nullable): the signature of the version before it
 *
 * Returns: (transfer full): what is signed. Names are not in it: they are leaves.
 */
GBytes *
sf_seal_form_message (const SfUuid *seal, const SfValue *row, const SfUuid *centre, GBytes *before);

/**
 * SfSealing:
 * @leaves: (element-type SfSealLeaf): in their order
 * @text: (nullable): the words of its pages
 * @head: the head of the history that it was made from
 *
 * What is written with a seal in the same transaction, and is no change.
 */
typedef struct
{
  GPtrArray *leaves;
  char *text;
  guint8 head[SF_HASH_SIZE];
} SfSealing;

void sf_sealing_free (SfSealing *sealing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfSealing, sf_sealing_free)

G_END_DECLS

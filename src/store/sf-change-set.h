/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"
#include "store/sf-seal-form.h"

G_BEGIN_DECLS

/* A step as the writer sees it, and as it comes back when it is on disk. It names records by class
 * and UUID; no record object is touched off the workbook's thread. */

typedef enum
{
  SF_CHANGE_SET,
  SF_CHANGE_INSERT,
  SF_CHANGE_DELETE,
} SfChangeOperation;

typedef struct
{
  SfChangeOperation operation;
  GType type;
  SfUuid record;
  guint column;      /* SET */
  SfValue old_value; /* SET; found by the writer */
  SfValue new_value; /* SET */
  SfValue *row;      /* INSERT, DELETE: every column; found by the writer for DELETE */
} SfChange;

/**
 * SfChangeSet:
 * @label: what a person calls it
 * @kind: "edit", "undo", "redo" or "barrier"
 * @about: for undo and redo, the step replayed
 * @contributor: who wrote; nil for the head, sf_change_by_program() for what the program did of
 * itself
 * @changes: (element-type SfChange): in the order in which they happen
 * @keyring: (nullable): who can open a record that it makes or changes, written in the same
 *   transaction; it is no change, has no history, and belongs to barriers alone
 * @keyring_of: of which record
 * @erased: (nullable) (element-type SfUuid): what the erasure that it inserts is of beside its
 *   subject; noted in the same transaction, no change either
 * @sealing: (nullable): what the seal that it inserts covers; written in the same transaction, no
 *   change, and refused if anything was written since it was made
 * @id: the step's number when it is on disk; 0 if there was nothing to change
 * @at: when it was written
 */
typedef struct
{
  char *label;
  const char *kind;
  gint64 about;
  SfUuid contributor;
  GPtrArray *changes;
  GBytes *keyring;
  SfUuid keyring_of;
  GArray *erased;
  SfSealing *sealing;
  gint64 id;
  gint64 at;
} SfChangeSet;

/* Stands as the contributor of what nobody asked for, such as a title that was read from a file. It
 * is no step of anybody's to undo: it goes, and comes back, with the records that it is about. */
const SfUuid *sf_change_by_program (void);

SfChangeSet *sf_change_set_new (const char *label, const char *kind);
void sf_change_set_free (SfChangeSet *set);
SfChange *
sf_change_set_add (SfChangeSet *set, SfChangeOperation operation, GType type, const SfUuid *record);
SfChange *sf_change_set_find_insert (SfChangeSet *set, const SfUuid *record);

/**
 * sf_change_set_put:
 * @record: a record that is there, or that @set inserts
 * @value: what the column shall be; copied
 *
 * Of one column set twice the later counts. What two columns cannot both say
 * (sf_record_class_find_rival()) the other one no longer says, and that happens before.
 */
void sf_change_set_put (
    SfChangeSet *set, GType type, const SfUuid *record, guint column, const SfValue *value);

guint sf_change_count_columns (const SfChange *change);

/* The row of an inserted or deleted record as bytes, and back; columns by name, so that a later
 * schema still reads them. */
GBytes *sf_change_pack_row (const SfChange *change);
gboolean sf_change_unpack_row (SfChange *change, GBytes *packed);
/* (transfer full) (nullable): one text of such a row; NULL also where it is damaged */
char *sf_change_unpack_text (GType type, GBytes *packed, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfChangeSet, sf_change_set_free)

G_END_DECLS

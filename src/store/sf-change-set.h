/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

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
 * @contributor: who wrote; nil for the head
 * @changes: (element-type SfChange): in the order in which they happen
 * @keyring: (nullable): who can open a record that it makes or changes, written in the same
 *   transaction; it is no change, has no history, and belongs to barriers alone
 * @keyring_of: of which record
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
  gint64 id;
  gint64 at;
} SfChangeSet;

SfChangeSet *sf_change_set_new (const char *label, const char *kind);
void sf_change_set_free (SfChangeSet *set);
SfChange *
sf_change_set_add (SfChangeSet *set, SfChangeOperation operation, GType type, const SfUuid *record);
SfChange *sf_change_set_find_insert (SfChangeSet *set, const SfUuid *record);

guint sf_change_count_columns (const SfChange *change);

/* The row of an inserted or deleted record as bytes, and back; columns by name, so that a later
 * schema still reads them. */
GBytes *sf_change_pack_row (const SfChange *change);
gboolean sf_change_unpack_row (SfChange *change, GBytes *packed);
/* (transfer full) (nullable): one text of such a row; NULL also where it is damaged */
char *sf_change_unpack_text (GType type, GBytes *packed, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfChangeSet, sf_change_set_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "store/sf-file-check.h"

G_BEGIN_DECLS

/* On the writer's thread: what of the copy shall be otherwise. */
typedef gboolean (*SfBackupChange) (SfSql *copy, gpointer data, GError **error);

/**
 * SfBackupCopy:
 * @path: where the copy lies when it is finished
 * @reason: "daily", "asked", "migration", "restore"
 * @made_at: when it was begun
 * @size: of the copy, in bytes, when it is finished
 * @judgements: rows of judgement in it
 * @files: attachments in it whose contents were compared
 * @done: bytes copied and read back so far
 * @total: bytes to copy and read back
 * @change: (nullable): what is done with the copy before it is read back, where it is to be
 *   another than what is copied; it is not noted as a new backup then
 * @change_data: for @change
 *
 * A copy of an open centre file, made on its own connection in batches of at most 1 MB so that
 * steps slip between, synced, read back whole, and only then given its name.
 */
typedef struct
{
  char *path;
  char *reason;
  gint64 made_at;
  gint64 size;
  guint judgements;
  guint files;
  gint64 done;
  gint64 total;
  SfBackupChange change;
  gpointer change_data;

  /*< private >*/
  guint stage;
  char *part; /* the name it has until it is finished */
  SfSql *to;
  sqlite3_backup *backup;
  gint64 source_judgements;
  gint64 source_files;
  SfStore *copy;
  SfFileCheck *check;
} SfBackupCopy;

SfBackupCopy *sf_backup_copy_new (const char *path, const char *reason);
void sf_backup_copy_free (SfBackupCopy *copy);
gboolean
sf_backup_copy_run (SfBackupCopy *copy, SfStore *store, gboolean *finished, GError **error);
/* All of it at once; (transfer full). For before a migration. */
SfBackupCopy *
sf_backup_copy_make (SfStore *store, const char *path, const char *reason, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfBackupCopy, sf_backup_copy_free)

G_END_DECLS

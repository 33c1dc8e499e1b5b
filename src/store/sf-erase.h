/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-backup-copy.h"

G_BEGIN_DECLS

/* Erasing evidence, or a confidential record, from a centre file and from a backup of one: rows,
 * history, contents, words. What a step was digested from goes with its salt; digests stay, and the
 * chain still verifies. Judgements that go behind a lock are erased in the same way: an agreed one
 * stays as a row that says nothing, a contributor's goes. */

/**
 * SfErasureRow:
 * @uuid: the erasure's own
 * @erased_at: when it was asked for
 * @erased_by: (nullable): by whom
 * @reason: why
 * @subject: the UUID of what it was
 * @files: how many files it had
 * @records: (element-type SfUuid): of what else it is
 * @reports: (element-type utf8): digests of pages of sealed reports that print it
 *
 * A row of the table erasure.
 */
typedef struct
{
  SfUuid uuid;
  gint64 erased_at;
  char *erased_by;
  char *reason;
  SfUuid subject;
  gint64 files;
  GArray *records;
  GPtrArray *reports;
} SfErasureRow;

void sf_erasure_row_free (SfErasureRow *row);

/* Returns: (transfer full) (element-type SfErasureRow): erasures that are not finished; none where
 * the file has no such table yet */
GPtrArray *sf_erase_list_unfinished (SfStore *store, GError **error);

/**
 * sf_erase_rows:
 * @store: a store that can be written
 * @erasures: (element-type SfErasureRow): what is erased
 * @label: what a step is called from now on whose name told of it
 * @contents: (element-type gint64): the numbers of contents that nobody has any more are added;
 * they count as half added from here on, and go by sf_content_discard_some()
 * @error: return location for an #SfError; nothing was changed then
 *
 * Erases, in one transaction, the rows that are still there, every value that history has of them,
 * and drafts. Contents that another piece of evidence has stay.
 */
gboolean sf_erase_rows (
    SfStore *store, GPtrArray *erasures, const char *label, GArray *contents, GError **error);

/**
 * sf_erase_vacuum:
 * @sql: a connection without a transaction
 * @error: return location for an #SfError; the file is as it was then
 *
 * Writes the whole file anew, so that no page holds remains of what was moved or deleted.
 */
gboolean sf_erase_vacuum (SfSql *sql, GError **error);

/* Marks them finished; until then the copies that left are known, for whoever goes on to be told.
 */
gboolean sf_erase_finish (SfStore *store, GPtrArray *erasures, gint64 now, GError **error);

/* --- backups ------------------------------------------------------------------------------- */

/* Whether a backup holds anything of what is erased, or contents that belong to nothing. */
gboolean
sf_erase_is_needed (SfStore *backup, GPtrArray *erasures, gboolean *needed, GError **error);

/**
 * sf_erase_copy_new:
 * @path: a backup
 * @erasures: (element-type SfErasureRow): what is erased; lives as long as the copy
 *
 * Returns: (transfer full): a copy of the backup without it, which takes the backup's place when it
 *   was read back; to be run with the backup, opened to be read
 */
SfBackupCopy *sf_erase_copy_new (const char *path, GPtrArray *erasures);

/* Removes copies that an interrupted program left half made in a folder of backups. */
gboolean sf_erase_remove_parts (const char *folder, GError **error);

G_END_DECLS

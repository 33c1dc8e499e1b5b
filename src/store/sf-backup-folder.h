/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "base/sf-uuid.h"

G_BEGIN_DECLS

/* The folder in which the program keeps the backups of a centre file: one for each workbook,
 * below the user's data folder, so that it is found when the centre file itself is gone. */

/**
 * SfBackupFile:
 *
 * A backup in the folder. Its name says when it was made, by the clock on the wall.
 */
typedef struct
{
  char *path;
  char *day; /* "2026-04-01" */
  gint64 size;
} SfBackupFile;

void sf_backup_file_free (SfBackupFile *file);

char *sf_backup_folder_of (const SfUuid *workbook);
/* A path in it that is not taken; makes the folder. */
char *sf_backup_folder_new_path (const SfUuid *workbook, gint64 now, GError **error);
/* Remembers which file it is of, for when that can no longer say so itself. */
gboolean sf_backup_folder_note_origin (const SfUuid *workbook, const char *path, GError **error);
/* (transfer full) (nullable): the folder whose backups are of the file at @path */
char *sf_backup_folder_find (const char *path);

/* (element-type SfBackupFile): newest first; empty where there is no folder */
GPtrArray *sf_backup_folder_list (const char *folder);
/* (element-type SfBackupFile): those of @files that are to go, borrowed. Kept are the newest of
 * each of 7 days, 4 weeks and 12 months within @budget bytes, and the newest in any case. */
GPtrArray *sf_backup_folder_choose_old (GPtrArray *files, gint64 budget);
/* What backups may take: a tenth of the free space, at most 5 GB. */
gint64 sf_backup_folder_get_budget (const char *folder, GPtrArray *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfBackupFile, sf_backup_file_free)

G_END_DECLS

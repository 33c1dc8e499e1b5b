/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook-files.h"

G_BEGIN_DECLS

/* Backups and checks. */

/**
 * SfCheckReport:
 *
 * What a check of a whole file found. problems is empty for a sound file.
 */
typedef struct
{
  guint judgements;    /* rows */
  guint files;         /* attachments whose contents were read and compared */
  guint steps;         /* whose hashes were followed */
  GPtrArray *problems; /* of char *: sentences */
} SfCheckReport;

void sf_check_report_free (SfCheckReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfCheckReport, sf_check_report_free)

/* Integrity of the database, contents against their digests, the chain of steps. */
void sf_workbook_check (SfWorkbook *self,
                        GCancellable *cancellable,
                        SfProgressFunc progress,
                        gpointer progress_data,
                        GAsyncReadyCallback callback,
                        gpointer data);
SfCheckReport *sf_workbook_check_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
SfCheckReport *sf_workbook_check_sync (SfWorkbook *self, GError **error);

/* Called on the workbook's thread; @report is borrowed. */
typedef void (*SfProblemsFunc) (SfWorkbook *self, const SfCheckReport *report, gpointer data);

/* After an unclean end, and weekly: a check in the background. @problems is called only if
 * something is wrong. Call it once after opening. */
void sf_workbook_check_if_due (SfWorkbook *self, SfProblemsFunc problems, gpointer data);

/**
 * SfBackup: a backup that was made, as the workbook remembers it.
 */
typedef struct
{
  gint64 made_at;
  char *path;
  char *reason; /* "daily", "asked", "migration", "restore" */
  gint64 size;
  guint judgements;
  guint files;
  gboolean checked; /* it was read back and its contents compared */
} SfBackup;

void sf_backup_free (SfBackup *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfBackup, sf_backup_free)

/* @path NULL: into the folder of backups that the program keeps. Copied in small batches beside
 * the work, then read back. */
void sf_workbook_back_up (SfWorkbook *self,
                          const char *path,
                          const char *reason,
                          GCancellable *cancellable,
                          SfProgressFunc progress,
                          gpointer progress_data,
                          GAsyncReadyCallback callback,
                          gpointer data);
SfBackup *sf_workbook_back_up_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
SfBackup *
sf_workbook_back_up_sync (SfWorkbook *self, const char *path, const char *reason, GError **error);

/* Whether a report or another file may be written to @path: not over this workbook, by whatever
 * name, nor over another centre file. FALSE with a sentence; nothing was touched. */
gboolean sf_workbook_check_output (SfWorkbook *self, const char *path, GError **error);

/* Puts what could not be written into a copy that was just made elsewhere. */
gboolean sf_workbook_write_pending_to (SfWorkbook *self, const char *path, GError **error);

/* The newest backup known, NULL if none. (transfer full) */
SfBackup *sf_workbook_get_last_backup (SfWorkbook *self);
/* Backups in the program's folder that belong to the file at @path, newest first: usable even
 * when the file itself cannot be opened. (element-type SfBackup) */
GPtrArray *sf_backups_list (const char *path, GError **error);
/* Copies what can be read of a damaged file or a backup to a new file; never touches @from. */
gboolean sf_workbook_salvage (const char *from,
                              const char *instead_of,
                              const char *to,
                              SfCheckReport **report,
                              GError **error);

G_END_DECLS

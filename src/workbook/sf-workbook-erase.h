/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-departures.h"
#include "workbook/sf-workbook-files.h"

G_BEGIN_DECLS

/* Erasing evidence for data protection: another act than taking it off the list. What was erased is
 * gone from the file, its history, its search index, its drafts, its private copies and every
 * backup in the program's care; that something was erased stays on record. Nothing brings it back.
 */

/**
 * SfErasurePlan:
 * @evidence: pieces of evidence
 * @files: their files, with all versions
 * @links: their places at statements
 * @kept: contents that stay, because another piece of evidence has the same
 * @backups: backups in the program's folder that are gone through
 *
 * What erasing would do.
 */
typedef struct
{
  guint evidence;
  guint files;
  guint links;
  guint kept;
  guint backups;
} SfErasurePlan;

/* @evidence: (element-type SfEvidence) */
void sf_workbook_plan_erasure (SfWorkbook *self, GPtrArray *evidence, SfErasurePlan *plan);

/**
 * SfErasureTrouble:
 * @path: a backup, or the folder of private copies
 * @why: a sentence
 *
 * Something that could not be cleaned.
 */
typedef struct
{
  char *path;
  char *why;
} SfErasureTrouble;

/**
 * SfErasureReport:
 * @plan: what was to be erased
 * @backups: backups that were written anew without it
 * @troubles: (element-type SfErasureTrouble): what could not be cleaned; where there is any, the
 *   erasure counts as not finished and is tried again at the next opening
 * @departures: (element-type SfDeparture): copies that left, for the user to see to
 */
typedef struct
{
  SfErasurePlan plan;
  guint backups;
  GPtrArray *troubles;
  GPtrArray *departures;
} SfErasureReport;

void sf_erasure_report_free (SfErasureReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfErasureReport, sf_erasure_report_free)

/* Returns: (array zero-terminated): reasons in the program's own words, to be translated where they
 * are shown; they are always taken */
const char *const *sf_erasure_list_reasons (void);

/**
 * sf_workbook_check_erasure:
 * @self: a workbook
 * @evidence: (element-type SfEvidence): what would be erased
 * @reason: why
 * @error: return location for an #SfError
 *
 * Returns: whether erasing may begin: the file can be written, nothing waits that could not be
 *   saved, and the reason is there and does not repeat a title or an author, word for word
 */
gboolean sf_workbook_check_erasure (SfWorkbook *self,
                                    GPtrArray *evidence,
                                    const char *reason,
                                    GError **error);

/**
 * sf_workbook_erase:
 * @self: a workbook
 * @evidence: (element-type SfEvidence): what is erased; from the model, or what was taken back as
 *   sf_workbook_list_taken_back() gives it
 * @reason: why; stays on record
 * @by: (nullable): who erases; stays on record
 * @progress: (nullable): told now and then
 * @progress_data: for @progress
 * @callback: told at the end
 * @data: for @callback
 *
 * Erases at once and for good; there is no cancelling. The record that it began is written first:
 * killed at any point, the program finishes it at the next opening, and the signal "erased" tells
 * what it came to. Beside it, steps are written
 * between two pieces; the file as a whole is written anew in one.
 */
void sf_workbook_erase (SfWorkbook *self,
                        GPtrArray *evidence,
                        const char *reason,
                        const char *by,
                        SfProgressFunc progress,
                        gpointer progress_data,
                        GAsyncReadyCallback callback,
                        gpointer data);
/* Returns: (transfer full): what was done */
SfErasureReport *sf_workbook_erase_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
/* The same, waiting: for the command line. */
SfErasureReport *sf_workbook_erase_sync (
    SfWorkbook *self, GPtrArray *evidence, const char *reason, const char *by, GError **error);

/**
 * sf_workbook_delete_backup:
 * @self: a workbook
 * @path: a backup of it in the program's folder that could not be cleaned
 * @error: return location for an #SfError
 *
 * Deletes a whole backup. Another file is refused.
 */
gboolean sf_workbook_delete_backup (SfWorkbook *self, const char *path, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sf-pack-plan.h"
#include "workbook/sf-workbook-files.h"

G_BEGIN_DECLS

/* What an inspector or adviser is given: a folder or a ZIP with an index (a web page and a text
 * document), the files, and a list of checksums that `sha256sum -c` reads. */

#define SF_PACK_INDEX_HTML "index.html"
#define SF_PACK_INDEX_ODT "index.odt"
#define SF_PACK_CHECKSUMS "checksums.sha256"

/**
 * SfPackReport:
 * @n_files: how many files were read and are as the list of checksums says
 * @problems: (element-type utf8): a sentence for each that is not; empty for a sound pack
 */
typedef struct
{
  guint n_files;
  GPtrArray *problems;
} SfPackReport;

void sf_pack_report_free (SfPackReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPackReport, sf_pack_report_free)

/**
 * sf_evidence_pack_write:
 * @workbook: the workbook that @plan was made of
 * @plan: what goes along; its files learn what became of them; not changed by anybody meanwhile
 * @path: where to: a ZIP if the name ends with ".zip", otherwise a folder; nothing may be there
 * @cancellable: (nullable): to give up; nothing is left then
 * @progress: (nullable): called in the thread of the workbook
 *
 * Writes the pack beside @path under a name of its own, reads every file of it back, and only then
 * gives it its name. Pictures and films lose where and with what they were taken; where that cannot
 * be done the file is left out, and index and plan say so.
 */
void sf_evidence_pack_write (SfWorkbook *workbook,
                             SfPackPlan *plan,
                             const char *path,
                             GCancellable *cancellable,
                             SfProgressFunc progress,
                             gpointer progress_data,
                             GAsyncReadyCallback callback,
                             gpointer data);

/**
 * sf_evidence_pack_write_finish:
 *
 * Returns: (transfer full) (nullable): what reading back found, without problems; %NULL with
 *   %SF_ERROR_INVALID if something is at the path, %SF_ERROR_CANCELLED, %SF_ERROR_NO_SPACE or
 *   another error, and nothing is left at the path
 */
SfPackReport *
sf_evidence_pack_write_finish (SfWorkbook *workbook, GAsyncResult *result, GError **error);

/**
 * sf_evidence_pack_write_sync:
 *
 * The same, waiting: for the command line and tests.
 */
SfPackReport *sf_evidence_pack_write_sync (SfWorkbook *workbook,
                                           SfPackPlan *plan,
                                           const char *path,
                                           GCancellable *cancellable,
                                           GError **error);

/**
 * sf_evidence_pack_verify:
 * @path: a folder or a ZIP that anybody may have made
 * @cancellable: (nullable): to give up
 *
 * Reads every file of a pack and compares it with the pack's list of checksums. What other programs
 * leave in a folder that they show is passed over. What is read is bounded, and links out of the
 * pack are not followed. It waits, so call it off the main thread.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with %SF_ERROR_NOT_OURS for what is no
 *   pack, %SF_ERROR_HOSTILE, %SF_ERROR_NOT_FOUND, %SF_ERROR_CANCELLED or %SF_ERROR_IO
 */
SfPackReport *sf_evidence_pack_verify (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS

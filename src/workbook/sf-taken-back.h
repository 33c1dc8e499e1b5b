/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* Evidence that was added and taken back: it is in no list any more, and history keeps its texts
 * and the contents of its files, which go into every backup. It is erased like any other. */

/**
 * sf_workbook_list_taken_back:
 * @self: a workbook
 * @callback: called when it is read
 * @data: for @callback
 *
 * Lists the evidence that only history knows, and that is not erased.
 */
void sf_workbook_list_taken_back (SfWorkbook *self, GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full) (element-type SfEvidence): the latest first; as each was at last, in no
 * model, for sf_workbook_erase() */
GPtrArray *
sf_workbook_list_taken_back_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
/* The same, waiting: for the command line. */
GPtrArray *sf_workbook_list_taken_back_sync (SfWorkbook *self, GError **error);

/* How many files it had, and when it was taken back; 0 for evidence from elsewhere. */
guint sf_taken_back_get_files (SfEvidence *evidence);
gint64 sf_taken_back_get_at (SfEvidence *evidence);

G_END_DECLS

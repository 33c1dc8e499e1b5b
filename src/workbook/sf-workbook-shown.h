/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/**
 * sf_workbook_note_shown:
 * @shown: (element-type SfShown): what stands in a report: sf_document_get_shown(), say
 * @way: how it left: "print", "report" for a file, "list" for what a command printed
 * @callback: called when it is on disk; with nothing new in @shown, soon
 * @data: for @callback
 *
 * To be called by whoever let a report out of the centre, once it is out. From then on the figures
 * are known to its readers, whatever is undone or deleted here: a small number cannot be worked out
 * by holding a later report against it. What was shown before is not kept again. A preview is no
 * report.
 *
 * A centre file that can only be read cannot keep it, which is %SF_ERROR_READ_ONLY: the report is
 * out all the same, and until the file is closed it is known in memory.
 */
void sf_workbook_note_shown (SfWorkbook *self,
                             GPtrArray *shown,
                             const char *way,
                             GAsyncReadyCallback callback,
                             gpointer data);
/* The message of @error says what follows for later reports. */
gboolean sf_workbook_note_shown_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
/* The same, waiting: for the command line. */
gboolean
sf_workbook_note_shown_sync (SfWorkbook *self, GPtrArray *shown, const char *way, GError **error);

G_END_DECLS

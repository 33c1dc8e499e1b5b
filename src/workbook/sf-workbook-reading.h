/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/*
 * Looking into all attached files, beside the work: one after another, below steps and below
 * attaching, each in the sandbox. What is found goes into the centre file and is told by the signal
 * "extracted". A file that nothing could be made of, or that the helper did not survive, is noted
 * as such and never tried again. Without a sandbox nothing is looked into and nothing noted.
 *
 * Title and date: evidence that was made by attaching a file got its title from the file's name and
 * its date from the day the file was last written. Where the file itself says better, that is put
 * in by a step that can be undone, for all files read meanwhile at once. Never over what a person
 * wrote: only where no step has changed that field since the file was attached, and nobody is
 * typing there. And only while nothing can be redone, for a new step would take that away; until
 * then it waits, and is left at the next closing. A title that says nothing ("Document1", the name
 * of a program, the file's own name) is not taken, nor a date that is still to come.
 */

/* From now on until closing; whenever files are attached it goes on by itself. */
void sf_workbook_start_reading (SfWorkbook *self);
/* Reads all there is and comes back; for the command line and tests. @n_read: (out) (optional):
 * files looked into. FALSE where there is no sandbox. */
gboolean sf_workbook_read_all_sync (SfWorkbook *self, guint *n_read, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-store.h"
#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* Which evidence has left the centre's file, and where to: nobody can call a copy back, but who
 * erases a piece of evidence is told where the copies went. No part of history. */

/**
 * SfDeparture:
 * @evidence: which piece; nil where the whole file left
 * @at: when, UTC milliseconds
 * @way: "copy", "pack" or "backup"
 * @place: the path, as it was chosen
 */
typedef struct
{
  SfUuid evidence;
  gint64 at;
  char *way;
  char *place;
} SfDeparture;

void sf_departure_free (SfDeparture *departure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfDeparture, sf_departure_free)

/**
 * sf_workbook_note_departure:
 * @self: a workbook
 * @evidence: (element-type SfRecord): what left: pieces of evidence, or sealed reports
 * @way: "copy" for files saved elsewhere, "pack" for an evidence pack
 * @place: the path of what was written
 *
 * To be called by whoever wrote a copy out of the workbook, once it is written. A workbook that can
 * only be read takes no note.
 */
void sf_workbook_note_departure (SfWorkbook *self,
                                 GPtrArray *evidence,
                                 const char *way,
                                 const char *place);

/**
 * sf_workbook_list_departures:
 * @self: a workbook
 * @evidence: (element-type SfEvidence): whose copies
 * @callback: called when they are read
 * @data: for @callback
 *
 * Lists the copies that left with any of @evidence, the backups outside the program's folder that
 * were made since the first of it was added, and the copies that a rescue has left since then.
 */
void sf_workbook_list_departures (SfWorkbook *self,
                                  GPtrArray *evidence,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
/* Returns: (transfer full) (element-type SfDeparture): the newest first */
GPtrArray *
sf_workbook_list_departures_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
/* The same, waiting: for the command line. */
GPtrArray *sf_workbook_list_departures_sync (SfWorkbook *self, GPtrArray *evidence, GError **error);

/**
 * sf_departures_read:
 * @store: a store
 * @evidence: (element-type SfUuid): whose copies
 * @departures: (element-type SfDeparture): what is found is added here
 * @error: return location for an #SfError
 *
 * For the writer's thread.
 */
gboolean
sf_departures_read (SfStore *store, GArray *evidence, GPtrArray *departures, GError **error);

G_END_DECLS

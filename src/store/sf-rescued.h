/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-uuid.h"

G_BEGIN_DECLS

/* Whole copies of a centre file that a rescue has left: the damaged file, and what was made of it
 * or of a backup. None of them knows of the others, so they are noted beside the backups that they
 * share; who erases in one is told of the rest. */

/**
 * SfRescued:
 * @path: where a copy lies
 * @at: when it was made or left, UTC milliseconds
 */
typedef struct
{
  char *path;
  gint64 at;
} SfRescued;

void sf_rescued_free (SfRescued *rescued);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfRescued, sf_rescued_free)

/**
 * sf_rescued_note:
 * @workbook: which centre file they are all copies of
 * @paths: (array zero-terminated): where they lie
 * @at: now
 * @error: return location for an #SfError
 *
 * Returns: whether they are noted; a path that is noted already has the later time from then on
 */
gboolean
sf_rescued_note (const SfUuid *workbook, const char *const *paths, gint64 at, GError **error);

/**
 * sf_rescued_list:
 * @workbook: a centre file
 * @own: the path of the copy that asks
 *
 * Returns: (transfer full) (element-type SfRescued): the other copies. One that was deleted is not
 *   among them, nor is a backup in the program's folder; one whose folder cannot be reached is
 */
GPtrArray *sf_rescued_list (const SfUuid *workbook, const char *own);

G_END_DECLS

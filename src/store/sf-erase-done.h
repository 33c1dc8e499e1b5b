/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-store.h"

G_BEGIN_DECLS

/* How far an erasure is that could not be finished, so that the next opening does only what is
 * left. Noted beside the backups, for exactly these erasures in exactly this copy of the file; a
 * note that is missing, or of others, means that all is done once more. */

typedef struct _SfEraseDone SfEraseDone;

/* @erasures: (element-type SfErasureRow): what is erased. Returns: (transfer full): what is noted
 * of them */
SfEraseDone *sf_erase_done_new (SfStore *store, GPtrArray *erasures);
void sf_erase_done_free (SfEraseDone *done);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfEraseDone, sf_erase_done_free)

/* @path: a backup, as it is now on the disk; %NULL for the file itself */
gboolean sf_erase_done_has (SfEraseDone *done, const char *path);
/* At once; where that cannot be noted it is done again. */
void sf_erase_done_note (SfEraseDone *done, const char *path);
/* They are finished, and the note goes. */
void sf_erase_done_remove (SfEraseDone *done);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-store.h"

G_BEGIN_DECLS

/**
 * sf_shrink_some:
 * @store: a store that can be written
 * @finished: (out): whether nothing worth the work is left to give back
 * @error: return location for an #SfError
 *
 * Gives up to 4 MB that hold nothing any more back to the disk, in one transaction, so that steps
 * slip between. A file keeps 1 MB for what comes next.
 *
 * It is called after each piece that was taken away, not once after all: SQLite looks for each page
 * along the list of those that are free, and that would take minutes where it is long.
 */
gboolean sf_shrink_some (SfStore *store, gboolean *finished, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a centre file may be worked on: SQLite's locks and journals fail, or damage the file, on
 * network folders and behind a document portal. */

/* Whether @path, or the folder it would lie in, is on a disk of this PC. FALSE with a sentence. */
gboolean sf_place_check (const char *path, GError **error);
/* Whether @path is what a document portal shows of one file or folder that the user chose. */
gboolean sf_place_is_behind_portal (const char *path);

G_END_DECLS

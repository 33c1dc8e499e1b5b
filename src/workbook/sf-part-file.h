/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is written beside its place, and takes it only when it is whole, on disk and read
 * back. Until then what lay there stays. */

typedef struct _SfPartFile SfPartFile;

/* @name: what to call the contents in messages */
SfPartFile *sf_part_file_open (const char *path, const char *name, GError **error);
/* What was not put in its place goes. */
void sf_part_file_free (SfPartFile *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPartFile, sf_part_file_free)

gboolean sf_part_file_write (SfPartFile *part, gconstpointer bytes, gsize length, GError **error);
/* @digest: SHA-256 that reading back must give; NULL: that of what was written */
gboolean sf_part_file_finish (SfPartFile *part, const char *digest, GError **error);
/* SHA-256 of what was read back; once it is finished. */
const char *sf_part_file_get_digest (SfPartFile *part);

G_END_DECLS

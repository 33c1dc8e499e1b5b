/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "preview/sf-look.h"

G_BEGIN_DECLS

/* A ZIP file of a stranger's: few entries are read, and of each and of all no more than is needed,
 * whatever it says of itself. */

typedef struct _SfArchive SfArchive;

SfArchive *sf_archive_open (SfBytes bytes);
void sf_archive_free (SfArchive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfArchive, sf_archive_free)

gboolean sf_archive_has (SfArchive *archive, const char *name);
/* (transfer full) (nullable): the entry, at most @limit bytes of it; NULL where there is none, or
 * where it is packed as no real file is */
GByteArray *sf_archive_read (SfArchive *archive, const char *name, gsize limit);

static inline SfBytes
sf_bytes_of_array (GByteArray *array)
{
  return (SfBytes){ array->data, array->len };
}

G_END_DECLS

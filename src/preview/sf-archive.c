/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-archive.h"

#include <zip.h>

#define MAX_ENTRIES 20000
#define MAX_ENTRY ((guint64)64 << 20) /* more is not even begun */
#define MAX_IN_ALL ((gsize)64 << 20)
#define SMALL ((guint64)1 << 20)
#define MAX_RATIO 400

struct _SfArchive
{
  zip_t *zip;
  gsize read; /* in all */
};

void
sf_archive_free (SfArchive *archive)
{
  zip_discard (archive->zip);
  g_free (archive);
}

SfArchive *
sf_archive_open (SfBytes bytes)
{
  zip_source_t *source = zip_source_buffer_create (bytes.data, bytes.length, 0, NULL);
  zip_t *zip = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  SfArchive *archive;

  if (zip == NULL)
    {
      if (source != NULL)
        zip_source_free (source);
      return NULL;
    }
  if (zip_get_num_entries (zip, 0) > MAX_ENTRIES)
    {
      zip_discard (zip);
      return NULL;
    }
  archive = g_new0 (SfArchive, 1);
  archive->zip = zip;
  return archive;
}

gboolean
sf_archive_has (SfArchive *archive, const char *name)
{
  return zip_name_locate (archive->zip, name, 0) >= 0;
}

/* A bomb says what it is, or lies; the limit on what is read holds for both. */
static gboolean
is_credible (SfArchive *archive, zip_int64_t index)
{
  zip_stat_t what;
  const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;

  if (zip_stat_index (archive->zip, (zip_uint64_t)index, 0, &what) != 0
      || (what.valid & needed) != needed || what.size > MAX_ENTRY)
    return FALSE;
  return what.size <= SMALL || what.size / MAX_RATIO <= what.comp_size;
}

GByteArray *
sf_archive_read (SfArchive *archive, const char *name, gsize limit)
{
  zip_int64_t index = zip_name_locate (archive->zip, name, 0);
  g_autoptr (GByteArray) entry = NULL;
  zip_file_t *file;
  zip_int64_t got;

  if (index < 0 || !is_credible (archive, index))
    return NULL;
  file = zip_fopen_index (archive->zip, (zip_uint64_t)index, 0);
  if (file == NULL)
    return NULL;
  entry = g_byte_array_new ();
  do
    {
      guint8 buffer[16384];
      gsize room = MIN (sizeof buffer, MIN (limit - entry->len, MAX_IN_ALL - archive->read));

      got = room > 0 ? zip_fread (file, buffer, room) : 0;
      if (got > 0)
        {
          g_byte_array_append (entry, buffer, (guint)got);
          archive->read += (gsize)got;
        }
    }
  while (got > 0);
  zip_fclose (file);
  return got == 0 ? g_steal_pointer (&entry) : NULL;
}

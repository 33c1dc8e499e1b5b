/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-write-zip.h"

#include <zip.h>

/* ZIP's own beginning of time, 1 January 1980: when a part was packed says nothing. */
#define DOS_DATE ((1 << 5) | 1)

static gboolean
add_part (zip_t *zip, const char *name, GBytes *bytes, gint32 method)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  zip_source_t *source = zip_source_buffer (zip, data, size, 0);
  zip_int64_t index;

  if (source == NULL)
    return FALSE;
  index = zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return FALSE;
    }
  return zip_set_file_compression (zip, (zip_uint64_t)index, method, 0) == 0
         && zip_file_set_dostime (zip, (zip_uint64_t)index, 0, DOS_DATE, 0) == 0;
}

static GBytes *
read_source (zip_source_t *source)
{
  zip_stat_t status;
  g_autofree guint8 *data = NULL;

  if (zip_source_stat (source, &status) != 0 || (status.valid & ZIP_STAT_SIZE) == 0
      || zip_source_open (source) != 0)
    return NULL;
  data = g_malloc (status.size);
  if (zip_source_read (source, data, status.size) != (zip_int64_t)status.size)
    {
      zip_source_close (source);
      return NULL;
    }
  zip_source_close (source);
  return g_bytes_new_take (g_steal_pointer (&data), status.size);
}

GBytes *
sf_write_zip (const char *const *names, GBytes *const *parts, guint n, gboolean first_stored)
{
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = source != NULL ? zip_open_from_source (source, ZIP_TRUNCATE, NULL) : NULL;
  gboolean good = zip != NULL;
  GBytes *bytes = NULL;

  if (zip != NULL)
    zip_source_keep (source);
  for (guint i = 0; i < n && good; i++)
    good = add_part (zip, names[i], parts[i],
                     i == 0 && first_stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE);
  if (good && zip_close (zip) == 0)
    bytes = read_source (source);
  else if (zip != NULL)
    zip_discard (zip);
  if (source != NULL)
    zip_source_free (source);
  return bytes;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-part-file.h"

#include "base/sf-digest.h"
#include "base/sf-error.h"
#include "workbook/sf-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BUFFER_SIZE ((gsize)256 * 1024)

struct _SfPartFile
{
  char *path;
  char *part; /* the same as path where no file may lie beside it; NULL: nothing to take away */
  char *name;
  int file;
  SfDigest *written;
  char *digest;
};

void
sf_part_file_free (SfPartFile *part)
{
  if (part->file >= 0)
    close (part->file);
  if (part->part != NULL)
    g_unlink (part->part);
  sf_digest_free (part->written);
  g_free (part->path);
  g_free (part->part);
  g_free (part->name);
  g_free (part->digest);
  g_free (part);
}

static gboolean
set_failed (SfPartFile *part, int number, GError **error)
{
  if (number == ENOSPC || number == EDQUOT)
    g_set_error (error, SF_ERROR, SF_ERROR_NO_SPACE,
                 _ ("There is no room for “%s” there. It is still in the centre file."),
                 part->name);
  else
    g_set_error (error, SF_ERROR, SF_ERROR_IO,
                 _ ("“%s” could not be written there: %s. It is still in the centre file."),
                 part->name, g_strerror (number));
  return FALSE;
}

/* A portal that shows one file of a folder may let nothing lie beside it. */
static int
open_in_place (SfPartFile *part)
{
  int number = errno;
  int file = -1;

  g_clear_pointer (&part->part, g_free);
  if (sf_place_is_behind_portal (part->path) && number != ENOSPC && number != EDQUOT)
    file = open (part->path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  else
    errno = number;
  if (file >= 0)
    part->part = g_strdup (part->path);
  return file;
}

static gboolean
open_part (SfPartFile *part, GError **error)
{
  part->part = g_strdup_printf ("%s.XXXXXX.part", part->path);
  part->file = g_mkstemp_full (part->part, O_RDWR | O_CLOEXEC, 0600);
  if (part->file < 0)
    part->file = open_in_place (part);
  return part->file >= 0 || set_failed (part, errno, error);
}

SfPartFile *
sf_part_file_open (const char *path, const char *name, GError **error)
{
  g_autoptr (SfPartFile) part = g_new0 (SfPartFile, 1);

  part->path = g_strdup (path);
  part->name = g_strdup (name);
  part->written = sf_digest_new ();
  part->file = -1;
  return open_part (part, error) ? g_steal_pointer (&part) : NULL;
}

gboolean
sf_part_file_write (SfPartFile *part, gconstpointer bytes, gsize length, GError **error)
{
  const guint8 *data = bytes;

  sf_digest_update (part->written, data, length);
  while (length > 0)
    {
      ssize_t written = write (part->file, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return set_failed (part, errno, error);
      data += written;
      length -= (gsize)written;
    }
  return TRUE;
}

static gboolean
read_back (SfPartFile *part, GError **error)
{
  g_autoptr (SfDigest) checksum = sf_digest_new ();
  g_autofree guint8 *buffer = g_malloc (BUFFER_SIZE);
  ssize_t got = lseek (part->file, 0, SEEK_SET) == 0 ? 1 : -1;

  while (got > 0)
    {
      got = read (part->file, buffer, BUFFER_SIZE);
      if (got > 0)
        sf_digest_update (checksum, buffer, (gsize)got);
    }
  if (got < 0)
    return set_failed (part, errno, error);
  part->digest = g_strdup (sf_digest_get_string (checksum));
  return TRUE;
}

static gboolean
compare (SfPartFile *part, const char *digest, GError **error)
{
  if (!g_str_equal (part->digest, sf_digest_get_string (part->written)))
    g_set_error (error, SF_ERROR, SF_ERROR_IO,
                 _ ("“%s” was written there, but reads differently: the disk may be failing. It is "
                    "still in the centre file."),
                 part->name);
  else if (digest != NULL && !g_str_equal (part->digest, digest))
    g_set_error (error, SF_ERROR, SF_ERROR_DAMAGED,
                 _ ("The contents of “%s” are damaged in the centre file. A backup may still have "
                    "them."),
                 part->name);
  else
    return TRUE;
  return FALSE;
}

gboolean
sf_part_file_finish (SfPartFile *part, const char *digest, GError **error)
{
  int file = part->file;

  if (fsync (file) != 0)
    return set_failed (part, errno, error);
  if (!read_back (part, error) || !compare (part, digest, error))
    return FALSE;
  part->file = -1;
  if (close (file) != 0)
    return set_failed (part, errno, error);
  if (!g_str_equal (part->part, part->path) && g_rename (part->part, part->path) != 0)
    return set_failed (part, errno, error);
  g_clear_pointer (&part->part, g_free);
  return TRUE;
}

const char *
sf_part_file_get_digest (SfPartFile *part)
{
  return part->digest;
}

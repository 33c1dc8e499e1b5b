/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A pack that anybody may have made: nothing is followed out of it, and what is read is bounded. */
#include "base/sf-error.h"
#include "exchange/sf-pack-name.h"
#include "exchange/sf-pack-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#define MOST_ENTRIES 100000
#define DEEPEST 8
#define PIECE (256 * 1024)
/* A ZIP may unpack to this much in any case, and beyond it to so many times its own size. */
#define ZIP_FREE (G_GINT64_CONSTANT (1) << 30)
#define ZIP_RATIO 100

struct _SfPackSource
{
  int folder;
  zip_t *zip;
  GPtrArray *names;
};

static gboolean
refuse (GError **error)
{
  g_set_error_literal (
      error, SF_ERROR, SF_ERROR_HOSTILE,
      _ ("This is not an evidence pack as Sixfold writes them: it holds what might "
         "do harm. It was not read."));
  return FALSE;
}

static gboolean
add_name (SfPackSource *self, const char *name, GError **error)
{
  if (!sf_pack_name_is_safe (name) || self->names->len >= MOST_ENTRIES)
    return refuse (error);
  g_ptr_array_add (self->names, g_strdup (name));
  return TRUE;
}

/* --- piece by piece -----------------------------------------------------------------------------
 */

typedef struct
{
  gint64 limit; /* bytes; more is refused */
  SfPieceFunc func;
  gpointer data;
  GCancellable *cancellable;
} Reading;

typedef enum
{
  WHOLE,
  FAILED,  /* to be told by whoever read */
  REFUSED, /* @error is set */
} Outcome;

/* Returns: how many bytes; 0 at the end, less where it cannot be read */
typedef gint64 (*ReadFunc) (gpointer file, guint8 *piece);

static Outcome
read_pieces (const Reading *reading, ReadFunc read_some, gpointer file, GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  gint64 left = reading->limit, got = 1;

  while (got > 0 && left >= 0 && !g_cancellable_is_cancelled (reading->cancellable))
    {
      got = read_some (file, piece);
      left -= got;
      if (got > 0 && left >= 0)
        reading->func (piece, (gsize)got, reading->data);
    }
  if (sf_pack_set_cancelled (reading->cancellable, error))
    return REFUSED;
  if (got < 0)
    return FAILED;
  return left >= 0 || refuse (error) ? WHOLE : REFUSED;
}

/* --- a folder -----------------------------------------------------------------------------------
 */

static gboolean
list_folder (SfPackSource *self, int folder, const char *prefix, guint depth, GError **error);

static gboolean
list_entry (
    SfPackSource *self, int folder, const char *name, const char *path, guint depth, GError **error)
{
  struct stat status;
  int inner;

  if (fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    return TRUE; /* gone meanwhile; if the list has it, it is missing */
  if (S_ISREG (status.st_mode))
    return add_name (self, path, error);
  if (!S_ISDIR (status.st_mode) || depth >= DEEPEST)
    return refuse (error);
  inner = openat (folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  return inner < 0 || list_folder (self, inner, path, depth + 1, error);
}

/* Takes the descriptor. */
static gboolean
list_folder (SfPackSource *self, int folder, const char *prefix, guint depth, GError **error)
{
  DIR *entries = fdopendir (folder);
  struct dirent *entry;
  gboolean good = TRUE;

  if (entries == NULL)
    {
      close (folder);
      return TRUE;
    }
  while (good && (entry = readdir (entries)) != NULL)
    {
      g_autofree char *path = g_strconcat (prefix, *prefix != '\0' ? "/" : "", entry->d_name, NULL);

      if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
        good = list_entry (self, dirfd (entries), entry->d_name, path, depth, error);
    }
  closedir (entries);
  return good;
}

/* A document portal takes every file for a link where O_NOFOLLOW is asked for. So what was opened
 * is compared with what lies there. */
static int
open_no_link (int folder, const char *name)
{
  struct stat there, opened;
  int file;

  if (fstatat (folder, name, &there, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG (there.st_mode))
    return -1;
  file = openat (folder, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (file < 0
      || (fstat (file, &opened) == 0 && opened.st_dev == there.st_dev
          && opened.st_ino == there.st_ino))
    return file;
  close (file);
  return -1;
}

/* Step by step, so that no link leads out of the pack. */
static int
open_inside (int folder, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  int at = dup (folder);

  for (guint i = 0; parts[i] != NULL && at >= 0; i++)
    {
      int next = parts[i + 1] != NULL
                     ? openat (at, parts[i], O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
                     : open_no_link (at, parts[i]);

      close (at);
      at = next;
    }
  return at;
}

static gint64
read_from_file (gpointer file, guint8 *piece)
{
  return read (GPOINTER_TO_INT (file), piece, PIECE);
}

static gboolean
read_file (SfPackSource *self, const char *name, const Reading *reading, GError **error)
{
  int file = open_inside (self->folder, name);
  struct stat status;
  Outcome outcome;
  int number;

  if (file < 0 || fstat (file, &status) != 0 || !S_ISREG (status.st_mode))
    {
      if (file >= 0)
        close (file);
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND, name);
      return FALSE;
    }
  outcome = read_pieces (reading, read_from_file, GINT_TO_POINTER (file), error);
  number = errno;
  close (file);
  return outcome == FAILED ? sf_pack_fail (number, name, error) : outcome == WHOLE;
}

/* --- a ZIP --------------------------------------------------------------------------------------
 */

static gboolean
list_zip (SfPackSource *self, gint64 size, GError **error)
{
  zip_int64_t n = zip_get_num_entries (self->zip, 0);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint64 room = (guint64)MAX (ZIP_FREE, MIN (size, G_MAXINT64 / ZIP_RATIO) * ZIP_RATIO);

  if (n > MOST_ENTRIES)
    return refuse (error);
  for (zip_int64_t i = 0; i < n; i++)
    {
      zip_stat_t status;

      if (zip_stat_index (self->zip, (zip_uint64_t)i, 0, &status) != 0
          || (status.valid & ZIP_STAT_NAME) == 0 || (status.valid & ZIP_STAT_SIZE) == 0
          || status.size > room)
        return refuse (error);
      room -= status.size;
      if (g_str_has_suffix (status.name, "/") && status.size == 0)
        continue;
      if (g_hash_table_contains (known, status.name) || !add_name (self, status.name, error))
        return *error != NULL ? FALSE : refuse (error);
      g_hash_table_add (known, self->names->pdata[self->names->len - 1]);
    }
  return TRUE;
}

static gint64
read_from_entry (gpointer file, guint8 *piece)
{
  return zip_fread (file, piece, PIECE);
}

static gboolean
read_entry (SfPackSource *self, const char *name, const Reading *reading, GError **error)
{
  zip_file_t *file = zip_fopen (self->zip, name, 0);
  Outcome outcome;

  if (file == NULL)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND, name);
      return FALSE;
    }
  outcome = read_pieces (reading, read_from_entry, file, error);
  zip_fclose (file);
  if (outcome == FAILED)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED, name);
  return outcome == WHOLE;
}

/* --- both ---------------------------------------------------------------------------------------
 */

static gboolean
open_zip (SfPackSource *self, int file, gint64 size, GError **error)
{
  FILE *stream = fdopen (file, "rb");
  zip_error_t wrong;
  zip_source_t *source;

  if (stream == NULL)
    {
      close (file);
      return sf_pack_fail (errno, "", error);
    }
  zip_error_init (&wrong);
  source = zip_source_filep_create (stream, 0, -1, &wrong);
  self->zip = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, &wrong) : NULL;
  zip_error_fini (&wrong);
  if (self->zip != NULL)
    return list_zip (self, size, error);
  if (source != NULL)
    zip_source_free (source);
  else
    fclose (stream);
  g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_OURS,
                       _ ("This is neither a folder nor a ZIP file."));
  return FALSE;
}

SfPackSource *
sf_pack_source_open (const char *path, GError **error)
{
  g_autoptr (SfPackSource) self = g_new0 (SfPackSource, 1);
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status;
  gboolean good;

  self->folder = -1;
  self->names = g_ptr_array_new_with_free_func (g_free);
  if (file < 0 || fstat (file, &status) != 0)
    {
      g_autofree char *shown = g_filename_display_name (path);
      int number = errno;

      if (file >= 0)
        close (file);
      if (number == ENOENT)
        g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("There is no “%s”."), shown);
      else
        sf_pack_fail (number, path, error);
      return NULL;
    }
  if (S_ISDIR (status.st_mode))
    {
      self->folder = file;
      good = list_folder (self, openat (file, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), "", 0,
                          error);
    }
  else
    good = open_zip (self, file, status.st_size, error);
  return good ? g_steal_pointer (&self) : NULL;
}

void
sf_pack_source_free (SfPackSource *self)
{
  if (self == NULL)
    return;
  if (self->folder >= 0)
    close (self->folder);
  if (self->zip != NULL)
    zip_discard (self->zip);
  g_ptr_array_unref (self->names);
  g_free (self);
}

GPtrArray *
sf_pack_source_get_names (SfPackSource *self)
{
  return self->names;
}

gboolean
sf_pack_source_read (SfPackSource *self,
                     const char *name,
                     gint64 limit,
                     SfPieceFunc func,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  const Reading reading = { limit, func, data, cancellable };

  return self->zip != NULL ? read_entry (self, name, &reading, error)
                           : read_file (self, name, &reading, error);
}

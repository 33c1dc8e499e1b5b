/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A pack on disk before it has its name: written, made durable, packed, named or taken away. */
#include "base/sf-error.h"
#include "exchange/sf-pack-private.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

gboolean
sf_pack_fail (int number, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (number == ENOSPC || number == EDQUOT)
    g_set_error (error, SF_ERROR, SF_ERROR_NO_SPACE,
                 _ ("There is no room for the evidence pack at “%s”. Nothing was left there; make "
                    "room, or choose another place."),
                 shown);
  else if (number == EACCES || number == EPERM || number == EROFS)
    g_set_error (error, SF_ERROR, SF_ERROR_READ_ONLY,
                 _ ("“%s” cannot be written or read. Please choose another place."), shown);
  else if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                 _ ("There is no folder for “%s”. Please choose another place."), shown);
  else
    g_set_error (error, SF_ERROR, SF_ERROR_IO, _ ("“%s” could not be written or read: %s."), shown,
                 g_strerror (number));
  return FALSE;
}

gboolean
sf_pack_set_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_CANCELLED,
                       _ ("Cancelled. Nothing was left behind."));
  return TRUE;
}

gboolean
sf_pack_write_file (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  int file = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  int number = 0;

  if (file < 0)
    return sf_pack_fail (errno, path, error);
  while (length > 0 && number == 0)
    {
      ssize_t written = write (file, data, length);

      if (written > 0)
        {
          data += written;
          length -= (gsize)written;
        }
      else if (errno != EINTR)
        number = errno;
    }
  if (close (file) != 0 && number == 0)
    number = errno;
  return number == 0 || sf_pack_fail (number, path, error);
}

static void
sync_path (const char *path)
{
  int file = open (path, O_RDONLY | O_CLOEXEC);

  if (file < 0)
    return;
  fsync (file);
  close (file);
}

static int
sync_entry (const char *path, const struct stat *status, int flag, struct FTW *place)
{
  sync_path (path);
  return 0;
}

void
sf_pack_sync_folder (const char *folder)
{
  nftw (folder, sync_entry, 16, FTW_PHYS | FTW_DEPTH);
}

static int
remove_entry (const char *path, const struct stat *status, int flag, struct FTW *place)
{
  remove (path);
  return 0;
}

void
sf_pack_remove (const char *path)
{
  nftw (path, remove_entry, 16, FTW_PHYS | FTW_DEPTH);
}

/* --- the ZIP ------------------------------------------------------------------------------------
 */

/* What is packed already would only take time. */
static gboolean
is_packed_already (const char *name)
{
  static const char *const endings[]
      = { ".jpg", ".jpeg", ".png", ".heic", ".webp", ".gif", ".mp4",  ".mov",  ".mkv", ".webm",
          ".mp3", ".m4a",  ".ogg", ".zip",  ".odt",  ".ods", ".docx", ".xlsx", ".pptx" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
add_to_zip (zip_t *zip, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  zip_source_t *source = zip_source_file (zip, path, 0, -1);
  zip_int64_t index;

  if (source == NULL)
    return FALSE;
  index = zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return FALSE;
    }
  return zip_set_file_compression (zip, (zip_uint64_t)index,
                                   is_packed_already (name) ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0)
         == 0;
}

static int
is_cancelled (zip_t *zip, void *data)
{
  return g_cancellable_is_cancelled (data);
}

static gboolean
fail_zip (zip_error_t *wrong, const char *path, GCancellable *cancellable, GError **error)
{
  if (sf_pack_set_cancelled (cancellable, error))
    return FALSE;
  return sf_pack_fail (zip_error_system_type (wrong) == ZIP_ET_SYS ? zip_error_code_system (wrong)
                                                                   : EIO,
                       path, error);
}

gboolean
sf_pack_zip_folder (const char *folder,
                    GPtrArray *names,
                    const char *path,
                    GCancellable *cancellable,
                    GError **error)
{
  zip_error_t wrong;
  int code = 0;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_EXCL, &code);
  gboolean good = TRUE;

  if (zip == NULL)
    {
      int number = errno;

      zip_error_init_with_code (&wrong, code);
      good = sf_pack_fail (number != 0 ? number : EIO, path, error);
      zip_error_fini (&wrong);
      return good;
    }
  if (cancellable != NULL)
    zip_register_cancel_callback_with_state (zip, is_cancelled, NULL, cancellable);
  for (guint i = 0; i < names->len && good; i++)
    good = add_to_zip (zip, folder, names->pdata[i]);
  if (good && zip_close (zip) == 0)
    {
      sync_path (path);
      return TRUE;
    }
  fail_zip (zip_get_error (zip), path, cancellable, error);
  zip_discard (zip);
  return FALSE;
}

/* --- its name -----------------------------------------------------------------------------------
 */

static gboolean
fail_taken (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("There is something at “%s” already. It was left as it is; please choose another "
                  "name."),
               shown);
  return FALSE;
}

gboolean
sf_pack_publish (const char *from, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) != 0)
    {
      if (errno == EEXIST)
        return fail_taken (to, error);
      if (errno != EINVAL && errno != ENOSYS)
        return sf_pack_fail (errno, to, error);
      /* a file system that cannot ask and rename at once */
      if (g_file_test (to, G_FILE_TEST_EXISTS) || g_file_test (to, G_FILE_TEST_IS_SYMLINK))
        return fail_taken (to, error);
      if (g_rename (from, to) != 0)
        return sf_pack_fail (errno, to, error);
    }
  sync_path (folder);
  return TRUE;
}

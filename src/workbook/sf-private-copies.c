/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-private-copies.h"

#include "base/sf-error.h"
#include "workbook/sf-attach-name.h"
#include "workbook/sf-workbook-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Each folder holds a lock file. The lock on it goes with the process, however that ends; whoever
 * gets the lock may take the folder away. One more lock, beside the folders, is held while a folder
 * is made or looked at, so that none is swept before its own lock is taken. */
#define LOCK_NAME ".lock"

static char *
parent_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "sixfold", "opened", NULL);
}

/* The descriptor that holds the lock; -1 where another has it, or it cannot be made. */
static int
take_lock (const char *folder, gboolean wait)
{
  g_autofree char *path = g_build_filename (folder, LOCK_NAME, NULL);
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int file = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  int got;

  if (file < 0)
    return -1;
  do
    got = fcntl (file, wait ? F_OFD_SETLKW : F_OFD_SETLK, &range);
  while (got != 0 && errno == EINTR);
  if (got == 0)
    return file;
  close (file);
  return -1;
}

/* In words, as sf_lock_release() does: a helper that was just forked holds the file too. */
static void
release_lock (int file)
{
  struct flock range = { .l_type = F_UNLCK, .l_whence = SEEK_SET };

  if (file < 0)
    return;
  if (fcntl (file, F_OFD_SETLK, &range) != 0)
    g_debug ("lock not given back: %s", g_strerror (errno));
  close (file);
}

/* --- taking away ------------------------------------------------------------------------------ */

/* What lies directly in @folder; links are not followed. */
static gboolean
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean gone = TRUE;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) != 0 && errno != ENOENT)
        gone = FALSE;
    }
  return gone;
}

/* The copies in the folder of one opening, each in a folder of its own. */
static gboolean
remove_copies (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean gone = TRUE;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_equal (name, LOCK_NAME))
        continue;
      if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
        gone = remove_files (path) && (g_rmdir (path) == 0 || errno == ENOENT) && gone;
      else
        gone = (g_unlink (path) == 0 || errno == ENOENT) && gone;
    }
  return gone;
}

static void
remove_folder (const char *folder)
{
  g_autofree char *lock = g_build_filename (folder, LOCK_NAME, NULL);

  if (!remove_copies (folder))
    return;
  g_unlink (lock);
  g_rmdir (folder);
}

void
sf_private_copies_remove (SfWorkbook *self)
{
  if (self->copies == NULL)
    return;
  remove_folder (self->copies);
  g_clear_pointer (&self->copies, g_free);
  release_lock (self->copies_lock);
  self->copies_lock = -1;
}

gboolean
sf_private_copies_remove_all_of (const SfUuid *workbook, GError **error)
{
  g_autofree char *parent = parent_folder ();
  g_autofree char *prefix = sf_uuid_to_string (workbook);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  gboolean gone = TRUE;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);

      /* the folder and its lock stay with whoever has it open */
      if (g_str_has_prefix (name, prefix))
        gone = remove_copies (folder) && gone;
    }
  if (!gone)
    g_set_error (error, SF_ERROR, SF_ERROR_IO,
                 _ ("Copies that were opened in other programs could not all be removed from “%s”. "
                    "Please remove them there."),
                 parent);
  return gone;
}

void
sf_private_copies_sweep (void)
{
  g_autofree char *parent = parent_folder ();
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  int all = dir != NULL ? take_lock (parent, TRUE) : -1;
  const char *name;

  while (all >= 0 && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);
      int lock;

      if (g_file_test (folder, G_FILE_TEST_IS_SYMLINK) || !g_file_test (folder, G_FILE_TEST_IS_DIR))
        continue;
      lock = take_lock (folder, FALSE);
      if (lock >= 0)
        remove_folder (folder);
      release_lock (lock);
    }
  release_lock (all);
}

/* --- making ----------------------------------------------------------------------------------- */

static gboolean
make_folder (SfWorkbook *self, const char *parent)
{
  g_autofree char *id = sf_uuid_to_string (&self->uuid);
  g_autofree char *pattern = g_strdup_printf ("%s/%s-XXXXXX", parent, id);
  int all;

  if (g_mkdir_with_parents (parent, 0700) != 0)
    return FALSE;
  all = take_lock (parent, TRUE);
  if (all < 0)
    return FALSE;
  if (g_mkdtemp_full (pattern, 0700) != NULL)
    {
      self->copies_lock = take_lock (pattern, FALSE);
      if (self->copies_lock >= 0)
        self->copies = g_steal_pointer (&pattern);
      else
        g_rmdir (pattern);
    }
  release_lock (all);
  return self->copies != NULL;
}

/* In a folder for each @id: two files may have the same name. */
static char *
place (SfWorkbook *self, const char *id, const char *file, GError **error)
{
  g_autofree char *parent = parent_folder ();
  g_autofree char *name = sf_attach_safe_name (file);
  g_autofree char *folder = NULL;

  if (self->copies != NULL || make_folder (self, parent))
    {
      folder = g_build_filename (self->copies, id, NULL);
      if (g_mkdir_with_parents (folder, 0700) == 0)
        return g_build_filename (folder, name, NULL);
    }
  g_set_error (error, SF_ERROR, errno == ENOSPC ? SF_ERROR_NO_SPACE : SF_ERROR_IO,
               _ ("“%s” could not be opened, because no copy of it could be made. The file in the "
                  "centre file is safe."),
               name);
  return NULL;
}

char *
sf_private_copies_place (SfWorkbook *self, SfAttachment *attachment, GError **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (SF_IS_WORKBOOK (self) && SF_IS_ATTACHMENT (attachment), NULL);

  id = sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (attachment)));
  return place (self, id, sf_attachment_get_name (attachment), error);
}

char *
sf_private_copies_place_new (SfWorkbook *self, const char *name, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();

  g_return_val_if_fail (SF_IS_WORKBOOK (self) && name != NULL, NULL);

  return place (self, id, name, error);
}

void
sf_private_copies_seal (const char *path)
{
  if (g_chmod (path, 0400) != 0)
    g_debug ("a private copy can still be written: %s", g_strerror (errno));
}

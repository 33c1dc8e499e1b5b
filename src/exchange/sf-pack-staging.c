/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The folder beside the destination in which a pack is made. A lock on the folder itself goes with
 * the process, however that ends; whoever gets the lock may take the folder away. */
#include "exchange/sf-pack-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX ".sixfold-pack-"
#define MOST_TRIES 8

/* The descriptor that holds the lock. -1 with errno: EWOULDBLOCK where another process has it. */
static int
take_lock (const char *folder)
{
  int file = open (folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  int number;

  if (file < 0 || flock (file, LOCK_EX | LOCK_NB) == 0)
    return file;
  number = errno;
  close (file);
  errno = number;
  return -1;
}

void
sf_pack_unlock (int lock)
{
  if (lock >= 0)
    close (lock);
}

char *
sf_pack_make_staging (const char *parent, int *lock)
{
  for (guint i = 0; i < MOST_TRIES; i++)
    {
      g_autofree char *folder = g_build_filename (parent, PREFIX "XXXXXX", NULL);
      struct stat status;

      if (g_mkdtemp_full (folder, 0700) == NULL)
        return NULL;
      *lock = take_lock (folder);
      /* another that sweeps may have come in between */
      if (*lock >= 0 && fstat (*lock, &status) == 0 && status.st_nlink > 0
          && access (folder, F_OK) == 0)
        return g_steal_pointer (&folder);
      /* a file system without locks: there nothing is swept either */
      if (*lock < 0 && errno != EWOULDBLOCK && errno != ENOENT)
        return g_steal_pointer (&folder);
      sf_pack_unlock (*lock);
      *lock = -1;
    }
  errno = EBUSY;
  return NULL;
}

static gboolean
is_own (int lock)
{
  struct stat status;

  return fstat (lock, &status) == 0 && status.st_uid == geteuid ();
}

void
sf_pack_sweep (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);
      int lock = g_str_has_prefix (name, PREFIX) ? take_lock (folder) : -1;

      if (lock >= 0 && is_own (lock))
        sf_pack_remove (folder);
      sf_pack_unlock (lock);
    }
}

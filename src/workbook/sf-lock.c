/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-lock.h"

#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "base/sf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

struct _SfLock
{
  int file;
};

static char *
lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.lock", name);

  return g_build_filename (folder, hidden, NULL);
}

/* "Jane Hill on OFFICE-PC, since 1 April 2026, 09:12", from a file that anybody may have written */
static char *
read_holder (int file)
{
  char text[400];
  ssize_t got = pread (file, text, sizeof text - 1, 0);

  if (got <= 0)
    return NULL;
  text[got] = '\0';
  g_strdelimit (text, "\n\r\t", ' ');
  return g_utf8_make_valid (text, -1);
}

static void
write_holder (int file)
{
  g_autofree char *since = sf_date_format_instant (sf_clock_now ());
  const char *name = g_get_real_name ();
  /* Translators: person, PC, date and time */
  g_autofree char *text
      = g_strdup_printf (_ ("%s on %s, since %s"),
                         strcmp (name, "Unknown") == 0 ? g_get_user_name () : name,
                         g_get_host_name (), since);

  /* only for a sentence: a full disk must not keep the file from being opened */
  if (ftruncate (file, 0) != 0 || pwrite (file, text, strlen (text), 0) < 0)
    g_debug ("lock file not written: %s", g_strerror (errno));
}

/**
 * sf_lock_take:
 * @path: a centre file
 * @error: return location for an #SfError
 *
 * Returns: (transfer full): the right to write it, until released or the program ends
 */
SfLock *
sf_lock_take (const char *path, GError **error)
{
  g_autofree char *beside = lock_path (path);
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int file = open (beside, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  SfLock *lock;

  if (file < 0)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_READ_ONLY,
                   _ ("The folder of the centre file cannot be written: %s."), g_strerror (errno));
      return NULL;
    }
  if (fcntl (file, F_OFD_SETLK, &range) != 0)
    {
      g_autofree char *holder = read_holder (file);

      close (file);
      if (holder != NULL)
        g_set_error (
            error, SF_ERROR, SF_ERROR_IN_USE,
            _ ("The centre file is open elsewhere (%s). It can be read here; to change it, "
               "close it there."),
            holder);
      else
        g_set_error_literal (error, SF_ERROR, SF_ERROR_IN_USE,
                             _ ("The centre file is open elsewhere. It can be read here; to change "
                                "it, close it there."));
      return NULL;
    }
  write_holder (file);
  lock = g_new0 (SfLock, 1);
  lock->file = file;
  return lock;
}

/* The lock is given back in words, not only by closing: a helper that was just forked holds the
 * same file until it runs its own program. The file stays: removing it could take the lock from
 * under somebody who just opened it. */
void
sf_lock_release (SfLock *lock)
{
  struct flock range = { .l_type = F_UNLCK, .l_whence = SEEK_SET };

  if (fcntl (lock->file, F_OFD_SETLK, &range) != 0)
    g_debug ("lock not given back: %s", g_strerror (errno));
  close (lock->file);
  g_free (lock);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include <glib.h>
#include <string.h>

/* Looks for bytes in every file below a folder, as whoever finds the disk would. */

/* (transfer full) (nullable): the first file that holds them, in its bytes or its name */
static inline char *
find_bytes (const char *folder, const void *bytes, gsize length)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize size;
      char *found = NULL;

      if (memmem (name, strlen (name), bytes, length) != NULL)
        return g_steal_pointer (&path);
      if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found = find_bytes (path, bytes, length);
      else if (g_file_get_contents (path, &text, &size, NULL)
               && memmem (text, size, bytes, length) != NULL)
        found = g_steal_pointer (&path);
      if (found != NULL)
        return found;
    }
  return NULL;
}

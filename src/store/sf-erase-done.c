/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-erase-done.h"

#include "store/sf-backup-folder.h"
#include "store/sf-erase.h"

#include <glib/gstdio.h>
#include <string.h>

/* First a line that says of what, then one for each thing that is done. */
#define NAME "erasing"

struct _SfEraseDone
{
  char *path;
  GPtrArray *lines; /* of char * */
};

static int
compare_uuids (gconstpointer a, gconstpointer b)
{
  const SfErasureRow *const *one = a, *const *two = b;

  return memcmp (&(*one)->uuid, &(*two)->uuid, sizeof (SfUuid));
}

/* (transfer full): which copy of the file, and which erasures */
static char *
make_head (SfStore *store, GPtrArray *erasures)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (erasures, NULL, NULL);
  g_autofree char *copy = sf_uuid_to_string (sf_store_get_copy (store));
  GString *head = g_string_new (copy);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_uuids);
  for (guint i = 0; i < sorted->len; i++)
    {
      g_autofree char *uuid = sf_uuid_to_string (&((SfErasureRow *)sorted->pdata[i])->uuid);

      g_string_append_printf (head, " %s", uuid);
    }
  return g_string_free (head, FALSE);
}

SfEraseDone *
sf_erase_done_new (SfStore *store, GPtrArray *erasures)
{
  SfEraseDone *done = g_new0 (SfEraseDone, 1);
  g_autofree char *folder = sf_backup_folder_of (sf_store_get_uuid (store));
  g_autofree char *head = make_head (store, erasures);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  done->path = g_build_filename (folder, NAME, NULL);
  done->lines = g_ptr_array_new_with_free_func (g_free);
  if (g_file_get_contents (done->path, &text, NULL, NULL))
    lines = g_strsplit (text, "\n", -1);
  if (lines != NULL && g_strcmp0 (lines[0], head) == 0)
    for (guint i = 1; lines[i] != NULL; i++)
      g_ptr_array_add (done->lines, g_strdup (lines[i]));
  g_ptr_array_insert (done->lines, 0, g_steal_pointer (&head));
  return done;
}

void
sf_erase_done_free (SfEraseDone *done)
{
  g_ptr_array_unref (done->lines);
  g_free (done->path);
  g_free (done);
}

/* (transfer full) (nullable): the name of a backup, and by what one would see that it is another. A
 * backup is never written in place: another has another number on the disk. */
static char *
describe (const char *path)
{
  g_autofree char *name = NULL;
  GStatBuf info;

  if (path == NULL)
    return g_strdup ("file");
  if (g_stat (path, &info) != 0)
    return NULL;
  name = g_path_get_basename (path);
  return g_strdup_printf ("%s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, name,
                          (guint64)info.st_ino, (gint64)info.st_size, (gint64)info.st_mtime);
}

gboolean
sf_erase_done_has (SfEraseDone *done, const char *path)
{
  g_autofree char *line = describe (path);

  return line != NULL && g_ptr_array_find_with_equal_func (done->lines, line, g_str_equal, NULL);
}

void
sf_erase_done_note (SfEraseDone *done, const char *path)
{
  char *line = describe (path);
  g_autofree char *folder = g_path_get_dirname (done->path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (line == NULL)
    return;
  g_ptr_array_add (done->lines, line);
  g_ptr_array_add (done->lines, NULL);
  text = g_strjoinv ("\n", (char **)done->lines->pdata);
  g_ptr_array_set_size (done->lines, (int)done->lines->len - 1);
  /* without backups there is no folder, and nothing that could not be done */
  if (g_file_test (folder, G_FILE_TEST_IS_DIR)
      && !g_file_set_contents_full (done->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                    &error))
    g_debug ("how far erasing is was not noted: %s", error->message);
}

void
sf_erase_done_remove (SfEraseDone *done)
{
  g_unlink (done->path);
}

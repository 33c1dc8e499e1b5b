/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-rescued.h"

#include "base/sf-error.h"
#include "store/sf-backup-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* A line for each: the time, a space, and the path, escaped. */
#define NAME "copies"

void
sf_rescued_free (SfRescued *rescued)
{
  g_free (rescued->path);
  g_free (rescued);
}

static char *
get_path (const SfUuid *workbook)
{
  g_autofree char *folder = sf_backup_folder_of (workbook);

  return g_build_filename (folder, NAME, NULL);
}

static GPtrArray *
read_all (const SfUuid *workbook)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_rescued_free);
  g_autofree char *path = get_path (workbook);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return all;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *space = strchr (lines[i], ' ');
      SfRescued *one;

      if (space == NULL || space[1] == '\0')
        continue;
      one = g_new0 (SfRescued, 1);
      one->at = g_ascii_strtoll (lines[i], NULL, 10);
      one->path = g_strcompress (space + 1);
      g_ptr_array_add (all, one);
    }
  return all;
}

static gboolean
write_all (const SfUuid *workbook, GPtrArray *all, GError **error)
{
  g_autofree char *path = get_path (workbook);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      SfRescued *one = all->pdata[i];
      g_autofree char *escaped = g_strescape (one->path, NULL);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s\n", one->at, escaped);
    }
  if (g_mkdir_with_parents (folder, 0700) == 0
      && g_file_set_contents_full (path, text->str, (gssize)text->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, &local))
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_IO, _ ("The folder for backups cannot be written: %s"),
               local != NULL ? local->message : g_strerror (errno));
  return FALSE;
}

static void
put (GPtrArray *all, const char *path, gint64 at)
{
  SfRescued *one;

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((SfRescued *)all->pdata[i])->path, path))
      {
        ((SfRescued *)all->pdata[i])->at = at;
        return;
      }
  one = g_new0 (SfRescued, 1);
  one->path = g_strdup (path);
  one->at = at;
  g_ptr_array_add (all, one);
}

gboolean
sf_rescued_note (const SfUuid *workbook, const char *const *paths, gint64 at, GError **error)
{
  g_autoptr (GPtrArray) all = read_all (workbook);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *full = g_canonicalize_filename (paths[i], NULL);

      put (all, full, at);
    }
  return write_all (workbook, all, error);
}

/* By its number on the disk: nothing of ours is opened by other means than SQLite's. */
static gboolean
is_same_file (const char *path, const char *own)
{
  GStatBuf one, other;

  return g_stat (path, &one) == 0 && g_stat (own, &other) == 0 && one.st_dev == other.st_dev
         && one.st_ino == other.st_ino;
}

static gboolean
was_deleted (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return !g_file_test (path, G_FILE_TEST_EXISTS) && g_file_test (folder, G_FILE_TEST_IS_DIR);
}

GPtrArray *
sf_rescued_list (const SfUuid *workbook, const char *own)
{
  g_autofree char *folder = sf_backup_folder_of (workbook);
  g_autofree char *care = g_strconcat (folder, G_DIR_SEPARATOR_S, NULL);
  GPtrArray *all = read_all (workbook);

  for (guint i = all->len; i > 0; i--)
    {
      SfRescued *one = all->pdata[i - 1];

      if (g_str_has_prefix (one->path, care) || was_deleted (one->path)
          || is_same_file (one->path, own))
        g_ptr_array_remove_index (all, i - 1);
    }
  return all;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "store/sf-backup-folder.h"

#include "base/sf-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/statvfs.h>

#define KEEP_DAYS 7
#define KEEP_WEEKS 4
#define KEEP_MONTHS 12
#define BUDGET_LIMIT (G_GINT64_CONSTANT (5) << 30)
#define SUFFIX ".sixfold"
#define ORIGIN "origin"

void
sf_backup_file_free (SfBackupFile *file)
{
  g_free (file->path);
  g_free (file->day);
  g_free (file);
}

static char *
parent_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "sixfold", "backups", NULL);
}

char *
sf_backup_folder_of (const SfUuid *workbook)
{
  g_autofree char *parent = parent_folder ();
  g_autofree char *name = sf_uuid_to_string (workbook);

  return g_build_filename (parent, name, NULL);
}

static char *
make_folder (const SfUuid *workbook, GError **error)
{
  g_autofree char *folder = sf_backup_folder_of (workbook);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_steal_pointer (&folder);
  g_set_error (error, SF_ERROR, errno == ENOSPC ? SF_ERROR_NO_SPACE : SF_ERROR_IO,
               _ ("The folder for backups could not be made: %s."), g_strerror (errno));
  return NULL;
}

/**
 * sf_backup_folder_new_path:
 * @workbook: whose backups
 * @now: UTC milliseconds
 * @error: return location for an #SfError
 *
 * Returns: (transfer full): where the next backup shall lie
 */
char *
sf_backup_folder_new_path (const SfUuid *workbook, gint64 now, GError **error)
{
  g_autofree char *folder = make_folder (workbook, error);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *minute = g_date_time_format (local, "%Y-%m-%d-%H%M");

  if (folder == NULL)
    return NULL;
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (minute, SUFFIX, NULL)
                                     : g_strdup_printf ("%s-%u" SUFFIX, minute, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

gboolean
sf_backup_folder_note_origin (const SfUuid *workbook, const char *path, GError **error)
{
  g_autofree char *folder = make_folder (workbook, error);
  g_autofree char *origin = folder != NULL ? g_build_filename (folder, ORIGIN, NULL) : NULL;
  g_autofree char *old = NULL;
  g_autoptr (GError) local = NULL;

  if (folder == NULL)
    return FALSE;
  if (g_file_get_contents (origin, &old, NULL, NULL) && g_str_equal (old, path))
    return TRUE;
  if (g_file_set_contents_full (origin, path, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &local))
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_IO, _ ("The folder for backups cannot be written: %s"),
               local->message);
  return FALSE;
}

char *
sf_backup_folder_find (const char *path)
{
  g_autofree char *parent = parent_folder ();
  g_autoptr (GDir) folders = g_dir_open (parent, 0, NULL);
  const char *name;

  while (folders != NULL && (name = g_dir_read_name (folders)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);
      g_autofree char *origin = g_build_filename (folder, ORIGIN, NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (origin, &text, NULL, NULL) && g_str_equal (text, path))
        return g_steal_pointer (&folder);
    }
  return NULL;
}

/* "2026-04-01-0912.sixfold" or "2026-04-01-0912-2.sixfold": what is named otherwise is not ours */
static gboolean
is_backup_name (const char *name)
{
  static const char pattern[] = "dddd-dd-dd-dddd";
  gsize i;

  for (i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (name[i]) : name[i] != pattern[i])
      return FALSE;
  if (name[i] == '-' && g_ascii_isdigit (name[i + 1]))
    for (i++; g_ascii_isdigit (name[i]); i++)
      continue;
  return g_str_equal (name + i, SUFFIX);
}

/* By the minute, then by the number behind it. */
static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const SfBackupFile *const *one = a, *const *two = b;
  g_autofree char *left = g_path_get_basename ((*one)->path);
  g_autofree char *right = g_path_get_basename ((*two)->path);
  int minute = strncmp (right, left, strlen ("2026-04-01-0912"));
  gsize length_left = strlen (left), length_right = strlen (right);

  if (minute != 0)
    return minute;
  if (length_left != length_right)
    return length_left < length_right ? 1 : -1;
  return strcmp (right, left);
}

GPtrArray *
sf_backup_folder_list (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_backup_file_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      SfBackupFile *file;
      GStatBuf info;

      if (!is_backup_name (name) || g_lstat (path, &info) != 0 || !S_ISREG (info.st_mode))
        continue;
      file = g_new0 (SfBackupFile, 1);
      file->path = g_steal_pointer (&path);
      file->day = g_strndup (name, strlen ("2026-04-01"));
      file->size = info.st_size;
      g_ptr_array_add (files, file);
    }
  g_ptr_array_sort (files, compare_newest_first);
  return files;
}

/* --- which to keep ---------------------------------------------------------------------------- */

static char *
week_of (const char *day)
{
  GDate date;
  int year, month, number;

  if (sscanf (day, "%d-%d-%d", &year, &month, &number) != 3
      || !g_date_valid_dmy ((GDateDay)number, (GDateMonth)month, (GDateYear)year))
    return g_strdup (day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)number, (GDateMonth)month, (GDateYear)year);
  /* weeks counted from the calendar's beginning do not end with the year */
  return g_strdup_printf ("%u", (g_date_get_julian (&date) - 1) / 7);
}

static char *
month_of (const char *day)
{
  return g_strndup (day, strlen ("2026-04"));
}

static char *
day_of (const char *day)
{
  return g_strdup (day);
}

/* Marks the newest file of each of the last @count periods. */
static void
keep_newest_of (GPtrArray *files, gboolean *keep, char *(*period_of) (const char *), guint count)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < files->len && count > 0; i++)
    {
      SfBackupFile *file = files->pdata[i];
      g_autofree char *period = period_of (file->day);

      if (g_strcmp0 (period, last) == 0)
        continue;
      g_free (last);
      last = g_steal_pointer (&period);
      keep[i] = TRUE;
      count--;
    }
}

GPtrArray *
sf_backup_folder_choose_old (GPtrArray *files, gint64 budget)
{
  g_autofree gboolean *keep = g_new0 (gboolean, files->len + 1);
  GPtrArray *old = g_ptr_array_new ();

  keep_newest_of (files, keep, day_of, KEEP_DAYS);
  keep_newest_of (files, keep, week_of, KEEP_WEEKS);
  keep_newest_of (files, keep, month_of, KEEP_MONTHS);
  for (guint i = 0; i < files->len; i++)
    {
      SfBackupFile *file = files->pdata[i];

      budget -= keep[i] ? file->size : 0;
      if (!keep[i] || (i > 0 && budget < 0))
        g_ptr_array_add (old, file);
    }
  return old;
}

gint64
sf_backup_folder_get_budget (const char *folder, GPtrArray *files)
{
  struct statvfs disk;
  gint64 space = 0;

  if (statvfs (folder, &disk) == 0)
    space = (gint64)disk.f_bavail * (gint64)disk.f_frsize;
  for (guint i = 0; i < files->len; i++)
    space += ((SfBackupFile *)files->pdata[i])->size;
  return MIN (space / 10, BUDGET_LIMIT);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "store/sf-backup-copy.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define PAGES_PER_BATCH 256 /* 1 MB */
/* What must stay free on the disk besides. */
#define SPARE_BYTES (G_GINT64_CONSTANT (16) << 20)

typedef gboolean (*StageFunc) (SfBackupCopy *copy, SfStore *store, gboolean *over, GError **error);

/**
 * sf_backup_copy_new:
 * @path: where the copy shall lie; its folder is there
 * @reason: why it is made
 *
 * Returns: (transfer full): a copy that has not begun
 */
SfBackupCopy *
sf_backup_copy_new (const char *path, const char *reason)
{
  SfBackupCopy *copy = g_new0 (SfBackupCopy, 1);

  copy->path = g_strdup (path);
  copy->reason = g_strdup (reason);
  copy->made_at = sf_clock_now ();
  return copy;
}

/* Lets go of what is open; an unfinished copy leaves nothing behind. */
static void
release (SfBackupCopy *copy)
{
  if (copy->backup != NULL)
    sqlite3_backup_finish (copy->backup);
  copy->backup = NULL;
  if (copy->to != NULL)
    sf_sql_close (copy->to, NULL);
  copy->to = NULL;
  if (copy->copy != NULL)
    sf_store_close (copy->copy, NULL);
  copy->copy = NULL;
  g_clear_pointer (&copy->check, sf_file_check_free);
  if (copy->part != NULL)
    g_unlink (copy->part);
  g_clear_pointer (&copy->part, g_free);
}

void
sf_backup_copy_free (SfBackupCopy *copy)
{
  release (copy);
  g_free (copy->path);
  g_free (copy->reason);
  g_free (copy);
}

static gboolean
set_io_error (const char *path, int number, GError **error)
{
  SfError code = number == ENOSPC || number == EDQUOT ? SF_ERROR_NO_SPACE : SF_ERROR_IO;

  if (code == SF_ERROR_NO_SPACE)
    g_set_error_literal (error, SF_ERROR, code,
                         _ ("There is no room for the copy. The centre file itself is as it was."));
  else
    g_set_error (error, SF_ERROR, code,
                 _ ("The copy “%s” could not be written: %s. The centre file itself is as it "
                    "was."),
                 path, g_strerror (number));
  return FALSE;
}

/* --- stages ---------------------------------------------------------------------------------- */

static gboolean
check_room (SfBackupCopy *copy, SfStore *store, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (copy->path);
  SfSql *sql = sf_store_get_sql (store);
  gint64 pages, page_size;
  struct statvfs disk;

  if (!sf_sql_get_int (sql, "PRAGMA page_count", &pages, error)
      || !sf_sql_get_int (sql, "PRAGMA page_size", &page_size, error))
    return FALSE;
  copy->total = 2 * pages * page_size;
  if (statvfs (folder, &disk) != 0)
    return set_io_error (copy->path, errno, error);
  if ((gint64)disk.f_bavail * (gint64)disk.f_frsize < pages * page_size + SPARE_BYTES)
    return set_io_error (copy->path, ENOSPC, error);
  return TRUE;
}

static gboolean
begin (SfBackupCopy *copy, SfStore *store, gboolean *over, GError **error)
{
  int file;

  *over = TRUE;
  if (!check_room (copy, store, error))
    return FALSE;
  copy->part = g_strdup_printf ("%s.XXXXXX.part", copy->path);
  file = g_mkstemp_full (copy->part, O_RDWR | O_CLOEXEC, 0600);
  if (file < 0)
    {
      int number = errno;

      g_clear_pointer (&copy->part, g_free);
      return set_io_error (copy->path, number, error);
    }
  close (file);
  copy->to = sf_sql_open (copy->part, SQLITE_OPEN_READWRITE, error);
  /* nobody reads it before it is whole: no journal, and one sync at the end */
  if (copy->to == NULL
      || !sf_sql_exec (copy->to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;", error))
    return FALSE;
  copy->backup = sqlite3_backup_init (sf_sql_get_handle (copy->to), "main",
                                      sf_sql_get_handle (sf_store_get_sql (store)), "main");
  if (copy->backup == NULL)
    sf_sql_set_error (copy->to, sqlite3_errcode (sf_sql_get_handle (copy->to)), error);
  return copy->backup != NULL;
}

static gboolean
count_rows (SfBackupCopy *copy, SfSql *sql, GError **error)
{
  return sf_sql_get_int (sql, "SELECT count (*) FROM judgement", &copy->source_judgements, error)
         && sf_sql_get_int (sql, "SELECT count (*) FROM attachment", &copy->source_files, error);
}

/* One batch. With the last one, what the copy must hold is counted before a step can slip in. */
static gboolean
copy_batch (SfBackupCopy *copy, SfStore *store, gboolean *over, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  int code = sqlite3_backup_step (copy->backup, PAGES_PER_BATCH);
  gint64 pages = sqlite3_backup_pagecount (copy->backup);

  if (pages > 0)
    copy->done = copy->total / 2 * (pages - sqlite3_backup_remaining (copy->backup)) / pages;
  if (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
    return TRUE;
  if (code == SQLITE_DONE)
    code = sqlite3_backup_finish (g_steal_pointer (&copy->backup));
  *over = TRUE;
  if (code == SQLITE_FULL)
    return set_io_error (copy->path, ENOSPC, error);
  if (code != SQLITE_OK)
    {
      sf_sql_set_error (copy->to, code, error);
      return FALSE;
    }
  return count_rows (copy, sql, error);
}

/* The copy says of itself what it is: a clean file, and a backup. */
static gboolean
sign (SfBackupCopy *copy, GError **error)
{
  sqlite3_stmt *insert
      = sf_sql_prepare (copy->to,
                        "INSERT INTO backup (made_at, reason, path, size, judgements, files,"
                        " checked) VALUES (?, ?, ?, 0, ?, ?, 1)",
                        error);
  sqlite3_stmt *update
      = sf_sql_prepare (copy->to, "UPDATE workbook SET clean_since = ? WHERE id = 1", error);
  const SfValue made_at = { .type = SF_VALUE_INT, .integer = copy->made_at };

  if (insert == NULL || update == NULL)
    return FALSE;
  sf_sql_bind_value (insert, 1, &made_at);
  sf_sql_bind_text (insert, 2, copy->reason);
  sf_sql_bind_text (insert, 3, copy->path);
  sf_sql_bind_value (insert, 4,
                     &(SfValue){ .type = SF_VALUE_INT, .integer = copy->source_judgements });
  sf_sql_bind_value (insert, 5, &(SfValue){ .type = SF_VALUE_INT, .integer = copy->source_files });
  sf_sql_bind_value (update, 1, &made_at);
  return sf_sql_run (copy->to, insert, error) && sf_sql_run (copy->to, update, error);
}

/* What it must hold then is what it holds now. */
static gboolean
change (SfBackupCopy *copy, GError **error)
{
  return copy->change (copy->to, copy->change_data, error) && count_rows (copy, copy->to, error);
}

static gboolean
sync_path (const char *path, int flags)
{
  int file = open (path, flags | O_CLOEXEC);
  gboolean done = file >= 0 && fsync (file) == 0;
  int number = errno;

  if (file >= 0)
    close (file);
  errno = number;
  return done;
}

static gboolean
close_copy (SfBackupCopy *copy, SfStore *store, gboolean *over, GError **error)
{
  gboolean signed_off = copy->change == NULL ? sign (copy, error) : change (copy, error);
  gboolean closed = sf_sql_close (g_steal_pointer (&copy->to), signed_off ? error : NULL);

  *over = TRUE;
  if (!signed_off || !closed)
    return FALSE;
  return sync_path (copy->part, O_RDWR) || set_io_error (copy->path, errno, error);
}

static gboolean
open_copy (SfBackupCopy *copy, SfStore *store, gboolean *over, GError **error)
{
  *over = TRUE;
  copy->copy = sf_store_open (copy->part, TRUE, error);
  copy->check = sf_file_check_new ();
  return copy->copy != NULL;
}

static gboolean
read_back (SfBackupCopy *copy, SfStore *store, gboolean *over, GError **error)
{
  SfFileCheck *check = copy->check;

  if (!sf_file_check_run (check, copy->copy, over, error))
    return FALSE;
  if (check->total > 0)
    copy->done = copy->total / 2 + copy->total / 2 * check->done / check->total;
  if (!*over)
    return TRUE;
  copy->judgements = check->judgements;
  copy->files = check->files;
  if (check->problems->len == 0 && copy->judgements == copy->source_judgements
      && copy->files == copy->source_files)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_DAMAGED,
               _ ("The copy was read back and is not sound, so it was not kept: %s"),
               check->problems->len > 0 ? (const char *)check->problems->pdata[0]
                                        : _ ("something is missing in it."));
  return FALSE;
}

static gboolean
give_name (SfBackupCopy *copy, SfStore *store, gboolean *over, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (copy->path);
  SfStore *done = g_steal_pointer (&copy->copy);
  GStatBuf info;

  *over = TRUE;
  if (!sf_store_close (done, error))
    return FALSE;
  if (g_stat (copy->part, &info) != 0 || g_rename (copy->part, copy->path) != 0)
    return set_io_error (copy->path, errno, error);
  g_clear_pointer (&copy->part, g_free);
  copy->size = info.st_size;
  copy->done = copy->total;
  /* some disks cannot sync a folder: the copy is there all the same */
  if (!sync_path (folder, O_RDONLY | O_DIRECTORY) && errno == EIO)
    return set_io_error (copy->path, EIO, error);
  return TRUE;
}

static const StageFunc stages[]
    = { begin, copy_batch, close_copy, open_copy, read_back, give_name };

/**
 * sf_backup_copy_run:
 * @copy: a copy
 * @store: what is copied; the same at each call
 * @finished: (out): whether it lies there, read back
 * @error: return location for an #SfError; nothing is left behind then
 *
 * Does the next batch.
 */
gboolean
sf_backup_copy_run (SfBackupCopy *copy, SfStore *store, gboolean *finished, GError **error)
{
  gboolean over = FALSE;

  *finished = copy->stage >= G_N_ELEMENTS (stages);
  if (*finished)
    return TRUE;
  if (!stages[copy->stage](copy, store, &over, error))
    {
      release (copy);
      return FALSE;
    }
  if (over)
    copy->stage++;
  *finished = copy->stage == G_N_ELEMENTS (stages);
  if (*finished)
    release (copy);
  return TRUE;
}

SfBackupCopy *
sf_backup_copy_make (SfStore *store, const char *path, const char *reason, GError **error)
{
  g_autoptr (SfBackupCopy) copy = sf_backup_copy_new (path, reason);
  gboolean finished = FALSE;

  while (!finished)
    if (!sf_backup_copy_run (copy, store, &finished, error))
      return NULL;
  return g_steal_pointer (&copy);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-store.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "store/sf-migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _SfStore
{
  SfSql *sql;
  gboolean read_only;
  gboolean was_clean;
  SfUuid uuid;
  SfUuid copy;
};

extern GResource *sf_store_get_resource (void);

/**
 * sf_store_apply_schema:
 * @sql: a connection with a transaction open
 * @version: which
 * @error: return location for an #SfError
 *
 * Runs data/schema/NNN.sql, compiled in.
 */
gboolean
sf_store_apply_schema (SfSql *sql, guint version, GError **error)
{
  g_autofree char *path
      = g_strdup_printf ("/io/github/sixfold_app/Sixfold/schema/%03u.sql", version);
  g_autoptr (GBytes) text = NULL;

  text = g_resource_lookup_data (sf_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 error);
  return text != NULL && sf_sql_exec (sql, g_bytes_get_data (text, NULL), error);
}

/**
 * sf_store_apply_pragmas:
 * @sql: a connection
 * @read_only: whether nothing will be written
 * @error: return location for an #SfError
 *
 * What was measured to lose no acknowledged edit: a rollback journal that is truncated, every
 * commit synced; deleted content overwritten; nothing in the file trusted to run.
 */
gboolean
sf_store_apply_pragmas (SfSql *sql, gboolean read_only, GError **error)
{
  static const char always[] = "PRAGMA foreign_keys = ON;"
                               "PRAGMA recursive_triggers = ON;"
                               "PRAGMA trusted_schema = OFF;"
                               "PRAGMA cell_size_check = ON;"
                               "PRAGMA temp_store = MEMORY;";
  /* a transaction of 4 MB fits the cache: what does not is written twice, with a sync between */
  static const char writing[] = "PRAGMA cache_size = -16384;"
                                "PRAGMA journal_mode = TRUNCATE;"
                                "PRAGMA synchronous = FULL;"
                                "PRAGMA secure_delete = ON;";
  sqlite3 *db = sf_sql_get_handle (sql);
  int code = sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_busy_timeout (db, 5000);
  if (code != SQLITE_OK)
    {
      sf_sql_set_error (sql, code, error);
      return FALSE;
    }
  return sf_sql_exec (sql, always, error) && (read_only || sf_sql_exec (sql, writing, error));
}

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

/* A page that is there in part. SQLite fills it up with zeros; we say that the file is damaged,
 * unless a journal waits that will write the page whole. */
static gboolean
ends_in_a_page (const char *path, const guint8 *head)
{
  guint32 page_size = (guint32)head[16] << 8 | head[17];
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  GStatBuf info, waiting;

  if (page_size < 512 || g_stat (path, &info) != 0 || info.st_size % page_size == 0)
    return TRUE;
  return g_stat (journal, &waiting) == 0 && waiting.st_size > 0;
}

/**
 * sf_store_probe:
 * @path: a local file that no connection of this process has open
 * @version: (out): the schema it was written with
 * @error: return location for an #SfError
 *
 * Reads the first hundred bytes only.
 */
gboolean
sf_store_probe (const char *path, guint *version, GError **error)
{
  guint8 head[100];
  int file = open (path, O_RDONLY | O_CLOEXEC);
  ssize_t got = file >= 0 ? read (file, head, sizeof head) : -1;
  int number = errno;

  if (file >= 0)
    close (file);
  if (got < 0)
    {
      g_set_error (error, SF_ERROR, number == ENOENT ? SF_ERROR_NOT_FOUND : SF_ERROR_IO,
                   _ ("The centre file “%s” could not be opened: %s."), path, g_strerror (number));
      return FALSE;
    }
  if (got < (ssize_t)sizeof head || memcmp (head, "SQLite format 3", 16) != 0
      || read_be32 (head + 68) != SF_STORE_APPLICATION_ID)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_OURS,
                   _ ("“%s” is not a centre file. It was left as it is."), path);
      return FALSE;
    }
  if (!ends_in_a_page (path, head))
    {
      g_set_error (error, SF_ERROR, SF_ERROR_DAMAGED,
                   _ ("The centre file “%s” is damaged: its end is missing. It was left as it is; "
                      "open the newest backup."),
                   path);
      return FALSE;
    }
  *version = read_be32 (head + 60);
  return TRUE;
}

static gboolean
insert_identity (SfStore *store, GError **error)
{
  sqlite3_stmt *insert
      = sf_sql_prepare (store->sql,
                        "INSERT INTO workbook (id, uuid, copy, created_at, least_reader)"
                        " VALUES (1, ?, ?, ?, ?)",
                        error);

  if (insert == NULL)
    return FALSE;
  sf_uuid_init_v7 (&store->uuid);
  sf_uuid_init_v7 (&store->copy);
  sf_sql_bind_uuid (insert, 1, &store->uuid);
  sf_sql_bind_uuid (insert, 2, &store->copy);
  sf_sql_bind_value (insert, 3, &(SfValue){ .type = SF_VALUE_INT, .integer = sf_clock_now () });
  sf_sql_bind_value (insert, 4, &(SfValue){ .type = SF_VALUE_INT, .integer = SF_STORE_READER });
  return sf_sql_run (store->sql, insert, error);
}

/* A new file goes the way of an old one that was brought up to date, so that the two are the same.
 */
static gboolean
apply_all_schemas (SfSql *sql, GError **error)
{
  for (guint version = 1; version <= SF_STORE_VERSION; version++)
    if (!sf_store_apply_schema (sql, version, error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_new_file (SfStore *store, GError **error)
{
  g_autofree char *header
      = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                         SF_STORE_APPLICATION_ID, SF_STORE_VERSION);

  if (!sf_sql_exec (store->sql, "PRAGMA page_size = 4096; PRAGMA auto_vacuum = INCREMENTAL;", error)
      || !sf_store_apply_pragmas (store->sql, FALSE, error) || !sf_sql_begin (store->sql, error))
    return FALSE;
  if (sf_sql_exec (store->sql, header, error) && apply_all_schemas (store->sql, error)
      && insert_identity (store, error))
    return sf_sql_commit (store->sql, error);
  sf_sql_rollback (store->sql);
  return FALSE;
}

/**
 * sf_store_create:
 * @path: where no file lies yet
 * @error: return location for an #SfError
 *
 * Makes an empty centre file that only its owner can read.
 *
 * Returns: (transfer full): its connection
 */
SfStore *
sf_store_create (const char *path, GError **error)
{
  int file = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  SfStore *store;

  if (file < 0)
    {
      g_set_error (error, SF_ERROR, errno == EEXIST ? SF_ERROR_INVALID : SF_ERROR_IO,
                   errno == EEXIST ? _ ("There is a file “%s” already. It was left as it is.")
                                   : _ ("The centre file “%s” could not be made there."),
                   path);
      return NULL;
    }
  close (file);
  store = g_new0 (SfStore, 1);
  store->was_clean = TRUE;
  store->sql = sf_sql_open (path, SQLITE_OPEN_READWRITE, error);
  if (store->sql != NULL && fill_new_file (store, error))
    return store;
  if (store->sql != NULL)
    sf_sql_close (store->sql, NULL);
  g_free (store);
  g_unlink (path);
  return NULL;
}

static gboolean
read_identity (SfStore *store, GError **error)
{
  sqlite3_stmt *select
      = sf_sql_prepare (store->sql,
                        "SELECT uuid, copy, least_reader, clean_since FROM workbook WHERE id = 1",
                        error);
  gboolean row, good;

  if (select == NULL || !sf_sql_step (store->sql, select, &row, error))
    return FALSE;
  good = row && sf_sql_column_uuid (select, 0, &store->uuid)
         && sf_sql_column_uuid (select, 1, &store->copy);
  if (!good)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                         _ ("The centre file is damaged: it does not say which it is."));
  else if (sqlite3_column_int (select, 2) > SF_STORE_VERSION)
    {
      good = FALSE;
      g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_NEW,
                           _ ("This centre file was written by a newer version of Sixfold, which "
                              "this one cannot read. Install the newer version."));
    }
  if (good)
    store->was_clean = sqlite3_column_type (select, 3) != SQLITE_NULL;
  sqlite3_reset (select);
  return good;
}

/* Tables, indexes and one index of words are all that we put into a file. What else lies in one was
 * put there to be run by whoever opens it. */
static gboolean
refuse_strangers (SfStore *store, const char *path, GError **error)
{
  gint64 strangers;

  if (!sf_sql_get_int (store->sql,
                       "SELECT count (*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
                       " OR (sql LIKE 'CREATE VIRTUAL%' AND (name <> 'extract_index'"
                       " OR sql NOT LIKE 'CREATE VIRTUAL TABLE extract_index USING fts5 (%'))",
                       &strangers, error))
    return FALSE;
  if (strangers == 0)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_HOSTILE,
               _ ("“%s” holds parts that Sixfold does not put into a centre file and that could do "
                  "harm. It was not opened, and left as it is."),
               path);
  return FALSE;
}

/* A newer program wrote it: may be read if it says so, never written. */
static gboolean
judge_version (const char *path, guint version, gboolean *read_only, GError **error)
{
  if (version == 0)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_OURS,
                   _ ("“%s” is not a centre file. It was left as it is."), path);
      return FALSE;
    }
  if (version > SF_STORE_VERSION && !*read_only)
    {
      g_set_error_literal (
          error, SF_ERROR, SF_ERROR_TOO_NEW,
          _ ("This centre file was written by a newer version of Sixfold. It can be "
             "read here; to change it, install the newer version."));
      return FALSE;
    }
  return TRUE;
}

/**
 * sf_store_open:
 * @path: a centre file
 * @read_only: whether it shall not be written
 * @error: return location for an #SfError
 *
 * Returns: (transfer full): its connection
 */
SfStore *
sf_store_open (const char *path, gboolean read_only, GError **error)
{
  int flags = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  SfStore *store;
  guint version;

  if (!sf_store_probe (path, &version, error) || !judge_version (path, version, &read_only, error))
    return NULL;
  store = g_new0 (SfStore, 1);
  store->read_only = read_only;
  store->sql = sf_sql_open (path, flags, error);
  if (store->sql != NULL && sf_store_apply_pragmas (store->sql, read_only, error)
      && refuse_strangers (store, path, error) && read_identity (store, error)
      && (read_only || sf_migrate_store (store, version, error)))
    return store;
  if (store->sql != NULL)
    sf_sql_close (store->sql, NULL);
  g_free (store);
  return NULL;
}

/**
 * sf_store_close:
 * @store: (transfer full): a store
 * @error: return location for an #SfError
 */
gboolean
sf_store_close (SfStore *store, GError **error)
{
  gboolean closed;

  /* the empty journal beside the file goes; that it stays would do no harm */
  if (!store->read_only)
    sf_sql_exec (store->sql, "PRAGMA journal_mode = DELETE", NULL);
  closed = sf_sql_close (store->sql, error);

  g_free (store);
  return closed;
}

SfSql *
sf_store_get_sql (SfStore *store)
{
  return store->sql;
}

gboolean
sf_store_get_read_only (SfStore *store)
{
  return store->read_only;
}

const SfUuid *
sf_store_get_uuid (SfStore *store)
{
  return &store->uuid;
}

const SfUuid *
sf_store_get_copy (SfStore *store)
{
  return &store->copy;
}

gboolean
sf_store_was_clean (SfStore *store)
{
  return store->was_clean;
}

/* Part of every change: from the first on, the end is unclean unless said. */
gboolean
sf_store_mark_open (SfStore *store, GError **error)
{
  sqlite3_stmt *update
      = sf_sql_prepare (store->sql,
                        "UPDATE workbook SET clean_since = NULL WHERE clean_since IS NOT NULL",
                        error);

  return update != NULL && sf_sql_run (store->sql, update, error);
}

gboolean
sf_store_mark_clean (SfStore *store, GError **error)
{
  sqlite3_stmt *update
      = sf_sql_prepare (store->sql, "UPDATE workbook SET clean_since = ? WHERE id = 1", error);

  if (update == NULL)
    return FALSE;
  sf_sql_bind_value (update, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = sf_clock_now () });
  return sf_sql_run (store->sql, update, error);
}

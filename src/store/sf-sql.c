/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-sql.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SfSql
{
  sqlite3 *db;
  char *path;
  GHashTable *statements; /* text → sqlite3_stmt */
};

static SfError
error_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return SF_ERROR_NO_SPACE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return SF_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return SF_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return SF_ERROR_NOT_OURS;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SF_ERROR_IN_USE;
    case SQLITE_TOOBIG:
      return SF_ERROR_TOO_LARGE;
    case SQLITE_CONSTRAINT:
      return SF_ERROR_INVALID;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return SF_ERROR_IO;
    default:
      return SF_ERROR_FAILED;
    }
}

static const char *
error_sentence (SfError code)
{
  switch (code)
    {
    case SF_ERROR_NO_SPACE:
      return _ ("The disk is full. Make room on it, and it is written by itself.");
    case SF_ERROR_READ_ONLY:
      return _ ("The centre file cannot be written: it, or the disk, is set to read only.");
    case SF_ERROR_DAMAGED:
      return _ ("The centre file is damaged. Nothing was changed; open the newest backup.");
    case SF_ERROR_NOT_OURS:
      return _ ("This is not a centre file.");
    case SF_ERROR_IN_USE:
      return _ ("Another program is using the centre file. It is tried again by itself.");
    case SF_ERROR_TOO_LARGE:
      return _ ("This is larger than a centre file can hold.");
    case SF_ERROR_INVALID:
      return _ ("The centre file refused this change because it contradicts what is there.");
    case SF_ERROR_IO:
      return _ ("The centre file could not be reached. Is the disk or the network there?");
    default:
      return _ ("The centre file could not be written.");
    }
}

/**
 * sf_sql_set_error:
 * @sql: (nullable): the connection, whose words go to the log
 * @code: what SQLite answered
 * @error: return location for an #SfError
 */
void
sf_sql_set_error (SfSql *sql, int code, GError **error)
{
  SfError ours = error_code (code);

  g_debug ("sqlite: %s (%d): %s", sqlite3_errstr (code), code,
           sql != NULL ? sqlite3_errmsg (sql->db) : "");
  g_set_error_literal (error, SF_ERROR, ours, error_sentence (ours));
}

/**
 * sf_sql_open:
 * @path: a local file
 * @flags: SQLite's flags for opening
 * @error: return location for an #SfError
 *
 * Returns: (transfer full): a connection
 */
SfSql *
sf_sql_open (const char *path, int flags, GError **error)
{
  SfSql *sql = g_new0 (SfSql, 1);
  int code = sqlite3_open_v2 (path, &sql->db, flags | SQLITE_OPEN_EXRESCODE, NULL);

  sql->path = g_strdup (path);
  sql->statements
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)sqlite3_finalize);
  if (code == SQLITE_OK)
    return sql;
  sf_sql_set_error (sql, code, error);
  sf_sql_close (sql, NULL);
  return NULL;
}

/**
 * sf_sql_close:
 * @sql: (transfer full): a connection
 * @error: return location for an #SfError
 *
 * Frees the connection in any case.
 *
 * Returns: whether SQLite closed without complaint
 */
gboolean
sf_sql_close (SfSql *sql, GError **error)
{
  int code;

  g_hash_table_unref (sql->statements);
  code = sqlite3_close (sql->db);
  if (code != SQLITE_OK)
    {
      sf_sql_set_error (sql, code, error);
      sqlite3_close_v2 (sql->db);
    }
  g_free (sql->path);
  g_free (sql);
  return code == SQLITE_OK;
}

sqlite3 *
sf_sql_get_handle (SfSql *sql)
{
  return sql->db;
}

const char *
sf_sql_get_path (SfSql *sql)
{
  return sql->path;
}

/* Runs text that may hold several statements and gives no rows that matter. */
gboolean
sf_sql_exec (SfSql *sql, const char *text, GError **error)
{
  int code = sqlite3_exec (sql->db, text, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    sf_sql_set_error (sql, code, error);
  return code == SQLITE_OK;
}

sqlite3_stmt *
sf_sql_prepare (SfSql *sql, const char *text, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (sql->statements, text);
  int code;

  if (statement != NULL)
    {
      /* the result of the last run was looked at when it was stepped */
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  code = sqlite3_prepare_v3 (sql->db, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      sf_sql_set_error (sql, code, error);
      return NULL;
    }
  g_hash_table_insert (sql->statements, (gpointer)sqlite3_sql (statement), statement);
  return statement;
}

gboolean
sf_sql_step (SfSql *sql, sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    sf_sql_set_error (sql, code, error);
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

gboolean
sf_sql_run (SfSql *sql, sqlite3_stmt *statement, GError **error)
{
  gboolean row;

  do
    if (!sf_sql_step (sql, statement, &row, error))
      return FALSE;
  while (row);
  return TRUE;
}

/* The first column of the first row; 0 where there is none. */
gboolean
sf_sql_has_table (SfSql *sql, const char *table)
{
  return sqlite3_table_column_metadata (sql->db, "main", table, NULL, NULL, NULL, NULL, NULL, NULL)
         == SQLITE_OK;
}

gboolean
sf_sql_get_int (SfSql *sql, const char *query, gint64 *value, GError **error)
{
  sqlite3_stmt *statement = sf_sql_prepare (sql, query, error);
  gboolean row;

  if (statement == NULL || !sf_sql_step (sql, statement, &row, error))
    return FALSE;
  *value = row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}

/* Binding fails only where memory or the index is wrong: programmer's errors. */
static void
check_bound (int code)
{
  if (code != SQLITE_OK)
    g_error ("sqlite bind: %s", sqlite3_errstr (code));
}

void
sf_sql_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  check_bound (sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT));
}

void
sf_sql_bind_bytes (sqlite3_stmt *statement, int index, gconstpointer data, gsize length)
{
  check_bound (
      sqlite3_bind_blob64 (statement, index, length > 0 ? data : "", length, SQLITE_TRANSIENT));
}

/* NULL where @uuid is %NULL */
void
sf_sql_bind_uuid (sqlite3_stmt *statement, int index, const SfUuid *uuid)
{
  if (uuid != NULL)
    sf_sql_bind_bytes (statement, index, uuid->bytes, sizeof uuid->bytes);
  else
    check_bound (sqlite3_bind_null (statement, index));
}

void
sf_sql_bind_value (sqlite3_stmt *statement, int index, const SfValue *value)
{
  switch (value->type)
    {
    case SF_VALUE_NULL:
      check_bound (sqlite3_bind_null (statement, index));
      break;
    case SF_VALUE_INT:
      check_bound (sqlite3_bind_int64 (statement, index, value->integer));
      break;
    case SF_VALUE_REAL:
      check_bound (sqlite3_bind_double (statement, index, value->real));
      break;
    case SF_VALUE_TEXT:
      sf_sql_bind_text (statement, index, value->text);
      break;
    case SF_VALUE_BLOB:
      sf_sql_bind_bytes (statement, index, g_bytes_get_data (value->blob, NULL),
                         g_bytes_get_size (value->blob));
      break;
    case SF_VALUE_UUID:
      sf_sql_bind_uuid (statement, index, &value->uuid);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
sf_sql_column_value (sqlite3_stmt *statement, int index, SfValue *value)
{
  switch (sqlite3_column_type (statement, index))
    {
    case SQLITE_INTEGER:
      sf_value_set_int (value, sqlite3_column_int64 (statement, index));
      break;
    case SQLITE_FLOAT:
      sf_value_set_real (value, sqlite3_column_double (statement, index));
      break;
    case SQLITE_TEXT:
      /* a damaged or foreign file may hold text that is not UTF-8 */
      sf_value_take_text (value,
                          g_utf8_make_valid ((const char *)sqlite3_column_text (statement, index),
                                             sqlite3_column_bytes (statement, index)));
      break;
    case SQLITE_BLOB:
      {
        g_autoptr (GBytes) bytes = g_bytes_new (sqlite3_column_blob (statement, index),
                                                (gsize)sqlite3_column_bytes (statement, index));
        sf_value_set_blob (value, bytes);
        break;
      }
    default:
      sf_value_set_null (value);
      break;
    }
}

/* FALSE where the column holds no UUID */
gboolean
sf_sql_column_uuid (sqlite3_stmt *statement, int index, SfUuid *uuid)
{
  if (sqlite3_column_type (statement, index) != SQLITE_BLOB
      || sqlite3_column_bytes (statement, index) != sizeof uuid->bytes)
    return FALSE;
  memcpy (uuid->bytes, sqlite3_column_blob (statement, index), sizeof uuid->bytes);
  return TRUE;
}

gboolean
sf_sql_begin (SfSql *sql, GError **error)
{
  sqlite3_stmt *begin = sf_sql_prepare (sql, "BEGIN IMMEDIATE", error);
  sqlite3_stmt *defer;

  if (begin == NULL || !sf_sql_run (sql, begin, error))
    return FALSE;
  defer = sf_sql_prepare (sql, "PRAGMA defer_foreign_keys = ON", error);
  if (defer != NULL && sf_sql_run (sql, defer, error))
    return TRUE;
  sf_sql_rollback (sql);
  return FALSE;
}

/* Rolls back where the commit fails: the file is as before. */
gboolean
sf_sql_commit (SfSql *sql, GError **error)
{
  sqlite3_stmt *commit = sf_sql_prepare (sql, "COMMIT", error);

  if (commit != NULL && sf_sql_run (sql, commit, error))
    return TRUE;
  sf_sql_rollback (sql);
  return FALSE;
}

void
sf_sql_rollback (SfSql *sql)
{
  int code;

  if (sqlite3_get_autocommit (sql->db))
    return; /* SQLite rolled back by itself */
  code = sqlite3_exec (sql->db, "ROLLBACK", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    g_warning ("sqlite rollback: %s", sqlite3_errstr (code));
}

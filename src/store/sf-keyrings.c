/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-keyrings.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"

#include <glib/gi18n-lib.h>

static void
bind_bytes (sqlite3_stmt *statement, int index, GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  sf_sql_bind_bytes (statement, index, data, size);
}

/* The bytes of a query's only row and column; NULL where there is none. */
static gboolean
read_bytes (SfSql *sql, sqlite3_stmt *select, GBytes **bytes, GError **error)
{
  gboolean row;

  *bytes = NULL;
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  if (row)
    *bytes = g_bytes_new (sqlite3_column_blob (select, 0), (gsize)sqlite3_column_bytes (select, 0));
  sqlite3_reset (select);
  return TRUE;
}

GBytes *
sf_keyrings_read (SfStore *store, const SfUuid *record, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT bytes FROM keyring WHERE performance = ?", error);
  GBytes *bytes;

  if (select == NULL)
    return NULL;
  sf_sql_bind_uuid (select, 1, record);
  if (!read_bytes (sql, select, &bytes, error))
    return NULL;
  if (bytes == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                         _ ("The file has lost who may open this record, so nobody can. A backup "
                            "may still have it."));
  return bytes;
}

gboolean
sf_keyrings_put (SfStore *store, const SfUuid *record, GBytes *bytes, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *put = sf_sql_prepare (sql,
                                      "INSERT INTO keyring (performance, bytes) VALUES (?, ?)"
                                      " ON CONFLICT (performance) DO UPDATE SET bytes ="
                                      " excluded.bytes",
                                      error);

  if (put == NULL)
    return FALSE;
  sf_sql_bind_uuid (put, 1, record);
  bind_bytes (put, 2, bytes);
  return sf_sql_run (sql, put, error);
}

static gboolean
replace (SfStore *store, const SfUuid *record, GBytes *before, GBytes *after, GError **error)
{
  g_autoptr (GBytes) there = sf_keyrings_read (store, record, error);

  if (there == NULL)
    return FALSE;
  if (g_bytes_equal (there, before))
    return sf_store_mark_open (store, error) && sf_keyrings_put (store, record, after, error);
  g_set_error_literal (error, SF_ERROR, SF_ERROR_BUSY,
                       _ ("Who may open this record was changed meanwhile. Nothing was changed "
                          "now; please try again."));
  return FALSE;
}

gboolean
sf_keyrings_replace (
    SfStore *store, const SfUuid *record, GBytes *before, GBytes *after, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (replace (store, record, before, after, error))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

gboolean
sf_keyrings_read_recovery (SfStore *store, GBytes **public_half, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select;

  *public_half = NULL;
  if (!sf_sql_has_table (sql, "recovery"))
    return TRUE;
  select = sf_sql_prepare (sql, "SELECT public_half FROM recovery WHERE id = 1", error);
  return select != NULL && read_bytes (sql, select, public_half, error);
}

static gboolean
set_recovery (SfStore *store, GBytes *public_half, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (GBytes) there = NULL;
  sqlite3_stmt *insert;

  if (!sf_keyrings_read_recovery (store, &there, error))
    return FALSE;
  if (there != NULL)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("This centre file has a recovery key already. What it locks would "
                              "not open with another."));
      return FALSE;
    }
  insert = sf_sql_prepare (sql, "INSERT INTO recovery (id, public_half, made_at) VALUES (1, ?, ?)",
                           error);
  if (insert == NULL || !sf_store_mark_open (store, error))
    return FALSE;
  bind_bytes (insert, 1, public_half);
  sf_sql_bind_value (insert, 2, &(SfValue){ .type = SF_VALUE_INT, .integer = sf_clock_now () });
  return sf_sql_run (sql, insert, error);
}

gboolean
sf_keyrings_set_recovery (SfStore *store, GBytes *public_half, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (set_recovery (store, public_half, error))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

/* The keyrings that there are, under the UUIDs of their records; NULL with @error */
static GHashTable *
read_all (SfSql *sql, GError **error)
{
  sqlite3_stmt *select = sf_sql_prepare (sql, "SELECT performance, bytes FROM keyring", error);
  g_autoptr (GHashTable) all
      = g_hash_table_new_full (sf_uuid_hash, sf_uuid_equal, g_free, (GDestroyNotify)g_bytes_unref);
  gboolean row = select != NULL;

  while (row)
    {
      SfUuid *record;

      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row || sqlite3_column_bytes (select, 0) != sizeof record->bytes)
        continue;
      record = g_memdup2 (sqlite3_column_blob (select, 0), sizeof *record);
      g_hash_table_insert (all, record,
                           g_bytes_new (sqlite3_column_blob (select, 1),
                                        (gsize)sqlite3_column_bytes (select, 1)));
    }
  if (select == NULL)
    return NULL;
  sqlite3_reset (select);
  return g_steal_pointer (&all);
}

static gboolean
rewrap_all (SfStore *store, SfKeyringRewrap rewrap, gpointer data, GError **error)
{
  g_autoptr (GHashTable) all = read_all (sf_store_get_sql (store), error);
  GHashTableIter iter;
  gpointer record, bytes;

  if (all == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &record, &bytes))
    {
      g_autoptr (GBytes) after = rewrap (record, bytes, data, error);

      if (after == NULL || !sf_keyrings_put (store, record, after, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
replace_recovery (
    SfStore *store, GBytes *public_half, SfKeyringRewrap rewrap, gpointer data, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *update;

  if (!sf_store_mark_open (store, error) || !rewrap_all (store, rewrap, data, error))
    return FALSE;
  update = sf_sql_prepare (sql, "UPDATE recovery SET public_half = ?, made_at = ? WHERE id = 1",
                           error);
  if (update == NULL)
    return FALSE;
  bind_bytes (update, 1, public_half);
  sf_sql_bind_value (update, 2, &(SfValue){ .type = SF_VALUE_INT, .integer = sf_clock_now () });
  return sf_sql_run (sql, update, error);
}

gboolean
sf_keyrings_replace_recovery (
    SfStore *store, GBytes *public_half, SfKeyringRewrap rewrap, gpointer data, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (replace_recovery (store, public_half, rewrap, data, error))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

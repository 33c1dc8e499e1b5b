/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "store/sf-file-check.h"

#include "base/sf-error.h"
#include "store/sf-content.h"
#include "store/sf-step-writer.h"

#include <glib/gi18n-lib.h>

/* SQLite looks through one table without a pause. Contents are a table of up to gigabytes; where
 * it is large, reading every piece by its index and comparing digests stands in for that. */
#define WHOLE_TABLE_LIMIT (G_GINT64_CONSTANT (32) << 20)

typedef gboolean (*StageFunc) (SfFileCheck *check, SfStore *store, gboolean *over, GError **error);

/**
 * sf_file_check_new:
 *
 * Returns: (transfer full): a check that has not begun
 */
SfFileCheck *
sf_file_check_new (void)
{
  SfFileCheck *check = g_new0 (SfFileCheck, 1);

  check->problems = g_ptr_array_new_with_free_func (g_free);
  check->tables = g_ptr_array_new_with_free_func (g_free);
  return check;
}

void
sf_file_check_free (SfFileCheck *check)
{
  g_ptr_array_unref (check->problems);
  g_ptr_array_unref (check->tables);
  g_clear_pointer (&check->checksum, sf_digest_free);
  g_free (check->digest);
  g_free (check);
}

static void G_GNUC_PRINTF (2, 3) add_problem (SfFileCheck *check, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (check->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* --- stages: each is run until it says that it is over --------------------------------------- */

static gboolean
begin (SfFileCheck *check, SfStore *store, gboolean *over, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT type, name FROM sqlite_schema ORDER BY rowid", error);
  gint64 strangers = 0;
  gboolean row;

  if (select == NULL)
    return FALSE;
  for (;;)
    {
      const char *type;

      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        break;
      type = (const char *)sqlite3_column_text (select, 0);
      if (g_strcmp0 (type, "table") == 0)
        g_ptr_array_add (check->tables, g_strdup ((const char *)sqlite3_column_text (select, 1)));
      else if (g_strcmp0 (type, "index") != 0)
        strangers++;
    }
  if (strangers > 0)
    add_problem (check, _ ("The file holds parts that Sixfold does not put into a centre file."));
  *over = TRUE;
  return sf_sql_get_int (sql, "SELECT ifnull (sum (size), 0) FROM content WHERE complete = 1",
                         &check->total, error);
}

static gboolean
run_quick_check (SfFileCheck *check, SfSql *sql, const char *table, GError **error)
{
  char *query = sqlite3_mprintf ("PRAGMA quick_check (%Q)", table);
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (sf_sql_get_handle (sql), query, -1, &statement, NULL);

  sqlite3_free (query);
  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW && sqlite3_column_text (statement, 0) != NULL
          && sqlite3_stricmp ((const char *)sqlite3_column_text (statement, 0), "ok") != 0)
        add_problem (check, _ ("The table “%s” is damaged: %s."), table,
                     (const char *)sqlite3_column_text (statement, 0));
    }
  sqlite3_finalize (statement);
  if (code == SQLITE_DONE)
    return TRUE;
  sf_sql_set_error (sql, code, error);
  return FALSE;
}

/* Of what is complete, and of what is half added. */
static gboolean
is_large (SfFileCheck *check, SfSql *sql)
{
  gint64 half = 0;

  return check->total > WHOLE_TABLE_LIMIT
         || (sf_sql_get_int (sql,
                             "SELECT count (*) FROM chunk WHERE content IN"
                             " (SELECT id FROM content WHERE complete = 0)",
                             &half, NULL)
             && half * SF_CHUNK_SIZE > WHOLE_TABLE_LIMIT);
}

static gboolean
check_tables (SfFileCheck *check, SfStore *store, gboolean *over, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  const char *table;

  if (check->table == check->tables->len)
    {
      *over = TRUE;
      return TRUE;
    }
  table = check->tables->pdata[check->table++];
  if (g_str_equal (table, "chunk") && is_large (check, sql))
    return TRUE;
  return run_quick_check (check, sql, table, error);
}

static gboolean
check_references (SfFileCheck *check, SfStore *store, gboolean *over, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql, "PRAGMA foreign_key_check", error);
  gboolean row;

  *over = TRUE;
  if (select == NULL)
    return FALSE;
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      add_problem (check, _ ("In the table “%s” something refers to what is not there."),
                   (const char *)sqlite3_column_text (select, 0));
    }
}

/* The next content behind the last one; FALSE in @row where there is none. */
static gboolean
next_content (SfFileCheck *check, SfSql *sql, gboolean *row, GError **error)
{
  sqlite3_stmt *select = sf_sql_prepare (
      sql, "SELECT id, digest, size FROM content WHERE complete = 1 AND id > ? ORDER BY id LIMIT 1",
      error);

  if (select == NULL)
    return FALSE;
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = check->content });
  if (!sf_sql_step (sql, select, row, error))
    return FALSE;
  if (*row)
    {
      check->content = sqlite3_column_int64 (select, 0);
      g_free (check->digest);
      check->digest = g_strdup ((const char *)sqlite3_column_text (select, 1));
      check->size = sqlite3_column_int64 (select, 2);
      check->sequence = 0;
      check->read = 0;
      check->checksum = sf_digest_new ();
      sqlite3_reset (select);
    }
  return TRUE;
}

/* Between two pieces it may have been erased, or taken back. */
static gboolean
is_still_there (SfFileCheck *check, SfStore *store, gboolean *there, GError **error)
{
  gint64 content, size;

  if (!sf_content_find (store, check->digest, &content, &size, error))
    return FALSE;
  *there = content == check->content;
  return TRUE;
}

static gboolean
judge_content (SfFileCheck *check, SfStore *store, GError **error)
{
  gboolean sound = check->read == check->size
                   && g_strcmp0 (sf_digest_get_string (check->checksum), check->digest) == 0;
  gboolean there = TRUE;

  if (!sound && !is_still_there (check, store, &there, error))
    return FALSE;
  if (!sound && there)
    add_problem (check, _ ("An attached file's contents are damaged (%.12s…)."), check->digest);
  g_clear_pointer (&check->checksum, sf_digest_free);
  return TRUE;
}

/* Up to 1 MB of one content. */
static gboolean
check_contents (SfFileCheck *check, SfStore *store, gboolean *over, GError **error)
{
  gboolean row = TRUE;

  if (check->checksum == NULL && !next_content (check, sf_store_get_sql (store), &row, error))
    return FALSE;
  if (!row)
    {
      *over = TRUE;
      return TRUE;
    }
  for (guint i = 0; i < SF_CHUNKS_PER_TRANSACTION; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GBytes) bytes = sf_content_read (store, check->content, check->sequence++, &local);
      gsize length;
      gconstpointer data;

      if (local != NULL && !g_error_matches (local, SF_ERROR, SF_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (bytes == NULL)
        return judge_content (check, store, error);
      data = g_bytes_get_data (bytes, &length);
      sf_digest_update (check->checksum, data, length);
      check->read += (gint64)length;
      check->done += (gint64)length;
    }
  return TRUE;
}

static gboolean
check_attachments (SfFileCheck *check, SfStore *store, gboolean *over, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (
      sql,
      "SELECT a.name, EXISTS (SELECT 1 FROM content AS c WHERE c.digest = a.digest AND"
      " c.complete = 1 AND c.size = a.size) FROM attachment AS a ORDER BY a.id",
      error);
  gboolean row;

  *over = TRUE;
  if (select == NULL)
    return FALSE;
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (sqlite3_column_int (select, 1))
        check->files++;
      else
        add_problem (check, _ ("The contents of the attached file “%s” are missing."),
                     (const char *)sqlite3_column_text (select, 0));
    }
}

static gboolean
check_chain (SfFileCheck *check, SfStore *store, gboolean *over, GError **error)
{
  *over = TRUE;
  return sf_step_verify_chain (store, &check->steps, check->problems, error);
}

static gboolean
count_judgements (SfFileCheck *check, SfStore *store, gboolean *over, GError **error)
{
  gint64 count;

  *over = TRUE;
  if (!sf_sql_get_int (sf_store_get_sql (store), "SELECT count (*) FROM judgement", &count, error))
    return FALSE;
  check->judgements = (guint)count;
  return TRUE;
}

static const StageFunc stages[]
    = { begin,       check_tables,    check_references, check_contents, check_attachments,
        check_chain, count_judgements };

/**
 * sf_file_check_run:
 * @check: a check
 * @store: the file; the same at each call
 * @finished: (out): whether the check is complete
 * @error: return location for an #SfError: the file could not be reached at all
 *
 * Does the next piece.
 */
gboolean
sf_file_check_run (SfFileCheck *check, SfStore *store, gboolean *finished, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean over = FALSE;

  *finished = check->stage >= G_N_ELEMENTS (stages);
  if (*finished)
    return TRUE;
  if (!stages[check->stage](check, store, &over, &local))
    {
      if (!g_error_matches (local, SF_ERROR, SF_ERROR_DAMAGED)
          && !g_error_matches (local, SF_ERROR, SF_ERROR_FAILED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      add_problem (check, _ ("Part of the file cannot be read."));
      g_clear_pointer (&check->checksum, sf_digest_free);
      /* one table that cannot be looked through does not keep the next from being */
      over = stages[check->stage] != check_tables;
    }
  if (over)
    check->stage++;
  *finished = check->stage == G_N_ELEMENTS (stages);
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-erase.h"

#include "base/sf-error.h"
#include "store/sf-erase-judged.h"
#include "store/sf-erase-seals.h"
#include "store/sf-extract.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* A file up to this size is written anew by way of memory, a larger one by way of the disk. */
#define MEMORY_LIMIT (G_GINT64_CONSTANT (64) << 20)

/* What is erased, for the queries below: the records of the evidence, and their contents. */
static const char make_lists[]
    = "CREATE TEMP TABLE IF NOT EXISTS erased (record BLOB PRIMARY KEY) WITHOUT ROWID;"
      "CREATE TEMP TABLE IF NOT EXISTS erased_content (id INTEGER PRIMARY KEY);"
      "CREATE TEMP TABLE IF NOT EXISTS erased_report (digest TEXT PRIMARY KEY) WITHOUT ROWID;"
      "CREATE TEMP TABLE IF NOT EXISTS kept_report (digest TEXT PRIMARY KEY) WITHOUT ROWID;"
      "DELETE FROM temp.erased; DELETE FROM temp.erased_content;"
      "DELETE FROM temp.erased_report; DELETE FROM temp.kept_report;";

void
sf_erasure_row_free (SfErasureRow *row)
{
  g_free (row->erased_by);
  g_free (row->reason);
  g_array_unref (row->records);
  g_ptr_array_unref (row->reports);
  g_free (row);
}

static gboolean
run_with_uuid (SfSql *sql, const char *text, const SfUuid *uuid, GError **error)
{
  sqlite3_stmt *statement = sf_sql_prepare (sql, text, error);

  if (statement == NULL)
    return FALSE;
  sf_sql_bind_uuid (statement, 1, uuid);
  return sf_sql_run (sql, statement, error);
}

static gboolean
run_with_text (SfSql *sql, const char *query, const char *text, GError **error)
{
  sqlite3_stmt *statement = sf_sql_prepare (sql, query, error);

  if (statement == NULL)
    return FALSE;
  sf_sql_bind_text (statement, 1, text);
  return sf_sql_run (sql, statement, error);
}

GPtrArray *
sf_erase_list_unfinished (SfStore *store, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_erasure_row_free);
  sqlite3_stmt *select;
  gboolean row;

  if (!sf_sql_has_table (sql, "erasure"))
    return g_steal_pointer (&rows);
  select = sf_sql_prepare (sql,
                           "SELECT uuid, erased_at, erased_by, reason, subject, files FROM erasure"
                           " WHERE finished_at IS NULL ORDER BY id",
                           error);
  if (select == NULL)
    return NULL;
  for (;;)
    {
      SfErasureRow *one;

      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        break;
      one = g_new0 (SfErasureRow, 1);
      one->records = g_array_new (FALSE, FALSE, sizeof (SfUuid));
      one->reports = g_ptr_array_new_with_free_func (g_free);
      sf_sql_column_uuid (select, 0, &one->uuid);
      one->erased_at = sqlite3_column_int64 (select, 1);
      one->erased_by = g_strdup ((const char *)sqlite3_column_text (select, 2));
      one->reason = g_strdup ((const char *)sqlite3_column_text (select, 3));
      sf_sql_column_uuid (select, 4, &one->subject);
      one->files = sqlite3_column_int64 (select, 5);
      g_ptr_array_add (rows, one);
    }
  for (guint i = 0; i < rows->len; i++)
    if (!sf_erase_read_reports (sql, ((SfErasureRow *)rows->pdata[i])->reports, error))
      return NULL;
  return sf_erase_read_records (sql, rows, error) ? g_steal_pointer (&rows) : NULL;
}

/* --- which records, which contents --------------------------------------------------------------
 */

/* The evidence itself, its files and links as they are, and those that history tells of: what was
 * taken away long ago is packed there with the evidence's UUID. */
static gboolean
list_records (SfSql *sql, const SfUuid *subject, GError **error)
{
  static const char *const queries[]
      = { "INSERT OR IGNORE INTO temp.erased VALUES (?)",
          "INSERT OR IGNORE INTO temp.erased SELECT a.uuid FROM attachment AS a JOIN evidence AS e"
          " ON e.id = a.evidence WHERE e.uuid = ?",
          "INSERT OR IGNORE INTO temp.erased SELECT l.uuid FROM evidence_link AS l JOIN evidence AS"
          " e ON e.id = l.evidence WHERE e.uuid = ?",
          "INSERT OR IGNORE INTO temp.erased SELECT record FROM change WHERE record_table IN"
          " ('attachment', 'evidence_link') AND packed IS NOT NULL AND instr (packed, ?) > 0" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!run_with_uuid (sql, queries[i], subject, error))
      return FALSE;
  return TRUE;
}

static gboolean
list_all (SfSql *sql, GPtrArray *erasures, GError **error)
{
  if (!sf_sql_exec (sql, make_lists, error) || !sf_erase_list_reports (sql, erasures, error))
    return FALSE;
  for (guint i = 0; i < erasures->len; i++)
    {
      const SfErasureRow *row = erasures->pdata[i];

      if (!list_records (sql, &row->subject, error))
        return FALSE;
      for (guint k = 0; k < row->records->len; k++)
        if (!run_with_uuid (sql, "INSERT OR IGNORE INTO temp.erased VALUES (?)",
                            &g_array_index (row->records, SfUuid, k), error))
          return FALSE;
    }
  /* as attachments name them, and as history does */
  return sf_sql_exec (
      sql,
      "INSERT OR IGNORE INTO temp.erased_content SELECT c.id FROM content AS c JOIN attachment AS a"
      " ON a.digest = c.digest WHERE a.uuid IN (SELECT record FROM temp.erased);"
      "INSERT OR IGNORE INTO temp.erased_content SELECT c.id FROM content AS c, change AS h"
      " WHERE h.record IN (SELECT record FROM temp.erased) AND h.record_table = 'attachment'"
      " AND h.packed IS NOT NULL AND instr (h.packed, CAST (c.digest AS BLOB)) > 0;",
      error);
}

/* --- rows ---------------------------------------------------------------------------------------
 */

static const char erase_records[]
    = "DELETE FROM evidence_link WHERE uuid IN (SELECT record FROM temp.erased);"
      "DELETE FROM attachment WHERE uuid IN (SELECT record FROM temp.erased);"
      "DELETE FROM evidence WHERE uuid IN (SELECT record FROM temp.erased);"
      "DELETE FROM draft WHERE record IN (SELECT record FROM temp.erased);"
      /* what another piece of evidence has stays */
      "DELETE FROM temp.erased_content WHERE id IN (SELECT c.id FROM content AS c JOIN attachment"
      " AS a ON a.digest = c.digest);";

static const char erase_values[]
    = "UPDATE change SET old_value = NULL, new_value = NULL, packed = NULL, salt = NULL"
      " WHERE record IN (SELECT record FROM temp.erased)";

/* The step that erases says so itself. What tells of a judgement is its own, sf_erase_judgements().
 */
static const char erase_labels[]
    = "UPDATE step SET label = ?, label_salt = NULL WHERE id IN (SELECT step FROM change WHERE"
      " record_table <> 'judgement' AND record IN (SELECT record FROM temp.erased)) AND id NOT IN"
      " (SELECT step FROM change WHERE record_table = 'erasure')";

/* A confidential record, and who could open it; the cycle after it does not name it any more. */
static gboolean
erase_performances (SfSql *sql, GError **error)
{
  return !sf_sql_has_table (sql, "performance")
         || sf_sql_exec (sql,
                         "UPDATE performance SET predecessor = NULL WHERE predecessor IN (SELECT id"
                         " FROM performance WHERE uuid IN (SELECT record FROM temp.erased));"
                         "DELETE FROM performance WHERE uuid IN (SELECT record FROM temp.erased);"
                         "DELETE FROM keyring WHERE performance IN (SELECT record FROM"
                         " temp.erased);",
                         error);
}

static gboolean
erase_common (SfSql *sql, GPtrArray *erasures, const char *label, GError **error)
{
  return list_all (sql, erasures, error) && run_with_text (sql, erase_labels, label, error)
         && sf_erase_judgements (sql, error) && sf_erase_seals (sql, error)
         && sf_sql_exec (sql, erase_values, error) && sf_sql_exec (sql, erase_records, error)
         && erase_performances (sql, error);
}

static gboolean
read_contents (SfSql *sql, GArray *contents, GError **error)
{
  sqlite3_stmt *select = sf_sql_prepare (sql, "SELECT id FROM temp.erased_content", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  for (;;)
    {
      gint64 content;

      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      content = sqlite3_column_int64 (select, 0);
      g_array_append_val (contents, content);
    }
}

/* The words of those contents leave, and they count as half added: killed from here on, they go
 * after the next opening. */
static gboolean
let_go_contents (SfStore *store, GArray *contents, GError **error)
{
  for (guint i = 0; i < contents->len; i++)
    if (!sf_extract_remove (store, g_array_index (contents, gint64, i), error))
      return FALSE;
  return sf_sql_exec (sf_store_get_sql (store),
                      "UPDATE content SET complete = 0, digest = NULL WHERE id IN"
                      " (SELECT id FROM temp.erased_content)",
                      error);
}

gboolean
sf_erase_rows (
    SfStore *store, GPtrArray *erasures, const char *label, GArray *contents, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (sf_store_mark_open (store, error) && erase_common (sql, erasures, label, error)
      && read_contents (sql, contents, error) && let_go_contents (store, contents, error))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

/* --- the file as a whole ------------------------------------------------------------------------
 */

gboolean
sf_erase_vacuum (SfSql *sql, GError **error)
{
  gint64 pages, page_size;
  gboolean done;

  if (!sf_sql_get_int (sql, "PRAGMA page_count", &pages, error)
      || !sf_sql_get_int (sql, "PRAGMA page_size", &page_size, error))
    return FALSE;
  /* lists of an earlier erasure go with a change of where such things lie */
  if (!sf_sql_exec (sql,
                    pages * page_size > MEMORY_LIMIT ? "PRAGMA temp_store = FILE"
                                                     : "PRAGMA temp_store = MEMORY",
                    error))
    return FALSE;
  done = sf_sql_exec (sql, "VACUUM", error);
  return sf_sql_exec (sql, "PRAGMA temp_store = MEMORY", done ? error : NULL) && done;
}

static gboolean
finish_one (SfSql *sql, const SfErasureRow *row, gint64 now, GError **error)
{
  sqlite3_stmt *update
      = sf_sql_prepare (sql, "UPDATE erasure SET finished_at = ? WHERE uuid = ?", error);

  if (update == NULL)
    return FALSE;
  sf_sql_bind_value (update, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = now });
  sf_sql_bind_uuid (update, 2, &row->uuid);
  return sf_sql_run (sql, update, error)
         && run_with_uuid (sql, "DELETE FROM departure WHERE evidence = ?", &row->subject, error)
         && run_with_uuid (sql, "DELETE FROM erasure_record WHERE erasure = ?", &row->uuid, error);
}

gboolean
sf_erase_finish (SfStore *store, GPtrArray *erasures, gint64 now, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  gboolean done = sf_sql_begin (sql, error);

  if (!done)
    return FALSE;
  for (guint i = 0; done && i < erasures->len; i++)
    done = finish_one (sql, erasures->pdata[i], now, error);
  if (done)
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

/* --- backups ------------------------------------------------------------------------------------
 */

/* Contents that were half added when the backup was made lie in it for good. */
#define STRAY_CONTENTS                                                                             \
  "SELECT c.id FROM content AS c WHERE c.complete = 0 OR (NOT EXISTS (SELECT 1 FROM attachment AS" \
  " a WHERE a.digest = c.digest) AND NOT EXISTS (SELECT 1 FROM change AS h WHERE h.record_table"   \
  " = 'attachment' AND h.packed IS NOT NULL AND instr (h.packed, CAST (c.digest AS BLOB)) > 0)"    \
  " AND c.digest NOT IN (SELECT digest FROM temp.kept_report))"

/* A backup of a file whose erasure was not finished yet: words may be left in its index. */
static gboolean
is_half_erased (SfSql *sql, gboolean *half, GError **error)
{
  gint64 found = 0;

  if (sf_sql_has_table (sql, "erasure")
      && !sf_sql_get_int (sql, "SELECT EXISTS (SELECT 1 FROM erasure WHERE finished_at IS NULL)",
                          &found, error))
    return FALSE;
  *half = found != 0;
  return TRUE;
}

gboolean
sf_erase_is_needed (SfStore *backup, GPtrArray *erasures, gboolean *needed, GError **error)
{
  SfSql *sql = sf_store_get_sql (backup);
  gboolean half, sealed;
  gint64 found;

  if (!list_all (sql, erasures, error) || !is_half_erased (sql, &half, error)
      || !sf_erase_seals_needed (sql, &sealed, error)
      || !sf_sql_get_int (sql,
                          "SELECT EXISTS (SELECT 1 FROM evidence WHERE uuid IN (SELECT record FROM"
                          " temp.erased)) OR EXISTS (SELECT 1 FROM change WHERE salt IS NOT NULL"
                          " AND record IN (SELECT record FROM temp.erased)) OR EXISTS (SELECT 1"
                          " FROM draft WHERE record IN (SELECT record FROM temp.erased))"
                          " OR EXISTS (SELECT 1 FROM judgement WHERE uuid IN (SELECT record FROM"
                          " temp.erased) AND coalesce (level, not_applicable, strengths,"
                          " improvements, difference) IS NOT NULL)"
                          " OR EXISTS (" STRAY_CONTENTS ")",
                          &found, error))
    return FALSE;
  *needed = found != 0 || half || sealed;
  return TRUE;
}

static gboolean
insert_erasure (SfSql *sql, const SfErasureRow *row, GError **error)
{
  sqlite3_stmt *insert
      = sf_sql_prepare (sql,
                        "INSERT INTO erasure (uuid, erased_at, erased_by, reason, subject, files,"
                        " finished_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?2)"
                        " ON CONFLICT (uuid) DO UPDATE SET finished_at = ?2",
                        error);

  if (insert == NULL)
    return FALSE;
  sf_sql_bind_uuid (insert, 1, &row->uuid);
  sf_sql_bind_value (insert, 2, &(SfValue){ .type = SF_VALUE_INT, .integer = row->erased_at });
  sf_sql_bind_text (insert, 3, row->erased_by);
  sf_sql_bind_text (insert, 4, row->reason);
  sf_sql_bind_uuid (insert, 5, &row->subject);
  sf_sql_bind_value (insert, 6, &(SfValue){ .type = SF_VALUE_INT, .integer = row->files });
  return sf_sql_run (sql, insert, error);
}

/* A backup tells of the erasure as the file does, unless it is too old to have such a table. */
static gboolean
insert_erasures (SfSql *sql, GPtrArray *erasures, GError **error)
{
  for (guint i = 0; sf_sql_has_table (sql, "erasure") && i < erasures->len; i++)
    if (!insert_erasure (sql, erasures->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_contents (SfSql *sql, GError **error)
{
  if (!sf_sql_exec (sql,
                    "INSERT OR IGNORE INTO temp.erased_content " STRAY_CONTENTS ";"
                    "DELETE FROM chunk WHERE content IN (SELECT id FROM temp.erased_content);",
                    error))
    return FALSE;
  if (sf_sql_has_table (sql, "extract")
      && !sf_sql_exec (sql,
                       "DELETE FROM extract WHERE content IN (SELECT id FROM temp.erased_content);"
                       "INSERT INTO extract_index (extract_index) VALUES ('rebuild');",
                       error))
    return FALSE;
  return sf_sql_exec (sql, "DELETE FROM content WHERE id IN (SELECT id FROM temp.erased_content)",
                      error);
}

static gboolean
delete_departures (SfSql *sql, GError **error)
{
  return !sf_sql_has_table (sql, "departure")
         || sf_sql_exec (sql,
                         "DELETE FROM departure WHERE evidence IN (SELECT record FROM temp.erased)",
                         error);
}

/* On a copy that nobody reads yet and that is thrown away where this fails. */
static gboolean
erase_in_copy (SfSql *copy, gpointer data, GError **error)
{
  GPtrArray *erasures = data;

  return sf_store_apply_pragmas (copy, TRUE, error) && sf_sql_begin (copy, error)
         && erase_common (copy, erasures, _ ("Erased for data protection"), error)
         && delete_departures (copy, error) && delete_contents (copy, error)
         && insert_erasures (copy, erasures, error) && sf_sql_commit (copy, error)
         && sf_erase_vacuum (copy, error);
}

SfBackupCopy *
sf_erase_copy_new (const char *path, GPtrArray *erasures)
{
  SfBackupCopy *copy = sf_backup_copy_new (path, "asked");

  copy->change = erase_in_copy;
  copy->change_data = erasures;
  return copy;
}

gboolean
sf_erase_remove_parts (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, ".part") && strstr (name, ".part-") == NULL)
        continue;
      if (g_unlink (path) != 0 && errno != ENOENT)
        {
          g_set_error (error, SF_ERROR, SF_ERROR_IO,
                       _ ("“%s”, which is left of a backup that was interrupted, could not be "
                          "removed: %s."),
                       path, g_strerror (errno));
          return FALSE;
        }
    }
  return TRUE;
}

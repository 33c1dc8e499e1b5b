/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-erase-judged.h"

#include "store/sf-change-set.h"

#include <glib/gi18n-lib.h>

/* --- which there are ----------------------------------------------------------------------------
 */

/* A row of the table, or one that history has packed. */
static gboolean
is_of (sqlite3_stmt *select, const char *const *codes)
{
  g_autofree char *code = NULL;

  if (sqlite3_column_type (select, 1) == SQLITE_TEXT)
    code = g_strdup ((const char *)sqlite3_column_text (select, 1));
  else
    {
      g_autoptr (GBytes) packed
          = g_bytes_new (sqlite3_column_blob (select, 1), (gsize)sqlite3_column_bytes (select, 1));

      code = sf_change_unpack_text (SF_TYPE_JUDGEMENT, packed, SF_JUDGEMENT_STATEMENT_CODE);
    }
  return code != NULL && g_strv_contains (codes, code);
}

GArray *
sf_erase_list_judged (SfStore *store,
                      const SfUuid *evaluation,
                      const char *const *codes,
                      GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SfUuid));
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql,
                        "SELECT j.uuid, j.statement_code FROM judgement AS j JOIN evaluation AS e"
                        " ON e.id = j.evaluation WHERE e.uuid = ?1 UNION SELECT record, packed"
                        " FROM change WHERE record_table = 'judgement' AND packed IS NOT NULL"
                        " AND instr (packed, ?1) > 0",
                        error);
  gboolean row;
  SfUuid record;

  if (select == NULL)
    return NULL;
  sf_sql_bind_uuid (select, 1, evaluation);
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&found);
      if (is_of (select, codes) && sf_sql_column_uuid (select, 0, &record))
        g_array_append_val (found, record);
    }
}

/* --- of what an erasure is ----------------------------------------------------------------------
 */

gboolean
sf_erase_note_records (SfStore *store, const SfUuid *erasure, GArray *records, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  for (guint i = 0; i < records->len; i++)
    {
      sqlite3_stmt *insert
          = sf_sql_prepare (sql,
                            "INSERT OR IGNORE INTO erasure_record (erasure, record) VALUES (?, ?)",
                            error);

      if (insert == NULL)
        return FALSE;
      sf_sql_bind_uuid (insert, 1, erasure);
      sf_sql_bind_uuid (insert, 2, &g_array_index (records, SfUuid, i));
      if (!sf_sql_run (sql, insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_of (SfSql *sql, SfErasureRow *erasure, GError **error)
{
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT record FROM erasure_record WHERE erasure = ?", error);
  gboolean row;
  SfUuid record;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_uuid (select, 1, &erasure->uuid);
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (sf_sql_column_uuid (select, 0, &record))
        g_array_append_val (erasure->records, record);
    }
}

gboolean
sf_erase_read_records (SfSql *sql, GPtrArray *rows, GError **error)
{
  for (guint i = 0; sf_sql_has_table (sql, "erasure_record") && i < rows->len; i++)
    if (!read_of (sql, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* --- erasing ------------------------------------------------------------------------------------
 */

#define ERASED "(SELECT record FROM temp.erased)"

/* The agreed one stays, for there is one of each statement, and says nothing. */
static const char erase_rows[]
    = "UPDATE judgement SET level = NULL, not_applicable = NULL, strengths = NULL, improvements ="
      " NULL, difference = NULL WHERE contributor IS NULL AND uuid IN " ERASED ";"
      "DELETE FROM judgement WHERE contributor IS NOT NULL AND uuid IN " ERASED ";";

/* What was drafted from one that goes. */
static const char forget_actions[]
    = "UPDATE action SET judgement = NULL WHERE judgement IN (SELECT id FROM judgement WHERE"
      " contributor IS NOT NULL AND uuid IN " ERASED ")";

/* A label tells of a judgement where the step is of nothing else: "Judged …: Often". One that began
 * an evaluation, with all its judgements, keeps its name. The step that locks says so itself. */
static const char erase_labels[]
    = "UPDATE step SET label = ?, label_salt = NULL WHERE id IN (SELECT step FROM change WHERE"
      " record_table = 'judgement' AND record IN " ERASED ") AND NOT EXISTS (SELECT 1 FROM change"
      " AS o WHERE o.step = step.id AND o.record NOT IN " ERASED ")";

gboolean
sf_erase_judgements (SfSql *sql, GError **error)
{
  sqlite3_stmt *labels = sf_sql_prepare (sql, erase_labels, error);

  if (labels == NULL)
    return FALSE;
  sf_sql_bind_text (labels, 1, _ ("Locked: what is judged of the head"));
  return sf_sql_run (sql, labels, error)
         && (!sf_sql_has_table (sql, "action") || sf_sql_exec (sql, forget_actions, error))
         && sf_sql_exec (sql, erase_rows, error);
}

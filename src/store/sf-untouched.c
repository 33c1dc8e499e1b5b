/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-untouched.h"

static const char question[]
    = "SELECT (SELECT count(*) FROM change WHERE record = ?1 AND operation <> 'set') = 1"
      " AND NOT EXISTS (SELECT 1 FROM change WHERE record = ?1 AND field = ?3)"
      " AND EXISTS (SELECT 1 FROM change AS made JOIN change AS other ON other.step = made.step"
      " WHERE made.record = ?1 AND made.operation = 'insert'"
      " AND other.record = ?2 AND other.operation = 'insert')";

gboolean
sf_untouched_ask (SfStore *store,
                  const SfUuid *record,
                  const SfUuid *made_with,
                  const char *field,
                  gboolean *untouched,
                  GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql, question, error);
  gboolean row;

  *untouched = FALSE;
  if (select == NULL)
    return FALSE;
  sf_sql_bind_uuid (select, 1, record);
  sf_sql_bind_uuid (select, 2, made_with);
  sf_sql_bind_text (select, 3, field);
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  *untouched = row && sqlite3_column_int (select, 0) != 0;
  sqlite3_reset (select);
  return TRUE;
}

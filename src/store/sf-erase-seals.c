/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-erase-seals.h"

gboolean
sf_erase_read_reports (SfSql *sql, GPtrArray *digests, GError **error)
{
  sqlite3_stmt *select;
  gboolean row;

  if (!sf_sql_has_table (sql, "seal"))
    return TRUE;
  select = sf_sql_prepare (sql, "SELECT pdf_digest FROM seal WHERE pdf_gone_at IS NOT NULL", error);
  if (select == NULL)
    return FALSE;
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      g_ptr_array_add (digests, g_strdup ((const char *)sqlite3_column_text (select, 0)));
    }
}

static gboolean
put_digest (SfSql *sql, const char *digest, GError **error)
{
  sqlite3_stmt *insert
      = sf_sql_prepare (sql, "INSERT OR IGNORE INTO temp.erased_report VALUES (?)", error);

  if (insert == NULL)
    return FALSE;
  sf_sql_bind_text (insert, 1, digest);
  return sf_sql_run (sql, insert, error);
}

gboolean
sf_erase_list_reports (SfSql *sql, GPtrArray *erasures, GError **error)
{
  for (guint i = 0; i < erasures->len; i++)
    {
      GPtrArray *reports = ((const SfErasureRow *)erasures->pdata[i])->reports;

      for (guint k = 0; k < reports->len; k++)
        if (!put_digest (sql, reports->pdata[k], error))
          return FALSE;
    }
  return !sf_sql_has_table (sql, "seal")
         || sf_sql_exec (sql,
                         "INSERT OR IGNORE INTO temp.erased_report SELECT pdf_digest FROM seal"
                         " WHERE pdf_gone_at IS NOT NULL;"
                         "INSERT OR IGNORE INTO temp.kept_report SELECT pdf_digest FROM seal WHERE"
                         " pdf_digest NOT IN (SELECT digest FROM temp.erased_report);",
                         error);
}

gboolean
sf_erase_seals (SfSql *sql, GError **error)
{
  if (!sf_sql_has_table (sql, "seal"))
    return TRUE;
  return sf_sql_exec (sql,
                      "UPDATE seal_leaf SET value = NULL, salt = NULL WHERE record IN"
                      " (SELECT record FROM temp.erased);"
                      "DELETE FROM seal_text WHERE seal IN (SELECT id FROM seal WHERE pdf_digest IN"
                      " (SELECT digest FROM temp.erased_report));"
                      "INSERT OR IGNORE INTO temp.erased_content SELECT id FROM content WHERE"
                      " digest IN (SELECT digest FROM temp.erased_report);"
                      "DELETE FROM temp.erased_content WHERE id IN (SELECT id FROM content WHERE"
                      " digest IN (SELECT digest FROM temp.kept_report));",
                      error);
}

gboolean
sf_erase_seals_needed (SfSql *sql, gboolean *needed, GError **error)
{
  gint64 found = 0;

  if (sf_sql_has_table (sql, "seal")
      && !sf_sql_get_int (sql,
                          "SELECT EXISTS (SELECT 1 FROM seal_leaf WHERE salt IS NOT NULL AND record"
                          " IN (SELECT record FROM temp.erased)) OR EXISTS (SELECT 1 FROM content"
                          " WHERE digest IN (SELECT digest FROM temp.erased_report))",
                          &found, error))
    return FALSE;
  *needed = found != 0;
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-shrink.h"

#include "store/sf-sql.h"

#define PAGES_KEPT 256
#define PAGES_AT_ONCE 1024

/* A file that was not made for giving back stays as large as it is, and that is the end of it. */
gboolean
sf_shrink_some (SfStore *store, gboolean *finished, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  gint64 before, after;

  if (!sf_sql_get_int (sql, "PRAGMA freelist_count", &before, error))
    return FALSE;
  *finished = before <= PAGES_KEPT;
  if (*finished)
    return TRUE;
  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (!sf_sql_exec (sql, "PRAGMA incremental_vacuum (" G_STRINGIFY (PAGES_AT_ONCE) ")", error)
      || !sf_sql_get_int (sql, "PRAGMA freelist_count", &after, error))
    {
      sf_sql_rollback (sql);
      return FALSE;
    }
  *finished = after <= PAGES_KEPT || after >= before;
  return sf_sql_commit (sql, error);
}

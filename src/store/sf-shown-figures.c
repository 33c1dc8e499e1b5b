/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-shown-figures.h"

#include "base/sf-clock.h"
#include "model/sf-disclosure.h"
#include "model/sf-model-private.h"

/* --- reading ---------------------------------------------------------------------------------- */

/* What no program of ours has written is passed over: the table is not checked before. */
static void
take_figure (SfShown *shown, sqlite3_stmt *select)
{
  SfUuid group;
  gboolean has_group = sf_sql_column_uuid (select, 3, &group);
  gboolean has_denominator = sqlite3_column_type (select, 5) != SQLITE_NULL;
  gint64 count = sqlite3_column_int64 (select, 4);
  gint64 denominator = has_denominator ? sqlite3_column_int64 (select, 5) : SF_DISCLOSURE_NONE;

  if (count >= 0 && (denominator >= 0 || !has_denominator))
    sf_shown_add (shown, has_group ? &group : NULL, count, denominator,
                  sqlite3_column_int (select, 6) != 0);
}

/* The rows of one report lie side by side. */
static gboolean
read_rows (SfSql *sql, sqlite3_stmt *select, SfModel *model, GError **error)
{
  SfShown *shown = NULL;
  gint64 last = 0;
  gboolean row;

  while (sf_sql_step (sql, select, &row, error))
    {
      const char *starts_on;
      SfUuid measure;

      if (shown != NULL && (!row || sqlite3_column_int64 (select, 0) != last))
        sf_model_add_shown (model, g_steal_pointer (&shown));
      if (!row)
        return TRUE;
      last = sqlite3_column_int64 (select, 0);
      starts_on = (const char *)sqlite3_column_text (select, 2);
      if (shown == NULL && starts_on != NULL && sf_sql_column_uuid (select, 1, &measure))
        shown = sf_shown_new (&measure, starts_on);
      if (shown != NULL)
        take_figure (shown, select);
    }
  g_clear_pointer (&shown, sf_shown_free);
  return FALSE;
}

gboolean
sf_shown_figures_load (SfStore *store, SfModel *model, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select;

  if (!sf_sql_has_table (sql, "shown_figure"))
    return TRUE;
  select = sf_sql_prepare (sql,
                           "SELECT s.id, s.measure, s.starts_on, f.family_group, f.count,"
                           " f.denominator, f.is_shown FROM shown AS s JOIN shown_figure AS f"
                           " ON f.shown = s.id ORDER BY s.id, f.id",
                           error);
  return select != NULL && read_rows (sql, select, model, error);
}

/* --- writing ---------------------------------------------------------------------------------- */

static void
bind_int (sqlite3_stmt *statement, int index, gint64 value)
{
  sf_sql_bind_value (statement, index, &(SfValue){ .type = SF_VALUE_INT, .integer = value });
}

static gboolean
write_figure (SfSql *sql, gint64 id, const SfShownFigure *figure, GError **error)
{
  sqlite3_stmt *insert = sf_sql_prepare (sql,
                                         "INSERT INTO shown_figure (shown, family_group, count,"
                                         " denominator, is_shown) VALUES (?, ?, ?, ?, ?)",
                                         error);

  if (insert == NULL)
    return FALSE;
  bind_int (insert, 1, id);
  if (!sf_uuid_is_nil (&figure->group))
    sf_sql_bind_uuid (insert, 2, &figure->group);
  bind_int (insert, 3, figure->count);
  if (figure->denominator != SF_DISCLOSURE_NONE)
    bind_int (insert, 4, figure->denominator);
  bind_int (insert, 5, figure->is_shown);
  return sf_sql_run (sql, insert, error);
}

static gboolean
write_one (SfSql *sql, const SfShown *shown, const char *way, gint64 at, GError **error)
{
  sqlite3_stmt *insert
      = sf_sql_prepare (sql, "INSERT INTO shown (measure, starts_on, at, way) VALUES (?, ?, ?, ?)",
                        error);
  gint64 id;

  if (insert == NULL)
    return FALSE;
  sf_sql_bind_uuid (insert, 1, &shown->measure);
  sf_sql_bind_text (insert, 2, shown->starts_on);
  bind_int (insert, 3, at);
  sf_sql_bind_text (insert, 4, way);
  if (!sf_sql_run (sql, insert, error))
    return FALSE;
  id = sqlite3_last_insert_rowid (sf_sql_get_handle (sql));
  for (guint i = 0; i < shown->figures->len; i++)
    if (!write_figure (sql, id, &g_array_index (shown->figures, SfShownFigure, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_all (SfStore *store, GPtrArray *shown, const char *way, GError **error)
{
  gint64 at = sf_clock_now ();

  if (!sf_store_mark_open (store, error))
    return FALSE;
  for (guint i = 0; i < shown->len; i++)
    if (!write_one (sf_store_get_sql (store), shown->pdata[i], way, at, error))
      return FALSE;
  return TRUE;
}

gboolean
sf_shown_figures_write (SfStore *store, GPtrArray *shown, const char *way, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (write_all (store, shown, way, error))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-mapper.h"

#include "base/sf-error.h"
#include "model/sf-model-private.h"
#include "model/sf-record-private.h"
#include "store/sf-shown-figures.h"

#include <glib/gi18n-lib.h>

static SfRecordClass *
class_of (GType type)
{
  return g_type_class_peek (type);
}

/* A column as a query reads it: a reference as the UUID of what it names. */
static void
append_readable (GString *query, SfRecordClass *klass, guint column)
{
  const SfColumn *info = &klass->columns[column];

  if (info->type == SF_COLUMN_REF)
    g_string_append_printf (query, "(SELECT r.uuid FROM %s AS r WHERE r.id = t.%s)",
                            info->references, info->name);
  else
    g_string_append_printf (query, "t.%s", info->name);
}

/* A parameter as a statement writes it. */
static void
append_writable (GString *query, const SfColumn *info)
{
  if (info->type == SF_COLUMN_REF)
    g_string_append_printf (query, "(SELECT r.id FROM %s AS r WHERE r.uuid = ?)", info->references);
  else
    g_string_append_c (query, '?');
}

/* A file of an older version that is only read lacks what came later. */
static gboolean
has_column (SfSql *sql, SfRecordClass *klass, const char *column)
{
  return sqlite3_table_column_metadata (sf_sql_get_handle (sql), "main", klass->table, column, NULL,
                                        NULL, NULL, NULL, NULL)
         == SQLITE_OK;
}

/* The UUID, the columns, and the number of the row. */
static char *
select_all_columns (SfSql *sql, SfRecordClass *klass, const char *rest)
{
  GString *query = g_string_new ("SELECT t.uuid");

  for (guint i = 0; i < klass->n_columns; i++)
    {
      g_string_append (query, ", ");
      if (has_column (sql, klass, klass->columns[i].name))
        append_readable (query, klass, i);
      else
        g_string_append (query, "NULL");
    }
  g_string_append_printf (query, ", t.id FROM %s AS t %s", klass->table, rest);
  return g_string_free (query, FALSE);
}

static void
read_column (sqlite3_stmt *select, int index, const SfColumn *info, SfValue *value)
{
  SfUuid uuid;

  if (info->type == SF_COLUMN_REF && sf_sql_column_uuid (select, index, &uuid))
    sf_value_set_uuid (value, &uuid);
  else if (info->type == SF_COLUMN_REF)
    sf_value_set_null (value);
  else
    sf_sql_column_value (select, index, value);
}

/* The row that @select stands on; NULL where it cannot be one. */
static SfRecord *
read_row (GType type, sqlite3_stmt *select, GError **error)
{
  SfRecordClass *klass = class_of (type);
  SfRecord *record;
  SfUuid uuid;

  if (!sf_sql_column_uuid (select, 0, &uuid))
    {
      sqlite3_reset (select);
      sf_sql_set_error (NULL, SQLITE_CORRUPT, error);
      return NULL;
    }
  record = sf_record_new (type, &uuid);
  for (guint i = 0; i < klass->n_columns; i++)
    {
      g_auto (SfValue) value = SF_VALUE_INIT;
      read_column (select, (int)i + 1, &klass->columns[i], &value);
      sf_record_load (record, i, &value);
    }
  return record;
}

static gboolean
load_table (SfStore *store, SfModel *model, GType type, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  SfRecordClass *klass = class_of (type);
  g_autofree char *query = NULL;
  sqlite3_stmt *select;
  gboolean row;

  if (!has_column (sql, klass, "uuid"))
    return TRUE;
  query = select_all_columns (sql, klass, "ORDER BY t.id");
  select = sf_sql_prepare (sql, query, error);
  if (select == NULL)
    return FALSE;
  for (;;)
    {
      g_autoptr (SfRecord) record = NULL;

      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      record = read_row (type, select, error);
      if (record == NULL)
        return FALSE;
      sf_model_add (model, record);
    }
}

/**
 * sf_mapper_load:
 * @store: a store
 * @model: an empty model
 * @later: a record class that is left out, for sf_mapper_read_some(); or %G_TYPE_INVALID
 * @error: return location for an #SfError
 *
 * Reads every record, and what reports showed. Contents of attachments, history and drafts stay in
 * the file.
 */
gboolean
sf_mapper_load (SfStore *store, SfModel *model, GType later, GError **error)
{
  guint n;
  const GType *types = sf_model_get_record_types (&n);

  for (guint i = 0; i < n; i++)
    if (types[i] != later && !load_table (store, model, types[i], error))
      return FALSE;
  return sf_shown_figures_load (store, model, error);
}

/**
 * sf_mapper_read_some:
 * @store: a store of this version
 * @type: a record class that nothing refers to
 * @after: (inout): where to go on; 0 at first
 * @most: how many rows at most
 * @error: return location for an #SfError
 *
 * Returns: (transfer full) (element-type SfRecord): the next rows in the order in which they were
 *   made, fewer than @most at the end; %NULL where they cannot be read
 */
GPtrArray *
sf_mapper_read_some (SfStore *store, GType type, gint64 *after, guint most, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  SfRecordClass *klass = class_of (type);
  g_autofree char *query = select_all_columns (sql, klass, "WHERE t.id > ? ORDER BY t.id LIMIT ?");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *select = sf_sql_prepare (sql, query, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, *after);
  sqlite3_bind_int (select, 2, (int)most);
  for (;;)
    {
      SfRecord *record;

      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&records);
      *after = sqlite3_column_int64 (select, (int)klass->n_columns + 1);
      record = read_row (type, select, error);
      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
}

static void
set_gone_error (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                       _ ("What was to be changed is no longer in the centre file."));
}

static sqlite3_stmt *
find_row (SfStore *store, const char *query, const SfUuid *uuid, gboolean *row, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql, query, error);

  *row = FALSE;
  if (select == NULL)
    return NULL;
  sf_sql_bind_uuid (select, 1, uuid);
  if (!sf_sql_step (sql, select, row, error))
    return NULL;
  if (!*row)
    set_gone_error (error);
  return *row ? select : NULL;
}

/**
 * sf_mapper_read_old:
 * @store: a store in a transaction
 * @change: a SET, whose old value is filled in, or a DELETE, whose row is
 * @error: return location for an #SfError; %SF_ERROR_NOT_FOUND where there is no such record
 */
gboolean
sf_mapper_read_old (SfStore *store, SfChange *change, GError **error)
{
  SfRecordClass *klass = class_of (change->type);
  g_autofree char *query = NULL;
  sqlite3_stmt *select;
  gboolean row;

  if (change->operation == SF_CHANGE_SET)
    {
      GString *text = g_string_new ("SELECT ");
      append_readable (text, klass, change->column);
      g_string_append_printf (text, " FROM %s AS t WHERE t.uuid = ?", klass->table);
      query = g_string_free (text, FALSE);
    }
  else
    query = select_all_columns (sf_store_get_sql (store), klass, "WHERE t.uuid = ?");
  select = find_row (store, query, &change->record, &row, error);
  if (select == NULL)
    return FALSE;
  if (change->operation == SF_CHANGE_SET)
    read_column (select, 0, &klass->columns[change->column], &change->old_value);
  else
    for (guint i = 0; i < klass->n_columns; i++)
      read_column (select, (int)i + 1, &klass->columns[i], &change->row[i]);
  sqlite3_reset (select);
  return TRUE;
}

/* What a reference names must be there: a subselect that finds nothing would write NULL. */
static gboolean
check_reference (SfStore *store, const SfColumn *info, const SfValue *value, GError **error)
{
  g_autofree char *query = NULL;
  sqlite3_stmt *select;
  gboolean row;

  if (info->type != SF_COLUMN_REF || value->type != SF_VALUE_UUID)
    return TRUE;
  query = g_strdup_printf ("SELECT 1 FROM %s AS t WHERE t.uuid = ?", info->references);
  select = find_row (store, query, &value->uuid, &row, error);
  if (select != NULL)
    sqlite3_reset (select);
  return select != NULL;
}

gboolean
sf_mapper_insert (SfStore *store, const SfChange *change, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  SfRecordClass *klass = class_of (change->type);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new ("?");
  g_autofree char *query = NULL;
  sqlite3_stmt *insert;

  for (guint i = 0; i < klass->n_columns; i++)
    {
      if (!check_reference (store, &klass->columns[i], &change->row[i], error))
        return FALSE;
      g_string_append_printf (names, ", %s", klass->columns[i].name);
      g_string_append (places, ", ");
      append_writable (places, &klass->columns[i]);
    }
  query = g_strdup_printf ("INSERT INTO %s (uuid%s) VALUES (%s)", klass->table, names->str,
                           places->str);
  insert = sf_sql_prepare (sql, query, error);
  if (insert == NULL)
    return FALSE;
  sf_sql_bind_uuid (insert, 1, &change->record);
  for (guint i = 0; i < klass->n_columns; i++)
    sf_sql_bind_value (insert, (int)i + 2, &change->row[i]);
  return sf_sql_run (sql, insert, error);
}

gboolean
sf_mapper_update (SfStore *store, SfChange *const *changes, guint n_changes, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  SfRecordClass *klass = class_of (changes[0]->type);
  g_autoptr (GString) query = g_string_new (NULL);
  sqlite3_stmt *update;

  g_string_printf (query, "UPDATE %s SET ", klass->table);
  for (guint i = 0; i < n_changes; i++)
    {
      const SfColumn *info = &klass->columns[changes[i]->column];

      if (!check_reference (store, info, &changes[i]->new_value, error))
        return FALSE;
      g_string_append_printf (query, "%s%s = ", i > 0 ? ", " : "", info->name);
      append_writable (query, info);
    }
  g_string_append (query, " WHERE uuid = ?");
  update = sf_sql_prepare (sql, query->str, error);
  if (update == NULL)
    return FALSE;
  for (guint i = 0; i < n_changes; i++)
    sf_sql_bind_value (update, (int)i + 1, &changes[i]->new_value);
  sf_sql_bind_uuid (update, (int)n_changes + 1, &changes[0]->record);
  if (!sf_sql_run (sql, update, error))
    return FALSE;
  if (sqlite3_changes (sf_sql_get_handle (sql)) == 1)
    return TRUE;
  set_gone_error (error);
  return FALSE;
}

gboolean
sf_mapper_delete (SfStore *store, const SfChange *change, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autofree char *query
      = g_strdup_printf ("DELETE FROM %s WHERE uuid = ?", class_of (change->type)->table);
  sqlite3_stmt *statement = sf_sql_prepare (sql, query, error);

  if (statement == NULL)
    return FALSE;
  sf_sql_bind_uuid (statement, 1, &change->record);
  return sf_sql_run (sql, statement, error);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-seals.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Seals in the file. */

static void
bind_int (sqlite3_stmt *statement, int index, gint64 number)
{
  sf_sql_bind_value (statement, index, &(SfValue){ .type = SF_VALUE_INT, .integer = number });
}

/* --- what is under seal -------------------------------------------------------------------------
 */

static gboolean
ask_shut (SfStore *store, const char *query, const SfUuid *uuid, gboolean *shut, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql, query, error);

  if (select == NULL)
    return FALSE;
  sf_sql_bind_uuid (select, 1, uuid);
  if (!sf_sql_step (sql, select, shut, error))
    return FALSE;
  if (*shut)
    sqlite3_reset (select);
  return TRUE;
}

#define SHUT(table)                                                                                \
  "SELECT 1 FROM " table " AS t JOIN seal AS s ON s.evaluation = t.evaluation WHERE t.uuid = ?"    \
  " AND s.corrected_at IS NULL"
#define SHUT_EVALUATION                                                                            \
  "SELECT 1 FROM evaluation AS t JOIN seal AS s ON s.evaluation = t.id WHERE t.uuid = ?"           \
  " AND s.corrected_at IS NULL"

static const char *
find_query (GType type)
{
  if (type == SF_TYPE_EVALUATION)
    return SHUT_EVALUATION;
  if (type == SF_TYPE_JUDGEMENT)
    return SHUT ("judgement");
  if (type == SF_TYPE_AREA_JUDGEMENT)
    return SHUT ("area_judgement");
  return type == SF_TYPE_EVIDENCE_LINK ? SHUT ("evidence_link") : NULL;
}

/* The evaluation that a new record would belong to. */
static const SfUuid *
find_new_evaluation (const SfChange *change)
{
  const SfValue *value = NULL;

  if (change->type == SF_TYPE_JUDGEMENT)
    value = &change->row[SF_JUDGEMENT_EVALUATION];
  else if (change->type == SF_TYPE_AREA_JUDGEMENT)
    value = &change->row[SF_AREA_JUDGEMENT_EVALUATION];
  else if (change->type == SF_TYPE_EVIDENCE_LINK)
    value = &change->row[SF_EVIDENCE_LINK_EVALUATION];
  return value != NULL && value->type == SF_VALUE_UUID ? &value->uuid : NULL;
}

static gboolean
is_shut (SfStore *store, const SfChange *change, gboolean *shut, GError **error)
{
  const char *query = find_query (change->type);
  const SfUuid *evaluation;

  *shut = FALSE;
  if (query == NULL
      || (change->type == SF_TYPE_EVALUATION && change->operation == SF_CHANGE_SET
          && change->column == SF_EVALUATION_CLOSED_AT))
    return TRUE;
  if (change->operation != SF_CHANGE_INSERT)
    return ask_shut (store, query, &change->record, shut, error);
  evaluation = find_new_evaluation (change);
  return evaluation == NULL || ask_shut (store, SHUT_EVALUATION, evaluation, shut, error);
}

static gboolean
makes_erasure (SfChangeSet *set)
{
  for (guint i = 0; i < set->changes->len; i++)
    {
      const SfChange *change = set->changes->pdata[i];

      if (change->operation == SF_CHANGE_INSERT && change->type == SF_TYPE_ERASURE)
        return TRUE;
    }
  return FALSE;
}

gboolean
sf_seals_check_shut (SfStore *store, SfChangeSet *set, GError **error)
{
  gint64 any;

  if (!sf_sql_get_int (sf_store_get_sql (store),
                       "SELECT EXISTS (SELECT 1 FROM seal WHERE corrected_at IS NULL)", &any,
                       error))
    return FALSE;
  for (guint i = 0; any != 0 && !makes_erasure (set) && i < set->changes->len; i++)
    {
      gboolean shut;

      if (!is_shut (store, set->changes->pdata[i], &shut, error))
        return FALSE;
      if (!shut)
        continue;
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("This evaluation was sealed meanwhile, so this was not kept. To "
                              "correct it, begin a correction."));
      return FALSE;
    }
  return TRUE;
}

/* --- a new seal ---------------------------------------------------------------------------------
 */

static gboolean
write_leaf (SfStore *store, gint64 seal, guint position, const SfSealLeaf *leaf, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *insert
      = sf_sql_prepare (sql,
                        "INSERT INTO seal_leaf (seal, position, record_table, record, field, value,"
                        " salt, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        error);

  if (insert == NULL)
    return FALSE;
  bind_int (insert, 1, seal);
  bind_int (insert, 2, position);
  sf_sql_bind_text (insert, 3, leaf->table);
  sf_sql_bind_uuid (insert, 4, &leaf->record);
  sf_sql_bind_text (insert, 5, leaf->field);
  sf_sql_bind_value (insert, 6, &leaf->value);
  sf_sql_bind_bytes (insert, 7, leaf->salt, SF_SALT_SIZE);
  sf_sql_bind_bytes (insert, 8, leaf->digest, SF_HASH_SIZE);
  return sf_sql_run (sql, insert, error);
}

static gboolean
write_text (SfStore *store, gint64 seal, const char *text, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *insert
      = sf_sql_prepare (sql, "INSERT INTO seal_text (seal, text) VALUES (?, ?)", error);

  if (insert == NULL)
    return FALSE;
  bind_int (insert, 1, seal);
  sf_sql_bind_text (insert, 2, text);
  return sf_sql_run (sql, insert, error);
}

static gboolean
find_seal (SfStore *store, const SfUuid *uuid, gint64 *id, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql, "SELECT id FROM seal WHERE uuid = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_uuid (select, 1, uuid);
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  *id = row ? sqlite3_column_int64 (select, 0) : 0;
  if (row)
    sqlite3_reset (select);
  return TRUE;
}

static const SfUuid *
find_inserted (SfChangeSet *set)
{
  for (guint i = 0; i < set->changes->len; i++)
    {
      const SfChange *change = set->changes->pdata[i];

      if (change->operation == SF_CHANGE_INSERT && change->type == SF_TYPE_SEAL)
        return &change->record;
    }
  return NULL;
}

gboolean
sf_seals_put (SfStore *store, SfChangeSet *set, GError **error)
{
  const SfSealing *sealing = set->sealing;
  const SfUuid *uuid = find_inserted (set);
  guint8 head[SF_HASH_SIZE];
  gint64 seal;

  if (sealing == NULL || uuid == NULL)
    return TRUE;
  if (!sf_seals_read_head (store, head, error) || !find_seal (store, uuid, &seal, error))
    return FALSE;
  if (memcmp (head, sealing->head, SF_HASH_SIZE) != 0)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_BUSY,
                           _ ("Something in the centre file was changed since the report was made. "
                              "Nothing was sealed; please make the report again and seal that."));
      return FALSE;
    }
  for (guint i = 0; i < sealing->leaves->len; i++)
    if (!write_leaf (store, seal, i, sealing->leaves->pdata[i], error))
      return FALSE;
  return sealing->text == NULL || write_text (store, seal, sealing->text, error);
}

/* --- reading ------------------------------------------------------------------------------------
 */

/* record_table, record, field, value, salt, digest, position from column 0 on */
static SfSealLeaf *
read_leaf (sqlite3_stmt *select)
{
  SfSealLeaf *leaf = g_new0 (SfSealLeaf, 1);

  leaf->table = g_strdup ((const char *)sqlite3_column_text (select, 0));
  if (!sf_sql_column_uuid (select, 1, &leaf->record))
    memset (&leaf->record, 0, sizeof leaf->record);
  leaf->field = g_strdup ((const char *)sqlite3_column_text (select, 2));
  sf_sql_column_value (select, 3, &leaf->value);
  leaf->is_erased = sqlite3_column_type (select, 4) == SQLITE_NULL;
  if (sqlite3_column_bytes (select, 4) == SF_SALT_SIZE)
    memcpy (leaf->salt, sqlite3_column_blob (select, 4), SF_SALT_SIZE);
  if (sqlite3_column_bytes (select, 5) == SF_HASH_SIZE)
    memcpy (leaf->digest, sqlite3_column_blob (select, 5), SF_HASH_SIZE);
  leaf->position = sqlite3_column_int64 (select, 6);
  return leaf;
}

GPtrArray *
sf_seals_read_leaves (SfStore *store, const SfUuid *seal, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_seal_leaf_free);
  sqlite3_stmt *select = sf_sql_prepare (
      sql,
      "SELECT l.record_table, l.record, l.field, l.value, l.salt, l.digest, l.position FROM"
      " seal_leaf AS l JOIN"
      " seal AS s ON s.id = l.seal WHERE s.uuid = ? ORDER BY l.position",
      error);
  gboolean row;

  if (select == NULL)
    return NULL;
  sf_sql_bind_uuid (select, 1, seal);
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&leaves);
      g_ptr_array_add (leaves, read_leaf (select));
    }
}

/* --- keys ---------------------------------------------------------------------------------------
 */

GPtrArray *
sf_seals_list_keys (SfStore *store, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  sqlite3_stmt *select;
  gboolean row;

  if (!sf_sql_has_table (sql, "signing_key"))
    return g_steal_pointer (&keys);
  select
      = sf_sql_prepare (sql, "SELECT locked FROM signing_key ORDER BY made_at DESC, rowid", error);
  if (select == NULL)
    return NULL;
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&keys);
      g_ptr_array_add (keys, g_bytes_new (sqlite3_column_blob (select, 0),
                                          (gsize)sqlite3_column_bytes (select, 0)));
    }
}

static gboolean
write_key (SfStore *store, GBytes *public_key, GBytes *locked, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *put
      = sf_sql_prepare (sql,
                        "INSERT INTO signing_key (public_key, locked, made_at) VALUES (?, ?, ?)"
                        " ON CONFLICT (public_key) DO UPDATE SET locked = excluded.locked",
                        error);

  if (put == NULL)
    return FALSE;
  sf_sql_bind_bytes (put, 1, g_bytes_get_data (public_key, NULL), g_bytes_get_size (public_key));
  sf_sql_bind_bytes (put, 2, g_bytes_get_data (locked, NULL), g_bytes_get_size (locked));
  bind_int (put, 3, sf_clock_now ());
  return sf_sql_run (sql, put, error);
}

gboolean
sf_seals_put_key (SfStore *store, GBytes *public_key, GBytes *locked, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (sf_store_mark_open (store, error) && write_key (store, public_key, locked, error))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

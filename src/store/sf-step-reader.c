/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-step-writer.h"

#include "base/sf-error.h"
#include "store/sf-step-hash.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reading steps back, and following their chain. */

static SfRecordClass *
class_of (GType type)
{
  return g_type_class_peek (type);
}

static gboolean
set_damaged (GError **error)
{
  sf_sql_set_error (NULL, SQLITE_CORRUPT, error);
  return FALSE;
}

/* A value of history: a reference was kept as the bytes of its UUID. */
static void
column_of_field (sqlite3_stmt *select, int index, const SfColumn *info, SfValue *value)
{
  SfUuid uuid;

  if (info->type == SF_COLUMN_REF && sf_sql_column_uuid (select, index, &uuid))
    sf_value_set_uuid (value, &uuid);
  else
    sf_sql_column_value (select, index, value);
}

/* operation, record_table, record, field, old_value, new_value, packed from column 0 on */
static gboolean
read_change (sqlite3_stmt *select, SfChangeSet *set, GError **error)
{
  const char *operation = (const char *)sqlite3_column_text (select, 0);
  const char *table = (const char *)sqlite3_column_text (select, 1);
  const char *field = (const char *)sqlite3_column_text (select, 3);
  GType type = table != NULL ? sf_model_find_record_type (table) : G_TYPE_INVALID;
  SfChange *change;
  SfUuid uuid;
  int column;

  if (type == G_TYPE_INVALID || !sf_sql_column_uuid (select, 2, &uuid))
    return set_damaged (error);
  if (field != NULL)
    {
      column = sf_record_class_find_column (class_of (type), field);
      if (column < 0)
        return set_damaged (error);
      change = sf_change_set_add (set, SF_CHANGE_SET, type, &uuid);
      change->column = (guint)column;
      column_of_field (select, 4, &class_of (type)->columns[column], &change->old_value);
      column_of_field (select, 5, &class_of (type)->columns[column], &change->new_value);
    }
  else
    {
      g_autoptr (GBytes) packed
          = g_bytes_new (sqlite3_column_blob (select, 6), (gsize)sqlite3_column_bytes (select, 6));
      change = sf_change_set_add (set,
                                  strcmp (operation, "insert") == 0 ? SF_CHANGE_INSERT
                                                                    : SF_CHANGE_DELETE,
                                  type, &uuid);
      if (!sf_change_unpack_row (change, packed))
        return set_damaged (error);
    }
  return TRUE;
}

static SfChangeSet *
load_head (SfStore *store, gint64 id, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql, "SELECT label, at FROM step WHERE id = ?", error);
  SfChangeSet *set;
  gboolean row;

  if (select == NULL)
    return NULL;
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = id });
  if (!sf_sql_step (sql, select, &row, error))
    return NULL;
  if (!row)
    {
      set_damaged (error);
      return NULL;
    }
  set = sf_change_set_new ((const char *)sqlite3_column_text (select, 0), "edit");
  set->id = id;
  set->at = sqlite3_column_int64 (select, 1);
  sqlite3_reset (select);
  return set;
}

/**
 * sf_step_load:
 * @store: a store
 * @id: a step's number
 * @error: return location for an #SfError
 *
 * Returns: (transfer full): the step with its changes in their order, without those whose values
 *   were erased
 */
SfChangeSet *
sf_step_load (SfStore *store, gint64 id, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (SfChangeSet) set = load_head (store, id, error);
  sqlite3_stmt *select;
  gboolean row;

  if (set == NULL)
    return NULL;
  select = sf_sql_prepare (sql,
                           "SELECT operation, record_table, record, field, old_value, new_value,"
                           " packed FROM change WHERE step = ? AND salt IS NOT NULL ORDER BY id",
                           error);
  if (select == NULL)
    return NULL;
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = id });
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&set);
      if (!read_change (select, set, error))
        {
          sqlite3_reset (select);
          return NULL;
        }
    }
}

/* --- the chain ---------------------------------------------------------------------------- */

static gboolean
column_bytes (sqlite3_stmt *select, int index, guint8 *to, int length)
{
  if (sqlite3_column_bytes (select, index) != length)
    return FALSE;
  memcpy (to, sqlite3_column_blob (select, index), (gsize)length);
  return TRUE;
}

/* The digest of a change made again; an erased value (its salt is gone) is passed over. */
/* What no digest covers must not be there. */
static gboolean
has_stray (sqlite3_stmt *select)
{
  gboolean is_erased = sqlite3_column_type (select, 7) == SQLITE_NULL;
  gboolean is_set = sqlite3_column_type (select, 3) != SQLITE_NULL;
  gboolean has_values = sqlite3_column_type (select, 4) != SQLITE_NULL
                        || sqlite3_column_type (select, 5) != SQLITE_NULL;
  gboolean has_row = sqlite3_column_type (select, 6) != SQLITE_NULL;

  return (has_values && (is_erased || !is_set)) || (has_row && (is_erased || is_set));
}

static gboolean
change_is_sound (sqlite3_stmt *select, const guint8 *digest)
{
  const char *table = (const char *)sqlite3_column_text (select, 1);
  const char *field = (const char *)sqlite3_column_text (select, 3);
  GType type = sf_model_find_record_type (table);
  guint8 salt[SF_SALT_SIZE], made[SF_HASH_SIZE];
  int column = -1;

  if (has_stray (select))
    return FALSE;
  if (sqlite3_column_type (select, 7) == SQLITE_NULL)
    return TRUE;
  if (type == G_TYPE_INVALID || !column_bytes (select, 7, salt, SF_SALT_SIZE))
    return FALSE;
  if (field == NULL)
    {
      g_autoptr (GBytes) packed
          = g_bytes_new (sqlite3_column_blob (select, 6), (gsize)sqlite3_column_bytes (select, 6));
      sf_step_hash_row (salt, packed, made);
    }
  else
    {
      g_auto (SfValue) old_value = SF_VALUE_INIT, new_value = SF_VALUE_INIT;

      column = sf_record_class_find_column (class_of (type), field);
      if (column < 0)
        return FALSE;
      column_of_field (select, 4, &class_of (type)->columns[column], &old_value);
      column_of_field (select, 5, &class_of (type)->columns[column], &new_value);
      sf_step_hash_field (salt, &old_value, &new_value, made);
    }
  return memcmp (made, digest, SF_HASH_SIZE) == 0;
}

static gboolean
add_changes (SfStore *store, gint64 step, GChecksum *chain, gboolean *sound, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql,
                        "SELECT operation, record_table, record, field, old_value, new_value,"
                        " packed, salt, digest FROM change WHERE step = ? ORDER BY id",
                        error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = step });
  for (;;)
    {
      guint8 digest[SF_HASH_SIZE] = { 0 };
      SfUuid record = { { 0 } };

      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      *sound = *sound && sf_sql_column_uuid (select, 2, &record)
               && column_bytes (select, 8, digest, SF_HASH_SIZE)
               && change_is_sound (select, digest);
      sf_step_hash_add_change (chain, (const char *)sqlite3_column_text (select, 0),
                               (const char *)sqlite3_column_text (select, 1), &record,
                               (const char *)sqlite3_column_text (select, 3), digest);
    }
}

/* uuid, copy, at, contributor, label_digest, kind, about's uuid, parent, hash, label, label_salt
 * from column 1 on */
static void
read_head (sqlite3_stmt *select, SfStepHead *head, gboolean *sound)
{
  guint8 made[SF_HASH_SIZE];

  memset (head, 0, sizeof *head);
  *sound = *sound && sf_sql_column_uuid (select, 1, &head->uuid)
           && sf_sql_column_uuid (select, 2, &head->copy)
           && column_bytes (select, 5, head->label_digest, SF_HASH_SIZE);
  head->at = sqlite3_column_int64 (select, 3);
  if (!sf_sql_column_uuid (select, 4, &head->contributor))
    {
      memset (&head->contributor, 0, sizeof head->contributor);
      *sound = *sound && sqlite3_column_type (select, 4) == SQLITE_NULL;
    }
  head->kind = (const char *)sqlite3_column_text (select, 6);
  if (!sf_sql_column_uuid (select, 7, &head->about))
    memset (&head->about, 0, sizeof head->about);
  head->has_parent = column_bytes (select, 8, head->parent, SF_HASH_SIZE);
  *sound = *sound && (head->has_parent || sqlite3_column_type (select, 8) == SQLITE_NULL);
  if (column_bytes (select, 11, head->label_salt, SF_SALT_SIZE))
    {
      sf_step_hash_label (head->label_salt, (const char *)sqlite3_column_text (select, 10), made);
      *sound = *sound && memcmp (made, head->label_digest, SF_HASH_SIZE) == 0;
    }
  else
    *sound = *sound && sqlite3_column_type (select, 11) == SQLITE_NULL;
}

/**
 * sf_step_verify_chain:
 * @store: a store
 * @n_steps: (out): how many steps there are
 * @problems: (element-type utf8): what is wrong is added here, a sentence for each step
 * @error: return location for an #SfError
 *
 * Makes every hash again and compares.
 *
 * Returns: whether the file could be read; the chain is sound if @problems did not grow
 */
gboolean
sf_step_verify_chain (SfStore *store, guint *n_steps, GPtrArray *problems, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (
      sql,
      "SELECT s.id, s.uuid, s.copy, s.at, s.contributor, s.label_digest, s.kind, a.uuid, s.parent,"
      " s.hash, s.label, s.label_salt, s.merge_parent FROM step AS s LEFT JOIN step AS a ON a.id = "
      "s.about"
      " ORDER BY s.id",
      error);
  guint8 last[SF_HASH_SIZE] = { 0 };
  gboolean row;

  *n_steps = 0;
  if (select == NULL)
    return FALSE;
  for (;;)
    {
      g_autoptr (GChecksum) chain = g_checksum_new (G_CHECKSUM_SHA256);
      gboolean sound = TRUE;
      guint8 hash[SF_HASH_SIZE] = { 0 }, made[SF_HASH_SIZE];
      SfStepHead head;

      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      /* read in any case: the next step is judged by what this one says it is */
      if (!column_bytes (select, 9, hash, SF_HASH_SIZE))
        sound = FALSE;
      read_head (select, &head, &sound);
      sound = sound
              && head.has_parent == (*n_steps > 0)
              /* nothing merges yet, and form 1 does not cover it */
              && sqlite3_column_type (select, 12) == SQLITE_NULL
              && memcmp (head.parent, last, SF_HASH_SIZE) == 0;
      sf_step_hash_begin (chain, &head);
      if (!add_changes (store, sqlite3_column_int64 (select, 0), chain, &sound, error))
        {
          sqlite3_reset (select);
          return FALSE;
        }
      sf_step_hash_end (chain, made);
      if (!sound || memcmp (made, hash, SF_HASH_SIZE) != 0)
        g_ptr_array_add (problems,
                         g_strdup_printf (_ ("Step %d of the history is not as it was written."),
                                          sqlite3_column_int (select, 0)));
      memcpy (last, hash, SF_HASH_SIZE);
      (*n_steps)++;
    }
}

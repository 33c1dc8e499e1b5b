/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-step-writer.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "store/sf-content.h"
#include "store/sf-erase-judged.h"
#include "store/sf-keyrings.h"
#include "store/sf-mapper.h"
#include "store/sf-seals.h"
#include "store/sf-step-hash.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

static SfRecordClass *
class_of (GType type)
{
  return g_type_class_peek (type);
}

static void
bind_int (sqlite3_stmt *statement, int index, gint64 number)
{
  sf_sql_bind_value (statement, index, &(SfValue){ .type = SF_VALUE_INT, .integer = number });
}

/* --- what changes ------------------------------------------------------------------------- */

/* Reads old values and drops what is no change. A field set twice keeps its last value. */
static gboolean
find_old_values (SfStore *store, SfChangeSet *set, GError **error)
{
  for (guint i = 0; i < set->changes->len;)
    {
      SfChange *change = set->changes->pdata[i];

      if (change->operation != SF_CHANGE_INSERT && !sf_mapper_read_old (store, change, error))
        return FALSE;
      if (change->operation == SF_CHANGE_SET
          && sf_value_equal (&change->old_value, &change->new_value))
        g_ptr_array_remove_index (set->changes, i);
      else
        i++;
    }
  return TRUE;
}

/* The typed text that this step takes over is no draft any more. */
static gboolean
delete_draft (SfStore *store, const SfUuid *record, const char *field, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *statement
      = sf_sql_prepare (sql, "DELETE FROM draft WHERE record = ? AND field = ?", error);

  if (statement == NULL)
    return FALSE;
  sf_sql_bind_uuid (statement, 1, record);
  sf_sql_bind_text (statement, 2, field);
  return sf_sql_run (sql, statement, error);
}

static gboolean
delete_drafts (SfStore *store, SfChangeSet *set, GError **error)
{
  for (guint i = 0; i < set->changes->len; i++)
    {
      SfChange *change = set->changes->pdata[i];

      if (change->operation == SF_CHANGE_SET
          && !delete_draft (store, &change->record,
                            class_of (change->type)->columns[change->column].name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_changes (SfStore *store, SfChangeSet *set, GError **error)
{
  SfChange **changes = (SfChange **)set->changes->pdata;
  guint n = set->changes->len;

  for (guint i = 0, run; i < n; i += run)
    {
      gboolean done;

      run = 1;
      if (changes[i]->operation == SF_CHANGE_INSERT)
        done = sf_mapper_insert (store, changes[i], error);
      else if (changes[i]->operation == SF_CHANGE_DELETE)
        done = sf_mapper_delete (store, changes[i], error);
      else
        {
          while (i + run < n && changes[i + run]->operation == SF_CHANGE_SET
                 && sf_uuid_equal (&changes[i + run]->record, &changes[i]->record))
            run++;
          done = sf_mapper_update (store, &changes[i], run, error);
        }
      if (!done)
        return FALSE;
    }
  return TRUE;
}

/* --- how it is kept ----------------------------------------------------------------------- */

static const char *const operation_names[] = { "set", "insert", "delete" };

static gboolean
write_change (SfStore *store, gint64 step, const SfChange *change, GChecksum *chain, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  SfRecordClass *klass = class_of (change->type);
  const char *field
      = change->operation == SF_CHANGE_SET ? klass->columns[change->column].name : NULL;
  g_autoptr (GBytes) packed = field == NULL ? sf_change_pack_row (change) : NULL;
  guint8 salt[SF_SALT_SIZE], digest[SF_HASH_SIZE];
  sqlite3_stmt *insert
      = sf_sql_prepare (sql,
                        "INSERT INTO change (step, operation, record_table, record, field,"
                        " old_value, new_value, packed, salt, digest)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        error);

  if (insert == NULL)
    return FALSE;
  sf_step_hash_make_salt (salt);
  if (field != NULL)
    sf_step_hash_field (salt, &change->old_value, &change->new_value, digest);
  else
    sf_step_hash_row (salt, packed, digest);
  sf_step_hash_add_change (chain, operation_names[change->operation], klass->table, &change->record,
                           field, digest);
  bind_int (insert, 1, step);
  sf_sql_bind_text (insert, 2, operation_names[change->operation]);
  sf_sql_bind_text (insert, 3, klass->table);
  sf_sql_bind_uuid (insert, 4, &change->record);
  if (field != NULL)
    {
      sf_sql_bind_text (insert, 5, field);
      sf_sql_bind_value (insert, 6, &change->old_value);
      sf_sql_bind_value (insert, 7, &change->new_value);
    }
  else
    sf_sql_bind_bytes (insert, 8, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  sf_sql_bind_bytes (insert, 9, salt, sizeof salt);
  sf_sql_bind_bytes (insert, 10, digest, sizeof digest);
  return sf_sql_run (sql, insert, error);
}

static gboolean
read_last_step (SfStore *store, gint64 *id, guint8 *hash, gboolean *any, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT id, hash FROM step ORDER BY id DESC LIMIT 1", error);

  if (select == NULL || !sf_sql_step (sql, select, any, error))
    return FALSE;
  *id = 0;
  if (*any)
    {
      *id = sqlite3_column_int64 (select, 0);
      memcpy (hash, sqlite3_column_blob (select, 1), SF_HASH_SIZE);
    }
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
write_step_row (SfStore *store, SfChangeSet *set, const SfStepHead *head, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  const SfUuid *by = sf_uuid_is_nil (&set->contributor) ? NULL : &set->contributor;
  sqlite3_stmt *insert = sf_sql_prepare (
      sql,
      "INSERT INTO step (id, uuid, copy, at, contributor, label, label_salt, label_digest, kind,"
      " about, parent, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, zeroblob (32))",
      error);

  if (insert == NULL)
    return FALSE;
  bind_int (insert, 1, set->id);
  sf_sql_bind_uuid (insert, 2, &head->uuid);
  sf_sql_bind_uuid (insert, 3, sf_store_get_copy (store));
  bind_int (insert, 4, set->at);
  sf_sql_bind_uuid (insert, 5, by);
  sf_sql_bind_text (insert, 6, set->label);
  sf_sql_bind_bytes (insert, 7, head->label_salt, SF_SALT_SIZE);
  sf_sql_bind_bytes (insert, 8, head->label_digest, SF_HASH_SIZE);
  sf_sql_bind_text (insert, 9, set->kind);
  if (set->about != 0)
    bind_int (insert, 10, set->about);
  if (head->has_parent)
    sf_sql_bind_bytes (insert, 11, head->parent, SF_HASH_SIZE);
  return sf_sql_run (sql, insert, error);
}

static gboolean
write_hash (SfStore *store, gint64 step, const guint8 *hash, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *update = sf_sql_prepare (sql, "UPDATE step SET hash = ? WHERE id = ?", error);

  if (update == NULL)
    return FALSE;
  sf_sql_bind_bytes (update, 1, hash, SF_HASH_SIZE);
  bind_int (update, 2, step);
  return sf_sql_run (sql, update, error);
}

static gboolean
read_uuid_of_step (SfStore *store, gint64 id, SfUuid *uuid, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql, "SELECT uuid FROM step WHERE id = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  bind_int (select, 1, id);
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  if (!row || !sf_sql_column_uuid (select, 0, uuid))
    {
      sqlite3_reset (select);
      sf_sql_set_error (NULL, SQLITE_CORRUPT, error);
      return FALSE;
    }
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
write_history (SfStore *store, SfChangeSet *set, GError **error)
{
  g_autoptr (GChecksum) chain = g_checksum_new (G_CHECKSUM_SHA256);
  SfStepHead head = { 0 };
  guint8 hash[SF_HASH_SIZE];
  gint64 last;

  if (!read_last_step (store, &last, head.parent, &head.has_parent, error))
    return FALSE;
  if (set->about != 0 && !read_uuid_of_step (store, set->about, &head.about, error))
    return FALSE;
  set->id = last + 1;
  set->at = sf_clock_now ();
  sf_uuid_init_v7_at (&head.uuid, set->at);
  head.copy = *sf_store_get_copy (store);
  head.at = set->at;
  head.contributor = set->contributor;
  head.kind = set->kind;
  sf_step_hash_make_salt (head.label_salt);
  sf_step_hash_label (head.label_salt, set->label, head.label_digest);
  sf_step_hash_begin (chain, &head);
  if (!write_step_row (store, set, &head, error))
    return FALSE;
  for (guint i = 0; i < set->changes->len; i++)
    if (!write_change (store, set->id, set->changes->pdata[i], chain, error))
      return FALSE;
  sf_step_hash_end (chain, hash);
  return write_hash (store, set->id, hash, error);
}

/* What an attachment names must be here, whole: it may have been erased since it was read. Undo and
 * redo name what history keeps, and may do so in a file that was saved from a damaged one. */
static gboolean
check_contents (SfStore *store, SfChangeSet *set, GError **error)
{
  for (guint i = 0; set->about == 0 && i < set->changes->len; i++)
    {
      SfChange *change = set->changes->pdata[i];
      gint64 content, size;

      if (change->operation != SF_CHANGE_INSERT || change->type != SF_TYPE_ATTACHMENT)
        continue;
      if (!sf_content_find (store, change->row[SF_ATTACHMENT_DIGEST].text, &content, &size, error))
        return FALSE;
      if (content != 0)
        continue;
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("A file that was here already was erased meanwhile. Nothing was "
                              "attached; please add it again."));
      return FALSE;
    }
  return TRUE;
}

/* What an erasure is of beside its subject. */
static gboolean
note_erased (SfStore *store, SfChangeSet *set, GError **error)
{
  for (guint i = 0; set->erased != NULL && i < set->changes->len; i++)
    {
      SfChange *change = set->changes->pdata[i];

      if (change->operation == SF_CHANGE_INSERT && change->type == SF_TYPE_ERASURE
          && !sf_erase_note_records (store, &change->record, set->erased, error))
        return FALSE;
    }
  return TRUE;
}

/* Inside a transaction; FALSE leaves it to be rolled back. */
static gboolean
write_all (SfStore *store, SfChangeSet *set, GError **error)
{
  /* every field that was asked for, also one that is as it was: its text is no draft any more */
  if (!delete_drafts (store, set, error) || !sf_seals_redact (store, set, error)
      || !find_old_values (store, set, error) || !sf_seals_check_shut (store, set, error))
    return FALSE;
  set->id = 0;
  return set->changes->len == 0
         || (check_contents (store, set, error) && sf_store_mark_open (store, error)
             && apply_changes (store, set, error)
             && (set->keyring == NULL
                 || sf_keyrings_put (store, &set->keyring_of, set->keyring, error))
             && note_erased (store, set, error) && sf_seals_put (store, set, error)
             && write_history (store, set, error));
}

gboolean
sf_step_write (SfStore *store, SfChangeSet *set, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (write_all (store, set, error))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

/* --- undo and redo ------------------------------------------------------------------------- */

/* The same change, turned round. */
static void
add_inverse (SfChangeSet *set, const SfChange *change)
{
  SfChangeOperation operation = change->operation;
  SfChange *inverse;

  if (operation != SF_CHANGE_SET)
    operation = operation == SF_CHANGE_INSERT ? SF_CHANGE_DELETE : SF_CHANGE_INSERT;
  inverse = sf_change_set_add (set, operation, change->type, &change->record);
  inverse->column = change->column;
  sf_value_copy (&inverse->new_value, &change->old_value);
  for (guint i = 0; operation == SF_CHANGE_INSERT && i < sf_change_count_columns (change); i++)
    sf_value_copy (&inverse->row[i], &change->row[i]);
}

/* The step by which @about was taken back the last time; 0 if it was done again since, or nothing
 * was written then. */
static gboolean
find_undo (SfStore *store, gint64 about, gint64 *undo, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT id, kind FROM step WHERE about = ? ORDER BY id DESC LIMIT 1",
                        error);
  gboolean row;

  *undo = 0;
  if (select == NULL)
    return FALSE;
  bind_int (select, 1, about);
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  if (row && g_strcmp0 ((const char *)sqlite3_column_text (select, 1), "undo") == 0)
    *undo = sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  return TRUE;
}

/* (transfer full): all changes of @original turned round */
static SfChangeSet *
invert (SfChangeSet *original, const char *kind)
{
  SfChangeSet *set = sf_change_set_new (original->label, kind);

  for (guint i = original->changes->len; i > 0; i--)
    add_inverse (set, original->changes->pdata[i - 1]);
  return set;
}

/* @set: (transfer full) */
static SfChangeSet *
write_replay (
    SfStore *store, SfChangeSet *set, gint64 about, const SfUuid *contributor, GError **error)
{
  g_autoptr (SfChangeSet) owned = set;

  owned->about = about;
  owned->contributor = *contributor;
  if (!sf_step_write (store, owned, error))
    return NULL;
  return g_steal_pointer (&owned);
}

SfChangeSet *
sf_step_undo (SfStore *store, gint64 about, const SfUuid *contributor, GError **error)
{
  g_autoptr (SfChangeSet) original = sf_step_load (store, about, error);

  if (original == NULL)
    return NULL;
  return write_replay (store, invert (original, "undo"), about, contributor, error);
}

/* What was taken away comes back as it was then, with what the program had found out of itself. */
SfChangeSet *
sf_step_redo (SfStore *store, gint64 about, const SfUuid *contributor, GError **error)
{
  g_autoptr (SfChangeSet) taken = NULL, set = NULL;
  gint64 undo;

  if (!find_undo (store, about, &undo, error))
    return NULL;
  taken = sf_step_load (store, undo != 0 ? undo : about, error);
  if (taken == NULL)
    return NULL;
  if (undo != 0)
    set = invert (taken, "redo");
  else
    {
      set = g_steal_pointer (&taken);
      set->kind = "redo";
    }
  return write_replay (store, g_steal_pointer (&set), about, contributor, error);
}

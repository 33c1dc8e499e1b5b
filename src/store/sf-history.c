/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-history.h"

#include "base/sf-error.h"
#include "store/sf-step-writer.h"

void
sf_step_name_clear (SfStepName *name)
{
  g_clear_pointer (&name->label, g_free);
}

static gboolean
pop (GArray *stack, gint64 id)
{
  if (stack->len == 0 || g_array_index (stack, SfStepName, stack->len - 1).id != id)
    return FALSE;
  g_array_set_size (stack, stack->len - 1);
  return TRUE;
}

static void
push (GArray *stack, gint64 id, const char *label)
{
  SfStepName name = { id, g_strdup (label) };

  g_array_append_val (stack, name);
}

static gboolean
is_by_program (sqlite3_stmt *select, int column)
{
  SfUuid by;

  return sf_sql_column_uuid (select, column, &by) && sf_uuid_equal (&by, sf_change_by_program ());
}

/**
 * sf_history_load_stacks:
 * @store: a store
 * @undo: (element-type SfStepName): empty; what can be undone, the next one last
 * @redo: (element-type SfStepName): empty; what can be redone
 * @error: return location for an #SfError
 *
 * Walks the steps as the user went: an edit can be undone and empties what could be redone; a
 * barrier (sign-off, migration, merge, erasure) empties both. What the program did of itself is
 * passed over.
 */
gboolean
sf_history_load_stacks (SfStore *store, GArray *undo, GArray *redo, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT id, kind, about, label, contributor FROM step ORDER BY id",
                        error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  for (;;)
    {
      const char *kind, *label;
      gint64 id, about;

      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      id = sqlite3_column_int64 (select, 0);
      kind = (const char *)sqlite3_column_text (select, 1);
      about = sqlite3_column_int64 (select, 2);
      label = (const char *)sqlite3_column_text (select, 3);
      if (g_str_equal (kind, "undo") && pop (undo, about))
        push (redo, about, label);
      else if (g_str_equal (kind, "redo") && pop (redo, about))
        push (undo, about, label);
      else if (!is_by_program (select, 4))
        {
          g_array_set_size (redo, 0);
          if (g_str_equal (kind, "edit"))
            push (undo, id, label);
          else
            g_array_set_size (undo, 0);
        }
    }
}

static void
sealed_change_free (gpointer data)
{
  SfSealedChange *change = data;

  g_clear_pointer (&change->before, g_bytes_unref);
  g_clear_pointer (&change->after, g_bytes_unref);
  g_free (change);
}

static GBytes *
dup_blob (sqlite3_stmt *select, int column)
{
  return sqlite3_column_type (select, column) == SQLITE_BLOB
             ? g_bytes_new (sqlite3_column_blob (select, column),
                            (gsize)sqlite3_column_bytes (select, column))
             : NULL;
}

GPtrArray *
sf_history_list_sealed (SfStore *store, gint64 step, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (sealed_change_free);
  sqlite3_stmt *select = sf_sql_prepare (sql,
                                         "SELECT record, old_value, new_value FROM change WHERE"
                                         " step = ? AND record_table = 'performance' AND field ="
                                         " 'sealed'",
                                         error);
  SfUuid record;
  gboolean row;

  if (select == NULL)
    return NULL;
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = step });
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&changes);
      if (sf_sql_column_uuid (select, 0, &record))
        {
          SfSealedChange *change = g_new0 (SfSealedChange, 1);

          change->record = record;
          change->before = dup_blob (select, 1);
          change->after = dup_blob (select, 2);
          g_ptr_array_add (changes, change);
        }
    }
}

/* --- drafts -------------------------------------------------------------------------------- */

void
sf_draft_free (SfDraft *draft)
{
  g_free (draft->text);
  g_free (draft->label);
  g_free (draft);
}

/**
 * sf_draft_put:
 * @store: a store
 * @draft: text that is being typed
 * @error: return location for an #SfError
 *
 * Writes the text over what was typed before into the same field, in a transaction of its own. Of a
 * record that is gone nothing is written: what was typed into something erased is erased, too.
 */
gboolean
sf_draft_put (SfStore *store, const SfDraft *draft, GError **error)
{
  SfRecordClass *klass = g_type_class_peek (draft->type);
  SfSql *sql = sf_store_get_sql (store);
  g_autofree char *text = g_strdup_printf (
      "INSERT INTO draft (record_table, record, field, value, label, contributor, at)"
      " SELECT ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM %s WHERE uuid = ?2)"
      " ON CONFLICT (record, field) DO UPDATE SET value = excluded.value, label = excluded.label,"
      " contributor = excluded.contributor, at = excluded.at",
      klass->table);
  sqlite3_stmt *put;

  if (!sf_sql_begin (sql, error))
    return FALSE;
  put = sf_sql_prepare (sql, text, error);
  if (put != NULL)
    {
      sf_sql_bind_text (put, 1, klass->table);
      sf_sql_bind_uuid (put, 2, &draft->record);
      sf_sql_bind_text (put, 3, klass->columns[draft->column].name);
      sf_sql_bind_text (put, 4, draft->text);
      sf_sql_bind_text (put, 5, draft->label);
      sf_sql_bind_uuid (put, 6, sf_uuid_is_nil (&draft->contributor) ? NULL : &draft->contributor);
      sf_sql_bind_value (put, 7,
                         &(SfValue){ .type = SF_VALUE_INT, .integer = g_get_real_time () / 1000 });
      if (sf_store_mark_open (store, error) && sf_sql_run (sql, put, error))
        return sf_sql_commit (sql, error);
    }
  sf_sql_rollback (sql);
  return FALSE;
}

static SfDraft *
read_draft (sqlite3_stmt *select)
{
  SfDraft *draft = g_new0 (SfDraft, 1);
  const char *table = (const char *)sqlite3_column_text (select, 0);
  int column = -1;

  draft->type = sf_model_find_record_type (table);
  if (draft->type != G_TYPE_INVALID && sf_sql_column_uuid (select, 1, &draft->record))
    column = sf_record_class_find_column (g_type_class_peek (draft->type),
                                          (const char *)sqlite3_column_text (select, 2));
  if (column < 0)
    draft->type = G_TYPE_INVALID;
  else
    draft->column = (guint)column;
  draft->text = g_strdup ((const char *)sqlite3_column_text (select, 3));
  draft->label = g_strdup ((const char *)sqlite3_column_text (select, 4));
  sf_sql_column_uuid (select, 5, &draft->contributor);
  return draft;
}

GPtrArray *
sf_draft_list (SfStore *store, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_draft_free);
  sqlite3_stmt *select = sf_sql_prepare (
      sql, "SELECT record_table, record, field, value, label, contributor FROM draft ORDER BY at",
      error);
  gboolean row;

  if (select == NULL)
    return NULL;
  for (;;)
    {
      SfDraft *draft;

      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&drafts);
      draft = read_draft (select);
      if (draft->type != G_TYPE_INVALID)
        g_ptr_array_add (drafts, draft);
      else
        sf_draft_free (draft);
    }
}

/**
 * sf_draft_recover:
 * @store: a store
 * @n_recovered: (out): how many became steps
 * @error: return location for an #SfError
 *
 * At opening: what was being typed when the program ended becomes a step each. A draft whose
 * record is gone stays behind and is dropped.
 */
gboolean
sf_draft_recover (SfStore *store, guint *n_recovered, GError **error)
{
  g_autoptr (GPtrArray) drafts = sf_draft_list (store, error);

  *n_recovered = 0;
  if (drafts == NULL)
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    {
      SfDraft *draft = drafts->pdata[i];
      g_autoptr (SfChangeSet) set = sf_change_set_new (draft->label, "edit");
      g_auto (SfValue) value = SF_VALUE_INIT;
      g_autoptr (GError) local = NULL;

      if (*draft->text != '\0')
        sf_value_set_text (&value, draft->text);
      sf_change_set_put (set, draft->type, &draft->record, draft->column, &value);
      set->contributor = draft->contributor;
      if (sf_step_write (store, set, &local))
        *n_recovered += set->id != 0;
      /* INVALID: its evaluation is under seal */
      else if (!g_error_matches (local, SF_ERROR, SF_ERROR_NOT_FOUND)
               && !g_error_matches (local, SF_ERROR, SF_ERROR_INVALID))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return drafts->len == 0 || sf_sql_exec (sf_store_get_sql (store), "DELETE FROM draft", error);
}

/* --- for showing ---------------------------------------------------------------------------- */

void
sf_past_step_free (SfPastStep *step)
{
  g_clear_pointer (&step->changes, sf_change_set_free);
  g_free (step->label);
  g_free (step->kind);
  g_free (step);
}

static sqlite3_stmt *
select_steps (SfStore *store, const SfUuid *record, gint64 before, guint limit, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (
      sql,
      record != NULL ? "SELECT id, at, label, kind, contributor FROM step WHERE id < ?1 AND id IN"
                       " (SELECT step FROM change WHERE record = ?3) ORDER BY id DESC LIMIT ?2"
                     : "SELECT id, at, label, kind, contributor FROM step WHERE id < ?1"
                       " ORDER BY id DESC LIMIT ?2",
      error);

  if (select == NULL)
    return NULL;
  sf_sql_bind_value (select, 1,
                     &(SfValue){ .type = SF_VALUE_INT,
                                 .integer = before > 0 ? before : G_MAXINT64 });
  sf_sql_bind_value (select, 2, &(SfValue){ .type = SF_VALUE_INT, .integer = limit });
  if (record != NULL)
    sf_sql_bind_uuid (select, 3, record);
  return select;
}

static gboolean
load_changes (SfStore *store, GPtrArray *steps, GError **error)
{
  for (guint i = 0; i < steps->len; i++)
    {
      SfPastStep *step = steps->pdata[i];

      step->changes = sf_step_load (store, step->id, error);
      if (step->changes == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * sf_history_list:
 * @store: a store
 * @record: (nullable): whose history; %NULL for everything
 * @before: only steps older than this number; 0 for all
 * @limit: the most steps wanted
 * @error: return location for an #SfError
 *
 * Returns: (transfer full) (element-type SfPastStep): newest first
 */
GPtrArray *
sf_history_list (SfStore *store, const SfUuid *record, gint64 before, guint limit, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = select_steps (store, record, before, limit, error);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_past_step_free);
  gboolean row;

  if (select == NULL)
    return NULL;
  for (;;)
    {
      SfPastStep *step;

      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        break;
      step = g_new0 (SfPastStep, 1);

      step->id = sqlite3_column_int64 (select, 0);
      step->at = sqlite3_column_int64 (select, 1);
      step->label = g_strdup ((const char *)sqlite3_column_text (select, 2));
      step->kind = g_strdup ((const char *)sqlite3_column_text (select, 3));
      sf_sql_column_uuid (select, 4, &step->contributor);
      g_ptr_array_add (steps, step);
    }
  if (!load_changes (store, steps, error))
    return NULL;
  return g_steal_pointer (&steps);
}

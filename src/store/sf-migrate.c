/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "store/sf-migrate.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "store/sf-backup-copy.h"
#include "store/sf-backup-folder.h"

#include <glib/gi18n-lib.h>

static const SfMigration *
find_migration (const SfMigration *migrations, guint n_migrations, guint from)
{
  for (guint i = 0; i < n_migrations; i++)
    if (migrations[i].from == from)
      return &migrations[i];
  return NULL;
}

static gboolean
remember_backup (SfStore *store, const SfBackupCopy *copy, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *insert
      = sf_sql_prepare (sql,
                        "INSERT INTO backup (made_at, reason, path, size, judgements, files,"
                        " checked) VALUES (?, ?, ?, ?, ?, ?, 1)",
                        error);

  if (insert == NULL)
    return FALSE;
  sf_sql_bind_value (insert, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = copy->made_at });
  sf_sql_bind_text (insert, 2, copy->reason);
  sf_sql_bind_text (insert, 3, copy->path);
  sf_sql_bind_value (insert, 4, &(SfValue){ .type = SF_VALUE_INT, .integer = copy->size });
  sf_sql_bind_value (insert, 5, &(SfValue){ .type = SF_VALUE_INT, .integer = copy->judgements });
  sf_sql_bind_value (insert, 6, &(SfValue){ .type = SF_VALUE_INT, .integer = copy->files });
  return sf_sql_run (sql, insert, error);
}

/* In a transaction. */
static gboolean
run_all (SfStore *store,
         guint version,
         guint target,
         const SfMigration *migrations,
         guint n_migrations,
         GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %u", target);

  for (guint at = version; at < target; at++)
    {
      const SfMigration *migration = find_migration (migrations, n_migrations, at);

      if (migration == NULL)
        {
          g_set_error (error, SF_ERROR, SF_ERROR_FAILED,
                       _ ("This program cannot bring a centre file of version %u up to date. The "
                          "file was left as it is."),
                       at);
          return FALSE;
        }
      if (!migration->run (sql, at + 1, error))
        return FALSE;
    }
  return sf_store_mark_open (store, error) && sf_sql_exec (sql, mark, error);
}

gboolean
sf_migrate_with (SfStore *store,
                 guint version,
                 guint target,
                 const SfMigration *migrations,
                 guint n_migrations,
                 const char *backup_path,
                 GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (SfBackupCopy) copy = NULL;

  if (version > target)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_NEW,
                           _ ("This centre file was written by a newer version of Sixfold. It was "
                              "left as it is; install the newer version."));
      return FALSE;
    }
  if (version == target)
    return TRUE;
  copy = sf_backup_copy_make (store, backup_path, "migration", error);
  if (copy == NULL || !sf_sql_begin (sql, error))
    return FALSE;
  if (run_all (store, version, target, migrations, n_migrations, error)
      && remember_backup (store, copy, error))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

/* The next schema; a program that knows none so new must not read the file, for it would print what
 * it does not know to be kept back. */
static gboolean
bring_up (SfSql *sql, guint to, GError **error)
{
  g_autofree char *reader = g_strdup_printf ("UPDATE workbook SET least_reader = %u", to);

  return sf_store_apply_schema (sql, to, error) && sf_sql_exec (sql, reader, error);
}

static const SfMigration all[]
    = { { 1, bring_up }, { 2, bring_up },  { 3, bring_up }, { 4, bring_up },
        { 5, bring_up }, { 6, bring_up },  { 7, bring_up }, { 8, bring_up },
        { 9, bring_up }, { 10, bring_up }, { 11, bring_up } };

/**
 * sf_migrate_store:
 * @store: a store that can be written
 * @version: the version of its schema
 * @error: return location for an #SfError; the file is as it was then
 *
 * Brings the file to %SF_STORE_VERSION, after a backup into the program's folder.
 */
gboolean
sf_migrate_store (SfStore *store, guint version, GError **error)
{
  const SfUuid *uuid = sf_store_get_uuid (store);
  const char *file = sqlite3_db_filename (sf_sql_get_handle (sf_store_get_sql (store)), "main");
  g_autofree char *path = NULL;

  if (version == SF_STORE_VERSION)
    return TRUE;
  path = sf_backup_folder_new_path (uuid, sf_clock_now (), error);
  return path != NULL && sf_backup_folder_note_origin (uuid, file, error)
         && sf_migrate_with (store, version, SF_STORE_VERSION, all, G_N_ELEMENTS (all), path,
                             error);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-record-check.h"

#include "base/sf-text.h"
#include "store/sf-mapper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Digests of values, cut short: nobody finds another value for half of a SHA-256. */
#define DIGEST 16
#define SOME 500

/* A record as history has it. */
typedef struct
{
  SfUuid uuid;
  GType type;
  gboolean is_deleted;
  gboolean is_erased;  /* history tells of it, and not what */
  gboolean is_unknown; /* what it was made with is erased */
  gboolean seen;
  guint8 *digests; /* of each column */
  gboolean *unknown;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->digests);
  g_free (known->unknown);
  g_free (known);
}

static SfRecordClass *
class_of (GType type)
{
  return g_type_class_peek (type);
}

/* --- names ------------------------------------------------------------------------------------ */

char *
sf_record_check_name (SfRecordClass *klass, const SfUuid *record, const SfValue *row)
{
  static const char *const names[] = { "title", "name", "statement_code", "area_code", "person" };
  g_autofree char *label = sf_text_upper_first (_ (klass->label));
  g_autofree char *uuid = NULL;

  for (guint i = 0; row != NULL && i < G_N_ELEMENTS (names); i++)
    {
      int column = sf_record_class_find_column (klass, names[i]);

      if (column >= 0 && row[column].type == SF_VALUE_TEXT)
        /* Translators: what it is, then what it is called */
        return g_strdup_printf (_ ("%s “%s”"), label, row[column].text);
    }
  uuid = sf_uuid_to_string (record);
  return g_strdup_printf (_ ("%s “%s”"), label, uuid);
}

/* --- what history has ------------------------------------------------------------------------- */

/* A reference counts as the bytes of the UUID, as history keeps it. */
static void
digest_value (const SfValue *value, guint8 *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_auto (SfValue) canonical = SF_VALUE_INIT;
  guint8 whole[32];
  gsize length = sizeof whole;

  sf_seal_form_canonical (&canonical, value);
  sf_value_digest (&canonical, checksum);
  g_checksum_get_digest (checksum, whole, &length);
  memcpy (digest, whole, DIGEST);
}

static Known *
find_known (GHashTable *all, GType type, const SfUuid *uuid)
{
  Known *known = g_hash_table_lookup (all, uuid);
  guint n = class_of (type)->n_columns;

  if (known != NULL)
    return known;
  known = g_new0 (Known, 1);
  known->uuid = *uuid;
  known->type = type;
  known->digests = g_new0 (guint8, n * DIGEST);
  known->unknown = g_new0 (gboolean, n);
  g_hash_table_insert (all, &known->uuid, known);
  return known;
}

static void
take_row (Known *known, sqlite3_stmt *select)
{
  g_autoptr (SfChangeSet) set = sf_change_set_new ("", "edit");
  SfChange *row = sf_change_set_add (set, SF_CHANGE_INSERT, known->type, &known->uuid);
  g_autoptr (GBytes) packed
      = g_bytes_new (sqlite3_column_blob (select, 5), (gsize)sqlite3_column_bytes (select, 5));

  known->is_unknown = !sf_change_unpack_row (row, packed);
  for (guint i = 0; i < sf_change_count_columns (row); i++)
    {
      digest_value (&row->row[i], known->digests + i * DIGEST);
      known->unknown[i] = known->is_unknown;
    }
}

static void
forget_row (Known *known)
{
  known->is_erased = known->is_unknown = TRUE;
  for (guint i = 0; i < class_of (known->type)->n_columns; i++)
    known->unknown[i] = TRUE;
}

static void
take_field (Known *known, int column, gboolean is_erased, sqlite3_stmt *select)
{
  g_auto (SfValue) value = SF_VALUE_INIT;

  known->unknown[column] = is_erased;
  known->is_erased = known->is_erased || is_erased;
  sf_sql_column_value (select, 4, &value);
  digest_value (&value, known->digests + column * DIGEST);
}

/* operation, record_table, record, field, new_value, packed, salt from column 0 on */
static void
take_change (GHashTable *all, sqlite3_stmt *select)
{
  const char *operation = (const char *)sqlite3_column_text (select, 0);
  const char *table = (const char *)sqlite3_column_text (select, 1);
  const char *field = (const char *)sqlite3_column_text (select, 3);
  GType type = table != NULL ? sf_model_find_record_type (table) : G_TYPE_INVALID;
  gboolean is_erased = sqlite3_column_type (select, 6) == SQLITE_NULL;
  Known *known;
  SfUuid uuid;
  int column;

  /* the chain names what is no change at all */
  if (operation == NULL || type == G_TYPE_INVALID || !sf_sql_column_uuid (select, 2, &uuid))
    return;
  known = find_known (all, type, &uuid);
  if (known->type != type)
    return;
  if (g_str_equal (operation, "set"))
    {
      column = field != NULL ? sf_record_class_find_column (class_of (type), field) : -1;
      if (column >= 0)
        take_field (known, column, is_erased, select);
      return;
    }
  known->is_deleted = g_str_equal (operation, "delete");
  if (is_erased)
    forget_row (known);
  else if (!known->is_deleted)
    take_row (known, select);
}

static gboolean
read_history (SfSql *sql, GHashTable *all, GError **error)
{
  sqlite3_stmt *select
      = sf_sql_prepare (sql,
                        "SELECT operation, record_table, record, field, new_value, packed, salt"
                        " FROM change ORDER BY id",
                        error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      take_change (all, select);
    }
}

/* --- what there is ---------------------------------------------------------------------------- */

/* What changes without a step: when an erasure was finished, and which cycle came before one that
 * is erased. */
static gboolean
is_passed_over (GType type, guint column, const SfValue *value)
{
  return (type == SF_TYPE_ERASURE && column == SF_ERASURE_FINISHED_AT)
         || (type == SF_TYPE_PERFORMANCE_RECORD && column == SF_PERFORMANCE_RECORD_PREDECESSOR
             && value->type == SF_VALUE_NULL);
}

static const SfValue *
get_row (SfRecord *record)
{
  return sf_record_get_nth (record, 0);
}

static void
compare_record (SfRecord *record, const Known *known, GPtrArray *problems)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const SfValue *value = sf_record_get_nth (record, i);
      guint8 digest[DIGEST];
      g_autofree char *name = NULL;

      if (known->unknown[i] || is_passed_over (known->type, i, value))
        continue;
      digest_value (value, digest);
      if (memcmp (digest, known->digests + i * DIGEST, DIGEST) == 0)
        continue;
      name = sf_record_check_name (klass, sf_record_get_uuid (record), get_row (record));
      /* Translators: a record, "A judgement “LLD-S3”", and a field of it, "Level" */
      g_ptr_array_add (problems,
                       g_strdup_printf (_ ("%s: “%s” is not as the history has it. It was changed "
                                           "in the file by something else than Sixfold."),
                                        name, sf_record_class_get_heading (klass, i)));
    }
}

static void
look_at (SfRecord *record, GHashTable *all, GPtrArray *problems)
{
  const SfUuid *uuid = sf_record_get_uuid (record);
  Known *known = g_hash_table_lookup (all, uuid);
  g_autofree char *name = NULL;

  if (known != NULL)
    known->seen = TRUE;
  if (known != NULL && known->type == G_OBJECT_TYPE (record) && !known->is_deleted)
    {
      compare_record (record, known, problems);
      if (!known->is_erased || SF_IS_JUDGEMENT (record))
        return;
      /* what is erased is taken out of the file; only judgements of the head live on */
      name = sf_record_check_name (SF_RECORD_GET_CLASS (record), uuid, get_row (record));
      g_ptr_array_add (problems, g_strdup_printf (_ ("Part of the history of this is gone, though "
                                                     "it was not erased: %s."),
                                                  name));
      return;
    }
  /* a backup that was cleaned tells of the erasure, and its history does not */
  if (SF_IS_ERASURE (record))
    return;
  name = sf_record_check_name (SF_RECORD_GET_CLASS (record), uuid, get_row (record));
  g_ptr_array_add (problems, g_strdup_printf (_ ("%s is in the file, and the history does not know "
                                                 "how it came there."),
                                              name));
}

static gboolean
look_at_table (SfStore *store, GType type, GHashTable *all, GPtrArray *problems, GError **error)
{
  gint64 after = 0;

  for (;;)
    {
      g_autoptr (GPtrArray) some = sf_mapper_read_some (store, type, &after, SOME, error);

      if (some == NULL)
        return FALSE;
      for (guint i = 0; i < some->len; i++)
        look_at (some->pdata[i], all, problems);
      if (some->len < SOME)
        return TRUE;
    }
}

static void
list_missing (GHashTable *all, GPtrArray *problems)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Known *known = value;
      g_autofree char *name = NULL;

      if (known->seen || known->is_deleted || known->is_erased)
        continue;
      name = sf_record_check_name (class_of (known->type), &known->uuid, NULL);
      g_ptr_array_add (problems, g_strdup_printf (_ ("%s is missing: the history does not say that "
                                                     "it was taken away."),
                                                  name));
    }
}

/* --- references ---------------------------------------------------------------------------------
 */

/* One that names nothing is read as none, so neither history nor seal would miss it. */
static gboolean
name_dangling (
    SfStore *store, const char *table, gint64 rowid, const char *parent, GPtrArray *problems)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autofree char *query = g_strdup_printf ("SELECT uuid FROM \"%s\" WHERE rowid = ?", table);
  GType type = sf_model_find_record_type (table);
  SfRecordClass *klass = type != G_TYPE_INVALID ? class_of (type) : NULL;
  sqlite3_stmt *select = klass != NULL ? sf_sql_prepare (sql, query, NULL) : NULL;
  g_autoptr (SfChangeSet) set = sf_change_set_new ("", "edit");
  g_autofree char *name = NULL;
  SfChange *row = NULL;
  gboolean found = FALSE;
  SfUuid uuid;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, rowid);
  if (!sf_sql_step (sql, select, &found, NULL) || !found || !sf_sql_column_uuid (select, 0, &uuid))
    return FALSE;
  sqlite3_reset (select);
  row = sf_change_set_add (set, SF_CHANGE_DELETE, type, &uuid);
  if (!sf_mapper_read_old (store, row, NULL))
    return FALSE;
  name = sf_record_check_name (klass, &uuid, row->row);
  for (guint i = 0; i < klass->n_columns; i++)
    if (g_strcmp0 (klass->columns[i].references, parent) == 0 && row->row[i].type == SF_VALUE_NULL)
      g_ptr_array_add (problems, g_strdup_printf (_ ("%s: “%s” names something that is not there."),
                                                  name, sf_record_class_get_heading (klass, i)));
  return TRUE;
}

static gboolean
check_references (SfStore *store, GPtrArray *problems, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql, "PRAGMA foreign_key_check", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  for (;;)
    {
      const char *table, *parent;

      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      table = (const char *)sqlite3_column_text (select, 0);
      parent = (const char *)sqlite3_column_text (select, 2);
      if (!name_dangling (store, table, sqlite3_column_int64 (select, 1), parent, problems))
        g_ptr_array_add (
            problems,
            g_strdup_printf (_ ("In the table “%s” something refers to what is not there."),
                             table));
    }
}

/* --- indexes ------------------------------------------------------------------------------------
 */

/* Contents of up to so many bytes are looked at, too; of more, their digests are enough. */
#define MOST_CONTENTS (G_GINT64_CONSTANT (32) << 20)

static gboolean
list_tables (SfSql *sql, GPtrArray *tables, GError **error)
{
  sqlite3_stmt *select
      = sf_sql_prepare (sql,
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE"
                        " 'extract%' AND (name <> 'chunk' OR (SELECT ifnull (sum (size), 0) FROM"
                        " content) < ?)",
                        error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = MOST_CONTENTS });
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      g_ptr_array_add (tables, g_strdup ((const char *)sqlite3_column_text (select, 0)));
    }
}

static gboolean
is_whole (SfSql *sql, const char *table, gboolean *whole, GError **error)
{
  char *query = sqlite3_mprintf ("PRAGMA integrity_check (%Q)", table);
  sqlite3_stmt *check = NULL;
  int code = sqlite3_prepare_v2 (sf_sql_get_handle (sql), query, -1, &check, NULL);

  sqlite3_free (query);
  if (code == SQLITE_OK)
    code = sqlite3_step (check);
  *whole
      = code == SQLITE_ROW && g_strcmp0 ((const char *)sqlite3_column_text (check, 0), "ok") == 0;
  sqlite3_finalize (check);
  if (code == SQLITE_ROW || code == SQLITE_CORRUPT)
    return TRUE;
  sf_sql_set_error (sql, code, error);
  return FALSE;
}

/* A value is often read from an index: what the table says beside it would go unnoticed. */
static gboolean
check_indexes (SfSql *sql, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);

  if (!list_tables (sql, tables, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      gboolean whole;

      if (!is_whole (sql, tables->pdata[i], &whole, error))
        return FALSE;
      if (!whole)
        g_ptr_array_add (problems,
                         g_strdup_printf (_ ("The table “%s” and its indexes do not say the "
                                             "same: it was changed by something else than "
                                             "Sixfold, or is damaged."),
                                          (char *)tables->pdata[i]));
    }
  return TRUE;
}

gboolean
sf_record_check_run (SfStore *store, GPtrArray *problems, GError **error)
{
  g_autoptr (GHashTable) all
      = g_hash_table_new_full (sf_uuid_hash, sf_uuid_equal, NULL, known_free);
  guint n;
  const GType *types = sf_model_get_record_types (&n);

  if (!read_history (sf_store_get_sql (store), all, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (sf_sql_has_table (sf_store_get_sql (store), class_of (types[i])->table)
        && !look_at_table (store, types[i], all, problems, error))
      return FALSE;
  list_missing (all, problems);
  return check_references (store, problems, error)
         && check_indexes (sf_store_get_sql (store), problems, error);
}

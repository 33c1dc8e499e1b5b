/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "store-helpers.h"

/* The schema against the column tables: what the one says the other must say. */

static const char *
sql_type (SfColumnType type)
{
  switch (type)
    {
    case SF_COLUMN_REAL:
      return "REAL";
    case SF_COLUMN_TEXT:
    case SF_COLUMN_DATE:
      return "TEXT";
    case SF_COLUMN_BLOB:
      return "BLOB";
    default:
      return "INTEGER";
    }
}

static sqlite3_stmt *
prepare (SfStore *store, const char *query, const char *table)
{
  g_autofree char *text = g_strdup_printf (query, table);
  sqlite3_stmt *select = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (sf_sql_get_handle (sf_store_get_sql (store)), text, -1,
                                       &select, NULL),
                   ==, SQLITE_OK);
  return select;
}

static void
check_columns (SfStore *store, SfRecordClass *klass)
{
  sqlite3_stmt *select = prepare (store, "PRAGMA table_info (%s)", klass->table);

  for (guint i = 0; i < klass->n_columns + 2; i++)
    {
      const SfColumn *column = i >= 2 ? &klass->columns[i - 2] : NULL;
      const char *name, *type;
      gboolean nullable;

      g_assert_cmpint (sqlite3_step (select), ==, SQLITE_ROW);
      name = (const char *)sqlite3_column_text (select, 1);
      type = (const char *)sqlite3_column_text (select, 2);
      nullable = sqlite3_column_int (select, 3) == 0;
      if (column == NULL)
        {
          g_assert_cmpstr (name, ==, i == 0 ? "id" : "uuid");
          continue;
        }
      g_test_message ("%s.%s", klass->table, name);
      g_assert_cmpstr (name, ==, column->name);
      g_assert_cmpstr (type, ==, sql_type (column->type));
      g_assert_cmpint (nullable, ==, (column->flags & SF_COLUMN_NULLABLE) != 0);
    }
  g_assert_cmpint (sqlite3_step (select), ==, SQLITE_DONE);
  sqlite3_finalize (select);
}

static gboolean
has_index (SfStore *store, const char *table, const char *column)
{
  g_autofree char *query = g_strdup_printf (
      "SELECT count (*) FROM pragma_index_list ('%s') AS l WHERE l.partial = 0 AND"
      " (SELECT name FROM pragma_index_info (l.name) WHERE seqno = 0) = '%s'",
      table, column);

  return get_int (store, query) > 0;
}

static void
check_references (SfStore *store, SfRecordClass *klass)
{
  guint expected = 0;
  gint64 found;
  g_autofree char *count
      = g_strdup_printf ("SELECT count (*) FROM pragma_foreign_key_list ('%s')", klass->table);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const SfColumn *column = &klass->columns[i];
      g_autofree char *query = g_strdup_printf (
          "SELECT count (*) FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s' AND"
          " \"table\" = '%s' AND \"to\" = 'id'",
          klass->table, column->name, column->references);

      if (column->type != SF_COLUMN_REF)
        continue;
      expected++;
      g_assert_cmpint (get_int (store, query), ==, 1);
      g_assert_true (has_index (store, klass->table, column->name));
    }
  found = get_int (store, count);
  g_assert_cmpint (found, ==, expected);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  guint n;
  const GType *types = sf_model_get_record_types (&n);

  g_assert_cmpuint (n, ==, 32);
  for (guint i = 0; i < n; i++)
    {
      check_columns (fixture->store, g_type_class_peek (types[i]));
      check_references (fixture->store, g_type_class_peek (types[i]));
    }
}

/* Every table is STRICT; every child column of any table is indexed. */
static void
test_tables (Fixture *fixture, gconstpointer data)
{
  sqlite3_stmt *select;

  g_assert_cmpint (get_int (fixture->store,
                            "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND"
                            " name NOT LIKE 'sqlite_%' AND type = 'table' AND strict = 0"),
                   ==, 0);
  select = prepare (fixture->store,
                    "SELECT m.name, k.\"from\" FROM %s AS m, pragma_foreign_key_list (m.name) AS k"
                    " WHERE m.type = 'table'",
                    "sqlite_schema");
  while (sqlite3_step (select) == SQLITE_ROW)
    {
      const char *table = (const char *)sqlite3_column_text (select, 0);
      const char *column = (const char *)sqlite3_column_text (select, 1);

      g_test_message ("%s.%s", table, column);
      g_assert_true (has_index (fixture->store, table, column));
    }
  sqlite3_finalize (select);
}

static void
test_pragmas (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    gint64 value;
  } expected[] = {
    { "PRAGMA page_size", 4096 },
    { "PRAGMA auto_vacuum", 2 },
    { "PRAGMA synchronous", 2 },
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA secure_delete", 1 },
    { "PRAGMA recursive_triggers", 1 },
    { "PRAGMA application_id", 0x53784664 },
    { "PRAGMA user_version", SF_STORE_VERSION },
  };
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (get_int (fixture->store, expected[i].query), ==, expected[i].value);
  reopen (fixture);
  g_assert_cmpint (get_int (fixture->store, "SELECT journal_mode = 'truncate' FROM"
                                            " pragma_journal_mode"),
                   ==, 1);
  g_assert_cmpint (get_int (fixture->store, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* What the file itself turns away. */
static void
test_checks (Fixture *fixture, gconstpointer data)
{
  static const char *const refused[] = {
    "INSERT INTO centre (uuid, name, position) VALUES (zeroblob (16), '  ', 1)",
    "INSERT INTO centre (uuid, name, position) VALUES (zeroblob (15), 'A', 1)",
    "INSERT INTO centre (uuid, name, position) VALUES (zeroblob (16), 'A', 'first')",
    "INSERT INTO centre (uuid, name, position, families_in_reach)"
    " VALUES (zeroblob (16), 'A', 1, -1)",
    "INSERT INTO contributor (uuid, name, kind) VALUES (zeroblob (16), 'A', 'friend')",
    "INSERT INTO framework (uuid, identifier, edition, title, xml)"
    " VALUES (zeroblob (16), 'a', 'b', 'c', 'text, not bytes')",
    "INSERT INTO evaluation (uuid, centre, framework, title, starts_on, ends_on)"
    " VALUES (zeroblob (16), 99, 99, 'A', '2026-04-01', '2027-03-31')",
    "INSERT INTO evidence (uuid, centre, title, kind, added_on, sensitivity)"
    " VALUES (zeroblob (16), 1, 'A', 'document', '2026-02-30', 'centre')",
    "INSERT INTO content (size, complete) VALUES (0, 1)",
    "INSERT INTO workbook (id, uuid, copy, created_at, least_reader)"
    " VALUES (2, zeroblob (16), zeroblob (16), 0, 1)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_false (sf_sql_exec (sf_store_get_sql (fixture->store), refused[i], &error));
      g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/schema/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/store/schema/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/store/schema/pragmas", Fixture, NULL, set_up, test_pragmas, tear_down);
  g_test_add ("/store/schema/checks", Fixture, NULL, set_up, test_checks, tear_down);
  return run_tests_in_own_home ();
}

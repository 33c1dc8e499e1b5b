/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "seal-helpers.h"

#include "base/sf-text.h"

/* Somebody changes the file by other means: whatever they change of data, report, signature or
 * history is named. The workbook stays open, and the file is changed beside it. */

/* By default some rows of each table; with SIXFOLD_FULL=1 each. */
static guint
how_many (void)
{
  return g_strcmp0 (g_getenv ("SIXFOLD_FULL"), "1") == 0 ? G_MAXUINT : 2;
}

typedef struct
{
  Bench *bench;
  sqlite3 *db;
  guint n; /* what was changed so far */
} Attack;

static void
run (Attack *attack, const char *text)
{
  char *message = NULL;

  if (sqlite3_exec (attack->db, text, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", text, message);
}

static void
begin_attack (Attack *attack, Bench *bench)
{
  attack->bench = bench;
  attack->n = 0;
  g_assert_cmpint (sqlite3_open (bench->centre.path, &attack->db), ==, SQLITE_OK);
  run (attack, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
               "PRAGMA synchronous = OFF;");
}

static void
end_attack (Attack *attack)
{
  assert_verified (attack->bench);
  g_test_message ("%u changes", attack->n);
  sqlite3_close (attack->db);
}

static sqlite3_stmt *prepare (Attack *attack, const char *format, ...) G_GNUC_PRINTF (2, 3);

static sqlite3_stmt *
prepare (Attack *attack, const char *format, ...)
{
  g_autofree char *text = NULL;
  sqlite3_stmt *statement = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (sqlite3_prepare_v2 (attack->db, text, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", text, sqlite3_errmsg (attack->db));
  return statement;
}

/* A value like @value with one byte changed; of nothing, the least that the column may hold. */
static void
bind_changed (sqlite3_stmt *update, sqlite3_value *value, const char *type, guint by)
{
  int length = sqlite3_value_bytes (value);
  g_autofree guint8 *copy = g_memdup2 (sqlite3_value_blob (value), (gsize)length);

  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      sqlite3_bind_int64 (update, 1, sqlite3_value_int64 (value) + by);
      return;
    case SQLITE_FLOAT:
      sqlite3_bind_double (update, 1, sqlite3_value_double (value) + 1);
      return;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      if (length > 0)
        copy[length - 1] ^= 1;
      if (sqlite3_value_type (value) == SQLITE_BLOB)
        sqlite3_bind_blob (update, 1, copy, length, SQLITE_TRANSIENT);
      else
        sqlite3_bind_text (update, 1, (char *)copy, length, SQLITE_TRANSIENT);
      return;
    default:
      if (g_str_equal (type, "BLOB"))
        sqlite3_bind_blob (update, 1, "0123456789abcdef0123456789abcdef", 32, SQLITE_TRANSIENT);
      else if (g_str_equal (type, "TEXT"))
        sqlite3_bind_text (update, 1, "x", -1, SQLITE_STATIC);
      else
        sqlite3_bind_int64 (update, 1, by);
    }
}

static void
put (Attack *attack, const char *table, const char *column, gint64 row, sqlite3_value *value)
{
  sqlite3_stmt *update = prepare (attack, "UPDATE %s SET %s = ?1 WHERE rowid = ?2", table, column);

  sqlite3_bind_value (update, 1, value);
  sqlite3_bind_int64 (update, 2, row);
  g_assert_cmpint (sqlite3_step (update), ==, SQLITE_DONE);
  sqlite3_finalize (update);
}

/* One that another row stands in the way of is tried again, further off. */
static gboolean
change (Attack *attack, const char *table, const char *column, gint64 row, sqlite3_value *value)
{
  sqlite3_stmt *info
      = prepare (attack, "SELECT type FROM pragma_table_info ('%s') WHERE name = '%s'", table,
                 column);
  static const guint steps[] = { 1, 7, 1000 };
  gboolean done = FALSE;

  g_assert_cmpint (sqlite3_step (info), ==, SQLITE_ROW);
  for (guint i = 0; !done && i < G_N_ELEMENTS (steps); i++)
    {
      sqlite3_stmt *update
          = prepare (attack, "UPDATE %s SET %s = ?1 WHERE rowid = ?2", table, column);

      bind_changed (update, value, (const char *)sqlite3_column_text (info, 0), steps[i]);
      sqlite3_bind_int64 (update, 2, row);
      done = sqlite3_step (update) == SQLITE_DONE;
      sqlite3_finalize (update);
    }
  sqlite3_finalize (info);
  return done;
}

static void
attack_cell (Attack *attack,
             const char *table,
             const char *column,
             gint64 row,
             SfSealFaultKind kind,
             const char *word)
{
  sqlite3_stmt *select
      = prepare (attack, "SELECT %s FROM %s WHERE rowid = %" G_GINT64_FORMAT, column, table, row);
  sqlite3_value *before;

  g_assert_cmpint (sqlite3_step (select), ==, SQLITE_ROW);
  before = sqlite3_value_dup (sqlite3_column_value (select, 0));
  sqlite3_finalize (select);
  if (!change (attack, table, column, row, before))
    g_error ("%s.%s could not be changed", table, column);
  attack->n++;
  if (!is_named (attack->bench, (int)kind, word))
    g_error ("a change of %s.%s in row %" G_GINT64_FORMAT " was not named (%s)", table, column, row,
             word != NULL ? word : "any");
  put (attack, table, column, row, before);
  sqlite3_value_free (before);
}

/* Rows from both ends. */
static GArray *
list_rows (Attack *attack, const char *table, const char *where)
{
  sqlite3_stmt *select
      = prepare (attack, "SELECT rowid FROM %s WHERE %s ORDER BY rowid", table, where);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (sqlite3_step (select) == SQLITE_ROW)
    {
      gint64 row = sqlite3_column_int64 (select, 0);

      g_array_append_val (rows, row);
    }
  sqlite3_finalize (select);
  if (rows->len > how_many ())
    g_array_remove_range (rows, 1, rows->len - how_many ());
  return rows;
}

static char **
list_columns (Attack *attack, const char *table)
{
  sqlite3_stmt *select = prepare (attack, "SELECT name FROM pragma_table_info ('%s')", table);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  /* an id is an identity inside the file alone */
  while (sqlite3_step (select) == SQLITE_ROW)
    if (strcmp ((const char *)sqlite3_column_text (select, 0), "id") != 0)
      g_strv_builder_add (names, (const char *)sqlite3_column_text (select, 0));
  sqlite3_finalize (select);
  return g_strv_builder_end (names);
}

static void
attack_table (Attack *attack, const char *table, const char *where, int kind)
{
  g_autoptr (GArray) rows = list_rows (attack, table, where);
  g_auto (GStrv) columns = list_columns (attack, table);

  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; columns[i] != NULL; i++)
    for (guint k = 0; k < rows->len; k++)
      attack_cell (attack, table, columns[i], g_array_index (rows, gint64, k),
                   (SfSealFaultKind)kind, NULL);
}

/* --- data ---------------------------------------------------------------------------------------
 */

/* Every column of every class of records that has any; the field is named. */
static void
test_records (Bench *bench, gconstpointer data)
{
  Attack attack;
  guint n;
  const GType *types = sf_model_get_record_types (&n);

  begin_attack (&attack, bench);
  for (guint i = 0; i < n; i++)
    {
      SfRecordClass *klass = g_type_class_peek (types[i]);
      g_autoptr (GArray) rows = list_rows (&attack, klass->table, "1");

      for (guint c = 0; types[i] != SF_TYPE_SEAL && c < klass->n_columns; c++)
        for (guint k = 0; k < rows->len; k++)
          attack_cell (&attack, klass->table, klass->columns[c].name,
                       g_array_index (rows, gint64, k), SF_SEAL_FAULT_DATA,
                       sf_record_class_get_heading (klass, c));
      for (guint k = 0; k < rows->len; k++)
        attack_cell (&attack, klass->table, "uuid", g_array_index (rows, gint64, k),
                     (SfSealFaultKind)-1, NULL);
    }
  end_attack (&attack);
}

/* A value that is changed with its step, digests and all, is not as it was sealed: who can write
 * the whole history anew does not have the key. */
static void
test_with_history (Bench *bench, gconstpointer data)
{
  Centre *centre = &bench->centre;
  g_autofree char *level = g_strdup (
      sf_record_class_get_heading (g_type_class_peek (SF_TYPE_JUDGEMENT), SF_JUDGEMENT_LEVEL));
  g_autofree char *as_sealed = g_strdup_printf ("“%s” is not as it was sealed", level);
  g_autofree char *uuid = sf_uuid_to_string (&bench->seal);
  SfUuid judgement = *sf_record_get_uuid (SF_RECORD (centre->judgement));
  g_autoptr (SfStep) step = sf_step_new ("Graded by somebody");
  g_autoptr (GError) error = NULL;
  Attack attack;

  /* the guard is taken away, a step is written as the program would, the guard is put back */
  begin_attack (&attack, bench);
  run (&attack, "UPDATE seal SET corrected_at = 1");
  sf_step_set_int (step, SF_TYPE_JUDGEMENT, &judgement, SF_JUDGEMENT_LEVEL, 1);
  sf_workbook_submit (centre->workbook, g_steal_pointer (&step));
  g_assert_true (sf_workbook_sync (centre->workbook, &error));
  run (&attack, "UPDATE seal SET corrected_at = NULL");
  g_assert_true (is_named (bench, SF_SEAL_FAULT_DATA, as_sealed));
  sqlite3_close (attack.db);
}

/* A judgement too many, and one taken out. */
static void
test_rows (Bench *bench, gconstpointer data)
{
  Attack attack;

  begin_attack (&attack, bench);
  run (&attack, "CREATE TABLE kept AS SELECT * FROM judgement ORDER BY rowid LIMIT 1;"
                "DELETE FROM judgement WHERE id IN (SELECT id FROM kept)");
  g_assert_true (
      is_named (bench, SF_SEAL_FAULT_DATA, "was sealed and is not in the file any more"));
  g_assert_true (is_named (bench, SF_SEAL_FAULT_DATA, "is missing"));
  run (&attack, "INSERT INTO judgement SELECT * FROM kept; DROP TABLE kept");
  assert_verified (bench);
  run (&attack, "INSERT INTO area_judgement (uuid, evaluation, area_code) SELECT"
                " x'0190000000007000800000000000abcd', evaluation, 'ZZZ' FROM area_judgement"
                " LIMIT 1");
  g_assert_true (is_named (bench, SF_SEAL_FAULT_DATA, "was not there when the report was sealed"));
  run (&attack, "DELETE FROM area_judgement WHERE area_code = 'ZZZ'");
  end_attack (&attack);
}

/* --- the seal -----------------------------------------------------------------------------------
 */

static void
test_leaves (Bench *bench, gconstpointer data)
{
  Attack attack;

  begin_attack (&attack, bench);
  attack_table (&attack, "seal_leaf", "1", SF_SEAL_FAULT_DATA);
  run (&attack, "UPDATE seal_leaf SET position = position + 100000 WHERE position < 2");
  run (&attack, "UPDATE seal_leaf SET position = 100001 - position WHERE position >= 100000");
  g_assert_true (is_named (bench, SF_SEAL_FAULT_DATA, "not those that were signed"));
  run (&attack, "UPDATE seal_leaf SET position = position + 100000 WHERE position < 2");
  run (&attack, "UPDATE seal_leaf SET position = 100001 - position WHERE position >= 100000");
  /* as if it had been erased: the value and its salt away */
  run (&attack, "CREATE TABLE kept AS SELECT * FROM seal_leaf WHERE record_table = 'judgement' AND"
                " field = 'level' LIMIT 1");
  run (&attack, "UPDATE seal_leaf SET value = NULL, salt = NULL WHERE id IN (SELECT id FROM kept)");
  g_assert_true (is_named (bench, SF_SEAL_FAULT_DATA, "nothing says that it was erased"));
  run (&attack, "UPDATE seal_leaf SET value = (SELECT value FROM kept), salt = (SELECT salt FROM"
                " kept) WHERE id IN (SELECT id FROM kept); DROP TABLE kept");
  end_attack (&attack);
}

static void
test_seal (Bench *bench, gconstpointer data)
{
  Attack attack;
  g_auto (GStrv) columns = NULL;
  /* what came after the signature is not in it; the history has it */
  const char *const later[] = { "corrected_at", "corrected_by", "correction", "redacted_at",
                                "redaction",    "pdf_gone_at",  NULL };

  begin_attack (&attack, bench);
  columns = list_columns (&attack, "seal");
  for (guint i = 0; columns[i] != NULL; i++)
    {
      gboolean signed_too = !g_strv_contains (later, columns[i]);

      attack_cell (&attack, "seal", columns[i], 1, SF_SEAL_FAULT_DATA, NULL);
      if (signed_too && !g_str_equal (columns[i], "uuid"))
        attack_cell (&attack, "seal", columns[i], 1, SF_SEAL_FAULT_SIGNATURE, NULL);
    }
  end_attack (&attack);
}

/* Two versions: what belongs to the one is given to the other; one is taken out. */
static void
test_swapped (Bench *bench, gconstpointer data)
{
  static const char *const columns[]
      = { "signature", "fingerprint", "pdf_digest", "data_root", "chain_head" };
  g_autoptr (GBytes) pages = make_pages (2);
  g_autoptr (GError) error = NULL;
  Attack attack;

  sf_workbook_begin_correction (bench->centre.workbook, bench->centre.evaluation, "A slip", NULL,
                                &error);
  g_assert_no_error (error);
  sync_workbook (bench->centre.workbook);
  seal_with (bench, pages, NULL);
  begin_attack (&attack, bench);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *swap
          = g_strdup_printf ("CREATE TEMP TABLE swap AS SELECT 3 - id AS id, %1$s AS it FROM seal;"
                             "UPDATE seal SET %1$s = (SELECT it FROM swap WHERE swap.id = seal.id);"
                             "DROP TABLE temp.swap",
                             columns[i]);

      run (&attack, swap);
      g_test_message ("%s", columns[i]);
      g_assert_true (is_named (bench, SF_SEAL_FAULT_SIGNATURE, NULL));
      run (&attack, swap);
    }
  run (&attack, "UPDATE seal_leaf SET seal = seal + 10; UPDATE seal_leaf SET seal = 13 - seal");
  g_assert_true (is_named (bench, SF_SEAL_FAULT_DATA, NULL));
  run (&attack, "UPDATE seal_leaf SET seal = seal + 10; UPDATE seal_leaf SET seal = 13 - seal");
  assert_verified (bench);
  run (&attack, "CREATE TABLE kept AS SELECT * FROM seal WHERE id = 2; DELETE FROM seal WHERE"
                " id = 2");
  g_assert_true (is_named (bench, SF_SEAL_FAULT_DATA, "is missing"));
  run (&attack, "INSERT INTO seal SELECT * FROM kept; DELETE FROM kept;"
                "INSERT INTO kept SELECT * FROM seal WHERE id = 1; DELETE FROM seal WHERE id = 1");
  g_assert_true (is_named (bench, SF_SEAL_FAULT_DATA, "is missing"));
  g_assert_true (is_named (bench, SF_SEAL_FAULT_SIGNATURE, NULL));
  run (&attack, "INSERT INTO seal SELECT * FROM kept; DROP TABLE kept");
  end_attack (&attack);
}

/* --- the pages ----------------------------------------------------------------------------------
 */

#define OF_PAGES "(SELECT c.id FROM content AS c JOIN seal AS s ON s.pdf_digest = c.digest)"

static void
test_pages (Bench *bench, gconstpointer data)
{
  Attack attack;

  begin_attack (&attack, bench);
  attack_table (&attack, "chunk", "content IN " OF_PAGES, SF_SEAL_FAULT_PAGES);
  attack_table (&attack, "content", "id IN " OF_PAGES, SF_SEAL_FAULT_PAGES);
  /* whichever byte */
  for (guint i = 0; i < (how_many () > 2 ? 2000u : 20u); i++)
    {
      g_autofree char *flip = g_strdup_printf (
          "UPDATE chunk SET data = CAST (substr (data, 1, %1$u) || CASE hex (substr (data, %2$u,"
          " 1)) WHEN '41' THEN x'42' ELSE x'41' END || substr (data, %3$u) AS BLOB)"
          " WHERE content IN " OF_PAGES " AND sequence = 0",
          i * 127, i * 127 + 1, i * 127 + 2);

      run (&attack, "CREATE TABLE kept AS SELECT * FROM chunk WHERE content IN " OF_PAGES
                    " AND sequence = 0");
      run (&attack, flip);
      g_assert_true (is_named (bench, SF_SEAL_FAULT_PAGES, "not those that were signed"));
      run (&attack, "UPDATE chunk SET data = (SELECT data FROM kept) WHERE id = (SELECT id FROM"
                    " kept); DROP TABLE kept");
      attack.n++;
    }
  end_attack (&attack);
}

/* --- the history --------------------------------------------------------------------------------
 */

static void
test_history (Bench *bench, gconstpointer data)
{
  Attack attack;

  begin_attack (&attack, bench);
  attack_table (&attack, "step", "1", SF_SEAL_FAULT_HISTORY);
  attack_table (&attack, "change", "operation = 'set'", SF_SEAL_FAULT_HISTORY);
  attack_table (&attack, "change", "operation = 'insert'", SF_SEAL_FAULT_HISTORY);
  run (&attack, "CREATE TABLE kept AS SELECT * FROM step WHERE id = 2; DELETE FROM step WHERE"
                " id = 2");
  g_assert_true (is_named (bench, SF_SEAL_FAULT_HISTORY, NULL));
  run (&attack, "INSERT INTO step SELECT * FROM kept; DROP TABLE kept");
  end_attack (&attack);
}

/* --- any byte of the file -----------------------------------------------------------------------
 */

/* What the file says: every value of records, seals, history and contents, but for ids. NULL where
 * it cannot be read. */
static char *
digest_file (const char *path)
{
  static const char *const more[] = { "seal_leaf", "step", "change", "content", "chunk" };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  sqlite3 *db = NULL;
  gboolean good = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;
  guint n;
  const GType *types = sf_model_get_record_types (&n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (tables, (gpointer)((SfRecordClass *)g_type_class_peek (types[i]))->table);
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    g_ptr_array_add (tables, (gpointer)more[i]);
  for (guint i = 0; good && i < tables->len; i++)
    {
      g_autofree char *query
          = g_strdup_printf ("SELECT * FROM %s ORDER BY rowid", (char *)tables->pdata[i]);
      sqlite3_stmt *select = NULL;
      int code = sqlite3_prepare_v2 (db, query, -1, &select, NULL);

      good = code == SQLITE_OK;
      while (good && (code = sqlite3_step (select)) == SQLITE_ROW)
        for (int c = 1; c < sqlite3_column_count (select); c++)
          {
            int type = sqlite3_column_type (select, c);
            int length = sqlite3_column_bytes (select, c);

            g_checksum_update (sum, (const guchar *)&type, sizeof type);
            g_checksum_update (sum, (const guchar *)&length, sizeof length);
            if (length > 0)
              g_checksum_update (sum, sqlite3_column_blob (select, c), length);
          }
      good = good && code == SQLITE_DONE;
      sqlite3_finalize (select);
    }
  sqlite3_close (db);
  return good ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

/* Whether the program says that something is wrong: it does not open it, or names it. */
static gboolean
is_noticed (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (path, SF_OPEN_READ_ONLY, &error);
  g_autoptr (SfSealsReport) report = NULL;
  g_autoptr (SfCheckReport) check = NULL;
  gboolean sound;

  if (workbook == NULL)
    return TRUE;
  report = sf_workbook_verify_seals_sync (workbook, NULL);
  sound = report != NULL && sf_seals_report_is_sound (report) && report->verdicts->len == 1;
  if (sound)
    check = sf_workbook_check_sync (workbook, NULL);
  sound = sound && check != NULL && check->problems->len == 0;
  sf_workbook_close (workbook, NULL);
  return !sound;
}

static void
test_any_byte (Bench *bench, gconstpointer data)
{
  g_autofree char *path = g_build_filename (bench->centre.folder, "flipped.sixfold", NULL);
  g_autofree char *bytes = NULL, *before = NULL;
  guint noticed = 0, rounds = how_many () > 2 ? 3000 : 40;
  gsize length;
  GLogLevelFlags fatal;

  /* what cannot be read may be warned of */
  fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  close_workbook (&bench->centre);
  g_assert_true (g_file_get_contents (bench->centre.path, &bytes, &length, NULL));
  before = digest_file (bench->centre.path);
  g_assert_nonnull (before);
  for (guint i = 0; i < rounds; i++)
    {
      gsize at = (gsize)g_test_rand_int_range (0, (gint32)length);
      guint8 bit = (guint8)(1u << g_test_rand_int_range (0, 8));
      g_autofree char *after = NULL;

      bytes[at] = (char)(bytes[at] ^ bit);
      g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
      bytes[at] = (char)(bytes[at] ^ bit);
      after = digest_file (path);
      if (is_noticed (path))
        noticed++;
      else if (g_strcmp0 (before, after) != 0)
        g_error ("byte %" G_GSIZE_FORMAT ", bit %u: changed, and nobody says so", at, bit);
    }
  g_test_message ("%u of %u noticed; the others changed nothing", noticed, rounds);
  g_assert_cmpuint (noticed, >, rounds / 20);
  g_log_set_always_fatal (fatal);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/seal-flip/" name, Bench, NULL, set_up_sealed, function, tear_down_bench)

int
main (int argc, char **argv)
{
  g_setenv ("SIXFOLD_NOW", "2026-11-22", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("records", test_records);
  ADD ("with-history", test_with_history);
  ADD ("rows", test_rows);
  ADD ("leaves", test_leaves);
  ADD ("seal", test_seal);
  ADD ("swapped", test_swapped);
  ADD ("pages", test_pages);
  ADD ("history", test_history);
  ADD ("any-byte", test_any_byte);
  return run_tests_in_own_home ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "store/sf-salvage.h"

#include "base/sf-digest.h"
#include "base/sf-error.h"
#include "store/sf-content.h"
#include "store/sf-step-writer.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define ROWS_PER_TRANSACTION 200
#define LAST_ROW G_GINT64_CONSTANT (0x7fffffffffffff)

/* Parents before those who refer to them. */
static const char *const tables[] = { "centre",
                                      "contributor",
                                      "framework",
                                      "evaluation",
                                      "area_judgement",
                                      "judgement",
                                      "evidence",
                                      "attachment",
                                      "evidence_link",
                                      "priority",
                                      "target",
                                      "review",
                                      "milestone",
                                      "target_change",
                                      "action",
                                      "action_review",
                                      "action_target",
                                      "measure",
                                      "family_group",
                                      "reading",
                                      "performance",
                                      "keyring",
                                      "recovery",
                                      "erasure",
                                      "erasure_record",
                                      "report_choice",
                                      "report_section",
                                      "report_statement",
                                      "meeting",
                                      "meeting_area",
                                      "attendance",
                                      "challenge",
                                      "question_decision",
                                      "seal",
                                      "seal_leaf",
                                      "seal_text",
                                      "signing_key",
                                      "step",
                                      "change",
                                      "draft",
                                      "content",
                                      "chunk",
                                      "backup",
                                      "departure",
                                      "shown",
                                      "shown_figure",
                                      "identity_check" };

typedef struct
{
  SfSql *from;
  SfStore *store;
  SfSql *to;
  GPtrArray *lost;
  guint rows_lost;
} SfSalvage;

static void
lose_rows (SfSalvage *salvage, guint count, const char *table)
{
  if (count == 0)
    return;
  salvage->rows_lost += count;
  g_ptr_array_add (salvage->lost,
                   g_strdup_printf (ngettext ("%u entry of the table “%s” could not be kept.",
                                              "%u entries of the table “%s” could not be kept.",
                                              count),
                                    count, table));
}

/* --- the file read --------------------------------------------------------------------------- */

static SfSql *
try_open (const char *name, int flags, GError **error)
{
  SfSql *sql = sf_sql_open (name, SQLITE_OPEN_READONLY | flags, error);
  gint64 count;

  if (sql == NULL)
    return NULL;
  if (sf_store_apply_pragmas (sql, TRUE, error)
      && sf_sql_get_int (sql, "SELECT count (*) FROM sqlite_schema", &count, error))
    return sql;
  sf_sql_close (sql, NULL);
  return NULL;
}

static SfSql *
try_as_it_lies (const char *path)
{
  g_autofree char *plain = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *uri = g_strconcat (plain != NULL ? plain : "", "?immutable=1", NULL);

  return try_open (uri, SQLITE_OPEN_URI, NULL);
}

/* How long the file says that it is. */
static gint64
read_promised_length (int file)
{
  guint8 head[32];

  if (pread (file, head, sizeof head, 0) != (ssize_t)sizeof head)
    return 0;
  return (gint64)(head[16] << 8 | head[17])
         * ((gint64)head[28] << 24 | head[29] << 16 | head[30] << 8 | head[31]);
}

/* A file that was cut short is not opened at all; a copy of its full length is, and only the pages
 * that are missing cannot be read. */
static char *
make_full_length (const char *from, const char *to)
{
  g_autofree char *copy = g_strconcat (to, ".whole", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (copy);
  int file;
  gint64 length;
  gboolean done;

  /* one that was killed left it */
  g_unlink (copy);
  if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL))
    return NULL;
  file = g_open (copy, O_RDWR | O_CLOEXEC, 0);
  length = file >= 0 ? read_promised_length (file) : 0;
  done = length > 0 && ftruncate (file, length) == 0;
  if (file >= 0)
    close (file);
  if (done)
    return g_steal_pointer (&copy);
  g_unlink (copy);
  return NULL;
}

/* A journal that the last program left asks for writing: then the file is read as it lies.
 * @copy: (out): a copy to be removed afterwards, if one was needed */
static SfSql *
open_source (const char *from, const char *to, char **copy, GError **error)
{
  SfSql *sql = try_open (from, 0, NULL);

  if (sql == NULL)
    sql = try_as_it_lies (from);
  if (sql == NULL)
    {
      *copy = make_full_length (from, to);
      sql = *copy != NULL ? try_as_it_lies (*copy) : NULL;
    }
  if (sql == NULL)
    g_set_error (error, SF_ERROR, SF_ERROR_DAMAGED,
                 _ ("Nothing could be read of “%s”. It was left as it is."), from);
  return sql;
}

/* --- row by row --------------------------------------------------------------------------------
 */

/* A file of an older version lacks what came later, and has lost nothing thereby. */
static gboolean
is_newer (SfSalvage *salvage, const char *table, const char *column)
{
  sqlite3 *from = sf_sql_get_handle (salvage->from);
  gint64 version = 0;

  return sf_sql_get_int (salvage->from, "PRAGMA user_version", &version, NULL)
         && version < SF_STORE_VERSION
         && sqlite3_table_column_metadata (from, "main", table, column, NULL, NULL, NULL, NULL,
                                           NULL)
                != SQLITE_OK;
}

/* "id, uuid, name" as our schema has them */
static char *
list_columns (SfSalvage *salvage, const char *table, guint *n_columns, GError **error)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  sqlite3_stmt *select
      = sf_sql_prepare (salvage->to, "SELECT name FROM pragma_table_info (?) ORDER BY cid", error);
  gboolean row;

  *n_columns = 0;
  if (select == NULL)
    return NULL;
  sf_sql_bind_text (select, 1, table);
  for (;;)
    {
      const char *name;

      if (!sf_sql_step (salvage->to, select, &row, error))
        return NULL;
      if (!row)
        return g_string_free (g_steal_pointer (&columns), FALSE);
      name = (const char *)sqlite3_column_text (select, 0);
      if (is_newer (salvage, table, name))
        continue;
      g_string_append_printf (columns, "%s%s", *n_columns > 0 ? ", " : "", name);
      (*n_columns)++;
    }
}

/* A row behind @after. TRUE: the row is there or there is none left; FALSE: unreadable. */
static gboolean
seek (SfSalvage *salvage, sqlite3_stmt *select, gint64 after, gboolean *row)
{
  sqlite3_reset (select);
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = after });
  if (!sf_sql_step (salvage->from, select, row, NULL))
    return FALSE;
  /* a damaged tree may lead back to where one has been */
  return !*row || sqlite3_column_int64 (select, 0) > after;
}

/* Where it can be read again behind @after: found by doubling, then halving. */
static gint64
skip_damage (SfSalvage *salvage, sqlite3_stmt *select, gint64 after)
{
  gint64 bad = after, good = after;
  gboolean row;

  for (gint64 stride = 1; good == after; stride *= 2)
    {
      if (after > LAST_ROW - stride)
        return LAST_ROW;
      if (seek (salvage, select, after + stride, &row))
        good = after + stride;
      else
        bad = after + stride;
    }
  while (good - bad > 1)
    {
      gint64 middle = bad + (good - bad) / 2;

      if (seek (salvage, select, middle, &row))
        good = middle;
      else
        bad = middle;
    }
  return good;
}

static gboolean
insert_row (SfSalvage *salvage,
            sqlite3_stmt *select,
            sqlite3_stmt *insert,
            guint n,
            guint *lost,
            GError **error)
{
  g_autoptr (GError) local = NULL;

  sqlite3_reset (insert);
  for (guint i = 0; i < n; i++)
    if (sqlite3_bind_value (insert, (int)i + 1, sqlite3_column_value (select, (int)i + 1))
        != SQLITE_OK)
      {
        (*lost)++;
        return TRUE;
      }
  if (sf_sql_run (salvage->to, insert, &local))
    return TRUE;
  if (!g_error_matches (local, SF_ERROR, SF_ERROR_INVALID)
      && !g_error_matches (local, SF_ERROR, SF_ERROR_TOO_LARGE))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  (*lost)++;
  return TRUE;
}

static gboolean
copy_rows (SfSalvage *salvage,
           sqlite3_stmt *select,
           sqlite3_stmt *insert,
           guint n_columns,
           guint *lost,
           GError **error)
{
  gint64 after = -1;
  gboolean row = TRUE;

  for (guint count = 0; after < LAST_ROW; count++)
    {
      if (count % ROWS_PER_TRANSACTION == 0
          && (!sf_sql_commit (salvage->to, error) || !sf_sql_begin (salvage->to, error)))
        return FALSE;
      if (!seek (salvage, select, after, &row))
        {
          after = skip_damage (salvage, select, after);
          (*lost)++;
          continue;
        }
      if (!row)
        break;
      after = sqlite3_column_int64 (select, 0);
      if (!insert_row (salvage, select, insert, n_columns, lost, error))
        return FALSE;
    }
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
copy_table (SfSalvage *salvage, const char *table, GError **error)
{
  guint n_columns, lost = 0;
  g_autofree char *columns = list_columns (salvage, table, &n_columns, error);
  g_autofree char *read = NULL;
  g_autofree char *write = NULL;
  g_autoptr (GString) places = g_string_new ("?");
  sqlite3_stmt *select, *insert;
  gboolean done;

  if (columns == NULL)
    return FALSE;
  if (n_columns == 0)
    return TRUE;
  for (guint i = 1; i < n_columns; i++)
    g_string_append (places, ", ?");
  read = g_strdup_printf ("SELECT rowid, %s FROM main.%s WHERE rowid > ? ORDER BY rowid LIMIT 1",
                          columns, table);
  write = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table, columns, places->str);
  select = sf_sql_prepare (salvage->from, read, NULL);
  if (select == NULL)
    {
      lose_rows (salvage, 1, table);
      return TRUE;
    }
  insert = sf_sql_prepare (salvage->to, write, error);
  if (insert == NULL || !sf_sql_begin (salvage->to, error))
    return FALSE;
  done = copy_rows (salvage, select, insert, n_columns, &lost, error)
         && sf_sql_commit (salvage->to, error);
  if (!done)
    sf_sql_rollback (salvage->to);
  lose_rows (salvage, lost, table);
  return done;
}

/* Which workbook it is; the copy is a new one. */
static gboolean
copy_identity (SfSalvage *salvage, GError **error)
{
  sqlite3_stmt *select
      = sf_sql_prepare (salvage->from, "SELECT uuid, created_at FROM workbook WHERE id = 1", NULL);
  sqlite3_stmt *update
      = sf_sql_prepare (salvage->to, "UPDATE workbook SET uuid = ?, created_at = ? WHERE id = 1",
                        error);
  gboolean row = FALSE;
  SfUuid uuid;

  if (update == NULL)
    return FALSE;
  if (select == NULL || !sf_sql_step (salvage->from, select, &row, NULL) || !row
      || !sf_sql_column_uuid (select, 0, &uuid))
    {
      g_ptr_array_add (salvage->lost, g_strdup (_ ("Which centre file it was could not be read.")));
      return TRUE;
    }
  sf_sql_bind_uuid (update, 1, &uuid);
  sf_sql_bind_value (update, 2,
                     &(SfValue){ .type = SF_VALUE_INT,
                                 .integer = sqlite3_column_int64 (select, 1) });
  sqlite3_reset (select);
  return sf_sql_run (salvage->to, update, error);
}

/* --- what does not hold together goes ----------------------------------------------------------
 */

static gboolean
take_reference_away (
    SfSalvage *salvage, const char *table, gint64 rowid, gint64 key, guint *lost, GError **error)
{
  g_autofree char *find
      = g_strdup_printf ("SELECT \"from\" FROM pragma_foreign_key_list ('%s') WHERE id = ?", table);
  g_autofree char *erase = g_strdup_printf ("DELETE FROM %s WHERE rowid = ?", table);
  sqlite3_stmt *select = sf_sql_prepare (salvage->to, find, error);
  const SfValue number = { .type = SF_VALUE_INT, .integer = rowid };
  gboolean row;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = key });
  if (!sf_sql_step (salvage->to, select, &row, error))
    return FALSE;
  if (row)
    {
      g_autofree char *text = g_strdup_printf ("UPDATE %s SET %s = NULL WHERE rowid = ?", table,
                                               (const char *)sqlite3_column_text (select, 0));
      sqlite3_stmt *update = sf_sql_prepare (salvage->to, text, error);

      sqlite3_reset (select);
      if (update == NULL)
        return FALSE;
      sf_sql_bind_value (update, 1, &number);
      if (sf_sql_run (salvage->to, update, NULL))
        {
          salvage->rows_lost++;
          return TRUE;
        }
    }
  select = sf_sql_prepare (salvage->to, erase, error);
  if (select == NULL)
    return FALSE;
  sf_sql_bind_value (select, 1, &number);
  (*lost)++;
  return sf_sql_run (salvage->to, select, error);
}

typedef struct
{
  char *table;
  gint64 rowid;
  gint64 key;
} SfViolation;

static void
violation_clear (gpointer data)
{
  g_free (((SfViolation *)data)->table);
}

static GArray *
find_violations (SfSalvage *salvage, GError **error)
{
  sqlite3_stmt *select
      = sf_sql_prepare (salvage->to,
                        "SELECT \"table\", rowid, fkid FROM pragma_foreign_key_check ()", error);
  g_autoptr (GArray) violations = g_array_new (FALSE, FALSE, sizeof (SfViolation));
  gboolean row;

  g_array_set_clear_func (violations, violation_clear);
  if (select == NULL)
    return NULL;
  for (;;)
    {
      SfViolation violation;

      if (!sf_sql_step (salvage->to, select, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&violations);
      violation.table = g_strdup ((const char *)sqlite3_column_text (select, 0));
      violation.rowid = sqlite3_column_int64 (select, 1);
      violation.key = sqlite3_column_int64 (select, 2);
      g_array_append_val (violations, violation);
    }
}

static gboolean
mend_all (SfSalvage *salvage, GArray *violations, GError **error)
{
  guint lost = 0;

  if (!sf_sql_begin (salvage->to, error))
    return FALSE;
  for (guint i = 0; i < violations->len; i++)
    {
      const SfViolation *violation = &g_array_index (violations, SfViolation, i);

      if (!take_reference_away (salvage, violation->table, violation->rowid, violation->key, &lost,
                                error))
        {
          sf_sql_rollback (salvage->to);
          return FALSE;
        }
      if (i + 1 == violations->len
          || !g_str_equal (violation->table, g_array_index (violations, SfViolation, i + 1).table))
        {
          lose_rows (salvage, lost, violation->table);
          lost = 0;
        }
    }
  return sf_sql_commit (salvage->to, error);
}

/* In rounds: what is taken away may be what another refers to. */
static gboolean
mend_references (SfSalvage *salvage, GError **error)
{
  for (;;)
    {
      g_autoptr (GArray) violations = find_violations (salvage, error);

      if (violations == NULL)
        return FALSE;
      if (violations->len == 0)
        return TRUE;
      if (!mend_all (salvage, violations, error))
        return FALSE;
    }
}

/* (transfer full) (nullable): SHA-256 of a content, and its size */
static char *
digest_of (SfSalvage *salvage, gint64 content, gint64 *size)
{
  g_autoptr (SfDigest) checksum = sf_digest_new ();

  *size = 0;
  for (guint sequence = 0;; sequence++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GBytes) piece = sf_content_read (salvage->store, content, sequence, &local);

      if (local != NULL)
        return NULL;
      if (piece == NULL)
        return g_strdup (sf_digest_get_string (checksum));
      sf_digest_update (checksum, g_bytes_get_data (piece, NULL), g_bytes_get_size (piece));
      *size += (gint64)g_bytes_get_size (piece);
    }
}

static gboolean
next_content (SfSalvage *salvage, gint64 *content, char **digest, gint64 *size, GError **error)
{
  sqlite3_stmt *select
      = sf_sql_prepare (salvage->to,
                        "SELECT id, digest, size FROM content WHERE id > ? ORDER BY id LIMIT 1",
                        error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = *content });
  if (!sf_sql_step (salvage->to, select, &row, error))
    return FALSE;
  *content = row ? sqlite3_column_int64 (select, 0) : 0;
  *digest = row ? g_strdup ((const char *)sqlite3_column_text (select, 1)) : NULL;
  *size = row ? sqlite3_column_int64 (select, 2) : 0;
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
drop_bad_contents (SfSalvage *salvage, GError **error)
{
  gint64 content = 0;

  for (;;)
    {
      g_autofree char *digest = NULL;
      g_autofree char *made = NULL;
      gint64 size, found;

      if (!next_content (salvage, &content, &digest, &size, error))
        return FALSE;
      if (content == 0)
        return TRUE;
      made = digest_of (salvage, content, &found);
      if ((made == NULL || found != size || g_strcmp0 (made, digest) != 0)
          && !sf_content_discard (salvage->store, content, error))
        return FALSE;
    }
}

/* Attachments whose contents are gone. */
static gboolean
drop_empty_attachments (SfSalvage *salvage, GError **error)
{
  static const char missing[] = "NOT EXISTS (SELECT 1 FROM content AS c WHERE c.digest ="
                                " attachment.digest AND c.complete = 1)";
  g_autofree char *query = g_strdup_printf ("SELECT name FROM attachment WHERE %s", missing);
  g_autofree char *erase = g_strdup_printf ("DELETE FROM attachment WHERE %s", missing);
  sqlite3_stmt *select = sf_sql_prepare (salvage->to, query, error);
  gboolean row = TRUE;

  if (select == NULL)
    return FALSE;
  for (;;)
    {
      if (!sf_sql_step (salvage->to, select, &row, error))
        return FALSE;
      if (!row)
        break;
      salvage->rows_lost++;
      g_ptr_array_add (
          salvage->lost,
          g_strdup_printf (_ ("The contents of the attached file “%s” could not be kept."),
                           (const char *)sqlite3_column_text (select, 0)));
    }
  return sf_sql_exec (salvage->to, erase, error);
}

/* Steps that name what is gone cannot be undone, and a chain with a gap proves nothing. */
static gboolean
judge_history (SfSalvage *salvage, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  guint n_steps;

  if (salvage->rows_lost == 0 && !sf_step_verify_chain (salvage->store, &n_steps, problems, error))
    return FALSE;
  if (salvage->rows_lost == 0 && problems->len == 0)
    return TRUE;
  g_ptr_array_add (salvage->lost, g_strdup (_ ("The history could not be kept; it begins anew.")));
  return sf_sql_exec (salvage->to, "DELETE FROM change; DELETE FROM step;", error)
         && sf_content_remove_leftovers (salvage->store, error);
}

static gboolean
copy_all (SfSalvage *salvage, GError **error)
{
  if (!sf_sql_exec (salvage->to, "PRAGMA foreign_keys = OFF", error)
      || !copy_identity (salvage, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!copy_table (salvage, tables[i], error))
      return FALSE;
  return mend_references (salvage, error) && drop_bad_contents (salvage, error)
         && drop_empty_attachments (salvage, error) && judge_history (salvage, error)
         && sf_store_mark_clean (salvage->store, error);
}

/**
 * sf_salvage_file:
 * @from: a damaged file, a backup, or one that was received; only read
 * @to: where no file lies yet
 * @lost: (element-type utf8): receives what could not be kept
 * @error: return location for an #SfError; nothing lies at @to then
 *
 * Returns: whether there is a new file
 */
gboolean
sf_salvage_file (const char *from, const char *to, GPtrArray *lost, GError **error)
{
  SfSalvage salvage = { .lost = lost };
  g_autofree char *copy = NULL;
  gboolean done = FALSE;

  salvage.from = open_source (from, to, &copy, error);
  salvage.store = salvage.from != NULL ? sf_store_create (to, error) : NULL;
  if (salvage.store != NULL)
    {
      salvage.to = sf_store_get_sql (salvage.store);
      done = copy_all (&salvage, error);
      done = sf_store_close (salvage.store, done ? error : NULL) && done;
      if (!done)
        g_unlink (to);
    }
  if (salvage.from != NULL)
    sf_sql_close (salvage.from, NULL);
  if (copy != NULL)
    g_unlink (copy);
  return done;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-seals.h"

#include "base/sf-digest.h"
#include "base/sf-error.h"
#include "store/sf-mapper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a seal covers. */

#define OF_EVALUATION(table)                                                                       \
  "SELECT t.uuid FROM " table " AS t JOIN evaluation AS e ON e.id = t.evaluation WHERE e.uuid = "  \
  "?1"
#define OF_CENTRE(table)                                                                           \
  "SELECT t.uuid FROM " table " AS t JOIN evaluation AS e ON e.centre = t.centre WHERE e.uuid = "  \
  "?1"
#define BELOW(table, column, above, rest)                                                          \
  "SELECT t.uuid FROM " table " AS t JOIN " above " AS a ON a.id = t." column " " rest             \
  " JOIN evaluation AS e ON e.id = "

#define BELOW_MEETING(table)                                                                       \
  "SELECT t.uuid FROM " table                                                                      \
  " AS t JOIN meeting AS a ON a.id = t.meeting JOIN evaluation AS e ON"                            \
  " e.centre = a.centre WHERE e.uuid = ?1"

static const SfSealPart parts[] = {
  { "evaluation", "SELECT uuid FROM evaluation WHERE uuid = ?1", TRUE, FALSE },
  { "area_judgement", OF_EVALUATION ("area_judgement"), TRUE, FALSE },
  { "judgement", OF_EVALUATION ("judgement"), TRUE, FALSE },
  { "evidence_link", OF_EVALUATION ("evidence_link"), TRUE, FALSE },
  { "centre",
    "SELECT c.uuid FROM centre AS c JOIN evaluation AS e ON e.centre = c.id WHERE e.uuid = ?1",
    FALSE, FALSE },
  { "contributor",
    "SELECT DISTINCT c.uuid FROM contributor AS c JOIN judgement AS j ON j.contributor = c.id"
    " JOIN evaluation AS e ON e.id = j.evaluation WHERE e.uuid = ?1",
    FALSE, FALSE },
  { "evidence",
    "SELECT DISTINCT v.uuid FROM evidence AS v JOIN evidence_link AS l ON l.evidence = v.id"
    " JOIN evaluation AS e ON e.id = l.evaluation WHERE e.uuid = ?1",
    FALSE, FALSE },
  { "attachment",
    "SELECT DISTINCT a.uuid FROM attachment AS a JOIN evidence_link AS l ON l.evidence = a.evidence"
    " JOIN evaluation AS e ON e.id = l.evaluation WHERE e.uuid = ?1",
    FALSE, FALSE },
  { "priority", OF_EVALUATION ("priority"), FALSE, FALSE },
  { "action", BELOW ("action", "priority", "priority", "") "a.evaluation WHERE e.uuid = ?1", FALSE,
    FALSE },
  { "action_review",
    BELOW ("action_review",
           "action",
           "action",
           "JOIN priority AS p ON p.id = a.priority") "p.evaluation WHERE e.uuid = ?1",
    FALSE, FALSE },
  { "action_target",
    BELOW ("action_target",
           "action",
           "action",
           "JOIN priority AS p ON p.id = a.priority") "p.evaluation WHERE e.uuid = ?1",
    FALSE, FALSE },
  { "target", OF_EVALUATION ("target"), FALSE, FALSE },
  { "review", BELOW ("review", "target", "target", "") "a.evaluation WHERE e.uuid = ?1", FALSE,
    FALSE },
  { "milestone", BELOW ("milestone", "target", "target", "") "a.evaluation WHERE e.uuid = ?1",
    FALSE, FALSE },
  { "target_change",
    BELOW ("target_change", "target", "target", "") "a.evaluation WHERE e.uuid = ?1", FALSE,
    FALSE },
  { "measure", OF_CENTRE ("measure"), FALSE, FALSE },
  { "family_group", OF_CENTRE ("family_group"), FALSE, FALSE },
  { "meeting", OF_CENTRE ("meeting"), FALSE, FALSE },
  { "meeting_area", BELOW_MEETING ("meeting_area"), FALSE, FALSE },
  { "attendance", BELOW_MEETING ("attendance"), FALSE, FALSE },
  { "challenge", BELOW_MEETING ("challenge"), FALSE, FALSE },
  { "question_decision", OF_EVALUATION ("question_decision"), FALSE, FALSE },
  { "report_choice", OF_EVALUATION ("report_choice"), FALSE, FALSE },
  { "report_section",
    BELOW ("report_section", "choice", "report_choice", "") "a.evaluation WHERE e.uuid = ?1", FALSE,
    FALSE },
  /* the year and the one before, which a report compares; row by row, for they are many */
  { "reading",
    "SELECT r.uuid FROM reading AS r JOIN measure AS m ON m.id = r.measure JOIN evaluation AS e"
    " ON e.centre = m.centre WHERE e.uuid = ?1 AND r.starts_on <= e.ends_on AND"
    " r.starts_on >= date (e.starts_on, '-1 year')",
    FALSE, TRUE },
};

const SfSealPart *
sf_seal_data_list_parts (guint *n_parts)
{
  *n_parts = G_N_ELEMENTS (parts);
  return parts;
}

gboolean
sf_seal_data_leaves_out (const char *table, const char *field)
{
  return g_str_equal (table, "evaluation") && g_str_equal (field, "closed_at");
}

gboolean
sf_seal_data_is_there (SfStore *store, const SfSealPart *part)
{
  return sf_sql_has_table (sf_store_get_sql (store), part->table);
}

/* Codes of statements stand in the records of two tables. */
static gboolean
is_left_out (SfStore *store,
             const SfSealPart *part,
             const SfUuid *uuid,
             GHashTable *left_out,
             gboolean *out,
             GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  gboolean is_judgement = g_str_equal (part->table, "judgement"), row;
  sqlite3_stmt *select;

  *out = FALSE;
  if (left_out == NULL || (!is_judgement && !g_str_equal (part->table, "evidence_link")))
    return TRUE;
  select = sf_sql_prepare (sql,
                           is_judgement ? "SELECT statement_code FROM judgement WHERE uuid = ?"
                                        : "SELECT statement_code FROM evidence_link WHERE uuid = ?",
                           error);
  if (select == NULL)
    return FALSE;
  sf_sql_bind_uuid (select, 1, uuid);
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *out = g_hash_table_contains (left_out, (const char *)sqlite3_column_text (select, 0));
  sqlite3_reset (select);
  return TRUE;
}

static GArray *
list_uuids (SfStore *store, const SfSealPart *part, const SfUuid *evaluation, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (SfUuid));
  sqlite3_stmt *select = sf_sql_prepare (sql, part->query, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  sf_sql_bind_uuid (select, 1, evaluation);
  for (;;)
    {
      SfUuid uuid;

      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&records);
      if (sf_sql_column_uuid (select, 0, &uuid))
        g_array_append_val (records, uuid);
    }
}

GArray *
sf_seal_data_list_records (SfStore *store,
                           const SfSealPart *part,
                           const SfUuid *evaluation,
                           GHashTable *left_out,
                           GError **error)
{
  g_autoptr (GArray) all = list_uuids (store, part, evaluation, error);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (SfUuid));

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      const SfUuid *uuid = &g_array_index (all, SfUuid, i);
      gboolean out;

      if (!is_left_out (store, part, uuid, left_out, &out, error))
        return NULL;
      if (!out)
        g_array_append_vals (kept, uuid, 1);
    }
  return g_steal_pointer (&kept);
}

static void
add_fields (GPtrArray *leaves, SfRecordClass *klass, const SfChange *row)
{
  for (guint i = 0; i < klass->n_columns; i++)
    if (!sf_seal_data_leaves_out (klass->table, klass->columns[i].name))
      g_ptr_array_add (leaves, sf_seal_leaf_new (klass->table, &row->record, klass->columns[i].name,
                                                 &row->row[i]));
}

static void
add_whole (GPtrArray *leaves, SfRecordClass *klass, const SfChange *row)
{
  g_autoptr (GBytes) packed = sf_change_pack_row (row);
  g_auto (SfValue) value = SF_VALUE_INIT;

  sf_value_set_blob (&value, packed);
  g_ptr_array_add (leaves,
                   sf_seal_leaf_new (klass->table, &row->record, SF_SEAL_WHOLE_ROW, &value));
}

static gboolean
collect_part (SfStore *store,
              const SfSealPart *part,
              const SfUuid *evaluation,
              GHashTable *left_out,
              GPtrArray *leaves,
              GError **error)
{
  GType type = sf_model_find_record_type (part->table);
  SfRecordClass *klass = g_type_class_peek (type);
  g_autoptr (GArray) records = sf_seal_data_list_records (store, part, evaluation, left_out, error);
  g_autoptr (SfChangeSet) set = sf_change_set_new ("", "edit");

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      /* a change that deletes is a whole row, as the mapper reads it */
      SfChange *row
          = sf_change_set_add (set, SF_CHANGE_DELETE, type, &g_array_index (records, SfUuid, i));

      if (!sf_mapper_read_old (store, row, error))
        return FALSE;
      if (part->whole)
        add_whole (leaves, klass, row);
      else
        add_fields (leaves, klass, row);
    }
  return TRUE;
}

GPtrArray *
sf_seal_data_collect (SfStore *store,
                      const SfUuid *evaluation,
                      GHashTable *left_out,
                      GError **error)
{
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_seal_leaf_free);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (sf_seal_data_is_there (store, &parts[i])
        && !collect_part (store, &parts[i], evaluation, left_out, leaves, error))
      return NULL;
  g_ptr_array_sort (leaves, sf_seal_leaf_compare);
  return g_steal_pointer (&leaves);
}

char *
sf_seal_data_digest_framework (SfStore *store, const SfUuid *evaluation, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql,
                        "SELECT f.xml FROM framework AS f JOIN evaluation AS e ON e.framework ="
                        " f.id WHERE e.uuid = ?",
                        error);
  g_autoptr (SfDigest) digest = sf_digest_new ();
  char *text;
  gboolean row;

  if (select == NULL)
    return NULL;
  sf_sql_bind_uuid (select, 1, evaluation);
  if (!sf_sql_step (sql, select, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                           _ ("The evaluation is not in the file any more."));
      return NULL;
    }
  sf_digest_update (digest, sqlite3_column_blob (select, 0),
                    (gsize)sqlite3_column_bytes (select, 0));
  sqlite3_reset (select);
  text = g_strdup (sf_digest_get_string (digest));
  return text;
}

gboolean
sf_seals_read_head (SfStore *store, guint8 *head, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT hash FROM step ORDER BY id DESC LIMIT 1", error);
  gboolean row;

  if (select == NULL || !sf_sql_step (sql, select, &row, error))
    return FALSE;
  if (row && sqlite3_column_bytes (select, 0) == SF_HASH_SIZE)
    {
      memcpy (head, sqlite3_column_blob (select, 0), SF_HASH_SIZE);
      sqlite3_reset (select);
      return TRUE;
    }
  sqlite3_reset (select);
  sf_sql_set_error (NULL, SQLITE_CORRUPT, error);
  return FALSE;
}

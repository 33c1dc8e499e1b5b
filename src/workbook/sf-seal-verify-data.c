/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-seal-verify-private.h"

#include "base/sf-date.h"
#include "store/sf-mapper.h"
#include "store/sf-record-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The fields of a seal. */

static SfRecordClass *
find_class (const char *table)
{
  GType type = sf_model_find_record_type (table != NULL ? table : "");

  return type != G_TYPE_INVALID ? g_type_class_peek (type) : NULL;
}

static char *
make_key (const SfUuid *record, const char *field)
{
  g_autofree char *uuid = sf_uuid_to_string (record);

  return g_strconcat (uuid, " ", field, NULL);
}

/* (transfer full): UUID and field → SfSealLeaf (borrowed) */
static GHashTable *
index_leaves (GPtrArray *leaves)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < leaves->len; i++)
    {
      SfSealLeaf *leaf = leaves->pdata[i];

      g_hash_table_insert (index, make_key (&leaf->record, leaf->field), leaf);
    }
  return index;
}

static const SfSealLeaf *
find_leaf (GHashTable *index, const SfUuid *record, const char *field)
{
  g_autofree char *key = make_key (record, field);

  return g_hash_table_lookup (index, key);
}

/* As it was called when it was sealed. */
static char *
name_leaf (GHashTable *index, const SfSealLeaf *leaf)
{
  SfRecordClass *klass = find_class (leaf->table);
  g_autofree SfValue *row = NULL;

  if (klass == NULL)
    return g_strdup (leaf->table != NULL ? leaf->table : "?");
  row = g_new0 (SfValue, klass->n_columns);
  for (guint i = 0; i < klass->n_columns; i++)
    {
      const SfSealLeaf *other = find_leaf (index, &leaf->record, klass->columns[i].name);

      if (other != NULL)
        row[i] = other->value; /* borrowed */
    }
  return sf_record_check_name (klass, &leaf->record, row);
}

static const char *
name_field (const SfSealLeaf *leaf)
{
  SfRecordClass *klass = find_class (leaf->table);
  int column = klass != NULL ? sf_record_class_find_column (klass, leaf->field) : -1;

  return column >= 0 ? sf_record_class_get_heading (klass, (guint)column) : leaf->field;
}

/* @format: with the record and the field */
static void
add_fault (SfVerifying *self, GHashTable *index, const SfSealLeaf *leaf, const char *format)
{
  g_autofree char *name = name_leaf (index, leaf);

  sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_DATA,
                     g_strdup_printf (format, name, name_field (leaf)));
}

/* --- against their digests -------------------------------------------------------------------- */

/* An erasure that came after the seal, of whatever: "erased on …: …". */
static gboolean
find_erasure (SfVerifying *self, GError **error)
{
  SfSql *sql = sf_store_get_sql (self->store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql,
                        "SELECT erased_at, reason FROM erasure WHERE erased_at >= ? ORDER BY"
                        " erased_at LIMIT 1",
                        error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_value (select, 1,
                     &(SfValue){ .type = SF_VALUE_INT,
                                 .integer = sf_seal_get_sealed_at (self->seal) });
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  if (row)
    {
      g_autofree char *iso = sf_date_of_instant (sqlite3_column_int64 (select, 0));
      g_autofree char *day = sf_date_format (iso);

      /* Translators: a day, and a reason that somebody gave */
      self->erased_why = g_strdup_printf (_ ("Erased on %1$s: %2$s."), day,
                                          (const char *)sqlite3_column_text (select, 1));
      sqlite3_reset (select);
    }
  return TRUE;
}

static void
tell_erased (SfVerifying *self)
{
  guint n = self->verdict->erased;

  if (n == 0)
    return;
  if (self->erased_why == NULL)
    sf_seal_add_fault (
        self->verdict->faults, SF_SEAL_FAULT_DATA,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%u sealed value is gone, and nothing says that it was "
                                      "erased.",
                                      "%u sealed values are gone, and nothing says that they were "
                                      "erased.",
                                      n),
                         n));
  else
    {
      g_string_append (self->verdict->note, self->erased_why);
      g_string_append_c (self->verdict->note, ' ');
      g_string_append_printf (self->verdict->note,
                              g_dngettext (GETTEXT_PACKAGE,
                                           "%u value is gone; everything else is as signed.",
                                           "%u values are gone; everything else is as signed.", n),
                              n);
    }
}

static void
check_leaves (SfVerifying *self, GPtrArray *leaves, GHashTable *index)
{
  GBytes *root = sf_seal_get_data_root (self->seal);
  guint8 made[SF_HASH_SIZE];
  gboolean in_order = TRUE;

  for (guint i = 0; i < leaves->len; i++)
    {
      const SfSealLeaf *leaf = leaves->pdata[i];

      self->verdict->erased += leaf->is_erased;
      in_order = in_order && leaf->position == i;
      if (!sf_seal_leaf_is_sound (leaf))
        /* Translators: a record, "A judgement “LLD-S3”", and a field of it, "Level" */
        add_fault (self, index, leaf,
                   _ ("%s: what the seal keeps of “%s” is not what was signed."));
    }
  sf_seal_form_root (leaves, made);
  if (!in_order || leaves->len != sf_seal_get_leaves (self->seal)
      || memcmp (made, g_bytes_get_data (root, NULL), SF_HASH_SIZE) != 0)
    sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_DATA,
                       g_strdup (_ ("The fields that the seal keeps are not those that were "
                                    "signed: one was added, taken away, moved or changed with its "
                                    "digest.")));
}

/* --- against the records ---------------------------------------------------------------------- */

static void
compare_field (SfVerifying *self,
               GHashTable *index,
               SfRecordClass *klass,
               const SfChange *row,
               guint column,
               GHashTable *seen)
{
  const char *field = klass->columns[column].name;
  const SfSealLeaf *leaf = find_leaf (index, &row->record, field);
  g_auto (SfValue) value = SF_VALUE_INIT;
  g_autofree char *name = NULL;

  /* a column that came with a later schema is not sealed */
  if (leaf == NULL)
    return;
  g_hash_table_add (seen, (gpointer)leaf);
  if (leaf->is_erased)
    return;
  sf_seal_form_canonical (&value, &row->row[column]);
  if (sf_value_equal (&value, &leaf->value))
    return;
  name = sf_record_check_name (klass, &row->record, row->row);
  sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_DATA,
                     /* Translators: a record, "A judgement “LLD-S3”", and a field of it, "Level" */
                     g_strdup_printf (_ ("%s: “%s” is not as it was sealed."), name,
                                      sf_record_class_get_heading (klass, column)));
}

static gboolean
is_known (GHashTable *index, SfRecordClass *klass, const SfUuid *record)
{
  for (guint i = 0; i < klass->n_columns; i++)
    if (find_leaf (index, record, klass->columns[i].name) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
compare_part (
    SfVerifying *self, const SfSealPart *part, GHashTable *index, GHashTable *seen, GError **error)
{
  const SfUuid *evaluation = sf_seal_get_evaluation (self->seal);
  SfRecordClass *klass = find_class (part->table);
  g_autoptr (GArray) records
      = sf_seal_data_list_records (self->store, part, evaluation,
                                   g_hash_table_lookup (self->left_out, evaluation), error);
  g_autoptr (SfChangeSet) set = sf_change_set_new ("", "edit");

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      SfChange *row = sf_change_set_add (set, SF_CHANGE_DELETE, G_TYPE_FROM_CLASS (klass),
                                         &g_array_index (records, SfUuid, i));
      g_autofree char *name = NULL;

      if (!sf_mapper_read_old (self->store, row, error))
        return FALSE;
      for (guint k = 0; k < klass->n_columns; k++)
        compare_field (self, index, klass, row, k, seen);
      if (is_known (index, klass, &row->record))
        continue;
      name = sf_record_check_name (klass, &row->record, row->row);
      sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_DATA,
                         g_strdup_printf (_ ("%s was not there when the report was sealed."),
                                          name));
    }
  return TRUE;
}

static gboolean
is_fixed (const char *table)
{
  guint n;
  const SfSealPart *parts = sf_seal_data_list_parts (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (parts[i].table, table) == 0)
      return parts[i].fixed;
  return FALSE;
}

/* Each record that is missing is named once. */
static void
list_missing (SfVerifying *self, GPtrArray *leaves, GHashTable *index, GHashTable *seen)
{
  const SfSealLeaf *last = NULL;

  for (guint i = 0; i < leaves->len; i++)
    {
      const SfSealLeaf *leaf = leaves->pdata[i];

      if (leaf->is_erased || !is_fixed (leaf->table) || g_hash_table_contains (seen, leaf)
          || (last != NULL && sf_uuid_equal (&last->record, &leaf->record)))
        continue;
      last = leaf;
      add_fault (self, index, leaf, _ ("%s was sealed and is not in the file any more."));
    }
}

/* Who sealed, and why: of the seal itself. */
static void
compare_names (SfVerifying *self, GHashTable *index)
{
  static const guint columns[]
      = { SF_SEAL_SEALED_BY, SF_SEAL_OFFICE, SF_SEAL_ACCEPTED_BY, SF_SEAL_REASON };
  SfRecordClass *klass = SF_RECORD_GET_CLASS (self->seal);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const SfSealLeaf *leaf = find_leaf (index, sf_record_get_uuid (SF_RECORD (self->seal)),
                                          klass->columns[columns[i]].name);

      if (leaf == NULL
          || (!leaf->is_erased
              && !sf_value_equal (&leaf->value,
                                  sf_record_get_nth (SF_RECORD (self->seal), columns[i]))))
        sf_seal_add_fault (self->verdict->faults, SF_SEAL_FAULT_SIGNATURE,
                           g_strdup_printf (_ ("“%s” of the seal is not what was signed."),
                                            sf_record_class_get_heading (klass, columns[i])));
    }
}

static gboolean
compare_records (SfVerifying *self, GPtrArray *leaves, GHashTable *index, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n;
  const SfSealPart *parts = sf_seal_data_list_parts (&n);

  for (guint i = 0; i < n; i++)
    if (parts[i].fixed && sf_seal_data_is_there (self->store, &parts[i])
        && !compare_part (self, &parts[i], index, seen, error))
      return FALSE;
  list_missing (self, leaves, index, seen);
  return TRUE;
}

gboolean
sf_seal_verify_data (SfVerifying *self, GError **error)
{
  g_autoptr (GPtrArray) leaves
      = sf_seals_read_leaves (self->store, sf_record_get_uuid (SF_RECORD (self->seal)), error);
  g_autoptr (GHashTable) index = NULL;

  if (leaves == NULL || !find_erasure (self, error))
    return FALSE;
  index = index_leaves (leaves);
  check_leaves (self, leaves, index);
  compare_names (self, index);
  tell_erased (self);
  return !self->stands || compare_records (self, leaves, index, error);
}

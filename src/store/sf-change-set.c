/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-change-set.h"

static void
change_free (gpointer data)
{
  SfChange *change = data;

  sf_value_clear (&change->old_value);
  sf_value_clear (&change->new_value);
  if (change->row != NULL)
    for (guint i = 0; i < sf_change_count_columns (change); i++)
      sf_value_clear (&change->row[i]);
  g_free (change->row);
  g_free (change);
}

const SfUuid *
sf_change_by_program (void)
{
  /* the greatest UUID (RFC 9562, 5.10), which no record is given */
  static const SfUuid all_ones = { { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                     0xff, 0xff, 0xff, 0xff, 0xff, 0xff } };

  return &all_ones;
}

SfChangeSet *
sf_change_set_new (const char *label, const char *kind)
{
  SfChangeSet *set = g_new0 (SfChangeSet, 1);

  set->label = g_strdup (label);
  set->kind = kind;
  set->changes = g_ptr_array_new_with_free_func (change_free);
  return set;
}

void
sf_change_set_free (SfChangeSet *set)
{
  g_ptr_array_unref (set->changes);
  g_clear_pointer (&set->keyring, g_bytes_unref);
  g_clear_pointer (&set->erased, g_array_unref);
  g_clear_pointer (&set->sealing, sf_sealing_free);
  g_free (set->label);
  g_free (set);
}

/**
 * sf_change_set_add:
 * @set: a change set
 * @operation: what shall happen
 * @type: the record's class
 * @record: its identity
 *
 * Returns: (transfer none): the change, to be filled; its row, if it has one, is all NULL
 */
SfChange *
sf_change_set_add (SfChangeSet *set, SfChangeOperation operation, GType type, const SfUuid *record)
{
  SfChange *change = g_new0 (SfChange, 1);

  change->operation = operation;
  change->type = type;
  change->record = *record;
  if (operation != SF_CHANGE_SET)
    change->row = g_new0 (SfValue, sf_change_count_columns (change));
  g_ptr_array_add (set->changes, change);
  return change;
}

/* The change that makes @record, if this set makes it. */
SfChange *
sf_change_set_find_insert (SfChangeSet *set, const SfUuid *record)
{
  for (guint i = set->changes->len; i > 0; i--)
    {
      SfChange *change = set->changes->pdata[i - 1];
      if (change->operation == SF_CHANGE_INSERT && sf_uuid_equal (&change->record, record))
        return change;
    }
  return NULL;
}

static SfChange *
find_set (SfChangeSet *set, const SfUuid *record, guint column)
{
  for (guint i = 0; i < set->changes->len; i++)
    {
      SfChange *change = set->changes->pdata[i];
      if (change->operation == SF_CHANGE_SET && change->column == column
          && sf_uuid_equal (&change->record, record))
        return change;
    }
  return NULL;
}

/* The same without looking for a rival. */
static void
put_alone (SfChangeSet *set, GType type, const SfUuid *record, guint column, const SfValue *value)
{
  SfChange *insert = sf_change_set_find_insert (set, record);
  SfChange *change = insert == NULL ? find_set (set, record, column) : NULL;

  if (insert != NULL)
    {
      sf_value_copy (&insert->row[column], value);
      return;
    }
  if (change == NULL)
    change = sf_change_set_add (set, SF_CHANGE_SET, type, record);
  change->column = column;
  sf_value_copy (&change->new_value, value);
}

void
sf_change_set_put (
    SfChangeSet *set, GType type, const SfUuid *record, guint column, const SfValue *value)
{
  int rival = sf_record_class_find_rival (g_type_class_peek (type), column);

  if (rival >= 0 && value->type != SF_VALUE_NULL)
    put_alone (set, type, record, (guint)rival, &(SfValue)SF_VALUE_INIT);
  put_alone (set, type, record, column, value);
}

static SfRecordClass *
class_of (const SfChange *change)
{
  /* sf_model_get_record_types() keeps every class alive */
  return g_type_class_peek (change->type);
}

guint
sf_change_count_columns (const SfChange *change)
{
  return class_of (change)->n_columns;
}

GBytes *
sf_change_pack_row (const SfChange *change)
{
  SfRecordClass *klass = class_of (change);
  GVariantBuilder builder;
  g_autoptr (GVariant) packed = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(s(yv))"));
  for (guint i = 0; i < klass->n_columns; i++)
    if (change->row[i].type != SF_VALUE_NULL)
      g_variant_builder_add (&builder, "(s@(yv))", klass->columns[i].name,
                             sf_value_to_variant (&change->row[i]));
  packed = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    {
      g_autoptr (GVariant) native = g_steal_pointer (&packed);
      packed = g_variant_byteswap (native);
    }
  return g_variant_get_data_as_bytes (packed);
}

/* FALSE where @packed is damaged; a column that this program does not know is passed over */
gboolean
sf_change_unpack_row (SfChange *change, GBytes *packed)
{
  SfRecordClass *klass = class_of (change);
  g_autoptr (GVariant) raw
      = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("a(s(yv))"), packed, FALSE));
  g_autoptr (GVariant) rows = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  rows = G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (raw) : g_variant_get_normal_form (raw);
  g_variant_iter_init (&iter, rows);
  while (g_variant_iter_next (&iter, "(&s@(yv))", &name, &value))
    {
      int column = sf_record_class_find_column (klass, name);
      gboolean good = column < 0 || sf_value_from_variant (&change->row[column], value);

      g_variant_unref (value);
      if (!good)
        return FALSE;
    }
  return TRUE;
}

char *
sf_change_unpack_text (GType type, GBytes *packed, guint column)
{
  SfRecordClass *klass = g_type_class_peek (type);
  g_autofree SfValue *row = g_new0 (SfValue, klass->n_columns);
  SfChange change = { .operation = SF_CHANGE_INSERT, .type = type, .row = row };
  char *text = NULL;

  if (sf_change_unpack_row (&change, packed) && row[column].type == SF_VALUE_TEXT)
    text = g_strdup (row[column].text);
  for (guint i = 0; i < klass->n_columns; i++)
    sf_value_clear (&row[i]);
  return text;
}

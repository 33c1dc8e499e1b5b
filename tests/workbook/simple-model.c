/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "simple-model.h"

static void
change_free (gpointer data)
{
  SimpleChange *change = data;

  g_free (change->key);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

SimpleModel *
simple_model_new (void)
{
  SimpleModel *simple = g_new0 (SimpleModel, 1);

  simple->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  simple->undo = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  simple->redo = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  return simple;
}

void
simple_model_free (SimpleModel *simple)
{
  g_hash_table_unref (simple->values);
  g_ptr_array_unref (simple->undo);
  g_ptr_array_unref (simple->redo);
  g_free (simple);
}

static char *
show (const SfValue *value)
{
  g_autofree char *text = NULL;

  switch (value->type)
    {
    case SF_VALUE_INT:
      return g_strdup_printf ("i%" G_GINT64_FORMAT, value->integer);
    case SF_VALUE_REAL:
      return g_strdup_printf ("r%.17g", value->real);
    case SF_VALUE_TEXT:
      return g_strconcat ("t", value->text, NULL);
    case SF_VALUE_UUID:
      text = sf_uuid_to_string (&value->uuid);
      return g_strconcat ("u", text, NULL);
    case SF_VALUE_BLOB:
      return g_strdup_printf ("b%u", g_bytes_hash (value->blob));
    default:
      return g_strdup ("n");
    }
}

static char *
key_of (const SfUuid *uuid, const char *column)
{
  g_autofree char *text = sf_uuid_to_string (uuid);

  return g_strconcat (text, "/", column, NULL);
}

static void
set_value (SimpleModel *simple, const char *key, const char *value)
{
  if (value != NULL)
    g_hash_table_insert (simple->values, g_strdup (key), g_strdup (value));
  else
    g_hash_table_remove (simple->values, key);
}

/* (transfer full): @key, @value */
static void
put (SimpleModel *simple, char *key, char *value)
{
  const char *before = g_hash_table_lookup (simple->values, key);
  SimpleChange *change;

  if (g_strcmp0 (before, value) == 0)
    {
      g_free (key);
      g_free (value);
      return;
    }
  change = g_new0 (SimpleChange, 1);
  change->key = key;
  change->before = g_strdup (before);
  change->after = value;
  g_ptr_array_add (simple->now, change);
  set_value (simple, key, value);
}

void
simple_begin (SimpleModel *simple)
{
  g_assert_null (simple->now);
  simple->now = g_ptr_array_new_with_free_func (change_free);
}

void
simple_end (SimpleModel *simple)
{
  if (simple->now->len > 0)
    {
      g_ptr_array_set_size (simple->redo, 0);
      g_ptr_array_add (simple->undo, g_steal_pointer (&simple->now));
    }
  g_clear_pointer (&simple->now, g_ptr_array_unref);
}

gboolean
simple_undo (SimpleModel *simple)
{
  GPtrArray *changes;

  if (simple->undo->len == 0)
    return FALSE;
  changes = g_ptr_array_steal_index (simple->undo, simple->undo->len - 1);
  for (guint i = changes->len; i > 0; i--)
    {
      SimpleChange *change = changes->pdata[i - 1];
      set_value (simple, change->key, change->before);
    }
  g_ptr_array_add (simple->redo, changes);
  return TRUE;
}

gboolean
simple_redo (SimpleModel *simple)
{
  GPtrArray *changes;

  if (simple->redo->len == 0)
    return FALSE;
  changes = g_ptr_array_steal_index (simple->redo, simple->redo->len - 1);
  for (guint i = 0; i < changes->len; i++)
    {
      SimpleChange *change = changes->pdata[i];
      set_value (simple, change->key, change->after);
    }
  g_ptr_array_add (simple->undo, changes);
  return TRUE;
}

void
simple_add (SimpleModel *simple, GType type, const SfUuid *uuid)
{
  SfRecordClass *klass = g_type_class_peek (type);

  for (guint i = 0; i < klass->n_columns; i++)
    put (simple, key_of (uuid, klass->columns[i].name), g_strdup ("n"));
}

void
simple_remove (SimpleModel *simple, SfRecord *record)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    put (simple, key_of (sf_record_get_uuid (record), klass->columns[i].name), NULL);
}

void
simple_put (SimpleModel *simple, GType type, const SfUuid *uuid, guint column, const SfValue *value)
{
  SfRecordClass *klass = g_type_class_peek (type);

  put (simple, key_of (uuid, klass->columns[column].name), show (value));
}

void
simple_put_null (SimpleModel *simple, GType type, const SfUuid *uuid, guint column)
{
  simple_put (simple, type, uuid, column, &(SfValue)SF_VALUE_INIT);
}

void
simple_put_int (SimpleModel *simple, GType type, const SfUuid *uuid, guint column, gint64 value)
{
  const SfValue v
      = { .type = value == SF_NULL_INT ? SF_VALUE_NULL : SF_VALUE_INT, .integer = value };

  simple_put (simple, type, uuid, column, &v);
}

void
simple_put_real (SimpleModel *simple, GType type, const SfUuid *uuid, guint column, double value)
{
  const SfValue v = { .type = value != value ? SF_VALUE_NULL : SF_VALUE_REAL, .real = value };

  simple_put (simple, type, uuid, column, &v);
}

void
simple_put_text (
    SimpleModel *simple, GType type, const SfUuid *uuid, guint column, const char *text)
{
  const SfColumn *info = &((SfRecordClass *)g_type_class_peek (type))->columns[column];
  g_autofree char *clean = g_strstrip (g_strdup (text != NULL ? text : ""));
  const SfValue v = { .type = *clean == '\0' ? SF_VALUE_NULL : SF_VALUE_TEXT, .text = clean };

  /* a title is one line */
  if (g_str_equal (info->name, "title") || g_str_equal (info->name, "name"))
    g_strdelimit (clean, "\n\t", ' ');
  simple_put (simple, type, uuid, column, &v);
}

void
simple_put_ref (
    SimpleModel *simple, GType type, const SfUuid *uuid, guint column, const SfUuid *other)
{
  SfValue v = SF_VALUE_INIT;

  sf_value_set_uuid (&v, other);
  simple_put (simple, type, uuid, column, &v);
}

static guint
assert_record_equal (SimpleModel *simple, SfRecord *record)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      g_autofree char *key = key_of (sf_record_get_uuid (record), klass->columns[i].name);
      g_autofree char *mine = show (sf_record_get_nth (record, i));
      const char *expected = g_hash_table_lookup (simple->values, key);

      if (g_strcmp0 (mine, expected) != 0)
        g_error ("%s.%s is “%s”, should be “%s”", klass->table, klass->columns[i].name, mine,
                 expected != NULL ? expected : "(no such record)");
    }
  return klass->n_columns;
}

/* The first that should be there and is not. */
static void
complain_of_missing (SimpleModel *simple, GHashTable *seen)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, simple->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (seen, key))
      g_error ("%s should be “%s” and is not there", (char *)key, (char *)value);
}

void
simple_assert_equal (SimpleModel *simple, SfModel *model)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n, fields = 0;
  const GType *types = sf_model_get_record_types (&n);

  for (guint i = 0; i < n; i++)
    {
      GListModel *list = sf_model_get_list (model, types[i]);

      for (guint k = 0; k < g_list_model_get_n_items (list); k++)
        {
          g_autoptr (SfRecord) record = g_list_model_get_item (list, k);
          fields += assert_record_equal (simple, record);
          for (guint c = 0; c < SF_RECORD_GET_CLASS (record)->n_columns; c++)
            g_hash_table_add (seen, key_of (sf_record_get_uuid (record),
                                            SF_RECORD_GET_CLASS (record)->columns[c].name));
        }
    }
  complain_of_missing (simple, seen);
  g_assert_cmpuint (fields, ==, g_hash_table_size (simple->values));
}

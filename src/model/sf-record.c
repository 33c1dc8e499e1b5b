/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-record-private.h"

#include "base/sf-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  SfUuid uuid;
  SfValue *values; /* as many as the class has columns */
} SfRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SfRecord, sf_record, G_TYPE_OBJECT)

static SfRecordPrivate *
priv_of (SfRecord *self)
{
  return sf_record_get_instance_private (self);
}

static GBytes *
uuid_to_bytes (const SfUuid *uuid)
{
  return g_bytes_new (uuid->bytes, sizeof uuid->bytes);
}

static void
sf_record_get_property (GObject *object, guint id, GValue *out, GParamSpec *pspec)
{
  SfRecord *self = SF_RECORD (object);
  guint column = id - 1;
  const SfValue *value = sf_record_get_nth (self, column);

  if (G_VALUE_HOLDS_INT64 (out))
    g_value_set_int64 (out, sf_record_get_int (self, column));
  else if (G_VALUE_HOLDS_DOUBLE (out))
    g_value_set_double (out, sf_record_get_real (self, column));
  else if (G_VALUE_HOLDS_STRING (out))
    g_value_set_string (out, sf_record_get_text (self, column));
  else if (value->type == SF_VALUE_BLOB)
    g_value_set_boxed (out, value->blob);
  else if (value->type == SF_VALUE_UUID)
    g_value_take_boxed (out, uuid_to_bytes (&value->uuid));
}

static void
sf_record_finalize (GObject *object)
{
  SfRecord *self = SF_RECORD (object);
  SfRecordPrivate *priv = priv_of (self);

  for (guint i = 0; i < SF_RECORD_GET_CLASS (self)->n_columns; i++)
    sf_value_clear (&priv->values[i]);
  g_free (priv->values);
  G_OBJECT_CLASS (sf_record_parent_class)->finalize (object);
}

static void
sf_record_constructed (GObject *object)
{
  SfRecord *self = SF_RECORD (object);

  priv_of (self)->values = g_new0 (SfValue, SF_RECORD_GET_CLASS (self)->n_columns);
  G_OBJECT_CLASS (sf_record_parent_class)->constructed (object);
}

static void
sf_record_class_init (SfRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sf_record_constructed;
  object_class->finalize = sf_record_finalize;
}

static void
sf_record_init (SfRecord *self)
{
}

static GParamSpec *
pspec_for (const SfColumn *column)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  g_autofree char *hyphens = g_strdelimit (g_strdup (column->name), "_", '-');
  const char *name = g_intern_string (hyphens);

  switch (column->type)
    {
    case SF_COLUMN_INT:
    case SF_COLUMN_BOOLEAN:
    case SF_COLUMN_INSTANT:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, SF_NULL_INT, flags);
    case SF_COLUMN_REAL:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case SF_COLUMN_TEXT:
    case SF_COLUMN_DATE:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case SF_COLUMN_BLOB:
    case SF_COLUMN_REF:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_BYTES, flags);
    default:
      g_assert_not_reached ();
    }
}

/**
 * sf_record_class_set_table:
 * @klass: the class of a table
 * @table: its name
 * @label: what history calls such a record
 * @columns: its columns, static
 * @n_columns: how many
 *
 * Makes @klass the class of @table and installs a property for each column. A column that does
 * not say who it may leave to is a programmer's error and aborts.
 */
void
sf_record_class_set_table (SfRecordClass *klass,
                           const char *table,
                           const char *label,
                           const SfColumn *columns,
                           guint n_columns)
{
  const SfColumnFlags leaves
      = SF_COLUMN_LEAVES_BOARD | SF_COLUMN_LEAVES_AUTHORITY | SF_COLUMN_LEAVES_OPEN;

  /* GObject does not hand this one down to subclasses */
  G_OBJECT_CLASS (klass)->get_property = sf_record_get_property;
  klass->table = table;
  klass->label = label;
  klass->columns = columns;
  klass->n_columns = n_columns;
  klass->pspecs = g_new0 (GParamSpec *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    {
      gboolean stays = (columns[i].flags & SF_COLUMN_STAYS) != 0;
      if (stays == ((columns[i].flags & leaves) != 0) || columns[i].label == NULL)
        g_error ("column %s.%s does not say who it may leave to", table, columns[i].name);
      if ((columns[i].type == SF_COLUMN_REF) != (columns[i].references != NULL))
        g_error ("column %s.%s does not say what it refers to", table, columns[i].name);
      klass->pspecs[i + 1] = pspec_for (&columns[i]);
    }
  g_object_class_install_properties (G_OBJECT_CLASS (klass), n_columns + 1, klass->pspecs);
}

/**
 * sf_record_class_find_column:
 * @klass: the class of a table
 * @name: a column's name, in snake_case
 *
 * Returns: its number, or -1
 */
int
sf_record_class_find_column (SfRecordClass *klass, const char *name)
{
  for (guint i = 0; i < klass->n_columns; i++)
    if (strcmp (klass->columns[i].name, name) == 0)
      return (int)i;
  return -1;
}

const char *
sf_record_class_get_heading (SfRecordClass *klass, guint column)
{
  g_autofree char *heading = NULL;

  g_return_val_if_fail (column < klass->n_columns, "");

  heading = sf_text_upper_first (_ (klass->columns[column].label));
  return g_intern_string (heading);
}

int
sf_record_class_find_rival (SfRecordClass *klass, guint column)
{
  static const char *const rivals[][3] = {
    { "action", "due_on", "no_date_reason" },
    { "action", "done_on", "dropped_reason" },
  };
  const char *name = klass->columns[column].name;

  for (guint i = 0; i < G_N_ELEMENTS (rivals); i++)
    if (strcmp (klass->table, rivals[i][0]) == 0)
      for (guint k = 1; k <= 2; k++)
        if (strcmp (name, rivals[i][k]) == 0)
          return sf_record_class_find_column (klass, rivals[i][3 - k]);
  return -1;
}

/**
 * sf_record_new:
 * @type: the GType of a table's class
 * @uuid: its identity
 *
 * Returns: (transfer full): a record whose columns are all NULL
 */
SfRecord *
sf_record_new (GType type, const SfUuid *uuid)
{
  SfRecord *self = g_object_new (type, NULL);

  priv_of (self)->uuid = *uuid;
  return self;
}

/**
 * sf_record_load:
 * @self: a record that nobody shows yet
 * @column: which column
 * @value: its value, copied
 */
void
sf_record_load (SfRecord *self, guint column, const SfValue *value)
{
  g_return_if_fail (column < SF_RECORD_GET_CLASS (self)->n_columns);

  sf_value_copy (&priv_of (self)->values[column], value);
}

/**
 * sf_record_apply:
 * @self: a record
 * @column: which column
 * @value: its new value, copied
 *
 * Changes the record in memory, after the change is on disk, and notifies.
 *
 * Returns: whether it was another value before
 */
gboolean
sf_record_apply (SfRecord *self, guint column, const SfValue *value)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (self);
  SfValue *mine = &priv_of (self)->values[column];

  g_return_val_if_fail (column < klass->n_columns, FALSE);

  if (sf_value_equal (mine, value))
    return FALSE;
  sf_value_copy (mine, value);
  g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[column + 1]);
  return TRUE;
}

const SfUuid *
sf_record_get_uuid (SfRecord *self)
{
  g_return_val_if_fail (SF_IS_RECORD (self), NULL);

  return &priv_of (self)->uuid;
}

const char *
sf_record_get_table (SfRecord *self)
{
  return SF_RECORD_GET_CLASS (self)->table;
}

/**
 * sf_record_get_nth:
 * @self: a record
 * @column: a column's number
 *
 * Returns: (transfer none): its value, valid until the record changes
 */
const SfValue *
sf_record_get_nth (SfRecord *self, guint column)
{
  static const SfValue null_value = SF_VALUE_INIT;

  g_return_val_if_fail (SF_IS_RECORD (self), &null_value);
  g_return_val_if_fail (column < SF_RECORD_GET_CLASS (self)->n_columns, &null_value);

  return &priv_of (self)->values[column];
}

/**
 * sf_record_get:
 * @self: a record
 * @column: a column's name; one that does not exist is a programmer's error
 *
 * Returns: (transfer none): its value
 */
const SfValue *
sf_record_get (SfRecord *self, const char *column)
{
  int nth = sf_record_class_find_column (SF_RECORD_GET_CLASS (self), column);

  return sf_record_get_nth (self, nth >= 0 ? (guint)nth : G_MAXUINT);
}

gboolean
sf_record_is_null (SfRecord *self, guint column)
{
  return sf_record_get_nth (self, column)->type == SF_VALUE_NULL;
}

/* %SF_NULL_INT for NULL */
gint64
sf_record_get_int (SfRecord *self, guint column)
{
  const SfValue *value = sf_record_get_nth (self, column);

  return value->type == SF_VALUE_INT ? value->integer : SF_NULL_INT;
}

/* NaN for NULL */
double
sf_record_get_real (SfRecord *self, guint column)
{
  const SfValue *value = sf_record_get_nth (self, column);

  return value->type == SF_VALUE_REAL ? value->real : (double)NAN;
}

/* %NULL for NULL */
const char *
sf_record_get_text (SfRecord *self, guint column)
{
  const SfValue *value = sf_record_get_nth (self, column);

  return value->type == SF_VALUE_TEXT ? value->text : NULL;
}

/* %NULL for NULL */
const SfUuid *
sf_record_get_ref (SfRecord *self, guint column)
{
  const SfValue *value = sf_record_get_nth (self, column);

  return value->type == SF_VALUE_UUID ? &value->uuid : NULL;
}

/**
 * sf_record_refers_to:
 * @self: a record
 * @column: a REF column's number
 * @other: (type SfRecord) (nullable): another record
 *
 * Returns: whether the column names @other; NULL names %NULL
 */
gboolean
sf_record_refers_to (SfRecord *self, guint column, gpointer other)
{
  const SfUuid *ref = sf_record_get_ref (self, column);

  if (other == NULL || ref == NULL)
    return other == NULL && ref == NULL;
  return sf_uuid_equal (ref, sf_record_get_uuid (SF_RECORD (other)));
}

char *
sf_column_clean_text (const SfColumn *column, const char *text)
{
  g_autofree char *clean = sf_text_clean (text), *line = NULL;

  if (clean == NULL
      || (!g_str_equal (column->name, "title") && !g_str_equal (column->name, "name")))
    return g_steal_pointer (&clean);
  line = sf_text_to_line (clean);
  return sf_text_clean (line);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-model-private.h"

#include "model/sf-record-private.h"

#include <string.h>

struct _SfModel
{
  GObject parent_instance;

  GHashTable *lists;     /* GType → GListStore */
  GHashTable *by_uuid;   /* SfUuid of the record → record (borrowed from its list) */
  GHashTable *referring; /* SfReference → GPtrArray of records (borrowed) */
  GHashTable *shown;     /* "UUID of a measure, first day of a period" → GPtrArray of SfShown */
};

/* "the judgements whose column 0 names this evaluation" */
typedef struct
{
  GType type;
  guint column;
  SfUuid uuid;
} SfReference;

enum
{
  CHANGED,
  TOUCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SfModel, sf_model, G_TYPE_OBJECT)

static guint
reference_hash (gconstpointer key)
{
  const SfReference *reference = key;

  return sf_uuid_hash (&reference->uuid) ^ (guint)reference->type ^ reference->column;
}

static gboolean
reference_equal (gconstpointer a, gconstpointer b)
{
  const SfReference *one = a, *two = b;

  return one->type == two->type && one->column == two->column
         && sf_uuid_equal (&one->uuid, &two->uuid);
}

/**
 * sf_model_get_record_types:
 * @n_types: (out): how many
 *
 * Returns: (array length=n_types): the class of every table, parents before those who refer to
 *   them
 */
const GType *
sf_model_get_record_types (guint *n_types)
{
  static GType types[32];

  if (g_once_init_enter (&types[0]))
    {
      types[1] = SF_TYPE_CONTRIBUTOR;
      types[2] = SF_TYPE_FRAMEWORK_EDITION;
      types[3] = SF_TYPE_EVALUATION;
      types[4] = SF_TYPE_AREA_JUDGEMENT;
      types[5] = SF_TYPE_JUDGEMENT;
      types[6] = SF_TYPE_EVIDENCE;
      types[7] = SF_TYPE_ATTACHMENT;
      types[8] = SF_TYPE_EVIDENCE_LINK;
      types[9] = SF_TYPE_PRIORITY;
      types[10] = SF_TYPE_MEASURE;
      types[11] = SF_TYPE_FAMILY_GROUP;
      types[12] = SF_TYPE_TARGET;
      types[13] = SF_TYPE_REVIEW;
      types[14] = SF_TYPE_MILESTONE;
      types[15] = SF_TYPE_TARGET_CHANGE;
      types[16] = SF_TYPE_ACTION;
      types[17] = SF_TYPE_ACTION_REVIEW;
      types[18] = SF_TYPE_ACTION_TARGET;
      types[19] = SF_TYPE_READING;
      types[20] = SF_TYPE_PERFORMANCE_RECORD;
      types[21] = SF_TYPE_ERASURE;
      types[22] = SF_TYPE_IDENTITY_CHECK;
      types[23] = SF_TYPE_REPORT_CHOICE;
      types[24] = SF_TYPE_REPORT_SECTION;
      types[25] = SF_TYPE_REPORT_STATEMENT;
      types[26] = SF_TYPE_MEETING;
      types[27] = SF_TYPE_MEETING_AREA;
      types[28] = SF_TYPE_ATTENDANCE;
      types[29] = SF_TYPE_CHALLENGE;
      types[30] = SF_TYPE_QUESTION_DECISION;
      types[31] = SF_TYPE_SEAL;
      /* kept for good: whoever has a type may peek at its class */
      g_type_class_ref (SF_TYPE_CENTRE);
      for (guint i = 1; i < G_N_ELEMENTS (types); i++)
        g_type_class_ref (types[i]);
      g_once_init_leave (&types[0], SF_TYPE_CENTRE);
    }
  *n_types = G_N_ELEMENTS (types);
  return types;
}

/**
 * sf_model_find_record_type:
 * @table: a table's name
 *
 * Returns: the class of its records, or %G_TYPE_INVALID
 */
GType
sf_model_find_record_type (const char *table)
{
  guint n;
  const GType *types = sf_model_get_record_types (&n);

  for (guint i = 0; i < n; i++)
    {
      SfRecordClass *klass = g_type_class_ref (types[i]);
      gboolean same = strcmp (klass->table, table) == 0;

      g_type_class_unref (klass);
      if (same)
        return types[i];
    }
  return G_TYPE_INVALID;
}

static void
sf_model_finalize (GObject *object)
{
  SfModel *self = SF_MODEL (object);

  g_hash_table_unref (self->shown);
  g_hash_table_unref (self->referring);
  g_hash_table_unref (self->by_uuid);
  g_hash_table_unref (self->lists);
  G_OBJECT_CLASS (sf_model_parent_class)->finalize (object);
}

static void
sf_model_class_init (SfModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_model_finalize;

  /**
   * SfModel::changed:
   *
   * Something changed: emitted once after each step, when all its records are as they will be.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SfModel::touched:
   * @record: a record
   *
   * @record came, changed or is about to go; before #SfModel::changed, while other records of the
   * step may still be as they were. Whoever keeps something of a record forgets it then, and looks
   * again at #SfModel::changed.
   */
  signals[TOUCHED] = g_signal_new ("touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, SF_TYPE_RECORD);
}

static void
sf_model_init (SfModel *self)
{
  guint n;
  const GType *types = sf_model_get_record_types (&n);

  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (self->lists, GSIZE_TO_POINTER (types[i]), g_list_store_new (types[i]));
  self->by_uuid = g_hash_table_new (sf_uuid_hash, sf_uuid_equal);
  self->referring = g_hash_table_new_full (reference_hash, reference_equal, g_free,
                                           (GDestroyNotify)g_ptr_array_unref);
  self->shown
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

/**
 * sf_model_new:
 *
 * Returns: (transfer full): a model without a record
 */
SfModel *
sf_model_new (void)
{
  return g_object_new (SF_TYPE_MODEL, NULL);
}

/**
 * sf_model_get_list:
 * @self: a model
 * @type: a record class
 *
 * Returns: (transfer none): all its records in the order in which they were made, retired ones
 *   among them
 */
GListModel *
sf_model_get_list (SfModel *self, GType type)
{
  g_return_val_if_fail (SF_IS_MODEL (self), NULL);

  return g_hash_table_lookup (self->lists, GSIZE_TO_POINTER (type));
}

/**
 * sf_model_find:
 * @self: a model
 * @uuid: (nullable): an identity
 *
 * Returns: (transfer none) (nullable) (type SfRecord): the record of that identity
 */
gpointer
sf_model_find (SfModel *self, const SfUuid *uuid)
{
  g_return_val_if_fail (SF_IS_MODEL (self), NULL);

  return uuid != NULL ? g_hash_table_lookup (self->by_uuid, uuid) : NULL;
}

static void
index_value (SfModel *self, SfRecord *record, guint column, const SfValue *value)
{
  SfReference key = { G_OBJECT_TYPE (record), column, value->uuid };
  GPtrArray *records = g_hash_table_lookup (self->referring, &key);

  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (self->referring, g_memdup2 (&key, sizeof key), records);
    }
  g_ptr_array_add (records, record);
}

static void
unindex_value (SfModel *self, SfRecord *record, guint column, const SfValue *value)
{
  SfReference key = { G_OBJECT_TYPE (record), column, value->uuid };
  GPtrArray *records = g_hash_table_lookup (self->referring, &key);

  if (records != NULL && g_ptr_array_remove (records, record) && records->len == 0)
    g_hash_table_remove (self->referring, &key);
}

static void
for_each_reference (SfModel *self,
                    SfRecord *record,
                    void (*act) (SfModel *, SfRecord *, guint, const SfValue *))
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    if (klass->columns[i].type == SF_COLUMN_REF && !sf_record_is_null (record, i))
      act (self, record, i, sf_record_get_nth (record, i));
}

/**
 * sf_model_add:
 * @self: a model
 * @record: a record whose columns are filled
 */
void
sf_model_add (SfModel *self, SfRecord *record)
{
  GListStore *list = g_hash_table_lookup (self->lists, GSIZE_TO_POINTER (G_OBJECT_TYPE (record)));

  g_return_if_fail (list != NULL);

  g_hash_table_insert (self->by_uuid, (gpointer)sf_record_get_uuid (record), record);
  for_each_reference (self, record, index_value);
  g_list_store_append (list, record);
  g_signal_emit (self, signals[TOUCHED], 0, record);
}

/* What goes is mostly what came last: by undo, thousands one after the other. */
static gboolean
find_position (GListStore *list, SfRecord *record, guint *position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (SfRecord) last = g_list_model_get_item (G_LIST_MODEL (list), n - 1);

  *position = n - 1;
  return last == record || g_list_store_find (list, record, position);
}

/**
 * sf_model_remove:
 * @self: a model
 * @record: a record of it
 */
void
sf_model_remove (SfModel *self, SfRecord *record)
{
  GListStore *list = g_hash_table_lookup (self->lists, GSIZE_TO_POINTER (G_OBJECT_TYPE (record)));
  guint position;

  g_signal_emit (self, signals[TOUCHED], 0, record);
  for_each_reference (self, record, unindex_value);
  g_hash_table_remove (self->by_uuid, sf_record_get_uuid (record));
  if (find_position (list, record, &position))
    g_list_store_remove (list, position);
}

/**
 * sf_model_apply:
 * @self: a model
 * @record: a record of it
 * @column: which column
 * @value: its new value
 *
 * Changes a record after the change is on disk.
 *
 * Returns: whether the value was another one before
 */
gboolean
sf_model_apply (SfModel *self, SfRecord *record, guint column, const SfValue *value)
{
  const SfColumn *info = &SF_RECORD_GET_CLASS (record)->columns[column];
  gboolean changed;

  if (info->type == SF_COLUMN_REF && !sf_record_is_null (record, column))
    unindex_value (self, record, column, sf_record_get_nth (record, column));
  if (info->type == SF_COLUMN_REF && value->type == SF_VALUE_UUID)
    index_value (self, record, column, value);
  changed = sf_record_apply (record, column, value);
  if (changed)
    g_signal_emit (self, signals[TOUCHED], 0, record);
  return changed;
}

void
sf_model_emit_changed (SfModel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * sf_model_list_referring:
 * @self: a model
 * @type: a record class
 * @column: one of its REF columns
 * @other: (type SfRecord): the record referred to
 *
 * Returns: (transfer container) (element-type SfRecord): the records of @type that refer to
 *   @other by @column, in the order in which they came
 */
GPtrArray *
sf_model_list_referring (SfModel *self, GType type, guint column, gpointer other)
{
  GPtrArray *records, *copy = g_ptr_array_new ();

  g_return_val_if_fail (SF_IS_MODEL (self), copy);
  g_return_val_if_fail (SF_IS_RECORD (other), copy);

  records = sf_model_peek_referring (self, type, column, other);
  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (copy, records->pdata[i]);
  return copy;
}

/* Those records themselves; valid until the model changes. NULL if there are none. */
GPtrArray *
sf_model_peek_referring (SfModel *self, GType type, guint column, gpointer other)
{
  SfReference key = { type, column, { { 0 } } };

  g_return_val_if_fail (SF_IS_RECORD (other), NULL);

  key.uuid = *sf_record_get_uuid (other);
  return g_hash_table_lookup (self->referring, &key);
}

/* --- what reports showed ---------------------------------------------------------------------- */

static char *
make_shown_key (const SfUuid *measure, const char *starts_on)
{
  g_autofree char *uuid = sf_uuid_to_string (measure);

  return g_strdup_printf ("%s %s", uuid, starts_on);
}

GPtrArray *
sf_model_list_shown (SfModel *self, const SfUuid *measure, const char *starts_on)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (SF_IS_MODEL (self), NULL);

  key = make_shown_key (measure, starts_on);
  return g_hash_table_lookup (self->shown, key);
}

gboolean
sf_model_add_shown (SfModel *self, SfShown *shown)
{
  GPtrArray *there = sf_model_list_shown (self, &shown->measure, shown->starts_on);

  for (guint i = 0; there != NULL && i < there->len; i++)
    if (sf_shown_covers (there->pdata[i], shown))
      {
        sf_shown_free (shown);
        return FALSE;
      }
  if (there == NULL)
    {
      there = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_shown_free);
      g_hash_table_insert (self->shown, make_shown_key (&shown->measure, shown->starts_on), there);
    }
  g_ptr_array_add (there, shown);
  return TRUE;
}

void
sf_model_add_all_shown (SfModel *self, SfModel *other)
{
  GHashTableIter iter;
  gpointer all;

  g_hash_table_iter_init (&iter, other->shown);
  while (g_hash_table_iter_next (&iter, NULL, &all))
    for (guint i = 0; i < ((GPtrArray *)all)->len; i++)
      sf_model_add_shown (self, sf_shown_copy (((GPtrArray *)all)->pdata[i]));
}

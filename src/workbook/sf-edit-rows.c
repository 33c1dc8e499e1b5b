/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What belongs to a record, as it will be when all that waits in the outbox is written. */
#include "workbook/sf-edit-private.h"

#include "store/sf-change-set.h"

static guint
count_columns (GType type)
{
  return SF_RECORD_CLASS (g_type_class_peek (type))->n_columns;
}

static void
row_free (gpointer data)
{
  SfEditRow *row = data;

  for (guint i = 0; i < count_columns (row->type); i++)
    sf_value_clear (&row->values[i]);
  g_free (row->values);
  g_free (row);
}

static void
add_row (GPtrArray *rows, GType type, const SfUuid *uuid, const SfValue *values)
{
  SfEditRow *row = g_new0 (SfEditRow, 1);

  row->type = type;
  row->uuid = *uuid;
  row->values = g_new0 (SfValue, count_columns (type));
  for (guint i = 0; i < count_columns (type); i++)
    sf_value_copy (&row->values[i], &values[i]);
  g_ptr_array_add (rows, row);
}

static SfEditRow *
find_row (GPtrArray *rows, const SfUuid *uuid)
{
  for (guint i = 0; i < rows->len; i++)
    if (sf_uuid_equal (&((SfEditRow *)rows->pdata[i])->uuid, uuid))
      return rows->pdata[i];
  return NULL;
}

static gboolean
belongs (const SfValue *value, gpointer owner)
{
  return value->type == SF_VALUE_UUID && sf_uuid_equal (&value->uuid, sf_record_get_uuid (owner));
}

static void
follow_change (GPtrArray *rows, GType type, guint column, gpointer owner, const SfChange *change)
{
  SfEditRow *row = find_row (rows, &change->record);

  if (change->type != type)
    return;
  if (change->operation == SF_CHANGE_INSERT && change->row != NULL && row == NULL
      && belongs (&change->row[column], owner))
    add_row (rows, type, &change->record, change->row);
  else if (row != NULL && change->operation == SF_CHANGE_DELETE)
    g_ptr_array_remove (rows, row);
  else if (row != NULL && change->operation == SF_CHANGE_SET)
    sf_value_copy (&row->values[change->column], &change->new_value);
}

GPtrArray *
sf_edit_list_rows (SfWorkbook *self, GType type, guint column, gpointer owner)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GPtrArray) there = sf_model_list_referring (self->model, type, column, owner);

  for (guint i = 0; i < there->len; i++)
    {
      g_autofree SfValue *values = g_new0 (SfValue, count_columns (type));

      for (guint k = 0; k < count_columns (type); k++)
        values[k] = *sf_record_get_nth (there->pdata[i], k);
      add_row (rows, type, sf_record_get_uuid (there->pdata[i]), values);
    }
  for (GList *l = self->outbox.head; l != NULL; l = l->next)
    {
      SfRequest *request = l->data;

      for (guint i = 0; request->set != NULL && i < request->set->changes->len; i++)
        follow_change (rows, type, column, owner, request->set->changes->pdata[i]);
    }
  return rows;
}

const char *
sf_edit_row_get_text (const SfEditRow *row, guint column)
{
  const SfValue *value = &row->values[column];

  return value->type == SF_VALUE_TEXT ? value->text : NULL;
}

gint64
sf_edit_rows_get_next_place (GPtrArray *rows, guint column)
{
  gint64 next = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const SfValue *value = &((SfEditRow *)rows->pdata[i])->values[column];

      if (value->type == SF_VALUE_INT)
        next = MAX (next, value->integer + 1);
    }
  return next;
}

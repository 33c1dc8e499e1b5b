/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook/sf-edit-private.h"

#include "workbook/sf-step-private.h"

SfFieldEdit *
sf_field_edit_new (gpointer record, guint column, const char *text)
{
  SfFieldEdit *edit = g_new0 (SfFieldEdit, 1);

  edit->record = g_object_ref (record);
  edit->column = column;
  edit->text = g_strdup (text);
  return edit;
}

void
sf_field_edit_free (SfFieldEdit *edit)
{
  g_object_unref (edit->record);
  g_free (edit->text);
  g_free (edit);
}

static guint
hash_field (gconstpointer data)
{
  const SfFieldEdit *edit = data;

  return g_direct_hash (edit->record) ^ edit->column;
}

static gboolean
same_field (gconstpointer a, gconstpointer b)
{
  const SfFieldEdit *one = a, *two = b;

  return one->record == two->record && one->column == two->column;
}

/* @changes: SfFieldEdit → SfChange, of those before */
static gboolean
add_edit (
    SfWorkbook *self, SfFieldEdit *edit, SfChangeSet *set, GHashTable *changes, GError **error)
{
  SfChange *change = g_hash_table_lookup (changes, edit);
  g_auto (SfValue) value = SF_VALUE_INIT;

  if (sf_record_class_find_rival (SF_RECORD_GET_CLASS (edit->record), edit->column) >= 0)
    return sf_edit_refuse (error, _ ("This can only be changed by itself."));
  if (!sf_edit_make_value (self, edit->record, edit->column, edit->text, &value, error))
    return FALSE;
  if (change == NULL)
    {
      change = sf_change_set_add (set, SF_CHANGE_SET, G_OBJECT_TYPE (edit->record),
                                  sf_record_get_uuid (edit->record));
      change->column = edit->column;
      g_hash_table_insert (changes, edit, change);
    }
  sf_value_copy (&change->new_value, &value);
  return TRUE;
}

/* What all edits of one record come to is looked at together. Few of many are of those kinds. */
static gboolean
check_record (SfWorkbook *self, SfRecord *record, SfChangeSet *set, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (SfEditValue));

  if (!SF_IS_TARGET (record) && !SF_IS_ACTION (record) && !SF_IS_REVIEW (record)
      && !SF_IS_ACTION_REVIEW (record) && !SF_IS_MEETING (record))
    return TRUE;
  for (guint i = 0; i < set->changes->len; i++)
    {
      SfChange *change = set->changes->pdata[i];
      const SfEditValue value = { change->column, &change->new_value };

      if (sf_uuid_equal (&change->record, sf_record_get_uuid (record)))
        g_array_append_val (values, value);
    }
  return sf_edit_check_together (self, record, (const SfEditValue *)values->data, values->len,
                                 error);
}

/**
 * sf_workbook_edit_many:
 * @self: a workbook
 * @edits: (element-type SfFieldEdit): what shall be set
 * @label: what the step is called
 * @error: return location for an #SfError
 *
 * Sets many fields at once: one undo takes all of it back. Where one of them is refused, none is
 * set. What is as it was is no change. A column that has a rival is refused: it is set by itself.
 */
gboolean
sf_workbook_edit_many (SfWorkbook *self, GPtrArray *edits, const char *label, GError **error)
{
  g_autoptr (SfChangeSet) set = sf_change_set_new (label, "edit");
  g_autoptr (GHashTable) changes = g_hash_table_new (hash_field, same_field);

  g_return_val_if_fail (SF_IS_WORKBOOK (self), FALSE);

  if (!sf_edit_allowed (self, NULL, error))
    return FALSE;
  for (guint i = 0; i < edits->len; i++)
    if (!add_edit (self, edits->pdata[i], set, changes, error))
      return FALSE;
  for (guint i = 0; i < edits->len; i++)
    if (!check_record (self, ((SfFieldEdit *)edits->pdata[i])->record, set, error))
      return FALSE;
  if (set->changes->len > 0)
    sf_workbook_enqueue (self, g_steal_pointer (&set), "edit");
  return TRUE;
}

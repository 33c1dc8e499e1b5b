/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-step-private.h"

#include "base/sf-text.h"

struct _SfStep
{
  SfChangeSet *set;
};

/**
 * sf_step_new:
 * @label: what a person calls it, in the user's language: "Graded Safe places good"
 *
 * Returns: (transfer full): a step without changes
 */
SfStep *
sf_step_new (const char *label)
{
  SfStep *step = g_new0 (SfStep, 1);
  g_autofree char *clean = sf_text_clean (label);
  g_autofree char *line = sf_text_to_line (clean != NULL ? clean : "");

  step->set = sf_change_set_new (line, "edit");
  return step;
}

void
sf_step_free (SfStep *step)
{
  g_clear_pointer (&step->set, sf_change_set_free);
  g_free (step);
}

const char *
sf_step_get_label (SfStep *step)
{
  return step->set->label;
}

void
sf_step_set_label (SfStep *step, const char *label)
{
  g_free (step->set->label);
  step->set->label = g_strdup (label);
}

void
sf_step_set_by_program (SfStep *step)
{
  step->set->contributor = *sf_change_by_program ();
}

SfChangeSet *
sf_step_steal_changes (SfStep *step)
{
  SfChangeSet *set = g_steal_pointer (&step->set);

  sf_step_free (step);
  return set;
}

SfChangeSet *
sf_step_steal_barrier (SfStep *step)
{
  SfChangeSet *set = sf_step_steal_changes (step);

  set->kind = "barrier";
  return set;
}

/**
 * sf_step_insert:
 * @step: a step
 * @type: the record's class
 * @uuid: (out): the identity it will have
 *
 * What is set on @uuid afterwards in this step is what it is made with.
 */
void
sf_step_insert (SfStep *step, GType type, SfUuid *uuid)
{
  sf_uuid_init_v7 (uuid);
  sf_change_set_add (step->set, SF_CHANGE_INSERT, type, uuid);
}

void
sf_step_delete (SfStep *step, SfRecord *record)
{
  sf_step_delete_by_uuid (step, G_OBJECT_TYPE (record), sf_record_get_uuid (record));
}

void
sf_step_delete_by_uuid (SfStep *step, GType type, const SfUuid *uuid)
{
  sf_change_set_add (step->set, SF_CHANGE_DELETE, type, uuid);
}

/**
 * sf_step_set:
 * @step: a step
 * @type: the record's class
 * @uuid: a record that is there, or that this step inserts
 * @column: which column
 * @value: what it shall be; copied
 */
void
sf_step_set (SfStep *step, GType type, const SfUuid *uuid, guint column, const SfValue *value)
{
  sf_change_set_put (step->set, type, uuid, column, value);
}

void
sf_step_set_null (SfStep *step, GType type, const SfUuid *uuid, guint column)
{
  sf_step_set (step, type, uuid, column, &(SfValue)SF_VALUE_INIT);
}

/* %SF_NULL_INT is NULL */
void
sf_step_set_int (SfStep *step, GType type, const SfUuid *uuid, guint column, gint64 value)
{
  SfValue v = SF_VALUE_INIT;

  if (value != SF_NULL_INT)
    sf_value_set_int (&v, value);
  sf_step_set (step, type, uuid, column, &v);
}

/* NaN is NULL */
void
sf_step_set_real (SfStep *step, GType type, const SfUuid *uuid, guint column, double value)
{
  SfValue v = SF_VALUE_INIT;

  if (value == value)
    sf_value_set_real (&v, value);
  sf_step_set (step, type, uuid, column, &v);
}

/* As sf_column_clean_text() keeps it; blank is NULL, as is %NULL */
void
sf_step_set_text (SfStep *step, GType type, const SfUuid *uuid, guint column, const char *value)
{
  SfRecordClass *klass = g_type_class_peek (type);
  g_auto (SfValue) v = SF_VALUE_INIT;

  sf_value_take_text (&v, sf_column_clean_text (&klass->columns[column], value));
  sf_step_set (step, type, uuid, column, &v);
}

/* %NULL is NULL */
void
sf_step_set_ref (SfStep *step, GType type, const SfUuid *uuid, guint column, gpointer record)
{
  SfValue v = SF_VALUE_INIT;

  sf_value_set_uuid (&v, record != NULL ? sf_record_get_uuid (SF_RECORD (record)) : NULL);
  sf_step_set (step, type, uuid, column, &v);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-target-settled.h"

#include "base/sf-date.h"

#include <string.h>

/* What of a target is a promise. */
static const guint promises[]
    = { SF_TARGET_TITLE,     SF_TARGET_CRITERIA, SF_TARGET_MEASURE, SF_TARGET_UNIT,
        SF_TARGET_BASELINE,  SF_TARGET_GOAL,     SF_TARGET_PACE,    SF_TARGET_DIRECTION,
        SF_TARGET_STARTS_ON, SF_TARGET_DUE_ON };

static const SfColumn *
get_column (guint column)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (SF_TYPE_TARGET);

  return &((SfRecordClass *)klass)->columns[column];
}

gboolean
sf_target_is_promise (guint column)
{
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    if (promises[i] == column)
      return TRUE;
  return FALSE;
}

const char *
sf_target_promise_get_label (guint column)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (SF_TYPE_TARGET);

  g_return_val_if_fail (sf_target_is_promise (column), "");

  return sf_record_class_get_heading ((SfRecordClass *)klass, column);
}

static gboolean
was_looked_at (SfModel *model, SfTarget *target)
{
  g_autoptr (GPtrArray) reviews = sf_model_list_reviews (model, target);
  g_autoptr (GPtrArray) milestones = sf_model_list_milestones (model, target);

  for (guint i = 0; i < milestones->len; i++)
    if (sf_milestone_get_reached_on (milestones->pdata[i]) != NULL)
      return TRUE;
  return reviews->len > 0;
}

/* The day on which a record was written down: a UUIDv7 begins with the milliseconds. */
static char *
dup_day_made (SfTarget *target)
{
  const SfUuid *uuid = sf_record_get_uuid (SF_RECORD (target));
  gint64 ms = 0;

  for (guint i = 0; i < 6; i++)
    ms = ms << 8 | uuid->bytes[i];
  return sf_date_of_instant (ms);
}

gboolean
sf_target_is_settled (SfModel *model, SfTarget *target, const char *today)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *made = NULL;

  g_return_val_if_fail (SF_IS_MODEL (model), FALSE);
  g_return_val_if_fail (SF_IS_TARGET (target), FALSE);

  if (was_looked_at (model, target))
    return TRUE;
  changes = sf_model_list_target_changes (model, target);
  made = dup_day_made (target);
  return changes->len > 0 || g_strcmp0 (today, made) > 0;
}

static gboolean
was_changed (SfModel *model, SfTarget *target, guint column)
{
  g_autoptr (GPtrArray) changes = sf_model_list_target_changes (model, target);

  for (guint i = 0; i < changes->len; i++)
    if (strcmp (sf_target_change_get_field (changes->pdata[i]), get_column (column)->name) == 0)
      return TRUE;
  return FALSE;
}

gboolean
sf_target_asks_reason (
    SfModel *model, SfTarget *target, guint column, const SfValue *value, const char *today)
{
  const SfValue *before;

  g_return_val_if_fail (SF_IS_TARGET (target), FALSE);

  if (!sf_target_is_promise (column))
    return FALSE;
  before = sf_record_get_nth (SF_RECORD (target), column);
  if (sf_value_equal (before, value) || !sf_target_is_settled (model, target, today))
    return FALSE;
  if (before->type != SF_VALUE_NULL || column == SF_TARGET_PACE || column == SF_TARGET_DIRECTION)
    return TRUE;
  return was_changed (model, target, column);
}

const char *
sf_target_change_get_label (SfTargetChange *change)
{
  const char *field;

  g_return_val_if_fail (SF_IS_TARGET_CHANGE (change), "");

  field = sf_target_change_get_field (change);
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    if (strcmp (get_column (promises[i])->name, field) == 0)
      return sf_target_promise_get_label (promises[i]);
  return field;
}

char *
sf_target_change_to_text (SfTargetChange *change)
{
  return sf_target_change_tell (change, sf_target_change_get_old_value (change),
                                sf_target_change_get_new_value (change));
}

char *
sf_target_change_tell (SfTargetChange *change, const char *before, const char *after)
{
  const char *office = sf_target_change_get_office (change);
  g_autofree char *on = sf_date_format (sf_target_change_get_changed_on (change));
  g_autofree char *text = NULL;

  /* Translators: what was changed, its value before, its value now, the day it was changed: "Target
   * value: 30% before, 25% since 12 May 2026" */
  text = g_strdup_printf (_ ("%s: %s before, %s since %s"), sf_target_change_get_label (change),
                          before != NULL ? before : _ ("nothing"),
                          after != NULL ? after : _ ("nothing"), on);
  return office != NULL ? g_strdup_printf ("%s (%s)", text, office) : g_steal_pointer (&text);
}

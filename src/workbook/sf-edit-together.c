/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What goes together in a target, an action, a review or a meeting. */
#include "workbook/sf-edit-private.h"

#include "base/sf-clock.h"
#include "model/sf-target-check.h"

#include <math.h>

/* What a record would hold if the edit were made. */
typedef struct
{
  SfWorkbook *workbook;
  gpointer record;
  const SfEditValue *values;
  guint n_values;
} Edit;

static const SfValue *
find_value (const Edit *edit, guint column)
{
  for (guint i = edit->n_values; i > 0; i--)
    if (edit->values[i - 1].column == column)
      return edit->values[i - 1].value;
  return NULL;
}

static char *
dup_text (const Edit *edit, guint column)
{
  const SfValue *value = find_value (edit, column);

  if (value != NULL)
    return value->type == SF_VALUE_TEXT ? g_strdup (value->text) : NULL;
  return sf_workbook_dup_shown_text (edit->workbook, edit->record, column);
}

static double
get_real (const Edit *edit, guint column)
{
  const SfValue *value = find_value (edit, column);

  if (value != NULL)
    return value->type == SF_VALUE_REAL ? value->real : (double)NAN;
  return sf_workbook_get_shown_real (edit->workbook, edit->record, column);
}

static gboolean
check_days (const Edit *edit,
            guint start_column,
            guint due_column,
            gboolean (*check) (const char *, const char *, GError **),
            GError **error)
{
  g_autofree char *start = NULL, *due = NULL;

  if (find_value (edit, start_column) == NULL && find_value (edit, due_column) == NULL)
    return TRUE;
  start = dup_text (edit, start_column);
  due = dup_text (edit, due_column);
  return check (start, due, error);
}

static gboolean
check_percent (const Edit *edit, const char *unit, guint column, GError **error)
{
  if (find_value (edit, column) == NULL && find_value (edit, SF_TARGET_UNIT) == NULL)
    return TRUE;
  return sf_target_check_percent (unit, get_real (edit, column), error);
}

static gboolean
check_figures (const Edit *edit, GError **error)
{
  g_autofree char *unit = dup_text (edit, SF_TARGET_UNIT);
  g_autofree char *direction = NULL;

  if (!check_percent (edit, unit, SF_TARGET_BASELINE, error)
      || !check_percent (edit, unit, SF_TARGET_GOAL, error))
    return FALSE;
  if (find_value (edit, SF_TARGET_BASELINE) == NULL && find_value (edit, SF_TARGET_GOAL) == NULL
      && find_value (edit, SF_TARGET_DIRECTION) == NULL)
    return TRUE;
  direction = dup_text (edit, SF_TARGET_DIRECTION);
  return sf_target_check_goal (get_real (edit, SF_TARGET_BASELINE), get_real (edit, SF_TARGET_GOAL),
                               direction, error);
}

static gboolean
check_review (const Edit *edit, guint column, SfTarget *target, GError **error)
{
  g_autofree char *today = sf_clock_today ();
  g_autofree char *on = NULL, *start = NULL;

  if (find_value (edit, column) == NULL)
    return TRUE;
  on = dup_text (edit, column);
  if (!sf_review_check_day (on, today, error))
    return FALSE;
  if (target == NULL)
    return TRUE;
  start = sf_workbook_dup_shown_text (edit->workbook, SF_RECORD (target), SF_TARGET_STARTS_ON);
  return sf_target_check_review (start, on, error);
}

/* What was held is past. */
static gboolean
check_meeting (const Edit *edit, GError **error)
{
  g_autofree char *today = sf_clock_today ();
  g_autofree char *state = NULL, *on = NULL;

  if (find_value (edit, SF_MEETING_STATE) == NULL && find_value (edit, SF_MEETING_MEETS_ON) == NULL)
    return TRUE;
  state = dup_text (edit, SF_MEETING_STATE);
  on = dup_text (edit, SF_MEETING_MEETS_ON);
  if (g_strcmp0 (state, "held") != 0 || g_strcmp0 (on, today) <= 0)
    return TRUE;
  return sf_edit_refuse (error, _ ("A meeting was held on a day that has come. Until then it is "
                                   "planned."));
}

gboolean
sf_edit_check_together (
    SfWorkbook *self, gpointer record, const SfEditValue *values, guint n_values, GError **error)
{
  const Edit edit = { self, record, values, n_values };

  if (SF_IS_TARGET (record))
    return check_days (&edit, SF_TARGET_STARTS_ON, SF_TARGET_DUE_ON, sf_target_check_days, error)
           && check_figures (&edit, error);
  if (SF_IS_ACTION (record))
    return check_days (&edit, SF_ACTION_STARTS_ON, SF_ACTION_DUE_ON, sf_action_check_days, error);
  if (SF_IS_REVIEW (record))
    return check_review (&edit, SF_REVIEW_REVIEWED_ON,
                         sf_model_find (self->model, sf_review_get_target (record)), error);
  if (SF_IS_ACTION_REVIEW (record))
    return check_review (&edit, SF_ACTION_REVIEW_REVIEWED_ON, NULL, error);
  if (SF_IS_MEETING (record))
    return check_meeting (&edit, error);
  return TRUE;
}

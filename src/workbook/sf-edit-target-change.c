/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Changes of what a target promises, with the reason that its readers are shown. */
#include "workbook/sf-edit-private.h"

#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-target-settled.h"
#include "model/sf-target-status.h"

#include <math.h>
#include <string.h>

gboolean
sf_edit_check_promise (
    SfWorkbook *self, gpointer record, guint column, const SfValue *value, GError **error)
{
  g_autofree char *today = NULL;

  if (!SF_IS_TARGET (record) || !sf_target_is_promise (column))
    return TRUE;
  today = sf_clock_today ();
  if (!sf_target_asks_reason (self->model, record, column, value, today))
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("This target is settled: “%s” is changed with a reason, which is shown with it."),
               sf_target_promise_get_label (column));
  return FALSE;
}

/* As text would say it: a number for a REAL column. */
static gboolean
make_value (SfWorkbook *self, SfFieldEdit *edit, SfValue *value, GError **error)
{
  double number;

  if (SF_RECORD_GET_CLASS (edit->record)->columns[edit->column].type != SF_COLUMN_REAL)
    return sf_edit_make_free_value (self, edit->record, edit->column, edit->text, value, error);
  if (sf_text_is_blank (edit->text))
    return TRUE;
  if (!sf_text_parse_number (edit->text, &number))
    {
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not a number."), edit->text);
      return FALSE;
    }
  if (isinf (number))
    return sf_edit_refuse (error, _ ("That number is too large."));
  sf_value_set_real (value, number);
  return TRUE;
}

/* How a value is printed; NULL for nothing. */
static char *
print_value (SfTarget *target, guint column, const SfValue *value)
{
  if (value->type == SF_VALUE_NULL)
    return NULL;
  if (value->type == SF_VALUE_REAL)
    return sf_target_format_value (target, value->real);
  if (column == SF_TARGET_STARTS_ON || column == SF_TARGET_DUE_ON)
    return sf_date_format (value->text);
  if (column == SF_TARGET_PACE)
    return g_strdup (sf_vocabulary_get_label (SF_VOCABULARY_TARGET_PACE, value->text));
  if (column == SF_TARGET_DIRECTION)
    return g_strdup (sf_vocabulary_get_label (SF_VOCABULARY_TARGET_DIRECTION, value->text));
  return g_strdup (value->text);
}

/* What whoever writes is in the centre, never who. Without a contributor it is the head, for the
 * centre. */
static const char *
get_office (SfWorkbook *self)
{
  SfContributor *writer = sf_workbook_get_writer (self);

  return sf_vocabulary_get_label (SF_VOCABULARY_CONTRIBUTOR_KIND,
                                  writer != NULL ? sf_contributor_get_kind (writer) : "head");
}

static void
insert_change (SfWorkbook *self,
               SfStep *step,
               SfTarget *target,
               guint column,
               const SfValue *value,
               const char *reason,
               const char *on)
{
  g_autofree char *before
      = print_value (target, column, sf_record_get_nth (SF_RECORD (target), column));
  g_autofree char *after = print_value (target, column, value);
  g_autofree char *clean = sf_text_clean (reason);
  GType type = SF_TYPE_TARGET_CHANGE;
  SfUuid made;

  sf_step_insert (step, type, &made);
  sf_step_set_ref (step, type, &made, SF_TARGET_CHANGE_TARGET, target);
  sf_step_set_text (step, type, &made, SF_TARGET_CHANGE_CHANGED_ON, on);
  sf_step_set_text (step, type, &made, SF_TARGET_CHANGE_FIELD,
                    SF_RECORD_GET_CLASS (target)->columns[column].name);
  sf_step_set_text (step, type, &made, SF_TARGET_CHANGE_OLD_VALUE, before);
  sf_step_set_text (step, type, &made, SF_TARGET_CHANGE_NEW_VALUE, after);
  sf_step_set_text (step, type, &made, SF_TARGET_CHANGE_REASON, clean);
  sf_step_set_text (step, type, &made, SF_TARGET_CHANGE_OFFICE, get_office (self));
}

/* What is changed with a reason stands in print for good: it must go together. */
static gboolean
check_together (SfWorkbook *self, SfTarget *target, GPtrArray *edits, GError **error)
{
  g_autofree SfValue *made = g_new0 (SfValue, edits->len + 1);
  g_autofree SfEditValue *values = g_new0 (SfEditValue, edits->len + 1);
  gboolean ok = TRUE;

  for (guint i = 0; i < edits->len && ok; i++)
    {
      SfFieldEdit *edit = edits->pdata[i];

      values[i] = (SfEditValue){ edit->column, &made[i] };
      ok = make_value (self, edit, &made[i], error);
    }
  ok = ok && sf_edit_check_together (self, target, values, edits->len, error);
  for (guint i = 0; i < edits->len; i++)
    sf_value_clear (&made[i]);
  return ok;
}

static gboolean
check_edit (SfTarget *target, SfFieldEdit *edit, GError **error)
{
  if (edit->record == SF_RECORD (target) && sf_target_is_promise (edit->column))
    return TRUE;
  return sf_edit_refuse (error, _ ("That field of a target is set without a reason."));
}

static gboolean
add_edit (SfWorkbook *self,
          SfStep *step,
          SfTarget *target,
          SfFieldEdit *edit,
          const char *reason,
          const char *today,
          GError **error)
{
  g_auto (SfValue) value = SF_VALUE_INIT;

  if (!make_value (self, edit, &value, error))
    return FALSE;
  if (sf_value_equal (&value, sf_record_get_nth (edit->record, edit->column)))
    return TRUE;
  if (sf_target_asks_reason (self->model, target, edit->column, &value, today))
    {
      if (!sf_edit_check_text (reason, _ ("the reason why the target is changed"), error))
        return FALSE;
      insert_change (self, step, target, edit->column, &value, reason, today);
    }
  sf_step_set (step, SF_TYPE_TARGET, sf_record_get_uuid (SF_RECORD (target)), edit->column, &value);
  return TRUE;
}

/**
 * sf_workbook_change_target:
 * @self: a workbook
 * @target: a target
 * @edits: (element-type SfFieldEdit): what of its promise shall be said otherwise; numbers as text
 * @reason: (nullable): why; required if one of the changes asks for it (sf_target_asks_reason())
 * @error: return location for an #SfError
 *
 * One step. For each field that asks for a reason a #SfTargetChange goes along, with the values as
 * they are printed, today's date and the office of whoever writes. What is as it was is no change.
 */
gboolean
sf_workbook_change_target (
    SfWorkbook *self, SfTarget *target, GPtrArray *edits, const char *reason, GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("Changed the target %s"), sf_target_get_title (target));
  g_autofree char *today = sf_clock_today ();
  g_autoptr (SfStep) step = sf_step_new (label);

  if (!sf_edit_allowed (self, target, error))
    return FALSE;
  for (guint i = 0; i < edits->len; i++)
    if (!check_edit (target, edits->pdata[i], error))
      return FALSE;
  if (!check_together (self, target, edits, error))
    return FALSE;
  for (guint i = 0; i < edits->len; i++)
    if (!add_edit (self, step, target, edits->pdata[i], reason, today, error))
      return FALSE;
  sf_workbook_submit (self, g_steal_pointer (&step));
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-edit-private.h"

#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-target-groups.h"
#include "model/sf-text-rules.h"
#include "workbook/sf-workbook-seal.h"

#include <math.h>

/* --- what the operations share ---------------------------------------------------------------- */

gboolean
sf_edit_refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID, sentence);
  return FALSE;
}

gboolean
sf_edit_check_open (SfWorkbook *self, SfEvaluation *evaluation, const char *code, GError **error)
{
  if (!sf_head_is_shut (self, evaluation, code))
    return TRUE;
  return sf_edit_refuse (error, _ ("What is judged of the head is locked in this evaluation. It is "
                                   "judged after unlocking it."));
}

gboolean
sf_edit_allowed (SfWorkbook *self, gpointer record, GError **error)
{
  SfEvaluation *evaluation
      = record != NULL ? sf_model_get_evaluation_of (self->model, record) : NULL;

  g_autofree char *shut = NULL;

  if (!sf_workbook_check_writable (self, error))
    return FALSE;
  shut = evaluation != NULL ? sf_workbook_tell_shut (self, evaluation) : NULL;
  if (shut != NULL)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_READ_ONLY, shut);
      return FALSE;
    }
  if (record != NULL && SF_IS_JUDGEMENT (record)
      && !sf_edit_check_open (self, evaluation, sf_judgement_get_statement_code (record), error))
    return FALSE;
  if (evaluation == NULL || sf_evaluation_get_closed_at (evaluation) == SF_NULL_INT)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_READ_ONLY,
                       _ ("This evaluation is closed. Reopen it to change what it says."));
  return FALSE;
}

gboolean
sf_edit_check_text (const char *text, const char *what, GError **error)
{
  if (!sf_text_is_blank (text) && g_utf8_validate (text, -1, NULL) && sf_text_says_something (text))
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("Please give %s."), what);
  return FALSE;
}

gboolean
sf_edit_check_line (const char *text, const char *what, GError **error)
{
  return sf_edit_check_text (text, what, error) && sf_text_check_line (text, error);
}

gboolean
sf_edit_check_date (const char *iso, gboolean required, GError **error)
{
  if (iso == NULL && !required)
    return TRUE;
  if (sf_date_is_valid (iso))
    return TRUE;
  return sf_edit_refuse (error, _ ("Please give a date, like 1 April 2026."));
}

void
sf_edit_text (SfStep *step, gpointer record, guint column, const char *text)
{
  g_autofree char *clean = sf_text_clean (text);

  sf_step_set_text (step, G_OBJECT_TYPE (record), sf_record_get_uuid (record), column, clean);
}

void
sf_edit_int (SfStep *step, gpointer record, guint column, gint64 value)
{
  sf_step_set_int (step, G_OBJECT_TYPE (record), sf_record_get_uuid (record), column, value);
}

void
sf_edit_null (SfStep *step, gpointer record, guint column)
{
  sf_step_set_null (step, G_OBJECT_TYPE (record), sf_record_get_uuid (record), column);
}

/* --- one field ----------------------------------------------------------------------------------
 */

static gboolean
check_field (SfWorkbook *self, gpointer record, guint column, GError **error)
{
  g_return_val_if_fail (SF_IS_RECORD (record), FALSE);
  g_return_val_if_fail (column < SF_RECORD_GET_CLASS (record)->n_columns, FALSE);

  /* a closed evaluation can be reopened: that field is not closed with it */
  if (SF_IS_EVALUATION (record) && column == SF_EVALUATION_CLOSED_AT)
    return sf_workbook_check_writable (self, error);
  return sf_edit_allowed (self, record, error);
}

static gboolean
check_period (SfEvaluation *evaluation, guint column, const char *iso, GError **error)
{
  const char *first
      = column == SF_EVALUATION_STARTS_ON ? iso : sf_evaluation_get_starts_on (evaluation);
  const char *last = column == SF_EVALUATION_ENDS_ON ? iso : sf_evaluation_get_ends_on (evaluation);

  if (g_strcmp0 (first, last) <= 0)
    return TRUE;
  return sf_edit_refuse (error, _ ("The last day of an evaluation cannot be before its first."));
}

/* Words from the file's own lists, so that a wrong one is told in a sentence. */
static gboolean
check_word (gpointer record, guint column, const char *text, GError **error)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);
  SfVocabulary vocabulary;

  if (text == NULL
      || !sf_vocabulary_of_column (klass->table, klass->columns[column].name, &vocabulary)
      || sf_vocabulary_find (vocabulary, text) >= 0)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not one of the words for this."),
               text);
  return FALSE;
}

static gboolean
check_groups (gpointer record, guint column, const char *text, GError **error)
{
  g_autofree char *stranger = NULL;

  if (!SF_IS_EVIDENCE (record) || column != SF_EVIDENCE_TARGET_GROUPS)
    return TRUE;
  sf_target_groups_parse (text, &stranger);
  if (stranger == NULL)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not one of the words for this."),
               stranger);
  return FALSE;
}

static void
submit_field (SfWorkbook *self, gpointer record, guint column, const SfValue *value)
{
  g_autofree char *label = sf_label_for_field (self->model, record, column);
  SfStep *step = sf_step_new (label);

  sf_step_set (step, G_OBJECT_TYPE (record), sf_record_get_uuid (record), column, value);
  sf_workbook_submit (self, step);
}

static const SfColumn *
column_of (gpointer record, guint column)
{
  return &SF_RECORD_GET_CLASS (record)->columns[column];
}

static gboolean
check_required (gpointer record, guint column, GError **error)
{
  const SfColumn *info = column_of (record, column);

  if ((info->flags & SF_COLUMN_NULLABLE) != 0)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” cannot be left empty."),
               _ (info->label));
  return FALSE;
}

/* What a centre is called is refused as it was typed: it stands on every report. */
static gboolean
check_name (const char *text, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (text));

  return sf_text_check_name (name, error);
}

static gboolean
make_text (gpointer record, guint column, const char *text, SfValue *value, GError **error)
{
  const char *clean;

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return sf_edit_refuse (error, _ ("This text is not in an encoding that can be kept."));
  sf_value_take_text (value, sf_column_clean_text (column_of (record, column), text));
  clean = value->type == SF_VALUE_NULL ? NULL : value->text;
  if (SF_IS_CENTRE (record) && column == SF_CENTRE_NAME && clean != NULL
      && !check_name (text, error))
    return FALSE;
  return (clean != NULL || check_required (record, column, error))
         && sf_text_rules_check (SF_RECORD_GET_CLASS (record), column, clean, error)
         && check_word (record, column, clean, error)
         && check_groups (record, column, clean, error);
}

static gboolean
make_date (gpointer record, guint column, const char *iso, SfValue *value, GError **error)
{
  if (!sf_edit_check_date (iso, FALSE, error)
      || (iso == NULL && !check_required (record, column, error)))
    return FALSE;
  if (SF_IS_EVALUATION (record)
      && (column == SF_EVALUATION_STARTS_ON || column == SF_EVALUATION_ENDS_ON)
      && !check_period (record, column, iso, error))
    return FALSE;
  sf_value_set_text (value, iso);
  return TRUE;
}

gboolean
sf_edit_make_free_value (SfWorkbook *self,
                         gpointer record,
                         guint column,
                         const char *text,
                         SfValue *value,
                         GError **error)
{
  if (!check_field (self, record, column, error))
    return FALSE;
  return column_of (record, column)->type == SF_COLUMN_DATE
             ? make_date (record, column, text, value, error)
             : make_text (record, column, text, value, error);
}

gboolean
sf_edit_make_value (SfWorkbook *self,
                    gpointer record,
                    guint column,
                    const char *text,
                    SfValue *value,
                    GError **error)
{
  return sf_edit_make_free_value (self, record, column, text, value, error)
         && sf_edit_check_promise (self, record, column, value, error);
}

static gboolean
check_alone (SfWorkbook *self, gpointer record, guint column, const SfValue *value, GError **error)
{
  const SfEditValue alone = { column, value };

  return sf_edit_check_together (self, record, &alone, 1, error);
}

/**
 * sf_workbook_set_text:
 * @self: a workbook
 * @record: (type SfRecord): a record of it
 * @column: a TEXT column
 * @text: (nullable): what it shall say; blank is nothing
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_text (
    SfWorkbook *self, gpointer record, guint column, const char *text, GError **error)
{
  g_auto (SfValue) value = SF_VALUE_INIT;

  g_return_val_if_fail (column_of (record, column)->type == SF_COLUMN_TEXT, FALSE);

  if (!sf_edit_make_value (self, record, column, text, &value, error)
      || !check_alone (self, record, column, &value, error))
    return FALSE;
  submit_field (self, record, column, &value);
  return TRUE;
}

/**
 * sf_workbook_set_int:
 * @self: a workbook
 * @record: (type SfRecord): a record of it
 * @column: a column of whole numbers; not a level, which has operations of its own
 * @value: the number; %SF_NULL_INT for nothing
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_int (SfWorkbook *self, gpointer record, guint column, gint64 value, GError **error)
{
  SfValue v = SF_VALUE_INIT;

  if (!check_field (self, record, column, error))
    return FALSE;
  if (value == SF_NULL_INT && !check_required (record, column, error))
    return FALSE;
  if (SF_IS_CENTRE (record) && column == SF_CENTRE_FAMILIES_IN_REACH && value != SF_NULL_INT
      && value < 0)
    return sf_edit_refuse (error, _ ("A number of families cannot be less than none."));
  if (SF_IS_ACTION (record) && (column == SF_ACTION_COST || column == SF_ACTION_SPENT)
      && value != SF_NULL_INT && value < 0)
    return sf_edit_refuse (error, _ ("An amount of money cannot be less than nothing."));
  if (value != SF_NULL_INT)
    sf_value_set_int (&v, value);
  submit_field (self, record, column, &v);
  return TRUE;
}

/**
 * sf_workbook_set_real:
 * @self: a workbook
 * @record: (type SfRecord): a record of it
 * @column: a REAL column
 * @value: the number; NaN for nothing
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_real (SfWorkbook *self, gpointer record, guint column, double value, GError **error)
{
  SfValue v = SF_VALUE_INIT;

  g_return_val_if_fail (column_of (record, column)->type == SF_COLUMN_REAL, FALSE);

  if (!check_field (self, record, column, error))
    return FALSE;
  if (isinf (value))
    return sf_edit_refuse (error, _ ("That number is too large."));
  if (!isnan (value))
    sf_value_set_real (&v, value);
  if (!sf_edit_check_promise (self, record, column, &v, error)
      || !check_alone (self, record, column, &v, error))
    return FALSE;
  submit_field (self, record, column, &v);
  return TRUE;
}

/**
 * sf_workbook_set_date:
 * @self: a workbook
 * @record: (type SfRecord): a record of it
 * @column: a DATE column
 * @iso: (nullable): the date, ISO 8601
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_date (
    SfWorkbook *self, gpointer record, guint column, const char *iso, GError **error)
{
  g_auto (SfValue) value = SF_VALUE_INIT;

  g_return_val_if_fail (column_of (record, column)->type == SF_COLUMN_DATE, FALSE);

  if (!sf_edit_make_value (self, record, column, iso, &value, error)
      || !check_alone (self, record, column, &value, error))
    return FALSE;
  submit_field (self, record, column, &value);
  return TRUE;
}

gboolean
sf_workbook_set_null (SfWorkbook *self, gpointer record, guint column, GError **error)
{
  SfValue nothing = SF_VALUE_INIT;

  if (!check_field (self, record, column, error) || !check_required (record, column, error)
      || !sf_edit_check_promise (self, record, column, &nothing, error)
      || !check_alone (self, record, column, &nothing, error))
    return FALSE;
  submit_field (self, record, column, &nothing);
  return TRUE;
}

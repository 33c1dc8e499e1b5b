/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-binding-value.h"

#include "base/sf-error.h"
#include "base/sf-text.h"
#include "model/sf-target-settled.h"
#include "model/sf-text-rules.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const SfColumn *
get_column (SfRecord *record, guint column)
{
  return &SF_RECORD_GET_CLASS (record)->columns[column];
}

char *
sf_binding_value_dup_stored (SfRecord *record, guint column)
{
  if (sf_record_is_null (record, column))
    return NULL;
  switch (get_column (record, column)->type)
    {
    case SF_COLUMN_TEXT:
    case SF_COLUMN_DATE:
      return g_strdup (sf_record_get_text (record, column));
    case SF_COLUMN_REAL:
      return sf_text_format_number (sf_record_get_real (record, column));
    case SF_COLUMN_INT:
    case SF_COLUMN_BOOLEAN:
    case SF_COLUMN_INSTANT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, sf_record_get_int (record, column));
    case SF_COLUMN_BLOB:
    case SF_COLUMN_REF:
    default:
      g_assert_not_reached ();
    }
}

char *
sf_binding_value_dup_shown (SfWorkbook *workbook, SfRecord *record, guint column)
{
  double number;

  switch (get_column (record, column)->type)
    {
    case SF_COLUMN_TEXT:
    case SF_COLUMN_DATE:
      return sf_workbook_dup_shown_text (workbook, record, column);
    case SF_COLUMN_REAL:
      number = sf_workbook_get_shown_real (workbook, record, column);
      return isfinite (number) ? sf_text_format_number (number) : NULL;
    default:
      return sf_binding_value_dup_stored (record, column);
    }
}

gboolean
sf_binding_value_write (
    SfWorkbook *workbook, SfRecord *record, guint column, const char *stored, GError **error)
{
  double number;

  if (stored == NULL)
    return sf_workbook_set_null (workbook, record, column, error);
  switch (get_column (record, column)->type)
    {
    case SF_COLUMN_DATE:
      return sf_workbook_set_date (workbook, record, column, stored, error);
    case SF_COLUMN_REAL:
      sf_text_parse_number (stored, &number);
      return sf_workbook_set_real (workbook, record, column, number, error);
    case SF_COLUMN_INT:
    case SF_COLUMN_BOOLEAN:
      return sf_workbook_set_int (workbook, record, column, g_ascii_strtoll (stored, NULL, 10),
                                  error);
    case SF_COLUMN_TEXT:
      return sf_workbook_set_text (workbook, record, column, stored, error);
    case SF_COLUMN_INSTANT:
    case SF_COLUMN_BLOB:
    case SF_COLUMN_REF:
    default:
      g_assert_not_reached ();
    }
}

gboolean
sf_binding_value_asks (SfContext *context, SfRecord *record, guint column, const char *stored)
{
  g_auto (SfValue) value = SF_VALUE_INIT;
  g_autofree char *clean = NULL;
  double number;

  if (!SF_IS_TARGET (record) || !sf_target_is_promise (column))
    return FALSE;
  clean = sf_text_clean (stored);
  if (clean != NULL && get_column (record, column)->type != SF_COLUMN_REAL)
    sf_value_set_text (&value, clean);
  else if (clean != NULL && sf_text_parse_number (clean, &number))
    sf_value_set_real (&value, number);
  return sf_target_asks_reason (sf_context_get_model (context), SF_TARGET (record), column, &value,
                                sf_context_get_today (context));
}

gboolean
sf_binding_value_change (SfWorkbook *workbook,
                         SfRecord *record,
                         guint column,
                         const char *stored,
                         const char *reason,
                         GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_field_edit_free);

  g_ptr_array_add (edits, sf_field_edit_new (record, column, stored));
  return sf_workbook_change_target (workbook, SF_TARGET (record), edits, reason, error);
}

gboolean
sf_binding_value_same (const char *a, const char *b)
{
  g_autofree char *one = sf_text_clean (a), *other = sf_text_clean (b);

  return g_strcmp0 (one, other) == 0;
}

gboolean
sf_binding_value_check (SfRecord *record, guint column, const char *text, GError **error)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);
  const SfColumn *info = &klass->columns[column];
  g_autofree char *stored = sf_binding_value_dup_stored (record, column);

  if (sf_binding_value_same (text, stored))
    return TRUE;
  if (sf_text_is_blank (text) && (info->flags & SF_COLUMN_NULLABLE) == 0)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("This cannot be empty, so it stayed as it was."));
      return FALSE;
    }
  return info->type != SF_COLUMN_TEXT || sf_text_rules_check (klass, column, text, error);
}

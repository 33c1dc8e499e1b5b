/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-label.h"

#include "base/sf-text.h"

#include <glib/gi18n-lib.h>

static const char *
statement_title (SfModel *model, SfEvaluation *evaluation, const char *code)
{
  SfFramework *framework = evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL;
  SfStatement *statement = framework != NULL ? sf_framework_find_statement (framework, code) : NULL;

  return statement != NULL ? sf_statement_get_title (statement) : code;
}

static const char *
area_title (SfModel *model, SfEvaluation *evaluation, const char *code)
{
  SfFramework *framework = evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL;
  SfKeyArea *area = framework != NULL ? sf_framework_find_area (framework, code) : NULL;

  if (g_str_equal (code, SF_WHOLE_CENTRE))
    return _ ("the whole centre");
  return area != NULL ? sf_key_area_get_title (area) : code;
}

static const char *
title_of (SfModel *model, SfRecord *record)
{
  int title;

  if (SF_IS_JUDGEMENT (record))
    {
      SfJudgement *judgement = SF_JUDGEMENT (record);
      return statement_title (model, sf_model_find (model, sf_judgement_get_evaluation (judgement)),
                              sf_judgement_get_statement_code (judgement));
    }
  if (SF_IS_AREA_JUDGEMENT (record))
    {
      SfAreaJudgement *area = SF_AREA_JUDGEMENT (record);
      return area_title (model, sf_model_find (model, sf_area_judgement_get_evaluation (area)),
                         sf_area_judgement_get_area_code (area));
    }
  if (SF_IS_CENTRE (record))
    return sf_centre_get_name (SF_CENTRE (record));
  if (SF_IS_CONTRIBUTOR (record))
    return sf_contributor_get_name (SF_CONTRIBUTOR (record));
  if (SF_IS_ATTACHMENT (record))
    return sf_attachment_get_name (SF_ATTACHMENT (record));
  if (SF_IS_CHALLENGE (record))
    return sf_challenge_get_question (SF_CHALLENGE (record));
  if (SF_IS_ATTENDANCE (record))
    return sf_attendance_get_office (SF_ATTENDANCE (record));
  title = sf_record_class_find_column (SF_RECORD_GET_CLASS (record), "title");
  return title >= 0 ? sf_record_get_text (record, (guint)title) : NULL;
}

/* What a record without a title of its own belongs to: the first that it names. */
static SfRecord *
owner_of (SfModel *model, SfRecord *record)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    if (klass->columns[i].type == SF_COLUMN_REF)
      return sf_model_find (model, sf_record_get_ref (record, i));
  return NULL;
}

/**
 * sf_label_for_record:
 * @model: the model
 * @record: a record of it
 *
 * Returns: (transfer full): a short name for it; empty if what it belongs to is gone
 */
char *
sf_label_for_record (SfModel *model, SfRecord *record)
{
  const char *title = title_of (model, record);
  SfRecord *owner = title == NULL ? owner_of (model, record) : NULL;

  if (owner != NULL)
    title = title_of (model, owner);
  return sf_text_first_line (title, 80);
}

/**
 * sf_label_for_field:
 * @model: the model
 * @record: a record of it
 * @column: one of its columns
 *
 * Returns: (transfer full): what a change of that field is called
 */
char *
sf_label_for_field (SfModel *model, SfRecord *record, guint column)
{
  g_autofree char *title = sf_label_for_record (model, record);
  const char *heading = sf_record_class_get_heading (SF_RECORD_GET_CLASS (record), column);

  if (*title == '\0')
    return g_strdup (heading);
  /* Translators: a field, and what it belongs to */
  return g_strdup_printf (_ ("%s: %s"), heading, title);
}

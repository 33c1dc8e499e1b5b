/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audience-secrets.h"

#include <string.h>

#include "model/sf-plan.h"
#include "model/sf-record-private.h"
#include "model/sf-vocabulary.h"

typedef struct
{
  SfRecord *record;
  guint column;
  char *mark;
} Field;

struct _Secrets
{
  SfModel *model;
  GPtrArray *fields;
};

static void
field_free (gpointer data)
{
  Field *self = data;

  g_free (self->mark);
  g_free (self);
}

/* --- planting --------------------------------------------------------------------------------- */

/* Words of a list, codes, and what makes a record something else by not being empty. */
static gboolean
is_spared (SfRecord *record, guint column)
{
  static const char *const names[] = { "statement_code", "statement_codes", "further_statements",
                                       "area_code",      "audience",        "section",
                                       "identifier",     "edition",         "shipped",
                                       "assessed_by",    "requirement",     "target_groups",
                                       "media_type",     "digest",          "unit" };
  static const char *const only_if_set[] = { "not_applicable", "dropped_reason", "no_date_reason" };
  const SfRecordClass *klass = SF_RECORD_GET_CLASS (record);
  const char *name = klass->columns[column].name;
  SfVocabulary vocabulary;

  if (klass->columns[column].type != SF_COLUMN_TEXT
      || sf_vocabulary_of_column (klass->table, name, &vocabulary))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (only_if_set); i++)
    if (strcmp (only_if_set[i], name) == 0 && sf_record_get_text (record, column) == NULL)
      return TRUE;
  return FALSE;
}

static void
plant (Secrets *self, SfRecord *record, guint column)
{
  const char *old = sf_record_get_text (record, column);
  guint n = self->fields->len;
  Field *field = g_new0 (Field, 1);
  g_autofree char *text = NULL;

  field->record = record;
  field->column = column;
  field->mark = g_strdup_printf ("zq%c%c%c%cqz", 'a' + n / 17576 % 26, 'a' + n / 676 % 26,
                                 'a' + n / 26 % 26, 'a' + n % 26);
  g_ptr_array_add (self->fields, field);
  text = g_strdup_printf ("%s%s%s", field->mark, old != NULL ? " " : "", old != NULL ? old : "");
  test_change_text (record, column, text);
}

Secrets *
secrets_plant (SfModel *model)
{
  Secrets *self = g_new0 (Secrets, 1);
  guint n_types;
  const GType *types = sf_model_get_record_types (&n_types);

  self->model = model;
  self->fields = g_ptr_array_new_with_free_func (field_free);
  for (guint i = 0; i < n_types; i++)
    {
      GListModel *list = sf_model_get_list (model, types[i]);

      for (guint k = 0; k < g_list_model_get_n_items (list); k++)
        {
          g_autoptr (SfRecord) record = g_list_model_get_item (list, k);

          for (guint c = 0; c < SF_RECORD_GET_CLASS (record)->n_columns; c++)
            if (!is_spared (record, c))
              plant (self, record, c);
        }
    }
  return self;
}

void
secrets_free (Secrets *self)
{
  g_ptr_array_unref (self->fields);
  g_free (self);
}

const char *
secrets_find (Secrets *self, gpointer record, guint column)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = self->fields->pdata[i];

      if (field->record == record && field->column == column)
        return field->mark;
    }
  return NULL;
}

/* --- who may have a field --------------------------------------------------------------------- */

static gboolean
is_code_of_head (SfFramework *framework, const char *code)
{
  SfStatement *statement = code != NULL ? sf_framework_find_statement (framework, code) : NULL;

  return statement != NULL && sf_statement_get_subject (statement) == SF_SUBJECT_HEAD;
}

static gboolean
is_evidence_of_head (SfModel *model, SfFramework *framework, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) links
      = sf_model_list_referring (model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVIDENCE, evidence);

  for (guint i = 0; i < links->len; i++)
    if (!is_code_of_head (framework, sf_evidence_link_get_statement_code (links->pdata[i])))
      return FALSE;
  return TRUE;
}

static gboolean
is_action_of_head (SfModel *model, SfAction *action)
{
  g_autoptr (GPtrArray) statements = sf_plan_list_statements (model, action);

  for (guint i = 0; i < statements->len; i++)
    if (sf_statement_get_subject (statements->pdata[i]) == SF_SUBJECT_CENTRE)
      return FALSE;
  return sf_action_get_statement_codes (action) != NULL;
}

/* What belongs to the head, or hangs on what does. */
static gboolean
is_of_head (SfModel *model, SfFramework *framework, SfRecord *record)
{
  if (SF_IS_JUDGEMENT (record))
    return is_code_of_head (framework, sf_judgement_get_statement_code (SF_JUDGEMENT (record)));
  if (SF_IS_TARGET (record))
    return is_code_of_head (framework, sf_target_get_statement_code (SF_TARGET (record)));
  if (SF_IS_EVIDENCE_LINK (record))
    return is_code_of_head (framework,
                            sf_evidence_link_get_statement_code (SF_EVIDENCE_LINK (record)));
  if (SF_IS_EVIDENCE (record))
    return is_evidence_of_head (model, framework, SF_EVIDENCE (record));
  if (SF_IS_ACTION (record))
    return is_action_of_head (model, SF_ACTION (record));
  if (SF_IS_REVIEW (record))
    return is_of_head (model, framework,
                       sf_model_find (model, sf_review_get_target (SF_REVIEW (record))));
  if (SF_IS_MILESTONE (record))
    return is_of_head (model, framework,
                       sf_model_find (model, sf_milestone_get_target (SF_MILESTONE (record))));
  if (SF_IS_TARGET_CHANGE (record))
    return is_of_head (model, framework,
                       sf_model_find (model,
                                      sf_target_change_get_target (SF_TARGET_CHANGE (record))));
  if (SF_IS_ACTION_REVIEW (record))
    return is_of_head (model, framework,
                       sf_model_find (model,
                                      sf_action_review_get_action (SF_ACTION_REVIEW (record))));
  return FALSE;
}

/* What the declaration of the column says. */
static gboolean
column_allows (const SfColumn *column, SfAudience audience)
{
  switch (audience)
    {
    case SF_AUDIENCE_GOVERNORS:
    case SF_AUDIENCE_STAFF:
      return (column->flags & SF_COLUMN_LEAVES_BOARD) != 0;
    case SF_AUDIENCE_AUTHORITY:
      return (column->flags & SF_COLUMN_LEAVES_AUTHORITY) != 0;
    case SF_AUDIENCE_HEAD:
      return (column->flags & SF_COLUMN_STAYS) == 0;
    default:
      return (column->flags & SF_COLUMN_LEAVES_OPEN) != 0;
    }
}

static gboolean
evidence_allows (SfEvidence *evidence, SfAudience audience)
{
  const char *sensitivity = sf_evidence_get_sensitivity (evidence);
  gboolean board = strcmp (sensitivity, "open") == 0 || strcmp (sensitivity, "board") == 0;

  if (audience == SF_AUDIENCE_HEAD)
    return strcmp (sensitivity, "restricted") != 0;
  return board && (audience == SF_AUDIENCE_GOVERNORS || audience == SF_AUDIENCE_AUTHORITY);
}

static gboolean
evaluation_allows (guint column, SfAudience audience)
{
  if (column == SF_EVALUATION_FINANCE || column == SF_EVALUATION_STAFFING)
    return audience == SF_AUDIENCE_GOVERNORS || audience == SF_AUDIENCE_AUTHORITY;
  return TRUE;
}

/* Beyond the column: of whom the record tells, and to whom. */
static gboolean
record_allows (Secrets *self, SfEvaluation *now, const Field *field, SfAudience audience)
{
  SfRecord *record = field->record;
  gboolean head = is_of_head (self->model, sf_model_get_framework (self->model, now), record);

  if (head && audience != SF_AUDIENCE_HEAD)
    return FALSE;
  if (SF_IS_PERFORMANCE_RECORD (record) || SF_IS_ERASURE (record))
    return FALSE;
  if (SF_IS_CONTRIBUTOR (record) && field->column == SF_CONTRIBUTOR_NAME)
    return audience == SF_AUDIENCE_HEAD;
  if (SF_IS_JUDGEMENT (record) && sf_judgement_get_contributor (SF_JUDGEMENT (record)) != NULL)
    return head && audience == SF_AUDIENCE_HEAD;
  if (SF_IS_CENTRE (record) && field->column == SF_CENTRE_HEAD_NAME)
    return audience == SF_AUDIENCE_GOVERNORS || audience == SF_AUDIENCE_AUTHORITY;
  if (SF_IS_EVALUATION (record))
    return evaluation_allows (field->column, audience);
  if (SF_IS_EVIDENCE (record))
    return evidence_allows (SF_EVIDENCE (record), audience);
  if (SF_IS_REPORT_CHOICE (record))
    return g_strcmp0 (sf_report_choice_get_audience (SF_REPORT_CHOICE (record)),
                      sf_audience_get_id (audience))
           == 0;
  if (audience >= SF_AUDIENCE_JOB_DESCRIPTION)
    return SF_IS_CENTRE (record);
  return TRUE;
}

guint
secrets_check (
    Secrets *self, SfEvaluation *now, SfAudience audience, const char *where, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = self->fields->pdata[i];
      const SfRecordClass *klass = SF_RECORD_GET_CLASS (field->record);
      const SfColumn *column = &klass->columns[field->column];

      if (strstr (text, field->mark) == NULL)
        continue;
      n++;
      if (!column_allows (column, audience) || !record_allows (self, now, field, audience))
        g_error ("%s.%s is in the %s for %s", klass->table, column->name, where,
                 sf_audience_get_id (audience));
    }
  return n;
}

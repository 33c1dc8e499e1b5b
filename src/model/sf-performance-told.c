/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-performance-told.h"

#include "base/sf-date.h"
#include "model/sf-judgement-state.h"
#include "model/sf-performance-record.h"
#include "model/sf-priority.h"

#include <string.h>

static int
compare_records (gconstpointer a, gconstpointer b)
{
  SfPerformanceRecord *one = *(SfPerformanceRecord **)a, *two = *(SfPerformanceRecord **)b;
  int order = strcmp (sf_performance_record_get_starts_on (two),
                      sf_performance_record_get_starts_on (one));

  return order != 0 ? order
                    : g_utf8_collate (sf_performance_record_get_person (one),
                                      sf_performance_record_get_person (two));
}

/* Cycles of performance management, or else what is judged of the head. */
static GPtrArray *
list_some (SfModel *model, SfCentre *centre, gboolean retired, gboolean judged)
{
  GListModel *all = sf_model_get_list (model, SF_TYPE_PERFORMANCE_RECORD);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SfPerformanceRecord) record = g_list_model_get_item (all, i);

      if ((sf_performance_record_get_evaluation (record) != NULL) == judged
          && (centre == NULL
              || sf_record_refers_to (SF_RECORD (record), SF_PERFORMANCE_RECORD_CENTRE, centre))
          && (retired || sf_performance_record_get_retired_at (record) == SF_NULL_INT))
        g_ptr_array_add (records, record);
    }
  g_ptr_array_sort (records, compare_records);
  return records;
}

GPtrArray *
sf_performance_list_records (SfModel *model, SfCentre *centre, gboolean retired)
{
  return list_some (model, centre, retired, FALSE);
}

GPtrArray *
sf_performance_list_judged_records (SfModel *model, SfCentre *centre)
{
  return list_some (model, centre, TRUE, TRUE);
}

SfPerformanceRecord *
sf_performance_find_judged_record (SfModel *model, SfEvaluation *evaluation)
{
  g_autoptr (GPtrArray) records
      = sf_model_list_referring (model, SF_TYPE_PERFORMANCE_RECORD,
                                 SF_PERFORMANCE_RECORD_EVALUATION, evaluation);

  return records->len > 0 ? records->pdata[0] : NULL;
}

const char *
sf_performance_tell_reviews (SfModel *model, SfCentre *centre, const char *today)
{
  g_autoptr (GPtrArray) records = sf_performance_list_records (model, centre, FALSE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_held = 0, n_people = 0;

  for (guint i = 0; i < records->len; i++)
    {
      SfPerformanceRecord *record = records->pdata[i];

      if (strcmp (sf_performance_record_get_ends_on (record), today) >= 0
          || strcmp (sf_performance_record_get_kind (record), "staff") != 0
          || !g_hash_table_add (seen, (gpointer)sf_performance_record_get_person (record)))
        continue;
      n_people++;
      n_held += sf_performance_record_get_review_held (record) != 0;
    }
  return sf_performance_reviews_to_text (n_held, n_people);
}

static char *
to_text (const char *text, SfPerformanceKind kind, SfVocabulary words)
{
  if (text == NULL)
    return NULL;
  if (kind == SF_PERFORMANCE_DATE)
    return sf_date_format (text);
  return g_strdup (kind == SF_PERFORMANCE_CHOICE ? sf_vocabulary_get_label (words, text) : text);
}

char *
sf_performance_field_to_text (const SfPerformance *document, SfPerformanceField field)
{
  return to_text (sf_performance_get (document, field), sf_performance_field_get_kind (field),
                  sf_performance_field_get_words (field));
}

/* A priority that was erased or is another file's has no title. (transfer full) */
static char *
priority_to_text (SfModel *model, const char *text)
{
  SfUuid uuid;
  gpointer priority
      = text != NULL && sf_uuid_parse (text, &uuid) ? sf_model_find (model, &uuid) : NULL;

  return SF_IS_PRIORITY (priority) ? g_strdup (sf_priority_get_title (priority)) : NULL;
}

char *
sf_performance_objective_to_text (SfModel *model,
                                  const SfPerformance *document,
                                  const SfUuid *objective,
                                  SfObjectiveField field)
{
  if (field == SF_OBJECTIVE_PRIORITY)
    return priority_to_text (model, sf_performance_get_of_objective (document, objective, field));
  return to_text (sf_performance_get_of_objective (document, objective, field),
                  sf_objective_field_get_kind (field), sf_objective_field_get_words (field));
}

SfStatement *
sf_performance_find_judged_statement (SfModel *model,
                                      SfPerformanceRecord *record,
                                      const SfPerformance *document,
                                      guint nth)
{
  SfEvaluation *evaluation = sf_model_find (model, sf_performance_record_get_evaluation (record));
  SfFramework *framework = evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL;

  return framework != NULL ? sf_framework_find_statement (
             framework, sf_performance_get_judged (document, nth, SF_JUDGED_STATEMENT_CODE))
                           : NULL;
}

char *
sf_performance_judged_to_text (SfModel *model,
                               SfPerformanceRecord *record,
                               const SfPerformance *document,
                               guint nth,
                               SfJudgedField field)
{
  const char *text = sf_performance_get_judged (document, nth, field);
  SfStatement *statement = sf_performance_find_judged_statement (model, record, document, nth);

  if (field != SF_JUDGED_LEVEL || text == NULL || statement == NULL)
    return g_strdup (text);
  return sf_level_value_to_text (sf_statement_get_scale (statement),
                                 g_ascii_strtoll (text, NULL, 10));
}

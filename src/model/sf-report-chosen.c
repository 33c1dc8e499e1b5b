/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-report-chosen.h"

#include <string.h>

/* More evaluations than anybody has; who has made a ring of them is not followed round it. */
#define MAX_BACK 100

/* The one that was made first, should there be two. */
SfReportChoice *
sf_report_chosen_find (SfModel *model, SfEvaluation *evaluation, const char *audience)
{
  g_autoptr (GPtrArray) choices = NULL;
  SfReportChoice *found = NULL;

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (evaluation), NULL);
  g_return_val_if_fail (audience != NULL, NULL);

  choices = sf_model_list_referring (model, SF_TYPE_REPORT_CHOICE, SF_REPORT_CHOICE_EVALUATION,
                                     evaluation);
  for (guint i = 0; i < choices->len; i++)
    {
      const SfUuid *uuid = sf_record_get_uuid (choices->pdata[i]);

      if (g_strcmp0 (sf_report_choice_get_audience (choices->pdata[i]), audience) == 0
          && (found == NULL
              || memcmp (uuid, sf_record_get_uuid (SF_RECORD (found)), sizeof *uuid) < 0))
        found = choices->pdata[i];
    }
  return found;
}

SfReportChoice *
sf_report_chosen_find_last (SfModel *model, SfEvaluation *evaluation, const char *audience)
{
  SfReportChoice *found = NULL;

  for (guint i = 0; evaluation != NULL && found == NULL && i < MAX_BACK; i++)
    {
      found = sf_report_chosen_find (model, evaluation, audience);
      evaluation = sf_model_get_predecessor (model, evaluation);
    }
  return found;
}

static int
compare_sections (gconstpointer a, gconstpointer b)
{
  SfReportSection *one = *(SfReportSection *const *)a, *two = *(SfReportSection *const *)b;
  gint64 first = sf_report_section_get_position (one),
         second = sf_report_section_get_position (two);

  if (first != second)
    return first < second ? -1 : 1;
  return g_strcmp0 (sf_report_section_get_section (one), sf_report_section_get_section (two));
}

GPtrArray *
sf_report_chosen_list_sections (SfModel *model, SfReportChoice *choice)
{
  GPtrArray *sections
      = sf_model_list_referring (model, SF_TYPE_REPORT_SECTION, SF_REPORT_SECTION_CHOICE, choice);

  g_ptr_array_sort (sections, compare_sections);
  return sections;
}

static int
compare_statements (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (sf_report_statement_get_statement_code (*(SfReportStatement *const *)a),
                    sf_report_statement_get_statement_code (*(SfReportStatement *const *)b));
}

GPtrArray *
sf_report_chosen_list_statements (SfModel *model, SfReportChoice *choice)
{
  GPtrArray *statements = sf_model_list_referring (model, SF_TYPE_REPORT_STATEMENT,
                                                   SF_REPORT_STATEMENT_CHOICE, choice);

  g_ptr_array_sort (statements, compare_statements);
  return statements;
}

SfReportStatement *
sf_report_chosen_find_statement (SfModel *model, SfReportChoice *choice, const char *code)
{
  g_autoptr (GPtrArray) statements = sf_report_chosen_list_statements (model, choice);

  for (guint i = 0; i < statements->len; i++)
    if (g_strcmp0 (sf_report_statement_get_statement_code (statements->pdata[i]), code) == 0)
      return statements->pdata[i];
  return NULL;
}

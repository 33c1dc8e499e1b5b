/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-rules-private.h"

#include "base/sf-date.h"
#include "model/sf-target-status.h"

#include <string.h>

/*
 * sf_rules_count:
 *
 * Returns: (transfer full): "no" and "one" to "nine" in words, as English prose has them, others
 *   in figures
 */
char *
sf_rules_count (guint n)
{
  static const char *const words[]
      = { N_ ("no"),   N_ ("one"), N_ ("two"),   N_ ("three"), N_ ("four"),
          N_ ("five"), N_ ("six"), N_ ("seven"), N_ ("eight"), N_ ("nine") };

  return n < G_N_ELEMENTS (words) ? g_strdup (_ (words[n])) : g_strdup_printf ("%u", n);
}

/*
 * sf_rules_is_standard:
 *
 * Returns: whether a person calls the statement a standard: its group's code is "S"
 */
gboolean
sf_rules_is_standard (SfStatement *statement)
{
  return strcmp (sf_group_get_code (sf_statement_get_group (statement)), "S") == 0;
}

/*
 * sf_rules_list_statements:
 * @area: (nullable): a key area, or %NULL for all
 *
 * Returns: (transfer none) (nullable) (element-type SfStatement): its statements, the head's own
 *   among them; %NULL if the framework cannot be read
 */
GPtrArray *
sf_rules_list_statements (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area)
{
  SfFramework *framework = sf_model_get_framework (model, evaluation);

  if (area != NULL)
    return sf_key_area_get_statements (area);
  return framework != NULL ? sf_framework_get_statements (framework) : NULL;
}

char *
sf_rules_review_due (gpointer record, const char *from, const char *today)
{
  g_autofree char *written
      = sf_date_of_instant (sf_uuid_get_instant (sf_record_get_uuid (SF_RECORD (record))));

  if (from == NULL)
    return NULL;
  if (strcmp (from, written) < 0 && strcmp (written, today) <= 0)
    from = written;
  return sf_date_add_days (from, SF_TARGET_REVIEW_DAYS);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-progress.h"

#include "model/sf-rules-private.h"

static void
count_statement (SfProgress *progress, SfStatement *statement, SfJudgement *judgement)
{
  SfJudgementState state = sf_judgement_get_state (judgement);

  if (sf_statement_get_subject (statement) == SF_SUBJECT_HEAD)
    {
      progress->head_total++;
      progress->head_judged += state == SF_STATE_JUDGED;
      progress->head_not_applicable += state == SF_STATE_NOT_APPLICABLE;
      return;
    }
  progress->all_standards
      = (progress->total == 0 || progress->all_standards) && sf_rules_is_standard (statement);
  progress->total++;
  progress->judged += state == SF_STATE_JUDGED;
  progress->not_applicable += state == SF_STATE_NOT_APPLICABLE;
}

static void
count_statements (SfModel *model,
                  SfEvaluation *evaluation,
                  GPtrArray *statements,
                  SfProgress *progress)
{
  g_autoptr (GHashTable) agreed = sf_model_index_judgements (model, evaluation);

  *progress = (SfProgress){ 0 };
  for (guint i = 0; statements != NULL && i < statements->len; i++)
    count_statement (progress, statements->pdata[i],
                     g_hash_table_lookup (agreed, sf_statement_get_code (statements->pdata[i])));
}

void
sf_progress_of (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area, SfProgress *progress)
{
  g_return_if_fail (SF_IS_MODEL (model));
  g_return_if_fail (SF_IS_EVALUATION (evaluation));

  count_statements (model, evaluation, sf_rules_list_statements (model, evaluation, area),
                    progress);
}

void
sf_progress_of_group (SfModel *model,
                      SfEvaluation *evaluation,
                      SfGroup *group,
                      SfProgress *progress)
{
  g_return_if_fail (SF_IS_MODEL (model));
  g_return_if_fail (SF_IS_EVALUATION (evaluation));

  count_statements (model, evaluation, sf_group_get_statements (group), progress);
}

guint
sf_progress_get_done (const SfProgress *progress)
{
  return progress->judged + progress->not_applicable;
}

guint
sf_progress_get_left (const SfProgress *progress)
{
  return progress->total - sf_progress_get_done (progress);
}

double
sf_progress_fraction (const SfProgress *progress)
{
  return progress->total > 0 ? (double)sf_progress_get_done (progress) / progress->total : 0.0;
}

char *
sf_progress_to_text (const SfProgress *progress)
{
  if (progress->total == 0)
    return g_strdup ("");
  if (progress->all_standards)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u standard", "%u of %u standards",
                                         progress->total),
                            sf_progress_get_done (progress), progress->total);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u statement", "%u of %u statements",
                                       progress->total),
                          sf_progress_get_done (progress), progress->total);
}

char *
sf_progress_to_short_text (const SfProgress *progress)
{
  if (progress->total == 0)
    return g_strdup ("");
  /* Translators: so many done of so many */
  return g_strdup_printf (_ ("%u of %u"), sf_progress_get_done (progress), progress->total);
}

char *
sf_progress_left_to_text (const SfProgress *progress)
{
  guint left = sf_progress_get_left (progress);

  if (left == 0)
    return g_strdup ("");
  if (progress->all_standards)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u standard to judge",
                                         "%u standards to judge", left),
                            left);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u statement to judge",
                                       "%u statements to judge", left),
                          left);
}

char *
sf_progress_head_to_text (const SfProgress *progress)
{
  if (progress->head_total == 0)
    return g_strdup ("");
  return g_strdup_printf (_ ("%u of %u of the head’s own"),
                          progress->head_judged + progress->head_not_applicable,
                          progress->head_total);
}

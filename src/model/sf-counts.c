/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-counts.h"

#include "model/sf-judgement-state.h"
#include "model/sf-plan.h"

static void
count_evidence (SfModel *model, SfEvaluation *evaluation, SfCounts *counts)
{
  SfCentre *centre = sf_model_get_centre (model, evaluation);
  g_autoptr (GPtrArray) list = NULL;

  if (centre == NULL)
    return;
  list = sf_model_list_referring (model, SF_TYPE_EVIDENCE, SF_EVIDENCE_CENTRE, centre);
  for (guint i = 0; i < list->len; i++)
    if (sf_evidence_get_retired_at (list->pdata[i]) == SF_NULL_INT)
      {
        g_autoptr (GPtrArray) files = sf_model_list_attachments (model, list->pdata[i]);

        counts->evidence++;
        counts->files += files->len;
      }
}

static void
count_targets (SfModel *model, SfEvaluation *evaluation, const char *today, SfCounts *counts)
{
  g_autoptr (GPtrArray) list = sf_model_list_targets (model, evaluation, NULL);

  counts->targets = list->len;
  for (guint i = 0; i < list->len; i++)
    {
      counts->targets_open += sf_target_is_open (model, list->pdata[i], today) ? 1 : 0;
      counts->targets_late += sf_target_is_late (model, list->pdata[i], today) ? 1 : 0;
      counts->targets_met
          += sf_target_get_status (model, list->pdata[i], today) == SF_TARGET_MET ? 1 : 0;
    }
}

static void
count_actions (SfModel *model, SfEvaluation *evaluation, const char *today, SfCounts *counts)
{
  g_autoptr (GPtrArray) list = sf_plan_list_all_actions (model, evaluation);

  counts->actions = list->len;
  for (guint i = 0; i < list->len; i++)
    counts->actions_late
        += sf_action_get_state (model, list->pdata[i], today) == SF_ACTION_LATE ? 1 : 0;
}

void
sf_counts_of (SfModel *model, SfEvaluation *evaluation, const char *today, SfCounts *counts)
{
  g_autoptr (GPtrArray) judgements = NULL;

  g_return_if_fail (SF_IS_MODEL (model));
  g_return_if_fail (SF_IS_EVALUATION (evaluation));
  g_return_if_fail (today != NULL);

  *counts = (SfCounts){ 0 };
  judgements = sf_model_list_judgements (model, evaluation, NULL);
  for (guint i = 0; i < judgements->len; i++)
    if (sf_judgement_get_contributor (judgements->pdata[i]) == NULL
        && sf_judgement_get_state (judgements->pdata[i]) != SF_STATE_NOT_JUDGED)
      counts->judgements++;
  count_evidence (model, evaluation, counts);
  count_targets (model, evaluation, today, counts);
  count_actions (model, evaluation, today, counts);
}

static char *
count_to_text (guint n, guint late)
{
  if (n == 0)
    return g_strdup ("");
  if (late == 0)
    return g_strdup_printf ("%u", n);
  /* Translators: how many targets or actions there are, and how many are late: "12 · 2 late" */
  return g_strdup_printf (_ ("%u · %u late"), n, late);
}

char *
sf_counts_targets_to_text (const SfCounts *counts)
{
  return count_to_text (counts->targets, counts->targets_late);
}

char *
sf_counts_actions_to_text (const SfCounts *counts)
{
  return count_to_text (counts->actions, counts->actions_late);
}

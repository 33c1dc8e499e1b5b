/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-counts.h"

#include "model/sf-judgement-state.h"
#include "model/sf-target-status.h"

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
}

char *
sf_counts_targets_to_text (const SfCounts *counts)
{
  if (counts->targets == 0)
    return g_strdup ("");
  if (counts->targets_late == 0)
    return g_strdup_printf ("%u", counts->targets);
  /* Translators: how many targets there are, and how many of them are late: "12 · 2 late" */
  return g_strdup_printf (_ ("%u · %u late"), counts->targets, counts->targets_late);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-model-private.h"

#include <string.h>

/* The relations between records that more than one page asks for. */

/**
 * sf_model_get_framework:
 * @self: a model
 * @evaluation: an evaluation
 *
 * Returns: (transfer none) (nullable): the framework as it was when the evaluation began; read
 *   from the workbook, not from the PC. %NULL if what the workbook holds cannot be read.
 */
SfFramework *
sf_model_get_framework (SfModel *self, SfEvaluation *evaluation)
{
  SfFrameworkEdition *edition = sf_model_find (self, sf_evaluation_get_framework (evaluation));

  return edition != NULL ? sf_framework_edition_get_contents (edition) : NULL;
}

SfCentre *
sf_model_get_centre (SfModel *self, SfEvaluation *evaluation)
{
  return sf_model_find (self, sf_evaluation_get_centre (evaluation));
}

/**
 * sf_model_get_predecessor:
 * @self: a model
 * @evaluation: an evaluation
 *
 * Returns: (transfer none) (nullable): the evaluation before it, if it says which that is
 */
SfEvaluation *
sf_model_get_predecessor (SfModel *self, SfEvaluation *evaluation)
{
  return sf_model_find (self, sf_evaluation_get_predecessor (evaluation));
}

/**
 * sf_model_get_evaluation_of:
 * @self: a model
 * @record: a record
 *
 * Returns: (transfer none) (nullable): the evaluation that @record is part of, itself if it is one;
 *   %NULL for what belongs to the centre as such
 */
SfEvaluation *
sf_model_get_evaluation_of (SfModel *self, SfRecord *record)
{
  const SfUuid *uuid = NULL;

  if (SF_IS_EVALUATION (record))
    return SF_EVALUATION (record);
  if (SF_IS_JUDGEMENT (record))
    uuid = sf_judgement_get_evaluation (SF_JUDGEMENT (record));
  else if (SF_IS_AREA_JUDGEMENT (record))
    uuid = sf_area_judgement_get_evaluation (SF_AREA_JUDGEMENT (record));
  else if (SF_IS_EVIDENCE_LINK (record))
    uuid = sf_evidence_link_get_evaluation (SF_EVIDENCE_LINK (record));
  else if (SF_IS_QUESTION_DECISION (record))
    uuid = sf_question_decision_get_evaluation (SF_QUESTION_DECISION (record));
  return sf_model_find (self, uuid);
}

static int
compare_evaluations (gconstpointer a, gconstpointer b)
{
  SfEvaluation *one = *(SfEvaluation **)a, *two = *(SfEvaluation **)b;

  return strcmp (sf_evaluation_get_starts_on (two), sf_evaluation_get_starts_on (one));
}

/**
 * sf_model_list_evaluations:
 * @self: a model
 * @centre: a centre
 *
 * Returns: (transfer container) (element-type SfEvaluation): its evaluations, newest first
 */
GPtrArray *
sf_model_list_evaluations (SfModel *self, SfCentre *centre)
{
  GPtrArray *list
      = sf_model_list_referring (self, SF_TYPE_EVALUATION, SF_EVALUATION_CENTRE, centre);

  g_ptr_array_sort (list, compare_evaluations);
  return list;
}

/**
 * sf_model_get_latest_evaluation:
 * @self: a model
 * @centre: (nullable): a centre; %NULL for any
 *
 * Returns: (transfer none) (nullable): the evaluation that began last
 */
SfEvaluation *
sf_model_get_latest_evaluation (SfModel *self, SfCentre *centre)
{
  g_autoptr (GPtrArray) list = NULL;
  GListModel *all = sf_model_get_list (self, SF_TYPE_EVALUATION);

  if (centre != NULL)
    list = sf_model_list_evaluations (self, centre);
  else
    {
      list = g_ptr_array_new ();
      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        {
          g_autoptr (SfEvaluation) one = g_list_model_get_item (all, i);
          g_ptr_array_add (list, one);
        }
      g_ptr_array_sort (list, compare_evaluations);
    }
  return list->len > 0 ? list->pdata[0] : NULL;
}

static gboolean
is_of (SfJudgement *judgement, const char *statement_code)
{
  return g_strcmp0 (sf_judgement_get_statement_code (judgement), statement_code) == 0;
}

/**
 * sf_model_list_judgements:
 * @self: a model
 * @evaluation: an evaluation
 * @statement_code: (nullable): a statement, or %NULL for all
 *
 * Returns: (transfer container) (element-type SfJudgement): what all contributors said, the
 *   agreed judgements among them
 */
GPtrArray *
sf_model_list_judgements (SfModel *self, SfEvaluation *evaluation, const char *statement_code)
{
  GPtrArray *all
      = sf_model_peek_referring (self, SF_TYPE_JUDGEMENT, SF_JUDGEMENT_EVALUATION, evaluation);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (statement_code == NULL || is_of (all->pdata[i], statement_code))
      g_ptr_array_add (list, all->pdata[i]);
  return list;
}

/**
 * sf_model_find_judgement:
 * @self: a model
 * @evaluation: an evaluation
 * @statement_code: a statement
 * @contributor: (nullable): who judged; %NULL for the agreed judgement
 *
 * Returns: (transfer none) (nullable): the judgement
 */
SfJudgement *
sf_model_find_judgement (SfModel *self,
                         SfEvaluation *evaluation,
                         const char *statement_code,
                         SfContributor *contributor)
{
  GPtrArray *all
      = sf_model_peek_referring (self, SF_TYPE_JUDGEMENT, SF_JUDGEMENT_EVALUATION, evaluation);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_of (all->pdata[i], statement_code)
        && sf_record_refers_to (all->pdata[i], SF_JUDGEMENT_CONTRIBUTOR, contributor))
      return all->pdata[i];
  return NULL;
}

/**
 * sf_model_index_judgements:
 * @self: a model
 * @evaluation: an evaluation
 *
 * For who asks for many of them.
 *
 * Returns: (transfer container) (element-type utf8 SfJudgement): the agreed judgements by the code
 *   of their statement, while the model stays as it is
 */
GHashTable *
sf_model_index_judgements (SfModel *self, SfEvaluation *evaluation)
{
  g_autoptr (GPtrArray) all = sf_model_list_judgements (self, evaluation, NULL);
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len; i++)
    if (sf_judgement_get_contributor (all->pdata[i]) == NULL)
      g_hash_table_insert (index, (gpointer)sf_judgement_get_statement_code (all->pdata[i]),
                           all->pdata[i]);
  return index;
}

/**
 * sf_model_find_area_judgement:
 * @self: a model
 * @evaluation: an evaluation
 * @area_code: a key area, or %SF_WHOLE_CENTRE
 *
 * Returns: (transfer none) (nullable): its grade
 */
SfAreaJudgement *
sf_model_find_area_judgement (SfModel *self, SfEvaluation *evaluation, const char *area_code)
{
  GPtrArray *all = sf_model_peek_referring (self, SF_TYPE_AREA_JUDGEMENT,
                                            SF_AREA_JUDGEMENT_EVALUATION, evaluation);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_strcmp0 (sf_area_judgement_get_area_code (all->pdata[i]), area_code) == 0)
      return all->pdata[i];
  return NULL;
}

SfEvidence *
sf_model_get_evidence (SfModel *self, SfEvidenceLink *link)
{
  return sf_model_find (self, sf_evidence_link_get_evidence (link));
}

/* Keeps of @list what @column says is @text; @text %NULL keeps all. */
static GPtrArray *
keep_text (GPtrArray *list, guint column, const char *text)
{
  for (guint i = list->len; text != NULL && i > 0; i--)
    if (g_strcmp0 (sf_record_get_text (list->pdata[i - 1], column), text) != 0)
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

/**
 * sf_model_list_evidence_links:
 * @self: a model
 * @evaluation: an evaluation
 * @statement_code: (nullable): a statement, or %NULL for all
 *
 * Returns: (transfer container) (element-type SfEvidenceLink): links to evidence that is not
 *   retired
 */
GPtrArray *
sf_model_list_evidence_links (SfModel *self, SfEvaluation *evaluation, const char *statement_code)
{
  GPtrArray *list = keep_text (sf_model_list_referring (self, SF_TYPE_EVIDENCE_LINK,
                                                        SF_EVIDENCE_LINK_EVALUATION, evaluation),
                               SF_EVIDENCE_LINK_STATEMENT_CODE, statement_code);

  for (guint i = list->len; i > 0; i--)
    {
      SfEvidence *evidence = sf_model_get_evidence (self, list->pdata[i - 1]);
      if (evidence == NULL || sf_evidence_get_retired_at (evidence) != SF_NULL_INT)
        g_ptr_array_remove_index (list, i - 1);
    }
  return list;
}

/**
 * sf_model_list_attachments:
 * @self: a model
 * @evidence: a piece of evidence
 *
 * Returns: (transfer container) (element-type SfAttachment): its files as they are now; what was
 *   replaced by a new version is not among them
 */
GPtrArray *
sf_model_list_attachments (SfModel *self, SfEvidence *evidence)
{
  GPtrArray *list
      = sf_model_list_referring (self, SF_TYPE_ATTACHMENT, SF_ATTACHMENT_EVIDENCE, evidence);

  for (guint i = list->len; i > 0; i--)
    if (sf_model_get_newer_version (self, list->pdata[i - 1]) != NULL)
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

/**
 * sf_model_get_newer_version:
 * @self: a model
 * @attachment: a file
 *
 * Returns: (transfer none) (nullable): the version that replaces it
 */
SfAttachment *
sf_model_get_newer_version (SfModel *self, SfAttachment *attachment)
{
  GPtrArray *newer
      = sf_model_peek_referring (self, SF_TYPE_ATTACHMENT, SF_ATTACHMENT_REPLACES, attachment);

  return newer != NULL && newer->len > 0 ? newer->pdata[0] : NULL;
}

/**
 * sf_model_list_versions:
 * @self: a model
 * @attachment: a file
 *
 * Returns: (transfer container) (element-type SfAttachment): @attachment itself, the version that
 *   it replaced, the one before that and so on: newest first
 */
GPtrArray *
sf_model_list_versions (SfModel *self, SfAttachment *attachment)
{
  GPtrArray *list = g_ptr_array_new ();

  /* a damaged file may name versions in a ring */
  while (attachment != NULL && !g_ptr_array_find (list, attachment, NULL))
    {
      g_ptr_array_add (list, attachment);
      attachment = sf_model_find (self, sf_attachment_get_replaces (attachment));
    }
  return list;
}

/* Whether @code is the statement of @target, or one of its further ones. */
gboolean
sf_target_serves (SfTarget *target, const char *code)
{
  g_auto (GStrv) further = NULL;

  g_return_val_if_fail (SF_IS_TARGET (target), FALSE);

  if (g_strcmp0 (sf_target_get_statement_code (target), code) == 0)
    return TRUE;
  if (code == NULL || sf_target_get_further_statements (target) == NULL)
    return FALSE;
  further = g_strsplit (sf_target_get_further_statements (target), " ", -1);
  return g_strv_contains ((const char *const *)further, code);
}

GPtrArray *
sf_target_list_statements (SfModel *model, SfTarget *target)
{
  SfEvaluation *evaluation = sf_model_find (model, sf_target_get_evaluation (target));
  SfFramework *framework = evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL;
  const char *own = sf_target_get_statement_code (target);
  const char *further = sf_target_get_further_statements (target);
  g_autofree char *all
      = g_strconcat (own != NULL ? own : "", " ", further != NULL ? further : "", NULL);

  return sf_framework_list_statements_of (framework, all);
}

/**
 * sf_model_list_targets:
 * @self: a model
 * @evaluation: an evaluation
 * @statement_code: (nullable): a statement that they serve, first or among others; %NULL for all
 *
 * Returns: (transfer container) (element-type SfTarget): the targets set in @evaluation, and
 *   those of its centre set before that had not ended when it began; not the retired ones
 */
GPtrArray *
sf_model_list_targets (SfModel *self, SfEvaluation *evaluation, const char *statement_code)
{
  SfCentre *centre = sf_model_get_centre (self, evaluation);
  GPtrArray *list = centre != NULL
                        ? sf_model_list_referring (self, SF_TYPE_TARGET, SF_TARGET_CENTRE, centre)
                        : g_ptr_array_new ();

  for (guint i = list->len; i > 0; i--)
    {
      SfTarget *target = list->pdata[i - 1];
      SfEvaluation *set_in = sf_model_find (self, sf_target_get_evaluation (target));
      gboolean mine = set_in == evaluation;
      gboolean earlier = set_in != NULL
                         && strcmp (sf_evaluation_get_starts_on (set_in),
                                    sf_evaluation_get_starts_on (evaluation))
                                < 0;
      gboolean open
          = g_strcmp0 (sf_target_get_due_on (target), sf_evaluation_get_starts_on (evaluation)) >= 0
            || sf_target_get_outcome (target) == NULL;

      if (sf_target_get_retired_at (target) != SF_NULL_INT || !(mine || (earlier && open))
          || (statement_code != NULL && !sf_target_serves (target, statement_code)))
        g_ptr_array_remove_index (list, i - 1);
    }
  return list;
}

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  SfReview *one = *(SfReview **)a, *two = *(SfReview **)b;

  return strcmp (sf_review_get_reviewed_on (one), sf_review_get_reviewed_on (two));
}

/**
 * sf_model_list_reviews:
 * @self: a model
 * @target: a target
 *
 * Returns: (transfer container) (element-type SfReview): its reviews, oldest first
 */
GPtrArray *
sf_model_list_reviews (SfModel *self, SfTarget *target)
{
  GPtrArray *list = sf_model_list_referring (self, SF_TYPE_REVIEW, SF_REVIEW_TARGET, target);

  g_ptr_array_sort (list, compare_reviews);
  return list;
}

static int
compare_milestones (gconstpointer a, gconstpointer b)
{
  SfMilestone *one = *(SfMilestone **)a, *two = *(SfMilestone **)b;
  const char *first = sf_milestone_get_due_on (one), *second = sf_milestone_get_due_on (two);
  gint64 way = sf_milestone_get_position (one) - sf_milestone_get_position (two);

  if (g_strcmp0 (first, second) != 0)
    return first == NULL ? 1 : second == NULL ? -1 : strcmp (first, second);
  return way < 0 ? -1 : way > 0;
}

/**
 * sf_model_list_milestones:
 * @self: a model
 * @target: a target
 *
 * Returns: (transfer container) (element-type SfMilestone): its milestones by their dates, those
 *   without a date last
 */
GPtrArray *
sf_model_list_milestones (SfModel *self, SfTarget *target)
{
  GPtrArray *list = sf_model_list_referring (self, SF_TYPE_MILESTONE, SF_MILESTONE_TARGET, target);

  g_ptr_array_sort (list, compare_milestones);
  return list;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  SfTargetChange *one = *(SfTargetChange **)a, *two = *(SfTargetChange **)b;

  return strcmp (sf_target_change_get_changed_on (one), sf_target_change_get_changed_on (two));
}

/**
 * sf_model_list_target_changes:
 * @self: a model
 * @target: a target
 *
 * Returns: (transfer container) (element-type SfTargetChange): what was changed of it after it had
 *   been settled, oldest first
 */
GPtrArray *
sf_model_list_target_changes (SfModel *self, SfTarget *target)
{
  GPtrArray *list
      = sf_model_list_referring (self, SF_TYPE_TARGET_CHANGE, SF_TARGET_CHANGE_TARGET, target);

  g_ptr_array_sort (list, compare_changes);
  return list;
}

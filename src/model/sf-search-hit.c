/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-search-private.h"

#include "base/sf-date.h"

#include <string.h>

/* What a hit is called and where it leads. */

/* In the order of SfSearchKind. */
static const char *const kind_labels[SF_N_SEARCH_KINDS] = {
  N_ ("Standards and statements"),
  N_ ("Key areas"),
  N_ ("Judgements"),
  N_ ("Targets"),
  N_ ("Reviews of targets"),
  N_ ("Evidence"),
  N_ ("Names of files"),
  N_ ("What evidence shows"),
  N_ ("Evaluations"),
  N_ ("Centres"),
  N_ ("Contributors"),
  N_ ("Inside files"),
};

const char *
sf_search_kind_get_label (SfSearchKind kind)
{
  g_return_val_if_fail ((guint)kind < SF_N_SEARCH_KINDS, "");

  return _ (kind_labels[kind]);
}

void
sf_search_hit_free (SfSearchHit *self)
{
  g_clear_object (&self->record);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->snippet);
  g_free (self->ranges);
  g_free (self->area_code);
  g_free (self->statement_code);
  g_free (self);
}

/*
 * sf_search_find_evaluation:
 * @record: (nullable): a record
 *
 * Returns: (transfer none) (nullable): the evaluation that it belongs to, if it belongs to one
 */
SfEvaluation *
sf_search_find_evaluation (SfModel *model, SfRecord *record)
{
  if (SF_IS_EVALUATION (record))
    return SF_EVALUATION (record);
  if (SF_IS_JUDGEMENT (record))
    return sf_model_find (model, sf_judgement_get_evaluation (SF_JUDGEMENT (record)));
  if (SF_IS_AREA_JUDGEMENT (record))
    return sf_model_find (model, sf_area_judgement_get_evaluation (SF_AREA_JUDGEMENT (record)));
  if (SF_IS_EVIDENCE_LINK (record))
    return sf_model_find (model, sf_evidence_link_get_evaluation (SF_EVIDENCE_LINK (record)));
  if (SF_IS_TARGET (record))
    return sf_model_find (model, sf_target_get_evaluation (SF_TARGET (record)));
  if (SF_IS_REVIEW (record))
    return sf_search_find_evaluation (model, sf_model_find (model, sf_review_get_target (
                                                                       SF_REVIEW (record))));
  return NULL;
}

/* Where a statement is shown, and how it is called; a code that the framework lacks names itself.
 */
static void
set_statement (SfSearchHit *hit, SfFramework *framework, const char *code)
{
  SfStatement *statement
      = framework != NULL && code != NULL ? sf_framework_find_statement (framework, code) : NULL;

  hit->statement_code = g_strdup (code);
  if (statement != NULL)
    hit->area_code = g_strdup (sf_key_area_get_code (sf_statement_get_area (statement)));
  if (hit->title == NULL)
    hit->title = g_strdup (statement != NULL ? sf_statement_get_title (statement) : code);
}

static void
set_area (SfSearchHit *hit, SfFramework *framework, const char *code)
{
  SfKeyArea *area = framework != NULL ? sf_framework_find_area (framework, code) : NULL;

  hit->area_code = g_strdup (code);
  if (strcmp (code, SF_WHOLE_CENTRE) == 0)
    hit->title = g_strdup (_ ("The whole centre"));
  else
    hit->title = g_strdup (area != NULL ? sf_key_area_get_title (area) : code);
}

/* @title of the record that another hangs on: the target of a review. */
static char *
get_parent_title (SfModel *model, const SfUuid *uuid)
{
  SfRecord *parent = sf_model_find (model, uuid);
  const SfValue *title = parent != NULL ? sf_record_get (parent, "title") : NULL;

  return g_strdup (title != NULL && title->type == SF_VALUE_TEXT ? title->text : "");
}

/* Fills title, area and statement by the class of the record. */
static void
describe (SfSearchHit *hit, SfModel *model, SfFramework *framework)
{
  SfRecord *record = hit->record;
  SfTarget *target;

  switch (hit->kind)
    {
    case SF_SEARCH_AREA:
      set_area (hit, framework, sf_area_judgement_get_area_code (SF_AREA_JUDGEMENT (record)));
      break;
    case SF_SEARCH_JUDGEMENT:
      set_statement (hit, framework, sf_judgement_get_statement_code (SF_JUDGEMENT (record)));
      break;
    case SF_SEARCH_TARGET:
      hit->title = g_strdup (sf_target_get_title (SF_TARGET (record)));
      set_statement (hit, framework, sf_target_get_statement_code (SF_TARGET (record)));
      break;
    case SF_SEARCH_REVIEW:
      hit->title = get_parent_title (model, sf_review_get_target (SF_REVIEW (record)));
      target = sf_model_find (model, sf_review_get_target (SF_REVIEW (record)));
      if (target != NULL)
        set_statement (hit, framework, sf_target_get_statement_code (target));
      break;
    case SF_SEARCH_EVIDENCE:
      hit->title = g_strdup (sf_evidence_get_title (SF_EVIDENCE (record)));
      break;
    case SF_SEARCH_ATTACHMENT:
      hit->title = g_strdup (sf_attachment_get_name (SF_ATTACHMENT (record)));
      break;
    case SF_SEARCH_NOTE:
      hit->title
          = get_parent_title (model, sf_evidence_link_get_evidence (SF_EVIDENCE_LINK (record)));
      set_statement (hit, framework,
                     sf_evidence_link_get_statement_code (SF_EVIDENCE_LINK (record)));
      break;
    case SF_SEARCH_EVALUATION:
      hit->title = g_strdup (sf_evaluation_get_title (SF_EVALUATION (record)));
      break;
    case SF_SEARCH_CENTRE:
      hit->title = g_strdup (sf_centre_get_name (SF_CENTRE (record)));
      break;
    case SF_SEARCH_CONTRIBUTOR:
      hit->title = g_strdup (sf_contributor_get_name (SF_CONTRIBUTOR (record)));
      break;
    case SF_SEARCH_STATEMENT:
    case SF_SEARCH_CONTENT:
    default:
      g_assert_not_reached ();
    }
}

/* What tells hits of one title apart: who, in which evaluation, of which item, on which day. */
static char *
tell_apart (SfModel *model, SfEvaluation *current, SfRecord *record)
{
  SfEvaluation *evaluation = sf_search_find_evaluation (model, record);
  SfContributor *who = NULL;
  g_autofree char *what = NULL;

  if (SF_IS_JUDGEMENT (record))
    who = sf_model_find (model, sf_judgement_get_contributor (SF_JUDGEMENT (record)));
  if (who != NULL)
    what = g_strdup (sf_contributor_get_name (who));
  else if (SF_IS_REVIEW (record))
    what = sf_date_format (sf_review_get_reviewed_on (SF_REVIEW (record)));
  else if (SF_IS_ATTACHMENT (record))
    what = get_parent_title (model, sf_attachment_get_evidence (SF_ATTACHMENT (record)));
  if (evaluation == NULL || evaluation == current || SF_IS_EVALUATION (record))
    return g_steal_pointer (&what);
  if (what == NULL)
    return g_strdup (sf_evaluation_get_title (evaluation));
  return g_strdup_printf ("%s · %s", what, sf_evaluation_get_title (evaluation));
}

SfSearchHit *
sf_search_hit_new_for_record (
    SfModel *model, SfEvaluation *current, SfSearchKind kind, SfRecord *record, guint column)
{
  SfSearchHit *hit = g_new0 (SfSearchHit, 1);
  SfEvaluation *evaluation = sf_search_find_evaluation (model, record);

  hit->kind = kind;
  hit->record = g_object_ref (record);
  hit->column = column;
  describe (hit, model, evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL);
  hit->detail = tell_apart (model, current, record);
  return hit;
}

SfSearchHit *
sf_search_hit_new_for_statement (SfStatement *statement, guint column)
{
  SfSearchHit *hit = g_new0 (SfSearchHit, 1);
  SfKeyArea *area = sf_statement_get_area (statement);

  hit->kind = SF_SEARCH_STATEMENT;
  hit->column = column;
  hit->title = g_strdup (sf_statement_get_title (statement));
  hit->detail = g_strdup (sf_key_area_get_title (area));
  hit->area_code = g_strdup (sf_key_area_get_code (area));
  hit->statement_code = g_strdup (sf_statement_get_code (statement));
  return hit;
}

SfSearchHit *
sf_search_hit_new_for_file (
    SfModel *model, SfAttachment *attachment, char *snippet, SfSearchRange *ranges, guint n_ranges)
{
  SfSearchHit *hit = g_new0 (SfSearchHit, 1);

  hit->kind = SF_SEARCH_CONTENT;
  hit->record = g_object_ref (SF_RECORD (attachment));
  hit->column = SF_ATTACHMENT_DIGEST;
  hit->title = get_parent_title (model, sf_attachment_get_evidence (attachment));
  hit->detail = g_strdup (sf_attachment_get_name (attachment));
  hit->snippet = snippet;
  hit->ranges = ranges;
  hit->n_ranges = n_ranges;
  return hit;
}

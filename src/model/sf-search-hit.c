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
  N_ ("Meetings"),
  N_ ("What the committee asked"),
  N_ ("Inside files"),
};

const char *
sf_search_kind_get_label (SfSearchKind kind)
{
  g_return_val_if_fail ((guint)kind < SF_N_SEARCH_KINDS, "");

  return _ (kind_labels[kind]);
}

SfSearchKind
sf_search_kind_get_group (SfSearchKind kind)
{
  return kind == SF_SEARCH_ATTACHMENT || kind == SF_SEARCH_NOTE ? SF_SEARCH_EVIDENCE : kind;
}

gboolean
sf_search_hit_is_in_title (const SfSearchHit *self)
{
  const char *column = self->record != NULL
                           ? SF_RECORD_GET_CLASS (self->record)->columns[self->column].name
                           : NULL;

  if (column == NULL)
    return self->column == 0;
  return self->kind != SF_SEARCH_CONTENT && self->kind != SF_SEARCH_ATTACHMENT
         && (strcmp (column, "title") == 0 || strcmp (column, "name") == 0);
}

void
sf_search_hit_free (SfSearchHit *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->evidence);
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

/* "LLD-S1 · Children learn" */
static char *
name_statement (SfStatement *statement)
{
  return g_strdup_printf ("%s · %s", sf_statement_get_code (statement),
                          sf_statement_get_title (statement));
}

/* Where a statement is shown. Returns (transfer full) how it is called; a code that the framework
 * lacks names itself. */
static char *
set_statement (SfSearchHit *hit, SfFramework *framework, const char *code)
{
  SfStatement *statement
      = framework != NULL && code != NULL ? sf_framework_find_statement (framework, code) : NULL;

  hit->statement_code = g_strdup (code);
  if (statement == NULL)
    return g_strdup (code);
  hit->area_code = g_strdup (sf_key_area_get_code (sf_statement_get_area (statement)));
  return name_statement (statement);
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

/* Where the target is shown that a hit is of, or speaks of. */
static void
set_target (SfSearchHit *hit, SfFramework *framework, SfTarget *target)
{
  if (target == NULL)
    return;
  hit->title = g_strdup (sf_target_get_title (target));
  g_free (set_statement (hit, framework, sf_target_get_statement_code (target)));
}

static void
set_meeting (SfSearchHit *hit, SfMeeting *meeting)
{
  if (meeting == NULL)
    return;
  hit->title = g_strdup (sf_meeting_get_title (meeting));
  hit->detail = sf_date_format (sf_meeting_get_meets_on (meeting));
}

/* Fills title, area and statement by the class of the record, and of evidence what tells where in
 * it the words are. */
static void
describe (SfSearchHit *hit, SfModel *model, SfFramework *framework)
{
  SfRecord *record = hit->record;

  switch (hit->kind)
    {
    case SF_SEARCH_AREA:
      set_area (hit, framework, sf_area_judgement_get_area_code (SF_AREA_JUDGEMENT (record)));
      break;
    case SF_SEARCH_JUDGEMENT:
      hit->title
          = set_statement (hit, framework, sf_judgement_get_statement_code (SF_JUDGEMENT (record)));
      break;
    case SF_SEARCH_TARGET:
      set_target (hit, framework, SF_TARGET (record));
      break;
    case SF_SEARCH_REVIEW:
      set_target (hit, framework, sf_model_find (model, sf_review_get_target (SF_REVIEW (record))));
      hit->detail = sf_date_format (sf_review_get_reviewed_on (SF_REVIEW (record)));
      break;
    case SF_SEARCH_ATTACHMENT:
    case SF_SEARCH_CONTENT:
      hit->detail = g_strdup (sf_attachment_get_name (SF_ATTACHMENT (record)));
      break;
    case SF_SEARCH_NOTE:
      hit->detail = set_statement (hit, framework,
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
    case SF_SEARCH_MEETING:
      set_meeting (hit, SF_MEETING (record));
      break;
    case SF_SEARCH_CHALLENGE:
      set_meeting (hit, sf_model_find (model, sf_challenge_get_meeting (SF_CHALLENGE (record))));
      break;
    case SF_SEARCH_EVIDENCE:
      break;
    case SF_SEARCH_STATEMENT:
    default:
      g_assert_not_reached ();
    }
  if (hit->evidence != NULL)
    hit->title = g_strdup (sf_evidence_get_title (hit->evidence));
}

/* What tells hits of one title apart, besides: who judged, in which other evaluation. */
static void
tell_apart (SfSearchHit *hit, SfModel *model, SfEvaluation *current, SfEvaluation *evaluation)
{
  g_autofree char *what = g_steal_pointer (&hit->detail);
  SfContributor *who = NULL;

  if (SF_IS_JUDGEMENT (hit->record))
    who = sf_model_find (model, sf_judgement_get_contributor (SF_JUDGEMENT (hit->record)));
  if (who != NULL)
    what = g_strdup (sf_contributor_get_name (who));
  if (evaluation == NULL || evaluation == current || SF_IS_EVALUATION (hit->record))
    hit->detail = g_steal_pointer (&what);
  else if (what == NULL)
    hit->detail = g_strdup (sf_evaluation_get_title (evaluation));
  else
    hit->detail = g_strdup_printf ("%s · %s", what, sf_evaluation_get_title (evaluation));
}

SfSearchHit *
sf_search_hit_new_for_record (
    SfModel *model, SfEvaluation *current, SfSearchKind kind, SfRecord *record, guint column)
{
  SfSearchHit *hit = g_new0 (SfSearchHit, 1);
  SfEvaluation *evaluation = sf_search_find_evaluation (model, record);

  hit->kind = kind;
  hit->record = g_object_ref (record);
  g_set_object (&hit->evidence, sf_search_find_evidence (model, record));
  hit->column = column;
  describe (hit, model, evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL);
  tell_apart (hit, model, current, evaluation);
  return hit;
}

SfSearchHit *
sf_search_hit_new_for_statement (SfStatement *statement, guint column)
{
  SfSearchHit *hit = g_new0 (SfSearchHit, 1);
  SfKeyArea *area = sf_statement_get_area (statement);

  hit->kind = SF_SEARCH_STATEMENT;
  hit->column = column;
  hit->title = name_statement (statement);
  hit->detail = g_strdup (sf_key_area_get_title (area));
  hit->area_code = g_strdup (sf_key_area_get_code (area));
  hit->statement_code = g_strdup (sf_statement_get_code (statement));
  return hit;
}

SfSearchHit *
sf_search_hit_new_for_evidence (SfModel *model, SfEvidence *evidence)
{
  return sf_search_hit_new_for_record (model, NULL, SF_SEARCH_EVIDENCE, SF_RECORD (evidence),
                                       SF_EVIDENCE_TITLE);
}

SfSearchHit *
sf_search_hit_new_for_file (
    SfModel *model, SfAttachment *attachment, char *snippet, SfSearchRange *ranges, guint n_ranges)
{
  SfSearchHit *hit = sf_search_hit_new_for_record (model, NULL, SF_SEARCH_CONTENT,
                                                   SF_RECORD (attachment), SF_ATTACHMENT_DIGEST);

  hit->snippet = snippet;
  hit->ranges = ranges;
  hit->n_ranges = n_ranges;
  return hit;
}

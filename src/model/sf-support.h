/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-judgement-state.h"

G_BEGIN_DECLS

/**
 * SfSupport:
 * @n_items: how many pieces of evidence are linked to the statement in this evaluation
 * @of_kind: how many of them are of each #SfEvidenceKind
 * @kinds: which kinds they are of: bit 1 << #SfEvidenceKind for each
 * @n_kinds: how many kinds that is
 * @n_undated: how many of them say no date of their own
 * @newest: the latest date of the evidence (not of adding it) as ISO 8601 text; "" if none has one
 * @target_groups: whom it is about, as sf_target_groups_parse() gives them
 *
 * What a judgement rests on. Retired evidence does not count.
 */
typedef struct
{
  guint n_items;
  guint of_kind[SF_N_EVIDENCE_KINDS];
  guint kinds;
  guint n_kinds;
  guint n_undated;
  char newest[16];
  guint target_groups;
} SfSupport;

/**
 * SfSupportConcern:
 * @SF_SUPPORT_FINE: nothing to say, or nothing that is looked at
 * @SF_SUPPORT_NO_EVIDENCE: a strong judgement rests on nothing
 * @SF_SUPPORT_ONE_KIND: it rests on evidence of one kind
 * @SF_SUPPORT_OLD: it rests only on evidence dated before the evaluation began
 */
typedef enum
{
  SF_SUPPORT_FINE,
  SF_SUPPORT_NO_EVIDENCE,
  SF_SUPPORT_ONE_KIND,
  SF_SUPPORT_OLD,
} SfSupportConcern;

#define SF_N_SUPPORT_CONCERNS 4

/**
 * sf_support_of_statement:
 * @support: (out caller-allocates): what is linked to the statement in @evaluation
 */
void sf_support_of_statement (SfModel *model,
                              SfEvaluation *evaluation,
                              const char *statement_code,
                              SfSupport *support);

/**
 * sf_support_judge:
 * @strong: whether the judgement says that something is well done (sf_level_value_is_strong())
 * @support: what it rests on
 * @starts_on: the first day of the evaluation, ISO 8601; it belongs to the evaluation
 *
 * The rule. Only a strong judgement is looked at. Told is the first that applies: it rests on no
 * evidence; on evidence of one kind, however much there is; only on evidence dated before the
 * evaluation began. Evidence without a date of its own is never old. Nothing is scored, and
 * nothing else is asked for.
 *
 * Returns: what there is to say of it
 */
SfSupportConcern
sf_support_judge (gboolean strong, const SfSupport *support, const char *starts_on);

/**
 * sf_support_get_concern:
 *
 * Only agreed judgements of centre statements are looked at, by sf_support_judge().
 *
 * Returns: what there is to say of it
 */
SfSupportConcern
sf_support_get_concern (SfModel *model, SfEvaluation *evaluation, SfStatement *statement);

/**
 * sf_support_count_concerns:
 * @area: (nullable): a key area, or %NULL for all
 * @counts: (out caller-allocates): by #SfSupportConcern, how many centre statements have it; what
 * is not looked at counts as fine
 */
void sf_support_count_concerns (SfModel *model,
                                SfEvaluation *evaluation,
                                SfKeyArea *area,
                                guint counts[SF_N_SUPPORT_CONCERNS]);

/**
 * SfSupportMark:
 * @statement: the statement, borrowed from the framework
 * @concern: what there is to say of its judgement; never %SF_SUPPORT_FINE
 * @support: what it rests on
 */
typedef struct
{
  SfStatement *statement;
  SfSupportConcern concern;
  SfSupport support;
} SfSupportMark;

/**
 * sf_support_list_marks:
 * @area: (nullable): a key area, or %NULL for all
 *
 * The judgements that are marked on the form, the Overview, the command line and in the report.
 *
 * Returns: (transfer full) (element-type SfSupportMark): in the framework's order; the array frees
 *   its elements
 */
GPtrArray *sf_support_list_marks (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);

/**
 * sf_support_concern_to_id:
 *
 * Returns: the word for programs: "fine", "no-evidence", "one-kind", "old"
 */
const char *sf_support_concern_to_id (SfSupportConcern concern);

/**
 * sf_support_to_text:
 *
 * Returns: (transfer full): "3 items: documents and users’ views", "1 item: document", "no
 *   evidence yet"
 */
char *sf_support_to_text (const SfSupport *support);

/**
 * sf_support_detail_to_text:
 *
 * Returns: (transfer full): how recent, and about whom: "Newest 31 March 2026 · 1 without a date ·
 *   About fathers"; "" where there is nothing to say
 */
char *sf_support_detail_to_text (const SfSupport *support);

/**
 * sf_support_concern_to_text:
 * @support: (nullable): to say which kind it is
 *
 * Returns: (transfer full): "rests on no evidence", "rests on documents only", "rests on evidence
 * from before this evaluation"; "" for fine
 */
char *sf_support_concern_to_text (SfSupportConcern concern, const SfSupport *support);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-judgement-state.h"

G_BEGIN_DECLS

/**
 * SfProgress:
 * @judged: centre statements whose agreed judgement has a level
 * @not_applicable: centre statements that do not apply, with the reason
 * @total: all centre statements that were looked at
 * @head_judged: of the head's own statements, those with a level
 * @head_not_applicable: of the head's own statements, those that do not apply
 * @head_total: all of the head's own statements
 * @all_standards: whether every centre statement counted is in a group "S", so that a person
 *   calls them standards
 *
 * How far an evaluation has come. Only agreed judgements count. What is the head's own is in
 * no figure but its own three, and those belong to the head alone.
 */
typedef struct
{
  guint judged;
  guint not_applicable;
  guint total;
  guint head_judged;
  guint head_not_applicable;
  guint head_total;
  gboolean all_standards;
} SfProgress;

/**
 * sf_progress_of:
 * @area: (nullable): a key area, or %NULL for all
 * @progress: (out caller-allocates): all zero if the framework cannot be read
 *
 * Counts agreed judgements: those without a contributor.
 */
void
sf_progress_of (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area, SfProgress *progress);

/**
 * sf_progress_of_group:
 * @group: one of the groups of an area, for instance its standards
 * @progress: (out caller-allocates): as for sf_progress_of()
 */
void sf_progress_of_group (SfModel *model,
                           SfEvaluation *evaluation,
                           SfGroup *group,
                           SfProgress *progress);

/**
 * sf_progress_get_done:
 *
 * Returns: how many centre statements need nothing more: judged or not applicable
 */
guint sf_progress_get_done (const SfProgress *progress);

/**
 * sf_progress_get_left:
 *
 * Returns: how many centre statements are not judged yet
 */
guint sf_progress_get_left (const SfProgress *progress);

/**
 * sf_progress_fraction:
 *
 * Returns: done of total, 0 to 1; 0 if there is nothing to judge
 */
double sf_progress_fraction (const SfProgress *progress);

/**
 * sf_progress_to_text:
 *
 * Returns: (transfer full): "8 of 8 standards", or "3 of 4 statements" where the framework has
 * other groups; "" if there is nothing to judge
 */
char *sf_progress_to_text (const SfProgress *progress);

/**
 * sf_progress_to_short_text:
 *
 * Returns: (transfer full): "8 of 8"; "" if there is nothing to judge
 */
char *sf_progress_to_short_text (const SfProgress *progress);

/**
 * sf_progress_left_to_text:
 *
 * Returns: (transfer full): "3 standards to judge"; "" if none is left
 */
char *sf_progress_left_to_text (const SfProgress *progress);

/**
 * sf_progress_head_to_text:
 *
 * Returns: (transfer full): "3 of 12 of the head’s own"; "" if there is none. For the head alone.
 */
char *sf_progress_head_to_text (const SfProgress *progress);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/**
 * SfCounts:
 * @judgements: agreed judgements of this evaluation that have a level or a reason why not
 * @evidence: pieces of evidence of the centre that are not retired
 * @files: their files
 * @targets: targets that belong to this evaluation (sf_model_list_targets())
 * @targets_open: those still to be reached
 * @targets_late: open ones whose due date is past
 * @targets_met: those reached
 * @actions: actions of its development plan
 * @actions_late: open ones whose due date is past
 *
 * The figures of the sidebar, `sixfold-cli info` and the report.
 */
typedef struct
{
  guint judgements;
  guint evidence;
  guint files;
  guint targets;
  guint targets_open;
  guint targets_late;
  guint targets_met;
  guint actions;
  guint actions_late;
} SfCounts;

/**
 * sf_counts_of:
 * @evaluation: an evaluation
 * @today: an ISO 8601 date
 * @counts: (out caller-allocates): the figures
 */
void sf_counts_of (SfModel *model, SfEvaluation *evaluation, const char *today, SfCounts *counts);

/**
 * sf_counts_targets_to_text:
 *
 * Returns: (transfer full): "12 · 2 late", "12", or "" if there is none
 */
char *sf_counts_targets_to_text (const SfCounts *counts);
/* The same of the plan's actions. */
char *sf_counts_actions_to_text (const SfCounts *counts);

G_END_DECLS

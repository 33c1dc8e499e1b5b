/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-judgement-state.h"

G_BEGIN_DECLS

/**
 * SfSafeguardingItem:
 * @statement: (transfer none): the statement; it lives as long as its framework
 * @state: not judged, or judged
 * @level: (transfer none) (nullable): its level if judged; one that is not strong
 * @action: (transfer none) (nullable): the open target of that statement that is due first
 * @text: one sentence or two for the report: level, action, date
 *
 * A safeguarding statement of the centre that must be told on the first page.
 */
typedef struct
{
  SfStatement *statement;
  SfJudgementState state;
  SfLevel *level;
  SfTarget *action;
  char *text;
} SfSafeguardingItem;

void sf_safeguarding_item_free (SfSafeguardingItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfSafeguardingItem, sf_safeguarding_item_free)

/**
 * sf_safeguarding_list:
 *
 * The safeguarding statements of the centre that are not strong or not judged, whatever the grade
 * of their area, in the framework's order. What does not apply, with its reason, is not among them.
 *
 * Returns: (transfer full) (element-type SfSafeguardingItem): they; the array frees its elements
 */
GPtrArray *sf_safeguarding_list (SfModel *model, SfEvaluation *evaluation, const char *today);

G_END_DECLS

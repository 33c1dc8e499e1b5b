/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* What is kept too long. The rule: a piece of evidence is due for deletion from the day after the
 * one until which it was to be kept. That it was taken off the list changes nothing: it is still in
 * the file. What has no such date is never due. Nothing is deleted by itself. */

/**
 * sf_evidence_is_due_for_deletion:
 * @self: a piece of evidence
 * @today: ISO 8601
 *
 * Returns: whether the day until which it was to be kept is past
 */
gboolean sf_evidence_is_due_for_deletion (SfEvidence *self, const char *today);

/**
 * sf_model_list_due_for_deletion:
 * @model: a model
 * @centre: (nullable): whose evidence; %NULL for all centres'
 * @today: ISO 8601
 *
 * Returns: (transfer full) (element-type SfEvidence): what is due, longest overdue first
 */
GPtrArray *sf_model_list_due_for_deletion (SfModel *model, SfCentre *centre, const char *today);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"
#include "model/sf-performance-judged.h"

G_BEGIN_DECLS

/* What is told of performance management: the records that there are, how what is said in one reads
 * to a person, and the one thing that may be told outside. */

/**
 * sf_performance_list_records:
 * @centre: (nullable): of which centre; %NULL for all
 * @retired: those that were taken off the list, too
 *
 * What is judged of the head in an evaluation is none of them.
 *
 * Returns: (transfer container) (element-type SfPerformanceRecord): the latest cycle first, in it
 * by name
 */
GPtrArray *sf_performance_list_records (SfModel *model, SfCentre *centre, gboolean retired);

/* The same of what is judged of the head, evaluation by evaluation, where it is locked. */
GPtrArray *sf_performance_list_judged_records (SfModel *model, SfCentre *centre);

/* Returns: (transfer none) (nullable): where what is judged of the head in @evaluation lies locked;
 * %NULL: in the open, as any judgement */
SfPerformanceRecord *sf_performance_find_judged_record (SfModel *model, SfEvaluation *evaluation);

/**
 * sf_performance_tell_reviews:
 * @today: ISO 8601
 *
 * Counts each member of staff once, by the cycle that ended last before @today: whether its review
 * was held. The head is no member of staff here: one person would be told of.
 *
 * Returns: (nullable): what sf_performance_reviews_to_text() says
 */
const char *sf_performance_tell_reviews (SfModel *model, SfCentre *centre, const char *today);

/**
 * sf_performance_field_to_text:
 *
 * Returns: (transfer full) (nullable): a date as people write it, a choice by its label, other text
 *   as it is
 */
char *sf_performance_field_to_text (const SfPerformance *document, SfPerformanceField field);
/* The same; a priority of the plan by its title. */
/* What the @nth judgement of the head says, of the evaluation of @record: a level by number and
 * name. (transfer full) (nullable) */
char *sf_performance_judged_to_text (SfModel *model,
                                     SfPerformanceRecord *record,
                                     const SfPerformance *document,
                                     guint nth,
                                     SfJudgedField field);
/* (transfer none) (nullable): the statement that it is of */
SfStatement *sf_performance_find_judged_statement (SfModel *model,
                                                   SfPerformanceRecord *record,
                                                   const SfPerformance *document,
                                                   guint nth);
char *sf_performance_objective_to_text (SfModel *model,
                                        const SfPerformance *document,
                                        const SfUuid *objective,
                                        SfObjectiveField field);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-outcome.h"

G_BEGIN_DECLS

/* Outcome data in words, for the centre's own eyes. All texts are (transfer full). */

/* "58.3%", "412 families", "3.2": one decimal at most; what is not a number is "" */
char *sf_outcome_format_figure (SfMeasure *measure, double figure);

/* "5 points", "3 families": how far apart two figures are, whichever is the higher */
char *sf_outcome_format_distance (SfMeasure *measure, double value);

/* "7 of 12: 58.3% (95% interval 32% to 80.7%)", "412 families" */
char *sf_reading_to_text (SfMeasure *measure, SfReading *reading);

/**
 * sf_outcome_gap_to_text:
 *
 * Returns: (nullable): the gap of the latest period that has one, against the first that has one:
 *   "Fathers: 12 points below other families in 2026–27. The gap closed by 5 points since 2023–24."
 *   or what is too small to tell; %NULL where there is none
 */
char *sf_outcome_gap_to_text (SfOutcome *self, SfFamilyGroup *group);

/**
 * sf_outcome_gap_to_short_text:
 *
 * Returns: (nullable): the gap of one period for a table: "12 points below", "too small to tell";
 *   %NULL where there is none
 */
char *sf_outcome_gap_to_short_text (SfOutcome *self, SfFamilyGroup *group, const char *starts_on);

/**
 * sf_outcome_trend_to_text:
 * @group: (nullable): a group; %NULL for all families
 *
 * Returns: (nullable): "All families: 58.3% in 2026–27, 4 points more than in 2025–26."
 */
char *sf_outcome_trend_to_text (SfOutcome *self, SfFamilyGroup *group);

/**
 * sf_outcome_reach_to_text:
 *
 * Returns: (nullable): "23 more families to 65%", "The aim of 65% is reached"; of all families, by
 *   their latest reading; %NULL without an aim
 */
char *sf_outcome_reach_to_text (SfOutcome *self);

/**
 * sf_outcome_stale_to_text:
 *
 * Returns: (nullable): a sentence on what is out of date in the latest reading of all families
 */
char *sf_outcome_stale_to_text (SfOutcome *self);

/**
 * sf_outcome_list_sentences:
 * @group: (nullable): the group that is shown beside all families
 *
 * Returns: (transfer full) (element-type utf8): what is to be said of the measure, what matters
 *   most first; at least one sentence
 */
GPtrArray *sf_outcome_list_sentences (SfOutcome *self, SfFamilyGroup *group);

/**
 * sf_outcome_describe:
 * @group: (nullable): the group that is shown beside all families
 *
 * Returns: what a chart of the measure shows at first sight, for who cannot see it: the same
 *   sentences in one
 */
char *sf_outcome_describe (SfOutcome *self, SfFamilyGroup *group);

G_END_DECLS

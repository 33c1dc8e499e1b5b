/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-interval.h"
#include "model/sf-model.h"

G_BEGIN_DECLS

/* A denominator more than so many days older than the end of its period is stale. The official
 * estimates of population come out once a year, about a year after the day that they are of: what
 * is older than a year and a half is no longer the newest there is. */
#define SF_OUTCOME_STALE_DAYS 548

/**
 * SfOutcome:
 *
 * The readings of one measure as a table of periods and groups, as they are now: made anew after a
 * change. The whole of what is counted and compared of them is here and in sf-outcome-compare.c;
 * window and command line only show it. Nothing of it may be published without sf-disclosure.h.
 */
typedef struct _SfOutcome SfOutcome;

SfOutcome *sf_outcome_new (SfModel *model, SfMeasure *measure);
void sf_outcome_free (SfOutcome *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfOutcome, sf_outcome_free)

SfMeasure *sf_outcome_get_measure (SfOutcome *self);

/**
 * sf_outcome_get_periods:
 *
 * Returns: (transfer none) (element-type utf8): the first days of the periods that have a reading
 *   of anybody, earliest first
 */
GPtrArray *sf_outcome_get_periods (SfOutcome *self);

/**
 * sf_outcome_get_groups:
 *
 * Returns: (transfer none) (element-type SfFamilyGroup): the centre's groups in their order, and of
 *   the retired ones those that have a reading
 */
GPtrArray *sf_outcome_get_groups (SfOutcome *self);

/**
 * sf_outcome_get_reading:
 * @group: (nullable): a group; %NULL for all families
 *
 * Returns: (transfer none) (nullable): the reading
 */
SfReading *sf_outcome_get_reading (SfOutcome *self, SfFamilyGroup *group, const char *starts_on);

/**
 * sf_outcome_get_latest:
 * @before: (nullable): only periods before this one
 *
 * Returns: (transfer none) (nullable): the last reading of the group that has a value
 */
SfReading *sf_outcome_get_latest (SfOutcome *self, SfFamilyGroup *group, const char *before);

/**
 * sf_outcome_filter:
 * @keep: which readings stay
 *
 * Takes the other readings out of the table, and periods that have none left.
 */
typedef gboolean (*SfOutcomeFilter) (SfOutcome *self, SfReading *reading, gpointer data);
void sf_outcome_filter (SfOutcome *self, SfOutcomeFilter keep, gpointer data);

/**
 * sf_outcome_put:
 * @group: (nullable): a group; %NULL for all families
 * @starts_on: a period of which the group has a reading
 * @count: what the table says from now on
 * @denominator: or less than nought for none
 *
 * Puts another count in place of what a reading says; the record itself stays as it is.
 */
void sf_outcome_put (
    SfOutcome *self, SfFamilyGroup *group, const char *starts_on, gint64 count, gint64 denominator);

/**
 * sf_reading_get_figure:
 *
 * Returns: what the reading says: count/denominator of a proportion, as a fraction of 1; the count;
 *   the mean. NaN if it is not complete
 */
double sf_reading_get_figure (SfMeasure *measure, SfReading *reading);

/**
 * sf_reading_get_interval:
 * @interval: (out): set only on success
 *
 * Returns: whether it has a confidence interval: a proportion does (sf_interval_of_proportion())
 *   unless the measure counts everybody. A count or a mean has none: how it scatters is not known
 */
gboolean sf_reading_get_interval (SfMeasure *measure, SfReading *reading, SfInterval *interval);

/**
 * sf_reading_is_stale:
 *
 * Returns: whether what it is out of is more than %SF_OUTCOME_STALE_DAYS older than the last day
 *   of its period. One without a date is not stale: nothing is known of it
 */
gboolean sf_reading_is_stale (SfMeasure *measure, SfReading *reading);

/**
 * sf_reading_get_missing:
 *
 * How many more are needed until the proportion is at the measure's aim (or, where less is better,
 * how many fewer): the smallest whole number, in exact arithmetic. The aim counts in hundredths of
 * a percentage point.
 *
 * Returns: the number, 0 if it is reached; -1 without an aim, or if it is no proportion
 */
gint64 sf_reading_get_missing (SfMeasure *measure, SfReading *reading);

/**
 * SfVerdict:
 * @SF_VERDICT_NONE: nothing to compare
 * @SF_VERDICT_SAME: no difference at all
 * @SF_VERDICT_TOO_SMALL: the interval of the difference has 0 in it: it may be chance
 * @SF_VERDICT_HIGHER: more than what it is compared with
 * @SF_VERDICT_LOWER: less than what it is compared with
 */
typedef enum
{
  SF_VERDICT_NONE,
  SF_VERDICT_SAME,
  SF_VERDICT_TOO_SMALL,
  SF_VERDICT_HIGHER,
  SF_VERDICT_LOWER,
} SfVerdict;

/**
 * SfDifference:
 * @verdict: what is to be said of it
 * @value: this minus the other, in the figure's own unit (a fraction of 1 for a proportion)
 * @has_interval: whether @interval is set
 * @interval: of @value, at 95 %
 * @peers_are_all: for a gap: the group was compared with all, itself among them
 */
typedef struct
{
  SfVerdict verdict;
  double value;
  gboolean has_interval;
  SfInterval interval;
  gboolean peers_are_all;
} SfDifference;

/**
 * sf_outcome_get_gap:
 * @group: a group
 * @starts_on: a period
 * @gap: (out): the group minus its peers
 *
 * Peers are all families without the group, where count and denominator of both are known and the
 * group is a part of all: the group itself would pull its own comparison towards it, and Newcombe's
 * interval needs two separate groups of people. Otherwise, and for a mean, the group is held
 * against all; then there is no interval. A bare count has no gap: a group is always less than all.
 *
 * Returns: %FALSE with %SF_VERDICT_NONE where one of them has no reading
 */
gboolean sf_outcome_get_gap (SfOutcome *self,
                             SfFamilyGroup *group,
                             const char *starts_on,
                             SfDifference *gap);

/**
 * sf_outcome_get_gap_change:
 * @change: (out): how much wider the gap is in @starts_on than it was in @before: below 0 it closed
 *
 * The size of the gap, whichever side the group is on. Its interval is the square and add of both
 * gaps' intervals (sf_interval_subtract()).
 */
gboolean sf_outcome_get_gap_change (SfOutcome *self,
                                    SfFamilyGroup *group,
                                    const char *before,
                                    const char *starts_on,
                                    SfDifference *change);

/**
 * sf_outcome_get_change:
 * @group: (nullable): a group; %NULL for all families
 * @change: (out): the later period minus the earlier; its interval by Newcombe
 */
gboolean sf_outcome_get_change (SfOutcome *self,
                                SfFamilyGroup *group,
                                const char *before,
                                const char *starts_on,
                                SfDifference *change);

/* --- the lists ---------------------------------------------------------------------------------
 */

/* (transfer full): the centre's measures in their order, without the retired ones */
GPtrArray *sf_model_list_measures (SfModel *model, SfCentre *centre);
/* (transfer full): the centre's groups in their order, without the retired ones */
GPtrArray *sf_model_list_family_groups (SfModel *model, SfCentre *centre);

G_END_DECLS

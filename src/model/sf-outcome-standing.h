/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-outcome.h"

G_BEGIN_DECLS

/**
 * SfStanding:
 * @SF_STANDING_NO_FIGURES: there is no reading of all families
 * @SF_STANDING_STALE: what the latest is out of is out of date
 * @SF_STANDING_GAP_WIDENING: the gap between a group and its peers grew
 * @SF_STANDING_GAP_CLOSING: a gap became less, and none grew
 * @SF_STANDING_AIM_REACHED: the measure is where it shall be
 * @SF_STANDING_BETTER: better than the reading before
 * @SF_STANDING_WORSE: worse than the reading before
 * @SF_STANDING_TOO_SMALL: what changed may be chance
 * @SF_STANDING_SAME: as the reading before, to the last figure
 * @SF_STANDING_ONE_READING: nothing to compare it with yet
 *
 * What is to be said first of a measure: the first of these that holds. A change of a gap that may
 * be chance is not said.
 */
typedef enum
{
  SF_STANDING_NO_FIGURES,
  SF_STANDING_STALE,
  SF_STANDING_GAP_WIDENING,
  SF_STANDING_GAP_CLOSING,
  SF_STANDING_AIM_REACHED,
  SF_STANDING_BETTER,
  SF_STANDING_WORSE,
  SF_STANDING_TOO_SMALL,
  SF_STANDING_SAME,
  SF_STANDING_ONE_READING,
} SfStanding;

#define SF_N_STANDINGS (SF_STANDING_ONE_READING + 1)

SfStanding sf_outcome_get_standing (SfOutcome *self);

/* "Gap closing", "Too small to tell"; (transfer none), translated */
const char *sf_standing_get_label (SfStanding standing);

/**
 * sf_outcome_find_gaps:
 * @group: a group
 * @first: (out) (optional) (transfer none): the first period in which there is a gap
 * @last: (out) (optional) (transfer none): the last one; the same where there is one only
 *
 * Returns: whether there is one
 */
gboolean
sf_outcome_find_gaps (SfOutcome *self, SfFamilyGroup *group, const char **first, const char **last);

/**
 * sf_outcome_list_window:
 * @today: ISO 8601
 * @back: how many periods before the latest one it ends
 * @n: how many periods
 *
 * A window on the table, for what cannot show ten years at once. The latest period is that of
 * @today, or of the last reading where that is later.
 *
 * Returns: (transfer full) (element-type utf8): the first days of @n periods, one after the other,
 *   whether they have readings or not, earliest first
 */
GPtrArray *sf_outcome_list_window (SfOutcome *self, const char *today, guint back, guint n);

/**
 * sf_outcome_count_window:
 * @today: ISO 8601
 * @most: where to stop counting
 *
 * Returns: how many periods such a window has that begins with the first reading; 0 without one
 */
guint sf_outcome_count_window (SfOutcome *self, const char *today, guint most);

G_END_DECLS

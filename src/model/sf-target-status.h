/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* An open target that nobody has looked at for so many days is due for a review: the
 * improvement plans of centres are reviewed three times a year. */
#define SF_TARGET_REVIEW_DAYS 120

/**
 * SfTargetStatus:
 * @SF_TARGET_NO_READING: nobody has looked since it started
 * @SF_TARGET_ON_TRACK: on the way
 * @SF_TARGET_AT_RISK: somewhat behind
 * @SF_TARGET_OFF_TRACK: far behind
 * @SF_TARGET_MET: reached
 * @SF_TARGET_NOT_MET: the due date is past and it was not reached
 * @SF_TARGET_DROPPED: given up, with the reason in the target
 */
typedef enum
{
  SF_TARGET_NO_READING,
  SF_TARGET_ON_TRACK,
  SF_TARGET_AT_RISK,
  SF_TARGET_OFF_TRACK,
  SF_TARGET_MET,
  SF_TARGET_NOT_MET,
  SF_TARGET_DROPPED,
} SfTargetStatus;

#define SF_N_TARGET_STATUSES 7

/**
 * SfStatusMark:
 *
 * The shape that stands for a target's status in the window and in the report, beside its label:
 * a ring for no reading, a disc for on track, a half disc for at risk, a cross for off track and
 * not met, a check mark for met, a dash for dropped.
 */
typedef enum
{
  SF_STATUS_MARK_RING,
  SF_STATUS_MARK_DISC,
  SF_STATUS_MARK_HALF,
  SF_STATUS_MARK_CROSS,
  SF_STATUS_MARK_CHECK,
  SF_STATUS_MARK_DASH,
} SfStatusMark;

/**
 * SfTargetFilter:
 * @SF_TARGETS_ALL: every target
 * @SF_TARGETS_OPEN: those still to be reached
 * @SF_TARGETS_LATE: open ones whose due date is past
 * @SF_TARGETS_ENDED: met, not met or dropped
 */
typedef enum
{
  SF_TARGETS_ALL,
  SF_TARGETS_OPEN,
  SF_TARGETS_LATE,
  SF_TARGETS_ENDED,
} SfTargetFilter;

/* @today is an ISO 8601 date throughout, as sf_clock_today() gives it. */

SfTargetStatus sf_target_get_status (SfModel *model, SfTarget *target, const char *today);
const char *sf_target_status_get_id (SfTargetStatus status);
const char *sf_target_status_get_label (SfTargetStatus status);
SfStatusMark sf_target_status_get_mark (SfTargetStatus status);

gboolean sf_target_is_measured (SfTarget *target);
SfReview *sf_target_get_latest_reading (SfModel *model, SfTarget *target, const char *today);
SfReview *sf_target_get_latest_review (SfModel *model, SfTarget *target, const char *today);
double sf_target_get_fraction (SfModel *model, SfTarget *target, const char *today);
gboolean sf_target_is_open (SfModel *model, SfTarget *target, const char *today);
gboolean sf_target_is_late (SfModel *model, SfTarget *target, const char *today);
int sf_target_get_days_late (SfModel *model, SfTarget *target, const char *today);
char *sf_target_get_review_due (SfModel *model, SfTarget *target, const char *today);
char *sf_target_get_next_due (SfModel *model, SfTarget *target, const char *today);

char *sf_target_format_value (SfTarget *target, double value);
char *sf_target_to_text (SfTarget *target);
char *sf_target_reading_to_text (SfModel *model, SfTarget *target, const char *today);

gboolean sf_target_matches (
    SfModel *model, SfTarget *target, SfTargetFilter filter, const char *words, const char *today);
int sf_target_compare (SfModel *model, SfTarget *a, SfTarget *b, const char *today);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* An open target that nobody has looked at for so many days is due for a review: the
 * improvement plans of centres are reviewed three times a year. */
#define SF_TARGET_REVIEW_DAYS 120

/* A yearly figure is of the end if it is at most so many days older than the due date. */
#define SF_TARGET_YEAR_DAYS 366

/* What is due within so many days is due soon. */
#define SF_TARGET_SOON_DAYS 30

/* A milestone that is late for longer than so many days is more than at risk. */
#define SF_MILESTONE_LATE_DAYS 30

/**
 * SfTargetStatus:
 * @SF_TARGET_NO_READING: nobody has looked since it started
 * @SF_TARGET_ON_TRACK: on the way
 * @SF_TARGET_AT_RISK: somewhat behind
 * @SF_TARGET_OFF_TRACK: far behind
 * @SF_TARGET_MET: reached
 * @SF_TARGET_NOT_MET: the due date is past and it was not reached
 * @SF_TARGET_NOT_READ: the due date is past, and nobody looked near enough to it to know
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
  SF_TARGET_NOT_READ,
  SF_TARGET_DROPPED,
} SfTargetStatus;

#define SF_N_TARGET_STATUSES 8

/**
 * SfStatusMark:
 *
 * The shape that stands for a target's status in the window and in the report, beside its label:
 * a ring for no reading, yet or at the end, a disc for on track, a half disc for at risk, a cross
 * for off track and not met, a check mark for met, a dash for dropped.
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
 * @SF_TARGETS_SOON: open ones whose due date is within %SF_TARGET_SOON_DAYS, today among them
 * @SF_TARGETS_LATE: open ones whose due date is past
 * @SF_TARGETS_BEHIND: open ones that are at risk or off track
 * @SF_TARGETS_ENDED: those that are not open: met, or with an outcome
 */
typedef enum
{
  SF_TARGETS_ALL,
  SF_TARGETS_OPEN,
  SF_TARGETS_SOON,
  SF_TARGETS_LATE,
  SF_TARGETS_BEHIND,
  SF_TARGETS_ENDED,
} SfTargetFilter;

/* @today is an ISO 8601 date throughout, as sf_clock_today() gives it. */

/**
 * sf_target_get_status:
 *
 * Where a target stands, by this rule and no other. The first that applies is the answer:
 *
 * 1. The outcome that the user recorded: met, not met, dropped.
 * 2. A target is measured if it has a baseline and a goal that differ: it has a way. Its reading is
 *    the value of the latest review, up to @today, that has one; reviews before the target's start
 *    do not count. If the reading is at the goal or beyond (the direction is that from baseline to
 *    goal), it is met. If the due date is past, it is not met, provided that the reading is one of
 *    the end: of the due date, later, or at most one period before it (%SF_TARGET_REVIEW_DAYS, or
 *    %SF_TARGET_YEAR_DAYS where the pace is yearly). If it is older, nobody knows: there is no
 *    reading at the end. Before the due date the reading is held
 *    against what was expected on the day of the reading (sf_target_get_expected_way()): behind by
 *    at most 10% of the whole distance is on track, by at most 25% at risk, by more off track.
 *    Without a due date nothing is expected: what the review itself says, or else on track if the
 *    reading is nearer to the goal than the baseline, at risk if not.
 * 3. A target is measured, too, if it has a goal and a direction ("at least", "at most"), and no
 *    baseline or one that equals the goal. With a reading at the goal or better, it is met if it
 * has no baseline; if it has one, the goal is to be kept: on track until the due date, met after
 * it. With a worse reading it is not met after the due date, or not read at the end, as in
 * 2; before, at risk if it misses the goal
 * by at most a tenth of it, off track if by more.
 * 4. Where nothing is measured and there are milestones: met when all are reached. If none is
 *    reached and there is no review since the start, nobody has looked: no reading. Past the due
 *    date, not met. With one milestone late by up to %SF_MILESTONE_LATE_DAYS it is at risk; with
 * one late for longer, or several, off track; with none, on track.
 * 5. Without a reading, the status that the latest review since the start gave by hand; once the
 *    due date is past, anything but met is not met, or not read at the end, as in 2.
 * 6. Otherwise nobody has looked: no reading, whatever the date; never off track.
 *
 * Returns: its status
 */
SfTargetStatus sf_target_get_status (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_status_get_id:
 *
 * Returns: "no-reading", "on-track", "at-risk", "off-track", "met", "not-met", "not-read",
 * "dropped": for scripts and style classes
 */
const char *sf_target_status_get_id (SfTargetStatus status);

/**
 * sf_target_status_get_label:
 *
 * Returns: "No reading yet", "On track", …: in the user's language
 */
const char *sf_target_status_get_label (SfTargetStatus status);
SfStatusMark sf_target_status_get_mark (SfTargetStatus status);

/**
 * sf_target_get_given_status:
 *
 * Returns: what the latest review since the start that gives a status says; no reading if none does
 */
SfTargetStatus sf_target_get_given_status (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_has_way:
 *
 * Returns: whether it has a baseline and a goal that differ
 */
gboolean sf_target_has_way (SfTarget *target);

/**
 * sf_target_is_measured:
 *
 * Returns: whether it has a way, or a goal and a direction
 */
gboolean sf_target_is_measured (SfTarget *target);

/**
 * sf_target_get_first_day:
 *
 * Returns: (transfer none) (nullable): its start, or else that of its evaluation
 */
const char *sf_target_get_first_day (SfModel *model, SfTarget *target);

/**
 * sf_target_get_way:
 * @target: one that has a way
 *
 * Returns: how much of the way @value has come: 0 at the baseline, 1 at the goal, not clamped
 */
double sf_target_get_way (SfTarget *target, double value);

/**
 * sf_target_get_expected_way:
 * @on: a day
 *
 * How much of the way is expected by @on. With a steady pace this is a straight line from 0 on the
 * first day to 1 on the due date. With a yearly pace it is a step: there is one reading a year, so
 * nothing is expected before a year is over. On each day that is a whole number of years after the
 * first, what is expected rises to the line as it stands on that day, and stays there until the
 * next; on the due date it is 1. (From 40 to 70 in three years: 40 in the first, 50 after one year,
 * 60 after two, 70 on the due date.) A target of a year or less has the due date as its only step.
 *
 * Returns: from 0 to 1; -1 if it has no way, no first day or no due date
 */
double sf_target_get_expected_way (SfModel *model, SfTarget *target, const char *on);

/**
 * sf_target_get_expected:
 *
 * Returns: the value that is expected on @on; the goal where it is to be kept; NaN if nothing is
 */
double sf_target_get_expected (SfModel *model, SfTarget *target, const char *on);

/**
 * sf_target_get_latest_reading:
 *
 * Returns: (transfer none) (nullable): the latest review with a value, since the start and up to
 * @today
 */
SfReview *sf_target_get_latest_reading (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_get_latest_review:
 *
 * Returns: (transfer none) (nullable): the latest review up to @today, with or without a value
 */
SfReview *sf_target_get_latest_review (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_get_fraction:
 *
 * Returns: how much of the way from baseline to goal the latest reading has come, 0 to 1; -1 if the
 *   target is not measured or was not read
 */
double sf_target_get_fraction (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_is_open:
 *
 * Returns: whether it is still to be reached: not retired, no outcome, not met by its reading
 */
gboolean sf_target_is_open (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_is_late:
 *
 * Returns: whether it is open and its due date is past
 */
gboolean sf_target_is_late (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_get_days_late:
 *
 * Returns: for how many days it is late; 0 if it is not
 */
int sf_target_get_days_late (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_get_review_due:
 *
 * Returns: (transfer full) (nullable): %SF_TARGET_REVIEW_DAYS after the latest review, or after the
 * start if there was none, and never sooner after the day on which the target was written; %NULL if
 * it is not open
 */
char *sf_target_get_review_due (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_get_next_due:
 *
 * Returns: (transfer full) (nullable): the earlier of the due date and of the next review; %NULL if
 * it is not open
 */
char *sf_target_get_next_due (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_format_value:
 *
 * Returns: (transfer full): "16%", "£250", "23 families"; the space before a unit that is a word
 * does not break
 */
char *sf_target_format_value (SfTarget *target, double value);

/**
 * sf_target_to_text:
 *
 * Returns: (transfer full): "16% → 30% by 31 July 2026", as much of it as is filled in; "" if
 * nothing is
 */
char *sf_target_to_text (SfTarget *target);
/* The same with its values told otherwise, @from the baseline and @to the goal. */
char *sf_target_tell_way (SfTarget *target, const char *from, const char *to);

/**
 * sf_target_reading_to_text:
 *
 * Returns: (transfer full) (nullable): "19% on 12 May 2026", the latest reading
 */
char *sf_target_reading_to_text (SfModel *model, SfTarget *target, const char *today);
/* The same of any reading, with its value told otherwise. */
char *sf_target_tell_reading (SfReview *reading, const char *value);

/**
 * sf_target_ended_otherwise:
 *
 * Returns: whether somebody ended it as met though the latest reading does not reach its goal, or
 *   as not met though it does. The status is the person's; wherever it stands, the reading is told.
 */
gboolean sf_target_ended_otherwise (SfModel *model, SfTarget *target, const char *today);

/* (transfer full) (nullable): a sentence of that, where it is so */
char *sf_target_doubt_to_text (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_story_to_text:
 *
 * What a sighted reader sees first in the chart of a measured target: "Rose from 16% to 19%; 27%
 * was expected by 12 May 2026.", on the day of the latest reading. Where nothing is measured, how
 * many milestones are reached.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL if there is nothing to tell
 */
char *sf_target_story_to_text (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_when_to_text:
 *
 * Returns: (transfer full): "Due 31 March · Changed · Tom Ellison": by when, whether its promise
 * was changed, and who leads; short, for lists; with the year where it is not the next or the
 *   last such day
 */
char *sf_target_when_to_text (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_way_to_text:
 *
 * Returns: (transfer full) (nullable): "11% → 30% · now 16%", or how many milestones are reached;
 *   %NULL if there is neither
 */
char *sf_target_way_to_text (SfModel *model, SfTarget *target, const char *today);

/**
 * sf_target_matches:
 * @words: (nullable): what was typed into a search entry
 *
 * Returns: whether a list filtered so shows it; retired targets never are
 */
gboolean sf_target_matches (
    SfModel *model, SfTarget *target, SfTargetFilter filter, const char *words, const char *today);

/**
 * sf_target_sort:
 * @targets: (element-type SfTarget): is sorted
 *
 * The order of lists: open ones first, by due date, those without a date after them; then the ended
 * ones, latest first; then by title.
 */
void sf_target_sort (SfModel *model, GPtrArray *targets, const char *today);

G_END_DECLS

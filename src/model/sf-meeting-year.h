/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* The meetings of a year, and which key area is looked at in which of them. The year of an
 * evaluation runs from its first day to its last, or to the meeting that receives its report if
 * that is later. Retired meetings are nowhere in it. */

/* So many areas one meeting can look at in earnest. */
#define SF_MEETING_MOST_AREAS 2

/* A meeting is not proposed within so many days: its papers have to go out before it. */
#define SF_MEETING_NOTICE_DAYS 14

/**
 * SfAreaCover:
 * @SF_AREA_ON_NO_MEETING: no meeting of the year looks at it
 * @SF_AREA_PLANNED: a meeting is planned that will
 * @SF_AREA_LOOKED_AT: a meeting was held that did
 */
typedef enum
{
  SF_AREA_ON_NO_MEETING,
  SF_AREA_PLANNED,
  SF_AREA_LOOKED_AT,
} SfAreaCover;

/* (transfer container) (element-type SfMeeting): the centre's, by date, without the retired ones */
GPtrArray *sf_model_list_meetings (SfModel *model, SfCentre *centre);

/* The last day of that year, ISO 8601. */
const char *sf_meeting_year_get_last_day (SfEvaluation *evaluation);

/* (transfer container) (element-type SfMeeting): those of the evaluation's year, by date */
GPtrArray *sf_meeting_year_list (SfModel *model, SfEvaluation *evaluation);

/**
 * sf_meeting_find_evaluation:
 *
 * Returns: (transfer none) (nullable): the evaluation that a meeting is about: the one whose report
 *   was presented there, or else the one in whose year it lies, the later of two; or else the
 *   latest of its centre
 */
SfEvaluation *sf_meeting_find_evaluation (SfModel *model, SfMeeting *meeting);

gboolean sf_meeting_is_held (SfMeeting *meeting);

/* Whether it is planned and its day is past: somebody has to say whether it was held. */
gboolean sf_meeting_is_unsaid (SfMeeting *meeting, const char *today);

/* (transfer container) (element-type SfMeetingArea), (SfAttendance), (SfChallenge): in the order of
 * the framework or of their places */
GPtrArray *sf_meeting_list_areas (SfModel *model, SfMeeting *meeting);
GPtrArray *sf_meeting_list_attendance (SfModel *model, SfMeeting *meeting);
GPtrArray *sf_meeting_list_challenges (SfModel *model, SfMeeting *meeting);

/* Whether the area of that code is looked at in it. */
gboolean sf_meeting_has_area (SfModel *model, SfMeeting *meeting, const char *area_code);

/* (transfer full): "Leading Learning and Development"; "No key area yet" */
char *sf_meeting_areas_to_text (SfModel *model, SfMeeting *meeting);

/* (transfer full): "28 September 2026, 7 pm, the hall" as much of it as is filled in */
char *sf_meeting_when_to_text (SfMeeting *meeting);

/* (transfer full): "7 present, 2 apologies"; "" where nobody is noted */
char *sf_meeting_attendance_to_text (SfModel *model, SfMeeting *meeting);

/* Whether there is no reply yet. */
gboolean sf_challenge_is_open (SfChallenge *challenge);

SfAreaCover
sf_meeting_year_get_cover (SfModel *model, SfEvaluation *evaluation, const char *area_code);

/**
 * sf_meeting_year_list_missing:
 *
 * Returns: (transfer container) (element-type SfKeyArea): the areas that no meeting of the year
 *   looks at, in the framework's order. They are no questions for the committee: they are offered
 *   to its calendar.
 */
GPtrArray *sf_meeting_year_list_missing (SfModel *model, SfEvaluation *evaluation);

/* (transfer full): a sentence on that for the head: "2 key areas are on no meeting of this year: …"
 */
char *sf_meeting_year_to_text (SfModel *model, SfEvaluation *evaluation);

/**
 * sf_meeting_year_list_asked:
 * @today: ISO 8601
 *
 * What a report on @evaluation tells of: what was asked in held meetings since an earlier report
 * was presented, in that meeting among them, for it was written before it. Without such a meeting
 * since the evaluation's first day. Up to @today, and not later than the evaluation's year.
 *
 * Returns: (transfer container) (element-type SfChallenge): in the order of the meetings
 */
GPtrArray *sf_meeting_year_list_asked (SfModel *model, SfEvaluation *evaluation, const char *today);

/**
 * SfMeetingProposal:
 * @meeting: (nullable) (transfer none): a planned meeting that would look at @areas too; %NULL for
 * a new one
 * @meets_on: the day of a new one, ISO 8601
 * @title: what a new one is called: "Management committee, spring term 2027"
 * @areas: (element-type SfKeyArea): borrowed from the framework
 */
typedef struct
{
  SfMeeting *meeting;
  char *meets_on;
  char *title;
  GPtrArray *areas;
} SfMeetingProposal;

void sf_meeting_proposal_free (SfMeetingProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfMeetingProposal, sf_meeting_proposal_free)

/**
 * sf_meeting_year_propose:
 * @today: ISO 8601
 *
 * A calendar in which every area of the year is looked at. Meetings that are planned and still to
 * come take missing areas first, one each in turn, the ones with the fewest first, up to
 * %SF_MEETING_MOST_AREAS each. What is left goes to new meetings of as many areas each, spread
 * evenly over what is left of the year after %SF_MEETING_NOTICE_DAYS, on the weekday of the latest
 * meeting (Monday without one), a week apart at least, and neither in August nor between
 * 20 December and 5 January. Where the year has no room for so many, they have more areas each.
 *
 * Returns: (transfer full) (element-type SfMeetingProposal): by date; empty if nothing is missing
 * or the year has no day left; the array frees its elements
 */
GPtrArray *sf_meeting_year_propose (SfModel *model, SfEvaluation *evaluation, const char *today);

G_END_DECLS

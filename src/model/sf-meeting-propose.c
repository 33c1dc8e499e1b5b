/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A calendar of meetings in which every key area of a year is looked at. */
#include "model/sf-meeting-year.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-period.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

void
sf_meeting_proposal_free (SfMeetingProposal *self)
{
  g_free (self->meets_on);
  g_free (self->title);
  g_ptr_array_unref (self->areas);
  g_free (self);
}

static SfMeetingProposal *
proposal_new (SfMeeting *meeting, char *meets_on)
{
  SfMeetingProposal *self = g_new0 (SfMeetingProposal, 1);

  self->meeting = meeting;
  self->meets_on = meets_on;
  self->areas = g_ptr_array_new ();
  return self;
}

/* --- days ------------------------------------------------------------------------------------- */

static GDateWeekday
get_weekday (const char *iso)
{
  int year, month, day;
  GDate date;

  if (sscanf (iso, "%d-%d-%d", &year, &month, &day) != 3
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return G_DATE_MONDAY;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return g_date_get_weekday (&date);
}

/* August, and 20 December to 5 January. */
static gboolean
is_holiday (const char *iso)
{
  const char *day = iso + strlen ("2026-");

  return strncmp (day, "08", 2) == 0 || strcmp (day, "12-20") >= 0 || strcmp (day, "01-05") <= 0;
}

static gboolean
is_taken (GPtrArray *meetings, GPtrArray *proposals, const char *iso)
{
  for (guint i = 0; i < meetings->len; i++)
    if (ABS (sf_date_days_between (sf_meeting_get_meets_on (meetings->pdata[i]), iso)) < 7)
      return TRUE;
  for (guint i = 0; i < proposals->len; i++)
    if (ABS (sf_date_days_between (((SfMeetingProposal *)proposals->pdata[i])->meets_on, iso)) < 7)
      return TRUE;
  return FALSE;
}

/* What a new meeting has to keep to. */
typedef struct
{
  GPtrArray *meetings; /* of the centre */
  GPtrArray *proposals;
  GDateWeekday weekday;
  const char *from;
  const char *to;
} Room;

static gboolean
is_good (const Room *room, const char *iso)
{
  return strcmp (iso, room->from) >= 0 && strcmp (iso, room->to) <= 0
         && get_weekday (iso) == room->weekday && !is_holiday (iso)
         && !is_taken (room->meetings, room->proposals, iso);
}

/* (transfer full) (nullable): the good day that is nearest to @wanted, the later of two */
static char *
find_day (const Room *room, const char *wanted)
{
  int most = sf_date_days_between (room->from, room->to);

  for (int away = 0; away <= most; away++)
    {
      g_autofree char *after = sf_date_add_days (wanted, away);
      g_autofree char *before = sf_date_add_days (wanted, -away);

      if (is_good (room, after))
        return g_steal_pointer (&after);
      if (is_good (room, before))
        return g_steal_pointer (&before);
    }
  return NULL;
}

/* --- who looks at what ------------------------------------------------------------------------ */

/* How many areas are looked at in a proposed meeting, those that are planned among them. */
static guint
count_areas (SfModel *model, SfMeetingProposal *proposal)
{
  g_autoptr (GPtrArray) planned
      = proposal->meeting != NULL ? sf_meeting_list_areas (model, proposal->meeting) : NULL;

  return proposal->areas->len + (planned != NULL ? planned->len : 0);
}

/* Planned meetings take areas in turn, the one with the fewest first. */
static void
fill_planned (SfModel *model, GPtrArray *proposals, GPtrArray *missing)
{
  for (;;)
    {
      SfMeetingProposal *least = NULL;

      for (guint i = 0; i < proposals->len; i++)
        if (least == NULL || count_areas (model, proposals->pdata[i]) < count_areas (model, least))
          least = proposals->pdata[i];
      if (missing->len == 0 || least == NULL || count_areas (model, least) >= SF_MEETING_MOST_AREAS)
        return;
      g_ptr_array_add (least->areas, g_ptr_array_steal_index (missing, 0));
    }
}

static char *
make_title (SfModel *model, SfEvaluation *evaluation, const char *meets_on)
{
  const char *committee = sf_centre_get_committee_name (sf_model_get_centre (model, evaluation));
  g_autofree char *start = sf_period_get_start ("term", meets_on);
  g_autofree char *period = sf_period_format ("term", start);
  g_autofree char *term = sf_text_lower_first (period);

  return g_strdup_printf ("%s, %s", sf_text_is_blank (committee) ? _ ("Committee") : committee,
                          term);
}

/* New meetings for what is still missing. */
static void
add_new (SfModel *model, SfEvaluation *evaluation, Room *room, GPtrArray *missing)
{
  int days = sf_date_days_between (room->from, room->to);
  guint n = (missing->len + SF_MEETING_MOST_AREAS - 1) / SF_MEETING_MOST_AREAS;
  g_autoptr (GPtrArray) made = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      int at = (int)((2 * i + 1) * (guint)days / (2 * n));
      g_autofree char *wanted = sf_date_add_days (room->from, at);
      char *day = find_day (room, wanted);
      SfMeetingProposal *proposal;

      if (day == NULL)
        continue;
      proposal = proposal_new (NULL, day);
      proposal->title = make_title (model, evaluation, day);
      g_ptr_array_add (room->proposals, proposal);
      g_ptr_array_add (made, proposal);
    }
  for (guint i = 0; i < made->len; i++)
    {
      guint share = (missing->len + made->len - i - 1) / (made->len - i);

      for (guint k = 0; k < share; k++)
        g_ptr_array_add (((SfMeetingProposal *)made->pdata[i])->areas,
                         g_ptr_array_steal_index (missing, 0));
    }
}

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(SfMeetingProposal **)a)->meets_on, (*(SfMeetingProposal **)b)->meets_on);
}

static void
drop_empty (GPtrArray *proposals)
{
  for (guint i = proposals->len; i > 0; i--)
    if (((SfMeetingProposal *)proposals->pdata[i - 1])->areas->len == 0)
      g_ptr_array_remove_index (proposals, i - 1);
}

GPtrArray *
sf_meeting_year_propose (SfModel *model, SfEvaluation *evaluation, const char *today)
{
  SfCentre *centre = sf_model_get_centre (model, evaluation);
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_meeting_proposal_free);
  g_autoptr (GPtrArray) missing = sf_meeting_year_list_missing (model, evaluation);
  g_autoptr (GPtrArray) year = sf_meeting_year_list (model, evaluation);
  g_autoptr (GPtrArray) all
      = centre != NULL ? sf_model_list_meetings (model, centre) : g_ptr_array_new ();
  g_autofree char *notice = sf_date_add_days (today, SF_MEETING_NOTICE_DAYS);
  const char *first = sf_evaluation_get_starts_on (evaluation);
  Room room = { .meetings = all, .proposals = proposals, .weekday = G_DATE_MONDAY };

  if (centre == NULL)
    return proposals;
  for (guint i = 0; i < year->len; i++)
    if (!sf_meeting_is_held (year->pdata[i])
        && strcmp (sf_meeting_get_meets_on (year->pdata[i]), today) >= 0)
      g_ptr_array_add (proposals,
                       proposal_new (year->pdata[i],
                                     g_strdup (sf_meeting_get_meets_on (year->pdata[i]))));
  fill_planned (model, proposals, missing);
  if (all->len > 0)
    room.weekday = get_weekday (sf_meeting_get_meets_on (all->pdata[all->len - 1]));
  room.from = strcmp (notice, first) > 0 ? notice : first;
  room.to = sf_meeting_year_get_last_day (evaluation);
  if (missing->len > 0 && strcmp (room.from, room.to) <= 0)
    add_new (model, evaluation, &room, missing);
  drop_empty (proposals);
  g_ptr_array_sort (proposals, compare_proposals);
  return proposals;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-meeting-year.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  SfMeeting *one = *(SfMeeting **)a, *two = *(SfMeeting **)b;
  int way = strcmp (sf_meeting_get_meets_on (one), sf_meeting_get_meets_on (two));

  return way != 0 ? way
                  : g_strcmp0 (sf_meeting_get_begins_at (one), sf_meeting_get_begins_at (two));
}

GPtrArray *
sf_model_list_meetings (SfModel *model, SfCentre *centre)
{
  GPtrArray *list = sf_model_list_referring (model, SF_TYPE_MEETING, SF_MEETING_CENTRE, centre);

  for (guint i = list->len; i > 0; i--)
    if (sf_meeting_get_retired_at (list->pdata[i - 1]) != SF_NULL_INT)
      g_ptr_array_remove_index (list, i - 1);
  g_ptr_array_sort (list, compare_meetings);
  return list;
}

const char *
sf_meeting_year_get_last_day (SfEvaluation *evaluation)
{
  const char *ends = sf_evaluation_get_ends_on (evaluation);
  const char *meeting = sf_evaluation_get_meeting_on (evaluation);

  return g_strcmp0 (meeting, ends) > 0 ? meeting : ends;
}

static gboolean
is_in_year (SfEvaluation *evaluation, SfMeeting *meeting)
{
  const char *on = sf_meeting_get_meets_on (meeting);

  return strcmp (on, sf_evaluation_get_starts_on (evaluation)) >= 0
         && strcmp (on, sf_meeting_year_get_last_day (evaluation)) <= 0;
}

GPtrArray *
sf_meeting_year_list (SfModel *model, SfEvaluation *evaluation)
{
  SfCentre *centre = sf_model_get_centre (model, evaluation);
  GPtrArray *list = centre != NULL ? sf_model_list_meetings (model, centre) : g_ptr_array_new ();

  for (guint i = list->len; i > 0; i--)
    if (!is_in_year (evaluation, list->pdata[i - 1]))
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

SfEvaluation *
sf_meeting_find_evaluation (SfModel *model, SfMeeting *meeting)
{
  SfEvaluation *presented = sf_model_find (model, sf_meeting_get_presented (meeting));
  SfCentre *centre = sf_model_find (model, sf_meeting_get_centre (meeting));
  g_autoptr (GPtrArray) evaluations = NULL;

  if (SF_IS_EVALUATION (presented))
    return presented;
  if (!SF_IS_CENTRE (centre))
    return NULL;
  evaluations = sf_model_list_evaluations (model, centre);
  for (guint i = 0; i < evaluations->len; i++)
    if (is_in_year (evaluations->pdata[i], meeting))
      return evaluations->pdata[i];
  return evaluations->len > 0 ? evaluations->pdata[0] : NULL;
}

/* --- one meeting ------------------------------------------------------------------------------ */

gboolean
sf_meeting_is_held (SfMeeting *meeting)
{
  return g_strcmp0 (sf_meeting_get_state (meeting), "held") == 0;
}

gboolean
sf_meeting_is_unsaid (SfMeeting *meeting, const char *today)
{
  return !sf_meeting_is_held (meeting) && strcmp (sf_meeting_get_meets_on (meeting), today) < 0;
}

static guint
get_index (SfFramework *framework, gpointer area)
{
  const char *code = sf_meeting_area_get_area_code (area);
  SfKeyArea *found = framework != NULL ? sf_framework_find_area (framework, code) : NULL;

  return found != NULL ? sf_key_area_get_index (found) : G_MAXUINT;
}

static int
compare_areas (gconstpointer a, gconstpointer b, gpointer framework)
{
  gpointer one = *(gpointer *)a, two = *(gpointer *)b;
  guint first = get_index (framework, one), second = get_index (framework, two);

  if (first != second)
    return first < second ? -1 : 1;
  return strcmp (sf_meeting_area_get_area_code (one), sf_meeting_area_get_area_code (two));
}

GPtrArray *
sf_meeting_list_areas (SfModel *model, SfMeeting *meeting)
{
  SfEvaluation *evaluation = sf_meeting_find_evaluation (model, meeting);
  SfFramework *framework = evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL;
  GPtrArray *list
      = sf_model_list_referring (model, SF_TYPE_MEETING_AREA, SF_MEETING_AREA_MEETING, meeting);

  g_ptr_array_sort_with_data (list, compare_areas, framework);
  return list;
}

static int
compare_places (gint64 first, gint64 second)
{
  return first < second ? -1 : first > second;
}

static int
compare_attendance (gconstpointer a, gconstpointer b)
{
  return compare_places (sf_attendance_get_position (*(SfAttendance **)a),
                         sf_attendance_get_position (*(SfAttendance **)b));
}

GPtrArray *
sf_meeting_list_attendance (SfModel *model, SfMeeting *meeting)
{
  GPtrArray *list
      = sf_model_list_referring (model, SF_TYPE_ATTENDANCE, SF_ATTENDANCE_MEETING, meeting);

  g_ptr_array_sort (list, compare_attendance);
  return list;
}

static int
compare_challenges (gconstpointer a, gconstpointer b)
{
  return compare_places (sf_challenge_get_position (*(SfChallenge **)a),
                         sf_challenge_get_position (*(SfChallenge **)b));
}

GPtrArray *
sf_meeting_list_challenges (SfModel *model, SfMeeting *meeting)
{
  GPtrArray *list
      = sf_model_list_referring (model, SF_TYPE_CHALLENGE, SF_CHALLENGE_MEETING, meeting);

  g_ptr_array_sort (list, compare_challenges);
  return list;
}

gboolean
sf_meeting_has_area (SfModel *model, SfMeeting *meeting, const char *area_code)
{
  g_autoptr (GPtrArray) areas
      = sf_model_list_referring (model, SF_TYPE_MEETING_AREA, SF_MEETING_AREA_MEETING, meeting);

  for (guint i = 0; i < areas->len; i++)
    if (g_strcmp0 (sf_meeting_area_get_area_code (areas->pdata[i]), area_code) == 0)
      return TRUE;
  return FALSE;
}

/* (transfer full): the titles of areas as a list in words */
static char *
join_areas (GPtrArray *titles)
{
  g_ptr_array_add (titles, NULL);
  return sf_text_join_and ((const char *const *)titles->pdata);
}

char *
sf_meeting_areas_to_text (SfModel *model, SfMeeting *meeting)
{
  SfEvaluation *evaluation = sf_meeting_find_evaluation (model, meeting);
  SfFramework *framework = evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL;
  g_autoptr (GPtrArray) areas = sf_meeting_list_areas (model, meeting);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < areas->len; i++)
    {
      const char *code = sf_meeting_area_get_area_code (areas->pdata[i]);
      SfKeyArea *area = framework != NULL ? sf_framework_find_area (framework, code) : NULL;

      g_ptr_array_add (titles, (gpointer)(area != NULL ? sf_key_area_get_title (area) : code));
    }
  if (titles->len > 0)
    return join_areas (titles);
  return g_strdup (sf_meeting_is_held (meeting) ? _ ("No key area") : _ ("No key area yet"));
}

char *
sf_meeting_when_to_text (SfMeeting *meeting)
{
  const char *parts[] = { sf_meeting_get_begins_at (meeting), sf_meeting_get_place (meeting) };
  g_autofree char *date = sf_date_format (sf_meeting_get_meets_on (meeting));
  GString *text = g_string_new (date);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!sf_text_is_blank (parts[i]))
      g_string_append_printf (text, ", %s", parts[i]);
  return g_string_free (text, FALSE);
}

char *
sf_meeting_attendance_to_text (SfModel *model, SfMeeting *meeting)
{
  g_autoptr (GPtrArray) list = sf_meeting_list_attendance (model, meeting);
  g_autofree char *present = NULL, *apologies = NULL;
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    n += g_strcmp0 (sf_attendance_get_presence (list->pdata[i]), "present") == 0;
  if (list->len == 0)
    return g_strdup ("");
  present = g_strdup_printf (_ ("%u present"), n);
  if (n == list->len)
    return g_steal_pointer (&present);
  apologies
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u apology", "%u apologies", list->len - n),
                         list->len - n);
  return g_strdup_printf ("%s, %s", present, apologies);
}

gboolean
sf_challenge_is_open (SfChallenge *challenge)
{
  return sf_text_is_blank (sf_challenge_get_reply (challenge));
}

/* --- the year --------------------------------------------------------------------------------- */

static SfAreaCover
get_cover (SfModel *model, GPtrArray *meetings, const char *area_code)
{
  SfAreaCover cover = SF_AREA_ON_NO_MEETING;

  for (guint i = 0; i < meetings->len; i++)
    if (sf_meeting_has_area (model, meetings->pdata[i], area_code))
      cover = MAX (cover,
                   sf_meeting_is_held (meetings->pdata[i]) ? SF_AREA_LOOKED_AT : SF_AREA_PLANNED);
  return cover;
}

SfAreaCover
sf_meeting_year_get_cover (SfModel *model, SfEvaluation *evaluation, const char *area_code)
{
  g_autoptr (GPtrArray) meetings = sf_meeting_year_list (model, evaluation);

  return get_cover (model, meetings, area_code);
}

GPtrArray *
sf_meeting_year_list_missing (SfModel *model, SfEvaluation *evaluation)
{
  SfFramework *framework = sf_model_get_framework (model, evaluation);
  GPtrArray *areas = framework != NULL ? sf_framework_get_areas (framework) : NULL;
  g_autoptr (GPtrArray) meetings = sf_meeting_year_list (model, evaluation);
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; areas != NULL && i < areas->len; i++)
    if (get_cover (model, meetings, sf_key_area_get_code (areas->pdata[i]))
        == SF_AREA_ON_NO_MEETING)
      g_ptr_array_add (missing, areas->pdata[i]);
  return missing;
}

char *
sf_meeting_year_to_text (SfModel *model, SfEvaluation *evaluation)
{
  g_autoptr (GPtrArray) missing = sf_meeting_year_list_missing (model, evaluation);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *names = NULL;
  guint n = missing->len;

  if (n == 0)
    return g_strdup (_ ("Every key area is on a meeting of this year."));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (titles, (gpointer)sf_key_area_get_title (missing->pdata[i]));
  names = join_areas (titles);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u key area is on no meeting of this year: %s.",
                                       "%u key areas are on no meeting of this year: %s.", n),
                          n, names);
}

/* --- what was asked -----------------------------------------------------------------------------
 */

/* Since when it is told: the day of the latest meeting that had the report of an earlier
 * evaluation. */
static const char *
get_first_day (SfModel *model, SfEvaluation *evaluation, GPtrArray *meetings, const char *today)
{
  const char *first = sf_evaluation_get_starts_on (evaluation);
  const char *latest = NULL;

  for (guint i = 0; i < meetings->len; i++)
    {
      SfEvaluation *presented
          = sf_model_find (model, sf_meeting_get_presented (meetings->pdata[i]));

      if (presented != NULL && sf_meeting_is_held (meetings->pdata[i])
          && strcmp (sf_evaluation_get_starts_on (presented), first) < 0
          && strcmp (sf_meeting_get_meets_on (meetings->pdata[i]), today) <= 0)
        latest = sf_meeting_get_meets_on (meetings->pdata[i]);
    }
  return latest != NULL ? latest : first;
}

GPtrArray *
sf_meeting_year_list_asked (SfModel *model, SfEvaluation *evaluation, const char *today)
{
  SfCentre *centre = sf_model_get_centre (model, evaluation);
  g_autoptr (GPtrArray) meetings
      = centre != NULL ? sf_model_list_meetings (model, centre) : g_ptr_array_new ();
  const char *first = get_first_day (model, evaluation, meetings, today);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < meetings->len; i++)
    {
      const char *on = sf_meeting_get_meets_on (meetings->pdata[i]);

      if (sf_meeting_is_held (meetings->pdata[i]) && strcmp (on, first) >= 0
          && strcmp (on, today) <= 0 && strcmp (on, sf_meeting_year_get_last_day (evaluation)) <= 0)
        {
          g_autoptr (GPtrArray) asked = sf_meeting_list_challenges (model, meetings->pdata[i]);

          g_ptr_array_extend (list, asked, NULL, NULL);
        }
    }
  return list;
}

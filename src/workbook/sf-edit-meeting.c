/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Meetings of the committee: when they are, what is looked at there, who came. What was asked there
 * is in sf-edit-challenge.c. */
#include "workbook/sf-edit-private.h"
#include "workbook/sf-workbook-meetings.h"

#include "base/sf-text.h"
#include "model/sf-meeting-year.h"
#include "workbook/sf-step-private.h"

static void
insert_meeting (
    SfStep *step, SfCentre *centre, const char *title, const char *meets_on, SfUuid *made)
{
  g_autofree char *clean = sf_text_clean (title);

  sf_step_insert (step, SF_TYPE_MEETING, made);
  sf_step_set_ref (step, SF_TYPE_MEETING, made, SF_MEETING_CENTRE, centre);
  sf_step_set_text (step, SF_TYPE_MEETING, made, SF_MEETING_TITLE, clean);
  sf_step_set_text (step, SF_TYPE_MEETING, made, SF_MEETING_MEETS_ON, meets_on);
  sf_step_set_text (step, SF_TYPE_MEETING, made, SF_MEETING_STATE, "planned");
}

/* @meeting may be of the same step. */
static void
insert_area (SfStep *step, const SfUuid *meeting, const char *code)
{
  g_auto (SfValue) value = SF_VALUE_INIT;
  SfUuid made;

  sf_value_set_uuid (&value, meeting);
  sf_step_insert (step, SF_TYPE_MEETING_AREA, &made);
  sf_step_set (step, SF_TYPE_MEETING_AREA, &made, SF_MEETING_AREA_MEETING, &value);
  sf_step_set_text (step, SF_TYPE_MEETING_AREA, &made, SF_MEETING_AREA_AREA_CODE, code);
}

/**
 * sf_workbook_add_meeting:
 * @self: a workbook
 * @centre: whose committee it is
 * @title: what it is called
 * @meets_on: its day, ISO 8601
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 *
 * It is planned, and looks at no area yet.
 */
gboolean
sf_workbook_add_meeting (SfWorkbook *self,
                         SfCentre *centre,
                         const char *title,
                         const char *meets_on,
                         SfUuid *uuid,
                         GError **error)
{
  g_autofree char *label = NULL;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, centre, error)
      || !sf_edit_check_line (title, _ ("the meeting a title"), error)
      || !sf_edit_check_date (meets_on, TRUE, error))
    return FALSE;
  label = g_strdup_printf (_ ("Added the meeting %s"), title);
  step = sf_step_new (label);
  insert_meeting (step, centre, title, meets_on, &made);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

static gboolean
check_areas (SfWorkbook *self, SfMeeting *meeting, const char *const *codes, GError **error)
{
  SfEvaluation *evaluation = sf_meeting_find_evaluation (self->model, meeting);
  SfFramework *framework
      = evaluation != NULL ? sf_model_get_framework (self->model, evaluation) : NULL;

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (framework == NULL || sf_framework_find_area (framework, codes[i]) == NULL)
      return sf_edit_refuse (error, _ ("The framework of this year has no such key area."));
  return TRUE;
}

/**
 * sf_workbook_set_meeting_areas:
 * @self: a workbook
 * @meeting: a meeting
 * @codes: (nullable) (array zero-terminated=1): the key areas that are looked at in it, and no
 *   others
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_meeting_areas (SfWorkbook *self,
                               SfMeeting *meeting,
                               const char *const *codes,
                               GError **error)
{
  static const char *const none[] = { NULL };
  const char *const *wanted = codes != NULL ? codes : none;
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  SfStep *step;

  if (!sf_edit_allowed (self, meeting, error) || !check_areas (self, meeting, wanted, error))
    return FALSE;
  label = g_strdup_printf (_ ("What is looked at: %s"), sf_meeting_get_title (meeting));
  step = sf_step_new (label);
  there = sf_edit_list_rows (self, SF_TYPE_MEETING_AREA, SF_MEETING_AREA_MEETING, meeting);
  for (guint i = 0; i < there->len; i++)
    {
      SfEditRow *row = there->pdata[i];
      const char *code = sf_edit_row_get_text (row, SF_MEETING_AREA_AREA_CODE);

      if (g_strv_contains (wanted, code))
        g_hash_table_add (done, (gpointer)code);
      else
        sf_step_delete_by_uuid (step, row->type, &row->uuid);
    }
  for (guint i = 0; wanted[i] != NULL; i++)
    if (g_hash_table_add (done, (gpointer)wanted[i]))
      insert_area (step, sf_record_get_uuid (SF_RECORD (meeting)), wanted[i]);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_set_presented:
 * @self: a workbook
 * @meeting: a meeting
 * @evaluation: (nullable): whose report was presented there; %NULL for none
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_presented (SfWorkbook *self,
                           SfMeeting *meeting,
                           SfEvaluation *evaluation,
                           GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("The report presented: %s"), sf_meeting_get_title (meeting));
  SfStep *step;

  if (!sf_edit_allowed (self, meeting, error))
    return FALSE;
  if (evaluation != NULL
      && !sf_uuid_equal (sf_evaluation_get_centre (evaluation), sf_meeting_get_centre (meeting)))
    return sf_edit_refuse (error, _ ("That evaluation is of another centre."));
  step = sf_step_new (label);
  if (evaluation != NULL)
    sf_step_set_ref (step, SF_TYPE_MEETING, sf_record_get_uuid (SF_RECORD (meeting)),
                     SF_MEETING_PRESENTED, evaluation);
  else
    sf_edit_null (step, meeting, SF_MEETING_PRESENTED);
  sf_workbook_submit (self, step);
  return TRUE;
}

static void
insert_proposal (SfStep *step, SfCentre *centre, SfMeetingProposal *proposal)
{
  SfUuid meeting;

  if (proposal->meeting != NULL)
    meeting = *sf_record_get_uuid (SF_RECORD (proposal->meeting));
  else
    insert_meeting (step, centre, proposal->title, proposal->meets_on, &meeting);
  for (guint i = 0; i < proposal->areas->len; i++)
    insert_area (step, &meeting, sf_key_area_get_code (proposal->areas->pdata[i]));
}

/**
 * sf_workbook_plan_meetings:
 * @self: a workbook
 * @centre: whose committee it is
 * @proposals: (element-type SfMeetingProposal): as sf_meeting_year_propose() gives them
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_plan_meetings (SfWorkbook *self, SfCentre *centre, GPtrArray *proposals, GError **error)
{
  SfStep *step;

  if (!sf_edit_allowed (self, centre, error))
    return FALSE;
  if (proposals->len == 0)
    return sf_edit_refuse (error, _ ("There is nothing to plan: every key area is on a meeting of "
                                     "this year, or no day of it is left."));
  step = sf_step_new (_ ("Planned the year’s meetings"));
  for (guint i = 0; i < proposals->len; i++)
    insert_proposal (step, centre, proposals->pdata[i]);
  sf_workbook_submit (self, step);
  return TRUE;
}

/* --- who came --------------------------------------------------------------------------------- */

/**
 * sf_workbook_add_attendance:
 * @self: a workbook
 * @meeting: a meeting
 * @office: "parent governor": what somebody is there as
 * @name: (nullable): their name
 * @presence: present or apologies
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_add_attendance (SfWorkbook *self,
                            SfMeeting *meeting,
                            const char *office,
                            const char *name,
                            const char *presence,
                            SfUuid *uuid,
                            GError **error)
{
  g_autofree char *label = NULL, *clean = sf_text_clean (name);
  g_autoptr (GPtrArray) others = NULL;
  GType type = SF_TYPE_ATTENDANCE;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, meeting, error)
      || !sf_edit_check_line (office, _ ("what they are there as, such as parent governor"), error)
      || (clean != NULL && !sf_text_check_line (clean, error)))
    return FALSE;
  if (presence == NULL || sf_vocabulary_find (SF_VOCABULARY_PRESENCE, presence) < 0)
    return sf_edit_refuse (error, _ ("Somebody was present, or sent apologies."));
  others = sf_edit_list_rows (self, type, SF_ATTENDANCE_MEETING, meeting);
  label = g_strdup_printf (_ ("Who came: %s"), sf_meeting_get_title (meeting));
  step = sf_step_new (label);
  sf_step_insert (step, type, &made);
  sf_step_set_ref (step, type, &made, SF_ATTENDANCE_MEETING, meeting);
  sf_step_set_text (step, type, &made, SF_ATTENDANCE_OFFICE, office);
  sf_step_set_text (step, type, &made, SF_ATTENDANCE_NAME, clean);
  sf_step_set_text (step, type, &made, SF_ATTENDANCE_PRESENCE, presence);
  sf_step_set_int (step, type, &made, SF_ATTENDANCE_POSITION,
                   sf_edit_rows_get_next_place (others, SF_ATTENDANCE_POSITION));
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

gboolean
sf_workbook_remove_attendance (SfWorkbook *self, SfAttendance *attendance, GError **error)
{
  g_autofree char *title = sf_label_for_record (self->model, SF_RECORD (attendance));
  g_autofree char *label = g_strdup_printf (_ ("Took %s off who came"), title);
  SfStep *step;

  if (!sf_edit_allowed (self, attendance, error))
    return FALSE;
  step = sf_step_new (label);
  sf_step_delete (step, SF_RECORD (attendance));
  sf_workbook_submit (self, step);
  return TRUE;
}

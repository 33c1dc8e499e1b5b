/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What there is of meetings, for the terminal and for scripts. */
#include "base/sf-date.h"
#include "base/sf-text.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "model/sf-meeting-year.h"
#include "model/sf-vocabulary.h"

#include <glib/gi18n-lib.h>

/* --- as JSON ------------------------------------------------------------------------------------
 */

static void
add_challenges (SfCli *cli, SfJson *json, SfMeeting *meeting)
{
  g_autoptr (GPtrArray) list = sf_meeting_list_challenges (cli->model, meeting);

  sf_json_begin_list (json, "challenges");
  for (guint i = 0; i < list->len; i++)
    {
      SfChallenge *one = list->pdata[i];
      SfTarget *target = sf_model_find (cli->model, sf_challenge_get_target (one));

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "question", sf_challenge_get_question (one));
      sf_json_add_text (json, "by", sf_challenge_get_office (one));
      sf_json_add_text (json, "reply", sf_challenge_get_reply (one));
      sf_json_add_text (json, "changed", sf_challenge_get_changed (one));
      sf_json_add_text (json, "statement", sf_challenge_get_statement_code (one));
      sf_json_add_text (json, "target", target != NULL ? sf_target_get_title (target) : NULL);
      sf_json_add_text (json, "minute", sf_challenge_get_minute (one));
      sf_json_add_text (json, "answered_on", sf_challenge_get_answered_on (one));
      sf_json_end (json);
    }
  sf_json_end (json);
}

static void
add_attendance (SfCli *cli, SfJson *json, SfMeeting *meeting)
{
  g_autoptr (GPtrArray) list = sf_meeting_list_attendance (cli->model, meeting);

  sf_json_begin_list (json, "attendance");
  for (guint i = 0; i < list->len; i++)
    {
      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "office", sf_attendance_get_office (list->pdata[i]));
      sf_json_add_text (json, "name", sf_attendance_get_name (list->pdata[i]));
      sf_json_add_text (json, "presence", sf_attendance_get_presence (list->pdata[i]));
      sf_json_end (json);
    }
  sf_json_end (json);
}

static void
add_meeting (SfCli *cli, SfJson *json, SfMeeting *meeting)
{
  g_autoptr (GPtrArray) areas = sf_meeting_list_areas (cli->model, meeting);
  SfEvaluation *presented = sf_model_find (cli->model, sf_meeting_get_presented (meeting));

  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "title", sf_meeting_get_title (meeting));
  sf_json_add_text (json, "meets_on", sf_meeting_get_meets_on (meeting));
  sf_json_add_text (json, "begins_at", sf_meeting_get_begins_at (meeting));
  sf_json_add_text (json, "place", sf_meeting_get_place (meeting));
  sf_json_add_text (json, "state", sf_meeting_get_state (meeting));
  sf_json_add_text (json, "agenda", sf_meeting_get_agenda (meeting));
  sf_json_add_text (json, "minutes", sf_meeting_get_minutes (meeting));
  sf_json_add_text (json, "presented",
                    presented != NULL ? sf_evaluation_get_title (presented) : NULL);
  sf_json_begin_list (json, "areas");
  for (guint i = 0; i < areas->len; i++)
    sf_json_add_text (json, NULL, sf_meeting_area_get_area_code (areas->pdata[i]));
  sf_json_end (json);
  add_attendance (cli, json, meeting);
  add_challenges (cli, json, meeting);
  sf_json_end (json);
}

/* --- for the terminal ---------------------------------------------------------------------------
 */

static void
print_meeting (SfCli *cli, SfMeeting *meeting)
{
  g_autofree char *when = sf_meeting_when_to_text (meeting);
  g_autofree char *areas = sf_meeting_areas_to_text (cli->model, meeting);
  g_autofree char *who = sf_meeting_attendance_to_text (cli->model, meeting);
  g_autoptr (GPtrArray) challenges = sf_meeting_list_challenges (cli->model, meeting);

  sf_cli_print ("%s\n  %s · %s\n  %s\n", sf_meeting_get_title (meeting), when,
                sf_meeting_is_unsaid (meeting, cli->today)
                    ? _ ("Its day is past: was it held?")
                    : sf_vocabulary_get_label (SF_VOCABULARY_MEETING_STATE,
                                               sf_meeting_get_state (meeting)),
                areas);
  if (*who != '\0')
    sf_cli_print ("  %s\n", who);
  for (guint i = 0; i < challenges->len; i++)
    {
      SfChallenge *one = challenges->pdata[i];

      sf_cli_print (_ ("  Asked: %s\n"), sf_challenge_get_question (one));
      sf_cli_print (_ ("    Reply: %s\n"),
                    sf_challenge_is_open (one) ? _ ("no reply yet") : sf_challenge_get_reply (one));
      if (!sf_text_is_blank (sf_challenge_get_changed (one)))
        sf_cli_print (_ ("    Changed: %s\n"), sf_challenge_get_changed (one));
    }
}

gboolean
sf_cli_meeting_list (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE, all = FALSE;
  const GOptionEntry options[]
      = { { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Those of other years too"), NULL },
          { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) list = NULL;
  SfJson *json = NULL;
  SfCentre *centre;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  centre = sf_model_get_centre (cli->model, cli->evaluation);
  list = all && centre != NULL ? sf_model_list_meetings (cli->model, centre)
                               : sf_meeting_year_list (cli->model, cli->evaluation);
  if (as_json)
    {
      json = sf_json_new ();
      sf_json_begin_list (json, "meetings");
    }
  for (guint i = 0; i < list->len; i++)
    if (as_json)
      add_meeting (cli, json, list->pdata[i]);
    else
      print_meeting (cli, list->pdata[i]);
  if (as_json)
    sf_json_print (json);
  return TRUE;
}

/* --- the calendar -------------------------------------------------------------------------------
 */

static void
add_proposal (SfJson *json, SfMeetingProposal *proposal)
{
  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "meets_on", proposal->meets_on);
  sf_json_add_text (json, "title",
                    proposal->meeting != NULL ? sf_meeting_get_title (proposal->meeting)
                                              : proposal->title);
  sf_json_add_boolean (json, "planned", proposal->meeting != NULL);
  sf_json_begin_list (json, "areas");
  for (guint i = 0; i < proposal->areas->len; i++)
    sf_json_add_text (json, NULL, sf_key_area_get_code (proposal->areas->pdata[i]));
  sf_json_end (json);
  sf_json_end (json);
}

static void
print_calendar_json (SfCli *cli, GPtrArray *areas, GPtrArray *proposals)
{
  static const char *const ids[] = { "none", "planned", "looked-at" };
  SfJson *json = sf_json_new ();

  sf_json_begin_list (json, "areas");
  for (guint i = 0; i < areas->len; i++)
    {
      const char *code = sf_key_area_get_code (areas->pdata[i]);

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "code", code);
      sf_json_add_text (json, "cover",
                        ids[sf_meeting_year_get_cover (cli->model, cli->evaluation, code)]);
      sf_json_end (json);
    }
  sf_json_end (json);
  sf_json_begin_list (json, "proposals");
  for (guint i = 0; i < proposals->len; i++)
    add_proposal (json, proposals->pdata[i]);
  sf_json_end (json);
  sf_json_print (json);
}

static void
print_proposal (SfMeetingProposal *proposal)
{
  g_autofree char *day = sf_date_format (proposal->meets_on);
  g_autofree char *names = NULL;
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < proposal->areas->len; i++)
    g_ptr_array_add (titles, (gpointer)sf_key_area_get_title (proposal->areas->pdata[i]));
  g_ptr_array_add (titles, NULL);
  names = sf_text_join_and ((const char *const *)titles->pdata);
  sf_cli_print (proposal->meeting != NULL ? _ ("  %1$s, planned already: %2$s\n")
                                          : _ ("  %1$s: %2$s\n"),
                day, names);
}

gboolean
sf_cli_meeting_calendar (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) proposals = NULL;
  g_autofree char *text = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  proposals = sf_meeting_year_propose (cli->model, cli->evaluation, cli->today);
  if (as_json)
    {
      print_calendar_json (cli,
                           sf_framework_get_areas (
                               sf_model_get_framework (cli->model, cli->evaluation)),
                           proposals);
      return TRUE;
    }
  text = sf_meeting_year_to_text (cli->model, cli->evaluation);
  sf_cli_print ("%s\n", text);
  if (proposals->len > 0)
    sf_cli_print (_ ("Proposed (“meeting plan” takes it):\n"));
  for (guint i = 0; i < proposals->len; i++)
    print_proposal (proposals->pdata[i]);
  return TRUE;
}

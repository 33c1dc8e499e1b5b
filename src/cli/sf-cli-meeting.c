/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Meetings of the committee, and what was asked in them. */
#include "cli/sf-cli.h"
#include "model/sf-meeting-year.h"
#include "workbook/sf-workbook-meetings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- adding, filling ---------------------------------------------------------------------------
 */

typedef struct
{
  char *title;
  char *on;
  char *at;
  char *place;
  char *agenda;
  char *minutes;
  char *presented;
  char **areas;
  gboolean held;
  gboolean planned;
} Filling;

static void
filling_clear (Filling *self)
{
  g_free (self->title);
  g_free (self->on);
  g_free (self->at);
  g_free (self->place);
  g_free (self->agenda);
  g_free (self->minutes);
  g_free (self->presented);
  g_strfreev (self->areas);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filling, filling_clear)

/* clang-format off */
#define FILLING_OPTIONS(asked) \
  { "on", 0, 0, G_OPTION_ARG_STRING, &asked.on, N_ ("Its day"), N_ ("DATE") }, \
  { "at", 0, 0, G_OPTION_ARG_STRING, &asked.at, N_ ("When it begins"), N_ ("TIME") }, \
  { "place", 0, 0, G_OPTION_ARG_STRING, &asked.place, N_ ("Where it is"), N_ ("TEXT") }, \
  { "agenda", 0, 0, G_OPTION_ARG_STRING, &asked.agenda, N_ ("What it is about"), N_ ("TEXT") }, \
  { "minutes", 0, 0, G_OPTION_ARG_STRING, &asked.minutes, N_ ("Where its minutes are"), \
    N_ ("TEXT") }, \
  { "presented", 0, 0, G_OPTION_ARG_STRING, &asked.presented, \
    N_ ("The evaluation whose report was presented there"), N_ ("TITLE") }, \
  { "area", 'a', 0, G_OPTION_ARG_STRING_ARRAY, &asked.areas, \
    N_ ("A key area that is looked at; may be given several times"), N_ ("AREA") }, \
  { "held", 0, 0, G_OPTION_ARG_NONE, &asked.held, N_ ("It took place"), NULL }, \
  { "planned", 0, 0, G_OPTION_ARG_NONE, &asked.planned, N_ ("It is still to come"), NULL }
/* clang-format on */

static gboolean
fill_areas (SfCli *cli, SfMeeting *meeting, Filling *asked, GError **error)
{
  g_auto (GStrv) codes = NULL;
  guint n = asked->areas != NULL ? g_strv_length (asked->areas) : 0;

  if (n == 0)
    return TRUE;
  codes = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    codes[i] = g_ascii_strup (asked->areas[i], -1);
  return sf_workbook_set_meeting_areas (cli->workbook, meeting, (const char *const *)codes, error);
}

static gboolean
fill_presented (SfCli *cli, SfMeeting *meeting, Filling *asked, GError **error)
{
  SfEvaluation *evaluation;

  if (asked->presented == NULL)
    return TRUE;
  evaluation
      = *asked->presented != '\0' ? sf_cli_find_evaluation (cli, asked->presented, error) : NULL;
  return (evaluation != NULL || *asked->presented == '\0')
         && sf_workbook_set_presented (cli->workbook, meeting, evaluation, error);
}

/* What was planned again may have another day; what was held needs its day first. */
static gboolean
fill_meeting (SfCli *cli, SfMeeting *meeting, Filling *asked, GError **error)
{
  return (!asked->planned || sf_cli_set_text (cli, meeting, SF_MEETING_STATE, "planned", error))
         && sf_cli_set_date (cli, meeting, SF_MEETING_MEETS_ON, asked->on, error)
         && (!asked->held || sf_cli_set_text (cli, meeting, SF_MEETING_STATE, "held", error))
         && sf_cli_set_text (cli, meeting, SF_MEETING_TITLE, asked->title, error)
         && sf_cli_set_text (cli, meeting, SF_MEETING_BEGINS_AT, asked->at, error)
         && sf_cli_set_text (cli, meeting, SF_MEETING_PLACE, asked->place, error)
         && sf_cli_set_text (cli, meeting, SF_MEETING_AGENDA, asked->agenda, error)
         && sf_cli_set_text (cli, meeting, SF_MEETING_MINUTES, asked->minutes, error)
         && fill_presented (cli, meeting, asked, error) && fill_areas (cli, meeting, asked, error);
}

/* Before anything is written: what is refused leaves nothing behind. */
static gboolean
check_filling (SfCli *cli, Filling *asked, const char *day, GError **error)
{
  SfFramework *framework = sf_model_get_framework (cli->model, cli->evaluation);
  g_autofree char *iso = NULL;

  if (asked->held && asked->planned)
    return sf_cli_usage (cli, error, _ ("A meeting is planned or was held, not both."));
  if (!sf_cli_parse_date (asked->on, &iso, error))
    return FALSE;
  for (guint i = 0; asked->areas != NULL && asked->areas[i] != NULL; i++)
    {
      g_autofree char *code = g_ascii_strup (asked->areas[i], -1);

      if (framework == NULL || sf_framework_find_area (framework, code) == NULL)
        return sf_cli_usage (cli, error, _ ("That is no key area of this framework."));
    }
  if (asked->held && g_strcmp0 (iso != NULL ? iso : day, cli->today) > 0)
    return sf_cli_usage (cli, error, _ ("A meeting was held on a day that has come."));
  return asked->presented == NULL || *asked->presented == '\0'
         || sf_cli_find_evaluation (cli, asked->presented, error) != NULL;
}

static gboolean
settle_and_tell (SfCli *cli, SfMeeting *meeting, GError **error)
{
  g_autofree char *when = NULL, *areas = NULL;

  if (!sf_cli_settle (cli, error))
    return FALSE;
  when = sf_meeting_when_to_text (meeting);
  areas = sf_meeting_areas_to_text (cli->model, meeting);
  return sf_cli_done (cli, "%s: %s · %s", sf_meeting_get_title (meeting), when, areas);
}

gboolean
sf_cli_meeting_add (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Filling) asked = { 0 };
  const GOptionEntry options[] = { FILLING_OPTIONS (asked), G_OPTION_ENTRY_NULL };
  g_autofree char *iso = NULL;
  SfCentre *centre;
  SfMeeting *meeting;
  SfUuid uuid;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (asked.on == NULL)
    return sf_cli_usage (cli, error, _ ("Please say on which day the meeting is: --on DATE."));
  if (!sf_cli_parse_date (asked.on, &iso, error) || !check_filling (cli, &asked, iso, error))
    return FALSE;
  centre = sf_cli_find_centre (cli, error);
  if (centre == NULL
      || !sf_workbook_add_meeting (cli->workbook, centre, cli->words[0], iso, &uuid, error))
    return FALSE;
  meeting = sf_cli_wait_for (cli, &uuid, error);
  return meeting != NULL && fill_meeting (cli, meeting, &asked, error)
         && settle_and_tell (cli, meeting, error);
}

gboolean
sf_cli_meeting_set (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Filling) asked = { 0 };
  const GOptionEntry options[] = { { "title", 0, 0, G_OPTION_ARG_STRING, &asked.title,
                                     N_ ("What it shall be called"), N_ ("TEXT") },
                                   FILLING_OPTIONS (asked),
                                   G_OPTION_ENTRY_NULL };
  SfMeeting *meeting;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  meeting = sf_cli_find_meeting (cli, cli->words[0], error);
  return meeting != NULL && check_filling (cli, &asked, sf_meeting_get_meets_on (meeting), error)
         && fill_meeting (cli, meeting, &asked, error) && settle_and_tell (cli, meeting, error);
}

gboolean
sf_cli_meeting_attend (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *name = NULL;
  gboolean apologies = FALSE;
  const GOptionEntry options[]
      = { { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Their name, if it is wanted"),
            N_ ("NAME") },
          { "apologies", 0, 0, G_OPTION_ARG_NONE, &apologies, N_ ("They could not come"), NULL },
          G_OPTION_ENTRY_NULL };
  SfMeeting *meeting;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  meeting = sf_cli_find_meeting (cli, cli->words[0], error);
  return meeting != NULL
         && sf_workbook_add_attendance (cli->workbook, meeting, cli->words[1], name,
                                        apologies ? "apologies" : "present", NULL, error)
         && sf_cli_settle (cli, error)
         && sf_cli_done (cli, "%s: %s", sf_meeting_get_title (meeting), cli->words[1]);
}

/* --- what was asked -----------------------------------------------------------------------------
 */

typedef struct
{
  char *by;
  char *reply;
  char *changed;
  char *statement;
  char *target;
  char *minute;
  char *answered;
} Asking;

static void
asking_clear (Asking *self)
{
  char **texts[] = { &self->by,     &self->reply,  &self->changed, &self->statement,
                     &self->target, &self->minute, &self->answered };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asking, asking_clear)

/* clang-format off */
#define ASKING_OPTIONS(asked) \
  { "by", 0, 0, G_OPTION_ARG_STRING, &asked.by, N_ ("Who asked, as an office"), N_ ("OFFICE") }, \
  { "reply", 0, 0, G_OPTION_ARG_STRING, &asked.reply, N_ ("What was replied"), N_ ("TEXT") }, \
  { "changed", 0, 0, G_OPTION_ARG_STRING, &asked.changed, \
    N_ ("What changed because of it"), N_ ("TEXT") }, \
  { "statement", 's', 0, G_OPTION_ARG_STRING, &asked.statement, N_ ("The statement it is about"), \
    N_ ("CODE") }, \
  { "target", 't', 0, G_OPTION_ARG_STRING, &asked.target, N_ ("The target it is about"), \
    N_ ("TITLE") }, \
  { "minute", 0, 0, G_OPTION_ARG_STRING, &asked.minute, N_ ("Its number in the minutes"), \
    N_ ("TEXT") }, \
  { "answered", 0, 0, G_OPTION_ARG_STRING, &asked.answered, N_ ("When it was answered"), \
    N_ ("DATE") }
/* clang-format on */

static gboolean
check_asking (SfCli *cli, Asking *asked, GError **error)
{
  g_autofree char *iso = NULL;

  return sf_cli_parse_date (asked->answered, &iso, error)
         && (asked->statement == NULL
             || sf_cli_find_statement (cli, asked->statement, error) != NULL)
         && (asked->target == NULL || sf_cli_find_target (cli, asked->target, error) != NULL);
}

/* What is not asked for stays as it is. */
static gboolean
tie (SfCli *cli, SfChallenge *challenge, Asking *asked, GError **error)
{
  const char *code = sf_challenge_get_statement_code (challenge);
  SfTarget *target = sf_model_find (cli->model, sf_challenge_get_target (challenge));

  if (asked->statement == NULL && asked->target == NULL)
    return TRUE;
  if (asked->statement != NULL)
    code = sf_statement_get_code (sf_cli_find_statement (cli, asked->statement, NULL));
  if (asked->target != NULL)
    target = sf_cli_find_target (cli, asked->target, NULL);
  return sf_workbook_tie_challenge (cli->workbook, challenge, code, target, error);
}

static gboolean
fill_challenge (SfCli *cli, SfChallenge *challenge, Asking *asked, GError **error)
{
  return sf_cli_set_text (cli, challenge, SF_CHALLENGE_OFFICE, asked->by, error)
         && sf_cli_set_text (cli, challenge, SF_CHALLENGE_REPLY, asked->reply, error)
         && sf_cli_set_text (cli, challenge, SF_CHALLENGE_CHANGED, asked->changed, error)
         && sf_cli_set_text (cli, challenge, SF_CHALLENGE_MINUTE, asked->minute, error)
         && sf_cli_set_date (cli, challenge, SF_CHALLENGE_ANSWERED_ON, asked->answered, error)
         && tie (cli, challenge, asked, error);
}

static gboolean
settle_and_tell_challenge (SfCli *cli, SfChallenge *challenge, GError **error)
{
  return sf_cli_settle (cli, error)
         && sf_cli_done (cli, "%s: %s", sf_challenge_get_question (challenge),
                         sf_challenge_is_open (challenge) ? _ ("no reply yet") : _ ("answered"));
}

gboolean
sf_cli_meeting_challenge_add (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Asking) asked = { 0 };
  const GOptionEntry options[] = { ASKING_OPTIONS (asked), G_OPTION_ENTRY_NULL };
  SfMeeting *meeting;
  SfChallenge *challenge;
  SfUuid uuid;

  if (!sf_cli_begin (cli, arguments, options, error) || !check_asking (cli, &asked, error))
    return FALSE;
  meeting = sf_cli_find_meeting (cli, cli->words[0], error);
  if (meeting == NULL
      || !sf_workbook_add_challenge (cli->workbook, meeting, cli->words[1], asked.by, &uuid, error))
    return FALSE;
  challenge = sf_cli_wait_for (cli, &uuid, error);
  return challenge != NULL && fill_challenge (cli, challenge, &asked, error)
         && settle_and_tell_challenge (cli, challenge, error);
}

gboolean
sf_cli_meeting_challenge_change (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Asking) asked = { 0 };
  const GOptionEntry options[] = { ASKING_OPTIONS (asked), G_OPTION_ENTRY_NULL };
  SfChallenge *challenge;

  if (!sf_cli_begin (cli, arguments, options, error) || !check_asking (cli, &asked, error))
    return FALSE;
  challenge = sf_cli_find_challenge (cli, cli->words[0], error);
  return challenge != NULL && fill_challenge (cli, challenge, &asked, error)
         && settle_and_tell_challenge (cli, challenge, error);
}

gboolean
sf_cli_meeting_challenge_answer (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *changed = NULL, *on = NULL, *iso = NULL;
  const GOptionEntry options[]
      = { { "changed", 0, 0, G_OPTION_ARG_STRING, &changed, N_ ("What changed because of it"),
            N_ ("TEXT") },
          { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("When; otherwise today"), N_ ("DATE") },
          G_OPTION_ENTRY_NULL };
  SfChallenge *challenge;

  if (!sf_cli_begin (cli, arguments, options, error) || !sf_cli_parse_date (on, &iso, error))
    return FALSE;
  challenge = sf_cli_find_challenge (cli, cli->words[0], error);
  return challenge != NULL
         && sf_workbook_set_text (cli->workbook, challenge, SF_CHALLENGE_REPLY, cli->words[1],
                                  error)
         && sf_cli_set_text (cli, challenge, SF_CHALLENGE_CHANGED, changed, error)
         && sf_workbook_set_date (cli->workbook, challenge, SF_CHALLENGE_ANSWERED_ON,
                                  iso != NULL ? iso : cli->today, error)
         && settle_and_tell_challenge (cli, challenge, error);
}

/* --- the calendar -------------------------------------------------------------------------------
 */

gboolean
sf_cli_meeting_plan (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) proposals = NULL;
  g_autofree char *text = NULL;
  SfCentre *centre;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  centre = sf_model_get_centre (cli->model, cli->evaluation);
  proposals = sf_meeting_year_propose (cli->model, cli->evaluation, cli->today);
  if (!sf_workbook_plan_meetings (cli->workbook, centre, proposals, error)
      || !sf_cli_settle (cli, error))
    return FALSE;
  text = sf_meeting_year_to_text (cli->model, cli->evaluation);
  return sf_cli_done (cli, "%s", text);
}

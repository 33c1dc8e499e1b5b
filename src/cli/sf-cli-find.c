/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli.h"

#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- by name ------------------------------------------------------------------------------------
 */

static gboolean
is_retired (SfRecord *record)
{
  int column = sf_record_class_find_column (SF_RECORD_GET_CLASS (record), "retired_at");

  return column >= 0 && !sf_record_is_null (record, (guint)column);
}

/* The one whose text is @name; otherwise the one that alone begins so. Retired ones are found only
 * by their whole name, and only if no other has it. */
static SfRecord *
find_named (SfCli *cli, GType type, guint column, const char *name, GError **error)
{
  GListModel *list = sf_model_get_list (cli->model, type);
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  SfRecord *exact = NULL, *beginning = NULL;
  guint n_beginning = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SfRecord) record = g_list_model_get_item (list, i);
      g_autofree char *have = g_utf8_casefold (sf_record_get_text (record, column), -1);

      if (strcmp (have, wanted) == 0 && (exact == NULL || is_retired (exact)))
        exact = record;
      else if (g_str_has_prefix (have, wanted) && !is_retired (record))
        {
          beginning = record;
          n_beginning++;
        }
    }
  if (exact != NULL)
    return exact;
  if (n_beginning == 1 && !sf_text_is_blank (name))
    return beginning;
  g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
               n_beginning > 1 ? _ ("More than one begins with “%s”. Please write the whole of it.")
                               : _ ("There is nothing called “%s” here."),
               name);
  return NULL;
}

SfEvaluation *
sf_cli_find_evaluation (SfCli *cli, const char *title, GError **error)
{
  return (SfEvaluation *)find_named (cli, SF_TYPE_EVALUATION, SF_EVALUATION_TITLE, title, error);
}

SfContributor *
sf_cli_find_contributor (SfCli *cli, const char *name, GError **error)
{
  return (SfContributor *)find_named (cli, SF_TYPE_CONTRIBUTOR, SF_CONTRIBUTOR_NAME, name, error);
}

SfEvidence *
sf_cli_find_evidence (SfCli *cli, const char *title, GError **error)
{
  return (SfEvidence *)find_named (cli, SF_TYPE_EVIDENCE, SF_EVIDENCE_TITLE, title, error);
}

SfPriority *
sf_cli_find_priority (SfCli *cli, const char *title, GError **error)
{
  return (SfPriority *)find_named (cli, SF_TYPE_PRIORITY, SF_PRIORITY_TITLE, title, error);
}

SfAction *
sf_cli_find_action (SfCli *cli, const char *title, GError **error)
{
  return (SfAction *)find_named (cli, SF_TYPE_ACTION, SF_ACTION_TITLE, title, error);
}

SfTarget *
sf_cli_find_target (SfCli *cli, const char *title, GError **error)
{
  return (SfTarget *)find_named (cli, SF_TYPE_TARGET, SF_TARGET_TITLE, title, error);
}

SfMeasure *
sf_cli_find_measure (SfCli *cli, const char *title, GError **error)
{
  return (SfMeasure *)find_named (cli, SF_TYPE_MEASURE, SF_MEASURE_TITLE, title, error);
}

SfFamilyGroup *
sf_cli_find_family_group (SfCli *cli, const char *title, GError **error)
{
  return (SfFamilyGroup *)find_named (cli, SF_TYPE_FAMILY_GROUP, SF_FAMILY_GROUP_TITLE, title,
                                      error);
}

SfChallenge *
sf_cli_find_challenge (SfCli *cli, const char *question, GError **error)
{
  return (SfChallenge *)find_named (cli, SF_TYPE_CHALLENGE, SF_CHALLENGE_QUESTION, question, error);
}

/* The only one on that day. */
static SfMeeting *
find_meeting_on (SfCli *cli, const char *iso)
{
  GListModel *list = sf_model_get_list (cli->model, SF_TYPE_MEETING);
  SfMeeting *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SfMeeting) meeting = g_list_model_get_item (list, i);

      if (is_retired (SF_RECORD (meeting)) || strcmp (sf_meeting_get_meets_on (meeting), iso) != 0)
        continue;
      found = meeting;
      n_found++;
    }
  return n_found == 1 ? found : NULL;
}

SfMeeting *
sf_cli_find_meeting (SfCli *cli, const char *title, GError **error)
{
  g_autofree char *iso = sf_date_parse (title, NULL);
  SfMeeting *meeting = iso != NULL ? find_meeting_on (cli, iso) : NULL;

  if (meeting != NULL)
    return meeting;
  return (SfMeeting *)find_named (cli, SF_TYPE_MEETING, SF_MEETING_TITLE, title, error);
}

/* The evaluation's; without one the first that is not retired. */
SfCentre *
sf_cli_find_centre (SfCli *cli, GError **error)
{
  GListModel *list = sf_model_get_list (cli->model, SF_TYPE_CENTRE);
  SfEvaluation *evaluation = cli->evaluation != NULL
                                 ? cli->evaluation
                                 : sf_model_get_latest_evaluation (cli->model, NULL);
  SfCentre *centre = evaluation != NULL ? sf_model_get_centre (cli->model, evaluation) : NULL;

  for (guint i = 0; centre == NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SfCentre) one = g_list_model_get_item (list, i);
      if (!is_retired (SF_RECORD (one)))
        centre = one;
    }
  if (centre == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                         _ ("There is no centre in this file yet."));
  return centre;
}

SfStatement *
sf_cli_find_statement (SfCli *cli, const char *code, GError **error)
{
  SfFramework *framework = sf_model_get_framework (cli->model, cli->evaluation);
  g_autofree char *upper = g_ascii_strup (code, -1);
  SfStatement *statement = sf_framework_find_statement (framework, upper);

  if (statement == NULL)
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                 _ ("“%s” has no statement with the code “%s”."),
                 sf_framework_get_short_title (framework), code);
  return statement;
}

static SfRecord *
find_area (SfCli *cli, const char *code, GError **error)
{
  g_autofree char *upper = g_ascii_strup (code, -1);
  SfAreaJudgement *area
      = sf_model_find_area_judgement (cli->model, cli->evaluation,
                                      strcmp (upper, "WHOLE") == 0 ? SF_WHOLE_CENTRE : upper);

  if (area == NULL)
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("There is no key area “%s” here."), code);
  return (SfRecord *)area;
}

static SfRecord *
find_judgement (SfCli *cli, const char *code, GError **error)
{
  SfStatement *statement = sf_cli_find_statement (cli, code, error);
  SfJudgement *judgement = statement != NULL
                               ? sf_model_find_judgement (cli->model, cli->evaluation,
                                                          sf_statement_get_code (statement), NULL)
                               : NULL;

  if (statement != NULL && judgement == NULL)
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                 _ ("This evaluation has no judgement of “%s”."), code);
  return (SfRecord *)judgement;
}

SfRecord *
sf_cli_find_record (SfCli *cli, const char *name, GError **error)
{
  const char *rest = strchr (name, ':');
  g_autofree char *kind = g_strndup (name, rest != NULL ? (gsize)(rest - name) : strlen (name));

  if (strcmp (name, "centre") == 0)
    return (SfRecord *)sf_cli_find_centre (cli, error);
  if (strcmp (name, "evaluation") == 0)
    return (SfRecord *)cli->evaluation;
  if (rest != NULL && strcmp (kind, "area") == 0)
    return find_area (cli, rest + 1, error);
  if (rest != NULL && strcmp (kind, "judgement") == 0)
    return find_judgement (cli, rest + 1, error);
  if (rest != NULL && strcmp (kind, "target") == 0)
    return (SfRecord *)sf_cli_find_target (cli, rest + 1, error);
  if (rest != NULL && strcmp (kind, "evidence") == 0)
    return (SfRecord *)sf_cli_find_evidence (cli, rest + 1, error);
  if (rest != NULL && strcmp (kind, "priority") == 0)
    return (SfRecord *)sf_cli_find_priority (cli, rest + 1, error);
  if (rest != NULL && strcmp (kind, "action") == 0)
    return (SfRecord *)sf_cli_find_action (cli, rest + 1, error);
  if (rest != NULL && strcmp (kind, "meeting") == 0)
    return (SfRecord *)sf_cli_find_meeting (cli, rest + 1, error);
  if (rest != NULL && strcmp (kind, "contributor") == 0)
    return (SfRecord *)sf_cli_find_contributor (cli, rest + 1, error);
  g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
               _ ("“%s” names no record. Write centre, evaluation, area:CODE, judgement:CODE, "
                  "target:TITLE, evidence:TITLE, priority:TITLE, action:TITLE, meeting:TITLE or "
                  "contributor:NAME."),
               name);
  return NULL;
}

/* --- values -------------------------------------------------------------------------------------
 */

gboolean
sf_cli_parse_date (const char *text, char **iso, GError **error)
{
  *iso = text != NULL ? sf_date_parse (text, error) : NULL;
  return text == NULL || *iso != NULL;
}

gboolean
sf_cli_parse_number (const char *text, double *number, GError **error)
{
  *number = NAN;
  if (text == NULL || sf_text_parse_number (text, number))
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not a number."), text);
  return FALSE;
}

gboolean
sf_cli_parse_level (const char *text, SfScale *scale, gint64 *level, GError **error)
{
  GPtrArray *levels = sf_scale_get_levels (scale);
  guint64 value;

  *level = SF_NULL_INT;
  if (text == NULL || g_ascii_strcasecmp (text, "none") == 0)
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &value, NULL))
    *level = (gint64)value;
  for (guint i = 0; i < levels->len && *level == SF_NULL_INT; i++)
    if (g_ascii_strcasecmp (sf_level_get_name (levels->pdata[i]), text) == 0)
      *level = sf_level_get_value (levels->pdata[i]);
  if (*level != SF_NULL_INT && sf_scale_find_level (scale, *level) != NULL)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("There is no level “%s” here. The levels are 1 to %u."), text,
               sf_scale_get_n_levels (scale));
  return FALSE;
}

gboolean
sf_cli_set_text (SfCli *cli, gpointer record, guint column, const char *text, GError **error)
{
  return text == NULL || sf_workbook_set_text (cli->workbook, record, column, text, error);
}

gboolean
sf_cli_set_date (SfCli *cli, gpointer record, guint column, const char *text, GError **error)
{
  g_autofree char *iso = NULL;

  if (text == NULL)
    return TRUE;
  return sf_cli_parse_date (text, &iso, error)
         && sf_workbook_set_date (cli->workbook, record, column, iso, error);
}

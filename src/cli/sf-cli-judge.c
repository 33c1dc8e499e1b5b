/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "model/sf-area-grade.h"
#include "model/sf-judgement-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- judge -------------------------------------------------------------------------------------
 */

/* The agreed judgement, or the view of a contributor, which is begun if there is none. */
static SfJudgement *
find_or_begin (SfCli *cli, SfStatement *statement, const char *as, GError **error)
{
  const char *code = sf_statement_get_code (statement);
  SfContributor *contributor = NULL;
  SfJudgement *judgement;
  SfUuid uuid;

  if (as != NULL)
    {
      contributor = sf_cli_find_contributor (cli, as, error);
      if (contributor == NULL)
        return NULL;
    }
  judgement = sf_model_find_judgement (cli->model, cli->evaluation, code, contributor);
  if (judgement == NULL && contributor == NULL)
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                 _ ("This evaluation has no judgement of “%s”."), code);
  if (judgement != NULL || contributor == NULL)
    return judgement;
  sf_workbook_set_writer (cli->workbook, contributor);
  return sf_workbook_add_judgement (cli->workbook, cli->evaluation, code, contributor, &uuid, error)
             ? sf_cli_wait_for (cli, &uuid, error)
             : NULL;
}

typedef struct
{
  char *level;
  char *not_applicable;
  char *strengths;
  char *improvements;
  char *difference;
  char *as;
  gboolean clear;
} Judging;

static void
judging_clear (Judging *self)
{
  g_free (self->level);
  g_free (self->not_applicable);
  g_free (self->strengths);
  g_free (self->improvements);
  g_free (self->difference);
  g_free (self->as);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judging, judging_clear)

static gboolean
apply_judging (SfCli *cli, SfJudgement *judgement, SfScale *scale, Judging *asked, GError **error)
{
  gint64 level;

  if (asked->clear && !sf_workbook_clear_judgement (cli->workbook, judgement, error))
    return FALSE;
  if (asked->level != NULL
      && (!sf_cli_parse_level (asked->level, scale, &level, error)
          || !sf_workbook_set_level (cli->workbook, judgement, level, error)))
    return FALSE;
  if (asked->not_applicable != NULL
      && !sf_workbook_set_not_applicable (cli->workbook, judgement, asked->not_applicable, error))
    return FALSE;
  return sf_cli_set_text (cli, judgement, SF_JUDGEMENT_STRENGTHS, asked->strengths, error)
         && sf_cli_set_text (cli, judgement, SF_JUDGEMENT_IMPROVEMENTS, asked->improvements, error)
         && sf_cli_set_text (cli, judgement, SF_JUDGEMENT_DIFFERENCE, asked->difference, error);
}

/* Before anything is changed: nothing is half done because a level was mistyped. */
static gboolean
check_judging (SfCli *cli, SfStatement *statement, Judging *asked, GError **error)
{
  gint64 level;

  if (asked->level != NULL && asked->not_applicable != NULL)
    return sf_cli_usage (cli, error, _ ("A statement is judged or not applicable, not both."));
  if (asked->level == NULL && asked->not_applicable == NULL && asked->strengths == NULL
      && asked->improvements == NULL && asked->difference == NULL && !asked->clear)
    return sf_cli_usage (cli, error, _ ("Please say what the judgement is."));
  return sf_cli_parse_level (asked->level, sf_statement_get_scale (statement), &level, error);
}

/* "LLD-S1: 2 Good", or "LLD-S1, Parents’ forum: 3 Requires improvement" */
static gboolean
tell_judgement (SfCli *cli, SfStatement *statement, SfJudgement *judgement)
{
  SfContributor *contributor = sf_model_find (cli->model, sf_judgement_get_contributor (judgement));
  g_autofree char *text = sf_judgement_to_text (judgement, sf_statement_get_scale (statement));

  return sf_cli_done (cli, "%s%s%s: %s", sf_statement_get_code (statement),
                      contributor != NULL ? ", " : "",
                      contributor != NULL ? sf_contributor_get_name (contributor) : "", text);
}

gboolean
sf_cli_judge (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Judging) asked = { 0 };
  const GOptionEntry options[]
      = { { "level", 'l', 0, G_OPTION_ARG_STRING, &asked.level,
            N_ ("A level of the statement’s scale, by number or name; none takes it away"),
            N_ ("LEVEL") },
          { "strengths", 's', 0, G_OPTION_ARG_STRING, &asked.strengths, N_ ("What is strong"),
            N_ ("TEXT") },
          { "improvements", 'i', 0, G_OPTION_ARG_STRING, &asked.improvements,
            N_ ("What to improve"), N_ ("TEXT") },
          { "difference", 'd', 0, G_OPTION_ARG_STRING, &asked.difference,
            N_ ("What difference it made"), N_ ("TEXT") },
          { "not-applicable", 'n', 0, G_OPTION_ARG_STRING, &asked.not_applicable,
            N_ ("It does not apply, and why"), N_ ("REASON") },
          { "as", 'a', 0, G_OPTION_ARG_STRING, &asked.as,
            N_ ("Whose view it is; without this it is the agreed judgement"), N_ ("CONTRIBUTOR") },
          { "clear", 0, 0, G_OPTION_ARG_NONE, &asked.clear, N_ ("Take the judgement away first"),
            NULL },
          G_OPTION_ENTRY_NULL };
  SfStatement *statement;
  SfJudgement *judgement;
  gboolean done;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  statement = sf_cli_find_statement (cli, cli->words[0], error);
  if (statement == NULL || !check_judging (cli, statement, &asked, error))
    return FALSE;
  judgement = find_or_begin (cli, statement, asked.as, error);
  if (judgement == NULL)
    return FALSE;
  sf_workbook_set_writer (cli->workbook,
                          sf_model_find (cli->model, sf_judgement_get_contributor (judgement)));
  done = apply_judging (cli, judgement, sf_statement_get_scale (statement), &asked, error);
  sf_workbook_set_writer (cli->workbook, NULL);
  return done && sf_cli_settle (cli, error) && tell_judgement (cli, statement, judgement);
}

/* --- grade -------------------------------------------------------------------------------------
 */

static SfScale *
find_grade_scale (SfCli *cli, const char *code)
{
  SfFramework *framework = sf_model_get_framework (cli->model, cli->evaluation);
  SfKeyArea *area = sf_framework_find_area (framework, code);

  return area != NULL ? sf_key_area_get_scale (area) : sf_framework_get_overall_scale (framework);
}

static gboolean
agree (SfCli *cli, SfAreaJudgement *area, const char *by, const char *on, GError **error)
{
  g_autofree char *iso = NULL;

  if (by == NULL)
    return TRUE;
  if (!sf_cli_parse_date (on, &iso, error))
    return FALSE;
  return sf_workbook_agree_grade (cli->workbook, area, by, iso != NULL ? iso : cli->today, error);
}

/* "LLD: 2 Good, proposed by the head, not yet agreed" */
static gboolean
tell_grade (SfCli *cli, SfAreaJudgement *area)
{
  const char *code = sf_area_judgement_get_area_code (area);
  SfFramework *framework = sf_model_get_framework (cli->model, cli->evaluation);
  SfKeyArea *key_area = sf_framework_find_area (framework, code);
  g_autofree char *grade = sf_area_grade_to_text (cli->model, cli->evaluation, key_area);
  g_autofree char *state = sf_area_judgement_state_to_text (area);

  if (key_area == NULL)
    code = _ ("Whole centre");
  if (sf_area_judgement_get_grade_state (area) == SF_GRADE_NONE)
    return sf_cli_done (cli, "%s: %s", code, grade);
  return sf_cli_done (cli, "%s: %s, %s", code, grade, state);
}

gboolean
sf_cli_grade (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *level = NULL, *strengths = NULL, *improvements = NULL;
  g_autofree char *by = NULL, *on = NULL, *record = NULL;
  const GOptionEntry options[]
      = { { "level", 'l', 0, G_OPTION_ARG_STRING, &level,
            N_ ("The grade that the head proposes, by number or name; none takes it away"),
            N_ ("LEVEL") },
          { "strengths", 's', 0, G_OPTION_ARG_STRING, &strengths, N_ ("What is strong"),
            N_ ("TEXT") },
          { "improvements", 'i', 0, G_OPTION_ARG_STRING, &improvements, N_ ("What to improve"),
            N_ ("TEXT") },
          { "agreed-by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("Who agreed the grade"), N_ ("WHO") },
          { "agreed-on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("When it was agreed; otherwise today"),
            N_ ("DATE") },
          G_OPTION_ENTRY_NULL };
  SfAreaJudgement *area;
  gint64 value;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (level == NULL && strengths == NULL && improvements == NULL && by == NULL)
    return sf_cli_usage (cli, error, _ ("Please say what the grade is."));
  if (on != NULL && by == NULL)
    return sf_cli_usage (cli, error, _ ("Please say who agreed the grade."));
  record = g_strconcat ("area:", cli->words[0], NULL);
  area = (SfAreaJudgement *)sf_cli_find_record (cli, record, error);
  if (area == NULL
      || !sf_cli_parse_level (level, find_grade_scale (cli, sf_area_judgement_get_area_code (area)),
                              &value, error)
      || (level != NULL && !sf_workbook_propose_grade (cli->workbook, area, value, error)))
    return FALSE;
  return sf_cli_set_text (cli, area, SF_AREA_JUDGEMENT_STRENGTHS, strengths, error)
         && sf_cli_set_text (cli, area, SF_AREA_JUDGEMENT_IMPROVEMENTS, improvements, error)
         && agree (cli, area, by, on, error) && sf_cli_settle (cli, error)
         && tell_grade (cli, area);
}

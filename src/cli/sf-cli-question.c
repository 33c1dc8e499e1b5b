/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Questions for the committee. */
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "workbook/sf-workbook-meetings.h"

#include <glib/gi18n-lib.h>

static void
add_question (SfJson *json, SfQuestion *question)
{
  sf_json_begin_object (json, NULL);
  sf_json_take_text (json, "id", sf_question_get_id (question));
  sf_json_add_text (json, "rule", sf_question_rule_get_id (question->rule));
  sf_json_add_text (json, "area",
                    question->area != NULL ? sf_key_area_get_code (question->area) : NULL);
  sf_json_add_text (json, "question", question->text);
  sf_json_add_text (json, "ground", question->ground);
  sf_json_add_text (json, "answer", sf_question_get_answer (question));
  sf_json_add_boolean (json, "stale", sf_question_is_stale (question));
  sf_json_add_boolean (json, "withdrawn", sf_question_is_withdrawn (question));
  sf_json_end (json);
}

static void
print_json (SfCli *cli, GPtrArray *questions)
{
  SfJson *json = sf_json_new ();
  g_autoptr (GPtrArray) unasked = sf_question_list_unasked (cli->model, cli->evaluation, questions);
  g_autoptr (GPtrArray) areas = sf_question_list_not_agreed (cli->model, cli->evaluation);

  sf_json_begin_list (json, "questions");
  for (guint i = 0; i < questions->len; i++)
    add_question (json, questions->pdata[i]);
  sf_json_end (json);
  sf_json_begin_list (json, "no_longer_asked");
  for (guint i = 0; i < unasked->len; i++)
    sf_json_add_text (json, NULL, sf_question_decision_get_answer (unasked->pdata[i]));
  sf_json_end (json);
  sf_json_begin_list (json, "not_agreed");
  for (guint i = 0; i < areas->len; i++)
    sf_json_add_text (json, NULL, sf_key_area_get_code (areas->pdata[i]));
  sf_json_end (json);
  sf_json_print (json);
}

static void
print_question (SfQuestion *question, guint number)
{
  const char *answer = sf_question_get_answer (question);

  sf_cli_print ("%u  %s\n   %s\n", number, question->text, question->ground);
  if (sf_question_is_withdrawn (question))
    sf_cli_print (_ ("   Withdrawn: %s\n"),
                  sf_question_decision_get_withdrawn (question->decision));
  if (answer != NULL && sf_question_is_stale (question))
    sf_cli_print (_ ("   Answered when the ground was another one, so not printed: %s\n"), answer);
  else if (answer != NULL)
    sf_cli_print (_ ("   Answered beforehand: %s\n"), answer);
}

gboolean
sf_cli_question_list (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) questions = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  questions = sf_question_list (cli->model, cli->evaluation, NULL, cli->today);
  if (as_json)
    print_json (cli, questions);
  for (guint i = 0; !as_json && i < questions->len; i++)
    print_question (questions->pdata[i], i + 1);
  return TRUE;
}

/* The question that the first word names; @list: (out): owns it */
static SfQuestion *
find_question (SfCli *cli, GPtrArray **list, GError **error)
{
  SfQuestion *question;

  *list = sf_question_list (cli->model, cli->evaluation, NULL, cli->today);
  question = sf_question_find (*list, cli->words[0]);
  if (question == NULL)
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                 _ ("There is no question “%s”: “question list” says which there are."),
                 cli->words[0]);
  return question;
}

static gboolean
settle_and_tell (SfCli *cli, SfQuestion *question, GError **error)
{
  return sf_cli_settle (cli, error) && sf_cli_done (cli, "%s", question->text);
}

gboolean
sf_cli_question_answer (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) list = NULL;
  SfQuestion *question;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  question = find_question (cli, &list, error);
  return question != NULL
         && sf_workbook_answer_question (cli->workbook, cli->evaluation, question, cli->words[1],
                                         error)
         && settle_and_tell (cli, question, error);
}

gboolean
sf_cli_question_withdraw (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) list = NULL;
  SfQuestion *question;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  question = find_question (cli, &list, error);
  return question != NULL
         && sf_workbook_withdraw_question (cli->workbook, cli->evaluation, question, cli->words[1],
                                           error)
         && settle_and_tell (cli, question, error);
}

gboolean
sf_cli_question_restore (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) list = NULL;
  SfQuestion *question;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  question = find_question (cli, &list, error);
  return question != NULL
         && sf_workbook_restore_question (cli->workbook, cli->evaluation, question, error)
         && settle_and_tell (cli, question, error);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-money.h"
#include "base/sf-text.h"
#include "cli/sf-cli.h"
#include "model/sf-plan.h"
#include "model/sf-target-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How the development plan is changed. */

static gboolean
settle_and_tell (SfCli *cli, SfAction *action, GError **error)
{
  g_autofree char *state = NULL;

  if (!sf_cli_settle (cli, error))
    return FALSE;
  state = sf_action_state_to_text (cli->model, action, cli->today);
  return sf_cli_done (cli, "%s: %s", sf_action_get_title (action), state);
}

gboolean
sf_cli_priority_add (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *objective = NULL;
  const GOptionEntry options[] = { { "objective", 'o', 0, G_OPTION_ARG_STRING, &objective,
                                     N_ ("What it is for"), N_ ("TEXT") },
                                   G_OPTION_ENTRY_NULL };
  SfPriority *priority;
  SfUuid uuid;

  if (!sf_cli_begin (cli, arguments, options, error)
      || !sf_workbook_add_priority (cli->workbook, cli->evaluation, cli->words[0], &uuid, error))
    return FALSE;
  priority = sf_cli_wait_for (cli, &uuid, error);
  return priority != NULL
         && sf_cli_set_text (cli, priority, SF_PRIORITY_OBJECTIVE, objective, error)
         && sf_cli_done (cli, "%s", sf_priority_get_title (priority));
}

/* --- adding, filling ---------------------------------------------------------------------------
 */

typedef struct
{
  char *lead;
  char *starts;
  char *due;
  char *no_date;
  char *cost;
  char *spent;
  char *money;
  char *criteria;
  char *progress;
  char *impact;
  char *title;
  char **statements;
  char **targets;
} Filling;

static void
filling_clear (Filling *self)
{
  char **texts[]
      = { &self->lead,  &self->starts,   &self->due,      &self->no_date, &self->cost, &self->spent,
          &self->money, &self->criteria, &self->progress, &self->impact,  &self->title };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_strfreev (self->statements);
  g_strfreev (self->targets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filling, filling_clear)

/* clang-format off */
#define FILLING_OPTIONS(asked) \
  { "lead", 'l', 0, G_OPTION_ARG_STRING, &asked.lead, N_ ("Who leads"), N_ ("WHO") }, \
      { "starts", 0, 0, G_OPTION_ARG_STRING, &asked.starts, N_ ("Its first day"), N_ ("DATE") }, \
      { "due", 0, 0, G_OPTION_ARG_STRING, &asked.due, N_ ("By when"), N_ ("DATE") }, \
      { "no-date",  0, 0, G_OPTION_ARG_STRING, &asked.no_date, N_ ("Why there is no date"), \
        N_ ("TEXT") }, \
      { "cost",       0, 0, G_OPTION_ARG_STRING, &asked.cost, \
        N_ ("What it shall cost, in pounds"), \
        N_ ("AMOUNT") }, \
      { "spent",      0, 0, G_OPTION_ARG_STRING, &asked.spent, N_ ("What was spent, in pounds"), \
        N_ ("AMOUNT") }, \
      { "money",    0, 0, G_OPTION_ARG_STRING, &asked.money, N_ ("Where the money comes from"), \
        N_ ("TEXT") }, \
      { "criteria", 'c', 0, G_OPTION_ARG_STRING, &asked.criteria, N_ ("How we shall know"), \
        N_ ("TEXT") }, \
      { "progress", 0, 0, G_OPTION_ARG_STRING, &asked.progress, N_ ("How far it is"), \
        N_ ("TEXT") }, \
      { "impact",   0, 0, G_OPTION_ARG_STRING, &asked.impact, N_ ("What difference it made"), \
        N_ ("TEXT") }, \
      { "statement", \
        's', \
        0, \
        G_OPTION_ARG_STRING_ARRAY, \
        &asked.statements, \
        N_ ("A statement it serves; may be given several times"), \
        N_ ("CODE") }, \
  { \
    "target", 't', 0, G_OPTION_ARG_STRING_ARRAY, &asked.targets, \
        N_ ("A target it serves; may be given several times"), N_ ("TITLE") \
  }
/* clang-format on */

static gboolean
link_targets (SfCli *cli, SfAction *action, Filling *asked, GError **error)
{
  for (guint i = 0; asked->targets != NULL && asked->targets[i] != NULL; i++)
    {
      SfTarget *target = sf_cli_find_target (cli, asked->targets[i], error);

      if (target == NULL
          || !sf_workbook_link_action_target (cli->workbook, action, target, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* In the order in which neither is wrong beside the other as it was. */
static gboolean
set_days (SfCli *cli, SfAction *action, Filling *asked, GError **error)
{
  g_autofree char *starts = NULL;
  const char *due = sf_action_get_due_on (action);
  gboolean due_first;

  if (!sf_cli_parse_date (asked->starts, &starts, error))
    return FALSE;
  due_first = starts != NULL && due != NULL && strcmp (starts, due) > 0;
  return (!due_first || sf_cli_set_date (cli, action, SF_ACTION_DUE_ON, asked->due, error))
         && sf_cli_set_date (cli, action, SF_ACTION_STARTS_ON, asked->starts, error)
         && (due_first || sf_cli_set_date (cli, action, SF_ACTION_DUE_ON, asked->due, error));
}

static gboolean
fill_action (SfCli *cli, SfAction *action, Filling *asked, GError **error)
{
  return sf_cli_set_text (cli, action, SF_ACTION_TITLE, asked->title, error)
         && sf_cli_set_text (cli, action, SF_ACTION_LEAD, asked->lead, error)
         && set_days (cli, action, asked, error)
         && sf_cli_set_text (cli, action, SF_ACTION_NO_DATE_REASON, asked->no_date, error)
         && (asked->cost == NULL
             || sf_workbook_set_money (cli->workbook, action, SF_ACTION_COST, asked->cost, error))
         && (asked->spent == NULL
             || sf_workbook_set_money (cli->workbook, action, SF_ACTION_SPENT, asked->spent, error))
         && sf_cli_set_text (cli, action, SF_ACTION_MONEY_SOURCE, asked->money, error)
         && sf_cli_set_text (cli, action, SF_ACTION_CRITERIA, asked->criteria, error)
         && sf_cli_set_text (cli, action, SF_ACTION_PROGRESS, asked->progress, error)
         && sf_cli_set_text (cli, action, SF_ACTION_IMPACT, asked->impact, error)
         && (asked->statements == NULL
             || sf_workbook_set_action_statements (cli->workbook, action,
                                                   (const char *const *)asked->statements, error))
         && link_targets (cli, action, asked, error);
}

static gboolean
check_money (const char *text, GError **error)
{
  gint64 pence;

  return sf_text_is_blank (text) || sf_money_parse (text, &pence, error);
}

static gboolean
check_served (SfCli *cli, Filling *asked, GError **error)
{
  for (guint i = 0; asked->statements != NULL && asked->statements[i] != NULL; i++)
    if (sf_cli_find_statement (cli, asked->statements[i], error) == NULL)
      return FALSE;
  for (guint i = 0; asked->targets != NULL && asked->targets[i] != NULL; i++)
    if (sf_cli_find_target (cli, asked->targets[i], error) == NULL)
      return FALSE;
  return TRUE;
}

/* Before anything is written: what is refused leaves nothing behind. */
static gboolean
check_filling (SfCli *cli, Filling *asked, GError **error)
{
  g_autofree char *starts = NULL, *due = NULL;

  if (asked->due != NULL && asked->no_date != NULL)
    return sf_cli_usage (cli, error, _ ("An action has a date or the reason for none, not both."));
  return sf_cli_parse_date (asked->starts, &starts, error)
         && sf_cli_parse_date (asked->due, &due, error) && sf_action_check_days (starts, due, error)
         && check_money (asked->cost, error) && check_money (asked->spent, error)
         && check_served (cli, asked, error);
}

gboolean
sf_cli_action_add (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Filling) asked = { 0 };
  const GOptionEntry options[] = { FILLING_OPTIONS (asked), G_OPTION_ENTRY_NULL };
  SfPriority *priority;
  SfAction *action;
  SfUuid uuid;

  if (!sf_cli_begin (cli, arguments, options, error) || !check_filling (cli, &asked, error))
    return FALSE;
  priority = sf_cli_find_priority (cli, cli->words[0], error);
  if (priority == NULL
      || !sf_workbook_add_action (cli->workbook, priority, cli->words[1], &uuid, error))
    return FALSE;
  action = sf_cli_wait_for (cli, &uuid, error);
  return action != NULL && fill_action (cli, action, &asked, error)
         && settle_and_tell (cli, action, error);
}

gboolean
sf_cli_action_change (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Filling) asked = { 0 };
  const GOptionEntry options[] = { { "title", 0, 0, G_OPTION_ARG_STRING, &asked.title,
                                     N_ ("What it shall be called"), N_ ("TEXT") },
                                   FILLING_OPTIONS (asked),
                                   G_OPTION_ENTRY_NULL };
  SfAction *action;

  if (!sf_cli_begin (cli, arguments, options, error) || !check_filling (cli, &asked, error))
    return FALSE;
  action = sf_cli_find_action (cli, cli->words[0], error);
  return action != NULL && fill_action (cli, action, &asked, error)
         && settle_and_tell (cli, action, error);
}

/* --- looking at one, ending it ------------------------------------------------------------------
 */

gboolean
sf_cli_action_review (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *on = NULL, *status = NULL, *comment = NULL, *by = NULL, *iso = NULL;
  const GOptionEntry options[]
      = { { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("When; otherwise today"), N_ ("DATE") },
          { "status", 's', 0, G_OPTION_ARG_STRING, &status,
            N_ ("on-track, at-risk, off-track, met or not-met"), N_ ("WORD") },
          { "comment", 'c', 0, G_OPTION_ARG_STRING, &comment, N_ ("What there is to say"),
            N_ ("TEXT") },
          { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("By whom"), N_ ("WHO") },
          G_OPTION_ENTRY_NULL };
  SfAction *action;

  if (!sf_cli_begin (cli, arguments, options, error) || !sf_cli_parse_date (on, &iso, error))
    return FALSE;
  action = sf_cli_find_action (cli, cli->words[0], error);
  return action != NULL
         && sf_workbook_review_action (cli->workbook, action, iso != NULL ? iso : cli->today,
                                       status, comment, by, NULL, error)
         && settle_and_tell (cli, action, error);
}

gboolean
sf_cli_action_done (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *on = NULL, *iso = NULL;
  const GOptionEntry options[]
      = { { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("When; otherwise today"), N_ ("DATE") },
          G_OPTION_ENTRY_NULL };
  SfAction *action;

  if (!sf_cli_begin (cli, arguments, options, error) || !sf_cli_parse_date (on, &iso, error))
    return FALSE;
  action = sf_cli_find_action (cli, cli->words[0], error);
  return action != NULL
         && sf_workbook_finish_action (cli->workbook, action, iso != NULL ? iso : cli->today, error)
         && settle_and_tell (cli, action, error);
}

gboolean
sf_cli_action_drop (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  SfAction *action;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  action = sf_cli_find_action (cli, cli->words[0], error);
  return action != NULL && sf_workbook_drop_action (cli->workbook, action, cli->words[1], error)
         && settle_and_tell (cli, action, error);
}

gboolean
sf_cli_action_reopen (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  SfAction *action;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  action = sf_cli_find_action (cli, cli->words[0], error);
  return action != NULL && sf_workbook_reopen_action (cli->workbook, action, error)
         && settle_and_tell (cli, action, error);
}

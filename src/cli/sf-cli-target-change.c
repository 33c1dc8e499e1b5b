/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What becomes of a target after it was set: changes with a reason, milestones, what it serves. */
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "cli/sf-cli.h"

#include <glib/gi18n-lib.h>

/* A date as the file holds it; other values as they are. (transfer full) */
static gboolean
read_value (SfTarget *target, guint column, const char *text, char **value, GError **error)
{
  if (SF_RECORD_GET_CLASS (target)->columns[column].type == SF_COLUMN_DATE)
    return sf_cli_parse_date (text, value, error);
  *value = g_strdup (text);
  return TRUE;
}

gboolean
sf_cli_target_change (SfCli *cli, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_field_edit_free);
  g_autofree char *because = NULL, *value = NULL;
  const GOptionEntry options[] = { { "because", 0, 0, G_OPTION_ARG_STRING, &because,
                                     N_ ("Why; shown with the target from now on"), N_ ("TEXT") },
                                   G_OPTION_ENTRY_NULL };
  SfTarget *target;
  guint column;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  target = sf_cli_find_target (cli, cli->words[0], error);
  if (target == NULL || !sf_cli_find_column (SF_RECORD (target), cli->words[1], &column, error)
      || !read_value (target, column, cli->words[2], &value, error))
    return FALSE;
  g_ptr_array_add (edits, sf_field_edit_new (target, column, value));
  return sf_workbook_change_target (cli->workbook, target, edits, because, error)
         && sf_cli_settle_and_tell (cli, target, error);
}

/* NULL if it has none of that title. */
static SfMilestone *
find_milestone (SfCli *cli, SfTarget *target, const char *title)
{
  g_autoptr (GPtrArray) milestones = sf_model_list_milestones (cli->model, target);

  for (guint i = 0; i < milestones->len; i++)
    if (g_strcmp0 (sf_milestone_get_title (milestones->pdata[i]), title) == 0)
      return milestones->pdata[i];
  return NULL;
}

static gboolean
require_milestone (SfMilestone *milestone, const char *title, GError **error)
{
  if (milestone != NULL)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("This target has no milestone “%s”."),
               title);
  return FALSE;
}

gboolean
sf_cli_target_milestone (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *due = NULL, *reached = NULL, *due_on = NULL, *reached_on = NULL, *title = NULL;
  gboolean remove = FALSE, done;
  const GOptionEntry options[] = {
    { "due", 0, 0, G_OPTION_ARG_STRING, &due, N_ ("By when; adds the milestone"), N_ ("DATE") },
    { "reached", 0, 0, G_OPTION_ARG_STRING, &reached, N_ ("When it was reached"), N_ ("DATE") },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &remove, N_ ("Take it away"), NULL },
    G_OPTION_ENTRY_NULL
  };
  SfMilestone *milestone;
  SfTarget *target;

  if (!sf_cli_begin (cli, arguments, options, error) || !sf_cli_parse_date (due, &due_on, error)
      || !sf_cli_parse_date (reached, &reached_on, error))
    return FALSE;
  target = sf_cli_find_target (cli, cli->words[0], error);
  if (target == NULL)
    return FALSE;
  title = sf_text_clean (cli->words[1]);
  milestone = find_milestone (cli, target, title);
  if ((remove || reached_on != NULL) && !require_milestone (milestone, cli->words[1], error))
    return FALSE;
  if (remove)
    done = sf_workbook_remove_milestone (cli->workbook, milestone, error);
  else if (reached_on != NULL)
    done = sf_workbook_reach_milestone (cli->workbook, milestone, reached_on, error);
  else if (milestone != NULL)
    done = sf_workbook_set_date (cli->workbook, milestone, SF_MILESTONE_DUE_ON, due_on, error);
  else
    done = sf_workbook_add_milestone (cli->workbook, target, title, due_on, NULL, error);
  return done && sf_cli_settle_and_tell (cli, target, error);
}

gboolean
sf_cli_target_serves (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  SfTarget *target;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  target = sf_cli_find_target (cli, cli->words[0], error);
  return target != NULL
         && sf_workbook_set_further_statements (cli->workbook, target, cli->words[1], error)
         && sf_cli_settle_and_tell (cli, target, error);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "model/sf-plan-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The development plan as it is told: what is in it, and what it comes to. How it is changed is in
 * sf-cli-action.c. */

static void
add_reviews (SfCli *cli, SfJson *json, SfAction *action)
{
  g_autoptr (GPtrArray) reviews = sf_plan_list_reviews (cli->model, action);

  sf_json_begin_list (json, "reviews");
  for (guint i = 0; i < reviews->len; i++)
    {
      SfActionReview *review = reviews->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "on", sf_action_review_get_reviewed_on (review));
      sf_json_add_text (json, "status", sf_action_review_get_status (review));
      sf_json_add_text (json, "comment", sf_action_review_get_comment (review));
      sf_json_add_text (json, "by", sf_action_review_get_reviewed_by (review));
      sf_json_end (json);
    }
  sf_json_end (json);
}

static void
add_served (SfCli *cli, SfJson *json, SfAction *action)
{
  g_autoptr (GPtrArray) statements = sf_plan_list_statements (cli->model, action);
  g_autoptr (GPtrArray) targets = sf_plan_list_targets (cli->model, action);

  sf_json_begin_list (json, "statements");
  for (guint i = 0; i < statements->len; i++)
    sf_json_add_text (json, NULL, sf_statement_get_code (statements->pdata[i]));
  sf_json_end (json);
  sf_json_begin_list (json, "targets");
  for (guint i = 0; i < targets->len; i++)
    sf_json_add_text (json, NULL, sf_target_get_title (targets->pdata[i]));
  sf_json_end (json);
}

static void
add_pence (SfJson *json, const char *key, gint64 pence)
{
  if (pence == SF_NULL_INT)
    sf_json_add_null (json, key);
  else
    sf_json_add_int (json, key, pence);
}

static void
add_action (SfCli *cli, SfJson *json, SfAction *action)
{
  SfActionState state = sf_action_get_state (cli->model, action, cli->today);
  SfPriority *priority = sf_plan_get_priority (cli->model, action);

  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "title", sf_action_get_title (action));
  sf_json_add_text (json, "priority", priority != NULL ? sf_priority_get_title (priority) : NULL);
  sf_json_add_text (json, "state", sf_action_state_get_id (state));
  sf_json_take_text (json, "state_text", sf_action_state_to_text (cli->model, action, cli->today));
  sf_json_add_text (json, "lead", sf_action_get_lead (action));
  sf_json_add_text (json, "starts_on", sf_action_get_starts_on (action));
  sf_json_add_text (json, "due_on", sf_action_get_due_on (action));
  sf_json_add_text (json, "no_date_reason", sf_action_get_no_date_reason (action));
  sf_json_add_int (json, "days_late", sf_action_get_days_late (action, cli->today));
  add_pence (json, "cost_pence", sf_action_get_cost (action));
  add_pence (json, "spent_pence", sf_action_get_spent (action));
  sf_json_add_int (json, "over_pence", sf_action_get_overspend (action));
  sf_json_add_text (json, "improvement", sf_action_get_improvement (action));
  sf_json_take_text (json, "review_due", sf_action_get_review_due (cli->model, action, cli->today));
  add_served (cli, json, action);
  add_reviews (cli, json, action);
  sf_json_end (json);
}

static void
print_action (SfCli *cli, SfAction *action)
{
  g_autofree char *state = sf_action_state_to_text (cli->model, action, cli->today);
  g_autofree char *when = sf_action_when_to_text (action);
  g_autofree char *money = sf_action_money_to_text (action);

  sf_cli_print ("%s\n  %s", sf_action_get_title (action), state);
  if (sf_action_get_due_on (action) != NULL)
    sf_cli_print (" · %s", when);
  if (sf_action_get_lead (action) != NULL)
    sf_cli_print (" · %s", sf_action_get_lead (action));
  if (money != NULL)
    sf_cli_print (" · %s", money);
  sf_cli_print ("\n");
}

static gboolean
parse_filter (SfCli *cli, const char *word, SfActionFilter *filter, GError **error)
{
  /* in the order of SfActionFilter */
  static const char *const words[] = { "all", "open", "late", "undated", "over", "ended" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (word == NULL || strcmp (word, words[i]) == 0)
      {
        *filter = (SfActionFilter)i;
        return TRUE;
      }
  return sf_cli_usage (cli, error, _ ("The filter is all, open, late, undated, over or ended."));
}

static int
compare_due (gconstpointer a, gconstpointer b, gpointer model)
{
  return sf_action_compare_due (model, *(SfAction **)a, *(SfAction **)b);
}

static void
print_actions (SfCli *cli, GPtrArray *actions, gboolean as_json)
{
  SfJson *json;

  if (!as_json)
    {
      for (guint i = 0; i < actions->len; i++)
        print_action (cli, actions->pdata[i]);
      return;
    }
  json = sf_json_new ();
  sf_json_begin_list (json, "actions");
  for (guint i = 0; i < actions->len; i++)
    add_action (cli, json, actions->pdata[i]);
  sf_json_print (json);
}

gboolean
sf_cli_plan_list (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *word = NULL;
  gboolean as_json = FALSE, by_due = FALSE;
  const GOptionEntry options[]
      = { { "filter", 'f', 0, G_OPTION_ARG_STRING, &word,
            N_ ("all, open, late, undated, over or ended"), N_ ("WORD") },
          { "by-due", 0, 0, G_OPTION_ARG_NONE, &by_due, N_ ("What is due first comes first"),
            NULL },
          { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  SfActionFilter filter = SF_ACTIONS_ALL;
  g_autoptr (GPtrArray) list = NULL;

  if (!sf_cli_begin (cli, arguments, options, error) || !parse_filter (cli, word, &filter, error))
    return FALSE;
  list = sf_plan_list_all_actions (cli->model, cli->evaluation);
  for (guint i = list->len; i > 0; i--)
    if (!sf_action_matches (cli->model, list->pdata[i - 1], filter, NULL, cli->today))
      g_ptr_array_remove_index (list, i - 1);
  if (by_due)
    g_ptr_array_sort_with_data (list, compare_due, cli->model);
  print_actions (cli, list, as_json);
  return TRUE;
}

static void
tell_totals (SfCli *cli, const char *title, GPtrArray *actions)
{
  g_autofree char *text = NULL;
  SfPlanTotals totals;

  sf_plan_count (cli->model, actions, cli->today, &totals);
  text = sf_plan_totals_to_text (&totals);
  sf_cli_print ("%s: %s\n", title, text);
}

gboolean
sf_cli_plan_status (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) priorities = NULL, all = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  priorities = sf_plan_list_priorities (cli->model, cli->evaluation);
  for (guint i = 0; i < priorities->len; i++)
    {
      g_autoptr (GPtrArray) actions = sf_plan_list_actions (cli->model, priorities->pdata[i]);

      tell_totals (cli, sf_priority_get_title (priorities->pdata[i]), actions);
    }
  all = sf_plan_list_all_actions (cli->model, cli->evaluation);
  tell_totals (cli, _ ("The plan"), all);
  return TRUE;
}

/* --- drafting ----------------------------------------------------------------------------------
 */

static void
print_lines (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      SfDraftLine *line = lines->pdata[i];

      sf_cli_print ("%u  %s  %s", i + 1, sf_statement_get_code (line->statement), line->text);
      if (line->taken != NULL)
        /* Translators: the title of the action that was made of a line */
        sf_cli_print (_ (" (in the plan as “%s”)"), sf_action_get_title (line->taken));
      sf_cli_print ("\n");
    }
}

/* The lines that the words after the priority name: by number, or by the code of their statement.
 */
static GPtrArray *
choose_lines (SfCli *cli, GPtrArray *lines, GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint w = 1; w < cli->n_words; w++)
    {
      guint64 number = g_ascii_strtoull (cli->words[w], NULL, 10);
      guint before = chosen->len;

      for (guint i = 0; i < lines->len; i++)
        {
          SfDraftLine *line = lines->pdata[i];
          gboolean by_code = strcmp (sf_statement_get_code (line->statement), cli->words[w]) == 0;

          if ((number == i + 1 || (by_code && line->taken == NULL))
              && !g_ptr_array_find (chosen, line, NULL))
            g_ptr_array_add (chosen, line);
        }
      if (chosen->len == before)
        {
          g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                       _ ("“%s” is neither the number of something to improve nor a statement with "
                          "something to improve that is not in the plan yet."),
                       cli->words[w]);
          return NULL;
        }
    }
  return g_steal_pointer (&chosen);
}

gboolean
sf_cli_plan_draft (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) lines = NULL, chosen = NULL;
  SfPriority *priority;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  lines = sf_plan_list_draft_lines (cli->model, cli->evaluation);
  if (cli->n_words == 0)
    {
      print_lines (lines);
      return TRUE;
    }
  priority = sf_cli_find_priority (cli, cli->words[0], error);
  if (priority == NULL)
    return FALSE;
  chosen = choose_lines (cli, lines, error);
  if (chosen == NULL
      || !sf_workbook_draft_actions (
          cli->workbook,
          &(SfPlanDraft){ .evaluation = cli->evaluation, .priority = priority, .lines = chosen },
          NULL, error)
      || !sf_cli_settle (cli, error))
    return FALSE;
  return sf_cli_done (cli,
                      g_dngettext (GETTEXT_PACKAGE, "%s: %u action drafted",
                                   "%s: %u actions drafted", chosen->len),
                      sf_priority_get_title (priority), chosen->len);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "model/sf-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Contributors and evaluations. */

gboolean
sf_cli_contributor_add (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *role = NULL, *kind = NULL;
  const GOptionEntry options[]
      = { { "role", 'r', 0, G_OPTION_ARG_STRING, &role, N_ ("What they do"), N_ ("TEXT") },
          { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind,
            N_ ("head, leadership, staff, partner, parents, governors or adviser"), N_ ("KIND") },
          G_OPTION_ENTRY_NULL };

  return sf_cli_begin (cli, arguments, options, error)
         && sf_workbook_add_contributor (cli->workbook, cli->words[0], role, kind, NULL, error)
         && sf_cli_done (cli, _ ("Added: %s"), cli->words[0]);
}

gboolean
sf_cli_contributor_list (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  GListModel *list;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  list = sf_model_get_list (cli->model, SF_TYPE_CONTRIBUTOR);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SfContributor) one = g_list_model_get_item (list, i);
      const char *role = sf_contributor_get_role (one);

      if (sf_contributor_get_retired_at (one) != SF_NULL_INT)
        continue;
      sf_cli_print ("%s · %s%s%s\n", sf_contributor_get_name (one),
                    sf_vocabulary_get_label (SF_VOCABULARY_CONTRIBUTOR_KIND,
                                             sf_contributor_get_kind (one)),
                    role != NULL ? " · " : "", role != NULL ? role : "");
    }
  return TRUE;
}

/* --- evaluations ---------------------------------------------------------------------------------
 */

static gboolean
parse_carry (SfCli *cli, const char *text, SfCarryFlags *carry, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  *carry = SF_CARRY_NOTHING;
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], "levels") == 0)
      *carry |= SF_CARRY_LEVELS;
    else if (strcmp (words[i], "evidence") == 0)
      *carry |= SF_CARRY_EVIDENCE;
    else
      return sf_cli_usage (cli, error, _ ("What is carried is levels, evidence, or both."));
  return TRUE;
}

/* The framework that is named; otherwise that of the evaluation before; otherwise the first. */
static SfFramework *
choose_framework (SfCli *cli, const char *id, SfEvaluation *after, GError **error)
{
  SfFramework *kept = after != NULL ? sf_model_get_framework (cli->model, after) : NULL;

  if (id == NULL && kept != NULL)
    return g_object_ref (kept);
  return sf_framework_find_shipped (id != NULL ? id : SF_FRAMEWORK_NATIONAL_STANDARDS_2007, error);
}

gboolean
sf_cli_evaluation_add (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *title = NULL, *starts = NULL, *ends = NULL, *id = NULL, *after = NULL;
  g_autofree char *carried = NULL, *first = NULL, *last = NULL, *name = NULL;
  const GOptionEntry options[]
      = { { "starts", 0, 0, G_OPTION_ARG_STRING, &starts, N_ ("Its first day"), N_ ("DATE") },
          { "ends", 0, 0, G_OPTION_ARG_STRING, &ends, N_ ("Its last day"), N_ ("DATE") },
          { "title", 't', 0, G_OPTION_ARG_STRING, &title, N_ ("Its name; otherwise its months"),
            N_ ("TITLE") },
          { "framework", 0, 0, G_OPTION_ARG_STRING, &id,
            N_ ("Against what; otherwise as the one before"), N_ ("ID") },
          { "after", 0, 0, G_OPTION_ARG_STRING, &after,
            N_ ("The evaluation before it; otherwise the latest"), N_ ("TITLE") },
          { "carry", 0, 0, G_OPTION_ARG_STRING, &carried,
            N_ ("What is taken over: levels, evidence, or both with a comma"), N_ ("WORDS") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (SfFramework) framework = NULL;
  SfEvaluation *before = NULL;
  SfCentre *centre;
  SfCarryFlags carry;

  if (!sf_cli_begin (cli, arguments, options, error) || !parse_carry (cli, carried, &carry, error))
    return FALSE;
  if (starts == NULL || ends == NULL)
    return sf_cli_usage (cli, error, _ ("Please give its first and its last day."));
  centre = sf_cli_find_centre (cli, error);
  if (centre == NULL || !sf_cli_parse_date (starts, &first, error)
      || !sf_cli_parse_date (ends, &last, error))
    return FALSE;
  before = after != NULL ? sf_cli_find_evaluation (cli, after, error)
                         : sf_model_get_latest_evaluation (cli->model, centre);
  if (after != NULL && before == NULL)
    return FALSE;
  framework = choose_framework (cli, id, before, error);
  name = title != NULL ? g_strdup (title) : sf_date_format_period (first, last);
  return framework != NULL
         && sf_workbook_add_evaluation (cli->workbook, centre, framework, name, first, last, before,
                                        carry, NULL, error)
         && sf_cli_done (cli, _ ("Added: %s"), name);
}

gboolean
sf_cli_evaluation_list (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) list = NULL;
  SfJson *json = NULL;
  SfCentre *centre;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  centre = sf_cli_find_centre (cli, error);
  if (centre == NULL)
    return FALSE;
  list = sf_model_list_evaluations (cli->model, centre);
  json = sf_json_new ();
  sf_json_begin_list (json, "evaluations");
  for (guint i = 0; i < list->len; i++)
    {
      SfEvaluation *one = list->pdata[i];
      gboolean closed = sf_evaluation_get_closed_at (one) != SF_NULL_INT;
      g_autofree char *period = sf_date_format_period (sf_evaluation_get_starts_on (one),
                                                       sf_evaluation_get_ends_on (one));

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "title", sf_evaluation_get_title (one));
      sf_json_add_text (json, "starts_on", sf_evaluation_get_starts_on (one));
      sf_json_add_text (json, "ends_on", sf_evaluation_get_ends_on (one));
      sf_json_add_boolean (json, "closed", closed);
      sf_json_end (json);
      if (!as_json)
        sf_cli_print ("%s · %s%s\n", sf_evaluation_get_title (one), period,
                      closed ? _ (" · closed") : "");
    }
  if (as_json)
    sf_json_print (json);
  else
    g_free (sf_json_free (json));
  return TRUE;
}

gboolean
sf_cli_evaluation_close (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };

  return sf_cli_begin (cli, arguments, options, error)
         && sf_workbook_close_evaluation (cli->workbook, cli->evaluation, error)
         && sf_cli_done (cli, _ ("Closed: %s"), sf_evaluation_get_title (cli->evaluation));
}

gboolean
sf_cli_evaluation_reopen (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };

  return sf_cli_begin (cli, arguments, options, error)
         && sf_workbook_reopen_evaluation (cli->workbook, cli->evaluation, error)
         && sf_cli_done (cli, _ ("Opened again: %s"), sf_evaluation_get_title (cli->evaluation));
}

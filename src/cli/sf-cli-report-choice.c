/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli-report.h"

#include <glib/gi18n-lib.h>

#include "base/sf-error.h"
#include "base/sf-text.h"
#include "cli/sf-json.h"
#include "model/sf-vocabulary.h"
#include "workbook/sf-workbook-report.h"

/* What audiences there are, and what the file keeps of what was chosen for one. */

/* --- the audiences ------------------------------------------------------------------------------
 */

static void
add_sections (SfJson *json, SfAudience audience)
{
  g_autoptr (GPtrArray) sections = sf_audience_list_sections (audience);

  sf_json_begin_list (json, "sections");
  for (guint i = 0; i < sections->len; i++)
    {
      const SfSectionInfo *info = sections->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "section", info->id);
      sf_json_add_text (json, "title", info->title);
      sf_json_add_boolean (json, "required", info->required);
      sf_json_add_boolean (json, "fixed_place", info->pinned);
      sf_json_end (json);
    }
  sf_json_end (json);
}

static void
add_audience (SfJson *json, SfAudience audience)
{
  guint most = sf_audience_get_max_pages (audience);

  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "audience", sf_audience_get_id (audience));
  sf_json_add_text (json, "name", sf_audience_get_name (audience));
  sf_json_add_text (json, "description", sf_audience_get_description (audience));
  if (most > 0)
    sf_json_add_int (json, "max_pages", most);
  else
    sf_json_add_null (json, "max_pages");
  sf_json_add_boolean (json, "confidential", sf_audience_is_confidential (audience));
  sf_json_add_boolean (json, "annex", sf_audience_has_annex (audience));
  add_sections (json, audience);
  sf_json_end (json);
}

static void
print_audience (SfAudience audience)
{
  g_autoptr (GPtrArray) sections = sf_audience_list_sections (audience);

  sf_cli_print ("%-22s %s\n", sf_audience_get_id (audience),
                sf_audience_get_description (audience));
  for (guint i = 0; i < sections->len; i++)
    {
      const SfSectionInfo *info = sections->pdata[i];

      sf_cli_print ("    %-18s %s%s\n", info->id, info->title,
                    info->required ? _ (" (always in it)") : "");
    }
}

gboolean
sf_cli_report_audiences (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("For a script, as JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  SfJson *json;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (!as_json)
    {
      for (guint i = 0; i < SF_N_AUDIENCES; i++)
        print_audience (i);
      return TRUE;
    }
  json = sf_json_new ();
  sf_json_begin_list (json, "audiences");
  for (guint i = 0; i < SF_N_AUDIENCES; i++)
    add_audience (json, i);
  sf_json_end (json);
  sf_json_print (json);
  return TRUE;
}

/* --- what is kept -------------------------------------------------------------------------------
 */

static void
print_as_json (const SfReportOptions *kept)
{
  SfJson *json = sf_json_new ();

  sf_json_add_text (json, "audience", sf_audience_get_id (kept->audience));
  sf_json_add_boolean (json, "annex", kept->annex);
  sf_json_add_boolean (json, "large_print", kept->large_print);
  sf_json_add_text (json, "covering_note", kept->covering_note);
  sf_json_add_text (json, "area", kept->area_code);
  sf_json_begin_list (json, "sections");
  for (guint i = 0; kept->sections != NULL && i < kept->sections->len; i++)
    {
      const SfSectionChoice *choice = kept->sections->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "section", choice->id);
      sf_json_add_boolean (json, "shown", choice->shown);
      sf_json_end (json);
    }
  sf_json_end (json);
  sf_json_begin_list (json, "statements");
  for (guint i = 0; kept->statements != NULL && i < kept->statements->len; i++)
    {
      const SfStatementChoice *choice = kept->statements->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "statement", choice->code);
      sf_json_add_text (json, "requirement", choice->requirement);
      sf_json_add_text (json, "assessed_by", choice->assessed_by);
      sf_json_end (json);
    }
  sf_json_end (json);
  sf_json_print (json);
}

static void
print_kept (const SfReportOptions *kept)
{
  sf_cli_print ("%s%s%s\n", sf_audience_get_name (kept->audience),
                kept->annex ? _ (", with the annex") : "",
                kept->large_print ? _ (", in large print") : "");
  if (kept->area_code != NULL)
    sf_cli_print (_ ("Key area: %s\n"), kept->area_code);
  for (guint i = 0; kept->sections != NULL && i < kept->sections->len; i++)
    {
      const SfSectionChoice *choice = kept->sections->pdata[i];

      sf_cli_print ("  %s%s\n", choice->id, choice->shown ? "" : _ (" (left out)"));
    }
  for (guint i = 0; kept->statements != NULL && i < kept->statements->len; i++)
    {
      const SfStatementChoice *choice = kept->statements->pdata[i];

      sf_cli_print ("  %-8s %s; %s\n", choice->code,
                    choice->requirement != NULL ? choice->requirement : "–",
                    choice->assessed_by != NULL ? choice->assessed_by : "–");
    }
  if (kept->covering_note != NULL)
    sf_cli_print ("%s\n", kept->covering_note);
}

gboolean
sf_cli_report_choices (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *word = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "audience", 'a', 0, G_OPTION_ARG_STRING, &word,
            N_ ("For whom; governors if it is left out"), N_ ("WORD") },
          { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("For a script, as JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_auto (SfReportOptions) kept = { 0 };
  SfAudience audience;

  if (!sf_cli_begin (cli, arguments, options, error)
      || !sf_cli_find_audience (cli, word, &audience, error))
    return FALSE;
  sf_report_options_init (&kept, cli->model, cli->evaluation, audience, cli->today);
  if (as_json)
    print_as_json (&kept);
  else
    print_kept (&kept);
  return TRUE;
}

/* --- choosing -----------------------------------------------------------------------------------
 */

typedef struct
{
  gboolean no_annex;
  gboolean no_large;
  gboolean usual;
  char **statements;
  char **dropped;
  char *required;
  char *assessed;
} Wish;

static void
wish_clear (Wish *self)
{
  g_strfreev (self->statements);
  g_strfreev (self->dropped);
  g_free (self->required);
  g_free (self->assessed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
set_switch (
    SfCli *cli, SfAudience audience, guint column, gboolean on, gboolean off, GError **error)
{
  return (!on && !off)
         || sf_workbook_set_report_switch (cli->workbook, cli->evaluation,
                                           sf_audience_get_id (audience), column, on, error);
}

static gboolean
set_sections (SfCli *cli, const SfReportOptions *chosen, GError **error)
{
  g_autofree SfReportPlace *places = NULL;
  guint n = chosen->sections != NULL ? chosen->sections->len : 0;

  places = g_new0 (SfReportPlace, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const SfSectionChoice *choice = chosen->sections->pdata[i];

      places[i] = (SfReportPlace){ choice->id, choice->shown };
    }
  return sf_workbook_set_report_sections (cli->workbook, cli->evaluation,
                                          sf_audience_get_id (chosen->audience), places, n, error);
}

/* Statements are named in capitals or not. */
static gboolean
choose_statements (SfCli *cli, SfAudience audience, const Wish *wish, GError **error)
{
  const char *id = sf_audience_get_id (audience);
  g_auto (GStrv) words = wish->assessed != NULL ? g_strsplit_set (wish->assessed, ", ", -1) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) assessed = NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  assessed = g_strv_builder_end (builder);
  for (guint i = 0; wish->statements != NULL && wish->statements[i] != NULL; i++)
    {
      SfStatement *statement = sf_cli_find_statement (cli, wish->statements[i], error);

      if (statement == NULL
          || !sf_workbook_choose_report_statement (cli->workbook, cli->evaluation, id,
                                                   sf_statement_get_code (statement),
                                                   wish->required, (const char *const *)assessed,
                                                   error))
        return FALSE;
    }
  for (guint i = 0; wish->dropped != NULL && wish->dropped[i] != NULL; i++)
    {
      SfStatement *statement = sf_cli_find_statement (cli, wish->dropped[i], error);

      if (statement == NULL
          || !sf_workbook_drop_report_statement (cli->workbook, cli->evaluation, id,
                                                 sf_statement_get_code (statement), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_wish (SfCli *cli,
            const SfCliReportWords *words,
            const Wish *wish,
            SfAudience audience,
            GError **error)
{
  if ((words->annex && wish->no_annex) || (words->large && wish->no_large)
      || (wish->usual && (words->sections != NULL || words->without != NULL)))
    return sf_cli_usage (cli, error, _ ("Two of these options say the opposite of each other."));
  if ((wish->statements != NULL || wish->dropped != NULL) && !sf_audience_has_statements (audience))
    return sf_cli_usage (cli, error,
                         _ ("Statements are chosen for job-description and "
                            "person-specification."));
  if ((wish->required != NULL || wish->assessed != NULL) && wish->statements == NULL)
    return sf_cli_usage (cli, error, _ ("--required and --assessed go with --statement."));
  return TRUE;
}

/* The texts: a note that is empty is taken away. */
static gboolean
set_texts (SfCli *cli, const SfCliReportWords *words, SfReportOptions *chosen, GError **error)
{
  const char *id = sf_audience_get_id (chosen->audience);

  if (words->note != NULL
      && !sf_workbook_set_report_text (cli->workbook, cli->evaluation, id,
                                       SF_REPORT_CHOICE_COVERING_NOTE, words->note, error))
    return FALSE;
  return words->area == NULL
         || sf_workbook_set_report_text (cli->workbook, cli->evaluation, id,
                                         SF_REPORT_CHOICE_AREA_CODE, chosen->area_code, error);
}

static gboolean
choose (SfCli *cli,
        const SfCliReportWords *words,
        const Wish *wish,
        SfReportOptions *chosen,
        GError **error)
{
  if (wish->usual)
    g_clear_pointer (&chosen->sections, g_ptr_array_unref);
  if (!sf_cli_take_report_words (cli, words, chosen, error)
      || !set_texts (cli, words, chosen, error)
      || !set_switch (cli, chosen->audience, SF_REPORT_CHOICE_ANNEX, words->annex, wish->no_annex,
                      error)
      || !set_switch (cli, chosen->audience, SF_REPORT_CHOICE_LARGE_PRINT, words->large,
                      wish->no_large, error))
    return FALSE;
  if ((wish->usual || words->sections != NULL || words->without != NULL)
      && !set_sections (cli, chosen, error))
    return FALSE;
  return choose_statements (cli, chosen->audience, wish, error);
}

gboolean
sf_cli_report_choose (SfCli *cli, char **arguments, GError **error)
{
  g_auto (SfCliReportWords) words = { 0 };
  g_auto (Wish) wish = { 0 };
  g_auto (SfReportOptions) chosen = { 0 };
  SfAudience audience;
  const GOptionEntry options[]
      = { SF_CLI_REPORT_OPTIONS (words),
          { "no-annex", 0, 0, G_OPTION_ARG_NONE, &wish.no_annex, N_ ("Without the annex"), NULL },
          { "no-large-print", 0, 0, G_OPTION_ARG_NONE, &wish.no_large, N_ ("In ordinary print"),
            NULL },
          { "usual", 0, 0, G_OPTION_ARG_NONE, &wish.usual, N_ ("All sections, in the usual order"),
            NULL },
          { "statement", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wish.statements,
            N_ ("A statement of a job description or a person specification"), N_ ("CODE") },
          { "required", 0, 0, G_OPTION_ARG_STRING, &wish.required, N_ ("essential or desirable"),
            N_ ("WORD") },
          { "assessed", 0, 0, G_OPTION_ARG_STRING, &wish.assessed,
            N_ ("How: application, interview, task, presentation, reference, certificate"),
            N_ ("WORDS") },
          { "drop", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wish.dropped,
            N_ ("A statement that is not chosen any more"), N_ ("CODE") },
          G_OPTION_ENTRY_NULL };

  if (!sf_cli_begin (cli, arguments, options, error)
      || !sf_cli_find_audience (cli, words.audience, &audience, error)
      || !check_wish (cli, &words, &wish, audience, error))
    return FALSE;
  sf_report_options_init (&chosen, cli->model, cli->evaluation, audience, cli->today);
  return choose (cli, &words, &wish, &chosen, error)
         && sf_cli_done (cli, _ ("Kept what was chosen for the report: %s"),
                         sf_audience_get_name (audience));
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli-performance.h"
#include "cli/sf-json.h"
#include "model/sf-performance-told.h"

#include <glib/gi18n-lib.h>

/* What is judged of the head, behind a lock. */

/* --- locking ------------------------------------------------------------------------------------
 */

/* What could not be cleaned makes the command fail: something is left of it. */
static gboolean
tell_report (SfCli *cli, SfErasureReport *report, GError **error)
{
  sf_cli_print_troubles (report);
  if (report->troubles->len == 0)
    return sf_cli_done (cli, _ ("Locked: what is judged of the head in %s"),
                        sf_evaluation_get_title (cli->evaluation));
  g_set_error_literal (error, SF_ERROR, SF_ERROR_IO,
                       _ ("It is locked, but may still be in the open in what is named above. That "
                          "is tried again at the next opening; or delete a backup that cannot be "
                          "mended."));
  return FALSE;
}

gboolean
sf_cli_performance_lock_head (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *name = NULL, *source = NULL;
  gboolean light = FALSE, yes = FALSE;
  const GOptionEntry options[]
      = { { "name", 0, 0, G_OPTION_ARG_STRING, &name,
            N_ ("The head’s name; otherwise as the centre has it"), N_ ("NAME") },
          SF_CLI_SECRET_OPTION ("passphrase-file", source,
                                N_ ("Where the head’s passphrase is: a file, - or fd:NUMBER")),
          { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Do it; otherwise only say what it would do"),
            NULL },
          SF_CLI_LIGHT_OPTION (light),
          G_OPTION_ENTRY_NULL };
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (SfSecret) passphrase = NULL;
  SfHeadWish wish = { 0 };

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (!yes)
    {
      sf_cli_print ("%s\n\n%s\n\n%s\n", sf_head_explain_locking (),
                    sf_performance_explain_forgetting (),
                    _ ("Nothing was done. To lock it, give the command again with --yes."));
      return TRUE;
    }
  wish.evaluation = cli->evaluation;
  wish.head = name != NULL
                  ? name
                  : sf_centre_get_head_name (sf_model_get_centre (cli->model, cli->evaluation));
  passphrase = sf_cli_read_secret (cli, source, _ ("The head’s passphrase"), error);
  if (passphrase == NULL)
    return FALSE;
  wish.passphrase = sf_cli_tell_secret (passphrase);
  wish.cost = sf_cli_cost (light);
  report = sf_workbook_lock_head_sync (cli->workbook, &wish, error);
  return report != NULL && tell_report (cli, report, error);
}

/* --- judging ------------------------------------------------------------------------------------
 */

static gboolean
judge (SfCli *cli,
       SfPerformanceRecord *record,
       SfStatement *statement,
       char *const *texts,
       GError **error)
{
  const char *code = sf_statement_get_code (statement);
  g_autofree char *number = NULL;
  gint64 level;

  if (!sf_cli_parse_level (texts[SF_JUDGED_LEVEL], sf_statement_get_scale (statement), &level,
                           error))
    return FALSE;
  if (level != SF_NULL_INT)
    number = g_strdup_printf ("%" G_GINT64_FORMAT, level);
  for (guint i = SF_JUDGED_LEVEL; i < SF_N_JUDGED_FIELDS; i++)
    if (texts[i] != NULL
        && !sf_workbook_judge_head (cli->workbook, record, code, i,
                                    i == SF_JUDGED_LEVEL ? number : texts[i], error))
      return FALSE;
  return sf_cli_settle (cli, error);
}

static SfPerformanceRecord *
unlock (SfCli *cli, const char *source, GError **error)
{
  SfPerformanceRecord *record = sf_workbook_find_head_record (cli->workbook, cli->evaluation);

  if (record == NULL)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                           _ ("What is judged of the head is not locked in this evaluation. It is "
                              "judged like all else."));
      return NULL;
    }
  return sf_cli_unlock_record (cli, record, source, error) ? record : NULL;
}

gboolean
sf_cli_performance_judge_head (SfCli *cli, char **arguments, GError **error)
{
  char *texts[SF_N_JUDGED_FIELDS] = { NULL };
  g_autofree char *source = NULL;
  const GOptionEntry options[]
      = { { "level", 'l', 0, G_OPTION_ARG_STRING, &texts[SF_JUDGED_LEVEL],
            N_ ("A level of the statement’s scale, by number or name; none takes it away"),
            N_ ("LEVEL") },
          { "strengths", 's', 0, G_OPTION_ARG_STRING, &texts[SF_JUDGED_STRENGTHS],
            N_ ("What is strong"), N_ ("TEXT") },
          { "improvements", 'i', 0, G_OPTION_ARG_STRING, &texts[SF_JUDGED_IMPROVEMENTS],
            N_ ("What to improve"), N_ ("TEXT") },
          { "difference", 'd', 0, G_OPTION_ARG_STRING, &texts[SF_JUDGED_DIFFERENCE],
            N_ ("What difference it made"), N_ ("TEXT") },
          { "not-applicable", 'n', 0, G_OPTION_ARG_STRING, &texts[SF_JUDGED_NOT_APPLICABLE],
            N_ ("It does not apply, and why"), N_ ("REASON") },
          SF_CLI_SECRET_OPTION ("passphrase-file", source,
                                N_ ("Where the head’s passphrase is: a file, - or fd:NUMBER")),
          G_OPTION_ENTRY_NULL };
  SfPerformanceRecord *record = NULL;
  SfStatement *statement = NULL;
  gboolean done;

  done = sf_cli_begin (cli, arguments, options, error)
         && (statement = sf_cli_find_statement (cli, cli->words[0], error)) != NULL
         && (record = unlock (cli, source, error)) != NULL
         && judge (cli, record, statement, texts, error)
         && sf_cli_done (cli, _ ("Sealed: %s"), sf_statement_get_code (statement));
  for (guint i = 0; i < SF_N_JUDGED_FIELDS; i++)
    g_free (texts[i]);
  return done;
}

/* --- showing ------------------------------------------------------------------------------------
 */

static void
print_one (SfCli *cli, SfPerformanceRecord *record, const SfPerformance *document, guint nth)
{
  const char *name = sf_performance_get_judged (document, nth, SF_JUDGED_NAME);

  sf_cli_print ("%s%s%s\n", sf_performance_get_judged (document, nth, SF_JUDGED_STATEMENT_CODE),
                name != NULL ? ", " : "", name != NULL ? name : "");
  for (guint i = SF_JUDGED_LEVEL; i < SF_N_JUDGED_FIELDS; i++)
    {
      g_autofree char *text = sf_performance_judged_to_text (cli->model, record, document, nth, i);

      if (text != NULL)
        sf_cli_print ("   %s: %s\n", sf_judged_field_get_label (i), text);
    }
}

static void
print_as_json (const SfPerformance *document)
{
  SfJson *json = sf_json_new ();

  sf_json_begin_list (json, "judged");
  for (guint i = 0; i < sf_performance_get_n_judged (document); i++)
    {
      sf_json_begin_object (json, NULL);
      for (guint k = 0; k < SF_N_JUDGED_FIELDS; k++)
        sf_json_add_text (json, sf_judged_field_get_id (k),
                          sf_performance_get_judged (document, i, k));
      sf_json_end (json);
    }
  sf_json_end (json);
  sf_json_print (json);
}

void
sf_cli_print_judged (SfCli *cli,
                     SfPerformanceRecord *record,
                     const SfPerformance *document,
                     gboolean as_json)
{
  if (as_json)
    {
      print_as_json (document);
      return;
    }
  for (guint i = 0; i < sf_performance_get_n_judged (document); i++)
    print_one (cli, record, document, i);
}

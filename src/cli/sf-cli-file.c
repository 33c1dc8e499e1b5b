/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "cli/sf-cli.h"
#include "workbook/sf-workbook-safety.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

/* --- new -----------------------------------------------------------------------------------------
 */

/* The year from April to March that today lies in, where the days are not given. */
static gboolean
decide_period (
    SfCli *cli, const char *starts, const char *ends, char **first, char **last, GError **error)
{
  int year = atoi (cli->today), month = atoi (cli->today + 5);

  if (starts == NULL && ends == NULL)
    {
      year -= month < 4 ? 1 : 0;
      *first = g_strdup_printf ("%04d-04-01", year);
      *last = g_strdup_printf ("%04d-03-31", year + 1);
      return TRUE;
    }
  if (starts == NULL || ends == NULL)
    return sf_cli_usage (cli, error, _ ("Please give the first and the last day, or neither."));
  return sf_cli_parse_date (starts, first, error) && sf_cli_parse_date (ends, last, error);
}

static gboolean
fill_file (SfCli *cli,
           const char *name,
           SfFramework *framework,
           const char *first,
           const char *last,
           GError **error)
{
  g_autofree char *title = sf_date_format_period (first, last);
  SfCentre *centre;
  SfUuid uuid;

  sf_workbook_set_beginning (cli->workbook, TRUE);
  if (!sf_workbook_add_centre (cli->workbook, name, &uuid, error))
    return FALSE;
  centre = sf_cli_wait_for (cli, &uuid, error);
  if (centre == NULL
      || !sf_workbook_add_evaluation (cli->workbook, centre, framework, title, first, last, NULL,
                                      SF_CARRY_NOTHING, NULL, error)
      || !sf_workbook_sync (cli->workbook, error))
    return FALSE;
  sf_workbook_set_beginning (cli->workbook, FALSE);
  return TRUE;
}

/* A file that was never finished is nobody's work. */
static void
take_back (SfCli *cli)
{
  sf_workbook_give_up (cli->workbook);
  if (!sf_workbook_close (cli->workbook, NULL))
    sf_workbook_give_up (cli->workbook);
  g_clear_object (&cli->workbook);
  sf_cli_sweep (cli->path);
  if (g_file_test (cli->path, G_FILE_TEST_EXISTS))
    sf_cli_say (_ ("An unfinished file was left behind."));
}

/* In a script the file stays open; otherwise it is made when it is closed. */
static gboolean
let_go (SfCli *cli, GError **error)
{
  if (cli->in_batch)
    return TRUE;
  if (!sf_workbook_close (cli->workbook, error))
    return FALSE;
  g_clear_object (&cli->workbook);
  return TRUE;
}

/* Whoever holds the lock of a file that is being made owns what lies there; otherwise we do. */
static gboolean
make_file (SfCli *cli, GError **error)
{
  g_autoptr (GError) local = NULL;

  cli->workbook = sf_workbook_create (cli->path, &local);
  if (cli->workbook != NULL)
    return TRUE;
  if (!g_error_matches (local, SF_ERROR, SF_ERROR_IN_USE))
    sf_cli_sweep (cli->path);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check_new (SfCli *cli, const char *name, GError **error)
{
  if (cli->workbook != NULL)
    return sf_cli_usage (cli, error, _ ("“new” stands at the beginning of a script."));
  if (name != NULL && !g_utf8_validate (name, -1, NULL))
    return sf_cli_usage (cli, error, _ ("The command line is not UTF-8."));
  if (sf_text_is_blank (name))
    return sf_cli_usage (cli, error, _ ("Please give the centre a name."));
  if (!sf_text_check_name (name, error))
    return FALSE;
  if (!g_file_test (cli->path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("There is a file %s already. It was left as it is."), cli->path);
  return FALSE;
}

gboolean
sf_cli_new (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *name = NULL, *id = NULL, *starts = NULL, *ends = NULL;
  g_autofree char *first = NULL, *last = NULL;
  const GOptionEntry options[]
      = { { "centre", 'c', 0, G_OPTION_ARG_STRING, &name, N_ ("What the centre is called"),
            N_ ("NAME") },
          { "framework", 0, 0, G_OPTION_ARG_STRING, &id,
            N_ ("Against what; otherwise the National Standards of 2007"), N_ ("ID") },
          { "starts", 0, 0, G_OPTION_ARG_STRING, &starts,
            N_ ("The evaluation’s first day; otherwise 1 April"), N_ ("DATE") },
          { "ends", 0, 0, G_OPTION_ARG_STRING, &ends,
            N_ ("The evaluation’s last day; otherwise 31 March"), N_ ("DATE") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (SfFramework) framework = NULL;

  if (!sf_cli_begin (cli, arguments, options, error) || !check_new (cli, name, error)
      || !decide_period (cli, starts, ends, &first, &last, error))
    return FALSE;
  framework
      = sf_framework_find_shipped (id != NULL ? id : SF_FRAMEWORK_NATIONAL_STANDARDS_2007, error);
  if (framework == NULL)
    return FALSE;
  if (!make_file (cli, error))
    return FALSE;
  sf_cli_take_model (cli);
  if (fill_file (cli, name, framework, first, last, error) && let_go (cli, error))
    {
      g_autofree char *period = sf_date_format_period (first, last);

      /* Translators: a file, the centre in it, the months of its evaluation */
      return sf_cli_done (cli, _ ("Made %s: %s, %s"), cli->path, name, period);
    }
  take_back (cli);
  return FALSE;
}

/* --- check
 * ----------------------------------------------------------------------------------------- */

static void
print_counts (guint judgements, guint files)
{
  /* Translators: "214 judgements, 37 files" */
  sf_cli_print (g_dngettext (GETTEXT_PACKAGE, "%u judgement", "%u judgements", judgements),
                judgements);
  sf_cli_print (", ");
  sf_cli_print (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", files), files);
}

/* What is not as it was written, and should not be. */
static void
print_erasures (SfCli *cli)
{
  GListModel *all = sf_model_get_list (cli->model, SF_TYPE_ERASURE);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SfErasure) erasure = g_list_model_get_item (all, i);
      g_autofree char *when = sf_date_format_instant (sf_erasure_get_erased_at (erasure));

      /* Translators: when, and why */
      sf_cli_print (_ ("Erased for data protection on %s: %s\n"), when,
                    sf_erasure_get_reason (erasure));
      if (sf_erasure_get_finished_at (erasure) == SF_NULL_INT)
        sf_cli_print ("%s\n", _ ("That is not finished: it goes on when the file is next opened to "
                                 "be written."));
    }
}

gboolean
sf_cli_check (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (SfCheckReport) report = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  report = sf_workbook_check_sync (cli->workbook, error);
  if (report == NULL)
    return FALSE;
  for (guint i = 0; i < report->problems->len; i++)
    sf_cli_print ("%s\n", (const char *)report->problems->pdata[i]);
  sf_cli_print ("%s", _ ("Checked: "));
  print_counts (report->judgements, report->files);
  sf_cli_print (g_dngettext (GETTEXT_PACKAGE, ", %u step", ", %u steps", report->steps),
                report->steps);
  sf_cli_print (".\n");
  print_erasures (cli);
  if (report->problems->len == 0)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_DAMAGED,
               g_dngettext (GETTEXT_PACKAGE,
                            "The centre file has %u problem. It was left as it is; keep it, and "
                            "open the newest backup.",
                            "The centre file has %u problems. It was left as it is; keep it, and "
                            "open the newest backup.",
                            report->problems->len),
               report->problems->len);
  return FALSE;
}

/* --- backup
 * ---------------------------------------------------------------------------------------- */

gboolean
sf_cli_backup (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (SfBackup) backup = NULL;
  g_autofree char *path = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  path = cli->n_words > 0 ? sf_cli_path (cli, cli->words[0]) : NULL;
  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                   _ ("There is a file “%s” already. It was left as it is."), path);
      return FALSE;
    }
  backup = sf_workbook_back_up_sync (cli->workbook, path, "asked", error);
  if (backup == NULL)
    return FALSE;
  if (cli->quiet)
    return TRUE;
  sf_cli_print ("%s\n%s", backup->path, backup->checked ? _ ("Checked: ") : _ ("Not checked: "));
  print_counts (backup->judgements, backup->files);
  sf_cli_print (".\n");
  return TRUE;
}

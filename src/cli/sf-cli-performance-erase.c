/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli-performance.h"

#include <glib/gi18n-lib.h>

/* Taking a record off the list, and erasing it for good. */

static gboolean
set_retired (SfCli *cli, char **arguments, gboolean retired, GError **error)
{
  g_auto (SfCliRecordOptions) which = { 0 };
  g_autofree char *name = NULL;
  const GOptionEntry options[]
      = { SF_CLI_FROM_OPTION (which), SF_CLI_PASSPHRASE_OPTION (which), G_OPTION_ENTRY_NULL };
  SfPerformanceRecord *record;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  record = sf_cli_find_performance (cli, cli->words[0], which.from, error);
  if (record == NULL || (retired && !sf_cli_unlock_record (cli, record, which.passphrase, error))
      || !sf_workbook_retire_performance (cli->workbook, record, retired, error))
    return FALSE;
  name = sf_cli_name_performance (record);
  return sf_cli_done (cli, retired ? _ ("Taken off the list: %s") : _ ("Back on the list: %s"),
                      name);
}

gboolean
sf_cli_performance_retire (SfCli *cli, char **arguments, GError **error)
{
  return set_retired (cli, arguments, TRUE, error);
}

gboolean
sf_cli_performance_restore (SfCli *cli, char **arguments, GError **error)
{
  return set_retired (cli, arguments, FALSE, error);
}

static gboolean
tell_what_would_be (SfPerformanceRecord *record)
{
  g_autofree char *name = sf_cli_name_performance (record);

  sf_cli_print (_ ("This would be erased for good: %s.\n"), name);
  sf_cli_print ("%s\n", _ ("Also from history and from every backup that Sixfold keeps. It cannot "
                           "be undone."));
  sf_cli_print ("%s\n", _ ("Nothing was done. To erase it, give the command again with --yes."));
  return TRUE;
}

void
sf_cli_print_troubles (const SfErasureReport *report)
{
  for (guint i = 0; i < report->troubles->len; i++)
    {
      SfErasureTrouble *trouble = report->troubles->pdata[i];

      sf_cli_print ("%s: %s\n", trouble->path, trouble->why);
    }
}

/* What could not be cleaned makes the command fail: something is left of it. */
static gboolean
tell_report (SfCli *cli, SfErasureReport *report, GError **error)
{
  sf_cli_print_troubles (report);
  if (report->troubles->len == 0)
    return sf_cli_done (cli, "%s", _ ("Erased: a record of performance management"));
  g_set_error_literal (error, SF_ERROR, SF_ERROR_IO,
                       _ ("It may still be in what is named above. It is tried again at the next "
                          "opening; or delete a backup that cannot be mended."));
  return FALSE;
}

gboolean
sf_cli_performance_erase (SfCli *cli, char **arguments, GError **error)
{
  g_auto (SfCliRecordOptions) which = { 0 };
  g_autofree char *reason = NULL, *by = NULL, *unopened = NULL;
  gboolean yes = FALSE;
  const GOptionEntry options[]
      = { SF_CLI_FROM_OPTION (which),
          SF_CLI_PASSPHRASE_OPTION (which),
          { "unopened", 0, 0, G_OPTION_ARG_STRING, &unopened,
            N_ ("Where no passphrase is left: the full name of the person, to destroy it without "
                "its being opened; stays in history, with the reason"),
            N_ ("NAME") },
          { "reason", 'r', 0, G_OPTION_ARG_STRING, &reason,
            N_ ("Why; stays on record, so name nobody in it"), N_ ("WHY") },
          { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("Who erases it; stays on record"),
            N_ ("NAME") },
          { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Do it; otherwise only say what it would do"),
            NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (SfErasureReport) report = NULL;
  SfPerformanceRecord *record;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (reason == NULL)
    return sf_cli_usage (cli, error, _ ("Please say why with --reason."));
  record = sf_cli_find_performance (cli, cli->words[0], which.from, error);
  if (record == NULL)
    return FALSE;
  if (!yes)
    return tell_what_would_be (record);
  if (unopened == NULL && !sf_cli_unlock_record (cli, record, which.passphrase, error))
    return FALSE;
  report = sf_workbook_erase_performance_sync (cli->workbook, record, reason, by, unopened, error);
  return report != NULL && tell_report (cli, report, error);
}

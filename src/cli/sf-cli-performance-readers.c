/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli-performance.h"

#include <glib/gi18n-lib.h>

/* Who may read a record. */

static gboolean
tell (SfCli *cli, SfPerformanceRecord *record)
{
  g_autofree char *name = sf_cli_name_performance (record);

  return sf_cli_done (cli, _ ("Changed who may read: %s"), name);
}

#define NEW_OPTION(place)                                                                          \
  SF_CLI_SECRET_OPTION ("new-passphrase-file", place, N_ ("Where the new passphrase is"))

gboolean
sf_cli_performance_passphrase (SfCli *cli, char **arguments, GError **error)
{
  g_auto (SfCliRecordOptions) which = { 0 };
  g_autofree char *source = NULL;
  gboolean light = FALSE;
  const GOptionEntry options[]
      = { SF_CLI_FROM_OPTION (which), SF_CLI_PASSPHRASE_OPTION (which), NEW_OPTION (source),
          SF_CLI_LIGHT_OPTION (light), G_OPTION_ENTRY_NULL };
  g_autoptr (SfSecret) old = NULL, fresh = NULL;
  SfPerformanceRecord *record;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  record = sf_cli_find_performance (cli, cli->words[0], which.from, error);
  if (record != NULL)
    old = sf_cli_read_secret (cli, which.passphrase, _ ("Passphrase until now"), error);
  if (old != NULL)
    fresh = sf_cli_read_secret (cli, source, _ ("New passphrase"), error);
  return fresh != NULL
         && sf_workbook_change_passphrase_sync (cli->workbook, record, sf_cli_tell_secret (old),
                                                sf_cli_tell_secret (fresh), sf_cli_cost (light),
                                                error)
         && tell (cli, record);
}

gboolean
sf_cli_performance_let_read (SfCli *cli, char **arguments, GError **error)
{
  g_auto (SfCliRecordOptions) which = { 0 };
  g_autofree char *source = NULL;
  gboolean light = FALSE;
  const GOptionEntry options[]
      = { SF_CLI_FROM_OPTION (which), SF_CLI_PASSPHRASE_OPTION (which), NEW_OPTION (source),
          SF_CLI_LIGHT_OPTION (light), G_OPTION_ENTRY_NULL };
  g_autoptr (SfSecret) theirs = NULL;
  SfPerformanceRecord *record;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  record = sf_cli_unlock (cli, &which, error);
  if (record != NULL)
    theirs = sf_cli_read_secret (cli, source, _ ("Their passphrase"), error);
  return theirs != NULL
         && sf_workbook_let_read_sync (cli->workbook, record, cli->words[1],
                                       sf_cli_tell_secret (theirs), sf_cli_cost (light), error)
         && tell (cli, record);
}

/* --- withdrawing -------------------------------------------------------------------------------
 */

/* Those of all who remain, from as many sources. (element-type SfSecret) */
static GPtrArray *
read_remaining (SfCli *cli, char **sources, GError **error)
{
  g_autoptr (GPtrArray) secrets = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_secret_unref);

  for (char **source = sources; source != NULL && *source != NULL; source++)
    {
      SfSecret *secret = sf_cli_read_secret (cli, *source, "", error);

      if (secret == NULL)
        return NULL;
      g_ptr_array_add (secrets, secret);
    }
  if (secrets->len > 0)
    return g_steal_pointer (&secrets);
  sf_cli_usage (cli, error,
                _ ("Everybody who goes on reading has to give their passphrase: please write "
                   "--passphrase-file once for each."));
  return NULL;
}

gboolean
sf_cli_performance_withdraw (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *from = NULL;
  g_auto (GStrv) sources = NULL;
  gboolean light = FALSE;
  const GOptionEntry options[]
      = { { "from", 0, 0, G_OPTION_ARG_STRING, &from,
            N_ ("The cycle’s first day; otherwise the latest"), N_ ("DATE") },
          { "passphrase-file", 0, 0, G_OPTION_ARG_STRING_ARRAY, &sources,
            N_ ("Where a passphrase is of who goes on reading; once for each"), N_ ("FILE") },
          SF_CLI_LIGHT_OPTION (light),
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) secrets = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  SfPerformanceRecord *record;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  record = sf_cli_find_performance (cli, cli->words[0], from, error);
  if (record != NULL)
    secrets = read_remaining (cli, sources, error);
  if (secrets == NULL)
    return FALSE;
  for (guint i = 0; i < secrets->len; i++)
    g_ptr_array_add (texts, (gpointer)sf_cli_tell_secret (secrets->pdata[i]));
  g_ptr_array_add (texts, NULL);
  return (sf_workbook_is_unlocked (cli->workbook, record)
          || sf_workbook_unlock_performance_sync (cli->workbook, record, texts->pdata[0], error))
         && sf_workbook_withdraw_reader_sync (cli->workbook, record, cli->words[1],
                                              (const char *const *)texts->pdata,
                                              sf_cli_cost (light), error)
         && tell (cli, record);
}

/* --- the employer's key ------------------------------------------------------------------------
 */

gboolean
sf_cli_performance_recover (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *from = NULL, *key_source = NULL, *source = NULL;
  gboolean light = FALSE;
  const GOptionEntry options[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("The cycle’s first day; otherwise the latest"),
      N_ ("DATE") },
    SF_CLI_SECRET_OPTION ("recovery-file", key_source,
                          N_ ("Where the employer’s recovery key is: a file, - or fd:NUMBER")),
    NEW_OPTION (source),
    SF_CLI_LIGHT_OPTION (light),
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (SfSecret) key = NULL, fresh = NULL;
  SfPerformanceRecord *record;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  record = sf_cli_find_performance (cli, cli->words[0], from, error);
  if (record != NULL)
    key = sf_cli_read_secret (cli, key_source, _ ("The employer’s recovery key"), error);
  if (key != NULL)
    fresh = sf_cli_read_secret (cli, source, _ ("New passphrase"), error);
  return fresh != NULL
         && sf_workbook_recover_performance_sync (cli->workbook, record, sf_cli_tell_secret (key),
                                                  cli->words[1], sf_cli_tell_secret (fresh),
                                                  sf_cli_cost (light), error)
         && tell (cli, record);
}

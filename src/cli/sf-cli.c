/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "workbook/sf-workbook-shown.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

G_DEFINE_QUARK (sf - cli - error - quark, sf_cli_error)

/* --- what is said ------------------------------------------------------------------------------
 */

void
sf_cli_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (stdout, format, arguments);
  va_end (arguments);
}

void
sf_cli_say (const char *sentence)
{
  fprintf (stderr, "%s: %s\n", SF_CLI_NAME, sentence);
}

gboolean
sf_cli_done (SfCli *cli, const char *format, ...)
{
  va_list arguments;

  g_free (cli->said);
  va_start (arguments, format);
  cli->said = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* A title may hold anything; what is said is one line. */
  for (char *p = cli->said; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return TRUE;
}

gboolean
sf_cli_settle (SfCli *cli, GError **error)
{
  return cli->workbook == NULL || sf_workbook_sync (cli->workbook, error);
}

void
sf_cli_note_shown (SfCli *cli, GPtrArray *shown, const char *way)
{
  g_autoptr (GError) error = NULL;

  if (!sf_workbook_note_shown_sync (cli->workbook, shown, way, &error))
    sf_cli_say (error->message);
}

gboolean
sf_cli_usage (SfCli *cli, GError **error, const char *sentence)
{
  if (cli->command != NULL)
    /* Translators: what is wrong, then the command to type for help */
    g_set_error (error, SF_CLI_ERROR, SF_CLI_ERROR_USAGE, _ ("%s See “%s %s --help”."), sentence,
                 SF_CLI_NAME, cli->command->name);
  else
    g_set_error (error, SF_CLI_ERROR, SF_CLI_ERROR_USAGE, _ ("%s See “%s --help”."), sentence,
                 SF_CLI_NAME);
  return FALSE;
}

static SfCliExit
exit_for_code (int code)
{
  switch (code)
    {
    case SF_ERROR_INVALID:
    case SF_ERROR_NOT_FOUND:
    case SF_ERROR_TOO_LARGE:
      return SF_CLI_EXIT_INVALID;
    case SF_ERROR_IN_USE:
      return SF_CLI_EXIT_IN_USE;
    case SF_ERROR_DAMAGED:
      return SF_CLI_EXIT_DAMAGED;
    case SF_ERROR_NOT_OURS:
    case SF_ERROR_TOO_NEW:
    case SF_ERROR_HOSTILE:
      return SF_CLI_EXIT_NOT_OURS;
    case SF_ERROR_READ_ONLY:
    case SF_ERROR_NO_SPACE:
      return SF_CLI_EXIT_NO_WRITING;
    default:
      return SF_CLI_EXIT_FAILED;
    }
}

SfCliExit
sf_cli_exit_for (const GError *error)
{
  if (error == NULL || g_error_matches (error, SF_CLI_ERROR, SF_CLI_ERROR_HELPED))
    return SF_CLI_EXIT_DONE;
  if (error->domain == SF_CLI_ERROR)
    return SF_CLI_EXIT_USAGE;
  return error->domain == SF_ERROR ? exit_for_code (error->code) : SF_CLI_EXIT_FAILED;
}

/* --- options and words -------------------------------------------------------------------------
 */

static gboolean
takes_file (SfCli *cli)
{
  return cli->command->access != SF_CLI_NO_FILE && !cli->in_batch;
}

static gboolean
needs_evaluation (const SfCommand *command)
{
  return command->access == SF_CLI_READS || command->access == SF_CLI_WRITES;
}

static char *
make_synopsis (SfCli *cli)
{
  const SfCommand *command = cli->command;

  return g_strconcat (command->name, takes_file (cli) ? " " : "",
                      takes_file (cli) ? _ ("FILE") : "", command->words != NULL ? " " : "",
                      command->words, NULL);
}

/* GLib leaves the "--" that ends the options where a word after it begins with a hyphen. */
static void
drop_separator (char **words)
{
  guint n = g_strv_length (words);

  for (guint i = 0; i < n; i++)
    if (strcmp (words[i], "--") == 0)
      {
        g_free (words[i]);
        memmove (words + i, words + i + 1, (n - i) * sizeof (char *));
        return;
      }
}

static gboolean
parse_options (
    SfCli *cli, char **arguments, const GOptionEntry *options, char **evaluation, GError **error)
{
  gboolean help = FALSE, quiet = FALSE;
  const GOptionEntry evaluation_options[]
      = { { "evaluation", 'e', 0, G_OPTION_ARG_STRING, evaluation,
            N_ ("The evaluation that is meant, by its title; otherwise the latest"), N_ ("TITLE") },
          G_OPTION_ENTRY_NULL };
  const GOptionEntry help_options[]
      = { { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Do not say what was done"), NULL },
          { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autofree char *synopsis = make_synopsis (cli);
  g_autoptr (GOptionContext) context = g_option_context_new (synopsis);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) line = NULL;
  g_autoptr (GError) local = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (cli->command->summary));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (needs_evaluation (cli->command))
    g_option_context_add_main_entries (context, evaluation_options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_options, GETTEXT_PACKAGE);
  g_strv_builder_add (builder, SF_CLI_NAME);
  g_strv_builder_addv (builder, (const char **)arguments);
  line = g_strv_builder_end (builder);
  if (!g_option_context_parse_strv (context, &line, &local))
    {
      g_autofree char *sentence = g_strdup_printf ("%s.", local->message);
      return sf_cli_usage (cli, error, sentence);
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, FALSE, NULL);
      sf_cli_print ("%s", text);
      g_set_error_literal (error, SF_CLI_ERROR, SF_CLI_ERROR_HELPED, "");
      return FALSE;
    }
  cli->quiet = quiet;
  g_strfreev (cli->words);
  cli->words = g_strdupv (line + 1);
  drop_separator (cli->words);
  return TRUE;
}

/* Counts what is left after the options; the first is the file, except in a batch. */
static gboolean
take_words (SfCli *cli, GError **error)
{
  guint n = g_strv_length (cli->words);
  guint first = takes_file (cli) ? 1 : 0;

  for (guint i = 0; i < n; i++)
    if (!g_utf8_validate (cli->words[i], -1, NULL) && i >= first)
      return sf_cli_usage (cli, error, _ ("The command line is not UTF-8."));
  if (n < first + cli->command->n_least
      || (cli->command->n_most >= 0 && n > first + cli->command->n_most))
    {
      g_autofree char *synopsis = make_synopsis (cli);
      g_autofree char *sentence = g_strdup_printf (_ ("Please write: %s."), g_strstrip (synopsis));
      return sf_cli_usage (cli, error, sentence);
    }
  if (first == 1)
    {
      g_free (cli->path);
      cli->path = g_strdup (cli->words[0]);
      g_free (cli->words[0]);
      memmove (cli->words, cli->words + 1, n * sizeof (char *));
      n--;
    }
  cli->n_words = n;
  return TRUE;
}

/* --- the file -------------------------------------------------------------------------------- */

/* The model changes when a step is on disk, not before. */
static void
on_model_changed_cb (SfCli *cli)
{
  cli->n_steps++;
}

void
sf_cli_take_model (SfCli *cli)
{
  cli->model = sf_workbook_get_model (cli->workbook);
  g_signal_connect_swapped (cli->model, "changed", G_CALLBACK (on_model_changed_cb), cli);
  g_signal_connect (cli->workbook, "erased", G_CALLBACK (sf_cli_tell_resumed), cli);
}

static gboolean
open_file (SfCli *cli, GError **error)
{
  gboolean writes = cli->command->access == SF_CLI_WRITES
                    || cli->command->access == SF_CLI_WRITES_WHOLE || cli->in_batch;

  if (cli->workbook != NULL)
    return TRUE;
  cli->workbook = sf_workbook_open (cli->path, writes ? SF_OPEN_DEFAULT : SF_OPEN_FALL_BACK, error);
  if (cli->workbook == NULL)
    return FALSE;
  sf_cli_take_model (cli);
  return TRUE;
}

static gboolean
find_evaluation (SfCli *cli, const char *title, GError **error)
{
  cli->evaluation = title != NULL ? sf_cli_find_evaluation (cli, title, error)
                                  : sf_model_get_latest_evaluation (cli->model, NULL);
  if (cli->evaluation == NULL && title == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                         _ ("There is no evaluation in this file yet."));
  if (cli->evaluation == NULL)
    return FALSE;
  if (sf_model_get_framework (cli->model, cli->evaluation) != NULL)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                       _ ("The framework that is kept in this file cannot be read."));
  return FALSE;
}

gboolean
sf_cli_begin (SfCli *cli, char **arguments, const GOptionEntry *options, GError **error)
{
  g_autofree char *evaluation = NULL;

  if (!parse_options (cli, arguments, options, &evaluation, error) || !take_words (cli, error))
    return FALSE;
  g_free (cli->today);
  cli->today = sf_clock_today ();
  cli->evaluation = NULL;
  if (cli->command->access == SF_CLI_NO_FILE || cli->command->access == SF_CLI_MAKES)
    return TRUE;
  if (!open_file (cli, error))
    return FALSE;
  return !needs_evaluation (cli->command) || find_evaluation (cli, evaluation, error);
}

gpointer
sf_cli_wait_for (SfCli *cli, const SfUuid *uuid, GError **error)
{
  gpointer record;

  if (!sf_workbook_sync (cli->workbook, error))
    return NULL;
  record = sf_model_find (cli->model, uuid);
  if (record == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_FAILED, _ ("What was added is not there."));
  return record;
}

char *
sf_cli_path (SfCli *cli, const char *path)
{
  if (cli->folder == NULL || g_path_is_absolute (path))
    return g_strdup (path);
  return g_build_filename (cli->folder, path, NULL);
}

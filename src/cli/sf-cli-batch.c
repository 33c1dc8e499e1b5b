/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "cli/sf-cli-script.h"
#include "cli/sf-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Between two commands of a script whose clock stands still, so that history has an order. */
#define STEP_MS 60000

typedef struct
{
  SfCli cli;
  gint64 clock; /* 0: the real one */
  guint n_done; /* commands */
} Batch;

/* "at 2026-04-12" or "at 2026-04-12T14:30": what the clock says from here. */
static gboolean
set_clock (Batch *batch, char **words, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *full = NULL;

  if (words[1] != NULL && words[2] == NULL)
    {
      full = g_strconcat (words[1], strchr (words[1], 'T') != NULL ? ":00" : "T10:00:00", NULL);
      when = g_date_time_new_from_iso8601 (full, zone);
    }
  if (when == NULL)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("Write a day, like “at 2026-04-12”, or “at 2026-04-12T14:30”."));
      return FALSE;
    }
  batch->clock = g_date_time_to_unix (when) * 1000;
  sf_clock_set_for_test (batch->clock);
  return TRUE;
}

/* A clock that a script moves makes no daily backups: nobody worked on those days. What makes them
 * hears of changes by the model. */
static void
still_backups (SfCli *cli)
{
  g_signal_handlers_block_matched (cli->model, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                   cli->workbook);
}

static gboolean
run_line (Batch *batch, char **words, GError **error)
{
  gboolean opened;

  if (strcmp (words[0], "at") == 0)
    return set_clock (batch, words, error);
  opened = batch->cli.workbook != NULL;
  if (!sf_cli_run (&batch->cli, words, error))
    return FALSE;
  if (!opened && batch->cli.workbook != NULL && batch->clock != 0)
    still_backups (&batch->cli);
  batch->n_done++;
  if (batch->clock != 0)
    sf_clock_set_for_test (batch->clock += STEP_MS);
  return TRUE;
}

static gboolean
run_script (Batch *batch, const char *name, const char *text, GError **error)
{
  guint number = 1;

  for (;;)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (SfScriptLine) line = sf_script_next (&text, &number, &local);

      if (line == NULL && local == NULL)
        return TRUE;
      if (line != NULL
          && (run_line (batch, line->words, &local)
              || g_error_matches (local, SF_CLI_ERROR, SF_CLI_ERROR_HELPED)))
        continue;
      g_propagate_prefixed_error (error, g_steal_pointer (&local), "%s:%u: ", name,
                                  line != NULL ? line->number : number);
      return FALSE;
    }
}

static gboolean
close_file (SfCli *cli, GError **error)
{
  gboolean closed = cli->workbook == NULL || sf_workbook_close (cli->workbook, error);

  if (closed)
    g_clear_object (&cli->workbook);
  return closed;
}

/* The file appears under its name when the whole script went well. */
static gboolean
put_in_place (const char *part, const char *path, GError **error)
{
  if (g_rename (part, path) == 0)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_IO, _ ("%s could not be put in its place: %s."), path,
               g_strerror (errno));
  return FALSE;
}

static char *
lock_beside (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.lock", name);

  return g_build_filename (folder, hidden, NULL);
}

/* What an unfinished file leaves beside itself; it is ours alone. */
void
sf_cli_sweep (const char *part)
{
  g_autofree char *lock = lock_beside (part);
  g_autofree char *journal = g_strconcat (part, "-journal", NULL);
  const char *left[] = { part, lock, journal };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    if (g_unlink (left[i]) != 0 && errno != ENOENT)
      g_debug ("%s stays: %s", left[i], g_strerror (errno));
}

static char *
read_script (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, &local))
    g_set_error (error, SF_ERROR,
                 g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? SF_ERROR_NOT_FOUND
                                                                           : SF_ERROR_IO,
                 _ ("The script could not be read: %s."), local->message);
  else if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("The script %s is not UTF-8."), path);
      g_clear_pointer (&text, g_free);
    }
  return text;
}

gboolean
sf_cli_batch (SfCli *cli, char **arguments, GError **error)
{
  gboolean replace = FALSE;
  const GOptionEntry options[]
      = { { "replace", 0, 0, G_OPTION_ARG_NONE, &replace,
            N_ ("Make the file anew; one that is there stays unless all goes well"), NULL },
          G_OPTION_ENTRY_NULL };
  Batch batch = { 0 };
  g_autofree char *text = NULL, *part = NULL;
  gboolean good;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  text = read_script (cli->words[0], error);
  if (text == NULL)
    return FALSE;
  part = replace ? g_strconcat (cli->path, ".part", NULL) : NULL;
  if (replace)
    sf_cli_sweep (part);
  batch.cli.path = g_strdup (replace ? part : cli->path);
  batch.cli.folder = g_path_get_dirname (cli->words[0]);
  batch.cli.in_batch = TRUE;
  good = run_script (&batch, cli->words[0], text, error);
  good = close_file (&batch.cli, good ? error : NULL) && good;
  sf_cli_clear (&batch.cli);
  sf_clock_set_for_test (0);
  if (good && replace)
    good = put_in_place (part, cli->path, error);
  if (replace)
    sf_cli_sweep (part);
  return good
         && sf_cli_done (cli,
                         g_dngettext (GETTEXT_PACKAGE, "%s: %u command done",
                                      "%s: %u commands done", batch.n_done),
                         cli->path, batch.n_done);
}

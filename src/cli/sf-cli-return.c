/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli-performance.h"
#include "cli/sf-json.h"
#include "exchange/sf-csv.h"
#include "exchange/sf-return-counts.h"
#include "workbook/sf-workbook-safety.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Exact counts for the authority, sealed by the centre and opened by the authority. */

/* --- the authority's key ---------------------------------------------------------------------- */

static gboolean
write_all (int fd, const guint8 *data, gsize size)
{
  while (size > 0)
    {
      ssize_t done = write (fd, data, size);

      if (done < 0 && errno == EINTR)
        continue;
      if (done <= 0)
        return FALSE;
      data += done;
      size -= (gsize)done;
    }
  return TRUE;
}

/* For its owner alone; a key that lies there is never written over. */
static gboolean
write_private (const char *path, SfSecret *key, GError **error)
{
  g_autoptr (SfSecret) text = sf_recovery_to_text (key);
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int number = errno;
  gboolean done = fd >= 0 && write_all (fd, sf_secret_get_data (text), sf_secret_get_size (text))
                  && write_all (fd, (const guint8 *)"\n", 1) && fsync (fd) == 0;

  if (fd >= 0 && !done)
    number = errno;
  if (fd >= 0)
    close (fd);
  if (!done)
    g_set_error (error, SF_ERROR, number == EEXIST ? SF_ERROR_INVALID : SF_ERROR_IO,
                 _ ("The private key could not be written to %s: %s. No key was made."), path,
                 g_strerror (number));
  return done;
}

gboolean
sf_cli_return_key (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (SfSecret) key = NULL;
  g_autoptr (GBytes) public_half = NULL;
  g_autofree char *path = NULL, *line = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  path = sf_cli_path (cli, cli->words[0]);
  key = sf_recovery_new ();
  public_half = sf_recovery_get_public (key);
  line = sf_return_key_to_line (public_half);
  if (!write_private (path, key, error))
    return FALSE;
  sf_cli_print ("%s\n", line);
  return TRUE;
}

/* --- sealing ---------------------------------------------------------------------------------- */

gboolean
sf_cli_return_seal (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  path = sf_cli_path (cli, cli->words[0]);
  file = g_file_new_for_path (path);
  return sf_workbook_check_output (cli->workbook, path, error)
         && sf_return_counts_write (cli->model, cli->evaluation, cli->today, file, error)
         && sf_cli_done (cli, _ ("Sealed: %s"), path);
}

/* --- opening ---------------------------------------------------------------------------------- */

static void
add_row (SfJson *json, SfCsvRow *row)
{
  sf_json_begin_object (json, NULL);
  for (guint i = 0; i < SF_RETURN_N_COLUMNS; i++)
    {
      g_autofree char *key = g_ascii_strdown (sf_return_column_get_title (i), -1);
      const char *cell = row->cells->pdata[i];

      g_strdelimit (key, " ", '_');
      if (*cell == '\0')
        sf_json_add_null (json, key);
      else if (i == SF_RETURN_COUNT || i == SF_RETURN_OUT_OF)
        sf_json_add_int (json, key, g_ascii_strtoll (cell, NULL, 10));
      else if (i == SF_RETURN_VALUE)
        sf_json_add_number (json, key, g_ascii_strtod (cell, NULL));
      else
        sf_json_add_text (json, key, cell);
    }
  sf_json_end (json);
}

static char *
to_json (SfReturnCounts *counts)
{
  SfJson *json = sf_json_new ();

  sf_json_add_text (json, "centre_id", counts->centre_id);
  sf_json_add_text (json, "centre", counts->centre);
  sf_json_add_text (json, "evaluation", counts->evaluation);
  sf_json_add_text (json, "from", counts->from);
  sf_json_add_text (json, "until", counts->until);
  sf_json_add_text (json, "made_on", counts->made_on);
  sf_json_begin_list (json, "readings");
  for (guint i = 0; i < counts->rows->len; i++)
    add_row (json, counts->rows->pdata[i]);
  sf_json_end (json);
  return sf_json_free (json);
}

/* To the file, or to the standard output. */
static gboolean
put_out (SfCli *cli, const char *output, const char *text, GError **error)
{
  g_autofree char *path = output != NULL ? sf_cli_path (cli, output) : NULL;
  g_autoptr (GError) local = NULL;

  if (path == NULL)
    {
      sf_cli_print ("%s", text);
      return TRUE;
    }
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &local))
    return sf_cli_done (cli, _ ("Opened: %s"), path);
  g_set_error (error, SF_ERROR, SF_ERROR_IO, _ ("The table could not be written: %s."),
               local->message);
  return FALSE;
}

static SfReturnCounts *
open_sealed (SfCli *cli, const char *key_source, GError **error)
{
  g_autofree char *path = sf_cli_path (cli, cli->words[0]);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) sealed = sf_return_counts_load (file, error);
  g_autoptr (SfSecret) text = NULL, key = NULL;

  if (sealed == NULL)
    return NULL;
  text = sf_cli_read_secret (cli, key_source, _ ("The private key"), error);
  if (text == NULL)
    return NULL;
  key = sf_recovery_parse (sf_cli_tell_secret (text), NULL);
  if (key == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                         _ ("This is no private key for returns: one has eight groups of five "
                            "letters and figures, as “return key” wrote it."));
  return key != NULL ? sf_return_counts_open (key, sealed, error) : NULL;
}

gboolean
sf_cli_return_open (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *key = NULL, *output = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { SF_CLI_SECRET_OPTION ("key-file", key,
                                N_ ("The private key: a file, - or fd:NUMBER; otherwise it is "
                                    "asked for")),
          { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
            N_ ("The table to write; otherwise it is printed"), N_ ("PATH") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (SfReturnCounts) counts = NULL;
  g_autofree char *text = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  counts = open_sealed (cli, key, error);
  if (counts == NULL)
    return FALSE;
  text = as_json ? to_json (counts) : sf_return_counts_to_csv (counts);
  return put_out (cli, output, text, error);
}

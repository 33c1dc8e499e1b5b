/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli-performance.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Passphrases and recovery keys, read byte by byte into memory that is wiped: no buffer of the C
 * library keeps them. */

#define MOST 4096

const char *
sf_cli_tell_secret (SfSecret *secret)
{
  return (const char *)sf_secret_get_data (secret);
}

const SfKeyringCost *
sf_cli_cost (gboolean light)
{
  static const SfKeyringCost cost = { 1, 1024 };

  return light ? &cost : NULL;
}

/* To the end of the line. NULL with @error, or if there is nothing to read. */
static SfSecret *
read_line (int fd, GError **error)
{
  g_autoptr (SfSecret) room = sf_secret_new (NULL, MOST);
  guint8 *bytes = sf_secret_get_data (room);
  gsize n = 0;
  ssize_t got;

  while (n < MOST - 1)
    {
      got = read (fd, bytes + n, 1);
      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0 || bytes[n] == '\n')
        break;
      n++;
    }
  if (n > 0 && bytes[n - 1] == '\r')
    n--;
  if (n > 0 && g_utf8_validate ((char *)bytes, (gssize)n, NULL))
    return sf_secret_new (bytes, n);
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       n > 0 ? _ ("The passphrase is not UTF-8.")
                             : _ ("There was no passphrase to read."));
  return NULL;
}

static SfSecret *
read_file (SfCli *cli, const char *source, GError **error)
{
  g_autofree char *path = sf_cli_path (cli, source);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  SfSecret *secret;

  if (fd < 0)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("%s could not be read: %s."), path,
                   g_strerror (errno));
      return NULL;
    }
  secret = read_line (fd, error);
  close (fd);
  return secret;
}

/* What is typed is not shown. Ctrl+C is read as a letter and stops afterwards, so that the terminal
 * shows again what is typed. */
static SfSecret *
ask (SfCli *cli, const char *question, GError **error)
{
  int fd = cli->in_batch ? -1 : open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  struct termios before, silent;
  SfSecret *secret;

  if (fd < 0 || tcgetattr (fd, &before) != 0)
    {
      if (fd >= 0)
        close (fd);
      sf_cli_usage (cli, error,
                    _ ("There is no terminal to ask for a passphrase. Please say where "
                       "it is, in a file or as fd:3."));
      return NULL;
    }
  silent = before;
  silent.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
  silent.c_lflag |= ECHONL;
  dprintf (fd, "%s: ", question);
  tcsetattr (fd, TCSAFLUSH, &silent);
  secret = read_line (fd, error);
  tcsetattr (fd, TCSAFLUSH, &before);
  close (fd);
  if (secret == NULL || strchr (sf_cli_tell_secret (secret), '\x03') == NULL)
    return secret;
  sf_secret_unref (secret);
  g_set_error_literal (error, SF_ERROR, SF_ERROR_CANCELLED, _ ("Nothing was done."));
  return NULL;
}

SfSecret *
sf_cli_read_secret (SfCli *cli, const char *source, const char *question, GError **error)
{
  guint64 fd;

  if (source == NULL)
    return ask (cli, question, error);
  if (strcmp (source, "-") == 0)
    return read_line (STDIN_FILENO, error);
  if (!g_str_has_prefix (source, "fd:"))
    return read_file (cli, source, error);
  if (g_ascii_string_to_unsigned (source + 3, 10, 0, G_MAXINT, &fd, NULL))
    return read_line ((int)fd, error);
  sf_cli_usage (cli, error, _ ("A descriptor is written fd:3."));
  return NULL;
}

/* --- what is said ------------------------------------------------------------------------------
 */

char *
sf_cli_dup_value (SfCli *cli, guint n, GError **error)
{
  g_autoptr (GIOChannel) channel = NULL;
  g_autoptr (GError) local = NULL;
  char *text = NULL;

  if (n < cli->n_words)
    return g_strdup (cli->words[n]);
  channel = g_io_channel_unix_new (STDIN_FILENO);
  if (g_io_channel_read_to_end (channel, &text, NULL, &local) == G_IO_STATUS_NORMAL && text != NULL)
    return g_strchomp (text);
  g_free (text);
  g_set_error (error, SF_ERROR, SF_ERROR_IO, _ ("What shall be said could not be read: %s."),
               local != NULL ? local->message : _ ("there is nothing"));
  return NULL;
}

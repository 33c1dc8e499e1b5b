/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* An evidence pack on a disk that has no room for it: a real one, of a size that bubblewrap gives.
 */

#define N_FILES 3
#define FILE_SIZE (200 * 1024)
#define FIRST (64 * 1024)
#define STEP (160 * 1024)
#define MOST (4 * 1024 * 1024)

static void
set_up (Cli *cli, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *disk = NULL;

  cli_setup_file (cli, data);
  disk = cli_path (cli, "disk");
  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Minutes %u", i + 1);
      g_autofree char *name = g_strdup_printf ("minutes-%u.bin", i + 1);
      g_autofree char *path = cli_path (cli, name);
      g_autofree char *bytes = g_malloc (FILE_SIZE);

      for (gsize at = 0; at < FILE_SIZE; at++)
        bytes[at] = (char)g_rand_int (rand);
      g_assert_true (g_file_set_contents (path, bytes, FILE_SIZE, NULL));
      cli_good (cli, "evidence", "add", cli->file, title, "--kind", "document");
      cli_good (cli, "evidence", "attach", cli->file, title, path);
      cli_good (cli, "evidence", "link", cli->file, title, "LLD-S1");
    }
}

/* The command on a disk of @size; the last lines of the output are what lies there then. */
static void
pack_on_disk (Cli *cli, const char *name, guint size)
{
  g_autofree char *disk = cli_path (cli, "disk");
  g_autofree char *to = g_build_filename (disk, name, NULL);
  g_autofree char *bytes = g_strdup_printf ("%u", size);
  const char *line[] = { "bwrap",
                         "--dev-bind",
                         "/",
                         "/",
                         "--size",
                         bytes,
                         "--tmpfs",
                         disk,
                         "sh",
                         "-c",
                         "\"$1\" evidence pack \"$2\" -o \"$3\" --for centre --quiet;"
                         " code=$?; ls -A \"$4\"; exit $code",
                         "sh",
                         g_getenv ("SIXFOLD_CLI"),
                         cli->file,
                         to,
                         disk,
                         NULL };

  cli_run_other (cli, line);
}

/* Whatever the room: a sentence and nothing that is left there, or the whole pack. */
static void
test_full (Cli *cli, gconstpointer data)
{
  const char *name = data;
  g_autofree char *disk = cli_path (cli, "disk");
  guint n_refused = 0;

  for (guint size = FIRST; size < MOST; size += STEP)
    {
      g_autofree char *sentence = NULL;

      pack_on_disk (cli, name, size);
      g_test_message ("%u bytes: %d %s", size, cli->code, cli->err);
      if (cli->code == 0)
        {
          g_assert_true (g_str_has_prefix (cli->out, name));
          break;
        }
      sentence = g_strdup_printf ("There is no room for the evidence pack at “%s/%s”.", disk, name);
      cli_assert_refused (cli, 7, sentence);
      g_assert_cmpstr (cli->out, ==, "");
      n_refused++;
    }
  g_assert_cmpint (cli->code, ==, 0);
  g_assert_cmpuint (n_refused, >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/full-pack/folder", Cli, "pack", set_up, test_full, cli_teardown);
  g_test_add ("/cli/full-pack/zip", Cli, "pack.zip", set_up, test_full, cli_teardown);
  return g_test_run ();
}
